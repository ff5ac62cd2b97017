//! The mouse: a click selects what is under it, the wheel moves it; a border goes where it is dragged.

use super::super::area::{Area, Areas, areas, finder_parts};
use super::super::msg::{Button, Effect, Mouse};
use super::super::popup::{About, Popup};
use super::super::state::{Overlay, Pane, State};
use super::{following, going, motion, panes, recalling};
use crate::text::width::width;

/// The rows that a notch of the wheel moves.
const NOTCH: isize = 3;

/// Takes what the mouse did.
pub(super) fn mouse(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    let shown = areas(state);
    let by = match mouse.button {
        Button::Left => 0,
        Button::Drag => {
            drag(state, mouse, &shown);
            return Vec::new();
        }
        Button::Up => {
            state.border = None;
            return Vec::new();
        }
        Button::WheelUp => -NOTCH,
        Button::WheelDown => NOTCH,
    };
    if let Some(area) = shown.overlay {
        return over(state, mouse, area, by);
    }
    state.border = border(mouse, &shown).filter(|_| by == 0);
    if state.border.is_some() {
        return Vec::new();
    }
    // What lies over another pane (the drawer) is asked first.
    let panes = [
        (Pane::Glossary, shown.glossary),
        (Pane::Contents, shown.contents),
        (Pane::Reader, shown.reader),
    ];
    let under = panes.into_iter().find(|(_, area)| area.is_some_and(|area| holds(area, mouse)));
    let Some((pane, _)) = under else { return Vec::new() };
    if by != 0 {
        if pane == Pane::Contents {
            // Elsewhere the keys' pane decides which section the contents show.
            state.focus = pane;
        }
        motion::wheel(state, pane, by);
        return Vec::new();
    }
    state.focus = pane;
    state.glossary.editing = false;
    match pane {
        Pane::Contents => contents(state, mouse, &shown),
        Pane::Reader => reader(state, mouse, &shown),
        Pane::Glossary => {
            glossary(state, mouse, &shown);
            Vec::new()
        }
    }
}

/// The pane beside the text whose border is under the mouse: the two lines between them are one to the
/// hand.
fn border(mouse: Mouse, shown: &Areas) -> Option<Pane> {
    let reader = shown.reader.filter(|_| shown.bordered)?;
    if !(reader.y..reader.y + reader.height).contains(&mouse.y) {
        return None;
    }
    let near = |line: u16| mouse.x == line || mouse.x.saturating_add(1) == line;
    // What lies over another pane (the drawer) is asked first.
    if let Some(glossary) = shown.glossary.filter(|area| area.x > 0) {
        let over = glossary.x < reader.x + reader.width;
        if mouse.x == glossary.x || !over && near(glossary.x) {
            return Some(Pane::Glossary);
        }
        if holds(glossary, mouse) {
            return None;
        }
    }
    shown.contents.filter(|contents| near(contents.x + contents.width)).map(|_| Pane::Contents)
}

/// Takes the border that the mouse has hold of with it.
fn drag(state: &mut State, mouse: Mouse, shown: &Areas) {
    match (state.border, shown.contents, shown.glossary) {
        (Some(Pane::Contents), Some(area), _) => {
            panes::set_columns(
                state,
                Pane::Contents,
                mouse.x.saturating_sub(area.x).saturating_add(1),
            );
        }
        (Some(Pane::Glossary), _, Some(area)) => {
            let right = area.x + area.width;
            panes::set_columns(state, Pane::Glossary, right.saturating_sub(mouse.x));
        }
        _ => {}
    }
}

fn holds(area: Area, mouse: Mouse) -> bool {
    (area.x..area.x + area.width).contains(&mouse.x)
        && (area.y..area.y + area.height).contains(&mouse.y)
}

/// The row of `area` that the mouse is on.
fn row(area: Area, mouse: Mouse) -> Option<usize> {
    holds(area, mouse).then(|| usize::from(mouse.y - area.y))
}

/// The mouse while something lies over the panes: beside it a click closes it.
fn over(state: &mut State, mouse: Mouse, area: Area, by: isize) -> Vec<Effect> {
    if let Some(recall) = state.recall.as_mut().filter(|_| state.overlay.is_none()) {
        recall.top = recall.top.saturating_add_signed(by);
        return match by {
            0 => recalling::click(state, mouse.x, mouse.y),
            _ => Vec::new(),
        };
    }
    if by == 0 && !holds(area, mouse) {
        going::close(state);
        return Vec::new();
    }
    match &mut state.overlay {
        Some(Overlay::Help(top)) => *top = top.saturating_add_signed(by),
        Some(Overlay::Popup(popup)) => popup.top = popup.top.saturating_add_signed(by),
        Some(Overlay::Figures(sheet)) => sheet.top = sheet.top.saturating_add_signed(by),
        Some(Overlay::Finder(finder)) if by != 0 => finder.step(by),
        Some(Overlay::Finder(finder)) => {
            let (list, _) = finder_parts(area);
            // The first row is the text field.
            let clicked = row(list, mouse).and_then(|row| row.checked_sub(1));
            let item = clicked.map(|row| finder.top + row).filter(|at| *at < finder.items.len());
            if let Some(item) = item {
                finder.cursor = item;
                return going::open(state);
            }
        }
        None => {}
    }
    Vec::new()
}

/// A click on a section goes there, one on the sign before it folds it.
fn contents(state: &mut State, mouse: Mouse, shown: &Areas) -> Vec<Effect> {
    let inside = shown.inside(shown.contents);
    let clicked = row(inside, mouse).map(|row| state.contents.top + row);
    let Some(at) = clicked.filter(|at| *at < state.contents.nodes.len()) else { return Vec::new() };
    state.contents.cursor = at;
    let sign = state.contents.nodes.get(at).filter(|node| node.parent).map(|node| {
        usize::from(inside.x) + 1 + (node.depth * 2).min(usize::from(inside.width) / 3)
    });
    if sign == Some(usize::from(mouse.x)) {
        going::toggle_fold(state);
        return Vec::new();
    }
    going::open(state)
}

/// A click on a link follows it, one on a footnote shows it, one on a term explains it.
fn reader(state: &mut State, mouse: Mouse, shown: &Areas) -> Vec<Effect> {
    let text = shown.text();
    let under = row(text, mouse).and_then(|row| state.reader.visible().nth(row));
    let Some((place, row)) = under else { return Vec::new() };
    let note = place.note;
    let mut x = usize::from(text.x);
    let hit = row.pieces.iter().find(|piece| {
        x += width(&piece.text);
        usize::from(mouse.x) < x
    });
    let hit = hit.filter(|_| mouse.x >= text.x);
    if let Some(target) = hit.and_then(|piece| piece.target.clone()) {
        return following::open(state, note, &target);
    }
    if let Some(term) = hit.and_then(|piece| piece.term) {
        let about = vec![About::Term(term as usize)];
        state.overlay = Some(Overlay::Popup(Popup::new(about)));
    }
    Vec::new()
}

/// A click selects a term, one on the filter edits it.
fn glossary(state: &mut State, mouse: Mouse, shown: &Areas) {
    let (filter, list, _) = shown.glossary_parts();
    if holds(filter, mouse) {
        state.glossary.editing = true;
    }
    if let Some(row) = row(list, mouse) {
        let at = state.glossary.top + row;
        if at < state.glossary.matches.len() {
            state.glossary.cursor = at;
        }
    }
}
