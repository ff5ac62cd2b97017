//! Where terms are used: in the rendered text, by longest match.
//!
//! The left edge of a name is strict (`마이크로서비스` is no `서비스`); on the right Korean particles
//! do not hide it (`Pod는`, `컨테이너에서`), nor does an English plural.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::glossary::{Glossary, Term};
use super::{Library, Place};
use crate::doc::Block;
use crate::text::fold::{fold, fold_text};

/// Finds the names of terms in text.
#[derive(Clone, Debug)]
pub struct Index {
    names: Option<AhoCorasick>,
    /// The term of each name.
    terms: Vec<usize>,
}

impl Index {
    /// An index of the terms that `wanted` accepts.
    pub fn new(glossary: &Glossary, wanted: impl Fn(&Term) -> bool) -> Index {
        let mut patterns = Vec::new();
        let mut terms = Vec::new();
        for (i, term) in glossary.terms.iter().enumerate().filter(|(_, term)| wanted(term)) {
            for name in term.names() {
                let folded = fold_text(name);
                // One letter alone would be found everywhere.
                if folded.chars().count() > 1 {
                    patterns.push(folded);
                    terms.push(i);
                }
            }
        }
        let names = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns);
        Index { names: names.ok(), terms }
    }

    /// The index for one note: explicit terms of all notes, and what this one lets infer.
    pub fn for_note(glossary: &Glossary, note: usize) -> Index {
        Index::new(glossary, |term| {
            term.is_explicit() || term.senses.iter().any(|sense| sense.place.note == note)
        })
    }

    /// Every use in `text`: its bytes, and the term's index in the glossary. Linear in the text.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, u32)> {
        let Some(names) = &self.names else { return Vec::new() };
        let folded = fold(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < folded.text.len() {
            let input = aho_corasick::Input::new(&folded.text).range(at..);
            let Some(hit) = names.find(input) else { break };
            if stands_alone(&folded.text, hit.range()) {
                let term = self.terms.get(hit.pattern().as_usize()).copied().unwrap_or(0);
                // The plural belongs to the word.
                let plural = folded.text[hit.end()..].starts_with('s')
                    && folded.text[hit.range()].ends_with(|c: char| c.is_ascii_alphanumeric());
                let range = hit.start()..hit.end() + usize::from(plural);
                found.push((folded.back(range), u32::try_from(term).unwrap_or(u32::MAX)));
                at = hit.end();
            } else {
                let step = folded.text[hit.start()..].chars().next().map_or(1, char::len_utf8);
                at = hit.start() + step;
            }
        }
        found
    }
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

/// Whether `word` is nothing, or what Korean puts after a noun.
fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 62] = [
        "",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "에서",
        "에게",
        "에게서",
        "께",
        "로",
        "으로",
        "로서",
        "으로서",
        "로써",
        "으로써",
        "와",
        "과",
        "랑",
        "이랑",
        "도",
        "만",
        "까지",
        "부터",
        "마저",
        "조차",
        "보다",
        "처럼",
        "같이",
        "마다",
        "밖에",
        "뿐",
        "이나",
        "나",
        "든",
        "이든",
        "라는",
        "이라는",
        "라고",
        "이라고",
        "란",
        "이란",
        "라도",
        "이라도",
        "라면",
        "이라면",
        "이다",
        "다",
        "이며",
        "며",
        "이고",
        "고",
        "인",
        "일",
        "입니다",
        "이라",
        "라",
        "별",
        "간",
    ];
    let word = word.strip_prefix("들").unwrap_or(word);
    let is = |word: &str| PARTICLES.contains(&word);
    is(word)
        || ["는", "은", "도", "만", "의", "를", "이"]
            .iter()
            .any(|last| word.strip_suffix(last).is_some_and(is))
}

/// The sections in which each term of `glossary` is used, other than those that define it.
pub fn used_in(library: &Library, glossary: &Glossary) -> Vec<Vec<Place>> {
    let mut used: Vec<BTreeSet<Place>> = vec![BTreeSet::new(); glossary.terms.len()];
    let everywhere = Index::new(glossary, Term::is_explicit);
    for (i, note) in library.notes.iter().enumerate() {
        let own = |term: &Term| term.senses.iter().any(|sense| sense.place.note == i);
        let index = match glossary.terms.iter().any(|term| !term.is_explicit() && own(term)) {
            true => Index::for_note(glossary, i),
            false => everywhere.clone(),
        };
        for (at, part) in note.parts.iter().enumerate() {
            let place = Place { note: i, section: part.section };
            for block in note.blocks(at) {
                // A use is where it can be read on: headings and code are not marked on the screen either.
                if matches!(block, Block::Code { .. } | Block::Heading { .. }) {
                    continue;
                }
                block.each_text(&mut |text| {
                    for (_, term) in index.find(text) {
                        if let Some(places) = used.get_mut(term as usize) {
                            places.insert(place);
                        }
                    }
                });
            }
        }
    }
    let defined =
        |term: &Term, place: &Place| term.senses.iter().any(|sense| sense.place == *place);
    glossary
        .terms
        .iter()
        .zip(used)
        .map(|(term, places)| places.into_iter().filter(|place| !defined(term, place)).collect())
        .collect()
}
