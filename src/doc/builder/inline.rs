//! What stands within a line: text, code and breaks.

use std::ops::Range;

use super::super::{Block, CodeLine, Inline, Marks, Run, leaf};
use super::{Builder, Frame, Open};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// The columns from one tab stop to the next in code.
pub(super) const TAB: usize = 4;

impl Builder<'_> {
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        if self.code.is_some() {
            return self.code_lines(text, range);
        }
        self.run(text, range, Marks::NONE);
    }

    pub(super) fn run(&mut self, text: &str, range: Range<usize>, more: Marks) {
        if self.source.is_inserted(&range) {
            return;
        }
        if let Some((alt, ..)) = &mut self.image {
            return alt.push_raw(text);
        }
        let marks = self.marks.now().with(more);
        let link = self.links.last();
        let source = self.source.text.get(range.clone()).unwrap_or("");
        let span = self.source.span(&range);
        if let Some(Inline::Text(last)) = self.leaf.as_mut().and_then(|(all, _)| all.last_mut())
            && (last.marks == marks && last.link.as_ref() == link)
            && (text == source && goes_on(last, text, span))
        {
            return;
        }
        let text = Clean::new(text);
        if !text.is_empty() {
            let span = claim(span, &text, source);
            self.inline(Inline::Text(Run { text, marks, link: link.cloned(), span }));
        }
    }

    pub(super) fn inline(&mut self, inline: Inline) {
        let span = inline.span();
        self.leaf.get_or_insert_with(|| (Vec::new(), span)).0.push(inline);
    }

    pub(super) fn line_break(&mut self, hard: bool, range: Range<usize>) {
        if let Some((alt, ..)) = &mut self.image {
            return alt.push(&Clean::new(" "));
        }
        let span = self.source.span(&range);
        if self.leaf.as_ref().is_some_and(|(inlines, _)| !inlines.is_empty()) {
            self.inline(Inline::Break { hard, span });
        }
    }

    /// Ends the text that is open, if any is, and with it what its HTML left open.
    pub(super) fn end_text(&mut self) {
        self.end_leaf();
        self.marks.end_text();
    }

    /// Ends the paragraph that is open, if one is.
    pub(super) fn end_leaf(&mut self) {
        let Some((inlines, span)) = self.leaf.take() else { return };
        let (mut content, attributes) = leaf::tidy(inlines);
        leaf::keep_lines(&mut content);
        if let Some(items) = leaf::abbreviations(&content) {
            return self.push(Block::Definitions { items, span });
        }
        if attributes.toc {
            self.asked_for_toc = true;
            return;
        }
        let blocks = leaf::paragraphs(content, span);
        match attributes.callout {
            Some(kind) if !blocks.is_empty() => self.push(Block::Callout { kind, blocks, span }),
            Some(kind) => self.notice(kind),
            None => self.extend(blocks),
        }
    }

    /// An attribute list on its own makes a callout of the quote before it.
    fn notice(&mut self, kind: super::Callout) {
        let Some(blocks) = self.holder() else { return };
        if let Some(Block::Quote { blocks: inner, span }) = blocks.last_mut() {
            let (inner, span) = (std::mem::take(inner), *span);
            blocks.pop();
            blocks.push(Block::Callout { kind, blocks: inner, span });
        }
    }

    /// A paragraph within an item makes its list loose.
    pub(super) fn mark_loose(&mut self) {
        if let [
            ..,
            Open { frame: Frame::List { loose, .. }, .. },
            Open { frame: Frame::Item { .. }, .. },
        ] = self.open.as_mut_slice()
        {
            *loose = true;
        }
    }

    fn code_lines(&mut self, text: &str, range: Range<usize>) {
        let Some((_, lines, _)) = &mut self.code else { return };
        let exact = range.len() == text.len();
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let bare = line.trim_end_matches('\n');
            let place = if exact { at..at + bare.len() } else { range.clone() };
            let span = self.source.span(&place);
            at += line.len();
            let text = Clean::code(bare, TAB);
            let span = claim(span, &text, bare);
            lines.push(CodeLine { text, span });
        }
    }
}

/// Adds `text`, which is the note's own at `span`, to the run before it, where both are the note byte for
/// byte and stand side by side. The parser gives every sign that could have meant something by itself.
fn goes_on(last: &mut Run, text: &str, span: Span) -> bool {
    let joined = last.span.end == span.start
        && last.text.len() == last.span.len()
        && text.len() == span.len()
        && last.text.push_plain(text);
    if joined {
        last.span.end = span.end;
    }
    joined
}

/// The span of a text that the note has as `source`. A span as long as the text claims that both are
/// the same: one that only happens to be so long is made a character shorter.
fn claim(span: Span, text: &Clean, source: &str) -> Span {
    let lies = text.as_str() != source && text.len() == span.len();
    let last = source.chars().next_back().map_or(0, char::len_utf8);
    Span::new(span.start, span.end - if lies { last.min(span.len()) } else { 0 })
}
