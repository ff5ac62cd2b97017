//! Addresses that come near to one that nothing has.

use crate::library::number::SectionNumber;
use crate::library::{Library, Place, Section};
use crate::search::matcher::Candidate;
use crate::search::ranking::rank;

/// So many are named.
const NEAREST: usize = 3;

/// The sections whose addresses come nearest: by number where one was given, else by title.
pub(super) fn near(library: &Library, address: &str) -> Vec<Place> {
    let own = address.rsplit_once(':').map_or(address, |(_, own)| own);
    let own = own.trim().trim_start_matches('§');
    let mut sections: Vec<(Place, &Section)> = Vec::new();
    for (note, open) in library.notes.iter().enumerate() {
        let places = (0..).map(|at| Place { note, section: Some(at) });
        sections.extend(places.zip(&open.sections));
    }
    let number = own.split('#').next().unwrap_or(own).replace('-', ".");
    match number.trim_end_matches('.').parse() {
        Ok(number) => by_number(&sections, &number),
        Err(_) => by_title(&sections, own),
    }
}

fn by_number(sections: &[(Place, &Section)], wanted: &SectionNumber) -> Vec<Place> {
    let apart = |(place, section): &(Place, &Section)| {
        Some((distance(wanted, section.path.as_ref()?)?, *place))
    };
    let mut near: Vec<_> = sections.iter().filter_map(apart).collect();
    near.sort_unstable();
    near.into_iter().take(NEAREST).map(|(_, place)| place).collect()
}

/// How far two numbers are apart: how many parts of the wanted one are not shared, and how far the
/// first that differs is off. Below a number that differs nothing is near.
fn distance(wanted: &SectionNumber, other: &SectionNumber) -> Option<(usize, u32)> {
    let (wanted, other) = (wanted.parts(), other.parts());
    let shared = wanted.iter().zip(other).take_while(|(a, b)| a == b).count();
    let off = match (wanted.get(shared), other.get(shared)) {
        (Some(a), Some(b)) => a.abs_diff(*b),
        _ => u32::MAX,
    };
    (other.len() <= shared + 1).then_some((wanted.len() - shared, off))
}

fn by_title(sections: &[(Place, &Section)], wanted: &str) -> Vec<Place> {
    let candidate = |(_, section): &(Place, &Section)| {
        Candidate::new(&[section.address.as_str(), section.title.as_str()], None)
    };
    let candidates: Vec<Candidate> = sections.iter().map(candidate).collect();
    let ranked = rank(wanted, &candidates).into_iter().filter_map(|(at, _)| sections.get(at));
    ranked.take(NEAREST).map(|(place, _)| *place).collect()
}
