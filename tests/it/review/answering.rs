//! The review on the screen: hints, typed answers, marks, practice, and the way to the section.

use expect_test::expect;
use gongbu::words::Locale;

use super::check;

#[test]
fn hints_come_in_steps() {
    check(
        Locale::Ko,
        (80, 24),
        "r h",
        expect![[r#"
            ┌ 복습 ────────────────────────────────────────────────────────────────────────┐
            │ container-notes › 1.6 Podman 용어집         새 카드 5 · 익히는 중 0 · 복습 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ Containerfile                                                                │
            │                                                                              │
            │ 힌트: ㅁㅇㅇ ㅇㄸㄱ ㅁㄷㅈ ㅈㅇ ㄱ                                           │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │ 스페이스 답 보기                                                             │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
             e 고치기  Enter 그 자리로  t 써 보기  h 힌트  스페이스 답  Esc 닫기  ? 도움말
        "#]],
    );
    check(
        Locale::Ko,
        (80, 24),
        "r h h",
        expect![[r#"
            ┌ 복습 ────────────────────────────────────────────────────────────────────────┐
            │ container-notes › 1.6 Podman 용어집         새 카드 5 · 익히는 중 0 · 복습 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ Containerfile                                                                │
            │                                                                              │
            │ 힌트: 묶ㅇㅇ ㅇㄸㄱ ㅁㄷㅈ ㅈㅇ ㄱ                                           │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │ 스페이스 답 보기                                                             │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
             e 고치기  Enter 그 자리로  t 써 보기  h 힌트  스페이스 답  Esc 닫기  ? 도움말
        "#]],
    );
}

#[test]
fn a_typed_answer_is_compared() {
    check(
        Locale::En,
        (80, 24),
        "r t t h e",
        expect![[r#"
            ┌ Review ──────────────────────────────────────────────────────────────────────┐
            │ ships › 1. Ships                                  new 3 · learning 0 · due 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ What holds the sails?                                                        │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │ > the▏                                                                        │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
             ships › §1  100 %                                       Enter open  Esc close
        "#]],
    );
    check(
        Locale::En,
        (80, 24),
        "r t T h e space m u s t enter",
        expect![[r#"
            ┌ Review ──────────────────────────────────────────────────────────────────────┐
            │ ships › 1. Ships                                  new 3 · learning 0 · due 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ What holds the sails?                                                        │
            │                                                                              │
            │ ── Answer ────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ typed The must                                                               │
            │ answer The mast.                                                             │
            │                                                                              │
            │ The mast.                                                                    │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │ 1 Again            2 Hard             3 Good             4 Easy              │
            │   1 min              10 min             2 d                8 d               │
            └──────────────────────────────────────────────────────────────────────────────┘
                     s suspend  b bury  f mark  e edit  Enter its place  Esc close  ? help
        "#]],
    );
    check(
        Locale::En,
        (80, 24),
        "r t t h e space m a s t . enter",
        expect![[r#"
            ┌ Review ──────────────────────────────────────────────────────────────────────┐
            │ ships › 1. Ships                                  new 3 · learning 0 · due 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ What holds the sails?                                                        │
            │                                                                              │
            │ ── Answer ────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ typed the mast. right                                                        │
            │                                                                              │
            │ The mast.                                                                    │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │ 1 Again            2 Hard             3 Good             4 Easy              │
            │   1 min              10 min             2 d                8 d               │
            └──────────────────────────────────────────────────────────────────────────────┘
                     s suspend  b bury  f mark  e edit  Enter its place  Esc close  ? help
        "#]],
    );
}

#[test]
fn the_section_is_opened_and_the_review_goes_on() {
    check(
        Locale::En,
        (80, 24),
        "r space 3 enter",
        expect![[r#"
        ┌ Contents ──────────────┐┌ 1. Ships ──────────────────────────────────────────┐
        │●  1. Ships             ││ Q: What is the spine of a ship?                    │
        │   2. Port              ││ A: The keel.                                       │
        │                        ││                                                    │
        │                        ││ 2. Port                                            │
        │                        ││ ───────                                            │
        │                        ││                                                    │
        │                        ││ Q: Where do ships sleep?                           │
        │                        ││ A: In the harbour.                                 │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        └────────────────────────┘└────────────────────────────────────────────────────┘
         ships › §1  100 %        t term  Tab pane  / find  digit jump  q quit  ? help
    "#]],
    );
    check(
        Locale::En,
        (80, 24),
        "r space 3 enter r u",
        expect![[r#"
            ┌ Review ──────────────────────────────────────────────────────────────────────┐
            │ ships › 1. Ships                                  new 3 · learning 0 · due 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ What holds the sails?                                                        │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │ Space show the answer                                                        │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
                  e edit  Enter its place  t type  h hint  Space answer  Esc close  ? help
        "#]],
    );
}

#[test]
fn marks_and_practice() {
    check(
        Locale::En,
        (80, 24),
        "r f",
        expect![[r#"
            ┌ Review ──────────────────────────────────────────────────────────────────────┐
            │ ships › 1. Ships                        ⚑ marked  new 3 · learning 0 · due 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ What holds the sails?                                                        │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │ Space show the answer                                                        │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
                  Enter its place  u undo  t type  h hint  Space answer  Esc close  ? help
        "#]],
    );
    check(
        Locale::En,
        (80, 24),
        "r c space",
        expect![[r#"
            ┌ Practice (the schedule stays) ───────────────────────────────────────────────┐
            │ ships › 1. Ships                                                      left 3 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ What holds the sails?                                                        │
            │                                                                              │
            │ ── Answer ────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ The mast.                                                                    │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │ 1 Again            2 Hard             3 Good             4 Easy              │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
                     s suspend  b bury  f mark  e edit  Enter its place  Esc close  ? help
        "#]],
    );
    check(
        Locale::En,
        (80, 24),
        "r ?",
        expect![[r#"
            ┌ Contents ──────────────┐┌ ships ─────────────────────────────────────────────┐
            ┌ Help ────────────────────────────────────────────────────────────────────────┐
            │ Moving                                                                       │
            │ j ↓                        one line down · everywhere                        │
            │ k ↑                        one line up · everywhere                          │
            │ d Ctrl-D                   half a page down · outside text fields and cards  │
            │ u Ctrl-U                   half a page up · outside text fields and cards    │
            │ Space PgDn f Ctrl-F        one page down · outside text fields and cards     │
            │ PgDn Ctrl-F                one page down · card                              │
            │ b PgUp Ctrl-B              one page up · outside text fields and cards       │
            │ PgUp Ctrl-B                one page up · card                                │
            │ g Home                     to the beginning · everywhere but in text fields  │
            │ G End                      to the end · everywhere but in text fields        │
            │ z                          cut long lines of code and wide tables, or wrap   │
            │                            them · reader                                     │
            │ '                          show pictures, or only what they say · reader     │
            │ < Ctrl-←                   scroll long lines of code and wide tables to the  │
            │                            left · reader                                     │
            │ > Ctrl-→                   scroll long lines of code and wide tables to the  │
            │                            right · reader                                    │
            │                                                                              ↓
            └──────────────────────────────────────────────────────────────────────────────┘
            └────────────────────────┘└────────────────────────────────────────────────────┘
             ships › §1  100 %                                                   Esc close
        "#]],
    );
}
