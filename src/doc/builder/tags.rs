//! Parts that tags of a template language set apart.

use super::super::block_tag::{self, Does, Tag};
use super::super::{Block, Callout, CodeLine, Inline, Link, MAX_DEPTH, Run, leaf};
use super::{Builder, Frame, Open, callout};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

impl Builder<'_> {
    /// Takes a paragraph that is nothing but a tag, which stands at `span`; tells whether it was one.
    pub(super) fn block_tag(&mut self, span: Span) -> bool {
        let source = self.source;
        let written = source.original(span);
        let Some(tag) = block_tag::read(written) else { return false };
        match (tag.does, tag.closes) {
            (Does::Code, false) => self.code_title = titled(&tag, written, span),
            (Does::Code, true) => self.code_title = None,
            (Does::Embed, false) => self.embed(&tag, written, span),
            (Does::Embed, true) => {}
            (Does::Callout | Does::Part, true) => self.close_tag(&tag, span),
            // Also keeps many that nothing closes from being looked for one by one.
            _ if self.open.len() >= MAX_DEPTH => {}
            (Does::Callout, false) => {
                let (kind, title) = labelled(&tag, written, span);
                if self.is_closed(&tag, span) {
                    let frame = Frame::Colons(kind, title);
                    self.open.push(Open { frame, blocks: Vec::new(), span });
                } else if !title.is_empty() {
                    self.push(Block::Callout { kind, title, blocks: Vec::new(), span });
                }
            }
            (Does::Part, false) => {
                let summary = inlines(tag.title(), written, span);
                if !self.is_closed(&tag, span) {
                    self.extend(leaf::paragraphs(summary, span));
                } else {
                    let frame = Frame::Details { summary, open: true, closed: false };
                    self.open.push(Open { frame, blocks: Vec::new(), span });
                }
            }
        }
        true
    }

    /// Whether something ends what `tag` opens.
    fn is_closed(&mut self, tag: &Tag<'_>, span: Span) -> bool {
        let end = format!("{}{}", tag.end, tag.name);
        if self.unclosed.contains(&end) {
            return false;
        }
        let found = memchr::memmem::find(self.source.after(span.end).as_bytes(), end.as_bytes());
        if found.is_none() {
            self.unclosed.push(end);
        }
        found.is_some()
    }

    /// Closes what is open of the kind of `tag`, if only this part has left anything open in it.
    fn close_tag(&mut self, tag: &Tag<'_>, span: Span) {
        let own = |open: &Open| match open.frame {
            Frame::Colons(..) => tag.does == Does::Callout,
            Frame::Details { .. } => tag.does == Does::Part,
            _ => false,
        };
        let Some(opened) = self.open.iter().rposition(own) else { return };
        let inner = self.open.get(opened + 1..).unwrap_or(&[]);
        let left = |open: &Open| matches!(open.frame, Frame::Details { .. } | Frame::Colons(..));
        if !inner.iter().all(left) {
            return;
        }
        while self.open.len() > opened + 1 {
            self.close();
        }
        if let Some(Open { frame, span: all, .. }) = self.open.last_mut() {
            *all = all.join(span);
            if let Frame::Details { closed, .. } = frame {
                *closed = true;
            }
        }
        self.close();
    }

    fn embed(&mut self, tag: &Tag<'_>, written: &str, span: Span) {
        let address = tag.address();
        let content = inlines(address, written, span).into_iter().map(|inline| match inline {
            Inline::Text(run) => {
                let link = Link { to: run.text.clone(), span: run.span };
                Inline::Text(Run { link: Some(link.into()), ..run })
            }
            other => other,
        });
        let content: Vec<Inline> = content.collect();
        if !content.is_empty() {
            self.push(Block::Paragraph { content, span });
        }
    }
}

/// The kind and the title of a callout.
fn labelled(tag: &Tag<'_>, written: &str, span: Span) -> (Callout, Vec<Inline>) {
    let (word, missed) = tag.kind();
    let (kind, said) = callout::kind(word);
    let title = match tag.title() {
        "" if missed && !said => word,
        title => title,
    };
    (kind, inlines(title, written, span))
}

fn titled(tag: &Tag<'_>, written: &str, span: Span) -> Option<Box<CodeLine>> {
    let mut inlines = inlines(tag.title(), written, span);
    match inlines.pop() {
        Some(Inline::Text(Run { text, span, .. })) => {
            Some(Box::new(CodeLine { text, span, tabs: Box::default() }))
        }
        _ => None,
    }
}

/// `text`, which is part of a tag that is `written` at `span`.
fn inlines(text: &str, written: &str, span: Span) -> Vec<Inline> {
    let at = written.find(text).unwrap_or(0);
    let clean = Clean::new(text);
    if clean.trim().is_empty() {
        return Vec::new();
    }
    let exact = clean.as_str() == text;
    let own = Span::new(span.start + at, span.start + at + text.len());
    let span = if exact { own } else { Span::new(span.start, span.start + 1) };
    vec![Inline::Text(Run { text: clean, span, ..Run::default() })]
}
