//! What `toc` and `toc_sticky` of a note mean for the contents pane.

use expect_test::{Expect, expect};

use crate::folders::check;
use crate::screen::App;

fn note(front: &str) -> String {
    format!("---\n{front}\n---\n\n# 1. 쌀\n\n씻는다.\n\n# 2. 뜸\n\n## 2.1 불\n\n십 분.\n")
}

#[test]
fn a_note_without_contents_begins_without_the_pane() {
    let notes = [("밥.md".to_owned(), note("toc: false"))];
    let mut app = App::new(&notes, 72, 9);
    check(
        &mut app,
        "",
        expect![[r#"
            ┌ 밥 ──────────────────────────────────────────────────────────────────┐
            │ 1. 쌀                                                                │
            │ ─────                                                                │
            │                                                                      │
            │ 씻는다.                                                              │
            │                                                                      │
            │ 2. 뜸                                                                │
            └──────────────────────────────────────────────────────────────────────┘
             밥 › §1  0 %    t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
        "#]],
    );
    check(
        &mut app,
        "c",
        expect![[r#"
            ┌ 목차 ────────────────┐┌ 밥 ──────────────────────────────────────────┐
            │●  1. 쌀              ││ 1. 쌀                                        │
            │ ▾ 2. 뜸              ││ ─────                                        │
            │     2.1 불           ││                                              │
            │                      ││ 씻는다.                                      │
            │                      ││                                              │
            │                      ││ 2. 뜸                                        │
            └──────────────────────┘└──────────────────────────────────────────────┘
             밥 › §1  0 %    t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
        "#]],
    );
}

#[test]
fn among_others_it_is_folded() {
    let notes = [("밥.md".to_owned(), note("toc: false")), ("죽.md".to_owned(), note("toc: true"))];
    let mut app = App::new(&notes, 72, 12);
    check(
        &mut app,
        "",
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 밥 ──────────────────────────────────────────┐
        │●▸ 밥                 ││ 1. 쌀                                        │
        │ ▾ 죽                 ││ ─────                                        │
        │     1. 쌀            ││                                              │
        │   ▾ 2. 뜸            ││ 씻는다.                                      │
        │       2.1 불         ││                                              │
        │                      ││ 2. 뜸                                        │
        │                      ││ ─────                                        │
        │                      ││                                              │
        │                      ││ 2.1 불                                       │
        └──────────────────────┘└──────────────────────────────────────────────┘
         밥 › §1  0 %    t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]],
    );
    // The reader may look all the same.
    check(
        &mut app,
        "shift-tab right",
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 밥 ──────────────────────────────────────────┐
        │ ▾ 밥                 ││ 1. 쌀                                        │
        │●    1. 쌀            ││ ─────                                        │
        │   ▾ 2. 뜸            ││                                              │
        │       2.1 불         ││ 씻는다.                                      │
        │ ▾ 죽                 ││                                              │
        │     1. 쌀            ││ 2. 뜸                                        │
        │   ▾ 2. 뜸            ││ ─────                                        │
        │       2.1 불         ││                                              │
        │                      ││ 2.1 불                                       │
        └──────────────────────┘└──────────────────────────────────────────────┘
         밥 › §1  0 %           z 접기  Enter 열기  Tab 창  q 끝내기  ? 도움말
    "#]],
    );
}

#[test]
fn contents_that_are_not_to_move_stay() {
    let steps: String = (1..12).map(|n| format!("# {n}. 걸음\n\n걷는다.\n\n")).collect();
    let at_the_sixth = |sticky: bool, expect: Expect| {
        let text = format!("---\ntoc_sticky: {sticky}\n---\n\n{steps}");
        let mut app = App::new(&[("길.md".to_owned(), text)], 72, 8);
        check(&mut app, "space space space space space space", expect);
    };
    at_the_sixth(
        true,
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 길 ──────────────────────────────────────────┐
        │   3. 걸음            ↑│                                              │
        │   4. 걸음            ││ 6. 걸음                                      │
        │   5. 걸음            ││ ───────                                      │
        │●  6. 걸음            ││                                              │
        │   7. 걸음            ↓│ 걷는다.                                      │
        └──────────────────────┘└──────────────────────────────────────────────┘
         길 › §6  41 %   t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]],
    );
    at_the_sixth(
        false,
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 길 ──────────────────────────────────────────┐
        │   1. 걸음            ││                                              │
        │   2. 걸음            ││ 6. 걸음                                      │
        │   3. 걸음            ││ ───────                                      │
        │   4. 걸음            ││                                              │
        │   5. 걸음            ↓│ 걷는다.                                      │
        └──────────────────────┘└──────────────────────────────────────────────┘
         길 › §6  41 %   t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]],
    );
}
