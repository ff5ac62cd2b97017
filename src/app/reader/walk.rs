//! From one part of the notes to the next, over their ends.

use crate::library::{Library, Note, Place};

/// The section that a part belongs to.
pub(super) fn place(library: &Library, note: usize, part: usize) -> Place {
    let open = library.notes.get(note).and_then(|note| note.parts.get(part));
    Place { note, section: open.and_then(|part| part.section) }
}

/// The part after one; none after the last of all.
pub(super) fn next(library: &Library, note: usize, part: usize) -> Option<(usize, usize)> {
    let open = library.notes.get(note)?;
    if part + 1 < open.parts.len() {
        return Some((note, part + 1));
    }
    (note + 1 < library.notes.len()).then_some((note + 1, 0))
}

/// The part before one; none before the first of all.
pub(super) fn previous(library: &Library, note: usize, part: usize) -> Option<(usize, usize)> {
    if let Some(part) = part.checked_sub(1) {
        return Some((note, part));
    }
    let note = note.checked_sub(1)?;
    let parts = library.notes.get(note)?.parts.len();
    Some((note, parts.saturating_sub(1)))
}

/// The bytes of a note before its text.
pub(super) fn front(note: &Note) -> usize {
    note.parts.first().map_or(0, |part| part.span.start)
}
