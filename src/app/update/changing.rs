//! Notes that have changed on the disk while they were open: all that points into them goes along, and
//! what has changed is said and marked.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::address::Addresses;
use super::super::changes::Change;
use super::super::contents::label;
use super::super::finder::{Kind, Target};
use super::super::moves::{Edit, Moves};
use super::super::msg::Effect;
use super::super::popup::About;
use super::super::state::{Overlay, State};
use super::{finding, folding, going, learning, marking, recalling};
use crate::library::{Library, Place};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::Word;

/// Takes the notes as they are on the disk now. `edits` tell of those that were open and are others.
pub(super) fn change(state: &mut State, mut library: Library, edits: &[Edit]) -> Vec<Effect> {
    let before = std::mem::take(&mut state.open.collection);
    let spot = state.reader.spot;
    let lost = keep_read(&before, &mut library, spot.note);
    let moves = Moves::new(&before, &library, edits);
    let (said, marks) = what(state, &before, &library, &moves, edits, lost);

    state.version += 1;
    state.reader.forget();
    state.reader.spot = moves.spot(spot).unwrap_or_default();
    state.history.retain(&|spot| moves.spot(spot));
    state.contents.load(&library, &|place| moves.place(place));
    state.open.colouring.keep(&|note| moves.stays(note));
    let kept = |note, at| moves.byte(note, at).filter(|(.., kept)| *kept);
    let fold = |note, at| kept(note, at).map(|(note, at, _)| (note, at));
    state.open.folds.moved(&fold);
    if let Some(find) = &mut state.find {
        find.folds.moved(&fold);
    }
    if let Some(Overlay::Popup(popup)) = &mut state.overlay {
        let left = popup.retain(|about| match about {
            About::Footnote { note, at } => {
                kept(note, at).map(|(note, at, _)| About::Footnote { note, at })
            }
            term => Some(term),
        });
        if !left {
            state.overlay = None;
        }
    }
    state.open.catalog = state.open.catalog.placed(&before, &library).into();
    state.open.links.forget();
    state.open.addresses = Addresses::default();
    state.changes.add(&moves, marks, &library);
    // Links whose letters are shown may not be there any more.
    if !state.reader.view.iter().all(|slice| moves.stays(slice.place.note)) {
        state.hints = None;
    }
    if let Some(Overlay::Finder(finder)) = &mut state.overlay {
        finder.about = finder.about.and_then(|place| moves.place(place));
        finder.moved(&|target| match target {
            Target::Place(place) => moves.place(place).map(Target::Place),
            Target::Byte { note, at } => {
                moves.byte(note, at).map(|(note, at, _)| Target::Byte { note, at })
            }
            other => Some(other),
        });
        // What was to be copied may be something else now.
        if finder.kind == Kind::Copy {
            state.overlay = None;
        }
    }
    let left = marking::leave(state, &before);
    state.progress.moved(&|note| {
        let to = moves.note(note)?;
        let same = before.notes.get(note).zip(library.notes.get(to));
        same.is_some_and(|(before, now)| Arc::ptr_eq(before, now)).then_some(to)
    });
    let recalled = recalling::changed(state, &|place| moves.place(place));
    state.open.collection = library;
    state.notice = said.or(state.notice.take());
    // Terms are read once those of all notes are known again, and not twice.
    state.relearning = true;
    let mut effects = vec![Effect::Learn { version: state.version }];
    match &mut state.overlay {
        Some(Overlay::Finder(finder)) if matches!(finder.kind, Kind::Problem | Kind::Backlink) => {
            learning::relist(finder, &state.open);
        }
        Some(Overlay::Finder(finder)) if finder.is_of_all() => effects.extend(going::seek(state)),
        _ => {}
    }
    effects.extend(finding::refresh(state));
    effects.extend(recalled);
    effects.extend(left);
    effects
}

/// Puts the note that is read back where it stood, if it is not there any more; tells whether that was
/// so.
fn keep_read(before: &Library, library: &mut Library, read: usize) -> bool {
    let Some(note) = before.notes.get(read) else { return false };
    let moves = Moves::new(before, library, &[]);
    if moves.note(read).is_some() {
        return false;
    }
    let at = (0..read).rev().find_map(|at| moves.note(at)).map_or(0, |at| at + 1);
    library.notes.insert(at, note.clone());
    true
}

/// What is to be said of the change, and what is to be marked.
fn what(
    state: &State,
    before: &Library,
    now: &Library,
    moves: &Moves<'_>,
    edits: &[Edit],
    lost: bool,
) -> (Option<Clean>, Vec<Change>) {
    let mut marks = Vec::new();
    let (mut added, mut removed) = (0, 0);
    let paths: HashSet<&Clean> = edits.iter().map(|edit| &edit.path).collect();
    let edited = now.notes.iter().enumerate().filter(|(_, note)| paths.contains(&note.path));
    for (note, open) in edited {
        let Some(edit) = edits.iter().find(|edit| edit.path == open.path) else { continue };
        let (more, less) = edit.diff.lines();
        (added, removed) = (added + more, removed + less);
        marks.extend(edit.diff.hunks().iter().map(|hunk| Change { note, span: hunk.new }));
    }
    let gone: Vec<usize> =
        (0..before.notes.len()).filter(|note| moves.note(*note).is_none()).collect();
    let mut new = Vec::new();
    if now.notes.len() + gone.len() > before.notes.len() {
        let known: HashSet<&Clean> = before.notes.iter().map(|note| &note.path).collect();
        let is_new = |(at, note): (usize, &std::sync::Arc<crate::library::Note>)| {
            (!known.contains(&note.path)).then_some(at)
        };
        new = now.notes.iter().enumerate().filter_map(is_new).collect();
    }
    let locale = state.open.locale;
    let title = |library: &Library, note| label(library, Place { note, section: None });
    let read = moves.note(state.reader.spot.note);
    let said = if lost {
        let note = read.map_or_else(Clean::default, |note| title(now, note));
        Some(Word::NoteGoneHere.fill(locale, &[&note]))
    } else if !marks.is_empty() {
        let place = |change: &Change| {
            let part = now
                .notes
                .get(change.note)
                .and_then(|note| note.parts.get(note.part_at(change.span.start)));
            Place { note: change.note, section: part.and_then(|part| part.section) }
        };
        // What stands in the note that is read is of more interest.
        let first = marks.iter().find(|change| Some(change.note) == read).or(marks.first());
        let name = first.map_or_else(Clean::default, |change| label(now, place(change)));
        let others = marks.iter().map(place).collect::<HashSet<Place>>().len().saturating_sub(1);
        let counts = [added, removed, others].map(|count| count.to_string());
        let [added, removed, others] = &counts;
        Some(match others.as_str() {
            "0" => Word::Changed.fill(locale, &[&name, added, removed]),
            _ => Word::ChangedMore.fill(locale, &[&name, added, removed, others]),
        })
    } else if let [first, rest @ ..] = new.as_slice() {
        let (name, more) = (title(now, *first), rest.len().to_string());
        Some(match rest {
            [] => Word::NoteNew.fill(locale, &[&name]),
            _ => Word::NotesNew.fill(locale, &[&name, &more]),
        })
    } else if let [first, rest @ ..] = gone.as_slice() {
        let (name, more) = (title(before, *first), rest.len().to_string());
        Some(match rest {
            [] => Word::NoteGone.fill(locale, &[&name]),
            _ => Word::NotesGone.fill(locale, &[&name, &more]),
        })
    } else {
        None
    };
    marks.extend(new.into_iter().map(|note| Change { note, span: Span::default() }));
    (said.map(|said| Clean::new(&said)), marks)
}

/// Goes to the next change.
pub(super) fn next(state: &mut State) {
    let spot = state.reader.spot;
    match state.changes.next(spot.note, spot.at) {
        Some(change) => {
            going::leave(state);
            folding::reveal(state, change.note, change.span.start);
            finding::show_byte(state, change.note, change.span.start);
        }
        None => {
            state.notice = Some(Clean::literal(Word::NothingChanged.text(state.open.locale)));
        }
    }
}
