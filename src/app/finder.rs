//! The finder: one box for every "go to". Digits gather to a section number; words find sections,
//! terms and notes by name; commands, uses of a term and problems of the notes are lists of their own.

use std::ops::Range;
use std::sync::Arc;

use super::command::Command;
use super::copy::Thing;
use super::msg::Effect;
use super::page::{self, Look};
use super::state::{Loading, Open};
use super::terms::Terms;
use crate::layout::Row;
use crate::library::uses::Index;
use crate::library::{Library, Place};
use crate::search::ranking::Hit;
use crate::text::edit::Line;
use crate::text::sanitize::Clean;
use crate::words::Word;

mod catalog;
mod list;
mod number;

pub use catalog::{Catalog, Found};
pub use list::List;

/// Through so many names the finder looks at once; more are a worker's.
pub(super) const AT_ONCE: usize = 5_000;

/// At most this many items are shown for one query.
const SHOWN: usize = 500;

/// Of what the selected item leads to so many rows are kept: more than a screen has.
const PREVIEWED: usize = 500;

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
    /// The links that lead to a section.
    Backlink,
    /// What can be copied here.
    Copy,
    /// Themes.
    Theme,
}

impl Kind {
    /// What a list of what it finds is called.
    pub fn title(self) -> Word {
        match self {
            Kind::Number => Word::JumpPrompt,
            Kind::Name => Word::FinderName,
            Kind::Command => Word::FinderCommand,
            Kind::Use => Word::FinderUse,
            Kind::Problem => Word::FinderProblem,
            Kind::Backlink => Word::FinderBacklink,
            Kind::Copy => Word::FinderCopy,
            Kind::Theme => Word::FinderTheme,
        }
    }
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
    /// Something to copy.
    Copy(Thing),
    /// A theme, by its number; none is the one that fits the terminal.
    Theme(Option<usize>),
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
    /// The term whose uses are listed.
    pub term: Option<usize>,
    /// The section that is asked about.
    pub about: Option<Place>,
    previewed: Option<(Target, u16)>,
    list: Arc<List>,
    generation: u64,
    /// A worker looks for what is typed.
    asked: bool,
    /// What is selected stays so, if it is found again.
    stays: bool,
}

impl Finder {
    /// A finder over sections, by their numbers or by name.
    pub fn new(kind: Kind) -> Finder {
        Finder { kind, ..Finder::default() }
    }

    /// A finder over a list of its own.
    pub fn over(kind: Kind, list: List) -> Finder {
        Finder { kind, list: Arc::new(list), ..Finder::default() }
    }

    /// Puts another list in the place of its own, and stays at what is selected.
    pub fn relist(&mut self, list: List) {
        let selected = self.selected().map(|item| item.target);
        self.items = list.find(self.line.text());
        self.list = Arc::new(list);
        self.select(selected);
    }

    /// The notes are others: every item leads to where `now` says, and what is selected stays so.
    pub fn moved(&mut self, now: &dyn Fn(Target) -> Option<Target>) {
        let selected = self.selected().and_then(|item| now(item.target));
        let items = std::mem::take(&mut self.items).into_iter();
        self.items =
            items.filter_map(|item| Some(Item { target: now(item.target)?, ..item })).collect();
        self.select(selected);
        self.previewed = None;
        self.stays = self.is_of_all();
    }

    fn select(&mut self, target: Option<Target>) {
        let at = self.items.iter().position(|item| Some(item.target) == target);
        self.cursor = at.unwrap_or(0);
    }

    /// Takes a character that was typed: what is no part of a number turns to names.
    pub fn type_char(&mut self, c: char) {
        if self.kind == Kind::Number && !number::takes(c) {
            self.kind = Kind::Name;
        }
        self.line.insert(c);
        self.stays = false;
    }

    /// Looks anew, after a key: at once where there is little to look through; else the effect asks a
    /// worker to, whose answer comes with `generation`.
    pub fn search(&mut self, open: &Open, here: Place, generation: u64) -> Option<Effect> {
        self.generation = generation;
        let query = self.line.text();
        if !self.is_of_all() {
            self.show(self.list.find(query));
            return None;
        }
        if open.catalog.len() + open.terms.len() <= AT_ONCE {
            let (library, catalog) = (&open.collection, &open.catalog);
            let found = look(self.kind, query, here, library, catalog, &open.terms);
            self.show(items(open, found));
            return None;
        }
        let (kind, query) = (self.kind, query.to_string());
        self.asked = true;
        Some(Effect::Rank { kind, query, here, generation })
    }

    /// Whether it looks through sections, notes and terms, and not through a list of its own.
    pub fn is_of_all(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Name)
    }

    /// Whether more is to come once all links have been looked at.
    pub fn waits(&self, open: &Open) -> bool {
        matches!(self.kind, Kind::Problem | Kind::Backlink) && open.links.links().is_none()
    }

    /// Whether what is typed has not been looked for yet in all that there will be, and nothing can be
    /// chosen so far.
    pub fn expects(&self, open: &Open, loading: Loading) -> bool {
        let more = loading != Loading::Done
            || self.kind == Kind::Name && !open.catalog.covers(&open.collection);
        self.is_of_all() && (self.asked || self.items.is_empty() && more)
    }

    /// Takes what a worker has found, if it is still asked for.
    pub fn take(&mut self, open: &Open, generation: u64, found: Vec<(Found, Hit)>) {
        if self.generation == generation && self.is_of_all() {
            self.show(items(open, found));
        }
    }

    fn show(&mut self, items: Vec<Item>) {
        self.asked = false;
        let selected = self.selected().map(|item| item.target).filter(|_| self.stays);
        self.items = items;
        self.select(selected);
        self.top = 0;
        self.stays = false;
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
    let notes = &open.collection.notes;
    let target = match target {
        Target::Copy(Thing::Section(place)) => Target::Place(place),
        Target::Copy(Thing::Note(note)) => Target::Place(Place { note, section: None }),
        Target::Copy(Thing::Code(block)) => Target::Byte { note: block.note, at: block.span.start },
        Target::Copy(Thing::Link { note, at }) => Target::Byte { note, at },
        other => other,
    };
    let (note, part, at) = match target {
        Target::Command(_) | Target::Copy(_) | Target::Theme(_) => return Vec::new(),
        Target::Term(term) => return super::popup::rows(open, term, usize::from(width)),
        Target::Place(place) => {
            let Some(note) = notes.get(place.note) else { return Vec::new() };
            let section = place.section.and_then(|at| note.sections.get(at));
            (place.note, section.map_or(0, |section| section.parts.start), 0)
        }
        Target::Byte { note, at } => {
            let Some(from) = notes.get(note) else { return Vec::new() };
            (note, from.part_at(at), at)
        }
    };
    let none = Index::default();
    let rows =
        page::page(open, note, part, Look { width, unfolded: true, ..Look::default() }, &none).rows;
    // What is meant stands on the first rows, with a little of what is before it.
    let row = rows.partition_point(|row| row.at < at).saturating_sub(2);
    let coloured = |row: &Row| open.colouring.row(note, part, row).unwrap_or_else(|| row.clone());
    rows.iter().skip(row).take(PREVIEWED).map(coloured).collect()
}

/// What `query` finds among the sections and notes (and terms, by name), the best first. Slow where
/// there are very many.
pub fn look(
    kind: Kind,
    query: &str,
    here: Place,
    library: &Library,
    catalog: &Catalog,
    terms: &Terms,
) -> Vec<(Found, Hit)> {
    match kind {
        Kind::Number => {
            let places = number::candidates(library, here.note, query).into_iter();
            places.map(|place| (Found::Place(place), Hit::default())).collect()
        }
        _ => catalog.find(query, terms, SHOWN),
    }
}

/// What was found, as lines of the list.
fn items(open: &Open, found: Vec<(Found, Hit)>) -> Vec<Item> {
    let item = |(found, hit): (Found, Hit)| {
        let mut item = catalog::item(open, found)?;
        if hit.name == 0 {
            item.matched = hit.ranges;
        }
        Some(item)
    };
    found.into_iter().filter_map(item).collect()
}
