//! Sections by number: digits, dots and dashes gather, and what fits is shown.

use crate::library::{Library, Place};

/// At most this many sections are offered.
const OFFERED: usize = 200;

/// Whether a character may stand in an address by number.
pub(super) fn takes(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | '-' | '#')
}

/// The sections whose number is, or begins with, what was typed: those of this note first, then of
/// its folder, then of all; in each the number itself first, then what stands under it, then longer
/// numbers that begin with the same digits.
pub(super) fn candidates(library: &Library, note: usize, typed: &str) -> Vec<Place> {
    let (number, repeat) = match typed.split_once('#') {
        Some((number, repeat)) => (number, Some(repeat)),
        None => (typed, None),
    };
    let number = number.replace('-', ".");
    let typed: Option<Vec<u32>> =
        number.trim_matches('.').split('.').map(|part| part.parse().ok()).collect();
    let Some(typed) = typed else { return Vec::new() };
    let folder = |at: usize| {
        let path = library.notes.get(at).map_or("", |note| note.path.as_str());
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    };
    let mut found: Vec<((u8, u8), Place)> = Vec::new();
    for (i, open) in library.notes.iter().enumerate() {
        let near = match i {
            i if i == note => 0,
            i if folder(i) == folder(note) => 1,
            _ => 2,
        };
        for (at, section) in open.sections.iter().enumerate() {
            let Some(path) = &section.path else { continue };
            let Some(fit) = fit(path.parts(), &typed) else { continue };
            let own_repeat = section.address.split_once('#').map_or("", |(_, repeat)| repeat);
            if repeat.is_some_and(|repeat| fit != 0 || !own_repeat.starts_with(repeat)) {
                continue;
            }
            found.push(((near, fit), Place { note: i, section: Some(at) }));
        }
    }
    found.sort_by_key(|(order, place)| (*order, *place));
    found.into_iter().take(OFFERED).map(|(_, place)| place).collect()
}

/// How well a number fits what was typed: 0 where it is the same, 1 where it stands under it, 2 where
/// its digits only go on. It is asked of every section, so nothing is allocated.
fn fit(number: &[u32], typed: &[u32]) -> Option<u8> {
    let (last, before) = typed.split_last()?;
    let part = number.get(before.len()).filter(|_| number.starts_with(before))?;
    if part == last {
        return Some(if number.len() == typed.len() { 0 } else { 1 });
    }
    begins_with(*part, *last).then_some(2)
}

/// Whether the decimal digits of `number` begin with those of `digits`.
fn begins_with(mut number: u32, digits: u32) -> bool {
    while number > digits {
        number /= 10;
    }
    number == digits && digits > 0
}
