//! The terms that a reader meets: the explicit ones of all notes, and those inferred in the notes at
//! hand. What the other notes let infer is of use in them alone, and is not read before it is.

use std::collections::HashMap;
use std::sync::Arc;

use super::glossary::{Collector, Entry, Origin, Term, entries};
use super::uses::{Index, Names};
use super::{Library, Note};

/// Terms, and how they are found in text. A term keeps its place for as long as the explicit ones are
/// the same, whatever notes are at hand, if it is explicit; else for as long as the notes are.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// The explicit terms, then those of the notes at hand; within each in no order of use to people.
    pub terms: Vec<Arc<Term>>,
    /// Nothing until all notes have been read for it.
    explicit: Option<Arc<Collector>>,
    everywhere: Arc<Names>,
    own: Vec<Own>,
    /// What the explicit terms were read from.
    read: Arc<Vec<Read>>,
}

/// A note, and what it explains.
#[derive(Clone, Debug)]
struct Read {
    note: Arc<Note>,
    entries: Arc<Vec<Entry>>,
}

/// What one note adds.
#[derive(Clone, Debug)]
struct Own {
    note: usize,
    entries: Arc<Vec<Entry>>,
    names: Arc<Names>,
}

impl Lexicon {
    /// The explicit terms of all notes; none is at hand yet.
    pub fn explicit(library: &Library) -> Lexicon {
        Lexicon::default().again(library, &|| false).unwrap_or_default()
    }

    /// The explicit terms of all notes, where some are others than those that were read before: the rest
    /// is not read again. None where nobody asks any more.
    pub fn again(&self, library: &Library, cancelled: &dyn Fn() -> bool) -> Option<Lexicon> {
        let known: HashMap<*const Note, (usize, &Read)> = self
            .read
            .iter()
            .enumerate()
            .map(|(i, read)| (Arc::as_ptr(&read.note), (i, read)))
            .collect();
        let none: Arc<Vec<Entry>> = Arc::default();
        let mut collector = Collector::default();
        let mut all = Vec::with_capacity(library.notes.len());
        for (i, note) in library.notes.iter().enumerate() {
            if cancelled() {
                return None;
            }
            let entries = match known.get(&Arc::as_ptr(note)) {
                Some((at, read)) if *at == i || read.entries.is_empty() => read.entries.clone(),
                Some((_, read)) => Arc::new(read.entries.iter().map(|e| e.moved(i)).collect()),
                None => match entries(library, i, false) {
                    nothing if nothing.is_empty() => none.clone(),
                    found => Arc::new(found),
                },
            };
            collector.note(&entries, Origin::is_explicit);
            all.push(Read { note: note.clone(), entries });
        }
        let terms = collector.terms.clone();
        let everywhere = Arc::new(Names::everywhere(terms.iter().map(|t| &**t).enumerate()));
        let (explicit, read) = (Some(Arc::new(collector)), Arc::new(all));
        Some(Lexicon { terms, explicit, everywhere, own: Vec::new(), read })
    }

    /// With `notes` at hand, and no others. What `known` has read of them is not read again.
    pub fn at_notes(&self, library: &Library, notes: &[usize], known: &Lexicon) -> Lexicon {
        let mut collector = match &self.explicit {
            Some(explicit) => Collector::over(explicit.clone()),
            None => Collector::default(),
        };
        let known = |note: &usize| known.own.iter().find(|own| own.note == *note);
        let read = |note: &usize| match known(note) {
            Some(own) => own.entries.clone(),
            None => Arc::new(entries(library, *note, true)),
        };
        let all: Vec<(usize, Arc<Vec<Entry>>)> =
            notes.iter().map(|note| (*note, read(note))).collect();
        if self.explicit.is_none() {
            // Until the others have been read, these explain what they mean to.
            for (_, entries) in &all {
                collector.note(entries, Origin::is_explicit);
            }
        }
        for (_, entries) in &all {
            collector.note(entries, |origin| !origin.is_explicit());
        }
        let terms = collector.terms;
        let known = || terms.iter().map(|term| &**term).enumerate();
        let everywhere = match &self.explicit {
            Some(_) => self.everywhere.clone(),
            None => Arc::new(Names::everywhere(known())),
        };
        let named = |note: usize| {
            let here = move |term: &Term| term.senses.iter().any(|sense| sense.place.note == note);
            Arc::new(Names::own(known().filter(move |(_, term)| here(term))))
        };
        let own = all.into_iter().map(|(note, entries)| {
            let names = named(note);
            Own { note, entries, names }
        });
        let own = own.collect();
        Lexicon { terms, explicit: self.explicit.clone(), everywhere, own, read: Arc::default() }
    }

    /// Whether all notes have been read for their explicit terms.
    pub fn is_complete(&self) -> bool {
        self.explicit.is_some()
    }

    /// What finds the terms in the text of a note.
    pub fn index(&self, note: usize) -> Index {
        let own = self.own.iter().find(|own| own.note == note).map(|own| own.names.clone());
        Index::new([Some(self.everywhere.clone()), own].into_iter().flatten())
    }
}
