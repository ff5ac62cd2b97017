//! Emphasis that closes where a Korean reader expects it.
//!
//! CommonMark (section 6.2, "left-flanking" and "right-flanking" runs) does not close the run in
//! `**용어(Term)**는`, because punctuation stands before it and a letter after. An invisible
//! character reference next to the run makes it close, and is left out again when read.

use std::borrow::Cow;
use std::ops::Range;

use super::formula::Formulas;

/// What is inserted next to a run; the parser counts its last character as punctuation.
pub(super) const INVISIBLE: &str = "&zwnj;";

/// A run of one delimiter.
#[derive(Clone, Copy)]
struct Delimiter {
    start: usize,
    end: usize,
    opens: bool,
    closes: bool,
    opens_by_rule: bool,
    closes_by_rule: bool,
}

/// Finds the runs in `leaf` (the text of one paragraph, heading or cell) that a reader would take
/// for emphasis and the grammar would not, and adds what makes them so to `inserts`; also what makes
/// single dollar signs text where only double ones are for formulas.
pub fn repair(
    text: &str,
    leaf: Range<usize>,
    formulas: Formulas,
    inserts: &mut Vec<(usize, Cow<'static, str>)>,
) {
    let Some(part) = text.get(leaf.clone()) else { return };
    // One stack for each delimiter and length: only like runs pair.
    let mut open: [Vec<Delimiter>; 9] = Default::default();
    let mut previous = ' ';
    let mut at = 0;
    while let Some(c) = part[at..].chars().next() {
        match c {
            '\\' => {
                let escaped = part[at + 1..].chars().next();
                at += 1 + escaped.map_or(0, char::len_utf8);
                previous = escaped.unwrap_or('\\');
            }
            '`' => {
                at = after_code(part, at);
                previous = '`';
            }
            '<' => {
                at = after_tag(part, at);
                previous = '>';
            }
            '[' if part[at..].starts_with("[[") => {
                at = after_target(part, at);
                previous = '[';
            }
            '$' => {
                let end = formulas.after(part, at);
                if formulas == Formulas::Double && end == at + 1 {
                    inserts.push((leaf.start + at, "\\".into()));
                }
                at = end;
                previous = '$';
            }
            '*' | '_' | '~' => {
                let length = part[at..].len() - part[at..].trim_start_matches(c).len();
                let next = part[at + length..].chars().next().unwrap_or(' ');
                let run = delimiter(c, at, length, previous, next);
                let kind = match c {
                    '*' => 0,
                    '_' => 3,
                    _ => 6,
                };
                let pairs = (1..=3).contains(&length) && (c != '~' || length == 2);
                if let Some(stack) = open.get_mut(kind + length - 1).filter(|_| pairs) {
                    if run.closes && !stack.is_empty() {
                        if let Some(opener) = stack.pop() {
                            if !opener.opens_by_rule {
                                inserts.push((leaf.start + opener.start, INVISIBLE.into()));
                            }
                            if !run.closes_by_rule {
                                inserts.push((leaf.start + run.end, INVISIBLE.into()));
                            }
                        }
                    } else if run.opens {
                        stack.push(run);
                    }
                }
                at += length;
                previous = c;
            }
            _ => {
                at += c.len_utf8();
                previous = c;
            }
        }
    }
}

/// Whether any run in `text` stands where a reader and the grammar differ, be it code or not.
pub fn is_wanted(text: &str) -> bool {
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['*', '_', '~'])) {
        let start = at + found;
        let rest = &text[start..];
        let Some(c) = rest.chars().next() else { return false };
        let length = rest.len() - rest.trim_start_matches(c).len();
        at = start + length;
        let previous = text[..start].chars().next_back().unwrap_or(' ');
        let next = text[at..].chars().next().unwrap_or(' ');
        let run = delimiter(c, start, length, previous, next);
        // Where its first sign is escaped, the run is what follows that.
        let escaped = previous == '\\' && length > 1;
        if escaped || run.opens != run.opens_by_rule || run.closes != run.closes_by_rule {
            return true;
        }
    }
    false
}

fn delimiter(c: char, start: usize, length: usize, previous: char, next: char) -> Delimiter {
    let left = !next.is_whitespace()
        && (!is_punctuation(next) || previous.is_whitespace() || is_punctuation(previous));
    let right = !previous.is_whitespace()
        && (!is_punctuation(previous) || next.is_whitespace() || is_punctuation(next));
    let (opens_by_rule, closes_by_rule) = if c == '_' {
        (left && (!right || is_punctuation(previous)), right && (!left || is_punctuation(next)))
    } else {
        (left, right)
    };
    Delimiter {
        start,
        end: start + length,
        opens: opens_by_rule || (is_cjk(previous) && !next.is_whitespace()),
        closes: closes_by_rule || (is_cjk(next) && !previous.is_whitespace()),
        opens_by_rule,
        closes_by_rule,
    }
}

/// The offset after the code span that opens at `at`, or after its backticks where it never closes.
pub(super) fn after_code(part: &str, at: usize) -> usize {
    let rest = &part[at..];
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let mut from = ticks;
    // Looking further than a few thousand bytes would make many unclosed runs quadratic.
    let limit = rest.len().min(4096);
    while let Some(found) = rest.get(from..).and_then(|r| r.find('`')).filter(|f| from + f < limit)
    {
        let start = from + found;
        let run = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        if run == ticks {
            return at + start + run;
        }
        from = start + run;
    }
    at + ticks
}

/// The offset after the tag or address in angle brackets at `at`, or after the bracket.
fn after_tag(part: &str, at: usize) -> usize {
    for (i, c) in part[at + 1..].char_indices().take(1024) {
        match c {
            '>' if i > 0 => return at + 1 + i + 1,
            '<' | '\n' => break,
            c if i == 0 && !(c.is_ascii_alphabetic() || c == '/') => break,
            _ => {}
        }
    }
    at + 1
}

/// The offset after the target of the wiki link at `at`, in which no run means anything, or after its
/// brackets where there is none.
fn after_target(part: &str, at: usize) -> usize {
    let start = at + 2;
    let ends = |(_, c): &(usize, char)| matches!(c, '[' | ']' | '|' | '\n');
    let end = part[start..].char_indices().take(1024).find(ends);
    match end {
        Some((end, ']' | '|')) => start + end,
        _ => start,
    }
}

/// Punctuation as the parser counts it: ASCII's, and Unicode's P and S classes, of which those that
/// stand next to Korean are named here.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || (!c.is_alphanumeric() && !c.is_whitespace() && !c.is_control() && !c.is_ascii())
}

/// Letters of scripts that write without spaces round emphasis.
fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{3131}'..='\u{318e}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}')
}
