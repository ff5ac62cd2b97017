//! The source of a note on a way out that keeps it as it is: standard output, the clipboard.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::sanitize::Clean;

/// A line of source as it stands in the note, tabs and all, but for what a terminal could obey or what
/// hides text; borrowed where nothing had to be left out.
pub fn harmless(line: &str) -> Cow<'_, str> {
    // Letters may be written in several ways; that is no reason to alter them.
    let same = |piece: &str, clean: &Clean| clean == piece || piece.nfc().eq(clean.chars());
    if line.split('\t').all(|piece| same(piece, &Clean::new(piece))) {
        return Cow::Borrowed(line);
    }
    let mut altered = String::with_capacity(line.len());
    for (i, piece) in line.split('\t').enumerate() {
        if i > 0 {
            altered.push('\t');
        }
        let clean = Clean::new(piece);
        altered.push_str(if same(piece, &clean) { piece } else { &clean });
    }
    Cow::Owned(altered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_does_harm_is_left_out() {
        for line in ["", "a\tb", "가나", "\u{1112}\u{1161}\u{11ab}", "  x  "] {
            assert!(matches!(harmless(line), Cow::Borrowed(same) if same == line));
        }
        let altered = harmless("\u{1112}\u{1161}\tx\u{1b}[31my\u{9b}0m\u{202e}z\rw");
        assert_eq!(altered, "\u{1112}\u{1161}\txyz w");
    }
}
