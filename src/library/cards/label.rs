//! What a line begins with: `Q:`, `A.`, `질문:` and their kin.

use std::ops::Range;

use super::inlines::{At, is_plain};
use crate::doc::Inline;

/// What a label says of the text behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `Q:`, `Q1.`, `Question:`, `질문:`; not `문제:`, which nearly always is a problem and no question
    Question,
    /// `A:`, `A.`, `Answer:`, `답:`, `정답:`
    Answer,
    /// `C:`
    Cloze,
    /// `B.`: what stood behind `A.` was no answer, but one to choose from.
    Choice,
}

/// A label at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Labelled {
    pub label: Label,
    /// A letter with a dot or a bracket, as choices have it.
    pub as_choice: bool,
    /// Where the text behind it begins.
    pub after: At,
}

const QUESTIONS: [&str; 3] = ["question", "질문", "q"];
const ANSWERS: [&str; 6] = ["answer", "정답", "답변", "해답", "답", "a"];

/// No label is longer, in bytes.
const LONGEST: usize = 40;

/// The label that a line begins with.
pub(super) fn label(content: &[Inline], line: Range<usize>) -> Option<Labelled> {
    let mut head = String::new();
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for (i, inline) in content.iter().enumerate().take(line.end).skip(line.start) {
        let Inline::Text(run) = inline else { break };
        if !is_plain(run) || head.len() >= LONGEST {
            break;
        }
        starts.push((i, head.len()));
        let mut end = run.text.len().min(LONGEST);
        while !run.text.is_char_boundary(end) {
            end -= 1;
        }
        head.push_str(run.text.get(..end)?);
        if end < run.text.len() {
            break;
        }
    }
    let (label, as_choice, length) = read(&head)?;
    let (inline, start) = starts.into_iter().rev().find(|(_, start)| *start <= length)?;
    Some(Labelled { label, as_choice, after: At { inline, byte: length - start } })
}

/// Whether a title says that what it stands over is the answer: `정답`, `답 보기`, `Answer`.
pub(super) fn titles_answer(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    let rest = ANSWERS.iter().filter(|word| word.len() > 1).find_map(|word| {
        let rest = title.strip_prefix(word)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
    });
    // `답이 없는 문제` is something else.
    rest.is_some_and(|rest| rest.split_whitespace().count() <= 2)
}

/// What `head` begins with, whether as a choice does, and how many bytes the label takes.
fn read(head: &str) -> Option<(Label, bool, usize)> {
    let bare = head.trim_start();
    let (label, word) = word(bare)?;
    let mut rest = bare.get(word..)?;
    if matches!(label, Label::Question | Label::Answer) {
        let number = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        if number.len() < rest.trim_start().len() {
            rest = number;
        }
    }
    let letter = bare.starts_with(|c: char| c.is_ascii_uppercase()) && word == 1;
    let signed = rest.trim_start();
    let sign = signed.chars().next()?;
    let after = signed.get(sign.len_utf8()..)?;
    let follows = after.chars().next();
    let ends = match (label, sign) {
        (Label::Choice, ':' | '：') => false,
        (Label::Cloze, ':' | '：') => follows.is_none_or(char::is_whitespace),
        (_, ':' | '：') => !matches!(follows, Some(':' | '/' | '\\')),
        // `A.I` is a word, and `Q.질문` is not.
        (Label::Cloze, _) => false,
        (_, '.' | ')') if letter => {
            signed.len() == rest.len() && follows.is_none_or(|c| c.is_whitespace() || !c.is_ascii())
        }
        _ => false,
    };
    let as_choice = !matches!(sign, ':' | '：');
    ends.then_some((label, as_choice, head.len() - after.len()))
}

/// The word of a label, and how long it is. A letter alone is a capital one.
fn word(bare: &str) -> Option<(Label, usize)> {
    let letter = match bare.bytes().next()? {
        b'Q' => Some(Label::Question),
        b'A' => Some(Label::Answer),
        b'B' => Some(Label::Choice),
        b'C' => Some(Label::Cloze),
        _ => None,
    };
    let starts = |word: &&&str| {
        word.len() > 1
            && bare.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let longer = QUESTIONS
        .iter()
        .find(starts)
        .map(|word| (Label::Question, word.len()))
        .or_else(|| ANSWERS.iter().find(starts).map(|word| (Label::Answer, word.len())));
    longer.or(letter.map(|label| (label, 1)))
}

/// Whether text may have a question or an answer in it, told without reading it as blocks.
pub(super) fn may_ask(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has = |what: &str| memchr::memmem::find(bytes, what.as_bytes()).is_some();
    memchr::memchr_iter(b'Q', bytes).any(|at| is_signed(bytes, at))
        || has("질문")
        || memchr::memchr2_iter(b'Q', b'q', bytes).any(|at| {
            let word = bytes.get(at..at + 8).unwrap_or(&[]);
            word.eq_ignore_ascii_case(b"question")
        })
}

/// Whether text may have a `C:` with gaps in it, told in the same way.
pub(super) fn may_have_gaps(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr(b'[', bytes).is_some()
        && memchr::memchr_iter(b'C', bytes).any(|at| is_signed(bytes, at))
}

/// Whether the sign of a label may follow the letter at `at`: signs of emphasis may stand between.
fn is_signed(bytes: &[u8], at: usize) -> bool {
    let after = bytes.get(at + 1..).unwrap_or(&[]).iter().take(LONGEST);
    let mut after = after.skip_while(|b| b.is_ascii_digit() || b" *_~=".contains(b));
    // A colon may be as wide as a syllable (three bytes from 0xef on), escaped, or behind a tag.
    matches!(after.next(), Some(b':' | b'.' | b')' | 0xef | b'\\' | b'&' | b'<'))
}
