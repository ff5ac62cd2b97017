//! Telling: where we are, a section, a term, a footnote, the source of something.

use std::ops::Range;

use super::menu::{Act, Choice, Menu};
use super::{Asked, Effect, Linear, Speech};
use crate::app::contents;
use crate::app::copy::{Copied, Reading, Thing};
use crate::app::page;
use crate::library::glossary::Meanings;
use crate::library::{Note, Place, Section};
use crate::search::uses::uses;
use crate::words::{Said, Word};

/// A list of uses has at most so many places.
const USES: usize = 1_000;
/// At most so many meanings of a term are told.
const SENSES: usize = 40;

impl Linear {
    /// Tells a list, which a number then chooses from; an empty one is said to be empty.
    pub(super) fn list(&mut self, menu: Menu) {
        if menu.is_empty() {
            self.say(Word::NothingFound.text(self.locale()));
            self.menu = None;
            return;
        }
        self.tell_list(menu);
    }

    /// Tells the section that we are in.
    pub(super) fn tell_section(&mut self) {
        self.tell_section_from(0);
    }

    /// Tells the section that we are in, from the line on that stands at a byte of the note; what it is
    /// called comes first.
    pub(super) fn tell_section_from(&mut self, at: usize) {
        self.menu = None;
        let place = self.landing(self.here());
        if place != self.here() {
            self.state.reader.go(&self.state.open.collection, place);
        }
        self.tell_note(place.note);
        let mut speech = self.speech(place);
        let count = self.count(place);
        // The heading says where we are, too: one line less to hear.
        let head = match (place.section, speech.lines.first_mut()) {
            (Some(_), Some(heading)) => {
                heading.text.push_raw(&format!(" ({count})"));
                1
            }
            (None, first) if first.is_some() && self.sections(place.note) > 0 => {
                self.say(&count);
                0
            }
            _ => 0,
        };
        let lines = &mut speech.lines;
        let reached = lines.iter().rev().find(|line| line.at <= at).map(|line| line.at);
        let from = lines.iter().position(|line| Some(line.at) == reached).unwrap_or(0);
        if from > head {
            self.said.extend(lines.drain(..head).map(|line| line.text));
            self.word(Said::From);
            lines.drain(..from - head);
        }
        let empty = match self.section(place) {
            Some(section) if section.empty => Some(Word::EmptySection.text(self.locale())),
            None if lines.is_empty() => Some(Said::NoText.text(self.locale())),
            _ => None,
        };
        empty.into_iter().for_each(|empty| speech.line(empty));
        self.tell_own(self.title(place), place.note, speech.lines);
    }

    /// The text of a section, or of what stands before the first.
    pub(super) fn speech(&self, place: Place) -> Speech {
        let mut speech = Speech::new(self.locale());
        if let Some(note) = self.library().notes.get(place.note) {
            for part in self.parts(place) {
                speech.say(&note.text, &note.shown_blocks(part));
            }
        }
        speech
    }

    fn section(&self, place: Place) -> Option<&Section> {
        self.library().notes.get(place.note)?.sections.get(place.section?)
    }

    /// How many sections a note has.
    fn sections(&self, note: usize) -> usize {
        self.library().notes.get(note).map_or(0, |note| note.sections.len())
    }

    /// The parts of a section, or of what stands before the first.
    pub(super) fn parts(&self, place: Place) -> Range<usize> {
        let note = self.library().notes.get(place.note);
        let front = || note.map_or(0..0, |note| note.front_parts());
        self.section(place).map_or_else(front, |section| section.parts.clone())
    }

    /// Tells which note we are in, where that is another than before.
    fn tell_note(&mut self, note: usize) {
        let (locale, notes) = (self.locale(), self.library().notes.len());
        let Some(open) = self.library().notes.get(note).cloned() else { return };
        if self.told_note.replace(note) == Some(note) {
            return;
        }
        let mut title = open.title().into_string();
        let about = page::about(&open);
        if !about.is_empty() {
            title = format!("{title}, {}", about.join(", "));
        }
        let (nth, count) = ((note + 1).to_string(), notes.to_string());
        self.say(&match notes {
            1 => Said::Note.fill(locale, &[&title]),
            _ => Said::NoteOf.fill(locale, &[&nth, &count, &title]),
        });
    }

    /// Tells only what the section is called.
    pub(super) fn tell_place(&mut self) {
        let place = self.here();
        let label = contents::label(self.library(), place);
        let count = self.count(place);
        self.say(&format!("{label} ({count})"));
    }

    /// Which of the sections of its note one is.
    fn count(&self, place: Place) -> String {
        let sections = self.sections(place.note).to_string();
        match place.section {
            Some(at) => Said::SectionOf.fill(self.locale(), &[&(at + 1).to_string(), &sections]),
            None => Said::BeforeSections.fill(self.locale(), &[&sections]),
        }
    }

    /// What a section is called in a list: by its number, as it is typed, or else after its note, where
    /// that is another.
    pub(super) fn title(&self, place: Place) -> String {
        let open = &self.state.open;
        let title = contents::title(&open.collection, place);
        let address = open.addresses.of(&open.collection, place);
        let has_number = self.section(place).is_some_and(|section| section.number.is_some());
        let note = address.rsplit_once(':').map(|(note, _)| note);
        match (has_number, note) {
            (true, _) => format!("§{address} {title}"),
            (false, Some(note)) if place.section.is_some() => format!("{note}: {title}"),
            _ => title.into_string(),
        }
    }

    /// Tells what a term means, and lists where it is explained and used.
    pub(super) fn tell_term(&mut self, term: usize) {
        let (locale, terms) = (self.locale(), self.state.open.terms.clone());
        let Some(found) = terms.get(term) else { return };
        let library = self.library().clone();
        let mut speech = Speech::new(locale);
        speech.line(&Said::Defined.fill(locale, &[&found.shown()]));
        let mut meanings = Meanings::new(&library);
        for (nth, sense) in (1..).zip(found.senses.iter().take(SENSES)) {
            let kind = match sense.origin.is_explicit() {
                true => Word::TermExplicit,
                false => Word::TermInferred,
            };
            let number = Word::TermSense.fill(locale, &[&nth.to_string()]);
            let (place, kind) = (self.title(sense.place), kind.text(locale));
            speech.line(&format!("{number}, {place}, {kind}:"));
            if let Some(note) = library.notes.get(sense.place.note) {
                speech.say(&note.text, meanings.blocks(sense));
            }
        }
        self.tell(found.name.to_string(), speech.lines);
        let explained = found.senses.iter().map(|sense| (sense.place, Word::ExplainedHere));
        let used = uses(&library, terms.lexicon(), term, USES, &|| false).unwrap_or_default();
        let used = used.into_iter().map(|place| (place, Word::UsedHere));
        let item = |(place, word): (Place, Word)| {
            Choice::place(&format!("{}, {}", self.title(place), word.text(locale)), place)
        };
        let mut items: Vec<Choice> = explained.chain(used).map(item).collect();
        if !found.is_explicit() {
            let add = Act::Ask(Asked::AddCard(term));
            items.push(Choice::new(Word::DoAddCard.text(locale), add));
        }
        self.list(Menu::new(&Said::UsesOf.fill(locale, &[&found.name]), items));
    }

    /// Tells what the footnote says that is referred to at a byte of a note.
    pub(super) fn tell_footnote(&mut self, note: usize, at: usize) {
        let mut speech = Speech::new(self.locale());
        let open = self.library().notes.get(note);
        let label = open.and_then(|open| open.footnote_label(at)).unwrap_or("").to_owned();
        let found = open.and_then(|open| Some((open, open.footnote(at)?.blocks)));
        match found.filter(|(_, blocks)| !blocks.is_empty()) {
            Some((open, blocks)) => speech.say_footnote(&open.text, &label, &blocks),
            None => speech.line(Word::EmptyFootnote.text(self.locale())),
        }
        self.tell(Said::Footnote.fill(self.locale(), &[&label]), speech.lines);
    }

    /// Tells the source of something.
    pub(super) fn tell_source(&mut self, thing: Thing) {
        let text = Reading::new(&self.state).text(thing).filter(|text| !text.is_empty());
        match text {
            Some(text) => self.tell_text(&text),
            None => self.say(Word::NothingToCopy.text(self.locale())),
        }
    }

    /// Tells a text as it is written, and gives it to the clipboard, if there is one that takes it.
    pub(super) fn tell_text(&mut self, text: &str) {
        let (copied, altered) = Copied::new(text);
        let locale = self.locale();
        let lines = copied.as_str().split('\n');
        let title = Said::Source.fill(locale, &[&lines.clone().count().to_string()]);
        let mut speech = Speech::new(locale);
        speech.line(&title);
        lines.for_each(|line| speech.code_line(line));
        speech.line(Said::SourceEnd.text(locale));
        if altered > 0 {
            speech.line(&Word::CopiedAltered.fill(locale, &[&altered.to_string()]));
        }
        self.tell(title, speech.lines);
        if copied.as_str().len() <= Copied::LIMIT {
            self.effects.push(Effect::Copy(copied));
        }
    }
}

/// Whether there is something to be told before the first section, or no section at all: a remark or the
/// place of a table of contents is nothing.
pub(super) fn has_front(note: &Note) -> bool {
    note.sections.is_empty() || note.front_parts().any(|part| !note.shown_blocks(part).is_empty())
}
