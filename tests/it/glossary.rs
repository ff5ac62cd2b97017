//! What is taken for a term, and what only looks like one.

use std::sync::Arc;

use expect_test::{Expect, expect};
use gongbu::library::glossary::{Glossary, Term};
use gongbu::library::{Lexicon, Library, Note, Source};
use gongbu::text::sanitize::Clean;

/// Lists the terms of `note` with what they mean.
fn check(note: &str, expected: Expect) {
    let source = Source { path: Clean::new("note.md"), text: note.to_owned(), ..Source::default() };
    let library = Library { notes: vec![Arc::new(Note::build(source))] };
    let mut out = String::new();
    for term in Glossary::collect(&library).terms {
        for sense in &term.senses {
            out += &format!("{} = {}\n", term.name, sense.definition);
        }
    }
    expected.assert_eq(&out);
}

/// What an author meant to explain is found by the reader of explicit terms alone, too.
#[test]
fn explicit_terms_are_found_wherever_they_stand() {
    let texts = [
        "- *[K8s]: Kubernetes\n",
        "!!! tip \"제목\"\n    *[K8s]: Kubernetes\n- \n",
        "!!! tip\n    | 용어 | 설명 |\n    |---|---|\n    | K8s | Kubernetes |\n",
        "??? note \"접힘\"\n    K8s\n    : Kubernetes\n",
        "=== \"탭\"\n    K8s\n    : Kubernetes\n",
        ":::note 제목\n\nK8s\n\n: Kubernetes\n",
        "- <table><tr><th>용어</th><th>설명</th></tr><tr><td>K8s</td><td>Kubernetes</td></tr></table>\n",
    ];
    let mut out = String::new();
    for text in texts {
        let source = Source { text: text.to_owned(), ..Source::default() };
        let library = Library { notes: vec![Arc::new(Note::build(source))] };
        let names = |terms: &[Arc<Term>]| -> Vec<String> {
            terms.iter().filter(|term| term.is_explicit()).map(|t| t.name.to_string()).collect()
        };
        let all = names(&Glossary::collect(&library).terms);
        assert_eq!(names(&Lexicon::explicit(&library).terms), all, "{text}");
        out += &format!("{all:?}\n");
    }
    expect![[r#"
        ["K8s"]
        ["K8s"]
        ["K8s"]
        ["K8s"]
        ["K8s"]
        ["K8s"]
        ["K8s"]
    "#]]
    .assert_eq(&out);
}

#[test]
fn items_that_read_like_definitions_are_terms() {
    check(
        "- 파드: 함께 뜨는 컨테이너의 묶음\n- **노드(Node)** - 파드가 뜨는 컴퓨터\n- `kubelet`: 노드에서 도는 일꾼 프로그램\n- 볼륨:\n  - 파드가 쓰는 저장 공간\n- C#: 닷넷에서 쓰는 언어\n",
        expect![[r#"
            C# = 닷넷에서 쓰는 언어
            kubelet = 노드에서 도는 일꾼 프로그램
            노드 = 파드가 뜨는 컴퓨터
            볼륨 = 파드가 쓰는 저장 공간
            파드 = 함께 뜨는 컨테이너의 묶음
        "#]],
    );
}

#[test]
fn labels_and_letters_are_no_terms() {
    check(
        "- 해결법: 다시 켜 보면 되는 일이 많다\n- 사전적 의미: 한 줄로 늘어선 것들\n- Motivation: people ask for this every day\n- Update: this is not true any more\n- e: 일어난 일을 담은 객체\n- x: 가로로 센 자리의 값\n- 두 번째 인자: 길이를 알려 주는 값\n- 첫번째 매개변수: 이름을 알려 주는 값\n- Case 2: 앞에 다른 것이 있을 때\n- Ex. 3번: 셋을 한꺼번에 지운다\n- Fixed #12: menu was hidden on small screens\n",
        expect![[r#""#]],
    );
}

#[test]
fn a_glossary_may_explain_any_word() {
    check(
        "# 용어\n\n- 매개변수: 함수가 받는 값의 이름\n- e: 자연로그의 밑\n- 참고: 용어가 아니다\n",
        expect![[r#"
            e = 자연로그의 밑
            매개변수 = 함수가 받는 값의 이름
        "#]],
    );
}

#[test]
fn phrases_that_say_what_to_do_are_no_terms() {
    check(
        "- 다시 물어봐야 함: 답이 아직 없는 것들\n- 한 번에 바꿀 것: 이름과 자리와 크기\n- 값이 남아 있지 않음: 처음부터 다시 시작한다\n- 箱を作ります: 次の命令を打つ\n",
        expect![[r#""#]],
    );
}

#[test]
fn what_points_elsewhere_or_lists_keys_defines_nothing() {
    check(
        "- 운영체제: 운영체제를 다룬 글을 참고하시기 바랍니다.\n- 스케줄러: 앞 장의 스케줄러를 참고하세요\n- 맥: Cmd + Shift + P\n- 리눅스: Ctrl + ←\n- Sidebar: Fixed a crash that came with long names.\n- Canvas: Added a way to turn pages.\n",
        expect![[r#""#]],
    );
}

#[test]
fn tables_of_terms_may_be_html() {
    check(
        "글\n\n<table>\n<tr><th>용어</th><th>설명</th></tr>\n<tr><td>파드</td><td>컨테이너의 묶음</td></tr>\n</table>\n",
        expect![[r#"
            파드 = 컨테이너의 묶음
        "#]],
    );
}
