//! Which part of the notes each card belongs to.

use std::collections::HashMap;

use super::Part;
use crate::library::cards::of_note;
use crate::library::{Library, Note, Section};
use crate::review::card::{Card, Key};
use crate::review::id::Id;
use crate::review::identity::{likenesses, note_key};
use crate::text::sanitize::Clean;

/// The parts of notes, and which of them each card is in.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The parts, in reading order.
    pub(super) parts: Vec<Part>,
    /// The known cards, each with its part.
    pub(super) cards: HashMap<Id, usize>,
    /// The parts of cards that are not known yet, one for each card.
    pub(super) unknown: Vec<usize>,
}

impl Parts {
    /// The chapters of the notes that are open, each after its note itself, which has the cards that are in
    /// no chapter: also those among `known` that are not found any more.
    pub fn of(library: &Library, known: &[Card]) -> Parts {
        let mut ids: HashMap<&str, HashMap<&Key, Id>> = HashMap::new();
        for card in known {
            ids.entry(&card.key.note).or_default().insert(&card.key, card.id);
        }
        let mut parts = Parts::default();
        for (index, note) in library.notes.iter().enumerate() {
            let mut ids = ids.remove(&*note_key(note)).unwrap_or_default();
            let first = parts.parts.len();
            let (chapters, of_section) = chapters(note);
            let (path, title) = (note.path.clone(), note.title());
            parts.parts.push(Part { note: path, title, ..Part::default() });
            parts.parts.extend(chapters);
            // Terms that are only inferred are cards where they were added: they are looked at where
            // something is still missing.
            for inferred in [false, true] {
                if inferred && ids.is_empty() {
                    break;
                }
                let cards = of_note(library, index, inferred).cards;
                for (card, likeness) in cards.iter().zip(likenesses(library, &cards)) {
                    let chapter = card.place.section.and_then(|at| of_section.get(at)).copied();
                    let at = first + chapter.flatten().map_or(0, |chapter| chapter + 1);
                    match ids.remove(&Key::from(&likeness)) {
                        Some(id) => _ = parts.cards.insert(id, at),
                        None if inferred => {}
                        None => parts.unknown.push(at),
                    }
                }
            }
            parts.cards.extend(ids.into_values().map(|id| (id, first)));
        }
        parts
    }
}

/// All cards that are `known`, note by note.
pub fn by_note(known: &[Card]) -> Parts {
    let mut parts = Parts::default();
    let mut notes: HashMap<&str, usize> = HashMap::new();
    for card in known {
        let next = notes.len();
        let at = *notes.entry(&card.key.note).or_insert(next);
        if at == parts.parts.len() {
            let name = card.key.note.strip_prefix("id:").unwrap_or(&card.key.note);
            let (note, title) = (Clean::visible(name), Clean::visible(name));
            parts.parts.push(Part { note, title, ..Part::default() });
        }
        parts.cards.insert(card.id, at);
    }
    parts
}

/// The chapters of a note, and which of them each section is in, if it is in one: the sections of the first
/// depth that has more than one.
fn chapters(note: &Note) -> (Vec<Part>, Vec<Option<usize>>) {
    let deepest = note.sections.iter().map(|section| section.depth).max().unwrap_or(0);
    let several = |depth: &usize| {
        note.sections.iter().filter(|section| section.depth == *depth).nth(1).is_some()
    };
    let depth = (1..=deepest.min(3)).find(several).unwrap_or(1);
    let (mut chapters, mut of_section) = (Vec::new(), Vec::new());
    for section in &note.sections {
        if section.depth == depth {
            chapters.push(chapter(note, section));
        }
        // What stands above the first chapter, or beside it on a lower depth, is the note's own.
        of_section.push(match section.depth >= depth {
            true => chapters.len().checked_sub(1),
            false => None,
        });
    }
    (chapters, of_section)
}

fn chapter(note: &Note, section: &Section) -> Part {
    let (note, address) = (note.path.clone(), Some(Clean::new(&section.address)));
    Part { note, address, title: section.shown.clone(), ..Part::default() }
}
