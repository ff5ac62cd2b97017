//! The cards of a session are others now, as the notes have changed under it.

use std::collections::{HashMap, HashSet};

use super::queue::Queue;
use super::{Item, Session, Step};
use crate::review::id::Id;
use crate::review::log::{Entry, What};
use crate::review::moment::Moment;

impl Session {
    /// What was done and not taken back, in order.
    pub fn past(&self) -> impl Iterator<Item = &Entry> {
        self.past.iter().map(|past| &past.entry)
    }

    /// Now, on the day of the session where a journey has led back to the one before: what was answered must
    /// not be due again on the way.
    pub(super) fn moment(&self, now: Moment) -> Moment {
        let day = if self.day.since(now.day) == 1 { self.day } else { now.day };
        Moment { day, ..now }
    }

    /// Asks all cards again that were left for good; each can be taken back.
    pub fn wake(&mut self, now: Moment) -> Vec<Step> {
        let suspended = |(at, item): (usize, &Item)| item.progress.suspended.then_some(at);
        let at: Vec<usize> = self.items().iter().enumerate().filter_map(suspended).collect();
        let wake = |at| self.act_on(at, What::Suspended(false), now);
        at.into_iter().filter_map(wake).collect()
    }

    /// Goes on to another card where the one that is shown is not to be asked.
    pub fn settle(&mut self, now: Moment) {
        if self.shown.is_none_or(|shown| !self.queue.has(shown)) {
            self.advance(now);
        }
    }

    /// Goes on with `items`, as [`Session::new`] has them: all cards as they are now. What was done to one
    /// that is not among them can still be taken back, but it is not asked. The card that is shown stays
    /// where it is still to be asked.
    pub fn renew(&mut self, items: Vec<Item>, now: Moment) {
        let there: HashSet<Id> = items.iter().map(|item| item.card).collect();
        let rounds: HashMap<Id, u32> =
            self.items.iter().map(|item| item.card).zip(self.rounds.iter().copied()).collect();
        let id = |at: usize| self.items.get(at).map(|item| item.card);
        let mut done: Vec<usize> = self.past.iter().map(|past| past.at).collect();
        done.sort_unstable();
        done.dedup();
        let gone = done.iter().filter_map(|at| self.items.get(*at));
        let gone = gone.filter(|item| !there.contains(&item.card));
        let mut all = items.clone();
        all.extend(gone.map(|item| Item { siblings: None, ..*item }));
        let by_card: HashMap<Id, usize> =
            all.iter().enumerate().map(|(at, item)| (item.card, at)).collect();
        let moved = |at: usize| id(at).and_then(|id| by_card.get(&id).copied());
        let mut past = self.past.clone();
        past.retain_mut(|past| {
            past.shown = past.shown.and_then(moved);
            moved(past.at).map(|at| past.at = at).is_some()
        });
        let shown = self.shown.and_then(moved);
        let mut by_text: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, text) in all.iter().enumerate().filter_map(|(at, item)| Some((at, item.siblings?)))
        {
            by_text.entry(text).or_default().push(at);
        }
        let round = |item: &Item| rounds.get(&item.card).copied().unwrap_or(0);
        self.rounds = all.iter().map(round).collect();
        (self.there, self.items, self.past, self.shown) = (items.len(), all, past, shown);
        (self.by_card, self.by_text, self.queue) = (by_card, by_text, Queue::default());
        for at in 0..self.there {
            self.place(at);
        }
        self.turn(now);
        self.settle(now);
    }
}
