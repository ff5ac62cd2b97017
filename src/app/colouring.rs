//! Code in colour: what is known of blocks, and what is still to be found out for the screen.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use super::msg::Msg;
use crate::doc::Block;
use crate::layout::Row;
use crate::library::Library;
use crate::style::code::{Colours, colour};
use crate::text::span::Span;

/// So many parts of lines are remembered, of the blocks that were coloured last.
const KEPT: usize = 400_000;
/// At most so many blocks are asked for at once.
const ASKED: usize = 64;

/// A block of code on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shown {
    /// The note.
    pub note: usize,
    /// The part that shows it.
    pub part: usize,
    /// Where it stands in the note.
    pub span: Span,
}

/// What was found out of a block.
#[derive(Clone, Debug)]
pub struct Found {
    /// The block.
    pub block: Shown,
    /// What its parts are.
    pub colours: Arc<Colours>,
    /// No more is to come.
    pub complete: bool,
}

/// What is known of blocks of code, the latest ones.
#[derive(Clone, Debug, Default)]
pub struct Colouring {
    known: HashMap<Shown, Found>,
    order: VecDeque<Shown>,
    weight: usize,
    /// What a worker was asked for last.
    asked: Vec<Shown>,
}

impl Colouring {
    /// `row`, which stands in a part of a note, in its colours, as far as they are known; none where
    /// it has no code.
    pub fn row(&self, note: usize, part: usize, row: &Row) -> Option<Row> {
        let block = Shown { note, part, span: row.code?.block };
        self.known.get(&block).map(|found| row.coloured(&found.colours))
    }

    /// The notes have changed: nothing is known any more.
    pub fn forget(&mut self) {
        *self = Colouring::default();
    }

    /// Some notes have changed: of the others, which `same` tells, what is known stays so.
    pub fn keep(&mut self, same: &dyn Fn(usize) -> bool) {
        self.known.retain(|block, _| same(block.note));
        self.order.retain(|block| same(block.note));
        self.weight = self.known.values().map(|found| found.colours.len()).sum();
        self.asked.clear();
    }

    /// Of the blocks on the screen, those that a worker is to colour; none while it is at them, or
    /// where nothing is to be done. With none in the list the worker is to stop: nobody sees what it
    /// is at.
    pub fn ask(&mut self, shown: impl Iterator<Item = Shown>) -> Option<Vec<Shown>> {
        let done = |block: &Shown| self.known.get(block).is_some_and(|found| found.complete);
        let mut missing: Vec<Shown> = shown.filter(|block| !done(block)).take(ASKED).collect();
        self.asked.retain(|block| !done(block));
        let same = match missing.is_empty() {
            true => self.asked.is_empty(),
            false => missing.iter().all(|block| self.asked.contains(block)),
        };
        if same {
            return None;
        }
        // A long one that has been begun must not keep the others waiting.
        missing.sort_by_key(|block| self.known.contains_key(block));
        self.asked.clone_from(&missing);
        Some(missing)
    }

    /// Takes what was found out.
    pub fn take(&mut self, found: Found) {
        let block = found.block;
        self.weight += found.colours.len();
        match self.known.insert(block, found) {
            Some(before) => self.weight = self.weight.saturating_sub(before.colours.len()),
            None => self.order.push_back(block),
        }
        while self.weight > KEPT && self.order.len() > ASKED {
            let Some(oldest) = self.order.pop_front() else { break };
            let gone = self.known.remove(&oldest);
            self.weight = self.weight.saturating_sub(gone.map_or(0, |gone| gone.colours.len()));
        }
    }
}

/// Colours `wanted`, and reports each as soon as it is done, a long one piece by piece. For a worker.
pub fn work(
    library: &Library,
    wanted: &[Shown],
    version: u64,
    report: &dyn Fn(Msg),
    cancelled: &dyn Fn() -> bool,
) {
    let mut read: Option<(usize, usize, Vec<Block>)> = None;
    for block in wanted {
        let Some(note) = library.notes.get(block.note) else { continue };
        if read.as_ref().is_none_or(|(note, part, _)| (*note, *part) != (block.note, block.part)) {
            read = Some((block.note, block.part, note.blocks(block.part)));
        }
        let answer = |colours, complete| {
            let found = Found { block: *block, colours: Arc::new(colours), complete };
            report(Msg::Coloured { version, found });
        };
        // What is not there after all is known to have no colours.
        let mut colours = Some(Colours::default());
        for of_part in read.iter().flat_map(|(_, _, blocks)| blocks) {
            of_part.each_code(&mut |lang, lines, span| {
                if span == block.span {
                    let lines = lines.iter().map(|line| line.text.as_str());
                    let begun = &mut |begun: &Colours| answer(begun.clone(), false);
                    colours = colour(lang, lines, begun, cancelled);
                }
            });
        }
        let Some(colours) = colours else { return };
        answer(colours, true);
    }
}
