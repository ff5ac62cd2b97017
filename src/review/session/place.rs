//! Which place a card of a session belongs to.

use super::queue::Place;
use super::{Item, Plan, Session};
use crate::review::moment::Day;
use crate::review::progress::Due;

impl Session {
    /// Puts a card where it belongs now.
    pub(super) fn place(&mut self, at: usize) {
        let place = self.place_of(at);
        self.queue.put(at, place);
    }

    fn place_of(&self, at: usize) -> Option<Place> {
        let item = self.items.get(at).filter(|_| at < self.there)?;
        if self.plan == Plan::Cram {
            let round = self.rounds.get(at).copied().filter(|round| *round < u32::MAX)?;
            return (!item.progress.suspended).then_some(Place::Review(round, at as u64));
        }
        let place = self.alone(item)?;
        // What is in the middle of being learned goes on, whatever its siblings do.
        if matches!(place, Place::Learning(_)) {
            return Some(place);
        }
        let siblings = item.siblings.and_then(|text| self.by_text.get(&text));
        let hidden = siblings.is_some_and(|siblings| {
            siblings.iter().any(|other| *other != at && self.goes_before(*other, at, place))
        });
        (!hidden).then_some(place)
    }

    /// Whether a sibling has had the day of the card `at`, whose place would be `place`, or will have it.
    fn goes_before(&self, other: usize, at: usize, place: Place) -> bool {
        let Some(item) = self.items.get(other) else { return false };
        let today = item.progress.answered.is_some_and(|answered| answered.last == self.day);
        let rank = |place| match place {
            Place::Learning(_) => 0,
            Place::Review(..) => 1,
            Place::New => 2,
        };
        today || self.alone(item).is_some_and(|own| (rank(own), other) < (rank(place), at))
    }

    /// The place of a card that had no siblings.
    fn alone(&self, item: &Item) -> Option<Place> {
        if !item.progress.is_open(self.day) {
            return None;
        }
        match item.progress.due {
            Due::New => Some(Place::New),
            Due::At(time) => Some(Place::Learning(time)),
            // What is due longest first; of a day in no order, lest one card gives another away.
            Due::On(day) => item.progress.is_due_on(self.day).then(|| {
                let chance = item.card.chance(u64::from(self.day.0.unsigned_abs()));
                Place::Review(day.since(Day(i32::MIN)), chance)
            }),
        }
    }
}
