//! Queries: what sections answer them, and how well.

use std::cell::Cell;

use expect_test::{Expect, expect};
use gongbu::library::{Note, Source};
use gongbu::search::text::{Query, in_sections};
use gongbu::text::sanitize::Clean;
use gongbu::words::Locale;
use proptest::prelude::*;

use super::{note, shown};
use crate::text::properties::nasty;

const CLUSTER: &str = "\
---
title: 작은 클러스터
tags: [k8s, 공부/서버]
---
앞글에는 파드가 있다.

# 1. 파드와 노드
파드를 노드에 둔다. 노드는 둘이다.

## 1.1 kubelet
노드마다 사는 kubelet은 **파드**를 돌본다.

## 1.2 Control Plane
제어플레인은 쿠버네티스의 머리다. 스케줄러가 노드를 고른다.

# 2. 서비스
서비스는 파드에게 이름을 준다. 포드라고도 쓴다. `kubectl get -n web`
";

fn answer(note: &Note, raw: &str) -> String {
    let query = match Query::new(raw) {
        Ok(query) => query,
        Err(error) => return format!("! {:?} {}\n", error.at, error.say(raw, Locale::En)),
    };
    let mut out = String::new();
    for found in in_sections(&query, note, usize::MAX, &|| false) {
        let section = found.section.and_then(|at| note.sections.get(at));
        let address = section.map_or("-", |own| own.address.as_str());
        let below = if found.score.below { "" } else { " heading" };
        out += &format!("{address} rank {}{below}\n", found.score.rank);
        for hit in &found.hits {
            out += &format!("  {}\n", shown(hit));
        }
    }
    out
}

fn check(queries: &[&str], expected: Expect) {
    let path = Clean::new("k8s/cluster.md");
    let note = Note::build(Source { text: CLUSTER.to_owned(), path, ..Source::default() });
    let answers = queries.iter().map(|raw| format!("{raw}\n{}", answer(&note, raw)));
    expected.assert_eq(&answers.collect::<String>());
}

#[test]
fn words_stand_in_one_section() {
    check(
        &[
            "파드 노드",
            "노드에 둔다",
            "노드 kubelet",
            "제어 플레인",
            "Control",
            "control",
            "스케줄러 서비스",
        ],
        expect![[r#"
            파드 노드
            1 rank 1 heading
              1. [파드]와 [노드]
              [파드]를 [노드]에 둔다. [노드]는 둘이다.
            1.1 rank 1
              [노드]마다 사는 kubelet은 [파드]를 돌본다.
            노드에 둔다
            1 rank 0
              파드를 [노드에 둔다]. 노드는 둘이다.
            노드 kubelet
            1.1 rank 1 heading
              1.1 [kubelet]
              [노드]마다 사는 [kubelet]은 파드를 돌본다.
            제어 플레인
            1.2 rank 0
              [제어플레인]은 쿠버네티스의 머리다. 스케줄러가 노드를 고른다.
            Control
            1.2 rank 1 heading
              1.2 [Control] Plane
            control
            1.2 rank 1 heading
              1.2 [Control] Plane
            스케줄러 서비스
        "#]],
    );
}

#[test]
fn phrases_and_what_is_not_wanted() {
    check(
        &[
            "\"노드에 둔다\"",
            "파드 -노드",
            "파드 -\"이름을 준다\"",
            "-n",
            "kubectl get -n",
            "--force",
            "\"파드",
        ],
        expect![[r#"
            "노드에 둔다"
            1 rank 1
              파드를 [노드에 둔다]. 노드는 둘이다.
            파드 -노드
            - rank 1
              앞글에는 [파드]가 있다.
            2 rank 1
              서비스는 [파드]에게 이름을 준다. 포드라고도 쓴다. kubectl get -n web
            파드 -"이름을 준다"
            - rank 1
              앞글에는 [파드]가 있다.
            1 rank 1 heading
              1. [파드]와 노드
              [파드]를 노드에 둔다. 노드는 둘이다.
            1.1 rank 1
              노드마다 사는 kubelet은 [파드]를 돌본다.
            -n
            2 rank 1
              서비스는 파드에게 이름을 준다. 포드라고도 쓴다. kubectl get [-n] web
            kubectl get -n
            2 rank 0
              서비스는 파드에게 이름을 준다. 포드라고도 쓴다. [kubectl get -n] web
            --force
            "파드
            - rank 1
              앞글에는 [파드]가 있다.
            1 rank 1 heading
              1. [파드]와 노드
              [파드]를 노드에 둔다. 노드는 둘이다.
            1.1 rank 1
              노드마다 사는 kubelet은 [파드]를 돌본다.
            2 rank 1
              서비스는 [파드]에게 이름을 준다. 포드라고도 쓴다. kubectl get -n web
        "#]],
    );
}

#[test]
fn where_to_look() {
    check(
        &[
            "tag:K8S 파드 in:서비스",
            "tag:공부 머리",
            "tag:공",
            "-tag:k8s 파드",
            "in:1. kubelet",
            "in:cluster.md -in:\"파드와 노드\" 파드",
            "in:plane",
        ],
        expect![[r#"
            tag:K8S 파드 in:서비스
            2 rank 1
              서비스는 [파드]에게 이름을 준다. 포드라고도 쓴다. kubectl get -n web
            tag:공부 머리
            1.2 rank 1
              제어플레인은 쿠버네티스의 [머리]다. 스케줄러가 노드를 고른다.
            tag:공
            -tag:k8s 파드
            in:1. kubelet
            1.1 rank 1 heading
              1.1 [kubelet]
              노드마다 사는 [kubelet]은 파드를 돌본다.
            in:cluster.md -in:"파드와 노드" 파드
            - rank 1
              앞글에는 [파드]가 있다.
            2 rank 1
              서비스는 [파드]에게 이름을 준다. 포드라고도 쓴다. kubectl get -n web
            in:plane
            1.2 rank 1 heading
              [1.2 Control Plane]
        "#]],
    );
}

#[test]
fn korean_is_folded() {
    check(
        &["쿠ㅂㄴ", "ㅋㅂㄴㅌㅅ", "ㅅㅂㅅ", "머리를", "스케줄러에서", "스케일", "ㅈㅇㅍㄹㅇ"],
        expect![[r#"
            쿠ㅂㄴ
            1.2 rank 1
              제어플레인은 [쿠버네]티스의 머리다. 스케줄러가 노드를 고른다.
            ㅋㅂㄴㅌㅅ
            1.2 rank 1
              제어플레인은 [쿠버네티스]의 머리다. 스케줄러가 노드를 고른다.
            ㅅㅂㅅ
            2 rank 1 heading
              2. [서비스]
              [서비스]는 파드에게 이름을 준다. 포드라고도 쓴다. kubectl get -n web
            머리를
            1.2 rank 2
              제어플레인은 쿠버네티스의 [머리]다. 스케줄러가 노드를 고른다.
            스케줄러에서
            1.2 rank 2
              제어플레인은 쿠버네티스의 머리다. [스케줄러]가 노드를 고른다.
            스케일
            ㅈㅇㅍㄹㅇ
            1.2 rank 1
              [제어플레인]은 쿠버네티스의 머리다. 스케줄러가 노드를 고른다.
        "#]],
    );
    let typed = |raw| Query::other_keys(raw).map_or("-".to_owned(), Clean::into_string);
    let typed = ["vhem", "vhem -tag:k8s shem", "ㅏㅕㅠㅣㄷㅅ", "zxds", "kubelet", "a", "\"vhem\""]
        .map(typed);
    expect![[r#"
        포드
        포드 -tag:k8s 노드
        kublet
        ㅋㅌㅇㄴ
        -
        -
        -"#]]
    .assert_eq(&typed.join("\n"));
}

#[test]
fn what_is_wrong_is_told_where_it_is() {
    check(
        &["", "tag:", "파드 in: 노드", "파드 re:a(b", "파드 re:", "re:^파드", "in:1 re:노.는"],
        expect![[r#"

            ! 0..0 there is nothing to search for
            tag:
            ! 0..4 there is nothing to search for
            파드 in: 노드
            ! 7..10 in:: nothing follows it
            파드 re:a(b
            ! 7..13 re:a(b: not a regular expression: unclosed group
            파드 re:
            ! 7..10 re:: nothing follows it
            re:^파드
            1 rank 1
              [파드]를 노드에 둔다. 노드는 둘이다.
            in:1 re:노.는
            1 rank 1
              파드를 노드에 둔다. [노드는] 둘이다.
        "#]],
    );
    let many = "a ".repeat(40);
    assert_eq!(Query::new(&many).unwrap_err().at, 64..80);
}

#[test]
fn a_search_that_nobody_asks_for_any_more_stops() {
    let sections = "# 물\n물이 끓는다\n".repeat(100);
    let note = note(&sections);
    let query = Query::new("물이").unwrap();
    assert_eq!(in_sections(&query, &note, usize::MAX, &|| false).len(), 100);
    assert_eq!(in_sections(&query, &note, 7, &|| false).len(), 7);
    let asked = Cell::new(0);
    let cancelled = || {
        asked.set(asked.get() + 1);
        asked.get() > 12
    };
    assert!(in_sections(&query, &note, usize::MAX, &cancelled).len() < 12);
    assert!(asked.get() < 20);
}

/// Pieces of queries, put together in any way.
fn raw() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ab가나ㄱㄴA]{1,3}",
        3 => Just(" ".to_owned()),
        1 => Just("-".to_owned()),
        1 => Just("\"".to_owned()),
        1 => Just("tag:".to_owned()),
        1 => Just("in:".to_owned()),
        1 => Just("re:".to_owned()),
        1 => nasty(),
    ];
    proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn answers_lie_in_the_text(source in super::properties::marked(), raw in raw()) {
        let note = note(&source);
        let clean = Clean::new(&raw);
        if let Some(other) = Query::other_keys(&raw) {
            let _ = Query::new(&other);
        }
        let query = match Query::new(&raw) {
            Ok(query) => query,
            Err(error) => {
                prop_assert!(clean.get(error.at.clone()).is_some());
                prop_assert!(!error.say(&raw, Locale::Ko).is_empty());
                return Ok(());
            }
        };
        for found in in_sections(&query, &note, usize::MAX, &|| false) {
            prop_assert!(!found.hits.is_empty());
            for hit in &found.hits {
                prop_assert!(!hit.ranges.is_empty() && hit.ranges.len() == hit.spans.len());
                let mut end = 0;
                for range in &hit.ranges {
                    prop_assert!(range.start >= end && range.start < range.end);
                    prop_assert!(hit.text.get(range.clone()).is_some());
                    end = range.end;
                }
                prop_assert!(source.get(hit.at..hit.end).is_some());
            }
        }
    }

    #[test]
    fn all_words_are_there(source in super::properties::marked(), words in "[ab가나]{1,2}( [ab가나]{1,2}){0,2}") {
        let note = note(&source);
        let query = Query::new(&words).unwrap();
        for found in in_sections(&query, &note, usize::MAX, &|| false) {
            let all: String = found.hits.iter().map(|hit| super::properties::bare(&hit.text)).collect();
            for word in words.split(' ').filter(|_| found.score.rank < 2) {
                prop_assert!(all.contains(word), "{word:?} in {all:?}");
            }
        }
    }
}
