//! How wide the panes beside the text are.

use expect_test::{Expect, expect};
use gongbu::app::State;
use gongbu::app::area::areas;
use gongbu::app::sides::Sides;
use gongbu::app::state::{Pane, Size};
use gongbu::words::Locale;
use proptest::prelude::*;

use crate::screen::{App, data};

/// The columns of each pane after each of these keys.
fn check((width, height): (u16, u16), keys: &str, expect: Expect) {
    let mut app = App::new(&[data("container-notes.md")], width, height);
    let mut out = String::new();
    for key in [""].into_iter().chain(keys.split(' ')) {
        app.keys(key);
        let shown = areas(&app.state);
        let columns = [shown.contents, shown.reader, shown.glossary]
            .map(|area| area.map_or("-".to_owned(), |area| area.width.to_string()));
        out += &format!("{key:<3} {}", columns.join(" "));
        if let Some(notice) = app.state.notice.take() {
            out += &format!("  {notice}");
        }
        out.push('\n');
    }
    expect.assert_eq(&out);
}

#[test]
fn keys_move_the_borders() {
    check(
        (120, 36),
        "} f7 { ( f8 ) f9 ) c } c } v } v (",
        expect![[r#"
                30 60 30
            }   34 56 30
            f7  38 52 30
            {   34 56 30
            (   34 52 34
            f8  34 48 38
            )   34 52 34
            f9  34 56 30
            )   34 60 26
            c   - 94 26
            }   - 94 26  그 창은 지금 글 옆에 없습니다
            c   34 60 26
            }   38 56 26
            v   38 82 -
            }   42 78 -
            v   42 52 26
            (   42 48 30
    "#]],
    );
}

#[test]
fn no_pane_takes_the_room_of_another() {
    check(
        (112, 36),
        "} } } } } } } } ( ( ( { { { { { { { { { {",
        expect![[r#"
                28 56 28
            }   32 52 28
            }   36 48 28
            }   40 44 28
            }   44 40 28
            }   44 40 28
            }   44 40 28
            }   44 40 28
            }   44 40 28
            (   40 40 32
            (   36 40 36
            (   32 40 40
            {   28 44 40
            {   24 48 40
            {   20 52 40
            {   16 56 40
            {   16 56 40
            {   16 56 40
            {   16 56 40
            {   16 56 40
            {   16 56 40
            {   16 56 40
        "#]],
    );
    check(
        (72, 24),
        "} } } tab ( ) ) ) ) ) )",
        expect![[r#"
                24 48 -
            }   28 44 -
            }   32 40 -
            }   32 40 -
            tab 32 40 36
            (   32 40 40
            )   32 40 36
            )   32 40 32
            )   32 40 28
            )   32 40 24
            )   32 40 24
            )   32 40 24
    "#]],
    );
    check(
        (60, 24),
        "} (",
        expect![[r#"
                - 60 -
            }   - 60 -  그 창은 지금 글 옆에 없습니다
            (   - 60 -  그 창은 지금 글 옆에 없습니다
        "#]],
    );
}

proptest! {
    #[test]
    fn what_was_chosen_fits_every_screen(
        width in 0u16..300, contents in prop::option::of(any::<u16>()),
        glossary in prop::option::of(any::<u16>()), hidden in any::<[bool; 2]>(), drawer in any::<bool>(),
    ) {
        let mut state = State::new(Locale::En, false);
        state.size = Size { width, height: 24 };
        state.sides = Sides { contents, glossary };
        [state.contents_hidden, state.glossary_hidden] = hidden;
        if drawer {
            state.focus = Pane::Glossary;
        }
        let shown = areas(&state);
        if let Some(reader) = shown.reader {
            let left = shown.contents.map_or(0, |area| area.width);
            prop_assert_eq!(reader.x, left);
            prop_assert!(reader.width >= width.min(40), "{:?}", shown);
            prop_assert!(shown.contents.is_none_or(|area| area.width >= 16));
            prop_assert!(shown.glossary.is_none_or(|area| area.width >= 16 && area.x + area.width == width));
        }
    }
}
