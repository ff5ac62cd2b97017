//! The figures on the screen, and line by line.

use expect_test::{Expect, expect};
use gongbu::app::Msg;
use gongbu::app::linear::Linear;
use gongbu::app::state::Open;
use gongbu::app::study::{Ask, Told};
use gongbu::app::{Effect, State};
use gongbu::style::theme;
use gongbu::tui::theme::Depth;
use gongbu::words::Locale;
use ratatui::style::Color;

use super::{NOTES, learned, notes};
use crate::desk::{Clock, desk};
use crate::files::Folder;
use crate::review::Review;
use crate::screen::themed;

/// A reader who has learned, eleven days after the first of 1970, at noon.
fn reader(locale: Locale, (width, height): (u16, u16), ascii: bool) -> Review {
    let owned: Vec<_> =
        NOTES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut review = Review::new(&owned, locale, width, height);
    review.app.state.open.ascii = ascii;
    drop(learned(&review.folder));
    let since = review.clock.now().day.0 - 11;
    review.clock.pass(-i64::from(since) * 24 * 3600);
    review
}

#[track_caller]
fn check(locale: Locale, size: (u16, u16), ascii: bool, keys: &str, want: Expect) {
    let mut review = reader(locale, size, ascii);
    want.assert_eq(&review.keys(keys).screen());
}

#[test]
fn wide() {
    check(
        Locale::Ko,
        (120, 36),
        false,
        "S",
        expect![[r#"
        ┌ 목차 ───────┌ 통계 ────────────────────────────────────────────────────────────────────────────────────┐─────────────┐
        │ ▾ 나루      │ 오늘 1970-01-12: 답 0개, 0초                                                             │             │
        │●    1. 배   │ 카드 5장: 새 카드 1, 배우는 중 1, 짧은 기억 1, 긴 기억 2, 쉬는 카드 0                    │             │
        │     2. 항구 │ 이어서 공부한 날 2일, 가장 길게 2일                                                      │             │
        │     3. 글뿐 │ 지금까지 답 11개, 55초, 공부한 날 하루에 14초, 답 하나에 5초                             │             │
        │   도시      │                                                                                          │             │
        │             │ 앞으로 30일에 올 카드                                                                    │             │
        │             │ 1│█ █                                         █                                          │             │
        │             │  │█ █                                         █                                          │             │
        │             │  │█ █                                         █                                          │             │
        │             │  │█ █                                         █                                          │             │
        │             │ 0│█ █                                         █                                          │             │
        │             │   오늘          +7            +14           +21           +28                            │             │
        │             │                                                                                          │             │
        │             │ 하루에 한 답                                                                             │             │
        │             │ 월   2   3    4   5   6    7   8    9   10  11   12  1                                   │             │
        │             │ 월 ·····················································                                 │             │
        │             │ 화 ····················································                                  │             │
        │             │ 수 ····················································                                  │──────────── │
        │             │ 목 ··················································█·                                  │             │
        │             │ 금 ····················································                                  │             │
        │             │ 토 ··················································▓▓                                  │             │
        │             │ 일 ···················································░                                  │             │
        │             │    적음 ░▒▓█ 많음 (4)                                                                    │             │
        │             │                                                                                          │             │
        │             │ 하루에 쓴 시간 (분, 지난 30일)                                                           │             │
        │             │ 1│                                    █   █             █ █                              │             │
        │             │  │                                    █   █             █ █                              │             │
        │             │  │                                    █   █             █ █                              │             │
        │             │  │                                    █   █             █ █                              │             │
        │             │ 0│                                    █   █             █ █                              │             │
        │             │     -28           -21           -14           -7            오늘                         │             │
        │             │                                                                                          │             │
        │             │ 며칠 뒤에 물어 맞힌 비율                                                                 ↓             │
        └─────────────└──────────────────────────────────────────────────────────────────────────────────────────┘─────────────┘
         나루 › §1  100 %                                                                                             Esc 닫기
    "#]],
    );
}

#[test]
fn usual() {
    check(
        Locale::En,
        (80, 24),
        false,
        "f2 space",
        expect![[r#"
        ┌ Statistics ──────────────────────────────────────────────────────────────────┐
        │ Sa ··················································▓▓                      ↑
        │ Su ···················································░                      │
        │    less ░▒▓█ more (4)                                                        │
        │                                                                              │
        │ Time a day (minutes, the last 30 days)                                       │
        │ 1│                                    █   █             █ █                  │
        │  │                                    █   █             █ █                  │
        │  │                                    █   █             █ █                  │
        │  │                                    █   █             █ █                  │
        │ 0│                                    █   █             █ █                  │
        │     -28           -21           -14           -7            today            │
        │                                                                              │
        │ Known after so many days                                                     │
        │ 1–2 d      ██████████████████████████████            75 % (4)                │
        │ 3–7 d      ████████████████████                      50 % (2)                │
        │ 8–21 d     ████████████████████████████████████████ 100 % (1)                │
        │                                                                              │
        │ Chapter by chapter                                                           │
        │                                cards  today  known        time               │
        │ 나루                               1      0  100 %        10 s  ████████████ │
        │   1. 배                            2      0   80 %        35 s  ██████▓▓▓▓▓▓ ↓
        └──────────────────────────────────────────────────────────────────────────────┘
         나루 › §1  0 %                                                      Esc close
    "#]],
    );
}

#[test]
fn narrow_and_in_ascii() {
    check(
        Locale::Ko,
        (40, 12),
        true,
        "S G",
        expect![[r#"
        + 통계 --------------------------------+
        | 3-7일     ######        50 % (2)     ^
        | 8-21일    ############ 100 % (1)     |
        |                                      |
        | 장마다                               |
        |                     카드  오늘  맞음 |
        | 나루                   1     0 100 % |
        |   1. 배                2     0  80 % |
        |   2. 항구와 아주~      1     1   0 % |
        | 도시                   1     0     - |
        +--------------------------------------+
         나루 - S1  0 %               Esc 닫기
    "#]],
    );
    check(
        Locale::En,
        (40, 12),
        true,
        "S j j j j j j j j j",
        expect![[r#"
        + Statistics --------------------------+
        |  |##                    #            ^
        |  |##                    #            |
        |  |##                    #            |
        | 0|##                    #            |
        |   today  +7     +14    +21    +28    |
        |                                      |
        | Answers a day                        |
        | mo     7   8    9   10  11   12  1   |
        | Mo                                   v
        +--------------------------------------+
         나루 - S1  0 %              Esc close
    "#]],
    );
}

#[test]
fn every_theme_shows_the_charts_apart_from_the_ground() {
    let mut review = reader(Locale::Ko, (80, 24), false);
    review.keys("S");
    for built_in in theme::Theme::built_in() {
        for depth in [Depth::True, Depth::Indexed, Depth::Sixteen, Depth::Plain] {
            let buffer = themed(&review.app, &built_in.name, depth);
            let bars: Vec<_> =
                buffer.content().iter().filter(|cell| cell.symbol() == "█").collect();
            assert!(!bars.is_empty());
            // The terminal's own colours are told apart by the terminal.
            assert!(bars.iter().all(|cell| cell.fg != cell.bg || cell.fg == Color::Reset));
        }
    }
}

#[test]
fn they_are_closed_as_anything() {
    for keys in ["S esc", "S q", "S S", "f2 f2"] {
        let mut review = reader(Locale::Ko, (80, 24), false);
        let before = review.screen();
        assert_eq!(review.keys(keys).screen(), before, "{keys}");
    }
}

#[test]
fn looking_makes_no_state() {
    let owned: Vec<_> =
        NOTES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut review = Review::new(&owned, Locale::En, 40, 12);
    expect![[r#"
        ┌ Statistics ──────────────────────────┐
        │ Today 2026-03-01: answers 0, 0 s     │
        │ Cards 4: new 4, learning 0, short    │
        │ memory 0, long memory 0, suspended 0 │
        │                                      │
        │ No cards in the next 30 days         │
        │                                      │
        │ Chapter by chapter                   │
        │                    cards today known │
        │ 나루.md                              ↓
        └──────────────────────────────────────┘
         나루 › §1  0 %              Esc close
    "#]]
    .assert_eq(&review.keys("S").screen());
    assert!(!review.folder.path("state").exists());
    // What cannot be read is told, and what is open is counted all the same.
    review.folder.write("state/gongbu/state.db", "# a note\n");
    review.keys("esc S");
    let notice = review.app.state.notice.clone().unwrap().to_string();
    assert!(notice.contains("state.db: the record of learning is broken"), "{notice}");
    assert!(review.screen().contains("Cards 4"));
}

#[test]
fn until_they_are_counted() {
    let mut review = reader(Locale::Ko, (40, 12), false);
    review.app.desk = None;
    expect![[r#"
        ┌ 통계 ────────────────────────────────┐
        │ 세는 중…                             │
        │                                      │
        │                                      │
        │                                      │
        │                                      │
        │                                      │
        │                                      │
        │                                      │
        │                                      │
        └──────────────────────────────────────┘
         나루 › §1  0 %               Esc 닫기
    "#]]
    .assert_eq(&review.keys("S").screen());
    // Who has gone on is not called back.
    review.keys("esc");
    let before = review.screen();
    let told = desk(&review.folder, &review.clock, Locale::Ko)
        .answer(&Ask::Figures, &review.app.state.open.collection);
    review.app.send(Msg::Told(told));
    assert_eq!(review.screen(), before);
}

#[test]
fn line_by_line() {
    let (folder, clock) = (Folder::new(), Clock::new());
    let state = State { open: Open::new(Locale::Ko, false), ..State::default() };
    let mut linear = Linear::new(state, notes());
    linear.begin();
    for typed in ["k", "통계", "figures", "ㅏ"] {
        let answer = linear.line(typed);
        assert_eq!(answer.effects, [Effect::Ask(Ask::Figures)], "{typed}");
    }
    let told = desk(&folder, &clock, Locale::Ko).answer(&Ask::Figures, &notes());
    assert!(matches!(told, Told::Figures { .. }));
    let said = linear.happened(Msg::Told(told)).lines;
    let said: Vec<String> = said.iter().map(ToString::to_string).collect();
    expect![[r#"
        오늘 2026-03-01: 답 0개, 0초
        카드 4장: 새 카드 4, 배우는 중 0, 짧은 기억 0, 긴 기억 0, 쉬는 카드 0
        앞으로 30일에 올 카드가 없습니다
        장마다:
        1. 배: 카드 2장, 오늘 0장, 새 카드 2장, 긴 기억 0장
        2. 항구와 아주 긴 제목을 가진 장: 카드 1장, 오늘 0장, 새 카드 1장, 긴 기억 0장
        도시: 카드 1장, 오늘 0장, 새 카드 1장, 긴 기억 0장
    "#]]
    .assert_eq(&(said.join("\n") + "\n"));
}
