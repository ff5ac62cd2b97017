//! What is raised or lowered: in letters that are, or set off by a sign.

use crate::doc::formula::{is_fenced, small};
use crate::doc::{Inline, Marks, Run};

/// A word of more letters is easier to read at its own size.
const LETTERS: usize = 3;

/// The runs that are raised (`true`) or lowered together, if `inline` begins such, and what comes
/// after them.
pub(super) fn first<'a>(
    inline: &'a Inline,
    after: &'a [Inline],
) -> Option<(Vec<&'a Run>, &'a [Inline], bool)> {
    let first = run(inline)?;
    let up = is_up(first.marks)?;
    let more =
        after.iter().map_while(|inline| run(inline).filter(|run| is_up(run.marks) == Some(up)));
    let runs: Vec<&Run> = std::iter::once(first).chain(more).collect();
    let after = after.get(runs.len() - 1..).unwrap_or(&[]);
    Some((runs, after, up))
}

fn run(inline: &Inline) -> Option<&Run> {
    match inline {
        Inline::Text(run) => Some(run),
        Inline::Image { .. } | Inline::Footnote { .. } | Inline::Break { .. } => None,
    }
}

/// Both together (`<sub><sup>`) make text small, no more.
fn is_up(marks: Marks) -> Option<bool> {
    match (marks.has(Marks::SUP), marks.has(Marks::SUB)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// `text` in raised (`up`) or lowered letters, a character for each, where there are all of them and
/// it is no text of words.
pub(super) fn letters(text: &str, up: bool) -> Option<String> {
    if words(text, LETTERS + 1) > 0 || is_remark(text) {
        return None;
    }
    let mut blank = text.chars().filter(|c| c.is_whitespace());
    let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let small = small(&letters, up)?;
    let mut small = small.chars();
    let letter = |c: char| if c.is_whitespace() { blank.next() } else { small.next() };
    text.chars().map(letter).collect()
}

/// How many words there are of at least so many letters.
fn words(text: &str, least: usize) -> usize {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| word.chars().count() >= least).count()
}

/// Whether it is a remark in small print rather than an exponent.
fn is_remark(text: &str) -> bool {
    text.contains(char::is_whitespace) && words(text, 2) > 1
}

/// What sets a raised (`up`) or lowered `text` off from the character before it: `x2` is no `x^2`.
pub(super) fn signs(base: Option<char>, text: &str, up: bool) -> (&'static str, &'static str) {
    let text = text.trim();
    let opens = |c: char| c.is_whitespace() || "([{<\"'“‘.,:;!?".contains(c);
    let base = base.filter(|c| !opens(*c));
    let Some(base) = base.filter(|_| !text.is_empty()) else { return ("", "") };
    // These are read the same on the line.
    let is_high = text.chars().all(|c| "*°′″†‡™®©℠".contains(c));
    let is_suffix = matches!(text, "st" | "nd" | "rd" | "th" | "TM" | "SM");
    if up && (is_high || is_suffix) || text.starts_with('[') && text.ends_with(']') {
        return ("", "");
    }
    if is_remark(text) || !base.is_ascii() && words(text, LETTERS + 1) > 0 {
        return (" ", "");
    }
    let single = text.chars().nth(1).is_none() || is_fenced(text);
    match (up, single) {
        (true, true) => ("^", ""),
        (true, false) => ("^(", ")"),
        (false, true) => ("_", ""),
        (false, false) => ("_(", ")"),
    }
}
