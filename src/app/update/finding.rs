//! Find in the text: matches as they are typed, and from one to the next.

use super::super::area::areas;
use super::super::find::{Find, Match};
use super::super::folds::Folds;
use super::super::msg::Effect;
use super::super::state::{Loading, Pane, State};
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Whether keys go into the line of the search.
pub(super) fn is_editing(state: &State) -> bool {
    state.find.as_ref().is_some_and(|find| find.editing)
}

/// Begins a search from here.
pub(super) fn begin(state: &mut State) {
    state.focus = Pane::Reader;
    let folds = state.open.folds.clone();
    state.find = Some(Find { folds, ..Find::new(state.reader.spot) });
}

/// What a changed line asks for.
pub(super) fn restart(state: &mut State) -> Vec<Effect> {
    let Some(find) = &mut state.find else { return Vec::new() };
    state.searches += 1;
    find.quiet = false;
    find.restart(state.searches);
    let (query, generation) = (find.line.text().to_string(), find.generation);
    let from = find.start.note;
    if query.trim().is_empty() {
        state.reader.spot = find.start;
        find.done = true;
        return Vec::new();
    }
    vec![Effect::Find { query, from, generation }]
}

/// Looks anew, for the notes have changed. The reader stays where they are.
pub(super) fn refresh(state: &mut State) -> Vec<Effect> {
    let here = state.reader.spot;
    let Some(find) = state.find.as_mut().filter(|find| !find.line.is_empty()) else {
        return Vec::new();
    };
    find.start = here;
    find.folds = state.open.folds.clone();
    find.quiet = true;
    state.searches += 1;
    find.restart(state.searches);
    let (query, generation) = (find.line.text().to_string(), find.generation);
    vec![Effect::Find { query, from: here.note, generation }]
}

/// Takes matches, and shows the first of them.
pub(super) fn found(state: &mut State, generation: u64, matches: Vec<Match>, done: bool) {
    let Some(find) = state.find.as_mut().filter(|find| find.generation == generation) else {
        return;
    };
    let before = find.here();
    find.take(matches, done);
    if find.quiet {
        return;
    }
    if find.done && find.matches.is_empty() {
        state.notice = Some(Clean::literal(Word::NothingFound.text(state.open.locale)));
        state.reader.spot = find.start;
    } else if find.here() != before {
        show(state);
    }
}

/// Ends the typing: the marks stay.
pub(super) fn accept(state: &mut State) {
    if let Some(find) = &mut state.find {
        find.editing = false;
        // In notes that are still to come there may be some.
        if find.matches.is_empty() && find.done && state.loading == Loading::Done {
            state.find = None;
        } else {
            state.history.leave(find.start);
        }
    }
}

/// Ends the search. One that is still being typed goes back to where it began.
pub(super) fn end(state: &mut State) -> bool {
    let Some(find) = state.find.take() else { return false };
    if find.editing {
        state.reader.spot = find.start;
        fold_as_before(state, find.folds);
    }
    true
}

/// Folds again what was opened for a match while the search was typed.
fn fold_as_before(state: &mut State, folds: Folds) {
    if state.open.folds != folds {
        state.open.folds = folds;
        state.reader.refold_all();
    }
}

/// Goes on to another match.
pub(super) fn step(state: &mut State, by: isize) {
    match &mut state.find {
        Some(find) => find.step(by),
        None => {
            state.notice = Some(Clean::literal(Word::NothingSought.text(state.open.locale)));
        }
    }
    show(state);
}

/// Shows the match we are at.
fn show(state: &mut State) {
    let Some(found) = state.find.as_ref().and_then(Find::here) else { return };
    if let Some(find) = state.find.as_ref().filter(|find| find.editing) {
        let folds = find.folds.clone();
        fold_as_before(state, folds);
    }
    super::folding::reveal(state, found.note, found.span.start);
    let cut = state.reader.cut_from().is_some();
    if cut {
        super::sideways::show(state, found);
    }
    show_byte(state, found.note, found.span.start);
    // Where lines go on below, only those of drawings are cut, and hardly any note has one.
    let height = usize::from(areas(state).text().height);
    state.reader.fill(&state.open, height);
    if !cut && state.reader.visible().any(|(_, row)| row.more) {
        super::sideways::show(state, found);
    }
}

/// Shows a byte of a note: where it stands, if it is on the screen, or else with a third of the screen
/// above it.
pub(super) fn show_byte(state: &mut State, note: usize, at: usize) {
    let height = usize::from(areas(state).text().height);
    let State { open, reader, .. } = state;
    reader.fill(open, height);
    if !reader.shows(note, at) {
        reader.go_to_byte(&open.collection, note, at);
        reader.scroll(open, -isize::try_from(height / 3).unwrap_or(0), height);
    }
}
