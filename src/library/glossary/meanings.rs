//! What senses say, read anew from their notes. Many may stand in one block, which is read once.

use std::collections::HashMap;

use super::{Entry, Sense, extract};
use crate::doc::Block;
use crate::library::Library;
use crate::text::span::Span;

/// So many blocks are kept that have been read.
const KEPT: usize = 1_000;

/// Reads what senses say.
#[derive(Debug)]
pub struct Meanings<'a> {
    library: &'a Library,
    /// The blocks that have been read, each by its note and its place there.
    read: HashMap<(usize, Span), Defined>,
}

/// What a block defines, by where and as the how-manieth.
type Defined = HashMap<(Span, u32), Vec<Entry>>;

impl<'a> Meanings<'a> {
    /// Of the terms of `library`.
    pub fn new(library: &'a Library) -> Meanings<'a> {
        Meanings { library, read: HashMap::new() }
    }

    /// The definition as it stands in the note; nothing where the note is not the one that the sense
    /// was read from.
    pub fn blocks(&mut self, sense: &Sense) -> Vec<Block> {
        let index = sense.place.note;
        let Some(note) = self.library.notes.get(index) else { return Vec::new() };
        for span in extract::places(note, sense) {
            if self.read.len() >= KEPT {
                self.read.clear();
            }
            let found = self.read.entry((index, span)).or_insert_with(|| {
                let mut found = Defined::new();
                for entry in extract::again(index, note, sense, span) {
                    found.entry((entry.sense.span, entry.sense.nth)).or_default().push(entry);
                }
                found
            });
            let here = found.get(&(sense.span, sense.nth)).into_iter().flatten();
            if let Some(entry) = here.into_iter().find(|entry| *entry.sense == *sense) {
                return entry.blocks.clone();
            }
        }
        Vec::new()
    }
}
