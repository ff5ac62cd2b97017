//! The outline pass: headings, parts, windows.

use expect_test::expect;
use gongbu::doc::{Block, outline, read};

#[test]
fn the_outline_of_a_note() {
    let note = "앞글\n\n# 1. 하나\n글\n## *둘*(two)\n\n```\n# 코드\n```\n#3.셋\n남은 글\n\n밑줄\n===\n![]()\n";
    let scan = outline::scan(note, 0, false);
    let mut out = String::new();
    for h in &scan.headings {
        out += &format!(
            "{} {:?} {:?} filled={} spaceless={}\n",
            h.level,
            h.text.as_str(),
            h.span.of(note),
            h.filled,
            h.spaceless
        );
    }
    for p in &scan.parts {
        out += &format!("{:?} {:?}\n", p.heading, p.span.of(note));
    }
    expect![[r###"
        1 "1. 하나" "# 1. 하나\n" filled=true spaceless=false
        2 "둘(two)" "## *둘*(two)\n" filled=true spaceless=false
        1 "3.셋" "#3.셋" filled=true spaceless=true
        1 "밑줄" "밑줄\n===\n" filled=true spaceless=false
        None "앞글\n\n"
        Some(0) "# 1. 하나\n글\n"
        Some(1) "## *둘*(two)\n\n```\n# 코드\n```\n"
        Some(2) "#3.셋\n남은 글\n\n"
        Some(3) "밑줄\n===\n![]()\n"
    "###]]
    .assert_eq(&out);
}

#[test]
fn titles_are_what_their_headings_show() {
    let note = "# [이름][r]과 각주[^n]\n\n#7.**굵은** `코드`와 [^n]\n\n## [r] [1] [^없음]\n\n[r]: https://e.f\n[^n]: 글\n";
    let headings = outline::scan(note, 0, false).headings;
    let titles: String = headings.iter().map(|heading| format!("{}\n", heading.text)).collect();
    expect![[r#"
        이름과 각주
        7.굵은 코드와
        r [1] [^없음]
    "#]]
    .assert_eq(&titles);
}

/// A note in windows gives the headings that it gives in one piece.
#[test]
fn windows_change_nothing() {
    let mut note = String::new();
    for i in 0..4000 {
        note += &format!(
            "# {i}. 제목 {i}\n\n글과 *글*\n이어짐\n\n  - 가\n    - 나 {i}\n  - 다\n\n```sh\n# 코드 {i}\n```\n\n| a | b |\n|---|---|\n| {i} | 값 |\n\n"
        );
    }
    let scan = outline::scan(&note, 0, false);
    assert_eq!(scan.headings.len(), 4000);
    assert!(scan.cut.is_empty());
    assert!(
        scan.headings
            .iter()
            .enumerate()
            .all(|(i, h)| h.text.as_str() == format!("{i}. 제목 {i}") && h.filled)
    );
    let list: String = (0..60_000).map(|i| format!("  - 항목 {i}\n    - 속 {i}\n")).collect();
    let scan = outline::scan(&list, 0, false);
    assert!(scan.cut.is_empty());
    assert!(scan.parts.len() > 20);
    let blocks: usize = scan
        .parts
        .iter()
        .map(|p| match read(&list, p.span, &scan.definitions).as_slice() {
            [Block::List { items, .. }] => items.len(),
            other => panic!("{other:?}"),
        })
        .sum();
    assert_eq!(blocks, 60_000);
}
