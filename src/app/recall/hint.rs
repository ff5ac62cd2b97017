//! Hints: what an answer begins with, a little more each time.

use crate::text::hangul::initial;
use crate::text::sanitize::Clean;

/// So much of an answer is hinted at, in characters.
const LONGEST: usize = 60;

/// The `step`th hint (from 1) at an answer: first the initial consonants of its syllables, and a dot for
/// each other letter, then also the first syllable or letter, then the first two, and so on.
pub fn hint(answer: &str, step: usize) -> Clean {
    let mut open = step.saturating_sub(1);
    let mut text = String::new();
    for c in answer.chars().take(LONGEST) {
        let hidden = match initial(c) {
            Some(initial) => initial,
            None if c.is_alphanumeric() => '·',
            None => c,
        };
        if c.is_alphanumeric() && open > 0 {
            open -= 1;
            text.push(c);
        } else {
            text.push(hidden);
        }
    }
    if answer.chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    Clean::new(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_more_each_time() {
        let hints =
            |answer: &str| [1, 2, 3].map(|step| hint(answer, step).into_string()).join(" | ");
        assert_eq!(hints("컨테이너 런타임"), "ㅋㅌㅇㄴ ㄹㅌㅇ | 컨ㅌㅇㄴ ㄹㅌㅇ | 컨테ㅇㄴ ㄹㅌㅇ");
        assert_eq!(hints("Pod, 파드"), "···, ㅍㄷ | P··, ㅍㄷ | Po·, ㅍㄷ");
        assert_eq!(hints("-x"), "-· | -x | -x");
        assert_eq!(hint(&"가".repeat(100), 1).chars().count(), LONGEST + 1);
        assert_eq!(hint("", 1).as_str(), "");
    }
}
