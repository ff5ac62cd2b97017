//! `gongbu glossary`: terms, and what they mean.

use std::io;
use std::sync::Arc;

use serde::Serialize;

use super::notes::Open;
use super::setting::{Setting, tell};
use super::{Out, Status, json};
use crate::diag::Lines;
use crate::layout::{self, Options};
use crate::library::glossary::{Glossary, Meanings, Origin, Sense, Term};
use crate::library::uses::used_in;
use crate::library::{Library, Names, Place};
use crate::search::matcher::Candidate;
use crate::search::ranking::rank;
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::words::Word;

#[derive(Serialize)]
struct Entry<'a> {
    term: &'a Clean,
    aliases: &'a [Clean],
    senses: Vec<Meaning<'a>>,
    used_in: Vec<Clean>,
}

#[derive(Serialize)]
struct Meaning<'a> {
    definition: &'a Clean,
    address: Clean,
    note: Clean,
    line: usize,
    source: Origin,
    explicit: bool,
}

pub(super) fn run(
    open: &Open,
    query: Option<&str>,
    as_json: bool,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let library = &open.collection;
    let glossary = Glossary::collect(library);
    let wanted = wanted(&glossary, query);
    if as_json {
        json::list(&entries(library, &glossary, &wanted), out)?;
    } else {
        text(library, &glossary, &wanted, setting, out)?;
    }
    if !wanted.is_empty() {
        return Ok(open.status);
    }
    if !library.notes.is_empty() {
        tell(&match query {
            Some(query) => Word::NoTerm.fill(setting.locale, &[query]),
            None => Word::NoTermAtAll.text(setting.locale).to_owned(),
        });
    }
    Ok(open.status.max(Status::Nothing))
}

/// The terms that fit, the best first; all of them where nothing is asked.
fn wanted(glossary: &Glossary, query: Option<&str>) -> Vec<usize> {
    let Some(query) = query else { return (0..glossary.terms.len()).collect() };
    let candidate = |term: &Arc<Term>| {
        let names: Vec<&str> = term.names().map(Clean::as_str).collect();
        let definitions: Vec<&str> = term.senses.iter().map(|s| s.definition.as_str()).collect();
        Candidate::new(&names, Some(&definitions.join("\n")))
    };
    let candidates: Vec<Candidate> = glossary.terms.iter().map(candidate).collect();
    rank(query, &candidates).into_iter().map(|(at, _)| at).collect()
}

fn text(
    library: &Library,
    glossary: &Glossary,
    wanted: &[usize],
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<()> {
    const INDENT: usize = 4;
    let paint = setting.paint();
    let words = crate::app::state::layout_words(setting.locale);
    let width = setting.width().saturating_sub(INDENT);
    let options = Options { ascii: setting.ascii, ..Options::new(width, &words) };
    let names = Names::new(library);
    let mut meanings = Meanings::new(library);
    let inferred = Clean::new(&format!("({})", Word::TermInferred.text(setting.locale)));
    for (i, term) in wanted.iter().filter_map(|at| glossary.terms.get(*at)).enumerate() {
        let gap = if i > 0 { "\n" } else { "" };
        write!(out, "{gap}{}", paint.role(Role::Definition, &term.name))?;
        if !term.aliases.is_empty() {
            let aliases = Clean::new(&format!("({})", Clean::join(&term.aliases, ", ")));
            write!(out, " {}", paint.role(Role::Muted, &aliases))?;
        }
        writeln!(out)?;
        for sense in &term.senses {
            write!(
                out,
                "  {}",
                paint.role(Role::Link, &place(library, &names, sense.place, setting))
            )?;
            if !sense.origin.is_explicit() {
                write!(out, " {}", paint.role(Role::Muted, &inferred))?;
            }
            writeln!(out)?;
            for row in layout::rows(meanings.blocks(sense), &options) {
                let row = paint.row(&row);
                let indent = if row.is_empty() { 0 } else { INDENT };
                writeln!(out, "{:indent$}{row}", "")?;
            }
        }
    }
    Ok(())
}

/// Where a term is explained: an address that `show` understands, or the note.
fn place(library: &Library, names: &Names, place: Place, setting: &Setting) -> Clean {
    match (place.section, library.notes.get(place.note)) {
        (None, Some(note)) => note.path.clone(),
        _ => {
            let address = names.address(library, place);
            Clean::new(&format!("{}{address}", setting.address_sign()))
        }
    }
}

fn entries<'a>(library: &Library, glossary: &'a Glossary, wanted: &[usize]) -> Vec<Entry<'a>> {
    let lines: Vec<Lines> = library.notes.iter().map(|note| Lines::new(&note.text)).collect();
    let names = Names::new(library);
    let uses = used_in(library, glossary);
    let entry = |at: &usize| {
        let term = glossary.terms.get(*at)?;
        let used = uses.get(*at).map_or(&[][..], Vec::as_slice);
        let address = |place: &Place| Clean::new(&names.address(library, *place));
        Some(Entry {
            term: &term.name,
            aliases: &term.aliases,
            senses: term.senses.iter().map(|sense| meaning(library, &lines, sense)).collect(),
            used_in: used.iter().map(address).collect(),
        })
    };
    wanted.iter().filter_map(entry).collect()
}

fn meaning<'a>(library: &Library, lines: &[Lines], sense: &'a Sense) -> Meaning<'a> {
    let note = library.notes.get(sense.place.note);
    let section = note.zip(sense.place.section).and_then(|(note, at)| note.sections.get(at));
    let lines = note.zip(lines.get(sense.place.note));
    Meaning {
        definition: &sense.definition,
        address: section.map(|section| Clean::new(&section.address)).unwrap_or_default(),
        note: note.map(|note| note.path.clone()).unwrap_or_default(),
        line: lines.map_or(1, |(note, lines)| lines.position(&note.text, sense.span.start).0),
        source: sense.origin,
        explicit: sense.origin.is_explicit(),
    }
}
