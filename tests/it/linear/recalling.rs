//! The review line by line.

use std::collections::VecDeque;

use expect_test::{Expect, expect};
use gongbu::app::linear::{Answer, Linear};
use gongbu::app::recall::Wanted;
use gongbu::app::{Effect, Msg};
use gongbu::review::session::Plan;
use gongbu::store::desk::Desk;
use gongbu::words::Locale;

use crate::desk::{Clock, SHIPS, desk};
use crate::files::Folder;

/// What is said, with what the state has to say to it.
fn said(linear: &mut Linear, desk: &mut Desk, answer: Answer) -> String {
    let mut out = String::new();
    let mut left = VecDeque::from([answer]);
    while let Some(answer) = left.pop_front() {
        for line in answer.lines {
            out += line.as_str();
            out.push('\n');
        }
        for effect in answer.effects {
            match effect {
                Effect::Ask(ask) => {
                    let told = desk.answer(&ask, &linear.state.open.collection);
                    left.push_back(linear.happened(Msg::Told(told)));
                }
                Effect::Edit { file, line } => {
                    out += &format!("(edit {} line {line})\n", file.display());
                }
                other => out += &format!("({other:?})\n"),
            }
        }
    }
    out
}

#[track_caller]
fn check(wanted: Option<Wanted>, locale: Locale, lines: &str, want: Expect) {
    let (folder, clock) = (Folder::new(), Clock::new());
    let mut desk = desk(&folder, &clock, locale);
    let mut linear = super::reader(&[("ships.md", SHIPS)], locale);
    linear.state.to_recall = wanted;
    let begun = linear.begin();
    let mut out = said(&mut linear, &mut desk, begun);
    for line in lines.lines() {
        clock.pass(10);
        out += &format!("{} {line}\n", linear.prompt());
        let answer = linear.line(line);
        out += &said(&mut linear, &mut desk, answer);
    }
    want.assert_eq(&out);
}

#[test]
fn from_the_first_card_to_the_end() {
    let wanted = Wanted::default();
    check(
        Some(wanted),
        Locale::En,
        "\n1\n\n3\n3\n\ngood\n\n4\n",
        expect![[r#"
            Card: ships, 1. Ships (new 3 · learning 0 · due 0)
            Question:
            What holds the sails?
            Enter shows the answer> 
            Answer:
            The mast.
            1. Again, 1 min
            2. Hard, 10 min
            3. Good, 2 d
            4. Easy, 8 d
            grade 1 to 4> 1
            Card: ships, 1. Ships (new 2 · learning 1 · due 0)
            Question:
            What is the spine of a ship?
            Enter shows the answer> 
            Answer:
            The keel.
            1. Again, 1 min
            2. Hard, 10 min
            3. Good, 2 d
            4. Easy, 8 d
            grade 1 to 4> 3
            Card: ships, 2. Port (new 1 · learning 1 · due 0)
            Question:
            Where do ships sleep?
            Enter shows the answer> 3
            Not now
            Enter shows the answer> 
            Answer:
            In the harbour.
            1. Again, 1 min
            2. Hard, 10 min
            3. Good, 2 d
            4. Easy, 8 d
            grade 1 to 4> good
            Card: ships, 1. Ships (new 0 · learning 1 · due 0)
            Question:
            What holds the sails?
            Enter shows the answer> 
            Answer:
            The mast.
            1. Again, 1 min
            2. Hard, 10 min
            3. Good, 1 d
            4. Easy, 1 d
            grade 1 to 4> 4
            The review is done
            answers 4 · new cards 3 · 1 min 30 s
            1 Again 1 · 2 Hard 0 · 3 Good 2 · 4 Easy 1
            The hardest cards
            • 1x · What holds the sails? · 1. Ships
            Next: tomorrow, cards 1
        "#]],
    );
}

#[test]
fn hints_typed_answers_and_marks() {
    check(
        None,
        Locale::Ko,
        "v\nh\n힌트\nt The must\nu\n3\n되돌리기\nf\n?\nx\no",
        expect![[r#"
            노트 1개, 절 2개를 열었습니다. Enter는 이어 읽기, ?는 도움말, q는 끝내기입니다.
            노트: ships
            제목 1: 1. Ships (절 2개 중 1번째)
            Q: What holds the sails?
            A: The mast.
            Q: What is the spine of a ship?
            A: The keel.
            명령> v
            카드: ships, 1. Ships (새 카드 3 · 익히는 중 0 · 복습 0)
            질문:
            What holds the sails?
            Enter는 답 보기> h
            힌트: ··· ····.
            Enter는 답 보기> 힌트
            힌트: T·· ····.
            Enter는 답 보기> t The must
            쓴 답, 틀린 곳은 [ ] 안: The m[u]st
            맞는 답, 빠진 곳은 [ ] 안: The m[a]st[.]
            답:
            The mast.
            1. 다시, 1분
            2. 어려움, 10분
            3. 알맞음, 2일
            4. 쉬움, 8일
            1에서 4까지의 점수> u
            되돌릴 것이 없습니다
            1에서 4까지의 점수> 3
            카드: ships, 1. Ships (새 카드 2 · 익히는 중 0 · 복습 0)
            질문:
            What is the spine of a ship?
            Enter는 답 보기> 되돌리기
            카드: ships, 1. Ships (새 카드 3 · 익히는 중 0 · 복습 0)
            질문:
            What holds the sails?
            Enter는 답 보기> f
            카드: ships, 1. Ships (새 카드 3 · 익히는 중 0 · 복습 0)
            표시
            질문:
            What holds the sails?
            Enter는 답 보기> ?
            Enter는 답 보기, 그다음 1에서 4로 답합니다
            1, 다시: 몰랐다
            2, 어려움: 애써서 알았다
            3, 알맞음: 알았다
            4, 쉬움: 생각 없이 알았다
            u, 되돌리기: 마지막 답이나 표시 되돌리기 (끝없이)
            h, 힌트: 초성, 그다음 첫 글자
            t, 쓰기: 뒤에 쓴 답을 맞는 답과 견주기 (보기: t 파드)
            f, 표시: 카드에 표시하기, 지우기
            b, 묻기: 카드를 내일까지 묻어 두기
            s, 쉬기: 카드를 쉬게 하기 (끝에서는 쉬는 카드를 모두 깨우기)
            l, 잇기: 노트에서 사라진 카드를 새 카드와 잇기
            c, 연습: 일정과 상관없이 모두 연습하기, 그만두기
            e, 고치기: 편집기로 이 줄 고치기 (VISUAL, EDITOR)
            o, 자리: 복습을 닫고 카드가 있는 절로
            a, 또: 카드를 다시 듣기
            ?, 도움말: 이 도움말
            q, 끝: 복습 닫기
            Enter는 답 보기> x
            모르는 말입니다: x. ?는 도움말입니다
            Enter는 답 보기> o
            제목 1: 1. Ships (절 2개 중 1번째)
            Q: What holds the sails?
            A: The mast.
            Q: What is the spine of a ship?
            A: The keel.
        "#]],
    );
}

#[test]
fn limits_and_practice() {
    let wanted = |address: &str| {
        let addresses = vec![address.to_owned()];
        Some(Wanted { addresses, tags: Vec::new(), plan: Plan::Cram })
    };
    check(
        wanted("2"),
        Locale::En,
        "\n3\n",
        expect![[r#"
            Card: ships, 2. Port (left 1)
            Question:
            Where do ships sleep?
            Enter shows the answer> 
            Answer:
            In the harbour.
            1. Again
            2. Hard
            3. Good
            4. Easy
            grade 1 to 4> 3
            The practice is done
            answers 1 · new cards 0 · 0 min 20 s
            1 Again 0 · 2 Hard 0 · 3 Good 1 · 4 Easy 0
        "#]],
    );
    check(
        wanted("9.9"),
        Locale::En,
        "q",
        expect![[r#"
        No such section: 9.9
        command> q
        Goodbye
        (Quit)
    "#]],
    );
}
