//! Lists of what there is.

use super::Linear;
use super::menu::{Act, Choice, Menu};
use super::tell::has_front;
use super::verb::{Entry, VERBS};
use super::verbs::{Meaning, meaning};
use crate::app::colouring::Shown;
use crate::app::command::{COMMANDS, Command};
use crate::app::copy::Thing;
use crate::app::finder::{Finder, Kind, List};
use crate::app::msg::Asked;
use crate::doc::Link;
use crate::layout::Target;
use crate::library::Place;
use crate::review::reading::Mark;
use crate::text::edit::Line;
use crate::text::fold::fold_text;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Said, Word};

impl Linear {
    pub(super) fn contents(&mut self) {
        let (locale, here) = (self.locale(), self.here());
        let Some(note) = self.library().notes.get(here.note) else { return };
        let mut items = Vec::new();
        if has_front(note) {
            items.push((Place { note: here.note, section: None }, note.title().into_string()));
        }
        for (at, section) in note.sections.iter().enumerate() {
            let place = Place { note: here.note, section: Some(at) };
            let empty = if section.empty { Word::EmptyMark.text(locale) } else { "" };
            // A number says how deep a section stands; where there is none, we do.
            let name = match (&section.number, section.depth) {
                (Some(_), _) => format!("§{} {}", section.address, section.title),
                (None, 2..) => {
                    let level = Said::Level.fill(locale, &[&section.depth.to_string()]);
                    format!("{level} {}", section.title)
                }
                (None, _) => section.title.to_string(),
            };
            items.push((place, format!("{name} {empty}").trim_end().to_owned()));
        }
        let item = |(place, text): (Place, String)| {
            let mark = if place == here { Said::Here.text(locale) } else { "" };
            let text = format!("{text} {}", self.read(place));
            Choice::place(format!("{} {mark}", text.trim_end()).trim_end(), place)
        };
        let items = items.into_iter().map(item).collect();
        self.list(Menu::new(Word::Contents.text(locale), items));
    }

    pub(super) fn notes(&mut self) {
        let (locale, here) = (self.locale(), self.here());
        let item = |(at, note): (usize, &std::sync::Arc<crate::library::Note>)| {
            let mark = if at == here.note { Said::Here.text(locale) } else { "" };
            let title = note.title();
            let path = match title.as_str() {
                title if title == note.path.as_str() => String::new(),
                _ => format!(", {}", note.path),
            };
            let place = Place { note: at, section: None };
            let text = format!("{title}{path} {}", self.read(place));
            Choice::place(format!("{} {mark}", text.trim_end()).trim_end(), place)
        };
        let items = self.library().notes.iter().enumerate().map(item).collect();
        self.list(Menu::new(Said::Notes.text(locale), items));
    }

    /// How far a section is read with all under it, or a note; nothing where none of it was.
    fn read(&self, place: Place) -> String {
        let (locale, whole) = (self.locale(), self.state.progress.of(self.library(), place));
        match whole.mark() {
            Mark::Read => Said::Read.text(locale).to_owned(),
            Mark::Changed => Said::ReadChanged.text(locale).to_owned(),
            Mark::Unread if whole.is_begun() => {
                let (read, all) = (whole.read.to_string(), whole.all.to_string());
                Said::ReadSome.fill(locale, &[&read, &all])
            }
            Mark::Unread => String::new(),
        }
    }

    pub(super) fn glossary(&mut self, text: &str) {
        let terms = self.state.open.terms.clone();
        self.state.glossary.filter = Line::new(text);
        self.state.glossary.refilter(&terms);
        let matches = &self.state.glossary.matches;
        // Others have the name within their own, or are only explained with it.
        let name = fold_text(text);
        let is_called = |(term, _): &&(usize, _)| {
            let names = terms.get(*term).into_iter();
            let mut names = names.flat_map(|term| std::iter::once(&term.name).chain(&term.aliases));
            names.any(|own| fold_text(own) == name)
        };
        if let [only] = matches.iter().filter(is_called).collect::<Vec<_>>()[..] {
            return self.tell_term(only.0);
        }
        let item = |(term, _): &(usize, _)| {
            Some(Choice::new(&terms.get(*term)?.shown(), Act::Term(*term)))
        };
        let items: Vec<Choice> = matches.iter().filter_map(item).collect();
        match (&items[..], text.is_empty()) {
            ([], true) => self.say(Word::NoTerms.text(self.locale())),
            ([], false) => self.say(&Word::NoSuchTerm.fill(self.locale(), &[text])),
            ([only], false) => self.act(only.act.clone()),
            _ => self.list(Menu::new(Word::Glossary.text(self.locale()), items)),
        }
    }

    pub(super) fn terms(&mut self) {
        let here = self.here();
        let terms = self.state.open.terms.clone();
        let index = terms.lexicon().index(here.note);
        let Some(note) = self.library().notes.get(here.note) else { return };
        let (mut seen, mut items) = (std::collections::HashSet::new(), Vec::new());
        for part in self.parts(here) {
            index.each_use(note, part, &mut |term| {
                if let Some(found) = terms.get(term).filter(|_| seen.insert(term)) {
                    items.push(Choice::new(&found.shown(), Act::Term(term)));
                }
            });
        }
        // What is explained here need not be named a second time.
        for term in 0..terms.len() {
            let Some(found) = terms.get(term) else { continue };
            if found.senses.iter().any(|sense| sense.place == here) && seen.insert(term) {
                items.push(Choice::new(&found.shown(), Act::Term(term)));
            }
        }
        match items.is_empty() {
            true => self.word(Said::NoTermsHere),
            false => self.list(Menu::new(Said::TermsHere.text(self.locale()), items)),
        }
    }

    /// What has a source to be told: the code of the section, the section, the note.
    pub(super) fn sources(&mut self) {
        let here = self.here();
        let Some(note) = self.library().notes.get(here.note) else { return };
        let mut things = Vec::new();
        for part in self.parts(here) {
            for block in note.blocks(part) {
                block.each_code(&mut |_, _, span| {
                    things.push(Thing::Code(Shown { note: here.note, part, span }));
                });
            }
        }
        things.extend([Thing::Section(here), Thing::Note(here.note)]);
        let mut finder = Finder::over(Kind::Copy, List::of_things(&self.state, &things));
        self.seek(&mut finder);
        let locale = self.locale();
        let links = self.speech(here).links.into_iter().map(|(text, link)| {
            let name = Said::LinkMark.fill(locale, &[&called(&text, &link)]);
            Choice::new(&name, Act::Address(link.to.clone()))
        });
        self.list(Menu::of_finder(&finder, locale).and(links));
    }

    /// What the section has to open.
    pub(super) fn links(&mut self) {
        let (here, locale) = (self.here(), self.locale());
        let speech = self.speech(here);
        let links = speech.links.into_iter().map(|(text, link)| {
            let name = called(&text, &link);
            let target = Target::Link(link);
            Choice::new(&name, Act::Ask(Asked::Follow { note: here.note, target }))
        });
        let footnotes = speech.footnotes.into_iter().map(|(label, at)| {
            let name = Said::Footnote.fill(locale, &[&label]);
            Choice::new(&name, Act::Footnote { note: here.note, at })
        });
        let items: Vec<Choice> = links.chain(footnotes).collect();
        match items.is_empty() {
            true => self.word(Said::NoLinksHere),
            false => self.list(Menu::new(Said::LinksHere.text(locale), items)),
        }
    }

    /// What can be typed, and the commands of the screen that say the same here; or one by its name.
    pub(super) fn commands(&mut self, text: &str) {
        let locale = self.locale();
        if let Some(command) = Command::from_name(text).filter(|of| *of != Command::Palette) {
            return self.run(command);
        }
        let own =
            VERBS.iter().map(|entry| Choice::new(&said(entry, locale), Act::Verb(entry.verb)));
        let is_more = |command| {
            matches!(
                meaning(command),
                Meaning::Change | Meaning::First | Meaning::Last | Meaning::Review
            )
        };
        let others = COMMANDS.iter().filter(|spec| is_more(spec.command)).map(|spec| {
            let text = format!("{}: {}", spec.name, spec.help.text(locale));
            Choice::new(&text, Act::Command(spec.command))
        });
        let items = own.chain(others).filter(|choice| choice.text.contains(text)).collect();
        self.list(Menu::new(Said::Commands.text(locale), items));
    }

    /// What can be typed, in one go: who has asked for help wants all of it.
    pub(super) fn help(&mut self) {
        let locale = self.locale();
        self.word(Said::HelpHead);
        for entry in VERBS {
            self.say(&said(entry, locale));
        }
        self.word(Said::HelpAddress);
        self.word(Said::HelpNumber);
    }
}

/// A link by its text and where it leads.
fn called(text: &Clean, link: &Link) -> String {
    match text.as_str() == link.to.as_str() {
        true => text.to_string(),
        false => format!("{} ({})", text.trim(), link.to),
    }
}

/// What a verb is called, and what it does.
fn said(entry: &Entry, locale: Locale) -> String {
    let [ko, en] = entry.words;
    let name = if locale == Locale::En { en } else { ko };
    format!("{}, {name}: {}", entry.sign, entry.does.text(locale))
}
