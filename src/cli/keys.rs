//! `gongbu keys`: every key and what it does.

use std::io;

use super::json;
use super::setting::Setting;
use super::{Out, Status};
use crate::app::help::{Line, lines};
use crate::app::keymap::{Keymap, Row};
use crate::text::width::{pad, width};

/// Prints the keys, group by group.
pub(super) fn run(as_json: bool, setting: &Setting, out: Out<'_>) -> io::Result<Status> {
    let keymap = Keymap::default();
    if as_json {
        let rows = keymap.rows(setting.locale);
        let listed: Vec<Listed<'_>> = rows.iter().map(Listed::new).collect();
        json::list(&listed, out)?;
        return Ok(Status::Done);
    }
    let lines = lines(&keymap, setting.locale);
    let keys = |line: &Line| match line {
        Line::Keys(row) => width(&row.keys.join(" ")),
        _ => 0,
    };
    let widest = lines.iter().map(keys).max().unwrap_or(0);
    for line in &lines {
        match line {
            Line::Title(title) => writeln!(out, "{title}")?,
            Line::Keys(row) => {
                let keys = pad(&row.keys.join(" "), widest);
                writeln!(out, "  {keys}  {} · {}", row.does, row.place)?;
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
