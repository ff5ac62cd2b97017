//! Notes that change on the disk while they are read: where the reader is then, and what is said of it.

use std::sync::Arc;

use expect_test::{Expect, expect};
use gongbu::app::Msg;
use gongbu::app::moves::Edit;
use gongbu::library::{Library, Note, Source};
use gongbu::text::diff::Diff;
use gongbu::text::sanitize::Clean;
use proptest::prelude::*;

use crate::screen::App;

type Notes = Vec<(String, String)>;

fn notes(notes: &[(&str, &str)]) -> Notes {
    notes.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Gives the app these notes as those of the disk; what is the same is not built again.
pub fn rewrite(app: &mut App, notes: &Notes) {
    let before = app.state.open.collection.clone();
    let mut edits = Vec::new();
    let mut build = |(path, text): &(String, String)| {
        let path = Clean::visible(path);
        let old = before.notes.iter().find(|note| note.path == path);
        if let Some(same) = old.filter(|old| *old.text == **text) {
            return same.clone();
        }
        if let Some(old) = old {
            edits.push(Edit { path: path.clone(), diff: Diff::new(&old.text, text).into() });
        }
        Arc::new(Note::build(Source { path, text: text.clone(), ..Source::default() }))
    };
    let library = Library { notes: notes.iter().map(&mut build).collect() };
    app.send(Msg::Changed { library, edits });
}

fn harbour() -> Notes {
    let boats: String = (1..30).map(|i| format!("- 배 {i}: {i}번 자리\n")).collect();
    notes(&[
        ("a.md", "# 1. 항구\n\n조용하다.\n\n## 1.1 부두\n\n길다.\n"),
        ("b.md", &format!("# 2. 배\n\n## 2.1 목록\n\n{boats}\n## 2.2 나머지\n\n없다.\n")),
        ("c.md", "# 3. 등대\n\n높다.\n"),
    ])
}

#[track_caller]
fn check(app: &App, expect: Expect) {
    expect.assert_eq(&app.screen());
}

/// The first row with text on the screen.
fn top(app: &App) -> String {
    let mut rows = app.state.reader.visible().map(|(_, row)| row.text().trim().to_owned());
    rows.find(|row| !row.is_empty()).unwrap_or_default()
}

fn footer(app: &App) -> String {
    app.screen().lines().last().unwrap().trim().to_owned()
}

#[test]
fn the_row_stays_and_what_has_changed_is_marked() {
    let mut app = App::new(&harbour(), 72, 14);
    app.keys("2 . 1 enter j j j j j j");
    assert_eq!(top(&app), "• 배 5: 5번 자리");
    let mut now = harbour();
    now[1].1 =
        now[1].1.replace("- 배 2", "- 새 배\n- 또 새 배\n- 배 2").replace("8번 자리\n", "여덟째\n");
    now[0].1.insert_str(0, "머리말.\n\n");
    rewrite(&mut app, &now);
    assert_eq!(top(&app), "• 배 5: 5번 자리");
    check(
        &app,
        expect![[r#"
            ┌ 목차 ────────────────┐┌ 2.1 목록 ────────────────────────────────────┐
            ▌ ▾ a                  ││ • 배 5: 5번 자리                             │
            │   ▾ 1. 항구          ││ • 배 6: 6번 자리                             │
            │       1.1 부두       ││ • 배 7: 7번 자리                             │
            │ ▾ 2. 배              │▌ • 배 8: 여덟째                               │
            ▌●    2.1 목록         ││ • 배 9: 9번 자리                             │
            │     2.2 나머지       ││ • 배 10: 10번 자리                           │
            │   3. 등대            ││ • 배 11: 11번 자리                           │
            │                      ││ • 배 12: 12번 자리                           │
            │                      ││ • 배 13: 13번 자리                           │
            │                      ││ • 배 14: 14번 자리                           │
            │                      ││ • 배 15: 15번 자리                           │
            └──────────────────────┘└──────────────────────────────────────────────┘
             바뀜: 2.1 목록 외 1곳 (+27 −3줄)
        "#]],
    );
    // The notice goes with the next key, the marks with Esc.
    app.keys(".");
    check(
        &app,
        expect![[r#"
            ┌ 목차 ────────────────┐┌ 2.1 목록 ────────────────────────────────────┐
            ▌ ▾ a                  ││ • 배 5: 5번 자리                             │
            │   ▾ 1. 항구          ││ • 배 6: 6번 자리                             │
            │       1.1 부두       ││ • 배 7: 7번 자리                             │
            │ ▾ 2. 배              │▌ • 배 8: 여덟째                               │
            ▌●    2.1 목록         ││ • 배 9: 9번 자리                             │
            │     2.2 나머지       ││ • 배 10: 10번 자리                           │
            │   3. 등대            ││ • 배 11: 11번 자리                           │
            │                      ││ • 배 12: 12번 자리                           │
            │                      ││ • 배 13: 13번 자리                           │
            │                      ││ • 배 14: 14번 자리                           │
            │                      ││ • 배 15: 15번 자리                           │
            └──────────────────────┘└──────────────────────────────────────────────┘
             b › §2.1  18 %          Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
        "#]],
    );
    app.keys("esc");
    check(
        &app,
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 2.1 목록 ────────────────────────────────────┐
        │ ▾ a                  ││ • 배 5: 5번 자리                             │
        │   ▾ 1. 항구          ││ • 배 6: 6번 자리                             │
        │       1.1 부두       ││ • 배 7: 7번 자리                             │
        │ ▾ 2. 배              ││ • 배 8: 여덟째                               │
        │●    2.1 목록         ││ • 배 9: 9번 자리                             │
        │     2.2 나머지       ││ • 배 10: 10번 자리                           │
        │   3. 등대            ││ • 배 11: 11번 자리                           │
        │                      ││ • 배 12: 12번 자리                           │
        │                      ││ • 배 13: 13번 자리                           │
        │                      ││ • 배 14: 14번 자리                           │
        │                      ││ • 배 15: 15번 자리                           │
        └──────────────────────┘└──────────────────────────────────────────────┘
         b › §2.1  18 %          Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]],
    );
    app.keys(".");
    expect!["바뀐 것이 없습니다"].assert_eq(&footer(&app));
}

#[test]
fn a_row_that_is_gone_leaves_the_reader_in_its_section() {
    let mut app = App::new(&harbour(), 72, 14);
    app.keys("2 . 1 enter j j j j j j");
    let mut now = harbour();
    // The section goes to the end, and all that stood around the row with it is gone.
    now[1].1 = "# 2. 배\n\n## 2.2 나머지\n\n없다.\n\n## 2.1 목록\n\n배가 없다.\n".to_owned();
    rewrite(&mut app, &now);
    assert_eq!(top(&app), "2.1 목록");
    now[1].1 = "# 2. 배\n\n## 2.2 나머지\n\n없다.\n".to_owned();
    rewrite(&mut app, &now);
    assert!(["2.2 나머지", "없다."].contains(&top(&app).as_str()), "{}", top(&app));
    now[1].1 = String::new();
    rewrite(&mut app, &now);
    assert_eq!(top(&app), "3. 등대");
    expect!["바뀜: b (+0 −5줄)"].assert_eq(footer(&app).split("   ").next().unwrap());
}

#[test]
fn notes_come_and_go_around_the_reader() {
    let mut app = App::new(&harbour(), 72, 14);
    app.keys("2 . 2 enter 3 enter backspace");
    assert_eq!(top(&app), "2.2 나머지");
    let mut now = harbour();
    now.insert(0, ("0.md".to_owned(), "# 0. 먼저\n\n새 글.\n".to_owned()));
    rewrite(&mut app, &now);
    assert_eq!(top(&app), "2.2 나머지");
    expect!["새 노트: 0"].assert_eq(&footer(&app));
    now.remove(1);
    rewrite(&mut app, &now);
    assert_eq!(top(&app), "2.2 나머지");
    expect!["없어진 노트: a"].assert_eq(&footer(&app));
    // Forward leads where it did.
    app.keys("alt-right");
    assert_eq!(top(&app), "3. 등대");
    app.keys("backspace");
    // What is read stays though its file is gone, as long as it is read.
    now.remove(1);
    rewrite(&mut app, &now);
    check(
        &app,
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 2. 배 ───────────────────────────────────────┐
        ▌   0. 먼저            ││ 2.2 나머지                                   │
        │ ▾ 2. 배              ││                                              │
        │     2.1 목록         ││ 없다.                                        │
        │●    2.2 나머지       ││                                              │
        │   3. 등대            ││ 3. 등대                                      │
        │                      ││ ───────                                      │
        │                      ││                                              │
        │                      ││ 높다.                                        │
        │                      ││                                              │
        │                      ││                                              │
        │                      ││                                              │
        └──────────────────────┘└──────────────────────────────────────────────┘
         파일이 없어졌습니다. 읽던 글은 남겨 둡니다: b
    "#]],
    );
    let back = ("b.md".to_owned(), harbour()[1].1.replace("없다.", "다시 있다."));
    let mut again = now.clone();
    again.insert(1, back);
    rewrite(&mut app, &again);
    assert_eq!(top(&app), "2.2 나머지");
    expect!["바뀜: 2.2 나머지 (+1 −1줄)"].assert_eq(&footer(&app));
    app.keys("3 enter");
    rewrite(&mut app, &now);
    assert_eq!(app.state.open.collection.notes.len(), 2);
}

#[test]
fn folds_and_the_tree_go_along() {
    let mut app = App::new(&harbour(), 72, 14);
    app.keys("2 . 2 enter h h z");
    let folded = |app: &App| app.state.contents.nodes.iter().filter(|node| node.folded).count();
    assert_eq!(folded(&app), 1);
    let mut now = harbour();
    now[1].1 = now[1].1.replace("# 2. 배\n", "# 2. 배\n\n## 2.0 앞\n\n글.\n");
    now.remove(0);
    rewrite(&mut app, &now);
    assert_eq!(folded(&app), 1);
    assert_eq!(app.state.contents.nodes.len(), 2);
}

#[test]
fn what_was_opened_stays_open() {
    let text = "# 1. 항구\n\n<details><summary>더 보기</summary>\n\n숨은 글.\n\n</details>\n";
    let mut app = App::new(&notes(&[("a.md", text)]), 72, 14);
    assert!(!app.screen().contains("숨은 글."));
    app.keys("enter");
    assert!(app.screen().contains("숨은 글."));
    let text = text.replace("항구\n", "항구\n\n머리말.\n");
    rewrite(&mut app, &notes(&[("a.md", &text)]));
    assert!(app.screen().contains("숨은 글."));
    // What has changed within is opened for who goes there.
    app.keys("esc enter");
    assert!(!app.screen().contains("숨은 글."));
    let text = text.replace("숨은 글.", "숨은 새 글.");
    rewrite(&mut app, &notes(&[("a.md", &text)]));
    app.keys(".");
    assert!(app.screen().contains("숨은 새 글."));
}

#[test]
fn what_lies_over_the_text_stays() {
    let mut app = App::new(&harbour(), 80, 14);
    app.keys("o 2 . down");
    let selected = |app: &App| {
        let screen = app.screen();
        screen.lines().map(str::to_owned).find(|line| line.contains("> ")).unwrap_or_default()
    };
    let before = selected(&app);
    let mut now = harbour();
    now[2].1 = "# 3. 등대\n\n아주 높다.\n".to_owned();
    now.insert(0, ("0.md".to_owned(), "# 0. 먼저\n".to_owned()));
    rewrite(&mut app, &now);
    assert_eq!(selected(&app), before);
    app.keys("enter");
    assert_eq!(top(&app), "2.2 나머지");
    // A search goes on, and the pop-up of a term stays where it was.
    app.keys("/ 높 다 enter");
    now[3].1 = "# 3. 등대\n\n아주 아주 높다. 높다.\n".to_owned();
    rewrite(&mut app, &now);
    assert_eq!(app.state.find.as_ref().unwrap().matches.len(), 2);
    app.keys("esc 2 . 1 enter t");
    let popup = app.state.overlay.is_some();
    now[0].1 = "# 0. 먼저\n\n- 낱말: 뜻이 하나 있다\n".to_owned();
    rewrite(&mut app, &now);
    assert_eq!(app.state.overlay.is_some(), popup);
}

#[test]
fn terms_and_names_are_those_of_the_notes_as_they_are() {
    let mut app = App::new(&harbour(), 120, 20);
    let mut now = harbour();
    now[2].1 = "# 3. 용어집\n\n- 등대(Lighthouse): 불을 켜 두는 집\n".to_owned();
    now.insert(0, ("0.md".to_owned(), "# 9. 등대에서\n\n등대는 높다.\n".to_owned()));
    rewrite(&mut app, &now);
    app.keys("g");
    let mut fresh = App::new(&now, 120, 20);
    for keys in ["w 등 대 enter i", "esc o 등 대", "esc 9 enter t"] {
        app.keys(keys);
        fresh.keys(keys);
        app.state.changes.clear();
        assert_eq!(app.screen(), fresh.screen(), "{keys}");
    }
}

fn any_note() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "# [1-3]\\. [가-다]{1,2}",
        "## [1-3]\\.[1-3] [가-다]{1,2}",
        "- [가-다]{1,2}: 뜻이 [가-다]",
        "[가-다 ]{0,6}",
        Just(String::new()),
    ];
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n") + "\n")
}

fn any_notes() -> impl Strategy<Value = Notes> {
    let names = prop::sample::subsequence(vec!["a.md", "b.md", "c/d.md", "c/e.md"], 1..=4);
    (names, prop::collection::vec(any_note(), 4))
        .prop_map(|(names, texts)| names.into_iter().map(str::to_owned).zip(texts).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever notes become of notes, and whatever was typed before: all is as if they had been opened
    /// so, but for where the reader is.
    #[test]
    fn notes_that_have_changed_are_as_if_just_opened(
        steps in prop::collection::vec((any_notes(), "[jkGg\\[\\]ot/w12]{0,6}"), 1..5),
        first in any_notes(),
    ) {
        let mut app = App::new(&first, 90, 20);
        let mut last = first;
        for (now, keys) in steps {
            for key in keys.chars() {
                app.keys(&key.to_string());
            }
            rewrite(&mut app, &now);
            app.screen();
            last = now;
        }
        // What was read and is gone stays as long as it is read.
        for _ in 0..4 {
            app.keys("esc");
        }
        app.keys("g");
        rewrite(&mut app, &last);
        let held = app.state.open.collection.notes.len() != last.len();
        if !held {
            let mut fresh = App::new(&last, 90, 20);
            fresh.state.contents = Default::default();
            app.state.contents = Default::default();
            for app in [&mut app, &mut fresh] {
                app.state.changes.clear();
                app.state.focus = Default::default();
                app.state.find = None;
                app.keys("esc g");
                app.state.notice = None;
            }
            rewrite(&mut fresh, &last);
            rewrite(&mut app, &last);
            prop_assert_eq!(app.screen(), fresh.screen());
        }
    }
}
