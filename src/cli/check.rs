//! `gongbu check`: what is wrong with the notes.

use std::io;

use serde::Serialize;

use super::notes::Open;
use super::setting::Setting;
use super::{Out, Status, json};
use crate::diag::{Diagnostic, Lines, Manner, Severity, render};
use crate::library::cards;
use crate::search::links::Links;
use crate::text::sanitize::Clean;
use crate::words::Word;

#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    severity: &'static str,
    note: &'a Clean,
    line: usize,
    column: usize,
    message: Clean,
    help: Clean,
}

pub(super) fn run(
    open: &Open,
    as_json: bool,
    strict: bool,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let locale = setting.locale;
    // A file that cannot be read is text lost.
    let (mut errors, mut warnings, mut infos) = (open.problems.len(), 0, 0);
    let mut entries = Vec::new();
    let manner = Manner { locale, color: setting.color, columns: setting.columns() };
    let links = Links::read(&open.collection, open.whole, &|| false).unwrap_or_default();
    for (at, note) in open.collection.notes.iter().enumerate() {
        let lines = Lines::new(&note.text);
        let problems = cards::problems(note);
        let known = note.diagnostics.iter().chain(links.broken_in(at));
        let mut found: Vec<&Diagnostic> = known.chain(&problems).collect();
        found.sort_by_key(|diagnostic| diagnostic.span);
        for diagnostic in found {
            match diagnostic.severity() {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
                Severity::Info => infos += 1,
            }
            if !as_json {
                let (path, text) = (&note.path, &note.text);
                let drawn = render(diagnostic, path, text, &lines, manner);
                writeln!(out, "{drawn}\n")?;
                continue;
            }
            let (line, column) = lines.position(&note.text, diagnostic.span.start);
            entries.push(Entry {
                code: diagnostic.code.as_str(),
                severity: diagnostic.severity().as_str(),
                note: &note.path,
                line,
                column,
                message: Clean::new(&diagnostic.message(locale)),
                help: Clean::new(&diagnostic.help(locale)),
            });
        }
    }
    if as_json {
        json::list(&entries, out)?;
    } else if errors + warnings + infos > 0 {
        let counts = [errors, warnings, infos].map(|count: usize| count.to_string());
        writeln!(out, "{}", Word::CheckCount.fill(locale, &counts.each_ref().map(String::as_str)))?;
    } else if open.status == Status::Done {
        writeln!(out, "{}", Word::CheckClean.text(locale))?;
    }
    let fails = errors > 0 || strict && warnings > 0;
    Ok(open.status.max(if fails { Status::Nothing } else { Status::Done }))
}
