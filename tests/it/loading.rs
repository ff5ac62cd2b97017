//! Notes come in while one is read: the reader stays where they are.

use expect_test::expect;
use gongbu::app::Msg;
use gongbu::library::Library;

use crate::folders::{check, kitchen};
use crate::screen::{App, library};

#[test]
fn notes_come_in_behind_the_reader() {
    let all = library(&kitchen());
    let some = |from: usize, to: usize| Library { notes: all.notes[from..to].to_vec() };
    let mut app = App::empty(72, 12);
    // The note that is first on the screen is not the first of all.
    app.send(Msg::Loaded { library: some(1, 2), complete: false });
    check(
        &mut app,
        "] ]",
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 미역국 ──────────────────────────────────────┐
        │ ▾ 국/                ││ 2. 끓이기                                    │
        │   ▾ 맑은/            ││                                              │
        │     ▾ 미역국         ││ 한 시간.                                     │
        │         1. 불리기    ││                                              │
        │●        2. 끓이기    ││                                              │
        │                      ││                                              │
        │                      ││                                              │
        │                      ││                                              │
        │                      ││                                              │
        └──────────────────────┘└──────────────────────────────────────────────┘
         미역국 › §2  100 %    읽는 중…          숫자 이동  q 끝내기  ? 도움말
    "#]],
    );
    // As long as it is not among those that have come, the screen stays as it is.
    app.send(Msg::Loaded { library: some(0, 1), complete: false });
    app.send(Msg::Progress { done: 1, total: 4 });
    check(
        &mut app,
        "",
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 미역국 ──────────────────────────────────────┐
        │ ▾ 국/                ││ 2. 끓이기                                    │
        │   ▾ 맑은/            ││                                              │
        │     ▾ 미역국         ││ 한 시간.                                     │
        │         1. 불리기    ││                                              │
        │●        2. 끓이기    ││                                              │
        │                      ││                                              │
        │                      ││                                              │
        │                      ││                                              │
        │                      ││                                              │
        └──────────────────────┘└──────────────────────────────────────────────┘
         미역국 › §2  100 %    읽는 중… ██░░░░░░░░ 1/4      q 끝내기  ? 도움말
    "#]],
    );
    app.send(Msg::Loaded { library: some(0, 3), complete: false });
    app.send(Msg::Progress { done: 3, total: 4 });
    check(
        &mut app,
        "",
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 미역국 ──────────────────────────────────────┐
        │   부엌               ││ 2. 끓이기                                    │
        │ ▾ 국/                ││                                              │
        │   ▾ 맑은/            ││ 한 시간.                                     │
        │     ▾ 미역국         ││                                              │
        │         1. 불리기    ││ 된장국                                       │
        │●        2. 끓이기    ││ ──────                                       │
        │     된장국           ││                                              │
        │                      ││ 된장을 푼다.                                 │
        │                      ││                                              │
        └──────────────────────┘└──────────────────────────────────────────────┘
         미역국 › §2  100 %    읽는 중… ███████░░░ 3/4      q 끝내기  ? 도움말
    "#]],
    );
    // Back is where it was, though its note has another place now.
    app.keys("2 enter");
    app.send(Msg::Loaded { library: some(0, 4), complete: true });
    check(
        &mut app,
        "backspace",
        expect![[r#"
        ┌ 목차 ────────────────┐┌ 미역국 ──────────────────────────────────────┐
        │   부엌               ││ 2. 끓이기                                    │
        │ ▾ 국/                ││                                              │
        │   ▾ 맑은/            ││ 한 시간.                                     │
        │     ▾ 미역국         ││                                              │
        │         1. 불리기    ││ 된장국                                       │
        │●        2. 끓이기    ││ ──────                                       │
        │     된장국           ││                                              │
        │ ▾ 밥/                ││ 된장을 푼다.                                 │
        │   ▾ 쌀밥             ↓│                                              │
        └──────────────────────┘└──────────────────────────────────────────────┘
         미역국 › §2  48 %       Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]],
    );
}

#[test]
fn a_search_goes_on_in_notes_that_come_in() {
    let all = library(&kitchen());
    let mut app = App::empty(72, 10);
    app.send(Msg::Loaded { library: Library { notes: all.notes[..2].to_vec() }, complete: false });
    app.keys("/ 다 . enter");
    let row = |app: &App| app.screen().lines().last().unwrap().to_owned();
    expect![" 미역국 › §1  45 %  /다. 1/1  읽는 중…"]
        .assert_eq(row(&app).split("   ").next().unwrap());
    let before = app.state.reader.spot;
    app.load(&all);
    assert_eq!(app.state.reader.spot, before);
    expect![" 미역국 › §1  29 %  /다. 1/3     / 찾기  숫자 이동  q 끝내기  ? 도움말"]
        .assert_eq(&row(&app));
    app.keys("n n");
    expect![" 쌀밥  80 %  /다. 3/3    Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말"]
        .assert_eq(&row(&app));
}

/// What is typed before there is anything to act on waits for it.
#[test]
fn keys_that_come_too_early_wait() {
    let all = library(&kitchen());
    let early = |keys: &str| {
        let mut app = App::empty(72, 10);
        app.send(Msg::Loaded { library: Library::default(), complete: false });
        app.keys(keys);
        app
    };
    let arrive = |app: &mut App, all: &Library| {
        app.load(all);
        let mut rows = app.state.reader.visible().map(|(_, row)| row.text().trim().to_owned());
        rows.find(|row| !row.is_empty()).unwrap_or_default()
    };
    for (keys, first) in [
        ("2 enter", "2. 끓이기"),
        ("o 된 장 enter", "된장국"),
        ("o 된 장 enter ]", "뜸"),
        ("] ]", "1. 불리기"),
        // A match is shown with what stands right above it.
        ("/ 푼 다 enter", "──────"),
        // Who thinks better of it is where they were.
        ("2 enter esc", "부엌"),
        ("2 enter esc ]", "미역국"),
    ] {
        let mut app = early(keys);
        assert_eq!(arrive(&mut app, &all), first, "{keys}");
        assert!(app.state.held.is_empty() && app.state.overlay.is_none(), "{keys}");
    }
    // What never comes is said to be missing, and what was typed can be mended.
    let mut app = early("8 enter");
    arrive(&mut app, &all);
    expect![[r#"
        ┌ 목┌ 절 번호 · 후보 0개 ──────────────────────────────────────────┐───┐
        │●  │ § 8▏                                                          │   │
        │ ▾ │ 그런 절이 없습니다: 8                                        │   │
        │   └──────────────────────────────────────────────────────────────┘   │
        │     ▾ 미역국         ││ 부엌에서 쓰는 것들.                          │
        │         1. 불리기    ││                                              │
        │         2. 끓이기    ││ 미역국                                       │
        │     된장국           ↓│ ──────                                       │
        └──────────────────────┘└──────────────────────────────────────────────┘
         그런 절이 없습니다: 8
    "#]]
    .assert_eq(&app.screen());
    // Leaving does not wait.
    let mut app = early("2 enter ctrl-c");
    assert_eq!(app.effects, [gongbu::app::Effect::Quit]);
    app = early("q");
    assert_eq!(app.effects, [gongbu::app::Effect::Quit]);
}

/// Of notes that come in batches the first that fits is gone to, whenever it comes.
#[test]
fn a_jump_waits_for_its_note() {
    let all = library(&kitchen());
    let mut app = App::empty(72, 10);
    app.send(Msg::Loaded { library: Library { notes: all.notes[..1].to_vec() }, complete: false });
    app.keys("2 enter j");
    assert!(!app.state.held.is_empty());
    app.send(Msg::Loaded { library: Library { notes: all.notes[..2].to_vec() }, complete: false });
    assert!(app.state.held.is_empty() && app.state.overlay.is_none());
    assert_eq!(app.state.reader.spot.note, 1);
}
