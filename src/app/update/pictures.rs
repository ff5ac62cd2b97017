//! Pictures: asked for when they come near, taken when they are there, switched off and on.

use super::super::msg::Effect;
use super::super::pictures::{Found, Medium, Name, Pixels};
use super::super::state::State;
use crate::text::sanitize::Clean;
use crate::words::Word;

/// What is to be found out for the screen.
pub(super) fn ask(state: &mut State) -> Option<Effect> {
    let pictures = &mut state.open.pictures;
    if !pictures.are_shown() {
        return None;
    }
    let near = state.reader.wanted_pictures(&state.open.collection);
    if pictures.medium == Medium::Unknown {
        return pictures.ask_terminal(&near).then_some(Effect::AskTerminal);
    }
    pictures.ask(near).map(Effect::Pictures)
}

/// Takes what was found out.
pub(super) fn take(state: &mut State, found: Vec<(Name, Found)>) {
    let anchor = state.reader.anchor(&state.open);
    let mut changed = false;
    for (name, found) in found {
        changed |= state.open.pictures.take(name, found);
    }
    if changed {
        state.reader.forget_pictures(&state.open, anchor);
    }
}

/// Draws with what the terminal turned out to have.
pub(super) fn draw_with(state: &mut State, medium: Medium, cell: Option<Pixels>) {
    let anchor = state.reader.anchor(&state.open);
    state.open.pictures.set_medium(medium, cell);
    state.reader.forget_pictures(&state.open, anchor);
}

/// Switches them off or on.
pub(super) fn toggle(state: &mut State) {
    let pictures = &state.open.pictures;
    let word = match (pictures.on, pictures.medium) {
        (_, Medium::None) => Word::PicturesImpossible,
        (true, _) => Word::PicturesOff,
        (false, _) => Word::PicturesOn,
    };
    state.set_pictures(!pictures.on);
    state.notice = Some(Clean::literal(word.text(state.open.locale)));
}
