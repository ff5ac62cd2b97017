//! What a reader looks for in the text of notes.

use std::ops::Range;

use regex::{Regex, RegexBuilder};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use super::prefilter::{Prefilter, either_case};
use crate::text::fold::{fold, fold_text};
use crate::text::hangul;
use crate::text::particle;
use crate::text::sanitize::Clean;

/// Before a regular expression.
pub(super) const REGEX: &str = "re:";

/// The bytes that a compiled pattern may take: what needs more is no pattern that somebody typed.
const SIZE: usize = 1 << 20;
/// The bytes that searching may keep in memory to be quick.
const CACHE: usize = 4 << 20;

/// Why a pattern cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PatternError {
    /// There is nothing in it.
    #[error("nothing to look for")]
    Empty,
    /// It is no regular expression; what is wrong, in the words of the parser.
    #[error("{0}")]
    Syntax(Clean),
    /// It would take too much memory.
    #[error("too large")]
    TooLarge,
}

/// A pattern, read once for many notes.
///
/// Words are one phrase: any white space may stand between them (between two Korean words also
/// none), and width and composition do not count. With `re:` before it, it is a regular expression
/// for one paragraph, cell or line of code. Case counts where the pattern has a capital letter.
#[derive(Clone, Debug)]
pub struct Pattern {
    regex: Regex,
    /// It is matched against the folded text.
    folded: bool,
    /// It is a noun, after which only a particle may follow.
    noun: bool,
    prefilter: Option<Prefilter>,
}

impl Pattern {
    /// Reads `raw`.
    pub fn new(raw: &str) -> Result<Pattern, PatternError> {
        let clean = Clean::new(raw);
        let query = clean.trim();
        match query.strip_prefix(REGEX).map(str::trim_start) {
            Some("") => Err(PatternError::Empty),
            Some(regex) => Pattern::regex(regex),
            None if query.is_empty() => Err(PatternError::Empty),
            None => Pattern::phrase(query),
        }
    }

    /// Reads one word of which consonants may stand for syllables that begin with them (`쿠ㅂㄴ`).
    pub(super) fn initials(word: &str) -> Result<Pattern, PatternError> {
        let (folded, same) = same(word);
        let mut chars = Vec::new();
        for c in same.chars() {
            match hangul::split(c).filter(|_| hangul::is_consonant(c)) {
                // An input method has joined two.
                Some((first, second)) => chars.extend([first, second]),
                None => chars.push(c),
            }
        }
        let form = |c: char| match hangul::beginning_with(c) {
            Some((first, last)) => format!("[{c}{first}-{last}]"),
            None => letter(c, folded),
        };
        // Of few letters too much would be found across spaces, and within words.
        let gap = if chars.len() > 2 { r"\s*" } else { "" };
        let bare = chars.iter().copied().all(hangul::is_consonant);
        let forms: Vec<String> = chars.iter().copied().map(form).collect();
        let regex = format!("{}{}", if bare { r"\b" } else { "" }, forms.join(gap));
        let form = |c: char| match hangul::beginning_with(c) {
            Some(_) => form(c),
            None => either_case(c),
        };
        let text: String = chars.iter().collect();
        let prefilter = Prefilter::of(&fold_text(&text), &form, !gap.is_empty());
        Ok(Pattern { regex: compile(&regex, false)?, folded, noun: false, prefilter })
    }

    /// Reads a word that was typed with a particle, for what stands without it or with another; none
    /// where it has none.
    pub(super) fn noun(word: &str) -> Option<Pattern> {
        let noun = Pattern::phrase(particle::noun(word)?).ok()?;
        Some(Pattern { noun: true, ..noun })
    }

    /// Reads a phrase, whatever it begins with.
    pub(super) fn literal(raw: &str) -> Result<Pattern, PatternError> {
        Pattern::phrase(Clean::new(raw).trim())
    }

    pub(super) fn regex(regex: &str) -> Result<Pattern, PatternError> {
        let folded = !has_capital(regex);
        let prefilter = required(regex).and_then(|literal| Prefilter::new(&fold_text(&literal)));
        Ok(Pattern { regex: compile(regex, folded)?, folded: false, noun: false, prefilter })
    }

    fn phrase(query: &str) -> Result<Pattern, PatternError> {
        let (folded, same) = same(query);
        let prefilter = Prefilter::new(&fold_text(query));
        let mut regex = String::new();
        let mut before = None;
        for word in same.split_whitespace() {
            let mut chars = word.chars();
            if let Some(last) = before {
                // Spaces between Korean words come and go.
                let apart = [last, word.chars().next().unwrap_or(' ')];
                let korean = apart.into_iter().all(hangul::is_hangul);
                regex.push_str(if korean { r"\s*" } else { r"\s+" });
            }
            before = chars.next_back();
            for c in word.chars() {
                regex.push_str(&letter(c, folded));
            }
        }
        if regex.is_empty() {
            return Err(PatternError::Empty);
        }
        Ok(Pattern { regex: compile(&regex, false)?, folded, noun: false, prefilter })
    }

    /// Whether the pattern may stand in the text that the Markdown `source` gives. No match is
    /// lost by not looking where it may not.
    pub fn may_be_in(&self, source: &str) -> bool {
        self.prefilter.as_ref().is_none_or(|prefilter| prefilter.passes(source))
    }

    /// Where it stands in a text as it is read: ascending, apart, none empty.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let all = |text: &str| {
            let found = self.regex.find_iter(text).map(|found| found.range());
            let fits = |range: &Range<usize>| {
                !range.is_empty()
                    && (!self.noun || text.get(range.end..).is_some_and(particle::follows))
            };
            found.filter(fits).collect::<Vec<_>>()
        };
        if !self.folded || text.is_ascii() {
            return all(text);
        }
        let folded = fold(text);
        let mut end = 0;
        let mut found = Vec::new();
        for range in all(&folded.text).into_iter().map(|range| folded.back(range)) {
            // Two matches may share a character that folds to two.
            if range.start >= end && !range.is_empty() {
                end = range.end;
                found.push(range);
            }
        }
        found
    }
}

/// Whether a text without a capital is looked for in the folded text, and what is looked for there.
fn same(query: &str) -> (bool, String) {
    match query.contains(char::is_uppercase) {
        true => (false, query.chars().map(narrow).nfc().collect()),
        false => (true, fold_text(query)),
    }
}

/// A letter as a part of a regular expression.
fn letter(c: char, folded: bool) -> String {
    let plain = regex::escape(c.encode_utf8(&mut [0; 4]));
    match if folded { upper(c) } else { wide(c) } {
        Some(other) => format!("[{plain}{other}]"),
        None => plain,
    }
}

fn compile(regex: &str, ignore_case: bool) -> Result<Regex, PatternError> {
    let mut builder = RegexBuilder::new(regex);
    builder.case_insensitive(ignore_case).size_limit(SIZE).dfa_size_limit(CACHE).nest_limit(100);
    builder.build().map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => PatternError::TooLarge,
        // Its other lines are a drawing with a caret.
        error => {
            let text = error.to_string();
            let last = text.lines().last().unwrap_or("").trim();
            PatternError::Syntax(Clean::new(last.strip_prefix("error: ").unwrap_or(last)))
        }
    })
}

/// The capital of a letter of ASCII. Other letters are folded by then.
fn upper(c: char) -> Option<char> {
    c.is_ascii_lowercase().then(|| c.to_ascii_uppercase())
}

/// The fullwidth form of a character of ASCII.
fn wide(c: char) -> Option<char> {
    if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0) } else { None }
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a regular expression asks for a capital letter: not as the name of a class (`\W`).
fn has_capital(regex: &str) -> bool {
    let mut chars = regex.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
            if chars.next_if_eq(&'{').is_some() {
                chars.by_ref().find(|c| *c == '}');
            }
        } else if c.is_uppercase() {
            return true;
        }
    }
    false
}

/// The longest text that must stand in whatever a regular expression fits; none where that cannot
/// be seen at a glance.
fn required(regex: &str) -> Option<String> {
    let (mut best, mut run) = (String::new(), String::new());
    let mut end = |run: &mut String| {
        if run.len() > best.len() {
            best.clone_from(run);
        }
        run.clear();
    };
    let mut chars = regex.chars();
    while let Some(c) = chars.next() {
        match c {
            ')' | '|' => return None,
            '(' => {
                end(&mut run);
                skip_group(&mut chars)?;
            }
            '\\' => match chars.next()? {
                c if c.is_ascii_punctuation() && !matches!(c, '<' | '>') => run.push(c),
                'w' | 'W' | 'd' | 'D' | 's' | 'S' | 'B' | 'A' | 'z' | '<' | '>' => end(&mut run),
                // `\b{start}` and everything that takes an argument.
                _ => return None,
            },
            '[' => {
                end(&mut run);
                skip_class(&mut chars)?;
            }
            '?' | '*' | '+' => {
                run.pop();
                end(&mut run);
            }
            '{' => {
                run.pop();
                end(&mut run);
                chars.find(|c| *c == '}')?;
            }
            '.' | '^' | '$' => end(&mut run),
            c => run.push(c),
        }
    }
    end(&mut run);
    (!best.trim().is_empty()).then_some(best)
}

/// Goes on behind the group whose parenthesis has been read; none where it sets flags.
fn skip_group(chars: &mut std::str::Chars<'_>) -> Option<()> {
    let rest = chars.as_str();
    if rest.starts_with('?') && !["?:", "?<", "?P<"].iter().any(|name| rest.starts_with(name)) {
        return None;
    }
    let mut depth = 1;
    while depth > 0 {
        match chars.next()? {
            '(' => depth += 1,
            ')' => depth -= 1,
            '[' => skip_class(chars)?,
            '\\' => {
                chars.next()?;
            }
            _ => {}
        }
    }
    Some(())
}

/// Goes on behind the class whose bracket has been read; none where the class is no simple one.
fn skip_class(chars: &mut std::str::Chars<'_>) -> Option<()> {
    let mut first = true;
    loop {
        match chars.next()? {
            '[' => return None,
            ']' if first => return None,
            ']' => return Some(()),
            '^' if first => continue,
            '\\' => {
                chars.next()?;
            }
            _ => {}
        }
        first = false;
    }
}
