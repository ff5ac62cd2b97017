//! The finder: one box for every "go to". Digits gather to a section number; words find sections,
//! terms and notes by name; commands, uses of a term and problems of the notes are lists of their own.

use std::ops::Range;

use super::address::Addresses;
use super::command::Command;
use super::keymap::Keymap;
use super::page;
use super::state::Open;
use crate::diag::{Lines, Severity};
use crate::layout::Row;
use crate::library::glossary::Glossary;
use crate::library::uses::Index;
use crate::library::{Library, Place};
use crate::search::matcher::Candidate;
use crate::search::ranking::rank;
use crate::text::edit::Line;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Word};

mod number;

/// At most this many items are shown for one query.
const SHOWN: usize = 500;

/// What is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Sections by their number.
    #[default]
    Number,
    /// Sections, terms and notes by their names.
    Name,
    /// Commands.
    Command,
    /// The places where a term is used.
    Use,
    /// What is wrong with the notes.
    Problem,
}

/// Where an item leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A section, or a note.
    Place(Place),
    /// A byte of a note.
    Byte { note: usize, at: usize },
    /// A term of the glossary.
    Term(usize),
    /// A command.
    Command(Command),
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What stands before it: an address, a key.
    pub mark: Clean,
    /// What it is called.
    pub name: Clean,
    /// What stands after it.
    pub about: Clean,
    /// Where it leads.
    pub target: Target,
    /// Which bytes of the name the query matched.
    pub matched: Vec<Range<usize>>,
}

impl Item {
    fn new(mark: &str, name: &str, about: &str, target: Target) -> Item {
        let [mark, name, about] = [mark, name, about].map(Clean::new);
        Item { mark, name, about, target, matched: Vec::new() }
    }
}

/// Items with what they are found by.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    items: Vec<Item>,
    candidates: Vec<Candidate>,
}

impl Catalog {
    fn new(items: Vec<Item>) -> Catalog {
        let candidate = |item: &Item| Candidate::new(&[&item.name, &item.mark], Some(&item.about));
        Catalog { candidates: items.iter().map(candidate).collect(), items }
    }

    /// Sections, terms and notes by their names.
    pub fn of_names(library: &Library, terms: &Glossary, locale: Locale) -> Catalog {
        let addresses = Addresses::new(library);
        let mut items = Vec::new();
        for (note, open) in library.notes.iter().enumerate() {
            if library.notes.len() > 1 {
                let place = Place { note, section: None };
                let title = open.title();
                let about = if title == open.path { "" } else { open.path.as_str() };
                let mark = Word::MarkNote.text(locale);
                items.push(Item::new(mark, &title, about, Target::Place(place)));
            }
            for (at, section) in open.sections.iter().enumerate() {
                let place = Place { note, section: Some(at) };
                let mark = match section.path {
                    Some(_) => format!("§{}", addresses.of(library, place)),
                    None => "§".to_owned(),
                };
                let about = match library.notes.len() > 1 {
                    true => open.title().into_string(),
                    false => String::new(),
                };
                items.push(Item::new(&mark, &section.title, &about, Target::Place(place)));
            }
        }
        for (at, term) in terms.terms.iter().enumerate() {
            let about = Clean::join(&term.aliases, ", ");
            let mark = Word::MarkTerm.text(locale);
            items.push(Item::new(mark, &term.name, &about, Target::Term(at)));
        }
        Catalog::new(items)
    }

    /// Every command with its keys.
    pub fn of_commands(keymap: &Keymap, locale: Locale) -> Catalog {
        let mut items: Vec<Item> = Vec::new();
        for row in keymap.rows(locale) {
            let Some(command) = Command::from_name(row.command) else { continue };
            let target = Target::Command(command);
            // A command with different keys in different places is one item.
            if items.iter().all(|item| item.target != target) {
                let about = format!("{} · {}", row.command, row.place);
                items.push(Item::new(&row.keys.join(" "), row.does, &about, target));
            }
        }
        Catalog::new(items)
    }

    /// Where a term is explained, and where it is used.
    pub fn of_uses(open: &Open, term: usize) -> Catalog {
        let Some(found) = open.terms.terms.get(term) else { return Catalog::default() };
        let explained = found.senses.iter().map(|sense| (sense.place, Word::ExplainedHere));
        let used = open.used_in.get(term).into_iter().flatten();
        let used = used.map(|place| (*place, Word::UsedHere));
        let item = |(place, word): (Place, Word)| {
            let mark = format!("§{}", open.addresses.of(&open.collection, place));
            let name = super::contents::title(&open.collection, place);
            Item::new(&mark, &name, word.text(open.locale), Target::Place(place))
        };
        Catalog::new(explained.chain(used).map(item).collect())
    }

    /// What is wrong with the notes, each with its line.
    pub fn of_problems(open: &Open) -> Catalog {
        let mut items = Vec::new();
        for (note, read) in open.collection.notes.iter().enumerate() {
            if read.diagnostics.is_empty() {
                continue;
            }
            let lines = Lines::new(&read.text);
            for found in &read.diagnostics {
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
        Catalog::new(items)
    }

    /// The items that `query` finds, the best first.
    fn find(&self, query: &str) -> Vec<Item> {
        let hits = rank(query, &self.candidates);
        let item = |(at, hit): (usize, crate::search::ranking::Hit)| {
            let mut item = self.items.get(at)?.clone();
            if hit.name == 0 {
                item.matched = hit.ranges;
            }
            Some(item)
        };
        hits.into_iter().take(SHOWN).filter_map(item).collect()
    }
}

/// The box, its list, and what the selected item leads to.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// What is looked for.
    pub kind: Kind,
    /// What was typed.
    pub line: Line,
    /// What it finds, the best first.
    pub items: Vec<Item>,
    /// The item that is selected.
    pub cursor: usize,
    /// The first item on the screen.
    pub top: usize,
    /// The beginning of what the selected item leads to, laid out.
    pub preview: Vec<Row>,
    previewed: Option<(Target, u16)>,
    catalog: std::sync::Arc<Catalog>,
}

impl Finder {
    /// A finder over a list of its own.
    pub fn new(kind: Kind, catalog: std::sync::Arc<Catalog>) -> Finder {
        let items = catalog.find("");
        Finder { kind, catalog, items, ..Finder::default() }
    }

    /// Takes a character that was typed: what is no part of a number turns to names.
    pub fn type_char(&mut self, c: char, open: &Open) {
        if self.kind == Kind::Number && !number::takes(c) {
            self.kind = Kind::Name;
            self.catalog = open.catalog.clone();
        }
        self.line.insert(c);
    }

    /// Looks anew, after a key.
    pub fn search(&mut self, open: &Open, here: Place) {
        self.items = match self.kind {
            Kind::Number => {
                let places = number::candidates(&open.collection, here.note, self.line.text());
                places.into_iter().map(|place| number::item(open, place)).collect()
            }
            _ => self.catalog.find(self.line.text()),
        };
        self.cursor = 0;
        self.top = 0;
    }

    /// What `Enter` goes to.
    pub fn selected(&self) -> Option<&Item> {
        self.items.get(self.cursor)
    }

    /// Moves the selection.
    pub fn step(&mut self, by: isize) {
        let last = self.items.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Lays out what the selected item leads to, in `width` columns.
    pub fn settle(&mut self, open: &Open, width: u16) {
        let wanted = self.selected().map(|item| (item.target, width)).filter(|_| width > 0);
        if self.previewed == wanted {
            return;
        }
        self.preview = wanted.map_or_else(Vec::new, |(target, width)| preview(open, target, width));
        self.previewed = wanted;
    }
}

fn preview(open: &Open, target: Target, width: u16) -> Vec<Row> {
    let (note, part, at) = match target {
        Target::Command(_) => return Vec::new(),
        Target::Term(term) => return super::popup::rows(open, term, usize::from(width)),
        Target::Place(place) => {
            let Some(note) = open.collection.notes.get(place.note) else { return Vec::new() };
            let section = place.section.and_then(|at| note.sections.get(at));
            (note, section.map_or(0, |section| section.parts.start), 0)
        }
        Target::Byte { note, at } => {
            let Some(note) = open.collection.notes.get(note) else { return Vec::new() };
            (note, note.part_at(at), at)
        }
    };
    let none = Index::default();
    let mut rows = page::rows(note, part, width, &none, open);
    // What is meant stands on the first rows, with a little of what is before it.
    let row = rows.partition_point(|row| row.at < at).saturating_sub(2);
    rows.drain(..row.min(rows.len()));
    rows
}
