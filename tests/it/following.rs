//! Following links: keys and clicks in, the screen and what is asked for out.

use expect_test::{Expect, expect};
use gongbu::app::Effect;

use crate::links::notes;
use crate::screen::App;

const NOTES: &str = "== first.md
# 처음

먼저 [둘째 노트](second.md)를 읽고 [설치](second.md#설치)한 뒤 [공식 문서](https://example.com/문서)를 본다.

| 표 | 링크 |
|---|---|
| 하나 | [[second#지우기]] |

없는 [세째 노트](thrid.md), [스크립트](javascript:alert(1)), [그림](a.png), [편지](mailto:a@example.com), [빈]().

== second.md
# 둘째

[처음으로](first.md)

## 설치

설치하는 법.

## 지우기

지우는 법.

== third.md
# 셋째

여기에는 링크가 없다.
";

fn app(width: u16, height: u16) -> App {
    App::new(&notes(NOTES), width, height)
}

fn check(app: &App, expected: Expect) {
    expected.assert_eq(&app.screen());
}

/// Where the reader is, what the footer says, and what has been asked to be opened.
fn said(app: &App) -> String {
    let here = app.state.reader.here(&app.state.open.collection);
    let place = app.state.open.addresses.of(&app.state.open.collection, here);
    let opened: Vec<String> = app
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Open(address) => Some(address.to_string()),
            _ => None,
        })
        .collect();
    let notice = app.state.notice.as_ref().map_or("", |notice| notice.as_str());
    format!("{place} | {notice} | {}", opened.join(" "))
}

#[test]
fn letters_stand_over_the_links_in_view() {
    let mut app = app(80, 24);
    app.keys("enter");
    check(
        &app,
        expect![[r#"
            ┌ 목차 ──────────────────┐┌ first ─────────────────────────────────────────────┐
            │●  처음                 ││ 처음                                               │
            │ ▾ 둘째                 ││ ────                                               │
            │     설치               ││                                                    │
            │     지우기             ││ 먼저 j 째 노트를 읽고 d 치한 뒤 k 식 문서를 본다.  │
            │   셋째                 ││                                                    │
            │                        ││ ┌──────┬─────────────────┐                         │
            │                        ││ │ 표   │ 링크            │                         │
            │                        ││ ├──────┼─────────────────┤                         │
            │                        ││ │ 하나 │ second › 지우기 │                         │
            │                        ││ └──────┴─────────────────┘                         │
            │                        ││                                                    │
            │                        ││ 없는 l 째 노트, a 크립트, g 림, h 지, ff.          │
            │                        ││                                                    │
            │                        ││ 둘째                                               │
            │                        ││ ────                                               │
            │                        ││                                                    │
            │                        ││ fj음으로                                           │
            │                        ││                                                    │
            │                        ││ 설치                                               │
            │                        ││                                                    │
            │                        ││ 설치하는 법.                                       │
            └────────────────────────┘└────────────────────────────────────────────────────┘
             열 것의 글자:                                                        Esc 닫기
        "#]],
    );
    app.keys("j");
    expect!["second:둘째 |  | "].assert_eq(&said(&app));
    assert!(app.state.hints.is_none());
    app.keys("backspace");
    assert_eq!(said(&app).split(' ').next(), Some("first:처음"));
}

#[test]
fn each_letter_follows_its_link() {
    let mut out = String::new();
    for letter in ["f", "f f", "f j", "j", "d", "k", "s", "l", "a", "g", "h", "q"] {
        let mut app = app(100, 30);
        app.keys("enter").keys(letter);
        out += &format!("{letter}: {}\n", said(&app));
        assert_eq!(app.state.hints.is_some(), letter == "f");
    }
    expect![[r#"
        f: first:처음 |  | 
        f f: first:처음 | 링크의 주소가 비어 있습니다 | 
        f j: first:처음 |  | 
        j: second:둘째 |  | 
        d: second:설치 |  | 
        k: first:처음 | 여는 중: https://example.com/%EB%AC%B8%EC%84%9C | https://example.com/%EB%AC%B8%EC%84%9C
        s: second:지우기 |  | 
        l: first:처음 | 링크가 가리키는 곳이 없습니다: thrid.md (가까운 것: third.md) | 
        a: first:처음 | javascript: 주소는 열지 않습니다 (y 복사): javascript:alert(1) | 
        g: first:처음 | 열려 있는 노트가 아닙니다 (y 복사): a.png | 
        h: first:처음 | 여는 중: mailto:a@example.com | mailto:a@example.com
        q: first:처음 |  | 
    "#]].assert_eq(&out);
}

#[test]
fn letters_are_left_by_what_is_none() {
    for keys in ["enter esc", "enter backspace", "enter q", "enter down up", "enter enter esc"] {
        let mut app = app(80, 24);
        let before = app.screen();
        app.keys(keys);
        assert_eq!(app.screen(), before, "{keys}");
    }
    let mut app = app(80, 24);
    app.keys("enter ?");
    assert!(app.state.hints.is_none());
    app.keys("esc enter tab");
    assert!(app.state.hints.is_none());
}

#[test]
fn many_links_have_two_letters() {
    let links: String = (1..=12).map(|n| format!("[노트 {n}](a.md#{n})\n\n")).collect();
    let headings: String = (1..=12).map(|n| format!("# {n}\n글\n\n")).collect();
    let text = format!("== a.md\n{links}{headings}");
    let mut app = App::new(&notes(&text), 60, 30);
    app.keys("enter f");
    check(
        &app,
        expect![[r#"
            ┌ a ───────────────────────────────────────────────────────┐
            │ 노트 1                                                   │
            │                                                          │
            │ 노트 2                                                   │
            │                                                          │
            │ 노트 3                                                   │
            │                                                          │
            │ 노트 4                                                   │
            │                                                          │
            │ 노트 5                                                   │
            │                                                          │
            │ 노트 6                                                   │
            │                                                          │
            │ 노트 7                                                   │
            │                                                          │
            │ 노트 8                                                   │
            │                                                          │
            │ f 트 9                                                   │
            │                                                          │
            │ j 트 10                                                  │
            │                                                          │
            │ d 트 11                                                  │
            │                                                          │
            │ k 트 12                                                  │
            │                                                          │
            │ 1                                                        │
            │ ─                                                        │
            │                                                          │
            └──────────────────────────────────────────────────────────┘
             열 것의 글자: f                                  Esc 닫기
        "#]],
    );
    app.keys("backspace f j");
    let typed = said(&app);
    // With the input method on the same letters are Korean ones.
    let mut other = App::new(&notes(&text), 60, 30);
    other.keys("enter ㄹ ㅓ");
    assert_eq!(said(&other), typed);
    let mut composed = App::new(&notes(&text), 60, 30);
    composed.keys("enter 러");
    assert_eq!(said(&composed), typed);
}

#[test]
fn one_link_is_followed_at_once_and_none_is_said() {
    let mut app = app(80, 12);
    app.keys("G");
    app.keys("enter");
    expect!["second:지우기 | 화면에 열 것이 없습니다 | "].assert_eq(&said(&app));
    let mut one = App::new(&notes("== a.md\n글과 https://example.com/a, 글\n"), 60, 20);
    one.keys("enter");
    expect![" | 여는 중: https://example.com/a | https://example.com/a"].assert_eq(&said(&one));
}

#[test]
fn a_click_follows() {
    let mut app = app(80, 24);
    let screen = app.screen();
    let (y, line) =
        screen.lines().enumerate().find(|(_, line)| line.contains("공식 문서")).unwrap();
    let x = gongbu::text::width::width(&line[..line.find("공식").unwrap()]);
    app.click(u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
    expect!["first:처음 | 여는 중: https://example.com/%EB%AC%B8%EC%84%9C | https://example.com/%EB%AC%B8%EC%84%9C"].assert_eq(&said(&app));
    app.click(u16::try_from(x - 2).unwrap(), u16::try_from(y).unwrap());
    expect!["first:처음 |  | "].assert_eq(&said(&app));
}

#[test]
fn what_leads_here_is_listed() {
    let mut app = app(100, 24);
    app.keys("i");
    check(
        &app,
        expect![[r#"
        ┌ 이리로 오는 링크 · 후보 1개 ─────────────────────────────────────────────────────────────────────┐
        │ > ▏                                              │ ────                                           │
        │ §second:둘째  둘째  이 노트로                   │                                                │
        │                                                 │ 처음으로                                       │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        │                                                 │                                                │
        └──────────────────────────────────────────────────────────────────────────────────────────────────┘
        │                               ││                                                                 │
        │                               ││ 설치하는 법.                                                    │
        └───────────────────────────────┘└─────────────────────────────────────────────────────────────────┘
         first  0 %                                                                   Enter 열기  Esc 닫기
    "#]],
    );
    app.keys("enter");
    expect!["second:둘째 |  | "].assert_eq(&said(&app));
    app.keys("] i");
    check(
        &app,
        expect![[r#"
            ┌ 이리로 오는 링크 · 후보 2개 ─────────────────────────────────────────────────────────────────────┐
            │ > ▏                                              │                                                │
            │ §first:처음  처음  이 절로                      │ 먼저 둘째 노트를 읽고 설치한 뒤 공식 문서를    │
            │ §first:처음  처음  이 노트로                    │ 본다.                                          │
            │                                                 │                                                │
            │                                                 │ ┌──────┬─────────────────┐                     │
            │                                                 │ │ 표   │ 링크            │                     │
            │                                                 │ ├──────┼─────────────────┤                     │
            │                                                 │ │ 하나 │ second › 지우기 │                     │
            │                                                 │ └──────┴─────────────────┘                     │
            │                                                 │                                                │
            │                                                 │ 없는 세째 노트, 스크립트, 그림, 편지, 빈.      │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            └──────────────────────────────────────────────────────────────────────────────────────────────────┘
            │                               ││                                                                 │
            │                               ││                                                                 │
            └───────────────────────────────┘└─────────────────────────────────────────────────────────────────┘
             second  100 %                                                                Enter 열기  Esc 닫기
        "#]],
    );
    app.keys("esc G i");
    expect!["first:처음 |  | "].assert_eq(&said(&app));
}

#[test]
fn broken_links_are_among_the_problems() {
    let mut app = app(100, 24);
    app.keys("x");
    check(
        &app,
        expect![[r#"
            ┌ 노트의 문제 · 후보 1개 ──────────────────────────────────────────────────────────────────────────┐
            │ > ▏                                              │ 없는 세째 노트, 스크립트, 그림, 편지, 빈.      │
            │ first.md:9  끊긴 링크: thrid.md → third.md  경… │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            │                                                 │                                                │
            └──────────────────────────────────────────────────────────────────────────────────────────────────┘
            │                               ││                                                                 │
            │                               ││ 설치하는 법.                                                    │
            └───────────────────────────────┘└─────────────────────────────────────────────────────────────────┘
             first  0 %                                                                   Enter 열기  Esc 닫기
        "#]],
    );
    let mut clean = App::new(&notes("== a.md\n# 제목\n글\n"), 80, 24);
    clean.keys("x");
    expect!["제목 | 문제를 찾지 못했습니다 | "].assert_eq(&said(&clean));
}
