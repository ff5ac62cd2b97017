//! Wrong usage, and input that cannot be read.

use expect_test::expect;

use super::gongbu;

#[test]
fn wrong_usage() {
    gongbu("--jsn").check(expect![[r#"
        ! gongbu: unexpected argument '--jsn' found; to pass '--jsn' as a value, use '-- --jsn'; see gongbu --help
        = 2
    "#]]);
    gongbu("toc --colr x").check(expect![[r#"
        ! gongbu: unexpected argument '--colr' found; a similar argument exists: '--color'; see gongbu --help
        = 2
    "#]]);
    gongbu("--color sometimes").check(expect![[r#"
        ! gongbu: invalid value 'sometimes' for '--color <WHEN>' [possible values: auto, always, never]; see gongbu --help
        = 2
    "#]]);
    gongbu("--encoding klingon -").check(expect![[r#"
        ! gongbu: invalid value 'klingon' for '--encoding <NAME>': no such encoding; see gongbu --help
        = 2
    "#]]);
    gongbu("show").check(expect![[r#"
        ! gongbu: the following required arguments were not provided: <ADDRESS>; see gongbu --help
        = 2
    "#]]);
    gongbu("show 1 2").check(expect![[r#"
        ! gongbu: unexpected argument '2' found; see gongbu --help
        = 2
    "#]]);
    gongbu("show 1 --width 0").check(expect![[r#"
        ! gongbu: invalid value '0' for '--width <COLUMNS>': 0 is not in 1..=65535; see gongbu --help
        = 2
    "#]]);
    gongbu("show 1 --width 9 --markdown").check(expect![[r#"
        ! gongbu: the argument '--width <COLUMNS>' cannot be used with '--markdown'; see gongbu --help
        = 2
    "#]]);
    gongbu("a.md --ascii toc").check(expect![[r#"
        ! gongbu: toc: a command goes before all paths (for a file, write ./toc)
        = 2
    "#]]);
    gongbu("--\u{1b}]0;x\u{7}\u{9b}31m").check(expect![[r#"
        ! gongbu: unexpected argument '--�31m' found; to pass '--�31m' as a value, use '-- --�31m'; see gongbu --help
        = 2
    "#]]);
}

#[test]
fn help_and_version() {
    gongbu("--version").check(expect![[r#"
        gongbu 0.1.0
        = 0
    "#]]);
    gongbu("-h").check(expect![[r#"
        Study Markdown notes in the terminal: contents, text and glossary side by side

        Usage: gongbu [OPTIONS] [PATH]... [COMMAND]

        Commands:
          toc          List the sections
          show         Print a section and those under it
          glossary     List the terms and what they mean
          search       Find text in the notes
          check        Tell what is wrong with the notes
          review       Review the cards that are due
          stats        Print what was learned, in figures
          export       Write cards for Anki, or what was learned for another machine
          import       Take up what was learned on another machine
          optimize     Fit the model of memory to you, by what you have answered
          config       Print the configuration: every option, its value, and who has chosen it
          keys         List the keys of the reader
          man          Print the manual page
          completions  Print a script by which a shell completes commands and options
          help         Print this message or the help of the given subcommand(s)

        Arguments:
          [PATH]...  Files and folders to read; - is standard input [default: --notes]

        Options:
              --linear   Read line by line, without a screen, as for a screen reader: commands in, labelled
                         text out [env: ACCESSIBLE=1]
          -h, --help     Print help (see more with '--help')
          -V, --version  Print version

        Options of every command:
          -n, --notes <PATH>     The notes for every command; may be repeated [env: GONGBU_NOTES, separated
                                 as in PATH] [default: the built-in course]
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
          gongbu                          read the built-in course
          gongbu notes/                   read all notes of a folder
          curl -s URL | gongbu -          read what comes from standard input
          gongbu toc ./toc                list the sections of a file called as a command
          gongbu -n notes/ show eks:2.1   print a section of one of several notes
          gongbu -n notes/ glossary Pod   look up a term
          gongbu -n notes/ search Pod는   find text
          gongbu --linear notes/          read line by line, as for a screen reader

        Environment:
          VISUAL, EDITOR                  what the key e opens a note with
          BROWSER                         what opens addresses of the web

        Exit status:
          0  done
          1  nothing found, or check found errors (with --strict: warnings, too)
          2  wrong usage, or input that cannot be read
        = 0
    "#]]);
    gongbu("help check").check(expect![[r#"
        Tell what is wrong with the notes

        Usage: gongbu check [OPTIONS] [PATH]...

        Arguments:
          [PATH]...  Files and folders; - is standard input [default: --notes]

        Options:
              --json    Print JSON
              --strict  Let warnings fail, too
          -h, --help    Print help

        Options of every command:
              --color <WHEN>     When to use colours (NO_COLOR and CLICOLOR_FORCE are honoured) [default:
                                 auto] [possible values: auto, always, never]
              --lang <LANGUAGE>  The language of the program [default: that of LC_ALL, LC_MESSAGES or LANG]
                                 [possible values: ko, en]
          -n, --notes <PATH>     The notes for every command; may be repeated [env: GONGBU_NOTES, separated
                                 as in PATH] [default: the built-in course]
              --encoding <NAME>  The encoding of notes that are not in UTF-8, such as euc-kr or utf-16le
              --theme <THEME>    The colours of the reader: auto, dark, light, ansi-dark, ansi-light, ansi,
                                 mono, or a theme of the configuration [default: auto, those that fit the
                                 terminal]
              --ascii            Draw borders, bullets and signs in ASCII
              --config <FILE>    The file of the configuration [env: GONGBU_CONFIG] [default:
                                 gongbu/config.toml in XDG_CONFIG_HOME or ~/.config]

        Exit status:
          0  no errors (with --strict: no warnings either)
          1  there are some
          2  wrong usage, or input that cannot be read
        = 0
    "#]]);
}

#[test]
fn paths_that_give_no_note() {
    gongbu("toc nowhere.md").check(expect![[r#"
        ! gongbu: nowhere.md: no such file or folder
        = 2
    "#]]);
    gongbu("nowhere --lang ko").check(expect![[r#"
        ! gongbu: nowhere: 그런 파일이나 폴더가 없습니다
        = 2
    "#]]);
    gongbu("toc --json folder").file("folder/picture.txt", "x").check(expect![[r#"
        []
        ! gongbu: folder: no notes (.md) in this folder
        = 2
    "#]]);
    gongbu("toc one\u{1b}[2Jtwo\u{202e}.md").check(expect![[r#"
        ! gongbu: one�[2Jtwo�.md: no such file or folder
        = 2
    "#]]);
    gongbu("toc /dev/null").check(expect![[r#"
        ! gongbu: /dev/null: neither a file nor a folder
        = 2
    "#]]);
    gongbu("-n nowhere.md show 1").check(expect![[r#"
        ! gongbu: nowhere.md: no such file or folder
        = 2
    "#]]);
    gongbu("-n nowhere.md glossary").check(expect![[r#"
        ! gongbu: nowhere.md: no such file or folder
        = 2
    "#]]);
    gongbu("check nowhere.md").check(expect![[r#"
        errors: 1, warnings: 0, info: 0
        ! gongbu: nowhere.md: no such file or folder
        = 2
    "#]]);
}

#[test]
fn the_rest_goes_on() {
    let call = |args| gongbu(args).file("a.md", "# A\ntext\n").file("b.md", "\u{7f}ELF\0\0\0\0");
    call("toc a.md nowhere.md").check(expect![[r#"
        A
        ! gongbu: nowhere.md: no such file or folder
        = 2
    "#]]);
    call("toc nowhere.md b.md a.md --json").check(expect![[r#"
        [
        {"address":"a","number":null,"title":"A","depth":1,"note":"a.md","line":1,"empty":false}
        ]
        ! gongbu: nowhere.md: no such file or folder
        ! gongbu: b.md: a binary file, not text
        = 2
    "#]]);
    // In a folder it is no fault of who called.
    call("toc .").check(expect![[r#"
        A
        ! gongbu: ./b.md: a binary file, not text
        = 0
    "#]]);
    call("check .").check(expect![[r#"
        errors: 1, warnings: 0, info: 0
        ! gongbu: ./b.md: a binary file, not text
        = 1
    "#]]);
}

#[test]
fn bytes_that_are_no_text() {
    gongbu("toc x.md").file("x.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").check(expect![[r#"
        ! gongbu: x.md: a binary file, not text
        = 2
    "#]]);
    gongbu("x.md").file("x.md", b"# A\nb\0c\n").check(expect![[r#"
        ! gongbu: x.md: a binary file, not text
        = 2
    "#]]);
    gongbu("check x.md").file("x.md", b"# A\nb\0c\n").check(expect![[r#"
        errors: 1, warnings: 0, info: 0
        ! gongbu: x.md: a binary file, not text
        = 2
    "#]]);
    gongbu("-").stdin(b"GIF89a\0\0\0\0\0\0").check(expect![[r#"
        ! gongbu: -: a binary file, not text
        = 2
    "#]]);
    // One bad byte in UTF-8: an error, for it is lost.
    let bad = b"# \xea\xb0\x80\n\xea\xb0\x80\xea\xb0\x80\xea\xb0\x80 \xff \xea\xb0\x80\n";
    gongbu("check x.md").file("x.md", bad).check(expect![[r#"
        error[encoding-lossy]: some bytes are no text in UTF-8
         --> x.md:2:1
          |
        2 | 가가가 � 가
          | ^
          |
          = help: what is lost is shown as �; name the encoding with --encoding

        errors: 1, warnings: 0, info: 0
        = 1
    "#]]);
    gongbu("x.md").file("x.md", bad).check(expect![[r#"
        가
        ──

        가가가 � 가
        = 0
    "#]]);
}

#[test]
fn other_encodings() {
    let korean = b"# \xc1\xa6\xb8\xf1\n\xc7\xd1\xb1\xdb\xb7\xce \xbe\xb4 \xb1\xdb\xc0\xd4\xb4\xcf\xb4\xd9.\n";
    gongbu("check x.md --lang ko").file("x.md", korean).check(expect![[r#"
        알림[encoding-converted]: UTF-8이 아니어서 다음 인코딩으로 읽었습니다: CP949
         --> x.md:1:1
          |
        1 | # 제목
          | ^
          |
          = 도움말: UTF-8로 저장하면 어디서나 같은 글자로 보입니다.

        오류 0, 경고 0, 알림 1
        = 0
    "#]]);
    gongbu("- --encoding cp949").stdin(b"\xb0\xa1").check(expect![[r#"
        가
        = 0
    "#]]);
    gongbu("- --encoding utf-16le").stdin(b"#\0 \0\0\xac\n\0").check(expect![[r#"
        가
        ──

        This section has no text yet
        = 0
    "#]]);
}

#[test]
fn notes_with_nothing_in_them() {
    gongbu("toc -").check(expect![[r#"
        This note has no sections
        = 0
    "#]]);
    gongbu("toc - --json").check(expect![[r#"
        []
        = 0
    "#]]);
    gongbu("-").check(expect![[r#"
        = 0
    "#]]);
    gongbu("check -").check(expect![[r#"
        No problems found
        = 0
    "#]]);
    gongbu("glossary -n -").check(expect![[r#"
        ! gongbu: no terms
        = 1
    "#]]);
    gongbu("glossary -n - --json Pod").check(expect![[r#"
        []
        ! gongbu: Pod: no such term
        = 1
    "#]]);
    gongbu("show -n - 1").check(expect![[r#"
        ! gongbu: 1: no such section
        = 1
    "#]]);
}

#[test]
fn front_matter_that_is_broken() {
    let note = "---\ntitle: [unclosed\n---\n# 1. A\ntext\n";
    gongbu("toc x.md").file("x.md", note).check(expect![[r#"
        1. A
        = 0
    "#]]);
    gongbu("check x.md").file("x.md", note).check(expect![[r#"
        warning[front-matter-syntax]: the front matter is not valid YAML: did not find expected ',' or ']'
         --> x.md:3:1
          |
        3 | ---
          | ^
          |
          = help: only the lines that could be read are used; quote values with special characters

        errors: 0, warnings: 1, info: 0
        = 0
    "#]]);
}

#[test]
fn a_file_name_that_a_terminal_would_obey() {
    let name = "a\u{1b}[31mb\u{202e}.md";
    gongbu("toc --json .").file(name, "# A\n").check(expect![[r#"
        [
        {"address":"a","number":null,"title":"A","depth":1,"note":"a�[31mb�.md","line":1,"empty":true}
        ]
        = 0
    "#]]);
    gongbu("check").arg(name).file(name, "# A\n").check(expect![[r#"
        warning[empty-section]: this section is empty
         --> a�[31mb�.md:1:3
          |
        1 | # A
          |   ^
          |
          = help: write its text, or remove the heading

        errors: 0, warnings: 1, info: 0
        = 0
    "#]]);
    gongbu("toc . c.md").file(name, "# A\n").file("c.md", "# C\n").check(expect![[r#"
        a�[31mb�
          A  (empty)

        c
          C  (empty)
        = 0
    "#]]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let call = gongbu("--lang en a.md").file("a.md", "text\n");
    let mut command = call.command();
    command.stdout(std::fs::File::options().write(true).open("/dev/full").unwrap());
    let output = command.spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    expect![[r#"
        gongbu: cannot write the output: no storage space
    "#]]
    .assert_eq(&String::from_utf8(output.stderr).unwrap());
}
