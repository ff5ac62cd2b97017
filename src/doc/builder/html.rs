//! HTML, within a line and as blocks: the tags that mean something, and the text of all others.

use std::ops::Range;
use std::sync::Arc;

use super::super::html::{self, Token};
use super::super::{Block, CodeLine, Inline, Link, Marks, Run, leaf};
use super::code::TAB;
use super::{Builder, By, Frame, Open};
use crate::text::sanitize::Clean;

impl Builder<'_> {
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
        self.marks.keep_open();
        // Without its end it reaches to that of the block.
        if let Some((code, from)) = preformatted {
            self.preformatted(&code, from..from + 1);
        }
    }

    /// Text of `<pre>`, line by line.
    fn preformatted(&mut self, code: &str, range: Range<usize>) {
        let span = self.source.span(&range);
        let lines = code.trim_matches('\n').lines();
        let line = |line| CodeLine { text: Clean::code(line, TAB), span, tabs: Box::default() };
        let lines = lines.map(line).collect();
        self.push(Block::Code { lang: Clean::default(), title: None, lines, span });
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
                } else if block && self.table_tag(true, &name, attributes, span) {
                } else if name == "a" {
                    let to =
                        html::attribute(attributes, "href").map(|to| Clean::new(&html::decode(to)));
                    let link = |to| Arc::new(Link { to, span });
                    self.html_link = to.filter(|to| !to.is_empty()).map(link);
                } else if name == "img" {
                    let value = |key| html::attribute(attributes, key).unwrap_or("");
                    let alt = Clean::new(&html::decode(value("alt")));
                    let src = Clean::new(&html::decode(value("src")));
                    self.inline_image(alt, src, span);
                } else if block && html::hides_content(&name) && self.closes(&name, range.start) {
                    self.hidden_html = Some(name);
                } else if block && name == "details" && self.open.len() < super::MAX_DEPTH {
                    self.end_leaf();
                    let open = html::has_attribute(attributes, "open");
                    let frame = Frame::Details { summary: Vec::new(), open, closed: false };
                    self.open.push(Open { frame, blocks: Vec::new(), span });
                } else if block && is_tab(&name) && self.open.len() < super::MAX_DEPTH {
                    self.end_leaf();
                    let keys = ["label", "title", "value"];
                    let title = keys.iter().find_map(|key| html::attribute(attributes, key));
                    let summary = title.map(|title| Clean::new(&html::decode(title)));
                    let run = |text| Inline::Text(Run { text, span, ..Run::default() });
                    let summary = summary.map(run).into_iter().collect();
                    let frame = Frame::Details { summary, open: true, closed: false };
                    self.open.push(Open { frame, blocks: Vec::new(), span });
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
                } else if name == "a" {
                    self.html_link = None;
                } else if block && self.table_tag(false, &name, "", span) {
                } else if block && name == "summary" {
                    self.summary();
                } else if block && (name == "details" || is_tab(&name)) {
                    self.end_leaf();
                    if let Some(Open { frame: Frame::Details { closed, .. }, span: all, .. }) =
                        self.open.last_mut()
                    {
                        *closed = true;
                        *all = all.join(span);
                        self.close();
                    }
                } else if block && (name == "figcaption" || (name == "figure" && self.caption)) {
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

    /// Whether a tag is closed somewhere after `from`. What never closes would hide the rest.
    fn closes(&mut self, name: &str, from: usize) -> bool {
        if self.unclosed.iter().any(|unclosed| unclosed == name) {
            return false;
        }
        let rest = self.source.text.as_bytes().get(from..).unwrap_or(&[]);
        let found = memchr::memmem::find_iter(rest, "</").any(|at| {
            let tag = rest.get(at + 2..at + 2 + name.len());
            tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
        });
        if !found {
            self.unclosed.push(name.to_owned());
        }
        found
    }

    fn summary(&mut self) {
        match self.open.last_mut() {
            Some(Open { frame: Frame::Details { summary, .. }, .. }) => {
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

/// One of several tabs (Docusaurus, Mintlify).
fn is_tab(name: &str) -> bool {
    matches!(name, "tabitem" | "tab")
}
