//! What sections are called on the screen: as shortly as nobody can mistake.

use std::collections::HashSet;

use crate::library::{Library, Names, Place};

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
        match (section, &self.names) {
            (Some(section), _) if !self.shared.contains(&section.address) => {
                section.address.clone()
            }
            (_, Some(names)) => names.address(library, place),
            (_, None) => String::new(),
        }
    }
}
