//! Loading the notes that a command is about.

pub(super) mod again;

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

use super::Status;
use super::setting::{Setting, tell};
use crate::library::{Library, Note, Notice, Source};
use crate::store::content;
use crate::store::encoding::Decoded;
use crate::store::files::{self, Found, Problem, ProblemKind};
use crate::text::sanitize::Clean;
use crate::words::{Locale, Word};

/// The notes that could be read.
pub(super) struct Open {
    pub collection: Library,
    /// Whether these are all notes of their folders, and not some that were given one by one.
    pub whole: bool,
    /// [`Status::Wrong`] where a path that was given, or every note, could not be read.
    pub status: Status,
    /// What could not be read, in a sentence each.
    pub problems: Vec<String>,
}

impl Open {
    /// Says on standard error what could not be read.
    pub fn tell(&self) {
        self.problems.iter().for_each(|problem| tell(problem));
    }
}

/// No note may be as large as this.
const LARGEST: &str = "4 GiB";
/// A note of at most this many bytes is read whole before the first screen is drawn.
const AT_ONCE: u64 = 256 * 1024;
/// Of the course this much is read for the first screen.
const COURSE_HEAD: usize = 8 * 1024;
/// Of a longer one this much is read for the first screen.
const HEAD: u64 = 64 * 1024;

/// A place farther than this from the beginning of its note is shown when all of that has been read.
const FARTHEST: usize = 1 << 20;

/// What the first screen shows, and whether that is everything. Where nothing is there to be read,
/// the error says so in a sentence.
/// Where `wanted` names a note (by its path as it is shown) and a byte of it, it is that note, read beyond
/// that byte unless that is very far.
pub(super) fn first(
    paths: &[PathBuf],
    wanted: Option<(&str, usize)>,
    setting: &Setting,
) -> Result<(Library, bool), String> {
    let at = wanted.map_or(0, |(_, at)| at).min(FARTHEST);
    if paths.is_empty() {
        let course = content::course();
        let named = course.iter().find(|(name, _)| wanted.is_some_and(|(note, _)| note == *name));
        let head = named.or(course.first()).map(|(path, text)| {
            // Whole lines, as many as more than fill a screen.
            let head = text.as_bytes().get(..COURSE_HEAD + at).unwrap_or(text.as_bytes());
            let end = memchr::memrchr(b'\n', head).map_or(text.len(), |end| end + 1);
            let text = text.get(..end).unwrap_or(text).to_owned();
            let source = Source { path: Clean::visible(path), text, ..Source::default() };
            Arc::new(Note::build(source))
        });
        return Ok((Library { notes: head.into_iter().collect() }, false));
    }
    let start = paths.first().filter(|path| path.as_os_str() != "-");
    let Some(start) = start else { return Ok((Library::default(), false)) };
    // A folder is not looked through for a note that is known to be in it.
    let known = wanted.filter(|_| files::is_folder(start)).and_then(|(note, _)| {
        let path = start.join(note);
        files::is_file(&path).then(|| Found { path, shown: note.to_owned(), root: 0 })
    });
    let found = known.or_else(|| files::first(std::slice::from_ref(start)));
    let Some(found) = found else {
        let (_, problems) = inputs(paths);
        // Another path may still have something.
        return match problems.first() {
            Some(problem) if paths.len() == 1 => Err(sentence(problem, LARGEST, setting.locale)),
            _ => Ok((Library::default(), false)),
        };
    };
    let whole = paths.len() == 1 && found.path == *start;
    let name = Clean::visible(&found.shown);
    let read = || match files::read_head(&found.path, setting.encoding, AT_ONCE, HEAD + at as u64)?
    {
        Some(head) => Ok((head, false)),
        None => files::read(&found.path, setting.encoding).map(|whole| (whole, true)),
    };
    let (decoded, all) = match read() {
        Ok(read) => read,
        Err(problem) if whole => return Err(sentence(&problem, LARGEST, setting.locale)),
        Err(_) => return Ok((Library::default(), false)),
    };
    let complete = whole && all;
    let notices = notices(&decoded);
    let text = decoded.text;
    let note =
        Arc::new(Note::build(Source { path: name, text, notices, file: Some(found.path.into()) }));
    Ok((Library { notes: vec![note] }, complete))
}

/// Reads the notes at `paths` (`-`: standard input), or the built-in course where there are none.
/// What cannot be read is passed over, and named in [`Open::problems`].
pub(super) fn open(paths: &[PathBuf], setting: &Setting) -> Open {
    open_by_steps(paths, setting, &mut |_| {})
}

/// Whether what is given are folders only, or nothing: then all notes that there are will be open.
pub(super) fn whole(paths: &[PathBuf]) -> bool {
    paths.iter().all(|path| files::is_folder(path))
}

/// A step on the way to all notes.
pub(super) enum Step {
    /// So many notes have been read, of so many.
    Progress { done: usize, total: usize },
    /// The first notes, in order: more each time.
    Notes(Library),
}

/// As [`open`], and tells how far it is.
pub(super) fn open_by_steps(
    paths: &[PathBuf],
    setting: &Setting,
    tell: &mut dyn FnMut(Step),
) -> Open {
    /// So often is told how far it is.
    const TELLS: usize = 20;
    /// The first step has so many notes, and each four times as many as the one before: what is done
    /// for each step is in proportion to its notes, and so is all of it to all of them.
    const FIRST: usize = 64;
    let mut notes: Vec<Arc<Note>> = Vec::new();
    let sources = Sources::find(paths);
    let total = sources.inputs.len();
    let mut next = FIRST;
    let done = sources.each(setting, Note::build, |at, note| {
        notes.push(Arc::new(note));
        let done = at + 1;
        if total > FIRST && done < total && done.is_multiple_of(total.div_ceil(TELLS)) {
            tell(Step::Progress { done, total });
        }
        if notes.len() == next && done < total {
            tell(Step::Notes(Library { notes: notes.clone() }));
            next *= 4;
        }
        Ok(())
    });
    // What is given to cannot fail.
    let (status, problems) = done.unwrap_or((Status::Wrong, Vec::new()));
    Open { collection: Library { notes }, whole: whole(paths), status, problems }
}

/// Notes that have been found and not been read yet.
pub(super) struct Sources<'a> {
    paths: &'a [PathBuf],
    /// What each is called, in order.
    inputs: Vec<(Clean, Input)>,
    problems: Vec<Problem>,
}

impl<'a> Sources<'a> {
    /// Finds the notes at `paths`, as [`open`] does.
    pub fn find(paths: &'a [PathBuf]) -> Sources<'a> {
        if paths.is_empty() {
            let course = content::course().into_iter();
            let inputs = course.map(|(path, text)| (Clean::visible(path), Input::Course(text)));
            return Sources { paths, inputs: inputs.collect(), problems: Vec::new() };
        }
        let (inputs, problems) = inputs(paths);
        Sources { paths, inputs: names(&inputs).into_iter().zip(inputs).collect(), problems }
    }

    /// What the notes are called, in order.
    pub fn names(&self) -> impl Iterator<Item = &Clean> {
        self.inputs.iter().map(|(name, _)| name)
    }

    /// The files among them.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.inputs.iter().filter_map(|(_, input)| match input {
            Input::File(found) => Some(&*found.path),
            _ => None,
        })
    }

    /// Gives what `work` makes of each note, and which of the notes it is, in order, as soon as it
    /// is there. What cannot be read is passed over. Says in the end whether that matters
    /// ([`Open::status`]), and what it was.
    pub fn each<T: Send>(
        self,
        setting: &Setting,
        work: impl Fn(Source) -> T + Sync,
        mut give: impl FnMut(usize, T) -> io::Result<()>,
    ) -> io::Result<(Status, Vec<String>)> {
        let Sources { paths, inputs, mut problems } = self;
        let mut read = 0;
        let load = |(name, input): &(Clean, Input)| source(name, input, setting).map(&work);
        in_parallel(&inputs, load, |at, made| match made {
            Ok(made) => {
                read += 1;
                give(at, made)
            }
            Err(problem) => {
                problems.push(problem);
                Ok(())
            }
        })?;
        let given = problems.iter().any(|problem| paths.contains(&problem.path));
        let status = if read == 0 || given { Status::Wrong } else { Status::Done };
        let problems =
            problems.iter().map(|problem| sentence(problem, LARGEST, setting.locale)).collect();
        Ok((status, problems))
    }
}

/// Where a note comes from.
enum Input {
    Stdin,
    File(Found),
    Course(&'static str),
}

/// The notes under `paths`, in order. Standard input is there once.
fn inputs(paths: &[PathBuf]) -> (Vec<Input>, Vec<Problem>) {
    let is_stdin = |path: &PathBuf| path.as_os_str() == "-";
    let before = paths.iter().position(is_stdin);
    let roots: Vec<PathBuf> = paths.iter().filter(|path| !is_stdin(path)).cloned().collect();
    let (found, problems) = files::find(&roots);
    let at = before.map(|before| found.partition_point(|found| found.root < before));
    let mut inputs: Vec<Input> = found.into_iter().map(Input::File).collect();
    if let Some(at) = at {
        inputs.insert(at, Input::Stdin);
    }
    (inputs, problems)
}

/// What each note is called: its path under its root, or as it was given where that would give two
/// notes one name.
fn names(inputs: &[Input]) -> Vec<Clean> {
    let short = |input: &Input| match input {
        Input::Stdin => Clean::literal("-"),
        Input::File(found) => Clean::visible(&found.shown),
        Input::Course(_) => Clean::default(),
    };
    let mut count: HashMap<Clean, usize> = HashMap::new();
    for input in inputs {
        *count.entry(short(input)).or_default() += 1;
    }
    let name = |input: &Input| match (input, short(input)) {
        (Input::File(found), short) if count.get(&short).is_some_and(|count| *count > 1) => {
            Clean::visible(&found.path.to_string_lossy())
        }
        (_, short) => short,
    };
    inputs.iter().map(name).collect()
}

fn source(name: &Clean, input: &Input, setting: &Setting) -> Result<Source, Problem> {
    let path = name.clone();
    let decoded = match input {
        Input::Stdin => files::read_stdin(setting.encoding)?,
        Input::File(found) => files::read(&found.path, setting.encoding)?,
        Input::Course(text) => {
            return Ok(Source { path, text: (*text).to_owned(), ..Source::default() });
        }
    };
    let notices = notices(&decoded);
    let file = match input {
        Input::File(found) => Some(found.path.as_path().into()),
        _ => None,
    };
    Ok(Source { path, text: decoded.text, notices, file })
}

/// What decoding had to say; where bytes were lost, also in which encoding they were looked for.
fn notices(decoded: &Decoded) -> Vec<Notice> {
    let lossy = matches!(decoded.notice, Some(Notice::Lossy { .. }));
    let other = lossy && decoded.encoding != "UTF-8";
    let converted = other.then_some(Notice::Converted(decoded.encoding));
    converted.into_iter().chain(decoded.notice).collect()
}

/// Gives what `work` makes of each of `items`, in order; it is made on all cores. When `give` fails,
/// nothing more is begun.
fn in_parallel<I: Sync, T: Send>(
    items: &[I],
    work: impl Fn(&I) -> T + Sync,
    mut give: impl FnMut(usize, T) -> io::Result<()>,
) -> io::Result<()> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    if workers < 2 {
        return items.iter().enumerate().try_for_each(|(at, item)| give(at, work(item)));
    }
    let next = AtomicUsize::new(0);
    // Handing over each of thousands by itself would take longer than reading it.
    let batch = (items.len() / (workers * 16)).clamp(1, 32);
    let worker = |made: mpsc::Sender<(usize, Vec<T>)>| {
        // Each takes the next that nobody has, so one long note holds up few others.
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let items = items.iter().skip(turn.saturating_mul(batch)).take(batch);
            let done: Vec<T> = items.map(&work).collect();
            if done.is_empty() || made.send((turn, done)).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let (sender, made) = mpsc::channel();
        for _ in 0..workers {
            let sender = sender.clone();
            scope.spawn(|| worker(sender));
        }
        drop(sender);
        // What is there before its turn.
        let mut early = BTreeMap::new();
        let mut turn = 0;
        for (at, items) in made {
            early.insert(at, items);
            while let Some(items) = early.remove(&turn) {
                let first = turn * batch;
                items.into_iter().enumerate().try_for_each(|(i, item)| give(first + i, item))?;
                turn += 1;
            }
        }
        Ok(())
    })
}

/// Why a file gives nothing, in a sentence; `largest` is how large it may be.
pub(super) fn sentence(problem: &Problem, largest: &str, locale: Locale) -> String {
    let path = Clean::visible(&problem.path.to_string_lossy());
    match problem.kind {
        ProblemKind::Missing => Word::FileMissing.fill(locale, &[&path]),
        ProblemKind::Unreadable(kind) => {
            Word::FileUnreadable.fill(locale, &[&path, &kind.to_string()])
        }
        ProblemKind::NotAFile => Word::FileNotRegular.fill(locale, &[&path]),
        ProblemKind::Empty => Word::FolderHasNoNotes.fill(locale, &[&path]),
        ProblemKind::Binary => Word::FileBinary.fill(locale, &[&path]),
        ProblemKind::TooLarge => Word::FileTooLarge.fill(locale, &[&path, largest]),
    }
}
