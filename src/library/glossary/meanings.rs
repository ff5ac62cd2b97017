//! What senses say, read anew from their notes. Many may stand in one block, which is read once.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Sense, extract};
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
    read: HashMap<(usize, Span), Vec<Defined>>,
}

/// One of the senses that a block defines, and what it says. They are sorted by where and as the
/// how-manieth, which stands at hand: one block may define hundreds of thousands.
type Defined = ((Span, u32), Arc<Sense>, Vec<Block>);

impl<'a> Meanings<'a> {
    /// Of the terms of `library`.
    pub fn new(library: &'a Library) -> Meanings<'a> {
        Meanings { library, read: HashMap::new() }
    }

    /// The definition as it stands in the note; nothing where the note is not the one that the sense
    /// was read from.
    pub fn blocks(&mut self, sense: &Sense) -> &[Block] {
        let index = sense.place.note;
        let Some(note) = self.library.notes.get(index) else { return &[] };
        let wanted = (sense.span, sense.nth);
        let found = extract::places(note, sense).find_map(|span| {
            if self.read.len() >= KEPT {
                self.read.clear();
            }
            let defined = self.read.entry((index, span)).or_insert_with(|| {
                let entries = extract::again(index, note, sense, span).into_iter();
                let place = |sense: &Sense| (sense.span, sense.nth);
                let mut defined: Vec<Defined> =
                    entries.map(|entry| (place(&entry.sense), entry.sense, entry.blocks)).collect();
                defined.sort_by_key(|(place, ..)| *place);
                defined
            });
            let from = defined.partition_point(|(place, ..)| *place < wanted);
            let mut here = defined.iter().skip(from).take_while(|(place, ..)| *place == wanted);
            let at = here.position(|(_, other, _)| **other == *sense)?;
            Some(((index, span), from + at))
        });
        let said = found.and_then(|(block, at)| self.read.get(&block)?.get(at));
        said.map_or(&[], |(.., blocks)| blocks)
    }
}
