//! Pictures for the screen: read from their files, scaled to their cells, and made ready for the
//! terminal's graphics. Work for a thread of its own.

#[cfg(feature = "images")]
use std::sync::Arc;
#[cfg(feature = "images")]
use std::sync::atomic::{AtomicU32, Ordering};

use super::graphics::Encoded;
use super::graphics::ask::How;
#[cfg(feature = "images")]
use crate::app::pictures::{Drawn, Graphic, Trouble};
use crate::app::pictures::{Found, Medium, Name, Pixels, Wanted};
use crate::store::pictures::Shelf;
#[cfg(feature = "images")]
use crate::store::pictures::decode::{decode, measure};

/// What pictures are read for.
#[derive(Clone, Debug)]
pub struct Task {
    /// Where they are.
    pub shelf: Shelf,
    /// What they are drawn with.
    pub medium: Medium,
    /// What a cell of the screen measures.
    pub cell: Option<Pixels>,
    /// What stands between us and the terminal.
    pub how: How,
}

/// What was found out of pictures, and what the terminal's graphics need to show one.
pub type Report = (Vec<(Name, Found)>, Option<Encoded>);

/// Reads the pictures that are `wanted`, and reports what it has found out: first the sizes of all, since
/// the text has to make room for them, then each picture as soon as it is drawn.
#[cfg(feature = "images")]
pub fn work(task: &Task, wanted: &[Wanted], report: &dyn Fn(Report), cancelled: &dyn Fn() -> bool) {
    let mut sizes = Vec::new();
    for Wanted { name, .. } in wanted.iter().filter(|wanted| wanted.cells.is_none()) {
        let size = task.shelf.open(name).and_then(|file| measure(&file));
        sizes.push((name.clone(), size.map_or_else(Found::Trouble, Found::Size)));
    }
    if !sizes.is_empty() {
        report((sizes, None));
    }
    for Wanted { name, cells } in wanted {
        let Some(cells) = *cells else { continue };
        if cancelled() {
            return;
        }
        let (found, encoded) = match draw(task, name, cells) {
            Ok((drawn, encoded)) => (Found::Drawn(Arc::new(drawn)), encoded),
            Err(trouble) => (Found::Trouble(trouble), None),
        };
        report((vec![(name.clone(), found)], encoded));
    }
}

/// There is nothing to read pictures with.
#[cfg(not(feature = "images"))]
pub fn work(_: &Task, _: &[Wanted], _: &dyn Fn(Report), _: &dyn Fn() -> bool) {}

#[cfg(feature = "images")]
fn draw(task: &Task, name: &Name, cells: (u16, u16)) -> Result<(Drawn, Option<Encoded>), Trouble> {
    use super::graphics::encode::{Target, encode};
    let picture = decode(&task.shelf.open(name)?)?;
    let (cols, rows) = cells;
    let bytes = picture.scaled(cols.into(), u32::from(rows) * 2);
    let (pixels, _) = bytes.as_chunks::<4>();
    let (medium, cell, through_tmux) = (task.medium, task.cell, task.how == How::ThroughTmux);
    let id = next_id();
    let encoded = encode(&picture, id, Target { medium, cells, cell, through_tmux });
    let graphic = encoded.as_ref().map(|encoded| Graphic { id, bytes: encoded.bytes().len() });
    Ok((Drawn { cols, rows, pixels: pixels.to_vec(), graphic }, encoded))
}

/// A number that no picture has which may still be in use. Several programs may show pictures in one
/// terminal, and the number of the process keeps them apart.
#[cfg(feature = "images")]
fn next_id() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let turn = NEXT.fetch_add(1, Ordering::Relaxed) % 255;
    let low = u8::try_from(turn + 1).unwrap_or(1);
    let high = u8::try_from(std::process::id() % 95 + 1).unwrap_or(1);
    super::graphics::placeholder::id(high, low)
}
