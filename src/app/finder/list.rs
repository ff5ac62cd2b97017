//! Lists of their own to find in: commands, the uses of a term, the problems of the notes.

use std::collections::HashSet;

use super::{Item, SHOWN, Target};
use crate::app::command::Command;
use crate::app::copy::{Reading, Thing};
use crate::app::keymap::Keymap;
use crate::app::state::{Open, State};
use crate::app::themes::Themes;
use crate::diag::{Diagnostic, Lines, Severity};
use crate::library::Place;
use crate::search::matcher::Candidate;
use crate::search::ranking::{Hit, rank};
use crate::style::theme::Background;
use crate::text::ascii::keys;
use crate::words::{Locale, Word};

/// Items with what they are found by.
#[derive(Clone, Debug, Default)]
pub struct List {
    items: Vec<Item>,
    candidates: Vec<Candidate>,
}

impl List {
    fn new(items: Vec<Item>) -> List {
        let candidate = |item: &Item| Candidate::new(&[&item.name, &item.mark], Some(&item.about));
        List { candidates: items.iter().map(candidate).collect(), items }
    }

    /// Every command with its keys.
    pub fn of_commands(keymap: &Keymap, locale: Locale, ascii: bool) -> List {
        let mut items: Vec<Item> = Vec::new();
        for row in keymap.rows(locale) {
            let Some(command) = Command::from_name(row.command) else { continue };
            let target = Target::Command(command);
            // A command with different keys in different places is one item.
            if items.iter().all(|item| item.target != target) {
                let about = format!("{} · {}", row.command, row.place);
                items.push(Item::new(&keys(row.line(), ascii), row.does, &about, target));
            }
        }
        List::new(items)
    }

    /// Every theme, and the one that fits; the one that is on is marked.
    pub fn of_themes(themes: &Themes, locale: Locale) -> List {
        let mark = |on: bool| if on { "*" } else { "" };
        let fits = Word::ThemeAuto.text(locale);
        let auto = Item::new(mark(themes.chosen.is_none()), "auto", fits, Target::Theme(None));
        let own = themes.all.iter().enumerate().map(|(at, theme)| {
            let word = match theme.background {
                Background::Dark => Word::ThemeDark,
                Background::Light => Word::ThemeLight,
                Background::Unknown => Word::ThemeAny,
            };
            let on = mark(themes.chosen == Some(at));
            Item::new(on, &theme.name, word.text(locale), Target::Theme(Some(at)))
        });
        List::new(std::iter::once(auto).chain(own).collect())
    }

    /// Where a term is explained, and where it is used.
    pub fn of_uses(open: &Open, term: usize) -> List {
        let Some(found) = open.terms.get(term) else { return List::default() };
        let explained = found.senses.iter().map(|sense| (sense.place, Word::ExplainedHere));
        let used = open.uses.of(term).iter().map(|place| (*place, Word::UsedHere));
        let item = |(place, word): (Place, Word)| {
            let mark = format!("§{}", open.addresses.of(&open.collection, place));
            let name = crate::app::contents::title(&open.collection, place);
            Item::new(&mark, &name, word.text(open.locale), Target::Place(place))
        };
        List::new(explained.chain(used).map(item).collect())
    }

    /// What can be copied here.
    pub fn of_things(state: &State, things: &[Thing]) -> List {
        let (open, locale) = (&state.open, state.open.locale);
        let lines =
            |text: &str| Word::LineCount.fill(locale, &[&text.split('\n').count().to_string()]);
        let mut reading = Reading::new(state);
        let item = |thing: &Thing| {
            let text = reading.text(*thing)?;
            let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
            let (word, name, about) = match thing {
                Thing::Code(_) => (Word::MarkCode, first.to_owned(), lines(&text)),
                Thing::Link { .. } => (Word::MarkLink, text, String::new()),
                Thing::Section(place) => {
                    let name = crate::app::contents::label(&open.collection, *place);
                    (Word::MarkSection, name.into_string(), lines(&text))
                }
                Thing::Note(note) => {
                    let place = Place { note: *note, section: None };
                    let name = crate::app::contents::label(&open.collection, place);
                    (Word::MarkNote, name.into_string(), lines(&text))
                }
            };
            Some(Item::new(word.text(locale), &name, &about, Target::Copy(*thing)))
        };
        List::new(things.iter().filter_map(item).collect())
    }

    /// What is wrong with the notes, each with its line.
    pub fn of_problems(open: &Open) -> List {
        let mut items = Vec::new();
        for (note, read) in open.collection.notes.iter().enumerate() {
            let links = open.links.links().into_iter().flat_map(|links| links.broken_in(note));
            let mut all: Vec<&Diagnostic> = read.diagnostics.iter().chain(links).collect();
            if all.is_empty() {
                continue;
            }
            all.sort_by_key(|found| found.span);
            let lines = Lines::new(&read.text);
            for found in all {
                let (line, _) = lines.position(&read.text, found.span.start);
                let place = match open.collection.notes.len() > 1 {
                    true => format!("{}:{line}", read.path),
                    false => line.to_string(),
                };
                let severity = match found.severity() {
                    Severity::Error => Word::SeverityError,
                    Severity::Warning => Word::SeverityWarning,
                    Severity::Info => Word::SeverityInfo,
                };
                let about = format!("{} · {}", severity.text(open.locale), found.code.as_str());
                let target = Target::Byte { note, at: found.span.start };
                items.push(Item::new(&place, &found.message(open.locale), &about, target));
            }
        }
        List::new(items)
    }

    /// The links that lead to a section or to those under it, then those that lead elsewhere in its
    /// note; a note's links to itself are of interest only where they lead to the section.
    pub fn of_backlinks(open: &Open, place: Place) -> List {
        let Some(note) = open.collection.notes.get(place.note) else { return List::default() };
        let under = match place.section.and_then(|at| Some((at, note.sections.get(at)?))) {
            Some((at, section)) => Some(at)..Some(section.end),
            None => None..Some(0),
        };
        let links = open.links.links().map_or(&[][..], |links| &links.inner);
        let (mut here, mut near) = (Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        for link in links.iter().filter(|link| link.to.note == place.note) {
            let Some(from) = open.collection.notes.get(link.from) else { continue };
            let is_here = under.contains(&link.to.section);
            if !is_here && link.from == place.note {
                continue;
            }
            let part = from.parts.get(from.part_at(link.at));
            let source = Place { note: link.from, section: part.and_then(|part| part.section) };
            // Of several in one section the first is enough to go by.
            if !seen.insert((source, is_here)) {
                continue;
            }
            let mark = format!("§{}", open.addresses.of(&open.collection, source));
            let name = crate::app::contents::title(&open.collection, source);
            let word = match (is_here, place.section) {
                (true, Some(_)) => Word::LinksToSection,
                _ => Word::LinksToNote,
            };
            let target = Target::Byte { note: link.from, at: link.at };
            let item = Item::new(&mark, &name, word.text(open.locale), target);
            if is_here { here.push(item) } else { near.push(item) }
        }
        here.append(&mut near);
        List::new(here)
    }

    /// The items that `query` finds, the best first.
    pub(super) fn find(&self, query: &str) -> Vec<Item> {
        let hits = rank(query, &self.candidates);
        let item = |(at, hit): (usize, Hit)| {
            let mut item = self.items.get(at)?.clone();
            if hit.name == 0 {
                item.matched = hit.ranges;
            }
            Some(item)
        };
        hits.into_iter().take(SHOWN).filter_map(item).collect()
    }
}
