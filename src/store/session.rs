//! The file that remembers from run to run.
#![allow(clippy::disallowed_methods)] // This file writes it: the only one that is written to.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The one absolute path of a folder that there is.
pub fn absolute(folder: &Path) -> Option<PathBuf> {
    let named = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::canonicalize(named).ok()
}

/// Puts another text in the place of the file at `path`: what `change` makes of the one that is there
/// (empty where there is none). It is exchanged at once, so that nobody ever reads half of it, and one
/// program waits for another that does the same.
///
/// # Errors
/// The folder cannot be made, or not be written to; the file then is as it was.
pub fn change(path: &Path, change: &dyn Fn(&str) -> String) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let lock = File::create(path.with_extension("lock"))?;
    // Where the file system knows no locks, the last one wins.
    let _ = lock.lock();
    let before = super::config::text(path).ok().flatten().unwrap_or_default();
    let own = path.with_extension(format!("{}.tmp", std::process::id()));
    let written =
        File::create(&own).and_then(|mut file| file.write_all(change(&before).as_bytes()));
    let done = written.and_then(|()| fs::rename(&own, path));
    if done.is_err() {
        let _ = fs::remove_file(&own);
    }
    done
}
