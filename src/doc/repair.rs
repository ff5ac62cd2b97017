//! A copy of a part of a note in which Markdown's grammar reads what the author meant.
//!
//! Only two things are done to the copy: short texts are inserted (and remembered, so that every
//! offset can be taken back to the note), and bytes are replaced by as many others.

use std::borrow::Cow;
use std::ops::Range;

use super::block_tag;
use super::bullets;
use super::dialect::Fence;
use super::emphasis;
use super::formula::Formulas;
use super::parser::parser;
use super::replace::readable;
use super::surplus;
use crate::text::span::Span;

/// The copy, and the way back.
pub struct Repaired<'a> {
    /// The text for the parser.
    pub text: Cow<'a, str>,
    /// The part as the note has it.
    part: &'a str,
    /// Where the part stands in the note.
    base: usize,
    /// What was inserted, as ranges of `text`, ascending, each with the bytes inserted before it.
    inserted: Vec<(Range<usize>, usize)>,
}

impl Repaired<'_> {
    /// The offset in the note of the offset `at` in the copy.
    pub fn back(&self, at: usize) -> usize {
        let before = self.inserted.partition_point(|(range, _)| range.start < at);
        let removed = match before.checked_sub(1).and_then(|last| self.inserted.get(last)) {
            Some((range, earlier)) => earlier + range.end.min(at) - range.start,
            None => 0,
        };
        self.base + at - removed
    }

    /// The span in the note of a range of the copy.
    pub fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.back(range.start), self.back(range.end))
    }

    /// A range of the copy without what was put into it.
    pub fn written(&self, range: &Range<usize>) -> Cow<'_, str> {
        let text = |range: Range<usize>| self.text.get(range).unwrap_or("");
        let first = self.inserted.partition_point(|(insert, _)| insert.end <= range.start);
        let inside = self.inserted.iter().skip(first).map(|(insert, _)| insert);
        let mut inside = inside.take_while(|insert| insert.start < range.end).peekable();
        if inside.peek().is_none() {
            return Cow::Borrowed(text(range.clone()));
        }
        let mut written = String::with_capacity(range.len());
        let mut from = range.start;
        for insert in inside {
            written.push_str(text(from..insert.start.max(from)));
            from = insert.end.min(range.end);
        }
        written.push_str(text(from..range.end));
        Cow::Owned(written)
    }

    /// What the note itself has at `span`.
    pub fn original(&self, span: Span) -> &str {
        let at = |offset: usize| offset.saturating_sub(self.base);
        self.part.get(at(span.start)..at(span.end)).unwrap_or("")
    }

    /// What the note has after the offset `at` in it, as far as the part goes.
    pub fn after(&self, at: usize) -> &str {
        self.part.get(at.saturating_sub(self.base)..).unwrap_or("")
    }

    /// Whether all of `range` was put in here, so that nothing in the note stands for it.
    pub fn is_inserted(&self, range: &Range<usize>) -> bool {
        let before = self.inserted.partition_point(|(insert, _)| insert.start <= range.start);
        before
            .checked_sub(1)
            .and_then(|last| self.inserted.get(last))
            .is_some_and(|(insert, _)| range.end <= insert.end)
    }
}

/// Repairs `part`, which stands at `base` in its note and has such formulas, and puts `before`
/// (definitions made elsewhere) in front of it.
pub fn repair<'a>(part: &'a str, base: usize, formulas: Formulas, before: &str) -> Repaired<'a> {
    let mut inserts: Vec<(usize, Cow<'static, str>)> = Vec::new();
    if let Some(at) = heading_without_space(part) {
        inserts.push((at, " ".into()));
    }
    let text = readable(part);
    lines_apart(part, &text, &mut inserts);
    if formulas == Formulas::Double || needs_a_look(&text) {
        let code = leaves(&text);
        bullets::repair(&text, &code.code, &mut inserts);
        for leaf in &code.text {
            emphasis::repair(&text, leaf.clone(), formulas, &mut inserts);
        }
        for row in &code.rows {
            surplus::repair(&text, row, &mut inserts);
        }
    }
    inserts.sort_by_key(|(at, _)| *at);
    if inserts.is_empty() && before.is_empty() {
        return Repaired { text, part, base, inserted: Vec::new() };
    }
    let mut copy = String::with_capacity(text.len() + before.len() + inserts.len() * 8);
    let mut inserted = Vec::with_capacity(inserts.len() + 1);
    let mut total = before.len();
    if !before.is_empty() {
        copy.push_str(before);
        inserted.push((0..total, 0));
    }
    let mut done = 0;
    for (at, what) in &inserts {
        copy.push_str(text.get(done..*at).unwrap_or(""));
        let start = copy.len();
        copy.push_str(what);
        inserted.push((start..copy.len(), total));
        total += what.len();
        done = *at;
    }
    copy.push_str(text.get(done..).unwrap_or(""));
    Repaired { text: Cow::Owned(copy), part, base, inserted }
}

/// Where the space is missing in a `#7.Title` that opens `part`, after the hashes.
///
/// Only digits and then `.`, `)` or `-` make such a line a heading: `#tag` is a tag.
pub fn heading_without_space(part: &str) -> Option<usize> {
    let line = part.lines().next()?;
    let indent = line.len() - line.trim_start_matches(' ').len();
    let hashes = line[indent..].len() - line[indent..].trim_start_matches('#').len();
    let rest = &line[indent + hashes..];
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let follows = rest[digits..].starts_with(['.', ')', '-']);
    (indent < 4 && (1..=6).contains(&hashes) && digits > 0 && follows).then_some(indent + hashes)
}

/// Sets the lines that open and end a part apart from the text round them: `:::note` (Docusaurus) and
/// `!!! note` (MkDocs), which is read as an item; and tags that
/// set a part apart.
fn lines_apart(part: &str, text: &str, inserts: &mut Vec<(usize, Cow<'static, str>)>) {
    let marks = [":::", "!!! ", "???", "=== \"", "{%", "{{<", "{{%"];
    if !marks.iter().any(|mark| part.contains(mark)) {
        return;
    }
    let mut fence = Fence::default();
    let mut at = 0;
    for line in part.split_inclusive('\n') {
        let bare = line.trim_start_matches(' ');
        let start = at + line.len() - bare.len();
        at += line.len();
        if fence.goes_over(bare) {
            continue;
        }
        if bare.starts_with(":::") {
            inserts.push((at - line.len(), "\n".into()));
            // Else the line above would be the name of a definition.
            inserts.push((start, emphasis::INVISIBLE.into()));
            inserts.push((at, "\n".into()));
        } else if bare.starts_with('{') && line.len() - bare.len() < 4 {
            if block_tag::read(bare).is_some() {
                inserts.push((at - line.len(), "\n".into()));
                inserts.push((at, "\n".into()));
            }
        } else if bare.starts_with(['!', '?', '=']) && text.get(start..start + 1) == Some("+") {
            inserts.push((at, "\n".into()));
        }
    }
}

/// Whether anything in `text` could want one of the repairs that need a parse to be done safely.
fn needs_a_look(text: &str) -> bool {
    emphasis::is_wanted(text) || surplus::is_wanted(text) || bullets::is_wanted(text)
}

/// The leaves of a text: where its code stands (no repair there) and where its inline text does; and
/// the rows of tables that have too many cells.
#[derive(Default)]
struct Leaves {
    code: Vec<Range<usize>>,
    text: Vec<Range<usize>>,
    rows: Vec<surplus::Row>,
}

fn leaves(text: &str) -> Leaves {
    use pulldown_cmark::{Event, Tag, TagEnd};
    let mut leaves = Leaves::default();
    let (mut columns, mut cells) = (0, 0..0);
    let mut open: Option<Range<usize>> = None;
    let mut close = |open: &mut Option<Range<usize>>| leaves.text.extend(open.take());
    for (event, range) in parser(text).into_offset_iter() {
        match &event {
            Event::Start(Tag::Table(align)) => columns = align.len(),
            Event::Start(Tag::TableRow) => cells = range.end..range.end,
            Event::Start(Tag::TableCell) => {
                cells = cells.start.min(range.start)..range.end;
            }
            Event::End(TagEnd::TableRow) => {
                let rest = text.get(cells.end..range.end).unwrap_or("");
                if surplus::is_surplus(rest) {
                    let range = cells.start..range.end;
                    leaves.rows.push(surplus::Row { range, columns });
                }
            }
            _ => {}
        }
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => {
                close(&mut open);
                leaves.code.push(range);
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell)
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell) => {
                close(&mut open);
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            | Event::Start(Tag::Image { .. })
            | Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::SoftBreak
            | Event::HardBreak => {
                let inside_code = leaves.code.last().is_some_and(|code| code.end >= range.end);
                if !inside_code {
                    let leaf = open.get_or_insert(range.clone());
                    leaf.end = leaf.end.max(range.end);
                }
            }
            Event::Start(_) => close(&mut open),
            Event::End(TagEnd::Item | TagEnd::List(_) | TagEnd::BlockQuote(_)) => close(&mut open),
            _ => {}
        }
    }
    close(&mut open);
    leaves
}
