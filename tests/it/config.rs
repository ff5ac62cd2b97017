//! The configuration: a file's text in, values and diagnostics out.

mod files;
mod origins;

use expect_test::{Expect, expect};
use gongbu::config::{Config, OPTIONS, Opt, Value, default_file, effective, option_table, read};
use gongbu::diag::{Lines, Manner, render};
use gongbu::style::Role;
use gongbu::style::theme::{Colour, Item, Theme};
use gongbu::text::sanitize::Clean;
use gongbu::words::{Decides, Locale};
use proptest::prelude::*;

/// What is chosen by a file, then what is wrong with it.
fn check(text: &str, expected: Expect) {
    let (config, problems) = read(text);
    let mut shown: String = effective(&config, "config.toml", Locale::En)
        .lines()
        .filter(|line| !line.ends_with("# default"))
        .map(|line| format!("{line}\n"))
        .collect();
    let lines = Lines::new(text);
    let path = Clean::literal("config.toml");
    for problem in &problems {
        let drawn = render(problem, &path, text, &lines, Manner::plain(Locale::En));
        shown += &drawn.lines().map(|line| format!("{}\n", line.trim_end())).collect::<String>();
    }
    expected.assert_eq(&shown);
}

#[test]
fn every_kind_of_value() {
    check(
        "language = \"ko\"\ntheme='dark' # at night\nascii = true\ntext-width = 7_2\n\
         cut-code = false\nnotes = ['a b.md', \"~/\\\"n\\\"\"]\n",
        expect![[r#"
            language = "ko"              # config.toml:1
            theme = "dark"               # config.toml:2
            ascii = true                 # config.toml:3
            text-width = 72              # config.toml:4
            cut-code = false             # config.toml:5
            notes = ["a b.md", '~/"n"']  # config.toml:6
        "#]],
    );
    check(
        "images = false\neditor = \"code -w\"\n",
        expect![[r#"
            images = false         # config.toml:1
            editor = "code -w"     # config.toml:2
        "#]],
    );
    check(
        "editor = \" \"\n",
        expect![[r#"
            warning[option-value]: the option editor cannot have this value
             --> config.toml:1:10
              |
            1 | editor = " "
              |          ^^^
              |
              = help: its default is used; it can be "auto" | "COMMAND"
        "#]],
    );
    check("", expect![""]);
    check(
        "\u{feff}# 설정\r\nlanguage = \"auto\"\r\nnotes = \"노트\"\r\n",
        expect![[r#"
            language = "auto"      # config.toml:2
            notes = ["노트"]       # config.toml:3
        "#]],
    );
}

#[test]
fn what_is_wrong_stays_at_its_default() {
    check(
        "ascii = true\n\ntehme = \"dark\"\nzzz = 1\ntext-width = 7\nmouse = \"no\"\n\
         theme = \"sepia\"\nnotes = [1]\nlanguage = \n",
        expect![[r#"
            ascii = true           # config.toml:1
            warning[misspelt-option]: unknown option "tehme": did you mean "theme"?
             --> config.toml:3:1
              |
            3 | tehme = "dark"
              | ^^^^^
              |
              = help: gongbu config --default lists all options
            warning[unknown-option]: unknown option "zzz"
             --> config.toml:4:1
              |
            4 | zzz = 1
              | ^^^
              |
              = help: gongbu config --default lists all options
            warning[option-value]: the option text-width cannot have this value
             --> config.toml:5:14
              |
            5 | text-width = 7
              |              ^
              |
              = help: its default is used; it can be 20–400
            warning[option-value]: the option mouse cannot have this value
             --> config.toml:6:9
              |
            6 | mouse = "no"
              |         ^^^^
              |
              = help: its default is used; it can be true | false
            warning[unknown-name]: unknown name "sepia"
             --> config.toml:7:9
              |
            7 | theme = "sepia"
              |         ^^^^^^^
              |
              = help: docs/config.md lists the names that there are
            warning[option-value]: the option notes cannot have this value
             --> config.toml:8:9
              |
            8 | notes = [1]
              |         ^^^
              |
              = help: its default is used; it can be ["PATH", …]
            warning[config-syntax]: not valid TOML: string values must be quoted, expected literal string
             --> config.toml:9:12
              |
            9 | language =
              |            ^
              |
              = help: what could be read besides is used; put texts between quotes
        "#]],
    );
}

#[test]
fn what_is_no_toml_costs_its_line_only() {
    check(
        "mouse = false\nascii tru\ntheme = \"light\n[[x\ncut-code = true\n",
        expect![[r#"
            mouse = false          # config.toml:1
            warning[config-syntax]: not valid TOML: key with no value, expected `=`
             --> config.toml:2:7
              |
            2 | ascii tru
              |       ^
              |
              = help: what could be read besides is used; put texts between quotes
            warning[config-syntax]: not valid TOML: unclosed array table, expected `]]`
             --> config.toml:4:4
              |
            4 | [[x
              |    ^
              |
              = help: what could be read besides is used; put texts between quotes
        "#]],
    );
    check(
        "theme = \"light\nmouse = false\n",
        expect![[r#"
            theme = "light"        # config.toml:1
            mouse = false          # config.toml:2
            warning[config-syntax]: not valid TOML: invalid basic string, expected `"`
             --> config.toml:1:15
              |
            1 | theme = "light
              |               ^
              |
              = help: what could be read besides is used; put texts between quotes
        "#]],
    );
    check(
        "[[x]]\nmouse = false\n",
        expect![[r#"
        warning[unknown-option]: unknown option "x"
         --> config.toml:1:3
          |
        1 | [[x]]
          |   ^
          |
          = help: gongbu config --default lists all options
    "#]],
    );
    check(
        "[x\nmouse = false\n",
        expect![[r#"
        warning[option-value]: the option mouse cannot have this value
         --> config.toml:1:1
          |
        1 | [x
          | ^
          |
          = help: its default is used; it can be true | false
        warning[config-syntax]: not valid TOML: unclosed table, expected `]`
         --> config.toml:1:3
          |
        1 | [x
          |   ^
          |
          = help: what could be read besides is used; put texts between quotes
    "#]],
    );
    check(
        "ascii = true\nascii = false\n",
        expect![[r#"
            ascii = true           # config.toml:1
            warning[config-syntax]: not valid TOML: duplicate key
             --> config.toml:2:1
              |
            2 | ascii = false
              | ^^^^^
              |
              = help: what could be read besides is used; put texts between quotes
        "#]],
    );
    check(
        "mouse = false\u{0}\u{1b}[31m\n",
        expect![[r#"
            mouse = false          # config.toml:1
            warning[config-syntax]: not valid TOML: invalid boolean, expected `false`
             --> config.toml:1:9
              |
            1 | mouse = false[31m
              |         ^^^^^
              |
              = help: what could be read besides is used; put texts between quotes
            warning[config-syntax]: not valid TOML: unexpected key or value, expected newline, `#`
             --> config.toml:1:16
              |
            1 | mouse = false[31m
              |              ^
              |
              = help: what could be read besides is used; put texts between quotes
        "#]],
    );
}

#[test]
fn themes_of_the_readers_own() {
    check(
        "theme = \"paper\"\n[themes.paper]\nbase = \"light\"\nheading-1 = \"#aa0000\"\n\
         link = { fg = \"bright-blue\", bold = true }\n[themes.dark]\ntext = { bg = \"default\" }\n",
        expect![[r#"
            theme = "paper"        # config.toml:1
        "#]],
    );
    check(
        "theme = \"papier\"\n[themes.paper]\nbase = \"lihgt\"\nheading = \"#aa0000\"\n\
         link = { fg = \"blu\", bold = 1, colour = \"red\" }\nterm = 3\nrule = \"#12345\"\n\
         [themes.auto]\n[themes]\nx = 1\n",
        expect![[r##"
            warning[misspelt-name]: unknown name "papier": did you mean "paper"?
             --> config.toml:1:9
              |
            1 | theme = "papier"
              |         ^^^^^^^^
              |
              = help: docs/config.md lists the names that there are
            warning[misspelt-name]: unknown name "lihgt": did you mean "light"?
             --> config.toml:3:8
              |
            3 | base = "lihgt"
              |        ^^^^^^^
              |
              = help: docs/config.md lists the names that there are
            warning[misspelt-name]: unknown name "heading": did you mean "heading-1"?
             --> config.toml:4:1
              |
            4 | heading = "#aa0000"
              | ^^^^^^^
              |
              = help: docs/config.md lists the names that there are
            warning[option-value]: the option fg cannot have this value
             --> config.toml:5:15
              |
            5 | link = { fg = "blu", bold = 1, colour = "red" }
              |               ^^^^^
              |
              = help: its default is used; it can be "#rrggbb" | "red" | "bright-red" | "default"
            warning[option-value]: the option bold cannot have this value
             --> config.toml:5:29
              |
            5 | link = { fg = "blu", bold = 1, colour = "red" }
              |                             ^
              |
              = help: its default is used; it can be true | false
            warning[unknown-name]: unknown name "colour"
             --> config.toml:5:32
              |
            5 | link = { fg = "blu", bold = 1, colour = "red" }
              |                                ^^^^^^
              |
              = help: docs/config.md lists the names that there are
            warning[option-value]: the option term cannot have this value
             --> config.toml:6:8
              |
            6 | term = 3
              |        ^
              |
              = help: its default is used; it can be "#rrggbb" | { fg = …, bg = …, bold = true, … }
            warning[option-value]: the option rule cannot have this value
             --> config.toml:7:8
              |
            7 | rule = "#12345"
              |        ^^^^^^^^
              |
              = help: its default is used; it can be "#rrggbb" | "red" | "bright-red" | "default"
            warning[option-value]: the option themes cannot have this value
             --> config.toml:8:9
              |
            8 | [themes.auto]
              |         ^^^^
              |
              = help: its default is used; it can be [themes.NAME]
            warning[option-value]: the option themes.x cannot have this value
              --> config.toml:10:5
               |
            10 | x = 1
               |     ^
               |
               = help: its default is used; it can be { base = "dark", … }
        "##]],
    );
    let (config, _) =
        read("[themes.dark]\nlink = { fg = \"red\", underline = false }\n[themes.x]\n");
    let names = config.theme_names().join(" ");
    assert_eq!(names, "dark light ansi-dark ansi-light ansi mono x");
    let link = Item::Role(Role::Link);
    let look = config.all_themes()[0].look(link);
    assert_eq!((look.fg, look.underline), (Some(Colour::ansi(1)), false));
    assert_eq!(config.all_themes()[6].look(link), Theme::default().look(link));
}

#[test]
fn the_default_file_chooses_the_defaults() {
    for locale in [Locale::Ko, Locale::En] {
        let file = default_file(locale);
        assert_eq!(read(&file), (Config::default(), Vec::new()));
        // An option is a name and a value without a space before the name; words are neither.
        let chosen: String = file
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(option) if !option.starts_with(' ') => format!("{option}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let (config, problems) = read(&chosen);
        assert_eq!(problems, []);
        for spec in OPTIONS {
            assert_eq!(config.get(spec.option), &spec.default(), "{}", spec.name);
            assert!(matches!(config.origin(spec.option), gongbu::config::Origin::File(_)));
        }
    }
}

#[test]
fn the_table_holds_together() {
    let mut kebab = String::new();
    for spec in OPTIONS {
        kebab.clear();
        for c in format!("{:?}", spec.option).chars() {
            if c.is_uppercase() && !kebab.is_empty() {
                kebab.push('-');
            }
            kebab.extend(c.to_lowercase());
        }
        assert_eq!(spec.name, kebab);
        assert_eq!(format!("{:?}", spec.help), format!("Opt{:?}", spec.option));
        let korean = |word: Decides| word.text(Locale::Ko).contains(|c| ('가'..='힣').contains(&c));
        assert!(korean(spec.help) && spec.help.text(Locale::En).is_ascii());
        assert_eq!(spec.default().to_string(), spec.default);
    }
    assert_eq!(*Config::default().get(Opt::TextWidth), Value::Number(88));
}

/// The table in the documentation is the one made from the options. `UPDATE_EXPECT=1` rewrites it.
#[test]
fn the_documentation_has_the_table_of_options() {
    crate::generated::hold("docs/config.md", "options", &option_table(Locale::En));
}

proptest! {
    #[test]
    fn no_text_is_too_much(text in "([a-z\\-\\[\\]{}.=\"'#\n \u{1b}가]|mouse|theme|true|= ){0,60}") {
        let (config, problems) = read(&text);
        let lines = Lines::new(&text);
        for problem in &problems {
            prop_assert!(problem.span.end <= text.len());
            let path = Clean::literal("config.toml");
            let drawn = render(problem, &path, &text, &lines, Manner::plain(Locale::Ko));
            prop_assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()));
        }
        // What holds can be written down again.
        let (again, problems) = read(&effective(&config, "f", Locale::En));
        prop_assert_eq!(problems, []);
        for spec in OPTIONS {
            prop_assert_eq!(again.get(spec.option), config.get(spec.option));
        }
    }
}
