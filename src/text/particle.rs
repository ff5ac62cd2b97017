//! What Korean puts after a noun.

use super::hangul::is_syllable;

/// Particles that are taken off a word that was typed with one: those that hardly end a noun.
const TAKEN_OFF: [&str; 30] = [
    "에서는",
    "에서도",
    "에서의",
    "으로는",
    "으로의",
    "에게서",
    "으로써",
    "으로서",
    "이라는",
    "에서",
    "에게",
    "에는",
    "에도",
    "으로",
    "까지",
    "부터",
    "보다",
    "처럼",
    "이란",
    "라는",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
];

/// The noun of a word that ends in a particle (`파드에서` → `파드`); at least two syllables are left.
pub fn noun(word: &str) -> Option<&str> {
    let left = TAKEN_OFF.iter().find_map(|particle| word.strip_suffix(particle))?;
    let mut last = left.chars().rev();
    let korean = last.next().is_some_and(is_syllable) && last.next().is_some();
    let latin = left.len() > 1 && left.ends_with(|c: char| c.is_ascii_alphanumeric());
    (korean || latin).then_some(left)
}

/// Whether a noun may end before `rest`: nothing follows in Hangul but a particle.
pub fn follows(rest: &str) -> bool {
    let end = rest.find(|c: char| !is_syllable(c)).unwrap_or(rest.len());
    rest.get(..end).is_some_and(is_particle)
}

/// Whether `word` is nothing, or what Korean puts after a noun.
pub fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 62] = [
        "",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "에서",
        "에게",
        "에게서",
        "께",
        "로",
        "으로",
        "로서",
        "으로서",
        "로써",
        "으로써",
        "와",
        "과",
        "랑",
        "이랑",
        "도",
        "만",
        "까지",
        "부터",
        "마저",
        "조차",
        "보다",
        "처럼",
        "같이",
        "마다",
        "밖에",
        "뿐",
        "이나",
        "나",
        "든",
        "이든",
        "라는",
        "이라는",
        "라고",
        "이라고",
        "란",
        "이란",
        "라도",
        "이라도",
        "라면",
        "이라면",
        "이다",
        "다",
        "이며",
        "며",
        "이고",
        "고",
        "인",
        "일",
        "입니다",
        "이라",
        "라",
        "별",
        "간",
    ];
    let word = word.strip_prefix("들").unwrap_or(word);
    let is = |word: &str| PARTICLES.contains(&word);
    is(word)
        || ["는", "은", "도", "만", "의", "를", "이"]
            .iter()
            .any(|last| word.strip_suffix(last).is_some_and(is))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_is_what_is_left_without_its_particle() {
        let nouns = ["파드에서", "쿠버네티스의", "EKS는", "사과", "도구", "네트워크와"].map(noun);
        let left = [Some("파드"), Some("쿠버네티스"), Some("EKS"), None, None, Some("네트워크")];
        assert_eq!(nouns, left);
        assert!(follows("를 본다") && follows("") && !follows("줄") && follows("-x"));
    }
}
