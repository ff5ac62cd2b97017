//! Drawing: the state as cells. It only reads; where the text cursor belongs is its answer.

mod contents;
mod footer;
mod glossary;
mod overlay;
mod paint;
mod pictures;
mod reader;
mod recall;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::State;
use crate::app::area::areas;
use crate::tui::theme::Theme;

/// Draws everything into `area`. The position is where the hardware cursor goes: input methods draw
/// what is being composed there.
pub fn view(state: &State, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = paint::Canvas::new(buffer, area, theme, state.open.ascii);
    let shown = areas(state);
    if let Some(area) = shown.contents {
        contents::draw(&mut canvas, state, &shown, area);
    }
    if let Some(area) = shown.reader {
        reader::draw(&mut canvas, state, &shown, area);
    }
    let mut cursor = None;
    if let Some(area) = shown.glossary {
        cursor = glossary::draw(&mut canvas, state, &shown, area);
    }
    if let Some(area) = shown.footer {
        cursor = footer::draw(&mut canvas, state, area).or(cursor);
    }
    if let (Some(overlay), Some(area)) = (&state.overlay, shown.overlay) {
        cursor = overlay::draw(&mut canvas, state, overlay, area);
    } else if let (Some(recall), Some(area)) = (&state.recall, shown.overlay) {
        cursor = recall::draw(&mut canvas, state, recall, area);
    }
    cursor
}
