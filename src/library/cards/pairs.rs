//! Pairs of texts, as Obsidian has them: `front :: back` on a line, or a line of `?` between them;
//! with `:::` and `??` both ways.

use std::ops::Range;

use super::inlines::{At, cut, is_plain, lines, paragraph, span_of};
use super::label::label;
use crate::doc::{Block, Inline};
use crate::text::span::Span;

/// The blocks right below a paragraph that may belong to what stands behind its `?`.
const BELOW: usize = 8;

/// A pair.
pub(super) struct Pair {
    pub front: Vec<Block>,
    pub back: Vec<Block>,
    pub both: bool,
    pub span: Span,
}

/// Whether text may have a pair, told without reading it as blocks.
pub(super) fn may_pair(text: &str) -> bool {
    let bytes = text.as_bytes();
    // A line of nothing but one or two question marks, in a quote or not.
    let alone = |at: usize| {
        let mut after =
            bytes.get(at + 1..).unwrap_or(&[]).iter().skip_while(|b| b"? \t".contains(b));
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        before.is_some_and(|b| b"\n \t>".contains(b)) && matches!(after.next(), Some(b'\n'))
    };
    memchr::memmem::find_iter(bytes, "::").any(|at| {
        let before = bytes.get(..at).and_then(|before| before.last());
        before.is_some_and(|b| !b.is_ascii() || b" \t*_~=>;".contains(b))
    }) || memchr::memchr_iter(b'?', bytes).any(alone)
}

/// The pair of a paragraph with a line of `?`, and of what stands right below it.
pub(super) fn over_a_line(content: &[Inline], below: &[Block], note: &str) -> Option<Pair> {
    let (line, both) = question_mark(content)?;
    let front = cut(content, At::before(0), At::before(line.start));
    let behind = cut(content, At::before(line.end), At::before(content.len()));
    let start = span_of(&front)?.start;
    let mut end = content.get(line).and_then(span_of)?.end;
    let mut back: Vec<Block> = paragraph(behind).into_iter().collect();
    end = back.last().map_or(end, |block| block.span().end);
    for block in below.iter().take(BELOW) {
        let ends = match block {
            Block::Heading { .. } | Block::Rule { .. } | Block::Footnote { .. } => true,
            Block::Paragraph { content, .. } => question_mark(content).is_some(),
            _ => false,
        };
        if ends || !is_right_below(end, block.span().start, note) {
            break;
        }
        end = end.max(block.span().end);
        back.push(block.clone());
    }
    let front = vec![paragraph(front)?];
    (!back.is_empty()).then_some(Pair { front, back, both, span: Span::new(start, end) })
}

/// The line of nothing but `?` or `??` in a paragraph, with something above it, and whether it asks
/// both ways.
fn question_mark(content: &[Inline]) -> Option<(Range<usize>, bool)> {
    lines(content).skip(1).find_map(|line| {
        let [Inline::Text(run)] = content.get(line.clone())? else { return None };
        let both = match run.text.trim() {
            "?" if is_plain(run) => false,
            "??" if is_plain(run) => true,
            _ => return None,
        };
        Some((line, both))
    })
}

/// Whether no empty line stands between two places.
fn is_right_below(end: usize, start: usize, note: &str) -> bool {
    // What ends a block may be in it or behind it.
    let above = note.get(..end).unwrap_or("").trim_end().len();
    let between = note.get(above..start).unwrap_or("");
    let blank = |line: &str| line.trim_matches(['>', ' ', '\t']).is_empty();
    // What stands behind the last line end begins the block itself.
    let lines = between.rsplit('\n').skip(1);
    let count = lines.clone().count();
    !lines.take(count.saturating_sub(1)).any(blank)
}

/// The pairs of a paragraph's lines. What stands behind `::` goes on where the line does: at a line end
/// that the author did not mean.
pub(super) fn on_lines(content: &[Inline], give: &mut dyn FnMut(Pair)) {
    let lines: Vec<Range<usize>> = lines(content).collect();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let Some((sign, length)) = separator(content, line.clone()) else { continue };
        let mut end = line.end;
        while let Some(next) = lines.get(at)
            && matches!(content.get(end), Some(Inline::Break { hard: false, .. }))
            && separator(content, next.clone()).is_none()
            && label(content, next.clone()).is_none()
        {
            end = next.end;
            at += 1;
        }
        let front = cut(content, At::before(line.start), sign);
        let behind = At { byte: sign.byte + length, ..sign };
        let back = cut(content, behind, At::before(end));
        if let (Some(front), Some(back)) = (paragraph(front), paragraph(back)) {
            let span = front.span().join(back.span());
            give(Pair { front: vec![front], back: vec![back], both: length == 3, span });
        }
    }
}

/// Whether the first line of a paragraph is a pair.
pub(super) fn begins_pair(content: &[Inline]) -> bool {
    let first = lines(content).next().unwrap_or(0..0);
    separator(content, first).is_some()
}

/// Where two or three colons stand on a line with spaces round them, and how many they are.
fn separator(content: &[Inline], line: Range<usize>) -> Option<(At, usize)> {
    let mut before: Option<char> = None;
    for inline in line {
        let Some(Inline::Text(run)) = content.get(inline) else {
            before = None;
            continue;
        };
        if is_plain(run) {
            let text = run.text.as_str();
            let mut from = 0;
            while let Some(found) = text.get(from..).and_then(|rest| rest.find("::")) {
                let byte = from + found;
                let rest = text.get(byte..).unwrap_or("");
                let length = rest.len() - rest.trim_start_matches(':').len();
                let above = text.get(..byte).unwrap_or("").chars().next_back().or(before);
                let below = rest.get(length..).and_then(|rest| rest.chars().next());
                let spaced =
                    above.is_some_and(char::is_whitespace) && below.is_none_or(char::is_whitespace);
                if spaced && length <= 3 {
                    return Some((At { inline, byte }, length));
                }
                from = byte + length;
            }
        }
        before = run.text.chars().next_back().or(before);
    }
    None
}
