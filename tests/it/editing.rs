//! Editing a note: which file and line are asked for, and an editor that has the terminal.

use std::path::Path;
use std::sync::Arc;

use expect_test::{Expect, expect};
use gongbu::app::{Effect, Msg};
use gongbu::library::{Library, Note, Source};
use gongbu::text::sanitize::Clean;

use crate::screen::App;

fn note(path: &str, text: &str, file: Option<&str>) -> Arc<Note> {
    let file = file.map(|file| Path::new(file).into());
    let (path, text) = (Clean::new(path), text.to_owned());
    Arc::new(Note::build(Source { path, text, file, ..Source::default() }))
}

fn app() -> App {
    let lines: String = (1..40).map(|i| format!("- {i}번째 항목\n")).collect();
    let first = format!("---\ntitle: 첫 노트\n---\n\n# 1. 처음\n\n글.\n\n# 2. 목록\n\n{lines}");
    let notes =
        vec![note("a.md", &first, Some("notes/a.md")), note("-", "# 9. 입력\n\n받은 글.\n", None)];
    let mut app = App::empty(72, 12);
    app.send(Msg::Loaded { library: Library { notes }, complete: true });
    app
}

/// What `keys` ask to be edited, and what is said of it.
#[track_caller]
fn check(keys: &str, expect: Expect) {
    let mut app = app();
    app.keys(keys);
    let asked = app.effects.iter().find_map(|effect| match effect {
        Effect::Edit { file, line } => Some(format!("{}:{line}\n", file.display())),
        _ => None,
    });
    let said = app.state.notice.map_or_else(String::new, |notice| notice.to_string() + "\n");
    expect.assert_eq(&(asked.unwrap_or_default() + &said));
}

#[test]
fn the_first_row_with_text_says_the_line() {
    check(
        "e",
        expect![[r#"
        notes/a.md:4
    "#]],
    );
    check("2 enter e", expect!["notes/a.md:9\n"]);
    check(
        "2 enter j j j j e",
        expect![[r#"
        notes/a.md:12
    "#]],
    );
    // The Korean input method is on.
    check("2 enter ㄷ", expect!["notes/a.md:9\n"]);
}

#[test]
fn in_the_contents_it_is_what_is_selected() {
    check(
        "h e",
        expect![[r#"
        notes/a.md:1
    "#]],
    );
    check("h j j e", expect!["notes/a.md:9\n"]);
}

#[test]
fn what_came_otherwise_has_no_file() {
    check("9 enter e", expect!["고칠 파일이 없습니다 (표준 입력이나 내장 강좌입니다)\n"]);
}

#[cfg(unix)]
mod in_a_terminal {
    use std::os::unix::fs::PermissionsExt;

    use crate::files::Folder;
    use crate::term::{Term, send};

    /// An editor that notes its arguments, does what `first` says, tells that it is there, and then does
    /// what `then` says.
    fn session(folder: &Folder, first: &str, then: &str) -> (Term, String, String) {
        folder.write("note.md", "# 1. Alpha\n\nThe harbour is quiet.\n\n# 2. Beta\n\nNo pier.\n");
        let log = folder.path("log").display().to_string();
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" > '{log}'\n{first}\nprintf 'the editor is here'\n{then}\n"
        );
        folder.write("my bin/vim", script);
        let program = folder.path("my bin/vim");
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        begin(folder, &format!("VISUAL=\"'{}' -n\" EDITOR=false", program.display()))
    }

    fn begin(folder: &Folder, env: &str) -> (Term, String, String) {
        let mut term = Term::new(24, 80);
        let before = term.ask("$(stty -g)");
        // What the shell of the test starts is quoted once; a file says the rest.
        let app = env!("CARGO_BIN_EXE_gongbu");
        let note = folder.path("note.md").display().to_string();
        folder.write("start", format!("{env} LC_ALL=C exec '{app}' --lang en '{note}'\n"));
        let pid = term.start(&format!("sh \"{}\"", folder.path("start").display()));
        term.wait_for("The harbour is quiet.");
        (term, pid, before)
    }

    fn log(folder: &Folder) -> String {
        let log = std::fs::read_to_string(folder.path("log")).unwrap();
        log.replace(&folder.path("").display().to_string(), "")
    }

    #[track_caller]
    fn edit(term: &mut Term) {
        let begun = |term: &Term| term.since().matches("the editor is here").count();
        let before = begun(term);
        term.keys("e");
        term.wait_until("the editor", |term| begun(term) > before);
        term.assert_left();
    }

    #[track_caller]
    fn edit_and_return(term: &mut Term) {
        edit(term);
        term.keys("\r");
        back(term, "");
    }

    #[track_caller]
    fn back(term: &mut Term, said: &str) {
        term.wait_until("the app again", |term| {
            let shown = term.screen().contents();
            term.screen().alternate_screen() && shown.contains("harbour") && shown.contains(said)
        });
        assert!(term.screen().bracketed_paste());
    }

    #[track_caller]
    fn end(mut term: Term, before: &str) {
        term.keys("q");
        term.wait_for_prompt();
        term.assert_left();
        assert_eq!(term.ask("$?"), "0");
        assert_eq!(term.ask("$(stty -g)"), before);
    }

    #[test]
    fn the_editor_gets_the_line_and_every_key() {
        let folder = Folder::new();
        let script = format!("read line; echo \"$line\" >> '{}'", folder.path("log").display());
        let (mut term, _, before) = session(&folder, "", &script);
        for typed in ["jjjjqeq", "가나다 e"] {
            edit(&mut term);
            term.resize(30, 100);
            term.keys(&format!("{typed}\r"));
            back(&mut term, "");
            assert_eq!(log(&folder), format!("-n\n+1\nnote.md\n{typed}\n"));
            let rows: Vec<String> = term.screen().rows(0, 100).collect();
            term.wait_until("the footer", |term| {
                term.screen().rows(0, 100).nth(29).is_some_and(|row| row.contains("help"))
            });
            assert_eq!(rows.len(), 30);
            term.resize(24, 80);
        }
        end(term, &before);
    }

    #[test]
    fn what_was_edited_is_shown() {
        let folder = Folder::new();
        let note = folder.path("note.md").display().to_string();
        let edit = format!("read l; printf '\\nA new lamp.\\n' >> '{note}'");
        let (mut term, _, before) = session(&folder, "", &edit);
        edit_and_return(&mut term);
        term.wait_for("A new lamp.");
        assert!(term.screen().contents().contains("Changed: 2. Beta (lines +2"));
        end(term, &before);
    }

    #[test]
    fn an_interrupt_is_for_the_editor() {
        let folder = Folder::new();
        let (mut term, _, before) = session(&folder, "trap 'exit 3' INT QUIT", "read line");
        for key in ["\u{3}", "\u{1c}"] {
            edit(&mut term);
            term.keys(key);
            back(&mut term, "The editor ended with an error (status 3)");
        }
        end(term, &before);
    }

    #[test]
    fn an_editor_that_dies_leaves_nothing_behind() {
        let folder = Folder::new();
        let modes = "stty raw -echo; printf '\\033[?1049h\\033[?1000h\\033[?1h\\033[31m'";
        let (mut term, _, before) =
            session(&folder, "", &format!("read l; {modes}; kill -KILL $$"));
        edit(&mut term);
        term.keys("\r");
        back(&mut term, "The editor was ended by a signal (9)");
        end(term, &before);
    }

    #[test]
    fn an_editor_that_stops_stops_the_app() {
        let folder = Folder::new();
        let (mut term, _, before) = session(&folder, "", "read line; kill -TSTP 0; read line");
        edit(&mut term);
        term.keys("\r");
        term.wait_for_prompt();
        term.assert_left();
        assert_eq!(term.ask("$(stty -g)"), before);
        term.keys("fg\r");
        term.wait_until("the editor", |term| term.since().contains("start"));
        term.keys("\r");
        back(&mut term, "");
        end(term, &before);
    }

    #[test]
    fn who_ends_the_app_waits_for_the_editor() {
        let folder = Folder::new();
        let (mut term, pid, before) = session(&folder, "", "read line");
        edit(&mut term);
        send("-TERM", &pid);
        term.keys("\r");
        term.wait_for_prompt();
        term.assert_left();
        assert_eq!(term.ask("$?"), "143");
        assert_eq!(term.ask("$(stty -g)"), before);
    }

    /// In the file, and in the environment before it; both before `VISUAL`.
    #[test]
    fn an_editor_may_be_chosen() {
        for (env, argument) in [("", "-f"), ("GONGBU_EDITOR=\"'{}' -e\" ", "-e")] {
            let folder = Folder::new();
            drop(session(&folder, "", "read line"));
            let program = folder.path("my bin/vim").display().to_string();
            folder.write("c.toml", format!("editor = \"'{program}' -f\"\n"));
            let config = folder.path("c.toml").display().to_string();
            let env = env.replace("{}", &program);
            let env = format!("{env}GONGBU_CONFIG='{config}' VISUAL=false");
            let (mut term, _, before) = begin(&folder, &env);
            edit_and_return(&mut term);
            assert_eq!(log(&folder), format!("{argument}\n+1\nnote.md\n"));
            end(term, &before);
        }
    }

    #[test]
    fn an_editor_that_is_not_there_is_missed_in_a_line() {
        let folder = Folder::new();
        folder.write("note.md", "# 1. Alpha\n\nThe harbour is quiet.\n");
        let none = folder.path("none").display().to_string();
        for (env, said) in [
            (format!("VISUAL= EDITOR='{none}'"), "Cannot start the editor"),
            (format!("VISUAL= EDITOR=' ' PATH='{none}'"), "No editor found: set VISUAL or EDITOR"),
        ] {
            let (mut term, _, before) = begin(&folder, &env);
            term.keys("e");
            back(&mut term, said);
            end(term, &before);
        }
    }
}
