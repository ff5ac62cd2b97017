//! What has changed in the notes while they were open: marked until it has been seen.

use std::collections::HashSet;

use super::moves::Moves;
use crate::library::{Library, Place};
use crate::text::span::Span;

/// At most so many changes are marked.
const KEPT: usize = 1_000;

/// Lines that have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The note.
    pub note: usize,
    /// Their bytes; none where lines were taken out.
    pub span: Span,
}

/// The changes that are marked.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// In reading order.
    list: Vec<Change>,
    places: HashSet<Place>,
    /// The one that was gone to last.
    at: Option<usize>,
}

impl Changes {
    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Marks nothing any more.
    pub fn clear(&mut self) {
        *self = Changes::default();
    }

    /// Takes the marks to where their places are now, and marks `more`.
    pub(super) fn add(&mut self, moves: &Moves<'_>, more: Vec<Change>, now: &Library) {
        let moved = self.list.drain(..).filter_map(|change| {
            let (note, start, _) = moves.byte(change.note, change.span.start)?;
            let (_, end, _) = moves.byte(change.note, change.span.end)?;
            Some(Change { note, span: Span::new(start, end) })
        });
        let mut list: Vec<Change> = moved.chain(more).collect();
        list.sort_unstable();
        list.dedup();
        list.truncate(KEPT);
        let place = |change: &Change| {
            let note = now.notes.get(change.note)?;
            let part = note.parts.get(note.part_at(change.span.start));
            Some(Place { note: change.note, section: part.and_then(|part| part.section) })
        };
        self.places = list.iter().filter_map(place).collect();
        self.list = list;
        self.at = None;
    }

    /// Whether something in these bytes of a note has changed.
    pub fn touch(&self, note: usize, bytes: Span) -> bool {
        let from = self.list.partition_point(|change| change.note < note);
        let mut own = self.list.get(from..).unwrap_or(&[]).iter().take_while(|c| c.note == note);
        own.any(|Change { span, .. }| {
            span.start < bytes.end.max(bytes.start + 1)
                && span.end.max(span.start + 1) > bytes.start
        })
    }

    /// Whether something in a section has changed, or in a note before its first section.
    pub fn in_place(&self, place: Place) -> bool {
        self.places.contains(&place)
    }

    /// The sections with changes, in no order.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.places.iter()
    }

    /// The next change behind a byte of a note, or the first of all. Where one was gone to, it is the one
    /// behind that.
    pub fn next(&mut self, note: usize, at: usize) -> Option<Change> {
        let behind =
            self.list.partition_point(|change| (change.note, change.span.start) <= (note, at));
        let next = self.at.map_or(behind, |last| last + 1);
        self.at = Some(if next < self.list.len() { next } else { 0 });
        self.list.get(self.at.unwrap_or(0)).copied()
    }
}
