//! Section numbers, as people write them in headings.

mod cursor;
mod read;

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use smallvec::SmallVec;

pub use read::read;

/// A section number: a path of parts, never empty (`2.4.1`). Ordered as in a table of contents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionNumber(SmallVec<[u32; 4]>);

impl SectionNumber {
    /// The number with these parts; `None` where there are none.
    pub fn new(parts: &[u32]) -> Option<SectionNumber> {
        (!parts.is_empty()).then(|| SectionNumber(SmallVec::from_slice(parts)))
    }

    /// Its parts, at least one.
    pub fn parts(&self) -> &[u32] {
        &self.0
    }

    /// The number `part` below this one.
    pub fn child(&self, part: u32) -> SectionNumber {
        let mut parts = self.0.clone();
        parts.push(part);
        SectionNumber(parts)
    }

    /// Whether `other` is below this number: longer, and begins with it.
    pub fn is_prefix_of(&self, other: &SectionNumber) -> bool {
        other.0.len() > self.0.len() && other.0.starts_with(&self.0)
    }
}

impl fmt::Display for SectionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            write!(f, "{}{part}", if index == 0 { "" } else { "." })?;
        }
        Ok(())
    }
}

/// A text that is no section number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a section number")]
pub struct NotANumber;

impl FromStr for SectionNumber {
    type Err = NotANumber;

    /// Reads the canonical form only: digits between single dots.
    fn from_str(text: &str) -> Result<SectionNumber, NotANumber> {
        let part = |part: &str| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse().map_err(|_| NotANumber) } else { Err(NotANumber) }
        };
        text.split('.').map(part).collect::<Result<_, _>>().map(SectionNumber)
    }
}

impl serde::Serialize for SectionNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How sure it is that a heading begins with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its form says so: `1.`, `2.4`, `(3)`, `제1장`.
    Certain,
    /// It may be a word of the title (`9 layers`, `I. Newton`): the other headings decide.
    Bare,
}

/// A number at the start of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The number.
    pub number: SectionNumber,
    /// The bytes of the heading after it, without space around them; empty where it is all there is.
    pub title: Range<usize>,
    /// Whether it is certain.
    pub kind: Kind,
}

/// Which headings of a note are numbered, given the level and the number of each, in order.
///
/// A bare `n` counts only where the heading of its level before it is `n - 1` or the one after it
/// is `n + 1`, or where a longer number of the note begins with `n`. Headings of deeper levels, and
/// longer numbers of the same level, stand between neighbours without parting them; a heading of a
/// higher level parts them. Goes over the headings twice.
pub fn settle(headings: &[(u8, Option<Numbered>)]) -> Vec<bool> {
    let long: HashSet<u32> = headings
        .iter()
        .filter_map(|(_, numbered)| match numbered.as_ref()?.number.parts() {
            [first, _, ..] => Some(*first),
            _ => None,
        })
        .collect();
    let mut counts: Vec<bool> = headings
        .iter()
        .map(|(_, numbered)| match numbered {
            Some(Numbered { kind: Kind::Bare, number, .. }) => {
                number.parts().iter().all(|part| long.contains(part))
            }
            numbered => numbered.is_some(),
        })
        .collect();
    let before = |n: u32| n.checked_sub(1);
    let after = |n: u32| n.checked_add(1);
    join(headings.iter().zip(&mut counts), before);
    join(headings.iter().zip(&mut counts).rev(), after);
    counts
}

/// Counts each number whose neighbour, the last heading seen of its level, is what `wanted` says.
fn join<'a>(
    headings: impl Iterator<Item = (&'a (u8, Option<Numbered>), &'a mut bool)>,
    wanted: impl Fn(u32) -> Option<u32>,
) {
    // The open levels, highest first, each with the number of its last heading.
    let mut open: Vec<(u8, Option<u32>)> = Vec::new();
    for ((level, numbered), counts) in headings {
        while open.last().is_some_and(|(last, _)| last > level) {
            open.pop();
        }
        if open.last().is_none_or(|(last, _)| last != level) {
            open.push((*level, None));
        }
        let Some((_, last)) = open.last_mut() else { continue };
        match numbered.as_ref().map(|numbered| numbered.number.parts()) {
            Some([n]) => {
                *counts |= last.is_some() && *last == wanted(*n);
                *last = Some(*n);
            }
            Some(_) => {}
            None => *last = None,
        }
    }
}
