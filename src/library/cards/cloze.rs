//! Texts with gaps: what stands in `[brackets]`, or is `==marked==`.

use std::ops::Range;

use super::inlines::{At, is_plain, trimmed};
use crate::doc::{Inline, Marks, part, plain};

/// A text has at most so many gaps.
const MOST: usize = 64;
/// The cards of one text have at most so many bytes together, as each of them asks all of it; but for
/// these few.
const ROOM: usize = 64 * 1024;
const LEAST: usize = 4;

/// A text, and which of its inlines each gap hides.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Gapped {
    pub content: Vec<Inline>,
    pub gaps: Vec<Range<usize>>,
    /// There were more gaps than are asked for.
    pub cut: bool,
}

impl Gapped {
    /// The text with its gaps as bytes of it.
    pub fn bytes(&self) -> Vec<Range<usize>> {
        let mut starts = Vec::with_capacity(self.content.len() + 1);
        let mut length = 0;
        for inline in &self.content {
            starts.push(length);
            length += match inline {
                Inline::Text(run) => run.text.len(),
                Inline::Image { alt, .. } => alt.len(),
                Inline::Footnote { .. } => 0,
                Inline::Break { .. } => 1,
            };
        }
        starts.push(length);
        let at = |inline: usize| starts.get(inline).copied().unwrap_or(length);
        self.gaps.iter().map(|gap| at(gap.start)..at(gap.end)).collect()
    }

    fn bounded(mut self) -> Gapped {
        let length = plain(&self.content).len().max(1);
        let most = (ROOM / length).clamp(LEAST, MOST);
        self.cut = self.gaps.len() > most;
        self.gaps.truncate(most);
        self
    }
}

/// The text between brackets is a gap, and the brackets are left out. Brackets in others are text; so
/// are those that no other closes, those of a link or an image, and those behind a backslash.
pub(super) fn bracketed(content: &[Inline], note: &str) -> Gapped {
    let content = trimmed(content.to_vec());
    let mut pairs = outermost(&content, note);
    pairs.retain(|(open, close)| says_something(&content, *open, *close));
    let mut out = Gapped::default();
    let mut signs = pairs.iter().flat_map(|(open, close)| [(*open, true), (*close, false)]);
    let mut next = signs.next();
    let mut begun = 0;
    for (i, inline) in content.iter().enumerate() {
        let Inline::Text(run) = inline else {
            out.content.push(inline.clone());
            continue;
        };
        let mut from = 0;
        while let Some((sign, opens)) = next.filter(|(sign, _)| sign.inline == i) {
            push_part(&mut out.content, inline, from, sign.byte);
            from = sign.byte + 1;
            match opens {
                true => begun = out.content.len(),
                false => out.gaps.push(begun..out.content.len()),
            }
            next = signs.next();
        }
        push_part(&mut out.content, inline, from, run.text.len());
    }
    out.bounded()
}

/// What is marked is a gap.
pub(super) fn marked(content: &[Inline]) -> Gapped {
    let content = trimmed(content.to_vec());
    let mut gaps: Vec<Range<usize>> = Vec::new();
    for (i, inline) in content.iter().enumerate() {
        if matches!(inline, Inline::Text(run) if run.marks.has(Marks::MARK)) {
            match gaps.last_mut().filter(|gap| gap.end == i) {
                Some(gap) => gap.end = i + 1,
                None => gaps.push(i..i + 1),
            }
        }
    }
    // What is all of it leaves nothing to ask by.
    gaps.retain(|gap| gap.len() < content.len());
    if gaps.is_empty() {
        return Gapped::default();
    }
    Gapped { content, gaps, cut: false }.bounded()
}

fn push_part(out: &mut Vec<Inline>, inline: &Inline, from: usize, to: usize) {
    if let Inline::Text(run) = inline
        && from < to
    {
        out.push(Inline::Text(part(run, from, to)));
    }
}

/// The pairs of brackets that stand in no other, in order.
fn outermost(content: &[Inline], note: &str) -> Vec<(At, At)> {
    let mut open: Vec<At> = Vec::new();
    let mut pairs: Vec<(At, At)> = Vec::new();
    let mut before = None;
    for (inline, own) in content.iter().enumerate() {
        let Inline::Text(run) = own else {
            before = None;
            continue;
        };
        if !is_plain(run) {
            before = run.text.chars().next_back();
            continue;
        }
        let exact = run.text.len() == run.span.len();
        for (byte, c) in run.text.char_indices() {
            let source = run.span.start + byte;
            let escaped = exact
                && source.checked_sub(1).and_then(|at| note.as_bytes().get(at)) == Some(&b'\\');
            match c {
                '[' if !escaped && before != Some('!') => open.push(At { inline, byte }),
                ']' if !escaped => {
                    if let Some(start) = open.pop() {
                        // What stands in these was closed before.
                        while pairs.last().is_some_and(|(inner, _)| *inner > start) {
                            pairs.pop();
                        }
                        pairs.push((start, At { inline, byte }));
                    }
                }
                _ => {}
            }
            before = Some(c);
        }
    }
    pairs
}

/// Whether there is anything to ask for between two brackets: an ellipsis is none.
fn says_something(content: &[Inline], open: At, close: At) -> bool {
    let between = super::inlines::cut(content, At { byte: open.byte + 1, ..open }, close);
    let text = plain(&between);
    !text.trim_matches(['.', '…', ' ']).is_empty()
}
