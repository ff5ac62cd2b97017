//! Finding the notes under what the reader named, and reading one.
#![allow(clippy::disallowed_methods)] // This is the file that looks at the disk for all others.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use encoding_rs::Encoding;
use unicode_normalization::UnicodeNormalization;

use super::encoding::{self, DecodeError, Decoded, MAX_BYTES};
use super::order::Key;
use super::walk::{self, Met, Parents};
use super::watch::Scope;

/// A note that is there to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What to open it by: the original bytes of its name.
    pub path: PathBuf,
    /// Its path relative to the root it was found under, with `/` and in NFC; a file that is a root
    /// has its name here. Bytes that are no text are shown as `\xNN`. Not sanitized.
    pub shown: String,
    /// Which of the roots it was found under.
    pub root: usize,
}

/// A path that gives no note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path, as it was given or met.
    pub path: PathBuf,
    /// What is the matter with it.
    pub kind: ProblemKind,
}

/// Why a path gives no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is no such file or folder.
    Missing,
    /// The system refused; its kind has a short text in English.
    Unreadable(io::ErrorKind),
    /// A pipe, a socket or a device, which is never opened; or a folder where a file was asked for.
    NotAFile,
    /// A folder without a note in it.
    Empty,
    /// A file that is no text.
    Binary,
    /// A file of more than [`MAX_BYTES`].
    TooLarge,
}

impl Problem {
    pub(super) fn new(path: &Path, kind: ProblemKind) -> Problem {
        Problem { path: path.to_owned(), kind }
    }

    pub(super) fn io(path: &Path, error: &io::Error) -> Problem {
        Problem::new(
            path,
            match error.kind() {
                io::ErrorKind::NotFound => ProblemKind::Missing,
                kind => ProblemKind::Unreadable(kind),
            },
        )
    }

    fn decode(path: &Path, error: DecodeError) -> Problem {
        Problem::new(
            path,
            match error {
                DecodeError::Binary => ProblemKind::Binary,
                DecodeError::TooLarge => ProblemKind::TooLarge,
            },
        )
    }
}

/// Whether there is a file at `path`.
pub fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.is_file())
}

/// Whether there is a folder at `path`.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Finds the notes under `roots`, in reading order: root by root, then folder by folder in the order
/// of [`Key`]. A file that is a root is taken whatever its name; in folders Markdown notes are, without
/// what `.gitignore` names, hidden files and `node_modules`. A note met twice is given once.
pub fn find(roots: &[PathBuf]) -> (Vec<Found>, Vec<Problem>) {
    let mut finder = Finder::default();
    for (index, root) in roots.iter().enumerate() {
        match fs::metadata(root) {
            Err(error) => finder.problems.push(Problem::io(root, &error)),
            Ok(metadata) if metadata.is_dir() => finder.folder(root, index),
            Ok(metadata) if metadata.is_file() => finder.file(root, index),
            Ok(_) => finder.problems.push(Problem::new(root, ProblemKind::NotAFile)),
        }
    }
    (finder.found, finder.problems)
}

/// What is to be watched to see notes under `roots` change, come and go; paths are absolute.
pub fn scope(roots: &[PathBuf]) -> Scope {
    let mut scope = Scope::default();
    let absolute = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
    for root in roots.iter().filter(|root| root.as_os_str() != "-") {
        if !root.is_dir() {
            scope.files.push(absolute(root.clone()));
        } else if let Ok(canonical) = fs::canonicalize(root) {
            let met = met(root, &canonical);
            scope.folders.extend(met.folders.iter().map(|inner| absolute(within(root, inner))));
        }
    }
    scope
}

/// Finds a note to show while [`find`] is still at work: the first of the first root, without
/// walking further than to it. Links are passed by.
pub fn first(roots: &[PathBuf]) -> Option<Found> {
    let root = roots.first()?;
    let quick = fs::metadata(root).ok()?.is_dir().then(|| walk::first_note(root)).flatten();
    let Some(path) = quick else { return find(roots.get(..1)?).0.into_iter().next() };
    let shown = shown(path.strip_prefix(root).unwrap_or(&path));
    Some(Found { path, shown, root: 0 })
}

#[derive(Default)]
struct Finder {
    found: Vec<Found>,
    problems: Vec<Problem>,
    /// Every note taken, by its path without links.
    taken: HashSet<PathBuf>,
}

impl Finder {
    fn file(&mut self, path: &Path, root: usize) {
        let canonical = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if self.taken.insert(canonical) {
            let name = Path::new(path.file_name().unwrap_or(path.as_os_str()));
            self.found.push(Found { path: path.to_owned(), shown: shown(name), root });
        }
    }

    fn folder(&mut self, root: &Path, index: usize) {
        let canonical = match fs::canonicalize(root) {
            Ok(canonical) => canonical,
            Err(error) => return self.problems.push(Problem::io(root, &error)),
        };
        let mut met = met(root, &canonical);
        if met.notes.is_empty() && met.problems.is_empty() {
            met.problems.push(Problem::new(root, ProblemKind::Empty));
        }
        let mut inner: Vec<PathBuf> = Vec::new();
        for note in met.notes {
            if self.taken.insert(note.canonical) {
                inner.push(note.inner);
            }
        }
        inner.sort_by_cached_key(|inner| Key::new(inner));
        self.found.extend(inner.into_iter().map(|inner| Found {
            path: root.join(&inner),
            shown: shown(&inner),
            root: index,
        }));
        met.problems.sort_by(|a, b| a.path.cmp(&b.path));
        self.problems.append(&mut met.problems);
    }
}

/// What is met in a folder that the reader has named.
fn met(root: &Path, canonical: &Path) -> Met {
    let met = Met::in_folder(root, canonical, Parents::Heeded);
    if met.notes.is_empty() && met.problems.is_empty() {
        // A `.gitignore` above it does not overrule that the reader has named it.
        return Met::in_folder(root, canonical, Parents::Unheeded);
    }
    met
}

/// A path within a root, which may be the root itself.
fn within(root: &Path, inner: &Path) -> PathBuf {
    // To join nothing would leave a slash at the end.
    if inner.as_os_str().is_empty() { root.to_owned() } else { root.join(inner) }
}

/// A path for people: see [`Found::shown`].
fn shown(path: &Path) -> String {
    let mut shown = String::new();
    for component in path.components() {
        let name = match component {
            Component::Normal(name) => name,
            Component::ParentDir => "..".as_ref(),
            _ => continue,
        };
        if !shown.is_empty() {
            shown.push('/');
        }
        for chunk in name.as_encoded_bytes().utf8_chunks() {
            match chunk.valid() {
                ascii if ascii.is_ascii() => shown.push_str(ascii),
                other => shown.extend(other.nfc()),
            }
            shown.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
        }
    }
    shown
}

/// Reads and decodes a note. Pipes, sockets and devices are refused; a binary file is refused by its
/// first 64 KiB.
///
/// # Errors
/// Every [`ProblemKind`] but [`ProblemKind::Empty`].
pub fn read(path: &Path, forced: Option<&'static Encoding>) -> Result<Decoded, Problem> {
    let (file, length) = open(path)?;
    if length > MAX_BYTES {
        return Err(Problem::new(path, ProblemKind::TooLarge));
    }
    read_all(file, length, path, forced)
}

/// Opens a file, and tells how long it is. What is no file is refused before it is opened, as opening a
/// device may do something; and once more when it is open, as something else may have come to stand
/// there meanwhile.
fn open(path: &Path) -> Result<(File, u64), Problem> {
    let at = |error: io::Error| Problem::io(path, &error);
    if !fs::metadata(path).map_err(at)?.is_file() {
        return Err(Problem::new(path, ProblemKind::NotAFile));
    }
    let mut options = OpenOptions::new();
    options.read(true);
    // A pipe that nobody writes to is then opened at once, and does not keep us waiting.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NONBLOCK.bits().cast_signed(),
    );
    let file = options.open(path).map_err(at)?;
    let metadata = file.metadata().map_err(at)?;
    if !metadata.is_file() {
        return Err(Problem::new(path, ProblemKind::NotAFile));
    }
    Ok((file, metadata.len()))
}

/// Reads the first lines of a long note, about `head` bytes of them, for a first screen that need not
/// wait for the rest. None for a note of at most `short` bytes, and for one whose head alone does not
/// show its encoding: that is to be read whole.
///
/// # Errors
/// As [`read`].
pub fn read_head(
    path: &Path,
    forced: Option<&'static Encoding>,
    short: u64,
    head: u64,
) -> Result<Option<Decoded>, Problem> {
    if forced.is_some() {
        return Ok(None);
    }
    let (file, length) = open(path)?;
    if length <= short {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    file.take(head).read_to_end(&mut bytes).map_err(|error| Problem::io(path, &error))?;
    let end = match std::str::from_utf8(&bytes) {
        Ok(text) => text.len(),
        // A character that was cut at the end is no error.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Err(_) => return Ok(None),
    };
    let lines =
        bytes.get(..end).and_then(|text| memchr::memrchr(b'\n', text)).map_or(end, |at| at + 1);
    bytes.truncate(lines);
    match encoding::decode_owned(bytes, None) {
        Ok(decoded) => Ok(Some(decoded)),
        Err(_) => Ok(None),
    }
}

/// Reads and decodes standard input; the path of a problem is `-`.
///
/// # Errors
/// As [`read`].
pub fn read_stdin(forced: Option<&'static Encoding>) -> Result<Decoded, Problem> {
    read_all(io::stdin().lock(), 0, Path::new("-"), forced)
}

fn read_all(
    mut file: impl Read,
    length: u64,
    path: &Path,
    forced: Option<&'static Encoding>,
) -> Result<Decoded, Problem> {
    const HEAD: u64 = 64 << 10;
    // Room for all of a short note, so that it is read in one go.
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(HEAD)).unwrap_or(0) + 1);
    let at = |error: io::Error| Problem::io(path, &error);
    file.by_ref().take(HEAD).read_to_end(&mut bytes).map_err(at)?;
    if encoding::is_binary_head(&bytes) {
        return Err(Problem::new(path, ProblemKind::Binary));
    }
    // One more than asked, so that the end is seen without growing.
    let more = usize::try_from(length.saturating_sub(HEAD)).unwrap_or(0);
    if bytes.try_reserve_exact(more.saturating_add(1)).is_err() {
        return Err(Problem::new(path, ProblemKind::TooLarge));
    }
    file.take(MAX_BYTES + 1 - HEAD).read_to_end(&mut bytes).map_err(at)?;
    encoding::decode_owned(bytes, forced).map_err(|error| Problem::decode(path, error))
}
