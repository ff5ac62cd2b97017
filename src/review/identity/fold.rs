//! Texts of cards as they are compared. What is kept with a card is compared with what is read years
//! later: none of this changes once released.

use crate::text::fold::fold_text;

/// Of a longer text its beginning is kept, and what tells the rest.
const LONGEST: usize = 480;

/// A text without what may change while it says the same: case, width and composition, white space, the
/// punctuation of sentences, and a number before it. Signs that mean something (`C++`, `C#`, `-l`) stay.
/// Never empty, unless the text is blank.
pub fn folded(text: &str) -> String {
    let text = fold_text(text.trim());
    let bare = unnumbered(&text);
    let mut kept = String::with_capacity(bare.len());
    let mut chars = bare.chars().peekable();
    while let Some(c) = chars.next() {
        // `1.5` is not 15, nor `3:1` 31.
        let in_number = matches!(c, '.' | ':')
            && kept.ends_with(|c: char| c.is_ascii_digit())
            && chars.peek().is_some_and(char::is_ascii_digit);
        if in_number || !is_passed_over(c) {
            kept.push(c);
        }
    }
    if kept.is_empty() {
        kept = text.split_whitespace().collect();
    }
    if kept.len() <= LONGEST {
        return kept;
    }
    let mut end = LONGEST;
    while !kept.is_char_boundary(end) {
        end -= 1;
    }
    let rest = digest(kept.get(end..).unwrap_or(""));
    kept.truncate(end);
    kept + &format!("…{rest:016x}")
}

/// The ellipsis stays: it is where a gap is.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '(' | ')' | '[' | ']' | '{' | '}'
        )
        || matches!(
            c,
            '·' | '‘' | '’' | '“' | '”' | '「' | '」' | '『' | '』' | '《' | '》' | '〈' | '〉'
        )
        || matches!(c, '、' | '。' | '‥' | '–' | '—')
}

/// `text` without a number that counts it: `1. `, `2) `, `(3) `, `④ `.
fn unnumbered(text: &str) -> &str {
    if let Some(rest) = text.strip_prefix(|c: char| ('①'..='⑳').contains(&c)) {
        return rest;
    }
    let bare = text.strip_prefix('(').unwrap_or(text);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let rest = bare.get(digits..).filter(|_| (1..=3).contains(&digits));
    let signs: &[char] = if bare.len() < text.len() { &[')'] } else { &['.', ')'] };
    let rest = rest.and_then(|rest| rest.strip_prefix(signs));
    match rest {
        Some(rest) if rest.starts_with(char::is_whitespace) && !rest.trim().is_empty() => rest,
        _ => text,
    }
}

/// The digest of a text: the same on every machine.
pub(super) fn digest(text: &str) -> u64 {
    digest_of(text.bytes())
}

/// FNV-1a of 64 bits.
pub(in crate::review) fn digest_of(bytes: impl Iterator<Item = u8>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.fold(0xcbf2_9ce4_8422_2325, step)
}
