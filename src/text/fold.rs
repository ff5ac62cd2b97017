//! Folding: what compares equal when case, width and composition are set aside, with the way back.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A folded text and where its bytes stood in the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// NFC, narrow forms (`ＡＷＳ` → `aws`), lower case. Lone Korean letters (`ㅋ`) stay as typed.
    pub text: String,
    /// Ascending by both; the first begins at 0 where there is any.
    pieces: Vec<Piece>,
    original: usize,
}

/// A run of the folded text and of the original, up to where the next piece begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    folded: usize,
    original: usize,
    /// Whether the two go byte by byte; if not, only the whole piece can be told.
    parallel: bool,
}

impl Folded {
    /// The bytes of the original that the bytes `range` of the folded text come from. They begin
    /// and end between characters and lie within the original, whatever `range` is; a part of a
    /// character that folded as one stands for all of it.
    pub fn back(&self, range: Range<usize>) -> Range<usize> {
        let len = self.text.len();
        let mut first = range.start.min(len);
        while !self.text.is_char_boundary(first) {
            first -= 1;
        }
        let mut end = range.end.clamp(first, len);
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        let start = match self.piece(first) {
            Some((piece, _)) if piece.parallel => piece.original + (first - piece.folded),
            Some((piece, _)) if first < len => piece.original,
            _ => self.original,
        };
        if end <= first {
            return start..start;
        }
        match self.piece(end - 1) {
            Some((piece, _)) if piece.parallel => start..piece.original + (end - piece.folded),
            Some((_, next)) => start..next,
            None => start..start,
        }
    }

    /// Whether the folded text goes with the original byte by byte.
    pub fn is_parallel(&self) -> bool {
        self.text.len() == self.original && self.pieces.iter().all(|piece| piece.parallel)
    }

    /// The piece that holds the folded byte `at`, and where the next begins in the original.
    fn piece(&self, at: usize) -> Option<(Piece, usize)> {
        let after = self.pieces.partition_point(|piece| piece.folded <= at);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        Some((*piece, self.pieces.get(after).map_or(self.original, |next| next.original)))
    }

    fn piece_from(&mut self, original: usize, parallel: bool) {
        let goes_on = parallel && self.pieces.last().is_some_and(|last| last.parallel);
        if !goes_on {
            self.pieces.push(Piece { folded: self.text.len(), original, parallel });
        }
    }
}

/// Folds `text`.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        original: text.len(),
        ..Folded::default()
    };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        while let Some((next, joined)) = chars.next_if(|&(_, c)| joins(c)) {
            end = next + joined.len_utf8();
        }
        let before = folded.text.len();
        if end == at + c.len_utf8() && simple(c) {
            let lower = lowercase(c);
            folded.piece_from(at, true);
            folded.text.push(lower);
            continue;
        }
        folded.piece_from(at, false);
        let cluster = text.get(at..end).unwrap_or("");
        let narrow = cluster.chars().map(narrow).nfc();
        // Once more NFC: a lower case of two characters may need its marks put in order.
        for c in narrow.flat_map(char::to_lowercase).nfc() {
            folded.text.push(if c == 'ς' { 'σ' } else { c });
        }
        if folded.text.len() == before {
            folded.pieces.pop();
        }
    }
    folded
}

/// The folded text alone.
pub fn fold_text(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { fold(text).text }
}

/// Whether `c` folds by itself to one character of as many bytes: ASCII, Hangul syllables and
/// letters, Chinese characters, kana. Everything else takes the long way.
fn simple(c: char) -> bool {
    c.is_ascii()
        || matches!(c,
            '\u{ac00}'..='\u{d7a3}' | '\u{3131}'..='\u{318e}' | '\u{4e00}'..='\u{9fff}'
            | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{2010}'..='\u{2027}')
}

fn lowercase(c: char) -> char {
    c.to_ascii_lowercase()
}

/// Whether `c` may compose with, or be reordered among, what stands before it.
fn joins(c: char) -> bool {
    match c {
        '\0'..='\u{2ff}' | '\u{3131}'..='\u{318e}' | '\u{4e00}'..='\u{d7a3}' => false,
        '\u{ff9e}' | '\u{ff9f}' => true,
        _ if canonical_combining_class(c) != 0 => true,
        _ => match is_nfc_quick(std::iter::once(c)) {
            IsNormalized::Yes => false,
            IsNormalized::Maybe => true,
            IsNormalized::No => {
                let mut first = None;
                decompose_canonical(c, |part| {
                    first.get_or_insert(part);
                });
                first.is_some_and(|part| canonical_combining_class(part) != 0)
            }
        },
    }
}

/// The usual form of a fullwidth or halfwidth character (the `<wide>` and `<narrow>` mappings of
/// UnicodeData), and of the spaces that differ from a space only in print.
fn narrow(c: char) -> char {
    const KANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト\
                        ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309a}";
    let shifted = |from: u32, to: u32| char::from_u32(u32::from(c) - from + to).unwrap_or(c);
    match c {
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => shifted(0xff01, 0x21),
        '\u{ff61}'..='\u{ff9f}' => KANA.chars().nth((u32::from(c) - 0xff61) as usize).unwrap_or(c),
        '\u{ffa1}'..='\u{ffbe}' => shifted(0xffa1, 0x3131),
        '\u{ffc2}'..='\u{ffc7}' => shifted(0xffc2, 0x314f),
        '\u{ffca}'..='\u{ffcf}' => shifted(0xffca, 0x3155),
        '\u{ffd2}'..='\u{ffd7}' => shifted(0xffd2, 0x315b),
        '\u{ffda}'..='\u{ffdc}' => shifted(0xffda, 0x3161),
        '￠' => '¢',
        '￡' => '£',
        '￢' => '¬',
        '￣' => '¯',
        '￤' => '¦',
        '￥' => '¥',
        '￦' => '₩',
        _ => c,
    }
}
