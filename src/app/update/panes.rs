//! Which pane the keys go to, and which panes are shown.

use super::super::area::{THREE_PANES, TWO_PANES, areas};
use super::super::state::{Pane, State};
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Whether a pane can be gone to.
fn reachable(state: &State, pane: Pane) -> bool {
    match pane {
        Pane::Contents => !state.contents_hidden || state.size.width < TWO_PANES,
        Pane::Reader => true,
        Pane::Glossary => !state.glossary_hidden || state.size.width < THREE_PANES,
    }
}

const PANES: [Pane; 3] = [Pane::Contents, Pane::Reader, Pane::Glossary];

fn position(state: &State) -> usize {
    PANES.iter().position(|pane| *pane == state.focus).unwrap_or(1)
}

/// To the next pane but `by - 1`, round and round.
pub(super) fn cycle(state: &mut State, by: usize) {
    let start = position(state);
    let next = (1..=3).map(|i| PANES[(start + i * by) % 3]).find(|pane| reachable(state, *pane));
    state.focus = next.unwrap_or(Pane::Reader);
    state.glossary.editing = false;
}

/// To the pane on the right (or left), where there is one.
pub(super) fn focus(state: &mut State, by: isize) {
    let next = position(state).checked_add_signed(by).and_then(|at| PANES.get(at).copied());
    if let Some(pane) = next.filter(|pane| reachable(state, *pane)) {
        state.focus = pane;
        state.glossary.editing = false;
    }
}

/// So many columns a pane becomes wider or narrower at once.
const STEP: i16 = 4;

/// Makes a pane beside the text wider, or narrower.
pub(super) fn widen(state: &mut State, pane: Pane, wider: bool) {
    let by = if wider { STEP } else { -STEP };
    match columns(state, pane) {
        Some(columns) => set_columns(state, pane, columns.saturating_add_signed(by)),
        None => {
            let word = Word::NotBeside.text(state.open.locale);
            state.notice = Some(Clean::literal(word));
        }
    }
}

/// Gives a pane beside the text so many columns, or as many as it can have.
pub(super) fn set_columns(state: &mut State, pane: Pane, wanted: u16) {
    let give = |state: &mut State, columns| match pane {
        Pane::Contents => state.sides.contents = columns,
        _ => state.sides.glossary = columns,
    };
    give(state, Some(wanted));
    let columns = columns(state, pane);
    give(state, columns);
}

/// The columns of a pane that stands beside the text, or lies over a part of it.
fn columns(state: &State, pane: Pane) -> Option<u16> {
    let shown = areas(state);
    let area = if pane == Pane::Contents { shown.contents } else { shown.glossary };
    area.filter(|_| shown.reader.is_some()).map(|area| area.width)
}

pub(super) fn toggle(state: &mut State, pane: Pane) {
    let shown = areas(state);
    let (visible, room) = match pane {
        Pane::Contents => (shown.contents.is_some(), state.size.width >= TWO_PANES),
        _ => (shown.glossary.is_some(), state.size.width >= THREE_PANES),
    };
    if !room {
        // Without room beside the text a pane is shown by going to it.
        state.focus = if visible { Pane::Reader } else { pane };
    } else if pane == Pane::Contents {
        state.contents_hidden = visible;
    } else {
        state.glossary_hidden = visible;
    }
    if room && visible && state.focus == pane {
        state.focus = Pane::Reader;
    }
}
