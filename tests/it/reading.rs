//! Moving about in the app: what must hold whatever the screen shows.

use expect_test::expect;
use gongbu::app::State;

use crate::screen::{App, data};

/// The section that is read, and the first words on the screen.
fn place(app: &App) -> String {
    let here = app.state.reader.here(&app.state.open.collection);
    let address = app.state.open.addresses.of(&app.state.open.collection, here);
    let row =
        app.state.reader.visible().map(|(_, row)| row.text()).find(|row| !row.trim().is_empty());
    format!("{address}: {}", row.unwrap_or_default())
}

#[test]
fn the_place_survives_a_resize() {
    for keys in [
        "",
        "2 . 4 enter",
        "2 . 4 enter j j j j j",
        "2 . 2 enter d",
        "6 enter",
        "G",
        "7 enter",
        "G k k",
    ] {
        let mut app = App::new(&[data("container-notes.md")], 120, 36);
        app.keys(keys);
        let before = (place(&app), app.screen());
        app.resize(40, 12);
        let narrow = place(&app);
        assert_eq!(narrow.split(':').next(), before.0.split(':').next(), "{keys}");
        app.resize(1, 1);
        app.resize(20, 5);
        app.resize(120, 36);
        assert_eq!((place(&app), app.screen()), before, "{keys}");
    }
}

/// Every key works with the Korean input method on, also when it composes what was typed.
#[test]
fn the_input_method_may_be_on() {
    for (plain, korean) in [
        ("j j k", "ㅓ ㅓ ㅏ"),
        ("d d u", "ㅇ ㅇ ㅕ"),
        ("G g", "end ㅎ"),
        ("g k", "하"),
        ("2 . 4 enter t t", "2 . 4 enter ㅅ ㅅ"),
        ("w ㅋ ㅌ", "ㅈ ㅋ ㅌ"),
        ("tab tab z", "tab tab ㅋ"),
        ("c v", "ㅊ ㅍ"),
        ("f b", "ㄹ ㅠ"),
    ] {
        let run = |keys: &str| {
            let mut app = App::new(&[data("container-notes.md")], 120, 30);
            app.keys(keys);
            app.screen()
        };
        assert_eq!(run(plain), run(korean), "{korean}");
    }
    let mut app = App::new(&[data("container-notes.md")], 80, 24);
    app.keys("ㅂ");
    assert_eq!(app.effects, [gongbu::app::Effect::Quit]);
    app.keys("ctrl-ㅊ");
    assert_eq!(app.effects, [gongbu::app::Effect::Quit]);
}

#[test]
fn sections_are_walked() {
    let mut app = App::new(&[data("container-notes.md")], 80, 24);
    let mut seen = Vec::new();
    for _ in 0..23 {
        app.keys("]");
        seen.push(place(&app).split(':').next().unwrap().to_owned());
    }
    expect!["1 1.1 1.2 1.3 1.4 1.5 1.6 1.7 2 2.1 2.1#2 2.2 2.3 2.4 2.5 3 4 5 6 6.1 7 7 7"]
        .assert_eq(&seen.join(" "));
    seen.clear();
    for _ in 0..4 {
        app.keys("[");
        seen.push(place(&app).split(':').next().unwrap().to_owned());
    }
    expect!["6.1 6 5 4"].assert_eq(&seen.join(" "));
    // In the middle of a section its own beginning comes first.
    app.keys("2 . 4 enter j j j [");
    assert_eq!(place(&app), "2.4: 2.4 쿠버네티스의 속");
    app.keys("[");
    assert_eq!(place(&app).split(':').next(), Some("2.3"));
}

/// Paging down from the start shows every row once, and ends at the end.
#[test]
fn paging_passes_over_nothing() {
    let rows = |app: &App| -> Vec<String> {
        app.state.reader.visible().map(|(_, row)| row.text()).collect()
    };
    let mut app = App::new(&[data("container-notes.md")], 80, 500);
    let all = rows(&app);
    app.resize(80, 13);
    let mut seen = rows(&app);
    for _ in 0..200 {
        app.keys("j");
        let last = rows(&app).last().cloned().unwrap();
        if app.state.reader.percent(&app.state.open.collection) < 100 || seen.len() < all.len() {
            seen.push(last);
        }
    }
    seen.truncate(all.len());
    assert_eq!(seen, all);
    let bottom = app.screen();
    app.keys("g G");
    assert_eq!(app.screen(), bottom);
    for _ in 0..300 {
        app.keys("k");
    }
    assert_eq!(rows(&app), all[..rows(&app).len()]);
}

#[test]
fn several_notes() {
    let mut app = App::new(
        &[
            ("eks/a.md".into(), "# 1. 처음\n글\n## 1.1 속\n글\n".into()),
            ("eks/b.md".into(), "앞글\n\n# 1. 둘째 노트\n글\n\n# 2. 끝\n글\n".into()),
            ("c.md".into(), "---\ntitle: 셋째\n---\n# 홀로\n글\n".into()),
        ],
        72,
        16,
    );
    expect![[r#"
        ┌ 절 번호 · 후보 3개 ──────────────────────────────────────────────────┐
        │ § 1▏                               │ 1. 처음                          │
        │ §a:1  처음  a                     │ ───────                          │
        │ §1.1  속  a                       │                                  │
        │ §b:1  둘째 노트  b                │ 글                               │
        │                                   │                                  │
        │                                   │                                  │
        │                                   │                                  │
        │                                   │                                  │
        │                                   │                                  │
        │                                   │                                  │
        │                                   │                                  │
        │                                   │                                  │
        │                                   │                                  │
        └──────────────────────────────────────────────────────────────────────┘
         a › §1  0 %                                      Enter 열기  Esc 닫기
    "#]]
    .assert_eq(&app.keys("1").screen());
    expect![[r#"
        ┌ 목차 ────────────────┐┌ 1.1 속 ──────────────────────────────────────┐
        │ ▾ eks/               ││                                              │
        │   ▾ 1. 처음          ││ 글                                           │
        │●      1.1 속         ││                                              │
        │   ▾ b                ││ b                                            │
        │       1. 둘째 노트   ││ ─                                            │
        │       2. 끝          ││                                              │
        │   홀로               ││ 앞글                                         │
        │                      ││                                              │
        │                      ││ 1. 둘째 노트                                 │
        │                      ││ ────────────                                 │
        │                      ││                                              │
        │                      ││ 글                                           │
        │                      ││                                              │
        └──────────────────────┘└──────────────────────────────────────────────┘
         a › §1.1  21 %          Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]
    .assert_eq(&app.keys("down enter j").screen());
    expect![[r#"
        ┌ 목차 ────────────────┐┌ 1.1 속 ──────────────────────────────────────┐
        │ ▾ eks/               ││                                              │
        │   ▾ 1. 처음          ││ 글                                           │
        │●      1.1 속         ││                                              │
        │   ▾ b                ││ b                                            │
        │       1. 둘째 노트   ││ ─                                            │
        │       2. 끝          ││                                              │
        │   홀로               ││ 앞글                                         │
        │                      ││                                              │
        │                      ││ 1. 둘째 노트                                 │
        │                      ││ ────────────                                 │
        │                      ││                                              │
        │                      ││ 글                                           │
        │                      ││                                              │
        └──────────────────────┘└──────────────────────────────────────────────┘
         a › §1.1  21 %         z 접기  Enter 열기  Tab 창  q 끝내기  ? 도움말
    "#]]
    .assert_eq(&app.keys("shift-tab h h z").screen());
}

#[test]
fn back_and_forward_are_to_the_row() {
    let mut app = App::new(&[data("container-notes.md")], 80, 24);
    app.keys("2 . 4 enter j j j");
    let first = app.screen();
    app.keys("6 enter");
    let second = app.screen();
    app.keys("backspace");
    assert_eq!(app.screen(), first);
    app.keys("alt-right");
    assert_eq!(app.screen(), second);
    app.keys("alt-left 1 enter alt-right");
    assert_eq!(app.state.notice.as_ref().map(|n| n.as_str()), Some("앞으로 갈 자리가 없습니다"));
    app.keys("alt-left");
    assert_eq!(app.screen(), first);
    // In an empty field it closes the field, and goes nowhere.
    app.keys("9 backspace backspace");
    assert_eq!(app.screen(), first);
}

#[test]
fn a_byte_within_a_row_shows_that_row() {
    let text = "# 1. 앞\n\n첫째 자리.\n\n# 2. 뒤\n\n둘째 자리.\n\n끝.\n";
    let mut app = App::new(&[("a.md".to_owned(), text.to_owned())], 60, 8);
    let at = text.find("자리").unwrap();
    let State { open, reader, .. } = &mut app.state;
    reader.go_to_byte(&open.collection, 0, at);
    reader.fill(open, 5);
    assert_eq!(reader.visible().next().unwrap().1.text(), "첫째 자리.");
}
