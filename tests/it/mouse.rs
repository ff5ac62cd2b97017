//! The mouse: clicks and the wheel.

use gongbu::app::Effect;
use gongbu::app::state::{Overlay, Pane};

use crate::screen::{App, data};

fn app() -> App {
    App::new(&[data("container-notes.md")], 120, 36)
}

/// The cell where `text` begins on the screen.
fn find(app: &App, text: &str) -> (u16, u16) {
    for (y, line) in app.screen().lines().enumerate() {
        if let Some(at) = line.find(text) {
            let x = gongbu::text::width::width(&line[..at]);
            return (u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
        }
    }
    panic!("{text} is not on the screen");
}

fn here(app: &App) -> String {
    let place = app.state.reader.here(&app.state.open.collection);
    app.state.open.addresses.of(&app.state.open.collection, place)
}

#[test]
fn a_click_on_a_section_goes_there_and_one_on_its_sign_folds_it() {
    let mut app = app();
    let (x, y) = find(&app, "2.4 쿠버네티스의 속");
    app.click(x, y);
    assert_eq!((here(&app).as_str(), app.state.focus), ("2.4", Pane::Reader));
    app.keys("backspace");
    let (x, y) = find(&app, "▾ 2. 쿠버네티스");
    app.click(x, y);
    assert!(app.screen().contains("▸ 2. 쿠버네티스"));
    assert!(!app.screen().contains("2.4 쿠버네티스의 속"));
    app.click(x, y);
    assert!(app.screen().contains("2.4 쿠버네티스의 속"));
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let mut app = app();
    let before = app.screen();
    app.wheel(60, 10, true);
    assert_ne!(app.screen(), before);
    app.wheel(60, 10, false);
    assert_eq!(app.screen(), before);
    app.wheel(110, 5, true);
    assert_eq!((app.state.glossary.cursor, app.state.focus), (3, Pane::Reader));
    app.wheel(5, 5, true);
    assert_eq!((app.state.contents.cursor, app.state.focus), (3, Pane::Contents));
}

#[test]
fn a_click_on_a_term_explains_it_and_one_beside_closes() {
    let mut app = app();
    app.keys("2 . 4 enter");
    let (x, y) = find(&app, "컨트롤러:");
    app.click(x, y);
    let Some(Overlay::Popup(popup)) = &app.state.overlay else { panic!("no pop-up") };
    let term = popup.term().unwrap();
    assert_eq!(app.state.open.terms.get(term).unwrap().name.as_str(), "컨트롤러");
    app.click(0, 0);
    assert!(app.state.overlay.is_none());
}

#[test]
fn clicks_choose_in_lists() {
    let mut app = app();
    app.keys("2 . 1");
    let (x, y) = find(&app, "§2.1#2");
    app.click(x, y);
    assert_eq!(here(&app), "2.1#2");
    let (x, y) = find(&app, "레지스트리 ");
    app.click(x, y);
    assert_eq!(app.state.focus, Pane::Glossary);
    assert!(app.screen().contains("묶음을 올리고 내려받는"));
    let (x, y) = find(&app, "/ 거르기");
    app.click(x, y);
    app.keys("ㅋ ㅌ");
    assert_eq!(app.state.glossary.filter.text().as_str(), "ㅋㅌ");
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let mut app = app();
    app.keys("a");
    assert_eq!(app.effects, [Effect::Mouse(false)]);
    app.keys("ㅁ");
    assert_eq!(app.effects, [Effect::Mouse(true)]);
}

/// A click anywhere, at any size, with anything open, does no harm.
#[test]
fn no_click_does_harm() {
    for (width, height) in [(1, 1), (3, 2), (20, 5), (40, 12), (80, 24), (120, 36)] {
        for keys in ["", "?", "2", "o", "tab", "2 . 4 enter t", "w", "x"] {
            let mut app = App::new(&[data("container-notes.md")], width, height);
            app.keys(keys);
            for x in (0..width + 2).step_by(7) {
                for y in 0..height + 2 {
                    app.click(x, y).wheel(x, y, true).wheel(x, y, false);
                }
            }
            app.screen();
        }
    }
}

/// The columns of the panes beside the text.
fn sides(app: &App) -> (u16, u16) {
    let shown = gongbu::app::area::areas(&app.state);
    let columns = |area: Option<gongbu::app::area::Area>| area.map_or(0, |area| area.width);
    (columns(shown.contents), columns(shown.glossary))
}

#[test]
fn a_border_goes_where_it_is_dragged() {
    let mut app = app();
    assert_eq!(sides(&app), (30, 30));
    // Both lines between two panes can be taken.
    app.drag((29, 8), (39, 20));
    assert_eq!(sides(&app), (40, 30));
    app.drag((40, 3), (24, 3));
    assert_eq!(sides(&app), (25, 30));
    app.drag((90, 3), (80, 9));
    assert_eq!(sides(&app), (25, 40));
    app.drag((79, 3), (95, 9));
    assert_eq!(sides(&app), (25, 25));
    // There is no end of it but that of the screen, and some of the text stays.
    app.drag((24, 3), (119, 3));
    let (left, right) = sides(&app);
    assert!(left > 40 && left + right < 100, "{left} {right}");
    app.drag((left - 1, 3), (u16::MAX, u16::MAX));
    assert_eq!(sides(&app), (left, right));
    app.drag((left - 1, 3), (0, 3));
    assert!(sides(&app).0 > 0);
    // The keys go where they went, and what is not a border stays in place.
    assert_eq!(app.state.focus, Pane::Reader);
    let before = sides(&app);
    app.drag((60, 8), (20, 8)).drag((before.0 - 1, 35), (50, 8));
    assert_eq!(sides(&app), before);
}

#[test]
fn a_border_is_let_go_of() {
    use gongbu::app::msg::{Button, Mouse};
    let mut app = App::new(&[data("container-notes.md")], 80, 24);
    app.keys("w");
    let (left, drawer) = sides(&app);
    app.drag((80 - drawer, 5), (40, 5));
    assert_eq!(sides(&app), (left, 40));
    app.send(gongbu::app::Msg::Mouse(Mouse { x: 20, y: 5, button: Button::Drag }));
    assert_eq!(sides(&app), (left, 40));
    // Under what lies over the panes no border is taken.
    app.keys("f1").drag((left - 1, 5), (10, 5));
    assert_eq!(sides(&app).0, left);
}
