//! The reader line by line, through pipes: lines in, text out.

use std::io::{Read, Write};

use expect_test::expect;

use super::{Call, TEA, gongbu};

/// A call that knows the system's files for its terminal only.
fn linear(lines: &str) -> Call {
    gongbu("--lang en --linear tea.md").file("tea.md", TEA).stdin(lines)
}

#[test]
fn lines_in_and_text_out() {
    linear("\n\n1.1#2\ng cup\nq\nnever read\n").check(expect![[r#"
        Open: notes 1, sections 5. Enter reads on, ? is help, q quits.
        Note: 차 마시기
        Before the first section (sections: 5)
        물을 먼저 끓인다.
        Heading 1: 1. 준비 (section 1 of 5)
        Heading 2: 1.1 도구 (section 2 of 5)
        - 주전자: 물을 끓이는 그릇
        - 찻잔(Cup): 차를 담는 그릇
        Heading 2: 1.1 물 (section 3 of 5)
        물은 주전자에 담는다.
        Term: 찻잔 (Cup)
        Sense 1, §1.1 도구, inferred from the text:
        차를 담는 그릇
        찻잔: where it is explained and used (2)
        1. §1.1 도구, explained
        2. make a card of a term that is only inferred
        Goodbye
        = 0
    "#]]);
    gongbu("--linear tea.md")
        .env("LANG", "ko_KR.UTF-8")
        .file("tea.md", TEA)
        .stdin("2\nㅂ\n")
        .check(expect![[r#"
            노트 1개, 절 5개를 열었습니다. Enter는 이어 읽기, ?는 도움말, q는 끝내기입니다.
            노트: 차 마시기
            첫 절 앞의 글 (절 5개)
            물을 먼저 끓인다.
            제목 1: 2. 용어집 (절 5개 중 5번째)
            - 다관: 찻잎을 우리는 주전자
            끝냅니다
            = 0
        "#]]);
}

#[test]
fn the_end_of_the_lines_is_the_end() {
    linear("").check(expect![[r#"
        Open: notes 1, sections 5. Enter reads on, ? is help, q quits.
        Note: 차 마시기
        Before the first section (sections: 5)
        물을 먼저 끓인다.
        = 0
    "#]]);
    linear("c").check(expect![[r#"
        Open: notes 1, sections 5. Enter reads on, ? is help, q quits.
        Note: 차 마시기
        Before the first section (sections: 5)
        물을 먼저 끓인다.
        Contents (6)
        1. 차 마시기 (here)
        2. §1 준비
        3. §1.1 도구
        4. §1.1#2 물
        5. §1.2 불 (empty)
        6. §2 용어집
        = 0
    "#]]);
    linear("끝\n").check(expect![[r#"
        Open: notes 1, sections 5. Enter reads on, ? is help, q quits.
        Note: 차 마시기
        Before the first section (sections: 5)
        물을 먼저 끓인다.
        Goodbye
        = 0
    "#]]);
}

#[test]
fn any_bytes_are_lines() {
    let call = gongbu("--lang en --linear tea.md").file("tea.md", TEA);
    let mut bytes = b"\xff\xfe\x1b]0;x\x07\r\nc\r\n".to_vec();
    bytes.extend(b"x".repeat(100_000));
    bytes.extend(b"\nq\n");
    let folder = &call.folder;
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gongbu"));
    command.args(["--lang", "en", "--linear", "tea.md"]).current_dir(folder.path("")).env_clear();
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.chars().all(|c| c == '\n' || !c.is_control()), "{said:?}");
    assert!(said.lines().all(|line| line.len() < 5_000));
    let short: String = said.replace(&"x".repeat(1_000), "");
    expect![[r#"
        Open: notes 1, sections 5. Enter reads on, ? is help, q quits.
        Note: 차 마시기
        Before the first section (sections: 5)
        물을 먼저 끓인다.
        Not understood: ��. For help: ?
        Contents (6)
        1. 차 마시기 (here)
        2. §1 준비
        3. §1.1 도구
        4. §1.1#2 물
        5. §1.2 불 (empty)
        6. §2 용어집
        Not understood: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx. For help: ?
        Goodbye
    "#]].assert_eq(&short);
}

#[test]
fn a_note_may_come_through_standard_input() {
    // There is no terminal that lines could come from.
    gongbu("--lang en --linear -").stdin(TEA).check(expect![[r#"
        Open: notes 1, sections 5. Enter reads on, ? is help, q quits.
        Note: 차 마시기
        Before the first section (sections: 5)
        물을 먼저 끓인다.
        = 0
    "#]]);
}

#[test]
fn what_cannot_be_read() {
    gongbu("--lang en --linear nowhere.md").stdin("c\n").check(expect![[r#"
        ! gongbu: nowhere.md: no such file or folder
        = 2
    "#]]);
    gongbu("--lang en --linear folder").file("folder/picture.txt", "x").check(expect![[r#"
        ! gongbu: folder: no notes (.md) in this folder
        = 2
    "#]]);
    gongbu("--lang en --linear a.md nowhere.md").file("a.md", "# A\ntext\n").check(expect![[r#"
        Open: notes 1, sections 1. Enter reads on, ? is help, q quits.
        Note: a
        Heading 1: A (section 1 of 1)
        text
        ! gongbu: nowhere.md: no such file or folder
        = 2
    "#]]);
    gongbu("--lang en --linear --config c.toml a.md")
        .file("a.md", "# A\ntext\n")
        .file("c.toml", "lienar = true\n")
        .stdin("q\n")
        .check(expect![[r#"
            Open: notes 1, sections 1. Enter reads on, ? is help, q quits.
            Note: a
            Heading 1: A (section 1 of 1)
            text
            Goodbye
            ! gongbu: c.toml:1:1: unknown option "lienar": did you mean "linear"?
            !   |
            ! 1 | lienar = true
            !   | ^^^^^^
            !   |
            !   = help: gongbu config --default lists all options
            = 0
        "#]]);
}

#[test]
fn what_is_chosen_for_people_leaves_pipes_alone() {
    let call = || gongbu("--lang en a.md").file("a.md", "# A\ntext\n").stdin("q\n");
    call().env("ACCESSIBLE", "1").check(expect![[r#"
        A
        ─

        text
        = 0
    "#]]);
    call().env("GONGBU_LINEAR", "true").check(expect![[r#"
        A
        ─

        text
        = 0
    "#]]);
    call().file("c.toml", "linear = true\n").env("GONGBU_CONFIG", "c.toml").check(expect![[r#"
        A
        ─

        text
        = 0
    "#]]);
    // Listings are lines anyway.
    gongbu("--lang en --linear toc a.md").file("a.md", "# A\ntext\n").check(expect![[r#"
        A
        = 0
    "#]]);
    gongbu("config --lang en").env("ACCESSIBLE", "1").env("GONGBU_CONFIG", "").check(expect![[
        r##"
        # no configuration file
        language = "en"        # --lang
        theme = "auto"         # default
        ascii = "auto"         # default
        text-width = 88        # default
        cut-code = false       # default
        show-contents = true   # default
        show-glossary = true   # default
        images = true          # default
        mouse = true           # default
        remember = true        # default
        editor = "auto"        # default
        typed-answers = false  # default
        new-cards = 20         # default
        daily-cards = 200      # default
        retention = 90         # default
        day-start = 4          # default
        linear = true          # ACCESSIBLE
        notes = []             # default
        = 0
    "##
    ]]);
    for off in ["", "0", "false"] {
        gongbu("config").env("ACCESSIBLE", off).check_contains("linear = false");
    }
    gongbu("config")
        .env("ACCESSIBLE", "1")
        .env("GONGBU_LINEAR", "0")
        .check_contains("linear = false");
}

#[test]
fn the_place_is_remembered_and_notes_are_read_again() {
    let call = linear("1.2\n");
    let run = |lines: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gongbu"));
        let state = call.folder.path("state");
        command.args(["--lang", "en", "--linear", "tea.md"]).current_dir(call.folder.path(""));
        command.env_clear().env("XDG_STATE_HOME", state);
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut stdout = std::io::BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        for line in lines.lines() {
            if line == "(changes)" {
                // What was asked before is answered before the note changes.
                while !said.contains("section 4 of 5") {
                    std::io::BufRead::read_line(&mut stdout, &mut said).unwrap();
                }
                call.folder
                    .write("tea.md", TEA.replace("## 1.2 불\n", "## 1.2 불\n\n센 불이다.\n\n"));
                continue;
            }
            writeln!(stdin, "{line}").unwrap();
        }
        drop(stdin);
        stdout.read_to_string(&mut said).unwrap();
        assert!(child.wait().unwrap().success());
        said
    };
    expect![[r#"
        Open: notes 1, sections 5. Enter reads on, ? is help, q quits.
        Note: 차 마시기
        Before the first section (sections: 5)
        물을 먼저 끓인다.
        Heading 2: 1.2 불 (section 4 of 5)
        This section has no text yet
    "#]]
    .assert_eq(&run("1.2"));
    expect![[r#"
        Open: notes 1, sections 5. Enter reads on, ? is help, q quits.
        Note: 차 마시기
        Heading 2: 1.2 불 (section 4 of 5)
        This section has no text yet
        Changed: 1.2 불 (lines +3 −0)
        Note: 차 마시기
        Heading 1: 2. 용어집 (section 5 of 5)
        - 다관: 찻잎을 우리는 주전자
        Heading 2: 1.2 불 (section 4 of 5)
        센 불이다.
    "#]]
    .assert_eq(&run("(changes)\nr\n2\nnext-change"));
}

#[cfg(unix)]
#[test]
fn who_reads_no_more_ends_it_without_complaint() {
    let call = linear("");
    let mut child = call.command().spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut first = [0; 4];
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    // At the latest the second answer finds nobody.
    let _ = stdin.write_all(b"c\nc\nc\n");
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
