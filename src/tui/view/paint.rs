//! Cells: text that is clean, within its area; borders; wide characters whole.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use crate::app::area::Area;
use crate::layout::Row;
use crate::style::Role;
use crate::text::ascii::signs;
use crate::text::sanitize::Clean;
use crate::text::width::{ellipsize, graphemes, width};
use crate::tui::theme::{Part, Theme};

/// Where is drawn, and how.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    screen: Rect,
    pub theme: &'a Theme,
    pub ascii: bool,
}

/// A name, and which of its bytes a query matched.
pub(super) struct Hit<'a> {
    pub name: &'a Clean,
    pub ranges: &'a [std::ops::Range<usize>],
}

impl<'a> Canvas<'a> {
    pub fn new(buffer: &'a mut Buffer, screen: Rect, theme: &'a Theme, ascii: bool) -> Canvas<'a> {
        let screen = screen.intersection(buffer.area);
        Canvas { buffer, screen, theme, ascii }
    }

    /// Draws `text` from the cell (`x`, `y`) on, at most `columns` wide; gives the columns used.
    pub fn text(&mut self, x: u16, y: u16, columns: u16, text: &Clean, style: Style) -> u16 {
        let columns = columns.min(self.screen.width.saturating_sub(x));
        if y >= self.screen.height {
            return 0;
        }
        let mut used = 0;
        for (_, grapheme, wide) in graphemes(text) {
            let wide = u16::try_from(wide).unwrap_or(u16::MAX);
            if wide == 0 {
                continue;
            }
            if used + wide > columns {
                break;
            }
            let (left, top) = (self.screen.x + x + used, self.screen.y + y);
            for at in left..left + wide {
                if let Some(cell) = self.buffer.cell_mut(Position::new(at, top)) {
                    cell.reset();
                    cell.set_style(style);
                    if at == left {
                        cell.set_symbol(grapheme);
                    }
                }
            }
            used += wide;
        }
        used
    }

    /// Draws a sign of our own that takes one cell.
    pub fn sign(&mut self, x: u16, y: u16, sign: &str, style: Style) {
        let Some(position) = self.position(x, y) else { return };
        if let Some(cell) = self.buffer.cell_mut(position) {
            cell.reset();
            cell.set_symbol(sign).set_style(style);
        }
    }

    /// Draws words of the app's own.
    pub fn words(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
        let text = ellipsize(text, columns.into());
        self.text(x, y, columns, &Clean::new(&signs(&text, self.ascii)), style)
    }

    /// Marks a row on a pane's left border: what stands there has changed on the disk.
    pub fn change(&mut self, x: u16, y: u16) {
        let mark = if self.ascii { "+" } else { "▌" };
        self.words(x, y, 1, mark, self.theme.part(Part::Notice));
    }

    /// Draws a name with what a query matched of it set off, where the name fits; gives the columns.
    pub fn matched(&mut self, x: u16, y: u16, columns: u16, hit: &Hit<'_>) -> u16 {
        let plain = self.theme.part(Part::Plain);
        if width(hit.name) > usize::from(columns) {
            return self.words(x, y, columns, hit.name, plain);
        }
        let (mut used, mut at) = (0, 0);
        for range in hit.ranges {
            for (span, part) in [(at..range.start, Part::Plain), (range.clone(), Part::Match)] {
                let style = self.theme.part(part);
                used += self.text(x + used, y, columns - used, &hit.name.slice(span), style);
            }
            at = range.end;
        }
        used + self.text(x + used, y, columns - used, &hit.name.slice(at..hit.name.len()), plain)
    }

    /// Gives a style to cells that are drawn already.
    pub fn restyle(&mut self, area: Area, style: Style) {
        let rect = self.rect(area);
        if style.add_modifier.contains(Modifier::REVERSED) {
            // Letters in several colours would come out as grounds in several colours.
            let even = Style::new().fg(Color::Reset).remove_modifier(Modifier::DIM);
            self.buffer.set_style(rect, even);
        }
        self.buffer.set_style(rect, style);
    }

    fn rect(&self, area: Area) -> Rect {
        let (x, y) = (self.screen.x + area.x, self.screen.y + area.y);
        Rect { x, y, width: area.width, height: area.height }.intersection(self.screen)
    }

    /// Empties an area; a wide character that reaches into it from the left goes as a whole.
    pub fn clear(&mut self, area: Area) {
        let rect = self.rect(area);
        for y in rect.top()..rect.bottom() {
            if let Some(left) = rect.x.checked_sub(1)
                && let Some(cell) = self.buffer.cell_mut(Position::new(left, y))
                && width(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
            for x in rect.left()..rect.right() {
                if let Some(cell) = self.buffer.cell_mut(Position::new(x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Draws a border with a title; `focused` where the keys go.
    pub fn border(&mut self, area: Area, title: &str, focused: bool) {
        if area.width < 2 || area.height < 2 {
            return;
        }
        let signs = if self.ascii {
            ["+", "-", "+", "|", "+", "+"]
        } else {
            ["┌", "─", "┐", "│", "└", "┘"]
        };
        let [top_left, line, top_right, bar, bottom_left, bottom_right] = signs.map(Clean::literal);
        let part = if focused { Part::Focused } else { Part::Border };
        let style = self.theme.part(part);
        let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
        for x in area.x + 1..right {
            self.text(x, area.y, 1, &line, style);
            self.text(x, bottom, 1, &line, style);
        }
        for y in area.y + 1..bottom {
            self.text(area.x, y, 1, &bar, style);
            self.text(right, y, 1, &bar, style);
        }
        let corners = [
            (area.x, area.y, &top_left),
            (right, area.y, &top_right),
            (area.x, bottom, &bottom_left),
            (right, bottom, &bottom_right),
        ];
        for (x, y, sign) in corners {
            self.text(x, y, 1, sign, style);
        }
        if area.width > 6 && !title.is_empty() {
            let part = if focused { Part::FocusedTitle } else { Part::Title };
            let title = ellipsize(title, usize::from(area.width) - 5).into_owned();
            self.words(
                area.x + 1,
                area.y,
                area.width - 2,
                &format!(" {title} "),
                self.theme.part(part),
            );
        }
    }

    /// Draws laid out rows from the top of `area`.
    pub fn rows<'r>(&mut self, area: Area, rows: impl Iterator<Item = &'r Row>) {
        for (y, row) in (area.y..area.y.saturating_add(area.height)).zip(rows) {
            let mut x = area.x;
            let end = area.x.saturating_add(area.width);
            for piece in &row.pieces {
                let style = self.theme.style(piece.role, piece.marks);
                x += self.text(x, y, end.saturating_sub(x), &piece.text, style);
            }
        }
    }

    /// Says that there is more above or below, at the right border of `area`.
    pub fn more(&mut self, area: Area, top: usize, count: usize) {
        let (above, below) = (top > 0, top + usize::from(area.height) < count);
        let style = self.theme.style(Role::Muted, crate::doc::Marks::NONE);
        let x = area.x + area.width.saturating_sub(1);
        if above && area.height > 0 {
            self.words(x, area.y, 1, if self.ascii { "^" } else { "↑" }, style);
        }
        if below && area.height > 0 {
            let y = area.y + area.height - 1;
            self.words(x, y, 1, if self.ascii { "v" } else { "↓" }, style);
        }
    }

    /// A place on the screen as the terminal counts it.
    pub fn position(&self, x: u16, y: u16) -> Option<Position> {
        let position = Position::new(self.screen.x + x, self.screen.y + y);
        self.screen.contains(position).then_some(position)
    }
}
