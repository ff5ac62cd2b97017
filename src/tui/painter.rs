//! Cells to a terminal, right whichever width it believes a character to have.

use std::io::{self, Write};
use std::iter::Peekable;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};

/// A terminal to draw on.
///
/// Of emoji that are made of a sign and U+FE0F (⚠️), some terminals believe that they take two cells,
/// some that they take one. ratatui draws the cell that such an emoji covers after it, and supposes that
/// the cursor is there then; where it is one cell further, what follows lands on the wrong cells. Here
/// the covered cell comes first, and the cursor is placed anew behind.
#[derive(Debug)]
pub(super) struct Painter<W: Write>(CrosstermBackend<W>);

impl<W: Write> Painter<W> {
    /// One that writes to `output`.
    pub fn new(output: W) -> Painter<W> {
        Painter(CrosstermBackend::new(output))
    }
}

/// What a terminal is told of a cell: where it is, and what is in it.
type Told<'a> = (u16, u16, &'a Cell);

/// Puts the cell that an emoji of unsure width covers before it.
struct Ordered<'a, I: Iterator<Item = Told<'a>>> {
    cells: Peekable<I>,
    held: Option<Told<'a>>,
}

impl<'a, I: Iterator<Item = Told<'a>>> Iterator for Ordered<'a, I> {
    type Item = Told<'a>;

    fn next(&mut self) -> Option<Told<'a>> {
        if let Some(held) = self.held.take() {
            return Some(held);
        }
        let (x, y, cell) = self.cells.next()?;
        if is_unsure(cell)
            && let Some(covered) = self.cells.next_if(|next| (next.0, next.1) == (x + 1, y))
        {
            self.held = Some((x, y, cell));
            return Some(covered);
        }
        Some((x, y, cell))
    }
}

/// Whether terminals disagree about the width of what is in the cell.
fn is_unsure(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.len() > '\u{FE0F}'.len_utf8() && symbol.contains('\u{FE0F}') && cell.cell_width() > 1
}

impl<W: Write> Backend for Painter<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = Told<'a>>,
    {
        self.0.draw(Ordered { cells: content.peekable(), held: None })
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.0.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.0.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}

/// What is no cell (pictures, questions) goes the same way.
impl<W: Write> Write for Painter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::style::Style;

    /// What is written to get from one line to another.
    fn written(from: &str, to: &str) -> String {
        let buffer = |text| {
            let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 12, 1));
            buffer.set_string(0, 0, text, Style::new());
            buffer
        };
        let (from, to) = (buffer(from), buffer(to));
        let mut bytes = Vec::new();
        Painter::new(&mut bytes).draw(from.diff_iter(&to)).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (cells, _) = text.split_once("\u{1b}[39m").unwrap();
        cells.replace('\u{1b}', "^")
    }

    #[test]
    fn nothing_is_drawn_behind_an_emoji_without_placing_the_cursor() {
        assert_eq!(written("가나다", "⚠️ 이름"), "^[1;1H⚠️^[1;3H 이^[1;6H름");
        assert_eq!(written("abcdef", "⚠️ef"), "^[1;2H ^[1;1H⚠️^[1;3Hef  ");
        assert_eq!(written("a나다", "⚠️ 이"), "^[1;2H ^[1;1H⚠️^[1;4H이");
        assert_eq!(written("", "x⚠️y"), "^[1;1Hx⚠️^[1;4Hy");
        assert_eq!(written("ab", "1️⃣2️⃣"), "^[1;2H ^[1;1H1️⃣^[1;3H2️⃣");
        assert_eq!(written("abcd", "가나"), "^[1;1H가^[1;3H나");
    }
}
