//! A key: to a text field, or to a command.

use super::super::command::{Command, Scope};
use super::super::key::{Key, KeyCode};
use super::super::keymap::{self, Step};
use super::super::msg::Effect;
use super::super::state::{Overlay, State};
use super::{close, finding, following, going, run, scope};
use crate::text::edit::{CAPACITY, Line};

/// Takes a key. Outside text fields a syllable that an input method composed is the keys that it was
/// composed of.
pub(super) fn press(state: &mut State, key: Key) -> Vec<Effect> {
    if let Some(effects) = following::key(state, key) {
        return effects;
    }
    if scope(state) == Scope::Input && state.pressed.is_empty() {
        return edit(state, key).unwrap_or_else(|| stroke(state, key));
    }
    let mut effects = Vec::new();
    for one in keymap::strokes(&key) {
        if scope(state) == Scope::Input && state.pressed.is_empty() {
            effects.extend(edit(state, one).unwrap_or_default());
        } else {
            effects.extend(stroke(state, one));
        }
    }
    effects
}

/// A key that is no text: a command, or one of several keys in a row. One that leads nowhere ends the
/// row, and does nothing else.
fn stroke(state: &mut State, key: Key) -> Vec<Effect> {
    state.pressed.push(key.folded());
    match state.keymap.step(scope(state), &state.pressed) {
        Step::More => Vec::new(),
        Step::Run(command) => {
            state.pressed.clear();
            run(state, command, key)
        }
        Step::Nothing => {
            let alone = state.pressed.len() == 1;
            state.pressed.clear();
            // What is fixed works in the midst of a row, too.
            match state.keymap.lookup(scope(state), &key) {
                Some(Command::Quit) if !alone && key.ctrl => run(state, Command::Quit, key),
                _ => Vec::new(),
            }
        }
    }
}

/// A key in a text field, and what it asks for; none where it is a command's.
fn edit(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let before = line(state).text().clone();
    match (key.code, key.ctrl || key.alt) {
        (KeyCode::Char(c), false) => match &mut state.overlay {
            Some(Overlay::Finder(finder)) => finder.type_char(c),
            _ => line(state).insert(c),
        },
        (KeyCode::Backspace, _) if before.is_empty() => {
            let typing = state.recall.as_mut().filter(|_| state.overlay.is_none());
            match typing {
                Some(recall) => recall.typing = None,
                None => close(state),
            }
            return Some(Vec::new());
        }
        (code, held) => {
            if !edit_line(line(state), code, held) {
                return None;
            }
        }
    }
    if *line(state).text() == before {
        return Some(Vec::new());
    }
    Some(changed(state))
}

/// The text field that keys go into.
fn line(state: &mut State) -> &mut Line {
    let finding = finding::is_editing(state) && state.recall.is_none();
    let typing = state.recall.as_mut().and_then(|recall| recall.typing.as_mut());
    match (&mut state.overlay, typing, &mut state.find) {
        (Some(Overlay::Finder(finder)), ..) => &mut finder.line,
        (None, Some(typing), _) => typing,
        (_, _, Some(find)) if finding => &mut find.line,
        _ => &mut state.glossary.filter,
    }
}

/// The keys that edit, as in a shell; false for others.
fn edit_line(line: &mut Line, code: KeyCode, held: bool) -> bool {
    match (code, held) {
        (KeyCode::Char('w'), true) => _ = line.delete_word(),
        (KeyCode::Char('u'), true) => line.clear(),
        (KeyCode::Backspace, _) => _ = line.backspace(),
        (KeyCode::Delete, _) => _ = line.delete(),
        (KeyCode::Left, false) => _ = line.left(),
        (KeyCode::Right, false) => _ = line.right(),
        (KeyCode::Home, _) => line.home(),
        (KeyCode::End, _) => line.end(),
        _ => return false,
    }
    true
}

/// What a changed text field asks for.
fn changed(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Finder(_)) = &state.overlay {
        return going::seek(state);
    } else if state.recall.is_some() {
        return Vec::new();
    } else if finding::is_editing(state) {
        return finding::restart(state);
    } else {
        state.glossary.refilter(&state.open.terms);
    }
    Vec::new()
}

/// Takes pasted text into the text field that has the keys; elsewhere it is nothing.
pub(super) fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    if scope(state) != Scope::Input {
        return Vec::new();
    }
    match &mut state.overlay {
        Some(Overlay::Finder(finder)) => {
            for c in text.trim().chars().take(CAPACITY) {
                finder.type_char(c);
            }
        }
        _ => line(state).insert_str(text),
    }
    changed(state)
}
