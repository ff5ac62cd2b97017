//! Cards: what a note gives to be asked, and what answers it.
//!
//! Five kinds are read from the blocks of a note, never from its code: terms that it explains,
//! definition lists, questions with answers, texts with gaps, and pairs of texts. Nothing is read
//! before it is asked for, and a card keeps its texts and its place; what it shows is read from the
//! note again ([`Faces`]).

mod cloze;
mod extract;
mod faces;
mod inlines;
mod kinds;
mod label;
mod pairs;
mod questions;

use std::ops::Range;
use std::sync::Arc;

pub use faces::{Face, Faces, Gaps};
pub use kinds::{Kind, Kinds};

use super::glossary::Sense;
use super::{Library, Note, Place};
use crate::diag::Diagnostic;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// What stands in the place of what is asked for.
const GAP: &str = "[…]";

/// Which way a card asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// From the term to its definition, from the question to the answer.
    Forward,
    /// From the definition to the term.
    Reverse,
}

impl Side {
    /// Both.
    pub const ALL: [Side; 2] = [Side::Forward, Side::Reverse];

    /// The side of this name.
    pub fn named(name: &str) -> Option<Side> {
        Side::ALL.into_iter().find(|side| side.name() == name)
    }

    /// Its name where cards are kept: never changed once released.
    pub fn name(self) -> &'static str {
        match self {
            Side::Forward => "forward",
            Side::Reverse => "reverse",
        }
    }
}

/// One card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What it was written as.
    pub kind: Kind,
    /// Which way it asks.
    pub side: Side,
    /// The section that it stands in.
    pub place: Place,
    /// Where it stands in the note, from its first byte to its last. A term that front matter explains
    /// stands at the beginning.
    pub span: Span,
    /// The number, within its note, of what it was made of: the two sides of a term and the gaps of one
    /// text have the same, and are not asked on one day.
    pub group: u32,
    /// It only reads like a definition, and is a card for whoever adds it.
    pub inferred: bool,
    said: Said,
}

/// The texts of a card, shared with its siblings.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    /// Of several that stand at one place, `nth` tells which.
    Two { front: Arc<Clean>, back: Arc<Clean>, nth: u32 },
    /// The text without the signs of its gaps; the bytes of the gap that this card asks for, and the
    /// how-manieth that is.
    Gap { whole: Arc<Clean>, gap: Range<usize>, at: u32, nth: u32 },
    /// A term, and one of its meanings.
    Term { name: Arc<Clean>, sense: Arc<Sense> },
}

impl Card {
    /// What it asks, as text on one line.
    pub fn prompt(&self) -> Clean {
        match (&self.said, self.side) {
            (Said::Gap { whole, gap, .. }, _) => {
                let mut text = whole.slice(0..gap.start);
                text.push(&Clean::literal(GAP));
                text.push(&whole.slice(gap.end..whole.len()));
                trimmed(&text)
            }
            (_, Side::Forward) => self.front().clone(),
            (_, Side::Reverse) => self.back().clone(),
        }
    }

    /// What answers it, as text on one line.
    pub fn answer(&self) -> Clean {
        match (&self.said, self.side) {
            (Said::Gap { whole, gap, .. }, _) => trimmed(&whole.slice(gap.clone())),
            (_, Side::Forward) => self.back().clone(),
            (_, Side::Reverse) => self.front().clone(),
        }
    }

    /// The tags of its note.
    pub fn tags<'a>(&self, library: &'a Library) -> &'a [Clean] {
        library.notes.get(self.place.note).map_or(&[], |note| &note.front.tags)
    }

    fn front(&self) -> &Clean {
        match &self.said {
            Said::Two { front, .. } => front,
            Said::Gap { whole, .. } => whole,
            Said::Term { name, .. } => name,
        }
    }

    fn back(&self) -> &Clean {
        match &self.said {
            Said::Two { back, .. } => back,
            Said::Gap { whole, .. } => whole,
            Said::Term { sense, .. } => &sense.definition,
        }
    }
}

fn trimmed(text: &Clean) -> Clean {
    let start = text.len() - text.trim_start().len();
    text.slice(start..text.trim_end().len())
}

/// The cards of one note.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// In reading order; of one place the forward one first.
    pub cards: Vec<Card>,
    /// What was meant as a card and is none, in the order of the note.
    pub diagnostics: Vec<Diagnostic>,
}

/// The cards of a note; `inferred`: also those of terms that are only inferred, for the reader to add.
/// What the note's front matter switches off is left out. None where there is no such note.
pub fn of_note(library: &Library, note: usize, inferred: bool) -> Found {
    extract::found(library, note, inferred)
}

/// What in a note was meant as a card and is none, as in [`Found`].
pub fn problems(note: &Note) -> Vec<Diagnostic> {
    extract::problems(note)
}
