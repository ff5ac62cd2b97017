//! Hearing the terminal, and asking it what it shows pictures with, while the app goes on.
#![allow(clippy::disallowed_methods)] // It waits by the clock.

use std::io;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::screen::{Screen, cell};
use super::{App, Wake};
use crate::app::{Msg, State};
use crate::tui::graphics::ask::{Answers, PATIENCE, question};
use crate::tui::ground::QUESTION;
use crate::tui::input::{Answer, Event};
use crate::tui::keyboard::Heard;

/// So long after the question at most the end waits for the answer, which else the shell would get.
const ANSWER: Duration = Duration::from_millis(200);

/// So long after the question an answer may still come in pieces.
const GIVEN_UP: Duration = Duration::from_secs(10);

/// The questions to the terminal: what ground it draws on, and what it shows pictures with.
#[derive(Default)]
pub(super) struct Asking {
    /// When it was asked for its ground.
    pub ground: Option<Instant>,
    /// It has said it.
    pub ground_known: bool,
    pub answers: Answers,
    /// When it was asked what it shows pictures with, as long as it has not said all.
    pub unanswered: Option<Instant>,
    /// Since when pictures wait for them.
    pub since: Option<Instant>,
    /// The terminal is to be asked when it is ours again.
    pub waits: bool,
}

impl Asking {
    /// Whether an answer may still come. Who has not answered for long never will, and Escape need not be
    /// waited for any more.
    fn is_awaited(&self, now: Instant) -> bool {
        let ground = self.ground.filter(|_| !self.ground_known);
        let mut asked = ground.into_iter().chain(self.unanswered);
        asked.any(|asked| now.saturating_duration_since(asked) <= GIVEN_UP)
    }
}

/// Asks the terminal what ground it draws on, once, where the colours depend on it; goes out with the next
/// frame.
pub(super) fn ask_ground(
    screen: &mut Screen,
    state: &State,
    asking: &mut Asking,
) -> io::Result<()> {
    if asking.ground.is_some() || state.themes.chosen.is_some() {
        return Ok(());
    }
    asking.ground = Some(Instant::now());
    io::Write::write_all(screen.output(), QUESTION)
}

impl App {
    /// Asks for the ground where that is of interest only now.
    pub(super) fn ask_again(&mut self) -> io::Result<()> {
        if self.can.answers && self.lent.is_none() {
            ask_ground(&mut self.screen, &self.state, &mut self.asking)?;
        }
        Ok(())
    }

    /// Takes what comes until the terminal has said its ground, for a short while after it was asked.
    pub(super) fn hear_out(&mut self, receiver: &Receiver<Wake>) {
        while let Some(asked) = self.asking.ground.filter(|_| !self.asking.ground_known) {
            let left = ANSWER.saturating_sub(asked.elapsed());
            match receiver.recv_timeout(left) {
                Ok(Wake::Heard(heard)) => {
                    for event in self.events(heard) {
                        self.asking.ground_known |=
                            matches!(event, Event::Answer(Answer::Ground(_)));
                    }
                }
                Ok(Wake::Gone) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    /// Asks the terminal what it can show pictures with.
    pub(super) fn ask_terminal(&mut self) -> io::Result<()> {
        // It would not come through to the terminal while that is lent.
        self.asking.waits = self.lent.is_some();
        if self.asking.waits {
            return Ok(());
        }
        let output = self.screen.output();
        io::Write::write_all(output, &question(self.workers.outside.host.how))?;
        io::Write::flush(output)?;
        self.asking.unanswered = Some(Instant::now());
        self.asking.since = self.asking.unanswered;
        Ok(())
    }

    /// Takes an answer: what pictures are drawn with from now on, where it says so.
    pub(super) fn answered(&mut self, answer: Answer) -> Option<Msg> {
        if let Answer::Ground(ground) = answer {
            self.asking.ground_known = true;
            return ground.map(Msg::Background);
        }
        self.asking.answers.take(answer);
        let all = self.asking.answers.are_all(self.workers.outside.host.how);
        if all {
            self.asking.unanswered = None;
        }
        // One that comes late may still say more than was known.
        let late = self.asking.since.is_none();
        if all || late { self.settled() } else { None }
    }

    /// What pictures are drawn with by what is known of the terminal, where that is something else.
    pub(super) fn settled(&mut self) -> Option<Msg> {
        self.asking.since = None;
        let now = &self.state.open.pictures;
        let (medium, cell) = self.asking.answers.medium(&self.workers.outside.host, cell());
        ((medium, cell) != (now.medium, now.cell)).then_some(Msg::Medium { medium, cell })
    }

    /// Waits until something happens, or until what the terminal has begun to send, or was asked, should
    /// have come.
    pub(super) fn wait(&self, receiver: &Receiver<Wake>) -> Result<Option<Wake>, RecvError> {
        let left = |patience: Duration, since: Option<Instant>| {
            patience.saturating_sub(since.map_or(Duration::ZERO, |since| since.elapsed()))
        };
        let rest = self.input.parser.patience().map(|patience| left(patience, self.input.heard));
        let answers = self.asking.since.map(|since| left(PATIENCE, Some(since)));
        let Some(least) = rest.into_iter().chain(answers).min() else {
            return receiver.recv().map(Some);
        };
        match receiver.recv_timeout(least) {
            Ok(wake) => Ok(Some(wake)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(RecvError),
        }
    }

    /// What the terminal has begun to send, if no more of it has come in time.
    pub(super) fn overdue(&mut self) -> Vec<Event> {
        let waited = self.input.heard.map_or(Duration::MAX, |heard| heard.elapsed());
        match self.input.parser.patience().is_some_and(|patience| waited >= patience) {
            true => self.input.parser.give_up(),
            false => Vec::new(),
        }
    }

    /// What was heard, in events.
    pub(super) fn events(&mut self, heard: Heard) -> Vec<Event> {
        match heard {
            #[cfg(unix)]
            Heard::Bytes(bytes) => {
                let now = Instant::now();
                self.input.heard = Some(now);
                self.input.parser.set_asked(self.asking.is_awaited(now));
                self.input.parser.feed(&bytes)
            }
            #[cfg(not(unix))]
            Heard::Event(event) => vec![event],
            #[cfg(not(unix))]
            Heard::Resize => Vec::new(),
        }
    }

    /// Takes what the terminal sends, one after the other; the exit status where that ends the app. What
    /// comes while it is lent was typed before, and waits.
    pub(super) fn hear(&mut self, events: Vec<Event>) -> io::Result<Option<u8>> {
        for event in events {
            if let Some(lent) = &mut self.lent {
                lent.typed.push(event);
                continue;
            }
            let Some(msg) = self.message(event) else { continue };
            let effects = self.take(msg);
            if let Some(code) = self.perform(effects)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    /// What an event is to the app; some are nothing.
    pub(super) fn message(&mut self, event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) => Some(Msg::Key(key)),
            Event::Mouse(mouse) => Some(Msg::Mouse(mouse)),
            Event::Paste(text) => Some(Msg::Paste(text)),
            Event::Answer(answer) => self.answered(answer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_does_not_come_is_not_awaited_for_ever() {
        let start = Instant::now();
        let after = |ms| start + Duration::from_millis(ms);
        let mut asking = Asking::default();
        assert!(!asking.is_awaited(start));
        asking.ground = Some(start);
        assert!(asking.is_awaited(after(9_900)));
        assert!(!asking.is_awaited(after(10_100)));
        // A second question has its own time, and the first answer does not end it.
        asking.unanswered = Some(after(20_000));
        asking.ground_known = true;
        assert!(asking.is_awaited(after(20_100)));
        assert!(!asking.is_awaited(after(31_000)));
        asking.unanswered = None;
        assert!(!asking.is_awaited(after(20_100)));
    }
}
