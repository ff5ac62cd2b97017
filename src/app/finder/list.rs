//! Lists of their own to find in: commands, the uses of a term, the problems of the notes.

use super::{Item, SHOWN, Target};
use crate::app::command::Command;
use crate::app::keymap::Keymap;
use crate::app::state::Open;
use crate::diag::{Lines, Severity};
use crate::library::Place;
use crate::search::matcher::Candidate;
use crate::search::ranking::{Hit, rank};
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
    pub fn of_commands(keymap: &Keymap, locale: Locale) -> List {
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
        List::new(items)
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

    /// What is wrong with the notes, each with its line.
    pub fn of_problems(open: &Open) -> List {
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
        List::new(items)
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
