//! What lies over the panes: help, jump box, term pop-up.

use ratatui::layout::Position;

use super::paint::Canvas;
use crate::app::State;
use crate::app::area::Area;
use crate::app::contents::label;
use crate::app::help::{self, Line};
use crate::app::jump::Jump;
use crate::app::popup::Popup;
use crate::app::state::Overlay;
use crate::text::width::{ellipsize, pad, width};
use crate::tui::theme::Part;
use crate::words::Word;

pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    overlay: &Overlay,
    area: Area,
) -> Option<Position> {
    canvas.clear(area);
    match overlay {
        Overlay::Help(top) => {
            draw_help(canvas, state, *top, area);
            None
        }
        Overlay::Jump(jump) => draw_jump(canvas, state, jump, area),
        Overlay::Term(popup) => {
            draw_term(canvas, state, popup, area);
            None
        }
    }
}

fn draw_help(canvas: &mut Canvas<'_>, state: &State, top: usize, area: Area) {
    canvas.border(area, Word::Help.text(state.open.locale), true);
    let inside = area.inner();
    let lines = help::lines(&state.keymap, state.open.locale);
    let key_columns = if inside.width >= 60 { 24 } else { inside.width / 3 };
    for (line, y) in lines.iter().skip(top).take(inside.height.into()).zip(inside.y..) {
        let x = inside.x + 1;
        let columns = inside.width.saturating_sub(2);
        match line {
            Line::Title(title) => {
                canvas.words(x, y, columns, title, canvas.theme.part(Part::FocusedTitle));
            }
            Line::Keys(row) => {
                let keys = ellipsize(&row.keys.join(" "), usize::from(key_columns)).into_owned();
                canvas.words(x + 1, y, key_columns, &keys, canvas.theme.part(Part::Key));
                let x = x + 1 + key_columns + 1;
                let columns = (inside.x + inside.width).saturating_sub(x);
                let does = match inside.width >= 60 {
                    true => format!("{} · {}", row.does, row.place),
                    false => row.does.to_owned(),
                };
                canvas.words(x, y, columns, &does, canvas.theme.part(Part::Plain));
            }
            Line::Blank => {}
        }
    }
    let below = top + usize::from(inside.height) < lines.len();
    canvas.more(Area { x: area.x, width: area.width, ..inside }, top > 0, below);
}

fn draw_jump(canvas: &mut Canvas<'_>, state: &State, jump: &Jump, area: Area) -> Option<Position> {
    let count = jump.candidates.len().to_string();
    let title = match jump.line.is_empty() {
        true => Word::JumpPrompt.text(state.open.locale).to_owned(),
        false => {
            let count = Word::CandidateCount.fill(state.open.locale, &[&count]);
            format!("{} · {count}", Word::JumpPrompt.text(state.open.locale))
        }
    };
    canvas.border(area, &title, true);
    let inside = area.inner();
    if inside.is_empty() {
        return None;
    }
    canvas.words(inside.x + 1, inside.y, inside.width, "§", canvas.theme.part(Part::Key));
    let columns = inside.width.saturating_sub(4);
    let (text, at) = jump.line.view(columns.into());
    canvas.text(inside.x + 3, inside.y, columns, &text, canvas.theme.part(Part::Plain));
    let list = Area { y: inside.y + 1, height: inside.height - 1, ..inside };
    if jump.candidates.is_empty() && !jump.line.is_empty() && list.height > 0 {
        let word = Word::NoSuchSection.fill(state.open.locale, &[jump.line.text()]);
        let style = canvas.theme.part(Part::Muted);
        canvas.words(list.x + 1, list.y, list.width.saturating_sub(2), &word, style);
    }
    let address = |place| state.open.addresses.of(&state.open.library, place);
    let shown = jump.candidates.iter().enumerate().skip(jump.top).take(list.height.into());
    let shown: Vec<_> = shown.collect();
    let widest = shown.iter().map(|(_, place)| width(&address(**place))).max().unwrap_or(0).min(24);
    for ((i, place), y) in shown.into_iter().zip(list.y..) {
        let columns = list.width.saturating_sub(2);
        let section =
            state.open.library.notes.get(place.note).and_then(|n| n.sections.get(place.section?));
        let title = section.map_or_else(|| label(&state.open.library, *place), |s| s.title.clone());
        let mut text = format!("{}  {title}", pad(&address(*place), widest));
        if section.is_some_and(|section| section.empty) {
            text = format!("{text}  · {}", Word::EmptyShort.text(state.open.locale));
        }
        canvas.words(list.x + 1, y, columns, &text, canvas.theme.part(Part::Plain));
        if i == jump.cursor {
            let line = Area { y, height: 1, ..list };
            canvas.restyle(line, canvas.theme.part(Part::Selected));
        }
    }
    let at = u16::try_from(at).unwrap_or(0);
    canvas.position(inside.x + 3 + at, inside.y)
}

fn draw_term(canvas: &mut Canvas<'_>, state: &State, popup: &Popup, area: Area) {
    let count = format!("{}/{}", popup.cursor + 1, popup.terms.len());
    canvas.border(area, &format!("{} {count}", Word::Glossary.text(state.open.locale)), true);
    let inside = area.inner();
    let text = Area { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    canvas.rows(text, popup.rows.iter().skip(popup.top));
    let below = popup.top + usize::from(inside.height) < popup.rows.len();
    canvas.more(Area { x: area.x, width: area.width, ..inside }, popup.top > 0, below);
}
