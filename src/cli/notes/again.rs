//! Reading notes again that have changed, for as long as they are open: what is seen to change, and what
//! is asked for.

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use super::{Input, LARGEST, in_parallel, inputs, names, notices, sentence};
use crate::app::Msg;
use crate::app::moves::Edit;
use crate::cli::setting::Setting;
use crate::library::{Library, Note, Source};
use crate::store::files::{self, Problem, ProblemKind};
use crate::store::watch::{Seen, Since, gather};
use crate::text::diff::Diff;
use crate::text::sanitize::Clean;

/// After something was seen to change it is read when nothing more has come for so long: many a program
/// saves in several steps.
const QUIET: Duration = Duration::from_millis(100);
/// A file that has just been emptied is given so long to be written.
const FILLED: Duration = Duration::from_millis(500);
/// The texts of so many files that are gone are kept: they may come back.
const GONE: usize = 16;

/// What notes are read again for.
#[derive(Clone, Debug)]
pub(in crate::cli) enum Ask {
    /// The reader wants it: all.
    All,
    /// This file may have been edited.
    File(Arc<Path>),
    /// Something was seen to change.
    #[cfg_attr(not(feature = "watch"), allow(dead_code))]
    Seen(Seen),
}

/// What is to be looked at.
#[derive(Default)]
struct Pending {
    files: HashSet<PathBuf>,
    folders: bool,
    all: bool,
    /// The reader waits for an answer.
    by_hand: bool,
}

impl Pending {
    fn add(&mut self, ask: Ask) {
        match ask {
            Ask::All => (self.all, self.by_hand) = (true, true),
            Ask::File(file) => _ = self.files.insert(absolute(&file)),
            Ask::Seen(Seen::File(file)) => _ = self.files.insert(absolute(&file)),
            Ask::Seen(Seen::Folders) => self.folders = true,
            Ask::Seen(Seen::Anything) => self.all = true,
        }
    }
}

/// A note to be looked at.
struct Task {
    name: Clean,
    file: Option<Arc<Path>>,
    old: Option<Arc<Note>>,
    /// What it was when its file went away.
    gone: Option<Arc<Note>>,
    read: bool,
}

/// What has become of one.
enum Outcome {
    Note(Arc<Note>, Option<Edit>),
    /// It is empty now, and was not.
    Emptied(Arc<Note>),
    Gone,
    /// It cannot be read; as it was, where it was open.
    Failed(Option<Arc<Note>>, Problem),
}

/// Keeps notes as they are on the disk.
pub(in crate::cli) struct Keeper<'a> {
    paths: &'a [PathBuf],
    setting: &'a Setting,
    report: &'a dyn Fn(Msg),
    notes: Vec<Arc<Note>>,
    gone: VecDeque<Arc<Note>>,
}

impl<'a> Keeper<'a> {
    /// Keeps the notes of `library`, which were read from `paths`.
    pub fn new(
        paths: &'a [PathBuf],
        setting: &'a Setting,
        library: Library,
        report: &'a dyn Fn(Msg),
    ) -> Keeper<'a> {
        Keeper { paths, setting, report, notes: library.notes, gone: VecDeque::new() }
    }

    /// Reads again whatever is asked for or changes, until nobody can ask any more. Notes are taken to
    /// have been read at `begun` or later.
    pub fn keep(mut self, begun: Since, asks: &Receiver<Ask>, sender: Sender<Ask>) {
        let (mut watch, folders) = Watch::begin(self.paths, sender, self.setting, self.report);
        // What has changed before it was watched. Where a note came or went, its folder has changed.
        let changed = folders.iter().any(|folder| begun.changed(folder));
        let mut pending = Pending { folders: changed, ..Pending::default() };
        drop(folders);
        let files = self.notes.iter().filter_map(|note| note.file.as_deref());
        pending.files.extend(files.filter(|file| begun.changed(file)).map(absolute));
        if pending.folders || !pending.files.is_empty() {
            self.look(&pending, true);
        }
        while let Ok(ask) = asks.recv() {
            let seen = matches!(ask, Ask::Seen(_));
            let mut pending = Pending::default();
            pending.add(ask);
            if seen {
                gather(asks, QUIET, &mut |ask| pending.add(ask));
            }
            if pending.folders || pending.all {
                watch.renew(self.paths, self.setting, self.report);
            }
            let mut still = false;
            while self.look(&pending, still) {
                // Only what stays empty while nothing more is seen is taken to be so.
                still = true;
                gather(asks, FILLED, &mut |ask| {
                    still = false;
                    pending.add(ask);
                });
            }
        }
    }

    /// Reads again what is asked for, once.
    pub fn once(mut self, ask: Ask) {
        let mut pending = Pending { by_hand: true, ..Pending::default() };
        pending.add(ask);
        self.look(&pending, true);
    }

    /// Looks at what may have changed, and tells what has. Whether it is to be looked at once more, as a
    /// file was empty which was not: never where this is the `last` time.
    fn look(&mut self, pending: &Pending, last: bool) -> bool {
        let tasks = self.tasks(pending);
        let (mut notes, mut edits, mut problems) = (Vec::new(), Vec::new(), Vec::new());
        let mut emptied = false;
        let encoding = self.setting.encoding;
        let work = |task: &Task| outcome(task, |file| files::read(file, encoding), last);
        let taken = in_parallel(&tasks, work, |_, outcome| {
            match outcome {
                Outcome::Note(note, edit) => {
                    notes.push(note);
                    edits.extend(edit);
                }
                Outcome::Emptied(old) => {
                    emptied = true;
                    notes.push(old);
                }
                Outcome::Gone => {}
                Outcome::Failed(old, problem) => {
                    // Of what never was open nobody waits for news.
                    if let Some(old) = old {
                        notes.push(old);
                        problems.push(problem);
                    }
                }
            }
            Ok(())
        });
        if taken.is_err() || (emptied && !last) {
            return emptied;
        }
        let same = notes.len() == self.notes.len()
            && notes.iter().zip(&self.notes).all(|(a, b)| Arc::ptr_eq(a, b));
        if !same {
            let now: HashSet<&Clean> = notes.iter().map(|note| &note.path).collect();
            let gone = self.notes.iter().filter(|note| !now.contains(&note.path));
            self.gone.extend(gone.cloned());
            while self.gone.len() > GONE {
                self.gone.pop_front();
            }
            self.notes = notes.clone();
            (self.report)(Msg::Changed { library: Library { notes }, edits });
        } else if pending.by_hand {
            (self.report)(Msg::Unchanged);
        }
        if let Some(problem) = problems.first() {
            (self.report)(Msg::Failed(sentence(problem, LARGEST, self.setting.locale)));
        }
        false
    }

    fn tasks(&self, pending: &Pending) -> Vec<Task> {
        // The system may know a file by another path than the reader does.
        let known: HashSet<PathBuf> =
            self.notes.iter().filter_map(|note| note.file.as_deref()).map(absolute).collect();
        let strange: HashSet<_> = pending
            .files
            .iter()
            .filter(|file| !known.contains(*file))
            .filter_map(|file| file.file_name())
            .collect();
        let wanted = |file: &Path| {
            pending.all
                || pending.files.contains(&absolute(file))
                || file.file_name().is_some_and(|name| strange.contains(name))
        };
        if !pending.folders && !pending.all {
            let task = |note: &Arc<Note>| Task {
                name: note.path.clone(),
                file: note.file.clone(),
                old: Some(note.clone()),
                gone: None,
                read: note.file.as_deref().is_some_and(wanted),
            };
            return self.notes.iter().map(task).collect();
        }
        if self.paths.is_empty() {
            let task = |note: &Arc<Note>| Task {
                name: note.path.clone(),
                file: None,
                old: Some(note.clone()),
                gone: None,
                read: false,
            };
            return self.notes.iter().map(task).collect();
        }
        let (inputs, _) = inputs(self.paths);
        let by_name: HashMap<&Clean, &Arc<Note>> =
            self.notes.iter().map(|note| (&note.path, note)).collect();
        let task = |(name, input): (Clean, &Input)| {
            let old = by_name.get(&name).map(|note| Arc::clone(note));
            let gone = self.gone.iter().rev().find(|note| note.path == name).cloned();
            let file: Option<Arc<Path>> = match input {
                Input::File(found) => Some(found.path.as_path().into()),
                _ => None,
            };
            let read = file.as_deref().is_some_and(|file| old.is_none() || wanted(file));
            (read || old.is_some()).then_some(Task { name, file, old, gone, read })
        };
        names(&inputs).into_iter().zip(&inputs).filter_map(task).collect()
    }
}

fn outcome(
    task: &Task,
    read: impl Fn(&Path) -> Result<crate::store::encoding::Decoded, Problem>,
    last: bool,
) -> Outcome {
    let (file, old) = match (&task.file, &task.old) {
        (Some(file), old) if task.read => (file, old),
        (_, Some(old)) => return Outcome::Note(old.clone(), None),
        (_, None) => return Outcome::Gone,
    };
    let decoded = match read(file) {
        Ok(decoded) => decoded,
        Err(Problem { kind: ProblemKind::Missing, .. }) => return Outcome::Gone,
        Err(problem) => return Outcome::Failed(old.clone(), problem),
    };
    if let Some(old) = old {
        if *old.text == *decoded.text {
            return Outcome::Note(old.clone(), None);
        }
        if decoded.text.is_empty() && !last {
            return Outcome::Emptied(old.clone());
        }
    }
    let path = task.name.clone();
    let notices = notices(&decoded);
    let source =
        Source { path: path.clone(), text: decoded.text, notices, file: Some(file.clone()) };
    let note = Arc::new(Note::build(source));
    let before = old.as_ref().or(task.gone.as_ref());
    let edit = before.map(|before| Edit { path, diff: Diff::new(&before.text, &note.text).into() });
    Outcome::Note(note, edit)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// What watches the files, where something does.
struct Watch {
    #[cfg(feature = "watch")]
    watcher: Option<crate::store::watch::Watcher>,
}

#[cfg(feature = "watch")]
impl Watch {
    /// Begins to watch; also the folders, in which notes may come and go.
    fn begin(
        paths: &[PathBuf],
        sender: Sender<Ask>,
        setting: &Setting,
        report: &dyn Fn(Msg),
    ) -> (Watch, Vec<PathBuf>) {
        use crate::store::watch::Watcher;
        let mut watch = Watch { watcher: None };
        let scope = files::scope(paths);
        if scope.files.is_empty() && scope.folders.is_empty() {
            return (watch, Vec::new());
        }
        match Watcher::new(move |seen| _ = sender.send(Ask::Seen(seen))) {
            Ok(mut watcher) => {
                let done = watcher.watch(&scope);
                watch.watcher = done.is_ok().then_some(watcher);
                say(done, setting, report);
            }
            Err(why) => say(Err(why), setting, report),
        }
        (watch, scope.folders)
    }

    /// Watches also what has come.
    fn renew(&mut self, paths: &[PathBuf], setting: &Setting, report: &dyn Fn(Msg)) {
        let Some(watcher) = &mut self.watcher else { return };
        let scope = files::scope(paths);
        let there: HashSet<&PathBuf> = scope.folders.iter().collect();
        watcher.retain(|folder| there.contains(&folder.to_path_buf()));
        let done = watcher.watch(&scope);
        if done.is_err() {
            self.watcher = None;
        }
        say(done, setting, report);
    }
}

#[cfg(feature = "watch")]
fn say(done: Result<(), String>, setting: &Setting, report: &dyn Fn(Msg)) {
    if let Err(why) = done {
        report(Msg::Failed(crate::words::Word::NotWatched.fill(setting.locale, &[&why])));
    }
}

#[cfg(not(feature = "watch"))]
impl Watch {
    fn begin(_: &[PathBuf], _: Sender<Ask>, _: &Setting, _: &dyn Fn(Msg)) -> (Watch, Vec<PathBuf>) {
        (Watch {}, Vec::new())
    }

    fn renew(&mut self, _: &[PathBuf], _: &Setting, _: &dyn Fn(Msg)) {}
}
