//! Seeing that files change: what the system tells of folders, as far as it is about notes. Nothing is
//! asked again and again; on a file system that tells nothing, nothing is seen.
#![allow(clippy::disallowed_methods)] // It asks when files were written, and waits for quiet.

#[cfg(feature = "watch")]
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
#[cfg(feature = "watch")]
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// Something has changed on the disk that may be of interest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// This file may be another now.
    File(PathBuf),
    /// Files may have come or gone.
    Folders,
    /// Something was missed: anything may be another now.
    Anything,
}

/// A time from which on files may have changed.
#[derive(Clone, Copy, Debug)]
pub struct Since(SystemTime);

impl Since {
    /// Now, and a little before, as the clocks of file systems are coarse.
    pub fn now() -> Since {
        let now = SystemTime::now();
        Since(now.checked_sub(Duration::from_secs(2)).unwrap_or(now))
    }

    /// Whether a file has been written or put there since; of one that does not tell it is taken so.
    pub fn changed(self, file: &Path) -> bool {
        let Ok(metadata) = std::fs::metadata(file) else { return true };
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let since = self.0.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
            metadata.ctime() >= since.cast_signed()
        }
        #[cfg(not(unix))]
        {
            metadata.modified().is_ok_and(|at| at >= self.0)
        }
    }
}

/// Takes all that comes until for `quiet` nothing has, but no longer than ten times that.
pub fn gather<T>(from: &Receiver<T>, quiet: Duration, take: &mut dyn FnMut(T)) {
    let end = Instant::now() + quiet * 10;
    while Instant::now() < end {
        match from.recv_timeout(quiet) {
            Ok(more) => take(more),
            Err(_) => return,
        }
    }
}

/// What is watched.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Files, each in a folder that may be full of others.
    pub files: Vec<PathBuf>,
    /// Folders, without those in them.
    pub folders: Vec<PathBuf>,
}

/// Watches until it is dropped.
#[cfg(feature = "watch")]
pub struct Watcher {
    watcher: notify::RecommendedWatcher,
    watched: HashSet<PathBuf>,
    known: Arc<Mutex<Known>>,
}

/// What is of interest, by every path that the system may have for it.
#[cfg(feature = "watch")]
#[derive(Debug, Default)]
struct Known {
    files: HashSet<PathBuf>,
    folders: HashSet<PathBuf>,
}

#[cfg(feature = "watch")]
impl Watcher {
    /// Tells `see` what changes, from a thread of its own.
    ///
    /// # Errors
    /// The system does not tell, in its words.
    pub fn new(see: impl Fn(Seen) + Send + 'static) -> Result<Watcher, String> {
        let known: Arc<Mutex<Known>> = Arc::default();
        let heard = known.clone();
        let handler = move |event: notify::Result<notify::Event>| {
            let known = heard.lock().unwrap_or_else(PoisonError::into_inner);
            match event {
                Ok(event) => of(&event, &known).into_iter().for_each(&see),
                Err(_) => see(Seen::Anything),
            }
        };
        let watcher = notify::recommended_watcher(handler).map_err(|error| say(&error))?;
        Ok(Watcher { watcher, watched: HashSet::new(), known })
    }

    /// Watches what is in `scope`, and what was watched before.
    ///
    /// # Errors
    /// The system does not watch so much, or not there, in its words. What could be watched is.
    pub fn watch(&mut self, scope: &Scope) -> Result<(), String> {
        use notify::{RecursiveMode, Watcher as _};
        let mut wanted: Vec<(PathBuf, RecursiveMode)> = Vec::new();
        {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            for file in &scope.files {
                for folder in [folder(file), file.canonicalize().ok().and_then(|f| folder(&f))] {
                    wanted.extend(folder.map(|folder| (folder, RecursiveMode::NonRecursive)));
                }
                known.files.insert(file.clone());
                known.files.extend(file.canonicalize());
            }
            for folder in &scope.folders {
                known.folders.insert(folder.clone());
                known.folders.extend(folder.canonicalize());
            }
        }
        wanted.extend(scope.folders.iter().map(|f| (f.clone(), RecursiveMode::NonRecursive)));
        let mut failed = Ok(());
        for (folder, mode) in wanted {
            if self.watched.contains(&folder) {
                continue;
            }
            match self.watcher.watch(&folder, mode) {
                Ok(()) => _ = self.watched.insert(folder),
                // It has gone meanwhile.
                Err(notify::Error { kind: notify::ErrorKind::PathNotFound, .. }) => {}
                Err(error) => {
                    failed = Err(say(&error));
                    break;
                }
            }
        }
        failed
    }

    /// Forgets that folders are watched that are not there any more: one that comes back under the same
    /// name is another.
    pub fn retain(&mut self, there: impl Fn(&Path) -> bool) {
        self.watched.retain(|folder| there(folder));
    }
}

/// The folder of a file.
#[cfg(feature = "watch")]
fn folder(file: &Path) -> Option<PathBuf> {
    let parent = file.parent()?;
    Some(if parent.as_os_str().is_empty() { PathBuf::from(".") } else { parent.to_owned() })
}

#[cfg(feature = "watch")]
fn say(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::Io(error) => error.kind().to_string(),
        notify::ErrorKind::MaxFilesWatch => "inotify: max_user_watches".to_owned(),
        notify::ErrorKind::PathNotFound => std::io::ErrorKind::NotFound.to_string(),
        _ => "notify".to_owned(),
    }
}

/// What an event says of notes: what an editor leaves beside them, what is hidden and what is only read
/// is nothing.
#[cfg(feature = "watch")]
fn of(event: &notify::Event, known: &Known) -> Vec<Seen> {
    use notify::event::{CreateKind, EventKind, ModifyKind, RemoveKind};
    if event.need_rescan() {
        return vec![Seen::Anything];
    }
    // Whether names have come or gone, and whether these may be those of folders.
    let (names, may_be_folder) = match event.kind {
        EventKind::Access(notify::event::AccessKind::Close(notify::event::AccessMode::Write)) => {
            (false, false)
        }
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => return Vec::new(),
        EventKind::Create(kind) => (true, kind != CreateKind::File),
        EventKind::Remove(kind) => (true, kind != RemoveKind::File),
        EventKind::Modify(ModifyKind::Name(_)) => (true, true),
        _ => (false, false),
    };
    let mut seen = Vec::new();
    for path in &event.paths {
        let name = path.file_name().map(std::ffi::OsStr::as_encoded_bytes).unwrap_or_default();
        let is_given = known.files.contains(path);
        let mut ends = path.ancestors().take(2);
        if !is_given && !ends.any(|end| known.folders.contains(end)) {
            continue;
        }
        if !is_given && name.starts_with(b".") && name != b".gitignore" && name != b".ignore" {
            continue;
        }
        let is_note = is_given || super::order::is_note(path);
        let is_folder = may_be_folder && path.extension().is_none();
        if is_note {
            seen.push(Seen::File(path.clone()));
        }
        if names && (is_note || is_folder) || name == b".gitignore" || name == b".ignore" {
            seen.push(Seen::Folders);
        }
    }
    seen
}

#[cfg(all(test, feature = "watch"))]
mod tests {
    use super::*;
    use notify::event::{
        AccessKind, AccessMode, CreateKind, DataChange, MetadataKind, ModifyKind, RemoveKind,
        RenameMode,
    };
    use notify::{Event, EventKind};

    fn told(kind: EventKind, path: &str) -> String {
        let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect();
        let known = Known { files: paths(&["one/.given"]), folders: paths(&["n"]) };
        let seen = of(&Event::new(kind).add_path(path.into()), &known);
        let word = |seen: &Seen| match seen {
            Seen::File(_) => "file",
            Seen::Folders => "folders",
            Seen::Anything => "anything",
        };
        seen.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_what_is_of_notes_is_seen() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert_eq!(told(written, "n/a.md"), "file");
        assert_eq!(told(EventKind::Access(AccessKind::Close(AccessMode::Write)), "n/a.md"), "file");
        assert_eq!(told(EventKind::Access(AccessKind::Open(AccessMode::Any)), "n/a.md"), "");
        assert_eq!(told(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), "n/a.md"), "");
        assert_eq!(told(EventKind::Create(CreateKind::File), "n/a.md"), "file folders");
        assert_eq!(told(EventKind::Remove(RemoveKind::File), "n/a.md"), "file folders");
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::To));
        assert_eq!(told(renamed, "n/a.md"), "file folders");
        assert_eq!(told(renamed, "n/folder"), "folders");
        assert_eq!(told(EventKind::Create(CreateKind::Folder), "n/folder"), "folders");
        for other in
            ["n/.a.md.swp", "n/a.md~", "n/#a.md#", "n/.#a.md", "n/4913", "n/a.png", "n/.git"]
        {
            assert_eq!(told(EventKind::Create(CreateKind::File), other), "", "{other}");
            assert_eq!(told(written, other), "", "{other}");
        }
        assert_eq!(told(written, "n/.gitignore"), "folders");
        assert_eq!(told(written, "one/.given"), "file");
        // Of a file that was given alone the folder is not.
        assert_eq!(told(written, "one/a.md"), "");
        assert_eq!(told(EventKind::Create(CreateKind::Folder), "one/folder"), "");
        assert_eq!(told(EventKind::Remove(RemoveKind::Folder), "n"), "folders");
    }
}
