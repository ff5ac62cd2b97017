//! The command line: arguments, one file a command, and the painting of rows as text.

mod args;
mod check;
mod chosen;
mod completions;
mod config;
mod export;
mod glossary;
mod import;
mod json;
mod keys;
mod learned;
mod linear;
mod man;
mod notes;
mod optimize;
pub mod paint;
mod read;
mod search;
mod session;
mod setting;
mod show;
mod stats;
mod study;
mod toc;
mod usage;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use crate::words::{Locale, Word};
use args::{Arguments, Command};
use chosen::Chosen;
use setting::{Setting, tell};

/// How a command ended. The worst of several is the last of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// All was done.
    Done,
    /// Nothing was found, or what was checked has errors.
    Nothing,
    /// Wrong usage, or input that cannot be read.
    Wrong,
    /// A signal ended the reader; the exit status says which.
    Ended(u8),
}

impl Status {
    /// The exit status.
    pub fn code(self) -> u8 {
        match self {
            Status::Done => 0,
            Status::Nothing => 1,
            Status::Wrong => 2,
            Status::Ended(code) => code,
        }
    }
}

/// What is written to standard output; a broken pipe comes back as the error that it is.
type Out<'a> = &'a mut dyn Write;

/// Does what `args` (the name of the program first) ask for. What went wrong has been said on
/// standard error, in one line each, when this returns.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Status {
    let args: Vec<OsString> = args.into_iter().collect();
    let asked = args.clone();
    let args = match Arguments::read(args, || chosen::locale(&asked)) {
        Ok(args) => args,
        Err((error, locale)) => return usage(&error, locale),
    };
    let chosen = Chosen::new(&args);
    let setting = Setting::new(&args, &chosen.config);
    if let Some(sentence) = chosen.usage(setting.locale) {
        tell(&sentence);
        return Status::Wrong;
    }
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let done =
        command(args, &chosen, &setting, &mut out).and_then(|status| out.flush().map(|()| status));
    // What is still in the buffer has nowhere to go, and must not be tried once more.
    let _ = out.into_parts();
    match done {
        Ok(status) => status,
        // Who reads has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Done,
        Err(error) => {
            tell(&Word::CannotWrite.fill(setting.locale, &[&error.kind().to_string()]));
            Status::Wrong
        }
    }
}

fn command(
    args: Arguments,
    chosen: &Chosen,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let named = |paths: Vec<PathBuf>| if paths.is_empty() { setting.notes.clone() } else { paths };
    let open = |paths: Vec<PathBuf>| {
        let open = notes::open(&named(paths), setting);
        open.tell();
        open
    };
    let Some(command) = args.command else {
        return read::read(&named(args.paths), None, chosen, setting, out);
    };
    if !args.paths.is_empty() {
        tell(&Word::CommandFirst.fill(setting.locale, &[command.name()]));
        return Ok(Status::Wrong);
    }
    // Who reads is told on the screen.
    if !matches!(command, Command::Review { .. }) {
        chosen.tell(setting.locale, setting.color_of_errors);
    }
    match command {
        Command::Review { paths, limits, .. } => {
            read::read(&named(paths), Some(limits.wanted()), chosen, setting, out)
        }
        Command::Toc { paths, json, .. } => toc::run(&open(paths), json, setting, out),
        Command::Show { address, width, markdown, .. } => {
            show::run(&open(Vec::new()), &address, width, markdown, setting, out)
        }
        Command::Glossary { query, json, .. } => {
            glossary::run(&open(Vec::new()), query.as_deref(), json, setting, out)
        }
        Command::Search { query, json, .. } => {
            search::run(&setting.notes, &query, json, setting, out)
        }
        Command::Check { paths, json, strict, .. } => {
            check::run(&open(paths), json, strict, setting, out)
        }
        Command::Export { format, output, inferred, .. } => {
            let asked = export::Asked { format, file: output.as_deref(), inferred };
            export::run(&setting.notes, &asked, setting, out)
        }
        Command::Stats { paths, json, .. } => {
            // Without any notes it is about all that was ever learned.
            let paths = named(paths);
            let open = (!paths.is_empty()).then(|| open(paths));
            stats::run(open.as_ref(), json, study::now(&chosen.config), setting, out)
        }
        Command::Import { file } => import::run(&file, setting, out),
        Command::Optimize => optimize::run(setting, out),
        Command::Config { default } => config::run(default, chosen, setting, out),
        Command::Keys { json } => keys::run(&chosen.config.keymap(), json, setting, out),
        Command::Man => man::run(setting, out),
        Command::Completions { shell } => completions::run(shell, setting, out),
    }
}

/// Prints help or the version, or says in one line what is wrong with the arguments.
fn usage(error: &clap::Error, locale: Locale) -> Status {
    let rendered = error.render();
    if !error.use_stderr() {
        let text = if setting::help_in_color() {
            rendered.ansi().to_string()
        } else {
            rendered.to_string()
        };
        let mut out = io::stdout().lock();
        return match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Status::Wrong,
            _ => Status::Done,
        };
    }
    tell(&Word::UsageSee.fill(locale, &[&usage::mistake(error, locale)]));
    Status::Wrong
}
