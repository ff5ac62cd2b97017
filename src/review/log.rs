//! The log of what happened to cards: everything else is derived from it. An entry never changes; one
//! that was undone is gone everywhere.

use super::id::Id;
use super::memory::{Grade, Memory, PARAMETERS, Parameters};
use super::moment::Day;

/// What happened to a card, once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The entry's own identity.
    pub id: Id,
    /// The card.
    pub card: Id,
    /// When, in milliseconds since 1970, in UTC. Never before an older entry about the same card, even
    /// where the clock went back: entries are in the order of this, then of their identities.
    pub at: i64,
    /// How far the local time was ahead of UTC, in seconds.
    pub offset: i32,
    /// The day of studying, by the clock as it was.
    pub day: Day,
    /// The machine.
    pub device: Id,
    /// What happened.
    pub what: What,
}

/// What can happen to a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// It was answered.
    Graded(Graded),
    /// It is not to be asked any more, or again.
    Suspended(bool),
    /// The reader marked it, or took the mark away.
    Flagged(bool),
    /// It is not to be asked before this day.
    Buried(Option<Day>),
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Graded {
    /// How well it was known.
    pub grade: Grade,
    /// How long the answer took, in milliseconds.
    pub took: u32,
    /// Whether it was asked out of turn, with no effect on when it comes again.
    pub cram: bool,
    /// The days since the last answer; none for the first.
    pub elapsed: Option<u32>,
    /// When it was said to come again.
    pub next: Next,
    /// Its memory before, as far as this machine knew; none where it was new.
    pub before: Option<Memory>,
}

/// When a card comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The same day, after so many minutes.
    Minutes(u32),
    /// So many days later.
    Days(u32),
}

impl Entry {
    /// What entries are in the order of.
    pub fn order(&self) -> (i64, Id) {
        (self.at, self.id)
    }
}

/// The model was fitted to the reader. The latest counts, for all cards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Its own identity.
    pub id: Id,
    /// When, in milliseconds since 1970, in UTC; always after an older one.
    pub at: i64,
    /// The machine.
    pub device: Id,
    /// From how many answers.
    pub reviews: u32,
    /// The parameters of the model.
    pub parameters: Parameters,
}

impl Fit {
    /// What fits are in the order of.
    pub fn order(&self) -> (i64, Id) {
        (self.at, self.id)
    }

    /// The parameters as numbers that are written and read without loss.
    pub fn numbers(&self) -> [f64; PARAMETERS] {
        self.parameters.map(f64::from)
    }
}
