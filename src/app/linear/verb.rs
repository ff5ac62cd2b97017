//! What can be typed: one table of letters and words.

use crate::app::key::{Key, KeyCode};
use crate::app::keymap::strokes;
use crate::words::{Locale, Said, Word};

/// What a line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    On,
    Whole,
    Next,
    Previous,
    Again,
    Contents,
    Notes,
    GoTo,
    Find,
    FindNext,
    FindPrevious,
    Glossary,
    Terms,
    Links,
    MarkRead,
    Backlinks,
    Problems,
    Copy,
    Edit,
    Back,
    Forward,
    Reread,
    Review,
    Figures,
    Commands,
    Help,
    Quit,
}

/// What a verb does, in words.
#[derive(Clone, Copy, Debug)]
pub enum Does {
    /// As the command of the screen does.
    Word(Word),
    /// In its own way.
    Said(Said),
}

impl Does {
    /// In one line.
    pub fn text(self, locale: Locale) -> &'static str {
        match self {
            Does::Word(word) => word.text(locale),
            Does::Said(said) => said.text(locale),
        }
    }
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What is asked for.
    pub verb: Verb,
    /// A letter or a sign, the same in every language; capitals count.
    pub sign: &'static str,
    /// A word in Korean and one in English; either does in any language.
    pub words: [&'static str; 2],
    /// What it does.
    pub does: Does,
}

const fn entry(verb: Verb, sign: &'static str, words: [&'static str; 2], does: Does) -> Entry {
    Entry { verb, sign, words, does }
}

/// All that can be typed, in the order of the help.
pub const VERBS: &[Entry] = &[
    entry(Verb::On, "Enter", ["계속", "on"], Does::Said(Said::DoOn)),
    entry(Verb::Whole, "w", ["모두", "all"], Does::Said(Said::DoWhole)),
    entry(Verb::Next, "s", ["다음", "next"], Does::Said(Said::DoNext)),
    entry(Verb::Previous, "p", ["이전", "previous"], Does::Said(Said::DoPrevious)),
    entry(Verb::Again, "a", ["다시", "again"], Does::Said(Said::DoAgain)),
    entry(Verb::Contents, "c", ["목차", "contents"], Does::Said(Said::DoContents)),
    entry(Verb::Notes, "m", ["노트", "notes"], Does::Said(Said::DoNotes)),
    entry(Verb::GoTo, "o", ["찾아가기", "go"], Does::Said(Said::DoGoTo)),
    entry(Verb::Find, "/", ["찾기", "find"], Does::Said(Said::DoFind)),
    entry(Verb::FindNext, "n", ["다음찾기", "find-next"], Does::Word(Word::DoFindNext)),
    entry(Verb::FindPrevious, "N", ["이전찾기", "find-previous"], Does::Word(Word::DoFindPrevious)),
    entry(Verb::Glossary, "g", ["용어", "glossary"], Does::Said(Said::DoGlossary)),
    entry(Verb::Terms, "t", ["절용어", "terms"], Does::Said(Said::DoTerms)),
    entry(Verb::Links, "l", ["링크", "links"], Does::Said(Said::DoLinks)),
    entry(Verb::MarkRead, "d", ["읽음", "read"], Does::Said(Said::DoMarkRead)),
    entry(Verb::Backlinks, "i", ["오는링크", "backlinks"], Does::Said(Said::DoBacklinks)),
    entry(Verb::Problems, "x", ["문제", "problems"], Does::Word(Word::DoProblems)),
    entry(Verb::Copy, "y", ["원문", "copy"], Does::Said(Said::DoCopy)),
    entry(Verb::Edit, "e", ["고치기", "edit"], Does::Word(Word::DoEdit)),
    entry(Verb::Back, "b", ["뒤로", "back"], Does::Word(Word::DoBack)),
    entry(Verb::Forward, "f", ["앞으로", "forward"], Does::Word(Word::DoForward)),
    entry(Verb::Reread, "r", ["다시읽기", "reread"], Does::Word(Word::DoReread)),
    entry(Verb::Review, "v", ["복습", "review"], Does::Word(Word::DoReview)),
    entry(Verb::Figures, "k", ["통계", "figures"], Does::Word(Word::DoFigures)),
    entry(Verb::Commands, ":", ["명령", "commands"], Does::Said(Said::DoCommands)),
    entry(Verb::Help, "?", ["도움말", "help"], Does::Said(Said::DoHelp)),
    entry(Verb::Quit, "q", ["끝", "quit"], Does::Word(Word::DoQuit)),
];

impl Verb {
    /// Whether text may follow.
    fn takes_text(self) -> bool {
        matches!(self, Verb::GoTo | Verb::Find | Verb::Glossary | Verb::Commands)
    }

    /// Its line of the table.
    pub fn entry(self) -> Option<&'static Entry> {
        VERBS.iter().find(|entry| entry.verb == self)
    }
}

/// What a line asks for, and the text that follows; none where it begins with no verb.
pub fn read(line: &str) -> Option<(Verb, &str)> {
    let line = line.trim();
    if line.is_empty() {
        return Some((Verb::On, ""));
    }
    // A sign needs no space after it.
    for (sign, verb) in [("/", Verb::Find), (":", Verb::Commands)] {
        if let Some(text) = line.strip_prefix(sign) {
            return Some((verb, text.trim()));
        }
    }
    let (head, text) = match line.split_once(char::is_whitespace) {
        Some((head, text)) => (head, text.trim()),
        None => (line, ""),
    };
    let word = |entry: &&Entry| entry.words.iter().any(|word| word.eq_ignore_ascii_case(head));
    let verb = of_sign(head).or_else(|| VERBS.iter().find(word).map(|entry| entry.verb))?;
    (text.is_empty() || verb.takes_text()).then_some((verb, text))
}

/// The verb of a letter or sign, also where the Korean input method is on: `ㅂ` is `q`.
fn of_sign(typed: &str) -> Option<Verb> {
    let of = |typed: &str| VERBS.iter().find(|entry| entry.sign == typed).map(|entry| entry.verb);
    let mut chars = typed.chars();
    let mut key = || match (chars.next(), chars.next()) {
        (Some(c), None) => Some(strokes(&Key::char(c))),
        _ => None,
    };
    of(typed).or_else(|| match key()?[..] {
        [Key { code: KeyCode::Char(letter), .. }] => of(letter.encode_utf8(&mut [0; 4])),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_and_word_is_its_own() {
        for entry in VERBS {
            assert_eq!(entry.verb.entry().map(|entry| entry.sign), Some(entry.sign));
            for typed in [entry.sign].iter().chain(&entry.words).filter(|typed| **typed != "Enter")
            {
                assert_eq!(read(typed), Some((entry.verb, "")), "{typed}");
            }
        }
    }

    #[test]
    fn text_follows_only_where_it_is_of_use() {
        assert_eq!(read("  "), Some((Verb::On, "")));
        assert_eq!(read("/제어 플레인 "), Some((Verb::Find, "제어 플레인")));
        assert_eq!(read("Find a b"), Some((Verb::Find, "a b")));
        assert_eq!(read("o 파드"), Some((Verb::GoTo, "파드")));
        assert_eq!(read("ㅐ 파드"), Some((Verb::GoTo, "파드")));
        assert_eq!(read("ㅂ"), Some((Verb::Quit, "")));
        assert_eq!(read("하"), None);
        assert_eq!(read("p 3"), None);
        assert_eq!(read("2.1"), None);
    }
}
