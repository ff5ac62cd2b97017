//! Parts that fold: keys and clicks in, the screen out.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use crate::links::notes;
use crate::screen::App;

const KOREAN: &str = "== ko.md
# 1. 배포

먼저 생각해 보고 풀이를 연다.

<details>
<summary>풀이: 파드가 <b>셋</b>이면?</summary>

셋 가운데 하나가 죽으면 새로 만든다.

- 목록도 있다.

  <details>
  <summary>더 깊은 곳</summary>

  가장 깊은 열쇠말.

  </details>

</details>

<details open>
<summary>펼쳐 둔 곳</summary>

처음부터 보인다.

</details>

## 1.1 다음

[가운데로](#속-자리)와 각주[^속].

<details>

이름 없는 곳의 <a id=\"속-자리\"></a>글.

[^속]: 접힌 곳에 있는 각주.

</details>

끝.
";

const ENGLISH: &str = "== en.md
# 1. Answers

<details>
<summary>What keeps the number of pods that was asked for, however many of them die?</summary>

A deployment does.

</details>

The rest of the text.

<details>
<summary>Never closed</summary>

This must not be swallowed.
";

fn app(text: &str, width: u16, height: u16) -> App {
    App::new(&notes(text), width, height)
}

fn check(app: &App, expected: Expect) {
    expected.assert_eq(&app.screen());
}

/// The first row with text on it, and what the footer says.
fn said(app: &App) -> String {
    let rows: Vec<String> = app.state.reader.visible().map(|(_, row)| row.text()).collect();
    let first = rows.iter().find(|row| !row.trim().is_empty()).cloned().unwrap_or_default();
    let notice = app.state.notice.as_ref().map_or("", |notice| notice.as_str());
    format!("{first} | {notice}")
}

#[test]
fn parts_are_folded_to_their_summaries() {
    check(
        &app(KOREAN, 120, 24),
        expect![[r#"
            ┌ 목차 ──────────────────────┐┌ ko ──────────────────────────────────────────────────────┐┌ 용어 (0) ──────────────────┐
            │●▾ 1. 배포                  ││ 1. 배포                                                  ││ / 거르기                   │
            │     1.1 다음               ││ ───────                                                  ││ 용어가 없습니다            │
            │                            ││                                                          ││                            │
            │                            ││ 먼저 생각해 보고 풀이를 연다.                            ││                            │
            │                            ││                                                          ││                            │
            │                            ││ ▸ 풀이: 파드가 셋이면?                                   ││                            │
            │                            ││                                                          ││                            │
            │                            ││ ▾ 펼쳐 둔 곳                                             ││                            │
            │                            ││   처음부터 보인다.                                       ││                            │
            │                            ││                                                          ││                            │
            │                            ││ 1.1 다음                                                 ││                            │
            │                            ││                                                          ││ ────────────────────────── │
            │                            ││ 가운데로와 각주[속].                                     ││                            │
            │                            ││                                                          ││                            │
            │                            ││ ▸ 자세히                                                 ││                            │
            │                            ││                                                          ││                            │
            │                            ││ 끝.                                                      ││                            │
            │                            ││                                                          ││                            │
            │                            ││                                                          ││                            │
            │                            ││                                                          ││                            │
            │                            ││                                                          ││                            │
            └────────────────────────────┘└──────────────────────────────────────────────────────────┘└────────────────────────────┘
             ko › §1  100 %                w 용어집  o 찾아가기  t 용어  Tab 창  Enter 열기  / 찾기  숫자 이동  q 끝내기  ? 도움말
        "#]],
    );
    check(
        &app(KOREAN, 80, 24),
        expect![[r#"
            ┌ 목차 ──────────────────┐┌ ko ────────────────────────────────────────────────┐
            │●▾ 1. 배포              ││ 1. 배포                                            │
            │     1.1 다음           ││ ───────                                            │
            │                        ││                                                    │
            │                        ││ 먼저 생각해 보고 풀이를 연다.                      │
            │                        ││                                                    │
            │                        ││ ▸ 풀이: 파드가 셋이면?                             │
            │                        ││                                                    │
            │                        ││ ▾ 펼쳐 둔 곳                                       │
            │                        ││   처음부터 보인다.                                 │
            │                        ││                                                    │
            │                        ││ 1.1 다음                                           │
            │                        ││                                                    │
            │                        ││ 가운데로와 각주[속].                               │
            │                        ││                                                    │
            │                        ││ ▸ 자세히                                           │
            │                        ││                                                    │
            │                        ││ 끝.                                                │
            │                        ││                                                    │
            │                        ││                                                    │
            │                        ││                                                    │
            │                        ││                                                    │
            └────────────────────────┘└────────────────────────────────────────────────────┘
             ko › §1  100 %      Tab 창  Enter 열기  / 찾기  숫자 이동  q 끝내기  ? 도움말
        "#]],
    );
    check(
        &app(ENGLISH, 40, 16),
        expect![[r#"
        ┌ en ──────────────────────────────────┐
        │1. Answers                            │
        │──────────                            │
        │                                      │
        │▸ What keeps the number of pods that  │
        │  was asked for, however many of them │
        │  die?                                │
        │                                      │
        │The rest of the text.                 │
        │                                      │
        │▾ Never closed                        │
        │  This must not be swallowed.         │
        │                                      │
        │                                      │
        └──────────────────────────────────────┘
         en › §1  100 %     q 끝내기  ? 도움말
    "#]],
    );
}

#[test]
fn enter_opens_and_folds_by_letters() {
    let mut app = app(KOREAN, 80, 24);
    app.keys("enter");
    check(
        &app,
        expect![[r#"
        ┌ 목차 ──────────────────┐┌ ko ────────────────────────────────────────────────┐
        │●▾ 1. 배포              ││ 1. 배포                                            │
        │     1.1 다음           ││ ───────                                            │
        │                        ││                                                    │
        │                        ││ 먼저 생각해 보고 풀이를 연다.                      │
        │                        ││                                                    │
        │                        ││ f 풀이: 파드가 셋이면?                             │
        │                        ││                                                    │
        │                        ││ j 펼쳐 둔 곳                                       │
        │                        ││   처음부터 보인다.                                 │
        │                        ││                                                    │
        │                        ││ 1.1 다음                                           │
        │                        ││                                                    │
        │                        ││ d 운데로와 각주k속].                               │
        │                        ││                                                    │
        │                        ││ s 자세히                                           │
        │                        ││                                                    │
        │                        ││ 끝.                                                │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        └────────────────────────┘└────────────────────────────────────────────────────┘
         열 것의 글자:                                                        Esc 닫기
    "#]],
    );
    app.keys("f");
    check(
        &app,
        expect![[r#"
            ┌ 목차 ──────────────────┐┌ ko ────────────────────────────────────────────────┐
            │●▾ 1. 배포              ││ 1. 배포                                            │
            │     1.1 다음           ││ ───────                                            │
            │                        ││                                                    │
            │                        ││ 먼저 생각해 보고 풀이를 연다.                      │
            │                        ││                                                    │
            │                        ││ ▾ 풀이: 파드가 셋이면?                             │
            │                        ││   셋 가운데 하나가 죽으면 새로 만든다.             │
            │                        ││                                                    │
            │                        ││   • 목록도 있다.                                   │
            │                        ││                                                    │
            │                        ││     ▸ 더 깊은 곳                                   │
            │                        ││                                                    │
            │                        ││ ▾ 펼쳐 둔 곳                                       │
            │                        ││   처음부터 보인다.                                 │
            │                        ││                                                    │
            │                        ││ 1.1 다음                                           │
            │                        ││                                                    │
            │                        ││ 가운데로와 각주[속].                               │
            │                        ││                                                    │
            │                        ││ ▸ 자세히                                           │
            │                        ││                                                    │
            └────────────────────────┘└────────────────────────────────────────────────────┘
             ko › §1  0 %        Tab 창  Enter 열기  / 찾기  숫자 이동  q 끝내기  ? 도움말
        "#]],
    );
    app.keys("enter f");
    assert!(!app.screen().contains("셋 가운데"));
}

#[test]
fn all_in_view_open_and_fold() {
    let mut app = app(KOREAN, 80, 40);
    app.keys("=");
    let open = app.screen();
    assert!(open.contains("가장 깊은 열쇠말") && open.contains("이름 없는 곳의"), "{open}");
    app.keys("-");
    // The first sign stands in the contents.
    let signs: String = app.screen().chars().filter(|c| matches!(c, '▸' | '▾')).collect();
    assert_eq!(signs, "▾▸▸▸");
    app.keys("=");
    assert_eq!(app.screen(), open);
    let mut none = App::new(&notes("== a.md\n글\n"), 80, 10);
    none.keys("=");
    expect!["글 | 화면에 접을 것이 없습니다"].assert_eq(&said(&none));
}

#[test]
fn a_click_on_the_summary_opens() {
    let mut app = app(ENGLISH, 80, 24);
    let y = app.screen().lines().position(|line| line.contains("What keeps")).unwrap();
    // On the words, of which some stand on the row below, and on the sign.
    app.click(40, u16::try_from(y + 1).unwrap());
    assert!(app.screen().contains("A deployment does."));
    app.click(28, u16::try_from(y).unwrap());
    assert!(!app.screen().contains("A deployment does."));
}

#[test]
fn what_is_found_is_opened_and_folded_again_by_who_gives_up() {
    let mut app = app(KOREAN, 80, 24);
    let before = app.screen();
    app.keys("/ 열 쇠");
    check(
        &app,
        expect![[r#"
        ┌ 목차 ──────────────────┐┌ ko ────────────────────────────────────────────────┐
        │●▾ 1. 배포              ││ 1. 배포                                            │
        │     1.1 다음           ││ ───────                                            │
        │                        ││                                                    │
        │                        ││ 먼저 생각해 보고 풀이를 연다.                      │
        │                        ││                                                    │
        │                        ││ ▾ 풀이: 파드가 셋이면?                             │
        │                        ││   셋 가운데 하나가 죽으면 새로 만든다.             │
        │                        ││                                                    │
        │                        ││   • 목록도 있다.                                   │
        │                        ││                                                    │
        │                        ││     ▾ 더 깊은 곳                                   │
        │                        ││       가장 깊은 열쇠말.                            │
        │                        ││                                                    │
        │                        ││ ▾ 펼쳐 둔 곳                                       │
        │                        ││   처음부터 보인다.                                 │
        │                        ││                                                    │
        │                        ││ 1.1 다음                                           │
        │                        ││                                                    │
        │                        ││ 가운데로와 각주[속].                               │
        │                        ││                                                    │
        │                        ││ ▸ 자세히                                           │
        └────────────────────────┘└────────────────────────────────────────────────────┘
         /열쇠▏                                                                      1/1
    "#]],
    );
    app.keys("esc");
    assert_eq!(app.screen(), before);
    app.keys("/ 열 쇠 enter esc");
    assert!(app.screen().contains("가장 깊은 열쇠말"));
}

#[test]
fn what_leads_into_a_folded_part_opens_it() {
    let mut link = app(KOREAN, 80, 8);
    link.keys("1 . 1 enter enter f");
    expect!["  이름 없는 곳의 글. | "].assert_eq(&said(&link));
    assert!(link.screen().contains("이름 없는 곳의"));
    let mut footnote = app(KOREAN, 80, 12);
    footnote.keys("1 . 1 enter enter j enter");
    expect!["  [속] 접힌 곳에 있는 각주. ↩ | "].assert_eq(&said(&footnote));
    // Back to where it came from; forward again the part is opened if it was folded meanwhile.
    footnote.keys("backspace");
    footnote.keys("- alt-right");
    expect!["  [속] 접힌 곳에 있는 각주. ↩ | "].assert_eq(&said(&footnote));
}

#[test]
fn the_finder_shows_what_is_folded() {
    let mut app = app(
        "== a.md\n# 1. 하나\n\n<details>\n<summary>접힌</summary>\n\n속.\n\n</details>\n",
        100,
        24,
    );
    app.keys("1");
    assert!(app.screen().contains("속."));
}

#[test]
fn folds_stay_with_their_note() {
    let mut app = app(KOREAN, 80, 24);
    app.keys("enter f");
    let open = app.screen();
    let spot = app.state.reader.spot;
    // Another note comes in before it.
    let text = format!("== a.md\n# 0. 앞\n\n글\n\n{KOREAN}");
    let all = crate::screen::library(&notes(&text));
    app.load(&all);
    assert_eq!(app.state.reader.spot.at, spot.at);
    assert!(app.screen().contains("셋 가운데"), "{open}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Wherever the reader stands, the row at the top stays there whatever in view is folded or opened.
    #[test]
    fn the_place_does_not_drift(down in 0..30usize, letters in prop::collection::vec(0..4usize, 1..6)) {
        // Without anything that leads elsewhere.
        let text = KOREAN.replace("[가운데로](#속-자리)와 각주[^속].", "글.").replace("[^속]: ", "");
        let mut app = app(&text, 60, 12);
        app.keys("=");
        for _ in 0..down {
            app.keys("j");
        }
        let spot = app.state.reader.spot;
        let row = |app: &App| said(app).replace('▾', "▸");
        let top = row(&app);
        for letter in letters {
            app.keys("enter");
            if app.state.hints.is_some() {
                app.keys(["f", "j", "d", "k"][letter]);
            }
            (app.state.hints, app.state.notice) = (None, None);
            prop_assert_eq!(app.state.reader.spot, spot);
            prop_assert_eq!(row(&app), top.clone());
        }
    }
}
