//! How far the notes are read, as far as the app knows: what the state has told, and what was said since.

mod times;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::study::{Marks, Wanted};
use crate::library::{Library, Note, Place};
use crate::review::reading::{Mark, Reading, Statement, Whole, has_text, unit, units};
pub use times::{Seen, Times};

/// How far the notes are read.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// Those of which something is known.
    notes: BTreeMap<usize, Known>,
    /// Of which notes the state has told what it knows.
    told: Vec<bool>,
    /// How often the notes have become others: what is told of older ones is of no use.
    load: u64,
    /// Something is asked that was not answered yet.
    asking: bool,
    /// What is due is asked for.
    wants_due: bool,
    /// How many units of all notes before each there are to be read, and of all at the end; empty where that
    /// is not known.
    sizes: Vec<usize>,
    /// There is a state, so that something can be kept without making one.
    exists: bool,
    /// How many cards are due; none where that is not known.
    pub due: Option<usize>,
    /// For how long sections are read.
    pub times: Times,
    /// What was marked last, so that it can be taken back.
    marked: Option<Marked>,
}

/// What is known of a note.
#[derive(Clone, Debug, Default)]
struct Known {
    reading: Reading,
    /// So many statements about it were not answered yet.
    waits: usize,
}

/// What was marked: which units of which note were what before.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Marked {
    note: usize,
    units: Range<usize>,
    before: Vec<usize>,
}

impl Progress {
    /// How far a section is, with all under it, or a note.
    pub fn of(&self, library: &Library, place: Place) -> Whole {
        let Some(known) = self.notes.get(&place.note) else { return Whole::default() };
        let note = library.notes.get(place.note);
        match (place.section, note.and_then(|note| unit(note, place.section))) {
            (Some(_), Some(unit)) => known.reading.whole(unit),
            _ => known.reading.total(),
        }
    }

    /// How far a section is, without those under it.
    pub fn own(&self, note: usize, unit: usize) -> Mark {
        self.notes.get(&note).map_or(Mark::Unread, |known| known.reading.own(unit))
    }

    /// How far several notes are together; none where it is not known how much there is in them.
    pub fn of_notes(&self, notes: Range<usize>) -> Option<Whole> {
        let all = self.sizes.get(notes.end)?.checked_sub(*self.sizes.get(notes.start)?)?;
        let begun = self.notes.range(notes).map(|(_, known)| known.reading.total());
        Some(Whole { all, ..begun.fold(Whole::default(), Whole::and) })
    }

    /// Whether something was ever read.
    pub fn is_begun(&self) -> bool {
        self.notes.values().any(|known| known.reading.total().is_begun())
    }

    /// What is known of a note, begun anew where that is nothing.
    fn known(&mut self, library: &Library, note: usize) -> Option<&mut Known> {
        let open = library.notes.get(note)?;
        let anew = || Known { reading: Reading::new(open, &[]), waits: 0 };
        Some(self.notes.entry(note).or_insert_with(anew))
    }

    /// What is to be asked, where nothing is in question: the marks of notes, in one question for all of
    /// them, be it those in view or, when `all` are there, all.
    pub fn wanted(&mut self, library: &Library, view: &[usize], all: bool) -> Option<Wanted> {
        if self.asking {
            return None;
        }
        self.told.resize(library.notes.len(), false);
        let lacks = |note: &usize| self.told.get(*note) == Some(&false);
        let mut notes: Vec<usize> = if all {
            (0..library.notes.len()).filter(lacks).collect()
        } else {
            view.iter().copied().filter(lacks).collect()
        };
        notes.dedup();
        let several = all && library.notes.len() > 1;
        let sizes = several && self.sizes.is_empty() && self.is_begun();
        if notes.is_empty() && !sizes && !self.wants_due {
            return None;
        }
        self.wants_due = false;
        self.asking = true;
        Some(Wanted { notes, sizes, load: self.load })
    }

    /// It is asked anew what is due.
    pub fn ask_due(&mut self) {
        self.wants_due = true;
    }

    /// Takes what the state has told.
    pub fn take(&mut self, told: Marks) {
        if told.wanted.load != self.load {
            return;
        }
        self.asking = false;
        self.exists |= told.exists;
        self.due = told.due;
        if let Some(sizes) = told.sizes {
            let mut sum = 0;
            self.sizes = vec![0];
            self.sizes.extend(sizes.into_iter().map(|size| {
                sum += size;
                sum
            }));
        }
        for note in told.wanted.notes {
            if let Some(told) = self.told.get_mut(note) {
                *told = true;
            }
        }
        for (note, reading) in told.readings {
            // What was said since is known better here, and will be told.
            let known = self.notes.entry(note).or_default();
            if known.waits == 0 {
                known.reading = reading;
            }
        }
    }

    /// Takes how far a note is that something was said of; none where that could not be kept.
    pub fn kept(&mut self, library: &Library, note: &Arc<Note>, reading: Option<Reading>) {
        self.exists |= reading.is_some();
        let same = |note: &Arc<Note>, other: &Arc<Note>| Arc::ptr_eq(note, other);
        let open = self
            .notes
            .iter_mut()
            .find(|(at, _)| library.notes.get(**at).is_some_and(|own| same(own, note)));
        let Some((_, known)) = open else { return };
        known.waits = known.waits.saturating_sub(1);
        if let Some(reading) = reading.filter(|_| known.waits == 0) {
            known.reading = reading;
        }
    }

    /// The notes have become others; `now` gives where those are that have stayed as they were.
    pub fn moved(&mut self, now: &dyn Fn(usize) -> Option<usize>) {
        self.load += 1;
        self.asking = false;
        self.sizes.clear();
        self.marked = None;
        let notes = std::mem::take(&mut self.notes).into_iter();
        self.notes = notes.filter_map(|(note, known)| Some((now(note)?, known))).collect();
        let told = std::mem::take(&mut self.told);
        for (note, _) in told.into_iter().enumerate().filter(|(_, told)| *told) {
            let Some(note) = now(note) else { continue };
            if self.told.len() <= note {
                self.told.resize(note + 1, false);
            }
            if let Some(told) = self.told.get_mut(note) {
                *told = true;
            }
        }
        self.times.moved(now);
    }

    /// Marks units of a note read, or, where they all are, takes that back. What was marked just before is
    /// then as it was before that. Gives whether they are read now, which of them have changed, and what is
    /// to be said to the state; none where there is nothing to be read in them.
    pub fn mark(
        &mut self,
        library: &Library,
        note: usize,
        units: Range<usize>,
    ) -> Option<(bool, Vec<Statement>)> {
        let last = self.marked.take();
        let known = self.known(library, note)?;
        let texts = units.clone().filter(|unit| known.reading.has_text(*unit));
        let texts: Vec<usize> = texts.collect();
        if texts.is_empty() {
            return None;
        }
        let mark = |unit: &usize| known.reading.own(*unit);
        let all = texts.iter().all(|unit| mark(unit) == Mark::Read);
        let changed = match last.filter(|last| last.note == note && last.units == units) {
            Some(last) if all => last.before,
            _ if all => texts,
            _ => texts.into_iter().filter(|unit| mark(unit) != Mark::Read).collect(),
        };
        let to = if all { Mark::Unread } else { Mark::Read };
        known.reading.set(changed.iter().map(|unit| (*unit, to)));
        if all {
            changed.iter().for_each(|unit| self.times.begin_anew(note, *unit));
        } else {
            self.marked = Some(Marked { note, units, before: changed.clone() });
        }
        let say = |unit| Statement { unit, read: Some(!all), seconds: 0 };
        Some((!all, changed.into_iter().map(say).collect()))
    }

    /// What is to be said to the state of a note, with what was read of it meanwhile.
    pub fn say(&mut self, library: &Library, note: usize, said: Vec<Statement>) -> Vec<Statement> {
        let mut said = said;
        said.extend(self.times.unsaid(note, &|_| true));
        self.wait(library, note, &said);
        said
    }

    /// An answer to what is said of a note is waited for.
    fn wait(&mut self, library: &Library, note: usize, said: &[Statement]) {
        if let Some(known) = self.known(library, note).filter(|_| !said.is_empty()) {
            known.waits += 1;
        }
    }

    /// What was read and is not in view any more, or all of it: of which notes what is to be said.
    pub fn left(
        &mut self,
        library: &Library,
        in_view: &dyn Fn(usize, usize) -> bool,
        end: bool,
    ) -> Vec<(usize, Vec<Statement>)> {
        // Time alone makes no state. At the end it is looked whether another has made one.
        if !self.exists && !end {
            return Vec::new();
        }
        let mut left = Vec::new();
        for note in self.times.notes() {
            let said = self.times.unsaid(note, &|unit| !in_view(note, unit));
            if said.is_empty() {
                continue;
            }
            self.wait(library, note, &said);
            left.push((note, said));
        }
        left
    }

    /// Lets `passed` milliseconds pass over what is seen; gives what is read by that.
    pub fn pass(&mut self, library: &Library, seen: &[Seen], passed: u64) -> Vec<(usize, usize)> {
        let Progress { times, notes, told, .. } = self;
        let begun = |note: usize, unit: usize| {
            // What the state knows counts as soon as it has told it.
            let told = told.get(note).copied().unwrap_or(false);
            told.then(|| notes.get(&note).map_or(0, |known| known.reading.begun(unit)))
        };
        let mut read = times.pass(library, seen, passed, &begun);
        read.retain(|(note, unit)| self.own(*note, *unit) != Mark::Read);
        for (note, unit) in &read {
            if let Some(known) = self.known(library, *note) {
                known.reading.set([(*unit, Mark::Read)]);
            }
        }
        read
    }
}

/// The units that a row of the contents stands for, or a section: itself and all under it.
pub fn units_of(note: &Note, section: Option<usize>) -> Range<usize> {
    match section.and_then(|at| note.sections.get(at).map(|section| at..section.end)) {
        Some(units) => units,
        None => 0..units(note),
    }
}

/// The unit that is read at a place, where it has text.
pub fn text_at(library: &Library, place: Place) -> Option<usize> {
    let note = library.notes.get(place.note)?;
    unit(note, place.section).filter(|unit| has_text(note, *unit))
}
