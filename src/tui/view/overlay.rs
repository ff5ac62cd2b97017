//! What lies over the panes: help, finder, term pop-up.

use ratatui::layout::Position;

use super::paint::{Canvas, Hit};
use crate::app::State;
use crate::app::area::{Area, finder_parts};
use crate::app::figures::Sheet;
use crate::app::finder::{Finder, Kind};
use crate::app::help::{self, Line};
use crate::app::popup::{About, Popup};
use crate::app::state::Overlay;
use crate::text::width::{pad, width};
use crate::tui::theme::Part;
use crate::words::{Figure, Word};

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
        Overlay::Figures(sheet) => {
            draw_figures(canvas, state, sheet, area);
            None
        }
        Overlay::Finder(finder) => draw_finder(canvas, state, finder, area),
        Overlay::Popup(popup) => {
            draw_popup(canvas, state, popup, area);
            None
        }
    }
}

fn draw_help(canvas: &mut Canvas<'_>, state: &State, top: usize, area: Area) {
    canvas.border(area, Word::Help.text(state.open.locale), true);
    let inside = area.inner();
    let columns = inside.width.saturating_sub(2);
    let lines = help::lines(&state.keymap, state.open.locale, canvas.ascii, columns.into());
    let (key_columns, _) = help::columns_of(columns.into());
    let key_columns = u16::try_from(key_columns).unwrap_or(columns);
    for (line, y) in lines.iter().skip(top).take(inside.height.into()).zip(inside.y..) {
        let x = inside.x + 1;
        match line {
            Line::Title(title) => {
                canvas.words(x, y, columns, title, canvas.theme.part(Part::FocusedTitle));
            }
            Line::Keys { keys, does } => {
                canvas.words(x, y, key_columns, keys, canvas.theme.part(Part::Key));
                let rest = columns.saturating_sub(key_columns + 2);
                let plain = canvas.theme.part(Part::Plain);
                canvas.words(x + key_columns + 2, y, rest, does, plain);
            }
            Line::Blank => {}
        }
    }
    canvas.more(Area { x: area.x, width: area.width, ..inside }, top, lines.len());
}

fn draw_figures(canvas: &mut Canvas<'_>, state: &State, sheet: &Sheet, area: Area) {
    let locale = state.open.locale;
    canvas.border(area, Figure::Title.text(locale), true);
    let inside = area.inner();
    let text = Area { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    if sheet.rows.is_empty() {
        let looking = Figure::Counting.text(locale);
        canvas.words(text.x, text.y, text.width, looking, canvas.theme.part(Part::Muted));
    }
    canvas.rows(text, sheet.rows.iter().skip(sheet.top));
    canvas.more(Area { x: area.x, width: area.width, ..inside }, sheet.top, sheet.rows.len());
}

fn draw_finder(
    canvas: &mut Canvas<'_>,
    state: &State,
    finder: &Finder,
    area: Area,
) -> Option<Position> {
    let locale = state.open.locale;
    let title = finder.kind.title();
    let count = Word::CandidateCount.fill(locale, &[&finder.items.len().to_string()]);
    canvas.border(area, &format!("{} · {count}", title.text(locale)), true);
    let (inside, preview) = finder_parts(area);
    if inside.is_empty() {
        return None;
    }
    let sign = if finder.kind == Kind::Number { "§" } else { ">" };
    canvas.words(inside.x + 1, inside.y, inside.width, sign, canvas.theme.part(Part::Key));
    let columns = inside.width.saturating_sub(4);
    let (text, at) = finder.line.view(columns.into());
    canvas.text(inside.x + 3, inside.y, columns, &text, canvas.theme.part(Part::Plain));
    let list = Area { y: inside.y + 1, height: inside.height - 1, ..inside };
    draw_items(canvas, state, finder, list);
    if !preview.is_empty() {
        let line = Area { x: preview.x - 2, width: 1, ..preview };
        for y in line.y..line.y + line.height {
            let bar = if canvas.ascii { "|" } else { "│" };
            canvas.words(line.x, y, 1, bar, canvas.theme.part(Part::Border));
        }
        canvas.rows(preview, finder.preview.iter());
    }
    let at = u16::try_from(at).unwrap_or(0);
    canvas.position(inside.x + 3 + at, inside.y)
}

fn draw_items(canvas: &mut Canvas<'_>, state: &State, finder: &Finder, list: Area) {
    let muted = canvas.theme.part(Part::Muted);
    let columns = list.width.saturating_sub(2);
    if finder.items.is_empty() && list.height > 0 {
        let word = match finder.kind {
            Kind::Number if finder.line.is_empty() => return,
            Kind::Number => Word::NoSuchSection.fill(state.open.locale, &[finder.line.text()]),
            _ if finder.waits(&state.open) => Word::Looking.text(state.open.locale).to_owned(),
            _ => Word::NoMatches.text(state.open.locale).to_owned(),
        };
        canvas.words(list.x + 1, list.y, columns, &word, muted);
    }
    let shown = finder.items.iter().enumerate().skip(finder.top).take(list.height.into());
    let shown: Vec<_> = shown.collect();
    let most = usize::from(list.width / 2);
    let widest = shown.iter().map(|(_, item)| width(&item.mark)).max().unwrap_or(0).min(most);
    for ((i, item), y) in shown.into_iter().zip(list.y..) {
        // An address says most at its end.
        let mark = pad(&keep_end(&item.mark, widest), widest);
        let mut x = list.x + 1;
        let end = x + columns;
        x += canvas.words(x, y, columns, &mark, muted) + 2;
        let name = Hit { name: &item.name, ranges: &item.matched };
        x += canvas.matched(x, y, end.saturating_sub(x), &name) + 2;
        if !item.about.is_empty() {
            canvas.words(x, y, end.saturating_sub(x), &item.about, muted);
        }
        if i == finder.cursor {
            canvas.restyle(Area { y, height: 1, ..list }, canvas.theme.part(Part::Selected));
        }
    }
    let edge = Area { x: list.x.saturating_sub(1), width: 1, ..list };
    canvas.more(edge, finder.top, finder.items.len());
}

fn draw_popup(canvas: &mut Canvas<'_>, state: &State, popup: &Popup, area: Area) {
    let notes = &state.open.collection.notes;
    let title = match popup.shown() {
        Some(About::Footnote { note, at }) => {
            let label = notes.get(note).and_then(|note| note.footnote_label(at));
            Word::FootnoteNamed.fill(state.open.locale, &[label.unwrap_or("")])
        }
        _ => Word::Glossary.text(state.open.locale).to_owned(),
    };
    let count = format!("{}/{}", popup.cursor + 1, popup.about.len());
    canvas.border(area, &format!("{title} {count}"), true);
    let inside = area.inner();
    let text = Area { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    canvas.rows(text, popup.detail.rows.iter().skip(popup.top));
    let edge = Area { x: area.x, width: area.width, ..inside };
    canvas.more(edge, popup.top, popup.detail.rows.len());
}

/// `text` in at most `columns`, shortened at its beginning.
fn keep_end(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let fits = |at: &usize| width(&text[*at..]) < columns;
    let start = text.char_indices().map(|(at, _)| at).find(fits).unwrap_or(text.len());
    format!("…{}", &text[start..])
}
