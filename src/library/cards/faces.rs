//! What cards show, read anew from their notes: blocks, which are laid out as they are in the reader.

use std::ops::Range;
use std::sync::Arc;

use super::cloze::Gapped;
use super::extract::{self, Item, Made, Texts};
use super::inlines::{paragraph, span_of, trimmed};
use super::{Card, GAP, Said, Side};
use crate::doc::{Block, Inline, Marks, Run};
use crate::library::Library;
use crate::library::glossary::Meanings;
use crate::text::sanitize::Clean;

/// What so many pieces of notes have for cards is kept.
const KEPT: usize = 4;

/// What a card shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Face {
    /// What it asks.
    pub prompt: Vec<Block>,
    /// What answers it; of a text with gaps, the text with what was asked for marked.
    pub answer: Vec<Block>,
}

/// A text with all of its gaps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    /// The text, without the signs of the gaps.
    pub content: Vec<Inline>,
    /// Which of its inlines each gap hides, in order.
    pub gaps: Vec<Range<usize>>,
}

/// Reads what cards show.
pub struct Faces<'a> {
    library: &'a Library,
    meanings: Meanings<'a>,
    /// The parts that have been read, the latest last: a note, its parts, and what is in them.
    read: Vec<(usize, Range<usize>, Arc<Vec<Item>>)>,
}

impl<'a> Faces<'a> {
    /// Of the cards of `library`.
    pub fn new(library: &'a Library) -> Faces<'a> {
        Faces { library, meanings: Meanings::new(library), read: Vec::new() }
    }

    /// What a card shows; none where the note is not the one that the card was read from.
    pub fn face(&mut self, card: &Card) -> Option<Face> {
        if let Said::Term { name, sense } = &card.said {
            let back = self.meanings.blocks(sense).to_vec();
            let text = Inline::Text(Run { text: Clean::clone(name), ..Run::default() });
            let front = vec![Block::Paragraph { content: vec![text], span: card.span }];
            return (!back.is_empty()).then(|| turned(card.side, front, back));
        }
        let items = self.items(card);
        let item = item_of(&items, card)?;
        match (item.made.as_ref()?, &card.said) {
            (Made::Two { front, back }, _) => Some(turned(card.side, front.clone(), back.clone())),
            (Made::Gaps(gapped), Said::Gap { at, .. }) => gap(gapped, *at as usize),
            _ => None,
        }
    }

    /// The text of a card with gaps, all of them; none where it is another card.
    pub fn gaps(&mut self, card: &Card) -> Option<Gaps> {
        let items = self.items(card);
        let item = item_of(&items, card)?;
        match item.made.as_ref()? {
            Made::Gaps(Gapped { content, gaps, .. }) => {
                Some(Gaps { content: content.clone(), gaps: gaps.clone() })
            }
            Made::Two { .. } => None,
        }
    }

    fn items(&mut self, card: &Card) -> Arc<Vec<Item>> {
        let index = card.place.note;
        let Some(note) = self.library.notes.get(index) else { return Arc::default() };
        let last = note.part_at(card.span.end.saturating_sub(1).max(card.span.start));
        let parts = note.part_at(card.span.start)..last + 1;
        let known = |(own, of, _): &&(usize, Range<usize>, _)| *own == index && *of == parts;
        if let Some((.., items)) = self.read.iter().find(known) {
            return items.clone();
        }
        let items = Arc::new(extract::again(note, card.span));
        if self.read.len() >= KEPT {
            self.read.remove(0);
        }
        self.read.push((index, parts, items.clone()));
        items
    }
}

/// What a card was made of. The items stand in the order of their places, and may be very many.
fn item_of<'a>(items: &'a [Item], card: &Card) -> Option<&'a Item> {
    let from = items.partition_point(|item| item.span.start < card.span.start);
    let here = items.get(from..)?.iter();
    let mut here = here.take_while(|item| item.span.start == card.span.start);
    here.find(|item| is_of(item, card))
}

/// Whether a card was made of an item.
fn is_of(item: &Item, card: &Card) -> bool {
    let same = match (&item.texts, &card.said) {
        (Texts::Two { front, back }, Said::Two { front: own, back: other, nth }) => {
            item.nth == *nth && front == own && back == other
        }
        (Texts::Gaps { whole, .. }, Said::Gap { whole: own, nth, .. }) => {
            item.nth == *nth && whole == own
        }
        _ => false,
    };
    same && item.kind == card.kind && item.span == card.span
}

fn turned(side: Side, front: Vec<Block>, back: Vec<Block>) -> Face {
    match side {
        Side::Forward => Face { prompt: front, answer: back },
        Side::Reverse => Face { prompt: back, answer: front },
    }
}

/// One gap of a text: the others are shown.
fn gap(gapped: &Gapped, at: usize) -> Option<Face> {
    let own = gapped.gaps.get(at)?;
    let content = &gapped.content;
    let hidden = content.get(own.clone())?;
    let span = span_of(hidden).unwrap_or_default();
    let marks = Marks::STRONG;
    let sign = Inline::Text(Run { text: Clean::literal(GAP), marks, link: None, span });
    let mut prompt = content.get(..own.start)?.to_vec();
    prompt.push(sign);
    prompt.extend_from_slice(content.get(own.end..)?);
    let mut answer = content.clone();
    for (i, gap) in gapped.gaps.iter().enumerate() {
        for inline in answer.get_mut(gap.clone()).unwrap_or(&mut []) {
            if let Inline::Text(run) = inline {
                run.marks = match i == at {
                    true => run.marks.with(Marks::MARK),
                    false => run.marks.without(Marks::MARK),
                };
            }
        }
    }
    // A bracket that is left out may have stood behind a space.
    let prompt = paragraph(trimmed(prompt)).into_iter().collect();
    let answer = paragraph(answer).into_iter().collect();
    Some(Face { prompt, answer })
}
