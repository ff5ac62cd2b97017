//! The text of one paragraph, cell or line of code, with the way back to the note.

use std::ops::Range;

use super::Hit;
use crate::doc::{Block, CodeLine, Inline};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::text::width;

/// The columns of the text round a match.
const COLUMNS: usize = 200;
/// Of these, as many may stand before it.
const BEFORE: usize = 60;
/// A place to begin between words is looked for over so many bytes.
const WORD: usize = 48;

/// A text that is read in one go.
#[derive(Default)]
pub(super) struct Unit {
    pub text: Clean,
    /// Ascending by where they begin in `text`.
    parts: Vec<Part>,
}

struct Part {
    start: usize,
    span: Span,
    /// Whether the text is that of `span` byte for byte.
    exact: bool,
}

/// Gives the texts of `blocks`, in reading order: the same that [`Block::each_text`] gives.
pub(super) fn each(blocks: &[Block], give: &mut dyn FnMut(Unit)) {
    // No deeper than blocks nest, which is bounded.
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                give(Unit::new(content));
            }
            Block::Code { title, lines, .. } => {
                title.iter().for_each(|title| give(Unit::whole(&title.text, title.span)));
                lines.iter().for_each(|line| give(Unit::of_code(line)));
            }
            Block::List { items, .. } => items.iter().for_each(|item| each(&item.blocks, give)),
            Block::Quote { blocks, .. } | Block::Footnote { blocks, .. } => each(blocks, give),
            Block::Table { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| give(Unit::new(&cell.content)));
            }
            Block::Definitions { items, .. } => {
                for item in items {
                    item.names.iter().for_each(|name| give(Unit::new(&name.content)));
                    item.meanings.iter().for_each(|blocks| each(blocks, give));
                }
            }
            Block::Image { alt, caption, span, .. } => {
                let caption = Unit::new(caption);
                if caption.text != *alt {
                    give(Unit::whole(alt, *span));
                }
                give(caption);
            }
            Block::Details { summary: title, blocks, .. }
            | Block::Callout { title, blocks, .. } => {
                give(Unit::new(title));
                each(blocks, give);
            }
            Block::Rule { .. } => {}
        }
    }
}

impl Unit {
    fn new(inlines: &[Inline]) -> Unit {
        let mut unit = Unit::default();
        let space = Clean::literal(" ");
        for inline in inlines {
            match inline {
                Inline::Text(run) => unit.push(&run.text, run.span),
                Inline::Image { alt, span, .. } => unit.push(alt, *span),
                Inline::Footnote { .. } => {}
                Inline::Break { span, .. } => unit.push(&space, *span),
            }
        }
        unit
    }

    fn whole(text: &Clean, span: Span) -> Unit {
        let mut unit = Unit::default();
        unit.push(text, span);
        unit
    }

    fn of_code(line: &CodeLine) -> Unit {
        let mut unit = Unit::default();
        line.parts().for_each(|(own, span)| unit.push(&line.text.slice(own), span));
        unit
    }

    fn push(&mut self, text: &Clean, span: Span) {
        if text.is_empty() {
            return;
        }
        let before = self.text.len();
        self.text.push(text);
        // A mark that joined the letter before it has no place of its own.
        let exact = text.len() == span.len() && self.text.len() == before + text.len();
        self.parts.push(Part { start: before.min(self.text.len()), span, exact });
    }

    /// The byte of the note where it begins; none where it has no text.
    pub fn begins(&self) -> Option<usize> {
        self.parts.first().map(|part| part.span.start)
    }

    /// Where the bytes `range` of the text stand in the note.
    fn span(&self, range: &Range<usize>) -> Span {
        let part = |at: usize| {
            let after = self.parts.partition_point(|part| part.start <= at);
            after.checked_sub(1).and_then(|at| self.parts.get(at))
        };
        let start = part(range.start).map_or(0, |part| match part.exact {
            true => part.span.start + range.start.saturating_sub(part.start),
            false => part.span.start,
        });
        let end = part(range.end.saturating_sub(1)).map_or(start, |part| match part.exact {
            true => part.span.start + range.end.saturating_sub(part.start),
            false => part.span.end,
        });
        Span::new(start, end)
    }

    /// What of the text to show with a match at `start`: nothing that stands before `before`.
    pub fn window(&self, start: usize, before: usize) -> Range<usize> {
        let text: &str = &self.text;
        // No text has more columns than bytes, and none of so many bytes is worth counting.
        let short = text.len() <= COLUMNS;
        if short || text.len() < COLUMNS * 8 && width::width(text) <= COLUMNS {
            return 0..text.len();
        }
        let from = self.begin(start).max(before);
        let shown = width::cut(text.get(from..).unwrap_or(""), COLUMNS);
        from..from + shown.len()
    }

    /// A place to begin, at most [`BEFORE`] columns before `start`, between words if there is one.
    fn begin(&self, start: usize) -> usize {
        let text: &str = &self.text;
        // No grapheme worth showing has more than a few bytes for each of its columns.
        let mut back = start.saturating_sub(BEFORE * 8);
        while !text.is_char_boundary(back) {
            back -= 1;
        }
        let before = text.get(back..start).unwrap_or("");
        // The first grapheme may have been cut.
        let skipped = usize::from(back > 0);
        let graphemes: Vec<_> = width::graphemes(before).skip(skipped).collect();
        let mut begin = start;
        let mut cols = 0;
        for (at, _, wide) in graphemes.into_iter().rev() {
            cols += wide;
            if cols > BEFORE {
                break;
            }
            begin = back + at;
        }
        let ahead = text.get(begin..start).unwrap_or("");
        match ahead.find(' ').filter(|at| begin > 0 && *at < WORD) {
            Some(space) => begin + space + 1,
            None => begin,
        }
    }

    /// The hit that shows `window` with the matches `found`, at least one, which begin in it.
    /// `after` and `before` say whether there are other hits on that side of it.
    pub fn hit(
        &self,
        window: &Range<usize>,
        found: &[Range<usize>],
        after: bool,
        before: bool,
    ) -> Hit {
        let shown = self.text.get(window.clone()).unwrap_or("");
        let blank_start = shown.len() - shown.trim_start().len();
        let blank_end = shown.len() - shown.trim_end().len();
        let first = found.first().map_or(window.start, |range| range.start);
        let last = found.last().map_or(window.end, |range| range.end.min(window.end));
        let from = (window.start + blank_start).min(first).max(window.start);
        let to = (window.end - blank_end).max(last).max(from);
        let blank = |range: Range<usize>| self.text.get(range).is_none_or(|t| t.trim().is_empty());
        let mut text = Clean::default();
        if after || !blank(0..from) {
            text.push(&Clean::literal("…"));
        }
        let lead = text.len();
        text.push(&self.text.slice(from..to));
        if before || !blank(to..self.text.len()) {
            text.push(&Clean::literal("…"));
        }
        let place = |at: usize| at.clamp(from, to) - from + lead;
        let ranges = found.iter().map(|range| place(range.start)..place(range.end)).collect();
        let spans: Vec<Span> = found.iter().map(|range| self.span(range)).collect();
        let Span { start: at, end } = spans.first().copied().unwrap_or_default();
        Hit { at, end, text, ranges, spans }
    }
}
