//! Cards: what of a note is one, what it asks and what answers it.

use std::sync::Arc;

use expect_test::{Expect, expect};
use gongbu::diag::Lines;
use gongbu::doc;
use gongbu::library::cards::{Card, Face, Faces, Side, of_note};
use gongbu::library::{Library, Note, Source};
use gongbu::text::sanitize::Clean;
use gongbu::words::Locale;

mod hostile;
mod switched;

pub fn library(notes: &[(&str, &str)]) -> Library {
    let note = |(path, text): &(&str, &str)| {
        let source =
            Source { path: Clean::new(path), text: (*text).to_owned(), ..Source::default() };
        Arc::new(Note::build(source))
    };
    Library { notes: notes.iter().map(note).collect() }
}

/// The cards of a note, one a line: its group, kind and side, what it asks and what answers it, the
/// section and the line; then what is wrong with others.
pub fn listed(note: &str, inferred: bool) -> String {
    let library = library(&[("note.md", note)]);
    let found = of_note(&library, 0, inferred);
    let lines = Lines::new(note);
    let mut faces = Faces::new(&library);
    let mut out = String::new();
    for card in &found.cards {
        let side = if card.side == Side::Forward { "→" } else { "←" };
        let added = if card.inferred { "+ " } else { "" };
        let (line, _) = lines.position(note, card.span.start);
        let address = library.address(card.place);
        let (group, kind) = (card.group, card.kind.name());
        let (prompt, answer) = (card.prompt(), card.answer());
        out += &format!("{added}{group} {kind} {side} {prompt} | {answer} | §{address} {line}\n");
        let face = faces.face(card);
        assert!(face.as_ref().is_some_and(|face| shows(card, face)), "{card:?} {face:?}");
    }
    for diagnostic in &found.diagnostics {
        let (line, column) = lines.position(note, diagnostic.span.start);
        let message = diagnostic.message(Locale::En);
        out += &format!("{}:{line}:{column} {message}\n", diagnostic.code.as_str());
    }
    out
}

/// Whether a card shows, as blocks, what it says as text.
fn shows(card: &Card, face: &Face) -> bool {
    let (prompt, answer) = (doc::text(&face.prompt), doc::text(&face.answer));
    let gap = card.kind.name() == "cloze";
    prompt == card.prompt() && (answer == card.answer() || gap && answer.contains(&*card.answer()))
}

#[track_caller]
fn check(note: &str, expected: Expect) {
    expected.assert_eq(&listed(note, false));
}

#[track_caller]
fn check_all(note: &str, expected: Expect) {
    expected.assert_eq(&listed(note, true));
}

#[test]
fn terms_are_asked_both_ways() {
    check(
        "# 1. 배경\n\n- 노드: 파드가 뜨는 컴퓨터\n\n# 2. 용어\n\n- 파드(Pod): 함께 뜨는 컨테이너의 묶음\n- **볼륨**: 파드가 쓰는 저장 공간\n  - 파드보다 오래 남기도 한다\n\n| 용어 | 설명 |\n|---|---|\n| 레이블 | 이름표 |\n\n*[HPA]: Horizontal Pod Autoscaler\n",
        expect![[r#"
            0 term → 파드 (Pod) | 함께 뜨는 컨테이너의 묶음 | §2 7
            0 term ← 함께 뜨는 컨테이너의 묶음 | 파드 (Pod) | §2 7
            1 term → 볼륨 | 파드가 쓰는 저장 공간 · 파드보다 오래 남기도 한다 | §2 8
            1 term ← 파드가 쓰는 저장 공간 · 파드보다 오래 남기도 한다 | 볼륨 | §2 8
            2 term → 레이블 | 이름표 | §2 13
            2 term ← 이름표 | 레이블 | §2 13
            3 term → HPA | Horizontal Pod Autoscaler | §2 15
            3 term ← Horizontal Pod Autoscaler | HPA | §2 15
        "#]],
    );
}

#[test]
fn terms_of_files_and_of_sections() {
    check(
        "---\ntitle: 파드\nshort_description: 함께 뜨는 것들\naka: [Pod]\n---\n\n# 글\n",
        expect![[r#"
            0 term → 파드 (Pod) | 함께 뜨는 것들 | § 1
            0 term ← 함께 뜨는 것들 | 파드 (Pod) | § 1
        "#]],
    );
    check(
        "# 용어집\n\n## 노드\n\n파드가 뜨는 컴퓨터이다.\n\n- 하나 :: one\n\n## 볼륨\n\n- 저장 공간\n",
        expect![[r#"
            0 term → 노드 | 파드가 뜨는 컴퓨터이다. · 하나 :: one | §노드 3
            0 term ← 파드가 뜨는 컴퓨터이다. · 하나 :: one | 노드 | §노드 3
            1 pair → 하나 | one | §노드 7
            2 term → 볼륨 | 저장 공간 | §볼륨 9
            2 term ← 저장 공간 | 볼륨 | §볼륨 9
        "#]],
    );
}

#[test]
fn an_answer_may_be_longer_than_what_is_read_at_once() {
    let long = "아주 긴 답의 한 문단이다. 이런 문단이 여럿 있다.\n\n".repeat(1_500);
    let note = format!("Q: 긴 답은?\nA: 처음\n\n{long}끝\n\n---\n\nQ: 다음?\nA: 답\n");
    let library = library(&[("a.md", &note)]);
    assert!(library.notes[0].parts.len() > 2);
    let cards = of_note(&library, 0, false).cards;
    let answers: Vec<usize> = cards.iter().map(|card| card.answer().len()).collect();
    assert!(answers.len() == 2 && answers[0] > long.len(), "{answers:?}");
    assert!(cards[0].answer().ends_with("끝"));
    let face = Faces::new(&library).face(&cards[0]).unwrap();
    assert_eq!(face.answer.len(), 1_502);
}

#[test]
fn inferred_terms_wait_to_be_added() {
    check_all(
        "# 1. 배경\n\n- 노드: 파드가 뜨는 컴퓨터 한 대\n- 장점: 값이 싸고 빠르다\n",
        expect![[r#"
            + 0 term → 노드 | 파드가 뜨는 컴퓨터 한 대 | §1 3
            + 0 term ← 파드가 뜨는 컴퓨터 한 대 | 노드 | §1 3
        "#]],
    );
    check("- 노드: 파드가 뜨는 컴퓨터 한 대\n", expect![[r#""#]]);
}

#[test]
fn definition_lists_ask_names_both_ways_and_sentences_one_way() {
    check(
        "파드\n: 컨테이너의 묶음\n: 함께 뜨고 함께 진다\n\n스케줄러는 무엇을 보고 노드를 고르는가, 그리고 고른 다음에는 무슨 일이 일어나는가?\n: 남은 자원\n\n가상 머신\nVM\n: 하드웨어를 흉내 내는 것\n",
        expect![[r#"
            0 definition → 파드 | 컨테이너의 묶음 · 함께 뜨고 함께 진다 | § 1
            0 definition ← 컨테이너의 묶음 · 함께 뜨고 함께 진다 | 파드 | § 1
            1 definition → 스케줄러는 무엇을 보고 노드를 고르는가, 그리고 고른 다음에는 무슨 일이 일어나는가? | 남은 자원 | § 5
            2 definition → 가상 머신, VM | 하드웨어를 흉내 내는 것 | § 8
            2 definition ← 하드웨어를 흉내 내는 것 | 가상 머신, VM | § 8
        "#]],
    );
}

#[test]
fn questions_and_answers() {
    check(
        "# 1. 물음\n\nQ: 파드란?\nA: 컨테이너의 묶음\n\nQ: 서비스는\n왜 필요한가?\n\n예를 들어 보라.\n\nA: 파드의 주소는 바뀐다.\n\n- 죽으면 바뀌고\n- 옮겨도 바뀐다\n\n```sh\nQ: 코드는 카드가 아니다\nA: 그렇다\n```\n\n## 1.1 다음\n\n글\n\nQ. 점도 되는가?\nA. 된다.\n\n---\n\n줄 아래는 답이 아니다.\n\n질문: 한글로는?\n답: 이렇게 쓴다\n\n**Q:** 굵게도?\n**A:** 쓴다\n\n**Q1**: 번호는?\n**A1**: 붙여도 된다\n",
        expect![[r#"
            0 question → 파드란? | 컨테이너의 묶음 | §1 3
            1 question → 서비스는 왜 필요한가? · 예를 들어 보라. | 파드의 주소는 바뀐다. · 죽으면 바뀌고 · 옮겨도 바뀐다 · Q: 코드는 카드가 아니다 · A: 그렇다 | §1 6
            2 question → 점도 되는가? | 된다. | §1.1 25
            3 question → 한글로는? | 이렇게 쓴다 | §1.1 32
            4 question → 굵게도? | 쓴다 | §1.1 35
            5 question → 번호는? | 붙여도 된다 | §1.1 38
        "#]],
    );
}

#[test]
fn questions_in_lists_quotes_and_headings() {
    check(
        "- Q: 목록에서는?\n- A: 이렇게\n- 이것은 딴 글\n\n1. Q: 아래에 달면?\n   - A: 그것이 답\n\n> Q: 인용에서는?\n> A: 이렇게\n\n### Q. 제목이 물음이면?\n\nA: 글에 답이 있다\n\n### 접은 답\n\nQ: 접어 두면?\n\n<details><summary>정답 보기</summary>\n\n그 안이 답이다.\n\n</details>\n\n딴 글\n",
        expect![[r#"
            0 question → 목록에서는? | 이렇게 | § 1
            1 question → 아래에 달면? | 그것이 답 | § 5
            2 question → 인용에서는? | 이렇게 | § 8
            3 question → 제목이 물음이면? | 글에 답이 있다 | §q-제목이-물음이면 11
            4 question → 접어 두면? | 그 안이 답이다. | §접은-답 17
        "#]],
    );
}

#[test]
fn answers_to_choose_from_are_no_answers() {
    check(
        "Q. 파드의 주소는?\nA. 바뀌지 않는다\nB. 바뀐다\nC. 없다\n\n정답: B\n\nQ. 답이 없는 물음\n\n- A. 하나\n- B. 둘\n\nQ: 마지막 물음은?\nA: 이것\n",
        expect![[r#"
            0 question → 파드의 주소는? · A. 바뀌지 않는다 · B. 바뀐다 C. 없다 | B | § 1
            1 question → 마지막 물음은? | 이것 | § 13
        "#]],
    );
}

#[test]
fn interviews_have_no_cards_and_nothing_wrong() {
    check(
        "Q: 왜 시작했나요?\n\n그냥 재미있어서요.\n\nQ: 다음 계획은?\n\n쉬는 것입니다.\n\nC: 드라이브에 둔다\n\n---\n\n문제: 값을 볼 수 없다\n답: 기다린다\n",
        expect![[r#""#]],
    );
}

#[test]
fn what_others_show_to_be_meant_is_told() {
    check(
        "Q: 하나?\nA: 답\n\nQ: 둘?\n\n답이 없다.\n\nC: 지구는 [해]를 돈다\n\nC: 빈칸이 없다\n",
        expect![[r#"
            0 question → 하나? | 답 | § 1
            1 cloze → 지구는 […]를 돈다 | 해 | § 8
            card-answer:4:1 a question without an answer is no card
            card-gap:10:4 a text without a gap is no card
        "#]],
    );
}

#[test]
fn gaps() {
    check(
        "C: [컨테이너]는 **[커널]**을 나누어 쓴다, [가상 머신]은 그렇지 않다.\n\n- C: `[코드]`와 [주소](https://a.b)와 [[노트]]와 ![그림](a.png)과 \\[이것\\]과 [x [y] z]\n\nC: 두 줄에 걸친\n[긴 **글**과 `코드`]도 된다\nC: 다음 [카드]\nQ: 물음?\nA: [답]\n\nC: [ ] 와 [...] 와 [열린\n\nC:\\Users\\[name]\n",
        expect![[r#"
            0 cloze → […]는 커널을 나누어 쓴다, 가상 머신은 그렇지 않다. | 컨테이너 | § 1
            0 cloze → 컨테이너는 […]을 나누어 쓴다, 가상 머신은 그렇지 않다. | 커널 | § 1
            0 cloze → 컨테이너는 커널을 나누어 쓴다, […]은 그렇지 않다. | 가상 머신 | § 1
            1 cloze → [코드]와 주소와 노트와 그림과 [이것]과 […] | x [y] z | § 3
            2 cloze → 두 줄에 걸친 […]도 된다 | 긴 글과 코드 | § 5
            3 cloze → 다음 […] | 카드 | § 7
            4 question → 물음? | [답] | § 8
            card-gap:11:4 a text without a gap is no card
        "#]],
    );
}

#[test]
fn pairs_on_a_line() {
    check(
        "# 낱말\n\n사과 :: apple\n물 ::: water\n- `kubectl get` :: 보여 준다\n- **굵은** 앞 :: 뒤 :: 더\n> 인용 :: quote\n\nstd::vector, C :: \n:: 앞이 없다\na::b\n키:: 값\n사이 :::: 넷\n\n아주 긴 줄은 편집기가 여든 칸쯤에서 꺾으므로 그다음 줄까지 뒤쪽이 이어진다 :: 이렇게\n이어진 글이다\n",
        expect![[r#"
            0 pair → 사과 | apple | §낱말 3
            1 pair → 물 | water | §낱말 4
            1 pair ← water | 물 | §낱말 4
            2 pair → kubectl get | 보여 준다 | §낱말 5
            3 pair → 굵은 앞 | 뒤 :: 더 | §낱말 6
            4 pair → 인용 | quote | §낱말 7
            5 definition → std::vector, C :: | : 앞이 없다 a::b 키:: 값 사이 :::: 넷 | §낱말 9
            5 definition ← : 앞이 없다 a::b 키:: 값 사이 :::: 넷 | std::vector, C :: | §낱말 9
            6 pair → 아주 긴 줄은 편집기가 여든 칸쯤에서 꺾으므로 그다음 줄까지 뒤쪽이 이어진다 | 이렇게 이어진 글이다 | §낱말 15
        "#]],
    );
}

#[test]
fn pairs_over_a_question_mark() {
    check(
        "컨테이너의 장점은?\n?\n가볍다\n빨리 뜬다\n\n둘 다\n묻는 것\n??\n- 하나\n- 둘\n\n이어지지 않는 글\n\n물음이 아닌 글?\n\n?\n\n뒤가 없다\n?\n\n글\n\n> 인용의 앞\n> ?\n> 인용의 뒤\n",
        expect![[r#"
            0 pair → 컨테이너의 장점은? | 가볍다 빨리 뜬다 | § 1
            1 pair → 둘 다 묻는 것 | 하나 · 둘 | § 6
            1 pair ← 하나 · 둘 | 둘 다 묻는 것 | § 6
            2 pair → 인용의 앞 | 인용의 뒤 | § 23
        "#]],
    );
}

#[test]
fn code_tables_and_headings_hold_no_cards() {
    check(
        "# 앞 :: 뒤\n\n| a :: b | Q: c |\n|---|---|\n| A: d | C: [e] |\n\n    Q: 들여 쓴 코드\n    A: 코드\n\n```\na :: b\nC: [x]\n```\n\n`a :: b` 와 글\n",
        expect![[r#""#]],
    );
}

#[test]
fn callouts_and_folds_hold_cards() {
    check(
        "> [!question] 물음\n> Q: 하나?\n> A: 답\n\n:::tip 제목\n앞 :: 뒤\n:::\n\n<details><summary>접힘</summary>\n\nC: [빈칸]이 있다\n\n</details>\n",
        expect![[r#"
            0 question → 하나? | 답 | § 2
            1 pair → 앞 | 뒤 | § 6
            2 cloze → […]이 있다 | 빈칸 | § 11
        "#]],
    );
}

#[test]
fn what_stands_in_an_answer_is_a_part_of_it() {
    check_all(
        "Q: 종류는?\nA: 다음과 같다\n\n- 디플로이먼트: 상태가 없는 것을 띄운다\n- 하나 :: one\n- C: [빈칸]\n\n파드\n: 묶음\n\n- 노드: 파드가 뜨는 컴퓨터\n\nQ: 다음?\nA: 끝\n",
        expect![[r#"
            0 question → 종류는? | 다음과 같다 · 디플로이먼트: 상태가 없는 것을 띄운다 · 하나 :: one · C: [빈칸] · 파드 · 묶음 · 노드: 파드가 뜨는 컴퓨터 | § 1
            1 definition → 파드 | 묶음 | § 8
            1 definition ← 묶음 | 파드 | § 8
            2 question → 다음? | 끝 | § 13
        "#]],
    );
}

#[test]
fn one_place_may_hold_several() {
    check(
        "# 용어\n\n파드: 묶음이다\n노드: 컴퓨터이다\n파드: 또 다른 뜻\n",
        expect![[r#"
        0 term → 파드 | 묶음이다 | §용어 3
        0 term ← 묶음이다 | 파드 | §용어 3
        1 term → 노드 | 컴퓨터이다 | §용어 3
        1 term ← 컴퓨터이다 | 노드 | §용어 3
        2 term → 파드 | 또 다른 뜻 | §용어 3
        2 term ← 또 다른 뜻 | 파드 | §용어 3
    "#]],
    );
}

#[test]
fn the_example_of_the_readme() {
    let readme = include_str!("../../README.md");
    let section = readme.split("### Writing cards").nth(1).unwrap();
    let example = section.split("```markdown\n").nth(1).and_then(|rest| rest.split("```").next());
    check(
        example.unwrap(),
        expect![[r#"
        0 question → 파드의 주소가 바뀌어도 되는 까닭은? | 서비스가 그 앞에 서기 때문이다. | § 1
        1 cloze → […]는 호스트의 커널을 나누어 쓴다. | 컨테이너 | § 4
        1 cloze → 컨테이너는 호스트의 […]을 나누어 쓴다. | 커널 | § 4
        2 pair → 노드 | 파드가 뜨는 컴퓨터 | § 6
        3 pair → 사과 | apple | § 7
        3 pair ← apple | 사과 | § 7
        4 pair → kubectl get 은 무엇을 보여 주는가? | 자원의 목록 · 또는 하나 | § 9
    "#]],
    );
}
