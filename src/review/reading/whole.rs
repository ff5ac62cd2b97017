//! How far a note is read: section by section, each with all that is under it, and as a whole.

use super::super::card::Section as Kept;
use super::{Mark, has_text, marks, units};
use crate::library::Note;

/// How far several units are read together. Those without text of their own do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// How many are read.
    pub read: usize,
    /// How many were, and are others since.
    pub changed: usize,
    /// How many there are.
    pub all: usize,
}

impl Whole {
    /// As far as the one that is least far; what has nothing to be read is not read.
    pub fn mark(self) -> Mark {
        match self {
            Whole { all: 0, .. } => Mark::Unread,
            Whole { read, all, .. } if read == all => Mark::Read,
            Whole { read, changed, all } if read + changed == all => Mark::Changed,
            _ => Mark::Unread,
        }
    }

    /// Whether something of it was ever read.
    pub fn is_begun(self) -> bool {
        self.read + self.changed > 0
    }

    /// Both together.
    pub fn and(self, other: Whole) -> Whole {
        Whole {
            read: self.read + other.read,
            changed: self.changed + other.changed,
            all: self.all + other.all,
        }
    }
}

/// How far a note is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    own: Vec<Mark>,
    has_text: Vec<bool>,
    /// The units that each hangs under.
    parents: Vec<Option<usize>>,
    /// The seconds that count for those that nobody ever said to be read, or not to be.
    begun: Vec<u32>,
    whole: Vec<Whole>,
    total: Whole,
}

impl Reading {
    /// How far a note is read by what is kept of it.
    pub fn new(note: &Note, kept: &[Kept]) -> Reading {
        let found = marks(note, kept);
        let seconds = |at: &Option<usize>| {
            let kept = at.and_then(|at| kept.get(at));
            kept.filter(|kept| kept.is_unsaid()).map_or(0, |kept| kept.seconds)
        };
        let count = units(note);
        let parent = |unit: usize| note.sections.get(unit).and_then(|section| section.parent);
        let mut reading = Reading {
            begun: found.kept.iter().map(seconds).collect(),
            own: found.own,
            has_text: (0..count).map(|unit| has_text(note, unit)).collect(),
            parents: (0..count).map(parent).collect(),
            ..Reading::default()
        };
        reading.count();
        reading
    }

    /// How many units of a note there are to be read.
    pub fn size(note: &Note) -> usize {
        (0..units(note)).filter(|unit| has_text(note, *unit)).count()
    }

    /// How far a unit is, without those under it.
    pub fn own(&self, unit: usize) -> Mark {
        self.own.get(unit).copied().unwrap_or_default()
    }

    /// Whether a unit has text of its own.
    pub fn has_text(&self, unit: usize) -> bool {
        self.has_text.get(unit).copied().unwrap_or(false)
    }

    /// For how many seconds a unit was read that was never said to be read, or not to be. What was taken back,
    /// or is another since, is read anew.
    pub fn begun(&self, unit: usize) -> u32 {
        self.begun.get(unit).copied().unwrap_or(0)
    }

    /// How far a unit is with all under it.
    pub fn whole(&self, unit: usize) -> Whole {
        self.whole.get(unit).copied().unwrap_or_default()
    }

    /// How far the note is.
    pub fn total(&self) -> Whole {
        self.total
    }

    /// Says how far units are now.
    pub fn set(&mut self, marks: impl IntoIterator<Item = (usize, Mark)>) {
        for (unit, mark) in marks {
            if let (Some(own), Some(begun)) = (self.own.get_mut(unit), self.begun.get_mut(unit)) {
                (*own, *begun) = (mark, 0);
            }
        }
        self.count();
    }

    fn count(&mut self) {
        self.whole = vec![Whole::default(); self.own.len()];
        self.total = Whole::default();
        // What is under a section comes after it, and is done before it.
        for unit in (0..self.own.len()).rev() {
            let mut whole = self.whole(unit);
            if self.has_text(unit) {
                whole.all += 1;
                whole.read += usize::from(self.own(unit) == Mark::Read);
                whole.changed += usize::from(self.own(unit) == Mark::Changed);
            }
            if let Some(own) = self.whole.get_mut(unit) {
                *own = whole;
            }
            let parent = self.parents.get(unit).copied().flatten();
            match parent.and_then(|parent| self.whole.get_mut(parent)) {
                Some(parent) => *parent = parent.and(whole),
                None => self.total = self.total.and(whole),
            }
        }
    }
}
