//! Pictures on the screen and near it; and how the place is kept when one comes in.

use super::super::pictures::{Name, Wanted};
use super::super::state::Open;
use super::{Reader, Slice};
use crate::layout::PictureRow;
use crate::library::Library;
use crate::text::sanitize::Clean;

/// How far the first row on the screen is from the last one that begins with the same byte.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    from_end: Option<usize>,
}

impl Reader {
    /// Pictures have at most so many rows.
    pub fn set_picture_rows(&mut self, picture_rows: u16) {
        self.set_look(super::Look { picture_rows, ..self.look });
    }

    /// The rows of pictures on the screen: how far down, of which note, what the image names.
    pub fn pictured(&self) -> impl Iterator<Item = (u16, (usize, &Clean, PictureRow))> {
        let rows = self.view.iter().flat_map(|slice| {
            let rows = slice.rows.get(slice.range.clone()).unwrap_or(&[]);
            rows.iter().map(move |row| (slice, row.picture))
        });
        let rows = (0..=u16::MAX).zip(rows);
        rows.filter_map(|(y, (slice, picture))| {
            let picture = picture?;
            let src = source(slice, picture)?;
            Some((y, (slice.place.note, src, picture)))
        })
    }

    /// What is to be known of the images on the screen, and of the same parts those less than a screen
    /// away: how large they are, and how they look where they have room.
    pub fn wanted_pictures(&self, library: &Library) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        for slice in self.view.iter().filter(|slice| !slice.images.is_empty()) {
            let Some(note) = library.notes.get(slice.place.note) else { continue };
            let away = slice.range.len();
            let from = slice.range.start.saturating_sub(away);
            let to = slice.range.end.saturating_add(away).min(slice.rows.len());
            let near = slice.rows.get(from..to).unwrap_or(&[]);
            let at = |row: usize| slice.rows.get(row).map_or(slice.end, |row| row.at);
            let bytes = at(from)..=at(to);
            let images = slice.images.iter().filter(|(span, _)| bytes.contains(&span.start));
            wanted.extend(
                images.map(|(span, src)| Wanted { name: Name::new(note, src, *span), cells: None }),
            );
            // Those on the screen come first.
            let (here, there): (Vec<_>, Vec<_>) = near
                .iter()
                .zip(from..)
                .filter_map(|(row, at)| Some((row.picture?, at)))
                .partition(|(_, at)| slice.range.contains(at));
            let mut before = None;
            for (picture, _) in here.into_iter().chain(there) {
                if before != Some(picture.image)
                    && let Some(src) = source(slice, picture)
                {
                    let cells = Some((picture.cols, picture.rows));
                    let name = Name::new(note, src, picture.image);
                    wanted.push(Wanted { name, cells });
                }
                before = Some(picture.image);
            }
        }
        wanted
    }

    /// To be asked before pictures change.
    pub fn anchor(&mut self, open: &Open) -> Anchor {
        let rows = self.rows(open, self.spot.note, self.spot.part);
        let row = self.row(&rows);
        let end = rows.partition_point(|row| row.at <= self.spot.at);
        let cut = self.spot.nudge > 0;
        Anchor { from_end: cut.then(|| end.saturating_sub(row)) }
    }

    /// Lays out anew after pictures have changed. Where one is cut off by the upper edge, what is below
    /// it stays where it is.
    pub fn forget_pictures(&mut self, open: &Open, anchor: Anchor) {
        self.pages.clear();
        let Some(from_end) = anchor.from_end else { return };
        let (note, part) = (self.spot.note, self.spot.part);
        let rows = self.rows(open, note, part);
        let first = rows.partition_point(|row| row.at < self.spot.at);
        let end = rows.partition_point(|row| row.at <= self.spot.at);
        self.spot.nudge = end.saturating_sub(from_end).saturating_sub(first);
    }
}

/// What the image names that a row of a picture belongs to.
fn source(slice: &Slice, picture: PictureRow) -> Option<&Clean> {
    let at =
        slice.images.binary_search_by_key(&picture.image.start, |(span, _)| span.start).ok()?;
    slice.images.get(at).map(|(_, src)| src)
}
