//! Terms of one note: its parts are read, and what defines something is taken.

use super::super::{Note, Place};
use super::{Entry, Origin, Sense, name};
use crate::doc::{Block, Cell, Definition, Inline, Item, Marks, Run, plain};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// Everything that `note` defines, in reading order.
pub(super) fn entries(index: usize, note: &Note) -> Vec<Entry> {
    let mut reader = Reader { note, index, entries: Vec::new() };
    reader.one_term_a_file();
    for (i, part) in note.parts.iter().enumerate() {
        let kind = reader.kind(part.section);
        // A plain paragraph defines something only where terms are explained.
        if part.may_define || kind == Kind::Glossary || kind == Kind::Entry {
            let place = Place { note: index, section: part.section };
            let blocks = note.blocks(i);
            if kind == Kind::Entry {
                reader.section_entry(place, &blocks);
            }
            reader.blocks(&blocks, place, kind);
        }
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

    fn add(&mut self, names: (Clean, Vec<Clean>), sense: Sense) {
        let (name, aliases) = names;
        self.entries.push(Entry { name, aliases, sense });
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
        let origin = Origin::FrontMatter;
        let definition = definition.clone();
        self.add(
            (name, aliases),
            Sense { definition, blocks, place, span: Span::default(), origin },
        );
    }

    /// A section under a glossary: its title is the term, its text the definition.
    fn section_entry(&mut self, place: Place, blocks: &[Block]) {
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
            let sense = sense(body, place, section.heading, Origin::GlossarySection);
            self.add(names, sense);
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
            self.add(names, sense(blocks, place, item.span, origin));
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
                self.add(names, sense(blocks, place, span, Origin::GlossarySection));
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
                let sense = sense(meaning.clone(), place, item.span, origin);
                // The other names come with the first meaning: many of both must not multiply.
                self.add((name.clone(), std::mem::take(&mut aliases)), sense);
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
        let meaning = (1..head.len()).find(|at| MEANINGS.contains(&title(*at).as_str()));
        let of_terms = NAMES.contains(&title(0).as_str()) && meaning.is_some();
        if !of_terms && kind != Kind::Glossary {
            return;
        }
        let meaning = meaning.unwrap_or(1);
        for row in rows {
            let (Some(name), Some(definition)) = (row.first(), row.get(meaning)) else { continue };
            if definition.content.is_empty() {
                continue;
            }
            if let Some(names) = name::explicit(&plain(&name.content)) {
                let blocks = paragraph(definition.content.clone());
                self.add(names, sense(blocks, place, name.span, Origin::Table));
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

fn sense(blocks: Vec<Block>, place: Place, span: Span, origin: Origin) -> Sense {
    let definition = crate::doc::text(&blocks);
    Sense { definition, blocks, place, span, origin }
}

/// Cuts `Name: definition` (and `**Name** - definition`) in two: the name, and the inlines after it.
/// A colon counts outside code and links, before a space or at the end.
fn split(content: &[Inline], glossary: bool, has_children: bool) -> Option<(String, Vec<Inline>)> {
    let mut before = String::new();
    for (i, inline) in content.iter().enumerate() {
        let Inline::Text(run) = inline else { return None };
        let plain_text = !run.marks.has(Marks::CODE) && run.link.is_none();
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
