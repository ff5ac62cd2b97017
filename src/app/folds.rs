//! Parts of notes that can be folded: which the reader has folded, and which opened.

use std::collections::HashMap;

/// What the reader has changed, by note and by where a part begins in it; all others are as the note has
/// them. It is kept for as long as the app runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    changed: HashMap<(usize, usize), bool>,
}

impl Folds {
    /// Whether a part is open, which the note has open or not.
    pub fn is_open(&self, note: usize, at: usize, as_written: bool) -> bool {
        self.changed.get(&(note, at)).copied().unwrap_or(as_written)
    }

    /// Opens a part, or folds it.
    pub fn set(&mut self, note: usize, at: usize, open: bool) {
        self.changed.insert((note, at), open);
    }

    /// Takes where each part begins now, by its note and where it began; what is gone is forgotten.
    pub fn moved(&mut self, now: &dyn Fn(usize, usize) -> Option<(usize, usize)>) {
        let changed = std::mem::take(&mut self.changed).into_iter();
        let changed = changed.filter_map(|((note, at), open)| Some((now(note, at)?, open)));
        self.changed = changed.collect();
    }

    /// Takes where each note is now; what is known of one that is gone is forgotten.
    pub fn retain(&mut self, now: &dyn Fn(usize) -> Option<usize>) {
        let changed = std::mem::take(&mut self.changed).into_iter();
        self.changed =
            changed.filter_map(|((note, at), open)| Some(((now(note)?, at), open))).collect();
    }
}
