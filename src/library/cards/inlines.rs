//! Pieces of a paragraph: its lines, and what stands between two places of it.

use std::ops::Range;

use crate::doc::{Block, Inline, Marks, Run, part};
use crate::text::span::Span;

/// A place in inlines: before a byte of the text of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub inline: usize,
    pub byte: usize,
}

impl At {
    /// Before an inline; past the last one: the end.
    pub fn before(inline: usize) -> At {
        At { inline, byte: 0 }
    }
}

/// The lines of a paragraph: which of its inlines stand on each.
pub(super) fn lines(content: &[Inline]) -> impl Iterator<Item = Range<usize>> {
    let mut from = Some(0);
    std::iter::from_fn(move || {
        let start = from?;
        let rest = content.get(start..)?;
        let length = rest.iter().position(|inline| matches!(inline, Inline::Break { .. }));
        from = length.map(|length| start + length + 1);
        Some(start..length.map_or(content.len(), |length| start + length))
    })
}

/// What stands between two places, without the blanks at its ends.
pub(super) fn cut(content: &[Inline], from: At, to: At) -> Vec<Inline> {
    let mut cut = Vec::new();
    for (i, inline) in content.iter().enumerate().skip(from.inline) {
        if i > to.inline || i == to.inline && to.byte == 0 {
            break;
        }
        match inline {
            Inline::Text(run) => {
                let start = if i == from.inline { from.byte } else { 0 };
                let end = if i == to.inline { to.byte } else { run.text.len() };
                cut.extend((start < end).then(|| Inline::Text(part(run, start, end))));
            }
            other => cut.push(other.clone()),
        }
    }
    trimmed(cut)
}

/// `inlines` without blanks and breaks at either end.
pub(super) fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let blank = |inline: &Inline| match inline {
        Inline::Text(run) => run.text.trim().is_empty(),
        Inline::Break { .. } => true,
        Inline::Image { .. } | Inline::Footnote { .. } => false,
    };
    while inlines.last().is_some_and(blank) {
        inlines.pop();
    }
    let skip = inlines.iter().take_while(|inline| blank(inline)).count();
    inlines.drain(..skip);
    if let Some(Inline::Text(run)) = inlines.first_mut() {
        let start = run.text.len() - run.text.trim_start().len();
        if start > 0 {
            *run = part(run, start, run.text.len());
        }
    }
    if let Some(Inline::Text(run)) = inlines.last_mut() {
        let end = run.text.trim_end().len();
        if end < run.text.len() {
            *run = part(run, 0, end);
        }
    }
    inlines
}

/// A paragraph of what there is.
pub(super) fn paragraph(content: Vec<Inline>) -> Option<Block> {
    let span = span_of(&content)?;
    Some(Block::Paragraph { content, span })
}

/// Where inlines stand.
pub(super) fn span_of(inlines: &[Inline]) -> Option<Span> {
    inlines.iter().map(Inline::span).reduce(Span::join)
}

/// Whether a run is text of the author's in which signs mean something: no code, no formula, no link.
pub(super) fn is_plain(run: &Run) -> bool {
    !run.marks.has(Marks::CODE) && !run.marks.has(Marks::MATH) && run.link.is_none()
}
