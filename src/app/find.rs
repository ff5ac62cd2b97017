//! Find in the text: what was typed, what it matched, and which match we are at.

use super::folds::Folds;
use super::msg::Msg;
use super::reader::Spot;
use crate::library::Library;
use crate::search::text::{Pattern, in_note};
use crate::text::edit::Line;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// A match, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// The note.
    pub note: usize,
    /// Its bytes in the note.
    pub span: Span,
}

/// A search that is on: its marks stay until it is closed.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What is looked for.
    pub line: Line,
    /// Keys go into the line.
    pub editing: bool,
    /// The matches found so far, in reading order.
    pub matches: Vec<Match>,
    /// The match we are at.
    pub current: Option<usize>,
    /// All notes have been searched.
    pub done: bool,
    /// Which search the matches are of: results of an older one are dropped.
    pub generation: u64,
    /// Where we were when the search began.
    pub start: Spot,
    /// What was folded when it began.
    pub folds: Folds,
    /// The notes have changed under it: what it finds anew is marked, but not gone to.
    pub quiet: bool,
}

impl Find {
    /// A new search from `start`.
    pub fn new(start: Spot) -> Find {
        Find { editing: true, done: true, start, ..Find::default() }
    }

    /// The line has changed: what it found is of no use any more, and what is still to come of it is
    /// told apart by its `generation`, which no search before has had.
    pub fn restart(&mut self, generation: u64) {
        self.matches.clear();
        self.current = None;
        self.generation = generation;
        self.done = self.line.is_empty();
    }

    /// Takes matches; the first of them behind where we were becomes the current one.
    pub fn take(&mut self, mut more: Vec<Match>, done: bool) {
        self.matches.append(&mut more);
        self.matches.sort_unstable();
        self.done = done;
        let start = (self.start.note, self.start.at);
        let next = self.matches.partition_point(|found| (found.note, found.span.start) < start);
        self.current = match self.matches.len() {
            0 => None,
            count => Some(if next < count { next } else { 0 }),
        };
    }

    /// Goes on to another match, round and round.
    pub fn step(&mut self, by: isize) {
        let count = isize::try_from(self.matches.len()).unwrap_or(0);
        if let (Some(current), true) = (self.current, count > 0) {
            let current = isize::try_from(current).unwrap_or(0);
            self.current = Some((current + by).rem_euclid(count).unsigned_abs());
        }
    }

    /// The match we are at.
    pub fn here(&self) -> Option<Match> {
        self.current.and_then(|at| self.matches.get(at).copied())
    }

    /// The matches in a part of a note.
    pub fn within(&self, note: usize, span: Span) -> &[Match] {
        let at = |byte: usize| {
            self.matches.partition_point(|found| (found.note, found.span.start) < (note, byte))
        };
        self.matches.get(at(span.start)..at(span.end)).unwrap_or(&[])
    }
}

/// Searches the notes from `from` on, round to those before it, and reports what each has; stops
/// when `cancelled` says so. For a worker.
pub fn search(
    library: &Library,
    query: &str,
    from: usize,
    generation: u64,
    report: &dyn Fn(Msg),
    cancelled: &dyn Fn() -> bool,
) {
    let found = |matches, done| Msg::Found { generation, matches, done };
    let pattern = match Pattern::new(query) {
        Ok(pattern) => pattern,
        Err(error) => {
            report(found(Vec::new(), true));
            report(Msg::Failed(Clean::new(&error.to_string()).into_string()));
            return;
        }
    };
    let count = library.notes.len();
    let mut pending = Vec::new();
    for i in (0..count).map(|i| (from + i) % count.max(1)) {
        if cancelled() {
            return;
        }
        let Some(note) = library.notes.get(i) else { continue };
        for (_, hit) in in_note(&pattern, note) {
            pending.extend(hit.spans.iter().map(|span| Match { note: i, span: *span }));
        }
        // The first note with a match is told at once; the rest in larger pieces.
        if i == from || pending.len() > 4_000 {
            report(found(std::mem::take(&mut pending), false));
        }
    }
    report(found(pending, true));
}
