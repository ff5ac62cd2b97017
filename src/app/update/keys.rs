//! A key: to a text field, or to a command.

use super::super::command::Scope;
use super::super::finder::Finder;
use super::super::glossary::GlossaryPane;
use super::super::key::{Key, KeyCode};
use super::super::keymap;
use super::super::msg::Effect;
use super::super::state::{Open, Overlay, State};
use super::{close, run, scope};
use crate::library::Place;
use crate::text::edit::Line;

/// Takes a key. Outside text fields a syllable that an input method composed is the keys that it was
/// composed of.
pub(super) fn press(state: &mut State, key: Key) -> Vec<Effect> {
    if scope(state) == Scope::Input {
        if edit(state, key) {
            return Vec::new();
        }
        let command = state.keymap.lookup(Scope::Input, &key);
        return command.map_or_else(Vec::new, |command| run(state, command, key));
    }
    let mut effects = Vec::new();
    for stroke in keymap::strokes(&key) {
        if scope(state) == Scope::Input {
            edit(state, stroke);
        } else if let Some(command) = state.keymap.lookup(scope(state), &stroke) {
            effects.extend(run(state, command, stroke));
        }
    }
    effects
}

/// A key in a text field; false where it is a command's.
fn edit(state: &mut State, key: Key) -> bool {
    let here = state.reader.here(&state.open.library);
    let State { open, overlay, glossary, .. } = state;
    let before = line(overlay, glossary).text().clone();
    match (key.code, key.ctrl || key.alt) {
        (KeyCode::Char(c), false) => match overlay {
            Some(Overlay::Finder(finder)) => finder.type_char(c, open),
            _ => glossary.filter.insert(c),
        },
        (KeyCode::Backspace, _) if before.is_empty() => {
            close(state);
            return true;
        }
        (code, held) => {
            if !edit_line(line(overlay, glossary), code, held) {
                return false;
            }
        }
    }
    let State { open, overlay, glossary, .. } = state;
    if *line(overlay, glossary).text() != before {
        changed(open, overlay, glossary, here);
    }
    true
}

/// The text field that keys go into.
fn line<'a>(overlay: &'a mut Option<Overlay>, glossary: &'a mut GlossaryPane) -> &'a mut Line {
    match overlay {
        Some(Overlay::Finder(finder)) => &mut finder.line,
        _ => &mut glossary.filter,
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

fn changed(open: &Open, overlay: &mut Option<Overlay>, glossary: &mut GlossaryPane, here: Place) {
    match overlay {
        Some(Overlay::Finder(finder)) => finder.search(open, here),
        _ => glossary.refilter(),
    }
}

/// Takes pasted text into the text field that has the keys; elsewhere it is nothing.
pub(super) fn paste(state: &mut State, text: &str) {
    if scope(state) != Scope::Input {
        return;
    }
    let here = state.reader.here(&state.open.library);
    let State { open, overlay, glossary, .. } = state;
    match overlay {
        Some(Overlay::Finder(finder)) => paste_chars(finder, text, open),
        _ => glossary.filter.insert_str(text),
    }
    changed(open, overlay, glossary, here);
}

fn paste_chars(finder: &mut Finder, text: &str, open: &Open) {
    for c in text.trim().chars().take(crate::text::edit::CAPACITY) {
        finder.type_char(c, open);
    }
}
