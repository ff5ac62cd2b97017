//! Where each card of a session stands.

use std::collections::{BTreeSet, HashMap};

/// A place in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It comes again at this time, in milliseconds since 1970.
    Learning(i64),
    /// It is due: in the order of these two.
    Review(u32, u64),
    /// It is new: in the order of the cards.
    New,
}

/// The cards of a session by their places; each is found, put and taken away in logarithmic time.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue {
    learning: BTreeSet<(i64, usize)>,
    review: BTreeSet<(u32, u64, usize)>,
    new: BTreeSet<usize>,
    places: HashMap<usize, Place>,
}

impl Queue {
    /// Puts a card into `place`, or out of the queue, wherever it was.
    pub fn put(&mut self, at: usize, place: Option<Place>) {
        let before = match place {
            Some(place) => self.places.insert(at, place),
            None => self.places.remove(&at),
        };
        match before {
            Some(Place::Learning(time)) => self.learning.remove(&(time, at)),
            Some(Place::Review(first, second)) => self.review.remove(&(first, second, at)),
            Some(Place::New) => self.new.remove(&at),
            None => false,
        };
        match place {
            Some(Place::Learning(time)) => self.learning.insert((time, at)),
            Some(Place::Review(first, second)) => self.review.insert((first, second, at)),
            Some(Place::New) => self.new.insert(at),
            None => false,
        };
    }

    /// Whether a card stands anywhere.
    pub fn has(&self, at: usize) -> bool {
        self.places.contains_key(&at)
    }

    /// How many are being learned, are due, and are new.
    pub fn lengths(&self) -> (usize, usize, usize) {
        (self.learning.len(), self.review.len(), self.new.len())
    }

    /// The first that is being learned, with its time.
    pub fn learning(&self) -> Option<(i64, usize)> {
        self.learning.first().copied()
    }

    /// The first that is due.
    pub fn review(&self) -> Option<usize> {
        self.review.first().map(|&(_, _, at)| at)
    }

    /// The first that is new.
    pub fn new_one(&self) -> Option<usize> {
        self.new.first().copied()
    }
}
