//! One-line editing: keys in, text and cursor out.

use super::properties::nasty;
use expect_test::{Expect, expect};
use gongbu::text::edit::{CAPACITY, Line};
use gongbu::text::sanitize::Clean;
use gongbu::text::width;
use proptest::prelude::*;

/// Words are typed, `<name>` is a key; the cursor is `|`.
fn check(keys: &[&str], expect: Expect) {
    let mut line = Line::default();
    let mut out = String::new();
    for key in keys {
        press(&mut line, key);
        let (before, after) = line.text().split_at(line.cursor());
        out += &format!("{key:?} → {before}|{after}\n");
    }
    expect.assert_eq(&out);
}

fn press(line: &mut Line, key: &str) {
    match key {
        "<bs>" => drop(line.backspace()),
        "<del>" => drop(line.delete()),
        "<left>" => drop(line.left()),
        "<right>" => drop(line.right()),
        "<home>" => line.home(),
        "<end>" => line.end(),
        "<c-w>" => drop(line.delete_word()),
        "<c-u>" => line.clear(),
        text => line.insert_str(text),
    }
}

#[test]
fn keys() {
    check(
        &[
            "제어 플레인",
            "<left>",
            "<left>",
            "<bs>",
            "<del>",
            "x",
            "<home>",
            "<bs>",
            "<del>",
            "<right>",
            "<end>",
            "<right>",
            "<c-w>",
            "<c-w>",
            "<c-w>",
            "a\nb\tc\u{1b}[31m",
            "<c-u>",
        ],
        expect![[r#"
            "제어 플레인" → 제어 플레인|
            "<left>" → 제어 플레|인
            "<left>" → 제어 플|레인
            "<bs>" → 제어 |레인
            "<del>" → 제어 |인
            "x" → 제어 x|인
            "<home>" → |제어 x인
            "<bs>" → |제어 x인
            "<del>" → |어 x인
            "<right>" → 어| x인
            "<end>" → 어 x인|
            "<right>" → 어 x인|
            "<c-w>" → 어 |
            "<c-w>" → |
            "<c-w>" → |
            "a\nb\tc\u{1b}[31m" → a b c|
            "<c-u>" → |
        "#]],
    );
    check(
        &[
            "e",
            "\u{301}",
            "<left>",
            "<right>",
            "<bs>",
            "👨\u{200d}👩",
            "<bs>",
            "\u{1112}",
            "\u{1161}",
            "\u{11ab}",
            "<bs>",
        ],
        expect![[r#"
            "e" → e|
            "\u{301}" → é|
            "<left>" → |é
            "<right>" → é|
            "<bs>" → |
            "👨\u{200d}👩" → 👨‍👩|
            "<bs>" → |
            "ᄒ" → ᄒ|
            "ᅡ" → 하|
            "ᆫ" → 한|
            "<bs>" → |
        "#]],
    );
}

#[test]
fn views() {
    let mut line = Line::new("컨테이너 런타임 ABC");
    let mut out = String::new();
    for _ in 0..13 {
        let row = |cols| {
            let (shown, cursor) = line.view(cols);
            format!("{:?} {cursor}", shown.as_str())
        };
        out += &format!("{:20} {:12} {:8} {}\n", row(30), row(8), row(3), row(1));
        line.left();
    }
    expect![[r#"
        "컨테이너 런타임 ABC" 19    "임 ABC" 6    "BC" 2   "" 0
        "컨테이너 런타임 ABC" 18    "타임 ABC" 7   "ABC" 2  "C" 0
        "컨테이너 런타임 ABC" 17    "타임 ABC" 6   " AB" 2  "B" 0
        "컨테이너 런타임 ABC" 16    "런타임 A" 7    " AB" 1  "A" 0
        "컨테이너 런타임 ABC" 15    " 런타임 " 7    "임 " 2   " " 0
        "컨테이너 런타임 ABC" 13    " 런타임 " 5    "임 " 0   "" 0
        "컨테이너 런타임 ABC" 11    "너 런타" 5     "타" 0    "" 0
        "컨테이너 런타임 ABC" 9     "이너 런" 5     " 런" 1   "" 0
        "컨테이너 런타임 ABC" 8     "테이너 " 6     "너 " 2   " " 0
        "컨테이너 런타임 ABC" 6     "컨테이너" 6     "너 " 0   "" 0
        "컨테이너 런타임 ABC" 4     "컨테이너" 4     "이" 0    "" 0
        "컨테이너 런타임 ABC" 2     "컨테이너" 2     "테" 0    "" 0
        "컨테이너 런타임 ABC" 0     "컨테이너" 0     "컨" 0    "" 0
    "#]]
    .assert_eq(&out);
}

#[test]
fn capacity() {
    let mut line = Line::new(&"가".repeat(CAPACITY - 1));
    line.insert_str("나다라");
    assert_eq!(line.text().chars().count(), CAPACITY);
    assert!(line.text().ends_with('나'));
}

proptest! {
    #[test]
    fn whatever_is_pressed(
        presses in proptest::collection::vec(prop_oneof![
            nasty(),
            proptest::sample::select(vec!["<bs>", "<del>", "<left>", "<right>", "<home>", "<end>", "<c-w>"])
                .prop_map(String::from),
        ], 0..12),
        cols in 0usize..12,
    ) {
        let mut line = Line::default();
        for key in &presses {
            press(&mut line, key);
            prop_assert!(Clean::is_clean(line.text()));
            prop_assert!(line.text().chars().count() <= CAPACITY);
            let at = line.cursor();
            prop_assert!(at == line.text().len() || width::graphemes(line.text()).any(|(start, _, _)| start == at));
            let (shown, column) = line.view(cols);
            prop_assert!(width::width(&shown) <= cols);
            prop_assert!(column < cols.max(1), "{} of {} in {:?}", column, cols, line);
        }
    }
}
