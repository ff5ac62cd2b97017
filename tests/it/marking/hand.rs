//! Sections that are marked by hand.

use expect_test::expect;
use gongbu::review::reading::{self, Mark};

use super::{HARBOUR, Reader};

#[test]
fn a_section_is_marked_and_taken_back() {
    let mut reader = Reader::new(&[("나루.md", HARBOUR)], 80, 24);
    reader.check(expect![[r#"
        ●▾ 1. 배
             1.1 돛
             1.2 노
           2. 항구
           3. 빈 장
         나루 › §1  100 %        t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    assert_eq!(reader.disk(), "nothing\n");
    // The first section on the screen with text; the heading above it has none.
    reader.keys("m").check(expect![[r#"
        ●▾ 1. 배             1/2
           ✓ 1.1 돛
             1.2 노
           2. 항구
           3. 빈 장
         읽음: 1.1 돛
    "#]]);
    assert_eq!(reader.app.state.progress.own(0, 1), Mark::Read);
    expect![[r#"
        나루.md §1.1 read, 0 s
    "#]]
    .assert_eq(&reader.disk());
    reader.keys("] ] m esc").check(expect![[r#"
         ▾ 1. 배               ✓
           ✓ 1.1 돛
        ●  ✓ 1.2 노
           2. 항구
           3. 빈 장
         나루 › §1.2  100 %  2/3 읽음    Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    expect![[r#"
        ┌ 목차 ──────────────────┐┌ 1. 배 ─────────────────────────────────────────────┐
        │ ▾ 1. 배               ✓││ 1.2 노                                             │
        │   ✓ 1.1 돛             ││                                                    │
        │●  ✓ 1.2 노             ││ 노는 젓는다.                                       │
        │   2. 항구              ││                                                    │
        │   3. 빈 장             ││ 2. 항구                                            │
        │                        ││ ───────                                            │
        │                        ││                                                    │
        │                        ││ 등대가 길을 알린다.                                │
        │                        ││                                                    │
        │                        ││ 3. 빈 장                                           │
        │                        ││ ────────                                           │
        │                        ││ 아직 내용이 없는 절입니다                          │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        │                        ││                                                    │
        └────────────────────────┘└────────────────────────────────────────────────────┘
         나루 › §1.2  100 %  2/3 읽음    Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]
    .assert_eq(&reader.app.screen());
    reader.keys("m").check(expect![[r#"
         ▾ 1. 배             1/2
           ✓ 1.1 돛
        ●    1.2 노
           2. 항구
           3. 빈 장
         안 읽음: 1.2 노
    "#]]);
    // With the input method on, too.
    reader.keys("ㅡ esc 2 enter m").check(expect![[r#"
         ▾ 1. 배               ✓
           ✓ 1.1 돛
           ✓ 1.2 노
        ●✓ 2. 항구
           3. 빈 장
         읽음: 2. 항구
    "#]]);
    reader.again().check(expect![[r#"
        ●▾ 1. 배               ✓
           ✓ 1.1 돛
           ✓ 1.2 노
         ✓ 2. 항구
           3. 빈 장
         나루 › §1  100 %  3/3 읽음      Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
}

#[test]
fn in_the_contents_a_section_is_marked_with_all_below_it() {
    let mut reader = Reader::new(&[("나루.md", HARBOUR)], 80, 24);
    reader.keys("2 enter m shift-tab g m").check(expect![[r#"
         ▾ 1. 배               ✓
           ✓ 1.1 돛
           ✓ 1.2 노
        ●✓ 2. 항구
           3. 빈 장
         읽음: 1. 배 (절 2개)
    "#]]);
    // What was marked by that is taken back; what was read before stays.
    reader.keys("m").check(expect![[r#"
         ▾ 1. 배
             1.1 돛
             1.2 노
        ●✓ 2. 항구
           3. 빈 장
         안 읽음: 1. 배 (절 2개)
    "#]]);
    reader.keys("j m g m").check(expect![[r#"
         ▾ 1. 배               ✓
           ✓ 1.1 돛
           ✓ 1.2 노
        ●✓ 2. 항구
           3. 빈 장
         읽음: 1. 배
    "#]]);
    reader.keys("m").check(expect![[r#"
         ▾ 1. 배             1/2
           ✓ 1.1 돛
             1.2 노
        ●✓ 2. 항구
           3. 빈 장
         안 읽음: 1. 배
    "#]]);
    // All that is read is taken back.
    reader.keys("m j m m k m").check(expect![[r#"
         ▾ 1. 배
             1.1 돛
             1.2 노
        ●✓ 2. 항구
           3. 빈 장
         안 읽음: 1. 배 (절 2개)
    "#]]);
    // There is nothing to be read in an empty one.
    reader.keys("G m").check(expect![[r#"
         ▾ 1. 배
             1.1 돛
             1.2 노
        ●✓ 2. 항구
           3. 빈 장
         여기에는 읽을 글이 없습니다
    "#]]);
}

#[test]
fn a_note_without_headings() {
    let mut reader = Reader::new(&[("글.md", "바람이 분다.\n"), ("나루.md", HARBOUR)], 80, 24);
    reader.keys("m esc").check(expect![[r#"
        ●✓ 글
         ▾ 나루
           ▾ 1. 배
               1.1 돛
               1.2 노
             2. 항구
             3. 빈 장
         글  0 %  1/1 읽음  모두 1/4     Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.keys("shift-tab j j m esc").check(expect![[r#"
        ●✓ 글
         ▾ 나루              2/3
           ▾ 1. 배             ✓
             ✓ 1.1 돛
             ✓ 1.2 노
             2. 항구
             3. 빈 장
         글  0 %  1/1 읽음  모두 3/4     Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.again().check(expect![[r#"
        ●✓ 글
         ▾ 나루              2/3
           ▾ 1. 배             ✓
             ✓ 1.1 돛
             ✓ 1.2 노
             2. 항구
             3. 빈 장
         글  0 %  1/1 읽음  모두 3/4     Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    expect![[r#"
        글.md § read, 0 s
        나루.md §1.1 read, 0 s
        나루.md §1.2 read, 0 s
    "#]]
    .assert_eq(&reader.disk());
}

#[test]
fn a_long_note_is_marked_as_a_whole() {
    let text: String = (1..3000).map(|n| format!("# {n}. 절\n글 {n}\n\n")).collect();
    let mut reader = Reader::new(&[("긴.md", &text), ("나루.md", HARBOUR)], 80, 24);
    reader.keys("shift-tab g m");
    let note = reader.app.state.open.collection.notes[0].clone();
    assert_eq!(reading::Reading::size(&note), 2999);
    assert_eq!(reader.app.state.progress.of_notes(0..1).unwrap().read, 2999);
    reader.again();
    assert_eq!(reader.app.state.progress.of_notes(0..2).unwrap().read, 2999);
}
