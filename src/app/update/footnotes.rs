//! Footnotes: shown over the text, gone to, and left for where they are referred to.

use super::super::finder::Target;
use super::super::hints::in_view;
use super::super::popup::{About, Popup};
use super::super::state::{Overlay, State};
use super::{folding, going};
use crate::layout;
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Shows what the reference at a byte is to; from there it goes on to the others in view.
pub(super) fn show(state: &mut State, note: usize, at: usize) {
    let seen = in_view(&state.reader).into_iter();
    let about: Vec<About> = seen
        .filter_map(|seen| match seen.target {
            layout::Target::Footnote(at) => Some(About::Footnote { note: seen.note, at }),
            _ => None,
        })
        .collect();
    let cursor = about.iter().position(|about| *about == About::Footnote { note, at });
    let Some(cursor) = cursor else { return };
    state.overlay = Some(Overlay::Popup(Popup { cursor, ..Popup::new(about) }));
}

/// The place of the footnote that the reference at a byte is to.
pub(super) fn place(state: &State, note: usize, at: usize) -> Option<Target> {
    let footnote = state.open.collection.notes.get(note)?.footnote(at)?;
    Some(Target::Byte { note, at: footnote.at })
}

/// Goes where the footnote at a byte is referred to first.
pub(super) fn back(state: &mut State, note: usize, at: usize) {
    let open = state.open.collection.notes.get(note);
    match open.and_then(|note| note.first_reference(at)) {
        Some(at) => {
            going::leave(state);
            folding::go_to_byte(state, note, at);
        }
        None => {
            let word = Word::NoReference.text(state.open.locale);
            state.notice = Some(Clean::literal(word));
        }
    }
}
