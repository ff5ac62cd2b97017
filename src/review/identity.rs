//! Which card is which: the cards that are in the notes now, found among those that are known.
//!
//! A card is known by its note, its kind and side, and what it asks, so that a corrected answer, another
//! number of its section or another place in its note change nothing. What was moved to another note is
//! found by what it says; what was corrected, by how much of it is left. Where that leaves a doubt, the
//! reader is asked ([`Proposal`]), and what is not found is listed, never forgotten.

mod adopting;
mod fold;
mod matching;
mod mending;
mod near;

use std::collections::HashMap;
use std::sync::Arc;

pub use adopting::offered;
pub(super) use fold::digest_of;
pub use fold::folded;
pub use matching::matched;

use crate::library::cards::{Card, Kind, Side};
use crate::library::{Library, Note};

/// What a card is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Likeness {
    /// Its note: see [`note_key`].
    pub note: Arc<str>,
    /// What it was written as.
    pub kind: Kind,
    /// Which way it asks.
    pub side: Side,
    /// What it asks, as [`folded`].
    pub prompt: String,
    /// The how-manieth it is of those that are alike in all of the above, from 0.
    pub nth: u32,
    /// What answers it, as [`folded`].
    pub answer: String,
}

impl Likeness {
    /// What it is known by, its answer apart, in 16 characters: the same on every machine.
    pub fn digest(&self) -> String {
        let Likeness { note, kind, side, prompt, nth, .. } = self;
        // No text that is kept has this character.
        let parts = [&**note, kind.name(), side.name(), prompt, &nth.to_string()];
        format!("{:016x}", fold::digest(&parts.join("\0")))
    }
}

/// How a card was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It asks the same in the same note.
    Same,
    /// It is in another note now.
    Moved,
    /// What it asks was corrected.
    Mended,
}

/// A card that was found: which of the known ones, and which of those in the notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Same {
    /// The known one.
    pub known: usize,
    /// The one in the notes.
    pub current: usize,
    /// How it was found.
    pub how: How,
}

/// A card that may be a known one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proposal {
    /// The known one.
    pub known: usize,
    /// The one in the notes.
    pub current: usize,
    /// How much of what it asks is alike, in percent.
    pub alike: u8,
}

/// What has become of the known cards. Each of them is in one of `same`, `proposals`, `lost` and
/// `elsewhere`, and each card of the notes in one of `same`, `proposals` and `fresh`; all by their places
/// in the two lists, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// They are found, beyond doubt.
    pub same: Vec<Same>,
    /// They may be, and the reader is asked.
    pub proposals: Vec<Proposal>,
    /// Cards of the notes that are like none that is known.
    pub fresh: Vec<usize>,
    /// Known cards that are not found, though their notes, if they were still there, would be open.
    pub lost: Vec<usize>,
    /// Known cards of notes that are not open.
    pub elsewhere: Vec<usize>,
}

/// What a note is known by: its `id` in front matter (`id:…`), or else its path below the root that it
/// was opened under, with `/`.
pub fn note_key(note: &Note) -> Arc<str> {
    match &note.front.id {
        Some(id) => Arc::from(format!("id:{id}")),
        None => Arc::from(note.path.as_str()),
    }
}

/// What `cards`, in reading order, are known by.
pub fn likenesses(library: &Library, cards: &[Card]) -> Vec<Likeness> {
    let mut notes: HashMap<usize, Arc<str>> = HashMap::new();
    let mut seen: HashMap<(Arc<str>, Kind, Side, String), u32> = HashMap::new();
    let likeness = |card: &Card| {
        let key = || library.notes.get(card.place.note).map_or_else(|| "".into(), |n| note_key(n));
        let note = notes.entry(card.place.note).or_insert_with(key).clone();
        let (kind, side) = (card.kind, card.side);
        let (prompt, answer) = (folded(&card.prompt()), folded(&card.answer()));
        let count = seen.entry((note.clone(), kind, side, prompt.clone())).or_default();
        let nth = *count;
        *count += 1;
        Likeness { note, kind, side, prompt, nth, answer }
    };
    cards.iter().map(likeness).collect()
}
