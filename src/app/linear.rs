//! The reader line by line: lines in, lines out, over the same state as the screen. For screen readers,
//! for terminals that can do nothing, and for pipes.

mod going;
mod lists;
mod looking;
mod menu;
mod portions;
mod recalling;
mod speech;
mod tell;
mod verb;
mod verbs;

pub use menu::{Choice, Menu};
pub use speech::{Line, Speech};
pub use verb::{VERBS, Verb};

use std::collections::VecDeque;
use std::sync::Arc;

use super::finder::Catalog;
use super::job::{answers, job};
use super::msg::{Asked, Effect, Msg};
use super::progress::{Seen, text_at};
use super::reader::Spot;
use super::state::{Overlay, Pane, Size, State};
use super::study::Told;
use super::update::{self, update};
use crate::library::{Lexicon, Library, Place};
use crate::review::reading::between;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Said};
use portions::Rest;

/// The size of the screen that nobody sees: narrow columns would only cost time.
const SIZE: Size = Size { width: 200, height: 60 };

/// What is said after a line was typed.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// One line each.
    pub lines: Vec<Clean>,
    /// What is to be done outside, afterwards.
    pub effects: Vec<Effect>,
}

/// Text that was found.
#[derive(Clone, Copy, Debug)]
struct Found {
    note: usize,
    at: usize,
}

/// The reader.
#[derive(Clone, Debug, Default)]
pub struct Linear {
    /// What is open, and where we are in it.
    pub state: State,
    /// Whether long texts and lists are told in portions.
    pub in_portions: bool,
    /// What a number chooses from.
    menu: Option<Menu>,
    /// What is still to be told: of the section, and over it of what was looked up last.
    rest: Vec<Rest>,
    /// What was found last, and which of it we are at.
    found: Vec<Found>,
    at_found: Option<usize>,
    /// The note that was told last.
    told_note: Option<usize>,
    said: Vec<Clean>,
    effects: Vec<Effect>,
}

impl Linear {
    /// The reader on all notes there are.
    pub fn new(state: State, library: Library) -> Linear {
        let mut linear = Linear { state, ..Linear::default() };
        linear.send(Msg::Resize(SIZE));
        let catalog = Arc::new(Catalog::default().grown(&library));
        let explicit = Lexicon::explicit(&library);
        linear.send(Msg::Loaded { library, complete: true });
        linear.send(Msg::Catalog(catalog));
        linear.send(Msg::Explicit(explicit));
        // What is asked of the state is asked when something was said.
        linear.effects.retain(|effect| matches!(effect, Effect::Ask(_)));
        linear
    }

    /// What is said before anything was typed.
    pub fn begin(&mut self) -> Answer {
        if self.state.to_recall.is_some() {
            // The review begins as soon as there is something to show it on.
            self.send(Msg::Resize(SIZE));
            self.notice();
            return self.answer();
        }
        let notes = self.library().notes.len();
        let sections: usize = self.library().notes.iter().map(|note| note.sections.len()).sum();
        self.notice();
        self.say(&Said::Begin.fill(self.locale(), &[&notes.to_string(), &sections.to_string()]));
        self.tell_section_from(self.state.reader.spot.at);
        self.answer()
    }

    /// What stands before what is typed.
    pub fn prompt(&self) -> Clean {
        let locale = self.locale();
        if self.recalls() {
            return self.recall_prompt();
        }
        Clean::new(&match &self.menu {
            Some(menu) => Said::PromptChoice.fill(locale, &[&menu.len().to_string()]),
            None => Said::PromptCommand.text(locale).to_owned(),
        })
    }

    /// Takes a line.
    pub fn line(&mut self, line: &str) -> Answer {
        // Whatever can be told to a terminal by what is typed is told back clean.
        let line = Clean::new(line);
        self.pass();
        match self.recalls() {
            true => self.recall_line(line.trim()),
            false => self.typed(line.trim()),
        }
        self.answer()
    }

    /// Takes what has happened outside.
    pub fn happened(&mut self, msg: Msg) -> Answer {
        if let Msg::Told(Told::Figures { figures, said }) = msg {
            self.said.extend(said);
            let lines = super::figures::lines(&figures, self.locale());
            lines.iter().for_each(|line| self.say(line));
            return self.answer();
        }
        let changed = matches!(msg, Msg::Changed { .. });
        let about_notes = matches!(msg, Msg::Told(Told::Marks(_) | Told::Read { .. }));
        let told = matches!(msg, Msg::Told(_)) && !about_notes;
        self.send(msg);
        if changed {
            // What was listed may be somewhere else now.
            self.menu = None;
            self.found.clear();
            self.at_found = None;
            self.told_note = None;
        }
        self.notice();
        if told {
            self.tell_turn();
        }
        self.answer()
    }

    /// What is still to be done outside when it ends.
    pub fn end(&mut self) -> Vec<Effect> {
        self.pass();
        let mut effects = std::mem::take(&mut self.effects);
        effects.extend(update::leave(&mut self.state));
        effects
    }

    /// The time since the last line belongs to the section that we are in, as long as somebody listens.
    fn pass(&mut self) {
        let times = &mut self.state.progress.times;
        let passed = between(times.last, times.now);
        times.last = times.now;
        let here = self.here();
        let Some(unit) = text_at(self.library(), here).filter(|_| self.in_portions) else { return };
        if passed == 0 || self.recalls() {
            return;
        }
        let seen = Seen { note: here.note, unit, columns: 1, ends: self.rest.is_empty() };
        self.effects.extend(update::read_on(&mut self.state, &[seen], passed));
    }

    fn answer(&mut self) -> Answer {
        let (lines, effects) = (std::mem::take(&mut self.said), std::mem::take(&mut self.effects));
        Answer { lines, effects }
    }

    fn locale(&self) -> Locale {
        self.state.open.locale
    }

    fn library(&self) -> &Library {
        &self.state.open.collection
    }

    fn say(&mut self, text: &str) {
        self.said.push(Clean::new(text));
    }

    fn word(&mut self, word: Said) {
        self.say(word.text(self.locale()));
    }

    /// The section that we are in: not the first with text, as on a screen, but where we stand.
    fn here(&self) -> Place {
        let Spot { note, part, .. } = self.state.reader.spot;
        let found = self.library().notes.get(note).and_then(|note| note.parts.get(part));
        Place { note, section: found.and_then(|part| part.section) }
    }

    /// Does what a message brings with it, slow work at once; what is to be done outside stays.
    fn send(&mut self, msg: Msg) {
        let mut left = VecDeque::from(update(&mut self.state, msg));
        while let Some(effect) = left.pop_front() {
            // Colours are for eyes.
            if matches!(effect, Effect::Colour { .. }) {
                continue;
            }
            let Some((_, job)) = job(&effect, &self.state) else {
                self.effects.push(effect);
                continue;
            };
            for msg in answers(job) {
                left.extend(update(&mut self.state, msg));
            }
        }
    }

    /// Sends what was asked for, and tells what has come of it: a list, a notice, another section. False
    /// where there is nothing to tell.
    fn ask(&mut self, asked: Asked) -> bool {
        let (spot, place) = (self.state.reader.spot, self.here());
        let effects = self.effects.len();
        let overlay = self.reach(asked);
        let noticed = self.notice();
        let moved = self.state.reader.spot != spot;
        if moved || self.here() != place {
            self.tell_section_from(self.state.reader.spot.at);
        }
        let listed = match overlay {
            Some(Overlay::Finder(finder)) => {
                self.list(Menu::of_finder(&finder, self.locale()));
                true
            }
            _ => false,
        };
        listed || noticed || moved || self.effects.len() > effects
    }

    /// Sends what was asked for, and gives what the screen would lay over its text.
    fn reach(&mut self, asked: Asked) -> Option<Overlay> {
        self.send(Msg::Asked(asked));
        self.effects.retain(|effect| !matches!(effect, Effect::Redraw | Effect::Pictures(_)));
        // Whatever the screen would go on with is no state of a line.
        self.state.focus = Pane::Reader;
        self.state.glossary.editing = false;
        self.state.find = None;
        self.state.overlay.take()
    }

    /// Says what the screen would say in its last line.
    fn notice(&mut self) -> bool {
        let notice = self.state.notice.take();
        let any = notice.is_some();
        self.said.extend(notice);
        any
    }
}
