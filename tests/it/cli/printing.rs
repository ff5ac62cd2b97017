//! show, and notes printed where standard output is no terminal.

use std::io::Write;

use expect_test::expect;

use super::{TEA, gongbu};

#[test]
fn a_section_and_those_under_it() {
    gongbu("-n tea.md show 1 --lang ko").file("tea.md", TEA).check(expect![[r#"
        1. 준비
        ───────

        1.1 도구

        • 주전자: 물을 끓이는 그릇
        • 찻잔(Cup): 차를 담는 그릇

        1.1 물

        물은 주전자에 담는다.

        1.2 불

        아직 내용이 없는 절입니다
        = 0
    "#]]);
    gongbu("-n tea.md show 1.1#2 --color always").file("tea.md", TEA).check(expect![[r#"
        ␛[1;36m1.1 물␛[0m

        물은 주전자에 담는다.
        = 0
    "#]]);
    gongbu("-n tea.md show 1-2. --width 12 --ascii").file("tea.md", TEA).check(expect![[r#"
        1.2 불

        This section
        has no text
        yet
        = 0
    "#]]);
}

#[test]
fn a_long_list_stands_together() {
    // Long enough for several parts.
    let items: String = (0..4000).map(|i| format!("- item {i} with some words\n")).collect();
    let call = gongbu("x.md").file("x.md", format!("# A\n{items}"));
    let output = call.command().output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().filter(|line| line.is_empty()).count(), 1);
    assert_eq!(text.lines().filter(|line| line.starts_with("• item")).count(), 4000);
}

#[test]
fn the_source() {
    gongbu("-n tea.md show 1.1 --markdown").file("tea.md", TEA).check(expect![[r#"
        ## 1.1 도구
        - 주전자: 물을 끓이는 그릇
        - **찻잔(Cup)**: 차를 담는 그릇

        ! gongbu: 1.1: other sections have this address, too: 1.1#2
        = 0
    "#]]);
    // Tabs, spaces at the end and decomposed letters stay; what harms a terminal does not.
    let note = "# A\r\n\tone  \r\n한\u{1b}[31m글 \u{202e}끝\n\n\u{1112}\u{1161}\u{11ab}";
    gongbu("-n x.md show a --markdown").file("x.md", note).check(expect![[r#"
        # A
        	one  
        한글 끝

        한
        ! gongbu: characters that could harm the terminal were left out (lines: 1)
        = 0
    "#]]);
}

#[test]
fn headings_have_the_level_of_their_depth() {
    let note = "# 1. A\n# 1.1 B\n# 1.1.1 C\n# Other\nSetext\n---\ntext\n";
    gongbu("x.md --color always").file("x.md", note).check(expect![[r#"
        ␛[1;4;35m1. A␛[0m
        ␛[2m────␛[0m

        ␛[1;36m1.1 B␛[0m

        ␛[1;34m1.1.1 C␛[0m

        ␛[2mThis section has no text yet␛[0m

        ␛[1;4;35mOther␛[0m
        ␛[2m─────␛[0m

        ␛[1;36mSetext␛[0m

        text
        = 0
    "#]]);
}

#[test]
fn an_address_that_several_sections_have() {
    let call = |args| gongbu(args).file("a/tea.md", TEA).file("b/tea.md", "# 1.1 Water\ntext\n");
    call("-n tea.md show 1.1").file("tea.md", TEA).check(expect![[r#"
        1.1 도구

        • 주전자: 물을 끓이는 그릇
        • 찻잔(Cup): 차를 담는 그릇
        ! gongbu: 1.1: other sections have this address, too: 1.1#2
        = 0
    "#]]);
    call("-n a -n b/tea.md show 1.1").check(expect![[r#"
        1.1 도구

        • 주전자: 물을 끓이는 그릇
        • 찻잔(Cup): 차를 담는 그릇
        ! gongbu: 1.1: other sections have this address, too: b/tea:1.1, a/tea:1.1#2
        = 0
    "#]]);
    call("-n . show b/tea:1.1").check(expect![[r#"
        1.1 Water
        ─────────

        text
        = 0
    "#]]);
    call("-n . show §b/tea:1.1").check(expect![[r#"
        1.1 Water
        ─────────

        text
        = 0
    "#]]);
    call("-n . show b/tea:").check(expect![[r#"
        1.1 Water
        ─────────

        text
        = 0
    "#]]);
    call("-n . show tea:2").check(expect![[r#"
        2. 용어집
        ─────────

        • 다관: 찻잎을 우리는 주전자
        = 0
    "#]]);
}

#[test]
fn an_address_that_nothing_has() {
    gongbu("-n tea.md show 1.9").file("tea.md", TEA).check(expect![[r#"
        ! gongbu: 1.9: no such section; near it: 1.2, 1.1, 1.1#2
        = 1
    "#]]);
    gongbu("-n tea.md show 9.1 --lang ko").file("tea.md", TEA).check(expect![[r#"
        ! gongbu: 9.1: 그런 절이 없습니다. 가까운 주소: 2, 1
        = 1
    "#]]);
    gongbu("-n tea.md show 용어").file("tea.md", TEA).check(expect![[r#"
        ! gongbu: 용어: no such section; near it: 2
        = 1
    "#]]);
    gongbu("-n tea.md show zzzz\u{1b}[31m").file("tea.md", TEA).check(expect![[r#"
        ! gongbu: zzzz�[31m: no such section
        = 1
    "#]]);
}

#[test]
fn a_note_without_a_terminal() {
    gongbu("tea.md --lang ko").file("tea.md", TEA).check(expect![[r#"
        차 마시기
        ─────────

        물을 먼저 끓인다.

        1. 준비
        ───────

        1.1 도구

        • 주전자: 물을 끓이는 그릇
        • 찻잔(Cup): 차를 담는 그릇

        1.1 물

        물은 주전자에 담는다.

        1.2 불

        아직 내용이 없는 절입니다

        2. 용어집
        ─────────

        • 다관: 찻잎을 우리는 주전자
        = 0
    "#]]);
    gongbu("b.md - a.md")
        .file("a.md", "plain\n")
        .file("b.md", "# B\n\n> [!NOTE]\n> said\n")
        .stdin("# 표준 입력\n글\n")
        .check(expect![[r#"
            == b ==

            B
            ─

            │ Note
            │ said

            == - ==

            표준 입력
            ─────────

            글

            == a ==

            plain
            = 0
        "#]]);
    gongbu("-").stdin("한글 [링크](https://example.com) `code`").check(expect![[r#"
        한글 링크 code
        = 0
    "#]]);
    gongbu("-- -x.md").file("-x.md", "dash\n").check(expect![[r#"
        dash
        = 0
    "#]]);
    gongbu("./toc").file("toc", "a file\n").check(expect![[r#"
        a file
        = 0
    "#]]);
}

#[test]
fn colours_when_they_are_wanted() {
    let call = |args| gongbu(args).stdin("**bold**");
    call("-").check(expect![[r#"
        bold
        = 0
    "#]]);
    call("-").env("CLICOLOR_FORCE", "1").check(expect![[r#"
        ␛[1mbold␛[0m
        = 0
    "#]]);
    call("-").env("CLICOLOR_FORCE", "0").check(expect![[r#"
        bold
        = 0
    "#]]);
    call("-").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").check(expect![[r#"
        bold
        = 0
    "#]]);
    call("- --color always").env("NO_COLOR", "1").check(expect![[r#"
        ␛[1mbold␛[0m
        = 0
    "#]]);
    call("- --color never").env("CLICOLOR_FORCE", "1").check(expect![[r#"
        bold
        = 0
    "#]]);
}

#[test]
fn the_language_comes_from_the_locale() {
    let call = |args| gongbu(args).stdin("# 1. A\n");
    call("toc -").check(expect![[r#"
        1. A  (empty)
        = 0
    "#]]);
    call("toc -").env("LANG", "ko_KR.UTF-8").check(expect![[r#"
        1. A  (빈 절)
        = 0
    "#]]);
    call("toc -").env("LANG", "ko_KR.UTF-8").env("LC_ALL", "C").check(expect![[r#"
        1. A  (empty)
        = 0
    "#]]);
    call("toc -").env("LANG", "en_US").env("LC_MESSAGES", "ko").check(expect![[r#"
        1. A  (빈 절)
        = 0
    "#]]);
    call("toc - --lang en").env("LANG", "ko_KR.UTF-8").check(expect![[r#"
        1. A  (empty)
        = 0
    "#]]);
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let call = gongbu("-");
    let mut child = call.command().spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all("# 제목\n\n긴 글\n\n".repeat(5000).as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn printed_in_the_theme_that_was_chosen() {
    let note = "# 1. A\n\n**Bold**, `code`, ==marked==, [a link](b.md).\n\n> [!TIP]\n> Do.\n";
    let call = |args: &str| gongbu(args).file("n.md", note).env("COLORTERM", "truecolor");
    call("show 1 -n n.md --color always").check(expect![[r#"
        ␛[1;4;35m1. A␛[0m
        ␛[2m────␛[0m

        ␛[1mBold␛[0m, ␛[32mcode␛[0m, ␛[7mmarked␛[0m, ␛[4;34ma link␛[0m.

        ␛[1;32m│␛[0m ␛[1;32mTip␛[0m
        ␛[1;32m│␛[0m Do.
        = 0
    "#]]);
    call("show 1 -n n.md --color always --theme dark").check(expect![[r#"
        ␛[1;38;2;95;215;215m1. A␛[0m
        ␛[38;2;168;168;168m────␛[0m

        ␛[1mBold␛[0m, ␛[38;2;175;215;135mcode␛[0m, ␛[7mmarked␛[0m, ␛[4;38;2;135;175;255ma link␛[0m.

        ␛[1;38;2;95;215;215m│␛[0m ␛[1;38;2;95;215;215mTip␛[0m
        ␛[1;38;2;95;215;215m│␛[0m Do.
        = 0
    "#]]);
    call("show 1 -n n.md --color always --theme ansi-light").check(expect![[r#"
        ␛[1;34m1. A␛[0m
        ␛[2m────␛[0m

        ␛[1mBold␛[0m, ␛[35mcode␛[0m, ␛[7mmarked␛[0m, ␛[4;34ma link␛[0m.

        ␛[1;34m│␛[0m ␛[1;34mTip␛[0m
        ␛[1;34m│␛[0m Do.
        = 0
    "#]]);
    call("show 1 -n n.md --color always").env("GONGBU_THEME", "mono").check(expect![[r#"
        ␛[1m1. A␛[0m
        ␛[2m────␛[0m

        ␛[1mBold␛[0m, code, ␛[7mmarked␛[0m, ␛[1;4ma link␛[0m.

        ␛[1m│␛[0m ␛[1mTip␛[0m
        ␛[1m│␛[0m Do.
        = 0
    "#]]);
    call("show 1 -n n.md --theme dark").check(expect![[r#"
        1. A
        ────

        Bold, code, marked, a link.

        │ Tip
        │ Do.
        = 0
    "#]]);
    call("toc n.md --color always --theme mono").check(expect![[r#"
        1. A
        = 0
    "#]]);
}
