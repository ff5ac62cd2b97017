//! Whether a text may stand in what a Markdown source gives, told from the source alone.
//!
//! The source has the text as it is read, but for markup within it. So it has either all of the
//! text, or a beginning of it and then a character that opens or closes markup, or one that is not
//! shown. Only characters that can be written in another way (`&#80;`, `Ｐ`, NFD) and formulas between
//! `$$` escape this rule; a source that has any such passes.

use regex::{Regex, RegexBuilder};

/// So many characters tell enough.
const LONGEST: usize = 24;

/// Formulas, which are not read as they are written; entities; and what folds or composes to ASCII, Hangul, Chinese characters or kana.
const OTHERWISE: &str = r"\$\$|&(?:#|[A-Za-z][0-9A-Za-z]*;)|[\u{130}\u{17f}\u{37e}\u{1100}-\u{11ff}\u{1fef}\u{212a}\u{3099}\u{309a}\u{a960}-\u{a97f}\u{d7b0}-\u{d7ff}\u{f900}-\u{faff}\u{ff01}-\u{ffef}\u{2f800}-\u{2fa1f}]";

/// What may stand in a word without being read, as the inside of a class: marks of Markdown, of
/// HTML and of templates, and what the sanitizer drops.
const WITHIN: &str = r"*_~`$\[\]!<\\{\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u{ad}\u{61c}\u{115f}\u{1160}\u{180e}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{3164}\u{feff}\u{fdd0}-\u{fdef}\u{fff9}-\u{fffb}\u{fffe}\u{ffff}\u{1d173}-\u{1d17a}\u{1fffe}\u{1ffff}\u{2fffe}-\u{2ffff}\u{3fffe}-\u{3ffff}\u{4fffe}-\u{10ffff}";

/// What may stand between words: white space, and the marks of a quote that goes on.
const BETWEEN: &str = r" \t>\n\x0b\x0c\r\u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// A test that a source passes where a text may stand in it.
#[derive(Clone, Debug)]
pub(in crate::search) struct Prefilter(Regex);

impl Prefilter {
    /// The test for `text`, which is folded; none where there is no quick one.
    pub fn new(text: &str) -> Option<Prefilter> {
        Prefilter::of(text, &either_case, false)
    }

    /// The test for a word in which `form` says what may stand for a character, as a part of a regular
    /// expression, and between whose characters there may be spaces where it is `loose`.
    pub(super) fn of(text: &str, form: &dyn Fn(char) -> String, loose: bool) -> Option<Prefilter> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ");
        if text.is_empty() || !text.chars().all(simple) {
            return None;
        }
        let chars: Vec<char> = text.chars().take(LONGEST).collect();
        // From the last character to the first: each is followed by markup, or by the next.
        let mut regex = String::new();
        for c in chars.iter().rev() {
            let this = if *c == ' ' { format!("[{BETWEEN}]*") } else { form(*c) };
            let gap = if loose { format!("[{BETWEEN}]*") } else { String::new() };
            regex = match regex.is_empty() {
                true => this,
                false => format!("{this}{gap}(?:[{WITHIN}]|==|%%|{regex})"),
            };
        }
        let regex = format!("{OTHERWISE}|{regex}");
        RegexBuilder::new(&regex).size_limit(1 << 22).build().ok().map(Prefilter)
    }

    /// Whether `source` may give the text.
    pub fn passes(&self, source: &str) -> bool {
        self.0.is_match(source)
    }
}

/// Whether a folded character has no other forms than those named above.
fn simple(c: char) -> bool {
    matches!(c,
        ' '..='~' | '가'..='힣' | '\u{3131}'..='\u{3163}' | '\u{3165}'..='\u{318e}'
        | '\u{4e00}'..='\u{9fff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}')
}

pub(super) fn either_case(c: char) -> String {
    let plain = regex::escape(c.encode_utf8(&mut [0; 4]));
    if c.is_ascii_lowercase() { format!("[{c}{}]", c.to_ascii_uppercase()) } else { plain }
}
