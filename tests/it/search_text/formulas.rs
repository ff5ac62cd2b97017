//! Formulas: what is read is found, not what is written.

use expect_test::expect;
use gongbu::search::text::{self, Pattern};

use super::check;

#[test]
fn formulas_are_found_as_they_are_read() {
    let source = "---\nmath: true\n---\n넓이는 $\\pi r^2$이고\n\n$$\\frac{a}{b}$$\n";
    check(
        source,
        "πr²",
        expect![[r#"
        0: 넓이는 [πr²]이고  ["\\pi r^2"]
    "#]],
    );
    check(
        source,
        "a/b",
        expect![[r#"
        0: [a/b]  ["\\frac{a}{b}"]
    "#]],
    );
    check(source, "r2", expect![[r#""#]]);
    assert!(text::may_be_in(&Pattern::new("a/b").unwrap(), "$$\\frac{a}{b}$$"));
    assert!(text::may_be_in(&Pattern::new("re:ab").unwrap(), "---\nmathjax: yes\n---\n$c{b}$"));
    assert!(!text::may_be_in(&Pattern::new("re:ab").unwrap(), "---\ntitle: x\n---\n$c{b}$"));
}
