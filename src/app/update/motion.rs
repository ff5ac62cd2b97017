//! Moving: the same keys in every pane and overlay.

use super::super::area::{areas, recall_parts};
use super::super::command::Command;
use super::super::state::{Overlay, Pane, State};
use crate::library::Place;

/// Rows further than any list is long.
const FAR: isize = isize::MAX / 4;

/// Moves what the keys go to.
pub(super) fn motion(state: &mut State, command: Command) {
    let shown = areas(state);
    let height = |pane| usize::from(shown.inside(pane).height);
    let page = match (&state.overlay, state.focus) {
        (Some(_), _) => shown.overlay.map_or(1, |area| usize::from(area.inner().height)),
        (None, Pane::Contents) => height(shown.contents),
        (None, Pane::Reader) => height(shown.reader),
        (None, Pane::Glossary) => usize::from(shown.glossary_parts().1.height),
    };
    if let (None, Some(recall)) = (&state.overlay, &mut state.recall) {
        let parts = shown.overlay.map(|area| recall_parts(area, recall)).unwrap_or_default();
        let by = steps(command, parts.text.height.into());
        recall.top = recall.top.saturating_add_signed(by);
        return;
    }
    let by = steps(command, page);
    match &mut state.overlay {
        Some(Overlay::Help(top)) => *top = top.saturating_add_signed(by),
        Some(Overlay::Finder(finder)) => finder.step(by),
        Some(Overlay::Popup(popup)) => popup.top = popup.top.saturating_add_signed(by),
        Some(Overlay::Figures(sheet)) => sheet.top = sheet.top.saturating_add_signed(by),
        None => match state.focus {
            Pane::Contents => state.contents.step(by),
            Pane::Glossary => state.glossary.step(by),
            Pane::Reader => read(state, command, by, page),
        },
    }
}

/// Moves a pane by `by` rows, whether the keys go to it or not.
pub(super) fn wheel(state: &mut State, pane: Pane, by: isize) {
    let height = usize::from(areas(state).text().height);
    match pane {
        Pane::Contents => state.contents.step(by),
        Pane::Glossary => state.glossary.step(by),
        Pane::Reader => {
            let State { open, reader, .. } = state;
            reader.scroll(open, by, height);
        }
    }
}

/// How far a command moves, in rows; down is positive. A page keeps one row of what was seen.
fn steps(command: Command, page: usize) -> isize {
    let page = isize::try_from(page).unwrap_or(FAR);
    let whole = (page - 1).max(1);
    match command {
        Command::Down => 1,
        Command::Up => -1,
        Command::HalfPageDown => (page / 2).max(1),
        Command::HalfPageUp => -(page / 2).max(1),
        Command::PageDown => whole,
        Command::PageUp => -whole,
        Command::Bottom => FAR,
        _ => -FAR,
    }
}

fn read(state: &mut State, command: Command, by: isize, height: usize) {
    let State { open, reader, .. } = state;
    match command {
        Command::Top => reader.top(),
        Command::Bottom => reader.bottom(open, height),
        _ => reader.scroll(open, by, height),
    }
}

/// To the next section, or to the beginning of this one and then the one before.
pub(super) fn section(state: &mut State, forward: bool) {
    let here = state.reader.here(&state.open.collection);
    let Some(note) = state.open.collection.notes.get(here.note) else { return };
    let before = |place: Place| match place.section {
        Some(0) | None => {
            let previous = place.note.checked_sub(1)?;
            let sections = state.open.collection.notes.get(previous)?.sections.len();
            Some(Place { note: previous, section: sections.checked_sub(1) })
        }
        Some(at) => Some(Place { section: Some(at - 1), ..place }),
    };
    let target = if forward {
        let next = here.section.map_or(0, |at| at + 1);
        match next < note.sections.len() {
            true => Some(Place { section: Some(next), ..here }),
            false if here.note + 1 < state.open.collection.notes.len() => {
                let first = state
                    .open
                    .collection
                    .notes
                    .get(here.note + 1)
                    .is_some_and(|n| !n.sections.is_empty());
                Some(Place { note: here.note + 1, section: first.then_some(0) })
            }
            false => None,
        }
    } else {
        let spot = state.reader.spot;
        state.reader.go(&state.open.collection, here);
        // Where we stood on its first row already, the section before is meant.
        let start = state.reader.spot;
        let first_row =
            |slice: &super::super::reader::Slice| slice.place == here && slice.range.start == 0;
        let at_start = spot.part == start.part
            && (spot.at <= start.at || state.reader.view.first().is_some_and(first_row));
        if at_start { before(here) } else { Some(here) }
    };
    if let Some(place) = target {
        state.reader.go(&state.open.collection, place);
        state.contents.select(place);
    }
}

/// Keeps an overlay's scrolling within what it has, `height` rows being shown.
pub(super) fn keep_in(overlay: &mut Overlay, height: usize, help_lines: usize) {
    match overlay {
        Overlay::Help(top) => *top = (*top).min(help_lines.saturating_sub(height)),
        Overlay::Figures(sheet) => {
            sheet.top = sheet.top.min(sheet.rows.len().saturating_sub(height));
        }
        Overlay::Finder(finder) => {
            let (list, count) = (height.saturating_sub(1), finder.items.len());
            finder.top = super::super::list_top(finder.top, finder.cursor, count, list);
        }
        Overlay::Popup(popup) => {
            popup.top = popup.top.min(popup.detail.rows.len().saturating_sub(height))
        }
    }
}
