//! The glossary pane: filter, terms, what the selected one means.

use ratatui::layout::Position;

use super::paint::{Canvas, Hit as Matched};
use crate::app::State;
use crate::app::area::{Area, Areas};
use crate::app::state::Pane;
use crate::library::glossary::Term;
use crate::search::ranking::Hit;
use crate::text::sanitize::Clean;
use crate::text::width::width;
use crate::tui::theme::Part;
use crate::words::Word;

pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    shown: &Areas,
    area: Area,
) -> Option<Position> {
    let pane = &state.glossary;
    let focused = state.focus == Pane::Glossary && state.overlay.is_none();
    canvas.clear(area);
    if shown.bordered {
        let count = match pane.filter.is_empty() {
            true => state.open.terms.len().to_string(),
            false => format!("{}/{}", pane.matches.len(), state.open.terms.len()),
        };
        canvas.border(area, &Word::GlossaryCount.fill(state.open.locale, &[&count]), focused);
    }
    let (filter, list, detail) = shown.glossary_parts();
    let cursor = draw_filter(canvas, state, filter, focused);
    for ((i, (term, hit)), y) in
        pane.matches.iter().enumerate().skip(pane.top).take(list.height.into()).zip(list.y..)
    {
        if let Some(term) = state.open.terms.get(*term) {
            draw_term(canvas, state, Area { y, height: 1, ..list }, term, hit);
        }
        if i == pane.cursor {
            let part = if focused { Part::Selected } else { Part::Marked };
            canvas.restyle(Area { y, height: 1, ..list }, canvas.theme.part(part));
        }
    }
    if pane.matches.is_empty() && list.height > 0 {
        let word = if state.open.terms.is_empty() { Word::NoTerms } else { Word::NoMatches };
        let style = canvas.theme.part(Part::Muted);
        canvas.words(list.x, list.y, list.width, word.text(state.open.locale), style);
    }
    if shown.bordered {
        canvas.more(Area { x: area.x, width: area.width, ..list }, pane.top, pane.matches.len());
    }
    if detail.height > 1 {
        let line = if canvas.ascii { "-" } else { "─" }.repeat(detail.width.into());
        canvas.words(detail.x, detail.y, detail.width, &line, canvas.theme.part(Part::Border));
        let rest = Area { y: detail.y + 1, height: detail.height - 1, ..detail };
        canvas.rows(rest, pane.detail.rows.iter());
        if shown.bordered {
            canvas.more(Area { x: area.x, width: area.width, ..rest }, 0, pane.detail.rows.len());
        }
    }
    cursor
}

fn draw_filter(
    canvas: &mut Canvas<'_>,
    state: &State,
    area: Area,
    focused: bool,
) -> Option<Position> {
    let pane = &state.glossary;
    if area.is_empty() {
        return None;
    }
    let editing = pane.editing && focused;
    let style = canvas.theme.part(if editing { Part::Key } else { Part::Muted });
    canvas.words(area.x, area.y, area.width, "/", style);
    let columns = area.width.saturating_sub(2);
    if pane.filter.is_empty() && !editing {
        let style = canvas.theme.part(Part::Muted);
        canvas.words(
            area.x + 2,
            area.y,
            columns,
            Word::FilterPrompt.text(state.open.locale),
            style,
        );
        return None;
    }
    let (text, at) = pane.filter.view(columns.into());
    canvas.text(area.x + 2, area.y, columns, &text, canvas.theme.part(Part::Plain));
    let at = u16::try_from(at).unwrap_or(0);
    editing.then(|| canvas.position(area.x + 2 + at, area.y)).flatten()
}

/// A term and the address of where it is explained; explicit and inferred ones by their sign.
fn draw_term(canvas: &mut Canvas<'_>, state: &State, area: Area, term: &Term, hit: &Hit) {
    let sign = match (term.is_explicit(), canvas.ascii) {
        (true, false) => "•",
        (true, true) => "*",
        (false, false) => "◦",
        (false, true) => "-",
    };
    let address = term
        .senses
        .first()
        .map(|sense| state.open.addresses.of(&state.open.collection, sense.place));
    let address = address.filter(|address| !address.is_empty()).map(|a| format!("§{a}"));
    let address = address.unwrap_or_default();
    let muted = canvas.theme.part(Part::Muted);
    let address_columns = u16::try_from(width(&address)).unwrap_or(u16::MAX);
    let mut columns = area.width;
    if address_columns + 8 <= columns && !address.is_empty() {
        columns -= address_columns + 1;
        canvas.words(area.x + columns + 1, area.y, address_columns, &address, muted);
    }
    canvas.words(area.x, area.y, columns, sign, muted);
    let (x, columns) = (area.x + 2, columns.saturating_sub(2));
    let names: Vec<&Clean> = term.names().collect();
    let Some(name) = names.first() else { return };
    let ranges = if hit.name == 0 { hit.ranges.as_slice() } else { &[] };
    let used = canvas.matched(x, area.y, columns, &Matched { name, ranges });
    // Another name is what matched: it is shown beside the first.
    if let Some(other) = names.get(hit.name).filter(|_| hit.name > 0) {
        let rest = columns.saturating_sub(used);
        canvas.words(x + used, area.y, rest, &format!(" ({other})"), muted);
    }
}
