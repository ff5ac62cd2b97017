//! What sections are called on the screen: as shortly as nobody can mistake.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::library::{Library, Names, Place};

/// A note's name is shown up to this many characters.
const LONGEST: usize = 16;

/// What the sections of the notes are called. It is found out when it is first asked: while many notes
/// come in, nobody does.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    known: OnceLock<Known>,
}

/// The names of the notes, and which addresses more than one of them has.
#[derive(Clone, Debug)]
struct Known {
    names: Names,
    shared: HashSet<String>,
}

impl Known {
    fn new(library: &Library) -> Known {
        let mut seen = HashSet::new();
        let mut shared = HashSet::new();
        for section in library.notes.iter().flat_map(|note| &note.sections) {
            if !seen.insert(section.address.as_str()) {
                shared.insert(section.address.clone());
            }
        }
        Known { names: Names::new(library), shared }
    }
}

impl Addresses {
    /// The address of a section, with its note's name only where another note has the same.
    /// `library` is always the same: others have other addresses.
    pub fn of(&self, library: &Library, place: Place) -> String {
        let known = self.known.get_or_init(|| Known::new(library));
        let section = library.notes.get(place.note).and_then(|n| n.sections.get(place.section?));
        let several = library.notes.len() > 1;
        let name = known.names.of(place.note);
        match section {
            // A number that only one note has says enough; a title does so only with its note.
            Some(section)
                if !several
                    || section.path.is_some() && !known.shared.contains(&section.address) =>
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
