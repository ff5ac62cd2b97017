//! The jump box: digits, dots and dashes gather, and the sections that fit are shown.

use crate::library::{Library, Place};
use crate::text::edit::Line;

/// At most this many sections are offered.
const OFFERED: usize = 200;

/// The jump box.
#[derive(Clone, Debug, Default)]
pub struct Jump {
    /// What was typed.
    pub line: Line,
    /// The sections that fit, the best first.
    pub candidates: Vec<Place>,
    /// The one that is selected.
    pub cursor: usize,
    /// The first one on the screen.
    pub top: usize,
}

impl Jump {
    /// Whether a character may stand in an address by number.
    pub fn takes(c: char) -> bool {
        c.is_ascii_digit() || matches!(c, '.' | '-' | '#')
    }

    /// Looks for sections anew, after a key.
    pub fn search(&mut self, library: &Library, here: Place) {
        self.candidates = candidates(library, here.note, self.line.text());
        self.cursor = 0;
        self.top = 0;
    }

    /// The section that `Enter` goes to.
    pub fn selected(&self) -> Option<Place> {
        self.candidates.get(self.cursor).copied()
    }

    /// Moves the selection.
    pub fn step(&mut self, by: isize) {
        let last = self.candidates.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}

/// The sections whose number is, or begins with, what was typed: those of this note first, then of
/// its folder, then of all; in each the number itself first, then what stands under it, then longer
/// numbers that begin with the same digits.
fn candidates(library: &Library, note: usize, typed: &str) -> Vec<Place> {
    let (number, repeat) = match typed.split_once('#') {
        Some((number, repeat)) => (number, Some(repeat)),
        None => (typed, None),
    };
    let number = number.replace('-', ".");
    let number = number.trim_matches('.');
    if number.is_empty() {
        return Vec::new();
    }
    let folder = |at: usize| {
        let path = library.notes.get(at).map_or("", |note| note.path.as_str());
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    };
    let mut found: Vec<((u8, u8), Place)> = Vec::new();
    for (i, open) in library.notes.iter().enumerate() {
        let near = match i {
            i if i == note => 0,
            i if folder(i) == folder(note) => 1,
            _ => 2,
        };
        for (at, section) in open.sections.iter().enumerate() {
            let Some(path) = &section.path else { continue };
            let path = path.to_string();
            let Some(rest) = path.strip_prefix(number) else { continue };
            let fit = match rest {
                "" => 0,
                rest if rest.starts_with('.') => 1,
                _ => 2,
            };
            let own_repeat = section.address.split_once('#').map_or("", |(_, repeat)| repeat);
            if repeat.is_some_and(|repeat| fit != 0 || !own_repeat.starts_with(repeat)) {
                continue;
            }
            found.push(((near, fit), Place { note: i, section: Some(at) }));
        }
    }
    found.sort_by_key(|(order, place)| (*order, *place));
    found.into_iter().take(OFFERED).map(|(_, place)| place).collect()
}
