//! Widths and line breaks, as `text::width` will give them.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns of `text`.
pub(super) fn width(text: &str) -> usize {
    graphemes(text).map(|(_, _, cols)| cols).sum()
}

/// The graphemes of `text`, each with the byte where it begins and its columns.
pub(super) fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    text.grapheme_indices(true).map(|(at, grapheme)| (at, grapheme, grapheme.width()))
}

/// The bytes at which a line may be broken.
pub(super) fn breaks(text: &str) -> Vec<usize> {
    let hangul = |c: Option<char>| c.is_some_and(|c| ('\u{AC00}'..='\u{D7A3}').contains(&c));
    unicode_linebreak::linebreaks(text)
        .map(|(at, _)| at)
        .filter(|&at| {
            let (before, after) = text.split_at_checked(at).unwrap_or(("", ""));
            !(hangul(before.chars().next_back()) && hangul(after.chars().next()))
        })
        .collect()
}
