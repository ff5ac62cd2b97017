//! Footnotes: shown over the text, gone to, and back again.

use expect_test::{Expect, expect};
use gongbu::app::hints::in_view;
use gongbu::layout::Target;

use crate::links::notes;
use crate::screen::App;

const NOTE: &str = "== first.md
# 1. 배포

파드는 스스로 살아나지 않으므로[^각주] 배포가 그 수를 지킨다[^2]. 없는 것[^없음]은 그대로 둔다.

`[^2]`는 코드라 열지 않는다. 본문의 둘째 자리[^2].

[^2]: 원하는 수와 실제 수를 견주어 맞추는 일을 조정(reconcile)이라고 한다.

    - 모자라면 만든다.
    - 넘치면 지운다.

# 2. 주석

[^각주]: 파드가 죽으면 그 안의 컨테이너도 함께 사라진다.
[^홀로]: 아무도 가리키지 않는다.
";

fn app(width: u16, height: u16) -> App {
    App::new(&notes(NOTE), width, height)
}

fn check(app: &App, expected: Expect) {
    expected.assert_eq(&app.screen());
}

/// The first row of the text that is on the screen, and what the footer says.
fn said(app: &App) -> String {
    let rows: Vec<String> = app.state.reader.visible().map(|(_, row)| row.text()).collect();
    let first = rows.iter().find(|row| !row.trim().is_empty()).cloned().unwrap_or_default();
    let notice = app.state.notice.as_ref().map_or("", |notice| notice.as_str());
    format!("{first} | {notice}")
}

#[test]
fn a_reference_opens_by_its_letter() {
    let mut app = app(80, 24);
    app.keys("enter");
    check(
        &app,
        expect![[r#"
        ┌ 목차 ──────────────────┐┌ first ─────────────────────────────────────────────┐
        │●  1. 배포              ││ 1. 배포                                            │
        │   2. 주석              ││ ───────                                            │
        │                        ││                                                    │
        │                        ││ 파드는 스스로 살아나지 않으므로f각주] 배포가 그    │
        │                        ││ 수를 지킨다j2]. 없는 것[^없음]은 그대로 둔다.      │
        │                        ││                                                    │
        │                        ││ [^2]는 코드라 열지 않는다. 본문의 둘째 자리d2].    │
        │                        ││                                                    │
        │                        ││ [2] 원하는 수와 실제 수를 견주어 맞추는 일을       │
        │                        ││     조정(reconcile)이라고 한다.                    │
        │                        ││                                                    │
        │                        ││     • 모자라면 만든다.                             │
        │                        ││     • 넘치면 지운다.                               │
        │                        ││     k                                              │
        │                        ││                                                    │
        │                        ││ [각주] 파드가 죽으면 그 안의 컨테이너도 함께       │
        │                        ││        사라진다. s                                 │
        │                        ││                                                    │
        │                        ││ 2. 주석                                            │
        │                        ││ ───────                                            │
        │                        ││                                                    │
        └────────────────────────┘└────────────────────────────────────────────────────┘
         열 것의 글자:                                                        Esc 닫기
    "#]],
    );
    app.keys("f");
    check(
        &app,
        expect![[r#"
            ┌ 목차 ──────────────────┐┌ first ─────────────────────────────────────────────┐
            │●  1. 배포              ││ 1. 배포                                            │
            │   2. 주석              ││ ───────                                            │
            │                        ││                                                    │
            │                        ││ 파드는 스스로 살아나지 않으므로[각주] 배포가 그    │
            │                        ││ 수를 지킨다[2]. 없는 것[^없음]은 그대로 둔다.      │
            │                        ││                                                    │
            │                        ││ [^2]는 코드라 열지 않는다. 본문의 둘째 자리[2].    │
            │                        ││                                                    │
            │   ┌ 각주 [각주] 1/3 ─────────────────────────────────────────────────────┐   │
            │   │ 파드가 죽으면 그 안의 컨테이너도 함께 사라진다.                      │   │
            │   │                                                                      │   │
            │   └──────────────────────────────────────────────────────────────────────┘   │
            │                        ││     • 넘치면 지운다.                               │
            │                        ││     ↩                                              │
            │                        ││                                                    │
            │                        ││ [각주] 파드가 죽으면 그 안의 컨테이너도 함께       │
            │                        ││        사라진다. ↩                                 │
            │                        ││                                                    │
            │                        ││ 2. 주석                                            │
            │                        ││ ───────                                            │
            │                        ││                                                    │
            └────────────────────────┘└────────────────────────────────────────────────────┘
             first › §1  0 %                             t 다음  Enter 그 자리로  Esc 닫기
        "#]],
    );
    app.keys("t");
    check(
        &app,
        expect![[r#"
            ┌ 목차 ──────────────────┐┌ first ─────────────────────────────────────────────┐
            │●  1. 배포              ││ 1. 배포                                            │
            │   2. 주석              ││ ───────                                            │
            │                        ││                                                    │
            │                        ││ 파드는 스스로 살아나지 않으므로[각주] 배포가 그    │
            │                        ││ 수를 지킨다[2]. 없는 것[^없음]은 그대로 둔다.      │
            │                        ││                                                    │
            │                        ││ [^2]는 코드라 열지 않는다. 본문의 둘째 자리[2].    │
            │   ┌ 각주 [2] 2/3 ────────────────────────────────────────────────────────┐   │
            │   │ 원하는 수와 실제 수를 견주어 맞추는 일을 조정(reconcile)이라고 한다. │   │
            │   │                                                                      │   │
            │   │ • 모자라면 만든다.                                                   │   │
            │   │ • 넘치면 지운다.                                                     │   │
            │   └──────────────────────────────────────────────────────────────────────┘   │
            │                        ││     ↩                                              │
            │                        ││                                                    │
            │                        ││ [각주] 파드가 죽으면 그 안의 컨테이너도 함께       │
            │                        ││        사라진다. ↩                                 │
            │                        ││                                                    │
            │                        ││ 2. 주석                                            │
            │                        ││ ───────                                            │
            │                        ││                                                    │
            └────────────────────────┘└────────────────────────────────────────────────────┘
             first › §1  0 %                             t 다음  Enter 그 자리로  Esc 닫기
        "#]],
    );
}

#[test]
fn a_narrow_screen_scrolls_a_long_footnote() {
    let text = format!(
        "== en.md\n# 1. Pods\n\nA pod is mortal[^why].\n\n[^why]: {}\n",
        "It is placed on one node and does not outlive it. ".repeat(12)
    );
    let mut app = App::new(&notes(&text), 40, 12);
    app.keys("enter");
    check(
        &app,
        expect![[r#"
            ┌ en ──────────────────────────────────┐
            ┌ 각주 [why] 1/1 ──────────────────────┐
            │ It is placed on one node and does    │
            │ not outlive it. It is placed on one  │
            │ node and does not outlive it. It is  │
            │ placed on one node and does not      │
            │ outlive it. It is placed on one node │
            │ and does not outlive it. It is       ↓
            └──────────────────────────────────────┘
            │      outlive it. It is placed on one │
            └──────────────────────────────────────┘
               j 넘기기  Enter 그 자리로  Esc 닫기
        "#]],
    );
    app.keys("j j j G");
    check(
        &app,
        expect![[r#"
            ┌ en ──────────────────────────────────┐
            ┌ 각주 [why] 1/1 ──────────────────────┐
            │ placed on one node and does not      ↑
            │ outlive it. It is placed on one node │
            │ and does not outlive it. It is       │
            │ placed on one node and does not      │
            │ outlive it. It is placed on one node │
            │ and does not outlive it.             │
            └──────────────────────────────────────┘
            │      outlive it. It is placed on one │
            └──────────────────────────────────────┘
               j 넘기기  Enter 그 자리로  Esc 닫기
        "#]],
    );
    app.keys("esc");
    assert!(app.state.overlay.is_none());
}

#[test]
fn from_the_popup_to_the_place_and_back() {
    let mut app = app(80, 12);
    app.keys("enter f enter");
    expect!["[각주] 파드가 죽으면 그 안의 컨테이너도 함께 | "].assert_eq(&said(&app));
    app.keys("backspace");
    expect!["1. 배포 | "].assert_eq(&said(&app));
    // The sign behind a footnote leads to its first reference.
    app.keys("G enter");
    check(
        &app,
        expect![[r#"
        ┌ 목차 ──────────────────┐┌ first ─────────────────────────────────────────────┐
        │   1. 배포              ││                                                    │
        │●  2. 주석              ││ 2. 주석                                            │
        │                        ││ ───────                                            │
        │                        ││                                                    │
        │                        ││ [각주] 파드가 죽으면 그 안의 컨테이너도 함께       │
        │                        ││        사라진다. f                                 │
        │                        ││                                                    │
        │                        ││ [홀로] 아무도 가리키지 않는다. j                   │
        │                        ││                                                    │
        └────────────────────────┘└────────────────────────────────────────────────────┘
         열 것의 글자:                                                        Esc 닫기
    "#]],
    );
}

#[test]
fn the_sign_behind_a_footnote_leads_back() {
    let text = "== a.md\n# 1. 앞\n\n첫째[^a] 자리.\n\n# 2. 가운데\n\n둘째[^a] 자리.\n\n# 3. 뒤\n\n[^a]: 말.\n";
    let mut app = App::new(&notes(text), 60, 9);
    app.keys("3 enter enter");
    expect!["첫째[a] 자리. | "].assert_eq(&said(&app));
    app.keys("backspace");
    expect!["3. 뒤 | "].assert_eq(&said(&app));
    let mut lone = App::new(&notes("== a.md\n글\n\n[^a]: 홀로.\n"), 60, 12);
    lone.keys("enter");
    expect!["글 | 이 각주를 가리키는 곳이 없습니다"].assert_eq(&said(&lone));
}

#[test]
fn what_only_looks_like_references_is_passed_over() {
    let text = format!("== a.md\n{}\n\n[^a]: 말.\n\n# 1. 뒤\n\n글[^A].\n", "[^".repeat(100_000));
    let mut app = App::new(&notes(&text), 60, 12);
    app.keys("G enter");
    let seen = in_view(&app.state.reader);
    let back = seen.iter().position(|seen| matches!(seen.target, Target::Back(_))).unwrap();
    app.keys(["f", "j"][back]);
    expect!["글[A]. | "].assert_eq(&said(&app));
}

#[test]
fn a_click_opens_a_footnote() {
    let mut app = app(80, 24);
    let screen = app.screen();
    let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains("[각주]")).unwrap();
    let x = gongbu::text::width::width(&line[..line.find("[각주]").unwrap()]);
    app.click(u16::try_from(x + 1).unwrap(), u16::try_from(y).unwrap());
    let shown = app.screen();
    assert!(shown.contains("각주 [각주] 1/3") && shown.contains("함께 사라진다"), "{shown}");
}
