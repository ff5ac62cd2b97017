//! The one sanitizer: text of a note becomes [`Clean`] before it is measured or shown.

use std::borrow::Borrow;
use std::fmt;
use std::iter;
use std::ops::{Deref, Range};

use compact_str::CompactString;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

use super::{escape, width};

/// More marks than this on one base letter serve no script; they only overrun the rows above.
const MARKS: usize = 8;

/// What a dropped character becomes where it must be seen that one was there.
const REPLACEMENT: char = '\u{fffd}';

/// One line of text that is safe to send to a terminal: no control character, no C1, no bidi
/// override, no line separator, nothing invisible that could hide text. It is in NFC. The only way
/// to make one is through this module. Short ones, as most are, take no memory beside their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(CompactString);

impl Clean {
    /// Cleans `raw`: NFC; a line end or a tab becomes one space; escape sequences are dropped whole,
    /// and so is every other character that a terminal could obey or that hides text.
    pub fn new(raw: &str) -> Clean {
        if Clean::is_clean(raw) {
            return Clean(raw.into());
        }
        Clean(settle(&filter(raw, Tabs::Space), None))
    }

    /// Cleans a line of code: as [`Clean::new`], but a tab reaches to the next multiple of `tab`
    /// columns (1 to 16).
    pub fn code(raw: &str, tab: usize) -> Clean {
        Clean::code_with_tabs(raw, tab).0
    }

    /// As [`Clean::code`], with the bytes of the spaces that stand for each tab; none where more than
    /// the tabs has changed.
    pub fn code_with_tabs(raw: &str, tab: usize) -> (Clean, Vec<Range<usize>>) {
        if Clean::is_clean(raw) {
            return (Clean(raw.into()), Vec::new());
        }
        let settled = settle(&filter(raw, Tabs::Keep), None);
        if !settled.contains('\t') {
            return (Clean(settled), Vec::new());
        }
        let (text, tabs) = expand(&settled, tab.clamp(1, 16));
        (Clean(text.into()), if settled == raw { tabs } else { Vec::new() })
    }

    /// Cleans a file name or another text whose oddities the reader should see: what
    /// [`Clean::new`] would drop shows as `�`, and the rest of an escape sequence stands as text.
    pub fn visible(raw: &str) -> Clean {
        if Clean::is_clean(raw) {
            return Clean(raw.into());
        }
        let shown: String = lines(raw)
            .map(|c| match kind(c) {
                Kind::Keep => c,
                Kind::Space => ' ',
                Kind::Drop => REPLACEMENT,
            })
            .collect();
        Clean(settle(&shown, Some(REPLACEMENT)))
    }

    /// The program's own words, which are clean as written.
    pub fn literal(text: &'static str) -> Clean {
        debug_assert!(Clean::is_clean(text), "not clean: {text:?}");
        Clean::new(text)
    }

    /// The `parts` with `sep` between them.
    pub fn join<'a>(parts: impl IntoIterator<Item = &'a Clean>, sep: &'static str) -> Clean {
        let sep = Clean::literal(sep);
        let mut joined = Clean::default();
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                joined.push(&sep);
            }
            joined.push(part);
        }
        joined
    }

    /// Whether `text` could be the text of a [`Clean`]: what every way out must satisfy.
    pub fn is_clean(text: &str) -> bool {
        if text.bytes().all(|b| matches!(b, 0x20..=0x7e)) || text.chars().all(is_plain) {
            return true;
        }
        let mut pile = Pile::default();
        text.chars().all(|c| kind(c) == Kind::Keep && pile.takes(c)) && is_nfc(text)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part `range` of it (bytes); empty where `range` does not fall between characters.
    pub fn slice(&self, range: std::ops::Range<usize>) -> Clean {
        Clean(self.0.get(range).unwrap_or("").into())
    }

    /// Adds another clean text at the end. The lengths add up unless `other` begins with a
    /// combining character, which then joins the last letter here.
    pub fn push(&mut self, other: &Clean) {
        let seam = other.0.chars().next().is_some_and(joins);
        if !seam || self.0.is_empty() {
            self.0.push_str(&other.0);
            return;
        }
        // A letter and its marks are at most this many characters, so the tail is short.
        let tail = self
            .0
            .char_indices()
            .rev()
            .take(MARKS + 4)
            .find(|&(_, c)| !joins(c))
            .map_or(0, |(at, _)| at);
        let end = self.0.split_off(tail) + &other.0;
        self.0.push_str(&settle(&end, None));
    }

    /// Adds `raw` at the end, cleaned as by [`Clean::new`].
    pub fn push_raw(&mut self, raw: &str) {
        if !self.push_plain(raw) {
            self.push(&Clean::new(raw));
        }
    }

    /// Adds `raw` at the end as it is, where it has only such characters as nearly all text is made
    /// of; tells whether it did.
    pub fn push_plain(&mut self, raw: &str) -> bool {
        let plain = raw.chars().all(is_plain);
        if plain {
            self.0.push_str(raw);
        }
        plain
    }

    /// The text itself.
    pub fn into_string(self) -> String {
        self.0.into()
    }
}

/// What becomes of one character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Keep,
    Space,
    Drop,
}

fn kind(c: char) -> Kind {
    match c {
        ' '..='~' => Kind::Keep,
        // Tab, line feed, vertical tab, form feed, carriage return, next line, separators.
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Space,
        // C0, DEL, C1.
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Kind::Drop,
        // Soft hyphen, zero-width space and joiners of words, byte order mark.
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => Kind::Drop,
        // Bidi marks, embeddings, overrides, isolates, and the deprecated shapers after them.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2065}'..='\u{206f}' => {
            Kind::Drop
        }
        // Hangul fillers: invisible, two columns wide or none.
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => Kind::Drop,
        // Interlinear annotation, musical format characters, tags.
        '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}' => {
            Kind::Drop
        }
        '\u{fdd0}'..='\u{fdef}' => Kind::Drop,
        _ if u32::from(c) & 0xfffe == 0xfffe => Kind::Drop,
        _ => Kind::Keep,
    }
}

/// Counts how many characters in a row stand on one base, so that no chain of them makes one
/// endless character.
#[derive(Default)]
struct Pile {
    height: usize,
    before: Option<char>,
}

impl Pile {
    /// Whether there is room for `c`. A character for which there is none is passed over.
    fn takes(&mut self, c: char) -> bool {
        let height = if extends(self.before, c) { self.height + 1 } else { 0 };
        if height > MARKS {
            return false;
        }
        *self = Pile { height, before: Some(c) };
        true
    }
}

/// Whether `c` stands on what is before it: marks, joiners, skin tones, halfwidth voicing marks,
/// conjoining vowels and finals, and an initial that follows an initial.
fn extends(before: Option<char>, c: char) -> bool {
    match c {
        '\0'..='\u{2ff}' | '\u{3131}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => false,
        '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97f}' => {
            matches!(before, Some('\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97f}'))
        }
        '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}' => true,
        '\u{200c}' | '\u{200d}' | '\u{ff9e}' | '\u{ff9f}' | '\u{1f3fb}'..='\u{1f3ff}' => true,
        _ => is_combining_mark(c),
    }
}

/// Whether `c` is one of those that nearly all text is made of: kept, standing on its own, and in NFC
/// whatever of its like is next to it. Only a short way to what [`kind`], [`extends`] and NFC say.
fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}'
        // Hangul, Chinese characters, their punctuation.
        | '\u{ac00}'..='\u{d7a3}' | '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{3029}'
        | '\u{3131}'..='\u{3163}' | '\u{3165}'..='\u{318e}'
        // Dashes, quotes, bullets; arrows, frames, shapes.
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2190}'..='\u{2328}'
        | '\u{232b}'..='\u{2adb}')
}

/// Whether `c` may change or be changed by the character before it, whatever that is.
fn joins(c: char) -> bool {
    if is_plain(c) {
        return false;
    }
    extends(Some(c), c) || c >= '\u{300}' && is_nfc_quick(iter::once(c)) != IsNormalized::Yes
}

/// The characters of `raw` with a CRLF as one line feed.
fn lines(raw: &str) -> impl Iterator<Item = char> + '_ {
    let mut chars = raw.chars().peekable();
    iter::from_fn(move || {
        let c = chars.next()?;
        (c == '\r' && chars.next_if_eq(&'\n').is_some()).then_some('\n').or(Some(c))
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tabs {
    Space,
    Keep,
}

/// `raw` without its escape sequences and dropped characters.
fn filter(raw: &str, tabs: Tabs) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        if escape::introduces(c) {
            taken = escape::length(rest).max(taken);
        } else if c == '\r' && rest.as_bytes().get(1) == Some(&b'\n') {
            taken = 2;
            out.push(' ');
        } else {
            match kind(c) {
                Kind::Keep => out.push(c),
                Kind::Space if c == '\t' && tabs == Tabs::Keep => out.push(c),
                Kind::Space => out.push(' '),
                Kind::Drop => {}
            }
        }
        rest = rest.get(taken..).unwrap_or("");
    }
    out
}

/// NFC, with at most [`MARKS`] marks on a base; each above those becomes `instead`.
fn settle(text: &str, instead: Option<char>) -> CompactString {
    let mut pile = Pile::default();
    text.nfc()
        .filter_map(|c| {
            if pile.takes(c) {
                return Some(c);
            }
            if instead.is_some() {
                pile = Pile { height: 0, before: instead };
            }
            instead
        })
        .collect()
}

/// `text` with its tabs as spaces, and where these stand.
fn expand(text: &str, tab: usize) -> (String, Vec<Range<usize>>) {
    let mut out = String::with_capacity(text.len() + 4 * tab);
    let mut tabs = Vec::new();
    let mut column = 0;
    for (at, piece) in text.split('\t').enumerate() {
        if at > 0 {
            let blank = tab - column % tab;
            tabs.push(out.len()..out.len() + blank);
            out.extend(iter::repeat_n(' ', blank));
            column += blank;
        }
        out.push_str(piece);
        column += width::width(piece);
    }
    (out, tabs)
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Clean {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Clean {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Clean {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl serde::Serialize for Clean {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_take_no_memory_beside_their_own() {
        assert_eq!(size_of::<Clean>(), size_of::<String>());
        for raw in ["", "a short title of a page", "주전자\u{1b}[31m 뚜껑\t둘", "가나다라마바사아"]
        {
            assert!(!Clean::new(raw).0.is_heap_allocated(), "{raw:?}");
        }
    }

    #[test]
    fn what_is_plain_needs_no_care() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            assert!(kind(c) == Kind::Keep && !extends(None, c) && !extends(Some(c), c), "{c:?}");
            // Only a character that joins nothing before it is in NFC for certain.
            assert!(is_nfc_quick(iter::once(c)) == IsNormalized::Yes, "{c:?}");
            assert!(!is_combining_mark(c), "{c:?}");
        }
    }
}
