//! Folding parts of the text, and opening them for who goes into one.

use super::super::area::areas;
use super::super::hints::in_view;
use super::super::state::State;
use crate::layout::Target;
use crate::text::sanitize::Clean;
use crate::words::Word;

/// So many levels of parts within parts are opened at once.
const LEVELS: usize = 16;

/// Opens a part, or folds it. The reader stays where they are.
pub(super) fn set(state: &mut State, note: usize, at: usize, open: bool) {
    state.open.folds.set(note, at, open);
    state.reader.refold(note);
}

/// Opens what hides a byte of a note.
pub(super) fn reveal(state: &mut State, note: usize, at: usize) {
    for (from, as_written) in state.reader.folds_over(&state.open, note, at) {
        if !state.open.folds.is_open(note, from, as_written) {
            set(state, note, from, true);
        }
    }
}

/// Goes to a byte of a note, and opens what hides it.
pub(super) fn go_to_byte(state: &mut State, note: usize, at: usize) {
    reveal(state, note, at);
    state.reader.go_to_byte(&state.open.collection, note, at);
}

/// Folds all parts in view, or opens them and those within them.
pub(super) fn all(state: &mut State, open: bool) {
    let height = usize::from(areas(state).text().height);
    let mut any = false;
    for _ in 0..LEVELS {
        let seen = in_view(&state.reader);
        let folds = seen.iter().filter_map(|seen| match seen.target {
            Target::Fold { at, open } => Some((seen.note, at, open)),
            _ => None,
        });
        let folds: Vec<_> = folds.collect();
        any |= !folds.is_empty();
        let others: Vec<_> = folds.into_iter().filter(|(.., is)| *is != open).collect();
        if others.is_empty() {
            break;
        }
        for (note, at, _) in others {
            set(state, note, at, open);
        }
        let State { open, reader, .. } = &mut *state;
        reader.fill(open, height);
    }
    if !any {
        state.notice = Some(Clean::literal(Word::NothingToFold.text(state.open.locale)));
    }
}
