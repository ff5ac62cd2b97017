//! The known cards and those of the notes are put together: first what is the same, then what was
//! moved, then what was corrected. What is taken by one step is out of the next.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use super::{How, Likeness, Matching, Proposal, Same};

/// A question of so many letters is no other's by chance.
const TELLING: usize = 8;

/// Finds the cards of the notes, `current`, among those that are `known`. The order of neither matters.
/// `is_here` says of the key of a note whether it would be open now if it were still there: what is known
/// of others is at rest, and not looked for in the notes that are open.
pub fn matched(
    known: &[Likeness],
    current: &[Likeness],
    is_here: &dyn Fn(&str) -> bool,
) -> Matching {
    let (known, current) = (Cards::new(known), Cards::new(current));
    let here = known.cards.iter().map(|(_, card)| is_here(&card.note)).collect();
    let mut work = Work { known, current, here, same: Vec::new(), proposals: Vec::new() };
    work.same_note(|note| note.clone(), How::Same);
    work.moved();
    let moves = work.moves();
    work.same_note(|note| moves.get(note).unwrap_or(note).clone(), How::Moved);
    work.mirrored();
    work.asked_alone();
    work.mended(&moves);
    work.mirrored();
    work.finish()
}

/// One of the two lists, in an order that does not depend on theirs.
pub(super) struct Cards<'a> {
    /// Each with its place in the list that was given.
    cards: Vec<(usize, &'a Likeness)>,
    pub taken: Vec<bool>,
}

impl<'a> Cards<'a> {
    fn new(cards: &'a [Likeness]) -> Cards<'a> {
        let mut cards: Vec<(usize, &Likeness)> = cards.iter().enumerate().collect();
        cards.sort_by_key(|(_, card)| *card);
        let taken = vec![false; cards.len()];
        Cards { cards, taken }
    }

    /// Those that are left.
    pub fn left(&self) -> impl Iterator<Item = (usize, &'a Likeness)> {
        let cards = self.cards.iter().zip(&self.taken).enumerate();
        cards.filter(|(_, (_, taken))| !**taken).map(|(at, ((_, card), _))| (at, *card))
    }

    fn take(&mut self, at: usize) {
        if let Some(taken) = self.taken.get_mut(at) {
            *taken = true;
        }
    }

    fn place(&self, at: usize) -> usize {
        self.cards.get(at).map_or(0, |(place, _)| *place)
    }

    pub fn card(&self, at: usize) -> Option<&'a Likeness> {
        self.cards.get(at).map(|(_, card)| *card)
    }
}

pub(super) struct Work<'a> {
    pub known: Cards<'a>,
    pub current: Cards<'a>,
    /// Of the known ones, whether their notes would be open.
    here: Vec<bool>,
    /// By their places in the two sides.
    pub same: Vec<(usize, usize, How)>,
    proposals: Vec<(usize, usize, u8)>,
}

/// Cards of both sides that agree in something.
#[derive(Default)]
pub(super) struct Group {
    pub known: Vec<usize>,
    pub current: Vec<usize>,
}

impl<'a> Work<'a> {
    /// What is left, by what each says of itself; in the order of the known ones, then of the others.
    pub fn groups<K: Eq + Hash + Clone>(
        &self,
        of_known: impl Fn(&'a Likeness) -> Option<K>,
        of_current: impl Fn(&'a Likeness) -> Option<K>,
    ) -> Vec<Group> {
        let mut places: HashMap<K, usize> = HashMap::new();
        let mut groups: Vec<Group> = Vec::new();
        for (at, card) in self.known.left() {
            let Some(key) = of_known(card) else { continue };
            let place = *places.entry(key).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Group::default());
            }
            if let Some(group) = groups.get_mut(place) {
                group.known.push(at);
            }
        }
        for (at, card) in self.current.left() {
            // A group without a known card is of no use.
            let place = of_current(card).and_then(|key| places.get(&key).copied());
            if let Some(group) = place.and_then(|place| groups.get_mut(place)) {
                group.current.push(at);
            }
        }
        groups.retain(|group| !group.current.is_empty());
        groups
    }

    pub fn pair(&mut self, known: usize, current: usize, how: How) {
        self.known.take(known);
        self.current.take(current);
        self.same.push((known, current, how));
    }

    /// What asks the same in what is the same note. Of several those with the same answer belong
    /// together, and then each to the next.
    fn same_note(&mut self, note: impl Fn(&Arc<str>) -> Arc<str>, how: How) {
        let key = |note: Arc<str>, card: &'a Likeness| (note, card.kind, card.side, &card.prompt);
        let groups = self.groups(
            |card| Some(key(note(&card.note), card)),
            |card| Some(key(card.note.clone(), card)),
        );
        for Group { known, current } in groups {
            let mut by_answer: HashMap<&str, Vec<usize>> = HashMap::new();
            for at in current.iter().rev() {
                let answer = self.current.card(*at).map_or("", |card| &card.answer);
                by_answer.entry(answer).or_default().push(*at);
            }
            for at in &known {
                let answer = self.known.card(*at).map_or("", |card| &card.answer);
                if let Some(found) = by_answer.get_mut(answer).and_then(Vec::pop) {
                    self.pair(*at, found, how);
                }
            }
            let left = |side: &Cards<'_>, all: Vec<usize>| -> Vec<usize> {
                all.into_iter().filter(|at| side.taken.get(*at) == Some(&false)).collect()
            };
            let (known, current) = (left(&self.known, known), left(&self.current, current));
            for (known, current) in known.into_iter().zip(current) {
                self.pair(known, current, how);
            }
        }
    }

    /// What asks and answers the same in another note, where there is one only: first in one with the
    /// same name of its file. The same note may be known from below another folder.
    fn moved(&mut self) {
        let says = |card: &'a Likeness| (card.kind, card.side, &card.prompt, &card.answer);
        let named = |card: &'a Likeness| Some((says(card), card.note.rsplit('/').next()));
        self.only(named, |work, known, current| {
            work.is_here(known)
                || work
                    .known
                    .card(known)
                    .zip(work.current.card(current))
                    .is_some_and(|(a, b)| is_end(&a.note, &b.note) || is_end(&b.note, &a.note))
        });
        self.only(|card| Some(says(card)), |work, known, _| work.is_here(known));
    }

    /// Takes those that are the only ones, on both sides, to say this of themselves, where that may be.
    fn only<K: Eq + Hash + Clone>(
        &mut self,
        key: impl Fn(&'a Likeness) -> Option<K>,
        may: impl Fn(&Work<'a>, usize, usize) -> bool,
    ) {
        for group in self.groups(&key, &key) {
            if let ([known], [current]) = (group.known.as_slice(), group.current.as_slice())
                && may(self, *known, *current)
            {
                self.pair(*known, *current, How::Moved);
            }
        }
    }

    fn is_here(&self, known: usize) -> bool {
        self.here.get(known) == Some(&true)
    }

    /// Where most of a note is now.
    fn moves(&self) -> HashMap<Arc<str>, Arc<str>> {
        let mut counts: BTreeMap<(Arc<str>, Arc<str>), usize> = BTreeMap::new();
        for (known, current, _) in &self.same {
            let (from, to) = (self.known.card(*known), self.current.card(*current));
            if let (Some(from), Some(to)) = (from, to) {
                *counts.entry((from.note.clone(), to.note.clone())).or_default() += 1;
            }
        }
        let mut most: HashMap<Arc<str>, (usize, Arc<str>)> = HashMap::new();
        for ((from, to), count) in counts {
            let best = most.entry(from).or_insert_with(|| (0, to.clone()));
            if count > best.0 {
                *best = (count, to);
            }
        }
        most.into_iter().map(|(from, (_, to))| (from, to)).collect()
    }

    /// What alone asks something, now as before, wherever that is and whatever answers it.
    fn asked_alone(&mut self) {
        let key = |card: &'a Likeness| Some((card.kind, card.side, &card.prompt));
        for group in self.groups(key, key) {
            if let ([known], [current]) = (group.known.as_slice(), group.current.as_slice())
                && self.is_here(*known)
            {
                let letters = self.known.card(*known).map_or(0, |card| card.prompt.chars().count());
                match letters >= TELLING {
                    true => self.pair(*known, *current, How::Moved),
                    false => self.propose(*known, *current, 100),
                }
            }
        }
    }

    pub fn propose(&mut self, known: usize, current: usize, alike: u8) {
        self.known.take(known);
        self.current.take(current);
        self.proposals.push((known, current, alike));
    }

    fn finish(self) -> Matching {
        let Work { known, current, here, same, proposals } = self;
        let (lost, elsewhere): (Vec<_>, Vec<_>) =
            known.left().partition(|(at, _)| here.get(*at) == Some(&true));
        let places = |cards: &Cards<'_>, left: Vec<(usize, &Likeness)>| {
            let mut places: Vec<usize> = left.into_iter().map(|(at, _)| cards.place(at)).collect();
            places.sort_unstable();
            places
        };
        let fresh = places(&current, current.left().collect());
        let (lost, elsewhere) = (places(&known, lost), places(&known, elsewhere));
        let same = same.into_iter().map(|(a, b, how)| Same {
            known: known.place(a),
            current: current.place(b),
            how,
        });
        let mut same: Vec<Same> = same.collect();
        let proposals = proposals.into_iter().map(|(a, b, alike)| Proposal {
            known: known.place(a),
            current: current.place(b),
            alike,
        });
        let mut proposals: Vec<Proposal> = proposals.collect();
        same.sort_unstable();
        proposals.sort_unstable();
        Matching { same, proposals, fresh, lost, elsewhere }
    }
}

/// Whether `end` is the last names of the path `path`.
fn is_end(path: &str, end: &str) -> bool {
    path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}
