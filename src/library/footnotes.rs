//! Footnotes: from a reference to what it says, and from there back to the text.

use super::Note;
use crate::doc::{self, Block, Definitions, each_footnote};

/// So many parts are read to find where a footnote is referred to first.
const MOST_PARTS: usize = 64;

/// No label has more bytes.
const LONGEST: usize = 1_000;

/// What a footnote says.
#[derive(Clone, Debug, PartialEq)]
pub struct Footnote {
    /// Where its text begins in the note, in bytes.
    pub at: usize,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Note {
    /// The label, as written, of the reference or the footnote that stands at a byte; none where
    /// neither does.
    pub fn footnote_label(&self, at: usize) -> Option<&str> {
        label(self.text.get(at..)?.trim_start_matches([' ', '>']), LONGEST)
    }

    /// What the reference at a byte is to.
    pub fn footnote(&self, at: usize) -> Option<Footnote> {
        let label = Definitions::label(self.footnote_label(at)?);
        let span = *self.definitions.footnotes.get(&label)?;
        // It is read as if it were a part, so that it may use what is defined elsewhere.
        let blocks = doc::read(&self.text, span, &self.definitions);
        let own = blocks.into_iter().find_map(|block| match block {
            Block::Footnote { blocks, .. } => Some(blocks),
            _ => None,
        });
        let blocks = own.unwrap_or_default();
        let at = blocks.first().map_or(span.start, |block| block.span().start.max(span.start));
        Some(Footnote { at, blocks })
    }

    /// Where the footnote that stands at a byte is referred to first.
    pub fn first_reference(&self, at: usize) -> Option<usize> {
        let wanted = Definitions::label(self.footnote_label(at)?);
        // In another spelling it may take more bytes, but never so many.
        let longest = wanted.len().saturating_mul(4).saturating_add(16).min(LONGEST);
        let mut asked = None;
        let mut left = MOST_PARTS;
        for found in memchr::memmem::find_iter(self.text.as_bytes(), "[^") {
            let part = self.part_at(found);
            let is_own = |written: &str| Definitions::label(written) == wanted;
            let written = self.text.get(found..).and_then(|rest| label(rest, longest));
            if asked == Some(part) || !written.is_some_and(is_own) {
                continue;
            }
            asked = Some(part);
            left = left.checked_sub(1)?;
            // What looks like a reference may be code, or the footnote itself.
            let span = self.parts.get(part)?.span;
            let mut first: Option<usize> = None;
            each_footnote(&self.blocks(part), &mut |written, own| {
                if is_own(written) && span.contains(own.start) {
                    first = Some(first.map_or(own.start, |first| first.min(own.start)));
                }
            });
            if first.is_some() {
                return first;
            }
        }
        None
    }
}

/// The label that `text` begins with, as written, if it has at most so many bytes.
fn label(text: &str, longest: usize) -> Option<&str> {
    let rest = text.strip_prefix("[^")?;
    let end = rest.bytes().take(longest + 1).position(|byte| byte == b']')?;
    rest.get(..end)
}
