//! The glossary: terms, what they mean, and where that is said.
//!
//! *Explicit* senses stand where an author meant to explain a term: a glossary section, a
//! definition list, an abbreviation, a table of terms, a file for one term. *Inferred* ones are
//! list items that read like a definition. Both are shown, and told apart.

mod collector;
mod extract;
mod meanings;
mod name;

use std::sync::Arc;

pub(super) use collector::Collector;
pub use meanings::Meanings;

use super::{Library, Place};
use crate::doc::Block;
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

/// One meaning of a term. What it says is read from the note when it is shown ([`Meanings`]): many
/// notes have many.
#[derive(Clone, Debug, PartialEq)]
pub struct Sense {
    /// All of the definition as text.
    pub definition: Clean,
    /// The section it stands in.
    pub place: Place,
    /// Where the term stands there.
    pub span: Span,
    /// How it was found.
    pub origin: Origin,
    /// The block of the note that it was read from, and which of that block's definitions it is.
    block: Span,
    nth: u32,
}

/// A term: a name and what it means, once or several times.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its name.
    pub name: Clean,
    /// Other names (`한글(English)` has two).
    pub aliases: Vec<Clean>,
    /// Its meanings, explicit ones first, then in reading order.
    pub senses: Vec<Arc<Sense>>,
}

/// A name, with the others in brackets.
fn shown(name: &Clean, aliases: &[Clean]) -> Clean {
    let mut shown = name.clone();
    if !aliases.is_empty() {
        shown.push(&Clean::literal(" ("));
        shown.push(&Clean::join(aliases, ", "));
        shown.push(&Clean::literal(")"));
    }
    shown
}

impl Term {
    /// Its name, with the others in brackets.
    pub fn shown(&self) -> Clean {
        shown(&self.name, &self.aliases)
    }

    /// Whether any of its meanings is explicit.
    pub fn is_explicit(&self) -> bool {
        self.senses.iter().any(|sense| sense.origin.is_explicit())
    }

    /// Its name and its aliases.
    pub fn names(&self) -> impl Iterator<Item = &Clean> {
        std::iter::once(&self.name).chain(&self.aliases)
    }
}

/// The terms of notes, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glossary {
    /// In the order of their folded names.
    pub terms: Vec<Arc<Term>>,
}

/// What one note says about one term.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    name: Clean,
    aliases: Vec<Clean>,
    pub(super) sense: Arc<Sense>,
    /// What the sense says; left out where nobody is going to show it.
    blocks: Vec<Block>,
}

impl Entry {
    /// Its name, with the others in brackets.
    pub(super) fn shown(&self) -> Clean {
        shown(&self.name, &self.aliases)
    }

    /// The same of a note that stands elsewhere now.
    pub(super) fn moved(&self, note: usize) -> Entry {
        let mut sense = Sense::clone(&self.sense);
        sense.place.note = note;
        Entry { sense: Arc::new(sense), ..self.clone() }
    }
}

impl Glossary {
    /// The terms of every note, explicit and inferred.
    pub fn collect(library: &Library) -> Glossary {
        let mut collector = Collector::default();
        let entries: Vec<Vec<Entry>> =
            (0..library.notes.len()).map(|note| entries(library, note, true)).collect();
        // What an author meant to explain names a term, wherever it stands.
        for entries in &entries {
            collector.note(entries, Origin::is_explicit);
        }
        for entries in &entries {
            collector.note(entries, |origin| !origin.is_explicit());
        }
        collector.finish()
    }
}

/// What a note defines; `inferred`: also what only reads like a definition.
pub(super) fn entries(library: &Library, note: usize, inferred: bool) -> Vec<Entry> {
    library.notes.get(note).map_or_else(Vec::new, |open| extract::entries(note, open, inferred))
}

/// Whether terms may be explained where the outline does not see it: in an abbreviation, in a table of
/// HTML, and in the callouts of dialects, which are code or a paragraph to the outline.
pub(super) fn may_hide_terms(text: &str) -> bool {
    let has = |what: &str| memchr::memmem::find(text.as_bytes(), what.as_bytes()).is_some();
    has("*[") && has("]:")
        || has("<table")
        || [":::", "!!!", "???", "=== \""].iter().any(|sign| has(sign))
}

/// Whether a text could be the name of a term, where an author means to explain one.
pub(super) fn is_name(text: &str) -> bool {
    name::explicit(text).is_some()
}
