//! The rows of one part of a note: its text laid out, with what the reader adds to it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::pictures::Name;
use super::state::Open;
use crate::doc::{Block, Fold, Inline, Run, each_fold};
use crate::layout::{self, Options, Piece, Row};
use crate::library::Note;
use crate::library::uses::Index;
use crate::style::Role;
use crate::text::fold::fold_text;
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::Word;

/// A part of a note, laid out.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub rows: Arc<Vec<Row>>,
    /// Where it has code in a language.
    pub code: Arc<[Span]>,
    /// What in it can be folded.
    pub folds: Arc<[Fold]>,
    /// Where it has images that stand alone, and what they name.
    pub images: Arc<[(Span, Clean)]>,
}

/// How parts are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Text is so wide, in columns.
    pub width: u16,
    /// As [`Options::cut_from`].
    pub cut_from: Option<usize>,
    /// What can be folded is open, whatever the reader has folded.
    pub unfolded: bool,
    /// Pictures have at most so many rows; with 0 there are none.
    pub picture_rows: u16,
}

/// Lays out part `part` of note `at`, with the note's title before its first part, a word in an empty
/// section, and a blank row at the end.
pub(super) fn page(open: &Open, at: usize, part: usize, look: Look, index: &Index) -> Page {
    let Some(note) = open.collection.notes.get(at) else { return Page::default() };
    let blocks = note.shown_blocks(part);
    let mut code = Vec::new();
    for block in &blocks {
        block.each_code(&mut |lang, _, span| {
            if !lang.is_empty() {
                code.push(span);
            }
        });
    }
    let mut folds = Vec::new();
    each_fold(&blocks, &mut |fold| folds.push(fold));
    let is_open =
        |from: usize, as_written: bool| look.unfolded || open.folds.is_open(at, from, as_written);
    let find = |text: &str| index.find(text);
    let options = Options {
        width: usize::from(look.width),
        ascii: open.ascii,
        words: &open.words,
        find_terms: Some(&find),
        cut_from: look.cut_from,
        cut_drawings: true,
        is_open: Some(&is_open),
    };
    let images = RefCell::new(Vec::new());
    let body = if open.pictures.are_shown() && look.picture_rows > 0 {
        let picture = |src: &Clean, span: Span, columns| {
            images.borrow_mut().push((span, src.clone()));
            let name = Name::new(note, src, span);
            open.pictures.place(open, &name, columns, look.picture_rows)
        };
        layout::illustrated(&blocks, &options, &picture)
    } else {
        layout::rows(&blocks, &options)
    };
    let rows = rows(open, note, part, body, &options);
    let images = images.into_inner().into();
    Page { rows: Arc::new(rows), code: code.into(), folds: folds.into(), images }
}

fn rows(open: &Open, note: &Note, part: usize, body: Vec<Row>, options: &Options<'_>) -> Vec<Row> {
    let place = note.parts.get(part);
    let start = place.map_or(0, |place| place.span.start);
    let section = place.and_then(|place| note.sections.get(place.section?));
    let mut rows =
        if part == 0 { header(note, open.collection.notes.len() > 1, options) } else { Vec::new() };
    let first = section.is_some_and(|section| section.parts.start == part);
    let empty = section.is_some_and(|section| section.empty);
    if let (Some(above), false) = (rows.last(), body.is_empty()) {
        rows.push(Row { at: above.at, ..Row::default() });
    }
    rows.extend(body);
    if first && empty {
        let at = rows.last().map_or(start, |row| row.at);
        rows.push(note_row(Word::EmptySection.text(open.locale), options, at));
    }
    if let Some(last) = rows.last() {
        let at = last.at;
        rows.push(Row { at, ..Row::default() });
    }
    mark_first_uses(&mut rows);
    rows
}

/// Of each term only the first use in a part is set off: a page where every other word is underlined
/// is hard to read.
fn mark_first_uses(rows: &mut [Row]) {
    let mut seen: HashMap<u32, usize> = HashMap::new();
    for piece in rows.iter_mut().flat_map(|row| &mut row.pieces) {
        let (Role::Term, Some(term)) = (piece.role, piece.term) else { continue };
        match seen.get_mut(&term) {
            // A name that is broken over two rows goes on where it left off.
            Some(end) if piece.span.start <= *end + 1 => *end = piece.span.end,
            Some(_) => piece.role = Role::Text,
            None => _ = seen.insert(term, piece.span.end),
        }
    }
}

/// A row of the app's own.
fn note_row(text: &str, options: &Options<'_>, at: usize) -> Row {
    let text = crate::text::width::ellipsize(text, options.width);
    let text = crate::text::ascii::signs(&text, options.ascii);
    Row { pieces: vec![Piece::decor(Role::Muted, &text)], at, ..Row::default() }
}

/// A note's title, date and tags, where its first heading does not say the same. Among `several`
/// notes one without a title gets the name of its file, so that text before a first heading has one.
pub fn header(note: &Note, several: bool, options: &Options<'_>) -> Vec<Row> {
    let at = note.parts.first().map_or(0, |part| part.span.start);
    let first = note.parts.first().filter(|part| part.section.is_none());
    let text = first.is_some_and(|part| !part.span.of(&note.text).trim().is_empty());
    let stem = (text && several).then(|| note.stem());
    let Some(title) = &note.front.title.clone().or(stem) else { return Vec::new() };
    let same = |text: &Clean| fold_text(text) == fold_text(title);
    let doubled =
        note.sections.first().is_some_and(|first| same(&first.shown) || same(&first.title));
    let mut rows = Vec::new();
    if !doubled {
        let text = Inline::Text(Run { text: title.clone(), ..Run::default() });
        let heading = Block::Heading { level: 1, content: vec![text], span: Span::new(at, at) };
        rows = layout::rows(&[heading], options);
    }
    let about = about(note);
    if !about.is_empty() && !doubled {
        rows.push(note_row(&about.join("  "), options, at));
    }
    for row in &mut rows {
        row.at = at;
    }
    rows
}

/// The date and the tags of a note.
pub(super) fn about(note: &Note) -> Vec<String> {
    let mut about: Vec<String> =
        note.front.date.iter().map(|date| date.date().to_string()).collect();
    let labels = note.front.categories.iter().chain(&note.front.tags);
    let mut seen: Vec<&Clean> = Vec::new();
    for label in labels {
        if !seen.contains(&label) {
            seen.push(label);
            about.push(format!("#{label}"));
        }
    }
    about
}
