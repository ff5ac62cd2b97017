//! What stands in a paragraph: styles, places, breaks, terms.

use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

use expect_test::{Expect, expect};
use gongbu::doc::{Block, Inline, Link, Marks, Run};
use gongbu::layout::{Options, Target, rows};
use gongbu::text::span::Span;

use super::build::{clean, paragraph, words};

fn run(text: &str, start: usize, end: usize, marks: Marks) -> Inline {
    Inline::Text(Run { text: clean(text), marks, link: None, span: Span::new(start, end) })
}

fn link(text: &str, to: &str, start: usize) -> Inline {
    let span = Span::new(start, start + text.len());
    let link = Some(Arc::new(Link { to: clean(to), span }));
    Inline::Text(Run { text: clean(text), marks: Marks::NONE, link, span })
}

/// Every row with where it begins, and every piece with its role, marks, place, link and term.
#[track_caller]
fn check(content: Vec<Inline>, width: usize, terms: &[(&str, u32)], expect: Expect) {
    let words = words();
    let find = |text: &str| {
        let uses = terms.iter().flat_map(|(name, id)| {
            text.match_indices(name).map(|(at, name)| (at..at + name.len(), *id))
        });
        uses.collect()
    };
    let options = Options { find_terms: Some(&find), ..Options::new(width, &words) };
    let mut out = String::new();
    for row in rows(&[Block::Paragraph { content, span: Span::new(1, 1000) }], &options) {
        writeln!(out, "{}", row.at).unwrap();
        for piece in &row.pieces {
            let span = piece.span;
            let (role, text) = (piece.role, piece.text.as_str());
            write!(out, "    {role:?} {text:?} {}..{}", span.start, span.end).unwrap();
            if piece.marks != Marks::NONE {
                write!(out, " {:?}", piece.marks).unwrap();
            }
            if let Some(Target::Link(link)) = &piece.target {
                write!(out, " -> {}", link.to).unwrap();
            }
            if let Some(term) = piece.term {
                write!(out, " term {term}").unwrap();
            }
            out.push('\n');
        }
    }
    expect.assert_eq(&out);
}

#[test]
fn terms_are_found_in_what_is_raised_or_lowered() {
    let content = || {
        vec![
            run("CO", 10, 12, Marks::NONE),
            run("2", 17, 18, Marks::SUB),
            run("와 CO", 24, 30, Marks::NONE),
        ]
    };
    check(
        content(),
        40,
        &[("CO2", 7)],
        expect![[r#"
        10
            Term "CO" 10..12 term 7
            Term "₂" 17..18 sub term 7
            Text "와 CO" 24..30
    "#]],
    );
    check(
        content(),
        40,
        &[("O2와", 7)],
        expect![[r#"
        10
            Text "C" 10..11
            Term "O" 11..12 term 7
            Term "₂" 17..18 sub term 7
            Term "와" 24..27 term 7
            Text " CO" 27..30
    "#]],
    );
}

#[test]
fn styles_and_places_go_on_over_a_wrap() {
    let content = vec![
        run("Pod는 ", 10, 17, Marks::NONE),
        run("가장 작은 배포 단위", 19, 46, Marks::STRONG),
        run("이다 & 끝", 48, 66, Marks::NONE),
    ];
    check(
        content,
        14,
        &[],
        expect![[r#"
        10
            Text "Pod는 " 10..17
            Text "가장" 19..25 strong
        26
            Text "작은 배포" 26..39 strong
        40
            Text "단위" 40..46 strong
            Text "이다 & 끝" 48..66
    "#]],
    );
}

#[test]
fn links_and_code_have_roles() {
    let content = vec![
        link("the docs", "https://example.org", 10),
        run(" say ", 100, 105, Marks::NONE),
        run("kubectl", 106, 113, Marks::CODE),
        run("Ctrl", 120, 124, Marks::KBD),
        run("e = mc", 130, 136, Marks::MATH),
    ];
    check(
        content,
        80,
        &[],
        expect![[r#"
        10
            Link "the docs" 10..18 -> https://example.org
            Text " say " 100..105
            Code "kubectl" 106..113 code
            Key "Ctrl" 120..124 kbd
            Math "e = mc" 130..136 math
    "#]],
    );
}

#[test]
fn breaks_are_spaces_or_rows() {
    let content = vec![
        run("첫째 줄", 10, 20, Marks::NONE),
        Inline::Break { hard: false, span: Span::new(20, 21) },
        run("이어서", 21, 30, Marks::NONE),
        Inline::Break { hard: true, span: Span::new(30, 33) },
        run("  새 줄", 33, 42, Marks::NONE),
        Inline::Break { hard: true, span: Span::new(42, 45) },
        Inline::Break { hard: true, span: Span::new(45, 48) },
        run("끝", 48, 51, Marks::NONE),
        Inline::Break { hard: true, span: Span::new(51, 54) },
        Inline::Break { hard: true, span: Span::new(54, 57) },
    ];
    check(
        content,
        80,
        &[],
        expect![[r#"
        10
            Text "첫째 줄" 10..20
            Text " " 20..21
            Text "이어서" 21..30
        35
            Text "새 줄" 35..42
        35
        48
            Text "끝" 48..51
    "#]],
    );
}

#[test]
fn images_and_footnotes_in_text() {
    let content = vec![
        run("보라", 10, 16, Marks::NONE),
        Inline::Image {
            alt: clean("구조 그림"),
            src: clean("a.png"),
            link: None,
            span: Span::new(16, 40),
        },
        Inline::Image { alt: clean(""), src: clean("b.png"), link: None, span: Span::new(40, 50) },
        Inline::Footnote { label: clean("주"), span: Span::new(50, 56) },
    ];
    check(
        content,
        80,
        &[("보라구조", 3)],
        expect![[r#"
        10
            Term "보라" 10..16 term 3
            Label "[" 0..0
            Label "그림" 0..0
            Label ": " 0..0
            Image "구조" 16..40 term 3
            Image " 그림" 16..40
            Label "]" 0..0
            Label "[" 0..0
            Label "그림" 0..0
            Label "]" 0..0
            Footnote "[주]" 50..56
    "#]],
    );
}

#[test]
fn terms_are_marked_but_in_links_and_code() {
    let content = vec![
        run("Pod는 컨테", 10, 23, Marks::NONE),
        run("이너", 25, 31, Marks::STRONG),
        run("다. ", 33, 38, Marks::NONE),
        run("Pod", 40, 43, Marks::CODE),
        run(" 컨", 44, 48, Marks::NONE),
        link("테이너", "x", 49),
        run(" 컨테이너", 60, 79, Marks::NONE),
    ];
    check(
        content,
        80,
        &[("Pod", 1), ("컨테이너", 2), ("테이", 9)],
        expect![[r#"
        10
            Term "Pod" 10..13 term 1
            Text "는 " 13..17
            Term "컨테" 17..23 term 2
            Term "이너" 25..31 strong term 2
            Text "다. " 33..38
            Code "Pod" 40..43 code
            Text " 컨" 44..48
            Link "테이너" 49..58 -> x
            Text " " 60..79
            Term "컨테이너" 60..79 term 2
    "#]],
    );
}

#[test]
fn a_term_found_anywhere_is_harmless() {
    let words = words();
    let find = |_: &str| {
        vec![
            (Range { start: 5, end: 2 }, 1),
            (1..2, 2),
            (0..999, 3),
            (3..3, 4),
            (0..6, 5),
            (3..9, 6),
        ]
    };
    let options = Options { find_terms: Some(&find), ..Options::new(20, &words) };
    let rows = rows(&[paragraph("가나다 라")], &options);
    let pieces = rows.iter().flat_map(|row| &row.pieces);
    let terms: Vec<_> = pieces.map(|piece| (piece.text.as_str(), piece.term)).collect();
    assert_eq!(terms, [("가나", Some(5)), ("다 라", None)]);
}
