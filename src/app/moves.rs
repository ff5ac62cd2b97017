//! Where places of the notes are, after the notes have changed.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::reader::Spot;
use crate::library::{Library, Note, Place};
use crate::text::diff::Diff;
use crate::text::sanitize::Clean;

/// What has changed in a note that was open.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The note's path.
    pub path: Clean,
    /// What has changed in its text.
    pub diff: Arc<Diff>,
}

/// The notes of before and those of now.
pub(super) struct Moves<'a> {
    before: &'a Library,
    now: &'a Library,
    edits: &'a [Edit],
    places: OnceCell<HashMap<&'a Clean, usize>>,
}

impl<'a> Moves<'a> {
    /// `edits` tell of notes whose text is another now.
    pub fn new(before: &'a Library, now: &'a Library, edits: &'a [Edit]) -> Moves<'a> {
        Moves { before, now, edits, places: OnceCell::new() }
    }

    /// Where a note of before is now.
    pub fn note(&self, note: usize) -> Option<usize> {
        let path = &self.before.notes.get(note)?.path;
        // Nearly always it stands where it stood.
        if self.now.notes.get(note).is_some_and(|same| same.path == *path) {
            return Some(note);
        }
        let places = self.places.get_or_init(|| {
            self.now.notes.iter().enumerate().map(|(at, note)| (&note.path, at)).collect()
        });
        places.get(path).copied()
    }

    /// Whether a note of before is there as it was, and where it was.
    pub fn stays(&self, note: usize) -> bool {
        let notes = self.before.notes.get(note).zip(self.now.notes.get(note));
        notes.is_some_and(|(before, now)| Arc::ptr_eq(before, now))
    }

    /// Both forms of a note, and where it is now.
    fn both(&self, note: usize) -> Option<(&'a Note, &'a Note, usize)> {
        let now = self.note(note)?;
        Some((self.before.notes.get(note)?, self.now.notes.get(now)?, now))
    }

    /// Where a byte of a note is now, and whether its line is still there.
    pub fn byte(&self, note: usize, at: usize) -> Option<(usize, usize, bool)> {
        let (old, new, now) = self.both(note)?;
        if std::ptr::eq(old, new) {
            return Some((now, at, true));
        }
        let edit = self.edits.iter().find(|edit| edit.path == old.path);
        let (at, kept) = match edit {
            Some(edit) => edit.diff.now(&old.text, &new.text, at),
            None => (at, old.text == new.text),
        };
        Some((now, at, kept))
    }

    /// Where a section is now: by its address, or else by its heading.
    pub fn place(&self, place: Place) -> Option<Place> {
        let (old, new, note) = self.both(place.note)?;
        let Some(section) = place.section else { return Some(Place { note, section: None }) };
        if std::ptr::eq(old, new) {
            return Some(Place { note, ..place });
        }
        let was = old.sections.get(section)?;
        // Mostly it is as manieth as it was.
        let same = |at: &usize| new.sections.get(*at).is_some_and(|now| now.address == was.address);
        let by_address = Some(section)
            .filter(same)
            .or_else(|| new.sections.iter().position(|now| now.address == was.address));
        let by_heading = || {
            let (_, at, kept) = self.byte(place.note, was.heading.start)?;
            new.parts.get(new.part_at(at)).filter(|_| kept)?.section
        };
        Some(Place { note, section: Some(by_address.or_else(by_heading)?) })
    }

    /// Where a row is now. One whose line is gone is where that line would be, if that is in its section
    /// still; else at the beginning of the section.
    pub fn spot(&self, spot: Spot) -> Option<Spot> {
        let (old, new, note) = self.both(spot.note)?;
        if std::ptr::eq(old, new) {
            return Some(Spot { note, ..spot });
        }
        let (_, mut at, kept) = self.byte(spot.note, spot.at)?;
        if !kept {
            at = written(&new.text, at);
        }
        let section = old.parts.get(spot.part).and_then(|part| part.section);
        if let (false, Some(section)) = (kept, section)
            && let Some(Place { section: Some(section), .. }) =
                self.place(Place { note: spot.note, section: Some(section) })
        {
            let span = new.section_span(section);
            if !span.contains(at) {
                at = if at < span.start { span.start } else { last_line(&new.text, span.end) };
            }
        }
        let nudge = if kept { spot.nudge } else { 0 };
        Some(Spot { note, part: new.part_at(at), at, nudge })
    }
}

/// The beginning of the last line up to `at` in which something is written, unless something is at `at`.
fn written(text: &str, at: usize) -> usize {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    if after.split('\n').next().is_some_and(|line| !line.trim().is_empty()) {
        return at;
    }
    last_line(before, before.len())
}

/// The beginning of the last line before `end` in which something is written.
fn last_line(text: &str, end: usize) -> usize {
    let before = text.get(..end).unwrap_or(text).trim_end();
    memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1)
}
