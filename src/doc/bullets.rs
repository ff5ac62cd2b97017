//! Bullets under numbers: people write them at the number's own column, where CommonMark ends the list.

use std::borrow::Cow;
use std::ops::Range;

use super::MAX_DEPTH;

/// Whether `text` has both numbers and bullets.
pub(super) fn is_wanted(text: &str) -> bool {
    let numbers = || text.lines().any(|line| ordered_marker(line).is_some());
    numbers() && text.lines().any(|line| bullet(line).is_some())
}

/// Where an ordered item stands in its line.
#[derive(Clone, Copy)]
struct Marker {
    /// The column that it begins in.
    column: usize,
    /// The column of its text.
    text: usize,
    number: u32,
}

impl Marker {
    /// Whether `next`, in the same column, goes on where this one is. The numbers of a list may all be
    /// the same.
    fn goes_on(self, next: Marker) -> bool {
        let same = self.column == next.column;
        same && (next.number == self.number || next.number == self.number + 1)
    }
}

/// The marker of an ordered item.
fn ordered_marker(line: &str) -> Option<Marker> {
    let (column, rest) = indentation(line);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if !(1..=9).contains(&digits) || !rest[digits..].starts_with(['.', ')']) {
        return None;
    }
    let after = &rest[digits + 1..];
    let spaces = after.len() - after.trim_start_matches(' ').len();
    if spaces == 0 && !after.is_empty() {
        return None;
    }
    // Five spaces and more are code within the item, whose text then starts after one of them.
    let spaces = if (1..=4).contains(&spaces) { spaces } else { 1 };
    let number = rest[..digits].parse().ok()?;
    Some(Marker { column, text: column + digits + 1 + spaces, number })
}

fn bullet(line: &str) -> Option<usize> {
    let (indent, rest) = indentation(line);
    let mut chars = rest.chars();
    let marked = matches!(chars.next(), Some('-' | '*' | '+'))
        && matches!(chars.next(), None | Some(' ' | '\t'));
    (marked && !is_rule(rest)).then_some(indent)
}

/// Three and more of one mark with nothing but spaces between are a rule, not bullets.
fn is_rule(rest: &str) -> bool {
    let mark = rest.chars().next().unwrap_or(' ');
    rest.chars().filter(|c| *c == mark).count() >= 3
        && rest.chars().all(|c| c == mark || c.is_whitespace())
}

fn indentation(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches(' ');
    (line.len() - rest.len(), rest)
}

/// An open ordered item, the column of the bullets that were taken under it, and how far those are
/// moved.
struct Open {
    marker: Marker,
    bullets: Option<usize>,
    shift: usize,
    /// Whether an item of its list has taken bullets after a blank line.
    apart: bool,
}

/// Moves bullets that stand at or right of an ordered marker, but left of its text, under that
/// item. After a blank line those in the marker's own column begin a list of their own, unless the
/// numbers go on after them, or did so before. `code` is where the code of `text` stands.
pub(super) fn repair(
    text: &str,
    code: &[Range<usize>],
    inserts: &mut Vec<(usize, Cow<'static, str>)>,
) {
    let lines = lines(text, code);
    let ahead = next_numbers(&lines);
    let mut open: Vec<Open> = Vec::new();
    for (line, next) in lines.iter().zip(ahead) {
        let Line { start, indent, blank, kind } = *line;
        match kind {
            // Code keeps its place, unless it stands in a bullet that has been moved.
            Kind::Code => open.retain(|item| item.marker.column < indent),
            Kind::Number(marker) => {
                open.retain(|item| item.marker.column <= marker.column);
                // Left of the text and of the bullets it is the next item of the same list.
                let next = |item: &Open| {
                    let under = item.bullets.is_some_and(|bullets| marker.column > bullets);
                    marker.column < item.marker.text && !under
                };
                let mut apart = false;
                while let Some(item) = open.pop_if(|item| next(item)) {
                    apart = item.apart && item.marker.goes_on(marker);
                }
                if open.len() < MAX_DEPTH {
                    open.push(Open { marker, bullets: None, shift: 0, apart });
                }
            }
            Kind::Bullet => {
                open.retain(|item| item.marker.column <= indent);
                let begins = |item: &mut Open| {
                    let own = item.marker.column == indent && item.bullets.is_none();
                    let goes_on = next.is_some_and(|next| item.marker.goes_on(next));
                    own && blank && !goes_on && !item.apart
                };
                open.pop_if(begins);
                if let Some(item) = open.last_mut() {
                    let nested = item.bullets.is_some_and(|bullets| indent > bullets + 1);
                    if indent < item.marker.text && !nested {
                        item.apart |= blank && item.bullets.is_none();
                        item.bullets = Some(indent);
                        item.shift = item.marker.text - indent;
                    }
                }
            }
            Kind::End => open.clear(),
            // Text left of the marker after a blank line ends the list; without one it is lazy.
            Kind::Text if blank => open.retain(|item| item.marker.column < indent),
            Kind::Text => {}
        }
        let shift: usize = open.iter().map(|item| item.shift).sum();
        if shift > 0 {
            inserts.push((start, " ".repeat(shift.min(64)).into()));
        }
    }
}

/// A line that is not blank.
struct Line {
    /// Where it begins, in bytes.
    start: usize,
    indent: usize,
    /// Whether a blank line stands before it.
    blank: bool,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Code,
    Number(Marker),
    Bullet,
    /// A heading or a rule, which ends every list.
    End,
    Text,
}

fn lines(text: &str, code: &[Range<usize>]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut blank = false;
    let mut at = 0;
    let mut code = code.iter().peekable();
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end_matches('\n');
        while code.next_if(|range| range.end <= start).is_some() {}
        let (indent, rest) = indentation(line);
        if rest.is_empty() {
            blank = true;
            continue;
        }
        let kind = if code.peek().is_some_and(|range| range.start < at) {
            Kind::Code
        } else if let Some(marker) = ordered_marker(line) {
            Kind::Number(marker)
        } else if bullet(line).is_some() {
            Kind::Bullet
        } else if rest.starts_with('#') || is_rule(rest) {
            Kind::End
        } else {
            Kind::Text
        };
        lines.push(Line { start, indent, blank, kind });
        blank = false;
    }
    lines
}

/// For each line the next number in its column, if nothing before that ends a list there.
fn next_numbers(lines: &[Line]) -> Vec<Option<Marker>> {
    // Columns ascend, each with the next number.
    let mut ahead: Vec<Marker> = Vec::new();
    let next = lines.iter().rev().map(|line| {
        let next = ahead.iter().rev().find(|next| next.column <= line.indent);
        let next = next.copied().filter(|next| next.column == line.indent);
        match line.kind {
            Kind::Number(marker) => {
                ahead.retain(|next| next.column < marker.column);
                if ahead.len() < MAX_DEPTH {
                    ahead.push(marker);
                }
            }
            Kind::Bullet => ahead.retain(|next| next.column <= line.indent),
            Kind::End => ahead.clear(),
            Kind::Code => ahead.retain(|next| next.column < line.indent),
            Kind::Text if line.blank => ahead.retain(|next| next.column < line.indent),
            Kind::Text => {}
        }
        next
    });
    let mut next: Vec<_> = next.collect();
    next.reverse();
    next
}
