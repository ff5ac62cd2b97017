//! `gongbu export`: the cards of the notes for another program, on standard output or in a file.

use std::io::{self, Write};
use std::path::Path;

use super::args::Format;
use super::notes::Open;
use super::setting::{Setting, tell};
use super::{Out, Status};
use crate::review::anki;
use crate::store::output;
use crate::words::Word;

pub(super) fn run(
    open: &Open,
    format: Format,
    file: Option<&Path>,
    inferred: bool,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let Some(file) = file.filter(|file| file.as_os_str() != "-") else {
        let count = write(open, format, inferred, out)?;
        return Ok(open.status.max(done(count, setting)));
    };
    let shown = file.to_string_lossy();
    let notes = open.collection.notes.iter().filter_map(|note| note.file.as_deref());
    if output::is_any(file, notes) {
        tell(&Word::OutputIsNote.fill(setting.locale, &[&shown]));
        return Ok(Status::Wrong);
    }
    let mut count = 0;
    let written = output::write(file, &mut |out| {
        count = write(open, format, inferred, out)?;
        Ok(count > 0)
    });
    if let Err(error) = written {
        let why = error.kind().to_string();
        tell(&Word::CannotWriteFile.fill(setting.locale, &[&shown, &why]));
        return Ok(Status::Wrong);
    }
    Ok(open.status.max(done(count, setting)))
}

/// Writes what there is, and tells how much that was.
fn write(open: &Open, format: Format, inferred: bool, out: &mut dyn Write) -> io::Result<usize> {
    match format {
        Format::AnkiTsv => {
            anki::lines(&open.collection, inferred, &mut |line| out.write_all(line.as_bytes()))
        }
    }
}

fn done(count: usize, setting: &Setting) -> Status {
    if count > 0 {
        return Status::Done;
    }
    tell(Word::NoCards.text(setting.locale));
    Status::Nothing
}
