//! The contents pane: the section tree as rows, what is folded, and a cursor.

use std::collections::HashMap;

use crate::library::{Folder, Library, Note, Place, folders};
use crate::text::sanitize::Clean;

/// Where there are more notes and sections than this, notes and folders are folded at first, but for
/// the one that is read.
const MANY: usize = 300;

/// One row of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The section, or the note; of a folder the first note in it.
    pub place: Place,
    /// The folder that it is, if it is one.
    pub folder: Option<usize>,
    /// Its depth, from 0.
    pub depth: usize,
    /// Something hangs under it.
    pub parent: bool,
    /// What hangs under it is not shown.
    pub folded: bool,
    /// Nothing stands in it.
    pub empty: bool,
}

/// What a row is known by while the tree changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key {
    Place(Place),
    /// By its first note, and how many folders it stands in.
    Folder(usize, usize),
}

impl Node {
    fn key(&self) -> Key {
        match self.folder {
            Some(_) => Key::Folder(self.place.note, self.depth),
            None => Key::Place(self.place),
        }
    }
}

/// The contents pane.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// What is shown, in reading order.
    pub nodes: Vec<Node>,
    /// The row that is selected.
    pub cursor: usize,
    /// The first row on the screen.
    pub top: usize,
    folders: Vec<Folder>,
    /// What the reader of the notes has folded, or unfolded.
    chosen: HashMap<Key, bool>,
    /// Whether everything else is folded; where nothing was said, it depends.
    all: Option<bool>,
    /// There is too much to show it all at first.
    many: bool,
    /// The note that is read.
    here: usize,
}

impl Contents {
    /// Takes other notes; `now` gives where a section or a note of before is now.
    pub fn load(&mut self, library: &Library, now: &dyn Fn(Place) -> Option<Place>) {
        let sections: usize = library.notes.iter().map(|note| 1 + note.sections.len()).sum();
        self.many = library.notes.len() > 1 && sections > MANY;
        self.folders = folders(library);
        let note = |note| Some(now(Place { note, section: None })?.note);
        let moved = |key: Key| {
            Some(match key {
                Key::Place(place) => Key::Place(now(place)?),
                Key::Folder(first, depth) => Key::Folder(note(first)?, depth),
            })
        };
        let chosen = std::mem::take(&mut self.chosen).into_iter();
        self.chosen = chosen.filter_map(|(key, folded)| Some((moved(key)?, folded))).collect();
        self.here = note(self.here).unwrap_or(0);
        let selected = self.selected().map(Node::key).and_then(moved);
        self.rebuild(library, selected);
    }

    /// What was folded or unfolded of each note, by its sections; the note itself is none of them.
    pub fn chosen(&self) -> HashMap<usize, Vec<(Option<usize>, bool)>> {
        let mut chosen: HashMap<usize, Vec<(Option<usize>, bool)>> = HashMap::new();
        for (key, folded) in &self.chosen {
            if let Key::Place(place) = key {
                chosen.entry(place.note).or_default().push((place.section, *folded));
            }
        }
        chosen.values_mut().for_each(|folds| folds.sort_unstable());
        chosen
    }

    /// Folds and unfolds what was before, where nothing has been chosen since.
    pub fn recall(&mut self, library: &Library, folds: &[(Place, bool)]) {
        for (place, folded) in folds {
            self.chosen.entry(Key::Place(*place)).or_insert(*folded);
        }
        let selected = self.selected().map(Node::key);
        self.rebuild(library, selected);
    }

    /// Shows where the reader is: a note that was folded with the others is unfolded while it is read. In a
    /// note whose contents are not to move with the text (`toc_sticky: false`) the cursor stays until the
    /// reader goes to a section.
    pub fn follow(&mut self, library: &Library, here: Place) {
        if self.here != here.note {
            self.here = here.note;
            if self.many {
                self.nodes = self.flatten(library);
            }
        } else if library
            .notes
            .get(here.note)
            .is_some_and(|note| note.front.toc_sticky == Some(false))
        {
            return;
        }
        self.select(here);
    }

    /// Builds the rows anew, and puts the cursor on what is `selected`; else it stays in its row.
    fn rebuild(&mut self, library: &Library, selected: Option<Key>) {
        self.nodes = self.flatten(library);
        match selected {
            Some(Key::Place(place)) => self.select(place),
            Some(folder @ Key::Folder(note, _)) => {
                self.select(Place { note, section: None });
                // The folders that begin with a note stand above it.
                let above = self.nodes.get(..=self.cursor).unwrap_or(&[]);
                let own = above.iter().rposition(|node| node.key() == folder);
                self.cursor = own.unwrap_or(self.cursor);
            }
            None => {}
        }
        self.clamp();
    }

    /// The notes in a folder; none where the row is no folder.
    pub fn notes_of(&self, node: &Node) -> Option<std::ops::Range<usize>> {
        node.folder.and_then(|at| self.folders.get(at)).map(|folder| folder.notes.clone())
    }

    /// The section that is selected.
    pub fn selected(&self) -> Option<&Node> {
        self.nodes.get(self.cursor)
    }

    /// Puts the cursor on a section, or on what is shown of it: the one that it is folded into.
    pub fn select(&mut self, place: Place) {
        self.cursor = self.row_of(place).unwrap_or(0);
    }

    /// The row that stands for a section: its own, or that of the one that it is folded into. None
    /// for what stands before the first.
    pub fn row_of(&self, place: Place) -> Option<usize> {
        self.nodes.partition_point(|node| node.place <= place).checked_sub(1)
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by);
        self.clamp();
    }

    fn clamp(&mut self) {
        self.cursor = self.cursor.min(self.nodes.len().saturating_sub(1));
    }

    /// Moves the rows so that the cursor is among `height` of them.
    pub fn scroll(&mut self, height: usize) {
        self.top = super::list_top(self.top, self.cursor, self.nodes.len(), height);
    }

    /// Folds what is selected; false where there is nothing to fold.
    pub fn fold(&mut self, library: &Library) -> bool {
        self.change(library, |node| node.parent && !node.folded)
    }

    /// Unfolds what is selected; false where there is nothing to unfold.
    pub fn unfold(&mut self, library: &Library) -> bool {
        self.change(library, |node| node.parent && node.folded)
    }

    fn change(&mut self, library: &Library, may: impl Fn(&Node) -> bool) -> bool {
        let Some(node) = self.selected().filter(|node| may(node)) else { return false };
        let (key, folded) = (node.key(), node.folded);
        self.chosen.insert(key, !folded);
        self.rebuild(library, Some(key));
        true
    }

    /// Moves the cursor to the section that the selected one hangs under.
    pub fn to_parent(&mut self) -> bool {
        let Some(depth) = self.selected().map(|node| node.depth) else { return false };
        let above = self
            .nodes
            .get(..self.cursor)
            .and_then(|nodes| nodes.iter().rposition(|node| node.depth < depth));
        self.cursor = above.unwrap_or(self.cursor);
        above.is_some()
    }

    /// Folds everything.
    pub fn fold_all(&mut self, library: &Library) {
        self.set_all(library, true);
    }

    /// Unfolds everything.
    pub fn unfold_all(&mut self, library: &Library) {
        self.set_all(library, false);
    }

    fn set_all(&mut self, library: &Library, folded: bool) {
        self.chosen.clear();
        self.all = Some(folded);
        let selected = self.selected().map(Node::key);
        self.rebuild(library, selected);
    }

    /// What a row of the tree says: a section's heading as its author wrote it, a note's title, or the
    /// name of a folder.
    pub fn label(&self, library: &Library, node: &Node) -> Clean {
        match node.folder.and_then(|at| self.folders.get(at)) {
            Some(folder) => Clean::join(&[folder.name.clone(), Clean::literal("/")], ""),
            None => label(library, node.place),
        }
    }

    /// Whether something is folded that is `elsewhere`, not where the reader is; or that its author wants
    /// in no table of contents (`unlisted`).
    fn is_folded(&self, key: Key, elsewhere: bool, unlisted: bool) -> bool {
        let chosen = self.chosen.get(&key).copied();
        chosen.unwrap_or(self.all.unwrap_or(unlisted || self.many && elsewhere))
    }

    /// The tree as rows. A note is a row of its own where several are open, unless one section holds
    /// all of it: that one then stands for the note. Folders are rows above their notes.
    fn flatten(&self, library: &Library) -> Vec<Node> {
        let mut nodes = Vec::new();
        let several = library.notes.len() > 1;
        let mut folder = 0;
        let mut open: Vec<usize> = Vec::new();
        let mut i = 0;
        'notes: while let Some(note) = library.notes.get(i) {
            while let Some(next) = self.folders.get(folder).filter(|next| next.notes.start == i) {
                let elsewhere = !next.notes.contains(&self.here);
                let folded = self.is_folded(Key::Folder(i, next.depth), elsewhere, false);
                let place = Place { note: i, section: None };
                let (depth, id) = (next.depth, Some(folder));
                nodes.push(Node { place, folder: id, depth, parent: true, folded, empty: false });
                if folded {
                    (folder, i) = (next.end, next.notes.end);
                    continue 'notes;
                }
                open.push(next.notes.end);
                folder += 1;
            }
            open.retain(|end| *end > i);
            self.note(i, note, several, open.len(), &mut nodes);
            i += 1;
        }
        nodes
    }

    fn note(&self, i: usize, note: &Note, several: bool, above: usize, nodes: &mut Vec<Node>) {
        let one = note.sections.first().is_some_and(|first| first.end == note.sections.len());
        let mut before = note.parts.iter().take_while(|part| part.section.is_none());
        let whole = one && before.all(|part| part.span.of(&note.text).trim().is_empty());
        let own_row = several && !whole;
        let elsewhere = i != self.here;
        let unlisted = several && note.front.toc == Some(false);
        if own_row {
            let place = Place { note: i, section: None };
            let parent = !note.sections.is_empty();
            let folded = parent && self.is_folded(Key::Place(place), elsewhere, unlisted);
            let empty = note.text.trim().is_empty();
            nodes.push(Node { place, folder: None, depth: above, parent, folded, empty });
            if folded {
                return;
            }
        }
        let mut skip_to = 0;
        for (at, section) in note.sections.iter().enumerate() {
            if at < skip_to {
                continue;
            }
            let place = Place { note: i, section: Some(at) };
            let parent = section.end > at + 1;
            let stands_for_note = several && whole && at == 0;
            let (elsewhere, unlisted) = (stands_for_note && elsewhere, stands_for_note && unlisted);
            let folded = parent && self.is_folded(Key::Place(place), elsewhere, unlisted);
            if folded {
                skip_to = section.end;
            }
            let depth = above + section.depth - usize::from(!own_row);
            let empty = section.empty;
            nodes.push(Node { place, folder: None, depth, parent, folded, empty });
        }
    }
}

/// What a section's heading says as its author wrote it; or a note's title.
pub fn label(library: &Library, place: Place) -> Clean {
    let Some(note) = library.notes.get(place.note) else { return Clean::default() };
    match place.section.and_then(|at| note.sections.get(at)) {
        Some(section) => section.shown.clone(),
        None => note.title(),
    }
}

/// A section's title without its number, or a note's title.
pub fn title(library: &Library, place: Place) -> Clean {
    let note = library.notes.get(place.note);
    let section = note.and_then(|note| note.sections.get(place.section?));
    section.map_or_else(|| label(library, place), |section| section.title.clone())
}
