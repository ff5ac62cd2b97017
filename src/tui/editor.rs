//! The reader's editor: which it is, how it is told the line, and how it ended. It is started as it is,
//! never by a shell.
#![allow(clippy::disallowed_methods)] // This is the file that starts the reader's editor.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::words::{Locale, Word};

/// What is tried where the reader has named none: POSIX knows the first.
const USUAL: [&str; 2] = ["vi", "nano"];

/// The reader's editor.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    /// The program and its arguments; none where none was named.
    words: Vec<String>,
}

/// How an editor is told the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// `+LINE FILE`
    Plus,
    /// `FILE:LINE`
    Colon,
    /// `--goto FILE:LINE`
    Goto,
    /// It is not told.
    Silent,
}

impl Editor {
    /// The first of `named` (what was chosen, `$VISUAL`, `$EDITOR`) that names a program.
    pub fn new<'a>(named: impl IntoIterator<Item = &'a str>) -> Editor {
        let words = named.into_iter().map(split).find(|words| !words.is_empty());
        Editor { words: words.unwrap_or_default() }
    }

    /// Opens a file at a line (from 1), with the terminal for its own.
    ///
    /// # Errors
    /// A sentence: no editor was found, or it could not be started.
    pub fn start(&self, file: &Path, line: usize, locale: Locale) -> Result<Child, String> {
        if let Some((program, arguments)) = self.words.split_first() {
            let started = start(program, arguments, file, line);
            return started.map_err(|error| {
                Word::EditorCannotStart.fill(locale, &[program, &error.kind().to_string()])
            });
        }
        for program in USUAL {
            match start(program, &[], file, line) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    let why = error.kind().to_string();
                    return Err(Word::EditorCannotStart.fill(locale, &[program, &why]));
                }
                Ok(child) => return Ok(child),
            }
        }
        Err(Word::EditorNone.text(locale).to_owned())
    }
}

/// What is to be said of how an editor ended; nothing where all went well.
pub fn complaint(ended: &io::Result<ExitStatus>, locale: Locale) -> Option<String> {
    let status = match ended {
        Ok(status) if status.success() => return None,
        Ok(status) => status,
        Err(error) => {
            return Some(Word::EditorCannotStart.fill(locale, &["", &error.kind().to_string()]));
        }
    };
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(status) {
        return Some(Word::EditorKilled.fill(locale, &[&signal.to_string()]));
    }
    let code = status.code().map_or_else(|| "?".to_owned(), |code| code.to_string());
    Some(Word::EditorFailed.fill(locale, &[&code]))
}

fn start(program: &str, arguments: &[String], file: &Path, line: usize) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.args(arguments).args(place(program, file, line));
    // Notes may have come through standard input, which has nothing for an editor.
    if !io::stdin().is_terminal() {
        #[cfg(unix)]
        command.stdin(Stdio::from(super::terminal::keyboard()?));
        #[cfg(not(unix))]
        command.stdin(Stdio::null());
    }
    command.spawn()
}

/// The arguments that name the file, and the line as `program` wants it.
fn place(program: &str, file: &Path, line: usize) -> Vec<OsString> {
    let file = plain(file);
    let with_line = || {
        let mut place = file.clone().into_os_string();
        place.push(format!(":{line}"));
        place
    };
    match manner(program) {
        Manner::Plus => vec![format!("+{line}").into(), file.into()],
        Manner::Colon => vec![with_line()],
        Manner::Goto => vec!["--goto".into(), with_line()],
        Manner::Silent => vec![file.into()],
    }
}

/// A path that no program takes for an option.
fn plain(file: &Path) -> PathBuf {
    match file.as_os_str().as_encoded_bytes().first() {
        Some(b'-' | b'+') => Path::new(".").join(file),
        _ => file.to_owned(),
    }
}

fn manner(program: &str) -> Manner {
    let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or(program);
    match name {
        "vi" | "vim" | "nvim" | "nvi" | "vis" | "elvis" | "view" | "ex" | "gvim" | "mvim"
        | "nano" | "pico" | "micro" | "kak" | "emacs" | "emacsclient" | "mg" | "jed" | "joe"
        | "jmacs" | "ne" | "mcedit" => Manner::Plus,
        "hx" | "helix" | "zed" | "zeditor" | "subl" | "sublime_text" => Manner::Colon,
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf" => Manner::Goto,
        _ => Manner::Silent,
    }
}

/// The words of a command: what stands in quotes is one, and a backslash takes the next character as it
/// is, but within single quotes. A quote that is not closed goes to the end.
fn split(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('\\', None | Some('"')) => {
                let next = chars.next().unwrap_or('\\');
                let word = word.get_or_insert_default();
                // Within double quotes it is itself before what needs none.
                if quote.is_some() && !matches!(next, '"' | '\\' | '$' | '`') {
                    word.push('\\');
                }
                word.push(next);
            }
            ('\'' | '"', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, Some(open)) if c == open => quote = None,
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    // A program without a name is none.
    if words.first().is_some_and(String::is_empty) { Vec::new() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_words() {
        let words = |command: &str| split(command).join("|");
        assert_eq!(words("vi"), "vi");
        assert_eq!(words("  code   --wait "), "code|--wait");
        assert_eq!(words("'/my apps/ed' -nw \"a b\"c ''"), "/my apps/ed|-nw|a bc|");
        assert_eq!(words(r#"/my\ apps/ed "a\"b\c" 'd\e'"#), r#"/my apps/ed|a"b\c|d\e"#);
        assert_eq!(words("ed 'open"), "ed|open");
        assert_eq!(words("ed \\"), "ed|\\");
        assert_eq!(words("ed; rm $HOME `x` > y"), "ed;|rm|$HOME|`x`|>|y");
        assert_eq!(split(" \t"), [""; 0]);
        assert_eq!(split("'' x"), [""; 0]);
    }

    #[test]
    fn the_first_that_names_a_program_counts() {
        assert_eq!(Editor::new(["", "nano -w"]).words, ["nano", "-w"]);
        assert_eq!(Editor::new(["hx", "nano"]).words, ["hx"]);
        assert_eq!(Editor::new([]).words, [""; 0]);
    }

    #[test]
    fn every_editor_is_told_the_line_in_its_manner() {
        let told = |program: &str, file: &str| {
            let words = place(program, Path::new(file), 7).into_iter();
            words.map(|word| word.into_string().unwrap()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told("/usr/bin/nvim", "a b.md"), "+7 a b.md");
        assert_eq!(told("emacs", "a.md"), "+7 a.md");
        assert_eq!(told("hx", "a.md"), "a.md:7");
        assert_eq!(told("subl", "a.md"), "a.md:7");
        assert_eq!(told("code", "a.md"), "--goto a.md:7");
        assert_eq!(told("ed", "a.md"), "a.md");
        assert_eq!(told("vi", "-c q.md"), "+7 ./-c q.md");
        assert_eq!(told("ed", "+1"), "./+1");
    }
}
