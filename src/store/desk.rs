//! Who sees to the state: it is opened when the first question comes, and each question is answered when
//! what it asks for has been done.

use std::path::{Path, PathBuf};

use super::state::{Fault, Recorded, State};
use crate::app::study::{Act, Ask, Limits, Told, Turn};
use crate::library::Library;
use crate::review::id::Id;
use crate::review::moment::Moment;
use crate::review::schedule::Settings;
use crate::review::session::{Plan, Step};
use crate::text::sanitize::Clean;
use crate::words::{Locale, Study};

mod beside;
mod marking;
mod sitting;
mod telling;
#[cfg(test)]
mod tests;

use marking::Unmarked;
use sitting::Sitting;

/// What a desk is set up with.
pub struct Setup {
    /// Where the state lies; none where the system has no place for it.
    pub path: Option<PathBuf>,
    /// What the reader may choose.
    pub settings: Settings,
    /// The language of what is told.
    pub locale: Locale,
    /// The clock.
    pub clock: Box<dyn Fn() -> Moment + Send>,
}

/// Who sees to the state.
pub struct Desk {
    setup: Setup,
    state: Option<State>,
    sitting: Option<Sitting>,
    /// What could not be kept and waits for the disk to take it, in order.
    waiting: Vec<Waiting>,
    /// What is to be said with the next answer.
    said: Vec<Clean>,
    /// What was read and could not be kept.
    unmarked: Unmarked,
}

/// What is still to be kept.
enum Waiting {
    Step(Step),
    Undo(Id),
}

impl Desk {
    /// Nothing is opened yet.
    pub fn new(setup: Setup) -> Desk {
        let (waiting, said, unmarked) = Default::default();
        Desk { setup, state: None, sitting: None, waiting, said, unmarked }
    }

    /// Does what is asked for, and answers; `library` is what is open.
    pub fn answer(&mut self, ask: &Ask, library: &Library) -> Told {
        let now = (self.setup.clock)();
        let done = match ask {
            Ask::Begin { limits, plan } => self.begin(limits, *plan, library, now),
            Ask::Notes { limits } => self.renew(limits, library, now),
            Ask::Act { card, act } => self.act(*card, *act, now),
            Ask::Undo => self.undo(now),
            Ask::Same(same) => self.same(*same, now),
            Ask::Wake => self.wake(now),
            Ask::Seek => self.seek(now),
            Ask::Add { note, at } => return self.add(library, *note, at, now),
            Ask::Figures => return self.figures(library, now),
            Ask::Marks(wanted) => return self.marks(wanted, library, now),
            Ask::Read { note, said } => return self.read(note, said, ask.makes_state(), now),
            Ask::Leave => {
                self.catch_up(now);
                self.sitting = None;
                return Told::Nothing;
            }
        };
        if let Err(fault) = done {
            self.say_fault(&fault);
        }
        match self.turn(now) {
            Some(turn) => Told::Turn(Box::new(turn)),
            None if self.said.is_empty() => Told::Nothing,
            None => Told::Failed(std::mem::take(&mut self.said)),
        }
    }

    /// How much is done and not kept: answers, and sections that were read.
    pub fn unkept(&mut self) -> (usize, usize) {
        self.catch_up((self.setup.clock)());
        let lost = if self.state.as_ref().is_some_and(|state| !state.saves()) {
            self.sitting.as_ref().map_or(0, |sitting| sitting.session.past().count())
        } else {
            0
        };
        (self.waiting.len() + lost, self.unread())
    }

    /// Where the state lies, or an empty path.
    fn path(&self) -> &Path {
        self.setup.path.as_deref().unwrap_or("".as_ref())
    }

    /// The state; where it cannot be used, one that forgets, and that is said.
    fn state(&mut self) -> Result<&mut State, Fault> {
        if self.state.is_none() {
            let opened = match &self.setup.path {
                Some(path) => State::open(path).map_err(Some),
                None => Err(None),
            };
            let state = match opened {
                Ok(state) => state,
                Err(fault) => {
                    match fault {
                        Some(fault) => self.say_fault(&fault),
                        None => self.say(Study::StateNowhere, &[]),
                    }
                    self.say(Study::ReviewUnsaved, &[]);
                    State::unsaved(self.path())?
                }
            };
            self.state = Some(state);
        }
        self.state.as_mut().ok_or(Fault::Unknown)
    }

    fn begin(
        &mut self,
        limits: &Limits,
        plan: Plan,
        library: &Library,
        now: Moment,
    ) -> Result<(), Fault> {
        self.catch_up(now);
        let goes_on = self.sitting.as_ref().is_some_and(|sitting| {
            sitting.limits == *limits && sitting.plan == plan && !sitting.is_over()
        });
        if goes_on {
            return self.renew(limits, library, now);
        }
        // What was wrong with the state may be mended.
        if self.state.as_ref().is_some_and(|state| !state.saves()) {
            self.state = None;
        }
        self.sitting = None;
        let settings = self.setup.settings;
        let mut sit = |state: &mut State| Sitting::new(state, limits, plan, library, settings, now);
        let begun = self.state().and_then(&mut sit);
        let begun = match begun {
            // What has moved could not be written down: it is gone on with what can be read.
            Err(fault) if self.state.as_ref().is_some_and(State::saves) => {
                self.say_fault(&fault);
                self.say(Study::ReviewUnsaved, &[]);
                let mut state = State::unsaved(self.path())?;
                let begun = sit(&mut state);
                self.state = Some(state);
                begun
            }
            begun => begun,
        };
        self.sitting = Some(begun?);
        Ok(())
    }

    /// Goes on with the notes as they are now.
    fn renew(&mut self, limits: &Limits, library: &Library, now: Moment) -> Result<(), Fault> {
        self.catch_up(now);
        let Some(mut sitting) = self.sitting.take() else { return Ok(()) };
        let before = sitting.shown();
        // What waits is known here only, and must not be forgotten over what the disk says.
        let unkept = !self.waiting.is_empty();
        let done =
            self.state().and_then(|state| sitting.renew(state, limits, library, unkept, now));
        let asked = |card| sitting.doubts.iter().any(|doubt| doubt.known.id == card);
        let gone = before.is_some_and(|card| !sitting.has(card) && !asked(card));
        self.sitting = Some(sitting);
        if gone {
            self.say(Study::ReviewGone, &[]);
        }
        done
    }

    fn act(&mut self, card: Id, act: Act, now: Moment) -> Result<(), Fault> {
        self.catch_up(now);
        let Some(sitting) = &mut self.sitting else { return Ok(()) };
        // An answer is for the card that was seen.
        if sitting.shown() != Some(card) {
            return Ok(());
        }
        let leeches = sitting.session.figures().leeches;
        let Some(step) = sitting.act(act, now) else { return Ok(()) };
        if sitting.session.figures().leeches > leeches {
            let lapses = sitting.lapses(card).to_string();
            self.say(Study::ReviewLeech, &[&lapses]);
        }
        self.keep(step, now);
        Ok(())
    }

    /// Keeps what happened; where that cannot be, it waits, and the session goes on.
    fn keep(&mut self, step: Step, now: Moment) {
        if !self.waiting.is_empty() {
            self.waiting.push(Waiting::Step(step));
            return self.say_waiting();
        }
        match self.record(&step, now) {
            Ok(Recorded::Done(_)) => {}
            Ok(Recorded::Stale(progress)) => {
                if let Some(sitting) = &mut self.sitting {
                    sitting.session.refused(step.entry.card, progress, now);
                }
                self.say(Study::ReviewStale, &[]);
            }
            Err(fault) => {
                self.say_fault(&fault);
                self.waiting.push(Waiting::Step(step));
                self.say_waiting();
            }
        }
    }

    fn record(&mut self, step: &Step, now: Moment) -> Result<Recorded, Fault> {
        let card = step.entry.card;
        let fresh = self.sitting.as_ref().and_then(|sitting| sitting.fresh(card));
        let state = self.state()?;
        if let Some((key, answer)) = fresh {
            let given = state.insert(&[(key, answer)], now.ms)?;
            if given != [card] {
                // Another program has met it meanwhile, and knows it by another name.
                return Err(Fault::Unknown);
            }
            if let Some(sitting) = &mut self.sitting {
                sitting.known_now(card);
            }
        }
        self.state()?.record(&step.entry, step.seen)
    }

    fn undo(&mut self, now: Moment) -> Result<(), Fault> {
        self.catch_up(now);
        let Some(sitting) = &mut self.sitting else { return Ok(()) };
        let card = sitting.session.past().last().map(|entry| entry.card);
        let Some(id) = sitting.session.undo() else { return Ok(()) };
        let own = |waiting: &Waiting| matches!(waiting, Waiting::Step(s) if s.entry.id == id);
        if let Some(at) = self.waiting.iter().position(own) {
            // It was never kept.
            self.waiting.remove(at);
        } else if !self.waiting.is_empty() {
            self.waiting.push(Waiting::Undo(id));
        } else {
            match self.state().and_then(|state| state.undo(id, now.ms)) {
                Ok(Some(progress)) => {
                    if let (Some(sitting), Some(card)) = (&mut self.sitting, card) {
                        sitting.session.reload(card, progress, now);
                    }
                }
                Ok(None) => {}
                Err(fault) => {
                    self.say_fault(&fault);
                    self.waiting.push(Waiting::Undo(id));
                    self.say_waiting();
                }
            }
        }
        let Some(sitting) = &mut self.sitting else { return Ok(()) };
        sitting.session.settle(now);
        if card.is_some_and(|card| !sitting.has(card)) {
            self.say(Study::ReviewUndoneGone, &[]);
        }
        Ok(())
    }

    /// Asks all cards again that were left for good.
    fn wake(&mut self, now: Moment) -> Result<(), Fault> {
        self.catch_up(now);
        let steps = self.sitting.as_mut().map(|sitting| sitting.session.wake(now));
        steps.unwrap_or_default().into_iter().for_each(|step| self.keep(step, now));
        Ok(())
    }

    /// Looks for what cards that are gone from the notes have become.
    fn seek(&mut self, now: Moment) -> Result<(), Fault> {
        self.catch_up(now);
        let Some(sitting) = self.sitting.as_mut().filter(|sitting| sitting.doubts.is_empty())
        else {
            return Ok(());
        };
        sitting.seek();
        if sitting.doubts.is_empty() {
            self.say(Study::SeekNothing, &[]);
        }
        Ok(())
    }

    /// The reader has said whether a card is the one that it was like.
    fn same(&mut self, same: bool, now: Moment) -> Result<(), Fault> {
        let Some(mut sitting) = self.sitting.take() else { return Ok(()) };
        let settled = self.state().and_then(|state| sitting.same(state, same, now));
        self.sitting = Some(sitting);
        settled
    }

    /// Keeps what has waited, as far as that is possible now.
    fn catch_up(&mut self, now: Moment) {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return;
        }
        let mut waiting = waiting.into_iter();
        while let Some(next) = waiting.next() {
            let done = match &next {
                Waiting::Step(step) => self.record(step, now).map(|recorded| match recorded {
                    Recorded::Stale(progress) => Some((step.entry.card, progress)),
                    Recorded::Done(_) => None,
                }),
                Waiting::Undo(id) => {
                    self.state().and_then(|state| state.undo(*id, now.ms)).map(|_| None)
                }
            };
            match (done, &mut self.sitting) {
                (Ok(Some((card, progress))), Some(sitting)) => {
                    sitting.session.reload(card, progress, now);
                }
                (Ok(_), _) => {}
                (Err(_), _) => {
                    self.waiting.push(next);
                    self.waiting.extend(waiting);
                    return;
                }
            }
        }
        self.say(Study::ReviewCaughtUp, &[]);
    }

    fn turn(&mut self, now: Moment) -> Option<Turn> {
        let saves = self.waiting.is_empty() && self.state.as_ref().is_some_and(State::saves);
        let sitting = self.sitting.as_mut()?;
        let said = std::mem::take(&mut self.said);
        Some(sitting.turn(saves, said, now))
    }

    fn say(&mut self, word: Study, args: &[&str]) {
        self.said.push(Clean::new(&word.fill(self.setup.locale, args)));
    }

    fn say_waiting(&mut self) {
        let count = self.waiting.len().to_string();
        self.say(Study::ReviewWaiting, &[&count]);
    }

    fn say_fault(&mut self, fault: &Fault) {
        self.said.push(Clean::new(&fault.sentence(self.path(), self.setup.locale)));
    }
}
