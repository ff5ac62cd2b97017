//! What stands within a line: text, code, breaks, and HTML.

use std::ops::Range;

use super::super::html::{self, Token};
use super::super::{Block, CodeLine, Inline, Marks, Run, leaf};
use super::{Builder, By, Frame, Open};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// The columns from one tab stop to the next in code.
const TAB: usize = 4;

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

    pub(super) fn inline_html(&mut self, text: &str, range: Range<usize>) {
        for (_, token) in html::tokens(text) {
            self.tag(token, range.clone(), false);
        }
    }

    /// Reads the HTML block that has ended.
    pub(super) fn html_block(&mut self) {
        let text = std::mem::take(&mut self.html);
        let source = self.source;
        let mut preformatted: Option<(String, usize)> = None;
        for (at, token) in html::tokens(&text) {
            let start = self.html_start + at;
            if let Some((code, from)) = &mut preformatted {
                match &token {
                    Token::Text(words) => code.push_str(&html::decode(words)),
                    Token::Close { name } if name == "pre" => {
                        let (code, from) = (std::mem::take(code), *from);
                        preformatted = None;
                        self.preformatted(&code, from..start);
                    }
                    _ => {}
                }
                continue;
            }
            if matches!(&token, Token::Open { name, .. } if name == "pre")
                && self.hidden_html.is_none()
            {
                self.end_leaf();
                preformatted = Some((String::new(), start));
                continue;
            }
            if let Token::Text(words) = &token {
                if self.hidden_html.is_none() {
                    self.html_text(words, start, source.text.get(start..start + words.len()));
                }
                continue;
            }
            self.tag(token, start..start, true);
        }
        self.end_leaf();
        // Without its end it reaches to that of the block.
        if let Some((code, from)) = preformatted {
            self.preformatted(&code, from..from + 1);
        }
    }

    /// Text of `<pre>`, line by line.
    fn preformatted(&mut self, code: &str, range: Range<usize>) {
        let span = self.source.span(&range);
        let lines = code.trim_matches('\n').lines();
        let lines = lines.map(|line| CodeLine { text: Clean::code(line, TAB), span }).collect();
        self.push(Block::Code { lang: Clean::default(), lines, span });
    }

    /// Text in an HTML block, a run for each line; `same` is what stands at its place in the copy.
    fn html_text(&mut self, text: &str, start: usize, same: Option<&str>) {
        let exact = same == Some(text);
        let mut at = start;
        for (i, line) in text.split_inclusive('\n').enumerate() {
            // Indentation means nothing; a space between two tags of a line does.
            let body = if i == 0 { line } else { line.trim_start() };
            let words = body.trim_end_matches('\n');
            let from = at + line.len() - body.len();
            let range = if exact { from..from + words.len() } else { start..start + 1 };
            if !words.trim().is_empty() || (i == 0 && self.leaf.is_some()) {
                self.run(&html::decode(words), range, Marks::NONE);
            }
            at += line.len();
            if line.ends_with('\n') {
                self.line_break(false, at - 1..at);
            }
        }
    }

    fn tag(&mut self, token: Token<'_>, range: Range<usize>, block: bool) {
        if let Some(hidden) = &self.hidden_html {
            if matches!(&token, Token::Close { name } if name == hidden) {
                self.hidden_html = None;
            }
            return;
        }
        let span = self.source.span(&range);
        match token {
            Token::Open { name, attributes } => {
                if let Some(marks) = html::marks(&name) {
                    self.marks.open(By::Html, marks);
                } else if name == "img" {
                    let value = |key| html::attribute(attributes, key).unwrap_or("");
                    let alt = Clean::new(&html::decode(value("alt")));
                    let src = Clean::new(&html::decode(value("src")));
                    self.inline(Inline::Image { alt, src, span });
                } else if block && html::hides_content(&name) {
                    self.hidden_html = Some(name);
                } else if block && name == "details" && self.open.len() < super::MAX_DEPTH {
                    self.end_leaf();
                    self.open.push(Open {
                        frame: Frame::Details(Vec::new()),
                        blocks: Vec::new(),
                        span,
                    });
                } else if name == "br" {
                    self.line_break(true, range);
                } else if block && html::breaks_line(&name) {
                    self.end_leaf();
                    self.caption = name == "figcaption";
                }
            }
            Token::Close { name } => {
                if let Some(marks) = html::marks(&name) {
                    self.marks.close(By::Html, marks);
                } else if block && name == "summary" {
                    self.summary();
                } else if block && name == "details" {
                    self.end_leaf();
                    if matches!(self.open.last(), Some(Open { frame: Frame::Details(_), .. })) {
                        self.close();
                    }
                } else if block && name == "figcaption" {
                    self.figure_caption();
                } else if block && matches!(name.as_str(), "td" | "th") {
                    self.run(" ", range.start..range.start + 1, Marks::NONE);
                } else if block && html::breaks_line(&name) {
                    self.end_leaf();
                }
            }
            Token::Text(_) | Token::Nothing => {}
        }
    }

    fn summary(&mut self) {
        match self.open.last_mut() {
            Some(Open { frame: Frame::Details(summary), .. }) => {
                *summary =
                    self.leaf.take().map(|(inlines, _)| leaf::tidy(inlines).0).unwrap_or_default();
            }
            _ => self.end_leaf(),
        }
    }

    fn figure_caption(&mut self) {
        let Some((inlines, span)) = self.leaf.take() else { return };
        let (content, _) = leaf::tidy(inlines);
        if self.caption {
            self.caption = false;
            if let Some(Block::Image { caption, .. }) =
                self.holder().and_then(|blocks| blocks.last_mut())
                && caption.is_empty()
            {
                *caption = content;
                return;
            }
        }
        self.extend(leaf::paragraphs(content, span));
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
