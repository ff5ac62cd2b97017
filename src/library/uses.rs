//! Where terms are used: in the rendered text, by longest match.
//!
//! The left edge of a name is strict (`마이크로서비스` is no `서비스`); on the right Korean particles
//! do not hide it (`Pod는`, `컨테이너에서`), nor does an English plural.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::glossary::{Glossary, Term};
use super::{Library, Note, Place};
use crate::doc::Block;
use crate::text::fold::{fold, fold_text};
use crate::text::particle::is_particle;

/// A longer name is not looked for: nobody writes it out again, and it would be compared in vain.
const LONGEST: usize = 256;

/// Finds the names of terms in text: those of all notes, and those of one.
#[derive(Clone, Debug, Default)]
pub struct Index {
    layers: Vec<Arc<Names>>,
}

/// The names of some terms.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The folded names in order, each once, with its term.
    names: Vec<(String, usize)>,
    /// Where the names that begin with a character stand in `names`.
    firsts: HashMap<char, Range<usize>>,
}

impl Names {
    /// The names that are terms in every note: of those that are explained somewhere.
    pub fn everywhere<'a>(terms: impl Iterator<Item = (usize, &'a Term)>) -> Names {
        Names::new(terms.filter(|(_, term)| term.is_explicit()), &spreads)
    }

    /// The names that are terms in one note alone: of those with a meaning in it.
    pub fn own<'a>(terms: impl Iterator<Item = (usize, &'a Term)> + Clone) -> Names {
        let inferred = terms.clone().filter(|(_, term)| !term.is_explicit());
        let mut own = Names::new(inferred, &|_| true);
        let explicit = terms.filter(|(_, term)| term.is_explicit());
        own.names.extend(Names::new(explicit, &|name| !spreads(name)).names);
        own.settle();
        own
    }

    fn new<'a>(
        terms: impl Iterator<Item = (usize, &'a Term)>,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Names {
        let mut names = Vec::new();
        for (i, term) in terms {
            for name in term.names().filter(|name| name.len() <= LONGEST && wanted(name)) {
                let folded = fold_text(name);
                // One letter alone would be found everywhere.
                if folded.chars().count() > 1 {
                    names.push((folded, i));
                }
            }
        }
        let mut all = Names { names, firsts: HashMap::new() };
        all.settle();
        all
    }

    fn settle(&mut self) {
        // Of terms with one name the first has it.
        self.names.sort();
        self.names.dedup_by(|b, a| a.0 == b.0);
        self.firsts.clear();
        for (at, (name, _)) in self.names.iter().enumerate() {
            if let Some(first) = name.chars().next() {
                self.firsts.entry(first).or_insert(at..at).end = at + 1;
            }
        }
    }

    /// The longest name that stands in `text` at `at`, where `first` is: its end, and its term.
    fn longest(&self, text: &str, at: usize, first: char) -> Option<(usize, usize)> {
        let rest = text.get(at..)?.as_bytes();
        let mut names = self.names.get(self.firsts.get(&first)?.clone())?;
        let mut found = None;
        let mut length = first.len_utf8();
        loop {
            // All of `names` begin with the first `length` bytes of `rest`, the shortest first.
            if let Some((name, term)) = names.first().filter(|(name, _)| name.len() == length) {
                found = Some((at + name.len(), *term));
            }
            let Some(&next) = rest.get(length) else { return found };
            let byte = |(name, _): &(String, usize)| name.as_bytes().get(length).copied();
            let from = names.partition_point(|name| byte(name) < Some(next));
            let to = names.partition_point(|name| byte(name) <= Some(next));
            names = names.get(from..to).unwrap_or(&[]);
            if names.is_empty() {
                return found;
            }
            length += 1;
        }
    }
}

impl Index {
    /// What finds the names of all `layers`; of two names as long that of the last.
    pub(super) fn new(layers: impl IntoIterator<Item = Arc<Names>>) -> Index {
        let layers = layers.into_iter().filter(|layer| !layer.names.is_empty()).collect();
        Index { layers }
    }

    /// What finds the names of one term, also where a longer name of another hides them.
    pub fn of_term(term: &Term) -> Index {
        Index::new([Arc::new(Names::new(std::iter::once((0, term)), &|_| true))])
    }

    /// Whether there is no name to look for.
    pub fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }

    /// Every use in `text`: its bytes, and the term's index in the glossary. Linear in the text,
    /// whatever the number of names.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, u32)> {
        if self.layers.is_empty() {
            return Vec::new();
        }
        let folded = fold(text);
        let mut found = Vec::new();
        let mut inside = false;
        let mut taken = 0;
        for (at, c) in folded.text.char_indices() {
            // A name begins where no word is under way.
            let starts = at >= taken && !inside;
            inside = c.is_alphanumeric() || c == '_';
            if !starts {
                continue;
            }
            let longest = self.layers.iter().filter_map(|names| names.longest(&folded.text, at, c));
            let Some((end, term)) = longest.max_by_key(|(end, _)| *end) else { continue };
            if stands_alone(&folded.text, at..end) {
                // The plural belongs to the word.
                let plural = folded.text[end..].starts_with('s')
                    && folded.text[at..end].ends_with(|c: char| c.is_ascii_alphanumeric());
                let whole = at..end + usize::from(plural);
                found.push((folded.back(whole), u32::try_from(term).unwrap_or(u32::MAX)));
                taken = end;
            }
        }
        found
    }
}

/// Whether a name means its term in every note. A short word of English (`to`, `set`) that one note
/// explains, say in a table of options, is only a word in the others.
fn spreads(name: &str) -> bool {
    name.len() > 3 || !name.bytes().all(|b| b.is_ascii_lowercase())
}

fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let name_ends = text[..range.end].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return false;
    }
    let rest = &text[range.end..];
    let latin = name_ends.is_some_and(|c| c.is_ascii_alphanumeric());
    let rest = match rest.strip_prefix('s') {
        Some(after) if latin && !after.starts_with(|c: char| c.is_ascii_alphanumeric()) => after,
        _ => rest,
    };
    let hangul = rest.find(|c: char| !('가'..='힣').contains(&c)).unwrap_or(rest.len());
    let after = rest[hangul..].chars().next();
    // Letters of another script after the particle make it part of a longer word.
    if after.is_some_and(|c| c.is_alphanumeric() || c == '_')
        && (hangul > 0 || !is_other(after, latin))
    {
        return false;
    }
    is_particle(&rest[..hangul])
}

/// Whether a letter right after a name is of another script, as in `노드A`.
fn is_other(after: Option<char>, latin: bool) -> bool {
    after.is_some_and(|c| !c.is_ascii_alphanumeric()) == latin && after.is_some_and(|c| c != '_')
}

/// The sections in which each term of `glossary` is used, other than those that define it.
pub fn used_in(library: &Library, glossary: &Glossary) -> Vec<Vec<Place>> {
    let mut used: Vec<Vec<Place>> = vec![Vec::new(); glossary.terms.len()];
    let terms = || glossary.terms.iter().map(|term| &**term).enumerate();
    let everywhere = Arc::new(Names::everywhere(terms()));
    let mut at_home: HashMap<usize, Vec<(usize, &Term)>> = HashMap::new();
    for (i, term) in terms() {
        for sense in &term.senses {
            let own = at_home.entry(sense.place.note).or_default();
            if own.last().is_none_or(|(last, _)| *last != i) {
                own.push((i, term));
            }
        }
    }
    for (i, note) in library.notes.iter().enumerate() {
        let own = at_home.remove(&i).unwrap_or_default();
        let index = Index::new([everywhere.clone(), Arc::new(Names::own(own.into_iter()))]);
        // Where there is no name to look for, no part need be read.
        if index.is_empty() {
            continue;
        }
        for (at, part) in note.parts.iter().enumerate() {
            let place = Place { note: i, section: part.section };
            index.each_use(note, at, &mut |term| {
                if let Some(places) = used.get_mut(term)
                    && places.last() != Some(&place)
                {
                    places.push(place);
                }
            });
        }
    }
    for (term, places) in glossary.terms.iter().zip(&mut used) {
        let defined: HashSet<Place> = term.senses.iter().map(|sense| sense.place).collect();
        places.retain(|place| !defined.contains(place));
    }
    used
}

impl Index {
    /// Gives every use in a part of `note`: the term. A use is where it can be read on: headings and
    /// code are not marked on the screen either.
    pub fn each_use(&self, note: &Note, part: usize, give: &mut dyn FnMut(usize)) {
        for block in note.blocks(part) {
            if !matches!(block, Block::Code { .. } | Block::Heading { .. }) {
                block.each_text(&mut |text| {
                    self.find(text).iter().for_each(|(_, term)| give(*term as usize));
                });
            }
        }
    }
}
