//! How a message changes the state, and what it asks for.

use super::area::{areas, finder_parts, text_columns};
use super::command::{Command, Scope};
use super::finder::Kind;
use super::key::{Key, KeyCode};
use super::msg::{Asked, Effect, Msg};
use super::state::{Loading, Overlay, Pane, Size, State};
use crate::style::code::AVAILABLE;
use crate::text::sanitize::Clean;
use crate::words::Word;

mod changing;
mod copying;
mod counting;
mod editing;
mod finding;
mod folding;
mod following;
mod footnotes;
mod going;
mod holding;
mod keys;
mod learning;
mod loading;
mod marking;
mod motion;
mod mouse;
mod panes;
mod pictures;
mod recalling;
mod sideways;

pub(in crate::app) use marking::{end as leave, read_on};

use going::{close, open, term};

/// Takes a message; everything that drawing needs is ready afterwards.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    let mut effects = if msg.is_by_hand() { marking::pass(state) } else { Vec::new() };
    effects.extend(match msg {
        Msg::Key(key) => {
            state.notice = None;
            state.wanted = None;
            if holding::hold(state, key) { Vec::new() } else { keys::press(state, key) }
        }
        Msg::Mouse(event) => {
            state.notice = None;
            state.wanted = None;
            state.hints = None;
            state.pressed.clear();
            mouse::mouse(state, event)
        }
        Msg::Asked(asked) => {
            state.notice = None;
            match asked {
                Asked::Command(command) => run(state, command, Key::new(KeyCode::Enter)),
                Asked::AddCard(term) => recalling::add_term(state, term),
                Asked::Choose(target) => going::reach(state, target),
                Asked::Follow { note, target } => following::open(state, note, &target),
            }
        }
        Msg::Paste(text) => keys::paste(state, &text),
        Msg::Resize(size) => {
            state.size = size;
            Vec::new()
        }
        Msg::Background(background) => {
            state.themes.background = background;
            Vec::new()
        }
        Msg::Loaded { library, complete } => {
            if complete && library.notes.is_empty() {
                return vec![Effect::Quit];
            }
            // A note alone whose author wants no contents beside it begins without them.
            let first = state.open.collection.notes.is_empty() && complete;
            if let ([note], true) = (&library.notes[..], first) {
                state.contents_hidden |= note.front.toc == Some(false);
            }
            let effects = loading::load(state, library, complete);
            if complete && let Some(mark) = state.wanted.take() {
                let note = state.reader.spot.note;
                let at = state.open.collection.notes.get(note).map_or(0, |note| mark.find(note));
                state.reader.go_to_byte(&state.open.collection, note, at);
            }
            effects
        }
        Msg::Changed { library, edits } => changing::change(state, library, &edits),
        Msg::Unchanged => {
            let unchanged = Word::NothingChanged.text(state.open.locale);
            state.notice = Some(Clean::literal(unchanged));
            Vec::new()
        }
        Msg::Learnt { version, catalog, base } => learning::learnt(state, version, catalog, base),
        Msg::Progress { done, total } => {
            state.loading = Loading::Under { done, total };
            Vec::new()
        }
        Msg::Catalog(catalog) => {
            state.open.catalog = catalog;
            going::seek(state)
        }
        Msg::Folds(folds) => {
            state.contents.recall(&state.open.collection, &folds);
            Vec::new()
        }
        Msg::Explicit(lexicon) => {
            state.base = lexicon;
            Vec::new()
        }
        Msg::Terms { version, terms } => learning::learn(state, version, terms),
        Msg::Uses { term, ask, places } => {
            learning::uses(state, term, ask, places);
            Vec::new()
        }
        Msg::Links { ask, links } => {
            learning::links(state, ask, links);
            Vec::new()
        }
        Msg::Coloured { version, found } => {
            if version == state.version {
                state.open.colouring.take(found);
            }
            Vec::new()
        }
        Msg::Pictures(found) => {
            pictures::take(state, found);
            Vec::new()
        }
        Msg::Medium { medium, cell } => {
            pictures::draw_with(state, medium, cell);
            Vec::new()
        }
        Msg::Ranked { generation, found } => {
            if let Some(Overlay::Finder(finder)) = &mut state.overlay {
                finder.take(&state.open, generation, found);
            }
            Vec::new()
        }
        Msg::Found { generation, matches, done } => {
            finding::found(state, generation, matches, done);
            Vec::new()
        }
        Msg::Told(told) => {
            recalling::told(state, told);
            Vec::new()
        }
        Msg::Failed(why) => {
            state.notice = Some(Clean::new(&why));
            Vec::new()
        }
    });
    // Before there is a screen nothing is drawn.
    if state.size != Size::default() {
        effects.extend(recalling::begin_wanted(state));
        settle(state);
        holding::release(state, &mut effects);
        effects.extend(learning::ask(state));
        effects.extend(colour(state));
        effects.extend(pictures::ask(state));
        effects.extend(marking::settle(state));
    }
    effects
}

/// What is to be found out of the code on the screen.
fn colour(state: &mut State) -> Option<Effect> {
    if !AVAILABLE {
        return None;
    }
    let blocks = state.open.colouring.ask(state.reader.code())?;
    Some(Effect::Colour { blocks, version: state.version })
}

/// The end has come: what is still to be said to the state.
pub fn end(state: &mut State) -> Vec<Effect> {
    let mut effects = marking::pass(state);
    effects.extend(marking::end(state));
    effects
}

/// Where keys go now.
pub fn scope(state: &State) -> Scope {
    if let (None, Some(recall)) = (&state.overlay, &state.recall) {
        return if recall.typing.is_some() { Scope::Input } else { Scope::Review };
    }
    match (&state.overlay, state.focus) {
        (Some(Overlay::Help(_) | Overlay::Figures(_)), _) => Scope::Help,
        (Some(Overlay::Finder(_)), _) => Scope::Input,
        (Some(Overlay::Popup(_)), _) => Scope::Popup,
        (None, Pane::Contents | Pane::Reader) if finding::is_editing(state) => Scope::Input,
        (None, Pane::Contents) => Scope::Contents,
        (None, Pane::Reader) => Scope::Reader,
        (None, Pane::Glossary) if state.glossary.editing => Scope::Input,
        (None, Pane::Glossary) => Scope::Glossary,
    }
}

fn run(state: &mut State, command: Command, key: Key) -> Vec<Effect> {
    if !(command == Command::Quit && key.ctrl)
        && let Some(effects) = recalling::run(state, command)
    {
        return effects;
    }
    match command {
        Command::Quit if state.overlay.is_some() && !key.ctrl => close(state),
        Command::Quit => return vec![Effect::Quit],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Redraw => return vec![Effect::Redraw],
        Command::Close => close(state),
        Command::ToggleMouse => {
            state.mouse_released = !state.mouse_released;
            let word = if state.mouse_released { Word::MouseReleased } else { Word::MouseTaken };
            state.notice = Some(Clean::literal(word.text(state.open.locale)));
            return vec![Effect::Mouse(!state.mouse_released)];
        }
        Command::Help => {
            state.overlay = match state.overlay {
                Some(Overlay::Help(_)) => None,
                _ => Some(Overlay::Help(0)),
            };
        }
        Command::Figures => return counting::toggle(state),
        Command::Down
        | Command::Up
        | Command::HalfPageDown
        | Command::HalfPageUp
        | Command::PageDown
        | Command::PageUp
        | Command::Top
        | Command::Bottom => motion::motion(state, command),
        Command::ToggleWrap => sideways::toggle(state),
        Command::TogglePictures => pictures::toggle(state),
        Command::ScrollLeft => sideways::scroll(state, false),
        Command::ScrollRight => sideways::scroll(state, true),
        Command::PreviousSection => motion::section(state, false),
        Command::NextSection => motion::section(state, true),
        Command::Jump => return going::jump(state, key),
        Command::GoTo => return going::find(state, Kind::Name),
        Command::Palette => return going::find(state, Kind::Command),
        Command::Theme => return going::find(state, Kind::Theme),
        Command::Copy => return copying::begin(state),
        Command::Edit => return editing::edit(state),
        Command::Reread => return vec![Effect::Reread],
        Command::NextChange => changing::next(state),
        Command::Problems => return going::find(state, Kind::Problem),
        Command::MarkRead => return marking::mark(state),
        Command::Uses => return going::find(state, Kind::Use),
        Command::Backlinks => return going::find(state, Kind::Backlink),
        Command::Follow => return following::follow(state),
        Command::Back => going::back(state, true),
        Command::Forward => going::back(state, false),
        Command::Open => return open(state),
        Command::Fold => {
            if !state.contents.fold(&state.open.collection) {
                state.contents.to_parent();
            }
        }
        Command::Unfold => {
            if !state.contents.unfold(&state.open.collection) {
                panes::focus(state, 1);
            }
        }
        Command::ToggleFold => going::toggle_fold(state),
        Command::FoldAll if state.focus == Pane::Reader => folding::all(state, false),
        Command::UnfoldAll if state.focus == Pane::Reader => folding::all(state, true),
        Command::FoldAll => state.contents.fold_all(&state.open.collection),
        Command::UnfoldAll => state.contents.unfold_all(&state.open.collection),
        Command::Term => term(state, 1),
        Command::Review
        | Command::ReviewHere
        | Command::Reveal
        | Command::GradeAgain
        | Command::GradeHard
        | Command::GradeGood
        | Command::GradeEasy
        | Command::UndoReview
        | Command::Hint
        | Command::TypeAnswer
        | Command::FlagCard
        | Command::BuryCard
        | Command::FindLost
        | Command::SuspendCard
        | Command::Cram => return recalling::outside(state, command),
        Command::AddCard => return recalling::add(state),
        Command::Find => finding::begin(state),
        Command::FindNext => finding::step(state, 1),
        Command::FindPrevious => finding::step(state, -1),
        Command::Filter => {
            state.overlay = None;
            state.glossary_hidden = false;
            state.focus = Pane::Glossary;
            state.glossary.editing = true;
        }
        Command::NextTerm => term(state, 1),
        Command::PreviousTerm => term(state, -1),
        // Over the panes lies a list: there the same keys choose from it.
        Command::NextPane if state.overlay.is_some() => motion::motion(state, Command::Down),
        Command::PreviousPane if state.overlay.is_some() => motion::motion(state, Command::Up),
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
        Command::NarrowContents => panes::widen(state, Pane::Contents, false),
        Command::WidenContents => panes::widen(state, Pane::Contents, true),
        Command::WidenGlossary => panes::widen(state, Pane::Glossary, true),
        Command::NarrowGlossary => panes::widen(state, Pane::Glossary, false),
    }
    Vec::new()
}

/// Makes ready everything that is drawn.
fn settle(state: &mut State) {
    let shown = areas(state);
    let height = usize::from(shown.text().height).max(1);
    let columns = text_columns(state);
    let preview = shown.overlay.map_or(0, |area| finder_parts(area).1.width);
    let State { open, reader, glossary, overlay, .. } = state;
    reader.set_width(columns);
    // Some text is to be seen beside a picture, and all of the picture at once.
    reader.set_picture_rows(u16::try_from(height).unwrap_or(u16::MAX).saturating_sub(3).max(2));
    reader.fill(open, height);
    let (_, list, detail) = shown.glossary_parts();
    glossary.settle(open, list.height.into(), detail.width.into());
    if let Some(Overlay::Finder(finder)) = overlay {
        finder.settle(open, preview);
    }
    if let (Some(Overlay::Figures(sheet)), Some(area)) = (&mut *overlay, shown.overlay) {
        sheet.settle(open, usize::from(area.inner().width).saturating_sub(2));
    }
    if let Some(Overlay::Popup(popup)) = overlay {
        let columns = usize::from(state.size.width.min(72)).saturating_sub(4);
        let about = popup.shown();
        popup.detail.settle(open, about, columns);
    }
    if state.focus != Pane::Contents {
        let here = state.reader.here(&state.open.collection);
        state.contents.follow(&state.open.collection, here);
    }
    recalling::settle(state);
    state.contents.scroll(shown.inside(shown.contents).height.into());
    let shown = areas(state);
    if let (Some(overlay), Some(area)) = (&mut state.overlay, shown.overlay) {
        let help_lines = match overlay {
            Overlay::Help(_) => {
                let columns = usize::from(area.inner().width).saturating_sub(2);
                let open = &state.open;
                super::help::lines(&state.keymap, open.locale, open.ascii, columns).len()
            }
            _ => 0,
        };
        motion::keep_in(overlay, area.inner().height.into(), help_lines);
    }
}
