//! Every word for people, in Korean and English: one table, and one more each for what is said
//! while cards are gone through, what options decide, and what is only said line by line.

/// Makes an enum, the list of all and the lookup from the lines of a table.
macro_rules! words {
    ($words:ident; $($name:ident: $ko:literal, $en:literal;)*) => {
        /// A word or sentence for people; the table that makes it says what each is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $words {
            $(#[allow(missing_docs)] $name,)*
        }

        impl $words {
            /// Every word, in the order of the table.
            pub const ALL: &'static [$words] = &[$($words::$name),*];

            /// The text, with its places (`{0}`) as they are.
            pub fn text(self, locale: Locale) -> &'static str {
                match (self, locale) {
                    $(($words::$name, Locale::Ko) => $ko, ($words::$name, Locale::En) => $en,)*
                }
            }

            /// The text, filled as [`fill`](crate::words::fill) does.
            pub fn fill(self, locale: Locale, args: &[&str]) -> String {
                crate::words::fill(self.text(locale), args)
            }
        }
    };
}

mod figures;
mod linear;
mod options;
mod study;
mod table;
pub mod usage;

pub use figures::Figure;
pub use linear::Said;
pub use options::Decides;
pub use study::Study;
pub use table::Word;

/// The language that the app speaks. What a note says is never translated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// Korean.
    #[default]
    Ko,
    /// English.
    En,
}

impl Locale {
    /// The locale that a tag asks for: `ko_KR.UTF-8` and `ko-KR` are Korean, every other language
    /// is served in English. An empty tag asks for nothing.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let tag = tag.trim();
        let language = tag.split(['_', '-', '.', '@']).next().unwrap_or(tag);
        let korean = ["ko", "kor", "korean"].iter().any(|k| language.eq_ignore_ascii_case(k));
        match tag.is_empty() {
            true => None,
            false if korean => Some(Locale::Ko),
            false => Some(Locale::En),
        }
    }
}

/// `template` with `{0}`, `{1}`… replaced by `args`; one that has no argument is left out. What stands
/// in an argument is not looked at again.
pub fn fill(template: &str, args: &[&str]) -> String {
    let mut text = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Text(piece) => text.push_str(piece),
            Piece::Place(n) => text.push_str(args.get(n).copied().unwrap_or("")),
        }
    }
    text
}

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    /// Text as it is.
    Text(&'a str),
    /// `{n}`.
    Place(usize),
}

/// The parts of a template in order. A brace that opens no place is text.
fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((n, after)) = place(rest) {
            rest = after;
            return Some(Piece::Place(n));
        }
        let end = rest
            .char_indices()
            .skip(1)
            .find(|&(at, c)| c == '{' && rest.get(at..).and_then(place).is_some())
            .map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = after;
        Some(Piece::Text(piece))
    })
}

/// The place that `text` opens with, and what follows it.
fn place(text: &str) -> Option<(usize, &str)> {
    let (digits, rest) = text.strip_prefix('{')?.split_once('}')?;
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        let tags = ["ko_KR.UTF-8", "ko", "KO-kr", " ko_KR@euro", "en_US.UTF-8", "C", "kok_IN", ""];
        let locales: Vec<_> = tags.iter().map(|tag| Locale::from_tag(tag)).collect();
        let (ko, en) = (Some(Locale::Ko), Some(Locale::En));
        assert_eq!(locales, [ko, ko, ko, ko, en, en, en, None]);
    }

    /// Every word by its name, in both languages.
    fn all() -> Vec<(String, [&'static str; 2])> {
        macro_rules! all {
            ($($words:ident),*) => {{
                let mut all = Vec::new();
                $(all.extend($words::ALL.iter().map(|word| {
                    (format!("{word:?}"), [Locale::Ko, Locale::En].map(|locale| word.text(locale)))
                }));)*
                all
            }};
        }
        all!(Word, Said, Figure, Study, Decides)
    }

    #[test]
    fn both_languages_have_the_same_places() {
        for (word, texts) in all() {
            let [ko, en] = texts.map(|text| {
                let mut places: Vec<_> =
                    pieces(text).filter(|p| matches!(p, Piece::Place(_))).collect();
                places.sort();
                places.dedup();
                places
            });
            let expected: Vec<_> = (0..ko.len()).map(Piece::Place).collect();
            assert_eq!(ko, en, "{word}");
            assert_eq!(ko, expected, "{word} leaves a number out");
        }
    }

    #[test]
    fn every_word_is_one_line_of_text() {
        for (word, texts) in all() {
            for text in texts {
                assert!(!text.trim().is_empty(), "{word}");
                assert!(!text.contains(char::is_control), "{word}");
                assert_eq!(text, text.trim(), "{word}");
            }
        }
    }

    #[test]
    fn filling() {
        assert_eq!(Word::NoSuchSection.fill(Locale::En, &["9.9"]), "No such section: 9.9");
        assert_eq!(Word::NoSuchSection.fill(Locale::En, &["{0}"]), "No such section: {0}");
        assert_eq!(Word::NoSuchSection.fill(Locale::En, &[]), "No such section: ");
        let parts: Vec<_> = pieces("{a} {1}{} {").collect();
        assert_eq!(parts, [Piece::Text("{a} "), Piece::Place(1), Piece::Text("{} {")]);
    }
}
