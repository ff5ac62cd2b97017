//! Each house rule, broken once: what the check says.

use expect_test::{Expect, expect};

use super::findings;

/// Checks what is found in one file of `code` (below a first line that is in order).
fn check(path: &str, code: &str, expected: Expect) {
    let text = format!("//! For trying.\n{code}");
    expected.assert_eq(&findings(&[(path, &text)]).join("\n"));
}

#[test]
fn files_that_break_a_rule() {
    expect!["src/text/a.rs:1: does not open with a `//!` line"]
        .assert_eq(&findings(&[("src/text/a.rs", "pub fn f() {}\n")]).join("\n"));
    check("src/text/mod.rs", "", expect!["src/text/mod.rs:1: a file is not called mod.rs"]);
    check(
        "src/utils.rs",
        "",
        expect![[r#"
        src/utils.rs:1: a file is not called utils.rs
        src/utils.rs:1: utils is no layer"#]],
    );
    check(
        "src/text/long.rs",
        &"\n".repeat(400),
        expect!["src/text/long.rs:401: 401 lines, more than 400"],
    );
    check(
        "tests/it/long.rs",
        &"\n".repeat(400),
        expect!["tests/it/long.rs:401: 401 lines, more than 400"],
    );
    check(
        "src/text/paths.rs",
        "// see /srv/notes\nlet p = \"/home/me\";\n",
        expect![[r#"
        src/text/paths.rs:2: names a path of some machine: /srv/notes
        src/text/paths.rs:3: names a path of some machine: /home/me"#]],
    );
    expect!["README.md:1: names a path of some machine: /tmp/a"]
        .assert_eq(&findings(&[("README.md", "Run `/tmp/a` and `a/tmp/b`.")]).join("\n"));
}

#[test]
fn layers_that_break_a_rule() {
    check(
        "src/text/a.rs",
        "use crate::words::Word;\n",
        expect!["src/text/a.rs:2: text must not know words"],
    );
    check(
        "src/diag.rs",
        "use crate::{\n    text::span,\n    doc::{Block, Inline},\n};\n",
        expect!["src/diag.rs:2: diag must not know doc"],
    );
    check(
        "src/layout.rs",
        "fn f() { let _ = crate::tui::run(); }\n",
        expect!["src/layout.rs:2: layout must not know tui"],
    );
    check(
        "src/app/a.rs",
        "use crate::store;\nuse crate::Word;\n",
        expect![[r#"
        src/app/a.rs:2: app must not know store
        src/app/a.rs:3: crate::Word is in no layer"#]],
    );
    check(
        "src/doc/a.rs",
        "use super::model;\nuse super::super::tui;\n",
        expect!["src/doc/a.rs:3: super::super::tui climbs out of doc; say crate::"],
    );
    check(
        "src/doc.rs",
        "#[cfg(test)]\nmod tests {\n    use crate::cli::a;\n    use super::b;\n}\n",
        expect!["src/doc.rs:4: doc must not know cli"],
    );
}

#[test]
fn purity_that_breaks_a_rule() {
    let all = "std::env::var std::fs::read std::io::stdin std::io::stdout std::io::stderr \
               std::net::TcpStream std::process::Command std::thread::spawn \
               std::time::Instant std::time::SystemTime crossterm::event";
    let uses: String = all.split_whitespace().map(|name| format!("use {name};\n")).collect();
    check(
        "src/app/a.rs",
        &uses,
        expect![[r#"
        src/app/a.rs:3: std::fs::read: only store touches the disk
        src/app/a.rs:2: std::env::var: app is pure
        src/app/a.rs:4: std::io::stdin: app is pure
        src/app/a.rs:5: std::io::stdout: app is pure
        src/app/a.rs:6: std::io::stderr: app is pure
        src/app/a.rs:7: std::net::TcpStream: app is pure
        src/app/a.rs:8: std::process::Command: app is pure
        src/app/a.rs:9: std::thread::spawn: app is pure
        src/app/a.rs:10: std::time::Instant: app is pure
        src/app/a.rs:11: std::time::SystemTime: app is pure
        src/app/a.rs:12: crossterm: app is pure"#]],
    );
    check(
        "src/tui/view/a.rs",
        &uses,
        expect![[r#"
        src/tui/view/a.rs:3: std::fs::read: only store touches the disk
        src/tui/view/a.rs:2: std::env::var: tui is pure
        src/tui/view/a.rs:4: std::io::stdin: tui is pure
        src/tui/view/a.rs:5: std::io::stdout: tui is pure
        src/tui/view/a.rs:6: std::io::stderr: tui is pure
        src/tui/view/a.rs:7: std::net::TcpStream: tui is pure
        src/tui/view/a.rs:8: std::process::Command: tui is pure
        src/tui/view/a.rs:9: std::thread::spawn: tui is pure
        src/tui/view/a.rs:10: std::time::Instant: tui is pure
        src/tui/view/a.rs:11: std::time::SystemTime: tui is pure
        src/tui/view/a.rs:12: crossterm: tui is pure"#]],
    );
    check(
        "src/tui/run.rs",
        &uses,
        expect!["src/tui/run.rs:3: std::fs::read: only store touches the disk"],
    );
    check("src/store/a.rs", &uses, expect![""]);
    check(
        "src/text/a.rs",
        "use std::{io, time::{self, Duration}};\nuse std::time as t;\n",
        expect![[r#"
            src/text/a.rs:2: std::io: text is pure
            src/text/a.rs:2: std::time::self: text is pure
            src/text/a.rs:3: std::time: text is pure"#]],
    );
    check(
        "src/text/a.rs",
        "use std::{fmt, io::{self as i, Write}};\nuse std::time::Duration;\n",
        expect!["src/text/a.rs:2: std::io::self: text is pure"],
    );
    check("src/text/a.rs", &format!("#[cfg(test)]\nmod tests {{\n{uses}}}\n"), expect![""]);
}

#[test]
fn names_that_are_out_of_their_place() {
    let uses = "use pulldown_cmark::Event;\nuse serde_yaml::Value;\nuse ratatui::widgets::Wrap;\n";
    check(
        "src/doc/parse.rs",
        uses,
        expect![[r#"
        src/doc/parse.rs:3: serde_yaml: only front matter is YAML
        src/doc/parse.rs:4: Wrap: ratatui's wrapping loses Korean text; layout wraps"#]],
    );
    check(
        "src/library/front_matter.rs",
        uses,
        expect![[r#"
        src/library/front_matter.rs:2: pulldown_cmark: only doc knows the Markdown parser
        src/library/front_matter.rs:4: Wrap: ratatui's wrapping loses Korean text; layout wraps"#]],
    );
    check(
        "src/library/front_matter_too.rs",
        uses,
        expect![[r#"
        src/library/front_matter_too.rs:2: pulldown_cmark: only doc knows the Markdown parser
        src/library/front_matter_too.rs:3: serde_yaml: only front matter is YAML
        src/library/front_matter_too.rs:4: Wrap: ratatui's wrapping loses Korean text; layout wraps"#]],
    );
    check(
        "src/tui/a.rs",
        "fn f() { p.wrap(w); }\n",
        expect!["src/tui/a.rs:2: wrap(): ratatui's wrapping loses Korean text; layout wraps"],
    );
}

#[test]
fn what_breaks_no_rule() {
    let harmless = r####"
        // use std::fs; crate::cli
        /* std::env /* crossterm */ std::net */
        fn f<'a>(s: &'a str) -> char {
            let _ = ("std::fs::read \" crate::tui", r#"crate::cli " std::env"#, b"crossterm");
            let _ = ('"', '\'', "/", "a/home/b", "img/tmp", "/assets/var/x.png", MyWrap, wrapper);
            let _ = crate::text::span::Span::new(0, std::mem::size_of::<u8>());
            '"'
        }
    "####;
    check("src/text/a.rs", harmless, expect![""]);
}
