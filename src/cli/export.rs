//! `gongbu export`: the cards of the notes for another program, or what was learned for another machine;
//! on standard output or in a file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::Format;
use super::notes::{self, Sources};
use super::setting::{Setting, tell};
use super::{Out, Status, learned};
use crate::review::anki;
use crate::store::state::State;
use crate::store::{apkg, output};
use crate::words::Word;

/// What is asked for.
pub(super) struct Asked<'a> {
    pub format: Format,
    /// The file to write; none or `-`: standard output.
    pub file: Option<&'a Path>,
    /// Whether terms that are only inferred are cards, too.
    pub inferred: bool,
}

impl Asked<'_> {
    /// The file to write, unless it is standard output.
    fn file(&self) -> Option<&Path> {
        self.file.filter(|file| file.as_os_str() != "-")
    }
}

/// What there is of the cards of the notes at `paths`, or of what was learned.
pub(super) fn run(
    paths: &[PathBuf],
    asked: &Asked<'_>,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    match asked.format {
        // What is no text would be taken for commands by a terminal.
        Format::Apkg if setting.terminal && asked.file().is_none() => {
            tell(Word::OutputIsTerminal.text(setting.locale));
            Ok(Status::Wrong)
        }
        Format::AnkiTsv | Format::Apkg => cards(paths, asked, setting, out),
        Format::Jsonl => log(paths, asked, setting, out),
    }
}

fn cards(
    paths: &[PathBuf],
    asked: &Asked<'_>,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let open = notes::open(paths, setting);
    open.tell();
    let files = open.collection.notes.iter().filter_map(|note| note.file.as_deref());
    let (library, inferred) = (&open.collection, asked.inferred);
    let written = written(asked.file(), files, setting, out, &mut |out| {
        let count = match asked.format {
            Format::Apkg => apkg::write(out, library, inferred, learned::now()),
            _ => anki::lines(library, inferred, &mut |line| out.write_all(line.as_bytes())),
        };
        count.map(|count| count > 0)
    })?;
    Ok(open.status.max(told(written, Word::NoCards, setting)))
}

fn log(
    paths: &[PathBuf],
    asked: &Asked<'_>,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let Some(path) = learned::file(setting) else { return Ok(Status::Wrong) };
    let Ok(state) = learned::existing(&path, setting) else { return Ok(Status::Wrong) };
    let Some(empty) =
        learned::told(state.as_ref().map_or(Ok(true), State::is_empty), &path, setting)
    else {
        return Ok(Status::Wrong);
    };
    let Some(state) = state.filter(|_| !empty) else {
        return Ok(told(Some(false), Word::NothingLearned, setting));
    };
    let sources = Sources::find(paths);
    let mut fault = None;
    let written = written(asked.file(), sources.files(), setting, out, &mut |out| {
        let mut out = Remembering { out, error: None };
        state.export(&mut out).map(|()| true).map_err(|found| {
            // What cannot be written is said where that is known; it is no fault of the state.
            out.error.take().unwrap_or_else(|| {
                fault = Some(found);
                io::Error::from(io::ErrorKind::Other)
            })
        })
    });
    if let Some(fault) = fault {
        tell(&fault.sentence(&path, setting.locale));
        return Ok(Status::Wrong);
    }
    Ok(told(written?, Word::NothingLearned, setting))
}

/// Writes what `make` gives, which tells whether there is anything, to `file` or else to `out`, but never
/// over one of the `notes` or over what was learned. Tells whether there was anything, or none where the file
/// could not be written, which has been told.
fn written<'a>(
    file: Option<&Path>,
    notes: impl Iterator<Item = &'a Path>,
    setting: &Setting,
    out: Out<'_>,
    make: &mut dyn FnMut(&mut dyn Write) -> io::Result<bool>,
) -> io::Result<Option<bool>> {
    let Some(file) = file else { return make(out).map(Some) };
    let shown = file.to_string_lossy();
    let is_state =
        learned::place().is_some_and(|state| output::is_any(file, [&*state].into_iter()));
    let refused = match output::is_any(file, notes) {
        true => Some(Word::OutputIsNote),
        false => is_state.then_some(Word::OutputIsState),
    };
    if let Some(refused) = refused {
        tell(&refused.fill(setting.locale, &[&shown]));
        return Ok(None);
    }
    let mut any = false;
    let written = output::write(file, &mut |out| {
        any = make(out)?;
        Ok(any)
    });
    if let Err(error) = written {
        let why = error.kind().to_string();
        tell(&Word::CannotWriteFile.fill(setting.locale, &[&shown, &why]));
        return Ok(None);
    }
    Ok(Some(any))
}

/// How it ended; `none` says that there was nothing.
fn told(written: Option<bool>, none: Word, setting: &Setting) -> Status {
    match written {
        Some(true) => Status::Done,
        Some(false) => {
            tell(none.text(setting.locale));
            Status::Nothing
        }
        None => Status::Wrong,
    }
}

/// What is written to, and why it could not be.
struct Remembering<'a> {
    out: &'a mut dyn Write,
    error: Option<io::Error>,
}

impl Remembering<'_> {
    fn remembered<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &done
            && error.kind() != io::ErrorKind::Interrupted
        {
            self.error = Some(error.kind().into());
        }
        done
    }
}

impl Write for Remembering<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = self.out.write(bytes);
        self.remembered(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        let done = self.out.flush();
        self.remembered(done)
    }
}
