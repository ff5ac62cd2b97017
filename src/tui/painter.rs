//! Cells to a terminal, right whichever width it believes a character to have, and in few bytes.

use std::io::{self, Write};
use std::iter::Peekable;

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};

use super::theme::number;

/// A terminal to draw on.
///
/// Of emoji that are made of a sign and U+FE0F (⚠️), some terminals believe that they take two cells,
/// some that they take one. ratatui draws the cell that such an emoji covers after it, and supposes that
/// the cursor is there then; where it is one cell further, what follows lands on the wrong cells. Here
/// the covered cell comes first, and the cursor is placed anew behind.
///
/// The library's own drawing formats a move of the cursor for each Korean letter and a command for each
/// change of style, which took a tenth of a start.
#[derive(Debug)]
pub(super) struct Painter<W: Write> {
    pub(super) output: W,
    /// What is to be written, kept for its room.
    bytes: Vec<u8>,
}

/// What a terminal is told of a cell: where it is, and what is in it.
pub(super) type Told<'a> = (u16, u16, &'a Cell);

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

/// What a cell looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Style {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Style {
    const NONE: Style = Style { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// Tells the terminal to draw so from here on, whatever it did before (ECMA-48, 8.3.117).
    fn write(self, out: &mut Vec<u8>) {
        const SIGNS: [(Modifier, u8); 9] = [
            (Modifier::BOLD, b'1'),
            (Modifier::DIM, b'2'),
            (Modifier::ITALIC, b'3'),
            (Modifier::UNDERLINED, b'4'),
            (Modifier::SLOW_BLINK, b'5'),
            (Modifier::RAPID_BLINK, b'6'),
            (Modifier::REVERSED, b'7'),
            (Modifier::HIDDEN, b'8'),
            (Modifier::CROSSED_OUT, b'9'),
        ];
        out.extend(b"\x1b[0");
        for (modifier, sign) in SIGNS {
            if self.modifier.contains(modifier) {
                out.extend([b';', sign]);
            }
        }
        for (colour, kind) in [(self.fg, b'3'), (self.bg, b'4')] {
            if let Color::Rgb(r, g, b) = colour {
                out.extend([b';', kind, b'8', b';', b'2']);
                for part in [r, g, b] {
                    out.push(b';');
                    decimal(out, part.into());
                }
            }
            let Some(number) = number(colour) else { continue };
            out.extend([b';', kind, b'8', b';', b'5', b';']);
            decimal(out, number.into());
        }
        out.push(b'm');
    }
}

/// Writes a number without what formatting costs.
fn decimal(out: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        decimal(out, number / 10);
    }
    out.push(b'0' + u8::try_from(number % 10).unwrap_or(0));
}

/// How far the cursor goes with what is in a cell, where nearly all terminals agree on that, and whether all
/// do.
fn advance(cell: &Cell) -> (Option<u16>, bool) {
    let mut chars = cell.symbol().chars();
    match (chars.next(), chars.next()) {
        (Some(' '..='~'), None) => (Some(1), true),
        (
            Some('\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'),
            None,
        ) => (Some(2), true),
        // Lines, arrows and signs take a cell in all but few terminals, as ratatui supposes, too.
        _ => (Some(cell.cell_width()).filter(|width| *width == 1), false),
    }
}

/// Whether terminals disagree about the width of what is in the cell.
pub(super) fn is_unsure(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.len() > '\u{FE0F}'.len_utf8() && symbol.contains('\u{FE0F}') && cell.cell_width() > 1
}

impl<W: Write> Painter<W> {
    /// One that writes to `output`.
    pub fn new(output: W) -> Painter<W> {
        Painter { output, bytes: Vec::new() }
    }

    /// Writes cells, in the order in which they come: row by row is in the fewest bytes.
    ///
    /// # Errors
    /// Those of the output.
    pub fn draw<'a>(&mut self, cells: impl Iterator<Item = Told<'a>>) -> io::Result<()> {
        self.write_cells(cells, false)
    }

    /// As [`Painter::draw`], on a screen on which nothing stands.
    ///
    /// # Errors
    /// Those of the output.
    pub fn draw_on_empty<'a>(&mut self, cells: impl Iterator<Item = Told<'a>>) -> io::Result<()> {
        self.write_cells(cells, true)
    }

    fn write_cells<'a>(
        &mut self,
        cells: impl Iterator<Item = Told<'a>>,
        is_empty: bool,
    ) -> io::Result<()> {
        let out = &mut self.bytes;
        out.clear();
        let mut style = Style::NONE;
        // Where the cursor is, if that is known, and whether every terminal agrees.
        let (mut cursor, mut is_sure) = (None, true);
        for (x, y, cell) in (Ordered { cells: cells.peekable(), held: None }) {
            match cursor {
                Some(at) if at == (x, y) => {}
                Some((from, row)) if is_sure && row == y && from < x => {
                    let gap = x - from;
                    if is_empty && style == Style::NONE && gap < 4 {
                        // Where nothing stands, a space changes nothing.
                        out.extend(std::iter::repeat_n(b' ', usize::from(gap)));
                    } else {
                        // Forward on the line (ECMA-48, 8.3.20).
                        out.extend(b"\x1b[");
                        if gap > 1 {
                            decimal(out, gap);
                        }
                        out.push(b'C');
                    }
                }
                // Rows and columns count from 1 here (ECMA-48, 8.3.21).
                _ => {
                    out.extend(b"\x1b[");
                    decimal(out, y.saturating_add(1));
                    out.push(b';');
                    decimal(out, x.saturating_add(1));
                    out.push(b'H');
                    is_sure = true;
                }
            }
            let own = Style { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
            if own != style {
                own.write(out);
                style = own;
            }
            out.extend(cell.symbol().as_bytes());
            let (columns, sure) = advance(cell);
            is_sure &= sure;
            cursor = columns.map(|columns| (x.saturating_add(columns), y));
        }
        if style != Style::NONE {
            Style::NONE.write(out);
        }
        self.output.write_all(out)
    }
}

/// What is no cell (pictures, questions) goes the same way.
impl<W: Write> Write for Painter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.output.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::text::width::width;
    use proptest::prelude::*;
    use ratatui::backend::{Backend, CrosstermBackend};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    pub const COLUMNS: u16 = 12;

    fn buffer(text: &str, style: ratatui::style::Style) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, 1));
        buffer.set_string(0, 0, text, style);
        buffer
    }

    /// What is written to get from one line to another.
    fn written(from: &Buffer, to: &Buffer) -> String {
        let mut bytes = Vec::new();
        Painter::new(&mut bytes).draw(from.diff_iter(to)).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        let plain = |text| buffer(text, ratatui::style::Style::new());
        assert_eq!(written(&plain(from), &plain(to)).replace('\u{1b}', "^"), expected);
    }

    #[test]
    fn nothing_is_drawn_behind_an_emoji_without_placing_the_cursor() {
        check("가나다", "⚠️ 이름", "^[1;1H⚠️^[1;3H 이름");
        check("abcdef", "⚠️ef", "^[1;2H ^[1;1H⚠️^[1;3Hef  ");
        check("a나다", "⚠️ 이", "^[1;2H ^[1;1H⚠️^[1;4H이");
        check("", "x⚠️y", "^[1;1Hx⚠️^[1;4Hy");
        check("ab", "1️⃣2️⃣", "^[1;2H ^[1;1H1️⃣^[1;3H2️⃣");
        check("", "🚀가", "^[1;1H🚀^[1;3H가");
    }

    #[test]
    fn korean_letters_follow_each_other() {
        check("abcd", "가나", "^[1;1H가나");
        check("", "→가 漢字かな", "^[1;1H→가^[1;5H漢字かな");
        check("", "→ x  y", "^[1;1H→^[1;3Hx^[2Cy");
        check("a..b", "x..y", "^[1;1Hx^[2Cy");
    }

    #[test]
    fn styles_are_said_whole_and_taken_back() {
        let style = ratatui::style::Style::new();
        let to =
            buffer("가a", style.fg(Color::Rgb(1, 20, 255)).bg(Color::LightRed).bold().italic());
        assert_eq!(
            written(&buffer("", style), &to).replace('\u{1b}', "^"),
            "^[1;1H^[0;1;3;38;2;1;20;255;48;5;9m가a^[0m"
        );
    }

    fn colour() -> impl Strategy<Value = Color> {
        prop_oneof![
            Just(Color::Reset),
            Just(Color::DarkGray),
            Just(Color::Cyan),
            any::<u8>().prop_map(Color::Indexed),
            any::<[u8; 3]>().prop_map(|[r, g, b]| Color::Rgb(r, g, b)),
        ]
    }

    /// A line of up to [`COLUMNS`] columns.
    pub fn line() -> impl Strategy<Value = Buffer> {
        // The emulator knows these attributes only, and not that a letter can be bold and dim.
        let modifier = (0_u16..16).prop_map(|bits| {
            let known =
                [Modifier::BOLD, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
            let set = known.into_iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            set.fold(Modifier::empty(), |all, (_, modifier)| all | modifier)
        });
        let part = ("[a-c가-다 漢→─🚀]{0,4}", colour(), colour(), modifier);
        proptest::collection::vec(part, 0..5).prop_map(|parts| {
            let mut line = buffer("", ratatui::style::Style::new());
            let mut x = 0;
            for (text, fg, bg, modifier) in parts {
                let style = ratatui::style::Style::new().fg(fg).bg(bg).add_modifier(modifier);
                if x < COLUMNS {
                    line.set_string(x, 0, &text, style);
                    x += u16::try_from(width(&text)).unwrap();
                }
            }
            line
        })
    }

    proptest! {
        #[test]
        fn the_screen_is_as_the_library_would_draw_it(lines in proptest::collection::vec(line(), 1..4)) {
            let size = [2, COLUMNS].map(|n| std::num::NonZero::new(n).unwrap());
            let mut screens = [(); 2].map(|()| vt100::Parser::new(size[0], size[1], 0));
            let mut before = buffer("", ratatui::style::Style::new());
            for line in lines {
                let mut theirs = Vec::new();
                CrosstermBackend::new(&mut theirs).draw(before.diff_iter(&line)).unwrap();
                screens[0].process(&theirs);
                screens[1].process(written(&before, &line).as_bytes());
                let [a, b] = [0, 1].map(|at| {
                    (0..COLUMNS).map(|x| screens[at].screen().cell(0, x).cloned()).collect::<Vec<_>>()
                });
                prop_assert_eq!(a, b);
                before = line;
            }
        }
    }
}
