//! The review: what its keys do, what is asked of the state, and what is made of the answers.

use super::super::area::{areas, recall_parts};
use super::super::command::Command;
use super::super::msg::Effect;
use super::super::recall::{GRADES, Recall, Wanted};
use super::super::state::{Loading, Overlay, Pane, State};
use super::super::study::{Act, Ask, Limits, Stage, Told};
use super::{counting, folding, going, marking, motion};
use crate::library::{Library, Place};
use crate::review::memory::Grade;
use crate::review::session::Plan;
use crate::text::edit::Line;
use crate::text::sanitize::Clean;
use crate::words::{Study, Word};

/// Begins to go through cards, or goes on with it.
pub(super) fn begin(state: &mut State, limits: Limits, plan: Plan) -> Vec<Effect> {
    state.overlay = None;
    state.recall = Some(Recall::new(limits.clone(), plan));
    ask(state, Ask::Begin { limits, plan })
}

/// Begins with what was asked for before the notes were there, as soon as they all are.
pub(super) fn begin_wanted(state: &mut State) -> Vec<Effect> {
    if state.loading != Loading::Done || state.open.collection.notes.is_empty() {
        return Vec::new();
    }
    let Some(wanted) = state.to_recall.take() else { return Vec::new() };
    match limits(&state.open.collection, &wanted) {
        Ok(limits) => begin(state, limits, wanted.plan),
        Err(address) => {
            let said = Word::NoSuchSection.fill(state.open.locale, &[&address]);
            state.notice = Some(Clean::new(&said));
            Vec::new()
        }
    }
}

/// The limits that were asked for; the error is an address that nothing has.
pub(in crate::app) fn limits(library: &Library, wanted: &Wanted) -> Result<Limits, String> {
    let mut places = Vec::new();
    for address in &wanted.addresses {
        let found = library.find(address);
        if found.is_empty() {
            return Err(address.clone());
        }
        places.extend(found);
    }
    Ok(Limits { places, tags: wanted.tags.clone() })
}

/// Asks the state; the answer is waited for.
fn ask(state: &mut State, ask: Ask) -> Vec<Effect> {
    if let Some(recall) = &mut state.recall {
        recall.waits += 1;
    }
    vec![Effect::Ask(ask)]
}

/// Takes what the state has said.
pub(super) fn told(state: &mut State, told: Told) {
    let types = state.chosen.typed_answers;
    match (told, &mut state.recall) {
        (Told::Turn(turn), Some(recall)) => recall.take(*turn, types),
        (Told::Nothing, Some(recall)) => recall.waits = recall.waits.saturating_sub(1),
        (Told::Failed(said), _) => {
            state.recall = None;
            state.notice = said.into_iter().next();
        }
        (Told::Added { cards, said }, _) => {
            let locale = state.open.locale;
            let word = match cards {
                0 => Clean::literal(Study::CardAlready.text(locale)),
                _ => Clean::new(&Study::CardAdded.fill(locale, &[&cards.to_string()])),
            };
            state.notice = Some(said.into_iter().next().unwrap_or(word));
        }
        (Told::Figures { figures, said }, _) => counting::take(state, figures, said),
        (Told::Marks(marks), _) => marking::take(state, *marks),
        (Told::Read { note, reading, said }, _) => marking::kept(state, &note, reading, said),
        // Who has left does not want to know.
        (_, None) => {}
    }
}

/// What the notes are now is asked for again.
pub(super) fn changed(state: &mut State, now: &dyn Fn(Place) -> Option<Place>) -> Vec<Effect> {
    let Some(recall) = &mut state.recall else { return Vec::new() };
    recall.moved(now);
    let limits = recall.limits.clone();
    ask(state, Ask::Notes { limits })
}

/// The section, the note or the folder that is meant: what is selected in the contents, or what is read.
fn here(state: &State) -> Limits {
    let selected = match state.focus {
        Pane::Contents => state.contents.selected(),
        _ => None,
    };
    let folder = selected.and_then(|node| state.contents.notes_of(node));
    let places = match (folder, selected) {
        (Some(notes), _) => notes.map(|note| Place { note, section: None }).collect(),
        (None, Some(node)) => vec![node.place],
        (None, None) => vec![state.reader.here(&state.open.collection)],
    };
    Limits { places, tags: Vec::new() }
}

/// A command while the review is on top; none where it is for what lies below, which it then leaves.
pub(super) fn run(state: &mut State, command: Command) -> Option<Vec<Effect>> {
    let recall = state.recall.as_mut().filter(|_| state.overlay.is_none())?;
    if let Some((_, grade)) = GRADES.iter().find(|(own, _)| *own == command) {
        return Some(graded(state, *grade));
    }
    match command {
        Command::Close | Command::Quit if recall.typing.is_some() => recall.typing = None,
        Command::Close | Command::Quit => return Some(close(state)),
        Command::Open if recall.typing.is_some() => recall.reveal(),
        Command::Open => return Some(open_source(state)),
        Command::Reveal if recall.card().is_some() && !recall.revealed => recall.reveal(),
        Command::Reveal => motion::motion(state, Command::PageDown),
        Command::Hint => {
            if recall.card().is_some() && !recall.revealed {
                recall.hints += 1;
            }
        }
        Command::TypeAnswer => {
            if recall.card().is_some() && !recall.revealed {
                recall.typing = Some(Line::default());
            }
        }
        Command::UndoReview => return Some(undo(state)),
        Command::FlagCard => return Some(act(state, Act::Flag)),
        Command::FindLost if recall.is_in_doubt() => {}
        Command::FindLost => return Some(ask(state, Ask::Seek)),
        Command::BuryCard => return Some(act(state, Act::Bury)),
        Command::SuspendCard if recall.is_over() => return Some(ask(state, Ask::Wake)),
        Command::SuspendCard => return Some(act(state, Act::Suspend)),
        Command::Cram => {
            let plan = if recall.plan == Plan::Cram { Plan::Due } else { Plan::Cram };
            let limits = recall.limits.clone();
            return Some(begin(state, limits, plan));
        }
        Command::Review | Command::ReviewHere => {}
        Command::Down
        | Command::Up
        | Command::HalfPageDown
        | Command::HalfPageUp
        | Command::PageDown
        | Command::PageUp
        | Command::Top
        | Command::Bottom => motion::motion(state, command),
        Command::NextPane | Command::PreviousPane => {}
        Command::Help
        | Command::Theme
        | Command::Suspend
        | Command::Redraw
        | Command::ToggleMouse
        | Command::Reread
        | Command::Edit => return None,
        _ => {
            state.recall = None;
            return None;
        }
    }
    Some(Vec::new())
}

/// A click on what can be chosen; the question is first.
pub(super) fn click(state: &mut State, x: u16, y: u16) -> Vec<Effect> {
    let Some((recall, area)) = state.recall.as_ref().zip(areas(state).overlay) else {
        return Vec::new();
    };
    let choices = recall_parts(area, recall).choices;
    let within = (choices.y..choices.y + choices.height).contains(&y)
        && (choices.x..choices.x + choices.width).contains(&x);
    if !within || recall.typing.is_some() || recall.waits > 0 {
        return Vec::new();
    }
    // The first two grades say whether it is the same card, and stand as two would.
    let among = |count: u16| {
        let column = usize::from((x - choices.x) / (choices.width / count).max(1));
        GRADES.get(..count.into())?.get(column).map(|(command, _)| *command)
    };
    let command = match (recall.is_in_doubt(), recall.revealed) {
        (true, _) => among(2),
        (false, false) => Some(Command::Reveal),
        (false, true) => among(4),
    };
    command.and_then(|command| run(state, command)).unwrap_or_default()
}

/// What the commands of the review do where it is not open.
pub(super) fn outside(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Review => begin(state, Limits::default(), Plan::Due),
        Command::ReviewHere => {
            let limits = here(state);
            begin(state, limits, Plan::Due)
        }
        Command::Cram => {
            let limits = here(state);
            begin(state, limits, Plan::Cram)
        }
        _ => {
            state.notice = Some(Clean::literal(Study::ReviewNotOpen.text(state.open.locale)));
            Vec::new()
        }
    }
}

/// Leaves the review. What is at its end begins anew the next time.
fn close(state: &mut State) -> Vec<Effect> {
    let over = state.recall.take().is_some_and(|recall| recall.is_over());
    state.progress.ask_due();
    if over { vec![Effect::Ask(Ask::Leave)] } else { Vec::new() }
}

fn graded(state: &mut State, grade: Grade) -> Vec<Effect> {
    let Some(recall) = &mut state.recall else { return Vec::new() };
    if recall.is_in_doubt() {
        return match grade {
            Grade::Again => ask(state, Ask::Same(true)),
            Grade::Hard => ask(state, Ask::Same(false)),
            Grade::Good | Grade::Easy => Vec::new(),
        };
    }
    // Nobody knows how well an answer was known before it is there to be seen.
    if recall.revealed { act(state, Act::Grade(grade)) } else { Vec::new() }
}

fn act(state: &mut State, act: Act) -> Vec<Effect> {
    let card = state.recall.as_ref().and_then(Recall::card).map(|shown| shown.id);
    card.map_or_else(Vec::new, |card| ask(state, Ask::Act { card, act }))
}

fn undo(state: &mut State) -> Vec<Effect> {
    let turn = state.recall.as_ref().and_then(|recall| recall.turn.as_ref());
    let can = turn.is_some_and(|turn| turn.can_undo && !matches!(turn.stage, Stage::Carry(_)));
    if can {
        return ask(state, Ask::Undo);
    }
    state.notice = Some(Clean::literal(Study::NothingToUndo.text(state.open.locale)));
    Vec::new()
}

/// Goes to where a card stands in the notes.
fn open_source(state: &mut State) -> Vec<Effect> {
    let Some(recall) = &state.recall else { return Vec::new() };
    if recall.is_over() {
        return close(state);
    }
    if let Some((place, at)) = recall.source() {
        state.recall = None;
        going::leave(state);
        folding::go_to_byte(state, place.note, at);
        state.contents.select(place);
    }
    Vec::new()
}

/// Makes a card of the term that is selected or shown, where it is only inferred.
pub(super) fn add(state: &mut State) -> Vec<Effect> {
    let term = match &state.overlay {
        Some(Overlay::Popup(popup)) => popup.term(),
        Some(_) => None,
        None => state.glossary.selected(),
    };
    term.map_or_else(Vec::new, |term| add_term(state, term))
}

/// Makes a card of a term, where it is only inferred.
pub(super) fn add_term(state: &mut State, term: usize) -> Vec<Effect> {
    let Some(term) = state.open.terms.get(term) else { return Vec::new() };
    let inferred = term.senses.iter().filter(|sense| !sense.origin.is_explicit());
    let first = inferred.clone().next().map(|sense| sense.place.note);
    let Some(note) = first.filter(|_| !term.is_explicit()) else {
        state.notice = Some(Clean::literal(Study::CardAlready.text(state.open.locale)));
        return Vec::new();
    };
    let own = inferred.filter(|sense| sense.place.note == note);
    let at = own.map(|sense| sense.span.start).collect();
    vec![Effect::Ask(Ask::Add { note, at })]
}

/// Makes ready what the review draws.
pub(super) fn settle(state: &mut State) {
    // What lies over it has the area then.
    if state.overlay.is_some() {
        return;
    }
    let Some(area) = areas(state).overlay else { return };
    let State { recall, open, .. } = state;
    if let Some(recall) = recall {
        let parts = recall_parts(area, recall);
        recall.settle(open, parts.text.width.into(), parts.text.height.into());
    }
}
