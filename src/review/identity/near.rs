//! How much of one text is left in another.

use std::collections::HashMap;

use super::fold::digest;
use crate::text::hangul;
use crate::text::near::distance;

/// Texts of at most so many letters are compared letter by letter, longer ones by their triples.
const SHORT: usize = 96;

/// So many of its triples, the rarest, stand for a text where like ones are looked for.
const SKETCH: usize = 24;
/// A triple that more texts have is not rare.
const POSTED: usize = 32;
/// So many texts are compared with one.
const CANDIDATES: usize = 8;

/// A text to be compared: its letters, syllables taken apart, as a slip of the finger changes one letter
/// of a syllable.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    letters: Vec<char>,
    /// The number of each triple, in the order of the triples.
    triples: Vec<(u64, u32)>,
}

impl Letters {
    pub fn new(text: &str) -> Letters {
        let mut letters = Vec::with_capacity(text.len());
        for c in text.chars() {
            match hangul::parts(c) {
                Some((initial, vowel, end)) => {
                    letters.extend([initial, vowel].into_iter().chain(end))
                }
                None => letters.push(c),
            }
        }
        let mut all: Vec<u64> = padded(&letters).map(|triple| digest(&triple)).collect();
        all.sort_unstable();
        let mut triples: Vec<(u64, u32)> = Vec::new();
        for triple in all {
            match triples.last_mut().filter(|(last, _)| *last == triple) {
                Some((_, count)) => *count += 1,
                None => triples.push((triple, 1)),
            }
        }
        Letters { letters, triples }
    }

    /// How much is alike, from 0 (nothing) to 1 (all); and how many steps that took.
    pub fn alike(&self, other: &Letters) -> (f32, usize) {
        let (a, b) = (self.letters.len(), other.letters.len());
        let longest = a.max(b);
        if longest == 0 {
            return (1.0, 1);
        }
        if longest <= SHORT {
            let apart = distance(&self.letters, &other.letters);
            return (1.0 - apart as f32 / longest as f32, (a + 1) * (b + 1));
        }
        let mut shared = 0;
        let (mut own, mut others) =
            (self.triples.iter().peekable(), other.triples.iter().peekable());
        while let (Some((x, count)), Some((y, many))) = (own.peek(), others.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => own.next(),
                std::cmp::Ordering::Greater => others.next(),
                std::cmp::Ordering::Equal => {
                    shared += count.min(many);
                    own.next();
                    others.next()
                }
            };
        }
        let sum = |all: &[(u64, u32)]| all.iter().map(|(_, count)| count).sum::<u32>();
        let all = sum(&self.triples) + sum(&other.triples);
        (2.0 * shared as f32 / all.max(1) as f32, self.triples.len() + other.triples.len())
    }
}

/// Every three letters in a row; those at the ends with blanks.
fn padded(letters: &[char]) -> impl Iterator<Item = String> {
    let at = |i: usize| i.checked_sub(2).and_then(|i| letters.get(i)).copied().unwrap_or(' ');
    (0..letters.len() + 2).map(move |i| [at(i), at(i + 1), at(i + 2)].iter().collect())
}

/// Texts, by what they are made of.
#[derive(Debug, Default)]
pub(super) struct Near {
    texts: Vec<Letters>,
    posted: HashMap<u64, Vec<usize>>,
}

impl Near {
    /// Of `texts`.
    pub fn new(texts: impl Iterator<Item = Letters>) -> Near {
        let mut near = Near { texts: texts.collect(), posted: HashMap::new() };
        for (i, text) in near.texts.iter().enumerate() {
            for (triple, _) in &text.triples {
                // One more than is looked at says that they are too many.
                let posted = near.posted.entry(*triple).or_default();
                if posted.len() <= POSTED {
                    posted.push(i);
                }
            }
        }
        near.posted.retain(|_, posted| posted.len() <= POSTED);
        near
    }

    /// The text at `index`.
    pub fn text(&self, index: usize) -> Option<&Letters> {
        self.texts.get(index)
    }

    /// Texts that may be like `text`, the likeliest first: a few of those that have most of its rare
    /// triples. What very many have tells none of them from the others.
    pub fn candidates(&self, text: &Letters) -> Vec<usize> {
        let posted = text.triples.iter().filter_map(|(triple, _)| self.posted.get(triple));
        let mut posted: Vec<&Vec<usize>> = posted.collect();
        posted.sort_by_key(|posted| posted.len());
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for index in posted.into_iter().take(SKETCH).flatten() {
            *counts.entry(*index).or_default() += 1;
        }
        let mut found: Vec<(usize, usize)> = counts.into_iter().collect();
        found.sort_unstable_by_key(|(index, count)| (usize::MAX - count, *index));
        found.into_iter().take(CANDIDATES).map(|(index, _)| index).collect()
    }
}
