//! Columns: how wide text is on the screen, where it may be cut, where a line may break.

use std::borrow::Cow;
use std::iter;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::hangul;

/// The columns that `text` takes: the sum over its graphemes, which is how ratatui fills cells.
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| graphemes(text).map(|(_, _, cols)| cols).sum())
}

/// The width of text in which every character is a grapheme. That is nearly all there is, and by far
/// the quickest to count.
fn plain_width(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |cols, c| Some(cols + plain_columns(c)?))
}

/// The columns of a character that is a grapheme wherever one like it or nothing follows: printable
/// ASCII, Hangul syllables, Chinese characters, what boxes and lists are drawn with.
fn plain_columns(c: char) -> Option<usize> {
    match c {
        ' '..='~' | '\u{2500}'..='\u{257f}' | '\u{2022}' => Some(1),
        '\u{ac00}'..='\u{d7a3}' | '\u{4e00}'..='\u{9fff}' => Some(2),
        _ => None,
    }
}

/// The graphemes of `text` (UAX 29, extended), each with its first byte and its columns.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut at = 0;
    iter::from_fn(move || {
        let (start, rest) = (at, text.get(at..)?);
        let mut chars = rest.chars();
        if let Some(cols) = plain_columns(chars.next()?)
            && chars.clone().next().is_none_or(|next| plain_columns(next).is_some())
        {
            at = text.len() - chars.as_str().len();
            return Some((start, text.get(start..at)?, cols));
        }
        // Between two graphemes the rules may begin anew: none looks back over such a place.
        let symbol = rest.graphemes(true).next()?;
        at += symbol.len();
        Some((start, symbol, columns(symbol)))
    })
}

/// The columns of one grapheme. As in ratatui, a halfwidth voicing mark adds a cell and a control
/// character takes none, for none is ever drawn.
fn columns(symbol: &str) -> usize {
    if symbol.contains(char::is_control) {
        return 0;
    }
    if symbol.len() == 1 {
        return 1;
    }
    symbol.width() + symbol.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count()
}

/// The longest start of `text` of at most `max_cols` columns; no grapheme is split.
pub fn cut(text: &str, max_cols: usize) -> &str {
    let mut used = 0;
    for (at, _, cols) in graphemes(text) {
        used += cols;
        if used > max_cols {
            return text.get(..at).unwrap_or("");
        }
    }
    text
}

/// `text` where it fits into `max_cols` columns, else its start and `…`.
pub fn ellipsize(text: &str, max_cols: usize) -> Cow<'_, str> {
    let fits = cut(text, max_cols);
    if fits.len() == text.len() {
        Cow::Borrowed(text)
    } else if max_cols == 0 {
        Cow::Borrowed("")
    } else {
        Cow::Owned(format!("{}…", cut(fits, max_cols - 1).trim_end()))
    }
}

/// `text` in exactly `cols` columns: ellipsized, then filled with spaces.
pub fn pad(text: &str, cols: usize) -> String {
    let mut padded = ellipsize(text, cols).into_owned();
    let blank = cols.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', blank));
    padded
}

/// The offsets in `text`, ascending, where a line may end and the next begin; neither 0 nor the
/// length of `text` is among them.
///
/// They follow UAX 14, with Hangul taken as alphabetic so that Korean words stay whole with their
/// particles (`Pod는`), as `word-break: keep-all` does in CSS; a leading hyphen stays with its
/// option (`-n`, UAX 14 rule LB20a); and no grapheme is split.
pub fn breaks(text: &str) -> Vec<usize> {
    // Every Hangul letter has three bytes, and so has its stand-in: the offsets stay the same.
    const ALPHABETIC: char = '\u{2c00}';
    let plain: Cow<'_, str> = if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        text.chars().map(|c| if hangul::is_hangul(c) { ALPHABETIC } else { c }).collect()
    };
    let mut starts = graphemes(text).map(|(at, ..)| at).peekable();
    let mut starts_grapheme = |at: usize| {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or(""));
        let is_plain = |c: Option<char>| c.is_some_and(|c| plain_columns(c).is_some());
        if is_plain(before.chars().next_back()) && is_plain(after.chars().next()) {
            return true;
        }
        while starts.next_if(|&start| start < at).is_some() {}
        starts.peek() == Some(&at)
    };
    unicode_linebreak::linebreaks(&plain)
        .map(|(at, _)| at)
        .filter(|&at| 0 < at && at < text.len() && starts_grapheme(at) && !opens_option(text, at))
        .collect()
}

/// Whether the hyphens that end at `at` have nothing but a space or a bracket before them.
fn opens_option(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let word = before.trim_end_matches('-');
    let free = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"' | '\'' | '`' | '|');
    word.len() < before.len() && word.chars().next_back().is_none_or(free)
}
