//! How far notes are read.

use expect_test::{Expect, expect};
use gongbu::library::Note;
use gongbu::review::card::Section;
use gongbu::review::reading::{
    Mark, Reading, Statement, address, between, digest, marks, needed, restated, units,
};
use proptest::prelude::*;

use crate::screen::library;

const HARBOUR: &str = "\
# 1. 배

## 1.1 돛
돛은 바람을 받는다.

## 1.2 노
노는 젓는다.

## 1.2 키
키는 방향을 정한다.

# 2. 항구
등대가 길을 알린다.

# 3. 빈 장
";

fn note(text: &str) -> Note {
    (*library(&[("나루.md".to_owned(), text.to_owned())]).notes[0]).clone()
}

/// What is kept of a note of which these sections were read.
fn read(note: &Note, sections: &[usize]) -> Vec<Section> {
    let kept = |&at: &usize| Section {
        note: "나루.md".to_owned(),
        section: note.sections[at].address.clone(),
        changed: 1,
        text: Some(digest(note, at)),
        seconds: 9,
    };
    sections.iter().map(kept).collect()
}

/// How far the sections of `text` are, of which `kept` is known.
fn shown(text: &str, kept: &[Section]) -> String {
    let note = note(text);
    let marks = marks(&note, kept);
    let reading = Reading::new(&note, kept);
    let mut lines = String::new();
    for (at, section) in note.sections.iter().enumerate() {
        let sign = |mark| match mark {
            Mark::Unread => '-',
            Mark::Changed => '~',
            Mark::Read => 'v',
        };
        let whole = reading.whole(at);
        let (own, mark) = (sign(marks.own[at]), sign(whole.mark()));
        lines += &format!("{own} {mark} {}/{} {}\n", whole.read, whole.all, section.shown);
    }
    lines
}

#[track_caller]
fn check(text: &str, kept: &[Section], want: Expect) {
    want.assert_eq(&shown(text, kept));
}

#[test]
fn a_chapter_is_read_when_its_sections_are() {
    let before = note(HARBOUR);
    check(
        HARBOUR,
        &[],
        expect![[r#"
            - - 0/3 1. 배
            - - 0/1 1.1 돛
            - - 0/1 1.2 노
            - - 0/1 1.2 키
            - - 0/1 2. 항구
            - - 0/0 3. 빈 장
        "#]],
    );
    check(
        HARBOUR,
        &read(&before, &[1, 2]),
        expect![[r#"
            - - 2/3 1. 배
            v v 1/1 1.1 돛
            v v 1/1 1.2 노
            - - 0/1 1.2 키
            - - 0/1 2. 항구
            - - 0/0 3. 빈 장
        "#]],
    );
    check(
        HARBOUR,
        &read(&before, &[1, 2, 3, 4]),
        expect![[r#"
            - v 3/3 1. 배
            v v 1/1 1.1 돛
            v v 1/1 1.2 노
            v v 1/1 1.2 키
            v v 1/1 2. 항구
            - - 0/0 3. 빈 장
        "#]],
    );
}

#[test]
fn what_was_edited_is_told_and_what_was_moved_is_found() {
    let kept = read(&note(HARBOUR), &[1, 2, 3, 4]);
    // A line end is no change.
    check(
        &HARBOUR.replace("노는 젓는다.", "노는\n젓는다."),
        &kept,
        expect![[r#"
            - v 3/3 1. 배
            v v 1/1 1.1 돛
            v v 1/1 1.2 노
            v v 1/1 1.2 키
            v v 1/1 2. 항구
            - - 0/0 3. 빈 장
        "#]],
    );
    check(
        &HARBOUR.replace("젓는다", "함께 젓는다"),
        &kept,
        expect![[r#"
            - ~ 2/3 1. 배
            v v 1/1 1.1 돛
            ~ ~ 0/1 1.2 노
            v v 1/1 1.2 키
            v v 1/1 2. 항구
            - - 0/0 3. 빈 장
        "#]],
    );
    // A section more, and all numbers after it are others.
    let more = HARBOUR.replace("## 1.1 돛", "## 1.1 닻\n닻은 세운다.\n\n## 1.2 돛");
    check(
        &more.replace("## 1.2 노", "## 1.3 노").replace("# 2. 항구", "# 4. 항구"),
        &kept,
        expect![[r#"
            - - 3/4 1. 배
            - - 0/1 1.1 닻
            v v 1/1 1.2 돛
            v v 1/1 1.3 노
            v v 1/1 1.2 키
            v v 1/1 4. 항구
            - - 0/0 3. 빈 장
        "#]],
    );
    // What is not known to be read is not changed either.
    let mut unread = kept;
    unread.iter_mut().for_each(|kept| kept.text = None);
    check(
        HARBOUR,
        &unread,
        expect![[r#"
            - - 0/3 1. 배
            - - 0/1 1.1 돛
            - - 0/1 1.2 노
            - - 0/1 1.2 키
            - - 0/1 2. 항구
            - - 0/0 3. 빈 장
        "#]],
    );
}

#[test]
fn sections_that_say_the_same_are_each_read_once() {
    let text = "# 1. 갑\n같은 글\n\n# 1. 갑\n같은 글\n\n# 1. 갑\n같은 글\n";
    let before = note(text);
    check(
        text,
        &read(&before, &[1]),
        expect![[r#"
            - - 0/1 1. 갑
            v v 1/1 1. 갑
            - - 0/1 1. 갑
        "#]],
    );
    check(
        text,
        &read(&before, &[0, 2]),
        expect![[r#"
            v v 1/1 1. 갑
            - - 0/1 1. 갑
            v v 1/1 1. 갑
        "#]],
    );
}

#[test]
fn a_note_without_headings_is_read_as_a_whole() {
    let note = note("---\ntitle: 배\n---\n돛은 바람을 받는다.\n");
    assert_eq!((units(&note), needed(&note, 0), address(&note, 0)), (1, Some(2), ""));
    let said = |read| [Statement { unit: 0, read: Some(read), seconds: 3 }];
    let kept = restated(&note, &[], &said(true), 7);
    let reading = Reading::new(&note, &kept);
    assert_eq!((reading.total().read, reading.total().all, kept[0].seconds), (1, 1, 3));
    let back = restated(&note, &kept, &said(false), 7);
    assert_eq!((back[0].changed, back[0].text, back[0].seconds), (8, None, 6));
    // There is nothing to be read in an empty one.
    assert_eq!(Reading::size(&super::progress::note("")), 0);
}

#[test]
fn what_is_said_of_a_moved_section_is_of_no_other() {
    let kept = read(&note(HARBOUR), &[1]);
    let more = HARBOUR.replace("## 1.1 돛", "## 1.1 닻\n닻은 세운다.\n\n## 1.2 돛");
    let more = note(&more.replace("## 1.2 노", "## 1.3 노"));
    let said = |unit, read| [Statement { unit, read, seconds: 4 }];
    let rows = |kept: &[Section]| {
        let row = |kept: &Section| {
            let read = kept.text.is_some();
            format!("{} {read} {} {}\n", kept.section, kept.changed, kept.seconds)
        };
        kept.iter().map(row).collect::<String>()
    };
    // The new section stands where the read one stood.
    expect![[r#"
        1.1 true 9 4
        1.2 true 9 9
    "#]]
    .assert_eq(&rows(&restated(&more, &kept, &said(1, Some(true)), 9)));
    expect![[r#"
        1.1 false 9 0
        1.2 false 9 13
    "#]]
    .assert_eq(&rows(&restated(&more, &kept, &said(2, Some(false)), 9)));
    // Time alone says nothing.
    expect![[r#"
        1.1 false 9 0
        1.2 true 9 9
        1.3 false 0 4
    "#]]
    .assert_eq(&rows(&restated(&more, &kept, &said(3, None), 9)));
}

#[test]
fn how_long_it_takes() {
    let long = format!(
        "# 1. 긴 글\n{}\n# 2. 아주 긴 글\n{}",
        "가나다라 마바사. ".repeat(40),
        "a ".repeat(200_000)
    );
    let note = note(&format!("{HARBOUR}{long}"));
    let times: Vec<_> = (0..note.sections.len()).map(|at| needed(&note, at)).collect();
    expect!["[None, Some(2), Some(2), Some(2), Some(2), None, Some(20), Some(300)]"]
        .assert_eq(&format!("{times:?}"));
    assert_eq!(needed(&note, 99), None);
    // A pause is no reading, and no clock goes back.
    assert_eq!(
        [between(5, 9), between(9, 5), between(0, 180_000), between(0, 180_001)],
        [4, 0, 180_000, 0]
    );
}

proptest! {
    /// Whatever is kept and said of a note: what was not said stays, and what was is found.
    #[test]
    fn any_statement(
        before in "(# [0-9]\\. [가-다]\n[가-나]{0,2}\n){0,6}",
        now in "(# [0-9]\\. [가-다]\n[가-나]{0,2}\n){0,6}",
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        said in prop::collection::vec((0..8usize, any::<Option<bool>>(), 0..9u32), 0..6),
    ) {
        let (before, now) = (note(&before), note(&now));
        let count = before.sections.len();
        let mut sections: Vec<usize> = chosen.iter().filter(|_| count > 0).map(|at| at.index(count)).collect();
        sections.sort_unstable();
        sections.dedup();
        let kept = read(&before, &sections);
        let mut want = marks(&now, &kept).own;
        let said: Vec<Statement> =
            said.into_iter().map(|(unit, read, seconds)| Statement { unit, read, seconds }).collect();
        for said in said.iter().filter(|said| said.unit < units(&now)) {
            if let Some(read) = said.read {
                want[said.unit] = if read { Mark::Read } else { Mark::Unread };
            }
        }
        let mut all = kept;
        for new in restated(&now, &all, &said, 5) {
            match all.iter_mut().find(|kept| kept.section == new.section) {
                Some(kept) => *kept = kept.clone().merged(new),
                None => all.push(new),
            }
        }
        let found = marks(&now, &all);
        prop_assert_eq!(&found.own, &want);
        // What was read for a while is known to have been.
        for said in said.iter().filter(|said| said.unit < units(&now) && said.seconds > 0) {
            let kept = found.kept[said.unit].map(|at| all[at].clone()).unwrap();
            prop_assert!(kept.seconds >= said.seconds);
            prop_assert_eq!(&kept.section, address(&now, said.unit));
        }
    }

    /// Whatever a note says and whatever is kept: each section is known at most once, and what is read is
    /// found wherever its sections go.
    #[test]
    fn any_note(text in "(# [0-9]\\. [가-다]\n[가-다 ]{0,3}\n){0,8}", chosen in prop::collection::vec(any::<prop::sample::Index>(), 0..5), shift in 0..4usize) {
        let before = note(&text);
        let count = before.sections.len();
        let mut sections: Vec<usize> = chosen.iter().filter(|_| count > 0).map(|at| at.index(count)).collect();
        sections.sort_unstable();
        sections.dedup();
        let kept = read(&before, &sections);
        let found = marks(&before, &kept);
        for (at, mark) in found.own.iter().enumerate() {
            prop_assert_eq!(*mark == Mark::Read, sections.contains(&at));
        }
        // The same sections, behind others.
        let after = note(&(("# 9. 앞\n글 앞\n").repeat(shift) + &text));
        let found = marks(&after, &kept);
        let read = found.own.iter().filter(|mark| **mark == Mark::Read).count();
        prop_assert_eq!(read, sections.len());
        let mut known: Vec<_> = found.kept.iter().flatten().collect();
        known.sort_unstable();
        let all = known.len();
        known.dedup();
        prop_assert_eq!(known.len(), all);
    }
}
