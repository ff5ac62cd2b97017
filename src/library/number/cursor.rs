//! A place in a heading, and the characters that are numbers by themselves.

/// The number that stands in one character: `①`, `🔟`.
pub(super) fn enclosed_value(c: char) -> Option<u32> {
    let c = u32::from(c);
    // First and last character of a run, and the value of the first.
    const RUNS: [(u32, u32, u32); 13] = [
        (0x2460, 0x2473, 1),
        (0x2474, 0x2487, 1),
        (0x2488, 0x249B, 1),
        (0x24EA, 0x24EA, 0),
        (0x24EB, 0x24F4, 11),
        (0x24F5, 0x24FE, 1),
        (0x24FF, 0x24FF, 0),
        (0x2776, 0x277F, 1),
        (0x2780, 0x2789, 1),
        (0x278A, 0x2793, 1),
        (0x3251, 0x325F, 21),
        (0x32B1, 0x32BF, 36),
        (0x1F51F, 0x1F51F, 10),
    ];
    let run = RUNS.iter().find(|(first, last, _)| (*first..=*last).contains(&c))?;
    Some(run.2 + c - run.0)
}

/// `Ⅰ` to `Ⅻ`, `ⅰ` to `ⅻ`.
pub(super) fn roman_sign(c: char) -> Option<u32> {
    match u32::from(c) {
        c @ 0x2160..=0x216B => Some(c - 0x215F),
        c @ 0x2170..=0x217B => Some(c - 0x216F),
        _ => None,
    }
}

/// Full-width forms as their ASCII ones.
pub(super) fn fold(c: char) -> char {
    match c {
        '０'..='９' | '．' | '（' | '）' | '［' | '］' | '：' | '－' => {
            u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c)
        }
        '‐' | '‑' => '-',
        c => c,
    }
}

/// A place in a heading.
pub(super) struct Cursor<'a> {
    /// All of it.
    pub(super) text: &'a str,
    /// The byte that comes next.
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn raw(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.raw().map(fold)
    }

    pub(super) fn before(&self) -> Option<char> {
        self.between(0).chars().next_back().map(fold)
    }

    pub(super) fn between(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or("")
    }

    pub(super) fn bump(&mut self) {
        self.at += self.raw().map_or(0, char::len_utf8);
    }

    pub(super) fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.bump();
        }
        found
    }

    /// The signs that make a digit a key: `1️⃣`.
    pub(super) fn eat_keycap(&mut self) {
        let at = self.at;
        self.eat('\u{FE0F}');
        if !self.eat('\u{20E3}') {
            self.at = at;
        }
    }

    pub(super) fn is_after_keycap(&self) -> bool {
        self.before() == Some('\u{20E3}')
    }

    pub(super) fn at_part(&self) -> bool {
        self.peek().is_some_and(|c| c.is_ascii_digit() || roman_sign(c).is_some())
    }

    pub(super) fn at_space(&self) -> bool {
        self.peek().is_none_or(char::is_whitespace)
    }

    /// The `x` of `3.x`.
    pub(super) fn at_wildcard(&self) -> bool {
        let mut chars = self.rest().chars();
        matches!(chars.next(), Some('x' | 'X' | '*'))
            && !chars.next().is_some_and(char::is_alphabetic)
    }

    pub(super) fn skip_spaces(&mut self) {
        while self.raw().is_some_and(char::is_whitespace) {
            self.bump();
        }
    }

    /// A dash, colon or bar between spaces.
    pub(super) fn skip_divider(&mut self) -> bool {
        let at = self.at;
        if self.peek().is_some_and(|c| "-–—:|".contains(c)) {
            self.bump();
            if self.at_space() {
                self.skip_spaces();
                return true;
            }
        }
        self.at = at;
        false
    }

    /// Emoji and other signs that are no letter, number, bracket, quote or money.
    pub(super) fn skip_symbols(&mut self) {
        while let Some(c) = self.raw() {
            let symbol = !c.is_ascii()
                && !c.is_alphanumeric()
                && fold(c) == c
                && enclosed_value(c).is_none()
                && !"₩€£¥￦「『【《〈“‘±–—−".contains(c);
            if !(symbol || c.is_whitespace()) {
                break;
            }
            self.bump();
        }
    }
}
