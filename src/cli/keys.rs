//! `gongbu keys`: every key and what it does.

use std::io;

use super::json;
use super::setting::Setting;
use super::{Out, Status};
use crate::app::help::{Line, columns_of, lines};
use crate::app::keymap::{Keymap, Row};
use crate::text::width::pad;

/// Prints the keys, group by group.
pub(super) fn run(
    keymap: &Keymap,
    as_json: bool,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    if as_json {
        let rows = keymap.rows(setting.locale);
        let listed: Vec<Listed<'_>> = rows.iter().map(Listed::new).collect();
        json::list(&listed, out)?;
        return Ok(Status::Done);
    }
    let columns = setting.width().saturating_sub(2);
    for line in &lines(keymap, setting.locale, setting.ascii, columns) {
        match line {
            Line::Title(title) => writeln!(out, "{title}")?,
            Line::Keys { keys, does } => {
                let line = format!("  {}  {does}", pad(keys, columns_of(columns).0));
                writeln!(out, "{}", line.trim_end())?;
            }
            Line::Blank => writeln!(out)?,
        }
    }
    Ok(Status::Done)
}

/// A row of the table, as JSON.
#[derive(serde::Serialize)]
struct Listed<'a> {
    command: &'a str,
    keys: &'a [String],
    #[serde(rename = "where")]
    place: &'a str,
    does: &'a str,
}

impl<'a> Listed<'a> {
    fn new(row: &'a Row) -> Listed<'a> {
        Listed { command: row.command, keys: &row.keys, place: &row.place, does: row.does }
    }
}
