//! `gongbu search`: text in the notes, and where it stands.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;

use super::notes::Sources;
use super::setting::{Setting, tell};
use super::{Out, Status};
use crate::diag::Lines;
use crate::doc::Marks;
use crate::layout::{Piece, Row};
use crate::library::{Library, Names, Note, Source};
use crate::search::text::{self, Hit, Query, Score, in_sections};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::Word;

/// What was found in one section.
struct Found {
    path: Clean,
    score: Score,
    /// Its address and title; none before the first.
    section: Option<(Clean, Clean)>,
    lines: Vec<Line>,
}

/// A line of the result.
struct Line {
    line: usize,
    hit: Hit,
}

/// What was found in one note: as it was asked, and as other keys.
type Both = (Vec<Found>, Vec<Found>);

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
    let asked = match Query::new(query) {
        Ok(asked) => asked,
        Err(error) => {
            tell(&error.say(query, setting.locale));
            return Ok(Status::Wrong);
        }
    };
    let typed = Query::other_keys(query);
    let other = typed.as_ref().and_then(|typed| Query::new(typed).ok());
    let sources = Sources::find(paths);
    let names = if as_json { Vec::new() } else { names(&sources) };
    let mut printer = Printer { names, as_json, groups: 0, setting, out };
    let any = AtomicBool::new(false);
    // What answers best is told at once, the rest after it.
    let (mut later, mut others) = (Vec::new(), Vec::new());
    let work = |source| search(&asked, other.as_ref(), &any, source);
    let (status, problems) = sources.each(setting, work, |at, (found, as_other): Both| {
        for found in found {
            if found.score.rank > asked.best() {
                later.push((at, found));
                continue;
            }
            printer.print(at, &found)?;
        }
        others.extend(as_other.into_iter().map(|found| (at, found)));
        Ok(())
    })?;
    later.sort_by_key(|(_, found)| found.score.rank);
    let as_other = later.is_empty() && printer.groups == 0 && !others.is_empty();
    let left = if as_other { others } else { later };
    for (at, found) in left {
        printer.print(at, &found)?;
    }
    let none = printer.groups == 0;
    if as_json {
        printer.out.write_all(if none { b"[]\n" } else { b"\n]\n" })?;
    }
    problems.iter().for_each(|problem| tell(problem));
    if none && status == Status::Done {
        tell(&Word::NoText.fill(setting.locale, &[query]));
    }
    if let (true, Some(typed)) = (as_other, typed) {
        tell(&Word::OtherKeys.fill(setting.locale, &[query, &typed]));
    }
    Ok(if none { status.max(Status::Nothing) } else { status })
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

/// Looks in one note; for other keys as long as nothing was found in any.
fn search(asked: &Query, other: Option<&Query>, any: &AtomicBool, source: Source) -> Both {
    let other = || other.filter(|_| !any.load(Ordering::Relaxed));
    let may = |query: &Query| query.may_be_in(&source.text);
    // Most notes need not be read any further.
    if !may(asked) && !other().is_some_and(may) {
        return (Vec::new(), Vec::new());
    }
    let note = Note::build(source);
    let found = sections(asked, &note);
    if !found.is_empty() {
        any.store(true, Ordering::Relaxed);
    }
    (found, other().map_or_else(Vec::new, |other| sections(other, &note)))
}

fn sections(query: &Query, note: &Note) -> Vec<Found> {
    let found = in_sections(query, note, usize::MAX, &|| false);
    if found.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(&note.text);
    let section = |found: text::Found| {
        let own = found.section.and_then(|at| note.sections.get(at));
        let line = |hit: Hit| Line { line: lines.position(&note.text, hit.at).0, hit };
        Found {
            path: note.path.clone(),
            score: found.score,
            section: own.map(|own| (Clean::new(&own.address), own.title.clone())),
            lines: found.hits.into_iter().map(line).collect(),
        }
    };
    found.into_iter().map(section).collect()
}

/// Writes what was found, one section after the other.
struct Printer<'a> {
    /// What stands before addresses.
    names: Vec<String>,
    as_json: bool,
    groups: usize,
    setting: &'a Setting,
    out: Out<'a>,
}

impl Printer<'_> {
    fn print(&mut self, at: usize, found: &Found) -> io::Result<()> {
        match self.as_json {
            true => self.json(found)?,
            false => self.text(found, at)?,
        }
        self.groups += 1;
        // Who waits at a terminal sees what there is.
        if self.setting.terminal { self.out.flush() } else { Ok(()) }
    }

    /// Writes the lines below their section.
    fn text(&mut self, found: &Found, at: usize) -> io::Result<()> {
        let (setting, paint) = (self.setting, self.setting.paint());
        let name = self.names.get(at).map_or("", String::as_str);
        let gap = if self.groups > 0 { "\n" } else { "" };
        match &found.section {
            Some((address, title)) => {
                let place = format!("{}{name}{address}", setting.address_sign());
                let place = paint.role(Role::Link, &Clean::new(&place));
                writeln!(self.out, "{gap}{place} {}", paint.role(Role::Summary, title))?;
            }
            None => writeln!(self.out, "{gap}{}", paint.role(Role::Link, &found.path))?,
        }
        for line in &found.lines {
            let number = Clean::new(&format!("{}:", line.line));
            let row = paint.row(&row(&line.hit, setting.ascii));
            writeln!(self.out, "  {} {row}", paint.role(Role::Muted, &number))?;
        }
        Ok(())
    }

    /// Writes the lines as elements of a list.
    fn json(&mut self, found: &Found) -> io::Result<()> {
        for (i, line) in found.lines.iter().enumerate() {
            let first = self.groups == 0 && i == 0;
            self.out.write_all(if first { b"[\n" } else { b",\n" })?;
            let entry = Entry {
                note: &found.path,
                address: found.section.as_ref().map_or("", |(address, _)| address),
                line: line.line,
                text: &line.hit.text,
                ranges: line.hit.ranges.iter().map(|range| [range.start, range.end]).collect(),
            };
            serde_json::to_writer(&mut *self.out, &entry)?;
        }
        Ok(())
    }
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
