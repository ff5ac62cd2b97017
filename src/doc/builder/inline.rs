//! What stands within a line: text, links and breaks.

use std::ops::Range;
use std::sync::Arc;

use super::super::{Block, Inline, Link, Marks, Run, leaf};
use super::embed::{Image, named};
use super::{Builder, Frame, Open};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::text::width::width;

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
        if let Some(Image { alt, .. }) = &mut self.image {
            return alt.push_raw(text);
        }
        let marks = self.marks.now().with(more);
        let link = self.link().cloned();
        let source = self.source.written(&range);
        let span = self.source.span(&range);
        if let Some(Inline::Text(last)) = self.leaf.as_mut().and_then(|(all, _)| all.last_mut())
            && (last.marks == marks && last.link == link)
            && (text == source && goes_on(last, text, span))
        {
            return;
        }
        let text = Clean::new(text);
        if !text.is_empty() {
            let span = claim(span, &text, &source);
            self.inline(Inline::Text(Run { text, marks, link, span }));
        }
    }

    /// Text that stands somewhere in `range`, between the signs of code or of a formula.
    pub(super) fn inner(&mut self, text: &str, range: Range<usize>, marks: Marks) {
        let source = self.source;
        match place(&source.text, text, &range) {
            Some(place) => self.run(&source.written(&place), place, marks),
            None => self.run(text, range, marks),
        }
    }

    /// Text that means nothing, whatever the parser takes it for.
    pub(super) fn as_written(&mut self, range: Range<usize>) {
        let source = self.source;
        self.run(&source.written(&range), range, Marks::NONE);
    }

    /// Ends the line that is open, if one is.
    pub(super) fn new_line(&mut self, at: usize) {
        let last = self.leaf.as_mut().and_then(|(inlines, _)| inlines.last_mut());
        match last {
            Some(Inline::Break { hard, .. }) => *hard = true,
            Some(_) => self.line_break(true, at..at),
            None => {}
        }
    }

    pub(super) fn inline(&mut self, inline: Inline) {
        let span = inline.span();
        self.leaf.get_or_insert_with(|| (Vec::new(), span)).0.push(inline);
    }

    /// The link that is open: Markdown's before one of HTML round it.
    fn link(&self) -> Option<&Arc<Link>> {
        self.links.last().or(self.html_link.as_ref())
    }

    /// Ends a link. One without text shows where it leads.
    pub(super) fn end_link(&mut self, range: Range<usize>) {
        if std::mem::take(&mut self.to_heading) {
            self.name_heading(range);
        }
        let Some(link) = self.links.pop() else { return };
        let last = self.leaf.as_ref().and_then(|(inlines, _)| inlines.last());
        let shown = match last {
            Some(Inline::Text(Run { link, .. }) | Inline::Image { link, .. }) => link.as_ref(),
            _ => None,
        };
        let is_shown = shown.is_some_and(|shown| Arc::ptr_eq(shown, &link));
        if self.image.is_none() && !is_shown && !link.to.is_empty() {
            let marks = self.marks.now();
            let (text, span) = (link.to.clone(), claim(link.span, &link.to, ""));
            self.inline(Inline::Text(Run { text, marks, link: Some(link), span }));
        }
    }

    /// Names what the wiki link that is open leads to, in place of its target as it was written.
    fn name_heading(&mut self, range: Range<usize>) {
        let (Some(link), None) = (self.links.last().cloned(), &self.image) else { return };
        let name = named(&link.to);
        if name.is_empty() {
            return;
        }
        if let Some((inlines, _)) = &mut self.leaf {
            let is_own = |inline: &mut Inline| matches!(inline, Inline::Text(run) if run.link.as_ref().is_some_and(|own| Arc::ptr_eq(own, &link)));
            while inlines.pop_if(is_own).is_some() {}
        }
        self.inner(&name, range, Marks::NONE);
    }

    pub(super) fn inline_image(&mut self, alt: Clean, src: Clean, span: Span) {
        let link = self.link().cloned();
        self.inline(Inline::Image { alt, src, link, span });
    }

    pub(super) fn line_break(&mut self, hard: bool, range: Range<usize>) {
        if let Some(Image { alt, .. }) = &mut self.image {
            return alt.push(&Clean::new(" "));
        }
        let span = self.source.span(&range);
        if self.leaf.as_ref().is_some_and(|(inlines, _)| !inlines.is_empty()) {
            if !hard {
                let before = self.source.text.get(..range.start).unwrap_or("");
                let start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1);
                self.line_widths.push((span.start, width(before[start..].trim_end())));
            }
            self.inline(Inline::Break { hard, span });
        }
    }

    /// Ends the text that is open, if any is, and with it what its HTML left open.
    pub(super) fn end_text(&mut self) {
        self.html_link = None;
        self.end_leaf();
        self.marks.end_text();
    }

    /// Ends the paragraph that is open, if one is.
    pub(super) fn end_leaf(&mut self) {
        let Some((inlines, span)) = self.leaf.take() else { return };
        if matches!(inlines.first(), Some(Inline::Text(run)) if run.text.starts_with('{'))
            && self.block_tag(span)
        {
            self.line_widths.clear();
            return;
        }
        let (mut content, attributes) = leaf::tidy(inlines);
        leaf::keep_lines(&mut content, &self.line_widths);
        self.line_widths.clear();
        if let Some(items) = leaf::abbreviations(&content) {
            return self.push(Block::Definitions { items, span });
        }
        if attributes.toc {
            self.asked_for_toc = true;
            return;
        }
        let Some(content) = self.colons(content, span) else { return };
        let blocks = leaf::paragraphs(content, span);
        match attributes.callout {
            Some(kind) if !blocks.is_empty() => {
                self.push(Block::Callout { kind, title: Vec::new(), blocks, span });
            }
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
            blocks.push(Block::Callout { kind, title: Vec::new(), blocks: inner, span });
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

/// Where `text` stands in the bytes `within` of the copy.
pub(super) fn place(copy: &str, text: &str, within: &Range<usize>) -> Option<Range<usize>> {
    let at = within.start + copy.get(within.clone())?.find(text)?;
    Some(at..at + text.len())
}

/// The span of a text that the note has as `source`. A span as long as the text claims that both are
/// the same: one that only happens to be so long is made a character shorter.
pub(super) fn claim(span: Span, text: &Clean, source: &str) -> Span {
    let lies = text.as_str() != source && text.len() == span.len();
    let last = source.chars().next_back().map_or(0, char::len_utf8);
    Span::new(span.start, span.end - if lies { last.min(span.len()) } else { 0 })
}
