//! The outline pass: once over a note at load time, in windows.
//!
//! The parser does its whole block pass before the first event, so a long note is read in windows,
//! each restarted at the last block (or item) that may go on after it. What is kept is small:
//! headings, where the note may be cut into parts to be read on their own, and definitions.

mod title;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::parser::parser;
use super::repair::heading_without_space;
use super::replace::readable;
use super::{Definitions, MAX_DEPTH};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// A window is this long, in bytes, unless one block is longer.
const WINDOW: usize = 64 * 1024;
/// A block longer than this is cut.
const LARGEST: usize = 1024 * 1024;
/// A part that is read on its own is about this long.
const PART: usize = 32 * 1024;

/// A top-level heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its text, without styles.
    pub text: Clean,
    /// Its lines in the note.
    pub span: Span,
    /// It lacks the space after its hashes.
    pub spaceless: bool,
    /// Text (or an image, code…) stands below it, before the next heading.
    pub filled: bool,
}

/// A part of a note that is read and laid out on its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Which heading it stands under: none for what comes before the first.
    pub heading: Option<usize>,
    /// Its bytes, the heading's own included.
    pub span: Span,
    /// What in it may explain terms.
    pub may_define: MayDefine,
}

/// What in a part may explain terms, told without reading it as blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MayDefine {
    /// Lists, whose items may read like definitions.
    pub lists: bool,
    /// Tables and definition lists, whose authors mean to explain.
    pub explicit: bool,
}

/// What one pass over a note finds.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Its parts, in order, without gap from the start of the body to the end.
    pub parts: Vec<Part>,
    /// Link and footnote definitions.
    pub definitions: Definitions,
    /// Images without a target.
    pub blank_images: Vec<Span>,
    /// Blocks that were too long and were cut.
    pub cut: Vec<Span>,
    /// The first place that is nested deeper than is shown.
    pub too_deep: Option<Span>,
}

/// Goes over `note` from the byte `from`, where its front matter ends, which says whether a single
/// dollar sign means something. Linear in time; needs memory for one window only.
pub fn scan(note: &str, from: usize, single_dollars: bool) -> Scan {
    let mut scan = Scan::default();
    scan.definitions.single_dollars = single_dollars;
    let mut at = from.min(note.len());
    scan.parts.push(Part {
        heading: None,
        span: Span::new(at, at),
        may_define: MayDefine::default(),
    });
    while at < note.len() {
        let mut size = WINDOW;
        at = loop {
            let end = window_end(note, at, size);
            let last = end == note.len();
            let mut found = scan.window(note, at..end, last, false);
            if matches!(found, Restart::Grow) && size >= LARGEST {
                scan.window(note, at..end, last, true);
                found = Restart::Cut;
            }
            match found {
                Restart::At(next) => break next,
                Restart::Grow => size *= 4,
                Restart::Cut => {
                    if scan.cut.last().is_none_or(|cut| cut.end != at) {
                        scan.cut.push(Span::new(at, end));
                    } else if let Some(cut) = scan.cut.last_mut() {
                        cut.end = end;
                    }
                    scan.begin_part(end);
                    break end;
                }
            }
        };
    }
    title::look_up(note, &mut scan.headings, &scan.definitions);
    let ends: Vec<usize> =
        scan.parts.iter().skip(1).map(|part| part.span.start).chain([note.len()]).collect();
    for (part, end) in scan.parts.iter_mut().zip(ends) {
        part.span.end = end.max(part.span.start);
    }
    scan
}

/// Where the next window begins.
enum Restart {
    At(usize),
    /// The one block in the window goes on after it: try a larger window.
    Grow,
    /// The one block is a paragraph, which may be cut anywhere.
    Cut,
}

/// What had been found when a block began, to go back to.
struct Mark {
    at: usize,
    headings: usize,
    parts: usize,
    images: usize,
    filled: bool,
    may_define: MayDefine,
    part_heading: Option<usize>,
}

impl Scan {
    fn begin_part(&mut self, at: usize) {
        let heading = self.headings.len().checked_sub(1);
        if self.parts.last().is_some_and(|part| part.span.start < at) {
            let may_define = MayDefine::default();
            self.parts.push(Part { heading, span: Span::new(at, at), may_define });
        }
    }

    fn mark(&self, at: usize) -> Mark {
        Mark {
            at,
            headings: self.headings.len(),
            parts: self.parts.len(),
            images: self.blank_images.len(),
            filled: self.headings.last().is_some_and(|heading| heading.filled),
            may_define: self.parts.last().map(|part| part.may_define).unwrap_or_default(),
            part_heading: self.parts.last().and_then(|part| part.heading),
        }
    }

    fn back_to(&mut self, mark: &Mark) {
        self.headings.truncate(mark.headings);
        self.parts.truncate(mark.parts);
        self.blank_images.truncate(mark.images);
        if let Some(heading) = self.headings.last_mut() {
            heading.filled = mark.filled;
        }
        if let Some(part) = self.parts.last_mut() {
            part.may_define = mark.may_define;
            part.heading = mark.part_heading;
        }
    }

    fn fill(&mut self) {
        if let Some(heading) = self.headings.last_mut() {
            heading.filled = true;
        }
    }

    /// Reads one window. Unless it is the last (or `forced`), what belongs to the block that may go
    /// on is taken back.
    fn window(&mut self, note: &str, range: Range<usize>, last: bool, forced: bool) -> Restart {
        let base = range.start;
        let text = readable(note.get(range.clone()).unwrap_or(""));
        let begin = self.mark(base);
        let mut restart: Option<Mark> = None;
        let mut events = parser(&text).into_offset_iter();
        let mut depth = 0_usize;
        let mut heading: Option<(u8, String)> = None;
        let mut spaceless_until = 0;
        let mut list = false;
        let mut only_paragraph = true;
        for (event, at) in events.by_ref() {
            match event {
                Event::Start(tag) => {
                    if depth == 0 || (depth == 1 && list && matches!(tag, Tag::Item)) {
                        let start = base + line_start(&text, at.start);
                        let is_heading = matches!(tag, Tag::Heading { .. });
                        let is_paragraph = matches!(tag, Tag::Paragraph);
                        only_paragraph = is_paragraph && depth == 0;
                        restart = Some(self.mark(start));
                        if depth == 0 {
                            list = matches!(tag, Tag::List(_));
                        }
                        if is_paragraph && heading_without_space(&text[start - base..]).is_some() {
                            spaceless_until = self.spaceless(note, &text, base, start);
                        } else if !is_heading && start - self.part_start() > PART {
                            self.begin_part(start);
                        }
                    }
                    depth += 1;
                    if depth == MAX_DEPTH * 2 && self.too_deep.is_none() {
                        self.too_deep = Some(Span::new(base + at.start, base + at.end));
                    }
                    self.start(note, tag, base, &at, depth, &mut heading);
                }
                Event::End(TagEnd::Heading(_)) if depth == 1 => {
                    depth -= 1;
                    if let Some((level, title)) = heading.take() {
                        let span = Span::new(base + line_start(&text, at.start), base + at.end);
                        self.heading(note, level, title, span);
                    }
                }
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::Text(words)
                | Event::Code(words)
                | Event::Html(words)
                | Event::InlineHtml(words)
                | Event::InlineMath(words)
                | Event::DisplayMath(words) => {
                    if let Some((_, title)) = &mut heading {
                        title.push_str(&words);
                    } else if base + at.start >= spaceless_until
                        && !words.trim().is_empty()
                        && !words.starts_with("<!--")
                    {
                        self.fill();
                    }
                }
                Event::SoftBreak | Event::HardBreak => {
                    if let Some((_, title)) = &mut heading {
                        title.push(' ');
                    }
                }
                Event::Rule if depth == 0 => {
                    let start = base + line_start(&text, at.start);
                    restart = Some(self.mark(start));
                    (list, only_paragraph) = (false, false);
                    if start - self.part_start() > PART {
                        self.begin_part(start);
                    }
                }
                _ => {}
            }
        }
        let cut = only_paragraph && restart.as_ref().is_some_and(|mark| mark.at <= base);
        let settled = match (&restart, last || forced || cut) {
            (_, true) => range.end,
            (None, false) => range.end,
            (Some(mark), false) => mark.at,
        };
        for (label, definition) in events.reference_definitions().iter() {
            let span = Span::new(base + definition.span.start, base + definition.span.end);
            if span.start < settled {
                self.definitions.links.entry(Definitions::label(label)).or_insert(span);
            }
        }
        match restart {
            _ if last || forced => Restart::At(range.end),
            None => Restart::At(range.end),
            Some(_) if cut => Restart::Cut,
            Some(mark) if mark.at > base => {
                self.back_to(&mark);
                Restart::At(mark.at)
            }
            Some(_) => {
                self.back_to(&begin);
                Restart::Grow
            }
        }
    }

    fn part_start(&self) -> usize {
        self.parts.last().map_or(0, |part| part.span.start)
    }

    fn start(
        &mut self,
        note: &str,
        tag: Tag<'_>,
        base: usize,
        at: &Range<usize>,
        depth: usize,
        heading: &mut Option<(u8, String)>,
    ) {
        match tag {
            Tag::Heading { level, .. } if depth == 1 => {
                *heading = Some((level as u8, String::new()))
            }
            Tag::Image { dest_url, .. } => {
                self.fill();
                if dest_url.trim().is_empty() {
                    self.blank_images.push(Span::new(base + at.start, base + at.end));
                }
            }
            Tag::FootnoteDefinition(label) => {
                let span = Span::new(base + at.start, (base + at.end).min(note.len()));
                self.definitions.footnotes.entry(Definitions::label(&label)).or_insert(span);
            }
            Tag::List(_) => self.may_define(|may| &mut may.lists),
            Tag::Table(_) | Tag::DefinitionList => self.may_define(|may| &mut may.explicit),
            _ => {}
        }
    }

    fn may_define(&mut self, what: impl Fn(&mut MayDefine) -> &mut bool) {
        if let Some(part) = self.parts.last_mut() {
            *what(&mut part.may_define) = true;
        }
    }

    /// Takes the first line of a paragraph as the heading that it was meant to be, and tells where
    /// that line ends.
    fn spaceless(&mut self, note: &str, text: &str, base: usize, start: usize) -> usize {
        let rest = &text[start - base..];
        let line = rest.lines().next().unwrap_or("");
        let bare = line.trim_start();
        let title = bare.trim_start_matches('#');
        let level = (bare.len() - title.len()).clamp(1, 6) as u8;
        let end = start + line.len();
        let span = Span::new(start, end);
        let marked = title::marked(note, span, self.definitions.single_dollars);
        self.push(level, marked.unwrap_or_else(|| Clean::new(title.trim())), span, true);
        end
    }

    fn heading(&mut self, note: &str, level: u8, title: String, span: Span) {
        let single_dollars = self.definitions.single_dollars;
        let text = title::title(note, span, title.trim(), single_dollars);
        self.push(level, text, span, false);
    }

    fn push(&mut self, level: u8, text: Clean, span: Span, spaceless: bool) {
        self.headings.push(Heading { level, text, span, spaceless, filled: false });
        self.begin_part(span.start);
        if let Some(part) = self.parts.last_mut() {
            // A heading at the very start has the part that was waiting for it.
            part.heading = self.headings.len().checked_sub(1);
        }
    }
}

/// The start of the line that `at` stands on, where nothing but spaces stands before it.
fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let bare = before.trim_end_matches(' ');
    if bare.is_empty() || bare.ends_with('\n') { bare.len() } else { at }
}

/// Where a window of about `size` bytes from `at` ends: after a line, or else between two words.
fn window_end(note: &str, at: usize, size: usize) -> usize {
    let mut end = at.saturating_add(size);
    if end >= note.len() {
        return note.len();
    }
    while !note.is_char_boundary(end) {
        end -= 1;
    }
    let window = &note[at..end];
    if let Some(line) = memchr::memrchr(b'\n', window.as_bytes()) {
        return at + line + 1;
    }
    // A word that could not begin a block may begin the next window.
    let mut words = window.rmatch_indices(' ').take(1000).map(|(i, _)| i + 1);
    let word = words.find(|i| window[*i..].starts_with(char::is_alphabetic));
    word.map_or(end, |i| at + i)
}
