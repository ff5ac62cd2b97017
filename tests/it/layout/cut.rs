//! Long lines of code that are cut, and scrolled to the side.

use expect_test::{Expect, expect};
use gongbu::doc::Block;
use gongbu::layout::{Options, Row, rows};
use gongbu::style::Role;
use proptest::prelude::*;

use super::build::*;

fn cut(blocks: &[Block], width: usize, from: usize) -> Vec<Row> {
    let words = words();
    let code_from = Some(from);
    rows(blocks, &Options { code_from, ..Options::new(width, &words) })
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
}
