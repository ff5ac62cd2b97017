//! Terms, and where they are used: asked for when they are to be shown, and taken when they are there.

use std::sync::Arc;

use super::super::area::areas;
use super::super::finder::{AT_ONCE, Catalog, Finder, Kind, List, Target};
use super::super::msg::Effect;
use super::super::popup::{About, NAMED};
use super::super::state::{Loading, Open, Overlay, Pane, State};
use super::super::terms::Terms;
use super::going;
use crate::library::{Lexicon, Place};
use crate::search::links::Links;

/// The terms of at most so many notes in view are read.
const NOTES: usize = 8;

/// A list of uses has at most so many places.
const LISTED: usize = 1_000;

/// What is to be found out for the screen as it is now.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    let notes = notes_in_view(state);
    let wanted = (notes, state.version, state.base.is_complete());
    // One note alone is read for all its terms as soon as those that explain themselves are known.
    let soon =
        !wanted.2 && state.loading == Loading::Done && state.open.collection.notes.len() == 1;
    if !wanted.0.is_empty() && !soon && !state.relearning && state.asked.as_ref() != Some(&wanted) {
        effects.push(Effect::Terms { notes: wanted.0.clone(), version: wanted.1 });
        state.asked = Some(wanted);
    }
    let (term, most) = match &state.overlay {
        Some(Overlay::Popup(popup)) => (popup.term(), NAMED + 1),
        Some(Overlay::Finder(finder)) => (finder.term, LISTED),
        // While a name is typed another is selected with every key: in many notes that would be too
        // much to look for.
        _ if state.glossary.editing && state.open.catalog.len() > AT_ONCE => (None, 0),
        _ => (areas(state).glossary.and_then(|_| state.glossary.selected()), NAMED + 1),
    };
    if let Some(term) = term
        && let Some(ask) = state.open.uses.ask(term, most)
    {
        effects.push(Effect::Uses { term, most, ask });
    }
    if let Some(Overlay::Finder(finder)) = &state.overlay
        && finder.waits(&state.open)
        && state.loading == Loading::Done
        && let Some(ask) = state.open.links.ask()
    {
        effects.push(Effect::Links { ask });
    }
    effects
}

/// Takes the links of all notes, which were asked for to be listed.
pub(super) fn links(state: &mut State, ask: u64, links: Arc<Links>) {
    if !state.open.links.take(ask, links) {
        return;
    }
    let Some(Overlay::Finder(finder)) = &mut state.overlay else { return };
    relist(finder, &state.open);
    let kind = finder.kind;
    if matches!(kind, Kind::Problem | Kind::Backlink)
        && finder.items.is_empty()
        && finder.line.is_empty()
    {
        state.overlay = None;
        going::say_nothing(state, kind);
    }
}

/// Makes a list of what the notes have wrong, or of what leads to a section, anew.
pub(super) fn relist(finder: &mut Finder, open: &Open) {
    match (finder.kind, finder.about) {
        (Kind::Problem, _) => finder.relist(List::of_problems(open)),
        (Kind::Backlink, Some(place)) => finder.relist(List::of_backlinks(open, place)),
        _ => {}
    }
}

/// The notes whose text is on the screen, from top to bottom.
fn notes_in_view(state: &State) -> Vec<usize> {
    let mut notes = Vec::new();
    for slice in &state.reader.view {
        if !notes.contains(&slice.place.note) && notes.len() < NOTES {
            notes.push(slice.place.note);
        }
    }
    notes
}

/// Takes the names and the explicit terms of notes that have changed.
pub(super) fn learnt(
    state: &mut State,
    version: u64,
    catalog: Arc<Catalog>,
    base: Lexicon,
) -> Vec<Effect> {
    if version != state.version {
        return Vec::new();
    }
    state.open.catalog = catalog;
    state.base = base;
    state.relearning = false;
    state.asked = None;
    match &mut state.overlay {
        Some(Overlay::Finder(finder)) if finder.is_of_all() => {
            finder.moved(&Some);
            going::seek(state)
        }
        _ => Vec::new(),
    }
}

/// Takes the terms that were asked for.
pub(super) fn learn(state: &mut State, version: u64, terms: Arc<Terms>) -> Vec<Effect> {
    if version != state.version {
        return Vec::new();
    }
    let before = std::mem::replace(&mut state.open.terms, terms);
    let terms = state.open.terms.clone();
    let name = |term: usize| before.get(term).map(|term| term.name.clone());
    let now = |term: usize| name(term).and_then(|name| terms.named(&name));
    // What is known of terms that are the same holds on; of others it would be wrong.
    let same_notes = state.open.terms_version == version;
    let stays = |term: usize| same_notes && before.same(&terms, term);
    state.open.uses.forget(stays);
    state.open.terms_version = version;
    let selected = match state.focus {
        Pane::Glossary => state.glossary.selected().and_then(now),
        // Who does not look at the list sees what the note at hand explains.
        _ => None,
    };
    state.glossary.set(&terms, selected);
    match &mut state.overlay {
        Some(Overlay::Popup(popup)) => {
            let left = popup.retain(|about| match about {
                About::Term(term) => now(term).map(About::Term),
                footnote => Some(footnote),
            });
            if !left {
                state.overlay = None;
            }
        }
        Some(Overlay::Finder(finder)) => {
            finder.term = finder.term.and_then(now);
            finder.moved(&|target| match target {
                Target::Term(term) => now(term).map(Target::Term),
                other => Some(other),
            });
        }
        _ => {}
    }
    state.reader.forget_terms();
    match &state.overlay {
        Some(Overlay::Finder(finder)) if finder.kind == Kind::Name => going::seek(state),
        _ => Vec::new(),
    }
}

/// Takes where the term is used that was asked for.
pub(super) fn uses(state: &mut State, term: usize, ask: u64, places: Vec<Place>) {
    if !state.open.uses.take(term, ask, places) {
        return;
    }
    if let Some(Overlay::Finder(finder)) = &mut state.overlay
        && finder.term == Some(term)
    {
        finder.relist(List::of_uses(&state.open, term));
    }
}
