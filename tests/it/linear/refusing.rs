//! Every command does something, says something, or says why not; and nothing that is typed does harm.

use expect_test::expect;
use gongbu::app::command::COMMANDS;
use gongbu::app::linear::VERBS;
use gongbu::text::sanitize::Clean;
use gongbu::words::Locale;
use proptest::prelude::*;

use super::{BOTH, SHIP, answer, check, reader, talk};

#[test]
fn no_command_is_met_with_silence() {
    let names = COMMANDS.iter().map(|spec| spec.name);
    let verbs = VERBS.iter().flat_map(|entry| [entry.sign].into_iter().chain(entry.words));
    for line in names.chain(verbs) {
        for notes in [BOTH, &[("empty.md", "")]] {
            for locale in [Locale::Ko, Locale::En] {
                let mut linear = reader(notes, locale);
                linear.begin();
                let answer = linear.line(line);
                assert!(!answer.lines.is_empty() || !answer.effects.is_empty(), "{line}");
            }
        }
    }
}

#[test]
fn what_only_a_screen_has_is_refused() {
    let lines =
        "toggle-wrap\n:theme\nc\nclose\nclose\nopen\nsuspend\ntop\nbottom\nup\ndown\nfilter";
    check(
        &[("ship.md", SHIP)],
        Locale::En,
        lines,
        expect![[r#"
            Open: notes 1, sections 3. Enter reads on, ? is help, q quits.
            Note: ship
            Heading 1: 1. 배 (section 1 of 3)
            배는 물 위로 다닌다.
            command> toggle-wrap
            toggle-wrap: only a screen has a use for this
            command> :theme
            theme: only a screen has a use for this
            command> c
            Contents (3)
            1. §1 배 (here)
            2. §2 용어집
            3. §3 바람
            number 1 to 3, or command> close
            The list is closed
            command> close
            There is no list to choose from
            command> open
            There is no list to choose from
            command> suspend
            To stop for a while press Ctrl-Z
            command> top
            Heading 1: 1. 배 (section 1 of 3)
            배는 물 위로 다닌다.
            command> bottom
            Heading 1: 3. 바람 (section 3 of 3)
            돛을 올린다.
            command> up
            up: only a screen has a use for this
            command> down
            This is the last section
            command> filter
            Glossary (2)
            1. 닻
            2. 돛 (sail)
        "#]],
    );
    check(
        &[("ship.md", SHIP)],
        Locale::Ko,
        "toggle-wrap\nclose\nsuspend",
        expect![[r#"
        노트 1개, 절 3개를 열었습니다. Enter는 이어 읽기, ?는 도움말, q는 끝내기입니다.
        노트: ship
        제목 1: 1. 배 (절 3개 중 1번째)
        배는 물 위로 다닌다.
        명령> toggle-wrap
        toggle-wrap: 화면이 있을 때만 쓰는 명령입니다
        명령> close
        고를 목록이 없습니다
        명령> suspend
        멈추려면 Ctrl-Z를 누르세요
    "#]],
    );
}

/// What people type, and what nobody does.
fn line() -> impl Strategy<Value = String> {
    let verbs = VERBS.iter().flat_map(|entry| [entry.sign].into_iter().chain(entry.words));
    let known: Vec<String> = verbs
        .chain(COMMANDS.iter().map(|spec| spec.name))
        .chain([
            "", "", "", "1", "2", "3", "9", "§1", "1.1", "town:", "/ship", "o 배", "/re:.", ": a",
        ])
        .map(str::to_owned)
        .collect();
    prop_oneof![
        12 => prop::sample::select(known),
        1 => "\\PC{0,12}",
        1 => ".{0,12}",
        1 => "[/:o§g] ?[가-힣a-z\\\\(\\[*]{0,6}",
        1 => Just("\u{1b}]0;x\u{7}\u{9b}2J\u{202e}".to_owned()),
        1 => Just("9".repeat(40)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_lines_on_any_notes_are_fine(
        text in crate::properties::markdown(),
        lines in prop::collection::vec(line(), 0..20),
        in_portions: bool,
    ) {
        let mut linear = reader(&[("노트.md", &text), ("town.md", BOTH[1].1)], Locale::Ko);
        linear.in_portions = in_portions;
        let mut said = linear.begin().lines;
        for line in lines {
            let answer = linear.line(&line);
            prop_assert!(!answer.lines.is_empty() || !answer.effects.is_empty(), "{:?}", line);
            said.extend(answer.lines);
            prop_assert!(Clean::is_clean(&linear.prompt()));
        }
        for line in said {
            prop_assert!(Clean::is_clean(&line), "{:?}", line);
        }
    }
}

#[test]
fn what_is_typed_is_told_back_clean() {
    let mut linear = reader(&[("ship.md", SHIP)], Locale::En);
    answer(linear.begin());
    let said = talk(&mut linear, "\u{1b}]0;x\u{7}");
    expect![[r#"
        command> ]0;x
        Heading 1: 2. 용어집 (section 2 of 3)
        - 돛(sail): 바람을 받는 천
        - 닻: 배를 붙드는 쇠
    "#]]
    .assert_eq(&said);
}
