//! The line at the bottom: where we are, how far, and the keys that work here.

use ratatui::layout::Position;

use super::paint::Canvas;
use crate::app::State;
use crate::app::area::{Area, areas};
use crate::app::chord::label;
use crate::app::command::{Command, Scope};
use crate::app::find::Find;
use crate::app::hints::in_view;
use crate::app::recall::Recall;
use crate::app::scope;
use crate::app::state::{Loading, Overlay};
use crate::app::study::{Over, Stage};
use crate::library::Place;
use crate::review::reading::{Mark, Whole, unit};
use crate::text::ascii::keys;
use crate::text::width::width;
use crate::tui::theme::Part;
use crate::words::Word;

pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) -> Option<Position> {
    if let Some(find) = state.find.as_ref().filter(|find| find.editing) {
        return draw_find(canvas, state, find, area);
    }
    if !state.pressed.is_empty() {
        draw_pressed(canvas, state, area);
        return None;
    }
    if let Some(notice) = &state.notice {
        let style = canvas.theme.part(Part::Notice);
        canvas.words(area.x + 1, area.y, area.width.saturating_sub(1), notice, style);
        return None;
    }
    let mut place = place(state);
    let muted = canvas.theme.part(Part::Muted);
    // As many hints as there is room for, the most general ones last and kept longest.
    let mut hints = hints(state);
    let columns = |hints: &[(String, &str)]| -> u16 {
        let all = hints.iter().map(|(key, word)| width(key) + width(word) + 3).sum::<usize>();
        u16::try_from(all).unwrap_or(u16::MAX)
    };
    // How much is read and due is said where there is room for it beside the most general hint.
    let least = columns(hints.get(hints.len().saturating_sub(1)..).unwrap_or(&[]));
    for more in progress(state) {
        let longer = if place.is_empty() { more } else { format!("{place}  {more}") };
        if width(&longer) + usize::from(least) + 4 <= usize::from(area.width) {
            place = longer;
        }
    }
    let wide = u16::try_from(width(&place)).unwrap_or(u16::MAX);
    let mut left = wide.min(area.width.saturating_sub(2));
    // Over a pop-up its keys say more than the place below it.
    if matches!(scope(state), Scope::Popup | Scope::Review)
        && columns(&hints) > area.width.saturating_sub(left + 4)
    {
        left = 0;
    }
    canvas.words(area.x + 1, area.y, left, &place, canvas.theme.part(Part::Plain));
    let room = area.width.saturating_sub(left + u16::from(left > 0) * 4);
    while !hints.is_empty() && columns(&hints) > room {
        hints.remove(0);
    }
    let mut x = area.x + area.width.saturating_sub(columns(&hints));
    for (key, word) in hints {
        x += canvas.words(x, area.y, area.width, &key, canvas.theme.part(Part::Key)) + 1;
        x += canvas.words(x, area.y, area.width, word, muted) + 2;
    }
    None
}

/// The keys that have been pressed of several in a row, and how it can go on.
fn draw_pressed(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let locale = state.open.locale;
    let [key, muted] = [Part::Key, Part::Muted].map(|part| canvas.theme.part(part));
    let end = area.x + area.width;
    let mut x = area.x + 1;
    let room = |x: u16| end.saturating_sub(x);
    x += canvas.words(x, area.y, room(x), &keys(label(&state.pressed, locale), canvas.ascii), key)
        + 1;
    for (next, commands) in state.keymap.after(scope(state), &state.pressed) {
        x += 1;
        x += canvas.words(x, area.y, room(x), &keys(next.label(locale), canvas.ascii), key) + 1;
        // Where it goes on further, there is no room to say it all.
        let does = match commands.as_slice() {
            [command] => command.spec().help.text(locale),
            _ => "…",
        };
        x += canvas.words(x, area.y, room(x), does, muted) + 1;
    }
}

/// The line of a search while it is typed.
fn draw_find(canvas: &mut Canvas<'_>, state: &State, find: &Find, area: Area) -> Option<Position> {
    let count = count(find);
    let notice = state.notice.as_ref().map(|notice| notice.to_string());
    let right = notice.unwrap_or(count);
    let wide = u16::try_from(width(&right)).unwrap_or(0).min(area.width / 2);
    canvas.words(area.x + 1, area.y, 1, "/", canvas.theme.part(Part::Key));
    let columns = area.width.saturating_sub(wide + 5);
    let (text, at) = find.line.view(columns.into());
    canvas.text(area.x + 2, area.y, columns, &text, canvas.theme.part(Part::Plain));
    let x = area.x + area.width.saturating_sub(wide + 1);
    canvas.words(x, area.y, wide, &right, canvas.theme.part(Part::Muted));
    canvas.position(area.x + 2 + u16::try_from(at).unwrap_or(0), area.y)
}

/// Which match of how many; `…` while there may be more.
fn count(find: &Find) -> String {
    let more = if find.done { "" } else { "…" };
    match find.current {
        Some(current) => format!("{}/{}{more}", current + 1, find.matches.len()),
        None => more.to_owned(),
    }
}

fn place(state: &State) -> String {
    if let Some(hints) = &state.hints {
        return Word::FooterHints.fill(state.open.locale, &[hints.typed()]);
    }
    let here = state.reader.here(&state.open.collection);
    let Some(note) = state.open.collection.notes.get(here.note) else {
        let nothing = Word::NothingFound.text(state.open.locale).to_owned();
        return loading(state).unwrap_or(nothing);
    };
    let section = here.section.and_then(|at| note.sections.get(at));
    let percent = state.reader.percent(&state.open.collection).to_string();
    let percent = Word::PercentRead.fill(state.open.locale, &[&percent]);
    let loading = loading(state).unwrap_or_default();
    let name = match note.path.is_empty() {
        true => note.title(),
        false => note.stem(),
    };
    let place = match section {
        Some(section) if section.path.is_some() => {
            Word::PlaceInNote.fill(state.open.locale, &[&name, &section.address])
        }
        _ => name.to_string(),
    };
    let find = match &state.find {
        Some(find) => format!("/{} {}", find.line.text(), count(find)),
        None => String::new(),
    };
    format!("{place}  {percent}  {find}  {loading}").trim_end().to_owned()
}

/// How much is read of the note and of all, and how much is due: what is worth the most first.
fn progress(state: &State) -> Vec<String> {
    let (locale, library) = (state.open.locale, &state.open.collection);
    if state.hints.is_some() || state.recall.is_some() {
        return Vec::new();
    }
    let fill = |word: Word, whole: Whole| {
        word.fill(locale, &[&whole.read.to_string(), &whole.all.to_string()])
    };
    let here = state.reader.here(library);
    let note = state.progress.of(library, Place { note: here.note, section: None });
    let all = state.progress.of_notes(0..library.notes.len()).filter(|_| library.notes.len() > 1);
    let begun = |whole: &Whole| whole.is_begun();
    let unit = library.notes.get(here.note).and_then(|note| unit(note, here.section));
    let own = unit.map(|unit| state.progress.own(here.note, unit));
    let mut said = Vec::new();
    if begun(&note) {
        said.push(fill(Word::FooterRead, note));
    }
    if let Some(due) = state.progress.due.filter(|due| *due > 0) {
        said.push(Word::FooterDue.fill(locale, &[&due.to_string()]));
    }
    if own == Some(Mark::Changed) {
        said.push(Word::FooterChanged.text(locale).to_owned());
    }
    said.extend(all.filter(begun).map(|all| fill(Word::FooterReadAll, all)));
    said
}

/// That notes are being read, and how far that is.
fn loading(state: &State) -> Option<String> {
    const CELLS: usize = 10;
    let word = Word::Loading.text(state.open.locale);
    match state.loading {
        Loading::Done => None,
        Loading::Begun => Some(word.to_owned()),
        Loading::Under { done, total } => {
            let cells = (done * CELLS / total.max(1)).min(CELLS);
            let (full, free) = if state.open.ascii { ("#", "-") } else { ("█", "░") };
            let bar = full.repeat(cells) + &free.repeat(CELLS - cells);
            Some(format!("{word} {bar} {done}/{total}"))
        }
    }
}

/// The keys that are worth naming here, and what they do in a word.
fn hints(state: &State) -> Vec<(String, &'static str)> {
    let scope = scope(state);
    let (reader, popup, review);
    let named: &[(Command, Word)] = match scope {
        _ if state.hints.is_some() => &[(Command::Close, Word::FooterClose)],
        Scope::Contents => &[
            (Command::ToggleFold, Word::FooterFold),
            (Command::Open, Word::FooterOpen),
            (Command::NextPane, Word::FooterPane),
            (Command::Quit, Word::FooterQuit),
            (Command::Help, Word::FooterHelp),
        ],
        Scope::Reader => {
            reader = reader_hints(state);
            &reader
        }
        Scope::Glossary => &[
            (Command::Filter, Word::FooterFilter),
            (Command::Open, Word::FooterOpen),
            (Command::NextPane, Word::FooterPane),
            (Command::Quit, Word::FooterQuit),
            (Command::Help, Word::FooterHelp),
        ],
        Scope::Popup => {
            popup = popup_hints(state);
            &popup
        }
        Scope::Review => {
            review = review_hints(state);
            &review
        }
        Scope::Input => &[(Command::Open, Word::FooterOpen), (Command::Close, Word::FooterClose)],
        Scope::Help => &[(Command::Close, Word::FooterClose)],
    };
    named
        .iter()
        .filter_map(|(command, word)| {
            let key = state.keymap.key(scope, *command)?.label(state.open.locale);
            // The first of ten stands for all of them.
            let digits = *command == Command::Jump && key == "0";
            let key = if digits { Word::KeyDigit.text(state.open.locale).to_owned() } else { key };
            Some((keys(key, state.open.ascii), word.text(state.open.locale)))
        })
        .collect()
}

fn reader_hints(state: &State) -> Vec<(Command, Word)> {
    let mut named = vec![
        (Command::Filter, Word::FooterGlossary),
        (Command::GoTo, Word::FooterGo),
        (Command::Term, Word::FooterTerm),
        (Command::NextPane, Word::FooterPane),
    ];
    if !in_view(&state.reader).is_empty() {
        named.push((Command::Follow, Word::FooterOpen));
    }
    named.extend([
        (Command::Find, Word::FooterFind),
        (Command::Jump, Word::FooterJump),
        (Command::Quit, Word::FooterQuit),
        (Command::Help, Word::FooterHelp),
    ]);
    named
}

fn review_hints(state: &State) -> Vec<(Command, Word)> {
    let Some(recall) = &state.recall else { return Vec::new() };
    let mut named = Vec::new();
    let can_undo = recall.turn.as_ref().is_some_and(|turn| turn.can_undo);
    let undo = can_undo.then_some((Command::UndoReview, Word::FooterUndo));
    if recall.is_over() {
        if over(recall).is_some_and(|over| over.suspended > 0) {
            named.push((Command::SuspendCard, Word::FooterWake));
        }
        if over(recall).is_some_and(|over| over.lost > 0) {
            named.push((Command::FindLost, Word::FooterSeek));
        }
        named.push((Command::Cram, Word::FooterCram));
        named.extend(undo);
    } else if recall.card().is_some() {
        named.extend([
            (Command::SuspendCard, Word::FooterSuspend),
            (Command::BuryCard, Word::FooterBury),
            (Command::FlagCard, Word::FooterFlag),
            (Command::Edit, Word::FooterEdit),
            (Command::Open, Word::FooterPlace),
        ]);
        named.extend(undo);
        if !recall.revealed {
            named.extend([
                (Command::TypeAnswer, Word::FooterType),
                (Command::Hint, Word::FooterHint),
                (Command::Reveal, Word::FooterReveal),
            ]);
        }
    }
    named.extend([(Command::Close, Word::FooterClose), (Command::Help, Word::FooterHelp)]);
    named
}

/// Whether there are cards that are left for good.
/// What the end has to say.
fn over(recall: &Recall) -> Option<&Over> {
    match recall.turn.as_ref().map(|turn| &turn.stage) {
        Some(Stage::Over(over)) => Some(over),
        _ => None,
    }
}

fn popup_hints(state: &State) -> Vec<(Command, Word)> {
    let Some(Overlay::Popup(popup)) = &state.overlay else { return Vec::new() };
    let shown = areas(state).overlay.map_or(0, |area| usize::from(area.inner().height));
    let mut named = Vec::new();
    if popup.term().is_some() {
        named.push((Command::Uses, Word::FooterUses));
    }
    if popup.detail.rows.len() > shown {
        named.push((Command::Down, Word::FooterScroll));
    }
    if popup.about.len() > 1 {
        named.push((Command::NextTerm, Word::FooterNext));
    }
    named.extend([(Command::Open, Word::FooterPlace), (Command::Close, Word::FooterClose)]);
    named
}
