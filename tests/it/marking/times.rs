//! Sections that are read by the time that passes over them.

use std::collections::HashMap;

use expect_test::expect;
use gongbu::app::key::Key;
use gongbu::review::reading::{Mark, between, needed, units};
use proptest::prelude::*;

use super::{HARBOUR, Reader};

/// A section that takes twenty seconds, and is longer than a small screen.
fn long() -> String {
    let lines: String =
        (1..=18).map(|n| format!("- 줄 {n}: 배가 하나 지나간다, 천천히\n")).collect();
    format!("# 1. 강\n{lines}\n# 2. 바다\n넓다.\n")
}

#[test]
fn what_was_looked_at_long_enough_is_read() {
    // Four sections of the screen take two seconds each.
    let mut reader = Reader::new(&[("나루.md", HARBOUR)], 80, 24);
    reader.keys("+2 j").check(expect![[r#"
        ●▾ 1. 배
             1.1 돛
             1.2 노
           2. 항구
           3. 빈 장
         나루 › §1  100 %        t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    assert_eq!(reader.disk(), "nothing\n");
    reader.keys("+2 j +2 k").check(expect![[r#"
        ●▾ 1. 배
             1.1 돛
             1.2 노
         ✓ 2. 항구
           3. 빈 장
         나루 › §1  100 %  1/3 읽음      Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    expect![[r#"
        나루.md §1.1 unsaid, 1 s
        나루.md §1.2 unsaid, 1 s
        나루.md §2 read, 2 s
    "#]]
    .assert_eq(&reader.disk());
    reader.keys("+9 j").quit().again().check(expect![[r#"
        ●▾ 1. 배               ✓
           ✓ 1.1 돛
           ✓ 1.2 노
         ✓ 2. 항구
           3. 빈 장
         나루 › §1  100 %  3/3 읽음      Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    expect![[r#"
        나루.md §1.1 read, 4 s
        나루.md §1.2 read, 3 s
        나루.md §2 read, 6 s
    "#]]
    .assert_eq(&reader.disk());
}

#[test]
fn who_is_away_reads_nothing() {
    let mut reader = Reader::new(&[("나루.md", HARBOUR)], 80, 24);
    reader.keys("+181 j +1000 k");
    // Nor does anybody below a list, the help or a card.
    reader.keys("? +100 esc o +100 esc : +100 esc S +100 esc").quit();
    assert_eq!(reader.disk(), "nothing\n");
    // Nor in another pane, where that is all there is.
    reader.app.resize(40, 12);
    reader.keys("shift-tab +100 j +100 k tab").quit();
    assert_eq!(reader.disk(), "nothing\n");
    // A review makes a state, and nothing is read by it.
    reader.keys("r +100 q").quit();
    assert_eq!(reader.disk(), "");
    reader.keys("+100 j").check(expect![[r#"
        ─────
        1.1 돛
        돛은 바람을 받는다.
        1.2 노
        노는 젓는다.
         나루 › §1  1 %  1/3 읽음     ? 도움말
    "#]]);
}

#[test]
fn the_end_of_a_section_has_to_be_seen() {
    let mut reader = Reader::new(&[("강.md", &long())], 80, 12);
    reader.keys("+100 j +100 k").check(expect![[r#"
        ●  1. 강
           2. 바다
         강 › §1  0 %            t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    // Time alone makes no state.
    assert_eq!(reader.disk(), "nothing\n");
    reader.keys("+1 space space +1 k").check(expect![[r#"
        ●✓ 1. 강
           2. 바다
         강 › §1  65 %  1/2 읽음         Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    expect![[r#"
        강.md §1 read, 201 s
    "#]]
    .assert_eq(&reader.disk());
}

#[test]
fn time_is_kept_when_a_section_is_left() {
    let mut reader = Reader::new(&[("강.md", &long()), ("나루.md", HARBOUR)], 80, 12);
    reader.keys("G m g");
    expect![[r#"
        나루.md §2 read, 0 s
    "#]]
    .assert_eq(&reader.disk());
    reader.keys("+7 j");
    let before = reader.disk();
    // It is in view still.
    reader.keys("+2 j");
    assert_eq!(reader.disk(), before);
    reader.keys("G");
    expect![[r#"
        강.md §1 unsaid, 9 s
        나루.md §2 read, 0 s
    "#]]
    .assert_eq(&reader.disk());
    // What was begun is gone on with.
    let needed = needed(&reader.app.state.open.collection.notes[0], 0).unwrap();
    let rest = u64::from(needed) - 9;
    reader.again().keys(&format!("space space +{rest} k")).check(expect![[r#"
         ▾ 강
        ●    1. 강
             2. 바다
         ▾ 나루              1/3
           ▾ 1. 배
               1.1 돛
               1.2 노
           ✓ 2. 항구
             3. 빈 장
         강 › §1  56 %  모두 1/5         Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
}

#[test]
fn what_is_taken_back_is_to_be_read_anew() {
    let mut reader = Reader::new(&[("나루.md", "# 1. 배\n배는 물 위로 다닌다.\n")], 80, 12);
    reader.keys("+5 j m +1 j").check(expect![[r#"
        ●  1. 배
         나루 › §1  100 %        t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.again().keys("+1 j").check(expect![[r#"
        ●  1. 배
         나루 › §1  100 %        t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.keys("+1 j").check(expect![[r#"
        ●✓ 1. 배
         나루 › §1  100 %  1/1 읽음      Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
}

#[test]
fn time_of_a_note_that_changes_is_kept() {
    let mut reader = Reader::new(&[("강.md", &long()), ("나루.md", HARBOUR)], 80, 12);
    reader.keys("G m g +8 j");
    reader.notes[0].1 = long().replace("줄 3:", "셋째 줄:");
    let notes = reader.notes.clone();
    crate::changing::rewrite(&mut reader.app, &notes);
    expect![[r#"
        강.md §1 unsaid, 8 s
        나루.md §2 read, 0 s
    "#]]
    .assert_eq(&reader.disk());
}

proptest! {
    // Each writes to the disk, and waits for it.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, ..ProptestConfig::default() })]

    /// Whatever is pressed and however long that takes: nothing is read faster than it takes, and what is
    /// read is so on the disk.
    #[test]
    fn any_keys(keys in prop::collection::vec((0..14usize, 0..200_000u64), 0..30)) {
        const KEYS: [&str; 14] = [
            "j", "k", "space", "b", "g", "G", "tab", "]", "[", "enter", "esc", "?", "o", "t",
        ];
        let mut reader = Reader::new(&[("강.md", &long()), ("나루.md", HARBOUR)], 80, 14);
        let (mut passed, mut read) = (0, HashMap::new());
        for (key, pause) in keys {
            let times = &mut reader.app.state.progress.times;
            passed += between(times.now, times.now + pause);
            times.now += pause;
            reader.app.send(gongbu::app::Msg::Key(KEYS[key].parse::<Key>().unwrap()));
            let library = reader.app.state.open.collection.clone();
            for (at, note) in library.notes.iter().enumerate() {
                for unit in 0..units(note) {
                    if reader.app.state.progress.own(at, unit) == Mark::Read {
                        read.insert((at, unit), needed(note, unit).unwrap());
                    }
                }
            }
            let least: u64 = read.values().map(|seconds| u64::from(*seconds) * 1000).sum();
            prop_assert!(least <= passed, "{} < {}", passed, least);
        }
        reader.quit().again();
        let progress = &reader.app.state.progress;
        for (note, unit) in read.keys() {
            prop_assert_eq!(progress.own(*note, *unit), Mark::Read);
        }
    }
}
