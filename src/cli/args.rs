//! What can be asked for on the command line.

mod after;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use encoding_rs::{EUC_KR, Encoding};

use super::usage;
use crate::app::recall::Wanted;
use crate::review::session::Plan;
use crate::words::Locale;
use after::{
    CHECKED, COMPLETED, COUNTED, EXAMPLES, EXPORTED, FOUND, IMPORTED, LISTED, MANUAL, OPTIMIZED,
    REVIEWED, SEARCHED, SHOWN,
};

/// The heading of the options that go with every command.
const EVERY: &str = "Options of every command";

/// Study Markdown notes in the terminal: contents, text and glossary side by side.
///
/// Where standard output is no terminal, the notes are printed instead. A first argument that is
/// the name of a command is that command; write ./toc for a file that is called so.
#[derive(Debug, Default, Parser)]
#[command(name = "gongbu", bin_name = "gongbu", version, after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// Files and folders to read; - is standard input [default: --notes]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    #[command(flatten)]
    pub notes: Notes,

    /// When to use colours (NO_COLOR and CLICOLOR_FORCE are honoured)
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true, help_heading = EVERY)]
    pub color: When,

    /// The language of the program [default: that of LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_name = "LANGUAGE", global = true, help_heading = EVERY)]
    pub lang: Option<Language>,

    /// The encoding of notes that are not in UTF-8, such as euc-kr or utf-16le
    #[arg(long, value_name = "NAME", value_parser = encoding, global = true, help_heading = EVERY)]
    pub encoding: Option<&'static Encoding>,

    /// The colours of the reader: auto, dark, light, ansi-dark, ansi-light, ansi, mono, or a theme of
    /// the configuration [default: auto, those that fit the terminal]
    #[arg(long, value_name = "THEME", global = true, help_heading = EVERY)]
    pub theme: Option<String>,

    /// Draw borders, bullets and signs in ASCII
    #[arg(long, global = true, help_heading = EVERY)]
    pub ascii: bool,

    /// The file of the configuration [env: GONGBU_CONFIG] [default: gongbu/config.toml in
    /// XDG_CONFIG_HOME or ~/.config]
    #[arg(long, value_name = "FILE", global = true, help_heading = EVERY)]
    pub config: Option<PathBuf>,

    /// Read line by line, without a screen, as for a screen reader: commands in, labelled text out
    /// [env: ACCESSIBLE=1]
    #[arg(long)]
    pub linear: bool,

    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Arguments {
    /// Reads `args`, the name of the program first. Where there are only paths among them, which is how
    /// the reader is opened nearly always, the parser is not even made: that would take as long as
    /// reading a note. Only then is it asked which language help and mistakes are said in.
    pub fn read(
        args: Vec<OsString>,
        locale: impl FnOnce() -> Locale,
    ) -> Result<Arguments, (clap::Error, Locale)> {
        if let Some(arguments) = Arguments::of_paths(args.get(1..).unwrap_or(&[])) {
            return Ok(arguments);
        }
        let locale = locale();
        let matches = usage::command(locale).try_get_matches_from(usage::help(args));
        let read = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
        read.map_err(|error| (error, locale))
    }

    /// The arguments, where they are nothing but paths.
    pub fn of_paths(args: &[OsString]) -> Option<Arguments> {
        // A path that has a dot or a slash in it is no command, nor is what follows one.
        let is_path = |arg: &OsString| {
            let bytes = arg.as_encoded_bytes();
            !bytes.starts_with(b"-") && bytes.iter().any(|b| matches!(b, b'.' | b'/'))
        };
        let paths = || args.iter().map(PathBuf::from).collect();
        args.iter().all(is_path).then(|| Arguments { paths: paths(), ..Arguments::default() })
    }
}

/// An option of every command, not a global one: given both before and after the command, both count.
#[derive(Debug, Default, Args)]
pub(super) struct Notes {
    /// The notes for every command; may be repeated [env: GONGBU_NOTES, separated as in PATH]
    /// [default: the built-in course]
    #[arg(short, long = "notes", value_name = "PATH", help_heading = EVERY)]
    pub notes: Vec<PathBuf>,
}

/// Which cards are reviewed.
#[derive(Debug, Default, Args)]
pub(super) struct Limits {
    /// Only those of this section and all below it; an address as in show; may be repeated
    #[arg(long, value_name = "ADDRESS")]
    pub section: Vec<String>,
    /// Only those of this note: the end of its path, without extension; may be repeated
    #[arg(long, value_name = "NOTE")]
    pub note: Vec<String>,
    /// Only those of notes with this tag; may be repeated
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Practise all of them, due or not, and leave the schedule alone
    #[arg(long)]
    pub cram: bool,
}

impl Limits {
    /// What the reader wants to go through.
    pub fn wanted(self) -> Wanted {
        let notes = self.note.into_iter().map(|note| format!("{note}:"));
        let addresses = self.section.into_iter().chain(notes).collect();
        let plan = if self.cram { Plan::Cram } else { Plan::Due };
        Wanted { addresses, tags: self.tag, plan }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the sections
    #[command(after_help = LISTED)]
    Toc {
        /// Files and folders; - is standard input [default: --notes]
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Print JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        notes: Notes,
    },
    /// Print a section and those under it
    #[command(after_help = SHOWN)]
    Show {
        /// A number (2.1), the second of one number (2.1#2), a title (getting-started), or NOTE:
        /// before one of these; NOTE: alone is the whole note
        address: String,
        /// The width in columns [default: the terminal's, at most 88; else 80]
        #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(1..))]
        width: Option<u16>,
        /// Print the Markdown source
        #[arg(long, conflicts_with = "width")]
        markdown: bool,
        #[command(flatten)]
        notes: Notes,
    },
    /// List the terms and what they mean
    #[command(after_help = FOUND)]
    Glossary {
        /// Part of a name, its initial consonants (ㅋㅌㅇㄴ), or a word of a definition
        query: Option<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        notes: Notes,
    },
    /// Find text in the notes
    #[command(after_help = SEARCHED)]
    Search {
        /// Words, "a phrase", -not, tag:, in:, re: (see below)
        query: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        notes: Notes,
    },
    /// Tell what is wrong with the notes
    #[command(after_help = CHECKED)]
    Check {
        /// Files and folders; - is standard input [default: --notes]
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Print JSON
        #[arg(long)]
        json: bool,
        /// Let warnings fail, too
        #[arg(long)]
        strict: bool,
        #[command(flatten)]
        notes: Notes,
    },
    /// Review the cards that are due
    #[command(after_help = REVIEWED)]
    Review {
        /// Files and folders; - is standard input [default: --notes]
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        limits: Limits,
        /// Line by line, without a screen, as for a screen reader [env: ACCESSIBLE=1]
        #[arg(long)]
        linear: bool,
        #[command(flatten)]
        notes: Notes,
    },
    /// Print what was learned, in figures
    #[command(after_help = COUNTED)]
    Stats {
        /// Files and folders whose cards are counted, chapter by chapter; - is standard input [default:
        /// --notes, else all that was ever learned, note by note]
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Print JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        notes: Notes,
    },
    /// Write cards for Anki, or what was learned for another machine
    #[command(after_help = EXPORTED)]
    Export {
        /// What to write
        format: Format,
        /// Write to a file instead of standard output
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Take terms that are only inferred, too
        #[arg(long)]
        inferred: bool,
        #[command(flatten)]
        notes: Notes,
    },
    /// Take up what was learned on another machine
    #[command(after_help = IMPORTED)]
    Import {
        /// What export jsonl has written; - is standard input
        file: PathBuf,
    },
    /// Fit the model of memory to you, by what you have answered
    #[command(after_help = OPTIMIZED)]
    Optimize,
    /// Print the configuration: every option, its value, and who has chosen it
    Config {
        /// Print a file of all options at their defaults, to begin with
        #[arg(long)]
        default: bool,
    },
    /// List the keys of the reader
    Keys {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the manual page
    #[command(after_help = MANUAL)]
    Man,
    /// Print a script by which a shell completes commands and options
    #[command(after_help = COMPLETED)]
    Completions {
        /// The shell
        shell: Shell,
    },
}

impl Command {
    /// As it is typed.
    pub fn name(&self) -> &'static str {
        match self {
            Command::Toc { .. } => "toc",
            Command::Show { .. } => "show",
            Command::Glossary { .. } => "glossary",
            Command::Search { .. } => "search",
            Command::Check { .. } => "check",
            Command::Review { .. } => "review",
            Command::Stats { .. } => "stats",
            Command::Export { .. } => "export",
            Command::Import { .. } => "import",
            Command::Optimize => "optimize",
            Command::Config { .. } => "config",
            Command::Keys { .. } => "keys",
            Command::Man => "man",
            Command::Completions { .. } => "completions",
        }
    }

    /// The notes that are named after the command.
    pub fn notes(&self) -> &[PathBuf] {
        match self {
            Command::Toc { notes, .. }
            | Command::Show { notes, .. }
            | Command::Glossary { notes, .. }
            | Command::Search { notes, .. }
            | Command::Check { notes, .. }
            | Command::Review { notes, .. }
            | Command::Stats { notes, .. }
            | Command::Export { notes, .. } => &notes.notes,
            Command::Import { .. }
            | Command::Optimize
            | Command::Config { .. }
            | Command::Keys { .. }
            | Command::Man
            | Command::Completions { .. } => &[],
        }
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// What `export` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Text that Anki imports.
    AnkiTsv,
    /// A package for Anki.
    Apkg,
    /// What was learned, for another machine.
    Jsonl,
}

/// The language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    Ko,
    En,
}

impl Language {
    /// As the option is written.
    pub fn name(self) -> &'static str {
        match self {
            Language::Ko => "ko",
            Language::En => "en",
        }
    }
}

/// An encoding by a label of the WHATWG's, or by the names that Korean systems have for one.
fn encoding(label: &str) -> Result<&'static Encoding, String> {
    let korean = ["cp949", "ms949", "uhc", "x-windows-949"];
    if korean.iter().any(|name| label.trim().eq_ignore_ascii_case(name)) {
        return Ok(EUC_KR);
    }
    Encoding::for_label(label.as_bytes()).ok_or_else(|| "no such encoding".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_alone_are_read_as_the_parser_reads_them() {
        for line in
            ["", "a.md", "./toc", "notes/ ../b.md /c", "a.md toc", "toc", "notes", "-", "./a -h"]
        {
            let args = || std::iter::once("gongbu").chain(line.split_whitespace());
            let words: Vec<OsString> = args().skip(1).map(OsString::from).collect();
            let by_parser = Arguments::try_parse_from(args());
            if let Some(quick) = Arguments::of_paths(&words) {
                assert_eq!(format!("{quick:?}"), format!("{:?}", by_parser.unwrap()), "{line}");
            } else {
                assert!(["a.md toc", "toc", "notes", "-", "./a -h"].contains(&line), "{line}");
            }
        }
    }
}
