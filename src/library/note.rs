//! One note, built from its text: never fails, and says what is wrong with it.

use std::path::Path;
use std::sync::Arc;

use super::front_matter::{self, Front};
use super::sections::{Section, tree};
use crate::diag::{Code, Diagnostic};
use crate::doc::outline::{self, MayDefine, Scan};
use crate::doc::{self, Block, Definitions};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// A note as it comes from a file, decoded, its lines ended by `\n`.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Its path relative to the root it was given under, with `/`.
    pub path: Clean,
    /// Its text.
    pub text: String,
    /// What decoding it had to say.
    pub notices: Vec<Notice>,
    /// The file that it was read from, by its original name; none for what came otherwise.
    pub file: Option<Arc<Path>>,
}

/// What decoding had to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It was not UTF-8, but this.
    Converted(&'static str),
    /// So many bytes could not be decoded; the first on that line.
    Lossy {
        /// From 1.
        line: usize,
        /// Each a replacement character now.
        count: usize,
    },
}

/// A part of a note, and the section that it stands in (none: before the first).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The section.
    pub section: Option<usize>,
    /// Its bytes.
    pub span: Span,
    /// What in it may explain terms.
    pub may_define: MayDefine,
}

/// One note.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// Its path relative to the root it was given under, with `/`.
    pub path: Clean,
    /// The file that it was read from; none where it came from standard input or with the program.
    pub file: Option<Arc<Path>>,
    /// Its text.
    pub text: Arc<str>,
    /// What stands before the text.
    pub front: Front,
    /// Its sections, in reading order.
    pub sections: Vec<Section>,
    /// Its parts, in reading order: what is read and laid out at a time.
    pub parts: Vec<Part>,
    /// Its link and footnote definitions.
    pub definitions: Definitions,
    /// What is wrong with it, in the order of its lines.
    pub diagnostics: Vec<Diagnostic>,
}

impl Note {
    /// Builds a note.
    pub fn build(source: Source) -> Note {
        let Source { path, text, notices, file } = source;
        // This copies it. A long text is there twice for a moment, so before all that is made of it.
        let text: Arc<str> = Arc::from(text);
        let (front, body, mut diagnostics) = front_matter::read(&text);
        let front = Front::from(front);
        let scan = outline::scan(&text, body, front.math == Some(true));
        let mut sections = tree(&scan.headings);
        let parts = parts(&scan, &mut sections);
        diagnose(&text, &scan, &sections, &notices, &mut diagnostics);
        diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        let definitions = scan.definitions;
        Note { path, file, text, front, sections, parts, definitions, diagnostics }
    }

    /// What the note is called: its title, or the name of its file.
    pub fn title(&self) -> Clean {
        self.front.title.clone().unwrap_or_else(|| self.stem())
    }

    /// The name of its file without its extension; what came from standard input has none, and goes by
    /// its first heading.
    pub fn stem(&self) -> Clean {
        if let ("-", Some(first)) = (self.path.as_str(), self.sections.first()) {
            return first.shown.clone();
        }
        let name = self.path.rsplit('/').next().unwrap_or("");
        Clean::new(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
    }

    /// The blocks of a part; none where there is no such part.
    pub fn blocks(&self, part: usize) -> Vec<Block> {
        match self.parts.get(part) {
            Some(part) => doc::read(&self.text, part.span, &self.definitions),
            None => Vec::new(),
        }
    }

    /// The blocks of a part as they are shown: its section's heading has the level of the section's
    /// depth, as untidy notes have every heading on one level.
    pub fn shown_blocks(&self, part: usize) -> Vec<Block> {
        let mut blocks = self.blocks(part);
        let section = self.parts.get(part).and_then(|part| self.sections.get(part.section?));
        let begun = section.filter(|section| section.parts.start == part);
        if let (Some(section), Some(Block::Heading { level, .. })) = (begun, blocks.first_mut()) {
            *level = u8::try_from(section.depth.clamp(1, 6)).unwrap_or(6);
        }
        blocks
    }

    /// The parts before the first heading.
    pub fn front_parts(&self) -> std::ops::Range<usize> {
        0..self.parts.iter().take_while(|part| part.section.is_none()).count()
    }

    /// All bytes of a section, its own heading included, without the sections under it.
    pub fn section_span(&self, section: usize) -> Span {
        let Some(section) = self.sections.get(section) else { return Span::default() };
        let parts = self.parts.get(section.parts.clone()).unwrap_or(&[]);
        let end = parts.last().map_or(section.heading.end, |part| part.span.end);
        Span::new(section.heading.start, end)
    }

    /// The part at a byte of the note.
    pub fn part_at(&self, at: usize) -> usize {
        self.parts.partition_point(|part| part.span.start <= at).saturating_sub(1)
    }
}

fn parts(scan: &Scan, sections: &mut [Section]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(scan.parts.len());
    for (i, part) in scan.parts.iter().enumerate() {
        if let Some(section) = part.heading.and_then(|heading| sections.get_mut(heading)) {
            if section.parts.is_empty() {
                section.parts = i..i;
            }
            section.parts.end = i + 1;
        }
        let doc::outline::Part { heading, span, may_define } = *part;
        parts.push(Part { section: heading, span, may_define });
    }
    parts
}

fn diagnose(
    text: &str,
    scan: &Scan,
    sections: &[Section],
    notices: &[Notice],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut add = |code, span, args| diagnostics.push(Diagnostic { code, span, args });
    let mut encoding = "UTF-8";
    for notice in notices {
        match notice {
            Notice::Converted(name) => {
                encoding = name;
                add(Code::EncodingConverted, Span::default(), vec![Clean::new(name)]);
            }
            Notice::Lossy { line, .. } => {
                let start =
                    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
                add(Code::EncodingLossy, Span::new(start, start), vec![Clean::new(encoding)]);
            }
        }
    }
    for (section, heading) in sections.iter().zip(&scan.headings) {
        let title = heading_text(text, heading.span);
        if heading.spaceless {
            add(Code::HeadingSpace, title, vec![section.shown.clone()]);
        }
        if section.repeated {
            let number = section.path.as_ref().map(ToString::to_string).unwrap_or_default();
            let args = vec![Clean::new(&number), Clean::new(&section.address)];
            add(Code::DuplicateNumber, title, args);
        }
        if section.empty {
            add(Code::EmptySection, title, vec![section.shown.clone()]);
        }
    }
    for image in &scan.blank_images {
        add(Code::ImageTarget, *image, vec![]);
    }
    for cut in &scan.cut {
        add(Code::BlockCut, Span::new(cut.start, cut.start), vec![]);
    }
    if let Some(deep) = scan.too_deep {
        add(Code::NestingCut, Span::new(deep.start, deep.start), vec![]);
    }
    if let Some((first, count)) = controls(text) {
        let count = Clean::new(&count.to_string());
        let length =
            text.get(first..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        add(Code::ControlCharacters, Span::new(first, first + length), vec![count]);
    }
}

/// The text of a heading's first line, without its hashes.
fn heading_text(text: &str, span: Span) -> Span {
    let line = span.of(text).lines().next().unwrap_or("");
    let bare = line.trim_start().trim_start_matches('#').trim_start();
    let start = span.start + line.len() - bare.len();
    Span::new(start, start + bare.trim_end().len())
}

/// Where the first character stands that a terminal could obey, and how many there are.
fn controls(text: &str) -> Option<(usize, usize)> {
    let mut first = None;
    let mut count = 0;
    // The first bytes of C1 (C2 80–9F) and of bidi controls (E2 80, E2 81) tell where to look.
    let suspect = |b: u8| {
        (b < 0x20 && b != b'\n' && b != b'\t' && b != b'\r')
            | matches!(b, 0x7f | 0xc2 | 0xd8 | 0xe2)
    };
    const STEP: usize = 64;
    for (step, bytes) in text.as_bytes().chunks(STEP).enumerate() {
        // Nearly all text has none, which is told for many bytes at once.
        if !bytes.iter().fold(false, |any, b| any | suspect(*b)) {
            continue;
        }
        for (at, b) in (step * STEP..).zip(bytes).filter(|(_, b)| suspect(**b)) {
            let found = *b < 0x80
                || text.get(at..).and_then(|t| t.chars().next()).is_some_and(|c| {
                    matches!(c, '\u{80}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}'
                        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                });
            if found {
                first.get_or_insert(at);
                count += 1;
            }
        }
    }
    first.map(|first| (first, count))
}
