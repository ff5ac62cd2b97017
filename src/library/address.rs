//! Addresses: how a section is named on the command line and in the jump box.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Library, Note};

/// A section of a note (none: what stands before its first heading).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The note, by its index in the library.
    pub note: usize,
    /// The section, by its index in the note.
    pub section: Option<usize>,
}

impl Library {
    /// The shortest end of a note's path, without extension, that names no other note.
    pub fn name(&self, note: usize) -> String {
        let Some(own) = self.notes.get(note) else { return String::new() };
        let path = stem(&own.path);
        let alone = |end: &str| {
            let fits = |other: &&Arc<Note>| is_end(stem(&other.path), end);
            self.notes.iter().filter(fits).take(2).count() == 1
        };
        ends(path).find(|end| alone(end)).unwrap_or(path).to_owned()
    }

    /// An address of a section: its own, with the note's name before it where several are open.
    pub fn address(&self, place: Place) -> String {
        let section = self.notes.get(place.note).and_then(|n| n.sections.get(place.section?));
        let own = section.map_or("", |section| section.address.as_str());
        if self.notes.len() > 1 {
            format!("{}:{own}", self.name(place.note))
        } else {
            own.to_owned()
        }
    }

    /// The sections that `address` names: `2.1`, `2.1#2`, a slug, or `NOTE:` before one of these
    /// (alone: the note). Exact addresses come first, then others of the same number, in reading
    /// order.
    pub fn find(&self, address: &str) -> Vec<Place> {
        let address = address.trim().trim_start_matches('§');
        let (note, own) = match address.rsplit_once(':') {
            Some((note, own)) => (Some(note), own),
            None => (None, address),
        };
        let own = own.trim();
        let number = own.trim_end_matches('.').replace('-', ".");
        let mut exact = Vec::new();
        let mut same_number = Vec::new();
        for (i, open) in self.notes.iter().enumerate() {
            let named = |name: &str| is_end(stem(&open.path), name) || is_end(&open.path, name);
            if note.is_some_and(|name| !named(name)) {
                continue;
            }
            if note.is_some() && own.is_empty() {
                exact.push(Place { note: i, section: None });
            }
            for (at, section) in open.sections.iter().enumerate() {
                let place = Place { note: i, section: Some(at) };
                if section.address == own {
                    exact.push(place);
                } else if section.path.as_ref().is_some_and(|path| path.to_string() == number) {
                    same_number.push(place);
                }
            }
        }
        exact.extend(same_number);
        exact
    }
}

/// What all notes are called at once: as [`Library::name`], in time linear in their paths.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<String>);

impl Names {
    /// Names the notes of `library`.
    pub fn new(library: &Library) -> Names {
        let mut count: HashMap<&str, usize> = HashMap::new();
        for note in &library.notes {
            for end in ends(stem(&note.path)) {
                *count.entry(end).or_default() += 1;
            }
        }
        let name = |note: &Arc<Note>| {
            let path = stem(&note.path);
            let alone = ends(path).find(|end| count.get(end) == Some(&1));
            alone.unwrap_or(path).to_owned()
        };
        Names(library.notes.iter().map(name).collect())
    }

    /// The name of a note; empty where there is no such note.
    pub fn of(&self, note: usize) -> &str {
        self.0.get(note).map_or("", String::as_str)
    }

    /// As [`Library::address`].
    pub fn address(&self, library: &Library, place: Place) -> String {
        let section = library.notes.get(place.note).and_then(|n| n.sections.get(place.section?));
        let own = section.map_or("", |section| section.address.as_str());
        if self.0.len() > 1 { format!("{}:{own}", self.of(place.note)) } else { own.to_owned() }
    }
}

/// The ends of a path that begin with one of its names, the shortest first.
fn ends(path: &str) -> impl Iterator<Item = &str> {
    let starts = path.rmatch_indices('/').map(|(at, _)| at + 1).chain([0]);
    starts.filter_map(|at| path.get(at..))
}

fn stem(path: &str) -> &str {
    match path.rsplit_once('.') {
        Some((stem, extension)) if !extension.contains('/') && !stem.is_empty() => stem,
        _ => path,
    }
}

/// Whether `end` is the last names of `path`.
fn is_end(path: &str, end: &str) -> bool {
    path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}
