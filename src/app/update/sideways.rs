//! Long lines of code and wide tables: wrapped, or cut and scrolled to the side.

use super::super::area::{areas, text_columns};
use super::super::find::Match;
use super::super::state::State;
use crate::layout::{Options, Scrolled, scrolled};
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Cuts long lines, or wraps them again.
pub(super) fn toggle(state: &mut State) {
    let (from, word) = match state.reader.cut_from() {
        Some(_) => (None, Word::LinesWrapped),
        None => (Some(0), Word::LinesCut),
    };
    state.reader.set_cut_from(from);
    state.notice = Some(Clean::literal(word.text(state.open.locale)));
}

/// Scrolls half of the text's width to the right or to the left, and cuts long lines for that. To the
/// right it goes as long as a line on the screen goes on there.
pub(super) fn scroll(state: &mut State, right: bool) {
    let from = state.reader.cut_from();
    if from.is_none() {
        state.reader.set_cut_from(Some(0));
        let height = usize::from(areas(state).text().height);
        state.reader.fill(&state.open, height);
    }
    let step = usize::from(text_columns(state) / 2).max(1);
    let now = from.unwrap_or(0);
    let longer = state.reader.visible().any(|(_, row)| row.more);
    let next = match right {
        true if longer => now + step,
        true => now,
        false => now.saturating_sub(step),
    };
    if next == now {
        state.reader.set_cut_from(from);
        let word = if right { Word::NothingToTheRight } else { Word::NothingToTheLeft };
        state.notice = Some(Clean::literal(word.text(state.open.locale)));
    } else {
        state.reader.set_cut_from(Some(next));
    }
}

/// Scrolls to the side so far that a match in a line that is cut can be seen.
pub(super) fn show(state: &mut State, found: Match) {
    let Some(note) = state.open.collection.notes.get(found.note) else { return };
    let columns = usize::from(text_columns(state));
    let options = Options::new(columns, &state.open.words);
    let cut_from = state.reader.cut_from();
    let options = Options { cut_from, cut_drawings: true, ..options };
    let from = cut_from.unwrap_or(0);
    let blocks = note.blocks(note.part_at(found.span.start));
    let stands = blocks.iter().find_map(|block| scrolled(block, found.span.start, &options));
    let Some(Scrolled { column, room }) = stands else { return };
    let end = column + found.span.len();
    if column < from + usize::from(from > 0) || end >= from + room {
        // With a little of what is before it; in a list there is only half of the room.
        let step = (columns / 4).max(1);
        let next = if end < room { 0 } else { column.saturating_sub(2) / step * step };
        state.reader.set_cut_from(Some(next));
    }
}
