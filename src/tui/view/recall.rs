//! The review: a card, what can be answered, and the end.

use ratatui::layout::Position;

use super::paint::Canvas;
use crate::app::State;
use crate::app::area::{Area, recall_parts};
use crate::app::command::{Command, Scope};
use crate::app::contents::label;
use crate::app::help::wrap;
use crate::app::recall::{GRADES, Recall, grade, interval, left, left_short};
use crate::app::study::{Shown, Turn};
use crate::review::session::Plan;
use crate::text::ascii::keys;
use crate::text::width::{ellipsize, width};
use crate::tui::theme::Part;
use crate::words::Study;

pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    state: &State,
    recall: &Recall,
    area: Area,
) -> Option<Position> {
    canvas.clear(area);
    canvas.border(area, &title(state, recall), true);
    let parts = recall_parts(area, recall);
    if let Some(turn) = &recall.turn {
        head(canvas, state, recall, turn, parts.head);
        said(canvas, turn, parts.said);
    }
    canvas.rows(parts.text, recall.rows.iter().skip(recall.top));
    let edge = Area { x: area.x, width: area.width, ..parts.text };
    canvas.more(edge, recall.top, recall.rows.len());
    line(canvas, parts.line);
    if let Some(line) = &recall.typing {
        let Area { x, y, width: columns, .. } = parts.choices;
        canvas.words(x, y, 1, ">", canvas.theme.part(Part::Key));
        let (text, at) = line.view(columns.saturating_sub(3).into());
        if line.is_empty() {
            let word = Study::ReviewType.text(state.open.locale);
            canvas.words(x + 3, y, columns.saturating_sub(3), word, canvas.theme.part(Part::Muted));
        }
        canvas.text(x + 2, y, columns.saturating_sub(2), &text, canvas.theme.part(Part::Plain));
        return canvas.position(x + 2 + u16::try_from(at).unwrap_or(0), y);
    }
    choices(canvas, state, recall, parts.choices);
    None
}

fn title(state: &State, recall: &Recall) -> String {
    let locale = state.open.locale;
    let word = if recall.plan == Plan::Cram { Study::ReviewCram } else { Study::Review };
    let unsaved = recall.turn.as_ref().is_some_and(|turn| !turn.saves);
    match unsaved {
        true => format!("{} · {}", word.text(locale), Study::ReviewNotSaved.text(locale)),
        false => word.text(locale).to_owned(),
    }
}

/// Where the card stands, and what is left.
fn head(canvas: &mut Canvas<'_>, state: &State, recall: &Recall, turn: &Turn, area: Area) {
    if area.height == 0 {
        return;
    }
    let locale = state.open.locale;
    let long = left(turn, locale);
    let roomy = width(&long) * 2 <= usize::from(area.width);
    let mut right = if roomy { long } else { left_short(turn, locale) };
    if recall.card().is_some_and(|shown| shown.progress.flagged) {
        let sign = if canvas.ascii { "!" } else { "⚑" };
        right = match roomy {
            true => format!("{sign} {}  {right}", Study::ReviewFlagged.text(locale)),
            false => format!("{sign} {right}"),
        };
    }
    let wide = u16::try_from(width(&right)).unwrap_or(0).min(area.width);
    let muted = canvas.theme.part(Part::Muted);
    canvas.words(area.x + area.width - wide, area.y, wide, &right, muted);
    let columns = area.width.saturating_sub(wide + 2);
    canvas.words(area.x, area.y, columns, &from(state, recall, columns.into()), muted);
    if area.height > 1 {
        line(canvas, Area { y: area.y + 1, height: 1, ..area });
    }
}

/// A line across.
fn line(canvas: &mut Canvas<'_>, area: Area) {
    if area.height > 0 {
        let line = if canvas.ascii { "-" } else { "─" }.repeat(area.width.into());
        canvas.words(area.x, area.y, area.width, &line, canvas.theme.part(Part::Border));
    }
}

/// The note and the section of the card, in so many columns: the section says more.
fn from(state: &State, recall: &Recall, columns: usize) -> String {
    let Some((place, _)) = recall.source() else { return String::new() };
    let library = &state.open.collection;
    let Some(note) = library.notes.get(place.note) else { return String::new() };
    let stem = note.stem();
    if place.section.is_none() {
        return stem.to_string();
    }
    let section = label(library, place);
    let whole = format!("{stem} › {section}");
    if width(&whole) <= columns {
        return whole;
    }
    let room = columns.saturating_sub(width(&section) + 3);
    match room {
        0..6 => ellipsize(&section, columns).into_owned(),
        _ => format!("{} › {section}", ellipsize(&stem, room)),
    }
}

fn said(canvas: &mut Canvas<'_>, turn: &Turn, area: Area) {
    let style = canvas.theme.part(Part::Notice);
    let lines = turn.said.iter().flat_map(|line| wrap(line, area.width.into()));
    for (line, y) in lines.take(area.height.into()).zip(area.y..) {
        canvas.words(area.x, y, area.width, &line, style);
    }
}

/// What can be chosen now: to see the answer, a grade, or whether it is the same card.
fn choices(canvas: &mut Canvas<'_>, state: &State, recall: &Recall, area: Area) {
    let locale = state.open.locale;
    let key = |command| {
        let label = state.keymap.label(Scope::Review, command, locale);
        keys(label, state.open.ascii)
    };
    if recall.is_in_doubt() {
        let yes =
            (key(Command::GradeAgain), Study::CarryYes.text(locale).to_owned(), String::new());
        let no = recall.no().text(locale).to_owned();
        let no = (key(Command::GradeHard), no, String::new());
        return columns(canvas, area, &[yes, no]);
    }
    let Some(shown) = recall.card() else { return };
    if !recall.revealed {
        let show = Study::ReviewShow.text(locale).to_owned();
        return columns(canvas, area, &[(key(Command::Reveal), show, String::new())]);
    }
    let choice = |(choice, (command, _)): (&crate::review::schedule::Choice, (Command, _))| {
        let next = match recall.plan {
            Plan::Cram => String::new(),
            Plan::Due => interval(choice.next, locale),
        };
        (key(command), grade(choice.grade).text(locale).to_owned(), next)
    };
    let Shown { choices, .. } = shown;
    let all: Vec<_> = choices.iter().zip(GRADES).map(choice).collect();
    columns(canvas, area, &all);
}

/// Keys with their meanings, and a line below each, side by side.
fn columns(canvas: &mut Canvas<'_>, area: Area, all: &[(String, String, String)]) {
    let count = u16::try_from(all.len()).unwrap_or(1).max(1);
    // Two stand side by side as four would.
    let wide = area.width / count.max(2);
    let [sign, plain, muted] =
        [Part::Key, Part::Plain, Part::Muted].map(|part| canvas.theme.part(part));
    for ((key, word, below), at) in all.iter().zip(0..) {
        let x = area.x + at * wide;
        let room = if all.len() == 1 { area.width } else { wide.saturating_sub(1) };
        if area.height > 0 {
            let used = canvas.words(x, area.y, room, key, sign) + 1;
            canvas.words(x + used, area.y, room.saturating_sub(used), word, plain);
            if area.height > 1 {
                let used = if room >= 12 { used } else { 0 };
                canvas.words(x + used, area.y + 1, room.saturating_sub(used), below, muted);
            }
        }
    }
}
