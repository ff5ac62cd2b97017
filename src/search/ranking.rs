//! Which candidate comes first.

use std::ops::Range;

use super::matcher::Candidate;
use super::query::Query;

/// How well a candidate fits. The best comes first: a smaller score is a better one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    pub(super) kind: Kind,
    pub(super) place: Place,
    /// What the fuzzy matcher thought, turned round so that less is better.
    pub(super) loss: u32,
    /// Characters of the name: of two that begin alike the shorter is nearer.
    pub(super) length: usize,
    /// A name comes before an alias.
    pub(super) name: usize,
}

/// In which way it fits, best first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The query stands in the name.
    #[default]
    Name,
    /// Each of its words does.
    Words,
    /// 초성, or a syllable not yet finished.
    Initials,
    /// The query typed with the other input method.
    OtherKeys,
    /// Its letters stand in the name, close enough and in order.
    Fuzzy,
    /// Its words stand in the body, or some in a name.
    Body,
}

/// Where in the name, best first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// It is all of it.
    #[default]
    All,
    /// At its beginning.
    Start,
    /// At the beginning of a word.
    Word,
    /// Within a word.
    Inside,
}

/// A candidate that fits, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// How well; smaller is better.
    pub score: Score,
    /// Which of the candidate's names fits best; 0 where only the body does.
    pub name: usize,
    /// The bytes of that name that fit, ascending and apart, as the name was given; none where
    /// only the body fits.
    pub ranges: Vec<Range<usize>>,
}

impl Hit {
    /// Whether no name fits, only the body.
    pub fn in_body(&self) -> bool {
        self.score.kind == Kind::Body
    }
}

/// The `candidates` that fit `query`, best first, each with its index; those that fit alike stay
/// in their order. An empty query fits all.
pub fn rank<'a>(
    query: &str,
    candidates: impl IntoIterator<Item = &'a Candidate>,
) -> Vec<(usize, Hit)> {
    let query = Query::new(query);
    let mut hits: Vec<(usize, Hit)> = candidates
        .into_iter()
        .enumerate()
        .filter_map(|(at, candidate)| Some((at, query.matches(candidate)?)))
        .collect();
    hits.sort_by_key(|(_, hit)| hit.score);
    hits
}
