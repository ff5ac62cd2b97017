//! Finding the picture that an image names: only within the folder that its note was found in.
#![allow(clippy::disallowed_methods)] // It looks at the disk for a file that a note names.

#[cfg(feature = "images")]
pub mod decode;
mod index;

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use index::Names;

use crate::app::pictures::{Name, Trouble, is_remote};
use crate::library::links;
use crate::text::sanitize::Clean;

/// A file of more bytes is no picture for us.
pub const MAX_BYTES: u64 = 20 << 20;
/// Where generators keep what they put at a site's root.
const SITE_FOLDERS: [&str; 2] = ["static", "public"];

/// Where notes are: what the reader named.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    roots: Vec<PathBuf>,
    names: Names,
}

impl Shelf {
    /// The files and folders that the reader named.
    pub fn new(roots: &[PathBuf]) -> Shelf {
        Shelf { roots: roots.to_vec(), names: Names::default() }
    }

    /// Opens the file that an image names. A path is tried from the note's folder and from those above
    /// it, up to the folder that was named; one that is embedded is looked for by its name in all of
    /// that folder, too, which is walked for the first of them. What lies outside of it, be it by `..`,
    /// by a link or by an absolute path, is not opened, and neither is what is no file.
    ///
    /// # Errors
    /// There is no such file, or it must not be opened, or cannot be.
    pub fn open(&self, name: &Name) -> Result<File, Trouble> {
        if is_remote(&name.src) {
            return Err(Trouble::Remote);
        }
        let Place { root, folder, walked } = self.place(&name.note).ok_or(Trouble::NoFolder)?;
        let path = links::file(&name.src);
        let path = path.trim().replace('\\', "/");
        if path.is_empty() || path.contains('\0') {
            return Err(Trouble::Missing);
        }
        let wanted = Path::new(path.trim_start_matches('/'));
        let site = SITE_FOLDERS.iter().map(|name| root.join(name));
        let above = folder.ancestors().take_while(|folder| folder.starts_with(&root));
        let mut why = Trouble::Missing;
        for base in above.map(Path::to_owned).chain(site) {
            match within(&root, &base, wanted) {
                Ok(path) => return open(&path),
                Err(Trouble::Missing) => {}
                Err(other) => why = other,
            }
        }
        if name.embedded && walked && matches!(why, Trouble::Missing) {
            let near = folder.strip_prefix(&root).unwrap_or(Path::new(""));
            let found = self.names.find(&root, near, wanted).ok_or(Trouble::Missing)?;
            return open(&within(&root, &root, &found)?);
        }
        Err(why)
    }

    fn place(&self, note: &str) -> Option<Place> {
        let (found, root, walked) = self.roots.iter().find_map(|root| {
            if root.is_dir() {
                let inner = step_by_step(root, Path::new(note))
                    .or_else(|| Path::new(note).starts_with(root).then(|| PathBuf::from(note)));
                return Some((inner.filter(|inner| inner.is_file())?, root.clone(), true));
            }
            let own = root.file_name()?;
            let is_it = same(own.as_encoded_bytes(), note)
                || same(root.as_os_str().as_encoded_bytes(), note);
            let folder = root.parent().filter(|folder| !folder.as_os_str().is_empty());
            is_it.then(|| (root.clone(), folder.unwrap_or(Path::new(".")).to_owned(), false))
        })?;
        let root = fs::canonicalize(root).ok()?;
        // A note behind a link stands where the link does, which is what its author sees.
        let folder = found.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).ok();
        let folder = folder.filter(|folder| folder.starts_with(&root)).unwrap_or(root.clone());
        Some(Place { root, folder, walked })
    }
}

/// Where a note is, without links.
struct Place {
    /// The folder that it was found under.
    root: PathBuf,
    /// The folder that it is in.
    folder: PathBuf,
    /// The reader has named the first of them, and not the note alone.
    walked: bool,
}

/// The file `wanted` of the folder `base`, if it is within `root`, whose path is without links.
fn within(root: &Path, base: &Path, wanted: &Path) -> Result<PathBuf, Trouble> {
    let path = step_by_step(base, wanted).ok_or(Trouble::Missing)?;
    let path = fs::canonicalize(path).map_err(|error| trouble(&error))?;
    if path.starts_with(root) { Ok(path) } else { Err(Trouble::Outside) }
}

/// `path` from `base`, each name as it is on the disk: one that is written otherwise in Unicode is found
/// too. None where there is none.
fn step_by_step(base: &Path, path: &Path) -> Option<PathBuf> {
    let straight = base.join(path);
    if path.is_relative() && straight.symlink_metadata().is_ok() {
        return Some(straight);
    }
    let mut here = base.to_owned();
    for part in path.components() {
        let name = match part {
            Component::Normal(name) => name,
            Component::CurDir => continue,
            Component::ParentDir => {
                here.push("..");
                continue;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        };
        let next = here.join(name);
        here = match next.symlink_metadata() {
            Ok(_) => next,
            Err(_) if name.as_encoded_bytes().is_ascii() => return None,
            Err(_) => {
                let name = name.to_str()?;
                let mut entries = fs::read_dir(&here).ok()?.flatten();
                entries.find(|entry| same(entry.file_name().as_encoded_bytes(), name))?.path()
            }
        };
    }
    Some(here)
}

/// Whether a name of the disk is what a note calls it.
fn same(disk: &[u8], note: &str) -> bool {
    match std::str::from_utf8(disk) {
        Ok(name) if name == note => true,
        Ok(name) => {
            let name: String = name.nfc().collect();
            name == note || Clean::visible(&name).as_str() == note
        }
        Err(_) => false,
    }
}

/// Opens what is a file, and no larger than it may be. What is none is not opened, which might wait for
/// ever.
fn open(path: &Path) -> Result<File, Trouble> {
    let check = |metadata: fs::Metadata| match metadata.is_file() {
        false => Err(Trouble::NotAFile),
        true if metadata.len() > MAX_BYTES => Err(Trouble::TooLarge),
        true => Ok(()),
    };
    check(fs::metadata(path).map_err(|error| trouble(&error))?)?;
    let file = File::open(path).map_err(|error| trouble(&error))?;
    // It may have become another meanwhile.
    check(file.metadata().map_err(|error| trouble(&error))?)?;
    Ok(file)
}

fn trouble(error: &io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Trouble::Missing,
        _ => Trouble::Unreadable,
    }
}
