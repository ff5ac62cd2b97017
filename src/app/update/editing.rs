//! Opening the note in the reader's editor: its file, and the line at hand.

use super::super::msg::Effect;
use super::super::recall::Recall;
use super::super::state::{Pane, State};
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Asks for the editor: at the first row on the screen with text on it, or at what is selected in the
/// contents.
pub(super) fn edit(state: &mut State) -> Vec<Effect> {
    let (note, at) = here(state);
    let found = state.open.collection.notes.get(note);
    let Some((found, file)) = found.and_then(|note| Some((note, note.file.clone()?))) else {
        state.notice = Some(Clean::literal(Word::NoFileToEdit.text(state.open.locale)));
        return Vec::new();
    };
    let before = found.text.as_bytes().get(..at).unwrap_or(found.text.as_bytes());
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    vec![Effect::Edit { file, line }]
}

/// The note that is meant, and the byte of it.
fn here(state: &State) -> (usize, usize) {
    let recall = state.recall.as_ref().filter(|_| state.overlay.is_none());
    if let Some((place, at)) = recall.and_then(Recall::source) {
        return (place.note, at);
    }
    let selected = match state.focus {
        Pane::Contents => state.contents.selected(),
        _ => None,
    };
    if let Some(node) = selected {
        let place = node.place;
        let note = state.open.collection.notes.get(place.note);
        let section = note.and_then(|note| note.sections.get(place.section?));
        return (place.note, section.map_or(0, |section| section.heading.start));
    }
    let written = |row: &crate::layout::Row| !row.text().trim().is_empty();
    let first = state.reader.visible().find(|(_, row)| written(row));
    first
        .map_or((state.reader.spot.note, state.reader.spot.at), |(place, row)| (place.note, row.at))
}
