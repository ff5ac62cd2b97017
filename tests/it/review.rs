//! The review on the screen: keys in, whole screens out.

mod answering;
mod others;
mod properties;

use expect_test::{Expect, expect};
use gongbu::words::Locale;

use crate::desk::{Clock, SHIPS, desk};
use crate::files::Folder;
use crate::screen::{App, data};

/// A reader with a state that lies in a folder of its own.
pub struct Review {
    pub app: App,
    pub clock: Clock,
    pub folder: Folder,
}

impl Review {
    pub fn new(notes: &[(String, String)], locale: Locale, width: u16, height: u16) -> Review {
        let (folder, clock) = (Folder::new(), Clock::new());
        let mut app = App::empty(width, height);
        app.state.open = gongbu::app::state::Open::new(locale, false);
        app.load(&crate::screen::library(notes));
        app.desk = Some(desk(&folder, &clock, locale));
        Review { app, clock, folder }
    }

    /// Presses keys, ten seconds apart.
    pub fn keys(&mut self, keys: &str) -> &mut Review {
        for key in keys.split_whitespace() {
            self.clock.pass(10);
            self.app.keys(key);
        }
        self
    }

    pub fn screen(&self) -> String {
        self.app.screen()
    }
}

pub fn ships() -> Vec<(String, String)> {
    vec![("ships.md".to_owned(), SHIPS.to_owned())]
}

#[track_caller]
pub fn check(locale: Locale, (width, height): (u16, u16), keys: &str, want: Expect) {
    let notes = match locale {
        Locale::Ko => vec![data("container-notes.md")],
        Locale::En => ships(),
    };
    let mut review = Review::new(&notes, locale, width, height);
    review.keys(keys);
    want.assert_eq(&review.screen());
}

#[test]
fn a_question_is_asked() {
    check(
        Locale::Ko,
        (120, 36),
        "r",
        expect![[r#"
            ┌ 차례 ──────────────────────┐┌ container-notes ─────────────────────────────────────────┐┌ 용어 (17) ─────────────────┐
            │ ▾ 1. 컨테이너 첫걸음       ││ 컨테이너 공부 노트                                       ││ / 거르기                   │
            │     1.1 나오기까지         ││ ──────────────────                                       ││ • Containerfile       §1.6 │
            │     1.2 컨테이너가 뭔데?   ││ 2024-05-11  #공부  #Container  #Docker  #Kubernetes      ││ ◦ DaemonSet           §2.3 │
            │     1.3 좋은 점            ││                                                          ││ ◦ kubectl             §2.4 │
            │     1.4 이루는 것          ││ 1. 컨테이너 첫걸음                                       ││ ◦ kubelet             §2.4 │
            │     1.5 Podman  ┌ 복습 ────────────────────────────────────────────────────────────────────────────┐            §2.2 │
            │     1.6 Podman  │ container-notes › 1.6 Podman 용어집             새 카드 5 · 익히는 중 0 · 복습 0 │            §2.4 │
            │     1.7 빌드 흐 │ ──────────────────────────────────────────────────────────────────────────────── │ 레인       §2.4 │
            │ ▾ 2. 쿠버네티스 │                                                                                  │리          §1.6 │
            │     2.1 알아 둘 │ Containerfile                                                                    │            §2.2 │
            │     2.1 쿠버네티│                                                                                  │            §2.2 │
            │     2.2 쿠버네티│                                                                                  │            §1.4 │
            │     2.3 쿠버네티│                                                                                  │            §1.6 │
            │     2.4 쿠버네티│                                                                                  │ 인         §2.4 │
            │     2.5 그림으로│                                                                                  │            §1.6 │
            │   3. 빌려 쓰는  │                                                                                  │            §2.4 │
            │   4. 연습용 클러│                                                                                  │            §2.1 ↓
            │   5. 클러스터에 │                                                                                  │──────────────── │
            │ ▾ 6. 연습용 클러│                                                                                  │ile              │
            │     6.1 모니터링│                                                                                  │ 에서            │
            │   7. 값, 튼튼함,│                                                                                  │ 게 만들지 적은  │
            │                 │                                                                                  │                 │
            │                 │                                                                                  │                 │
            │                 │ ──────────────────────────────────────────────────────────────────────────────── │                 │
            │                 │ 스페이스 답 보기                                                                 │                 │
            │                 │                                                                                  │                 │
            │                 └──────────────────────────────────────────────────────────────────────────────────┘                 │
            │                            ││    ◦ 구현은 맨 나중에 본다                               ││                            │
            │                            ││                                                          ││                            │
            │                            ││ 1.2 컨테이너가 뭔데?                                     ││                            │
            │                            ││                                                          ││                            │
            │                            ││ • 크기와 고리가 정해진 짐칸                              ││                            │
            │                            ││ • 프로세스에게 너 혼자 산다고 거짓말하기                 ││                            │
            └────────────────────────────┘└──────────────────────────────────────────────────────────┘└────────────────────────────┘
                             s 쉬기  b 내일  f 표시  e 고치기  Enter 그 자리로  t 써 보기  h 힌트  스페이스 답  Esc 닫기  ? 도움말
        "#]],
    );
    check(
        Locale::Ko,
        (80, 24),
        "r",
        expect![[r#"
            ┌ 복습 ────────────────────────────────────────────────────────────────────────┐
            │ container-notes › 1.6 Podman 용어집         새 카드 5 · 익히는 중 0 · 복습 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ Containerfile                                                                │
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
            │ 스페이스 답 보기                                                             │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
             e 고치기  Enter 그 자리로  t 써 보기  h 힌트  스페이스 답  Esc 닫기  ? 도움말
        "#]],
    );
    check(
        Locale::En,
        (40, 12),
        "r",
        expect![[r#"
            ┌ Review ──────────────────────────────┐
            │ships › 1. Ships                 3/0/0│
            │──────────────────────────────────────│
            │What holds the sails?                 │
            │                                      │
            │                                      │
            │                                      │
            │                                      │
            │Space show the answer                 │
            │                                      │
            └──────────────────────────────────────┘
                   Space answer  Esc close  ? help
        "#]],
    );
}

#[test]
fn the_answer_is_shown_with_what_each_grade_leads_to() {
    check(
        Locale::Ko,
        (80, 24),
        "r space",
        expect![[r#"
            ┌ 복습 ────────────────────────────────────────────────────────────────────────┐
            │ container-notes › 1.6 Podman 용어집         새 카드 5 · 익히는 중 0 · 복습 0 │
            │ ──────────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ Containerfile                                                                │
            │                                                                              │
            │ ── 답 ────────────────────────────────────────────────────────────────────── │
            │                                                                              │
            │ 묶음을 어떻게 만들지 적은 글                                                 │
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
            │ 1 다시             2 어려움           3 알맞음           4 쉬움              │
            │   1분                10분               2일                8일               │
            └──────────────────────────────────────────────────────────────────────────────┘
                     s 쉬기  b 내일  f 표시  e 고치기  Enter 그 자리로  Esc 닫기  ? 도움말
        "#]],
    );
    check(
        Locale::En,
        (80, 24),
        "r space",
        expect![[r#"
            ┌ Review ──────────────────────────────────────────────────────────────────────┐
            │ ships › 1. Ships                                  new 3 · learning 0 · due 0 │
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
            │   1 min              10 min             2 d                8 d               │
            └──────────────────────────────────────────────────────────────────────────────┘
                     s suspend  b bury  f mark  e edit  Enter its place  Esc close  ? help
        "#]],
    );
    check(
        Locale::Ko,
        (40, 12),
        "r space",
        expect![[r#"
            ┌ 복습 ────────────────────────────────┐
            │container-… › 1.6 Podman 용어집  5/0/0│
            │──────────────────────────────────────│
            │Containerfile                         │
            │                                      │
            │── 답 ────────────────────────────────│
            │묶음을 어떻게 만들지 적은 글          │
            │                                      │
            │1 다시   2 어려움 3 알맞음 4 쉬움     │
            │1분      10분     2일      8일        │
            └──────────────────────────────────────┘
               Enter 그 자리로  Esc 닫기  ? 도움말
        "#]],
    );
}

#[test]
fn the_end_says_what_was_learned() {
    check(
        Locale::En,
        (80, 24),
        "r space 1 space 3 space 3 space 4",
        expect![[r#"
            ┌ Review ──────────────────────────────────────────────────────────────────────┐
            │                                                                              │
            │ The review is done                                                           │
            │                                                                              │
            │ answers 4 · new cards 3 · 1 min 20 s                                         │
            │ 1 Again 1 · 2 Hard 0 · 3 Good 2 · 4 Easy 1                                   │
            │                                                                              │
            │ The hardest cards                                                            │
            │ • 1x · What holds the sails? · 1. Ships                                      │
            │                                                                              │
            │ Next: tomorrow, cards 1                                                      │
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
            └──────────────────────────────────────────────────────────────────────────────┘
             ships › §1  100 %                       c practise  u undo  Esc close  ? help
        "#]],
    );
    check(
        Locale::En,
        (40, 12),
        "r space 3 space 3 space 3",
        expect![[r#"
            ┌ Review ──────────────────────────────┐
            │                                      │
            │The review is done                    │
            │                                      │
            │answers 3 · new cards 3 · 1 min 0 s   │
            │1 Again 0 · 2 Hard 0 · 3 Good 3 · 4   │
            │Easy 0                                │
            │                                      │
            │Next: in 2 d, cards 3                 │
            │                                      │
            └──────────────────────────────────────┘
             c practise  u undo  Esc close  ? help
        "#]],
    );
}

#[test]
fn nothing_is_due() {
    check(
        Locale::En,
        (80, 24),
        "r space 4 space 4 space 4 esc r",
        expect![[r#"
            ┌ Review ──────────────────────────────────────────────────────────────────────┐
            │                                                                              │
            │ Nothing is due now                                                           │
            │                                                                              │
            │ Next: in 8 d, cards 3                                                        │
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
            │                                                                              │
            │                                                                              │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
             ships › §1  100 %                               c practise  Esc close  ? help
        "#]],
    );
}
