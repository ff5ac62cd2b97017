//! The help: the live keymap, group by group.

use super::command::Group;
use super::keymap::{Keymap, Row};
use crate::words::Locale;

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The title of a group.
    Title(&'static str),
    /// Keys and what they do.
    Keys(Row),
    /// Space between groups.
    Blank,
}

/// All lines, from top to bottom.
pub fn lines(keymap: &Keymap, locale: Locale) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group: Option<Group> = None;
    for row in keymap.rows(locale) {
        if group != Some(row.group) {
            if group.is_some() {
                lines.push(Line::Blank);
            }
            lines.push(Line::Title(row.group.title().text(locale)));
            group = Some(row.group);
        }
        lines.push(Line::Keys(row));
    }
    lines
}
