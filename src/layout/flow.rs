//! Inlines as one text with the style of each part, ready to be wrapped.

use super::page::Page;
use super::{FindTerms, Piece, Target, Words};
use crate::doc::{Inline, Marks, Run};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use std::ops::Range;

/// The text of a paragraph, a heading or a cell, and the parts that it is made of.
#[derive(Default)]
pub(super) struct Flow {
    pub text: Clean,
    /// In order, without gaps.
    pub parts: Vec<Part>,
    /// Where lines end that must end, in bytes of `text`.
    pub ends: Vec<usize>,
}

/// Part of a flow, of one style.
#[derive(Clone)]
pub(super) struct Part {
    pub range: Range<usize>,
    pub role: Role,
    pub marks: Marks,
    pub span: Span,
    /// Whether the text is that of `span` byte for byte.
    exact: bool,
    pub target: Option<Target>,
    pub term: Option<u32>,
    /// Whether it counts as plain text, in which terms are found.
    plain: bool,
}

impl Part {
    /// The piece of a row with the bytes `range` of the flow, which are this part's.
    pub fn piece(&self, text: &Clean, range: Range<usize>) -> Piece {
        Piece {
            role: self.role,
            marks: self.marks,
            span: self.sub(&range),
            text: text.slice(range),
            target: self.target.clone(),
            term: self.term,
        }
    }

    fn sub(&self, range: &Range<usize>) -> Span {
        if !self.exact {
            return self.span;
        }
        let to_note = |at: usize| self.span.start + at.saturating_sub(self.range.start);
        Span::new(to_note(range.start), to_note(range.end))
    }

    /// Uses of terms are not shown in links, code and formulas.
    fn is_closed(&self) -> bool {
        let is_code = self.marks.has(Marks::CODE) || self.marks.has(Marks::MATH);
        self.target.is_some() || is_code
    }
}

/// What a run of `base` is, given its link and its marks.
fn role(base: Role, link: bool, marks: Marks) -> Role {
    match base {
        _ if link => Role::Link,
        Role::Heading(_) | Role::TableHead | Role::Definition => base,
        _ if marks.has(Marks::CODE) => Role::Code,
        _ if marks.has(Marks::KBD) => Role::Key,
        _ if marks.has(Marks::MATH) => Role::Math,
        _ => base,
    }
}

impl Flow {
    /// The flow of `inlines`, which are `base` where nothing else is said.
    pub fn new(inlines: &[Inline], base: Role, words: &Words) -> Flow {
        let mut flow = Flow::default();
        for inline in inlines {
            flow.push(inline, base, words);
        }
        flow
    }

    /// The same, with the uses of terms marked.
    pub fn with_terms(inlines: &[Inline], base: Role, page: &Page<'_>) -> Flow {
        let mut flow = Flow::new(inlines, base, page.options.words);
        if let Some(find) = page.options.find_terms {
            flow.mark_terms(find);
        }
        flow
    }

    /// A flow of pieces that are there already.
    pub fn of_pieces(pieces: Vec<Piece>) -> Flow {
        let mut flow = Flow::default();
        for Piece { role, marks, text, span, target, term } in pieces {
            flow.add(&text, Part { marks, span, target, term, ..part(role) });
        }
        flow
    }

    /// Adds `inline`.
    pub fn push(&mut self, inline: &Inline, base: Role, words: &Words) {
        match inline {
            Inline::Text(run) => {
                let role = role(base, run.link.is_some(), run.marks);
                let exact = run.text.len() == run.span.len();
                let target = run.link.clone().map(Target::Link);
                let plain = Part { exact, plain: true, target, ..part(role) };
                let own = Part { marks: run.marks, span: run.span, ..plain };
                if run.marks.has(Marks::SUP) {
                    let (before, after) = self.signs_of_power(run);
                    self.decor(role, before);
                    self.add(&run.text, own);
                    self.decor(role, after);
                } else {
                    self.add(&run.text, own);
                }
            }
            Inline::Image { alt, link, span, .. } => {
                let role = |own| if link.is_some() { Role::Link } else { own };
                let target = || link.clone().map(Target::Link);
                let of_link = |own| Part { target: target(), ..part(role(own)) };
                self.decor(Role::Label, "[");
                if alt.is_empty() {
                    let span = if link.is_some() { *span } else { Span::default() };
                    self.add(&words.image, Part { span, ..of_link(Role::Label) });
                } else {
                    self.decor(Role::Label, &words.image);
                    self.decor(Role::Label, ": ");
                    let plain = Part { plain: true, ..of_link(Role::Image) };
                    self.add(alt, Part { span: *span, ..plain });
                }
                self.decor(Role::Label, "]");
            }
            Inline::Footnote { label, span } => {
                let mut text = Clean::new("[");
                text.push(label);
                text.push(&Clean::new("]"));
                let target = Some(Target::Footnote(span.start));
                self.add(&text, Part { span: *span, target, ..part(Role::Footnote) });
            }
            Inline::Break { hard, span } => {
                let exact = span.len() == 1;
                self.add(&Clean::new(" "), Part { span: *span, exact, plain: true, ..part(base) });
                if *hard {
                    self.ends.push(self.text.len());
                }
            }
        }
    }

    /// What sets a raised `run` off from the number or name before it: `x2` is no `x^2`. Words
    /// (`1st`) need nothing.
    fn signs_of_power(&self, run: &Run) -> (&'static str, &'static str) {
        let goes_on = self.parts.last().is_some_and(|part| part.marks.has(Marks::SUP));
        let base = self.text.chars().next_back();
        if goes_on || !base.is_some_and(|c| c.is_alphanumeric() || c == ')') {
            return ("", "");
        }
        let is_sign = |c: char| matches!(c, '+' | '-' | '−' | '*' | '/' | '.' | '(' | ')');
        let (mut letters, mut is_sum) = (0, false);
        for (at, c) in run.text.chars().enumerate() {
            letters = if c.is_alphabetic() { letters + 1 } else { 0 };
            is_sum |= at > 0 && is_sign(c);
            if letters > 1 || !(c.is_alphanumeric() || is_sign(c)) {
                return ("", "");
            }
        }
        if is_sum { ("^(", ")") } else { ("^", "") }
    }

    /// Adds `other` at the end, in the same line.
    pub fn append(&mut self, other: Flow) {
        let start = self.text.len();
        self.text.push(&other.text);
        self.ends.extend(other.ends.into_iter().map(|end| start + end));
        let moved = |part: Part| {
            let range = start + part.range.start..start + part.range.end;
            Part { range, ..part }
        };
        self.parts.extend(other.parts.into_iter().map(moved));
    }

    /// Adds text that is not of the note.
    pub fn decor(&mut self, role: Role, text: &str) {
        self.add(&Clean::new(text), part(role));
    }

    fn add(&mut self, text: &Clean, part: Part) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push(text);
        self.parts.push(Part { range: start..self.text.len(), ..part });
    }

    /// Marks what `find` finds in the plain text. A use that touches a link or code is left out.
    fn mark_terms(&mut self, find: FindTerms<'_>) {
        let mut plain = String::with_capacity(self.text.len());
        for part in self.parts.iter().filter(|part| part.plain) {
            plain.push_str(self.text.get(part.range.clone()).unwrap_or(""));
        }
        let mut found = find(&plain);
        found.retain(|(range, _)| plain.get(range.clone()).is_some_and(|text| !text.is_empty()));
        found.sort_by_key(|(range, _)| range.start);
        let mut end = 0;
        found.retain(|(range, _)| {
            let apart = range.start >= end;
            end = end.max(range.end);
            apart
        });
        let mut open = vec![true; found.len()];
        self.each_use(&found, |part, _, index| {
            if let (true, Some(open)) = (part.is_closed(), open.get_mut(index)) {
                *open = false;
            }
        });
        let mut open = open.into_iter();
        found.retain(|_| open.next() == Some(true));
        if found.is_empty() {
            return;
        }
        let mut uses = Vec::new();
        self.each_use(&found, |_, range, index| uses.push((range, index)));
        self.split(uses, &found);
    }

    /// Calls `each` for every part of the flow that one of `found` covers, with what it covers.
    fn each_use(
        &self,
        found: &[(Range<usize>, u32)],
        mut each: impl FnMut(&Part, Range<usize>, usize),
    ) {
        let (mut at, mut next) = (0, 0);
        for part in self.parts.iter().filter(|part| part.plain) {
            let end = at + part.range.len();
            while found.get(next).is_some_and(|(range, _)| range.end <= at) {
                next += 1;
            }
            for (index, (range, _)) in found.iter().enumerate().skip(next) {
                if range.start >= end {
                    break;
                }
                let to_flow = |byte: usize| part.range.start + byte.clamp(at, end) - at;
                each(part, to_flow(range.start)..to_flow(range.end), index);
            }
            at = end;
        }
    }

    /// Cuts the parts so that each of `uses` (in order, each within one part) is a part of its own.
    fn split(&mut self, uses: Vec<(Range<usize>, usize)>, found: &[(Range<usize>, u32)]) {
        let mut uses = uses.into_iter().peekable();
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in std::mem::take(&mut self.parts) {
            let mut from = part.range.start;
            while let Some((range, index)) = uses.next_if(|(range, _)| range.end <= part.range.end)
            {
                if from < range.start {
                    parts.push(part.within(from..range.start));
                }
                from = range.end;
                let role = match part.role {
                    Role::Text | Role::Quote => Role::Term,
                    role => role,
                };
                let term = found.get(index).map(|(_, term)| *term);
                parts.push(Part { role, term, ..part.within(range) });
            }
            if from < part.range.end {
                parts.push(part.within(from..part.range.end));
            }
        }
        self.parts = parts;
    }
}

impl Part {
    fn within(&self, range: Range<usize>) -> Part {
        Part { span: self.sub(&range), range, ..self.clone() }
    }
}

fn part(role: Role) -> Part {
    let (marks, span) = (Marks::NONE, Span::default());
    Part { range: 0..0, role, marks, span, exact: false, target: None, term: None, plain: false }
}
