//! What is remembered from run to run: where each note was left, what was folded, which panes are shown
//! and which theme is on. Its text is one line of JSON for the whole, then one for each note, the latest
//! first: to open a note only its own line has to be read.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::state::State;
use crate::library::{Library, Note, Place};
use crate::text::sanitize::Clean;

/// So many notes are remembered.
const NOTES: usize = 500;
/// So many folds of a note.
const FOLDS: usize = 200;
/// So much of a section's title, in characters: enough to find it again.
const TITLE: usize = 60;

/// What is remembered of the whole; what is none was not chosen while reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Whole {
    /// The version of the format.
    pub version: u32,
    /// Whether the contents are shown.
    pub contents: Option<bool>,
    /// Whether the glossary is shown.
    pub glossary: Option<bool>,
    /// How many columns the contents were given.
    pub contents_columns: Option<u16>,
    /// How many columns the glossary was given.
    pub glossary_columns: Option<u16>,
    /// The theme; `auto` is the one that fits.
    pub theme: Option<String>,
}

/// Where a note was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mark {
    /// The note: the first field, by which its line is found.
    pub path: String,
    /// The byte that the first row began with.
    pub at: usize,
    /// The beginning of its section's title; empty before the first.
    pub section: String,
    /// How many bytes after the beginning of that section.
    pub into: usize,
    /// Addresses that were folded, or unfolded; an empty one is the note itself.
    pub folds: Vec<(String, bool)>,
}

impl Whole {
    /// Reads the first line. None where it is not what was written.
    pub fn read(text: &str) -> Option<Whole> {
        let first = text.lines().next().unwrap_or("{}");
        serde_json::from_str(first).ok()
    }

    fn over(self, older: Whole) -> Whole {
        Whole {
            version: 1,
            contents: self.contents.or(older.contents),
            glossary: self.glossary.or(older.glossary),
            contents_columns: self.contents_columns.or(older.contents_columns),
            glossary_columns: self.glossary_columns.or(older.glossary_columns),
            theme: self.theme.or(older.theme),
        }
    }
}

impl Mark {
    /// The latest mark of a note whose path is `path`, or where that ends in `/` or `:` begins with it.
    pub fn latest(text: &str, path: &str) -> Option<Mark> {
        let own = line_start(path)?;
        text.lines().filter(|line| line.starts_with(&own)).find_map(|line| Mark::of(line, path))
    }

    /// All marks of notes whose paths begin with `folder`.
    pub fn all(text: &str, folder: &str) -> Vec<Mark> {
        let Some(own) = line_start(folder) else { return Vec::new() };
        let lines = text.lines().filter(|line| line.starts_with(&own));
        lines.filter_map(|line| Mark::of(line, folder)).collect()
    }

    fn of(line: &str, path: &str) -> Option<Mark> {
        let mark: Mark = serde_json::from_str(line).ok()?;
        let whole = path.ends_with(['/', ':']) || mark.path == path;
        whole.then_some(mark)
    }

    /// Where it is in the note now. A note may have been edited: the section counts more than the byte.
    pub fn find(&self, note: &Note) -> usize {
        let titles = note.sections.iter().map(|section| (section, head(&section.title)));
        let same = titles.filter(|(_, title)| !self.section.is_empty() && *title == self.section);
        let start = self.at.saturating_sub(self.into);
        let near = same.min_by_key(|(section, _)| section.heading.start.abs_diff(start));
        match near {
            Some((section, _)) => {
                let parts = note.parts.get(section.parts.clone()).unwrap_or(&[]);
                let end = parts.last().map_or(section.heading.end, |part| part.span.end);
                (section.heading.start + self.into).min(end.saturating_sub(1))
            }
            None => self.at.min(note.text.len()),
        }
    }
}

/// How the line of a note begins, or those of all notes of a folder.
fn line_start(path: &str) -> Option<String> {
    let quoted = serde_json::to_string(path).ok()?;
    Some(format!("{{\"path\":{}", quoted.strip_suffix('"')?))
}

fn head(title: &Clean) -> String {
    title.chars().take(TITLE).collect()
}

/// The text that remembers `whole` and `marks`, the latest first, and all else that `before` does. Lines
/// of it that make no sense are left out.
pub fn merged(before: &str, whole: Whole, marks: &[Mark]) -> String {
    let mut lines =
        vec![serde_json::to_string(&whole.over(Whole::read(before).unwrap_or_default()))];
    lines.extend(marks.iter().map(serde_json::to_string));
    let ours: HashSet<&str> = marks.iter().map(|mark| mark.path.as_str()).collect();
    let older = before.lines().skip(1).filter(|line| {
        let mark = serde_json::from_str::<Mark>(line);
        mark.is_ok_and(|mark| !mark.path.is_empty() && !ours.contains(mark.path.as_str()))
    });
    let lines = lines.into_iter().flatten().chain(older.map(str::to_owned));
    lines.take(1 + NOTES).map(|line| line + "\n").collect()
}

/// The marks of the notes that were read, the one on the screen first. `key` gives the path to remember a
/// note by.
pub fn marks(state: &State, key: &dyn Fn(&Clean) -> String) -> Vec<Mark> {
    let library = &state.open.collection;
    let mut folds = state.contents.chosen();
    let mut spots = vec![state.reader.spot];
    spots.extend(state.history.latest());
    let mut seen = HashSet::new();
    let mut marks = Vec::new();
    // Who folded something in a note has been there, too.
    let folded: Vec<usize> = folds.keys().copied().collect();
    let others = folded.into_iter().map(|note| (note, 0));
    for (at, byte) in spots.into_iter().map(|spot| (spot.note, spot.at)).chain(others) {
        let Some(note) = library.notes.get(at).filter(|_| seen.insert(at)) else { continue };
        let own = folds.remove(&at).unwrap_or_default();
        marks.push(mark(note, key(&note.path), byte, &own));
    }
    marks
}

fn mark(note: &Note, path: String, at: usize, folds: &[(Option<usize>, bool)]) -> Mark {
    let after = note.sections.partition_point(|section| section.heading.start <= at);
    let section = after.checked_sub(1).and_then(|last| note.sections.get(last));
    let address = |section: Option<usize>| match section {
        Some(section) => note.sections.get(section).map(|section| section.address.clone()),
        None => Some(String::new()),
    };
    let folds = folds.iter().filter_map(|(section, folded)| Some((address(*section)?, *folded)));
    Mark {
        path,
        at,
        section: section.map(|section| head(&section.title)).unwrap_or_default(),
        into: section.map_or(at, |section| at - section.heading.start),
        folds: folds.take(FOLDS).collect(),
    }
}

/// The folds of some marks, where their notes are open. `key` as in [`marks`].
pub fn folds(
    library: &Library,
    marks: &[Mark],
    key: &dyn Fn(&Clean) -> String,
) -> Vec<(Place, bool)> {
    let known: HashMap<&str, &Mark> =
        marks.iter().filter(|m| !m.folds.is_empty()).map(|m| (m.path.as_str(), m)).collect();
    let mut all = Vec::new();
    if known.is_empty() {
        return all;
    }
    for (at, note) in library.notes.iter().enumerate() {
        let Some(mark) = known.get(key(&note.path).as_str()) else { continue };
        let sections = note.sections.iter().enumerate();
        let by_address: HashMap<&str, usize> =
            sections.map(|(at, section)| (section.address.as_str(), at)).collect();
        for (address, folded) in &mark.folds {
            let section = by_address.get(address.as_str()).copied();
            if section.is_some() || address.is_empty() {
                all.push((Place { note: at, section }, *folded));
            }
        }
    }
    all
}
