//! How far notes are read: what a section is found by, whether it is still what was read, and how long it
//! takes to read it.

mod statement;
mod whole;

use std::collections::HashMap;

pub use statement::{Statement, restated};
pub use whole::{Reading, Whole};

use super::card::Section as Kept;
use super::identity::digest_of;
use crate::library::Note;
use crate::text::span::Span;
use crate::text::width::graphemes;

/// How far a section is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// It is not.
    #[default]
    Unread,
    /// It was, and is another since.
    Changed,
    /// It is, or has nothing to be read.
    Read,
}

/// Who reads faster than so many columns a second has not read: some 700 words or 1,000 syllables of
/// Hangul a minute.
const SPEED: usize = 35;

/// Nothing is read in less than so many seconds, and nothing takes longer than so many.
const SECONDS: (u32, u32) = (2, 300);

/// More of a section than this, in bytes, is not measured: it takes the longest anyway.
const MEASURED: usize = 24 * 1024;

/// A longer pause than this, in milliseconds, is no reading.
const PAUSE: u64 = 180_000;

/// The milliseconds of reading between two keys at `before` and `now`.
pub fn between(before: u64, now: u64) -> u64 {
    let passed = now.saturating_sub(before);
    if passed > PAUSE { 0 } else { passed }
}

/// What of a note is read on its own: its sections, or, where it has none, all of it.
pub fn units(note: &Note) -> usize {
    note.sections.len().max(1)
}

/// The unit that a section is, or the note where it has none; none for what stands before the first.
pub fn unit(note: &Note, section: Option<usize>) -> Option<usize> {
    section.or(note.sections.is_empty().then_some(0))
}

/// What a unit is found by in its note: its address; nothing for the note itself.
pub fn address(note: &Note, unit: usize) -> &str {
    note.sections.get(unit).map_or("", |section| section.address.as_str())
}

/// What a unit of a note says: its title without its number, and its own text, so that it is the same
/// wherever it stands and however its lines end. The digest is the same on every machine.
pub fn digest(note: &Note, unit: usize) -> u64 {
    let title = note.sections.get(unit).map_or("", |section| section.title.as_str());
    let words = title.split_whitespace().chain(["\n"]).chain(body(note, unit).split_whitespace());
    digest_of(words.flat_map(|word| word.bytes().chain([b' '])))
}

/// Whether a unit has text of its own to be read.
pub fn has_text(note: &Note, unit: usize) -> bool {
    !body(note, unit).trim_start().is_empty()
}

/// How many seconds it takes to read the own text of a unit; none where it has none.
pub fn needed(note: &Note, unit: usize) -> Option<u32> {
    let text = body(note, unit);
    if text.trim().is_empty() {
        return None;
    }
    if text.len() > MEASURED {
        return Some(SECONDS.1);
    }
    let columns: usize = text.lines().flat_map(graphemes).map(|(_, _, columns)| columns).sum();
    let seconds = u32::try_from(columns.div_ceil(SPEED)).unwrap_or(u32::MAX);
    Some(seconds.clamp(SECONDS.0, SECONDS.1))
}

/// The own text of a unit, without its heading.
fn body(note: &Note, unit: usize) -> &str {
    let span = match (note.sections.get(unit), note.parts.as_slice()) {
        (Some(section), _) => {
            let span = note.section_span(unit);
            Span::new(section.heading.end.clamp(span.start, span.end), span.end)
        }
        (None, [first, ..]) if unit == 0 && note.sections.is_empty() => {
            Span::new(first.span.start, note.text.len())
        }
        _ => Span::default(),
    };
    note.text.get(span.start..span.end).unwrap_or("")
}

/// How far the units of a note are read, and which of those that are `kept` of this note each of them
/// is. One that says what was read is that one, wherever it stands now; else its address tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// How far each unit itself is, without those under it.
    pub own: Vec<Mark>,
    /// The places in `kept`.
    pub kept: Vec<Option<usize>>,
}

/// See [`Marks`].
pub fn marks(note: &Note, kept: &[Kept]) -> Marks {
    let count = units(note);
    let mut marks = Marks { own: vec![Mark::Unread; count], kept: vec![None; count] };
    if kept.is_empty() {
        return marks;
    }
    let addressed: HashMap<&str, usize> =
        kept.iter().enumerate().map(|(at, kept)| (kept.section.as_str(), at)).collect();
    let of_address: Vec<Option<usize>> =
        (0..count).map(|unit| addressed.get(address(note, unit)).copied()).collect();
    // Without anything that was read nothing has to be looked at.
    let any = kept.iter().any(|kept| kept.text.is_some());
    let says = |at| if any { Some(digest(note, at)) } else { None };
    let says: Vec<Option<u64>> = (0..count).map(says).collect();
    let mut free: Vec<bool> = vec![true; kept.len()];
    // Each section is one of those that are kept at most, and the other way round.
    let mut take = |section: usize, at: usize, mark: Mark| match (
        marks.own.get_mut(section),
        marks.kept.get_mut(section),
        free.get_mut(at),
    ) {
        (Some(own), Some(found), Some(free)) if *free && found.is_none() => {
            (*own, *found, *free) = (mark, Some(at), false);
            true
        }
        _ => false,
    };
    let text = |at: usize| kept.get(at).and_then(|kept| kept.text);
    // Of several that say the same the one that stands where it stood.
    let mut in_place = Vec::with_capacity(count);
    for (section, (at, says)) in of_address.iter().zip(&says).enumerate() {
        if let Some(at) = at.filter(|at| says.is_some() && text(*at) == *says) {
            in_place.push(take(section, at, Mark::Read));
        } else {
            in_place.push(false);
        }
    }
    let mut same: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, kept) in kept.iter().enumerate().rev() {
        if let Some(text) = kept.text {
            same.entry(text).or_default().push(at);
        }
    }
    let missing = says.iter().zip(in_place).enumerate().filter(|(_, (_, in_place))| !in_place);
    for (section, (says, _)) in missing {
        let Some(others) = says.and_then(|says| same.get_mut(&says)) else { continue };
        while let Some(at) = others.pop() {
            if take(section, at, Mark::Read) {
                break;
            }
        }
    }
    for (section, at) in of_address.iter().enumerate() {
        if let Some(at) = *at {
            let mark = if text(at).is_some() { Mark::Changed } else { Mark::Unread };
            take(section, at, mark);
        }
    }
    marks
}
