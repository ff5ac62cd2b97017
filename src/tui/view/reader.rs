//! The text pane.

use super::paint::Canvas;
use crate::app::State;
use crate::app::area::{Area, Areas};
use crate::app::contents::label;
use crate::app::state::Pane;
use crate::tui::theme::Part;
use crate::words::Word;

pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, shown: &Areas, area: Area) {
    let focused = state.focus == Pane::Reader && state.overlay.is_none();
    let here = state.reader.here(&state.library);
    if shown.bordered {
        canvas.border(area, &label(&state.library, here), focused);
    }
    let text = shown.text();
    if state.library.notes.is_empty() && state.loading {
        let style = canvas.theme.part(Part::Muted);
        canvas.words(text.x, text.y, text.width, Word::Loading.text(state.locale), style);
    }
    canvas.rows(text, state.reader.visible().map(|(_, row)| row));
}
