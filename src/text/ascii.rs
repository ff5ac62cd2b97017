//! Signs of our own where only ASCII is drawn. What a note says is left as it is.

use std::borrow::Cow;

/// `text`, which is of our own words, with its signs as ASCII has them where `ascii` says so. It takes
/// as many columns.
pub fn signs(text: &str, ascii: bool) -> Cow<'_, str> {
    if !ascii || text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let sign = |c: char| match c {
        '…' => '~',
        '›' | '·' | '−' | '–' => '-',
        '§' => 'S',
        '→' => '>',
        '✓' => 'x',
        '✎' => '!',
        c => c,
    };
    Cow::Owned(text.chars().map(sign).collect())
}

/// What keys are called, likewise: those that have an arrow on them have a name.
pub fn keys(label: String, ascii: bool) -> String {
    if !ascii || label.is_ascii() {
        return label;
    }
    let names = [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right"), ("–", "-")];
    names.iter().fold(label, |label, (arrow, name)| label.replace(arrow, name))
}
