//! Where pictures are on the screen.

use super::Name;
use crate::app::State;
use crate::app::area::{Area, areas};
use crate::layout::PictureRow;

/// What can be seen of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Which picture.
    pub name: Name,
    /// Its columns and rows.
    pub cells: (u16, u16),
    /// The first of its rows that can be seen.
    pub first: u16,
    /// The cells of the screen that it takes.
    pub area: Area,
    /// Whether all of it can be seen, and nothing lies over it.
    pub whole: bool,
}

/// The pictures on the screen, from top to bottom.
pub fn placements(state: &State) -> Vec<Placement> {
    let mut found: Vec<Placement> = Vec::new();
    if !state.open.pictures.are_shown() {
        return found;
    }
    let shown = areas(state);
    let text = shown.text();
    let mut last: Option<PictureRow> = None;
    for (y, (note, src, row)) in state.reader.pictured() {
        let Some(note) = state.open.collection.notes.get(note) else { continue };
        let (left, y) = (text.x.saturating_add(row.x), text.y.saturating_add(y));
        let goes_on = last.is_some_and(|last| {
            last.image == row.image && last.row.checked_add(1) == Some(row.row)
        });
        last = Some(row);
        match found.last_mut().filter(|above| goes_on && above.area.y + above.area.height == y) {
            Some(above) => above.area.height += 1,
            None => {
                let width = row.cols.min(text.width.saturating_sub(row.x));
                let name = Name::new(note, src, row.image);
                let area = Area { x: left, y, width, height: 1 };
                let cells = (row.cols, row.rows);
                found.push(Placement { name, cells, first: row.row, area, whole: false });
            }
        }
    }
    let over = [shown.overlay, shown.glossary];
    for picture in &mut found {
        let free = over.iter().flatten().all(|over| !meet(*over, picture.area));
        picture.whole = free && (picture.area.width, picture.area.height) == picture.cells;
    }
    found
}

fn meet(a: Area, b: Area) -> bool {
    let apart = |from: u16, length: u16, other: u16, other_length: u16| {
        from >= other.saturating_add(other_length) || other >= from.saturating_add(length)
    };
    !apart(a.x, a.width, b.x, b.width) && !apart(a.y, a.height, b.y, b.height)
}
