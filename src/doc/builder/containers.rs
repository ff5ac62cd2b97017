//! What blocks stand in: closing a container gives its block to the one around it.

use super::super::{Block, Cell, Definition, Item, leaf};
use super::remarks::without_remarks;
use super::{Builder, Frame, Open, callout};

impl Builder<'_> {
    pub(super) fn end_cell(&mut self) -> Cell {
        self.marks.end_text();
        self.one_line = false;
        let (inlines, span) = self.leaf.take().unwrap_or_default();
        let (content, _) = leaf::tidy(inlines);
        Cell { content, span }
    }

    pub(super) fn push_flat(&mut self, cell: Cell) {
        if !cell.content.is_empty() {
            self.push(Block::Paragraph { content: cell.content, span: cell.span });
        }
    }

    pub(super) fn definition_name(&mut self, name: Cell) {
        let Some(Open { frame: Frame::Definitions(items), .. }) = self.open.last_mut() else {
            return self.push_flat(name);
        };
        match items.last_mut() {
            // Names before one definition share it.
            Some(last) if last.meanings.is_empty() => {
                last.span = last.span.join(name.span);
                last.names.push(name);
            }
            _ => {
                let span = name.span;
                items.push(Definition { names: vec![name], meanings: Vec::new(), span });
            }
        }
    }

    /// Closes the innermost container and gives its block to the one around it.
    pub(super) fn close(&mut self) {
        if let Some(Open { frame: Frame::Flat(count @ 2..), .. }) = self.open.last_mut() {
            *count -= 1;
            return;
        }
        if self.open.len() < 2 {
            return;
        }
        let Some(Open { frame, mut blocks, span }) = self.open.pop() else { return };
        if self.has_remarks {
            blocks = without_remarks(blocks);
        }
        // As in `tidy`: most hold one.
        blocks.shrink_to_fit();
        match frame {
            Frame::Root | Frame::Hidden => {}
            Frame::Flat(_) => self.extend(blocks),
            Frame::Quote(None) => self.push(callout::quote(blocks, span)),
            Frame::Quote(Some(kind)) => {
                self.push(Block::Callout { kind, title: Vec::new(), blocks, span });
            }
            Frame::Colons(kind, title) => {
                let last = blocks.last().map_or(span, Block::span);
                self.push(Block::Callout { kind, title, blocks, span: span.join(last) });
            }
            Frame::List { start, loose, items } => {
                if !items.is_empty() {
                    self.push(Block::List { start, tight: !loose, items, span });
                }
            }
            Frame::Item { task } => {
                if std::mem::take(&mut self.asked_for_toc) && blocks.is_empty() {
                    return;
                }
                let written = self.source.original(span);
                if callout::is_opener(written) {
                    self.push(callout::indented(written, blocks, span));
                } else if let Some(Open { frame: Frame::List { items, .. }, .. }) =
                    self.open.last_mut()
                {
                    items.push(Item { task, blocks, span });
                } else {
                    self.extend(blocks);
                }
            }
            Frame::Footnote(label) => self.push(Block::Footnote { label, blocks, span }),
            Frame::Definitions(items) => {
                if !items.is_empty() {
                    self.push(Block::Definitions { items, span });
                }
            }
            Frame::Meaning => match self.open.last_mut().map(|open| &mut open.frame) {
                Some(Frame::Definitions(items)) if !items.is_empty() => {
                    if let Some(last) = items.last_mut() {
                        last.span = last.span.join(span);
                        last.meanings.push(blocks);
                    }
                }
                _ => self.extend(blocks),
            },
            Frame::Table { align, head, rows, .. } => {
                self.push(Block::Table { align, head, rows, span });
            }
            Frame::HtmlTable(table) => self.end_html_table(*table, blocks, span),
            Frame::HtmlCell(said) => self.end_html_cell(&said, blocks, span),
            Frame::Details { summary, open, closed } => {
                let last = blocks.last().map_or(span, Block::span);
                let (open, span) = (open || !closed, span.join(last));
                self.push(Block::Details { summary, open, blocks, span });
            }
        }
    }

    /// The innermost container that holds blocks.
    pub(super) fn holder(&mut self) -> Option<&mut Vec<Block>> {
        self.open
            .iter_mut()
            .rev()
            .find(|open| {
                !matches!(
                    open.frame,
                    Frame::List { .. } | Frame::Table { .. } | Frame::Definitions(_)
                )
            })
            .map(|open| &mut open.blocks)
    }

    pub(super) fn push(&mut self, block: Block) {
        if let Some(blocks) = self.holder() {
            blocks.push(block);
        }
    }

    pub(super) fn extend(&mut self, more: Vec<Block>) {
        if let Some(blocks) = self.holder() {
            blocks.extend(more);
        }
    }
}
