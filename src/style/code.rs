//! Code in colour: which part of a line is a comment, a string, a keyword. Slow where a language is
//! met for the first time, so the app leaves it to a worker; a build without the feature `highlight`
//! knows no language.

#[cfg(feature = "highlight")]
mod names;
#[cfg(feature = "highlight")]
mod prompt;
#[cfg(feature = "highlight")]
mod scopes;
#[cfg(feature = "highlight")]
mod syntax;

use std::ops::Range;

/// Whether any language is known.
pub const AVAILABLE: bool = cfg!(feature = "highlight");

/// Of a block at most so many lines are told apart; the others are plain.
pub const MOST_LINES: usize = 2_000;
/// Of a block at most so many bytes are told apart; the lines after them are plain.
pub const MOST_BYTES: usize = 200_000;

/// What a part of a line of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// A remark for people.
    Comment,
    /// A text in quotes, or one that stands where such a text could.
    String,
    /// A number.
    Number,
    /// A value that the language names (`true`, `nil`), an escape in a string.
    Constant,
    /// A word of the language.
    Keyword,
    /// A type, a class, a module.
    Type,
    /// A function or a command that is called or defined.
    Function,
    /// A key of a mapping, a tag, an attribute, an option of a command.
    Name,
    /// A variable of a shell, a template or a makefile.
    Variable,
    /// A line that a patch adds.
    Added,
    /// A line that a patch removes.
    Removed,
    /// The head of a part: a section of a configuration, a hunk of a patch.
    Heading,
}

impl Token {
    /// Every token, each once.
    pub const ALL: [Token; 12] = [
        Token::Comment,
        Token::String,
        Token::Number,
        Token::Constant,
        Token::Keyword,
        Token::Type,
        Token::Function,
        Token::Name,
        Token::Variable,
        Token::Added,
        Token::Removed,
        Token::Heading,
    ];
}

/// What the parts of some lines are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// The parts of all lines: where each ends in its line, in bytes, and what it is.
    parts: Vec<(u32, Option<Token>)>,
    /// Where the parts of each line end among all.
    lines: Vec<u32>,
}

impl Colours {
    /// The parts of line `line` (from 0): bytes, in order, without gaps. What follows the last one is
    /// plain, and so is a line of which nothing is known.
    pub fn line(&self, line: usize) -> impl Iterator<Item = (Range<usize>, Option<Token>)> {
        let end = |line: usize| self.lines.get(line).map_or(self.parts.len(), |end| *end as usize);
        let start = line.checked_sub(1).map_or(0, end);
        let mut at = 0;
        self.parts.get(start..end(line)).unwrap_or(&[]).iter().map(move |(end, token)| {
            let end = *end as usize;
            (std::mem::replace(&mut at, end)..end, *token)
        })
    }

    /// Whether nothing is known of any line.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// How many parts there are: what it weighs.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Adds a line. Parts of no length are left out, and parts of one kind become one.
    pub fn push(&mut self, parts: impl IntoIterator<Item = (Range<usize>, Option<Token>)>) {
        let first = self.parts.len();
        for (range, token) in parts {
            let Ok(end) = u32::try_from(range.end) else { break };
            match self.parts.get_mut(first..).and_then(<[_]>::last_mut) {
                _ if range.is_empty() => {}
                Some((last, same)) if *same == token => *last = end,
                _ => self.parts.push((end, token)),
            }
        }
        if self.parts.len() > first && self.parts.last().is_some_and(|(_, token)| token.is_none()) {
            self.parts.pop();
        }
        self.lines.push(u32::try_from(self.parts.len()).unwrap_or(u32::MAX));
    }
}

/// Tells the parts of `lines` apart, which are code in `lang` (the first word of a fence), as far as
/// the limits go. Nothing is known of a language that is not known. None when `cancelled` says so,
/// which is asked before each line; of many lines `report` gets the first ones now and then.
#[cfg(feature = "highlight")]
pub fn colour<'a>(
    lang: &str,
    lines: impl IntoIterator<Item = &'a str>,
    report: &mut dyn FnMut(&Colours),
    cancelled: &dyn Fn() -> bool,
) -> Option<Colours> {
    let mut colours = Colours::default();
    let lines: Vec<&str> = lines.into_iter().take(MOST_LINES).collect();
    let Some(mut reader) = syntax::Reader::new(lang, &lines) else { return Some(colours) };
    let (mut bytes, mut reported) = (0, REPORTED);
    for (at, line) in lines.iter().enumerate() {
        bytes += line.len();
        if cancelled() {
            return None;
        }
        if at == reported {
            report(&colours);
            // Twice as many each time, or all would be told of over and over.
            reported *= 2;
        }
        if bytes > MOST_BYTES || !reader.line(line, &mut colours) {
            break;
        }
    }
    Some(colours)
}

/// So many lines are the first to be reported: a high screen of them.
#[cfg(feature = "highlight")]
const REPORTED: usize = 100;

/// Without the feature `highlight` nothing is known.
#[cfg(not(feature = "highlight"))]
pub fn colour<'a>(
    _lang: &str,
    _lines: impl IntoIterator<Item = &'a str>,
    _report: &mut dyn FnMut(&Colours),
    _cancelled: &dyn Fn() -> bool,
) -> Option<Colours> {
    Some(Colours::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_line() {
        let mut colours = Colours::default();
        let (comment, string) = (Some(Token::Comment), Some(Token::String));
        colours.push([(0..2, string), (2..2, comment), (2..4, string), (4..5, None)]);
        colours.push([]);
        colours.push([(0..1, None), (1..3, comment)]);
        let line = |at| colours.line(at).collect::<Vec<_>>();
        assert_eq!(line(0), [(0..4, string)]);
        assert_eq!(line(1), []);
        assert_eq!(line(2), [(0..1, None), (1..3, comment)]);
        assert_eq!(line(3), []);
    }
}
