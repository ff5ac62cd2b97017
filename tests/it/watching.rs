//! Files that change under the app, in a terminal.
#![cfg(all(target_os = "linux", feature = "watch"))]

use std::fs;
use std::process::Command;

use crate::files::Folder;
use crate::term::Term;

fn begin(folder: &Folder, path: &str) -> Term {
    let mut term = Term::new(24, 80);
    let app = env!("CARGO_BIN_EXE_gongbu");
    let path = folder.path(path).display().to_string();
    term.start(&format!("env LC_ALL=C \"{app}\" \"{path}\""));
    term.wait_for("The harbour is quiet.");
    term
}

fn quit(mut term: Term) {
    term.keys("\u{3}");
    term.wait_for_prompt();
    term.assert_left();
    assert_eq!(term.ask("$?"), "0");
}

const NOTE: &str = "# 1. Alpha\n\nThe harbour is quiet.\n\n# 2. Beta\n\nNo pier.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("all/a.md", NOTE);
    folder.write("all/b.md", "# 3. Gamma\n\nA lamp.\n");
    folder
}

/// Every way in which programs save.
#[test]
fn what_is_saved_is_shown() {
    for path in ["all", "all/a.md"] {
        let folder = folder();
        let mut term = begin(&folder, path);
        let written = |text: &str| NOTE.replace("No pier", text);
        folder.write("all/a.md", written("In place"));
        term.wait_for("In place");
        folder.write("all/.a.md.swp", "x");
        folder.write("all/next", written("By name"));
        fs::rename(folder.path("all/next"), folder.path("all/a.md")).unwrap();
        term.wait_for("By name");
        fs::rename(folder.path("all/a.md"), folder.path("all/a.md~")).unwrap();
        folder.write("all/a.md", written("Set aside"));
        term.wait_for("Set aside");
        fs::File::create(folder.path("all/a.md")).unwrap();
        folder.write("all/a.md", written("Emptied"));
        term.wait_for("Emptied");
        for i in 0..1_000 {
            folder.write("all/a.md", written(&format!("Number {i}")));
        }
        term.wait_for("Number 999");
        assert!(term.screen().contents().contains("Changed: 2. Beta (lines +1"));
        quit(term);
    }
}

#[test]
fn notes_and_folders_come_and_go() {
    let folder = folder();
    let mut term = begin(&folder, "all");
    folder.write("all/new/c.md", "# 4. Delta\n\nA buoy.\n");
    term.wait_for("Delta");
    // The new folder is watched, too.
    folder.write("all/new/c.md", "# 5. Epsilon\n\nA buoy.\n");
    term.wait_for("Epsilon");
    fs::remove_dir_all(folder.path("all/new")).unwrap();
    term.wait_until("it to go", |term| !term.screen().contents().contains("Epsilon"));
    folder.write("all/.gitignore", "b.md\n");
    term.wait_until("it to go", |term| !term.screen().contents().contains("Gamma"));
    fs::remove_file(folder.path("all/a.md")).unwrap();
    term.wait_for("what you were reading stays");
    assert!(term.screen().contents().contains("The harbour is quiet."));
    folder.write("all/a.md", NOTE.replace("No pier", "Back again"));
    term.wait_for("Back again");
    quit(term);
}

#[test]
fn what_is_no_note_any_more_stays_as_it_was() {
    let folder = folder();
    let mut term = begin(&folder, "all/a.md");
    folder.write("all/a.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    term.wait_for("a binary file, not text");
    assert!(term.screen().contents().contains("The harbour is quiet."));
    fs::remove_file(folder.path("all/a.md")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("all/a.md")).status().unwrap().success());
    term.wait_for("what you were reading stays");
    fs::remove_file(folder.path("all/a.md")).unwrap();
    fs::create_dir(folder.path("all/a.md")).unwrap();
    fs::remove_dir(folder.path("all/a.md")).unwrap();
    let lines: String = (0..300_000).map(|i| format!("Line {i} of a long, long log.\n")).collect();
    folder.write("all/a.md", format!("# 1. Alpha\n\nThe harbour is full.\n\n{lines}"));
    term.wait_for("The harbour is full.");
    quit(term);
}

#[test]
fn the_reader_may_ask() {
    let folder = folder();
    let mut term = begin(&folder, "all");
    term.keys("\u{1b}[15~");
    term.wait_for("Nothing has changed");
    term.keys("j");
    term.keys("R");
    term.wait_for("Nothing has changed");
    quit(term);
}
