//! Long lines of code in the reader: wrapped, cut, scrolled to the side.

use expect_test::{Expect, expect};

use crate::screen::App;

fn note() -> (String, String) {
    let line = "first second third fourth fifth sixth seventh eighth ninth tenth";
    let text = format!("# 1. A\n\n```\n{line}\n\tshort\n```\n\n- 글\n\n  ```\n  {line}\n  ```\n");
    ("a.md".into(), text)
}

fn check(app: &mut App, keys: &str, expect: Expect) {
    app.keys(keys);
    expect.assert_eq(&app.screen());
}

#[test]
fn a_key_cuts_long_lines_and_wraps_them() {
    let mut app = App::new(&[note()], 44, 20);
    let wrapped = app.screen();
    check(
        &mut app,
        "z",
        expect![[r#"
        ┌ a ───────────────────────────────────────┐
        │ 1. A                                     │
        │ ────                                     │
        │                                          │
        │ ┌──────────────────────────────────────┐ │
        │ │ first second third fourth fifth six… │ │
        │ │     short                            │ │
        │ └──────────────────────────────────────┘ │
        │                                          │
        │ • 글                                     │
        │                                          │
        │   ┌────────────────────────────────────┐ │
        │   │ first second third fourth fifth s… │ │
        │   └────────────────────────────────────┘ │
        │                                          │
        │                                          │
        │                                          │
        │                                          │
        └──────────────────────────────────────────┘
         긴 코드 줄을 자릅니다. < > 로 옆을 봅니다
    "#]],
    );
    check(
        &mut app,
        ">",
        expect![[r#"
        ┌ a ───────────────────────────────────────┐
        │ 1. A                                     │
        │ ────                                     │
        │                                          │
        │ ┌──────────────────────────────────────┐ │
        │ │ …urth fifth sixth seventh eighth ni… │ │
        │ │ …                                    │ │
        │ └──────────────────────────────────────┘ │
        │                                          │
        │ • 글                                     │
        │                                          │
        │   ┌────────────────────────────────────┐ │
        │   │ …urth fifth sixth seventh eighth … │ │
        │   └────────────────────────────────────┘ │
        │                                          │
        │                                          │
        │                                          │
        │                                          │
        └──────────────────────────────────────────┘
         a › §1  100 %          q 끝내기  ? 도움말
    "#]],
    );
    check(
        &mut app,
        "ctrl-right",
        expect![[r#"
        ┌ a ───────────────────────────────────────┐
        │ 1. A                                     │
        │ ────                                     │
        │                                          │
        │ ┌──────────────────────────────────────┐ │
        │ │ …enth eighth ninth tenth             │ │
        │ │ …                                    │ │
        │ └──────────────────────────────────────┘ │
        │                                          │
        │ • 글                                     │
        │                                          │
        │   ┌────────────────────────────────────┐ │
        │   │ …enth eighth ninth tenth           │ │
        │   └────────────────────────────────────┘ │
        │                                          │
        │                                          │
        │                                          │
        │                                          │
        └──────────────────────────────────────────┘
         a › §1  100 %          q 끝내기  ? 도움말
    "#]],
    );
    check(
        &mut app,
        ">",
        expect![[r#"
        ┌ a ───────────────────────────────────────┐
        │ 1. A                                     │
        │ ────                                     │
        │                                          │
        │ ┌──────────────────────────────────────┐ │
        │ │ …enth eighth ninth tenth             │ │
        │ │ …                                    │ │
        │ └──────────────────────────────────────┘ │
        │                                          │
        │ • 글                                     │
        │                                          │
        │   ┌────────────────────────────────────┐ │
        │   │ …enth eighth ninth tenth           │ │
        │   └────────────────────────────────────┘ │
        │                                          │
        │                                          │
        │                                          │
        │                                          │
        └──────────────────────────────────────────┘
         오른쪽에 더 없습니다
    "#]],
    );
    app.keys("< < ctrl-left < z");
    app.state.notice = None;
    assert_eq!(app.screen(), wrapped);
}

#[test]
fn scrolling_cuts_what_was_wrapped() {
    let mut app = App::new(&[note()], 44, 20);
    app.keys("<");
    assert_eq!(app.state.reader.code_from(), None);
    app.keys(">");
    assert_eq!(app.state.reader.code_from(), Some(20));
    let text = ("a.md".to_owned(), "# 1. A\n\nword\n".to_owned());
    let mut app = App::new(&[text], 44, 20);
    app.keys(">");
    assert_eq!(app.state.reader.code_from(), None);
}

#[test]
fn the_place_stays() {
    let mut app = App::new(&[note()], 44, 6);
    app.keys("down down down");
    for key in ["z", ">", ">", "<", "z", "z"] {
        let line = app.screen().lines().nth(1).unwrap().to_owned();
        let spot = app.state.reader.spot.at;
        app.keys(key);
        assert_eq!(app.state.reader.spot.at, spot, "{key} after {line}");
    }
}

#[test]
fn a_match_that_is_cut_off_is_scrolled_to() {
    let mut app = App::new(&[note()], 44, 20);
    check(
        &mut app,
        "z / e i g h t h enter",
        expect![[r#"
        ┌ a ───────────────────────────────────────┐
        │ 1. A                                     │
        │ ────                                     │
        │                                          │
        │ ┌──────────────────────────────────────┐ │
        │ │ …enth eighth ninth tenth             │ │
        │ │ …                                    │ │
        │ └──────────────────────────────────────┘ │
        │                                          │
        │ • 글                                     │
        │                                          │
        │   ┌────────────────────────────────────┐ │
        │   │ …enth eighth ninth tenth           │ │
        │   └────────────────────────────────────┘ │
        │                                          │
        │                                          │
        │                                          │
        │                                          │
        └──────────────────────────────────────────┘
         a › §1  100 %  /eighth 1/2       ? 도움말
    "#]],
    );
    check(
        &mut app,
        "/ f i r s t enter",
        expect![[r#"
        ┌ a ───────────────────────────────────────┐
        │ 1. A                                     │
        │ ────                                     │
        │                                          │
        │ ┌──────────────────────────────────────┐ │
        │ │ first second third fourth fifth six… │ │
        │ │     short                            │ │
        │ └──────────────────────────────────────┘ │
        │                                          │
        │ • 글                                     │
        │                                          │
        │   ┌────────────────────────────────────┐ │
        │   │ first second third fourth fifth s… │ │
        │   └────────────────────────────────────┘ │
        │                                          │
        │                                          │
        │                                          │
        │                                          │
        └──────────────────────────────────────────┘
         a › §1  100 %  /first 1/2        ? 도움말
    "#]],
    );
}
