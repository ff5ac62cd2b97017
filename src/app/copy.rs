//! What can be copied: code as it stands in the note, links, the source of a section.

use std::borrow::Cow;
use std::collections::HashSet;

use super::colouring::Shown;
use super::hints;
use super::state::State;
use crate::doc::{Block, CodeLine};
use crate::library::{Note, Place};
use crate::text::sanitize::Clean;
use crate::text::source::harmless;
use crate::text::span::Span;

/// Something that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A block of code.
    Code(Shown),
    /// Where a link of a note leads, as it is written; the link begins at this byte.
    Link { note: usize, at: usize },
    /// A section without those under it, or what stands before the first.
    Section(Place),
    /// A whole note.
    Note(usize),
}

/// Text for the clipboard of the terminal: no control character but line ends and tabs, nothing that
/// hides text. The only way to make one cleans it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied(String);

impl Copied {
    /// Of longer texts, in bytes, some terminals take nothing: they bound what comes as base64
    /// at 74,994 bytes.
    pub const LIMIT: usize = 74_994 / 4 * 3;

    /// `text` without what does harm, and how many of its lines had such.
    pub fn new(text: &str) -> (Copied, usize) {
        let mut altered = 0;
        let lines = text.split('\n').map(|line| {
            let line = harmless(line);
            altered += usize::from(matches!(line, Cow::Owned(_)));
            line
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        (Copied(text), altered)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What there is to copy where the reader is: the code and the links on the screen from top to bottom,
/// then the section.
pub fn here(state: &State) -> Vec<Thing> {
    let mut seen = HashSet::new();
    let code = state.reader.shown_code().filter(|block| seen.insert(*block)).map(Thing::Code);
    let links = hints::in_view(&state.reader).into_iter();
    let links = links.filter_map(|seen| {
        let link = seen.target.link()?;
        Some(Thing::Link { note: seen.note, at: link.span.start })
    });
    let mut things: Vec<Thing> = code.chain(links).collect();
    if !state.open.collection.notes.is_empty() {
        things.push(Thing::Section(state.reader.here(&state.open.collection)));
    }
    things
}

/// Reads the texts of things; what was read for one is kept for the next.
pub struct Reading<'a> {
    state: &'a State,
    part: Option<(usize, usize, Vec<Block>)>,
}

impl<'a> Reading<'a> {
    /// Of the notes as they are now.
    pub fn new(state: &'a State) -> Reading<'a> {
        Reading { state, part: None }
    }

    /// The text of a thing, without the line ends after it: what is pasted into a shell is not run by
    /// that alone. Of a link that is not on the screen any more there is none.
    pub fn text(&mut self, thing: Thing) -> Option<String> {
        let note = |at: usize| self.state.open.collection.notes.get(at);
        let text = match thing {
            Thing::Note(at) => note(at)?.text.to_string(),
            Thing::Section(place) => section(note(place.note)?, place.section).to_owned(),
            Thing::Link { note, at } => self.link(note, at)?,
            Thing::Code(block) => self.code(&block)?,
        };
        Some(text.trim_end_matches('\n').to_owned())
    }

    fn link(&self, note: usize, at: usize) -> Option<String> {
        let mut seen = hints::in_view(&self.state.reader).into_iter();
        let seen = seen.find(|seen| (seen.note, seen.target.at()) == (note, at))?;
        Some(seen.target.link()?.to.to_string())
    }

    fn code(&mut self, block: &Shown) -> Option<String> {
        let Shown { note: at, part, span } = *block;
        let note = self.state.open.collection.notes.get(at)?;
        if self.part.as_ref().is_none_or(|(note, own, _)| (*note, *own) != (at, part)) {
            self.part = Some((at, part, note.blocks(part)));
        }
        let mut found = None;
        for of_part in self.part.iter().flat_map(|(_, _, blocks)| blocks) {
            of_part.each_code(&mut |_, lines, own| {
                if own == span && found.is_none() {
                    let lines: Vec<&str> = lines.iter().map(|line| source(note, line)).collect();
                    found = Some(lines.join("\n"));
                }
            });
        }
        found
    }
}

fn section(note: &Note, section: Option<usize>) -> &str {
    let span = match section {
        Some(section) => note.section_span(section),
        None => {
            let parts = note.parts.get(note.front_parts()).unwrap_or(&[]);
            let ends = parts.first().zip(parts.last());
            ends.map_or_else(Span::default, |(first, last)| first.span.join(last.span))
        }
    };
    span.of(&note.text)
}

/// A line of code as it stands in the note, with its tabs; what is shown of it where that is not the
/// same line, as in HTML.
fn source<'a>(note: &'a Note, line: &'a CodeLine) -> &'a str {
    let raw = note.text.get(line.span.start..).unwrap_or("").split('\n').next().unwrap_or("");
    let bare = |text: &str| -> String { text.chars().filter(|c| *c != ' ').collect() };
    if bare(&Clean::new(raw)) == bare(&line.text) { raw } else { &line.text }
}
