//! Numbered lists, told in portions, from which a number chooses.

use crate::app::command::Command;
use crate::app::copy::Thing;
use crate::app::finder::{Finder, Item, Kind, Target};
use crate::app::msg::Asked;
use crate::library::Place;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Said};

use super::Verb;

/// So many items are told at once.
const PORTION: usize = 20;

/// What a number does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// What can be typed, too.
    Verb(Verb),
    /// A command of the screen.
    Command(Command),
    /// Goes somewhere, and remembers from where.
    Ask(Asked),
    /// Tells what a term means.
    Term(usize),
    /// Tells what a footnote says.
    Footnote { note: usize, at: usize },
    /// Goes to what was found.
    Found(usize),
    /// Tells the source of something.
    Source(Thing),
    /// Tells where a link leads.
    Address(Clean),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it is.
    pub text: Clean,
    /// What choosing it does.
    pub act: Act,
}

impl Choice {
    /// An item.
    pub fn new(text: &str, act: Act) -> Choice {
        Choice { text: Clean::new(text), act }
    }

    /// To a section or a note.
    pub fn place(text: &str, place: Place) -> Choice {
        Choice::new(text, Act::Ask(Asked::Choose(Target::Place(place))))
    }

    fn of_item(item: &Item, kind: Kind, locale: Locale) -> Choice {
        let mut text = match kind {
            // A bare number would be heard as one to choose by.
            Kind::Problem if item.mark.bytes().all(|b| b.is_ascii_digit()) => {
                Said::LineOf.fill(locale, &[&item.mark])
            }
            Kind::Problem => format!("{}:", item.mark),
            _ => mark(&item.mark),
        };
        for (part, before) in [(&item.name, " "), (&item.about, ", ")] {
            if !part.trim().is_empty() {
                text.push_str(if text.is_empty() { "" } else { before });
                text.push_str(part.trim());
            }
        }
        let act = match item.target {
            Target::Command(command) => Act::Command(command),
            Target::Term(term) => Act::Term(term),
            Target::Copy(thing) => Act::Source(thing),
            target => Act::Ask(Asked::Choose(target)),
        };
        Choice::new(&text, act)
    }
}

/// What stands before a section: the number by which it is typed. Where there is none, what stands for it
/// says no more than the title, but for its note.
fn mark(mark: &str) -> String {
    let Some(address) = mark.strip_prefix('§') else { return mark.to_owned() };
    match address.rsplit_once(':') {
        _ if address.ends_with(|c: char| c.is_ascii_digit()) => mark.to_owned(),
        Some((note, _)) => format!("{note}:"),
        None => String::new(),
    }
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// What it is a list of.
    title: Clean,
    items: Vec<Choice>,
    /// So many have been told.
    told: usize,
}

impl Menu {
    /// A list of `items`.
    pub fn new(title: &str, items: Vec<Choice>) -> Menu {
        Menu { title: Clean::new(title), items, told: 0 }
    }

    /// What the finder has found.
    pub fn of_finder(finder: &Finder, locale: Locale) -> Menu {
        let item = |item| Choice::of_item(item, finder.kind, locale);
        let items = finder.items.iter().map(item).collect();
        Menu::new(finder.kind.title().text(locale), items)
    }

    /// This list and more.
    pub fn and(mut self, more: impl IntoIterator<Item = Choice>) -> Menu {
        self.items.extend(more);
        self
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item of a number, from 1.
    pub fn get(&self, number: usize) -> Option<&Choice> {
        self.items.get(number.checked_sub(1)?)
    }

    /// Whether some have not been told yet.
    pub fn has_more(&self) -> bool {
        self.told < self.items.len()
    }

    /// The next portion, or all that is left; the title before the first.
    pub fn tell(&mut self, whole: bool, locale: Locale) -> Vec<Clean> {
        let mut lines = Vec::new();
        if self.told == 0 {
            let count = self.items.len().to_string();
            lines.push(Clean::new(&Said::List.fill(locale, &[&self.title, &count])));
        }
        let end = if whole { usize::MAX } else { self.told + PORTION }.min(self.items.len());
        let portion = self.items.get(self.told..end).unwrap_or(&[]).iter();
        let numbered = (self.told + 1..).zip(portion);
        lines.extend(numbered.map(|(at, item)| Clean::new(&format!("{at}. {}", item.text))));
        self.told = end;
        let left = self.items.len() - end;
        if left > 0 {
            lines.push(Clean::new(&Said::More.fill(locale, &[&left.to_string()])));
        }
        lines
    }
}
