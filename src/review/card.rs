//! What is known about cards and sections beside their logs: the newest statement about each counts.

use super::id::Id;

/// What a card is found again by in the notes. What stands here is compared, never shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The note: what it calls itself, or where it lies below what was opened.
    pub note: String,
    /// The kind of card.
    pub kind: String,
    /// Which of the cards that are made of the same text.
    pub side: u8,
    /// The folded prompt.
    pub prompt: String,
}

impl Key {
    /// The same for the same key, on every machine.
    pub fn digest(&self) -> Id {
        self.id(0)
    }

    /// The `n`th identity that a card of this key may have: the next is for when the one before is that of
    /// a card which had this key once.
    pub fn id(&self, n: u32) -> Id {
        let (side, n) = (self.side.to_string(), n.to_string());
        Id::named(&[&self.note, &self.kind, &side, &self.prompt, &n])
    }
}

/// A card that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its identity, which never changes.
    pub id: Id,
    /// When it was first known, in milliseconds since 1970, in UTC.
    pub created: i64,
    /// When anything below last changed.
    pub changed: i64,
    /// What it is found by.
    pub key: Key,
    /// The folded answer.
    pub answer: String,
}

impl Card {
    /// What two machines know about one card, together: the newer statement, and the older birth.
    pub fn merged(self, other: Card) -> Card {
        let created = self.created.min(other.created);
        let newest = |card: &Card| (card.changed, card.key.clone(), card.answer.clone());
        let newer = if newest(&self) >= newest(&other) { self } else { other };
        Card { created, ..newer }
    }
}

/// How far a section is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its note, as in [`Key::note`].
    pub note: String,
    /// What it is found by in the note.
    pub section: String,
    /// When it was last said to be read, or not to be, in milliseconds since 1970, in UTC.
    pub changed: i64,
    /// A digest of its text when it was read; none where it is not.
    pub text: Option<u64>,
    /// For how long it was read, in seconds.
    pub seconds: u32,
}

impl Section {
    /// What two machines know about one section, together.
    pub fn merged(self, other: Section) -> Section {
        let seconds = self.seconds.max(other.seconds);
        let newest = |section: &Section| (section.changed, section.text);
        let newer = if newest(&self) >= newest(&other) { self } else { other };
        Section { seconds, ..newer }
    }
}
