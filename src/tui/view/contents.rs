//! The contents pane.

use super::paint::Canvas;
use crate::app::State;
use crate::app::area::{Area, Areas};
use crate::app::contents::Node;
use crate::app::state::Pane;
use crate::review::reading::{Mark, Whole};
use crate::text::width::{ellipsize, width};
use crate::tui::theme::Part;
use crate::words::Word;

pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, shown: &Areas, area: Area) {
    let focused = state.focus == Pane::Contents && state.overlay.is_none();
    let here = state.reader.here(&state.open.collection);
    let here_row = state.contents.row_of(here);
    // One note may say what its contents are called; several have no common name for theirs.
    let own = match state.open.collection.notes.as_slice() {
        [note] => note.front.toc_label.clone(),
        _ => None,
    };
    let title =
        own.map_or_else(|| Word::Contents.text(state.open.locale).to_owned(), |l| l.to_string());
    if shown.bordered {
        canvas.border(area, &title, focused);
    }
    let inside = shown.inside(Some(area));
    let nodes = state.contents.nodes.iter().enumerate().skip(state.contents.top);
    let height = usize::from(inside.height);
    for ((i, node), y) in nodes.take(height).zip(inside.y..) {
        let whole = progress(state, node);
        let fold = match (node.parent, node.folded, canvas.ascii) {
            (false, ..) => match whole.mark() {
                Mark::Read => "✓ ",
                Mark::Changed => "✎ ",
                Mark::Unread => "  ",
            },
            (true, true, false) => "▸ ",
            (true, false, false) => "▾ ",
            (true, true, true) => "+ ",
            (true, false, true) => "- ",
        };
        let current = here_row == Some(i);
        let mark = match (current, canvas.ascii) {
            (true, false) => "●",
            (true, true) => "*",
            (false, _) => " ",
        };
        // Deep trees keep room for their words.
        let indent = (node.depth * 2).min(usize::from(inside.width) / 3);
        let text = format!(
            "{mark}{}{fold}{}",
            " ".repeat(indent),
            state.contents.label(&state.open.collection, node)
        );
        let selected = i == state.contents.cursor;
        let part = match (selected && focused, current, node.empty) {
            (true, ..) => Part::Selected,
            (false, true, _) => Part::Marked,
            (false, false, true) => Part::Muted,
            _ => Part::Plain,
        };
        let style = canvas.theme.part(part);
        let figures = if node.parent { figures(whole, inside.width) } else { String::new() };
        let wide = u16::try_from(width(&figures)).unwrap_or(0);
        let room = inside.width.saturating_sub(wide + u16::from(wide > 0));
        let text = ellipsize(&text, room.into());
        canvas.words(inside.x, y, room, &text, style);
        canvas.words(inside.x + inside.width - wide.min(inside.width), y, wide, &figures, style);
        if selected && focused {
            canvas.restyle(Area { y, height: 1, ..inside }, style);
        }
    }
    if shown.bordered && !state.changes.is_empty() {
        let nodes = state.contents.nodes.iter().skip(state.contents.top).take(height);
        for (node, y) in nodes.zip(inside.y..) {
            if node.folder.is_none() && state.changes.in_place(node.place) {
                canvas.change(area.x, y);
            }
        }
    }
    if shown.bordered {
        let edge = Area { x: area.x, width: area.width, ..inside };
        canvas.more(edge, state.contents.top, state.contents.nodes.len());
    }
}

/// How far what a row stands for is read.
fn progress(state: &State, node: &Node) -> Whole {
    match state.contents.notes_of(node) {
        Some(notes) => state.progress.of_notes(notes).unwrap_or_default(),
        None => state.progress.of(&state.open.collection, node.place),
    }
}

/// How far something is read that has more under it, once it is begun.
fn figures(whole: Whole, columns: u16) -> String {
    let changed = if whole.changed > 0 { "✎ " } else { "" };
    match whole.mark() {
        Mark::Read => "✓".to_owned(),
        // The names need the room more.
        _ if !whole.is_begun() || columns < 16 => String::new(),
        _ => format!("{changed}{}/{}", whole.read, whole.all),
    }
}
