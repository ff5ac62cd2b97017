//! What sections are called on the screen: as shortly as nobody can mistake.

use std::collections::HashSet;

use crate::library::{Library, Names, Place};

/// A note's name is shown up to this many characters.
const LONGEST: usize = 16;

/// The names of the notes, and which addresses more than one of them has.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    names: Option<Names>,
    shared: HashSet<String>,
}

impl Addresses {
    /// For the notes of `library`.
    pub fn new(library: &Library) -> Addresses {
        let mut seen = HashSet::new();
        let mut shared = HashSet::new();
        for section in library.notes.iter().flat_map(|note| &note.sections) {
            if !seen.insert(section.address.as_str()) {
                shared.insert(section.address.clone());
            }
        }
        Addresses { names: Some(Names::new(library)), shared }
    }

    /// The address of a section, with its note's name only where another note has the same.
    pub fn of(&self, library: &Library, place: Place) -> String {
        let section = library.notes.get(place.note).and_then(|n| n.sections.get(place.section?));
        let several = library.notes.len() > 1;
        let name = self.names.as_ref().map_or("", |names| names.of(place.note));
        match section {
            // A number that only one note has says enough; a title does so only with its note.
            Some(section)
                if !several
                    || section.path.is_some() && !self.shared.contains(&section.address) =>
            {
                section.address.clone()
            }
            Some(section) => format!("{}:{}", short(name), section.address),
            None if several => short(name),
            None => String::new(),
        }
    }
}

/// A note's name, shortened in its middle where it is long.
fn short(name: &str) -> String {
    let count = name.chars().count();
    if count <= LONGEST {
        return name.to_owned();
    }
    let head: String = name.chars().take(LONGEST / 2).collect();
    let tail: String = name.chars().skip(count - LONGEST / 2).collect();
    format!("{head}…{tail}")
}
