//! The box round code and images.

use super::page::{Page, cut};
use super::{Piece, cols};
use crate::style::Role;

/// Boxes are at least this wide, where there is room.
const LEAST: usize = 20;
/// On a narrower page there is no box.
const NARROW: usize = 8;

/// A box of a width, its border of one role.
pub(super) struct Frame {
    width: usize,
    role: Role,
}

impl Frame {
    /// A box for text of `wanted` columns with a label of so many in its border; `None` where there is
    /// no room for one.
    pub fn fitting(page: &Page<'_>, wanted: usize, label: usize, role: Role) -> Option<Frame> {
        let wanted = wanted.saturating_add(4).max(label.saturating_add(6));
        let width = wanted.max(LEAST).min(page.width());
        (page.width() >= NARROW).then_some(Frame { width, role })
    }

    /// Whether a box may have all of a label of so many columns in its border.
    pub fn has_room(page: &Page<'_>, label: usize) -> bool {
        page.width() >= NARROW && label.saturating_add(6) <= page.width()
    }

    /// The columns for text.
    pub fn inner(&self) -> usize {
        self.width.saturating_sub(4)
    }

    /// The upper border, with a label.
    pub fn top(&self, page: &mut Page<'_>, mut label: Vec<Piece>, at: usize) {
        let [left, _, right] = page.signs.top;
        let room = self.width.saturating_sub(6);
        if cols(&label) > room {
            label.truncate(1);
            for piece in &mut label {
                piece.text = cut(&piece.text, room, page.signs.cut);
            }
        }
        let mut pieces = Vec::new();
        if label.is_empty() {
            pieces.push(Piece::decor(self.role, left));
        } else {
            pieces.push(Piece::decor(self.role, &format!("{left} ")));
            pieces.extend(label);
            pieces.push(Piece::decor(self.role, " "));
        }
        let rest = self.width.saturating_sub(cols(&pieces) + 1);
        let line = page.signs.line.repeat(rest);
        pieces.push(Piece::decor(self.role, &format!("{line}{right}")));
        page.push(pieces, at);
    }

    /// A row between the borders.
    pub fn row(&self, page: &mut Page<'_>, pieces: Vec<Piece>, at: usize) {
        let bar = page.signs.bar;
        let room = self.inner().saturating_sub(cols(&pieces));
        let mut all = vec![Piece::decor(self.role, &format!("{bar} "))];
        all.extend(pieces);
        all.push(Piece::decor(self.role, &format!("{} {bar}", " ".repeat(room))));
        page.push(all, at);
    }

    /// The lower border.
    pub fn bottom(&self, page: &mut Page<'_>, at: usize) {
        let [left, _, right] = page.signs.bottom;
        let line = page.signs.line.repeat(self.width.saturating_sub(2));
        page.push(vec![Piece::decor(self.role, &format!("{left}{line}{right}"))], at);
    }
}
