//! Long lines of code and wide tables that are cut, and scrolled to the side.

use expect_test::{Expect, expect};
use gongbu::doc::{Align, Block, Inline};
use gongbu::layout::{Options, Row, rows};
use gongbu::style::Role;
use proptest::prelude::*;

use super::build::*;

fn cut(blocks: &[Block], width: usize, from: usize) -> Vec<Row> {
    let words = words();
    let cut_from = Some(from);
    rows(blocks, &Options { cut_from, ..Options::new(width, &words) })
}

fn check(blocks: &[Block], width: usize, from: usize, expect: Expect) {
    let rows: String = cut(blocks, width, from).iter().map(|row| row.text() + "\n").collect();
    expect.assert_eq(&rows);
}

#[test]
fn signs_stand_where_something_is_cut_off() {
    let blocks = [code("sh", &["echo 0123456789 abcdefghijk", "", "x", "나눔이 열다섯 글자"])];
    check(
        &blocks,
        24,
        0,
        expect![[r#"
        ┌ sh ──────────────────┐
        │ echo 0123456789 abc… │
        │                      │
        │ x                    │
        │ 나눔이 열다섯 글자   │
        └──────────────────────┘
    "#]],
    );
    check(
        &blocks,
        24,
        5,
        expect![[r#"
        ┌ sh ──────────────────┐
        │ …123456789 abcdefgh… │
        │                      │
        │ …                    │
        │ … 열다섯 글자        │
        └──────────────────────┘
    "#]],
    );
    check(
        &blocks,
        24,
        20,
        expect![[r#"
        ┌ sh ──────────────────┐
        │ …fghijk              │
        │                      │
        │ …                    │
        │ …                    │
        └──────────────────────┘
    "#]],
    );
    check(
        &blocks,
        24,
        900,
        expect![[r#"
        ┌ sh ──────────────────┐
        │ …                    │
        │                      │
        │ …                    │
        │ …                    │
        └──────────────────────┘
    "#]],
    );
    check(
        &blocks,
        40,
        0,
        expect![[r#"
        ┌ sh ─────────────────────────┐
        │ echo 0123456789 abcdefghijk │
        │                             │
        │ x                           │
        │ 나눔이 열다섯 글자          │
        └─────────────────────────────┘
    "#]],
    );
    check(
        &blocks,
        7,
        3,
        expect![[r#"
        … 0123…

        …
        …이 열…
    "#]],
    );
}

fn services() -> Block {
    let align = [Align::Left, Align::Center, Align::Right];
    let rows: [&[&str]; 2] = [
        &["쿠버네티스 👍", "컨테이너를 여러 대에 나누어 띄운다", "1,234원"],
        &["Pod", "the smallest unit, with one container or more", "5"],
    ];
    table(&align, &["이름", "하는 일", "값"], &rows)
}

#[test]
fn tables_keep_their_first_column() {
    let blocks = [services()];
    for (from, expect) in [0, 1, 2, 13, 25, 900].into_iter().zip([
        expect![[r#"
            ┌───────────────┬───────────────────
            │ 이름          │                  …
            ├───────────────┼───────────────────
            │ 쿠버네티스 👍 │      컨테이너를  …
            │ Pod           │ the smallest unit…
            └───────────────┴───────────────────
        "#]],
        expect![[r#"
            ┌───────────────┬───────────────────
            │ 이름          │…                 …
            ├───────────────┼───────────────────
            │ 쿠버네티스 👍 │…    컨테이너를 여…
            │ Pod           │…he smallest unit,…
            └───────────────┴───────────────────
        "#]],
        expect![[r#"
            ┌───────────────┬───────────────────
            │ 이름          │…                 …
            ├───────────────┼───────────────────
            │ 쿠버네티스 👍 │…   컨테이너를 여 …
            │ Pod           │…e smallest unit, …
            └───────────────┴───────────────────
        "#]],
        expect![[r#"
            ┌───────────────┬───────────────────
            │ 이름          │…      하는 일    …
            ├───────────────┼───────────────────
            │ 쿠버네티스 👍 │…를 여러 대에 나누…
            │ Pod           │…unit, with one co…
            └───────────────┴───────────────────
        "#]],
        expect![[r#"
            ┌───────────────┬───────────────────
            │ 이름          │…                 …
            ├───────────────┼───────────────────
            │ 쿠버네티스 👍 │… 나누어 띄운다   …
            │ Pod           │…ne container or m…
            └───────────────┴───────────────────
        "#]],
        expect![[r#"
            ┌───────────────┬────────┬─────────┐
            │ 이름          │…       │      값 │
            ├───────────────┼────────┼─────────┤
            │ 쿠버네티스 👍 │…       │ 1,234원 │
            │ Pod           │…r more │       5 │
            └───────────────┴────────┴─────────┘
        "#]],
    ]) {
        check(&blocks, 36, from, expect);
    }
    // With too little room, or when it fits.
    check(
        &blocks,
        20,
        20,
        expect![[r#"
        ────────────────────
        …                하…
        ────────────────────
        …  컨테이너를 여러 …
        … smallest unit, wi…
        ────────────────────
    "#]],
    );
    check(
        &blocks,
        80,
        20,
        expect![[r#"
        ┌───────────────┬───────────────────────────────────────────────┬─────────┐
        │ 이름          │                    하는 일                    │      값 │
        ├───────────────┼───────────────────────────────────────────────┼─────────┤
        │ 쿠버네티스 👍 │      컨테이너를 여러 대에 나누어 띄운다       │ 1,234원 │
        │ Pod           │ the smallest unit, with one container or more │       5 │
        └───────────────┴───────────────────────────────────────────────┴─────────┘
    "#]],
    );
    check(
        &blocks,
        7,
        20,
        expect![[r#"
        이름:
          쿠버
          네티
          스 👍
        하는
          일:
          컨테
          이너
          를
          여러
          대에
          나누
          어
          띄운
          다
        값:
          1,234
          원
        ───────
        이름:
          Pod
        하는
          일:
          the
          small
          est
          unit,
          with
          one
          conta
          iner
          or
          more
        값: 5
    "#]],
    );
}

proptest! {
    #[test]
    fn scrolling_shows_all_of_a_line(
        line in "[a-z가-힣 漢é👍\u{301}\u{200d}]{0,60}",
        width in 1..40usize,
        step in 1..4usize,
    ) {
        let block = code("sh", &[&line]);
        let Block::Code { lines, .. } = &block else { unreachable!() };
        let text = lines[0].text.clone();
        let mut seen = vec![false; text.len()];
        for from in (0..120).step_by(step) {
            let rows = cut(std::slice::from_ref(&block), width, from);
            let rows: Vec<_> = rows.into_iter().filter(|row| row.code.is_some()).collect();
            prop_assert_eq!(rows.len(), 1);
            let row = &rows[0];
            prop_assert!(row.width() <= width.max(2));
            let code = row.code.unwrap();
            let shown: String = row.pieces.iter()
                .filter(|piece| piece.role == Role::CodeText)
                .map(|piece| piece.text.as_str())
                .collect();
            let end = code.from + shown.len();
            prop_assert_eq!(text.get(code.from..end), Some(shown.as_str()));
            prop_assert_eq!(code.more, end < text.len());
            seen[code.from..end].fill(true);
        }
        // A character that stands in the way of a sign at any place has no room.
        prop_assert!(width < 12 || seen.iter().all(|seen| *seen), "{:?}", text);
    }

    /// All rows of a table that is cut end in the same column, whatever stands there, and all of its
    /// text comes by.
    #[test]
    fn scrolling_shows_all_of_a_table(
        cells in prop::collection::vec("[a-z가-힣 漢é👍\u{301}]{0,30}", 6),
        width in 12..40usize,
    ) {
        let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
        let align = [Align::Right, Align::Center, Align::Left];
        let block = table(&align, &["a", "b", "c"], &[&cells[..3], &cells[3..]]);
        let Block::Table { head, rows: body, .. } = &block else { unreachable!() };
        let mut seen = std::collections::HashSet::new();
        for from in 0..120 {
            let rows = cut(std::slice::from_ref(&block), width, from);
            let wide = rows[0].width();
            prop_assert!(wide <= width);
            for row in &rows {
                prop_assert_eq!(row.width(), wide, "{:?}", row.text());
                for piece in row.pieces.iter().filter(|piece| !piece.span.is_empty()) {
                    prop_assert_eq!(piece.span.len(), piece.text.len());
                    seen.extend(piece.span.start..piece.span.end);
                }
            }
            if !rows.iter().any(|row| row.more) {
                break;
            }
        }
        let runs = head.iter().chain(body.iter().flatten()).flat_map(|cell| &cell.content);
        for run in runs {
            let Inline::Text(run) = run else { continue };
            let blank = |at: usize| run.text.as_bytes()[at - run.span.start] == b' ';
            let missing = (run.span.start..run.span.end).find(|at| !seen.contains(at) && !blank(*at));
            prop_assert_eq!(missing, None, "{:?}", run.text);
        }
    }
}

#[test]
fn which_code_is_a_drawing() {
    let is_cut = |lines: &[&str]| {
        let wide = "0123456789 ".repeat(4);
        let mut all = lines.to_vec();
        all.push(&wide);
        let words = words();
        let options = Options { cut_drawings: true, ..Options::new(30, &words) };
        rows(&[code("", &all)], &options).iter().any(|row| row.more)
    };
    let drawings: [&[&str]; 7] = [
        &["┌───┐", "│ a │", "└───┘"],
        &["a ─┐", "b ─┴─ c"],
        &["╭──╮"],
        &["+---+", "| a |", "+===+"],
        &["a    b", "|    |", "c    d"],
        &["   |", "   +--- a", "b"],
        &["손님", " ▼", "문"],
    ];
    for lines in drawings {
        assert!(is_cut(lines), "{lines:?}");
    }
    let others: [&[&str]; 8] = [
        &["src", "├── a.rs", "│   │", "└── b.rs"],
        &["error: x", " --> a.rs:1:2", "  |", "1 | let x = 1;", "  |     ^"],
        &["- name: a", "+- name: b"],
        &["a | b |", "  c"],
        &["graph LR", "a --> b --> c"],
        &["# 하나 → 둘 → 셋"],
        &["+---+"],
        &["v", "^", "---"],
    ];
    for lines in others {
        assert!(!is_cut(lines), "{lines:?}");
    }
    // Printed, nothing can be scrolled to.
    let printed = rows(&[code("", drawings[0])], &Options::new(4, &words()));
    assert!(printed.iter().all(|row| !row.more));
}
