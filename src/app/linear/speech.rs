//! Blocks as lines to be heard: one after the other, each saying what it is, nothing told by its place.
//!
//! No text is wrapped, boxed or coloured. What is folded on a screen is open here, for there is
//! nothing to unfold it with.

mod inline;

use std::sync::Arc;

use crate::doc::{Block, Callout, Cell, CodeLine, Definition, Inline, Item, Link, Start, plain};
use crate::text::sanitize::Clean;
use crate::text::width::{ellipsize, width};
use crate::words::{Locale, Said, Word};

/// Before each cell its column is named, in at most so many columns of text.
const NAME: usize = 40;

/// In a table with a longer row than this, in columns, each cell is a line of its own, so that one can
/// go from cell to cell.
const ROW: usize = 100;

/// A line, and where in the note that stands which it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is said.
    pub text: Clean,
    /// The byte of the note.
    pub at: usize,
}

/// What has been said, and what in it can be opened.
#[derive(Clone, Debug, Default)]
pub struct Speech {
    /// One line each.
    pub lines: Vec<Line>,
    /// The links: the first is called 1. Each with its text.
    pub links: Vec<(Clean, Arc<Link>)>,
    /// References to footnotes, in reading order: the label, and where the reference stands.
    pub footnotes: Vec<(Clean, usize)>,
    locale: Locale,
    /// The text of the note.
    source: Arc<str>,
    indent: usize,
    /// How many lists stand around.
    level: usize,
    /// Where in the note that stands which is said now.
    at: usize,
}

impl Speech {
    /// Nothing has been said yet.
    pub fn new(locale: Locale) -> Speech {
        Speech { locale, ..Speech::default() }
    }

    /// Says blocks of a note whose text is `source`, after what has been said.
    pub fn say(&mut self, source: &Arc<str>, blocks: &[Block]) {
        self.source = source.clone();
        self.blocks(blocks);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    /// Says what a footnote of a note says whose text is `source`.
    pub fn say_footnote(&mut self, source: &Arc<str>, label: &str, blocks: &[Block]) {
        self.source = source.clone();
        self.footnote(label, blocks);
    }

    fn footnote(&mut self, label: &str, blocks: &[Block]) {
        let name = self.word(Said::Footnote, &[label]);
        let end = self.word(Said::BoxEnd, &[&name]);
        self.enclosed(&format!("{name}:"), &[], blocks, &end);
    }

    /// Says a line of the program's own.
    pub fn line(&mut self, text: &str) {
        let mut line = " ".repeat(self.indent);
        line.push_str(text);
        self.lines.push(Line { text: Clean::new(&line), at: self.at });
    }

    /// Says a line of a source, with its indent.
    pub fn code_line(&mut self, text: &str) {
        self.lines.push(Line { text: Clean::code(text, 4), at: self.at });
    }

    fn word(&self, word: Said, args: &[&str]) -> String {
        word.fill(self.locale, args)
    }

    fn block(&mut self, block: &Block) {
        self.at = block.span().start;
        match block {
            Block::Heading { level, content, .. } => {
                let label = self.word(Said::Heading, &[&level.to_string()]);
                self.labelled(&label, content);
            }
            Block::Paragraph { content, .. } => self.labelled("", content),
            Block::Code { lang, title, lines, .. } => self.code(lang, title.as_deref(), lines),
            Block::List { start, items, .. } => self.list(*start, items),
            Block::Quote { blocks, .. } => {
                let (label, end) = (self.word(Said::Quote, &[]), self.word(Said::QuoteEnd, &[]));
                self.enclosed(&label, &[], blocks, &end);
            }
            Block::Callout { kind, title, blocks, .. } => {
                let label = callout(*kind).text(self.locale);
                let end = self.word(Said::BoxEnd, &[label]);
                self.enclosed(&format!("{label}:"), title, blocks, &end);
            }
            Block::Footnote { label, blocks, .. } => self.footnote(label, blocks),
            Block::Details { summary, blocks, .. } => {
                let label = self.word(Said::Details, &[]);
                let end = self.word(Said::BoxEnd, &[&label]);
                self.enclosed(&format!("{label}:"), summary, blocks, &end);
            }
            Block::Table { align, head, rows, .. } => self.table(align.len(), head, rows),
            Block::Definitions { items, .. } => items.iter().for_each(|item| self.definition(item)),
            Block::Image { alt, src, caption, .. } => {
                let image = self.image(alt, src);
                self.line(&image);
                if !caption.is_empty() && plain(caption) != *alt {
                    let label = self.word(Said::Caption, &[]);
                    self.labelled(&label, caption);
                }
            }
            Block::Rule { .. } => {
                let rule = self.word(Said::Rule, &[]);
                self.line(&rule);
            }
        }
    }

    /// Text of one paragraph after a label, if there is one. What the author has broken is told in
    /// several lines.
    fn labelled(&mut self, label: &str, content: &[Inline]) {
        for (at, text) in self.inlines(content).into_iter().enumerate() {
            match label {
                label if at == 0 && !label.is_empty() => {
                    self.line(format!("{label} {}", text.trim()).trim_end());
                }
                _ => self.line(text.trim()),
            }
        }
    }

    /// A box: where it holds more than one line, it is told where it ends.
    fn enclosed(&mut self, label: &str, title: &[Inline], blocks: &[Block], end: &str) {
        match blocks {
            [Block::Paragraph { content, .. }] if title.is_empty() => {
                let before = self.lines.len();
                self.labelled(label, content);
                if self.lines.len() > before + 1 {
                    self.line(end);
                }
            }
            [] if !title.is_empty() => self.labelled(label, title),
            _ => {
                if title.is_empty() {
                    self.line(label);
                } else {
                    self.labelled(label, title);
                }
                self.blocks(blocks);
                self.line(end);
            }
        }
    }

    fn code(&mut self, lang: &Clean, title: Option<&CodeLine>, lines: &[CodeLine]) {
        let mut about: Vec<&str> = Vec::new();
        about.extend((!lang.is_empty()).then_some(lang.as_str()));
        about.extend(title.map(|title| title.text.as_str()));
        let about = if about.is_empty() { String::new() } else { format!(" {}", about.join(", ")) };
        let begin = self.word(Said::Code, &[&about, &lines.len().to_string()]);
        self.line(&begin);
        for line in lines {
            self.at = line.span.start;
            self.line(&line.text);
        }
        let end = self.word(Said::CodeEnd, &[]);
        self.line(&end);
    }

    /// A list. How deep one stands in others is said, for nobody hears an indent; so is its end, where
    /// an item has more than a line to it.
    fn list(&mut self, start: Option<Start>, items: &[Item]) {
        self.level += 1;
        let level = match self.level {
            1 => String::new(),
            level => format!(" {}", self.word(Said::Level, &[&level.to_string()])),
        };
        let mut is_long = false;
        for (item, number) in items.iter().zip(start.map_or(0, |start| start.number)..) {
            self.at = item.span.start;
            let sign = start.map_or("-".to_owned(), |start| format!("{number}{}", start.sign));
            let task = match item.task {
                Some(true) => format!(" {}", self.word(Said::TaskDone, &[])),
                Some(false) => format!(" {}", self.word(Said::TaskOpen, &[])),
                None => String::new(),
            };
            let label = format!("{sign}{level}{task}");
            let rest = match item.blocks.split_first() {
                Some((Block::Paragraph { content, .. }, rest)) if !content.is_empty() => {
                    self.labelled(&label, content);
                    rest
                }
                _ => {
                    self.line(&label);
                    &item.blocks
                }
            };
            is_long |= rest.iter().any(|block| !matches!(block, Block::List { .. }));
            self.indent += 2;
            self.blocks(rest);
            self.indent -= 2;
        }
        self.level -= 1;
        if is_long {
            let end = self.word(Said::ListEnd, &[]);
            self.line(&end);
        }
    }

    fn table(&mut self, columns: usize, head: &[Cell], rows: &[Vec<Cell>]) {
        let mut told = Vec::new();
        // A long name is told whole only once, and so is that it can be opened.
        let mut names = Vec::new();
        for at in 0..columns {
            let nth = self.word(Said::Column, &[&(at + 1).to_string()]);
            let name = head.get(at).map_or(String::new(), |cell| self.cell(cell));
            let short = head.get(at).map_or(Clean::default(), |cell| plain(&cell.content));
            let or_nth = |name: &str| if name.is_empty() { nth.clone() } else { name.to_owned() };
            names.push(or_nth(&ellipsize(short.trim(), NAME)));
            told.push(or_nth(&name));
        }
        let about = if head.is_empty() { String::new() } else { format!(": {}", told.join("; ")) };
        let (columns, count) = (columns.to_string(), rows.len().to_string());
        let begin = self.word(Said::Table, &[&columns, &count, &about]);
        self.line(&begin);
        let rows: Vec<(usize, Vec<String>)> =
            rows.iter().map(|row| self.row(&names, row)).collect();
        // All rows of one table in one way.
        let wide = |(_, cells): &(usize, Vec<String>)| width(&cells.join("; ")) > ROW;
        let apart = rows.iter().any(wide);
        for (nth, (at, cells)) in (1..).zip(rows) {
            self.at = at;
            let nth = nth.to_string();
            if apart {
                let row = self.word(Said::Row, &[&nth, ""]);
                self.line(row.trim());
                self.indent += 2;
                cells.iter().for_each(|cell| self.line(cell));
                self.indent -= 2;
            } else {
                let row = self.word(Said::Row, &[&nth, &cells.join("; ")]);
                self.line(&row);
            }
        }
        let end = self.word(Said::TableEnd, &[]);
        self.line(&end);
    }

    /// The cells of a row in which something stands, each after the name of its column, and where the
    /// row stands.
    fn row(&mut self, names: &[String], row: &[Cell]) -> (usize, Vec<String>) {
        let at = row.first().map_or(self.at, |cell| cell.span.start);
        let mut cells = Vec::new();
        for (name, cell) in names.iter().zip(row) {
            let text = self.cell(cell);
            if !text.is_empty() {
                cells.push(format!("{name}: {text}"));
            }
        }
        if cells.is_empty() {
            cells.push(self.word(Said::Blank, &[]));
        }
        (at, cells)
    }

    fn cell(&mut self, cell: &Cell) -> String {
        let texts = self.inlines(&cell.content);
        texts.iter().map(|text| text.trim()).collect::<Vec<_>>().join(" / ")
    }

    fn definition(&mut self, item: &Definition) {
        let names: Vec<String> = item.names.iter().map(|name| self.cell(name)).collect();
        let names = self.word(Said::Defined, &[&names.join(", ")]);
        self.line(&names);
        let (label, end) = (self.word(Said::Meaning, &[]), self.word(Said::MeaningEnd, &[]));
        self.indent += 2;
        for blocks in &item.meanings {
            self.enclosed(&label, &[], blocks, &end);
        }
        self.indent -= 2;
    }
}

fn callout(kind: Callout) -> Word {
    match kind {
        Callout::Note => Word::CalloutNote,
        Callout::Tip => Word::CalloutTip,
        Callout::Important => Word::CalloutImportant,
        Callout::Warning => Word::CalloutWarning,
        Callout::Caution => Word::CalloutCaution,
    }
}
