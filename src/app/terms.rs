//! The terms that the app knows at the moment, ready to be matched; and where they are used.

use std::collections::HashMap;
use std::sync::Arc;

use crate::library::glossary::Term;
use crate::library::{Lexicon, Library, Place};
use crate::search::matcher::Candidate;
use crate::text::fold::fold_text;
use crate::text::sanitize::Clean;

/// Terms, each with what it is found by.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    lexicon: Lexicon,
    candidates: Vec<Arc<Candidate>>,
    /// All terms: those that the first of the notes at hand explains before others, each in the order
    /// of their names.
    order: Vec<usize>,
}

impl Terms {
    /// Reads the terms of `notes` in addition to the explicit ones of `base`. What `known` has of them
    /// is taken from there. Slow: for a worker.
    pub fn read(library: &Library, base: &Lexicon, known: &Terms, notes: &[usize]) -> Terms {
        let lexicon = base.at_notes(library, notes, &known.lexicon);
        let candidate = |(at, term): (usize, &Arc<Term>)| {
            let same = known.lexicon.terms.get(at).is_some_and(|old| Arc::ptr_eq(old, term));
            let before = known.candidates.get(at).filter(|_| same);
            before.cloned().unwrap_or_else(|| Arc::new(to_candidate(term)))
        };
        let candidates = lexicon.terms.iter().enumerate().map(candidate).collect();
        let first = notes.first().copied();
        let mut order: Vec<usize> = (0..lexicon.terms.len()).collect();
        order.sort_by_cached_key(|at| {
            let term = lexicon.terms.get(*at);
            let here = |term: &Arc<Term>| term.senses.iter().any(|s| Some(s.place.note) == first);
            (!term.is_some_and(here), term.map_or_else(String::new, |term| fold_text(&term.name)))
        });
        Terms { lexicon, candidates, order }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// One of them.
    pub fn get(&self, term: usize) -> Option<&Term> {
        self.lexicon.terms.get(term).map(|term| &**term)
    }

    /// The term that is called so.
    pub fn named(&self, name: &Clean) -> Option<usize> {
        self.lexicon.terms.iter().position(|term| term.name == *name)
    }

    /// Whether a term is the same one among `others`, where it stands in the same place.
    pub fn same(&self, others: &Terms, term: usize) -> bool {
        let ours = self.lexicon.terms.get(term);
        ours.zip(others.lexicon.terms.get(term)).is_some_and(|(a, b)| a.name == b.name)
    }

    /// All, in the order in which people read them.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// What each is found by, in that order.
    pub fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.order.iter().filter_map(|at| self.candidates.get(*at)).map(|candidate| &**candidate)
    }

    /// The terms with what tells them in text.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}

fn to_candidate(term: &Arc<Term>) -> Candidate {
    let names: Vec<&str> = term.names().map(|name| name.as_str()).collect();
    let body: Vec<&str> = term.senses.iter().map(|sense| sense.definition.as_str()).collect();
    Candidate::new(&names, Some(&body.join(" ")))
}

/// Where terms are used, as far as it has been asked.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// What is known, and how many places were asked for to know it.
    known: HashMap<usize, (Arc<Vec<Place>>, usize)>,
    /// What is asked for, and what is to come with the answer.
    asked: Option<(usize, usize, u64)>,
    asks: u64,
}

impl Uses {
    /// Where a term is used: nothing as long as that is not known.
    pub fn of(&self, term: usize) -> &[Place] {
        self.known.get(&term).map_or(&[], |(places, _)| places.as_slice())
    }

    /// Asks for at most `most` places of a term, unless so many are known, or all: with the number to
    /// be given back.
    pub fn ask(&mut self, term: usize, most: usize) -> Option<u64> {
        let enough =
            |(places, asked): &(Arc<Vec<Place>>, usize)| places.len() < *asked || most <= *asked;
        let known = self.known.get(&term).is_some_and(enough);
        let asked = self.asked.is_some_and(|(at, count, _)| at == term && most <= count);
        if known || asked {
            return None;
        }
        self.asks += 1;
        self.asked = Some((term, most, self.asks));
        Some(self.asks)
    }

    /// Takes an answer, and tells whether it is one to the last question.
    pub fn take(&mut self, term: usize, ask: u64, places: Vec<Place>) -> bool {
        let Some((_, most, _)) = self.asked.filter(|(at, _, asked)| (*at, *asked) == (term, ask))
        else {
            return false;
        };
        self.asked = None;
        self.known.insert(term, (Arc::new(places), most));
        true
    }

    /// The terms are others now: of what is known stays only what `keep` says.
    pub fn forget(&mut self, keep: impl Fn(usize) -> bool) {
        self.known.retain(|term, _| keep(*term));
        self.asked = None;
    }
}
