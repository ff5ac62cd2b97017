//! The patterns of syntaxes as the build writes them: smaller, and none of them lost.

use expect_test::{Expect, expect};
use syntect::parsing::Regex;
use syntect::parsing::syntax_definition::Pattern;

#[path = "../../../build/narrow.rs"]
mod build;

use build::narrow;

fn check(patterns: &[&str], expected: Expect) {
    let lines: Vec<String> =
        patterns.iter().map(|pattern| format!("{pattern}  {}\n", narrow(pattern))).collect();
    expected.assert_eq(&lines.concat());
}

#[test]
fn classes_become_ranges() {
    check(
        &[
            r"\w+\W",
            r"[\w$-]|[^\w]",
            r"[\W]\D\d",
            r"(\d*)(<<)\s*([\p{L}_][\p{L}\p{N}_]*)",
            r"[^\P{L}]\p{Lu}\p{Ll}",
            r"\\w\[\w]\]",
            r"\p{Sm}\p{Greek}\pL",
            r"[[:alpha:]\d]\p{",
            r"한글\",
        ],
        expect![[r#"
            \w+\W  [0-9A-Za-z_\x{80}-\x{10FFFF}]+[^0-9A-Za-z_\x{80}-\x{10FFFF}]
            [\w$-]|[^\w]  [0-9A-Za-z_\x{80}-\x{10FFFF}$-]|[^0-9A-Za-z_\x{80}-\x{10FFFF}]
            [\W]\D\d  [[^0-9A-Za-z_\x{80}-\x{10FFFF}]][^0-9][0-9]
            (\d*)(<<)\s*([\p{L}_][\p{L}\p{N}_]*)  ([0-9]*)(<<)\s*([A-Za-z\x{80}-\x{10FFFF}_][A-Za-z\x{80}-\x{10FFFF}0-9_]*)
            [^\P{L}]\p{Lu}\p{Ll}  [^[^A-Za-z\x{80}-\x{10FFFF}]][A-Z][a-z]
            \\w\[\w]\]  \\w\[[0-9A-Za-z_\x{80}-\x{10FFFF}]]\]
            \p{Sm}\p{Greek}\pL  \p{Sm}\p{Greek}\pL
            [[:alpha:]\d]\p{  [[:alpha:]0-9]\p{
            한글\  한글\
        "#]],
    );
}

#[test]
fn every_pattern_is_still_one() {
    let mut count = 0;
    for syntax in two_face::syntax::extra_newlines().into_builder().syntaxes() {
        for pattern in syntax.contexts.values().flat_map(|context| &context.patterns) {
            let Pattern::Match(pattern) = pattern else { continue };
            let pattern = pattern.regex.regex_str();
            let narrowed = narrow(pattern);
            // Some are none before what they refer to is put in.
            if narrowed != pattern && Regex::try_compile(&narrowed).is_some() {
                assert!(Regex::try_compile(pattern).is_some(), "{pattern}\n{narrowed}");
            }
            count += usize::from(narrowed != pattern);
        }
    }
    assert!(count > 1_000, "{count}");
}
