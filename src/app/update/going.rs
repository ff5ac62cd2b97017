//! Going somewhere: by the finder, by what is selected, back and forward.

use super::super::copy;
use super::super::finder::{Finder, Kind, List, Target};
use super::super::key::{Key, KeyCode};
use super::super::msg::Effect;
use super::super::popup::{About, Popup};
use super::super::state::{Overlay, Pane, State};
use crate::library::Place;
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Closes what lies on top: an overlay, a text field (after emptying it), a pane other than the text.
pub(super) fn close(state: &mut State) {
    match state.overlay.take() {
        Some(_) => {}
        None if state.focus != Pane::Glossary && super::finding::end(state) => {}
        None if state.focus == Pane::Glossary && !state.glossary.filter.is_empty() => {
            state.glossary.filter.clear();
            state.glossary.refilter(&state.open.terms);
        }
        None if state.glossary.editing => state.glossary.editing = false,
        None if state.focus == Pane::Reader => state.changes.clear(),
        None => state.focus = Pane::Reader,
    }
}

/// A digit opens the finder with itself in it.
pub(super) fn jump(state: &mut State, key: Key) -> Vec<Effect> {
    let mut finder = Finder::default();
    // It may have been given to another key.
    if let KeyCode::Char(c @ '0'..='9') = key.code {
        finder.type_char(c);
    }
    state.overlay = Some(Overlay::Finder(finder));
    seek(state)
}

/// Opens the finder on a list.
pub(super) fn find(state: &mut State, kind: Kind) -> Vec<Effect> {
    let open = &state.open;
    let finder = match kind {
        Kind::Number | Kind::Name => Finder::new(kind),
        Kind::Copy => Finder::over(kind, List::of_things(state, &copy::here(state))),
        Kind::Command => {
            Finder::over(kind, List::of_commands(&state.keymap, open.locale, open.ascii))
        }
        Kind::Theme => Finder::over(kind, List::of_themes(&state.themes, open.locale)),
        Kind::Problem => Finder::over(kind, List::of_problems(open)),
        Kind::Use => {
            let term = match &state.overlay {
                Some(Overlay::Popup(popup)) => popup.term(),
                _ => state.glossary.selected(),
            };
            let list = term.map_or_else(List::default, |term| List::of_uses(open, term));
            let mut finder = Finder::over(kind, list);
            finder.term = term;
            finder
        }
        Kind::Backlink => {
            let here = match state.focus {
                Pane::Contents => state.contents.selected().map(|node| node.place),
                _ => None,
            };
            let here = here.unwrap_or_else(|| state.reader.here(&open.collection));
            let mut finder = Finder::over(kind, List::of_backlinks(open, here));
            finder.about = Some(here);
            finder
        }
    };
    let before = state.overlay.replace(Overlay::Finder(finder));
    let effects = seek(state);
    if let (Kind::Theme, Some(Overlay::Finder(finder))) = (kind, &mut state.overlay) {
        // What is selected is shown, so what is on is selected first.
        finder.cursor = state.themes.chosen.map_or(0, |at| at + 1);
    }
    let nothing = match &state.overlay {
        Some(Overlay::Finder(finder)) => {
            finder.items.is_empty() && !finder.is_of_all() && !finder.waits(&state.open)
        }
        _ => false,
    };
    if nothing && kind != Kind::Command {
        say_nothing(state, kind);
        state.overlay = before;
    }
    effects
}

/// Says that a list has nothing in it.
pub(super) fn say_nothing(state: &mut State, kind: Kind) {
    let word = match kind {
        Kind::Problem => Word::CheckClean,
        Kind::Backlink => Word::NoBacklinks,
        _ => Word::NothingFound,
    };
    state.notice = Some(Clean::literal(word.text(state.open.locale)));
}

/// Lets the finder look for what is typed.
pub(super) fn seek(state: &mut State) -> Vec<Effect> {
    let here = state.reader.here(&state.open.collection);
    let State { overlay, open, searches, .. } = state;
    let Some(Overlay::Finder(finder)) = overlay else { return Vec::new() };
    *searches += 1;
    finder.search(open, here, *searches).into_iter().collect()
}

/// Opens what is selected.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let target = match &state.overlay {
        Some(Overlay::Finder(finder)) => match finder.selected() {
            Some(item) => Some(item.target),
            None => {
                let words = match finder.kind {
                    Kind::Number => {
                        Word::NoSuchSection.fill(state.open.locale, &[finder.line.text()])
                    }
                    _ => Word::NothingFound.text(state.open.locale).to_owned(),
                };
                state.notice = Some(Clean::new(&words));
                return Vec::new();
            }
        },
        Some(Overlay::Popup(popup)) => match popup.shown() {
            Some(About::Term(term)) => Some(Target::Term(term)),
            Some(About::Footnote { note, at }) => super::footnotes::place(state, note, at),
            None => None,
        },
        Some(Overlay::Help(_) | Overlay::Figures(_)) => None,
        None => match state.focus {
            Pane::Contents | Pane::Reader if super::finding::is_editing(state) => {
                super::finding::accept(state);
                None
            }
            Pane::Contents => match state.contents.selected() {
                // Nothing stands in a folder itself.
                Some(node) if node.folder.is_some() => {
                    toggle_fold(state);
                    None
                }
                node => node.map(|node| Target::Place(node.place)),
            },
            Pane::Reader => None,
            Pane::Glossary if state.glossary.editing && !state.glossary.matches.is_empty() => {
                // The first Enter ends the typing, so that the definition can be read.
                state.glossary.editing = false;
                return Vec::new();
            }
            Pane::Glossary => state.glossary.selected().map(Target::Term),
        },
    };
    target.map_or_else(Vec::new, |target| reach(state, target))
}

/// Opens what was chosen.
pub(super) fn reach(state: &mut State, target: Target) -> Vec<Effect> {
    match target {
        Target::Command(command) => {
            state.overlay = None;
            return super::run(state, command, Key::new(KeyCode::Enter));
        }
        Target::Theme(theme) => {
            state.overlay = None;
            state.themes.chosen = theme;
            let name = state.themes.current().name.clone();
            state.notice = Some(Clean::new(&Word::ThemeOn.fill(state.open.locale, &[&name])));
        }
        Target::Copy(thing) => return super::copying::copy(state, thing),
        Target::Place(place) => go(state, place),
        Target::Byte { note, at } => {
            leave(state);
            super::folding::go_to_byte(state, note, at);
        }
        Target::Term(term) => {
            if let Some(place) = explained_at(state, term) {
                go(state, place);
            }
        }
    }
    Vec::new()
}

/// Folds what is selected in the contents, or unfolds it.
pub(super) fn toggle_fold(state: &mut State) {
    if !state.contents.fold(&state.open.collection) {
        state.contents.unfold(&state.open.collection);
    }
}

/// Where a term is explained: in this note, or else wherever it is first.
fn explained_at(state: &State, term: usize) -> Option<Place> {
    let term = state.open.terms.get(term)?;
    let here = state.reader.here(&state.open.collection);
    let own = term.senses.iter().find(|sense| sense.place.note == here.note);
    own.or(term.senses.first()).map(|sense| sense.place)
}

/// Goes to a section or a note.
pub(super) fn go(state: &mut State, place: Place) {
    leave(state);
    state.reader.go(&state.open.collection, place);
    state.contents.select(place);
}

/// Remembers where we are, before a jump to the text.
pub(super) fn leave(state: &mut State) {
    state.history.leave(state.reader.spot);
    state.overlay = None;
    state.focus = Pane::Reader;
    state.glossary.editing = false;
}

/// Goes back to where the last jump came from, or forward again.
pub(super) fn back(state: &mut State, back: bool) {
    let here = state.reader.spot;
    let spot = if back { state.history.back(here) } else { state.history.forward(here) };
    match spot {
        Some(spot) => {
            super::folding::reveal(state, spot.note, spot.at);
            state.reader.spot = spot;
            state.focus = Pane::Reader;
        }
        None => {
            let word = if back { Word::NoWayBack } else { Word::NoWayForward };
            state.notice = Some(Clean::literal(word.text(state.open.locale)));
        }
    }
}

/// Explains a term in view, or goes on to the next one.
pub(super) fn term(state: &mut State, by: isize) {
    if let Some(Overlay::Popup(popup)) = &mut state.overlay {
        return popup.step(by);
    }
    let mut terms: Vec<About> = Vec::new();
    for (_, row) in state.reader.visible() {
        for term in row.pieces.iter().filter_map(|piece| piece.term) {
            let about = About::Term(term as usize);
            if !terms.contains(&about) && (term as usize) < state.open.terms.len() {
                terms.push(about);
            }
        }
    }
    if terms.is_empty() {
        state.notice = Some(Clean::literal(Word::NoTermInView.text(state.open.locale)));
    } else {
        state.overlay = Some(Overlay::Popup(Popup::new(terms)));
    }
}
