//! What is read in a real terminal, with the real program and its disk.
#![cfg(unix)]

use gongbu::store::state::State;

use crate::desk::SHIPS;
use crate::files::Folder;
use crate::recalling::Session;
use crate::term::send;

/// Which sections are read, as the disk knows it.
fn read(folder: &Folder) -> Vec<String> {
    let state = State::existing(&folder.path("state/gongbu/state.db")).unwrap().unwrap();
    assert!(state.is_sound().unwrap());
    let kept = state.all_sections().unwrap().into_iter();
    kept.filter(|kept| kept.text.is_some()).map(|kept| kept.section).collect()
}

fn ships() -> (Folder, Session) {
    let folder = Folder::new();
    folder.write("ships.md", SHIPS);
    let mut session = Session::start(&folder, "A=b", "ships.md");
    session.keys("m", "read: ");
    (folder, session)
}

#[test]
fn what_is_marked_is_on_the_disk_at_the_end() {
    let (folder, session) = ships();
    session.quit();
    assert_eq!(read(&folder).first().map(String::as_str), Some("1"));
    // The next run knows it, and says so without being asked.
    let mut session = Session::start(&folder, "A=b", "ships.md");
    session.term.wait_for("read 1/2");
    session.quit();
}

#[test]
fn what_is_marked_is_on_the_disk_after_a_signal() {
    for (signal, status) in [("-TERM", "143"), ("-HUP", "129")] {
        let (folder, mut session) = ships();
        send(signal, &session.pid);
        session.term.wait_for_prompt();
        session.term.assert_left();
        assert_eq!(session.term.ask("$?"), status);
        assert_eq!(read(&folder).first().map(String::as_str), Some("1"));
    }
}

#[test]
fn line_by_line() {
    let folder = Folder::new();
    folder.write("ships.md", SHIPS);
    let mut session = Session::start(&folder, "A=b", "--linear ships.md");
    session.term.wait_for("command>");
    session.keys("d\r", "read: ").keys("c\r", "(read)");
    session.term.keys("q\r");
    session.term.wait_for_prompt();
    assert_eq!(read(&folder).first().map(String::as_str), Some("1"));
    let mut session = Session::start(&folder, "A=b", "--linear ships.md");
    session.term.wait_for("command>");
    session.keys("c\r", "(read)").keys("읽음\r", "not read: ");
    session.term.keys("q\r");
    session.term.wait_for_prompt();
    assert_eq!(read(&folder), Vec::<String>::new());
}

/// Its end is never on the screen, so that it is not read, however slow the machine is.
#[test]
fn nothing_is_written_when_nothing_was_read() {
    let folder = Folder::new();
    folder.write("long.md", format!("# 1. Long\n\n{}", "A line of it.\n\n".repeat(300)));
    let mut session = Session::start(&folder, "A=b", "long.md");
    session.keys("jjj", "A line of it.");
    session.quit();
    assert!(!folder.path("state/gongbu/state.db").exists());
}
