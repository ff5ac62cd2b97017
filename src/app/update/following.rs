//! Opening what is in view: a link, a footnote, a folded part; one of several by its letters, one that was clicked.

use std::sync::Arc;

use super::super::command::{Command, Scope};
use super::super::hints::{Hints, Step, in_view};
use super::super::key::{Key, KeyCode};
use super::super::keymap::strokes;
use super::super::msg::Effect;
use super::super::state::{Loading, State};
use super::{folding, footnotes, going, keys};
use crate::doc::Link;
use crate::layout;
use crate::library::links::Target;
use crate::search::links::Reading;
use crate::text::sanitize::Clean;
use crate::words::Word;

/// So many names are matched with at once to find what a broken link may have meant.
const AT_ONCE: usize = 20_000;

/// Opens what there is to open in view; of several shows the letters to choose by.
pub(super) fn follow(state: &mut State) -> Vec<Effect> {
    let targets = in_view(&state.reader);
    match targets.as_slice() {
        [] => {
            say(state, Word::NothingToOpen, &[]);
            Vec::new()
        }
        [seen] => open(state, seen.note, &seen.target),
        _ => {
            state.hints = Some(Hints::new(&targets));
            Vec::new()
        }
    }
}

/// Opens a target of a note.
pub(super) fn open(state: &mut State, note: usize, target: &layout::Target) -> Vec<Effect> {
    match target {
        layout::Target::Link(link) => return to(state, note, link),
        layout::Target::Footnote(at) => footnotes::show(state, note, *at),
        layout::Target::Back(at) => footnotes::back(state, note, *at),
        layout::Target::Fold { at, open } => folding::set(state, note, *at, !open),
    }
    Vec::new()
}

/// A key while letters are shown: a letter of one, or what leaves them. None where it is for others.
pub(super) fn key(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let hints = state.hints.as_mut()?;
    match key.code {
        KeyCode::Backspace if hints.back() => Some(Vec::new()),
        KeyCode::Backspace | KeyCode::Esc => {
            state.hints = None;
            Some(Vec::new())
        }
        KeyCode::Char(_) if key.types() => Some(letters(state, &key)),
        _ => {
            state.hints = None;
            None
        }
    }
}

fn letters(state: &mut State, key: &Key) -> Vec<Effect> {
    let mut effects = Vec::new();
    for stroke in strokes(key) {
        match (&mut state.hints, stroke.code) {
            (Some(hints), KeyCode::Char(letter)) => match hints.letter(letter) {
                Step::More => {}
                Step::Nothing => state.hints = None,
                Step::Target(note, target) => {
                    state.hints = None;
                    effects.extend(open(state, note, &target));
                }
            },
            // What an input method has put together goes on after the label.
            _ => effects.extend(keys::press(state, stroke)),
        }
    }
    effects
}

/// Goes where a link of a note leads, or asks to open its address.
fn to(state: &mut State, note: usize, link: &Arc<Link>) -> Vec<Effect> {
    let directory = {
        let open = &mut state.open;
        open.links.directory(&open.collection, open.whole)
    };
    let library = state.open.collection.clone();
    let mut reading = Reading::at_once(&library, directory, AT_ONCE);
    match reading.resolve(note, link) {
        Target::Place(place) => going::go(state, place),
        Target::Byte { note, at } => {
            going::leave(state);
            folding::go_to_byte(state, note, at);
        }
        Target::Web(address) | Target::Mail(address) => {
            say(state, Word::LinkOpened, &[address.as_str()]);
            return vec![Effect::Open(address)];
        }
        Target::Other(scheme) => {
            let key = copy_key(state);
            say(state, Word::LinkNotOpened, &[&scheme, &key, &link.to]);
        }
        Target::File(path) => {
            let key = copy_key(state);
            say(state, Word::LinkOutside, &[&key, &path]);
        }
        Target::Nothing => say(state, Word::LinkEmpty, &[]),
        Target::NoNote(_) if state.loading != Loading::Done => say(state, Word::Loading, &[]),
        broken @ (Target::NoNote(_) | Target::NoAnchor { .. }) => {
            match reading.near(note, &broken) {
                Some(near) => say(state, Word::LinkBrokenNear, &[&link.to, &near]),
                None => say(state, Word::LinkBroken, &[&link.to]),
            }
        }
    }
    Vec::new()
}

/// What people call the key that copies a link.
fn copy_key(state: &State) -> String {
    let label = state.keymap.label(Scope::Reader, Command::Copy, state.open.locale);
    crate::text::ascii::keys(label, state.open.ascii)
}

fn say(state: &mut State, word: Word, args: &[&str]) {
    state.notice = Some(Clean::new(&word.fill(state.open.locale, args)));
}
