//! Rows with more cells than their table has columns: GFM drops what is too much. Mostly it is a bar
//! within code that was not escaped; so bars there part no cells, and then the last bars do not.

use std::borrow::Cow;
use std::ops::Range;

use super::emphasis::after_code;

/// A row of a table, from its first cell to its end.
pub(super) struct Row {
    pub range: Range<usize>,
    /// How many columns the table has.
    pub columns: usize,
}

/// Whether a line of `text` could be a row with too many cells, be it code or not.
pub(super) fn is_wanted(text: &str) -> bool {
    if !text.contains('|') {
        return false;
    }
    let mut columns = None;
    text.lines().any(|line| {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let line = line.strip_prefix('|').unwrap_or(line);
        let line = line.trim_end_matches(|c: char| c.is_whitespace() || c == '|');
        let cells = line.matches('|').count() + 1;
        // Below a line of dashes, up to a blank one, there may be rows.
        if line.is_empty() {
            columns = None;
        } else if line.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '\t')) {
            columns = Some(cells);
        }
        columns.is_some_and(|columns| cells > columns)
    })
}

/// Whether something stands in `rest` of a row, which follows its last cell.
pub(super) fn is_surplus(rest: &str) -> bool {
    rest.contains(|c: char| c != '|' && !c.is_whitespace())
}

/// Escapes the bars of `row` in `text` that are too many.
pub(super) fn repair(text: &str, row: &Row, inserts: &mut Vec<(usize, Cow<'static, str>)>) {
    let cells = text.get(row.range.clone()).unwrap_or("").trim_end();
    let cells = cells.strip_suffix('|').unwrap_or(cells);
    let (mut within, mut between) = (Vec::new(), Vec::new());
    let mut at = 0;
    let mut code = 0;
    while let Some(byte) = cells.as_bytes().get(at) {
        match byte {
            b'\\' => at += 1,
            b'`' if at >= code => {
                code = after_code(cells, at);
                let ticks = cells.len() - at - cells[at..].trim_start_matches('`').len();
                at += ticks - 1;
            }
            b'|' if at < code => within.push(at),
            b'|' => between.push(at),
            _ => {}
        }
        at += 1;
    }
    let surplus = (within.len() + between.len() + 1).saturating_sub(row.columns);
    let bars = within.into_iter().chain(between.into_iter().rev()).take(surplus);
    inserts.extend(bars.map(|at| (row.range.start + at, "\\".into())));
}
