//! What stands in blocks, whatever they are nested in.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Block, Inline, Link};
use crate::text::span::Span;

/// Gives every link in `blocks` once, in reading order.
pub fn each_link(blocks: &[Block], give: &mut dyn FnMut(&Arc<Link>)) {
    // A link of HTML may go on behind others.
    let mut seen = HashSet::new();
    each_inlines(blocks, &mut |inlines| {
        for inline in inlines {
            let link = match inline {
                Inline::Text(run) => &run.link,
                Inline::Image { link, .. } => link,
                Inline::Footnote { .. } | Inline::Break { .. } => continue,
            };
            if let Some(link) = link
                && seen.insert(link.span.start)
            {
                give(link);
            }
        }
    });
}

/// Gives every reference to a footnote in `blocks`, with its label as written and its place.
pub fn each_footnote(blocks: &[Block], give: &mut dyn FnMut(&str, Span)) {
    each_inlines(blocks, &mut |inlines| {
        for inline in inlines {
            if let Inline::Footnote { label, span } = inline {
                give(label, *span);
            }
        }
    });
}

/// A part that can be folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Where it begins in the note, in bytes.
    pub at: usize,
    /// What is hidden when it is folded.
    pub body: Span,
    /// Whether the note has it open.
    pub open: bool,
}

/// Gives every part in `blocks` that can be folded, in reading order.
pub fn each_fold(blocks: &[Block], give: &mut dyn FnMut(Fold)) {
    for block in blocks {
        if let Block::Details { open, blocks, span, .. } = block {
            let start = blocks.first().map_or(span.end, |block| block.span().start);
            give(Fold { at: span.start, body: Span::new(start, span.end), open: *open });
        }
        block.each_inner(&mut |blocks| each_fold(blocks, give));
    }
}

/// Gives the inlines of every paragraph, heading, cell and caption. What is built from a note is never
/// nested deeper than [`super::MAX_DEPTH`], and so is this.
fn each_inlines(blocks: &[Block], give: &mut dyn FnMut(&[Inline])) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => give(content),
            Block::Code { .. } | Block::Rule { .. } => {}
            Block::List { items, .. } => {
                items.iter().for_each(|item| each_inlines(&item.blocks, give));
            }
            Block::Quote { blocks, .. } | Block::Footnote { blocks, .. } => {
                each_inlines(blocks, give);
            }
            Block::Callout { title, blocks, .. } => {
                give(title);
                each_inlines(blocks, give);
            }
            Block::Table { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| give(&cell.content));
            }
            Block::Definitions { items, .. } => {
                for item in items {
                    item.names.iter().for_each(|name| give(&name.content));
                    item.meanings.iter().for_each(|blocks| each_inlines(blocks, give));
                }
            }
            Block::Image { caption, .. } => give(caption),
            Block::Details { summary, blocks, .. } => {
                give(summary);
                each_inlines(blocks, give);
            }
        }
    }
}
