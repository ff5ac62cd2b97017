//! `gongbu search`: text in the notes, and where it stands.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use super::notes::Sources;
use super::setting::{Setting, tell};
use super::{Out, Status};
use crate::diag::Lines;
use crate::doc::Marks;
use crate::layout::{Piece, Row};
use crate::library::{Library, Names, Note, Source};
use crate::search::text::{self, Hit, Pattern, PatternError};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::Word;

/// What was found in one note.
struct Found {
    path: Clean,
    lines: Vec<Line>,
}

/// A line of the result.
struct Line {
    /// Its section's address and title; none before the first.
    section: Option<(Clean, Clean)>,
    line: usize,
    hit: Hit,
}

#[derive(Serialize)]
struct Entry<'a> {
    note: &'a Clean,
    address: &'a str,
    line: usize,
    text: &'a Clean,
    ranges: Vec<[usize; 2]>,
}

pub(super) fn run(
    paths: &[PathBuf],
    query: &str,
    as_json: bool,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let pattern = match Pattern::new(query) {
        Ok(pattern) => pattern,
        Err(error) => {
            tell(&sentence(query, &error, setting));
            return Ok(Status::Wrong);
        }
    };
    let sources = Sources::find(paths);
    let names = (!as_json).then(|| names(&sources));
    let mut groups = 0;
    let mut none = true;
    let (status, problems) = sources.each(
        setting,
        |source| search(&pattern, source),
        |at, found| {
            if found.lines.is_empty() {
                return Ok(());
            }
            match &names {
                Some(names) => text(&found, names.get(at), &mut groups, setting, &mut *out)?,
                None => json(&found, none, &mut *out)?,
            }
            none = false;
            // Who waits at a terminal sees what there is.
            if setting.terminal { out.flush() } else { Ok(()) }
        },
    )?;
    if as_json {
        out.write_all(if none { b"[]\n" } else { b"\n]\n" })?;
    }
    problems.iter().for_each(|problem| tell(problem));
    if none && status == Status::Done {
        tell(&Word::NoText.fill(setting.locale, &[query]));
    }
    Ok(if none { status.max(Status::Nothing) } else { status })
}

fn sentence(query: &str, error: &PatternError, setting: &Setting) -> String {
    let locale = setting.locale;
    match error {
        PatternError::Empty => Word::PatternEmpty.text(locale).to_owned(),
        PatternError::Syntax(what) => Word::PatternSyntax.fill(locale, &[query, what]),
        PatternError::TooLarge => Word::PatternTooLarge.fill(locale, &[query]),
    }
}

/// What stands before the address of a section in each note: `eks:`, nothing where there is one.
fn names(sources: &Sources) -> Vec<String> {
    let empty = |path: &Clean| Arc::new(Note { path: path.clone(), ..Note::default() });
    let library = Library { notes: sources.names().map(empty).collect() };
    let names = Names::new(&library);
    let count = library.notes.len();
    let name = |at| if count > 1 { format!("{}:", names.of(at)) } else { String::new() };
    (0..count).map(name).collect()
}

fn search(pattern: &Pattern, source: Source) -> Found {
    let path = source.path.clone();
    // Most notes need not be read any further.
    if !text::may_be_in(pattern, &source.text) {
        return Found { path, lines: Vec::new() };
    }
    let note = Note::build(source);
    let hits = text::in_note(pattern, &note);
    if hits.is_empty() {
        return Found { path, lines: Vec::new() };
    }
    let lines = Lines::new(&note.text);
    let line = |(part, hit): (usize, Hit)| {
        let section = note.parts.get(part).and_then(|part| note.sections.get(part.section?));
        let section = section.map(|own| (Clean::new(&own.address), own.title.clone()));
        Line { section, line: lines.position(&note.text, hit.at).0, hit }
    };
    Found { path, lines: hits.into_iter().map(line).collect() }
}

/// Writes the lines below their sections.
fn text(
    found: &Found,
    name: Option<&String>,
    groups: &mut usize,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<()> {
    let paint = setting.paint();
    let name = name.map_or("", String::as_str);
    for group in found.lines.chunk_by(|a, b| a.section == b.section) {
        let gap = if *groups > 0 { "\n" } else { "" };
        *groups += 1;
        match group.first().and_then(|line| line.section.as_ref()) {
            Some((address, title)) => {
                let place = format!("{}{name}{address}", setting.address_sign());
                let place = paint.role(Role::Link, &Clean::new(&place));
                writeln!(out, "{gap}{place} {}", paint.role(Role::Summary, title))?;
            }
            None => writeln!(out, "{gap}{}", paint.role(Role::Link, &found.path))?,
        }
        for line in group {
            let number = Clean::new(&format!("{}:", line.line));
            let row = paint.row(&row(&line.hit, setting.ascii));
            writeln!(out, "  {} {row}", paint.role(Role::Muted, &number))?;
        }
    }
    Ok(())
}

/// A line with its matches marked.
fn row(hit: &Hit, ascii: bool) -> Row {
    let piece = |range: std::ops::Range<usize>, marks| Piece {
        role: Role::Text,
        marks,
        text: hit.text.slice(range),
        span: Span::default(),
        target: None,
        term: None,
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for range in &hit.ranges {
        pieces.push(piece(at..range.start, Marks::NONE));
        pieces.push(piece(range.clone(), Marks::MARK));
        at = range.end;
    }
    pieces.push(piece(at..hit.text.len(), Marks::NONE));
    // What was cut off at either end.
    if let (Some(first), true) = (pieces.first_mut(), ascii)
        && let Some(rest) = first.text.strip_prefix('…')
    {
        first.text = Clean::new(&format!("~{rest}"));
    }
    if let (Some(last), true) = (pieces.last_mut(), ascii)
        && let Some(rest) = last.text.strip_suffix('…')
    {
        last.text = Clean::new(&format!("{rest}~"));
    }
    Row { pieces, at: hit.at, ..Row::default() }
}

/// Writes the lines as elements of a list, which begins where `first` is set.
fn json(found: &Found, first: bool, out: Out<'_>) -> io::Result<()> {
    for (i, line) in found.lines.iter().enumerate() {
        out.write_all(if first && i == 0 { b"[\n" } else { b",\n" })?;
        let entry = Entry {
            note: &found.path,
            address: line.section.as_ref().map_or("", |(address, _)| address),
            line: line.line,
            text: &line.hit.text,
            ranges: line.hit.ranges.iter().map(|range| [range.start, range.end]).collect(),
        };
        serde_json::to_writer(&mut *out, &entry)?;
    }
    Ok(())
}
