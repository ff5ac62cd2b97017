//! Help, mistakes in the arguments, the manual page and completions, in both languages.

use expect_test::expect;

use super::gongbu;

#[test]
fn help_is_korean_where_that_is_spoken() {
    gongbu("toc -h").env("LANG", "ko_KR.UTF-8").check(expect![[r#"
        절을 나열합니다

        사용법: gongbu toc [OPTIONS] [PATH]...

        인자:
          [PATH]...  파일과 폴더, -는 표준 입력 [기본: --notes]

        선택 사항:
              --json  JSON으로 냅니다
          -h, --help  도움말을 보입니다

        모든 명령의 선택 사항:
              --color <WHEN>     색을 쓸 때(NO_COLOR와 CLICOLOR_FORCE를 따름) [값: auto, always, never] [기본: auto]
          -n, --notes <PATH>     모든 명령의 노트, 여러 번 쓸 수 있음 [환경 변수: GONGBU_NOTES, PATH처럼 나눔] [기본: 내장된 강의]
              --lang <LANGUAGE>  프로그램의 언어 [기본: LC_ALL, LC_MESSAGES, LANG의 언어] [값: ko, en]
              --encoding <NAME>  UTF-8이 아닌 노트의 인코딩(euc-kr, utf-16le 등)
              --theme <THEME>    화면의 색 [기본: 터미널에 맞춤]
              --ascii            테두리와 글머리표와 부호를 ASCII로 그립니다
              --config <FILE>    설정 파일 [환경 변수: GONGBU_CONFIG] [기본: XDG_CONFIG_HOME이나 ~/.config의
                                 gongbu/config.toml]

        종료 상태:
          0  목록을 냈습니다
          2  잘못 썼거나 읽을 수 없는 입력입니다
        = 0
    "#]]);
    gongbu("--lang ko show -h").check(expect![[r#"
        절과 그 아래 절을 인쇄합니다

        사용법: gongbu show [OPTIONS] <ADDRESS>

        인자:
          <ADDRESS>  번호(2.1), 같은 번호의 둘째(2.1#2), 제목(getting-started), 또는 그 앞에 NOTE:. NOTE:만 쓰면 노트 전체

        선택 사항:
              --width <COLUMNS>  너비(칸) [기본: 터미널의 너비, 많아야 88, 터미널이 아니면 80]
              --markdown         마크다운 원문을 인쇄합니다
          -h, --help             도움말을 보입니다

        모든 명령의 선택 사항:
              --color <WHEN>     색을 쓸 때(NO_COLOR와 CLICOLOR_FORCE를 따름) [값: auto, always, never] [기본: auto]
              --lang <LANGUAGE>  프로그램의 언어 [기본: LC_ALL, LC_MESSAGES, LANG의 언어] [값: ko, en]
          -n, --notes <PATH>     모든 명령의 노트, 여러 번 쓸 수 있음 [환경 변수: GONGBU_NOTES, PATH처럼 나눔] [기본: 내장된 강의]
              --encoding <NAME>  UTF-8이 아닌 노트의 인코딩(euc-kr, utf-16le 등)
              --theme <THEME>    화면의 색 [기본: 터미널에 맞춤]
              --ascii            테두리와 글머리표와 부호를 ASCII로 그립니다
              --config <FILE>    설정 파일 [환경 변수: GONGBU_CONFIG] [기본: XDG_CONFIG_HOME이나 ~/.config의
                                 gongbu/config.toml]

        보기:
          gongbu show 2.1          이 번호의 절
          gongbu show '2.1#2'      이 번호의 두 번째 절
          gongbu show eks:2.1      노트 eks.md의 절
          gongbu show getting-started --markdown

        종료 상태:
          0  찾았습니다
          1  그런 절이 없습니다
          2  잘못 썼거나 읽을 수 없는 입력입니다
        = 0
    "#]]);
}

#[test]
fn help_is_a_command_too() {
    gongbu("--lang ko man --help").check(expect![[r#"
        설명서(man 페이지)를 인쇄합니다

        사용법: gongbu man [OPTIONS]

        선택 사항:
          -h, --help  도움말을 보입니다

        모든 명령의 선택 사항:
              --color <WHEN>     색을 쓸 때(NO_COLOR와 CLICOLOR_FORCE를 따름) [값: auto, always, never] [기본: auto]
              --lang <LANGUAGE>  프로그램의 언어 [기본: LC_ALL, LC_MESSAGES, LANG의 언어] [값: ko, en]
              --encoding <NAME>  UTF-8이 아닌 노트의 인코딩(euc-kr, utf-16le 등)
              --theme <THEME>    화면의 색 [기본: 터미널에 맞춤]
              --ascii            테두리와 글머리표와 부호를 ASCII로 그립니다
              --config <FILE>    설정 파일 [환경 변수: GONGBU_CONFIG] [기본: XDG_CONFIG_HOME이나 ~/.config의
                                 gongbu/config.toml]

        보기:
          gongbu man | man -l -
        = 0
    "#]]);
    gongbu("help man").env("LANG", "ko").check(expect![[r#"
        설명서(man 페이지)를 인쇄합니다

        사용법: gongbu man [OPTIONS]

        선택 사항:
          -h, --help  도움말을 보입니다

        모든 명령의 선택 사항:
              --color <WHEN>     색을 쓸 때(NO_COLOR와 CLICOLOR_FORCE를 따름) [값: auto, always, never] [기본: auto]
              --lang <LANGUAGE>  프로그램의 언어 [기본: LC_ALL, LC_MESSAGES, LANG의 언어] [값: ko, en]
              --encoding <NAME>  UTF-8이 아닌 노트의 인코딩(euc-kr, utf-16le 등)
              --theme <THEME>    화면의 색 [기본: 터미널에 맞춤]
              --ascii            테두리와 글머리표와 부호를 ASCII로 그립니다
              --config <FILE>    설정 파일 [환경 변수: GONGBU_CONFIG] [기본: XDG_CONFIG_HOME이나 ~/.config의
                                 gongbu/config.toml]

        보기:
          gongbu man | man -l -
        = 0
    "#]]);
    gongbu("help man").env("LANG", "en").check(expect![[r#"
        Print the manual page

        Usage: gongbu man [OPTIONS]

        Options:
          -h, --help  Print help

        Options of every command:
              --color <WHEN>     When to use colours (NO_COLOR and CLICOLOR_FORCE are honoured) [default:
                                 auto] [possible values: auto, always, never]
              --lang <LANGUAGE>  The language of the program [default: that of LC_ALL, LC_MESSAGES or LANG]
                                 [possible values: ko, en]
              --encoding <NAME>  The encoding of notes that are not in UTF-8, such as euc-kr or utf-16le
              --theme <THEME>    The colours of the reader: auto, dark, light, ansi-dark, ansi-light, ansi,
                                 mono, or a theme of the configuration [default: auto, those that fit the
                                 terminal]
              --ascii            Draw borders, bullets and signs in ASCII
              --config <FILE>    The file of the configuration [env: GONGBU_CONFIG] [default:
                                 gongbu/config.toml in XDG_CONFIG_HOME or ~/.config]

        Examples:
          gongbu man | man -l -
        = 0
    "#]]);
}

#[test]
fn mistakes_are_said_in_korean() {
    gongbu("--lang ko --theem dark").check(expect![[r#"
        ! gongbu: 모르는 인자: --theem; 혹시 --theme?; gongbu --help 참고
        = 2
    "#]]);
    gongbu("--lang ko show").check(expect![[r#"
        ! gongbu: 빠진 인자: <ADDRESS>; gongbu --help 참고
        = 2
    "#]]);
    gongbu("--lang=ko show 1 --width 0").check(expect![[r#"
        ! gongbu: --width <COLUMNS>의 값이 아님: 0; gongbu --help 참고
        = 2
    "#]]);
    gongbu("--lang ko --color blue").check(expect![[r#"
        ! gongbu: --color <WHEN>의 값이 아님: blue; 쓸 수 있는 값: auto, always, never; gongbu --help 참고
        = 2
    "#]]);
    gongbu("--lang ko show 1 --markdown --width 3").check(expect![[r#"
        ! gongbu: 함께 쓸 수 없음: --markdown, --width <COLUMNS>; gongbu --help 참고
        = 2
    "#]]);
    gongbu("--lang ko --encoding").check(expect![[r#"
        ! gongbu: --encoding <NAME>에 값이 없음; gongbu --help 참고
        = 2
    "#]]);
    gongbu("--lang ko --encoding morse").check(expect![[r#"
        ! gongbu: --encoding <NAME>의 값이 아님: morse; gongbu --help 참고
        = 2
    "#]]);
    gongbu("--lang ko --ascii --ascii").check(expect![[r#"
        ! gongbu: --ascii: 한 번만 쓸 수 있음; gongbu --help 참고
        = 2
    "#]]);
}

/// What is printed on standard output.
fn printed(args: &str) -> String {
    let output = gongbu(args).command().output().unwrap();
    assert!(output.status.success(), "{args}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_manual_page_has_every_command_and_option() {
    for (lang, section) in [("ko", ".SH 명령"), ("en", ".SH COMMANDS")] {
        let page = printed(&format!("--lang {lang} man"));
        assert!(page.contains(section), "{page}");
        let help = printed(&format!("--lang {lang} --help"));
        let words = help.split([' ', ',', '\n', '[', ']', '=']);
        for option in words.filter(|word| word.starts_with("--")) {
            let option = option.trim_end_matches([')', ':', '.', '도']);
            // Hyphens are escaped for the typesetter.
            assert!(page.replace('\\', "").contains(option), "{lang} {option}");
        }
        for command in [
            "toc",
            "show",
            "glossary",
            "search",
            "check",
            "stats",
            "export",
            "import",
            "optimize",
            "config",
            "keys",
            "man",
            "completions",
        ] {
            assert!(page.contains(&format!(".SS \"gongbu {command}")), "{lang} {command}");
        }
    }
    let page = printed("--lang en man");
    let first: Vec<&str> = page.lines().take(24).collect();
    expect![[r#"
        .ie \n(.g .ds Aq \(aq
        .el .ds Aq '
        .TH gongbu 1  "gongbu 0.1.0"
        .SH NAME
        gongbu \- Study Markdown notes in the terminal: contents, text and glossary side by side
        .SH SYNOPSIS
        gongbu [OPTIONS] [PATH]... [COMMAND]
        .SH DESCRIPTION
        .PP
        Study Markdown notes in the terminal: contents, text and glossary side by side.
        .PP
        Where standard output is no terminal, the notes are printed instead. A first argument that is the name of a command is that command; write ./toc for a file that is called so.
        .SH OPTIONS
        .TP
        \fBPATH\fR
        Files and folders to read; \- is standard input [default: \-\-notes]
        .TP
        \fB\-n, \-\-notes PATH\fR
        The notes for every command; may be repeated [env: GONGBU_NOTES, separated as in PATH] [default: the built\-in course]
        .TP
        \fB\-\-color WHEN\fR
        When to use colours (NO_COLOR and CLICOLOR_FORCE are honoured)
        .TP
        \fB\-\-lang LANGUAGE\fR"#]].assert_eq(&first.join("\n"));
}

#[test]
fn shells_get_scripts() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&format!("--lang ko completions {shell}"));
        for word in ["glossary", "--strict", "--encoding"] {
            let word = if shell == "fish" { word.trim_start_matches('-') } else { word };
            assert!(script.contains(word), "{shell} {word}");
        }
    }
    gongbu("--lang ko completions csh").check(expect![[r#"
        ! gongbu: <SHELL>의 값이 아님: csh; 쓸 수 있는 값: bash, elvish, fish, powershell, zsh; 혹시 zsh?; gongbu --help 참고
        = 2
    "#]]);
}
