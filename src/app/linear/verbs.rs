//! What each line does.

use super::menu::{Act, Choice, Menu};
use super::verb::{self, Verb};
use super::{Asked, Linear};
use crate::app::command::Command;
use crate::app::finder::Target;
use crate::library::Place;
use crate::words::{Said, Word};

impl Linear {
    /// Does what a line asks for.
    pub(super) fn typed(&mut self, line: &str) {
        if let Some(menu) = &self.menu
            && !line.is_empty()
            && line.bytes().all(|b| b.is_ascii_digit())
        {
            let chosen = line.parse().ok().and_then(|number| menu.get(number)).cloned();
            let count = menu.len().to_string();
            return match chosen {
                Some(choice) => self.act(choice.act),
                None => self.say(&Said::NoChoice.fill(self.locale(), &[&count])),
            };
        }
        if let Some((verb, text)) = verb::read(line) {
            return self.verb(verb, text);
        }
        if let Some(command) = Command::from_name(line) {
            return self.run(command);
        }
        let places = self.library().find(line);
        let here = self.here().note;
        // Of several the one in this note is meant.
        let own = places.iter().find(|place| place.note == here && !line.contains(':'));
        match (own.copied(), &places[..]) {
            (Some(place), _) | (None, &[place]) => self.go(place),
            (None, []) if line.starts_with(|c: char| c.is_ascii_digit() || c == '§') => {
                self.say(&Word::NoSuchSection.fill(self.locale(), &[line]));
            }
            (None, []) => self.say(&Said::Unknown.fill(self.locale(), &[line])),
            (None, places) => {
                let item = |place: &Place| Choice::place(&self.title(*place), *place);
                let items = places.iter().map(item).collect();
                self.list(Menu::new(Word::FinderName.text(self.locale()), items));
            }
        }
    }

    pub(super) fn act(&mut self, act: Act) {
        match act {
            Act::Verb(verb) => self.verb(verb, ""),
            Act::Command(command) => self.run(command),
            Act::Ask(Asked::Choose(Target::Place(place))) => self.go(place),
            Act::Ask(asked) => {
                if !self.ask(asked) {
                    self.tell_place();
                }
            }
            Act::Term(term) => self.tell_term(term),
            Act::Footnote { note, at } => self.tell_footnote(note, at),
            Act::Found(at) => self.go_to_found(at),
            Act::Source(thing) => self.tell_source(thing),
            Act::Address(address) => self.tell_text(&address),
        }
    }

    fn verb(&mut self, verb: Verb, text: &str) {
        // What goes on with a list, or says nothing else, leaves it.
        if !matches!(verb, Verb::On | Verb::Whole | Verb::Help) {
            self.menu = None;
        }
        match verb {
            Verb::On | Verb::Whole => {
                let in_portions = self.in_portions;
                self.in_portions &= verb == Verb::On;
                if !self.go_on() {
                    self.step(true);
                }
                self.in_portions = in_portions;
            }
            Verb::Next => self.step(true),
            Verb::Previous => self.step(false),
            Verb::Again => self.tell_section(),
            Verb::Contents => self.contents(),
            Verb::Notes => self.notes(),
            Verb::GoTo if text.is_empty() => self.needs_text(verb),
            Verb::GoTo => self.go_by_name(text),
            Verb::Find if text.is_empty() => self.needs_text(verb),
            Verb::Find => self.find(text),
            Verb::FindNext => self.step_found(1),
            Verb::FindPrevious => self.step_found(-1),
            Verb::Glossary => self.glossary(text),
            Verb::Terms => self.terms(),
            Verb::Links => self.links(),
            Verb::MarkRead => self.command(Command::MarkRead),
            Verb::Backlinks => self.command(Command::Backlinks),
            Verb::Problems => self.command(Command::Problems),
            Verb::Copy => self.sources(),
            Verb::Edit => self.command(Command::Edit),
            Verb::Back => self.command(Command::Back),
            Verb::Forward => self.command(Command::Forward),
            Verb::Reread => self.command(Command::Reread),
            Verb::Review => self.command(Command::Review),
            Verb::Figures => self.command(Command::Figures),
            Verb::Commands => self.commands(text),
            Verb::Help => self.help(),
            Verb::Quit => {
                self.command(Command::Quit);
                self.word(Said::Done);
            }
        }
    }

    /// A command of the screen. What is done here in its own way is done so, and what only moves
    /// something on a screen is refused.
    pub(super) fn run(&mut self, command: Command) {
        match meaning(command) {
            Meaning::Verb(verb) => self.verb(verb, ""),
            Meaning::Change => self.go_to_change(),
            Meaning::Review | Meaning::InReview => self.command(command),
            Meaning::First => self.edge(false),
            Meaning::Last => self.edge(true),
            Meaning::Close if self.menu.take().is_some() => self.word(Said::ListClosed),
            Meaning::Open | Meaning::Close => self.word(Said::NoList),
            Meaning::Shell => self.word(Said::UseShell),
            Meaning::Screen => {
                let name = command.spec().name;
                self.say(&Said::OnlyOnScreen.fill(self.locale(), &[name]));
            }
        }
    }

    /// What the screen does at a command; where nothing came of it, that is said.
    fn command(&mut self, command: Command) {
        if !self.ask(Asked::Command(command)) {
            self.word(Said::Nothing);
        }
    }

    fn needs_text(&mut self, verb: Verb) {
        let sign = verb.entry().map_or("", |entry| entry.sign);
        self.say(&Said::NeedsText.fill(self.locale(), &[sign]));
    }
}

/// What a command of the screen is line by line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What can be typed.
    Verb(Verb),
    /// To what has changed.
    Change,
    /// To the first section of the note, and to the last.
    First,
    Last,
    /// To go through cards.
    Review,
    /// What is for a review only.
    InReview,
    /// To choose from a list, and to have no more of it.
    Open,
    Close,
    /// The shell sees to it.
    Shell,
    /// Only a screen has something to be changed by it.
    Screen,
}

/// What a command of the screen is line by line: for each of them one decides, so that none is forgotten.
pub(super) fn meaning(command: Command) -> Meaning {
    match command {
        Command::Down | Command::HalfPageDown | Command::PageDown => Meaning::Verb(Verb::On),
        Command::NextSection => Meaning::Verb(Verb::Next),
        Command::PreviousSection => Meaning::Verb(Verb::Previous),
        Command::Redraw => Meaning::Verb(Verb::Again),
        Command::ToggleContents => Meaning::Verb(Verb::Contents),
        Command::GoTo | Command::Jump => Meaning::Verb(Verb::GoTo),
        Command::Find => Meaning::Verb(Verb::Find),
        Command::FindNext => Meaning::Verb(Verb::FindNext),
        Command::FindPrevious => Meaning::Verb(Verb::FindPrevious),
        Command::Filter | Command::ToggleGlossary | Command::Uses => Meaning::Verb(Verb::Glossary),
        Command::Term | Command::NextTerm | Command::PreviousTerm => Meaning::Verb(Verb::Terms),
        Command::Follow => Meaning::Verb(Verb::Links),
        Command::MarkRead => Meaning::Verb(Verb::MarkRead),
        Command::Backlinks => Meaning::Verb(Verb::Backlinks),
        Command::Problems => Meaning::Verb(Verb::Problems),
        Command::Copy => Meaning::Verb(Verb::Copy),
        Command::Edit => Meaning::Verb(Verb::Edit),
        Command::Back => Meaning::Verb(Verb::Back),
        Command::Forward => Meaning::Verb(Verb::Forward),
        Command::Reread => Meaning::Verb(Verb::Reread),
        Command::Palette => Meaning::Verb(Verb::Commands),
        Command::Help => Meaning::Verb(Verb::Help),
        Command::Quit => Meaning::Verb(Verb::Quit),
        Command::Figures => Meaning::Verb(Verb::Figures),
        Command::Review => Meaning::Verb(Verb::Review),
        Command::ReviewHere | Command::Cram => Meaning::Review,
        Command::Reveal
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
        | Command::SuspendCard => Meaning::InReview,
        // A term that is told has it in its list.
        Command::AddCard => Meaning::Verb(Verb::Glossary),
        Command::NextChange => Meaning::Change,
        Command::Top => Meaning::First,
        Command::Bottom => Meaning::Last,
        Command::Open => Meaning::Open,
        Command::Close => Meaning::Close,
        Command::Suspend => Meaning::Shell,
        Command::Up
        | Command::HalfPageUp
        | Command::PageUp
        | Command::ToggleWrap
        | Command::TogglePictures
        | Command::ScrollLeft
        | Command::ScrollRight
        | Command::Fold
        | Command::Unfold
        | Command::ToggleFold
        | Command::FoldAll
        | Command::UnfoldAll
        | Command::NextPane
        | Command::PreviousPane
        | Command::PaneLeft
        | Command::PaneRight
        | Command::NarrowContents
        | Command::WidenContents
        | Command::NarrowGlossary
        | Command::WidenGlossary
        | Command::ToggleMouse
        | Command::Theme => Meaning::Screen,
    }
}
