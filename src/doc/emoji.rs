//! Emoji by name, as GitHub writes them: `:rocket:`. Only names that are known.

mod table;

use super::leaf;
use super::{Inline, Marks, Run};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::text::width::graphemes;

/// No name is longer, in bytes.
const LONGEST: usize = 48;

/// Whether `text` could have a name in it.
pub(super) fn is_wanted(text: &str) -> bool {
    next(text, 0).is_some()
}

/// Whether `run` has a name in it, and is no address, no key to press and no code.
pub(super) fn is_in(run: &Run) -> bool {
    let text = leaf::is_plain(run) && !run.marks.has(Marks::KBD);
    text && is_wanted(&run.text) && !(run.link.is_some() && run.text.contains("://"))
}

/// Puts each emoji of `run` in the place of its name.
pub(super) fn read(run: Run, out: &mut Vec<Inline>) {
    let mut from = 0;
    while let Some((start, end, emoji)) = next(&run.text, from) {
        if from < start {
            out.push(Inline::Text(leaf::part(&run, from, start)));
        }
        let mut named = leaf::part(&run, start, end);
        named.text = Clean::new(emoji);
        // A span as long as the text would claim that both are the same.
        if named.text.len() == named.span.len() {
            named.span = Span::new(named.span.start, named.span.end.saturating_sub(1));
        }
        out.push(Inline::Text(named));
        from = end;
    }
    if from < run.text.len() {
        out.push(Inline::Text(leaf::part(&run, from, run.text.len())));
    }
}

/// `text` with the names in the place of its emoji, where any has one: GitHub makes the ids of headings of
/// the names.
pub fn named(text: &str) -> Option<String> {
    // Letters are by far the most.
    let may_be = |c: char| !c.is_ascii() && !c.is_alphanumeric();
    if !text.contains(may_be) {
        return None;
    }
    let mut found = false;
    let mut named = String::new();
    for (_, grapheme, _) in graphemes(text) {
        match Some(grapheme).filter(|own| own.contains(may_be)).and_then(table::name) {
            Some(name) => {
                found = true;
                named.extend([":", name, ":"]);
            }
            None => named.push_str(grapheme),
        }
    }
    found.then_some(named)
}

/// The first name in `text` from `from` on: where it begins and ends with its colons, and its emoji.
/// `10:30:20`, `a:b:c` and `a::b::c` have none: no letter or digit of Latin, and no colon but that of
/// another name, stands beside one.
fn next(text: &str, from: usize) -> Option<(usize, usize, &'static str)> {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let colon = |at: usize| bytes.get(at) == Some(&b':');
    let mut at = from;
    loop {
        let start = at + memchr::memchr(b':', bytes.get(at..)?)?;
        at = start + 1;
        let before = start.checked_sub(1);
        if before.is_some_and(|before| letter(before) || (colon(before) && start > from)) {
            continue;
        }
        if let Some((end, emoji)) = at_colon(text, start)
            && !letter(end)
            && (!colon(end) || at_colon(text, end).is_some())
        {
            return Some((start, end, emoji));
        }
    }
}

/// The name whose colon stands at `start`: where it ends, and its emoji.
fn at_colon(text: &str, start: usize) -> Option<(usize, &'static str)> {
    let bytes = text.as_bytes();
    let named = |b: &&u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_+-".contains(b);
    let length = bytes.iter().skip(start + 1).take(LONGEST).take_while(named).count();
    let end = start + 1 + length;
    if length == 0 || bytes.get(end) != Some(&b':') {
        return None;
    }
    Some((end + 1, table::emoji(text.get(start + 1..end)?)?))
}
