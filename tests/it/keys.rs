//! Keys of the reader's own: what a configuration binds, keys in, the screen out.

use expect_test::{Expect, expect};
use gongbu::app::command::{COMMANDS, Command, Scope};
use gongbu::app::key::Key;
use gongbu::app::keymap::Keymap;
use gongbu::app::{Effect, State};
use gongbu::config::read;
use gongbu::words::Locale;
use proptest::prelude::*;

use crate::screen::App;

/// The rows of the help that differ from those of the table, then what is told.
fn check(keys: &str, expected: Expect) {
    let (config, problems) = read(&format!("[keys]\n{keys}\n"));
    let own = config.keymap().rows(Locale::En);
    let table = Keymap::default().rows(Locale::En);
    let mut shown = String::new();
    for row in own.iter().filter(|row| !table.contains(row)) {
        shown += &format!("{}: {} ({})\n", row.command, row.line(), row.place);
    }
    for problem in problems {
        shown += &format!("! {}; {}\n", problem.message(Locale::En), problem.help(Locale::En));
    }
    expected.assert_eq(&shown);
}

#[test]
fn keys_are_given_to_commands() {
    check(
        "go-to = \"%\"\nfilter = [\"M\", \"ctrl-x\"]\nproblems = []",
        expect![[r#"
            go-to: % (outside text fields and cards)
            filter: M Ctrl-X (the three panes)
        "#]],
    );
    check(
        "top = \"g g\"\ngo-to = [\"space f\", \"g o\"]\npage-down = \"pgdn\"",
        expect![[r#"
            page-down: PgDn (everywhere but in text fields)
            top: g g (everywhere but in text fields)
            go-to: Space f, g o (outside text fields and cards)
        "#]],
    );
    check(
        "go-to = \"ㅎ\"\ntop = []\nterm = \"하\"",
        expect![[r#"
            go-to: g (outside text fields and cards)
            ! g k is the key of two commands: go-to and term; it is that of go-to; give term another key, or none: term = []
        "#]],
    );
    check(
        "close = \"M\"\nquit = \"Q\"",
        expect![[r#"
        close: M Esc (everywhere)
        quit: Q Ctrl-C (everywhere)
    "#]],
    );
}

#[test]
fn what_cannot_be_bound_is_told() {
    check(
        "go-too = \"o\"\nxyzzy = \"o\"",
        expect![[r#"
        ! unknown name "go-too": did you mean "go-to"?; docs/config.md lists the names that there are
        ! unknown name "xyzzy"; docs/config.md lists the names that there are
    "#]],
    );
    check(
        "go-to = \"hyper-x\"\nterm = 3\nfilter = [\"M\", \"mm\"]\ntop = \"\"",
        expect![[r#"
        filter: M (the three panes)
        ! the option go-to cannot have this value; its default is used; it can be "o" | "ctrl-x" | "space f" | ["o", …] | []
        ! the option term cannot have this value; its default is used; it can be "o" | "ctrl-x" | "space f" | ["o", …] | []
        ! the option filter cannot have this value; its default is used; it can be "o" | "ctrl-x" | "space f" | ["o", …] | []
        ! the option top cannot have this value; its default is used; it can be "o" | "ctrl-x" | "space f" | ["o", …] | []
    "#]],
    );
    check(
        "go-to = \"ctrl-c\"\nterm = [\"esc\", \"M esc\"]\nquit = \"ctrl-c\"",
        expect![[r#"
        ! the key ctrl-c cannot be given away; it always does quit; choose another key
        ! the key esc cannot be given away; it always does close; choose another key
        ! the key esc cannot be given away; it always does close; choose another key
    "#]],
    );
}

#[test]
fn a_key_for_two_is_told() {
    check(
        "go-to = \"j\"",
        expect![[r#"
            down: j (card)
            down: ↓ (everywhere)
            go-to: j (outside text fields and cards)
            ! j is the key of two commands: go-to and down; it is that of go-to; give down another key, or none: down = []
        "#]],
    );
    check(
        "fold = \"j\"",
        expect![[r#"
            down: j (reader, glossary, pop-up, help, figures, card)
            down: ↓ (everywhere)
            fold: j (contents)
            ! j is the key of two commands: fold and down; it is that of fold; give down another key, or none: down = []
        "#]],
    );
    check(
        "go-to = \"M\"\nterm = \"M M\"\nfold = \"M\"",
        expect![[r#"
            go-to: M (outside text fields and cards)
            ! M M is the key of two commands: go-to and term; it is that of go-to; give term another key, or none: term = []
            ! M is the key of two commands: go-to and fold; it is that of go-to; give fold another key, or none: fold = []
        "#]],
    );
    // Where they never meet, a key may be that of several.
    check(
        "fold = \"M\"\nterm = \"M\"\nuses = \"M\"\nfilter = \"q\"\nquit = []",
        expect![[r#"
            fold: M (contents)
            term: M (reader)
            uses: M (glossary, pop-up)
            filter: q (the three panes)
        "#]],
    );
    check(
        "top = \"g g\"\nback = \"g\"",
        expect![[r#"
        top: g g (everywhere but in text fields)
        ! g is the key of two commands: top and back; it is that of top; give back another key, or none: back = []
    "#]],
    );
}

fn app(keys: &str) -> App {
    let mut app = App::new(&[("나루.md".to_owned(), NOTE.to_owned())], 76, 12);
    app.state.keymap = read(&format!("[keys]\n{keys}\n")).0.keymap();
    app
}

const NOTE: &str = "# 1. 나루\n배가 닿는다.\n\n# 2. 노\n물을 젓는다.\n\n# 3. 물살\n빠르다.\n";

fn footer(app: &App) -> String {
    app.screen().lines().last().unwrap().to_owned()
}

#[test]
fn several_keys_in_a_row() {
    let mut app =
        app("go-to = \"space f\"\nback = [\"space b\", \"space u z\"]\npage-down = \"f\"");
    app.keys("space");
    expect![" 스페이스  f 절, 용어, 노트 이름으로 찾아가기  b 뒤로 (건너뛰기 전 자리로)"]
        .assert_eq(&footer(&app));
    app.keys("f");
    assert_eq!(gongbu::app::scope(&app.state), Scope::Input);
    // A text field takes the same keys as text.
    app.keys("space f");
    expect![[r#"
        ┌ 목차┌ 찾아가기 · 후보 0개 ─────────────────────────────────────────┐─────┐
        │●  1.│ >  f▏                                                         │     │
        │   2.│ 맞는 것이 없습니다                                           │     │
        │   3.└──────────────────────────────────────────────────────────────┘     │
        │                       ││ 배가 닿는다.                                    │
        │                       ││                                                 │
        │                       ││ 2. 노                                           │
        │                       ││ ─────                                           │
        │                       ││                                                 │
        │                       ││ 물을 젓는다.                                    │
        └───────────────────────┘└─────────────────────────────────────────────────┘
         나루 › §1  0 %                                       Enter 열기  Esc 닫기
    "#]]
    .assert_eq(&app.screen());
    app.keys("esc space u");
    expect![" 스페이스 u  z 뒤로 (건너뛰기 전 자리로)"].assert_eq(&footer(&app));
    app.keys("esc");
    expect![" 나루 › §1  0 %      t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말"]
        .assert_eq(&footer(&app));
    // What leads nowhere ends the row and does nothing else.
    app.keys("space G");
    assert!(app.state.pressed.is_empty() && app.effects.is_empty());
    app.keys("space ctrl-c");
    assert_eq!(app.effects, [Effect::Quit]);
    app.keys("ㅎ space ㄹ");
    assert_eq!(gongbu::app::scope(&app.state), Scope::Input);
}

#[test]
fn a_syllable_is_its_keys_in_a_row() {
    let mut app = app("quit = \"g k\"\ntop = []\nup = \"up\"");
    app.keys("하");
    assert_eq!(app.effects, [Effect::Quit]);
}

#[test]
fn the_screen_names_the_keys_in_use() {
    let mut app = app(
        "go-to = \"space f\"\nhelp = \"M\"\npage-down = \"pgdn\"\nfilter = []\nterm = \"ctrl-k\"",
    );
    expect![" 나루 › §1  0 %              Tab 창  / 찾기  숫자 이동  q 끝내기  M 도움말"]
        .assert_eq(&footer(&app));
    app.keys("M");
    expect![[r#"
        ┌ 목차 ─────────────────┐┌ 나루 ───────────────────────────────────────────┐
        ┌ 도움말 ──────────────────────────────────────────────────────────────────┐
        │ 움직이기                                                                 │
        │ j ↓                       한 줄 아래로 · 어디서나                        │
        │ k ↑                       한 줄 위로 · 어디서나                          │
        │ d Ctrl-D                  반 화면 아래로 · 입력란과 카드 밖              │
        │ u Ctrl-U                  반 화면 위로 · 입력란과 카드 밖                │
        │ PgDn                      한 화면 아래로 · 입력란 밖 어디서나            │
        │ b PgUp Ctrl-B             한 화면 위로 · 입력란과 카드 밖                ↓
        └──────────────────────────────────────────────────────────────────────────┘
        └───────────────────────┘└─────────────────────────────────────────────────┘
         나루 › §1  0 %                                                   Esc 닫기
    "#]]
    .assert_eq(&app.screen());
}

#[test]
fn the_listing_names_the_keys_in_use() {
    crate::cli::gongbu("keys --json --config c.toml --lang en")
        .file("c.toml", "[keys]\nquit = \"space q\"\npage-down = \"f\"\n")
        .check_contains("\"command\":\"quit\",\"keys\":[\"Space q\",\"Ctrl-C\"]");
}

#[test]
fn out_is_always_possible() {
    for spec in COMMANDS {
        let (config, _) = read(&format!(
            "[keys]\n{} = [\"ctrl-c\", \"esc\", \"q\"]\nquit = []\nclose = []\n",
            spec.name
        ));
        let keymap = config.keymap();
        for &scope in Scope::ALL {
            let lookup = |key: &str| keymap.lookup(scope, &key.parse::<Key>().unwrap());
            assert_eq!(lookup("ctrl-c"), Some(Command::Quit));
            assert_eq!(lookup("esc"), Some(Command::Close));
        }
    }
}

proptest! {
    /// Whatever is bound, each key leads to at most one command, and the help says the truth.
    #[test]
    fn any_binding_holds(
        bound in proptest::collection::vec((0..COMMANDS.len(), "[gjqz] ?[gjk]?|ctrl-[ax]"), 0..5),
    ) {
        let lines = bound.iter().map(|(at, key)| format!("{} = \"{key}\"\n", COMMANDS[*at].name));
        let (config, _) = read(&format!("[keys]\n{}", lines.collect::<String>()));
        let keymap = config.keymap();
        for spec in COMMANDS {
            for &scope in Scope::ALL {
                if let Some(chord) = keymap.key(scope, spec.command) {
                    let step = keymap.step(scope, chord.keys());
                    prop_assert_eq!(step, gongbu::app::keymap::Step::Run(spec.command));
                }
            }
        }
        let mut state = State { keymap, ..State::new(Locale::Ko, false) };
        for key in "g j k q z esc".split(' ') {
            gongbu::app::update(&mut state, gongbu::app::Msg::Key(key.parse().unwrap()));
        }
        prop_assert!(state.pressed.is_empty());
    }
}
