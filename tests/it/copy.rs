//! Copying: notes and keys in, what goes to the clipboard out.

use expect_test::{Expect, expect};
use gongbu::app::Effect;
use gongbu::app::copy::Copied;
use proptest::prelude::*;

use crate::screen::App;

fn app(text: &str) -> App {
    App::new(&[("note.md".to_owned(), text.to_owned())], 60, 20)
}

/// What the last key gave to the clipboard, and what was said of it.
fn copied(app: &App) -> (Option<&str>, String) {
    let text = app.effects.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    (text, app.state.notice.clone().unwrap_or_default().into_string())
}

#[track_caller]
fn check(text: &str, keys: &str, expect: Expect) {
    let mut app = app(text);
    app.keys(keys);
    let (text, said) = copied(&app);
    expect.assert_eq(&format!("{said}\n---\n{}", text.unwrap_or("(none)")));
}

#[test]
fn the_source_of_the_section() {
    let note = "머리말\n\n# 1. A\n\n**굵은** 글\n\n\n## 1.1 B\n\n끝\n";
    check(
        note,
        "]  y",
        expect![[r#"
        절의 원문을 클립보드로 보냈습니다 (줄 3개)
        ---
        # 1. A

        **굵은** 글"#]],
    );
    check(
        note,
        "y",
        expect![[r#"
        절의 원문을 클립보드로 보냈습니다 (줄 1개)
        ---
        머리말"#]],
    );
    check(
        note,
        "] shift-tab y",
        expect![[r#"
        절의 원문을 클립보드로 보냈습니다 (줄 3개)
        ---
        # 1. A

        **굵은** 글"#]],
    );
    check(
        "# 1. A\n",
        "y",
        expect![[r#"
        절의 원문을 클립보드로 보냈습니다 (줄 1개)
        ---
        # 1. A"#]],
    );
}

#[test]
fn a_list_where_there_is_more() {
    let mut app = app(
        "# 1. A\n\n```sh\nls -l\n```\n\n[글](https://example.org/)\n\n    x = 1\n\n> ```\n> y\n> ```\n",
    );
    app.keys("y");
    expect![[r#"
        ┌ 복사 · 후보 5개 ─────────────────────────────────────────┐
        │ > ▏                                                       │
        │ 코드  ls -l  줄 1개                                      │
        │ 코드  x = 1  줄 1개                                      │
        │ 코드  y  줄 1개                                          │
        │ 링크  https://example.org/                               │
        │ 절    1. A  줄 13개                                      │
        └──────────────────────────────────────────────────────────┘
        │ 글                                                       │
        │                                                          │
        │ ┌──────────────────┐                                     │
        │ │ x = 1            │                                     │
        │ └──────────────────┘                                     │
        │                                                          │
        │ │ ┌──────────────────┐                                   │
        │ │ │ y                │                                   │
        │ │ └──────────────────┘                                   │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
         note › §1  100 %                     Enter 열기  Esc 닫기
    "#]]
    .assert_eq(&app.screen());
    app.keys("down enter");
    assert_eq!(copied(&app).0, Some("x = 1"));
    assert!(!app.screen().contains("복사 ·"));
    app.keys("y down down down enter");
    assert_eq!(copied(&app).0, Some("https://example.org/"));
    app.keys("y l s enter");
    assert_eq!(copied(&app).0, Some("ls -l"));
    app.keys("y esc");
    assert_eq!(copied(&app), (None, String::new()));
}

#[test]
fn code_is_copied_as_it_stands() {
    let code = |fenced: &str| {
        let mut app = app(&format!("# 1. A\n\n{fenced}\n"));
        app.keys("y enter");
        copied(&app).0.unwrap().to_owned()
    };
    assert_eq!(code("```make\nall:\n\techo\ta\n\n  \nb\n```"), "all:\n\techo\ta\n\n  \nb");
    assert_eq!(code("abc:\n\n    ab\tc\n\td\n"), "ab\tc\nd");
    assert_eq!(code("1. 글\n\n   ~~~\n   a\n     b\n   ```\n   ~~~"), "a\n  b\n```");
    assert_eq!(code("> ```\n> a\n>\n> \tb\n> ```"), "a\n\n\tb");
    assert_eq!(
        code("```\n한글 \u{1112}\u{1161}\u{11ab} é\n```"),
        "한글 \u{1112}\u{1161}\u{11ab} é"
    );
    assert_eq!(code("<pre>\na &lt; b\n</pre>"), "a < b");
    assert_eq!(code("```\nno end"), "no end");
}

#[test]
fn what_could_do_harm_is_left_out_and_said() {
    check(
        "# 1. A\n\n```sh\nls\u{1b}[31m -l\n\techo \u{202e}a\nb\n```\n",
        "y enter",
        expect![[r#"
        코드를 클립보드로 보냈습니다 (줄 3개); 해로울 수 있는 문자를 뺐습니다 (줄 2개)
        ---
        ls -l
        	echo a
        b"#]],
    );
}

#[test]
fn what_is_too_long_is_said_to_be() {
    let note = format!("# 1. A\n\n{}", "word ".repeat(Copied::LIMIT / 5));
    check(
        &note,
        "y",
        expect![[r#"
        복사하기에 너무 깁니다 (56248바이트, 한도 56244바이트)
        ---
        (none)"#]],
    );
    let mut app = app(&note[..Copied::LIMIT]);
    app.keys("y");
    assert_eq!(copied(&app).0.map(str::len), Some(Copied::LIMIT));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_but_text_is_copied(code in "(.|[\u{1b}\u{9b}\\[m0-9가\t\n\u{202e} `~>-]){0,60}") {
        let mut app = app(&format!("# 1. A\n\n```\n{code}\n```\n"));
        for keys in ["y enter", "home y enter", "y up enter", "shift-tab y"] {
            app.keys(keys);
            if let (Some(text), _) = copied(&app) {
                let harm = |c: char| c.is_control() && c != '\n' && c != '\t';
                prop_assert!(!text.contains(harm) && !text.contains('\u{202e}'), "{:?}", text);
            }
            app.keys("esc esc");
        }
    }

    #[test]
    fn code_is_the_same_wherever_it_stands(
        lines in prop::collection::vec("[a-z가\t #|-]{0,12}", 1..8),
        before in prop::sample::select(vec!["", "   ", "> ", "> > "]),
    ) {
        let code = lines.join("\n");
        prop_assume!(!code.trim().is_empty() && !code.ends_with('\n'));
        let lead = |line: &str| format!("{before}{line}\n");
        let item = if before == "   " { "1. 글\n\n" } else { "" };
        let body: String = lines.iter().map(|line| lead(line)).collect();
        let note = format!("# 1. A\n\n{item}{}{body}{}", lead("```"), lead("```"));
        let mut app = app(&note);
        app.keys("y enter");
        prop_assert_eq!(copied(&app).0, Some(code.as_str()), "{}", note);
    }
}

/// The terminal gets one sequence for its clipboard (OSC 52), and nothing asks it for what is there.
#[test]
#[cfg(unix)]
fn the_terminal_is_given_the_text() {
    use crate::files::Folder;
    use crate::term::Term;
    let folder = Folder::new();
    folder.write("note.md", "# 1. Alpha\n\n```sh\n\tls\u{1b}]52;c;eA==\u{7} -l\necho 글\n```\n");
    let mut term = Term::new(24, 80);
    let path = folder.path("note.md");
    term.start(&format!("\"{}\" --lang en \"{}\"", env!("CARGO_BIN_EXE_gongbu"), path.display()));
    term.wait_for("echo 글");
    assert!(!term.since().contains("\u{1b}]52"), "before it was asked for");
    term.keys("y");
    term.wait_for("Copy");
    assert!(!term.since().contains("\u{1b}]52"), "before it was chosen");
    term.keys("\r");
    term.wait_for("went to the clipboard");
    let log = term.since();
    let sequences: Vec<&str> = log.split("\u{1b}]52").skip(1).collect();
    let [sequence] = sequences.as_slice() else { panic!("{sequences:?}") };
    let (sequence, _) = sequence.split_once("\u{1b}\\").unwrap();
    // "\tls -l\necho 글" in base64.
    assert_eq!(sequence, ";c;CWxzIC1sCmVjaG8g6riA");
    term.keys("q");
    term.wait_for_prompt();
    term.assert_left();
}
