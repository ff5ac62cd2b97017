//! Loading the notes that a command is about.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    pub library: Library,
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

/// A note of at most this many bytes is read whole before the first screen is drawn.
const AT_ONCE: usize = 256 * 1024;
/// Of a longer one this much is read for the first screen.
const HEAD: usize = 64 * 1024;

/// What the first screen shows, and whether that is everything. Where nothing is there to be read,
/// the error says so in a sentence.
pub(super) fn first(paths: &[PathBuf], setting: &Setting) -> Result<(Library, bool), String> {
    if paths.is_empty() {
        return Ok((open(paths, setting).library, true));
    }
    let start = paths.first().filter(|path| path.as_os_str() != "-");
    let Some(start) = start else { return Ok((Library::default(), false)) };
    let Some(found) = files::first(std::slice::from_ref(start)) else {
        let (_, problems) = inputs(paths);
        // Another path may still have something.
        return match problems.first() {
            Some(problem) if paths.len() == 1 => Err(sentence(problem, setting.locale)),
            _ => Ok((Library::default(), false)),
        };
    };
    let whole = paths.len() == 1 && found.path == *start;
    let name = Clean::visible(&found.shown);
    let decoded = match files::read(&found.path, setting.encoding) {
        Ok(decoded) => decoded,
        Err(problem) if whole => return Err(sentence(&problem, setting.locale)),
        Err(_) => return Ok((Library::default(), false)),
    };
    let complete = whole && decoded.text.len() <= AT_ONCE;
    let notices = notices(&decoded);
    let mut text = decoded.text;
    if text.len() > AT_ONCE {
        let end = text.get(..HEAD).map_or(HEAD, str::len);
        let end = (end..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let line = text.get(..end).and_then(|head| head.rfind('\n')).map_or(end, |at| at + 1);
        text.truncate(line);
    }
    let note = Arc::new(Note::build(Source { path: name, text, notices }));
    Ok((Library { notes: vec![note] }, complete))
}

/// Reads the notes at `paths` (`-`: standard input), or the built-in course where there are none.
/// What cannot be read is passed over, and named in [`Open::problems`].
pub(super) fn open(paths: &[PathBuf], setting: &Setting) -> Open {
    if paths.is_empty() {
        let sources = content::course().into_iter().map(|(path, text)| Source {
            path: Clean::visible(path),
            text: text.to_owned(),
            notices: Vec::new(),
        });
        let notes = sources.map(|source| Arc::new(Note::build(source))).collect();
        return Open { library: Library { notes }, status: Status::Done, problems: Vec::new() };
    }
    let (inputs, mut problems) = inputs(paths);
    let named: Vec<(Clean, Input)> = names(&inputs).into_iter().zip(inputs).collect();
    let mut notes = Vec::new();
    for loaded in in_parallel(&named, |(name, input)| load(name, input, setting)) {
        match loaded {
            Ok(note) => notes.push(Arc::new(note)),
            Err(problem) => problems.push(problem),
        }
    }
    let mut status = if notes.is_empty() { Status::Wrong } else { Status::Done };
    for problem in &problems {
        if paths.contains(&problem.path) {
            status = Status::Wrong;
        }
    }
    let problems = problems.iter().map(|problem| sentence(problem, setting.locale)).collect();
    Open { library: Library { notes }, status, problems }
}

/// Where a note comes from.
enum Input {
    Stdin,
    File(Found),
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

fn load(name: &Clean, input: &Input, setting: &Setting) -> Result<Note, Problem> {
    let decoded = match input {
        Input::Stdin => files::read_stdin(setting.encoding)?,
        Input::File(found) => files::read(&found.path, setting.encoding)?,
    };
    let notices = notices(&decoded);
    Ok(Note::build(Source { path: name.clone(), text: decoded.text, notices }))
}

/// What decoding had to say; where bytes were lost, also in which encoding they were looked for.
fn notices(decoded: &Decoded) -> Vec<Notice> {
    let lossy = matches!(decoded.notice, Some(Notice::Lossy { .. }));
    let other = lossy && decoded.encoding != "UTF-8";
    let converted = other.then_some(Notice::Converted(decoded.encoding));
    converted.into_iter().chain(decoded.notice).collect()
}

/// What `work` makes of each of `items`, in order, done on all cores.
fn in_parallel<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    if workers < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        // Each takes the next that nobody has, so one long note holds up no others.
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        let joined = threads.into_iter().map(|thread| match thread.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        joined.flatten().collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

/// A problem in one sentence.
fn sentence(problem: &Problem, locale: Locale) -> String {
    let path = Clean::visible(&problem.path.to_string_lossy());
    match problem.kind {
        ProblemKind::Missing => Word::FileMissing.fill(locale, &[&path]),
        ProblemKind::Unreadable(kind) => {
            Word::FileUnreadable.fill(locale, &[&path, &kind.to_string()])
        }
        ProblemKind::NotAFile => Word::FileNotRegular.fill(locale, &[&path]),
        ProblemKind::Empty => Word::FolderHasNoNotes.fill(locale, &[&path]),
        ProblemKind::Binary => Word::FileBinary.fill(locale, &[&path]),
        ProblemKind::TooLarge => Word::FileTooLarge.fill(locale, &[&path, "4 GiB"]),
    }
}
