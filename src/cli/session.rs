//! What is remembered from run to run, as far as the program is called for it.
#![allow(clippy::disallowed_methods)] // This file reads the environment, too.

use std::cell::RefCell;
use std::env;
use std::path::{Component, Path, PathBuf};

use super::setting::Setting;
use crate::app::State;
use crate::app::session::{Mark, Whole, marks, merged};
use crate::config::{Config, Opt, Origin};
use crate::library::Library;
use crate::store;
use crate::text::sanitize::Clean;
use crate::words::Word;

/// What is remembered, and what will be.
#[derive(Debug, Default)]
pub(super) struct Session {
    /// Where it lies; none where nothing is to be remembered.
    file: Option<PathBuf>,
    text: String,
    /// What the paths of all notes that are open begin with; none where they have nothing in common.
    base: Option<String>,
    /// The path of the one note that was named.
    note: Option<String>,
    /// The whole as it was at the start of this run.
    begun: RefCell<Whole>,
    problem: Option<String>,
}

impl Session {
    /// What is remembered for `paths`.
    pub fn new(paths: &[PathBuf], config: &Config, setting: &Setting) -> Session {
        let mut session = Session::default();
        if config.switch(Opt::Remember) == Some(false) {
            return session;
        }
        let Some(file) = folder().map(|folder| folder.join("gongbu/session.jsonl")) else {
            return session;
        };
        match store::config::text(&file) {
            Ok(Some(text)) if Whole::read(&text).is_none() => {
                let broken = Word::SessionBroken.text(setting.locale);
                session.problem = Some(format!("session.jsonl: {broken}"));
            }
            Ok(text) => session.text = text.unwrap_or_default(),
            Err(problem) => {
                session.problem = Some(super::notes::sentence(&problem, "1 MiB", setting.locale));
            }
        }
        (session.base, session.note) = names(paths);
        session.file = Some(file);
        session
    }

    /// What is wrong with it, in a sentence.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// The path to remember a note by, whose path is shown as `note`.
    pub fn key(base: &str, note: &Clean) -> String {
        format!("{base}{note}")
    }

    /// The note that was read last, as it is shown, and where it was left.
    pub fn last(&self) -> Option<(String, Mark)> {
        let base = self.base.as_ref()?;
        let mark = Mark::latest(&self.text, self.note.as_ref().unwrap_or(base))?;
        let note = mark.path.strip_prefix(base.as_str())?;
        let inner = Path::new(note).components().all(|part| matches!(part, Component::Normal(_)));
        inner.then(|| (note.to_owned(), mark.clone()))
    }

    /// The folds of all notes that may be open, to be read by whoever has the time.
    pub fn folds(
        &self,
    ) -> impl Fn(&Library) -> Vec<(crate::library::Place, bool)> + Send + 'static {
        let (base, text) = (self.base.clone(), self.text.clone());
        move |library| {
            let Some(base) = &base else { return Vec::new() };
            let marks = Mark::all(&text, base);
            crate::app::session::folds(library, &marks, &|note| Session::key(base, note))
        }
    }

    /// Takes up what was chosen while reading, where nobody has chosen it otherwise.
    pub fn take_up(&self, state: &mut State, config: &Config) {
        let whole = Whole::read(&self.text).unwrap_or_default();
        let free = |option| config.origin(option) == Origin::Default;
        if let Some(shown) = whole.contents.filter(|_| free(Opt::ShowContents)) {
            state.contents_hidden = !shown;
        }
        if let Some(shown) = whole.glossary.filter(|_| free(Opt::ShowGlossary)) {
            state.glossary_hidden = !shown;
        }
        state.sides.contents = whole.contents_columns;
        state.sides.glossary = whole.glossary_columns;
        if let Some(theme) = whole.theme.filter(|_| free(Opt::Theme)) {
            state.themes.choose(Some(&theme));
        }
    }

    /// What `state` is like is what it began with: what is another at the end was chosen while reading.
    pub fn begin(&self, state: &State) {
        self.begun.replace(now(state));
    }

    /// Remembers how `state` was left; the error is a sentence.
    pub fn leave(&self, state: &State, setting: &Setting) -> Result<(), String> {
        let Some(file) = &self.file else { return Ok(()) };
        let marks = match &self.base {
            Some(base) => marks(state, &|note| Session::key(base, note)),
            None => Vec::new(),
        };
        let (now, begun) = (now(state), self.begun.borrow());
        let whole = Whole {
            version: 1,
            contents: now.contents.filter(|_| now.contents != begun.contents),
            glossary: now.glossary.filter(|_| now.glossary != begun.glossary),
            contents_columns: now
                .contents_columns
                .filter(|_| now.contents_columns != begun.contents_columns),
            glossary_columns: now
                .glossary_columns
                .filter(|_| now.glossary_columns != begun.glossary_columns),
            theme: now.theme.clone().filter(|_| now.theme != begun.theme),
        };
        let changed = |before: &str| merged(before, whole.clone(), &marks);
        store::session::change(file, &changed).map_err(|error| {
            let path = Clean::visible(&file.to_string_lossy());
            Word::SessionNotKept.fill(setting.locale, &[&path, &error.kind().to_string()])
        })
    }
}

/// What can be chosen while reading, as it is now.
fn now(state: &State) -> Whole {
    let theme = state.themes.chosen.and_then(|at| state.themes.all.get(at));
    Whole {
        version: 1,
        contents: Some(!state.contents_hidden),
        glossary: Some(!state.glossary_hidden),
        contents_columns: state.sides.contents,
        glossary_columns: state.sides.glossary,
        theme: Some(theme.map_or("auto", |theme| &theme.name).to_owned()),
    }
}

/// What the paths of the notes under `paths` begin with, and the path of the one note, if it is one.
/// What comes from standard input, or from several places, has no name that would be the same again.
fn names(paths: &[PathBuf]) -> (Option<String>, Option<String>) {
    let path = match paths {
        [] => return (Some("course:".to_owned()), None),
        [path] if path.as_os_str() != "-" => path,
        _ => return (None, None),
    };
    let folder = |path: &Path| {
        let whole = store::session::absolute(path)?;
        Some(format!("{}/", whole.to_string_lossy().trim_end_matches('/')))
    };
    if store::files::is_folder(path) {
        return (folder(path), None);
    }
    // By the name that was given, as it is shown, also where that is a link to another.
    let Some(base) = path.parent().and_then(folder) else { return (None, None) };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let note = format!("{base}{}", Clean::visible(&name));
    (Some(base), Some(note))
}

/// The folder of all states, by the XDG Base Directory Specification.
pub(super) fn folder() -> Option<PathBuf> {
    let absolute = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_STATE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/state")))
}
