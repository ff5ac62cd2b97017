//! What has been chosen: by arguments, by the environment, in the file of the configuration.
#![allow(clippy::disallowed_methods)] // This file reads the environment, too.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::args::{Arguments, Command};
use super::notes::sentence;
use super::setting::tell;
use crate::config::{self, Config, Kind, OPTIONS, Opt, Origin, Spec, Value};
use crate::diag::{Diagnostic, Lines, Manner, render};
use crate::store;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Word};

/// Many programs speak line by line where this variable is set.
const ACCESSIBLE: &str = "ACCESSIBLE";

/// What has been chosen, and what was wrong with it.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub config: Config,
    /// The file that was read, or would have been.
    pub file: Option<PathBuf>,
    /// Whether it is there.
    pub found: bool,
    text: String,
    wrong: Vec<Diagnostic>,
    /// Variables that make no sense: the variable, and what it can be.
    variables: Vec<(String, String)>,
    unread: Option<store::files::Problem>,
    /// What was asked for after `--theme`, and is not there.
    no_theme: Option<String>,
}

impl Chosen {
    /// Asks the arguments, the environment and the file, in this order of importance.
    pub fn new(args: &Arguments) -> Chosen {
        let mut chosen = Chosen::default();
        let named = args.config.clone().or_else(|| env::var_os("GONGBU_CONFIG").map(PathBuf::from));
        chosen.file = match &named {
            // An empty name asks for no file at all.
            Some(file) if file.as_os_str().is_empty() => None,
            Some(file) => Some(file.clone()),
            None => folder().map(|folder| folder.join("gongbu/config.toml")),
        };
        if let Some(file) = chosen.file.clone() {
            chosen.read(&file, named.is_some());
        }
        // Our own variables go before what many programs heed.
        let is_on = |value: OsString| !value.is_empty() && value != "0" && value != "false";
        if env::var_os(ACCESSIBLE).is_some_and(is_on) {
            chosen.config.set(Opt::Linear, Value::Switch(true), Origin::Custom(ACCESSIBLE));
        }
        for spec in OPTIONS {
            if let Some(value) = env::var_os(spec.variable()).filter(|value| !value.is_empty()) {
                chosen.variable(spec, value);
            }
        }
        chosen.arguments(args);
        chosen.check_theme();
        chosen
    }

    fn read(&mut self, file: &Path, named: bool) {
        match store::config::text(file) {
            Ok(Some(text)) => {
                (self.config, self.wrong) = config::read(&text);
                (self.text, self.found) = (text, true);
            }
            // Nobody has to have one, but who names one means it.
            Ok(None) if named && file != Path::new("/dev/null") => {
                let missing = store::files::ProblemKind::Missing;
                self.unread = Some(store::files::Problem { path: file.to_owned(), kind: missing });
            }
            Ok(None) => {}
            Err(problem) => self.unread = Some(problem),
        }
        if let (Value::Paths(paths), origin) =
            (self.config.get(Opt::Notes).clone(), self.config.origin(Opt::Notes))
        {
            let below = file.parent().unwrap_or(Path::new(""));
            let paths = paths.iter().map(|path| resolved(path, below)).collect();
            self.config.set(Opt::Notes, Value::Paths(paths), origin);
        }
    }

    fn variable(&mut self, spec: &Spec, value: OsString) {
        let read = match spec.option {
            Opt::Notes => {
                let paths = env::split_paths(&value).filter(|path| !path.as_os_str().is_empty());
                Some(Value::Paths(paths.collect()))
            }
            _ => value.to_str().and_then(|value| Value::parse(spec.kind, value)),
        };
        match read {
            Some(value) => self.config.set(spec.option, value, Origin::Environment),
            None => self.variables.push((spec.variable(), spec.kind.label())),
        }
    }

    fn arguments(&mut self, args: &Arguments) {
        let mut set = |option, value, flag| self.config.set(option, value, Origin::Flag(flag));
        if let Some(language) = args.lang {
            set(Opt::Language, Value::Name(language.name().to_owned()), "--lang");
        }
        if let Some(theme) = args.theme.as_deref().and_then(|name| Value::parse(Kind::Theme, name))
        {
            set(Opt::Theme, theme, "--theme");
        }
        if args.ascii {
            set(Opt::Ascii, Value::Switch(true), "--ascii");
        }
        let review = matches!(args.command, Some(Command::Review { linear: true, .. }));
        if args.linear || review {
            set(Opt::Linear, Value::Switch(true), "--linear");
        }
        let after = args.command.as_ref().map_or(&[][..], Command::notes);
        let notes = [&args.notes.notes, after].concat();
        if !notes.is_empty() {
            set(Opt::Notes, Value::Paths(notes), "--notes");
        }
    }

    /// Sees to it that the theme is one that there is.
    fn check_theme(&mut self) {
        let Some(name) = self.config.name(Opt::Theme).filter(|name| !self.config.has_theme(name))
        else {
            return;
        };
        let name = Clean::visible(name).into_string();
        match self.config.origin(Opt::Theme) {
            Origin::Environment => {
                self.variables
                    .push(("GONGBU_THEME".to_owned(), self.config.theme_names().join(" | ")));
            }
            _ => self.no_theme = Some(name),
        }
        self.config.unset(Opt::Theme);
    }

    /// What is wrong with the arguments, in a sentence: these are not passed over.
    pub fn usage(&self, locale: Locale) -> Option<String> {
        let name = self.no_theme.as_ref()?;
        let names = self.config.theme_names().join(", ");
        Some(Word::NoSuchTheme.fill(locale, &[name, &names]))
    }

    /// How the file is called where its folder does not matter.
    pub fn name(&self) -> String {
        let name = self.file.as_deref().and_then(Path::file_name);
        Clean::visible(&name.unwrap_or_default().to_string_lossy()).into_string()
    }

    /// What is wrong, in one line for the screen; of several the first.
    pub fn notice(&self, locale: Locale) -> Option<String> {
        let others = self.others(locale);
        let lines = Lines::new(&self.text);
        let first = self.wrong.first().map(|found| self.line(found, &self.name(), &lines, locale));
        let more = (self.wrong.len() + others.len()).saturating_sub(1);
        let first = first.or_else(|| others.into_iter().next())?;
        Some(match more {
            0 => first,
            more => Word::ConfigMore.fill(locale, &[&first, &more.to_string()]),
        })
    }

    /// Says on standard error what is wrong, with the lines of the file.
    pub fn tell(&self, locale: Locale, color: bool) {
        self.others(locale).iter().for_each(|line| tell(line));
        let Some(file) = self.file.as_deref().filter(|_| !self.wrong.is_empty()) else { return };
        let path = Clean::visible(&file.to_string_lossy());
        let lines = Lines::new(&self.text);
        let manner = Manner { locale, color, columns: None };
        for found in &self.wrong {
            tell(&self.line(found, &path, &lines, locale));
            let drawn = render(found, &path, &self.text, &lines, manner);
            // The first two lines have been said in one.
            let excerpt: Vec<&str> = drawn.lines().skip(2).collect();
            super::setting::tell_drawn(&excerpt.join("\n"));
        }
    }

    fn line(&self, found: &Diagnostic, path: &str, lines: &Lines, locale: Locale) -> String {
        let (line, column) = lines.position(&self.text, found.span.start);
        format!("{path}:{line}:{column}: {}", found.message(locale))
    }

    /// What is wrong outside of the file's text.
    fn others(&self, locale: Locale) -> Vec<String> {
        let unread = self.unread.iter().map(|problem| sentence(problem, "1 MiB", locale));
        let variables = self.variables.iter();
        let variables = variables
            .map(|(name, values)| Word::ConfigVariable.fill(locale, &[name, values.as_str()]));
        unread.chain(variables).collect()
    }
}

/// The language of help on `args`, which may be wrong: that of `--lang`, if it is among them, else what
/// the environment and the configuration choose.
pub(super) fn locale(args: &[OsString]) -> Locale {
    let text: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let after = text.iter().position(|arg| *arg == "--lang").and_then(|at| text.get(at + 1));
    let named = text.iter().find_map(|arg| arg.strip_prefix("--lang=")).or(after.copied());
    named
        .and_then(Locale::from_tag)
        .or_else(|| Chosen::new(&Arguments::default()).config.language())
        .unwrap_or_else(super::setting::locale)
}

/// The folder of all configurations, by the XDG Base Directory Specification: a path that is not
/// absolute counts for nothing.
fn folder() -> Option<PathBuf> {
    let named = env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    named.or_else(|| home().map(|home| home.join(".config")))
}

fn home() -> Option<PathBuf> {
    env::var_os("HOME").map(PathBuf::from).filter(|path| path.is_absolute())
}

/// A path of the file: `~/` is the home folder, and what is not absolute lies beside the file.
fn resolved(path: &Path, below: &Path) -> PathBuf {
    match (path.strip_prefix("~"), home()) {
        (Ok(rest), Some(home)) => home.join(rest),
        // Standard input has this name everywhere.
        _ if path.as_os_str() == "-" => path.to_owned(),
        _ => below.join(path),
    }
}
