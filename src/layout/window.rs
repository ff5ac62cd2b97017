//! Rows that are wider than the page, of which some columns are shown.

use super::code::glyphs;
use super::colour::part;
use super::{Piece, measure};
use crate::style::Role;

/// Which columns of a row are shown: the first, and of the others as many as there is room for.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// The columns of all of the row.
    pub wide: usize,
    /// So many stay where they are.
    pub kept: usize,
    /// So many behind them are passed over.
    pub from: usize,
    /// The columns that there are for all, at least two more than are kept.
    pub room: usize,
}

impl Window {
    /// Of a row of `wide` columns as many from column `from` on as there is room for, with `keep` of them
    /// kept in their place if those leave as much room for others. What there is to scroll to ends with
    /// the row.
    pub fn new(wide: usize, keep: usize, from: usize, room: usize) -> Window {
        let kept = if keep.saturating_mul(2) <= room { keep } else { 0 };
        Window { wide, kept, from: from.min(wide.saturating_sub(room)), room }
    }

    /// Whether something is cut off on the right.
    pub fn more(&self) -> bool {
        self.from.saturating_add(self.room) < self.wide
    }

    /// What is shown of `pieces`. Where something is cut off stands `sign`, one column wide, if any.
    pub fn of(&self, pieces: &[Piece], sign: Option<&str>) -> Vec<Piece> {
        let (start, end) = (self.kept + self.from, self.from + self.room);
        let left = sign.filter(|_| self.from > 0);
        let right = sign.filter(|_| self.more());
        let decor = |sign: &str| Piece::decor(Role::TableBorder, sign);
        let mut shown = columns(pieces, 0, self.kept);
        shown.extend(left.map(decor));
        let (start, end) =
            (start + usize::from(left.is_some()), end - usize::from(right.is_some()));
        shown.extend(columns(pieces, start, end));
        shown.extend(right.map(decor));
        shown
    }
}

/// What `pieces` have in the columns from `start` to before `end`. A wide character that stands only
/// half in there leaves a gap.
fn columns(pieces: &[Piece], start: usize, end: usize) -> Vec<Piece> {
    let mut shown = Vec::new();
    let mut x = 0;
    for piece in pieces {
        if x >= end {
            break;
        }
        let wide = measure::width(&piece.text);
        if x >= start && x + wide <= end {
            shown.push(piece.clone());
            x += wide;
            continue;
        }
        if x + wide <= start {
            x += wide;
            continue;
        }
        let (mut first, mut last) = (None, piece.text.len());
        let (mut before, mut after) = (0, 0);
        for (at, cols) in glyphs(&piece.text) {
            if x >= end {
                last = last.min(at);
                break;
            }
            let next = x + cols;
            if x < start {
                before = next.saturating_sub(start);
            } else if next > end {
                after = end - x;
                last = at;
            } else {
                first.get_or_insert(at);
            }
            x = next;
        }
        shown.extend(gap(before.min(end - start)));
        if let Some(first) = first {
            shown.push(part(piece, first..last));
        }
        shown.extend(gap(after));
    }
    shown
}

fn gap(cols: usize) -> Option<Piece> {
    (cols > 0).then(|| Piece::decor(Role::TableBorder, &" ".repeat(cols)))
}
