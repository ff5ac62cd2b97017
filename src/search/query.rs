//! What a reader typed to find something, and the ways in which it can be meant.

use std::cell::RefCell;

use nucleo_matcher::{Config, Matcher};
use unicode_normalization::UnicodeNormalization;

use super::letters::Letters;
use crate::text::fold::fold_text;
use crate::text::hangul;

/// Characters of a query beyond this are not looked at.
const LONGEST: usize = 200;

/// A query, read once for many candidates.
pub struct Query {
    /// The words as typed, folded.
    pub(super) words: Vec<Word>,
    /// All words run together: spaces in Korean names come and go.
    pub(super) whole: Word,
    /// What the keys would have typed with the input method the other way round.
    pub(super) other: Option<Other>,
    /// The letters that a candidate needs to fit in one way or another: one of these sets at least.
    pub(super) needs: Vec<Letters>,
    /// Kept between candidates, for it is large.
    pub(super) fuzzy: RefCell<Matcher>,
}

/// One word of a query.
pub(super) struct Word {
    pub text: String,
    pub chars: Vec<char>,
    /// The forms that an input method may show while a name is being typed; none without Hangul.
    pub composing: Vec<Vec<char>>,
}

/// A query as typed with the wrong input method.
pub(super) struct Other {
    pub word: Word,
    /// Whether it is long enough to be looked for inside a word too: three keys make a syllable,
    /// and any syllable stands inside some name.
    pub inside: bool,
}

impl Query {
    /// Reads `raw`.
    pub fn new(raw: &str) -> Query {
        let raw: String = raw.nfc().take(LONGEST).collect();
        let folded = fold_text(&raw);
        let whole: String = folded.split_whitespace().collect();
        let typed: String = raw.split_whitespace().collect();
        let mut config = Config::DEFAULT;
        // Both sides are folded already.
        (config.normalize, config.ignore_case) = (false, false);
        let (whole, other) = (Word::new(&whole), other(&typed, &whole));
        let ways = [Some(&whole), other.as_ref().map(|other| &other.word)];
        let needs = ways.into_iter().flatten().flat_map(Word::needs).collect();
        Query {
            words: folded.split_whitespace().map(Word::new).collect(),
            other,
            whole,
            needs,
            fuzzy: RefCell::new(Matcher::new(config)),
        }
    }

    /// Whether nothing was typed but spaces.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl Word {
    fn new(folded: &str) -> Word {
        let chars: Vec<char> = folded.chars().collect();
        Word { text: folded.to_owned(), composing: composing(&chars), chars }
    }

    /// The letters that a name needs to hold the word, as it stands or as it may be composed.
    fn needs(&self) -> impl Iterator<Item = Letters> {
        let composing = self.composing.iter().map(|form| Letters::of_composing(form));
        std::iter::once(Letters::of_text(&self.text)).chain(composing)
    }
}

/// The forms of `chars` to compare by initials and by syllables under way: as it stands, and where
/// it ends in a final consonant, with that as the initial of a syllable to come (`컨테인` on the
/// way to `컨테이너`). Consonants that an input method joined (`ㄳ` for `ㄱㅅ`) are taken apart.
fn composing(chars: &[char]) -> Vec<Vec<char>> {
    if !chars.iter().copied().any(hangul::is_hangul) {
        return Vec::new();
    }
    let mut plain = Vec::with_capacity(chars.len() + 2);
    for &c in chars {
        match hangul::split(c) {
            Some((first, second)) if hangul::is_consonant(c) => plain.extend([first, second]),
            _ => plain.push(c),
        }
    }
    let moved = plain.split_last().and_then(|(&last, before)| {
        let (initial, vowel, end) = hangul::parts(last)?;
        let (stays, moves) = hangul::split(end?).map_or((None, end?), |(a, b)| (Some(a), b));
        let mut form = before.to_vec();
        form.extend([hangul::syllable((initial, vowel, stays))?, moves]);
        Some(form)
    });
    std::iter::once(plain).chain(moved).collect()
}

/// The other reading of `typed`, where it is one that somebody could mean: two keys at least, and
/// three where they make nothing but consonants.
fn other(typed: &str, folded: &str) -> Option<Other> {
    let korean = typed.chars().any(hangul::is_hangul);
    let reading = if korean { hangul::to_qwerty(typed) } else { hangul::from_qwerty(typed) };
    let latin = if korean { &reading } else { typed };
    let keys = latin.chars().filter(char::is_ascii_alphabetic).count();
    let word = Word::new(&fold_text(&reading));
    let bare = !korean && word.chars.iter().copied().all(hangul::is_jamo);
    let enough = keys >= if bare { 3 } else { 2 };
    (enough && word.text != folded).then_some(Other { word, inside: keys >= 4 })
}
