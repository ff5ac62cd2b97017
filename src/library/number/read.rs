//! Reads the number at the start of a heading, in all the forms that people write.

use super::cursor::{Cursor, enclosed_value, fold, roman_sign};
use super::{Kind, Numbered, SectionNumber};

/// Numbers have at most so many parts.
const DEPTH: usize = 9;
/// A first part has at most so many digits: more are a year, a port, an error code.
const FIRST_DIGITS: usize = 2;
/// Any other part has at most so many.
const DIGITS: usize = 3;

/// The letters that count in Korean, from 1.
const LETTERS: &str = "가나다라마바사아자차카타파하";
/// The words that stand before a number.
const WORDS: [&str; 6] = ["chapter", "ch", "step", "part", "section", "sec"];

/// The number at the start of `title` (a heading's plain text), where there is one. Symbols before
/// it, such as an emoji, are skipped. Never a number: a year, a quantity (`3가지`, `1.5배`), a name
/// (`2PC`, `v1.2`), a range or date (`3/4`), an address of a machine.
pub fn read(title: &str) -> Option<Numbered> {
    let mut cursor = Cursor { text: title, at: 0 };
    cursor.skip_symbols();
    let (parts, kind) = enclosed(&mut cursor)
        .or_else(|| attempt(&mut cursor, bracketed))
        .or_else(|| attempt(&mut cursor, worded))
        .or_else(|| attempt(&mut cursor, ordinal))
        .or_else(|| attempt(&mut cursor, letter))
        .or_else(|| attempt(&mut cursor, roman))
        .or_else(|| attempt(&mut cursor, dotted))?;
    cursor.skip_spaces();
    cursor.skip_divider();
    let end = title.trim_end().len();
    let start = cursor.at.min(end);
    Some(Numbered { number: SectionNumber::new(&parts)?, title: start..end, kind })
}

type Found = (Vec<u32>, Kind);

/// Runs `form`, and goes back where it finds nothing.
fn attempt(cursor: &mut Cursor, form: fn(&mut Cursor) -> Option<Found>) -> Option<Found> {
    let at = cursor.at;
    let found = form(cursor);
    if found.is_none() {
        cursor.at = at;
    }
    found
}

/// `①`, `⑴`, `❶`, `🔟`: one character is the number.
fn enclosed(cursor: &mut Cursor) -> Option<Found> {
    let value = enclosed_value(cursor.raw()?)?;
    let at = cursor.at;
    cursor.bump();
    // `①②`, `①~③` name several.
    let next = cursor.peek();
    if next.is_some_and(|c| "~,+/-".contains(c) || enclosed_value(c).is_some()) {
        cursor.at = at;
        return None;
    }
    let _ = cursor.eat('.') || cursor.eat(')') || cursor.eat(':');
    Some((vec![value], Kind::Certain))
}

/// `(1)`, `[1.2]`, `(가)`, `[Chapter 1]`.
fn bracketed(cursor: &mut Cursor) -> Option<Found> {
    let close = match cursor.peek()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    cursor.bump();
    cursor.skip_spaces();
    let parts = word(cursor)
        .then(|| parts(cursor))
        .flatten()
        .or_else(|| hangul(cursor).map(|part| vec![part]))?;
    cursor.eat('.');
    cursor.skip_spaces();
    cursor.eat(close).then_some((parts, Kind::Certain))
}

/// Goes past a word such as `Chapter`, which may be missing; `false` where another stands there.
fn word(cursor: &mut Cursor) -> bool {
    let letters = cursor.rest().bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 {
        return true;
    }
    let word = cursor.rest().get(..letters).unwrap_or("");
    if !WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)) {
        return false;
    }
    cursor.at += letters;
    cursor.eat('.');
    cursor.skip_spaces();
    true
}

/// `Chapter 1`, `Step 2:`, `Part II.`, `Section 1.2`.
fn worded(cursor: &mut Cursor) -> Option<Found> {
    let start = cursor.at;
    if !word(cursor) || cursor.at == start {
        return None;
    }
    let parts = parts(cursor).or_else(|| ascii_roman(cursor).map(|part| vec![part]))?;
    boundary(cursor).then_some((parts, Kind::Certain))
}

/// `1장`, `제1장`, `제 1 장`, `1.2절`, `제2부`.
fn ordinal(cursor: &mut Cursor) -> Option<Found> {
    let formal = cursor.eat('제');
    if formal {
        cursor.skip_spaces();
    }
    let parts = parts(cursor)?;
    if formal {
        cursor.skip_spaces();
    }
    let units = if formal { "장절부편강과" } else { "장절" };
    if !units.contains(cursor.peek()?) {
        return None;
    }
    cursor.bump();
    boundary(cursor).then_some((parts, Kind::Certain))
}

/// `가.`, `나)`.
fn letter(cursor: &mut Cursor) -> Option<Found> {
    let part = hangul(cursor)?;
    let ends = cursor.eat(')') || (cursor.eat('.') && cursor.peek() != Some('.'));
    ends.then(|| (vec![part], Kind::Certain))
}

fn hangul(cursor: &mut Cursor) -> Option<u32> {
    let c = cursor.raw()?;
    let index = LETTERS.chars().position(|letter| letter == c)?;
    cursor.bump();
    u32::try_from(index + 1).ok()
}

/// `I.`, `IV)`: letters, so never certain.
fn roman(cursor: &mut Cursor) -> Option<Found> {
    let part = ascii_roman(cursor)?;
    let ends = (cursor.eat('.') || cursor.eat(')')) && cursor.at_space();
    ends.then(|| (vec![part], Kind::Bare))
}

/// An upper-case Roman numeral up to 39: `C.` and `M.` are more often letters.
fn ascii_roman(cursor: &mut Cursor) -> Option<u32> {
    let letters = cursor.rest().bytes().take_while(|byte| b"IVX".contains(byte)).count();
    let written = cursor.rest().get(..letters).filter(|written| !written.is_empty())?;
    let value = (1..40).find(|&value| ascii_numeral(value) == written)?;
    cursor.at += letters;
    Some(value)
}

fn ascii_numeral(value: u32) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let ones = ONES.get(value as usize % 10).copied().unwrap_or("");
    "X".repeat(value as usize / 10) + ones
}

/// `1.`, `1`, `1.1`, `1-1.`, `1)`, `1.제목`, `1 - 제목`, `Ⅱ.`, `1️⃣`.
fn dotted(cursor: &mut Cursor) -> Option<Found> {
    let start = cursor.at;
    let parts = parts(cursor)?;
    if is_date_or_address(cursor.between(start), &parts) {
        return None;
    }
    let certain = match cursor.peek() {
        _ if cursor.is_after_keycap() => {
            let _ = cursor.eat('.') || cursor.eat(')') || cursor.eat(':');
            true
        }
        Some(')') => cursor.eat(')'),
        Some('.') => {
            cursor.eat('.');
            // `1...`, `3.x`, `5./6`
            if cursor.peek().is_some_and(|c| "./,%".contains(c)) || cursor.at_wildcard() {
                return None;
            }
            true
        }
        Some(mark @ (':' | '-' | '–' | '—')) => {
            cursor.eat(mark);
            if !cursor.at_space() {
                return None;
            }
            true
        }
        Some(c) if !c.is_whitespace() => return None,
        _ => {
            let roman = cursor.between(start).chars().any(|c| c.is_numeric() && fold(c) > '9');
            let spaces = cursor.at;
            cursor.skip_spaces();
            let divided = cursor.skip_divider() || (cursor.eat('.') && cursor.at_space());
            if !divided {
                cursor.at = spaces;
            }
            divided || roman || parts.len() > 1
        }
    };
    Some((parts, if certain { Kind::Certain } else { Kind::Bare }))
}

/// `21.12.25` and `10.0.0.1`, as written and as read.
fn is_date_or_address(written: &str, parts: &[u32]) -> bool {
    match parts {
        [year, month, day] => {
            *year > 12
                && (1..=12).contains(month)
                && (1..=31).contains(day)
                && written.split(['.', '-']).all(|part| part.len() == 2)
        }
        [_, rest @ ..] => rest.len() == 3 && rest.iter().any(|&part| part == 0 || part > 99),
        [] => false,
    }
}

/// What may follow a number that a word has made certain: its end mark is passed.
fn boundary(cursor: &mut Cursor) -> bool {
    let _ = cursor.eat('.') || cursor.eat(':') || cursor.eat(')');
    match cursor.peek() {
        None => true,
        Some(c) => c.is_whitespace() || "-–—|([_:".contains(c) || cursor.before() == Some('.'),
    }
}

/// Digits or Roman numeral signs between dots or dashes.
fn parts(cursor: &mut Cursor) -> Option<Vec<u32>> {
    let start = cursor.at;
    let mut parts = vec![part(cursor, FIRST_DIGITS)?];
    loop {
        let end = cursor.at;
        if !(cursor.eat('.') || cursor.eat('-')) || !cursor.at_part() {
            cursor.at = end;
            return Some(parts);
        }
        let next = part(cursor, DIGITS);
        match next {
            Some(next) if parts.len() < DEPTH => parts.push(next),
            _ => {
                cursor.at = start;
                return None;
            }
        }
    }
}

/// One part of at most `most` digits.
fn part(cursor: &mut Cursor, most: usize) -> Option<u32> {
    let start = cursor.at;
    if let Some(value) = cursor.raw().and_then(roman_sign) {
        cursor.bump();
        return Some(value);
    }
    let (mut value, mut count) = (0u32, 0);
    while let Some(digit) = cursor.peek().and_then(|c| c.to_digit(10)) {
        cursor.bump();
        cursor.eat_keycap();
        value = value.saturating_mul(10).saturating_add(digit);
        count += 1;
    }
    if count == 0 || count > most {
        cursor.at = start;
        return None;
    }
    Some(value)
}
