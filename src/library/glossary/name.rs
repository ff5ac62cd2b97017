//! What may be the name of a term, and what only looks like one.

use crate::text::sanitize::Clean;
use crate::text::width::width;

/// A name is at most this wide, in columns.
const WIDEST: usize = 40;
/// A name has at most this many words.
const WORDS: usize = 6;

/// Labels that introduce something other than a definition.
const LABELS: [&str; 86] = [
    "예",
    "예시",
    "예제",
    "장점",
    "단점",
    "장단점",
    "특징",
    "특성",
    "참고",
    "참조",
    "주의",
    "주의점",
    "주의사항",
    "기본값",
    "출처",
    "링크",
    "비고",
    "목적",
    "이유",
    "원인",
    "결과",
    "방법",
    "순서",
    "요약",
    "정의",
    "설명",
    "개념",
    "종류",
    "구성",
    "구성요소",
    "문제",
    "문제점",
    "해결",
    "해결책",
    "해결 방법",
    "질문",
    "답",
    "답변",
    "정답",
    "결론",
    "배경",
    "목표",
    "사용법",
    "사용 예",
    "용도",
    "조건",
    "전제",
    "전제 조건",
    "날짜",
    "일시",
    "시간",
    "장소",
    "작성자",
    "저자",
    "버전",
    "제목",
    "내용",
    "기타",
    "추가",
    "팁",
    "즉",
    "단",
    "확인",
    "위치",
    "주소",
    "note",
    "notes",
    "example",
    "examples",
    "e.g",
    "eg",
    "i.e",
    "pros",
    "cons",
    "tip",
    "warning",
    "todo",
    "q",
    "a",
    "c",
    "see",
    "see also",
    "ref",
    "reference",
    "source",
    "default",
];

/// Words that introduce something, too, but may be terms where an author explains terms.
const ASIDES: [&str; 39] = [
    "해결법",
    "의미",
    "사전적 의미",
    "뜻",
    "환경",
    "추천",
    "핵심",
    "역할",
    "입력",
    "출력",
    "반환",
    "반환값",
    "리턴값",
    "매개변수",
    "인자",
    "주요 내용",
    "이점",
    "한계",
    "상황",
    "증상",
    "대상",
    "효과",
    "난이도",
    "풀이",
    "motivation",
    "problem",
    "solution",
    "update",
    "important",
    "usage",
    "result",
    "output",
    "summary",
    "question",
    "answer",
    "goal",
    "ask",
    "demonstrate",
    "optional",
];

/// What a section's title ends in when its items are aspects of a thing, not terms.
const ASPECTS: [&str; 19] = [
    "좋은 점",
    "나쁜 점",
    "다른 점",
    "장점",
    "단점",
    "장단점",
    "특징",
    "이점",
    "예시",
    "예제",
    "참고",
    "참고 자료",
    "차이",
    "차이점",
    "비교",
    "주의",
    "주의사항",
    "benefits",
    "features",
];

/// Nouns of doing: `Dockerfile 작성: …` tells what to do, not what a thing is.
const ACTIONS: [&str; 22] = [
    "작성",
    "방법",
    "설치",
    "실행",
    "설정",
    "확인",
    "생성",
    "삭제",
    "수정",
    "추가",
    "변경",
    "사용법",
    "하기",
    "시",
    "경우",
    "예",
    "예시",
    "예제",
    "장점",
    "단점",
    "특징",
    "사이트",
];

/// What the title of a section that explains terms ends in.
const GLOSSARIES: [&str; 15] = [
    "용어",
    "용어집",
    "용어 정리",
    "용어정리",
    "용어 설명",
    "용어 사전",
    "용어사전",
    "약어",
    "약어집",
    "약어 정리",
    "glossary",
    "terms",
    "terminology",
    "acronyms",
    "abbreviations",
];

/// Whether a section of this title explains terms.
pub(super) fn is_glossary(title: &str) -> bool {
    let title = title.trim().trim_end_matches([':', '.', ')', ' ']).to_lowercase();
    GLOSSARIES.iter().any(|end| ends_in_word(&title, end))
}

/// Whether the items of a section of this title are aspects of what it is about.
pub(super) fn is_aspects(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    ASPECTS.iter().any(|end| ends_in_word(&title, end))
}

/// Whether `text` ends in `end` as a word of its own, or (Korean) in a compound.
fn ends_in_word(text: &str, end: &str) -> bool {
    text.strip_suffix(end).is_some_and(|before| {
        before.is_empty()
            || before.ends_with(|c: char| !c.is_alphanumeric())
            || !end.is_ascii() && !before.ends_with(|c: char| c.is_ascii_alphanumeric())
    })
}

/// A name in front of an explicit definition: everything but what cannot be one.
pub(super) fn explicit(raw: &str) -> Option<(Clean, Vec<Clean>)> {
    let name = bare(raw);
    let sane = !name.is_empty()
        && width(name) <= 2 * WIDEST
        && name.chars().any(char::is_alphanumeric)
        && !name.contains("://")
        && !LABELS.contains(&name.to_lowercase().as_str());
    sane.then(|| names(name))
}

/// A name in front of what reads like a definition.
pub(super) fn inferred(raw: &str) -> Option<(Clean, Vec<Clean>)> {
    let name = bare(raw);
    let lower = name.to_lowercase();
    let words = name.split_whitespace().count();
    let balanced = name.matches('(').count() == name.matches(')').count()
        && name.matches('[').count() == name.matches(']').count();
    let sane = (1..=WORDS).contains(&words)
        && width(name) <= WIDEST
        && name
            .starts_with(|c: char| c.is_alphabetic() || matches!(c, '.' | '/' | '@' | '-' | '_'))
        && name.chars().any(char::is_alphabetic)
        && balanced
        && !name.contains("://")
        && !name.contains([',', '>', '=', '"', '“', ';', '→', '?', '!'])
        && !is_sentence(name)
        && !counts(name)
        // A letter of its own would be marked wherever it stands.
        && width(name) > 1
        && !LABELS.contains(&lower.as_str())
        && !ASIDES.contains(&lower.as_str())
        && !ACTIONS.iter().any(|end| ends_in_word(&lower, end));
    sane.then(|| names(name))
}

/// Whether a name only counts: `Case 2`, `두 번째 인자`, `Fixed #12`.
fn counts(name: &str) -> bool {
    let numbered = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let lower = name.to_ascii_lowercase();
    let starts = ["case ", "step ", "ex.", "ex) "];
    starts.iter().any(|start| lower.strip_prefix(start).is_some_and(numbered))
        || name.contains("번째")
        || name.split(" #").skip(1).any(numbered)
}

/// Whether what follows a colon can define the name before it: a value (`8080`, `v1.2`) does not,
/// nor does a chain of steps.
pub(super) fn defines(definition: &str, has_children: bool) -> bool {
    let text = definition.trim();
    if text.is_empty() {
        return has_children;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let words = text.split_whitespace().count();
    letters >= 4
        && words >= 2
        && !text.starts_with("http")
        && text.matches(" > ").count() < 2
        && !is_pointer(text)
        && !is_keys(text)
        && !CHANGES.iter().any(|start| text.starts_with(start))
}

/// What an entry of a list of changes begins with: it tells what was done to a thing, not what it is.
const CHANGES: [&str; 4] = ["Fixed ", "Added ", "Removed ", "Improved "];

/// Whether a short text only says where to read.
fn is_pointer(text: &str) -> bool {
    const ENDS: [&str; 6] = [
        "참고하시기 바랍니다",
        "참고하세요",
        "참고하자",
        "참고해주세요",
        "참조하세요",
        "참조하시기 바랍니다",
    ];
    let text = text.trim_end_matches(['.', '!', ' ']);
    width(text) <= 80 && ENDS.iter().any(|end| text.ends_with(end))
}

/// Whether a text is keys to press together.
fn is_keys(text: &str) -> bool {
    const HELD: [&str; 6] = ["ctrl", "cmd", "alt", "shift", "option", "control"];
    let first = text.split([' ', '+']).next().unwrap_or("").to_ascii_lowercase();
    HELD.contains(&first.as_str()) && text.contains('+') && width(text) <= WIDEST
}

/// Endings of a Korean sentence, or of a phrase that goes on in what follows.
fn is_sentence(name: &str) -> bool {
    const ENDS: [&str; 21] = [
        "다", "요", "까", "면", "때", "는", "은", "을", "를", "에서", "으로", "에는", "려면",
        "사항", "하고", "해서", "위해", " 것", "야 함", "않음", "있음",
    ];
    name.ends_with('.')
        || name.contains(' ') && ENDS.iter().any(|end| name.ends_with(end))
        || name.ends_with("다") && name.chars().count() > 3
        // Japanese has no spaces to tell a sentence by.
        || ["ます", "ました", "です", "でした", "ません", "ください"].iter().any(|end| name.ends_with(end))
}

/// A name without the styles that surround it.
fn bare(raw: &str) -> &str {
    raw.trim().trim_matches(['*', '_', '`', '"', '\'', '“', '”', '‘', '’']).trim()
}

/// `한글(English)` and `한글(English, EN)` are one name with others.
fn names(name: &str) -> (Clean, Vec<Clean>) {
    if let Some((first, rest)) = name.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        let first = first.trim();
        let others: Vec<Clean> = rest
            .split([',', '/', ';'])
            .map(|other| other.trim().trim_start_matches('=').trim())
            .filter(|other| !other.is_empty() && other.chars().any(char::is_alphabetic))
            .map(Clean::new)
            .collect();
        if !first.is_empty() && !others.is_empty() && others.iter().all(|o| width(o) <= WIDEST) {
            return (Clean::new(first), others);
        }
    }
    (Clean::new(name), Vec::new())
}
