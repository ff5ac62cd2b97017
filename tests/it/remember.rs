//! What is remembered from run to run: how a note was left in, where it is begun out.

use expect_test::expect;
use gongbu::app::session::{Mark, Whole, folds, marks, merged};
use gongbu::library::Library;
use gongbu::text::sanitize::Clean;
use proptest::prelude::*;

use crate::screen::{App, library};

const NOTE: &str = "\
# 1. 나루
배가 닿는 곳이다.

## 1.1 배
노를 젓는다.

# 2. 물살
빠르다. 그래서 조심한다.

# 3. 강가
모래가 곱다.
";

fn notes(text: &str) -> Vec<(String, String)> {
    vec![("나루.md".to_owned(), text.to_owned()), ("b/노.md".to_owned(), NOTE.to_owned())]
}

fn key(path: &Clean) -> String {
    format!("base/{path}")
}

/// What is remembered after these keys, the latest first.
fn left(keys: &str) -> Vec<Mark> {
    let mut app = App::new(&notes(NOTE), 60, 8);
    app.keys(keys);
    marks(&app.state, &key)
}

/// The text that a note is begun with, which was left at its second chapter and has since become `text`.
fn begun(text: &str) -> String {
    let mark = left("2 enter j").remove(0);
    let at = mark.find(&library(&notes(text)).notes[0]);
    text.get(at..).unwrap().lines().next().unwrap_or("").to_owned()
}

#[test]
fn a_note_is_begun_where_it_was_left() {
    let mark = left("2 enter j").remove(0);
    let mut app = App::new(&notes(NOTE), 60, 8);
    app.state.begin_at("나루.md", &mark);
    app.resize(60, 8);
    expect![[r#"
        ┌ 나루 ────────────────────────────────────────────────────┐
        │ 2. 물살                                                  │
        │ ───────                                                  │
        │                                                          │
        │ 빠르다. 그래서 조심한다.                                 │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
         나루 › §2  23 %     / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]
    .assert_eq(&app.screen());
}

#[test]
fn an_edited_note_is_begun_in_the_same_section() {
    let here = begun(NOTE);
    assert_eq!(begun(&NOTE.replace("# 1. 나루", "# 0. 앞\n많은 글.\n\n# 1. 나루")), here);
    assert_eq!(begun(&NOTE.replace("# 2. 물살", "# 5. 물살")), here.replace('2', "5"));
    // Without the section it is about as far.
    begun(&NOTE.replace("# 2. 물살\n빠르다. 그래서 조심한다.\n\n", ""));
    for other in ["", "글", "# 물살", "가나다라마바사"] {
        begun(other);
    }
}

#[test]
fn folds_come_back() {
    let all = left("tab shift-tab shift-tab z 2 enter");
    let shown = |marks: &[Mark]| {
        let lines = marks.iter().map(|mark| serde_json::to_string(mark).unwrap() + "\n");
        lines.collect::<String>()
    };
    expect![[r#"
        {"path":"base/나루.md","at":68,"section":"물살","into":0,"folds":[["1",true]]}
    "#]]
    .assert_eq(&shown(&all));
    let library = library(&notes(NOTE));
    let known = folds(&library, &all, &key);
    expect!["[(Place { note: 0, section: Some(0) }, true)]"].assert_eq(&format!("{known:?}"));
    assert_eq!(folds(&Library::default(), &all, &key), []);
}

#[test]
fn two_programs_lose_nothing_of_each_other() {
    let mark = |path: &str, at| Mark { path: path.to_owned(), at, ..Mark::default() };
    let whole = |theme: Option<&str>, contents| Whole {
        theme: theme.map(str::to_owned),
        contents,
        ..Whole::default()
    };
    let first = merged("", whole(Some("light"), None), &[mark("/a", 1), mark("/b", 2)]);
    let second = merged(&first, whole(None, Some(false)), &[mark("/c", 3), mark("/a", 4)]);
    let whole = Whole::read(&second).unwrap();
    assert_eq!((whole.theme.as_deref(), whole.contents), (Some("light"), Some(false)));
    let at = |path: &str| Mark::latest(&second, path).map(|mark| mark.at);
    assert_eq!([at("/a"), at("/b"), at("/c"), at("/d")], [Some(4), Some(2), Some(3), None]);
    assert_eq!(second.lines().count(), 4);
    // The last one that was read in a folder.
    assert_eq!(Mark::latest(&second, "/").map(|mark| mark.path), Some("/c".to_owned()));
    assert_eq!(Mark::all(&second, "/").len(), 3);
}

#[test]
fn what_is_remembered_has_an_end() {
    let marks: Vec<Mark> =
        (0..700).map(|at| Mark { path: format!("/n{at}"), at, ..Mark::default() }).collect();
    let text = merged("", Whole::default(), &marks);
    assert_eq!(text.lines().count(), 501);
    let more = merged(&text, Whole::default(), &marks[600..601]);
    assert_eq!(more.lines().count(), 501);
    assert!(Mark::latest(&more, "/n600").is_some() && Mark::latest(&more, "/n499").is_none());
}

proptest! {
    #[test]
    fn no_file_is_too_broken(text in "([ -~가\n]|\\{\"path\":\"/a|\"at\":9|\\}\n){0,40}", at in 0usize..400) {
        let _ = Whole::read(&text);
        let _ = Mark::all(&text, "/");
        let again = merged(&text, Whole::default(), &[Mark { path: "/\"\n".into(), at, ..Mark::default() }]);
        prop_assert!(Whole::read(&again).is_some());
        let mark = Mark::latest(&again, "/\"\n").unwrap();
        prop_assert_eq!(mark.at, at);
        let library = library(&notes(NOTE));
        let mark = Mark { section: "물살".into(), into: at / 2, ..mark };
        prop_assert!(mark.find(&library.notes[0]) <= NOTE.len());
    }
}

#[cfg(unix)]
mod runs {
    use crate::files::Folder;
    use crate::term::{Term, send};

    fn run(folder: &Folder, args: &str, then: impl FnOnce(&mut Term, &str)) {
        let mut term = Term::new(12, 72);
        term.keys(&format!("cd \"{}\"\r", folder.path("").display()));
        term.wait_for_prompt();
        let state = folder.path("state");
        let app = env!("CARGO_BIN_EXE_gongbu");
        let pid = term.start(&format!(
            "env GONGBU_REMEMBER=1 XDG_STATE_HOME=\"{}\" \"{app}\" {args}",
            state.display()
        ));
        term.wait_until("the notes", |term| {
            let screen = term.screen();
            screen.alternate_screen() && screen.contents().contains("A quiet line.")
        });
        then(&mut term, &pid);
        term.wait_for_prompt();
    }

    fn folder() -> Folder {
        let folder = Folder::new();
        let filler = "A quiet line.\n\n".repeat(40);
        let note = format!("# 1. Alpha\n\n{filler}# 2. Beta\n\nThe pier.\n\n{filler}");
        folder.write("notes/a.md", &note);
        folder.write("notes/b.md", note.replace("pier", "harbour"));
        folder
    }

    #[test]
    fn the_first_screen_is_where_the_note_was_left() {
        let folder = folder();
        run(&folder, "notes", |term, _| {
            term.wait_for("Alpha");
            term.wait_for("▾ b");
            // The first section of the other note, then its second.
            term.keys("]]");
            term.wait_for("b › §1");
            term.keys("]");
            term.wait_for("The harbour.");
            term.keys("q");
        });
        run(&folder, "notes", |term, _| {
            term.wait_for("The harbour.");
            assert!(!term.since().contains("1. Alpha ─"), "never at the beginning");
            term.wait_for("▾ a");
            term.keys("g");
            term.wait_for("a › §1");
            term.keys("q");
        });
        // The same note, named by itself; a signal ends it.
        run(&folder, "notes/b.md", |term, pid| {
            term.keys("2\r");
            term.wait_for("The harbour.");
            send("-TERM", pid);
        });
        run(&folder, "notes/b.md", |term, pid| {
            term.wait_for("The harbour.");
            send("-HUP", pid);
        });
        run(&folder, "notes/b.md", |term, _| {
            term.wait_for("The harbour.");
            term.keys("q");
        });
        let names = std::fs::read_dir(folder.path("state/gongbu")).unwrap();
        let mut names: Vec<_> = names.map(|name| name.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["session.jsonl", "session.lock"]);
    }

    #[test]
    fn what_cannot_be_read_or_kept_is_told() {
        let folder = folder();
        folder.write("state/gongbu/session.jsonl", "\u{0}nonsense\n");
        run(&folder, "notes/a.md --lang en", |term, _| {
            term.wait_for("begins anew");
            term.keys("q");
        });
        let folder = self::folder();
        // A file stands where the folder should be.
        folder.write("state", "");
        run(&folder, "notes/a.md --lang en", |term, _| {
            term.keys("q");
            term.wait_until("a sentence", |term| term.screen().contents().contains("cannot be"));
        });
    }

    #[test]
    fn what_was_chosen_comes_back_unless_it_is_chosen_otherwise() {
        let folder = folder();
        run(&folder, "notes/a.md --lang en", |term, _| {
            term.keys("}c\u{14}mono\r");
            term.wait_for("now those of mono");
            term.keys("q");
        });
        run(&folder, "notes/a.md --lang en", |term, _| {
            assert!(!term.screen().contents().contains("Contents"));
            assert!(!term.since().contains("\u{1b}]11;?"), "a theme was chosen");
            term.keys("q");
        });
        run(&folder, "notes/a.md --lang en --theme dark", |term, _| {
            term.keys("c");
            term.wait_for("Contents");
            term.keys("q");
        });
        run(&folder, "notes/a.md --lang en", |term, _| {
            term.wait_for("Contents");
            let first = term.screen().rows(0, 72).next().unwrap();
            assert_eq!(first.chars().position(|c| c == '┐'), Some(27), "{first}");
            term.keys("q");
        });
    }
}
