//! How far the notes are read: what is marked by hand, what follows from the time that passes, and what is
//! asked of the state and said to it.

use super::super::area::areas;
use super::super::contents::label;
use super::super::msg::Effect;
use super::super::progress::{Progress, Seen, text_at, units_of};
use super::super::state::{Loading, Overlay, Pane, State};
use super::super::study::{Ask, Marks, Whose};
use crate::library::{Library, Place};
use crate::review::reading::{Reading, Statement, between};
use crate::text::sanitize::Clean;
use crate::words::Study;

/// Marks what is selected in the contents, with all under it, or the first section on the screen that has
/// text; or takes that back.
pub(super) fn mark(state: &mut State) -> Vec<Effect> {
    let State { open, progress, contents, reader, .. } = state;
    let (library, locale) = (&open.collection, open.locale);
    let selected = match state.focus {
        Pane::Contents => contents.selected(),
        _ => None,
    };
    let of = |place: Place| {
        let note = library.notes.get(place.note)?;
        Some((place, units_of(note, place.section)))
    };
    let found = match selected {
        Some(node) if node.folder.is_some() => return say(state, Study::MarkFolder),
        Some(node) => of(node.place),
        None => reader.view.iter().map(|slice| slice.place).find_map(|place| {
            let unit = text_at(library, place)?;
            Some((place, unit..unit + 1))
        }),
    };
    let Some((place, units)) = found else { return say(state, Study::MarkNothing) };
    let Some((read, said)) = progress.mark(library, place.note, units) else {
        return say(state, Study::MarkNothing);
    };
    let mut name = label(library, place).into_string();
    if said.len() > 1 {
        name = Study::MarkedSections.fill(locale, &[&name, &said.len().to_string()]);
    }
    let word = if read { Study::MarkedRead } else { Study::MarkedUnread };
    state.notice = Some(Clean::new(&word.fill(locale, &[&name])));
    let said = progress.say(library, place.note, said);
    ask(library, place.note, said).into_iter().collect()
}

fn say(state: &mut State, word: Study) -> Vec<Effect> {
    state.notice = Some(Clean::literal(word.text(state.open.locale)));
    Vec::new()
}

/// Says something of a note to the state.
fn ask(library: &Library, note: usize, said: Vec<Statement>) -> Option<Effect> {
    Some(Effect::Ask(Ask::Read { note: Whose(library.notes.get(note)?.clone()), said }))
}

/// The time since something last happened has passed over what is on the screen. Nobody reads below a list or
/// a card; what a term means is looked up while reading.
pub(super) fn pass(state: &mut State) -> Vec<Effect> {
    let times = &mut state.progress.times;
    let passed = between(times.last, times.now);
    times.last = times.now;
    let shown = matches!(state.overlay, None | Some(Overlay::Popup(_))) && state.recall.is_none();
    if passed == 0 || !shown || areas(state).text().is_empty() {
        return Vec::new();
    }
    let seen = state.reader.seen(&state.open.collection);
    read_on(state, &seen, passed)
}

/// Lets time pass over what is seen, or heard.
pub(in crate::app) fn read_on(state: &mut State, seen: &[Seen], passed: u64) -> Vec<Effect> {
    let State { open, progress, .. } = state;
    let library = &open.collection;
    let mut effects = Vec::new();
    for (note, unit) in progress.pass(library, seen, passed) {
        let said = vec![Statement { unit, read: Some(true), seconds: 0 }];
        let said = progress.say(library, note, said);
        effects.extend(ask(library, note, said));
    }
    effects
}

/// Says what was read and is not in view any more, and asks what is not known of the notes.
pub(super) fn settle(state: &mut State) -> Vec<Effect> {
    let State { open, progress, reader, .. } = state;
    let library = &open.collection;
    if library.notes.is_empty() {
        return Vec::new();
    }
    let places = || reader.view.iter().map(|slice| slice.place);
    let in_view = |note: usize, unit: usize| {
        places().any(|place| place.note == note && text_at(library, place) == Some(unit))
    };
    let mut effects = left(progress, library, &in_view, false);
    let notes: Vec<usize> = places().map(|place| place.note).collect();
    let wanted = progress.wanted(library, &notes, state.loading == Loading::Done);
    effects.extend(wanted.map(|wanted| Effect::Ask(Ask::Marks(wanted))));
    effects
}

/// Says all that was read of some notes, which are about to become others.
pub(super) fn leave(state: &mut State, library: &Library) -> Vec<Effect> {
    left(&mut state.progress, library, &|_, _| false, false)
}

/// Says all that was read, at the end.
pub(in crate::app) fn end(state: &mut State) -> Vec<Effect> {
    let State { open, progress, .. } = state;
    left(progress, &open.collection, &|_, _| false, true)
}

fn left(
    progress: &mut Progress,
    library: &Library,
    in_view: &dyn Fn(usize, usize) -> bool,
    end: bool,
) -> Vec<Effect> {
    let left = progress.left(library, in_view, end).into_iter();
    left.filter_map(|(note, said)| ask(library, note, said)).collect()
}

/// Takes how far notes are.
pub(super) fn take(state: &mut State, mut marks: Marks) {
    let said = std::mem::take(&mut marks.said);
    state.progress.take(marks);
    state.notice = said.into_iter().next().or(state.notice.take());
}

/// Takes how far a note is that something was said of.
pub(super) fn kept(
    state: &mut State,
    note: &Whose,
    reading: Option<Box<Reading>>,
    said: Vec<Clean>,
) {
    state.progress.kept(&state.open.collection, &note.0, reading.map(|own| *own));
    state.notice = said.into_iter().next().or(state.notice.take());
}
