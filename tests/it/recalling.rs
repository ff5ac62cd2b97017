//! The review in a real terminal, with the real program, its clock and its disk.
#![cfg(unix)]

use gongbu::store::state::State;

use crate::desk::SHIPS;
use crate::files::Folder;
use crate::term::{Term, send};

/// A terminal with the program in it.
pub struct Session {
    pub term: Term,
    pub pid: String,
}

impl Session {
    /// Starts the program in `folder`, where the note and the state lie.
    pub fn start(folder: &Folder, variables: &str, arguments: &str) -> Session {
        let mut term = Term::new(24, 80);
        term.keys(&format!("cd \"{}\"\r", folder.path("").display()));
        term.wait_for_prompt();
        let program = env!("CARGO_BIN_EXE_gongbu");
        let state = folder.path("state");
        let pid = term.start(&format!(
            "env TZ=KST-9 XDG_STATE_HOME=\"{}\" {variables} \"{program}\" --lang en {arguments}",
            state.display()
        ));
        Session { term, pid }
    }

    /// Presses keys, and waits for what they bring.
    #[track_caller]
    pub fn keys(&mut self, keys: &str, then: &str) -> &mut Session {
        self.term.keys(keys);
        self.term.wait_for(then);
        self
    }

    #[track_caller]
    pub fn quit(mut self) {
        self.term.keys("\u{3}");
        self.term.wait_for_prompt();
        self.term.assert_left();
    }
}

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("ships.md", SHIPS);
    folder
}

/// How many cards were answered, as the disk knows it.
fn answered(folder: &Folder) -> usize {
    let state = State::open(&folder.path("state/gongbu/state.db")).unwrap();
    assert!(state.is_sound().unwrap());
    state.all_progress().unwrap().values().filter(|progress| progress.reviews > 0).count()
}

#[test]
fn from_the_command_to_the_end() {
    let folder = folder();
    let mut session = Session::start(&folder, "A=b", "review ships.md");
    session.term.wait_for("What holds the sails?");
    session.keys(" ", "1 Again").keys("3", "the spine of a ship?");
    assert_eq!(answered(&folder), 1);
    // Keys that come at once wait for each other.
    session.keys(" 3 3", "The review is done");
    session.keys("q", "2. Port");
    session.quit();
    assert_eq!(answered(&folder), 3);
}

#[test]
fn a_killed_program_loses_no_answer() {
    let folder = folder();
    for (n, card) in ["holds the sails?", "the spine of a ship?"].into_iter().enumerate() {
        let mut session = Session::start(&folder, "A=b", "review ships.md");
        session.term.wait_for(card);
        session.keys(" ", "1 Again").keys("3", if n == 0 { "spine" } else { "ships sleep" });
        session.keys(" ", "1 Again");
        send("-KILL", &session.pid);
        // It leaves the screen as it was.
        session.term.wait_for("ready>");
        assert_eq!(answered(&folder), n + 1);
    }
}

#[test]
fn the_disk_of_another_program() {
    let folder = folder();
    let mut one = Session::start(&folder, "A=b", "review ships.md");
    one.term.wait_for("holds the sails?");
    let mut other = Session::start(&folder, "A=b", "review ships.md");
    other.term.wait_for("holds the sails?");
    one.keys(" ", "1 Again").keys("3", "the spine of a ship?");
    other.keys(" ", "1 Again").keys("1", "Another program has answered");
    other.keys(" ", "The keel.").keys("3", "ships sleep");
    one.quit();
    other.quit();
    assert_eq!(answered(&folder), 2);
}

#[test]
fn a_state_that_is_broken_is_said_to_be_and_stays() {
    let folder = folder();
    folder.write("state/gongbu/state.db", "no state, but something else");
    let mut session = Session::start(&folder, "A=b", "review ships.md");
    session.term.wait_for("not saved");
    session.term.wait_for("broken;");
    session.keys(" ", "1 Again").keys("3", "the spine of a ship?");
    session.term.keys("\u{3}");
    session.term.wait_for("could not be saved: 1");
    session.term.wait_for_prompt();
    let text = std::fs::read_to_string(folder.path("state/gongbu/state.db")).unwrap();
    assert_eq!(text, "no state, but something else");
}

/// As the editor stands a program that corrects the question.
#[test]
fn a_card_is_corrected_on_the_way() {
    let folder = folder();
    folder.write("ed.sh", "sed -i.old -e 's/holds the sails/holds up the sails/' \"$1\"\n");
    let mut session = Session::start(&folder, "EDITOR=\"sh ed.sh\"", "review ships.md");
    session.term.wait_for("What holds the sails?");
    session.keys("e", "What holds up the sails?").keys(" ", "The mast.");
    session.keys("3", "the spine of a ship?");
    session.quit();
    assert_eq!(answered(&folder), 1);
}

#[test]
fn line_by_line() {
    let folder = folder();
    let mut session = Session::start(&folder, "A=b", "review --linear --section 2 ships.md");
    session.term.wait_for("Enter shows the answer>");
    session.keys("\r", "4. Easy").keys("3\r", "The review is done").keys("\r", "command>");
    session.term.keys("q\r");
    session.term.wait_for_prompt();
    session.term.assert_left();
    assert_eq!(answered(&folder), 1);
}
