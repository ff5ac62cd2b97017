//! Which letters a text has, as a set of 64 bits: tells at once that a query cannot fit.

use crate::text::hangul;

/// A set of letters, of which several may share a bit. White space is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(u64);

impl Letters {
    /// The letters of a folded text, and the initials of its syllables.
    pub fn of_text(text: &str) -> Letters {
        let letters = text.chars().filter(|c| !c.is_whitespace());
        Letters(letters.fold(0, |bits, c| bits | bit(c) | initial(c)))
    }

    /// What a text has to have so that `form`, initials and syllables that may still grow, fits.
    pub fn of_composing(form: &[char]) -> Letters {
        let last = form.len().saturating_sub(1);
        let need = |(at, c): (usize, &char)| match initial(*c) {
            // The last syllable may become another with its initial.
            initial if at == last && initial != 0 => initial,
            _ => bit(*c),
        };
        Letters(form.iter().enumerate().map(need).fold(0, |bits, more| bits | more))
    }

    /// Both sets together.
    pub fn with(self, other: Letters) -> Letters {
        Letters(self.0 | other.0)
    }

    /// Whether all of `other` is in it.
    pub fn has(self, other: Letters) -> bool {
        self.0 & other.0 == other.0
    }
}

/// The bit of a letter: the upper bits of a product with the golden ratio spread neighbours apart.
fn bit(c: char) -> u64 {
    1 << (u32::from(c).wrapping_mul(0x9e37_79b9) >> 26)
}

/// The bit of a syllable's initial consonant; none for other letters.
fn initial(c: char) -> u64 {
    hangul::initial(c).map_or(0, bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_what_it_may_be_found_by() {
        let name = Letters::of_text("컨테이너 런타임");
        for typed in ["컨테", "런타임", "이너"] {
            assert!(name.has(Letters::of_text(typed)), "{typed}");
        }
        for form in ["ㅋㅌㅇㄴ", "컨텡", "컨ㅌ", "러"] {
            let form: Vec<char> = form.chars().collect();
            assert!(name.has(Letters::of_composing(&form)), "{form:?}");
        }
        assert!(!name.has(Letters::of_text("쿠버")));
        assert!(!name.has(Letters::of_composing(&['ㅂ'])));
    }
}
