//! Files that the reader asks to be written: never a note.
#![allow(clippy::disallowed_methods)] // This file writes them.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Whether `path` is the same file as one of `others`, whatever they are called.
pub fn is_any<'a>(path: &Path, others: impl Iterator<Item = &'a Path>) -> bool {
    let Ok(path) = fs::canonicalize(path) else { return false };
    let mut others = others;
    others.any(|other| fs::canonicalize(other).is_ok_and(|other| other == path))
}

/// Writes a file by `make`, which tells whether there is anything. It is exchanged at once, so that
/// nobody reads half of it, and stays as it was where there is nothing; what is no plain file (a pipe, a
/// terminal) is written to as it comes.
///
/// # Errors
/// The file cannot be written, or `make` failed; it then is as it was.
pub fn write(
    path: &Path,
    make: &mut dyn FnMut(&mut dyn Write) -> io::Result<bool>,
) -> io::Result<()> {
    let is_special = fs::metadata(path).is_ok_and(|data| !data.is_file());
    if is_special {
        let mut out = BufWriter::new(File::options().write(true).open(path)?);
        make(&mut out)?;
        return out.flush();
    }
    // What a link leads to is exchanged, and not the link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let own = path.with_file_name(name);
    let mut out = BufWriter::new(File::create(&own)?);
    let done = make(&mut out).and_then(|any| out.flush().map(|()| any));
    drop(out);
    let done =
        done.and_then(|any| if any { fs::rename(&own, &path).map(|()| true) } else { Ok(false) });
    if !matches!(done, Ok(true)) {
        let _ = fs::remove_file(&own);
    }
    done.map(|_| ())
}
