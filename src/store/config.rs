//! The file of the configuration.
#![allow(clippy::disallowed_methods)] // This file reads it.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::files::{Problem, ProblemKind};

/// A longer configuration is none, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// The text of the configuration at `path`; none where nothing is there. Bytes that are no UTF-8 are
/// replaced, and so become mistakes at their place.
///
/// # Errors
/// Something is there that is no file (a null device counts as an empty one), that is too large, or
/// that cannot be read.
pub fn text(path: &Path) -> Result<Option<String>, Problem> {
    // A pipe would make us wait when it is opened.
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Problem::io(path, &error)),
    };
    if path == Path::new("/dev/null") {
        return Ok(None);
    }
    if !about.is_file() {
        return Err(Problem::new(path, ProblemKind::NotAFile));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| Problem::io(path, &error))?;
    let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| Problem::io(path, &error))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Problem::new(path, ProblemKind::TooLarge));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}
