//! Rows that are written one below the other.

use std::borrow::Cow;

use crate::layout::{Piece, Row};
use crate::style::Role;
use crate::style::code::Token;
use crate::text::ascii::signs;
use crate::text::width::{ellipsize, width};
use crate::words::Locale;

/// What bars are drawn in: every theme has a colour for it.
pub(super) const BAR: Role = Role::Token(Token::String);

/// Rows, and what they are written for.
pub(super) struct Page {
    pub rows: Vec<Row>,
    pub columns: usize,
    pub locale: Locale,
    pub ascii: bool,
}

impl Page {
    pub fn new(columns: usize, locale: Locale, ascii: bool) -> Page {
        Page { rows: Vec::new(), columns, locale, ascii }
    }

    /// Adds a row of these pieces, as far as there is room for them.
    pub fn row(&mut self, pieces: impl IntoIterator<Item = (Role, String)>) {
        let mut row = Row::default();
        let mut room = self.columns;
        for (role, text) in pieces {
            let text = self.within(&text, room);
            room -= width(&text).min(room);
            if !text.is_empty() {
                row.pieces.push(Piece::decor(role, &text));
            }
        }
        self.rows.push(row);
    }

    /// `text` in at most `columns`; what is left out is told by our own sign.
    fn within(&self, text: &str, columns: usize) -> String {
        match ellipsize(text, columns) {
            Cow::Borrowed(text) => text.to_owned(),
            Cow::Owned(cut) if self.ascii => cut.trim_end_matches('…').to_owned() + "~",
            Cow::Owned(cut) => cut,
        }
    }

    /// `text` in exactly `columns`.
    pub fn padded(&self, text: &str, columns: usize) -> String {
        let text = self.within(text, columns);
        let free = columns.saturating_sub(width(&text));
        text + &" ".repeat(free)
    }

    /// Words of our own, with the signs that can be drawn.
    pub fn words(&self, text: &str) -> String {
        signs(text, self.ascii).into_owned()
    }

    /// Adds what stands above something, apart from what was before.
    pub fn title(&mut self, title: &str) {
        self.rows.push(Row::default());
        self.row([(Role::Heading(2), title.to_owned())]);
    }
}

/// `text` at the right of `columns`.
pub(super) fn right(text: &str, columns: usize) -> String {
    let text = if columns == 0 { "" } else { text };
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}
