//! Blocks in, rows out.

mod boxes;
mod build;
mod colour;
mod cut;
mod flow;
mod notes;
mod properties;
mod tables;

use build::*;
use expect_test::{Expect, expect};
use gongbu::doc::{Block, Callout, outline, read};
use gongbu::layout::{Options, rows};
use gongbu::text::span::Span;

fn draw(blocks: &[Block], width: usize, ascii: bool) -> String {
    let words = words();
    let options = Options { ascii, ..Options::new(width, &words) };
    let rows = rows(blocks, &options);
    rows.iter().map(|row| row.text() + "\n").collect()
}

/// A note as it is read.
fn of_note(note: &str, width: usize) -> String {
    draw(&blocks_of(note), width, false)
}

fn blocks_of(note: &str) -> Vec<Block> {
    let scan = outline::scan(note, 0, false);
    read(note, Span::new(0, note.len()), &scan.definitions)
}

/// A page of so many columns.
struct Page(String);

fn at(width: usize, blocks: &[Block]) -> Page {
    Page(draw(blocks, width, false))
}

impl Page {
    fn is(self, expect: Expect) {
        expect.assert_eq(&self.0);
    }
}

#[test]
fn korean_words_stay_whole() {
    let text = paragraph(
        "컨테이너 런타임(Runtime)은 호스트 시스템의 자원을 나누어 쓰게 한다. 그래서, 이미지 하나면 된다!",
    );
    at(20, std::slice::from_ref(&text)).is(expect![[r#"
        컨테이너
        런타임(Runtime)은
        호스트 시스템의
        자원을 나누어 쓰게
        한다. 그래서, 이미지
        하나면 된다!
    "#]]);
    at(40, std::slice::from_ref(&text)).is(expect![[r#"
        컨테이너 런타임(Runtime)은 호스트
        시스템의 자원을 나누어 쓰게 한다.
        그래서, 이미지 하나면 된다!
    "#]]);
    at(80, std::slice::from_ref(&text)).is(expect![[r#"
        컨테이너 런타임(Runtime)은 호스트 시스템의 자원을 나누어 쓰게 한다. 그래서,
        이미지 하나면 된다!
    "#]]);
}

#[test]
fn overlong_words_are_cut() {
    let text = paragraph(
        "출처: https://example.org/guide/containers/overview.html (끝) 가나다라마바사아자차카타파하.",
    );
    at(20, std::slice::from_ref(&text)).is(expect![[r#"
        출처:
        https://example.org/
        guide/containers/
        overview.html (끝)
        가나다라마바사아자차
        카타파하.
    "#]]);
    at(26, std::slice::from_ref(&text)).is(expect![[r#"
        출처:
        https://example.org/guide/
        containers/overview.html
        (끝)
        가나다라마바사아자차카타파
        하.
    "#]]);
}

#[test]
fn headings() {
    let blocks = [
        heading(1, "1. 컨테이너 기본 개념"),
        paragraph("들어가며."),
        heading(2, "1.1 배경"),
        paragraph("뒤"),
        heading(6, "A very long heading of the lowest level"),
    ];
    at(24, &blocks).is(expect![[r#"
        1. 컨테이너 기본 개념
        ─────────────────────

        들어가며.

        1.1 배경

        뒤

        A very long heading of
        the lowest level
    "#]]);
}

#[test]
fn lists_hang() {
    let blocks = [bullets(
        true,
        vec![
            item(vec![paragraph("모듈간 강력한 결합이 생긴다")]),
            item(vec![
                paragraph("Pod:"),
                bullets(
                    true,
                    vec![
                        item(vec![
                            paragraph("1개 이상의 컨테이너로 구성된 기본 빌딩 그룹"),
                            bullets(
                                true,
                                vec![item(vec![
                                    paragraph("가"),
                                    bullets(true, vec![item(vec![paragraph("나 다 라 마 바")])]),
                                ])],
                            ),
                        ]),
                        item(vec![]),
                    ],
                ),
            ]),
        ],
    )];
    at(20, &blocks).is(expect![[r#"
        • 모듈간 강력한
          결합이 생긴다
        • Pod:
          ◦ 1개 이상의
            컨테이너로
            구성된 기본 빌딩
            그룹
            ▪ 가
              ▪ 나 다 라 마
                바
          ◦
    "#]]);
    at(40, &blocks).is(expect![[r#"
        • 모듈간 강력한 결합이 생긴다
        • Pod:
          ◦ 1개 이상의 컨테이너로 구성된 기본
            빌딩 그룹
            ▪ 가
              ▪ 나 다 라 마 바
          ◦
    "#]]);
    at(10, &blocks).is(expect![[r#"
        • 모듈간
          강력한
          결합이
          생긴다
        • Pod:
          ◦ 1개
           이상의
           컨테이
           너로
           구성된
           기본
           빌딩
           그룹
           ▪ 가
            ▪ 나
             다 라
             마 바
          ◦
    "#]]);
    expect![[r#"
        - 모듈간 강력한 결합이 생긴다
        - Pod:
          * 1개 이상의 컨테이너로 구성된 기본
            빌딩 그룹
            + 가
              + 나 다 라 마 바
          *
    "#]]
    .assert_eq(&draw(&blocks, 40, true));
}

#[test]
fn ordered_lists_align() {
    let item_of = |text| item(vec![paragraph(text)]);
    let items = vec![
        item_of("first"),
        item_of("second, and long enough to wrap"),
        item(vec![paragraph("third"), code("sh", &["ls"])]),
    ];
    at(24, &[ordered(8, false, items)]).is(expect![[r#"
         8. first

         9. second, and long
            enough to wrap

        10. third

            ┌ sh ──────────────┐
            │ ls               │
            └──────────────────┘
    "#]]);
    let items = vec![item_of("huge number")];
    at(40, &[ordered(u64::MAX, true, items.clone())]).is(expect![[r#"
        18446744073709551615. huge number
    "#]]);
    at(10, &[ordered(u64::MAX, true, items)]).is(expect![[r#"
        1844674407
        370955161
        5.
             huge
             numbe
             r
    "#]]);
}

#[test]
fn tasks_have_boxes() {
    let items =
        || vec![task(false, vec![paragraph("읽기")]), task(true, vec![paragraph("복습하기")])];
    at(20, &[bullets(true, items()), ordered(1, true, items())]).is(expect![[r#"
        ☐ 읽기
        ☑ 복습하기

        1. ☐ 읽기
        2. ☑ 복습하기
    "#]]);
    expect![[r#"
        [ ] 읽기
        [x] 복습하기
    "#]]
    .assert_eq(&draw(&[bullets(true, items())], 20, true));
}

#[test]
fn callouts_say_their_kind_and_title() {
    let blocks = [
        callout(Callout::Note, "들어가기 전에", vec![paragraph("글")]),
        callout(Callout::Warning, "한 번 지우면 되돌릴 수 없다", vec![]),
    ];
    at(24, &blocks).is(expect![[r#"
        │ 들어가기 전에
        │ 글

        │ 경고: 한 번 지우면
        │       되돌릴 수 없다
    "#]]);
}

#[test]
fn quotes_and_callouts_nest() {
    let blocks = [
        quote(vec![
            paragraph("코드가 독립된 환경에서 수행한다고 속이는 것"),
            quote(vec![paragraph("inner"), bullets(true, vec![item(vec![paragraph("item")])])]),
            heading(3, "제목"),
        ]),
        callout(Callout::Warning, "", vec![paragraph("지우면 되돌릴 수 없다"), paragraph("둘")]),
        quote(vec![]),
    ];
    at(24, &blocks).is(expect![[r#"
        │ 코드가 독립된 환경에서
        │ 수행한다고 속이는 것
        │
        │ │ inner
        │ │
        │ │ • item
        │
        │ 제목

        │ 경고
        │ 지우면 되돌릴 수 없다
        │
        │ 둘
    "#]]);
    expect![[r#"
        | 코드가 독립된 환경에서
        | 수행한다고 속이는 것
        |
        | | inner
        | |
        | | - item
        |
        | 제목

        | 경고
        | 지우면 되돌릴 수 없다
        |
        | 둘
    "#]]
    .assert_eq(&draw(&blocks, 24, true));
}

#[test]
fn definitions_footnotes_details_and_rules() {
    let blocks = [
        definitions(&[
            (&["Pod"], &["쿠버네티스에서 배포하는 가장 작은 단위", "고래 떼"]),
            (&["노드", "Node"], &["머신"]),
        ]),
        rule(),
        details("더 보기", vec![paragraph("접힌 글"), code("", &["y"])]),
        details("", vec![]),
        footnote("1", vec![paragraph("각주의 내용은 들여서 이어진다"), paragraph("둘째")]),
    ];
    at(24, &blocks).is(expect![[r#"
            Pod
              1. 쿠버네티스에서
                 배포하는 가장 작은
                 단위
              2. 고래 떼

            노드
            Node
              머신

            ────────────────────────

            ▾ 더 보기
              접힌 글

              ┌──────────────────┐
              │ y                │
              └──────────────────┘

            ▾ 자세히

            [1] 각주의 내용은 들여서
                이어진다

                둘째
        "#]]);
}

#[test]
fn empty_blocks_leave_no_blank_rows() {
    let empty = || paragraph("");
    let blocks = [
        empty(),
        paragraph("a"),
        empty(),
        empty(),
        paragraph("b"),
        quote(vec![empty(), paragraph("c"), empty()]),
        empty(),
    ];
    at(20, &blocks).is(expect![[r#"
        a

        b

        │ c
    "#]]);
    at(20, &[]).is(expect![[""]]);
}
