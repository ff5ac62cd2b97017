//! What is known about cards and sections beside their logs: the newest statement about each counts.

use super::id::Id;
use super::identity::Likeness;
use crate::library::cards::{Kind, Side};

/// What a card is found again by in the notes ([`super::identity`]), as it is kept. What stands here is
/// compared, never shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The note: what it calls itself, or where it lies below what was opened.
    pub note: String,
    /// The name of the kind of card; a newer version may know more of them.
    pub kind: String,
    /// The name of the way that it asks.
    pub side: String,
    /// The folded prompt.
    pub prompt: String,
    /// The how-manieth it is of those that are alike in all of the above, from 0.
    pub nth: u32,
}

impl Key {
    /// The same for the same key, on every machine.
    pub fn digest(&self) -> Id {
        self.id(0)
    }

    /// The `n`th identity that a card of this key may have: the next is for when the one before is that of
    /// a card which had this key once.
    pub fn id(&self, n: u32) -> Id {
        let (nth, n) = (self.nth.to_string(), n.to_string());
        Id::named(&[&self.note, &self.kind, &self.side, &self.prompt, &nth, &n])
    }

    /// What a card with this folded answer is known by; none where its kind is one that only a newer version
    /// knows.
    pub fn likeness(&self, answer: &str) -> Option<Likeness> {
        let Key { note, kind, side, prompt, nth } = self;
        Some(Likeness {
            note: note.as_str().into(),
            kind: Kind::named(kind)?,
            side: Side::named(side)?,
            prompt: prompt.clone(),
            nth: *nth,
            answer: answer.to_owned(),
        })
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

impl From<&Likeness> for Key {
    fn from(card: &Likeness) -> Key {
        let (kind, side) = (card.kind.name().to_owned(), card.side.name().to_owned());
        let (note, prompt) = (card.note.to_string(), card.prompt.clone());
        Key { note, kind, side, prompt, nth: card.nth }
    }
}

impl Card {
    /// What it is known by; none where its kind is one that only a newer version knows.
    pub fn likeness(&self) -> Option<Likeness> {
        self.key.likeness(&self.answer)
    }

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
    /// When what nobody ever said was said.
    pub const UNSAID: i64 = 0;

    /// Whether nobody ever said that it is read, or that it is not.
    pub fn is_unsaid(&self) -> bool {
        self.text.is_none() && self.changed == Section::UNSAID
    }

    /// What two machines know about one section, together.
    pub fn merged(self, other: Section) -> Section {
        let seconds = self.seconds.max(other.seconds);
        let newest = |section: &Section| (section.changed, section.text);
        let newer = if newest(&self) >= newest(&other) { self } else { other };
        Section { seconds, ..newer }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_card_is_known_by_is_kept() {
        for kind in Kind::ALL {
            for side in Side::ALL {
                let (note, prompt) = ("나루.md".into(), "배".to_owned());
                let known = Likeness { note, kind, side, prompt, nth: 2, answer: "노".to_owned() };
                let key = Key::from(&known);
                let answer = known.answer.clone();
                let card = Card { id: key.digest(), created: 1, changed: 1, key, answer };
                assert_eq!(card.likeness(), Some(known));
            }
        }
        let kind = "of tomorrow".to_owned();
        let key = Key { kind, side: "forward".to_owned(), ..Key::default() };
        let card = Card { id: key.digest(), created: 1, changed: 1, key, answer: String::new() };
        assert_eq!(card.likeness(), None);
    }
}
