//! What a term means and what a footnote says, laid out: for the pop-up and for the glossary pane.

use super::state::Open;
use crate::doc::Marks;
use crate::layout::{self, Options, Piece, Row};
use crate::library::glossary::Meanings;
use crate::style::Role;
use crate::text::ascii::signs;
use crate::text::sanitize::Clean;
use crate::text::width::{ellipsize, width};
use crate::words::Word;

/// At most this many places of use are named.
pub(super) const NAMED: usize = 24;
/// At most this many meanings are shown: who has more of them reads them where they stand.
const SENSES: usize = 40;

/// What a pop-up is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A term: what it means.
    Term(usize),
    /// The footnote that is referred to at this byte of a note: what it says.
    Footnote { note: usize, at: usize },
}

/// The pop-up over the text: the terms or the footnotes in view, and what there is to say of one.
#[derive(Clone, Debug, Default)]
pub struct Popup {
    /// All of them, in reading order.
    pub about: Vec<About>,
    /// The one that is shown.
    pub cursor: usize,
    /// What there is to say of it, laid out.
    pub detail: Detail,
    /// The first row shown.
    pub top: usize,
}

impl Popup {
    /// On these, with the first of them shown.
    pub fn new(about: Vec<About>) -> Popup {
        Popup { about, ..Popup::default() }
    }

    /// What is shown.
    pub fn shown(&self) -> Option<About> {
        self.about.get(self.cursor).copied()
    }

    /// The term that is explained.
    pub fn term(&self) -> Option<usize> {
        match self.shown()? {
            About::Term(term) => Some(term),
            About::Footnote { .. } => None,
        }
    }

    /// Takes what `now` makes of each; what it makes nothing of is left out. Stays on the one that is
    /// shown, and tells whether any is left.
    pub fn retain(&mut self, now: impl Fn(About) -> Option<About>) -> bool {
        let shown = self.shown().and_then(&now);
        self.about = self.about.iter().filter_map(|about| now(*about)).collect();
        self.cursor = self.about.iter().position(|at| Some(*at) == shown).unwrap_or(0);
        self.detail.forget();
        !self.about.is_empty()
    }

    /// Goes on to another in view, round and round.
    pub fn step(&mut self, by: isize) {
        let count = isize::try_from(self.about.len()).unwrap_or(0);
        if count > 0 {
            let cursor = isize::try_from(self.cursor).unwrap_or(0);
            self.cursor = (cursor + by).rem_euclid(count).unsigned_abs();
            self.top = 0;
        }
    }
}

/// What there is to say, laid out: anew only where it is about something else.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// Its rows.
    pub rows: Vec<Row>,
    laid_out: Option<(About, usize, usize)>,
}

impl Detail {
    /// Lays out what there is to say in `columns` columns.
    pub fn settle(&mut self, open: &Open, about: Option<About>, columns: usize) {
        let uses = |about| match about {
            About::Term(term) => open.uses.of(term).len(),
            About::Footnote { .. } => 0,
        };
        let wanted = about.map(|about| (about, columns, uses(about)));
        if self.laid_out != wanted || wanted.is_none() {
            self.rows = match about {
                Some(About::Term(term)) => rows(open, term, columns),
                Some(About::Footnote { note, at }) => footnote(open, note, at, columns),
                None => Vec::new(),
            };
            self.laid_out = wanted;
        }
    }

    /// Lays it out anew next time.
    pub fn forget(&mut self) {
        self.laid_out = None;
    }
}

/// Everything there is to say about a term, in `columns` columns.
pub(super) fn rows(open: &Open, term: usize, columns: usize) -> Vec<Row> {
    let Some(found) = open.terms.get(term) else { return Vec::new() };
    let columns = columns.max(2);
    let options = Options { ascii: open.ascii, ..Options::new(columns, &open.words) };
    let mut meanings = Meanings::new(&open.collection);
    let mut rows = Vec::new();
    let line = |pieces, columns| line(pieces, columns, open.ascii);
    let mut name = vec![piece(Role::Definition, Marks::STRONG, &found.name)];
    if !found.aliases.is_empty() {
        let others = Clean::join(&found.aliases, ", ");
        name.push(piece(Role::Muted, Marks::NONE, &Clean::new(&format!(" ({others})"))));
    }
    rows.extend(line(name, columns));
    for (i, sense) in found.senses.iter().enumerate().take(SENSES) {
        if i > 0 {
            rows.push(Row::default());
        }
        let kind = match sense.origin.is_explicit() {
            true => Word::TermExplicit,
            false => Word::TermInferred,
        };
        let address = open.addresses.of(&open.collection, sense.place);
        let mark = if address.is_empty() { "" } else { "§" };
        let from = format!("{mark}{address} {}", kind.text(open.locale));
        rows.extend(line(vec![piece(Role::Muted, Marks::NONE, &Clean::new(from.trim()))], columns));
        rows.extend(layout::rows(meanings.blocks(sense), &options));
    }
    if found.senses.len() > SENSES {
        rows.extend(line(vec![piece(Role::Muted, Marks::NONE, &Clean::literal("…"))], columns));
    }
    let places = open.uses.of(term);
    if !places.is_empty() {
        let named: Vec<String> = places
            .iter()
            .take(NAMED)
            .map(|place| format!("§{}", open.addresses.of(&open.collection, *place)))
            .collect();
        let more = if named.len() < places.len() { " …" } else { "" };
        let text = format!("{}: {}{more}", Word::TermUsedIn.text(open.locale), named.join(" "));
        rows.push(Row::default());
        rows.extend(line(vec![piece(Role::Muted, Marks::NONE, &Clean::new(&text))], columns));
    }
    rows
}

/// What a footnote says, in `columns` columns.
fn footnote(open: &Open, note: usize, at: usize, columns: usize) -> Vec<Row> {
    let columns = columns.max(2);
    let options = Options { ascii: open.ascii, ..Options::new(columns, &open.words) };
    let found = open.collection.notes.get(note).and_then(|note| note.footnote(at));
    let rows = layout::rows(&found.map(|found| found.blocks).unwrap_or_default(), &options);
    if rows.is_empty() {
        let empty = Clean::literal(Word::EmptyFootnote.text(open.locale));
        return line(vec![piece(Role::Muted, Marks::NONE, &empty)], columns, open.ascii);
    }
    rows
}

fn piece(role: Role, marks: Marks, text: &Clean) -> Piece {
    Piece { marks, ..Piece::decor(role, text) }
}

/// Pieces as rows of `columns` columns: broken at spaces, and cut where a word is longer.
pub(super) fn line(pieces: Vec<Piece>, columns: usize, ascii: bool) -> Vec<Row> {
    let mut rows = vec![Row::default()];
    let mut used = 0;
    for piece in pieces {
        for word in piece.text.split_inclusive(' ') {
            let wide = width(word.trim_end());
            if used > 0 && used + wide > columns {
                rows.push(Row::default());
                used = 0;
            }
            let room = columns.saturating_sub(used).max(1);
            let word = if width(word) > room { word.trim_end() } else { word };
            let text = Clean::new(&signs(&ellipsize(word, room), ascii));
            used += width(&text);
            if let Some(row) = rows.last_mut() {
                row.pieces.push(Piece { text, ..piece.clone() });
            }
        }
    }
    rows
}
