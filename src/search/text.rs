//! Text in notes: where a pattern stands in what is read, not in how it is marked up.

mod pattern;
mod prefilter;
mod query;
mod sections;
mod unit;

use std::ops::Range;

pub use pattern::{Pattern, PatternError};
pub(super) use prefilter::Prefilter;
pub use query::{Query, QueryError};
pub use sections::{Found, Score, in_sections};

use crate::doc::Block;
use crate::library::Note;
use crate::library::front_matter::may_ask_for_formulas;
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use unit::Unit;

/// A line to show, and what was found in it. What is found in one paragraph, cell or line of code
/// makes one hit, or several where the text is too long for one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// The byte of the note where the first match begins.
    pub at: usize,
    /// The byte of the note where the first match ends.
    pub end: usize,
    /// The text round the matches: at most 200 columns, with `…` where it is cut.
    pub text: Clean,
    /// The matches in `text`, in bytes: at least one, ascending, apart. A match that does not end
    /// in `text` ends here where `text` is cut.
    pub ranges: Vec<Range<usize>>,
    /// Where each of `ranges` stands in the note, markup within it included, all of it where
    /// `ranges` has it cut.
    pub spans: Vec<Span>,
}

/// What `pattern` finds in `blocks`, in their order.
pub fn in_blocks(pattern: &Pattern, blocks: &[Block]) -> Vec<Hit> {
    let mut hits = Vec::new();
    unit::each(blocks, &mut |unit| find(pattern, &unit, &mut hits));
    hits
}

/// What `pattern` finds in `note`, in its order, each with the part it stands in. A footnote is
/// found where it is written, not where it is shown a second time.
pub fn in_note(pattern: &Pattern, note: &Note) -> Vec<(usize, Hit)> {
    // A formula is not read as it is written.
    let single = note.definitions.single_dollars;
    let may_hold = |source: &str| pattern.may_be_in(source) || (single && source.contains('$'));
    if !may_hold(&note.text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, part) in note.parts.iter().enumerate() {
        if may_hold(part.span.of(&note.text)) {
            let hits = in_blocks(pattern, &note.blocks(at));
            let own = hits.into_iter().filter(|hit| part.span.contains(hit.at));
            found.extend(own.map(|hit| (at, hit)));
        }
    }
    found
}

/// Whether [`in_note`] may find anything in the note that `source` makes.
pub fn may_be_in(pattern: &Pattern, source: &str) -> bool {
    pattern.may_be_in(source) || (source.contains('$') && may_ask_for_formulas(source))
}

/// What of a row is covered by `hits`: the index of a piece and the bytes of its text. A row is
/// given by the text of each piece and its span in the note (empty: not of the note). Of a piece
/// that is not its span byte for byte only the whole can be told.
pub fn marks<'a>(
    hits: &[Hit],
    pieces: impl IntoIterator<Item = (&'a str, Span)>,
) -> Vec<(usize, Range<usize>)> {
    let mut marks: Vec<(usize, Range<usize>)> = Vec::new();
    for (i, (text, span)) in pieces.into_iter().enumerate().filter(|(_, (_, s))| !s.is_empty()) {
        let first = marks.len();
        for hit in hits.iter().flat_map(|hit| &hit.spans) {
            let (start, end) = (hit.start.max(span.start), hit.end.min(span.end));
            if start >= end {
                continue;
            }
            let exact = start - span.start..end - span.start;
            let is_text = text.len() == span.len() && text.get(exact.clone()).is_some();
            let range = if is_text { exact } else { 0..text.len() };
            marks.push((i, range));
        }
        if let Some(own) = marks.get_mut(first..) {
            own.sort_by_key(|(_, range)| (range.start, range.end));
        }
    }
    marks.dedup();
    marks
}

fn find(pattern: &Pattern, unit: &Unit, hits: &mut Vec<Hit>) {
    show(unit, &pattern.find(&unit.text), hits);
}

/// What to show of a text with matches in it.
fn show(unit: &Unit, found: &[Range<usize>], hits: &mut Vec<Hit>) {
    let mut rest = found;
    let mut before = 0;
    while let Some(first) = rest.first() {
        let window = unit.window(first.start, before);
        // The first match is in its window whatever happens.
        let inside = rest.partition_point(|range| range.start < window.end).max(1);
        let (here, later) = rest.split_at(inside);
        hits.push(unit.hit(&window, here, before > 0, !later.is_empty()));
        (rest, before) = (later, window.end);
    }
}
