//! The glossary: terms, what they mean, and where that is said.
//!
//! *Explicit* senses stand where an author meant to explain a term: a glossary section, a
//! definition list, an abbreviation, a table of terms, a file for one term. *Inferred* ones are
//! list items that read like a definition. Both are shown, and told apart.

mod extract;
mod name;

use std::collections::{HashMap, HashSet};

use super::{Library, Place};
use crate::doc::Block;
use crate::text::fold::fold_text;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// Where a sense was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A section whose title says that it explains terms.
    GlossarySection,
    /// A definition list.
    DefinitionList,
    /// `*[K8s]: Kubernetes`
    Abbreviation,
    /// A table of terms.
    Table,
    /// A file for one term.
    FrontMatter,
    /// A list item that reads like a definition.
    ListItem,
}

impl Origin {
    /// Whether the author meant to explain a term there.
    pub fn is_explicit(self) -> bool {
        self != Origin::ListItem
    }
}

/// One meaning of a term.
#[derive(Clone, Debug, PartialEq)]
pub struct Sense {
    /// All of the definition as text.
    pub definition: Clean,
    /// The definition as it stands in the note.
    pub blocks: Vec<Block>,
    /// The section it stands in.
    pub place: Place,
    /// Where the term stands there.
    pub span: Span,
    /// How it was found.
    pub origin: Origin,
}

/// A term: a name and what it means, once or several times.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its name.
    pub name: Clean,
    /// Other names (`한글(English)` has two).
    pub aliases: Vec<Clean>,
    /// Its meanings, explicit ones first, then in reading order.
    pub senses: Vec<Sense>,
}

impl Term {
    /// Whether any of its meanings is explicit.
    pub fn is_explicit(&self) -> bool {
        self.senses.iter().any(|sense| sense.origin.is_explicit())
    }

    /// Its name and its aliases.
    pub fn names(&self) -> impl Iterator<Item = &Clean> {
        std::iter::once(&self.name).chain(&self.aliases)
    }
}

/// All terms of the notes that are open, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glossary {
    /// In the order of their folded names.
    pub terms: Vec<Term>,
}

/// What one note says about one term.
pub(super) struct Entry {
    name: Clean,
    aliases: Vec<Clean>,
    sense: Sense,
}

/// What terms are known by while they are collected.
#[derive(Default)]
struct Known {
    /// Every term by its folded name.
    names: HashMap<String, usize>,
    /// Terms by the folded aliases that the note at hand gives: elsewhere an alias may mean another.
    aliases: HashMap<String, usize>,
    /// Each term with each of its folded names.
    all: HashSet<(usize, String)>,
}

impl Glossary {
    /// Reads the terms of every note.
    pub fn collect(library: &Library) -> Glossary {
        let mut glossary = Glossary::default();
        let mut known = Known::default();
        for (i, note) in library.notes.iter().enumerate() {
            known.aliases.clear();
            for entry in extract::entries(i, note) {
                glossary.add(entry, &mut known);
            }
        }
        glossary.sort();
        glossary
    }

    fn add(&mut self, entry: Entry, known: &mut Known) {
        let Entry { name, aliases, sense } = entry;
        // An alias leads to the term, too: `파드(Pod)` here is `Pod` there.
        let keys: Vec<String> =
            std::iter::once(&name).chain(&aliases).map(|name| fold_text(name)).collect();
        let term_of = |key: &String| known.names.get(key).or_else(|| known.aliases.get(key));
        let found = keys.iter().find_map(|key| term_of(key).copied());
        let at = found.unwrap_or_else(|| {
            let at = self.terms.len();
            let (name, aliases) = (name.clone(), aliases.clone());
            self.terms.push(Term { name, aliases, senses: Vec::new() });
            known.names.extend(keys.first().map(|key| (key.clone(), at)));
            known.all.extend(keys.iter().map(|key| (at, key.clone())));
            at
        });
        let Some(term) = self.terms.get_mut(at) else { return };
        for (name, key) in std::iter::once(name).chain(aliases).zip(keys) {
            if known.all.insert((at, key.clone())) {
                term.aliases.push(name);
            }
            if !known.names.contains_key(&key) {
                known.aliases.entry(key).or_insert(at);
            }
        }
        term.senses.push(sense);
    }

    fn sort(&mut self) {
        for term in &mut self.terms {
            term.senses.sort_by_key(|sense| !sense.origin.is_explicit());
        }
        self.terms.sort_by_cached_key(|term| fold_text(&term.name));
    }
}
