//! The part of a line of the source that is shown with a diagnostic.

use unicode_width::UnicodeWidthChar;

use super::lines::floor;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// A longer line is cut to a window of at most so many columns round the span.
pub(super) const COLUMNS: usize = 160;
/// A window of less would show nothing, however narrow the terminal is.
pub(super) const LEAST: usize = 20;
/// Characters without a width fill no column: this bounds them.
const CHARACTERS: usize = 4 * COLUMNS;

/// The clean text of `line`, or of a window of it round `span`, and where the span is in it.
pub(super) fn window(text: &str, line: Span, span: Span, room: usize) -> (String, Span) {
    let end = line.start + line.of(text).trim_end_matches(['\n', '\r']).len();
    let start = floor(text, span.start).clamp(line.start, end);
    let stop = floor(text, span.end).clamp(start, end);
    let (behind, ahead) = (Span::new(line.start, start).of(text), Span::new(start, end).of(text));
    let mut before = start;
    if columns(behind) + columns(ahead) > room {
        // Most of the window is for what is wrong and what follows it.
        before -= taken(behind.chars().rev(), room / 4);
    } else {
        before = line.start;
    }
    let shown = columns(Span::new(before, start).of(text));
    let after = start + taken(ahead.chars(), room.saturating_sub(shown));
    let mut source = String::new();
    if before > line.start {
        source.push('…');
    }
    source.push_str(&Clean::new(Span::new(before, start).of(text)));
    let from = source.len();
    source.push_str(&Clean::new(Span::new(start, stop.min(after)).of(text)));
    let to = source.len();
    source.push_str(&Clean::new(Span::new(stop.min(after), after).of(text)));
    if after < end {
        source.push('…');
    }
    (source, Span::new(from, to))
}

/// The width of `text`, or anything above the largest window where it is wider.
pub(super) fn columns(text: &str) -> usize {
    let mut width = 0;
    for (count, c) in text.chars().enumerate() {
        width += wide(c);
        if width > COLUMNS || count > CHARACTERS {
            return COLUMNS + 1;
        }
    }
    width
}

/// The width of `c`, at most: a control character leaves a space, or nothing.
fn wide(c: char) -> usize {
    c.width().unwrap_or(1)
}

/// How many bytes of `chars` fill at most `width` columns.
fn taken(chars: impl Iterator<Item = char>, width: usize) -> usize {
    let (mut bytes, mut filled) = (0, 0);
    for c in chars.take(CHARACTERS) {
        filled += wide(c);
        if filled > width {
            break;
        }
        bytes += c.len_utf8();
    }
    bytes
}
