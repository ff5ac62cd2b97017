//! What a reader asks of all notes: words, phrases, what is not wanted, and where to look.

use std::ops::Range;

use super::pattern::{Pattern, PatternError, REGEX};
use crate::library::front_matter::may_ask_for_formulas;
use crate::text::fold::fold_text;
use crate::text::hangul;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Word};

/// So many words make a query; more are no query that somebody typed.
const WORDS: usize = 32;

/// Why a query cannot be looked for, and which bytes of it are to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// The bytes of the query.
    pub at: Range<usize>,
    /// What is wrong there.
    pub what: PatternError,
}

impl QueryError {
    /// What is to be said of it: the piece of `query` that is to blame, and why.
    pub fn say(&self, query: &str, locale: Locale) -> String {
        let clean = Clean::new(query);
        let piece = clean.get(self.at.clone()).unwrap_or("").trim();
        match &self.what {
            PatternError::Empty if piece == clean.trim() => {
                Word::PatternEmpty.text(locale).to_owned()
            }
            PatternError::Empty => Word::QueryEmpty.fill(locale, &[piece]),
            PatternError::Syntax(what) => Word::PatternSyntax.fill(locale, &[piece, what]),
            PatternError::TooLarge => Word::PatternTooLarge.fill(locale, &[piece]),
        }
    }
}

/// A query, read once for many notes.
///
/// All its words have to stand in the text of one section, in whatever order; a section that has them as
/// they were typed, as a phrase, goes first. A `"phrase"` stands as it is; what follows a `-` must not be
/// there; `tag:x` is a tag or a category of the note, `in:x` a part of its path, or of the title of the note, of
/// the section or of one above it. `re:` makes all that follows it a regular expression.
#[derive(Clone, Debug)]
pub struct Query {
    /// The query as one phrase, where it has several words and nothing else.
    pub(super) whole: Option<Pattern>,
    pub(super) words: Vec<Wanted>,
    pub(super) not: Vec<Pattern>,
    pub(super) filters: Vec<Filter>,
}

/// What has to be there.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub pattern: Pattern,
    /// The same without its particle.
    pub noun: Option<Pattern>,
}

/// Where to look.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    pub not: bool,
    pub place: Place,
    /// Folded.
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A tag or a category.
    Tag,
    /// The path and the titles.
    In,
}

/// A piece of a query, with the bytes that it stands at.
struct Token<'a> {
    at: Range<usize>,
    not: bool,
    what: What<'a>,
}

enum What<'a> {
    Word(&'a str),
    Phrase(&'a str),
    Regex(&'a str),
    Filter(Place, &'a str),
}

impl Query {
    /// Reads `raw`.
    ///
    /// # Errors
    /// There is nothing to look for, no regular expression where there should be one, or too much.
    pub fn new(raw: &str) -> Result<Query, QueryError> {
        let clean = Clean::new(raw);
        let tokens = tokens(&clean);
        let whole = 0..clean.len();
        let mut query =
            Query { whole: None, words: Vec::new(), not: Vec::new(), filters: Vec::new() };
        if let Some(token) = tokens.get(WORDS) {
            return Err(QueryError { at: token.at.start..whole.end, what: PatternError::TooLarge });
        }
        let plain = tokens.iter().all(|token| matches!(token.what, What::Word(_)));
        // What asks for nothing but that something is missing was not meant so: `-n` is an option.
        if !tokens.is_empty() && plain && tokens.iter().all(|token| token.not) {
            let pattern =
                Pattern::literal(&clean).map_err(|what| QueryError { at: whole, what })?;
            query.words.push(Wanted { pattern, noun: None });
            return Ok(query);
        }
        for token in &tokens {
            query.add(token).map_err(|what| QueryError { at: token.at.clone(), what })?;
        }
        if query.words.is_empty() && query.filters.is_empty() {
            return Err(QueryError { at: whole, what: PatternError::Empty });
        }
        if plain && tokens.len() > 1 {
            query.whole = Pattern::literal(&clean).ok();
        }
        Ok(query)
    }

    /// What the keys of `raw` type with the input method the other way round; none where nobody could
    /// mean that.
    pub fn other_keys(raw: &str) -> Option<Clean> {
        let clean = Clean::new(raw);
        let mut typed = String::new();
        let (mut end, mut any) = (0, false);
        for token in tokens(&clean) {
            let What::Word(word) = token.what else { continue };
            if let Some(other) = other(word) {
                let start = token.at.end.checked_sub(word.len())?;
                typed.push_str(clean.get(end..start)?);
                typed.push_str(&other);
                (end, any) = (token.at.end, true);
            }
        }
        typed.push_str(clean.get(end..)?);
        any.then(|| Clean::new(&typed))
    }

    /// The rank of the sections that answer best, whatever the notes are.
    pub fn best(&self) -> u8 {
        u8::from(self.whole.is_none())
    }

    fn add(&mut self, token: &Token<'_>) -> Result<(), PatternError> {
        let pattern = match token.what {
            What::Word(word) => {
                let initials =
                    word.chars().any(hangul::is_consonant) && word.chars().nth(1).is_some();
                if initials { Pattern::initials(word)? } else { Pattern::literal(word)? }
            }
            // While it is being typed there is nothing in it.
            What::Phrase(phrase) if phrase.trim().is_empty() => return Ok(()),
            What::Phrase(phrase) => Pattern::literal(phrase)?,
            What::Regex("") => return Err(PatternError::Empty),
            What::Regex(regex) => Pattern::regex(regex)?,
            What::Filter(_, text) if text.trim().is_empty() => return Err(PatternError::Empty),
            What::Filter(place, text) => {
                let text = fold_text(text.trim());
                let text = if place == Place::Tag { text.trim_start_matches('#') } else { &text };
                self.filters.push(Filter { not: token.not, place, text: text.to_owned() });
                return Ok(());
            }
        };
        if token.not {
            self.not.push(pattern);
            return Ok(());
        }
        let noun = match token.what {
            What::Word(word) => Pattern::noun(word),
            _ => None,
        };
        self.words.push(Wanted { pattern, noun });
        Ok(())
    }

    /// Whether the query may be answered by the note that `source` makes. Nothing is lost by not looking
    /// where it may not.
    pub fn may_be_in(&self, source: &str) -> bool {
        self.may_hold(source) || source.contains('$') && may_ask_for_formulas(source)
    }

    /// The same of a piece of a note that asks for no formulas.
    pub(super) fn may_hold(&self, source: &str) -> bool {
        self.whole.as_ref().is_some_and(|whole| whole.may_be_in(source))
            || self.words.iter().all(|word| word.may_be_in(source))
    }
}

impl Wanted {
    /// Whether it may stand in what `source` gives, in whatever form.
    pub fn may_be_in(&self, source: &str) -> bool {
        // Wherever the word is, the noun is, too.
        self.noun.as_ref().unwrap_or(&self.pattern).may_be_in(source)
    }
}

fn tokens(query: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = query.get(at..) {
        let start = at + (rest.len() - rest.trim_start().len());
        let rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let (not, body) = match rest.strip_prefix('-') {
            Some(body) if !body.starts_with(|c: char| c == '-' || c.is_whitespace()) => {
                (!body.is_empty(), if body.is_empty() { rest } else { body })
            }
            _ => (false, rest),
        };
        let (what, length) = what(body);
        let end = start + (rest.len() - body.len()) + length;
        tokens.push(Token { at: start..end, not, what });
        at = end;
    }
    tokens
}

/// What stands at the beginning of a text that does not begin with a space, and how many bytes it takes.
fn what(body: &str) -> (What<'_>, usize) {
    if let Some(regex) = body.strip_prefix(REGEX) {
        return (What::Regex(regex.trim()), body.len());
    }
    for (sign, place) in [("tag:", Place::Tag), ("in:", Place::In)] {
        if let Some(rest) = body.strip_prefix(sign) {
            let (text, length) = quoted(rest).unwrap_or_else(|| word(rest));
            return (What::Filter(place, text), sign.len() + length);
        }
    }
    match quoted(body) {
        Some((phrase, length)) => (What::Phrase(phrase), length),
        None => {
            let (word, length) = word(body);
            (What::Word(word), length)
        }
    }
}

/// What stands in quotation marks; where the second is missing, all that follows.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('"')?;
    Some(match inside.find('"').and_then(|end| inside.get(..end)) {
        Some(phrase) => (phrase, phrase.len() + 2),
        None => (inside, text.len()),
    })
}

fn word(text: &str) -> (&str, usize) {
    let word = text.split(char::is_whitespace).next().unwrap_or("");
    (word, word.len())
}

/// A word as the other input method has it, where that is one.
fn other(word: &str) -> Option<String> {
    if word.chars().nth(1).is_none() && word.is_ascii() {
        return None;
    }
    if word.chars().any(hangul::is_hangul) {
        let other = hangul::to_qwerty(word);
        return (other != word && other.chars().nth(1).is_some()).then_some(other);
    }
    let other = hangul::from_qwerty(word);
    let whole = other.chars().all(hangul::is_syllable);
    let initials = other.chars().all(hangul::is_consonant) && other.chars().nth(2).is_some();
    (whole || initials).then_some(other)
}
