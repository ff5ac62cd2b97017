//! Lists: bullets, numbers and boxes, with the text hanging beside them.

use super::page::Page;
use super::{Piece, block};
use crate::doc::{Item, Start};
use crate::style::Role;

/// Lays out a list; `start` says how an ordered one is numbered.
pub(super) fn list(page: &mut Page<'_>, start: Option<Start>, tight: bool, items: &[Item]) {
    let depth = page.lists;
    page.lists += 1;
    // Numbers of one list end in the same column.
    let last = start.map(|start| start.number.saturating_add(items.len().saturating_sub(1) as u64));
    let wide = last.map_or(0, |last| last.to_string().len());
    let mut before = page.len();
    for (index, item) in items.iter().enumerate() {
        if !tight && page.len() > before {
            page.blank();
            before = page.len();
        }
        let number =
            start.map(|start| Start { number: start.number.saturating_add(index as u64), ..start });
        page.enter_marker(marker(page, depth, number, wide, item.task), item.span.start);
        block::blocks(page, &item.blocks, !tight);
        page.leave(item.span.start);
    }
    page.lists = depth;
}

fn marker(
    page: &Page<'_>,
    depth: usize,
    number: Option<Start>,
    wide: usize,
    task: Option<bool>,
) -> Vec<Piece> {
    let signs = page.signs;
    let mut pieces = Vec::new();
    match (number, task) {
        (Some(Start { number, sign }), _) => {
            pieces.push(Piece::decor(Role::Bullet, &format!("{number:>wide$}{sign}")));
            pieces.push(Piece::pad(1));
        }
        (None, None) => {
            let [.., deepest] = signs.bullets;
            let bullet = signs.bullets.get(depth).unwrap_or(&deepest);
            pieces.push(Piece::decor(Role::Bullet, bullet));
            pieces.push(Piece::pad(1));
        }
        (None, Some(_)) => {}
    }
    if let Some(done) = task {
        let (role, sign) =
            if done { (Role::TaskDone, signs.done) } else { (Role::Task, signs.open) };
        pieces.push(Piece::decor(role, sign));
        pieces.push(Piece::pad(1));
    }
    pieces
}
