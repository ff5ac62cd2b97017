//! Tables: rows whose cells are more than the columns.

use expect_test::expect;
use gongbu::doc::{Definitions, read, text};
use gongbu::text::span::Span;
use proptest::prelude::*;

use super::check;

#[test]
fn no_cell_is_dropped() {
    check(
        "| 명령 | 뜻 |
|---|---|
| `ps aux | grep sh` | 셸을 찾는다 |
| `a|b` 또는 ``c|`d`` | **가** | 나(다)
| 하나 | 둘 | 셋 | 넷
| 하나 | 둘 | | |
| 하나 \\| 반 | 둘 \\\\| 셋 |
하나
",
        expect![[r#"
            table [Left, Left]
              명령 | 뜻
              ⟨ps aux | grep sh:code⟩ | 셸을 찾는다
              ⟨a|b:code⟩ 또는 ⟨c|`d:code⟩ | ⟨가:strong⟩ | 나(다)
              하나 | 둘 | 셋 | 넷
              하나 | 둘
              하나 | 반 | 둘 | 셋
              하나 | 
        "#]],
    );
    check(
        "> | 가 |\n> |:-:|\n> | 나 | $다$ | *라* |\n\n끝 | 글\n",
        expect![[r#"
        quote
          table [Center]
            가
            나 | $다$ | ⟨라:emph⟩
        p 끝 | 글
    "#]],
    );
}

proptest! {
    #[test]
    fn no_letter_of_a_row_is_lost(row in "[a-c|`\\\\ ]{1,24}", quote in "(> )?") {
        let note = format!("{quote}| 가 | 나 |\n{quote}|---|---|\n{quote}| {row} | z\n");
        let blocks = read(&note, Span::new(0, note.len()), &Definitions::default());
        let letters = |text: &str| -> String {
            text.chars().filter(char::is_ascii_lowercase).collect()
        };
        prop_assert_eq!(letters(&text(&blocks)), letters(&note));
    }
}
