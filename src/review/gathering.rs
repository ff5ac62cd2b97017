//! The cards of the notes that are open, each with the known one that it is.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::card::{Card as Kept, Key};
use super::id::Id;
use super::identity::{How, Likeness, likenesses, matched, note_key};
use crate::library::Library;
use crate::library::cards::{Card, Kind, of_note};

/// The cards of some notes.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// All of them, in reading order; among them terms that are only inferred, where they are known.
    pub cards: Vec<Card>,
    /// What each is known by.
    pub known_by: Vec<Likeness>,
    /// Which known card each is; none where it is like none, or only nearly.
    pub same: Vec<Option<Id>>,
    /// Known cards that have to be found by another key or with another answer from now on.
    pub rekey: Vec<(Id, Key, String)>,
    /// Cards that may be known ones, with the place of the known one, and how much is alike in percent.
    pub doubts: Vec<(usize, usize, u8)>,
    /// The places of the known cards of these notes that are not found.
    pub lost: Vec<usize>,
}

/// The cards of `library`, found among those that are `known`. None where `cancelled` says so.
pub fn gathered(
    library: &Library,
    known: &[Kept],
    cancelled: &dyn Fn() -> bool,
) -> Option<Gathered> {
    let keys: Vec<Arc<str>> = library.notes.iter().map(|note| note_key(note)).collect();
    let here: HashSet<&str> = keys.iter().map(|key| &**key).collect();
    // What a newer version knows cannot be found, and is at rest.
    let likenesses_of_known: Vec<(usize, Likeness)> =
        known.iter().enumerate().filter_map(|(at, card)| Some((at, card.likeness()?))).collect();
    let (places, old): (Vec<usize>, Vec<Likeness>) = likenesses_of_known.into_iter().unzip();
    let mut cards = Vec::new();
    for note in 0..library.notes.len() {
        if cancelled() {
            return None;
        }
        cards.extend(of_note(library, note, false).cards);
    }
    let mut known_by = likenesses(library, &cards);
    // Terms that were only inferred are cards where they were added: only notes that lack such are read
    // for them.
    let lacking = lacking(&old, &known_by);
    if !lacking.is_empty() {
        let mut all = Vec::with_capacity(cards.len());
        let mut rest = cards.into_iter().peekable();
        for (note, key) in keys.iter().enumerate() {
            if lacking.contains(&**key) {
                all.extend(of_note(library, note, true).cards);
                while rest.next_if(|card| card.place.note <= note).is_some() {}
            }
            all.extend(std::iter::from_fn(|| rest.next_if(|card| card.place.note <= note)));
        }
        cards = all;
        known_by = likenesses(library, &cards);
    }
    let renamed = renamed(&old, &known_by, &here);
    let is_here = |note: &str| here.contains(note) || renamed.contains(note);
    let matching = matched(&old, &known_by, &is_here);
    let lost = matching.lost.iter().filter_map(|at| places.get(*at).copied()).collect();
    let mut found = Gathered { lost, ..Gathered::default() };
    found.same = vec![None; cards.len()];
    let kept = |at: usize| places.get(at).and_then(|at| known.get(*at));
    for same in &matching.same {
        let (Some(card), Some(now)) = (kept(same.known), known_by.get(same.current)) else {
            continue;
        };
        if let Some(slot) = found.same.get_mut(same.current) {
            *slot = Some(card.id);
        }
        let key = Key::from(now);
        if same.how != How::Same || key != card.key || now.answer != card.answer {
            found.rekey.push((card.id, key, now.answer.clone()));
        }
    }
    for doubt in &matching.proposals {
        // A term that only reads like a definition is no card before it is added.
        if let Some(place) = places.get(doubt.known)
            && cards.get(doubt.current).is_some_and(|card| !card.inferred)
        {
            found.doubts.push((*place, doubt.current, doubt.alike));
        }
    }
    (found.cards, found.known_by) = (cards, known_by);
    found.leave_out_inferred();
    Some(found)
}

impl Gathered {
    /// Leaves out terms that are only inferred and were never added.
    fn leave_out_inferred(&mut self) {
        if self.cards.iter().all(|card| !card.inferred) {
            return;
        }
        let keeps: Vec<bool> = (self.cards.iter().zip(&self.same))
            .map(|(card, same)| !card.inferred || same.is_some())
            .collect();
        let mut moved = Vec::with_capacity(keeps.len());
        let mut count = 0;
        for keep in &keeps {
            moved.push(count);
            count += usize::from(*keep);
        }
        self.doubts.iter_mut().for_each(|(_, at, _)| *at = moved.get(*at).copied().unwrap_or(0));
        retain(&mut self.cards, &keeps);
        retain(&mut self.known_by, &keeps);
        retain(&mut self.same, &keeps);
    }
}

fn retain<T>(all: &mut Vec<T>, keeps: &[bool]) {
    let mut keeps = keeps.iter();
    all.retain(|_| keeps.next() == Some(&true));
}

/// The notes with known terms that are not found as they were.
fn lacking<'k>(old: &'k [Likeness], now: &[Likeness]) -> HashSet<&'k str> {
    let there: HashSet<(&str, &str)> = (now.iter())
        .filter(|card| card.kind == Kind::Term)
        .map(|card| (&*card.note, card.prompt.as_str()))
        .collect();
    let terms = old.iter().filter(|card| card.kind == Kind::Term);
    let lacking = terms.filter(|card| !there.contains(&(&*card.note, card.prompt.as_str())));
    lacking.map(|card| &*card.note).collect()
}

/// Notes that are not open, of which half of the known cards or more stand in notes that have none of
/// them: they were given another name. What is known of notes elsewhere is at rest.
fn renamed<'k>(old: &'k [Likeness], now: &[Likeness], here: &HashSet<&str>) -> HashSet<&'k str> {
    let known: HashSet<&str> = old.iter().map(|card| &*card.note).collect();
    let says = |card: &Likeness| (card.kind, card.side, card.prompt.clone(), card.answer.clone());
    let fresh = now.iter().filter(|card| !known.contains(&*card.note));
    let fresh: HashSet<_> = fresh.map(says).collect();
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for card in old.iter().filter(|card| !here.contains(&*card.note)) {
        let (found, all) = counts.entry(&card.note).or_default();
        *found += usize::from(!fresh.is_empty() && fresh.contains(&says(card)));
        *all += 1;
    }
    let most = counts.into_iter().filter(|(_, (found, all))| *found > 0 && found * 2 >= *all);
    most.map(|(note, _)| note).collect()
}
