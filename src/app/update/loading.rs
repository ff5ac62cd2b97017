//! Notes that come in: the reader stays where they are, whatever comes before or after it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::super::address::Addresses;
use super::super::finder::Kind;
use super::super::msg::Effect;
use super::super::popup::About;
use super::super::state::{Loading, Overlay, State};
use super::{finding, going, learning};
use crate::library::{Library, Note, Place};
use crate::text::sanitize::Clean;

/// Takes the notes that there are now. Until all are there, notes without the one that is read are
/// of no use: the reader would lose their place.
pub(super) fn load(state: &mut State, library: Library, complete: bool) -> Vec<Effect> {
    if complete {
        state.loading = Loading::Done;
    } else if state.loading == Loading::Done {
        state.loading = Loading::Begun;
    }
    let before = std::mem::take(&mut state.open.collection);
    let spot = state.reader.spot;
    let places: OnceCell<HashMap<&Clean, usize>> = OnceCell::new();
    let place = |path: &Clean| {
        let places = places.get_or_init(|| {
            library.notes.iter().enumerate().map(|(at, note)| (&note.path, at)).collect()
        });
        places.get(path).copied()
    };
    let now = |note: usize| {
        let path = &before.notes.get(note)?.path;
        // Nearly always it stands where it stood.
        let same = library.notes.get(note).filter(|same| same.path == *path);
        if same.is_some() { Some(note) } else { place(path) }
    };
    let here = now(spot.note);
    if !complete && here.is_none() && !before.notes.is_empty() {
        state.open.collection = before;
        return Vec::new();
    }
    // One note alone is shown without its name.
    let grown = grows(&before, &library) && before.notes.len() > 1;
    let moved = |place: Place| Some(Place { note: now(place.note)?, ..place });
    state.contents.load(&library, &moved);
    if grown {
        state.reader.grow();
    } else {
        state.version += 1;
        state.reader.forget();
        state.open.colouring.forget();
        state.open.folds.retain(&now);
        state.history.retain(&|mut spot| {
            spot.note = now(spot.note)?;
            Some(spot)
        });
    }
    let other_text = here.is_none_or(|here| !same_text(&before, spot.note, &library, here));
    if let Some(Overlay::Finder(finder)) = &mut state.overlay {
        finder.about = finder.about.and_then(moved);
    }
    if let Some(Overlay::Popup(popup)) = &mut state.overlay {
        // What stands in a note that is another now is not what was shown.
        let left = popup.retain(|about| match about {
            About::Footnote { note, at } => {
                let note = now(note).filter(|new| same_text(&before, note, &library, *new))?;
                Some(About::Footnote { note, at })
            }
            term => Some(term),
        });
        if !left {
            state.overlay = None;
        }
    }
    // More notes behind those that were there change nothing of these.
    let stays = |note| now(note).filter(|to| same_text(&before, note, &library, *to));
    state.progress.moved(&stays);
    state.hints = None;
    // What was to be copied may be another's now.
    if matches!(&state.overlay, Some(Overlay::Finder(finder)) if finder.kind == Kind::Copy) {
        state.overlay = None;
    }
    state.open.links.forget();
    state.open.addresses = Addresses::default();
    state.open.collection = library;
    match here {
        Some(note) if other_text => {
            state.reader.go_to_byte(&state.open.collection, note, spot.at);
            state.reader.spot.nudge = spot.nudge;
        }
        Some(note) => state.reader.spot.note = note,
        None => {
            state.reader.top();
            state.history.forget();
        }
    }
    let relist = match &mut state.overlay {
        Some(Overlay::Finder(finder)) if matches!(finder.kind, Kind::Problem | Kind::Backlink) => {
            learning::relist(finder, &state.open);
            Vec::new()
        }
        Some(Overlay::Finder(finder)) if finder.is_of_all() => going::seek(state),
        _ => Vec::new(),
    };
    relist.into_iter().chain(finding::refresh(state)).collect()
}

/// Whether `now` begins with just the notes of `before`.
fn grows(before: &Library, now: &Library) -> bool {
    let same = |(a, b): (&Arc<Note>, &Arc<Note>)| Arc::ptr_eq(a, b);
    before.notes.len() <= now.notes.len() && before.notes.iter().zip(&now.notes).all(same)
}

fn same_text(before: &Library, old: usize, now: &Library, new: usize) -> bool {
    let notes = before.notes.get(old).zip(now.notes.get(new));
    notes.is_some_and(|(a, b)| Arc::ptr_eq(a, b))
}
