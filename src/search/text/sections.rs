//! What a query finds, section by section.

use std::ops::Range;

use super::query::{Filter, Place, Query, Wanted};
use super::unit::{self, Unit};
use super::{Hit, show};
use crate::library::Note;
use crate::text::fold::fold_text;

/// A section that answers a query.
#[derive(Clone, Debug)]
pub struct Found {
    /// The section; none before the first.
    pub section: Option<usize>,
    /// How well it does; the least is the best.
    pub score: Score,
    /// What to show of it, in reading order: at least one.
    pub hits: Vec<Hit>,
}

/// How well a section answers, the best first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// 0: the query as a phrase; 1: all its words; 2: with other particles; 3: as other keys.
    pub rank: u8,
    /// No hit stands in its heading.
    pub below: bool,
    /// It has few hits: steps of half as many.
    pub few: u8,
}

/// The sections of `note` that answer `query`, in reading order, up to the one with which there are `most`
/// hits, which has no more of them; those found until `cancelled` said that nobody asks any more.
pub fn in_sections(
    query: &Query,
    note: &Note,
    most: usize,
    cancelled: &dyn Fn() -> bool,
) -> Vec<Found> {
    let single = note.definitions.single_dollars;
    // A formula is not read as it is written.
    let formulas = |source: &str| single && source.contains('$');
    let all: &str = &note.text;
    if !(query.may_hold(all) || formulas(all)) || !may_lie_in(query, note) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut at, mut left) = (0, most);
    for parts in note.parts.chunk_by(|a, b| a.section == b.section) {
        let first = at;
        at += parts.len();
        if left == 0 || cancelled() {
            break;
        }
        let Some(section) = parts.first().map(|part| part.section) else { continue };
        let sources = || parts.iter().map(|part| part.span.of(all));
        let any = |may: &dyn Fn(&str) -> bool| sources().any(|own| may(own) || formulas(own));
        let whole = query.whole.as_ref().is_some_and(|whole| any(&|own| whole.may_be_in(own)));
        let words = query.words.iter().all(|word| any(&|own| word.may_be_in(own)));
        if !(whole || words) || !lies_in(query, note, section) {
            continue;
        }
        let mut units = Vec::new();
        for (part, own) in (first..).zip(parts) {
            // A footnote is found where it is written, not where it is shown a second time.
            unit::each(&note.blocks(part), &mut |unit| {
                if unit.begins().is_some_and(|begin| own.span.contains(begin)) {
                    units.push(unit);
                }
            });
        }
        let Some((rank, mut hits)) = hits(query, &units, left, cancelled) else { continue };
        hits.truncate(left);
        left -= hits.len();
        let heading = section.and_then(|at| note.sections.get(at)).map(|own| own.heading);
        let below = !hits.iter().any(|hit| heading.is_some_and(|own| own.contains(hit.at)));
        let few = u8::try_from(hits.len().leading_zeros()).unwrap_or(u8::MAX);
        found.push(Found { section, score: Score { rank, below, few }, hits });
    }
    found
}

/// What answers the query in a section, and how well; none where it does not.
fn hits(
    query: &Query,
    units: &[Unit],
    most: usize,
    cancelled: &dyn Fn() -> bool,
) -> Option<(u8, Vec<Hit>)> {
    let mut hits = Vec::new();
    if let Some(whole) = &query.whole {
        for unit in units {
            if hits.len() >= most || cancelled() {
                break;
            }
            show(unit, &whole.find(&unit.text), &mut hits);
        }
        if !hits.is_empty() {
            return Some((0, hits));
        }
    }
    let mut ranges: Vec<Vec<Range<usize>>> = vec![Vec::new(); units.len()];
    let mut rank = 1;
    for word in &query.words {
        rank = rank.max(each_of(word, units, &mut ranges, cancelled)?);
    }
    let unwanted = |unit: &Unit| query.not.iter().any(|not| !not.find(&unit.text).is_empty());
    if units.iter().any(unwanted) {
        return None;
    }
    if query.words.is_empty() {
        // Who says only where to look is shown what there is.
        let first = units.iter().find(|unit| !unit.text.trim().is_empty())?;
        let whole: Range<usize> = 0..first.text.len();
        show(first, &[whole], &mut hits);
    }
    for (unit, ranges) in units.iter().zip(ranges) {
        if hits.len() >= most {
            break;
        }
        show(unit, &apart(ranges), &mut hits);
    }
    (!hits.is_empty()).then_some((rank, hits))
}

/// Adds where a word is; none where it is nowhere.
fn each_of(
    word: &Wanted,
    units: &[Unit],
    ranges: &mut [Vec<Range<usize>>],
    cancelled: &dyn Fn() -> bool,
) -> Option<u8> {
    for (rank, pattern) in [(1, Some(&word.pattern)), (2, word.noun.as_ref())] {
        let Some(pattern) = pattern else { continue };
        let mut any = false;
        for (unit, own) in units.iter().zip(&mut *ranges) {
            if cancelled() {
                return None;
            }
            let found = pattern.find(&unit.text);
            any |= !found.is_empty();
            own.extend(found);
        }
        if any {
            return Some(rank);
        }
    }
    None
}

/// The same bytes as ranges that ascend and do not touch one another's inside.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// Whether any section of the note may lie where the query looks.
fn may_lie_in(query: &Query, note: &Note) -> bool {
    let mut tags = query.filters.iter().filter(|filter| filter.place == Place::Tag);
    tags.all(|filter| has_tag(note, &filter.text) != filter.not)
}

fn has_tag(note: &Note, wanted: &str) -> bool {
    let mut tags = note.front.tags.iter().chain(&note.front.categories);
    tags.any(|tag| {
        let tag = fold_text(tag);
        // A tag below it is one of its kind.
        let rest = tag.trim_start_matches('#').strip_prefix(wanted);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// Whether a section lies where the query looks.
fn lies_in(query: &Query, note: &Note, section: Option<usize>) -> bool {
    let places: Vec<&Filter> =
        query.filters.iter().filter(|filter| filter.place == Place::In).collect();
    if places.is_empty() {
        return true;
    }
    let mut names = vec![fold_text(&note.path), fold_text(&note.title())];
    let mut above = section;
    while let Some(own) = above.and_then(|at| note.sections.get(at)) {
        names.push(fold_text(&own.shown));
        above = own.parent;
    }
    places.iter().all(|place| names.iter().any(|name| name.contains(&place.text)) != place.not)
}
