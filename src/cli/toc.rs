//! `gongbu toc`: the section tree.

use std::io;

use serde::Serialize;

use super::notes::Open;
use super::paint::Paint;
use super::setting::Setting;
use super::{Out, Status, json};
use crate::diag::Lines;
use crate::library::{Names, Note, Section};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::words::Word;

#[derive(Serialize)]
struct Entry<'a> {
    address: Clean,
    number: Option<String>,
    title: &'a Clean,
    depth: usize,
    note: &'a Clean,
    line: usize,
    empty: bool,
}

pub(super) fn run(
    open: &Open,
    as_json: bool,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let notes = &open.collection.notes;
    if as_json {
        let entries: Vec<Entry> = notes.iter().flat_map(|note| entries(note)).collect();
        json::list(&entries, out)?;
        return Ok(open.status);
    }
    let paint = setting.paint();
    let names = Names::new(&open.collection);
    let several = notes.len() > 1;
    let root = if several { 2 } else { 0 };
    for (i, note) in notes.iter().enumerate() {
        if several {
            let gap = if i > 0 { "\n" } else { "" };
            let name = Clean::new(names.of(i));
            writeln!(out, "{gap}{}", paint.role(Role::Summary, &name))?;
        }
        if note.sections.is_empty() {
            let none = Clean::literal(Word::NoteHasNoSections.text(setting.locale));
            writeln!(out, "{:root$}{}", "", paint.role(Role::Muted, &none))?;
        }
        for section in &note.sections {
            let indent = root + 2 * section.depth.saturating_sub(1);
            writeln!(out, "{:indent$}{}", "", line(section, &paint, setting))?;
        }
    }
    Ok(open.status)
}

/// The author's heading; behind it the address where the heading's number is another, and that the
/// section is empty.
fn line(section: &Section, paint: &Paint<'_>, setting: &Setting) -> String {
    let role = if section.empty { Role::Muted } else { Role::Text };
    let mut line = paint.role(role, &section.shown);
    let number = section.number.as_ref().map(ToString::to_string);
    if number.is_some_and(|number| number != section.address) {
        let address = Clean::new(&format!("{}{}", setting.address_sign(), section.address));
        line = format!("{line}  {}", paint.role(Role::Muted, &address));
    }
    if section.empty {
        let mark = Clean::literal(Word::EmptyMark.text(setting.locale));
        line = format!("{line}  {}", paint.role(Role::Muted, &mark));
    }
    line
}

fn entries(note: &Note) -> Vec<Entry<'_>> {
    let lines = Lines::new(&note.text);
    let mut entries = Vec::with_capacity(note.sections.len());
    for section in &note.sections {
        entries.push(Entry {
            address: Clean::new(&section.address),
            number: section.number.as_ref().map(ToString::to_string),
            title: &section.title,
            depth: section.depth,
            note: &note.path,
            line: lines.position(&note.text, section.heading.start).0,
            empty: section.empty,
        });
    }
    entries
}
