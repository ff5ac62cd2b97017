//! What is on the screen, cell by cell, and how the next frame gets there.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

use super::painter::{Painter, Told, is_unsure};

/// A screen that is drawn frame by frame, each time what has changed.
///
/// ratatui's own `Terminal` holds an empty frame against the first one; to fill 200 kB of cells for that and
/// to compare them was a twelfth of a start. Here the screen is emptied, and what is not blank is drawn.
#[derive(Debug)]
pub(super) struct Screen<W: Write> {
    painter: Painter<W>,
    /// What the last frame left on the screen; without cells where that is not known.
    shown: Buffer,
    /// What the next frame is made in.
    next: Buffer,
    /// Where the cursor is seen, if it is.
    cursor: Option<Position>,
}

impl<W: Write> Screen<W> {
    /// One of which nothing is known.
    pub fn new(output: W) -> Screen<W> {
        Screen {
            painter: Painter::new(output),
            shown: Buffer::default(),
            next: Buffer::default(),
            cursor: None,
        }
    }

    /// Where everything else is written that is meant for the terminal. It goes out with the next frame, or
    /// when it is flushed.
    pub fn output(&mut self) -> &mut Painter<W> {
        &mut self.painter
    }

    /// The screen may show anything: the next frame empties it and draws every cell.
    pub fn forget(&mut self) {
        self.shown = Buffer::default();
    }

    /// Draws a frame on all of `area`, which starts at the corner of the screen, and gives what is seen then.
    /// `view` gets an empty buffer and tells where the cursor is to be seen, if anywhere.
    ///
    /// # Errors
    /// Those of the output.
    pub fn draw(
        &mut self,
        area: Rect,
        view: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<&Buffer> {
        if self.next.area == area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(area);
        }
        let cursor = view(&mut self.next);
        let is_known = self.shown.area == area;
        if is_known {
            self.painter.draw(self.shown.diff_iter(&self.next))?;
        } else {
            queue!(self.painter, Clear(ClearType::All))?;
            self.painter.draw_on_empty(seen(&self.next))?;
        }
        match cursor {
            Some(Position { x, y }) => queue!(self.painter, MoveTo(x, y), Show)?,
            None if is_known && self.cursor.is_none() => {}
            None => queue!(self.painter, Hide)?,
        }
        self.cursor = cursor;
        self.painter.flush()?;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(&self.shown)
    }
}

/// The cells that are seen on an empty screen.
fn seen(buffer: &Buffer) -> impl Iterator<Item = Told<'_>> {
    let rows = buffer.content.chunks(usize::from(buffer.area.width).max(1));
    rows.zip(buffer.area.y..).flat_map(|(row, y)| {
        let mut covered = 0;
        row.iter()
            .zip(buffer.area.x..)
            .filter(move |(cell, x)| {
                if *x < covered || is_blank(cell) {
                    return false;
                }
                // What lies under an emoji of unsure width is seen where the terminal takes it for narrow.
                let width = if is_unsure(cell) { 1 } else { cell.cell_width() };
                covered = x.saturating_add(width);
                true
            })
            .map(move |(cell, x)| (x, y, cell))
    })
}

/// Whether a cell looks as an empty screen does.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " "
        && cell.bg == Color::Reset
        && cell.fg == Color::Reset
        && cell.modifier == Modifier::empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::painter::tests::{COLUMNS, line};
    use proptest::prelude::*;
    use std::num::NonZero;

    /// What draws `text`, and where it wants the cursor.
    fn view(
        text: &str,
        cursor: Option<(u16, u16)>,
    ) -> impl FnOnce(&mut Buffer) -> Option<Position> {
        move |buffer| {
            buffer.set_string(0, 0, text, ratatui::style::Style::new());
            cursor.map(Position::from)
        }
    }

    #[test]
    fn a_frame_writes_what_has_changed() {
        let mut screen = Screen::new(Vec::new());
        let area = Rect::new(0, 0, 8, 2);
        let written = |screen: &mut Screen<Vec<u8>>, area, text, cursor| {
            screen.draw(area, view(text, cursor)).unwrap();
            String::from_utf8(std::mem::take(&mut screen.painter.output))
                .unwrap()
                .replace('\u{1b}', "^")
        };
        // The first is drawn on an empty screen, blanks left out.
        assert_eq!(written(&mut screen, area, "가 b", None), "^[2J^[1;1H가 b^[?25l");
        assert_eq!(written(&mut screen, area, "가 b", None), "");
        assert_eq!(written(&mut screen, area, "가 c", None), "^[1;4Hc");
        assert_eq!(written(&mut screen, area, "가 c", Some((2, 1))), "^[2;3H^[?25h");
        // What was drawn may have moved the cursor.
        assert_eq!(written(&mut screen, area, "가  ", Some((2, 1))), "^[1;4H ^[2;3H^[?25h");
        assert_eq!(written(&mut screen, area, "", None), "^[1;1H ^[?25l");
        // Another size, or a screen of which nothing is known, is drawn whole.
        let wider = Rect::new(0, 0, 9, 2);
        assert_eq!(written(&mut screen, wider, "d", None), "^[2J^[1;1Hd^[?25l");
        screen.forget();
        assert_eq!(written(&mut screen, wider, "d", None), "^[2J^[1;1Hd^[?25l");
        assert_eq!(written(&mut screen, Rect::ZERO, "", None), "^[2J^[?25l");
    }

    proptest! {
        /// A frame on an empty screen looks as one that is held against an empty frame.
        #[test]
        fn a_first_frame_lacks_nothing(line in line()) {
            let size = [1, COLUMNS].map(|n| NonZero::new(n).unwrap());
            let mut screens = [(); 2].map(|()| vt100::Parser::new(size[0], size[1], 0));
            let mut theirs = Painter::new(Vec::new());
            theirs.draw(Buffer::empty(line.area).diff_iter(&line)).unwrap();
            screens[0].process(&theirs.output);
            let mut ours = Screen::new(Vec::new());
            ours.draw(line.area, |buffer| { buffer.merge(&line); None }).unwrap();
            screens[1].process(b"abcdefgh");
            screens[1].process(&ours.painter.output);
            // A cell on which a space was written looks as one on which nothing was.
            let seen = |cell: &vt100::Cell| {
                let text = match cell.contents() {
                    "" if !cell.is_wide_continuation() => " ".to_owned(),
                    text => text.to_owned(),
                };
                let shape = [cell.bold(), cell.italic(), cell.underline(), cell.inverse()];
                (text, cell.fgcolor(), cell.bgcolor(), shape)
            };
            let [a, b] = [0, 1].map(|at| {
                let cells = (0..COLUMNS).map(|x| screens[at].screen().cell(0, x).map(seen));
                cells.collect::<Vec<_>>()
            });
            prop_assert_eq!(a, b);
        }
    }
}
