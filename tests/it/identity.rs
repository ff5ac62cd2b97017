//! Cards found again in notes that have changed.

use expect_test::{Expect, expect};
use gongbu::library::cards::of_note;
use gongbu::review::identity::{Likeness, Matching, folded, likenesses, matched};
use proptest::prelude::*;

use crate::cards::library;

/// What the cards of notes are known by.
fn known(notes: &[(&str, &str)]) -> Vec<Likeness> {
    let library = library(notes);
    let cards: Vec<_> =
        (0..notes.len()).flat_map(|at| of_note(&library, at, false).cards).collect();
    likenesses(&library, &cards)
}

fn shown(known: &[Likeness], current: &[Likeness], found: &Matching) -> String {
    let text = |card: &Likeness| format!("{} {} = {}", card.note, card.prompt, card.answer);
    let mut out = String::new();
    for same in &found.same {
        let (a, b) = (&known[same.known], &current[same.current]);
        match a == b {
            true => out += &format!("{}\n", text(a)),
            false => out += &format!("{:?}: {} -> {}\n", same.how, text(a), text(b)),
        }
    }
    for asked in &found.proposals {
        let (a, b) = (&known[asked.known], &current[asked.current]);
        out += &format!("{} %? {} -> {}\n", asked.alike, text(a), text(b));
    }
    found.fresh.iter().for_each(|at| out += &format!("new: {}\n", text(&current[*at])));
    found.lost.iter().for_each(|at| out += &format!("lost: {}\n", text(&known[*at])));
    found.elsewhere.iter().for_each(|at| out += &format!("elsewhere: {}\n", text(&known[*at])));
    out
}

/// What becomes of the cards of the notes `before` when they are as they are `now`, all of them open.
#[track_caller]
fn check(before: &[(&str, &str)], now: &[(&str, &str)], expected: Expect) {
    let (known, current) = (known(before), known(now));
    let found = matched(&known, &current, &|_| true);
    expected.assert_eq(&shown(&known, &current, &found));
}

#[test]
fn what_changes_nothing() {
    check(
        &[(
            "a.md",
            "# 1. 글\n\nQ: 파드란 무엇인가?\nA: 컨테이너의 묶음\n\nC#  :: 언어\nC++ :: 언어\n",
        )],
        &[(
            "a.md",
            "새 글\n\n# 2. 앞\n\nC++ :: 언어\n\n## 2.3 글\n\n**Q1.** 파드란, 무엇인가\n**A1.** 컨테이너들의 묶음이다\n\n---\n\nC# :: 언어\n",
        )],
        expect![[r#"
            Same: a.md 파드란무엇인가 = 컨테이너의묶음 -> a.md 파드란무엇인가 = 컨테이너들의묶음이다
            a.md c# = 언어
            a.md c++ = 언어
        "#]],
    );
}

#[test]
fn what_is_asked_twice() {
    check(
        &[("a.md", "가 :: 하나\n가 :: 둘\n가 :: 셋\n")],
        &[("a.md", "가 :: 둘\n가 :: 넷\n가 :: 하나\n가 :: 다섯\n")],
        expect![[r#"
            Same: a.md 가 = 하나 -> a.md 가 = 하나
            Same: a.md 가 = 둘 -> a.md 가 = 둘
            Same: a.md 가 = 셋 -> a.md 가 = 넷
            new: a.md 가 = 다섯
        "#]],
    );
}

#[test]
fn notes_that_were_renamed() {
    check(
        &[
            ("old/a.md", "파드 :: 묶음\n노드 :: 컴퓨터\n볼륨 :: 저장 공간\n레이블 :: 이름표\n"),
            ("b.md", "하나 :: one\n"),
        ],
        &[
            ("b.md", "하나 :: one\n"),
            (
                "new/c.md",
                "파드 :: 묶음\n노드 :: 컴퓨터\n볼륨 :: 저장하는 곳\n래이블 :: 이름표\n서비스 :: 앞에 선다\n",
            ),
        ],
        expect![[r#"
            Moved: old/a.md 파드 = 묶음 -> new/c.md 파드 = 묶음
            Moved: old/a.md 노드 = 컴퓨터 -> new/c.md 노드 = 컴퓨터
            Moved: old/a.md 볼륨 = 저장공간 -> new/c.md 볼륨 = 저장하는곳
            Mended: old/a.md 레이블 = 이름표 -> new/c.md 래이블 = 이름표
            b.md 하나 = one
            new: new/c.md 서비스 = 앞에선다
        "#]],
    );
    check(
        &[
            ("a.md", "파드 :: 묶음\n"),
            ("b/x.md", "노드 :: 컴퓨터\n"),
            ("c/y.md", "노드 :: 컴퓨터\n"),
        ],
        &[
            ("a.md", "---\nid: pod\n---\n\n파드 :: 묶음\n"),
            ("d/x.md", "노드 :: 컴퓨터\n"),
            ("d/y.md", "노드 :: 컴퓨터\n"),
        ],
        expect![[r#"
            Moved: a.md 파드 = 묶음 -> id:pod 파드 = 묶음
            Moved: b/x.md 노드 = 컴퓨터 -> d/x.md 노드 = 컴퓨터
            Moved: c/y.md 노드 = 컴퓨터 -> d/y.md 노드 = 컴퓨터
        "#]],
    );
}

#[test]
fn what_was_moved_from_a_note_that_stays() {
    check(
        &[("a.md", "파드 :: 묶음\n노드 :: 컴퓨터\n볼륨 :: 저장 공간\n레이블 :: 이름표\n")],
        &[
            ("a.md", "파드 :: 묶음\n볼륨 :: 저장 공간\n래이블 :: 이름표\n"),
            ("b.md", "노드 :: 컴퓨터\n레이벌 :: 이름표\n"),
        ],
        expect![[r#"
            a.md 파드 = 묶음
            Moved: a.md 노드 = 컴퓨터 -> b.md 노드 = 컴퓨터
            a.md 볼륨 = 저장공간
            Mended: a.md 레이블 = 이름표 -> a.md 래이블 = 이름표
            new: b.md 레이벌 = 이름표
        "#]],
    );
}

#[test]
fn questions_that_were_corrected() {
    check(
        &[(
            "a.md",
            "Q: 컨테이너가 가상 머신보다 가벼운 이유는?\nA: 커널을 나누어 쓴다\n\nQ: HTTP의 기본 포트는?\nA: 80\n\nQ: 스케줄러가 하는 일은 무엇인가?\nA: 파드를 띄울 노드를 고른다\n",
        )],
        &[(
            "a.md",
            "Q: 컨테이너가 가상 머신보다 가벼운 까닭은?\nA: 커널을 나누어 쓴다\n\nQ: HTTPS의 기본 포트는?\nA: 443\n\nQ: 스케쥴러가 하는 일은 무엇인가?\nA: 파드를 띄울 노드를 고르는 것\n",
        )],
        expect![[r#"
            Mended: a.md 컨테이너가가상머신보다가벼운이유는 = 커널을나누어쓴다 -> a.md 컨테이너가가상머신보다가벼운까닭은 = 커널을나누어쓴다
            Mended: a.md 스케줄러가하는일은무엇인가 = 파드를띄울노드를고른다 -> a.md 스케쥴러가하는일은무엇인가 = 파드를띄울노드를고르는것
            95 %? a.md http의기본포트는 = 80 -> a.md https의기본포트는 = 443
        "#]],
    );
}

#[test]
fn gaps_whose_text_was_corrected() {
    check(
        &[("a.md", "C: [컨테이너]는 호스트의 [커널]을 나누어 쓰고, [가상 머신]은 따로 갖는다.\n")],
        &[("a.md", "C: [컨테이너]는 호스트의 [커널]을 같이 쓰고, [가상 기계]는 따로 가진다.\n")],
        expect![[r#"
            Mended: a.md …는호스트의커널을나누어쓰고가상머신은따로갖는다 = 컨테이너 -> a.md …는호스트의커널을같이쓰고가상기계는따로가진다 = 컨테이너
            Mended: a.md 컨테이너는호스트의…을나누어쓰고가상머신은따로갖는다 = 커널 -> a.md 컨테이너는호스트의…을같이쓰고가상기계는따로가진다 = 커널
            87 %? a.md 컨테이너는호스트의커널을나누어쓰고…은따로갖는다 = 가상머신 -> a.md 컨테이너는호스트의커널을같이쓰고…는따로가진다 = 가상기계
        "#]],
    );
}

#[test]
fn terms_whose_name_was_corrected() {
    check(
        &[(
            "a.md",
            "# 용어\n\n- 디플로이먼트: 상태가 없는 것을 띄운다\n- 파드: 묶음\n- 노드: 컴퓨터\n",
        )],
        &[(
            "a.md",
            "# 용어\n\n- 디플로이먼트(Deployment): 상태가 없는 것을 띄운다\n- 파드: 함께 뜨는 묶음\n- 워커: 컴퓨터\n",
        )],
        expect![[r#"
            Mended: a.md 디플로이먼트 = 상태가없는것을띄운다 -> a.md 디플로이먼트deployment = 상태가없는것을띄운다
            Same: a.md 상태가없는것을띄운다 = 디플로이먼트 -> a.md 상태가없는것을띄운다 = 디플로이먼트deployment
            Same: a.md 파드 = 묶음 -> a.md 파드 = 함께뜨는묶음
            Mended: a.md 묶음 = 파드 -> a.md 함께뜨는묶음 = 파드
            Mended: a.md 노드 = 컴퓨터 -> a.md 워커 = 컴퓨터
            Same: a.md 컴퓨터 = 노드 -> a.md 컴퓨터 = 워커
        "#]],
    );
}

#[test]
fn what_is_gone_is_lost_and_what_is_not_open_is_elsewhere() {
    let before = known(&[
        ("a.md", "파드 :: 묶음\n노드 :: 컴퓨터\n"),
        ("sub/b.md", "컨테이너 오케스트레이션 :: 부리기\n하나 :: one\n"),
    ]);
    let now = known(&[("a.md", "파드 :: 묶음\n컨테이너 오케스트레이션 :: 다른 뜻\n하나 :: one\n")]);
    let found = matched(&before, &now, &|note| note == "a.md");
    expect![[r#"
        a.md 파드 = 묶음
        new: a.md 컨테이너오케스트레이션 = 다른뜻
        new: a.md 하나 = one
        lost: a.md 노드 = 컴퓨터
        elsewhere: sub/b.md 컨테이너오케스트레이션 = 부리기
        elsewhere: sub/b.md 하나 = one
    "#]]
    .assert_eq(&shown(&before, &now, &found));
    // Below another folder the same note has a longer path.
    let now = known(&[("b.md", "컨테이너 오케스트레이션 :: 부리는 일\n하나 :: one\n")]);
    let found = matched(&before, &now, &|note| note == "b.md");
    expect![[r#"
        Moved: sub/b.md 컨테이너오케스트레이션 = 부리기 -> b.md 컨테이너오케스트레이션 = 부리는일
        Moved: sub/b.md 하나 = one -> b.md 하나 = one
        elsewhere: a.md 파드 = 묶음
        elsewhere: a.md 노드 = 컴퓨터
    "#]]
    .assert_eq(&shown(&before, &now, &found));
}

#[test]
fn what_is_compared() {
    let texts = [
        "Pod는 무엇인가?",
        "ＰＯＤ는  무엇인가",
        "1. 파드란?",
        "(2) 파드란",
        "③ 파드란…",
        "C++",
        "C#",
        "C",
        "ls -l",
        "?!",
        ":: ",
        "가\u{1100}\u{1161}",
        "80",
        "1.5배",
        "",
        " ",
    ];
    let all: Vec<String> =
        texts.iter().map(|text| format!("{text} = {}\n", folded(text))).collect();
    expect![[r#"
        Pod는 무엇인가? = pod는무엇인가
        ＰＯＤ는  무엇인가 = pod는무엇인가
        1. 파드란? = 파드란
        (2) 파드란 = 파드란
        ③ 파드란… = 파드란…
        C++ = c++
        C# = c#
        C = c
        ls -l = ls-l
        ?! = ?!
        ::  = ::
        가가 = 가가
        80 = 80
        1.5배 = 1.5배
         = 
          = 
    "#]]
    .assert_eq(&all.concat());
    let long = "긴 글 ".repeat(1_000);
    assert!(folded(&long).len() < 512);
    assert_ne!(folded(&long), folded(&format!("{long}끝")));
}

#[test]
fn very_many_that_are_nearly_the_same() {
    let card = |n: usize, end: &str| format!("{n}번째 물음의 답은 무엇{end} :: {}\n", n * 7);
    let notes = |end: &str| -> String { (0..2_000).map(|n| card(n, end)).collect() };
    let (before, now) = (notes("인가"), notes("일까"));
    let (before, now) = (known(&[("a.md", &before)]), known(&[("a.md", &now)]));
    let found = matched(&before, &now, &|_| true);
    assert_eq!((found.same.len(), found.lost.len()), (2_000, 0));
    // Where no answer tells which is which, the reader is asked, and about the right ones.
    let card = |n: usize, end: &str| format!("{n}번째 물음의 답은 무엇{end} :: {}\n", n % 5);
    let notes = |end: &str| -> String { (0..500).map(|n| card(n, end)).collect() };
    let (before, now) = (notes("인가"), notes("일까"));
    let (before, now) = (known(&[("a.md", &before)]), known(&[("a.md", &now)]));
    let found = matched(&before, &now, &|_| true);
    let pairs = found.same.iter().map(|same| (same.known, same.current));
    let asked = found.proposals.iter().map(|asked| (asked.known, asked.current));
    let right = pairs.chain(asked).filter(|(known, current)| known == current).count();
    assert!(right >= 450, "{right}");
}

/// Cards of few notes, questions and answers, so that many are alike.
fn cards() -> impl Strategy<Value = Vec<Likeness>> {
    let note = prop::sample::select(vec!["a.md", "b/a.md", "c.md", "id:d"]);
    let prompt = prop::sample::select(vec![
        "파드",
        "파드란무엇인가",
        "파트란무엇인가",
        "노드",
        "컨테이너오케스트레이션",
        "",
    ]);
    let answer = prop::sample::select(vec!["묶음", "컴퓨터", "함께뜨는컨테이너의묶음", ""]);
    let card = (note, prompt, answer).prop_map(|(note, prompt, answer)| (note, prompt, answer));
    prop::collection::vec(card, 0..12).prop_map(|cards| {
        let mut all: Vec<Likeness> = Vec::new();
        for (note, prompt, answer) in cards {
            let alike = all.iter().filter(|card| &*card.note == note && card.prompt == prompt);
            all.push(Likeness {
                nth: alike.count() as u32,
                note: note.into(),
                kind: gongbu::library::cards::Kind::Pair,
                side: gongbu::library::cards::Side::Forward,
                prompt: prompt.to_owned(),
                answer: answer.to_owned(),
            });
        }
        all
    })
}

proptest! {
    #[test]
    fn each_is_found_once_and_what_is_the_same_is_itself(
        known in cards(), current in cards(), turn in 0..12usize, here in any::<[bool; 4]>(),
    ) {
        let notes = ["a.md", "b/a.md", "c.md", "id:d"];
        let is_here = |note: &str| notes.iter().position(|own| *own == note).is_some_and(|at| here[at]);
        let found = matched(&known, &current, &is_here);
        let mut all: Vec<usize> = found.same.iter().map(|same| same.known).collect();
        all.extend(found.proposals.iter().map(|asked| asked.known));
        all.extend(found.lost.iter().chain(&found.elsewhere));
        all.sort_unstable();
        prop_assert_eq!(all, (0..known.len()).collect::<Vec<_>>());
        let mut all: Vec<usize> = found.same.iter().map(|same| same.current).collect();
        all.extend(found.proposals.iter().map(|asked| asked.current));
        all.extend(&found.fresh);
        all.sort_unstable();
        prop_assert_eq!(all, (0..current.len()).collect::<Vec<_>>());

        // What says all the same in the same note is found there.
        let says = |card: &Likeness| (card.note.clone(), card.prompt.clone(), card.answer.clone());
        for card in &known {
            let count = |cards: &[Likeness]| cards.iter().filter(|own| says(own) == says(card)).count();
            let alike = found.same.iter().filter(|same| {
                says(&known[same.known]) == says(card) && says(&current[same.current]) == says(card)
            });
            prop_assert_eq!(alike.count(), count(&known).min(count(&current)));
        }

        // The order is of no matter.
        let (mut turned, mut others) = (known.clone(), current.clone());
        turned.rotate_left(turn.min(known.len()));
        others.reverse();
        let again = matched(&turned, &others, &is_here);
        let lines = |text: String| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(lines(shown(&known, &current, &found)), lines(shown(&turned, &others, &again)));
    }
}
