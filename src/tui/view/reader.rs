//! The text pane.

use super::paint::Canvas;
use crate::app::State;
use crate::app::area::{Area, Areas};
use crate::app::contents::label;
use crate::app::find::Find;
use crate::app::hints::{Hints, in_view};
use crate::app::state::{Loading, Pane};
use crate::library::Place;
use crate::search::text::{Hit, marks};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::text::width::width;
use crate::tui::theme::Part;
use crate::words::Word;

pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, shown: &Areas, area: Area) {
    let focused = state.focus == Pane::Reader && state.overlay.is_none();
    if shown.bordered {
        canvas.border(area, &title(state), focused);
    }
    let text = shown.text();
    if state.open.collection.notes.is_empty() && state.loading != Loading::Done {
        let style = canvas.theme.part(Part::Muted);
        canvas.words(text.x, text.y, text.width, Word::Loading.text(state.open.locale), style);
    }
    canvas.rows(text, state.reader.visible().map(|(_, row)| row));
    if shown.bordered && !state.changes.is_empty() {
        for (lines, y) in state.reader.lines(&state.open.collection).zip(text.y..) {
            if lines.is_some_and(|(note, lines)| state.changes.touch(note, lines)) {
                canvas.change(area.x, y);
            }
        }
    }
    super::pictures::draw(canvas, state);
    if let Some(find) = &state.find {
        mark(canvas, state, find, text);
    }
    if let Some(hints) = &state.hints {
        label_targets(canvas, state, hints, text);
    }
}

/// What the border says: the section that is being read; where its own heading can be seen, the one
/// above it.
fn title(state: &State) -> Clean {
    let here = state.reader.here(&state.open.collection);
    let note = state.open.collection.notes.get(here.note);
    let section = note.and_then(|note| note.sections.get(here.section?));
    let first_part = section.map_or(0, |section| section.parts.start);
    let top = state.reader.view.iter().find(|slice| slice.place == here);
    let begins =
        top.is_some_and(|slice| slice.range.start == 0) && state.reader.spot.part <= first_part;
    let above = Place { note: here.note, section: section.and_then(|section| section.parent) };
    match note {
        Some(note) if begins && above.section.is_none() => note.stem(),
        _ => label(&state.open.collection, if begins { above } else { here }),
    }
}

/// Marks what a search has found, the match we are at apart from the others.
fn mark(canvas: &mut Canvas<'_>, state: &State, find: &Find, text: Area) {
    let here = find.here();
    for ((place, row), y) in state.reader.visible().zip(text.y..) {
        let spans = row.pieces.iter().map(|piece| piece.span).filter(|span| !span.is_empty());
        let Some(span) = spans.reduce(Span::join) else { continue };
        // A match may have begun on the row above.
        let from = Span::new(span.start.saturating_sub(REACH), span.end);
        for found in find.within(place.note, from) {
            let hit = Hit { spans: vec![found.span], ..Hit::default() };
            let pieces = row.pieces.iter().map(|piece| (piece.text.as_str(), piece.span));
            let part = if Some(*found) == here { Part::Here } else { Part::Found };
            for (at, range) in marks(&[hit], pieces) {
                let before: usize =
                    row.pieces.iter().take(at).map(|piece| width(&piece.text)).sum();
                let Some(piece) = row.pieces.get(at) else { continue };
                let within =
                    |range: std::ops::Range<usize>| width(piece.text.get(range).unwrap_or(""));
                let x = text.x + u16::try_from(before + within(0..range.start)).unwrap_or(0);
                let columns = u16::try_from(within(range)).unwrap_or(0);
                let columns = columns.min((text.x + text.width).saturating_sub(x));
                let area = Area { x, y, width: columns, height: 1 };
                canvas.restyle(area, canvas.theme.part(part));
            }
        }
    }
}

/// Puts the letters of what opens over its beginning.
fn label_targets(canvas: &mut Canvas<'_>, state: &State, hints: &Hints, text: Area) {
    let style = canvas.theme.part(Part::Hint);
    for seen in in_view(&state.reader) {
        let Some(label) = hints.left(seen.note, &seen.target) else { continue };
        let (x, y) =
            (u16::try_from(seen.x).unwrap_or(u16::MAX), u16::try_from(seen.y).unwrap_or(0));
        let columns = text.width.saturating_sub(x);
        canvas.words(text.x.saturating_add(x), text.y + y, columns, label, style);
    }
}

/// A match is looked for from so many bytes above a row on.
const REACH: usize = 400;
