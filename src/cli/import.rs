//! `gongbu import`: takes up what was learned on another machine.

use std::io;
use std::path::Path;

use super::learned;
use super::setting::{Setting, tell};
use super::{Out, Status};
use crate::store::input;
use crate::store::state::{Fault, Untaken};
use crate::words::Word;

pub(super) fn run(file: &Path, setting: &Setting, out: Out<'_>) -> io::Result<Status> {
    let locale = setting.locale;
    let shown = file.to_string_lossy();
    let unread = |kind: io::ErrorKind| match kind {
        io::ErrorKind::NotFound => Word::FileMissing.fill(locale, &[&shown]),
        kind => Word::FileUnreadable.fill(locale, &[&shown, &kind.to_string()]),
    };
    // What is to be taken up is looked at first: without it there is no reason to make a state.
    let mut lines = match input::lines(file) {
        Ok(lines) => lines,
        Err(error) => return Ok(wrong(&unread(error.kind()))),
    };
    let Some(path) = learned::file(setting) else { return Ok(Status::Wrong) };
    let Some(mut state) = learned::open(&path, setting) else { return Ok(Status::Wrong) };
    let taken = match state.import(&mut lines) {
        Ok(taken) => taken,
        Err(untaken) => {
            return Ok(wrong(&match untaken {
                Untaken::State(fault) => fault.sentence(&path, locale),
                Untaken::Unread(kind) => unread(kind),
                Untaken::Newer => Fault::Newer.sentence(file, locale),
                Untaken::Foreign => Word::ImportForeign.fill(locale, &[&shown]),
                Untaken::Broken(line) => {
                    Word::ImportBroken.fill(locale, &[&shown, &line.to_string()])
                }
            }));
        }
    };
    if let Some(first) = taken.first_unknown {
        let (first, count) = (first.to_string(), taken.unknown.to_string());
        tell(&Word::ImportUnknown.fill(locale, &[&shown, &first, &count]));
    }
    let counts = [taken.entries.to_string(), taken.cards.to_string()];
    writeln!(out, "{}", Word::Imported.fill(locale, &[&counts[0], &counts[1]]))?;
    Ok(Status::Done)
}

fn wrong(sentence: &str) -> Status {
    tell(sentence);
    Status::Wrong
}
