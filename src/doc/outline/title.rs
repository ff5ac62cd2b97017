//! The text of headings, as the section pass reads it.

use super::super::{Block, Definitions, emoji, plain, read, signs};
use super::Heading;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// A title is shown up to this many bytes; the text itself shows all of it.
const LONGEST: usize = 600;

/// The text of the heading at `span`; to the parser alone it is `bare`.
pub(super) fn title(note: &str, span: Span, bare: &str, single_dollars: bool) -> Clean {
    // Styles may need their repair, and tags go.
    let source = span.of(note);
    let is_plain = !source.contains(['*', '_', '<', '{', '~', '$'])
        && !signs::is_wanted(source)
        && !emoji::is_wanted(source);
    let text = if is_plain { None } else { marked(note, span, single_dollars) };
    text.unwrap_or_else(|| shortened(Clean::new(bare)))
}

/// The text of the heading at `span`, which has some markup.
pub(super) fn marked(note: &str, span: Span, single_dollars: bool) -> Option<Clean> {
    read_at(note, span, &Definitions { single_dollars, ..Definitions::default() })
}

/// Reads titles with references once it is known what they refer to.
pub(super) fn look_up(note: &str, headings: &mut [Heading], definitions: &Definitions) {
    for heading in headings.iter_mut().filter(|heading| heading.text.contains('[')) {
        if let Some(text) = read_at(note, heading.span, definitions) {
            heading.text = text;
        }
    }
}

fn read_at(note: &str, span: Span, definitions: &Definitions) -> Option<Clean> {
    match read(note, span, definitions).first() {
        Some(Block::Heading { content, .. }) => Some(shortened(plain(content))),
        _ => None,
    }
}

fn shortened(text: Clean) -> Clean {
    if text.len() <= LONGEST {
        return Clean::new(text.trim());
    }
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut short = text.slice(0..end);
    short.push(&Clean::new("…"));
    short
}
