//! `gongbu show`: a section and those under it, laid out or as they stand in the note.

mod near;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::ops::Range;

use super::notes::Open;
use super::paint::Paint;
use super::setting::{Setting, tell};
use super::{Out, Status};
use crate::app::page::header;
use crate::app::state::layout_words;
use crate::doc::{Block, Inline, Run};
use crate::layout::{Options, Row, Words, each_row, rows};
use crate::library::{Library, Note};
use crate::style::Role;
use crate::style::code::{Colours, colour};
use crate::text::ascii::signs;
use crate::text::sanitize::Clean;
use crate::text::source::harmless;
use crate::text::span::Span;
use crate::words::{Locale, Word};

/// Of all that is printed so many bytes of code are coloured: some seconds' work at most.
const COLOURED: usize = 200_000;

/// So many addresses are named at most.
const NAMED: usize = 8;

pub(super) fn run(
    open: &Open,
    address: &str,
    width: Option<u16>,
    markdown: bool,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let library = &open.collection;
    let found = library.find(address);
    let Some((place, others)) = found.split_first() else {
        if !library.notes.is_empty() {
            tell(&unknown(library, address, setting.locale));
        }
        return Ok(open.status.max(Status::Nothing));
    };
    if !others.is_empty() {
        let mut names: Vec<_> =
            others.iter().take(NAMED).map(|place| library.address(*place)).collect();
        if others.len() > NAMED {
            names.push(signs("…", setting.ascii).into_owned());
        }
        tell(&Word::SeveralFit.fill(setting.locale, &[address, &names.join(", ")]));
    }
    let Some(note) = library.notes.get(place.note) else { return Ok(open.status) };
    let whole = place.section.is_none();
    let sections = match place.section.and_then(|at| Some((at, note.sections.get(at)?))) {
        Some((at, section)) => at..section.end,
        None => 0..note.sections.len(),
    };
    if markdown {
        let span = if whole { Span::new(0, note.text.len()) } else { range(note, sections) };
        let altered = source(note, span, out)?;
        if altered > 0 {
            tell(&Word::SourceCleaned.fill(setting.locale, &[&altered.to_string()]));
        }
    } else {
        let width = width.map_or_else(|| setting.width(), usize::from);
        Printer::new(width, setting).sections(note, sections, whole, out)?;
    }
    Ok(open.status)
}

/// Prints notes, laid out.
pub(super) struct Printer<'s> {
    paint: Paint<'s>,
    words: Words,
    width: usize,
    ascii: bool,
    locale: Locale,
    /// So many bytes of code are still coloured, with what is printed waiting for it.
    code_left: usize,
    /// Something has been printed, and what follows stands apart from it.
    begun: bool,
}

impl<'s> Printer<'s> {
    pub fn new(width: usize, setting: &'s Setting) -> Printer<'s> {
        let Setting { locale, ascii, color, links, .. } = *setting;
        let words = layout_words(locale);
        let paint = setting.paint().with_links(links);
        let code_left = if color { COLOURED } else { 0 };
        Printer { paint, words, width, ascii, locale, code_left, begun: false }
    }

    /// Prints `sections` of a note; `whole`: what stands before the first, too.
    pub fn sections(
        &mut self,
        note: &Note,
        sections: Range<usize>,
        whole: bool,
        out: Out<'_>,
    ) -> io::Result<()> {
        if whole {
            let above = header(note, false, &self.options());
            self.print(out, |_, give| above.into_iter().for_each(give))?;
            for part in note.front_parts() {
                self.blocks(&note.blocks(part), out)?;
            }
        }
        // Hundreds of thousands of sections may be empty.
        let empty = self.rows_aside(Word::EmptySection.text(self.locale));
        for section in note.sections.get(sections).unwrap_or(&[]) {
            let mut in_list = false;
            for part in section.parts.clone() {
                let blocks = note.shown_blocks(part);
                // A long list is cut into parts; on the page it goes on.
                self.begun &= !(in_list && blocks.first().is_some_and(is_tight));
                self.blocks(&blocks, out)?;
                in_list = blocks.last().is_some_and(is_tight);
            }
            if section.empty {
                self.print(out, |_, give| empty.iter().cloned().for_each(give))?;
            }
        }
        Ok(())
    }

    /// Prints words that are not of the note.
    pub fn aside(&mut self, text: &str, out: Out<'_>) -> io::Result<()> {
        let rows = self.rows_aside(text);
        self.print(out, |_, give| rows.into_iter().for_each(give))
    }

    fn rows_aside(&self, text: &str) -> Vec<Row> {
        let run = Run { text: Clean::new(text), ..Run::default() };
        let content = vec![Inline::Text(run)];
        let blocks = [Block::Paragraph { content, span: Span::default() }];
        let mut rows = rows(&blocks, &self.options());
        let pieces = rows.iter_mut().flat_map(|row| &mut row.pieces);
        pieces.for_each(|piece| piece.role = Role::Muted);
        rows
    }

    fn blocks(&mut self, blocks: &[Block], out: Out<'_>) -> io::Result<()> {
        let colours = self.colours(blocks);
        self.print(out, |printer, give| {
            each_row(blocks, &printer.options(), &mut |row| match row
                .code
                .and_then(|code| colours.get(&code.block))
            {
                Some(colours) => give(row.coloured(colours)),
                None => give(row),
            });
        })
    }

    /// The colours of the code in `blocks`, by where it stands; none where nothing is painted in colour.
    fn colours(&mut self, blocks: &[Block]) -> HashMap<Span, Colours> {
        let mut found = HashMap::new();
        for block in blocks {
            block.each_code(&mut |lang, lines, span| {
                let lines = || lines.iter().map(|line| line.text.as_str());
                if let Some(left) = self.code_left.checked_sub(lines().map(str::len).sum()) {
                    self.code_left = left;
                    found.extend(colour(lang, lines(), &mut |_| {}, &|| false).map(|c| (span, c)));
                }
            });
        }
        found
    }

    /// Prints the rows that `make` gives, apart from what stands above.
    fn print(
        &mut self,
        out: Out<'_>,
        make: impl FnOnce(&Printer<'_>, &mut dyn FnMut(Row)),
    ) -> io::Result<()> {
        let (mut apart, mut any) = (self.begun, false);
        let mut line = String::new();
        let mut done = Ok(());
        make(self, &mut |row| {
            line.clear();
            if std::mem::take(&mut apart) {
                line.push('\n');
            }
            self.paint.add_row(&mut line, &row);
            line.push('\n');
            any = true;
            if done.is_ok() {
                done = out.write_all(line.as_bytes());
            }
        });
        self.begun |= any;
        done
    }

    fn options(&self) -> Options<'_> {
        let Printer { width, ascii, words, .. } = self;
        Options { ascii: *ascii, ..Options::new(*width, words) }
    }
}

/// Whether it is a list whose items stand close.
fn is_tight(block: &Block) -> bool {
    matches!(block, Block::List { tight: true, .. })
}

/// The bytes of `sections`, which stand one after another.
fn range(note: &Note, sections: Range<usize>) -> Span {
    let last = note.section_span(sections.end.saturating_sub(1));
    note.section_span(sections.start).join(last)
}

/// Writes the source as it is, but for what a terminal could obey; gives the number of lines that
/// had such.
fn source(note: &Note, span: Span, out: Out<'_>) -> io::Result<usize> {
    let mut altered = 0;
    for line in span.of(&note.text).split_terminator('\n') {
        let harmless = harmless(line);
        altered += usize::from(matches!(harmless, Cow::Owned(_)));
        writeln!(out, "{harmless}")?;
    }
    Ok(altered)
}

/// What to say where nothing has the address.
fn unknown(library: &Library, address: &str, locale: Locale) -> String {
    let near = near::near(library, address);
    if near.is_empty() {
        return Word::NoSection.fill(locale, &[address]);
    }
    let near: Vec<String> = near.into_iter().map(|place| library.address(place)).collect();
    Word::NearSections.fill(locale, &[address, &near.join(", ")])
}
