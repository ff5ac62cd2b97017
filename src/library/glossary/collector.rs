//! Terms are put together: what several places say about one name is one term.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Entry, Glossary, Origin, Term};
use crate::text::fold::fold_text;

/// Terms, and what they are known by while they are put together. On top of others' terms it costs
/// little to begin: those are shared.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Collector {
    pub terms: Vec<Arc<Term>>,
    below: Option<Arc<Collector>>,
    /// Every term by its folded name.
    names: HashMap<String, usize>,
    /// Terms by the folded aliases that the note at hand gives: elsewhere an alias may mean another.
    aliases: HashMap<String, usize>,
    /// Each term with each of its folded names.
    all: HashSet<(usize, String)>,
}

impl Collector {
    /// Goes on from `below`, whose terms keep their places.
    pub fn over(below: Arc<Collector>) -> Collector {
        let terms = below.terms.clone();
        Collector { terms, below: Some(below), ..Collector::default() }
    }

    /// Takes what a note says, where `wanted` holds for how it was found. What is not wanted has been
    /// taken before, or will be: its other names lead to its term within this note all the same.
    pub fn note(&mut self, entries: &[Entry], wanted: impl Fn(Origin) -> bool) {
        self.aliases.clear();
        for entry in entries {
            if wanted(entry.sense.origin) {
                self.add(entry);
            } else {
                self.lead(entry);
            }
        }
    }

    /// The terms in the order of their names.
    pub fn finish(mut self) -> Glossary {
        self.sort();
        Glossary { terms: self.terms }
    }

    /// Puts the terms in the order of their names. Nothing can be added afterwards, as what they are
    /// known by is the place where they stood.
    fn sort(&mut self) {
        for term in &mut self.terms {
            Arc::make_mut(term).senses.sort_by_key(|sense| !sense.origin.is_explicit());
        }
        self.terms.sort_by_cached_key(|term| fold_text(&term.name));
    }

    fn named(&self, key: &str) -> Option<usize> {
        let below = || self.below.as_ref().and_then(|below| below.names.get(key));
        self.names.get(key).or_else(below).copied()
    }

    fn has(&self, at: usize, key: &str) -> bool {
        // A set of pairs is asked by a pair.
        let pair = (at, key.to_owned());
        self.all.contains(&pair) || self.below.as_ref().is_some_and(|b| b.all.contains(&pair))
    }

    fn lead(&mut self, entry: &Entry) {
        let keys = keys(entry);
        let Some(at) = keys.iter().find_map(|key| self.named(key)) else { return };
        for key in keys {
            if self.named(&key).is_none() {
                self.aliases.entry(key).or_insert(at);
            }
        }
    }

    fn add(&mut self, entry: &Entry) {
        // An alias leads to the term, too: `파드(Pod)` here is `Pod` there.
        let keys = keys(entry);
        let term_of = |key: &String| self.named(key).or_else(|| self.aliases.get(key).copied());
        let found = keys.iter().find_map(term_of);
        let at = found.unwrap_or_else(|| {
            let at = self.terms.len();
            let (name, aliases) = (entry.name.clone(), entry.aliases.clone());
            self.terms.push(Arc::new(Term { name, aliases, senses: Vec::new() }));
            self.names.extend(keys.first().map(|key| (key.clone(), at)));
            self.all.extend(keys.iter().map(|key| (at, key.clone())));
            at
        });
        for (name, key) in std::iter::once(&entry.name).chain(&entry.aliases).zip(keys) {
            let known = self.has(at, &key);
            if !known && let Some(term) = self.terms.get_mut(at) {
                Arc::make_mut(term).aliases.push(name.clone());
                self.all.insert((at, key.clone()));
            }
            if self.named(&key).is_none() {
                self.aliases.entry(key).or_insert(at);
            }
        }
        if let Some(term) = self.terms.get_mut(at) {
            Arc::make_mut(term).senses.push(entry.sense.clone());
        }
    }
}

/// The folded names that an entry gives, its own first.
fn keys(entry: &Entry) -> Vec<String> {
    std::iter::once(&entry.name).chain(&entry.aliases).map(|name| fold_text(name)).collect()
}
