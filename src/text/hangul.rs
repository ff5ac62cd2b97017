//! Hangul letters: syllables taken apart, 초성, and the 두벌식 keyboard over QWERTY.

use unicode_normalization::UnicodeNormalization;

/// The consonants that can begin a syllable, in Unicode's order, as compatibility jamo.
const INITIALS: [char; 19] = [
    'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ',
    'ㅌ', 'ㅍ', 'ㅎ',
];

/// The vowels, in Unicode's order.
const VOWELS: [char; 21] = [
    'ㅏ', 'ㅐ', 'ㅑ', 'ㅒ', 'ㅓ', 'ㅔ', 'ㅕ', 'ㅖ', 'ㅗ', 'ㅘ', 'ㅙ', 'ㅚ', 'ㅛ', 'ㅜ', 'ㅝ', 'ㅞ',
    'ㅟ', 'ㅠ', 'ㅡ', 'ㅢ', 'ㅣ',
];

/// The consonants that can end a syllable, in Unicode's order from index 1 on.
const FINALS: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ',
    'ㅂ', 'ㅄ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];

/// What two keystrokes make together: first, second, whole.
const COMPOUNDS: [(char, char, char); 18] = [
    ('ㄱ', 'ㅅ', 'ㄳ'),
    ('ㄴ', 'ㅈ', 'ㄵ'),
    ('ㄴ', 'ㅎ', 'ㄶ'),
    ('ㄹ', 'ㄱ', 'ㄺ'),
    ('ㄹ', 'ㅁ', 'ㄻ'),
    ('ㄹ', 'ㅂ', 'ㄼ'),
    ('ㄹ', 'ㅅ', 'ㄽ'),
    ('ㄹ', 'ㅌ', 'ㄾ'),
    ('ㄹ', 'ㅍ', 'ㄿ'),
    ('ㄹ', 'ㅎ', 'ㅀ'),
    ('ㅂ', 'ㅅ', 'ㅄ'),
    ('ㅗ', 'ㅏ', 'ㅘ'),
    ('ㅗ', 'ㅐ', 'ㅙ'),
    ('ㅗ', 'ㅣ', 'ㅚ'),
    ('ㅜ', 'ㅓ', 'ㅝ'),
    ('ㅜ', 'ㅔ', 'ㅞ'),
    ('ㅜ', 'ㅣ', 'ㅟ'),
    ('ㅡ', 'ㅣ', 'ㅢ'),
];

/// The 두벌식 layout (KS X 5002): the QWERTY key and the letter on it.
const KEYS: [(char, char); 33] = [
    ('q', 'ㅂ'),
    ('w', 'ㅈ'),
    ('e', 'ㄷ'),
    ('r', 'ㄱ'),
    ('t', 'ㅅ'),
    ('y', 'ㅛ'),
    ('u', 'ㅕ'),
    ('i', 'ㅑ'),
    ('o', 'ㅐ'),
    ('p', 'ㅔ'),
    ('a', 'ㅁ'),
    ('s', 'ㄴ'),
    ('d', 'ㅇ'),
    ('f', 'ㄹ'),
    ('g', 'ㅎ'),
    ('h', 'ㅗ'),
    ('j', 'ㅓ'),
    ('k', 'ㅏ'),
    ('l', 'ㅣ'),
    ('z', 'ㅋ'),
    ('x', 'ㅌ'),
    ('c', 'ㅊ'),
    ('v', 'ㅍ'),
    ('b', 'ㅠ'),
    ('n', 'ㅜ'),
    ('m', 'ㅡ'),
    ('Q', 'ㅃ'),
    ('W', 'ㅉ'),
    ('E', 'ㄸ'),
    ('R', 'ㄲ'),
    ('T', 'ㅆ'),
    ('O', 'ㅒ'),
    ('P', 'ㅖ'),
];

const FIRST: u32 = 0xac00;
const LAST: u32 = 0xd7a3;

/// A syllable as compatibility jamo: initial, vowel, final.
pub(crate) type Parts = (char, char, Option<char>);

/// Whether `c` is a Hangul syllable or any Hangul letter, conjoining and halfwidth ones included.
pub fn is_hangul(c: char) -> bool {
    is_syllable(c)
        || matches!(c,
            '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{a960}'..='\u{a97f}'
            | '\u{d7b0}'..='\u{d7ff}' | '\u{ffa0}'..='\u{ffdc}')
}

/// Whether `c` is a composed syllable, 가 to 힣.
pub fn is_syllable(c: char) -> bool {
    (FIRST..=LAST).contains(&u32::from(c))
}

/// Whether `c` is a lone consonant or vowel, ㄱ to ㅣ.
pub fn is_jamo(c: char) -> bool {
    matches!(c, 'ㄱ'..='ㅣ')
}

/// Whether `c` is a lone consonant, ㄱ to ㅎ.
pub fn is_consonant(c: char) -> bool {
    matches!(c, 'ㄱ'..='ㅎ')
}

/// The letters of a syllable.
pub(crate) fn parts(c: char) -> Option<Parts> {
    if !is_syllable(c) {
        return None;
    }
    let index = (u32::from(c) - FIRST) as usize;
    let end = (index % 28).checked_sub(1).and_then(|end| FINALS.get(end)).copied();
    Some((*INITIALS.get(index / 588)?, *VOWELS.get(index / 28 % 21)?, end))
}

/// The syllable of these letters.
pub(crate) fn syllable((initial, vowel, end): Parts) -> Option<char> {
    let place = |table: &[char], c| table.iter().position(|&known| known == c);
    let end = match end {
        Some(end) => place(&FINALS, end)? + 1,
        None => 0,
    };
    let index = (place(&INITIALS, initial)? * 21 + place(&VOWELS, vowel)?) * 28 + end;
    char::from_u32(FIRST + u32::try_from(index).ok()?)
}

/// The two letters that a compound one is typed with (`ㄳ`, `ㅘ`).
pub(crate) fn split(c: char) -> Option<(char, char)> {
    COMPOUNDS.iter().find(|&&(_, _, whole)| whole == c).map(|&(a, b, _)| (a, b))
}

fn compound(first: char, second: char) -> Option<char> {
    COMPOUNDS.iter().find(|&&(a, b, _)| (a, b) == (first, second)).map(|&(_, _, whole)| whole)
}

/// The 초성 of a syllable, as the letter that a reader types (`컨` → `ㅋ`).
pub fn initial(c: char) -> Option<char> {
    parts(c).map(|(initial, _, _)| initial)
}

/// The syllables that begin with a consonant, from the first to the last; none where none does.
pub fn beginning_with(initial: char) -> Option<(char, char)> {
    let at = u32::try_from(INITIALS.iter().position(|known| *known == initial)?).ok()?;
    let first = FIRST + at * 588;
    Some((char::from_u32(first)?, char::from_u32(first + 587)?))
}

/// Whether `pattern` is `c` itself or its 초성.
pub fn matches_initial(pattern: char, c: char) -> bool {
    pattern == c || is_consonant(pattern) && initial(c) == Some(pattern)
}

/// Whether `c` can still come of `typed` while the input method composes it: `ㅋ`, `커` and `컨`
/// of `컨`, `고` of `과`, `갑` of `값`.
pub fn may_become(typed: char, c: char) -> bool {
    if matches_initial(typed, c) {
        return true;
    }
    let (Some((a, v, end)), Some((b, w, last))) = (parts(typed), parts(c)) else { return false };
    let grows = |from: char, to: char| split(to).is_some_and(|(first, _)| first == from);
    a == b
        && match (end, last) {
            (None, _) => v == w || grows(v, w),
            (Some(end), Some(last)) => v == w && grows(end, last),
            (Some(_), None) => false,
        }
}

/// The QWERTY keys that make `c` under 두벌식: `ㅓ` → `j`, `하` → `g k`, `ㄲ` → `R`; `None` for what
/// is no modern Hangul letter or syllable.
pub fn keystrokes(c: char) -> Option<Vec<char>> {
    let mut keys = Vec::with_capacity(5);
    match parts(c) {
        Some((initial, vowel, end)) => {
            press(initial, &mut keys)?;
            press(vowel, &mut keys)?;
            if let Some(end) = end {
                press(end, &mut keys)?;
            }
        }
        None => press(c, &mut keys)?,
    }
    Some(keys)
}

fn press(jamo: char, keys: &mut Vec<char>) -> Option<()> {
    let key = |jamo| KEYS.iter().find(|&&(_, letter)| letter == jamo).map(|&(key, _)| key);
    match split(jamo) {
        Some((first, second)) => keys.extend([key(first)?, key(second)?]),
        None => keys.push(key(jamo)?),
    }
    Some(())
}

/// `text` as it would read had it been typed with the Korean input method off; all else stays.
pub fn to_qwerty(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match keystrokes(c) {
            Some(keys) => out.extend(keys),
            None => out.push(c),
        }
    }
    out
}

/// `text` as it would read had it been typed with 두벌식 on: `vhem` → `포드`; all else stays.
pub fn from_qwerty(text: &str) -> String {
    let mut typist = Typist::default();
    for c in text.chars() {
        match letter(c) {
            Some(jamo) if is_consonant(jamo) => typist.consonant(jamo),
            Some(jamo) => typist.vowel(jamo),
            None => {
                typist.flush();
                typist.out.push(c);
            }
        }
    }
    typist.flush();
    typist.out
}

/// The letter on a key; a capital without one of its own is the small one.
fn letter(key: char) -> Option<char> {
    let on = |key| KEYS.iter().find(|&&(known, _)| known == key).map(|&(_, jamo)| jamo);
    on(key).or_else(|| on(key.to_ascii_lowercase()))
}

/// The state of composition: the syllable under way, and what is done.
#[derive(Default)]
struct Typist {
    out: String,
    initial: Option<char>,
    vowel: Option<char>,
    end: Option<char>,
}

impl Typist {
    /// Ends the syllable under way.
    fn flush(&mut self) {
        match (self.initial.take(), self.vowel.take(), self.end.take()) {
            (Some(initial), Some(vowel), end) => self.out.extend(syllable((initial, vowel, end))),
            (initial, vowel, _) => self.out.extend(initial.or(vowel)),
        }
    }

    fn consonant(&mut self, jamo: char) {
        if self.initial.is_some() && self.vowel.is_some() {
            let end = match self.end {
                None => FINALS.contains(&jamo).then_some(jamo),
                Some(end) => compound(end, jamo),
            };
            if end.is_some() {
                self.end = end;
                return;
            }
        }
        self.flush();
        self.initial = Some(jamo);
    }

    fn vowel(&mut self, jamo: char) {
        if let Some(end) = self.end.take() {
            // The vowel takes the last consonant with it into a new syllable.
            let (stays, moves) = split(end).map_or((None, end), |(a, b)| (Some(a), b));
            self.end = stays;
            self.flush();
            self.initial = Some(moves);
        } else if let Some(before) = self.vowel {
            if let Some(whole) = compound(before, jamo) {
                self.vowel = Some(whole);
                return;
            }
            self.flush();
        }
        self.vowel = Some(jamo);
    }
}
