//! The reader line by line in a real terminal, which it leaves as it is.
#![cfg(unix)]

use crate::files::Folder;
use crate::term::{Term, send};

const NOTE: &str = "\
# 1. Alpha

The harbour is quiet.

# 2. Beta

Gulls.
";

/// Starts the reader from a shell; `options` stand before the note, and before the program the variables.
struct Session {
    term: Term,
    folder: Folder,
    modes: String,
    pid: String,
}

impl Session {
    fn start(variables: &str, options: &str) -> Session {
        let folder = Folder::new();
        folder.write("note.md", NOTE);
        let mut term = Term::new(24, 80);
        let modes = term.ask("$(stty -g)");
        term.keys(&format!("cd \"{}\"\r", folder.path("").display()));
        term.wait_for_prompt();
        let program = env!("CARGO_BIN_EXE_gongbu");
        let pid = term.start(&format!("env {variables} \"{program}\" --lang en {options} note.md"));
        term.wait_for("command>");
        Session { term, folder, modes, pid }
    }

    /// Types a line and waits for what it brings.
    #[track_caller]
    fn line(&mut self, line: &str, then: &str) {
        self.term.keys(&format!("{line}\r"));
        self.term.wait_for(then);
    }

    /// Waits for the end, and sees that nothing but text was written, and no mode changed.
    #[track_caller]
    fn ends(mut self, status: &str) {
        self.term.wait_until("the prompt of the shell", |term| term.prompted());
        // The shell's own prompt may be painted.
        let said = self.term.since().split("ready>").next().unwrap().to_owned();
        let said = said.split_once("[/pid]").unwrap().1;
        assert!(!said.contains('\u{1b}'), "{said:?}");
        self.term.wait_for_prompt();
        self.term.assert_left();
        assert_eq!(self.term.ask("$?"), status);
        assert_eq!(self.term.ask("$(stty -g)"), self.modes);
    }
}

#[test]
fn nothing_but_text_is_written() {
    let mut session = Session::start("A=b", "--linear");
    session.line("", "Gulls.");
    session.line("c", "number 1 to 2");
    session.line("1", "harbour");
    session.term.keys("q\r");
    session.ends("0");
}

#[test]
fn a_variable_chooses_it_too() {
    let mut session = Session::start("ACCESSIBLE=1", "");
    session.line("2", "Gulls.");
    // Ctrl-D: the end of the lines.
    session.term.keys("\u{4}");
    session.ends("0");
    let mut session = Session::start("GONGBU_LINEAR=true", "");
    session.line("2", "Gulls.");
    session.term.keys("q\r");
    session.ends("0");
}

#[test]
fn signals_end_it_and_the_place_is_kept() {
    let state = Folder::new();
    let remember = format!("GONGBU_REMEMBER=1 XDG_STATE_HOME=\"{}\"", state.path("").display());
    let session = |how: &dyn Fn(&mut Session), status| {
        let mut session = Session::start(&remember, "--linear");
        session.line("2", "Gulls.");
        how(&mut session);
        session.ends(status);
        let file = state.path("gongbu/session.jsonl");
        let kept = std::fs::read_to_string(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        assert!(kept.contains("note.md") && kept.contains("Beta"), "{kept}");
    };
    session(&|session| session.term.keys("\u{3}"), "130");
    session(&|session| send("-TERM", &session.pid), "143");
}

#[test]
fn it_stops_and_goes_on() {
    let mut session = Session::start("A=b", "--linear");
    session.term.keys("\u{1a}");
    session.term.wait_for_prompt();
    session.term.assert_left();
    session.term.keys("fg\r");
    session.term.wait_until("the prompt again", |term| term.since().contains("command>"));
    session.line("2", "Gulls.");
    session.term.keys("q\r");
    session.term.wait_for_prompt();
    assert_eq!(session.term.ask("$?"), "0");
}

#[test]
fn a_copy_goes_to_the_clipboard() {
    let mut session = Session::start("A=b", "--linear");
    session.line("y", "number 1 to 2");
    session.line("1", "It went to the clipboard, too");
    assert_eq!(session.term.since().matches('\u{1b}').count(), 2);
    assert!(session.term.since().contains("\u{1b}]52;c;"));
    session.term.keys("q\r");
    session.term.wait_for_prompt();
    session.term.assert_left();
}

#[test]
fn lines_come_from_the_terminal_where_a_note_came_through_a_pipe() {
    let mut term = Term::new(24, 80);
    let program = env!("CARGO_BIN_EXE_gongbu");
    term.keys(&format!(
        "printf '# A\\n\\nOne.\\n# B\\n\\nTwo.\\n' | \"{program}\" --lang en --linear -\r"
    ));
    term.wait_for("command>");
    term.keys("\r");
    term.wait_for("Two.");
    term.keys("q\r");
    term.wait_for("Goodbye");
    term.wait_for_prompt();
    term.assert_left();
}

/// As the editor stands a program that changes the note, and is stopped by what is typed.
#[test]
fn the_editor_has_the_terminal() {
    let mut session = Session::start("EDITOR=\"sh ed.sh\"", "--linear");
    session.folder.write(
        "ed.sh",
        "trap 'exit 0' INT; echo >> n; echo editing $(wc -l < n); read line; echo \"Changed by $line.\" >> \"$1\"\n",
    );
    session.line("2", "Gulls.");
    session.line("e", "editing 1");
    session.line("hand", "command>");
    session.line("a", "Changed by hand.");
    session.line("e", "editing 2");
    session.term.keys("\u{3}");
    session.term.wait_for("Nothing has changed");
    session.line("c", "number 1 to 2");
    session.term.keys("q\r");
    session.ends("0");
}
