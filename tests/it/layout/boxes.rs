//! What is set in a box: code, tables, images.

use expect_test::expect;
use gongbu::doc::{Align, Block, CodeLine};
use gongbu::text::span::Span;

use super::build::*;
use super::{at, draw};

#[test]
fn the_title_of_code_stands_beside_its_language() {
    let titled = |lang: &str, title: &str| match code(lang, &["x: 1"]) {
        Block::Code { lang, lines, span, .. } => {
            let title = Some(Box::new(CodeLine {
                text: clean(title),
                span: Span::new(0, 1),
                tabs: Box::default(),
            }));
            Block::Code { lang, title, lines, span }
        }
        other => other,
    };
    let blocks = [
        titled("yaml", "deploy.yaml"),
        titled("", "두 낱말"),
        titled("yaml", "이름이 아주 긴 파일.yaml"),
    ];
    at(30, &blocks).is(expect![[r#"
        ┌ yaml · deploy.yaml ──┐
        │ x: 1                 │
        └──────────────────────┘

        ┌ 두 낱말 ─────────┐
        │ x: 1             │
        └──────────────────┘

        이름이 아주 긴 파일.yaml
        ┌ yaml ────────────┐
        │ x: 1             │
        └──────────────────┘
    "#]]);
    at(6, &blocks[..1]).is(expect![[r#"
        deplo
        y.yaml
        x: 1
    "#]]);
}

#[test]
fn code_is_boxed() {
    let blocks = [
        code("bash", &["kubectl get pods -n kube-system", "", "  echo 완료 # 들여쓰기"]),
        code("", &["x"]),
        code("a-language-of-a-very-long-name-that-has-no-end", &[]),
    ];
    at(40, &blocks).is(expect![[r#"
        ┌ bash ───────────────────────────┐
        │ kubectl get pods -n kube-system │
        │                                 │
        │   echo 완료 # 들여쓰기          │
        └─────────────────────────────────┘

        ┌──────────────────┐
        │ x                │
        └──────────────────┘

        ┌ a-language-of-a-v…-that-has-no-end ──┐
        └──────────────────────────────────────┘
    "#]]);
    at(20, &blocks).is(expect![[r#"
        ┌ bash ────────────┐
        │ kubectl get      │
        │ ↪ pods -n        │
        │ ↪ kube-system    │
        │                  │
        │   echo 완료 #    │
        │ ↪ 들여쓰기       │
        └──────────────────┘

        ┌──────────────────┐
        │ x                │
        └──────────────────┘

        ┌ a-langu…no-end ──┐
        └──────────────────┘
    "#]]);
    at(7, &blocks).is(expect![[r#"
        kubectl
        ↪  get 
        ↪ pods 
        ↪ -n 
        ↪ kube-
        ↪ syste
        ↪ m

          echo 
        ↪ 완료 
        ↪ # 들
        ↪ 여쓰
        ↪ 기

        x
    "#]]);
    expect![[r#"
        + bash ------------+
        | kubectl get      |
        | > pods -n        |
        | > kube-system    |
        |                  |
        |   echo 완료 #    |
        | > 들여쓰기       |
        +------------------+

        +------------------+
        | x                |
        +------------------+

        + a-langu~no-end --+
        +------------------+
    "#]]
    .assert_eq(&draw(&blocks, 20, true));
}

#[test]
fn tables_align() {
    let blocks = [table(
        &[Align::Left, Align::Center, Align::Right],
        &["용어", "Term", "수"],
        &[
            &["컨테이너", "Container", "1"],
            &["쿠버네티스의 가장 작은 배포 단위", "Pod", "1,024"],
            &["", "🚀", "3"],
        ],
    )];
    at(80, &blocks).is(expect![[r#"
        ┌──────────────────────────────────┬───────────┬───────┐
        │ 용어                             │   Term    │    수 │
        ├──────────────────────────────────┼───────────┼───────┤
        │ 컨테이너                         │ Container │     1 │
        │ 쿠버네티스의 가장 작은 배포 단위 │    Pod    │ 1,024 │
        │                                  │    🚀     │     3 │
        └──────────────────────────────────┴───────────┴───────┘
    "#]]);
    at(40, &blocks).is(expect![[r#"
        ┌──────────────────┬───────────┬───────┐
        │ 용어             │   Term    │    수 │
        ├──────────────────┼───────────┼───────┤
        │ 컨테이너         │ Container │     1 │
        ├──────────────────┼───────────┼───────┤
        │ 쿠버네티스의     │    Pod    │ 1,024 │
        │ 가장 작은 배포   │           │       │
        │ 단위             │           │       │
        ├──────────────────┼───────────┼───────┤
        │                  │    🚀     │     3 │
        └──────────────────┴───────────┴───────┘
    "#]]);
    at(20, &blocks).is(expect![[r#"
        용어: 컨테이너
        Term: Container
        수: 1
        ────────────
        용어: 쿠버네티스의
          가장 작은 배포
          단위
        Term: Pod
        수: 1,024
        ────────────
        Term: 🚀
        수: 3
    "#]]);
    expect![[r#"
        +----------------------------------+-----------+-------+
        | 용어                             |   Term    |    수 |
        +----------------------------------+-----------+-------+
        | 컨테이너                         | Container |     1 |
        | 쿠버네티스의 가장 작은 배포 단위 |    Pod    | 1,024 |
        |                                  |    🚀     |     3 |
        +----------------------------------+-----------+-------+
    "#]]
    .assert_eq(&draw(&blocks, 80, true));
}

#[test]
fn wide_tables_become_records() {
    let blocks = [table(
        &[Align::Left; 4],
        &["이름", "설명", "기본값", ""],
        &[
            &["replicas", "동시에 떠 있을 Pod의 수", "1", "필수 아님"],
            &["image", "registry.example.org/team/app", "", ""],
        ],
    )];
    at(24, &blocks).is(expect![[r#"
        이름: replicas
        설명: 동시에 떠 있을
          Pod의 수
        기본값: 1
        필수 아님
        ────────────
        이름: image
        설명:
          registry.example.org/
          team/app
    "#]]);
    let head = [table(&[Align::Left; 2], &["name", "value"], &[])];
    at(8, &head).is(expect![[r#"
        name:
        value:
    "#]]);
    at(20, &head).is(expect![[r#"
        ┌──────┬───────┐
        │ name │ value │
        └──────┴───────┘
    "#]]);
}

#[test]
fn images_say_what_they_show() {
    let blocks = [
        image("DevOps Architecture", "", "DevOps Architecture"),
        image("구조도", "../assets/images/2022/eks-architecture-overview.png", "그림 1. 전체 구조"),
        image("", "a.png", ""),
    ];
    at(40, &blocks).is(expect![[r#"
        ┌ 그림 ────────────┐
        │ 그림 파일이 없음 │
        └──────────────────┘
          DevOps Architecture

        ┌ 그림 ────────────────────────────────┐
        │ 구조도                               │
        │ ../assets/images/2…ture-overview.png │
        └──────────────────────────────────────┘
          그림 1. 전체 구조

        ┌ 그림 ────────────┐
        │ a.png            │
        └──────────────────┘
    "#]]);
    at(16, &blocks).is(expect![[r#"
            ┌ 그림 ────────┐
            │ 그림 파일이  │
            │ 없음         │
            └──────────────┘
              DevOps
              Architecture

            ┌ 그림 ────────┐
            │ 구조도       │
            │ ../ass…w.png │
            └──────────────┘
              그림 1. 전체
              구조

            ┌ 그림 ────────┐
            │ a.png        │
            └──────────────┘
        "#]]);
    at(7, &blocks).is(expect![[r#"
        [그림]
          DevOp
          s
          Archi
          tectu
          re

        [그림:
        구조도]
          그림
          1.
          전체
          구조

        [그림]
    "#]]);
}
