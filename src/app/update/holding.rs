//! Keys that come before what they are for: they wait for it, and those typed after them wait with them.

use super::super::command::Command;
use super::super::key::{Key, KeyCode};
use super::super::keymap::{self, Step};
use super::super::msg::Effect;
use super::super::state::{Loading, Overlay, State};
use super::{keys, scope, settle};
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Holds a key back, if it has to wait. What leaves (`Esc`, and whatever goes with Control) never does,
/// and ends the waiting.
pub(super) fn hold(state: &mut State, key: Key) -> bool {
    if key.ctrl || key.code == KeyCode::Esc {
        state.held.clear();
        return false;
    }
    if state.held.is_empty() && !waits(state, &key) {
        return false;
    }
    state.held.push(key);
    if state.recall.is_some() {
        return true;
    }
    state.notice = Some(Clean::literal(Word::Looking.text(state.open.locale)));
    true
}

/// Lets go of the keys that wait no more.
pub(super) fn release(state: &mut State, effects: &mut Vec<Effect>) {
    if state.held.first().is_none_or(|first| waits(state, first)) {
        return;
    }
    state.notice = None;
    for key in std::mem::take(&mut state.held) {
        // One of them may have to wait again, and the rest with it.
        if !hold(state, key) {
            effects.extend(keys::press(state, key));
            settle(state);
        }
    }
}

/// Whether what a key is for is still to come.
fn waits(state: &State, key: &Key) -> bool {
    match (&state.overlay, &state.recall) {
        (Some(Overlay::Finder(finder)), _) => {
            key.code == KeyCode::Enter && finder.expects(&state.open, state.loading)
        }
        (Some(_), _) => false,
        // Each answer is kept before there is something to be answered again.
        (None, Some(recall)) => recall.waits > 0 && recall.turn.is_some(),
        (None, None) => {
            let nothing = state.loading != Loading::Done && state.open.collection.notes.is_empty();
            // Of several keys in a row the last one waits, as it is the one that does something.
            let mut pressed = state.pressed.clone();
            pressed.extend(keymap::strokes(key).first().map(|key| key.folded()));
            let step = || state.keymap.step(scope(state), &pressed);
            let loading = state.loading != Loading::Done;
            match step() {
                Step::Run(Command::Review | Command::ReviewHere | Command::Cram) => loading,
                Step::Run(command) => nothing && needs_notes(command),
                Step::More | Step::Nothing => false,
            }
        }
    }
}

/// Whether a command does nothing where there are no notes. In the finder what is typed can be seen.
fn needs_notes(command: Command) -> bool {
    !matches!(
        command,
        Command::Quit
            | Command::Close
            | Command::Help
            | Command::Suspend
            | Command::Redraw
            | Command::ToggleMouse
            | Command::ToggleContents
            | Command::ToggleGlossary
            | Command::NarrowContents
            | Command::WidenContents
            | Command::WidenGlossary
            | Command::NarrowGlossary
            | Command::Jump
            | Command::GoTo
            | Command::Palette
    )
}
