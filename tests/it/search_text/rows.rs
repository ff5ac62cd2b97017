//! Where matches stand on rows.

use expect_test::expect;
use gongbu::layout::{self, Options};
use gongbu::search::text::{self, Pattern};

use super::note;

#[test]
fn matches_between_tabs() {
    let source = "```\n\tfn\tmain\t{ 값 }\n\tabc\tabc\n```\n";
    let note = note(source);
    let blocks = note.blocks(0);
    let words = layout::Words::default();
    let mut out = String::new();
    for (query, width, cut_from) in
        [("main", 40, None), ("fn  main", 40, None), ("값", 16, None), ("abc", 16, Some(5))]
    {
        let rows = layout::rows(&blocks, &Options { cut_from, ..Options::new(width, &words) });
        let hits = text::in_blocks(&Pattern::new(query).unwrap(), &blocks);
        let spans = hits.iter().flat_map(|hit| &hit.spans);
        let found: Vec<&str> = spans.map(|span| span.of(source)).collect();
        out += &format!("{query} {found:?}:\n");
        for row in &rows {
            let pieces = row.pieces.iter().map(|piece| (piece.text.as_str(), piece.span));
            for (piece, range) in text::marks(&hits, pieces) {
                out += &format!("  {:?} of {:?}\n", &row.pieces[piece].text[range], row.text());
            }
        }
    }
    expect![[r#"
        main ["main"]:
          "main" of "│     fn  main    { 값 } │"
        fn  main ["fn\tmain"]:
          "fn" of "│     fn  main    { 값 } │"
          "  " of "│     fn  main    { 값 } │"
          "main" of "│     fn  main    { 값 } │"
        값 ["값"]:
          "값" of "│ ↪ 값 }       │"
        abc ["abc", "abc"]:
          "c" of "│ …c abc       │"
          "abc" of "│ …c abc       │"
    "#]]
    .assert_eq(&out);
}

#[test]
fn matches_on_rows() {
    let source = "**Pod**는 컨테이너의\n묶음이다. A&amp;B[^1] 포\u{1103}\u{1173}\n\n[^1]: 둘.\n";
    let note = note(source);
    let words = layout::Words::default();
    let options = Options::new(14, &words);
    let blocks = note.blocks(0);
    let rows = layout::rows(&blocks, &options);
    let mut out = String::new();
    for query in ["pod는 컨테이너", "의 묶음", "a&b", "포드"] {
        let hits = text::in_blocks(&Pattern::new(query).unwrap(), &blocks);
        out += &format!("{query}:\n");
        for row in &rows {
            let pieces = row.pieces.iter().map(|piece| (piece.text.as_str(), piece.span));
            for (piece, range) in text::marks(&hits, pieces) {
                out += &format!("  {:?} of {:?}\n", &row.pieces[piece].text[range], row.text());
            }
        }
    }
    expect![[r#"
        pod는 컨테이너:
          "Pod" of "Pod는"
          "는" of "Pod는"
          "컨테이너" of "컨테이너의"
        의 묶음:
          "의" of "컨테이너의"
          "묶음" of "묶음이다."
        a&b:
          "A" of "A&B[1] 포드"
          "&" of "A&B[1] 포드"
          "B" of "A&B[1] 포드"
        포드:
          " 포드" of "A&B[1] 포드"
    "#]]
    .assert_eq(&out);
}
