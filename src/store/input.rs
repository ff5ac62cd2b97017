//! Files that the reader asks to be taken up, which are no notes.
#![allow(clippy::disallowed_methods)] // This file opens them.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// The lines of the file at `path`; `-` is standard input.
///
/// # Errors
/// It is not there, or cannot be read; reading it may fail later, too.
pub fn lines(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path)?;
    // Opening a folder is no error before it is read.
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}
