//! Terms of one note: its parts are read, and what defines something is taken.

use std::sync::Arc;

use super::super::note::Part;
use super::super::{Note, Place};
use super::{Entry, Origin, Sense, may_hide_terms, name};
use crate::doc::{self, Block, Cell, Definition, Inline, Item, Marks, Run, plain};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// Everything that `note` defines, in reading order; `inferred`: also what only reads like a
/// definition.
pub(super) fn entries(index: usize, note: &Note, inferred: bool) -> Vec<Entry> {
    let mut reader = Reader { note, index, entries: Vec::new(), keep_blocks: false };
    reader.one_term_a_file();
    for (i, part) in note.parts.iter().enumerate() {
        let kind = reader.kind(part.section);
        // A plain paragraph defines something only where terms are explained.
        let explains = matches!(kind, Kind::Glossary | Kind::Entry)
            || part.may_define.explicit
            || may_hide_terms(part.span.of(&note.text));
        if explains || inferred && part.may_define.lists {
            let from = reader.entries.len();
            reader.part(part, kind, &note.blocks(i));
            if !inferred {
                let mut at = 0;
                reader.entries.retain(|entry| {
                    at += 1;
                    at <= from || entry.sense.origin.is_explicit()
                });
            }
        }
    }
    reader.entries
}

/// Where to read what a sense says: its block, which is a small piece of its part and nearly always
/// reads the same alone; else its part.
pub(super) fn places(note: &Note, sense: &Sense) -> impl Iterator<Item = Span> + use<> {
    let Span { start, end } = sense.block;
    let line = note.text.get(..start).and_then(|before| before.rfind('\n'));
    let block = Span::new(line.map_or(0, |line| line + 1), end);
    let part = note.parts.get(note.part_at(start)).map(|part| part.span);
    [block].into_iter().chain(part)
}

/// Everything that `span` of `note` defines, one of the [`places`] of `sense`, with what it says.
pub(super) fn again(index: usize, note: &Note, sense: &Sense, span: Span) -> Vec<Entry> {
    let mut reader = Reader { note, index, entries: Vec::new(), keep_blocks: true };
    reader.one_term_a_file();
    if let Some(part) = note.parts.get(note.part_at(sense.block.start)) {
        let kind = reader.kind(part.section);
        reader.part(part, kind, &doc::read(&note.text, span, &note.definitions));
    }
    reader.entries
}

/// What a section's items are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Terms, explained.
    Glossary,
    /// A section under a glossary, whose title is the term.
    Entry,
    /// Aspects of what the section is about.
    Aspects,
    Plain,
}

struct Reader<'a> {
    note: &'a Note,
    index: usize,
    entries: Vec<Entry>,
    /// Blocks take much memory, and are of use only where a meaning is shown.
    keep_blocks: bool,
}

impl Reader<'_> {
    fn kind(&self, section: Option<usize>) -> Kind {
        let Some(section) = section.and_then(|at| self.note.sections.get(at)) else {
            return if name::is_glossary(&self.note.title()) {
                Kind::Glossary
            } else {
                Kind::Plain
            };
        };
        let mut above = section.parent;
        while let Some(parent) = above.and_then(|at| self.note.sections.get(at)) {
            if name::is_glossary(&parent.title) {
                return Kind::Entry;
            }
            above = parent.parent;
        }
        if name::is_glossary(&section.title) {
            Kind::Glossary
        } else if name::is_aspects(&section.title) {
            Kind::Aspects
        } else {
            Kind::Plain
        }
    }

    /// Reads a part, or a block of it.
    fn part(&mut self, part: &Part, kind: Kind, blocks: &[Block]) {
        let place = Place { note: self.index, section: part.section };
        if kind == Kind::Entry {
            self.section_entry(place, part.span, blocks);
        }
        for block in blocks {
            let from = self.entries.len();
            self.blocks(std::slice::from_ref(block), place, kind);
            let span = block.span();
            for (entry, nth) in self.entries.iter_mut().skip(from).zip(0..) {
                let sense = Arc::make_mut(&mut entry.sense);
                (sense.block, sense.nth) = (span, nth);
            }
        }
    }

    fn add(&mut self, names: (Clean, Vec<Clean>), meaning: Meaning) {
        let (name, aliases) = names;
        let Meaning { blocks, place, span, origin } = meaning;
        let definition = doc::text(&blocks);
        let sense = Arc::new(Sense { definition, place, span, origin, block: span, nth: 0 });
        let blocks = if self.keep_blocks { blocks } else { Vec::new() };
        self.entries.push(Entry { name, aliases, sense, blocks });
    }

    /// A file whose front matter explains one term, as the Kubernetes documents have them.
    fn one_term_a_file(&mut self) {
        let front = &self.note.front;
        let (Some(title), Some(definition)) = (&front.title, &front.short_description) else {
            return;
        };
        let Some((name, mut aliases)) = name::explicit(title) else { return };
        aliases.extend(front.aka.iter().cloned());
        let place = Place { note: self.index, section: None };
        let text = Inline::Text(Run { text: definition.clone(), ..Run::default() });
        let blocks = vec![Block::Paragraph { content: vec![text], span: Span::default() }];
        let meaning = meaning(blocks, place, Span::default(), Origin::FrontMatter);
        self.add((name, aliases), meaning);
    }

    /// A section under a glossary: its title is the term, its text the definition.
    fn section_entry(&mut self, place: Place, part: Span, blocks: &[Block]) {
        let Some(section) = place.section.and_then(|at| self.note.sections.get(at)) else { return };
        let body: Vec<Block> = blocks
            .iter()
            .filter(
                |block| !matches!(block, Block::Heading { span, .. } if *span == section.heading),
            )
            .filter(|block| !matches!(block, Block::Heading { .. }))
            .cloned()
            .collect();
        if let (Some(names), false) = (name::explicit(&section.title), body.is_empty()) {
            self.add(names, meaning(body, place, section.heading, Origin::GlossarySection));
            // It is all of the part.
            if let Some(entry) = self.entries.last_mut() {
                let sense = Arc::make_mut(&mut entry.sense);
                (sense.block, sense.nth) = (part, u32::MAX);
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block], place: Place, kind: Kind) {
        for block in blocks {
            match block {
                Block::List { items, .. } => {
                    for item in items {
                        self.item(item, place, kind);
                    }
                }
                Block::Paragraph { content, span } => self.paragraph(content, *span, place, kind),
                Block::Definitions { items, .. } => self.definitions(items, place),
                Block::Table { head, rows, .. } => self.table(head, rows, place, kind),
                Block::Quote { blocks, .. }
                | Block::Callout { blocks, .. }
                | Block::Details { blocks, .. } => self.blocks(blocks, place, kind),
                _ => {}
            }
        }
    }

    fn item(&mut self, item: &Item, place: Place, kind: Kind) {
        let Some((Block::Paragraph { content, .. }, rest)) = item.blocks.split_first() else {
            return self.blocks(&item.blocks, place, kind);
        };
        let found = split(content, kind == Kind::Glossary, !rest.is_empty());
        let names = found.as_ref().and_then(|(raw, definition)| match kind {
            Kind::Glossary => name::explicit(raw),
            Kind::Plain if item.task.is_none() => {
                let text = plain(definition);
                name::inferred(raw).filter(|_| name::defines(&text, !rest.is_empty()))
            }
            _ => None,
        });
        let (Some(names), Some((_, definition))) = (names, found) else {
            // What an aspect or a question lists is no term either, but may hold one that is.
            return self.blocks(rest, place, kind);
        };
        // What stands below a term explains it: nothing there is a term of its own.
        let origin =
            if kind == Kind::Glossary { Origin::GlossarySection } else { Origin::ListItem };
        let mut blocks = paragraph(definition);
        blocks.extend(rest.iter().cloned());
        if !blocks.is_empty() {
            self.add(names, meaning(blocks, place, item.span, origin));
        }
    }

    fn paragraph(&mut self, content: &[Inline], span: Span, place: Place, kind: Kind) {
        if kind != Kind::Glossary {
            return;
        }
        // In a glossary each line of a paragraph may explain a term.
        for line in content.split(|inline| matches!(inline, Inline::Break { .. })) {
            if let Some((raw, definition)) = split(line, true, false)
                && let (Some(names), false) = (name::explicit(&raw), definition.is_empty())
            {
                let blocks = paragraph(definition);
                self.add(names, meaning(blocks, place, span, Origin::GlossarySection));
            }
        }
    }

    fn definitions(&mut self, items: &[Definition], place: Place) {
        for item in items {
            let mut names =
                item.names.iter().filter_map(|cell| name::explicit(&plain(&cell.content)));
            let Some((name, mut aliases)) = names.next() else { continue };
            for (other, more) in names {
                aliases.push(other);
                aliases.extend(more);
            }
            for meaning in item.meanings.iter().filter(|meaning| !meaning.is_empty()) {
                let abbreviated = item.span.of(&self.note.text).starts_with("*[");
                let origin = match abbreviated {
                    true => Origin::Abbreviation,
                    false => Origin::DefinitionList,
                };
                let meaning = self::meaning(meaning.clone(), place, item.span, origin);
                // The other names come with the first meaning: many of both must not multiply.
                self.add((name.clone(), std::mem::take(&mut aliases)), meaning);
            }
        }
    }

    fn table(&mut self, head: &[Cell], rows: &[Vec<Cell>], place: Place, kind: Kind) {
        const NAMES: [&str; 12] = [
            "용어",
            "개념",
            "단어",
            "약어",
            "키워드",
            "용어명",
            "term",
            "terms",
            "concept",
            "word",
            "acronym",
            "abbreviation",
        ];
        const MEANINGS: [&str; 13] = [
            "설명",
            "정의",
            "뜻",
            "의미",
            "내용",
            "풀이",
            "해설",
            "definition",
            "description",
            "meaning",
            "explanation",
            "full name",
            "원어",
        ];
        let title = |at: usize| {
            head.get(at).map(|cell| plain(&cell.content).trim().to_lowercase()).unwrap_or_default()
        };
        let column = (1..head.len()).find(|at| MEANINGS.contains(&title(*at).as_str()));
        let of_terms = NAMES.contains(&title(0).as_str()) && column.is_some();
        if !of_terms && kind != Kind::Glossary {
            return;
        }
        let column = column.unwrap_or(1);
        for row in rows {
            let (Some(name), Some(definition)) = (row.first(), row.get(column)) else { continue };
            if definition.content.is_empty() {
                continue;
            }
            if let Some(names) = name::explicit(&plain(&name.content)) {
                let blocks = paragraph(definition.content.clone());
                self.add(names, meaning(blocks, place, name.span, Origin::Table));
            }
        }
    }
}

fn paragraph(content: Vec<Inline>) -> Vec<Block> {
    let spans = content.iter().map(Inline::span);
    match spans.reduce(Span::join) {
        Some(span) => vec![Block::Paragraph { content, span }],
        None => Vec::new(),
    }
}

/// What something means, and where that was found.
struct Meaning {
    blocks: Vec<Block>,
    place: Place,
    span: Span,
    origin: Origin,
}

fn meaning(blocks: Vec<Block>, place: Place, span: Span, origin: Origin) -> Meaning {
    Meaning { blocks, place, span, origin }
}

/// Cuts `Name: definition` (and `**Name** - definition`) in two: the name, and the inlines after it.
/// A colon counts outside code and links, before a space or at the end.
fn split(content: &[Inline], glossary: bool, has_children: bool) -> Option<(String, Vec<Inline>)> {
    let mut before = String::new();
    for (i, inline) in content.iter().enumerate() {
        let Inline::Text(run) = inline else { return None };
        let is_code = run.marks.has(Marks::CODE) || run.marks.has(Marks::MATH);
        let plain_text = !is_code && run.link.is_none();
        if plain_text {
            let next = content.get(i + 1);
            if let Some((at, length)) = separator(run, &before, next, glossary) {
                before.push_str(run.text.get(..at)?);
                let rest = run.text.get(at + length..)?;
                let skipped = rest.len() - rest.trim_start().len();
                let mut definition = Vec::new();
                let start = at + length + skipped;
                if start < run.text.len() {
                    let span = if run.text.len() == run.span.len() {
                        Span::new(run.span.start + start, run.span.end)
                    } else {
                        run.span
                    };
                    let text = run.text.slice(start..run.text.len());
                    definition.push(Inline::Text(Run { text, span, ..run.clone() }));
                }
                definition.extend(content[i + 1..].iter().cloned());
                let complete = has_children || !definition.is_empty();
                return complete.then_some((before, definition));
            }
        }
        before.push_str(&run.text);
        if before.len() > 400 {
            return None;
        }
    }
    // In a glossary a name in bold over what explains it needs no colon.
    let bold =
        content.iter().all(|i| matches!(i, Inline::Text(run) if run.marks.has(Marks::STRONG)));
    (glossary && has_children && bold && !before.is_empty()).then_some((before, Vec::new()))
}

/// Where the name ends in `run`, and how long what separates it from the definition is.
fn separator(
    run: &Run,
    before: &str,
    next: Option<&Inline>,
    glossary: bool,
) -> Option<(usize, usize)> {
    let text = run.text.as_str();
    for (at, c) in text.char_indices() {
        let length = c.len_utf8();
        let follows = text[at + length..].chars().next();
        match c {
            ':' | '：' => {
                let ends = match follows {
                    Some(follows) => follows.is_whitespace() || c == '：',
                    None => next
                        .is_none_or(|next| matches!(next, Inline::Text(_) | Inline::Break { .. })),
                };
                let doubled = follows == Some(':') || text[..at].ends_with(':');
                return (ends && !doubled).then_some((at, length));
            }
            '-' | '–' | '—' => {
                let spaced = follows.is_some_and(char::is_whitespace)
                    && (text[..at].ends_with(' ') || (at == 0 && before.ends_with(' ')));
                // Outside a glossary a dash separates only what is set off as a name.
                let marked = text[..at].trim().is_empty() && !before.is_empty();
                if spaced && (glossary || marked) {
                    return Some((at, length));
                }
            }
            _ => {}
        }
    }
    None
}
