//! For how long sections are read: the time between two events belongs to what was on the screen meanwhile.
//!
//! Of several sections in view each gets as much of it as it has of the text that was to be seen, so that no
//! time counts twice: a screen of short sections takes as long as all of them. One that is longer than the
//! screen is read when its end was seen, too.

use std::collections::BTreeMap;

use crate::library::Library;
use crate::review::reading::{Statement, needed};

/// What is to be seen of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The note.
    pub note: usize,
    /// The unit.
    pub unit: usize,
    /// The columns of text.
    pub columns: usize,
    /// Whether its end is among them.
    pub ends: bool,
}

/// For how long sections are read, in milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// Since the program began, by a clock that does not go back; whoever sends events says it.
    pub now: u64,
    /// When something last happened.
    pub last: u64,
    times: BTreeMap<(usize, usize), Time>,
}

#[derive(Clone, Debug, Default)]
struct Time {
    /// How long it was read that was not said yet.
    unsaid: u64,
    /// How long it was read since it began to be.
    read: u64,
    /// How long it had been read before, in seconds; none where that is not known yet.
    before: Option<u32>,
    /// Its end was seen.
    ended: bool,
    /// The seconds that it takes; none where there is nothing to read.
    needed: Option<u32>,
}

impl Times {
    /// It is so late now, and nobody has read meanwhile.
    pub fn skip_to(&mut self, now: u64) {
        (self.now, self.last) = (now, now);
    }

    /// Lets time pass over what is seen. `begun` gives how long something was read before, in seconds, as soon
    /// as that is known. Gives what was read for long enough.
    pub(super) fn pass(
        &mut self,
        library: &Library,
        seen: &[Seen],
        passed: u64,
        begun: &dyn Fn(usize, usize) -> Option<u32>,
    ) -> Vec<(usize, usize)> {
        let all: usize = seen.iter().map(|seen| seen.columns).sum();
        let mut read = Vec::new();
        for seen in seen.iter().filter(|seen| seen.columns > 0) {
            let Some(note) = library.notes.get(seen.note) else { continue };
            let key = (seen.note, seen.unit);
            let anew = || Time { needed: needed(note, seen.unit), ..Time::default() };
            let time = self.times.entry(key).or_insert_with(anew);
            let part = |of: usize| u64::try_from(of).unwrap_or(u64::MAX);
            let share = passed.saturating_mul(part(seen.columns)) / part(all).max(1);
            time.unsaid = time.unsaid.saturating_add(share);
            time.read = time.read.saturating_add(share);
            time.ended |= seen.ends;
            time.before = time.before.or_else(|| begun(seen.note, seen.unit));
            let long = u64::from(time.before.unwrap_or(0)) * 1000 + time.read;
            if time.ended && time.needed.is_some_and(|needed| long >= u64::from(needed) * 1000) {
                read.push(key);
            }
        }
        read
    }

    /// What was taken back is to be read anew.
    pub(super) fn begin_anew(&mut self, note: usize, unit: usize) {
        if let Some(time) = self.times.get_mut(&(note, unit)) {
            *time = Time { read: 0, before: Some(0), ended: false, ..std::mem::take(time) };
        }
    }

    /// The notes that were read for a while that was not said yet.
    pub(super) fn notes(&self) -> Vec<usize> {
        let unsaid = self.times.iter().filter(|(_, time)| time.unsaid >= 1000);
        let mut notes: Vec<usize> = unsaid.map(|((note, _), _)| *note).collect();
        notes.dedup();
        notes
    }

    /// For how long units of a note were read that was not said yet; it is said now.
    pub(super) fn unsaid(&mut self, note: usize, which: &dyn Fn(usize) -> bool) -> Vec<Statement> {
        let own = self.times.range_mut((note, 0)..=(note, usize::MAX));
        let unsaid = own.filter(|((_, unit), time)| time.unsaid >= 1000 && which(*unit));
        let say = |((_, unit), time): (&(usize, usize), &mut Time)| {
            let seconds = u32::try_from(time.unsaid / 1000).unwrap_or(u32::MAX);
            time.unsaid %= 1000;
            // What is told later of the time before has this in it.
            time.before = time.before.or(Some(0));
            Statement { unit: *unit, read: None, seconds }
        };
        unsaid.map(say).collect()
    }

    pub(super) fn moved(&mut self, now: &dyn Fn(usize) -> Option<usize>) {
        let times = std::mem::take(&mut self.times).into_iter();
        let moved = times.filter_map(|((note, unit), time)| Some(((now(note)?, unit), time)));
        self.times = moved.collect();
    }
}
