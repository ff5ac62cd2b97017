//! How it goes with learning, in figures: what is known and what comes, what was answered and how long it
//! took, and how much is kept after which time; all of it, and part by part.

mod parts;

use std::collections::{BTreeMap, HashMap};

pub use parts::{Parts, by_note};

use super::id::Id;
use super::moment::Day;
use super::progress::{Due, Phase, Progress};
use crate::text::sanitize::Clean;

/// So many days are looked ahead, today among them.
pub const AHEAD: usize = 30;

/// A memory that lasts at least so many days is a long one.
const LONG: f32 = 21.0;

/// From how many days on answers are counted together, by the days since the one before.
pub const AGES: [u32; 6] = [1, 3, 8, 22, 61, 181];

/// A span of milliseconds in whole seconds.
pub fn seconds(milliseconds: u64) -> u64 {
    (milliseconds + 500) / 1000
}

/// An answer that counts for when a card comes again, as far as figures need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The card.
    pub card: Id,
    /// The day of studying.
    pub day: Day,
    /// Whether it was known.
    pub known: bool,
    /// How long it took, in milliseconds.
    pub took: u32,
    /// The days since the answer before; none for the first.
    pub elapsed: Option<u32>,
}

/// Cards, by how well they are known. Each is in one of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// They were never answered.
    pub new: u32,
    /// They were, and are not known yet, or not any more.
    pub learning: u32,
    /// They are known, for less than three weeks without another answer.
    pub short: u32,
    /// They are known for longer.
    pub long: u32,
    /// They are not to be asked any more.
    pub suspended: u32,
}

impl Cards {
    /// All of them.
    pub fn all(&self) -> u32 {
        self.new + self.learning + self.short + self.long + self.suspended
    }

    fn count(&mut self, progress: &Progress) {
        let lasts = progress.memory.is_some_and(|memory| memory.stability >= LONG);
        *match progress.phase {
            _ if progress.suspended => &mut self.suspended,
            Phase::New => &mut self.new,
            Phase::Learning | Phase::Relearning => &mut self.learning,
            Phase::Review if lasts => &mut self.long,
            Phase::Review => &mut self.short,
        } += 1;
    }
}

/// Answers, how many were known, and how long they took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// How many there were.
    pub answers: u32,
    /// How many of them were known.
    pub known: u32,
    /// How long they took, in milliseconds.
    pub took: u64,
}

impl Done {
    fn count(&mut self, answer: &Answer) {
        self.answers += 1;
        self.known += u32::from(answer.known);
        self.took += u64::from(answer.took);
    }

    /// How many of a hundred were known; none where there were no answers.
    pub fn percent(&self) -> Option<u32> {
        (self.known * 100 + self.answers / 2).checked_div(self.answers)
    }
}

/// A part of what is learned: a chapter of a note, or a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The note, as it is shown.
    pub note: Clean,
    /// The address of the chapter; none for the note, or what is in none of its chapters.
    pub address: Option<Clean>,
    /// What it is called.
    pub title: Clean,
    /// Its cards.
    pub cards: Cards,
    /// How many of them are to be asked today, apart from new ones.
    pub due: u32,
    /// Answers on a later day than the one before: these say how much is kept.
    pub kept: Done,
    /// How long all answers took, in milliseconds.
    pub took: u64,
}

/// How far notes are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// How many sections are read, and were not changed since.
    pub read: usize,
    /// How many were, and are others since.
    pub changed: usize,
    /// How many there are to be read; none where that is not asked of notes.
    pub all: Option<usize>,
    /// For how long they were read, in seconds.
    pub seconds: u64,
}

impl Read {
    /// Whether anything was ever read.
    pub fn is_begun(&self) -> bool {
        self.read > 0 || self.changed > 0 || self.seconds > 0
    }
}

/// All figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Today.
    pub day: Day,
    /// The cards.
    pub cards: Cards,
    /// How many come on which day, from today on: what is late comes today. New ones come as the limits of
    /// a day allow it, and are not among them.
    pub due: [u32; AHEAD],
    /// How many of those that come today should have come before.
    pub late: u32,
    /// The days that had answers.
    pub days: BTreeMap<Day, Done>,
    /// What was known on a later day than the answer before, by the days between, as in [`AGES`].
    pub kept: [Done; AGES.len()],
    /// How far the notes are read.
    pub read: Read,
    /// Part by part, in reading order, those with cards.
    pub parts: Vec<Part>,
}

impl Figures {
    /// All answers together.
    pub fn all(&self) -> Done {
        self.days.values().fold(Done::default(), |all, day| Done {
            answers: all.answers + day.answers,
            known: all.known + day.known,
            took: all.took + day.took,
        })
    }

    /// How many days in a row had answers, up to today or yesterday, and how many at the most.
    pub fn streak(&self) -> (u32, u32) {
        let (mut now, mut most, mut last) = (0, 0, None::<Day>);
        for day in self.days.keys().filter(|day| **day <= self.day) {
            now = if last.is_some_and(|last| last.plus(1) == *day) { now + 1 } else { 1 };
            (most, last) = (now.max(most), Some(*day));
        }
        // Who has not studied yet today may still do it.
        let lasts = last.is_some_and(|last| last.plus(1) >= self.day);
        (if lasts { now } else { 0 }, most)
    }
}

/// The figures on `day` of the cards of `parts`, of which `progress` knows how far they are; `each` gives
/// all answers, in any order, of other cards, too.
///
/// # Errors
/// Those of `each`.
pub fn figures<E>(
    day: Day,
    parts: Parts,
    progress: &HashMap<Id, Progress>,
    each: impl FnOnce(&mut dyn FnMut(&Answer)) -> Result<(), E>,
) -> Result<Figures, E> {
    let Parts { mut parts, cards, unknown } = parts;
    let mut figures = Figures { day, ..Figures::default() };
    let new = Progress::default();
    for (id, at) in &cards {
        let progress = progress.get(id).unwrap_or(&new);
        figures.cards.count(progress);
        let comes = comes(progress, day);
        if let Some(count) = comes.and_then(|days| figures.due.get_mut(days)) {
            *count += 1;
        }
        let late = matches!(progress.due, Due::On(due) if due < day);
        figures.late += u32::from(comes == Some(0) && late);
        if let Some(part) = parts.get_mut(*at) {
            part.cards.count(progress);
            part.due += u32::from(comes == Some(0));
        }
    }
    for at in unknown {
        figures.cards.new += 1;
        if let Some(part) = parts.get_mut(at) {
            part.cards.new += 1;
        }
    }
    each(&mut |answer| {
        let Some(at) = cards.get(&answer.card) else { return };
        figures.days.entry(answer.day).or_default().count(answer);
        let part = parts.get_mut(*at);
        let age = answer.elapsed.and_then(|days| AGES.iter().rposition(|from| *from <= days));
        if let Some(kept) = age.and_then(|age| figures.kept.get_mut(age)) {
            kept.count(answer);
        }
        if let Some(part) = part {
            part.took += u64::from(answer.took);
            if age.is_some() {
                part.kept.count(answer);
            }
        }
    })?;
    parts.retain(|part| part.cards.all() > 0);
    figures.parts = parts;
    Ok(figures)
}

/// In how many days a card comes, 0 for today; none where it does not.
fn comes(progress: &Progress, day: Day) -> Option<usize> {
    let due = match progress.due {
        _ if progress.suspended => return None,
        Due::New => return None,
        _ if progress.is_due_on(day) => day,
        Due::At(_) => day,
        Due::On(due) => due,
    };
    let due = progress.buried.map_or(due, |until| due.max(until));
    usize::try_from(due.since(day)).ok()
}
