//! Walking a folder for notes.
//!
//! Links are not followed while walking: those met are looked at afterwards, in order, and a folder
//! behind one is walked only if it lies outside everything walked so far. So no chain of links loops
//! or multiplies, and the answer does not depend on which thread was first.
#![allow(clippy::disallowed_methods)] // It looks behind links.

use std::collections::{HashSet, VecDeque};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::files::{Problem, ProblemKind};
use super::order::{Key, is_note};

/// What was met under one root.
#[derive(Default)]
pub(super) struct Met {
    /// Notes of the root itself before those behind links, else in no order.
    pub(super) notes: Vec<Note>,
    pub(super) problems: Vec<Problem>,
    /// Folders, relative to the root; the root itself is empty.
    pub(super) folders: Vec<PathBuf>,
    /// Links, relative to the root.
    links: Vec<PathBuf>,
}

pub(super) struct Note {
    /// Relative to the root, through links if need be.
    pub(super) inner: PathBuf,
    /// Without any link in it.
    pub(super) canonical: PathBuf,
}

impl Met {
    /// Walks the folder `root`, whose path without links is `canonical`, and what it links to.
    pub(super) fn in_folder(root: &Path, canonical: &Path, parents: Parents) -> Met {
        let mut all = Met::default();
        let mut walked = vec![canonical.to_owned()];
        let mut todo = VecDeque::from([(PathBuf::new(), canonical.to_owned())]);
        while let Some((inner, canonical)) = todo.pop_front() {
            let mut met = Met::default();
            met.walk(root, &inner, &canonical, &walked, parents);
            met.links.sort_by_cached_key(|link| Key::new(link));
            all.notes.append(&mut met.notes);
            all.problems.append(&mut met.problems);
            all.folders.append(&mut met.folders);
            for link in met.links {
                let path = root.join(&link);
                match target(&path) {
                    // A broken link that is no note's is nobody's loss.
                    Err(_) if !is_note(&link) => {}
                    Err(error) => all.problems.push(Problem::io(&path, &error)),
                    Ok((canonical, metadata)) if metadata.is_dir() => {
                        if may_walk(&canonical, &walked) {
                            walked.push(canonical.clone());
                            todo.push_back((link, canonical));
                        }
                    }
                    Ok(_) if !is_note(&link) => {}
                    Ok((canonical, metadata)) if metadata.is_file() => {
                        all.notes.push(Note { inner: link, canonical });
                    }
                    Ok(_) => all.problems.push(Problem::new(&path, ProblemKind::NotAFile)),
                }
            }
        }
        all
    }

    /// Walks the folder `inner` of `root`, which is the folder `canonical`.
    fn walk(
        &mut self,
        root: &Path,
        inner: &Path,
        canonical: &Path,
        walked: &[PathBuf],
        parents: Parents,
    ) {
        let inner_walked: HashSet<PathBuf> =
            walked.iter().filter(|path| path.as_path() != canonical).cloned().collect();
        let met = Mutex::new(&mut *self);
        let walker = walker(canonical, parents)
            .filter_entry(move |entry| is_wanted(entry) && !inner_walked.contains(entry.path()))
            .build_parallel();
        walker.run(|| {
            Box::new(|entry| {
                let entry = match entry {
                    Ok(entry) => entry,
                    Err(error) => {
                        let problem = walk_problem(error, root, inner, canonical);
                        lock(&met).problems.extend(problem);
                        return WalkState::Continue;
                    }
                };
                let here = entry.path().strip_prefix(canonical).unwrap_or(entry.path());
                let inner = inner.join(here);
                match kind(&entry) {
                    Kind::Note => {
                        let canonical = entry.into_path();
                        lock(&met).notes.push(Note { inner, canonical });
                    }
                    Kind::Link => lock(&met).links.push(inner),
                    Kind::Folder => lock(&met).folders.push(inner),
                    Kind::Special => {
                        let path = root.join(inner);
                        lock(&met).problems.push(Problem::new(&path, ProblemKind::NotAFile));
                    }
                    Kind::Other => {}
                }
                WalkState::Continue
            })
        });
    }
}

fn lock<'a, T>(mutex: &'a Mutex<T>) -> MutexGuard<'a, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the ignore files of the folders above count.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Parents {
    Heeded,
    Unheeded,
}

/// The note that is first in order, met without walking further than to it.
pub(super) fn first_note(root: &Path) -> Option<PathBuf> {
    walker(root, Parents::Heeded)
        .sort_by_file_name(|a, b| Key::new(Path::new(a)).cmp(&Key::new(Path::new(b))))
        .build()
        .filter_map(Result::ok)
        .find(|entry| matches!(kind(entry), Kind::Note))
        .map(DirEntry::into_path)
}

/// Gives every file under `root` that is no link, by its path from there, in no order, as long as `give`
/// wants more.
pub(super) fn each_file(root: &Path, mut give: impl FnMut(&Path) -> bool) {
    for entry in walker(root, Parents::Heeded).build().filter_map(Result::ok) {
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        if entry.file_type().is_some_and(|kind| kind.is_file()) && !give(path) {
            return;
        }
    }
}

fn walker(root: &Path, parents: Parents) -> WalkBuilder {
    let mut builder = WalkBuilder::new(root);
    builder
        .require_git(false)
        // What is found must not hang on the reader's global configuration.
        .git_global(false)
        .parents(parents == Parents::Heeded)
        .filter_entry(is_wanted);
    builder
}

fn is_wanted(entry: &DirEntry) -> bool {
    entry.depth() == 0 || entry.file_name() != "node_modules"
}

enum Kind {
    Note,
    Link,
    Folder,
    /// Named like a note, but a pipe, a socket or a device.
    Special,
    Other,
}

fn kind(entry: &DirEntry) -> Kind {
    match entry.file_type() {
        Some(kind) if kind.is_symlink() => Kind::Link,
        Some(kind) if kind.is_dir() => Kind::Folder,
        Some(_) if !is_note(entry.path()) => Kind::Other,
        Some(kind) if kind.is_file() => Kind::Note,
        _ => Kind::Special,
    }
}

fn target(link: &Path) -> io::Result<(PathBuf, Metadata)> {
    let metadata = fs::metadata(link)?;
    Ok((fs::canonicalize(link)?, metadata))
}

/// Whether a folder behind a link is to be walked: not if it was already, as part of another, nor if
/// it is above the root, where the whole disk would be, nor if it is none of notes.
fn may_walk(target: &Path, walked: &[PathBuf]) -> bool {
    const LIMIT: usize = 1000;
    let system = ["/proc", "/sys", "/dev"].iter().any(|system| target.starts_with(system));
    let above = walked.first().is_some_and(|root| root.starts_with(target));
    let inside = walked.iter().any(|walked| target.starts_with(walked));
    !system && !above && !inside && walked.len() < LIMIT
}

/// What to tell of an entry that could not be walked; nothing of a line in a `.gitignore`.
fn walk_problem(
    error: ignore::Error,
    root: &Path,
    inner: &Path,
    canonical: &Path,
) -> Option<Problem> {
    let mut path = canonical.to_owned();
    let mut error = error;
    loop {
        error = match error {
            ignore::Error::WithPath { path: at, err } => {
                path = at;
                *err
            }
            ignore::Error::WithDepth { err, .. } => *err,
            ignore::Error::Io(error) => {
                let here = path.strip_prefix(canonical).unwrap_or(&path);
                return Some(Problem::io(&root.join(inner).join(here), &error));
            }
            _ => return None,
        };
    }
}
