//! Where the configuration is found, and what is said of a broken one: by the program as it is called.

use expect_test::expect;

use crate::cli::gongbu;

#[test]
fn another_file() {
    gongbu("config --config c.toml --lang en").file("c.toml", "ascii = true\n").check(expect![[
        r##"
        # c.toml
        language = "en"        # --lang
        theme = "auto"         # default
        ascii = true           # c.toml:1
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
        linear = false         # default
        notes = []             # default
        = 0
    "##
    ]]);
    gongbu("config --lang en")
        .env("GONGBU_CONFIG", "c.toml")
        .file("c.toml", "mouse = false\n")
        .check(expect![[r##"
            # c.toml
            language = "en"        # --lang
            theme = "auto"         # default
            ascii = "auto"         # default
            text-width = 88        # default
            cut-code = false       # default
            show-contents = true   # default
            show-glossary = true   # default
            images = true          # default
            mouse = false          # c.toml:1
            remember = true        # default
            editor = "auto"        # default
            typed-answers = false  # default
            new-cards = 20         # default
            daily-cards = 200      # default
            retention = 90         # default
            day-start = 4          # default
            linear = false         # default
            notes = []             # default
            = 0
        "##]]);
    gongbu("config").check(expect![[r##"
        # no configuration file
        language = "auto"      # default
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
        linear = false         # default
        notes = []             # default
        = 0
    "##]]);
    gongbu("config --config none.toml").check(expect![[r##"
        # none.toml (no configuration file)
        language = "auto"      # default
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
        linear = false         # default
        notes = []             # default
        ! gongbu: none.toml: no such file or folder
        = 0
    "##]]);
    gongbu("toc --config . n.md").file("n.md", "# 1. A\n").check(expect![[r#"
        1. A  (empty)
        ! gongbu: .: neither a file nor a folder
        = 0
    "#]]);
}

#[test]
fn a_broken_one_is_told() {
    let file = "# 한글\n\ntehme = \"dark\"\ntext-width = 999\nmouse =\n";
    gongbu("toc n.md --config c.toml")
        .file("n.md", "# 1. A\n")
        .file("c.toml", file)
        .check(expect![[r#"
            1. A  (empty)
            ! gongbu: c.toml:3:1: unknown option "tehme": did you mean "theme"?
            !   |
            ! 3 | tehme = "dark"
            !   | ^^^^^
            !   |
            !   = help: gongbu config --default lists all options
            ! gongbu: c.toml:4:14: the option text-width cannot have this value
            !   |
            ! 4 | text-width = 999
            !   |              ^^^
            !   |
            !   = help: its default is used; it can be 20–400
            ! gongbu: c.toml:5:8: not valid TOML: string values must be quoted, expected literal string
            !   |
            ! 5 | mouse =
            !   |        ^
            !   |
            !   = help: what could be read besides is used; put texts between quotes
            = 0
        "#]]);
    gongbu("n.md --config c.toml --lang ko")
        .file("n.md", "# 1. A\n")
        .file("c.toml", file)
        .check(expect![[r#"
            1. A
            ────

            아직 내용이 없는 절입니다
            ! gongbu: c.toml:3:1: 없는 옵션입니다: "tehme". 혹시 "theme"인가요?
            !   |
            ! 3 | tehme = "dark"
            !   | ^^^^^
            !   |
            !   = 도움말: gongbu config --default 로 모든 옵션을 볼 수 있습니다.
            ! gongbu: c.toml:4:14: text-width 옵션에 쓸 수 없는 값입니다
            !   |
            ! 4 | text-width = 999
            !   |              ^^^
            !   |
            !   = 도움말: 기본값을 씁니다. 쓸 수 있는 값: 20–400
            ! gongbu: c.toml:5:8: TOML 문법에 맞지 않습니다: string values must be quoted, expected literal string
            !   |
            ! 5 | mouse =
            !   |        ^
            !   |
            !   = 도움말: 이 줄을 뺀 나머지는 읽었습니다. 글은 따옴표로 감싸세요.
            = 0
        "#]]);
    gongbu("toc n.md").env("GONGBU_MOUSE", "maybe").file("n.md", "# 1. A\n").check(expect![[r#"
            1. A  (empty)
            ! gongbu: GONGBU_MOUSE: cannot have this value; it can be true | false
            = 0
        "#]]);
}

#[test]
fn a_theme_that_there_is_not() {
    let call = |args| gongbu(args).file("n.md", "# 1. A\n");
    call("toc n.md --theme sepia").check(expect![[r#"
        ! gongbu: --theme sepia: no such theme; there are auto, dark, light, ansi-dark, ansi-light, ansi, mono
        = 2
    "#]]);
    call("toc n.md").env("GONGBU_THEME", "sepia").check(expect![[r#"
        1. A  (empty)
        ! gongbu: GONGBU_THEME: cannot have this value; it can be dark | light | ansi-dark | ansi-light | ansi | mono
        = 0
    "#]]);
    call("n.md --theme sepia --config c.toml").file("c.toml", "[themes.sepia]\n").check(expect![[
        r#"
            1. A
            ────

            This section has no text yet
            = 0
        "#
    ]]);
}

#[test]
fn signs_are_ascii_where_the_locale_is() {
    let call = |args| gongbu(args).file("n.md", "> 차\n\n- 물\n");
    call("n.md").env("LANG", "C").check(expect![[r#"
        | 차

        - 물
        = 0
    "#]]);
    call("n.md").env("LANG", "C").env("GONGBU_ASCII", "0").check(expect![[r#"
        │ 차

        • 물
        = 0
    "#]]);
    call("n.md").env("LANG", "C").env("LC_ALL", "ko_KR.utf8").check(expect![[r#"
        │ 차

        • 물
        = 0
    "#]]);
    call("n.md").check(expect![[r#"
        │ 차

        • 물
        = 0
    "#]]);
}

#[test]
fn a_file_to_begin_with() {
    gongbu("config --default --lang ko").check(expect![[r##"
        # gongbu 설정. 줄 앞의 #을 지우면 그 옵션을 바꿀 수 있습니다.

        # 프로그램의 언어 (auto: 환경을 따름)
        # "auto" | "ko" | "en"
        #language = "auto"

        # 읽기 화면의 색 (auto: 터미널을 따름)
        # "auto" | "NAME"
        #theme = "auto"

        # 테두리와 기호를 ASCII 문자로 그리기 (auto: 로캘이 UTF-8이 아닐 때)
        # "auto" | true | false
        #ascii = "auto"

        # 본문의 가장 넓은 폭 (칸)
        # 20–400
        #text-width = 88

        # 긴 코드 줄을 줄바꿈하지 않고 자르기
        # true | false
        #cut-code = false

        # 목차 창을 처음부터 보이기
        # true | false
        #show-contents = true

        # 용어 창을 처음부터 보이기
        # true | false
        #show-glossary = true

        # 그림을 보이기 (아니면 그림의 설명만)
        # true | false
        #images = true

        # 마우스를 쓰기 (아니면 터미널에 맡김)
        # true | false
        #mouse = true

        # 읽던 자리와 화면의 모양을 다음에 이어 가기
        # true | false
        #remember = true

        # 노트를 고칠 편집기 (auto: VISUAL, EDITOR)
        # "auto" | "COMMAND"
        #editor = "auto"

        # 복습에서 답을 써 보고 보기
        # true | false
        #typed-answers = false

        # 하루에 새로 배울 카드의 수
        # 0–9999
        #new-cards = 20

        # 하루에 복습할 카드의 수 (새 카드도 넣어)
        # 0–9999
        #daily-cards = 200

        # 카드가 다시 올 때 알고 있을 확률 (%)
        # 70–99
        #retention = 90

        # 복습의 하루가 시작하는 시각
        # 0–23
        #day-start = 4

        # 화면 없이 한 줄씩 읽기 (화면 낭독기용, ACCESSIBLE=1도 같음)
        # true | false
        #linear = false

        # 경로를 주지 않을 때 읽을 노트
        # ["PATH", …]
        #notes = []
        = 0
    "##]]);
}

#[cfg(unix)]
#[test]
fn the_first_screen_is_as_chosen_and_says_what_is_wrong() {
    let folder = crate::files::Folder::new();
    folder.write("note.md", format!("# 1. Alpha\n\n{}\n", "The harbour is quiet. ".repeat(9)));
    folder.write(
        "c.toml",
        "text-width = 30\nshow-contents = false\nimages = false\nmouse = false\nmoose = 1\n",
    );
    let mut term = crate::term::Term::new(12, 72);
    term.keys(&format!("cd \"{}\"\r", folder.path("").display()));
    term.wait_for_prompt();
    term.start(&format!(
        "env LC_ALL=C.UTF-8 GONGBU_CONFIG=c.toml \"{}\" note.md",
        env!("CARGO_BIN_EXE_gongbu")
    ));
    term.wait_for("did you mean");
    assert_eq!(term.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    let rows: Vec<String> =
        term.screen().rows(0, 72).map(|row| row.trim_end().to_owned()).collect();
    expect![[r#"
        ┌ note ────────────────────────────────────────────────────────────────┐
        │                    1. Alpha                                          │
        │                    ────────                                          │
        │                                                                      │
        │                    The harbour is quiet. The                         │
        │                    harbour is quiet. The harbour                     │
        │                    is quiet. The harbour is                          │
        │                    quiet. The harbour is quiet.                      │
        │                    The harbour is quiet. The                         │
        │                    harbour is quiet. The harbour                     │
        └──────────────────────────────────────────────────────────────────────┘
         c.toml:5:1: unknown option "moose": did you mean "mouse"?"#]]
    .assert_eq(&rows.join("\n"));
    if cfg!(feature = "images") {
        term.keys("'");
        term.wait_for("Pictures are shown");
    }
    term.keys("q");
    term.wait_for_prompt();
    term.assert_left();
}
