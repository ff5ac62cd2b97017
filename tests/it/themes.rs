//! Themes: legible, complete, chosen while reading; and a screen that needs no colour.

use std::sync::Arc;

use expect_test::{Expect, expect};
use gongbu::app::state::Overlay;
use gongbu::app::themes::Themes;
use gongbu::doc::Marks;
use gongbu::style::Role;
use gongbu::style::theme::{self, Background, ITEMS, Item, Part, contrast, name};
use gongbu::tui::theme::{Depth, Theme};
use ratatui::style::Modifier;

use crate::screen::{App, themed};

/// The grounds that a theme is read on at worst: docs/config.md names them.
fn ground(background: Background) -> [u8; 3] {
    match background {
        Background::Dark => [0x30; 3],
        _ => [0xf0; 3],
    }
}

#[test]
fn every_colour_can_be_read_on_its_ground() {
    let mut tried = 0;
    for theme in theme::Theme::built_in() {
        let ground = ground(theme.background);
        for (name, item) in ITEMS {
            let Some(colour) = theme.look(*item).fg.filter(|colour| colour.rgb.is_some()) else {
                continue;
            };
            assert_eq!(theme.look(*item).bg, None);
            for rgb in [colour.rgb.unwrap(), colour.indexed().unwrap().1] {
                let contrast = contrast(rgb, ground);
                assert!(contrast >= 4.5, "{} of {}: {contrast:.2} {rgb:?}", name, theme.name);
            }
            tried += 1;
        }
    }
    assert!(tried > 50);
}

#[test]
fn everything_that_has_a_look_has_a_name() {
    for role in Role::ALL {
        assert!(name(Item::Role(role)).is_some(), "{role:?}");
    }
    let parts = [
        Part::Border,
        Part::Focused,
        Part::Title,
        Part::FocusedTitle,
        Part::Selected,
        Part::Marked,
        Part::Muted,
        Part::Plain,
        Part::Match,
        Part::Key,
        Part::Found,
        Part::Here,
        Part::Notice,
        Part::Hint,
    ];
    for part in parts {
        assert!(name(Item::Part(part)).is_some(), "{part:?}");
    }
    assert_eq!(ITEMS.len(), Role::ALL.len() + parts.len());
    for (at, (name, _)) in ITEMS.iter().enumerate() {
        assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        assert!(ITEMS.iter().skip(at + 1).all(|(other, _)| other != name), "{name}");
    }
}

#[test]
fn the_documentation_has_all_names() {
    let names: Vec<String> = ITEMS.iter().map(|(name, _)| format!("`{name}`")).collect();
    crate::generated::hold("docs/config.md", "items", &format!("{}\n", names.join(", ")));
}

/// What must never be taken for each other, also without any colour.
#[test]
fn no_meaning_is_in_a_colour_alone() {
    let parts = |theme: &Theme| {
        let plain = theme.part(Part::Plain);
        let differ = [
            (theme.part(Part::Selected), theme.part(Part::Marked)),
            (theme.part(Part::Selected), plain),
            (theme.part(Part::Marked), plain),
            (theme.part(Part::Match), plain),
            (theme.part(Part::Key), plain),
            (theme.part(Part::Notice), plain),
            (theme.part(Part::Found), theme.part(Part::Here)),
            (theme.part(Part::FocusedTitle), theme.part(Part::Title)),
            (theme.style(Role::Link, Marks::NONE), theme.style(Role::Term, Marks::NONE)),
            (theme.style(Role::Link, Marks::NONE), plain),
            (theme.style(Role::Term, Marks::NONE), plain),
            (theme.style(Role::Heading(1), Marks::NONE), plain),
            (theme.style(Role::Heading(6), Marks::NONE), plain),
        ];
        differ.into_iter().all(|(a, b)| a != b)
    };
    for built_in in theme::Theme::built_in() {
        let theme = Theme { theme: Arc::new(built_in), depth: Depth::Plain };
        assert!(parts(&theme), "{}", theme.theme.name);
        assert_eq!(theme.part(Part::Selected).add_modifier, Modifier::REVERSED);
    }
}

#[test]
fn the_one_that_fits() {
    let mut themes = Themes::default();
    let mut names = Vec::new();
    for background in [Background::Unknown, Background::Dark, Background::Light] {
        themes.background = background;
        names.push(themes.current().name.clone());
    }
    themes.choose(Some("mono"));
    names.push(themes.current().name.clone());
    themes.choose(Some("no such"));
    names.push(themes.current().name.clone());
    assert_eq!(names, ["ansi", "dark", "light", "mono", "light"]);
}

#[test]
fn sixteen_colours_are_those_of_the_variants() {
    let all = Themes::default().all;
    let named = |name: &str| all.iter().find(|theme| theme.name == name).unwrap().clone();
    for name in ["dark", "light"] {
        let rich = Theme { theme: named(name), depth: Depth::Sixteen };
        let poor = Theme { theme: named(&format!("ansi-{name}")), depth: Depth::True };
        for role in Role::ALL {
            assert_eq!(rich.style(role, Marks::NONE), poor.style(role, Marks::NONE), "{role:?}");
        }
    }
}

const NOTE: &str = "\
# 1. 나루
배는 [강](https://example.com)을 건너고 나루에서 **쉰다**. 노는 `rowing`이다.

# 2. 용어집
- 나루: 배가 닿는 곳
- 노: 배를 젓는 도구
";

fn app(columns: u16, rows: u16) -> App {
    App::new(&[("나루.md".to_owned(), NOTE.to_owned())], columns, rows)
}

#[test]
fn a_theme_is_chosen_while_reading() {
    let mut app = app(80, 16);
    let on = |app: &App| app.state.theme().name.clone();
    app.keys("ctrl-t");
    assert_eq!(on(&app), "ansi");
    let mut seen = Vec::new();
    for _ in 0..7 {
        app.keys("down");
        seen.push(on(&app));
    }
    assert_eq!(seen, ["dark", "light", "ansi-dark", "ansi-light", "ansi", "mono", "mono"]);
    app.keys("esc");
    assert_eq!(on(&app), "ansi");
    app.keys(": ㅅ ㅐ ㄱ esc ctrl-t l i g enter");
    assert_eq!(on(&app), "light");
    app.keys("ctrl-t");
    assert!(matches!(&app.state.overlay, Some(Overlay::Finder(finder)) if finder.cursor == 2));
    expect![[r#"
        ┌ 화면의 색 · 후보 7개 ────────────────────────────────────────────────────────┐
        │ > ▏                                    │                                      │
        │    auto  터미널에 맞게                │                                      │
        │    dark  어두운 바탕                  │                                      │
        │ *  light  밝은 바탕                   │                                      │
        │    ansi-dark  어두운 바탕             │                                      │
        │    ansi-light  밝은 바탕              │                                      │
        │    ansi  어느 바탕이든                │                                      │
        │    mono  어느 바탕이든                │                                      │
        │                                       │                                      │
        │                                       │                                      │
        │                                       │                                      │
        │                                       │                                      │
        │                                       │                                      │
        └──────────────────────────────────────────────────────────────────────────────┘
         나루 › §1  100 %                                         Enter 열기  Esc 닫기
    "#]]
    .assert_eq(&app.screen());
    app.keys("home up up enter");
    assert_eq!((on(&app), app.state.themes.chosen), ("ansi".to_owned(), None));
}

/// The screen without colours: `*bold*`, `_underlined_`, `[reversed]`.
fn check(app: &App, expected: Expect) {
    let buffer = themed(app, "ansi", Depth::Plain);
    let area = buffer.area;
    let signs = [
        (Modifier::REVERSED, '[', ']'),
        (Modifier::BOLD, '*', '*'),
        (Modifier::UNDERLINED, '_', '_'),
    ];
    let mut out = String::new();
    for y in 0..area.height {
        let mut row = String::new();
        let (mut on, mut skip) = (Modifier::empty(), 0);
        for x in 0..=area.width {
            let cell = buffer.cell((x.min(area.width - 1), y)).unwrap();
            assert!(cell.fg == ratatui::style::Color::Reset && cell.bg == cell.fg);
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let now = if x < area.width { cell.modifier } else { Modifier::empty() };
            for (modifier, _, close) in signs.iter().rev() {
                if on.contains(*modifier) && !now.contains(*modifier) {
                    row.push(*close);
                }
            }
            for (modifier, open, _) in signs {
                if now.contains(modifier) && !on.contains(modifier) {
                    row.push(open);
                }
            }
            on = now;
            if x < area.width {
                row.push_str(cell.symbol());
                skip = gongbu::text::width::width(cell.symbol()).saturating_sub(1);
            }
        }
        out += row.trim_end();
        out.push('\n');
    }
    expected.assert_eq(&out);
}

#[test]
fn a_screen_without_colours() {
    let mut app = app(112, 14);
    check(
        &app,
        expect![[r#"
            ┌ 목차 ────────────────────┐┌* 나루 *────────────────────────────────────────────────┐┌ 용어 (2) ────────────────┐
            │*●  1. 나루*                ││ *1. 나루*                                              ││ / 거르기                 │
            │   2. 용어집              ││ ───────                                              ││ *• 나루                §2* │
            │                          ││                                                      ││ • 노                  §2 │
            │                          ││ 배는 *_강_*을 건너고 _나루_에서 *쉰다*. 노는 rowing이다.     ││                          │
            │                          ││                                                      ││                          │
            │                          ││ *2. 용어집*                                            ││                          │
            │                          ││ ─────────                                            ││ ──────────────────────── │
            │                          ││                                                      ││ *나루*                     │
            │                          ││ • _나루_: 배가 닿는 곳                                 ││ §2 용어집에서            │
            │                          ││ • 노: 배를 젓는 도구                                 ││ 배가 닿는 곳             │
            │                          ││                                                      ││                          ↓
            └──────────────────────────┘└──────────────────────────────────────────────────────┘└──────────────────────────┘
             나루 › §1  100 %      *w* 용어집  *o* 찾아가기  *t* 용어  *Tab* 창  *Enter* 열기  */* 찾기  *숫자* 이동  *q* 끝내기  *?* 도움말
        "#]],
    );
    app.keys("/ 배 enter");
    check(
        &app,
        expect![[r#"
            ┌ 목차 ────────────────────┐┌* 나루 *────────────────────────────────────────────────┐┌ 용어 (2) ────────────────┐
            │*●  1. 나루*                ││ *1. 나루*                                              ││ / 거르기                 │
            │   2. 용어집              ││ ───────                                              ││ *• 나루                §2* │
            │                          ││                                                      ││ • 노                  §2 │
            │                          ││ [*배*]는 *_강_*을 건너고 _나루_에서 *쉰다*. 노는 rowing이다.     ││                          │
            │                          ││                                                      ││                          │
            │                          ││ *2. 용어집*                                            ││                          │
            │                          ││ ─────────                                            ││ ──────────────────────── │
            │                          ││                                                      ││ *나루*                     │
            │                          ││ • _나루_: [배]가 닿는 곳                                 ││ §2 용어집에서            │
            │                          ││ • 노: [배]를 젓는 도구                                 ││ 배가 닿는 곳             │
            │                          ││                                                      ││                          ↓
            └──────────────────────────┘└──────────────────────────────────────────────────────┘└──────────────────────────┘
             나루 › §1  100 %  /배 1/3       *o* 찾아가기  *t* 용어  *Tab* 창  *Enter* 열기  */* 찾기  *숫자* 이동  *q* 끝내기  *?* 도움말
        "#]],
    );
    app.keys("esc o 나");
    check(
        &app,
        expect![[r#"
        ┌ 목┌* 찾아가기 · 후보 3개 *─────────────────────────────────────────────────────────────────────────────────┐───┐
        │*●  *│ *>* 나                                              │ *1. 나루*                                          │   │
        │   │[ §1    *_나_*루                                        ]│ ───────                                          │*§2* │
        │   │ 용어  *_나_*루                                        │                                                  │§2 │
        │   │ §2    용어집                                      │ 배는 *_강_*을 건너고 나루에서 *쉰다*. 노는 rowing이다. │   │
        │   │                                                   │                                                  │   │
        │   │                                                   │                                                  │   │
        │   │                                                   │                                                  │── │
        │   │                                                   │                                                  │   │
        │   │                                                   │                                                  │   │
        │   │                                                   │                                                  │   │
        │   │                                                   │                                                  │   ↓
        └───└──────────────────────────────────────────────────────────────────────────────────────────────────────┘───┘
         나루 › §1  100 %                                                                         *Enter* 열기  *Esc* 닫기
    "#]],
    );
}
