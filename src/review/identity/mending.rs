//! Cards whose question was corrected: by what asks nearly the same, or answers the same, in their note.

use std::collections::HashMap;
use std::sync::Arc;

use super::matching::{Cards, Group, Work};
use super::near::{Letters, Near};
use super::{How, Likeness};
use crate::library::cards::{Kind, Side};

/// No answer of so many letters is another's by chance.
const TELLING: usize = 20;
/// All comparing of texts together takes so many steps: after that, what is not found is lost, and may be
/// adopted by hand.
const ROOM: usize = 500_000_000;

impl Work<'_> {
    /// The other side of what was found: where `컴퓨터` led to `노드` and leads to `워커` now, what led from
    /// `노드` there leads from `워커`.
    pub fn mirrored(&mut self) {
        let mirror = |card: &Likeness| {
            let side = if card.side == Side::Forward { Side::Reverse } else { Side::Forward };
            (card.note.clone(), card.kind, side, card.answer.clone(), card.prompt.clone())
        };
        let own = |card: &Likeness| {
            let Likeness { note, kind, side, prompt, answer, .. } = card.clone();
            (note, kind, side, prompt, answer)
        };
        let mut free: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, card) in self.current.left() {
            free.entry(own(card)).or_default().push(at);
        }
        let mut found: HashMap<_, Vec<usize>> = HashMap::new();
        for (known, current, _) in &self.same {
            if let (Some(known), Some(current)) =
                (self.known.card(*known), self.current.card(*current))
                && let Some([other]) = free.get(&mirror(current)).map(Vec::as_slice)
            {
                found.entry(mirror(known)).or_default().push(*other);
            }
        }
        let left: Vec<(usize, &Likeness)> = self.known.left().collect();
        for (at, card) in left {
            if let Some([other]) = found.get(&own(card)).map(Vec::as_slice)
                && self.current.taken.get(*other) == Some(&false)
            {
                self.pair(at, *other, How::Mended);
            }
        }
    }

    /// What asks nearly the same in the same note, or answers the same there.
    pub fn mended(&mut self, moves: &HashMap<Arc<str>, Arc<str>>) {
        type Key = (Arc<str>, Kind, Side);
        let key =
            |note: &Arc<str>, card: &Likeness| -> Key { (note.clone(), card.kind, card.side) };
        let groups = self.groups(
            |card| Some(key(moves.get(&card.note).unwrap_or(&card.note), card)),
            |card| Some(key(&card.note, card)),
        );
        let mut room = ROOM;
        let mut found: Vec<Candidate> = Vec::new();
        for group in &groups {
            self.candidates(group, &mut room, &mut found);
        }
        // The surest first; of those that are as sure, in the order of the cards.
        found.sort_by(|a, b| {
            let sure = |c: &Candidate| (!c.sure, !c.answers);
            let by = sure(a).cmp(&sure(b)).then(b.alike.total_cmp(&a.alike));
            by.then((a.known, a.current).cmp(&(b.known, b.current)))
        });
        for Candidate { known, current, alike, sure, .. } in found {
            let free = |side: &Cards<'_>, at: usize| side.taken.get(at) == Some(&false);
            if !free(&self.known, known) || !free(&self.current, current) {
                continue;
            }
            match sure {
                true => self.pair(known, current, How::Mended),
                false => self.propose(known, current, (alike * 100.0).round() as u8),
            }
        }
    }

    fn candidates(&self, group: &Group, room: &mut usize, found: &mut Vec<Candidate>) {
        let letters = |side: &Cards<'_>, at: usize| {
            Letters::new(side.card(at).map_or("", |card| &card.prompt))
        };
        let near = Near::new(group.current.iter().map(|at| letters(&self.current, *at)));
        let alone = self.alone(group);
        let from = found.len();
        'all: for known in &group.known {
            let (Some(own), text) = (self.known.card(*known), letters(&self.known, *known)) else {
                continue;
            };
            let answering = alone.get(known).copied();
            let others = near.candidates(&text).into_iter();
            let others = others.filter(|at| Some(*at) != answering);
            for at in answering.into_iter().chain(others) {
                let (Some(current), Some(other)) = (group.current.get(at), near.text(at)) else {
                    continue;
                };
                let (alike, steps) = text.alike(other);
                let Some(left) = room.checked_sub(steps) else { break 'all };
                *room = left;
                let Some(card) = self.current.card(*current) else { continue };
                let answers = answering == Some(at);
                let Some(candidate) = judged(own, card, alike, answers) else { continue };
                found.push(Candidate { known: *known, current: *current, ..candidate });
                if candidate.sure && answers {
                    break;
                }
            }
        }
        doubt(found.get_mut(from..).unwrap_or(&mut []));
    }

    /// The known cards of a group whose answer one other alone has, by its place in the group.
    fn alone(&self, group: &Group) -> HashMap<usize, usize> {
        let mut answers: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for at in &group.known {
            let answer = self.known.card(*at).map_or("", |card| &card.answer);
            answers.entry(answer).or_default().0.push(*at);
        }
        for (place, at) in group.current.iter().enumerate() {
            let answer = self.current.card(*at).map_or("", |card| &card.answer);
            answers.entry(answer).or_default().1.push(place);
        }
        let alone =
            answers.into_values().filter_map(|(known, current)| match (&*known, &*current) {
                ([known], [current]) => Some((*known, *current)),
                _ => None,
            });
        alone.collect()
    }
}

/// A pair that may be one card.
#[derive(Clone, Copy)]
struct Candidate {
    known: usize,
    current: usize,
    alike: f32,
    /// They, and no others of the group, have this answer.
    answers: bool,
    sure: bool,
}

/// Whether two may be one card, and whether they surely are.
fn judged(known: &Likeness, current: &Likeness, alike: f32, answers: bool) -> Option<Candidate> {
    let long = known.answer.chars().count() >= TELLING;
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let sure = match answers {
        true => alike >= 0.5 || long,
        // `HTTP의 포트는?` and `HTTPS의 포트는?` are nearly the same, and two cards.
        false => {
            alike >= 0.9
                && digits(&known.prompt) == digits(&current.prompt)
                && Letters::new(&known.answer).alike(&Letters::new(&current.answer)).0 >= 0.6
        }
    };
    let likely = sure || alike >= 0.6 || answers && alike >= 0.3;
    likely.then_some(Candidate { known: 0, current: 0, alike, answers, sure })
}

/// Leaves nobody sure of two at once: where a card has another that is about as near, and no answer tells
/// which, the reader is asked.
fn doubt(found: &mut [Candidate]) {
    const MARGIN: f32 = 0.1;
    let mut best: [HashMap<usize, (f32, f32)>; 2] = [HashMap::new(), HashMap::new()];
    for candidate in found.iter() {
        for (best, at) in best.iter_mut().zip([candidate.known, candidate.current]) {
            let (first, second) = best.entry(at).or_insert((0.0, 0.0));
            *second = second.max(candidate.alike.min(*first));
            *first = first.max(candidate.alike);
        }
    }
    for candidate in found.iter_mut().filter(|candidate| candidate.sure && !candidate.answers) {
        let clear = best.iter().zip([candidate.known, candidate.current]).all(|(best, at)| {
            best.get(&at).is_some_and(|(first, second)| {
                candidate.alike >= *first && first - second >= MARGIN
            })
        });
        candidate.sure = clear;
    }
}
