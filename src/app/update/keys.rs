//! A key: to a text field, or to a command.

use super::super::command::Scope;
use super::super::key::{Key, KeyCode};
use super::super::keymap;
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
    if scope(state) == Scope::Input {
        if let Some(effects) = edit(state, key) {
            return effects;
        }
        let command = state.keymap.lookup(Scope::Input, &key);
        return command.map_or_else(Vec::new, |command| run(state, command, key));
    }
    let mut effects = Vec::new();
    for stroke in keymap::strokes(&key) {
        if scope(state) == Scope::Input {
            effects.extend(edit(state, stroke).unwrap_or_default());
        } else if let Some(command) = state.keymap.lookup(scope(state), &stroke) {
            effects.extend(run(state, command, stroke));
        }
    }
    effects
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
            close(state);
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
    let finding = finding::is_editing(state);
    match (&mut state.overlay, &mut state.find) {
        (Some(Overlay::Finder(finder)), _) => &mut finder.line,
        (_, Some(find)) if finding => &mut find.line,
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
