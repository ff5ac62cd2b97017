//! The contents pane: the section tree as rows, what is folded, and a cursor.

use std::collections::HashSet;

use crate::library::{Library, Place};
use crate::text::sanitize::Clean;

/// One row of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The section, or the note.
    pub place: Place,
    /// Its depth, from 0.
    pub depth: usize,
    /// Something hangs under it.
    pub parent: bool,
    /// What hangs under it is not shown.
    pub folded: bool,
    /// Nothing stands in it.
    pub empty: bool,
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
    folded: HashSet<Place>,
}

impl Contents {
    /// Builds the rows anew, and keeps the cursor on its section.
    pub fn rebuild(&mut self, library: &Library) {
        let selected = self.nodes.get(self.cursor).map(|node| node.place);
        self.nodes = flatten(library, &self.folded);
        if let Some(place) = selected {
            self.select(place);
        }
        self.clamp();
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
        let Some(place) = self.selected().filter(|node| may(node)).map(|node| node.place) else {
            return false;
        };
        if !self.folded.remove(&place) {
            self.folded.insert(place);
        }
        self.rebuild(library);
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
        self.folded.clear();
        let all = flatten(library, &self.folded);
        self.folded = all.iter().filter(|node| node.parent).map(|node| node.place).collect();
        self.rebuild(library);
    }

    /// Unfolds everything.
    pub fn unfold_all(&mut self, library: &Library) {
        self.folded.clear();
        self.rebuild(library);
    }
}

/// The tree as rows. A note is a row of its own where several are open, unless one section holds all
/// of it: that one then stands for the note.
fn flatten(library: &Library, folded: &HashSet<Place>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let several = library.notes.len() > 1;
    for (i, note) in library.notes.iter().enumerate() {
        let whole = note.sections.first().is_some_and(|first| first.end == note.sections.len());
        let own_row = several && !whole;
        let mut skip_to = 0;
        if own_row {
            let place = Place { note: i, section: None };
            let parent = !note.sections.is_empty();
            let folded = parent && folded.contains(&place);
            let empty = note.text.trim().is_empty();
            nodes.push(Node { place, depth: 0, parent, folded, empty });
            if folded {
                continue;
            }
        }
        for (at, section) in note.sections.iter().enumerate() {
            if at < skip_to {
                continue;
            }
            let place = Place { note: i, section: Some(at) };
            let parent = section.end > at + 1;
            let is_folded = parent && folded.contains(&place);
            if is_folded {
                skip_to = section.end;
            }
            let depth = section.depth - usize::from(!own_row);
            nodes.push(Node { place, depth, parent, folded: is_folded, empty: section.empty });
        }
    }
    nodes
}

/// What a row of the tree says: a section's heading as its author wrote it, or a note's title.
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
