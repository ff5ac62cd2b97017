//! How the app comes by the colours of the code that it shows.

use std::cell::RefCell;

use gongbu::app::job::{Lane, job};
use gongbu::app::{Effect, Msg, update};
use gongbu::doc::Marks;
use gongbu::style::Role;
use gongbu::style::theme::{self, Background};
use gongbu::tui::theme::{Depth, Theme};
use ratatui::style::{Color, Modifier};
use std::sync::Arc;

use crate::screen::{App, library};

/// A note with two blocks of code that are screens apart, and text between them.
fn note() -> (String, String) {
    let text = "word\n\n".repeat(60);
    let code = |name: &str| format!("```sh\necho \"{name}\" # 끝\n```\n\n");
    ("a.md".into(), format!("# 1. A\n\n{}{text}# 2. B\n\n{}", code("one"), code("two")))
}

/// What on the screen has a colour of code.
fn coloured(app: &App) -> String {
    let rows = app.state.reader.visible().map(|(_, row)| row);
    let pieces = rows.flat_map(|row| &row.pieces);
    let of_code = pieces.filter(|piece| matches!(piece.role, Role::Token(_)));
    of_code.map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("|")
}

/// How many blocks are asked for, each time that some are.
fn asked(effects: &[Effect]) -> Vec<usize> {
    let blocks = effects.iter().filter_map(|effect| match effect {
        Effect::Colour { blocks, .. } => Some(blocks.len()),
        _ => None,
    });
    blocks.collect()
}

/// Presses keys, and leaves what they ask for undone.
fn press(app: &mut App, keys: &str) -> Vec<usize> {
    let press = |key: &str| update(&mut app.state, Msg::Key(key.parse().unwrap()));
    asked(&keys.split(' ').flat_map(press).collect::<Vec<_>>())
}

fn answers(app: &App, effects: &[Effect]) -> Vec<Msg> {
    let given = RefCell::new(Vec::new());
    for (lane, job) in effects.iter().filter_map(|effect| job(effect, &app.state)) {
        if lane == Lane::Colour {
            job(&|msg| given.borrow_mut().push(msg), &|| false);
        }
    }
    given.into_inner()
}

#[test]
fn code_is_coloured_when_it_is_shown() {
    let mut app = App::empty(60, 20);
    let notes = library(&[note()]);
    let loaded = Msg::Loaded { library: notes, complete: true };
    let effects = update(&mut app.state, loaded.clone());
    assert_eq!(asked(&effects), [1]);
    assert_eq!(coloured(&app), "");
    let plain = app.screen();
    // While a worker is at it nothing more is asked for.
    assert_eq!(press(&mut app, "down up"), [0; 0]);
    let first = answers(&app, &effects);
    for msg in first.clone() {
        update(&mut app.state, msg);
    }
    assert_eq!(coloured(&app), "echo|\"one\"|# 끝");
    assert_eq!(app.screen(), plain);
    assert_eq!(press(&mut app, "down up"), [0; 0]);
    // What comes too late is of other notes.
    assert_eq!(asked(&update(&mut app.state, loaded)), [1]);
    for msg in first {
        update(&mut app.state, msg);
    }
    assert_eq!(coloured(&app), "");
}

#[test]
fn what_is_out_of_sight_is_not_waited_for() {
    let mut app = App::empty(60, 20);
    let notes = library(&[note()]);
    update(&mut app.state, Msg::Loaded { library: notes, complete: true });
    assert_eq!(press(&mut app, "space space space"), [0]);
    assert_eq!(press(&mut app, "space"), [0; 0]);
    assert_eq!(press(&mut app, "end"), [1]);
    assert_eq!(press(&mut app, "home"), [1]);
}

#[test]
fn matches_are_marked_in_colours() {
    let mut app = App::new(&[note()], 60, 20);
    app.keys("/ o space \" o enter");
    let (buffer, _) = app.draw();
    let mut marked = String::new();
    for cell in buffer.content().iter().filter(|c| c.modifier.contains(Modifier::REVERSED)) {
        marked += cell.symbol();
    }
    assert_eq!(marked, "o \"o");
    assert_eq!(coloured(&app), "echo|\"one\"|# 끝");
}

#[test]
fn colours_follow_the_theme() {
    for role in Role::ALL {
        for theme in theme::Theme::built_in() {
            let theme = Arc::new(theme);
            let style = |depth| Theme { theme: theme.clone(), depth }.style(role, Marks::NONE);
            let plain = style(Depth::Plain);
            assert_eq!((plain.fg, plain.bg), (None, None), "{role:?}");
            let style = style(Depth::Sixteen);
            assert_eq!(style.bg, None, "{role:?}");
            let unfit: &[Color] = match theme.background {
                Background::Dark => &[Color::Black, Color::Blue, Color::DarkGray],
                Background::Light => &[Color::White, Color::Yellow, Color::Green, Color::Cyan],
                Background::Unknown => &[Color::White, Color::Black, Color::Yellow, Color::Gray],
            };
            assert!(style.fg.is_none_or(|colour| !unfit.contains(&colour)), "{role:?}");
        }
    }
}
