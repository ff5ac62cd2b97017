//! The author's guide: each of its examples gives what it says. Where it does not, `UPDATE_EXPECT=1`
//! rewrites the guide.

use std::fs;
use std::process::{Command, Stdio};

use expect_test::expect_file;

use crate::files::Folder;

/// Runs a command of the guide in a folder, and gives what it prints.
fn printed(command: &str, folder: &Folder) -> String {
    let words = command.split_whitespace().map(|word| word.trim_matches('\''));
    let said = Command::new(env!("CARGO_BIN_EXE_gongbu"))
        .args(words)
        .current_dir(folder.path(""))
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .env("HOME", folder.path(""))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stderr), "", "{command}");
    String::from_utf8(said.stdout).unwrap().trim_end().to_owned()
}

/// An example, and whether the guide says what is wrong with it.
struct Example {
    folder: Folder,
    is_checked: bool,
}

impl Example {
    /// Nothing is wrong but what is said.
    fn end(self) {
        if !self.is_checked {
            let text = fs::read_to_string(self.folder.path("note.md")).unwrap();
            assert_eq!(printed("check note.md", &self.folder), "No problems found", "{text}");
        }
    }
}

/// The guide, with what the program prints now. An example stands between four backticks and is the
/// note of the commands that follow it.
fn run(guide: &str) -> (String, usize) {
    let mut made = String::new();
    let mut commands = 0;
    let mut example: Option<Example> = None;
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        made += &format!("{line}\n");
        let fence = line.trim_end_matches(char::is_alphanumeric);
        if fence.len() < 3 || fence.chars().any(|c| c != '`') {
            continue;
        }
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
        match &line[fence.len()..] {
            "console" => {
                let example = example.as_mut().expect("a command has an example above it");
                for command in body.iter().filter_map(|line| line.strip_prefix("$ gongbu ")) {
                    example.is_checked |= command.starts_with("check ");
                    commands += 1;
                    made += &format!("$ gongbu {command}\n");
                    let said = printed(command, &example.folder);
                    made += &said.lines().map(|line| format!("{line}\n")).collect::<String>();
                }
            }
            lang => {
                made += &body.iter().map(|line| format!("{line}\n")).collect::<String>();
                if lang == "markdown" {
                    assert_eq!(fence.len(), 4, "{body:?}");
                    if let Some(last) = example.take() {
                        last.end();
                    }
                    let folder = Folder::new();
                    folder.write("note.md", body.join("\n") + "\n");
                    example = Some(Example { folder, is_checked: false });
                }
            }
        }
        made += &format!("{fence}\n");
    }
    if let Some(last) = example {
        last.end();
    }
    (made, commands)
}

#[test]
fn its_examples_give_what_it_says() {
    let guide = expect_file!["../../docs/notes.md"];
    let (made, commands) = run(&guide.data());
    assert!(commands >= 15, "{commands}");
    guide.assert_eq(&made);
}
