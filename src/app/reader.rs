//! The text: continuous over sections and notes, laid out part by part as it comes into view.
//!
//! The place is a byte of a note, not a row: rows are derived from it for the width at hand, so a
//! resize does not drift, and nothing ever needs the height of a whole note.

mod pictures;
mod seen;
mod walk;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::colouring::Shown;
use super::page::{self, Look, Page};
use super::state::Open;
use crate::layout::Row;
use crate::library::uses::Index;
use crate::library::{Library, Note, Place};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use walk::{front, next, place, previous};

/// So many laid out parts are kept.
const KEPT: usize = 48;

/// What the first row on the screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The note.
    pub note: usize,
    /// The part of the note.
    pub part: usize,
    /// The byte of the note that the row begins with.
    pub at: usize,
    /// How many rows further down, among those that begin with the same byte.
    pub nudge: usize,
}

/// Rows on the screen, all of one part.
#[derive(Clone, Debug)]
pub struct Slice {
    /// The note and the section that they belong to.
    pub place: Place,
    /// The part.
    part: usize,
    /// The part's rows.
    pub rows: Arc<Vec<Row>>,
    /// Where the part has code that could be coloured.
    code: Arc<[Span]>,
    /// Where the part has images, and what they name.
    images: Arc<[(Span, Clean)]>,
    /// Where the part ends in its note.
    pub end: usize,
    /// Those that are shown.
    pub range: Range<usize>,
    /// Those of them that have colours, in these; by how far down the slice they are.
    coloured: Vec<(usize, Row)>,
}

/// The text pane.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// Where we are.
    pub spot: Spot,
    /// What is on the screen, from top to bottom.
    pub view: Vec<Slice>,
    pages: HashMap<(usize, usize), Page>,
    indices: HashMap<usize, Arc<Index>>,
    look: Look,
    /// The bytes of text before each note, and in all of them at the end.
    before: Vec<usize>,
}

impl Reader {
    /// Forgets all that was made of the notes: they have changed.
    pub fn forget(&mut self) {
        self.pages.clear();
        self.indices.clear();
        self.before.clear();
    }

    /// More notes have come behind those that were there.
    pub fn grow(&mut self) {
        self.before.clear();
    }

    /// The terms have changed: forgets what was laid out with others.
    pub fn forget_terms(&mut self) {
        self.pages.clear();
        self.indices.clear();
    }

    /// Other parts of a note are folded now.
    pub fn refold(&mut self, note: usize) {
        self.pages.retain(|(own, _), _| *own != note);
    }

    /// Other parts of any note are folded now.
    pub fn refold_all(&mut self) {
        self.pages.clear();
    }

    /// Where the parts begin that hide a byte of a note when they are folded, the outermost first, and
    /// whether the note has them open.
    pub fn folds_over(&mut self, open: &Open, note: usize, at: usize) -> Vec<(usize, bool)> {
        let Some(read) = open.collection.notes.get(note) else { return Vec::new() };
        let page = self.page(open, note, read.part_at(at));
        let over = page.folds.iter().filter(|fold| fold.body.contains(at));
        over.map(|fold| (fold.at, fold.open)).collect()
    }

    /// Text is to be so wide, in columns.
    pub fn set_width(&mut self, width: u16) {
        self.set_look(Look { width, ..self.look });
    }

    /// Long lines of code go on below, or are cut and begin with this column.
    pub fn set_cut_from(&mut self, cut_from: Option<usize>) {
        self.set_look(Look { cut_from, ..self.look });
    }

    /// With which column long lines of code begin, where they are cut.
    pub fn cut_from(&self) -> Option<usize> {
        self.look.cut_from
    }

    fn set_look(&mut self, look: Look) {
        if self.look != look {
            self.look = look;
            self.pages.clear();
        }
    }

    /// The blocks of code on the screen, and of the same parts those less than a screen away.
    pub fn code(&self) -> impl Iterator<Item = Shown> {
        self.view.iter().flat_map(|slice| {
            let Range { start, end } = slice.range;
            let away = end.saturating_sub(start);
            let at = |row: usize| slice.rows.get(row).map_or(slice.end, |row| row.at);
            let (from, to) = (at(start.saturating_sub(away)), at(end.saturating_add(away)));
            let near = slice.code.iter().filter(move |span| span.end >= from && span.start <= to);
            let (note, part) = (slice.place.note, slice.part);
            near.map(move |span| Shown { note, part, span: *span })
        })
    }

    /// The blocks of code of which something is on the screen, once for each row.
    pub fn shown_code(&self) -> impl Iterator<Item = Shown> {
        self.view.iter().flat_map(|slice| {
            let rows = slice.rows.get(slice.range.clone()).unwrap_or(&[]).iter();
            let (note, part) = (slice.place.note, slice.part);
            rows.filter_map(move |row| Some(Shown { note, part, span: row.code?.block }))
        })
    }

    fn rows(&mut self, open: &Open, note: usize, part: usize) -> Arc<Vec<Row>> {
        self.page(open, note, part).rows
    }

    fn page(&mut self, open: &Open, note: usize, part: usize) -> Page {
        if let Some(page) = self.pages.get(&(note, part)) {
            return page.clone();
        }
        if open.collection.notes.get(note).is_none() {
            return Page::default();
        }
        let lexicon = open.terms.lexicon();
        let index =
            self.indices.entry(note).or_insert_with(|| Arc::new(lexicon.index(note))).clone();
        let page = page::page(open, note, part, self.look, &index);
        if self.pages.len() >= KEPT {
            self.pages.clear();
        }
        self.pages.insert((note, part), page.clone());
        page
    }

    /// The row of its part that the spot stands for.
    fn row(&self, rows: &[Row]) -> usize {
        let after = rows.partition_point(|row| row.at <= self.spot.at);
        let Some(last) = after.checked_sub(1) else { return 0 };
        let at = rows.get(last).map_or(0, |row| row.at);
        let first = rows.partition_point(|row| row.at < at);
        if at == self.spot.at {
            return (first + self.spot.nudge).min(last);
        }
        // Within a row's text the row itself is meant, not what stands above or below it without text.
        let at = self.spot.at;
        let own = |row: &Row| row.pieces.iter().any(|piece| piece.span.contains(at));
        let among = rows.get(first..=last).unwrap_or(&[]);
        first + among.iter().position(own).unwrap_or(0)
    }

    fn stand_on(&mut self, note: usize, part: usize, rows: &[Row], row: usize) {
        let at = rows.get(row).map_or(0, |row| row.at);
        let first = rows.partition_point(|row| row.at < at);
        self.spot = Spot { note, part, at, nudge: row.saturating_sub(first) };
    }

    /// Moves by `by` rows. Downwards it stops when the last row is at the bottom of `height` rows.
    pub fn scroll(&mut self, open: &Open, by: isize, height: usize) {
        if by >= 0 {
            // What is left below decides how far there is to go.
            let below = self.rows_below(open, by.unsigned_abs() + height);
            let room = below.saturating_sub(height);
            self.forward(open, by.unsigned_abs().min(room));
        } else {
            self.backward(open, by.unsigned_abs());
        }
    }

    /// How many rows there are from the top of the screen on, counted up to `enough`.
    fn rows_below(&mut self, open: &Open, enough: usize) -> usize {
        let Spot { mut note, mut part, .. } = self.spot;
        let rows = self.rows(open, note, part);
        let mut count = rows.len().saturating_sub(self.row(&rows));
        while count < enough {
            let Some(next) = next(&open.collection, note, part) else { break };
            (note, part) = next;
            count += self.rows(open, note, part).len();
        }
        count
    }

    fn forward(&mut self, open: &Open, mut by: usize) {
        let Spot { mut note, mut part, .. } = self.spot;
        let mut rows = self.rows(open, note, part);
        let mut row = self.row(&rows);
        while row + by >= rows.len() {
            let Some(following) = next(&open.collection, note, part) else {
                by = rows.len().saturating_sub(row + 1).min(by);
                break;
            };
            by -= rows.len().saturating_sub(row).min(by);
            (note, part) = following;
            rows = self.rows(open, note, part);
            row = 0;
        }
        self.stand_on(note, part, &rows, row + by);
    }

    fn backward(&mut self, open: &Open, mut by: usize) {
        let Spot { mut note, mut part, .. } = self.spot;
        let mut rows = self.rows(open, note, part);
        let mut row = self.row(&rows);
        while by > row {
            let Some(before) = previous(&open.collection, note, part) else {
                by = row;
                break;
            };
            by -= row + 1;
            (note, part) = before;
            rows = self.rows(open, note, part);
            if rows.is_empty() {
                // An empty part has no row to stand on: go on as if we stood above it.
                by += 1;
                row = 0;
                continue;
            }
            row = rows.len() - 1;
        }
        let row = row.saturating_sub(by);
        self.stand_on(note, part, &rows, row);
    }

    /// To the very beginning.
    pub fn top(&mut self) {
        self.spot = Spot::default();
    }

    /// To the very end: the last row at the bottom of `height` rows.
    pub fn bottom(&mut self, open: &Open, height: usize) {
        let Some(note) = open.collection.notes.len().checked_sub(1) else { return };
        let part = open.collection.notes[note].parts.len().saturating_sub(1);
        let rows = self.rows(open, note, part);
        self.stand_on(note, part, &rows, rows.len().saturating_sub(1));
        self.backward(open, height.saturating_sub(1));
    }

    /// To the beginning of a section, or of a note.
    pub fn go(&mut self, library: &Library, place: Place) {
        let Some(note) = library.notes.get(place.note) else { return };
        let section = place.section.and_then(|at| note.sections.get(at));
        let part = section.map_or(0, |section| section.parts.start);
        let at = section.map_or(0, |section| section.heading.start);
        self.spot = Spot { note: place.note, part, at, nudge: 0 };
    }

    /// To a byte of a note.
    pub fn go_to_byte(&mut self, library: &Library, note: usize, at: usize) {
        let Some(open) = library.notes.get(note) else { return };
        self.spot = Spot { note, part: open.part_at(at), at, nudge: 0 };
    }

    /// Fills [`Reader::view`] for a screen of `height` rows.
    pub fn fill(&mut self, open: &Open, height: usize) {
        self.view.clear();
        self.measure(&open.collection);
        let Spot { mut note, mut part, .. } = self.spot;
        let mut page = self.page(open, note, part);
        let mut start = self.row(&page.rows);
        let mut left = height;
        loop {
            let Page { rows, code, images, .. } = page;
            let end = rows.len().min(start + left);
            if start < end {
                left -= end - start;
                let place = place(&open.collection, note, part);
                let from = open.collection.notes.get(note).and_then(|note| note.parts.get(part));
                let part_end = from.map_or(usize::MAX, |part| part.span.end);
                let shown = rows.get(start..end).unwrap_or(&[]).iter().enumerate();
                let coloured = shown
                    .filter_map(|(at, row)| Some((at, open.colouring.row(note, part, row)?)))
                    .collect();
                let range = start..end;
                let end = part_end;
                self.view.push(Slice { place, part, rows, code, images, end, range, coloured });
            }
            match next(&open.collection, note, part) {
                Some(following) if left > 0 => (note, part) = following,
                _ => break,
            }
            page = self.page(open, note, part);
            start = 0;
        }
    }

    /// The section that is being read: that of the first row with text on it.
    pub fn here(&self, library: &Library) -> Place {
        let written = |slice: &&Slice| {
            slice.rows[slice.range.clone()].iter().any(|row| !row.text().trim().is_empty())
        };
        self.view
            .iter()
            .find(written)
            .map_or_else(|| place(library, self.spot.note, self.spot.part), |slice| slice.place)
    }

    /// The rows on the screen, each with its place.
    pub fn visible(&self) -> impl Iterator<Item = (Place, &Row)> {
        self.view.iter().flat_map(|slice| {
            let mut coloured = slice.coloured.iter().peekable();
            let rows = slice.rows.get(slice.range.clone()).unwrap_or(&[]).iter().enumerate();
            rows.map(move |(at, row)| {
                let instead = coloured.next_if(|(own, _)| *own == at);
                (slice.place, instead.map_or(row, |(_, row)| row))
            })
        })
    }

    /// Adds up the notes' lengths, once for as long as the notes are the same.
    fn measure(&mut self, library: &Library) {
        if self.before.len() == library.notes.len() + 1 {
            return;
        }
        let mut sum = 0;
        self.before = vec![0];
        for note in &library.notes {
            sum += note.text.len().saturating_sub(front(note));
            self.before.push(sum);
        }
    }

    /// How far we are, in percent of the bytes of the notes' text: 100 when the end is on the screen.
    pub fn percent(&self, library: &Library) -> usize {
        let all = self.before.last().copied().unwrap_or(0);
        let before = self.before.get(self.spot.note).copied().unwrap_or(0);
        let last = self.view.last();
        let at_end = last.is_some_and(|slice| {
            slice.range.end == slice.rows.len()
                && library.notes.len() == slice.place.note + 1
                && library.notes.last().is_some_and(|note| {
                    let last = note.parts.last().map(|part| part.section);
                    last == Some(slice.place.section) && slice_ends(note, slice)
                })
        });
        if at_end || all == 0 {
            return 100;
        }
        let own = library.notes.get(self.spot.note).map_or(0, |note| front(note));
        (before + self.spot.at.saturating_sub(own)) * 100 / all
    }
}

/// Whether a slice's part is the last one of its note.
fn slice_ends(note: &Note, slice: &Slice) -> bool {
    let last = note.parts.last().map_or(0, |part| part.span.start);
    slice.rows.last().is_none_or(|row| row.at >= last)
}
