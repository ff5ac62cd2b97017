//! Inlines as one text with the style of each part, ready to be wrapped.

use super::page::Page;
use super::{FindTerms, Options, Piece, Target, script, signs};
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
    /// What the note has where `text` is in other letters: terms are found in it.
    read: Option<Clean>,
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
    pub fn new(inlines: &[Inline], base: Role, options: &Options<'_>) -> Flow {
        let mut flow = Flow::default();
        let mut rest = inlines;
        while let Some((inline, after)) = rest.split_first() {
            rest = after;
            if let Some((runs, after, up)) = script::first(inline, after) {
                rest = after;
                flow.push_script(&runs, up, base, options.ascii);
            } else {
                flow.push(inline, base, options);
            }
        }
        flow
    }

    /// The same, with the uses of terms marked.
    pub fn with_terms(inlines: &[Inline], base: Role, page: &Page<'_>) -> Flow {
        let mut flow = Flow::new(inlines, base, page.options);
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

    fn push(&mut self, inline: &Inline, base: Role, options: &Options<'_>) {
        let words = options.words;
        match inline {
            Inline::Text(run) => self.push_run(run, base, options.ascii),
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

    fn push_run(&mut self, run: &Run, base: Role, ascii: bool) {
        let role = role(base, run.link.is_some(), run.marks);
        let exact = run.text.len() == run.span.len();
        let target = run.link.clone().map(Target::Link);
        let plain = Part { exact, plain: true, target, ..part(role) };
        // Of the note's own text this changes nothing.
        let text = if exact || !ascii { None } else { signs::in_ascii(&run.text) };
        let text = text.as_ref().unwrap_or(&run.text);
        self.add(text, Part { marks: run.marks, span: run.span, ..plain });
    }

    /// Adds `runs` that are raised (`up`) or lowered together.
    fn push_script(&mut self, runs: &[&Run], up: bool, base: Role, ascii: bool) {
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let small = script::letters(&text, up).filter(|_| !ascii);
        let Some(small) = small else {
            let (before, after) = script::signs(self.text.chars().next_back(), &text, up);
            let role = runs.first().map_or(base, |run| role(base, run.link.is_some(), run.marks));
            self.decor(role, before);
            runs.iter().for_each(|run| self.push_run(run, base, ascii));
            self.decor(role, after);
            return;
        };
        let mut small = small.chars();
        for run in runs {
            let letters: String = small.by_ref().take(run.text.chars().count()).collect();
            let first = self.parts.len();
            self.push_run(&Run { text: Clean::new(&letters), ..(*run).clone() }, base, ascii);
            if let Some(part) = self.parts.get_mut(first) {
                (part.exact, part.read) = (false, Some(run.text.clone()));
            }
        }
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
            let own = || self.text.get(part.range.clone()).unwrap_or("");
            plain.push_str(part.read.as_deref().unwrap_or_else(own));
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
            let end = at + part.read.as_ref().map_or(part.range.len(), |read| read.len());
            while found.get(next).is_some_and(|(range, _)| range.end <= at) {
                next += 1;
            }
            for (index, (range, _)) in found.iter().enumerate().skip(next) {
                if range.start >= end {
                    break;
                }
                let to_flow = |byte: usize| part.range.start + byte.clamp(at, end) - at;
                let within = to_flow(range.start)..to_flow(range.end);
                // What is in other letters goes as a whole.
                each(part, part.read.as_ref().map_or(within, |_| part.range.clone()), index);
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
    let (exact, plain, read) = (false, false, None);
    Part { range: 0..0, role, marks, span, exact, target: None, term: None, plain, read }
}
