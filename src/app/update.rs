//! How a message changes the state, and what it asks for.

use super::address::Addresses;
use super::area::{areas, text_columns};
use super::command::{Command, Scope};
use super::jump::Jump;
use super::key::{Key, KeyCode};
use super::keymap;
use super::msg::{Effect, Msg};
use super::popup::{self, Popup};
use super::state::{Overlay, Pane, State};
use crate::library::{Library, Place};
use crate::text::sanitize::Clean;
use crate::words::Word;

mod motion;
mod panes;

/// Takes a message; everything that drawing needs is ready afterwards.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    let effects = match msg {
        Msg::Key(key) => {
            state.notice = None;
            press(state, key)
        }
        Msg::Paste(text) => {
            paste(state, &text);
            Vec::new()
        }
        Msg::Resize(size) => {
            state.size = size;
            Vec::new()
        }
        Msg::Loaded { library, complete } => {
            let nothing = complete && library.notes.is_empty();
            load(state, library, complete);
            if nothing { vec![Effect::Quit] } else { Vec::new() }
        }
        Msg::Terms { glossary, used_in } => {
            (state.open.terms, state.open.used_in) = (glossary, used_in);
            state.glossary.set(&state.open.terms);
            state.reader.forget();
            Vec::new()
        }
        Msg::Failed(why) => {
            state.notice = Some(Clean::new(&why));
            Vec::new()
        }
    };
    settle(state);
    effects
}

/// Where keys go now.
pub fn scope(state: &State) -> Scope {
    match (&state.overlay, state.focus) {
        (Some(Overlay::Help(_)), _) => Scope::Help,
        (Some(Overlay::Jump(_)), _) => Scope::Input,
        (Some(Overlay::Term(_)), _) => Scope::Popup,
        (None, Pane::Contents) => Scope::Contents,
        (None, Pane::Reader) => Scope::Reader,
        (None, Pane::Glossary) if state.glossary.editing => Scope::Input,
        (None, Pane::Glossary) => Scope::Glossary,
    }
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    if scope(state) == Scope::Input {
        return match edit(state, key) {
            true => Vec::new(),
            false => state
                .keymap
                .lookup(Scope::Input, &key)
                .map_or_else(Vec::new, |c| run(state, c, key)),
        };
    }
    // A syllable that an input method composed is the keys that it was composed of.
    let mut effects = Vec::new();
    for stroke in keymap::strokes(&key) {
        if scope(state) == Scope::Input {
            edit(state, stroke);
        } else if let Some(command) = state.keymap.lookup(scope(state), &stroke) {
            effects.extend(run(state, command, stroke));
        }
    }
    effects
}

/// A key in a text field; false where it is a command's.
fn edit(state: &mut State, key: Key) -> bool {
    let here = state.reader.here(&state.open.library);
    let State { open, overlay, glossary, .. } = state;
    let (line, digits) = match overlay {
        Some(Overlay::Jump(jump)) => (&mut jump.line, true),
        _ => (&mut glossary.filter, false),
    };
    let before = line.text().clone();
    match (key.code, key.ctrl || key.alt) {
        (KeyCode::Char(c), false) => {
            if !digits || Jump::takes(c) {
                line.insert(c);
            }
        }
        (KeyCode::Char('w'), true) => _ = line.delete_word(),
        (KeyCode::Char('u'), true) => line.clear(),
        (KeyCode::Backspace, _) if line.is_empty() => {
            close(state);
            return true;
        }
        (KeyCode::Backspace, _) => _ = line.backspace(),
        (KeyCode::Delete, _) => _ = line.delete(),
        (KeyCode::Left, _) => _ = line.left(),
        (KeyCode::Right, _) => _ = line.right(),
        (KeyCode::Home, _) => line.home(),
        (KeyCode::End, _) => line.end(),
        _ => return false,
    }
    if *line.text() != before {
        changed(overlay, glossary, &open.library, here);
    }
    true
}

fn changed(
    overlay: &mut Option<Overlay>,
    glossary: &mut super::glossary::GlossaryPane,
    library: &Library,
    here: Place,
) {
    match overlay {
        Some(Overlay::Jump(jump)) => jump.search(library, here),
        _ => glossary.refilter(),
    }
}

fn paste(state: &mut State, text: &str) {
    if scope(state) != Scope::Input {
        return;
    }
    let here = state.reader.here(&state.open.library);
    let State { open, overlay, glossary, .. } = state;
    match overlay {
        Some(Overlay::Jump(jump)) => {
            let digits: String = text.chars().filter(|c| Jump::takes(*c)).collect();
            jump.line.insert_str(&digits);
        }
        _ => glossary.filter.insert_str(text),
    }
    changed(overlay, glossary, &open.library, here);
}

fn run(state: &mut State, command: Command, key: Key) -> Vec<Effect> {
    match command {
        Command::Quit if state.overlay.is_some() && !key.ctrl => close(state),
        Command::Quit => return vec![Effect::Quit],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Redraw => return vec![Effect::Redraw],
        Command::Close => close(state),
        Command::Help => {
            state.overlay = match state.overlay {
                Some(Overlay::Help(_)) => None,
                _ => Some(Overlay::Help(0)),
            };
        }
        Command::Down
        | Command::Up
        | Command::HalfPageDown
        | Command::HalfPageUp
        | Command::PageDown
        | Command::PageUp
        | Command::Top
        | Command::Bottom => motion::motion(state, command),
        Command::PreviousSection => motion::section(state, false),
        Command::NextSection => motion::section(state, true),
        Command::Jump => jump(state, key),
        Command::Open => open(state),
        Command::Fold => {
            if !state.contents.fold(&state.open.library) {
                state.contents.to_parent();
            }
        }
        Command::Unfold => {
            if !state.contents.unfold(&state.open.library) {
                panes::focus(state, 1);
            }
        }
        Command::ToggleFold => {
            if !state.contents.fold(&state.open.library) {
                state.contents.unfold(&state.open.library);
            }
        }
        Command::FoldAll => state.contents.fold_all(&state.open.library),
        Command::UnfoldAll => state.contents.unfold_all(&state.open.library),
        Command::Term => term(state, 1),
        Command::Filter => {
            state.overlay = None;
            state.glossary_hidden = false;
            state.focus = Pane::Glossary;
            state.glossary.editing = true;
        }
        Command::NextTerm => term(state, 1),
        Command::PreviousTerm => term(state, -1),
        Command::NextPane => panes::cycle(state, 1),
        Command::PreviousPane => panes::cycle(state, 2),
        Command::PaneRight => panes::focus(state, 1),
        Command::PaneLeft => panes::focus(state, -1),
        Command::ToggleContents => {
            panes::toggle(state, Pane::Contents);
        }
        Command::ToggleGlossary => {
            panes::toggle(state, Pane::Glossary);
        }
    }
    Vec::new()
}

/// Closes what lies on top: an overlay, a text field (after emptying it), a pane other than the text.
fn close(state: &mut State) {
    match state.overlay.take() {
        Some(Overlay::Jump(jump)) if !jump.line.is_empty() => {
            state.overlay = Some(Overlay::Jump(Jump::default()));
        }
        Some(_) => {}
        None if state.focus == Pane::Glossary && !state.glossary.filter.is_empty() => {
            state.glossary.filter.clear();
            state.glossary.refilter();
        }
        None if state.glossary.editing => state.glossary.editing = false,
        None => state.focus = Pane::Reader,
    }
}

/// A digit opens the jump box with itself in it.
fn jump(state: &mut State, key: Key) {
    let mut jump = Jump::default();
    if let KeyCode::Char(c) = key.code
        && Jump::takes(c)
    {
        jump.line.insert(c);
    }
    jump.search(&state.open.library, state.reader.here(&state.open.library));
    state.overlay = Some(Overlay::Jump(jump));
}

fn open(state: &mut State) {
    let place = match &state.overlay {
        Some(Overlay::Jump(jump)) => match jump.selected() {
            Some(place) => Some(place),
            None => {
                let words = Word::NoSuchSection.fill(state.open.locale, &[jump.line.text()]);
                state.notice = Some(Clean::new(&words));
                return;
            }
        },
        Some(Overlay::Term(popup)) => popup.term().and_then(|term| sense_place(state, term)),
        Some(Overlay::Help(_)) => None,
        None => match state.focus {
            Pane::Contents => state.contents.selected().map(|node| node.place),
            Pane::Reader => return,
            Pane::Glossary if state.glossary.editing && !state.glossary.matches.is_empty() => {
                // The first Enter ends the typing, so that the definition can be read.
                state.glossary.editing = false;
                return;
            }
            Pane::Glossary => state.glossary.selected().and_then(|term| sense_place(state, term)),
        },
    };
    if let Some(place) = place {
        state.overlay = None;
        state.focus = Pane::Reader;
        go(state, place);
    }
}

/// Goes to where a term is explained.
fn sense_place(state: &State, term: usize) -> Option<Place> {
    let term = state.open.terms.terms.get(term)?;
    let here = state.reader.here(&state.open.library);
    let own = term.senses.iter().find(|sense| sense.place.note == here.note);
    own.or(term.senses.first()).map(|sense| sense.place)
}

fn go(state: &mut State, place: Place) {
    state.reader.go(&state.open.library, place);
    state.contents.select(place);
}

/// Explains a term in view, or goes on to the next one.
fn term(state: &mut State, by: isize) {
    if let Some(Overlay::Term(popup)) = &mut state.overlay {
        return popup.step(by);
    }
    let mut terms: Vec<usize> = Vec::new();
    for (_, row) in state.reader.visible() {
        for term in row.pieces.iter().filter_map(|piece| piece.term) {
            let term = term as usize;
            if !terms.contains(&term) && term < state.open.terms.terms.len() {
                terms.push(term);
            }
        }
    }
    if terms.is_empty() {
        state.notice = Some(Clean::literal(Word::NoTermInView.text(state.open.locale)));
    } else {
        state.overlay = Some(Overlay::Term(Popup { terms, ..Popup::default() }));
    }
}

/// Takes new notes, and stays where the reader is.
fn load(state: &mut State, library: Library, complete: bool) {
    let spot = state.reader.spot;
    let path = state.open.library.notes.get(spot.note).map(|note| note.path.clone());
    state.open.addresses = Addresses::new(&library);
    state.open.library = library;
    state.loading = !complete;
    state.reader.forget();
    let same = |path: Clean| state.open.library.notes.iter().position(|note| note.path == path);
    if let Some(note) = path.and_then(same) {
        state.reader.go_to_byte(&state.open.library, note, spot.at);
        state.reader.spot.nudge = spot.nudge;
    } else {
        state.reader.top();
    }
    state.contents.rebuild(&state.open.library);
}

/// Makes ready everything that is drawn.
fn settle(state: &mut State) {
    let shown = areas(state);
    let height = usize::from(shown.text().height).max(1);
    let columns = text_columns(state);
    let State { open, reader, glossary, overlay, .. } = state;
    reader.set_width(columns);
    reader.fill(open, height);
    let (_, list, detail) = shown.glossary_parts();
    glossary.settle(open, list.height.into(), detail.width.into());
    if let Some(Overlay::Term(popup)) = overlay {
        let columns = usize::from(state.size.width.min(72)).saturating_sub(4);
        popup.rows = popup.term().map_or_else(Vec::new, |term| popup::rows(open, term, columns));
    }
    if state.focus != Pane::Contents {
        state.contents.select(state.reader.here(&state.open.library));
    }
    state.contents.scroll(shown.inside(shown.contents).height.into());
    let shown = areas(state);
    if let (Some(overlay), Some(area)) = (&mut state.overlay, shown.overlay) {
        let help_lines = match overlay {
            Overlay::Help(_) => super::help::lines(&state.keymap, state.open.locale).len(),
            _ => 0,
        };
        motion::keep_in(overlay, area.inner().height.into(), help_lines);
    }
}
