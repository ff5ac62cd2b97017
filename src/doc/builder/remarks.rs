//! Remarks that go over several lines (Obsidian): between two lines of `%%`, and not shown.

use super::super::{Block, Inline, leaf};

const SIGN: &str = "%%";

/// `blocks` without their remarks. Where not every sign has its partner, nothing is left out.
pub(super) fn without_remarks(blocks: Vec<Block>) -> Vec<Block> {
    let signs: usize = blocks.iter().map(signs_in).sum();
    if signs == 0 || signs % 2 == 1 {
        return blocks;
    }
    let mut kept = Vec::with_capacity(blocks.len());
    let mut hidden = false;
    for block in blocks {
        if signs_in(&block) == 0 {
            kept.extend((!hidden).then_some(block));
            continue;
        }
        let Block::Paragraph { content, span } = block else { continue };
        let mut shown = Vec::with_capacity(content.len());
        for line in content.split_inclusive(is_break) {
            if is_sign(line) {
                hidden = !hidden;
            } else if !hidden {
                shown.extend_from_slice(line);
            }
        }
        kept.extend(leaf::paragraphs(shown, span));
    }
    kept
}

fn is_break(inline: &Inline) -> bool {
    matches!(inline, Inline::Break { .. })
}

fn is_sign(line: &[Inline]) -> bool {
    match line {
        [Inline::Text(run)] | [Inline::Text(run), Inline::Break { .. }] => run.text.trim() == SIGN,
        _ => false,
    }
}

/// How many lines of it are signs.
fn signs_in(block: &Block) -> usize {
    match block {
        Block::Paragraph { content, .. } => {
            content.split(is_break).filter(|line| is_sign(line)).count()
        }
        _ => 0,
    }
}
