//! What front matter says of cards.

use expect_test::{Expect, expect};

use super::{library, listed};
use gongbu::words::Locale;

const TEXT: &str = "\n# 용어\n\n- 파드: 컨테이너의 묶음\n\n노드\n: 컴퓨터\n\n# 글\n\n- 볼륨: 파드가 쓰는 저장 공간\n\nQ: 물음?\nA: 답\n\n사과 :: apple\n\nC: [빈칸]이 있다\n\n이것은 ==중요한== 말이다\n";

#[track_caller]
fn check(front: &str, expected: Expect) {
    let note = format!("{front}{TEXT}");
    let mut out = listed(&note, false);
    for diagnostic in &library(&[("a.md", &note)]).notes[0].diagnostics {
        let (message, help) = (diagnostic.message(Locale::En), diagnostic.help(Locale::En));
        out += &format!("{}: {message}; {help}\n", diagnostic.code.as_str());
    }
    expected.assert_eq(&out);
}

#[test]
fn kinds_are_chosen_by_name() {
    check(
        "---\ngongbu: {cards: [qa, Pairs]}\n---\n",
        expect![[r#"
            0 question → 물음? | 답 | §글 16
            1 pair → 사과 | apple | §글 19
        "#]],
    );
    check(
        "---\ntitle: a\ngongbu:\n  cards: terms highlights, inferred\n---\n",
        expect![[r#"
        0 term → 파드 | 컨테이너의 묶음 | §용어 9
        0 term ← 컨테이너의 묶음 | 파드 | §용어 9
        1 term → 볼륨 | 파드가 쓰는 저장 공간 | §글 16
        1 term ← 파드가 쓰는 저장 공간 | 볼륨 | §글 16
        2 cloze → 이것은 […] 말이다 | 중요한 | §글 25
    "#]],
    );
    check(
        "+++\ntitle = \"a\"\n[gongbu]\ncards = [\"cloze\"]\n+++\n",
        expect![[r#"
        0 cloze → […]이 있다 | 빈칸 | §글 23
    "#]],
    );
}

#[test]
fn all_are_switched_off_or_on() {
    check("---\ngongbu: {cards: false}\n---\n", expect![[r#""#]]);
    check(
        "---\ngongbu: {cards: true}\n---\n",
        expect![[r#"
            0 term → 파드 | 컨테이너의 묶음 | §용어 7
            0 term ← 컨테이너의 묶음 | 파드 | §용어 7
            1 definition → 노드 | 컴퓨터 | §용어 9
            1 definition ← 컴퓨터 | 노드 | §용어 9
            2 question → 물음? | 답 | §글 16
            3 pair → 사과 | apple | §글 19
            4 cloze → […]이 있다 | 빈칸 | §글 21
        "#]],
    );
    check(
        "---\ngongbu:\n---\n",
        expect![[r#"
            0 term → 파드 | 컨테이너의 묶음 | §용어 7
            0 term ← 컨테이너의 묶음 | 파드 | §용어 7
            1 definition → 노드 | 컴퓨터 | §용어 9
            1 definition ← 컴퓨터 | 노드 | §용어 9
            2 question → 물음? | 답 | §글 16
            3 pair → 사과 | apple | §글 19
            4 cloze → […]이 있다 | 빈칸 | §글 21
        "#]],
    );
}

#[test]
fn unknown_kinds_are_told() {
    check(
        "---\ngongbu: {cards: [qa, quiz]}\n---\n",
        expect![[r#"
        0 question → 물음? | 답 · 사과 :: apple · C: [빈칸]이 있다 · 이것은 중요한 말이다 | §글 16
        card-kind: unknown kind of card "quiz"; it can be terms, definitions, qa, cloze, pairs, highlights, inferred, or else true or false for all
    "#]],
    );
    check(
        "---\ngongbu: 3\n---\n",
        expect![[r#"
            0 term → 파드 | 컨테이너의 묶음 | §용어 7
            0 term ← 컨테이너의 묶음 | 파드 | §용어 7
            1 definition → 노드 | 컴퓨터 | §용어 9
            1 definition ← 컴퓨터 | 노드 | §용어 9
            2 question → 물음? | 답 | §글 16
            3 pair → 사과 | apple | §글 19
            4 cloze → […]이 있다 | 빈칸 | §글 21
            front-matter-type: the front matter's gongbu has a value that makes no sense there; the value is not used; write dates as 2026-01-31 and switches as true or false
        "#]],
    );
    check(
        "---\ngongbu: {cards: {qa: true}}\n---\n",
        expect![[r#"
            0 term → 파드 | 컨테이너의 묶음 | §용어 7
            0 term ← 컨테이너의 묶음 | 파드 | §용어 7
            1 definition → 노드 | 컴퓨터 | §용어 9
            1 definition ← 컴퓨터 | 노드 | §용어 9
            2 question → 물음? | 답 | §글 16
            3 pair → 사과 | apple | §글 19
            4 cloze → […]이 있다 | 빈칸 | §글 21
            front-matter-type: the front matter's gongbu has a value that makes no sense there; the value is not used; write dates as 2026-01-31 and switches as true or false
        "#]],
    );
}
