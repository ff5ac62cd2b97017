//! The text pane.

use super::paint::Canvas;
use crate::app::State;
use crate::app::area::{Area, Areas};
use crate::app::contents::label;
use crate::app::state::Pane;
use crate::library::Place;
use crate::text::sanitize::Clean;
use crate::tui::theme::Part;
use crate::words::Word;

pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, shown: &Areas, area: Area) {
    let focused = state.focus == Pane::Reader && state.overlay.is_none();
    if shown.bordered {
        canvas.border(area, &title(state), focused);
    }
    let text = shown.text();
    if state.open.library.notes.is_empty() && state.loading {
        let style = canvas.theme.part(Part::Muted);
        canvas.words(text.x, text.y, text.width, Word::Loading.text(state.open.locale), style);
    }
    canvas.rows(text, state.reader.visible().map(|(_, row)| row));
}

/// What the border says: the section that is being read; where its own heading can be seen, the one
/// above it.
fn title(state: &State) -> Clean {
    let here = state.reader.here(&state.open.library);
    let note = state.open.library.notes.get(here.note);
    let section = note.and_then(|note| note.sections.get(here.section?));
    let first_part = section.map_or(0, |section| section.parts.start);
    let top = state.reader.view.iter().find(|slice| slice.place == here);
    let begins =
        top.is_some_and(|slice| slice.range.start == 0) && state.reader.spot.part <= first_part;
    let above = Place { note: here.note, section: section.and_then(|section| section.parent) };
    match note {
        Some(note) if begins && above.section.is_none() => note.stem(),
        _ => label(&state.open.library, if begins { above } else { here }),
    }
}
