//! The help: the live keymap, group by group.

use super::command::Group;
use super::keymap::Keymap;
use crate::text::ascii;
use crate::text::width::{cut, width};
use crate::words::Locale;

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The title of a group.
    Title(&'static str),
    /// Keys, what they do, and where.
    Keys { keys: String, does: String },
    /// Space between groups.
    Blank,
}

/// How much of a line the keys may take, in columns.
const KEYS: usize = 28;

/// All lines, from top to bottom, within `columns`: what is longer goes on in the next line. With `ascii`
/// keys with arrows are named.
pub fn lines(keymap: &Keymap, locale: Locale, ascii: bool, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group: Option<Group> = None;
    let (key_columns, does_columns) = columns_of(columns);
    for row in keymap.rows(locale) {
        if group != Some(row.group) {
            if group.is_some() {
                lines.push(Line::Blank);
            }
            lines.push(Line::Title(row.group.title().text(locale)));
            group = Some(row.group);
        }
        let keys = wrap(&ascii::keys(row.line(), ascii), key_columns);
        let does =
            wrap(&ascii::signs(&format!("{} · {}", row.does, row.place), ascii), does_columns);
        for i in 0..keys.len().max(does.len()) {
            let of = |lines: &[String]| lines.get(i).cloned().unwrap_or_default();
            lines.push(Line::Keys { keys: of(&keys), does: of(&does) });
        }
    }
    lines
}

/// The columns of the keys, and of what they do (with two between them), in `columns`.
pub fn columns_of(columns: usize) -> (usize, usize) {
    let keys = KEYS.min(columns / 3).max(1);
    (keys, columns.saturating_sub(keys + 2).max(1))
}

/// `text` in lines of at most `columns`, broken at spaces where there are some.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut word = word;
        let used = lines.last().map_or(0, |line| width(line));
        if used > 0 && used + 1 + width(word) > columns {
            lines.push(String::new());
        } else if used > 0
            && let Some(line) = lines.last_mut()
        {
            line.push(' ');
        }
        while width(word) > columns {
            let first = cut(word, columns);
            if first.is_empty() {
                break;
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(first);
            }
            word = &word[first.len()..];
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(word);
        }
    }
    lines
}
