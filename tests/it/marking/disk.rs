//! Notes that change, other programs, and disks that take nothing.

use expect_test::expect;

use super::{HARBOUR, Reader};
use crate::changing::rewrite;

#[test]
fn what_was_edited_is_said_to_have_changed() {
    let mut reader = Reader::new(&[("나루.md", HARBOUR)], 80, 24);
    reader.keys("shift-tab g m j j j m");
    let edited = HARBOUR.replace("노는 젓는다", "노는 함께 젓는다");
    // A section before it, and another place for the last.
    let edited = edited.replace("# 2. 항구", "# 2. 닻\n닻은 세운다.\n\n# 3. 항구");
    reader.notes[0].1 = edited;
    let notes = reader.notes.clone();
    rewrite(&mut reader.app, &notes);
    reader.keys("esc").check(expect![[r#"
        ●▾ 1. 배           ✎ 1/2
           ✓ 1.1 돛
           ✎ 1.2 노
           2. 닻
         ✓ 3. 항구
           3. 빈 장
         나루 › §1  0 %  2/4 읽음        Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.again().keys("1 . 2 enter").check(expect![[r#"
         ▾ 1. 배           ✎ 1/2
           ✓ 1.1 돛
        ●  ✎ 1.2 노
           2. 닻
         ✓ 3. 항구
           3. 빈 장
         나루 › §1.2  100 %  2/4 읽음  읽은 뒤 바뀐 절   숫자 이동  q 끝내기  ? 도움말
    "#]]);
    // It is read again.
    reader.keys("m esc").check(expect![[r#"
         ▾ 1. 배               ✓
           ✓ 1.1 돛
        ●  ✓ 1.2 노
           2. 닻
         ✓ 3. 항구
           3. 빈 장
         나루 › §1.2  100 %  3/4 읽음    Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.again().keys("2 enter m esc").check(expect![[r#"
         ▾ 1. 배               ✓
           ✓ 1.1 돛
           ✓ 1.2 노
        ●✓ 2. 닻
         ✓ 3. 항구
           3. 빈 장
         나루 › §2  100 %  4/4 읽음      Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    expect![[r#"
        나루.md §1.1 read, 0 s
        나루.md §1.2 read, 0 s
        나루.md §2 read, 0 s
        나루.md §3 read, 0 s
    "#]]
    .assert_eq(&reader.disk());
}

#[test]
fn two_programs_at_once() {
    let mut one = Reader::new(&[("나루.md", HARBOUR)], 80, 24);
    one.keys("m");
    let mut two = Reader::open(&one.folder, &one.clock, &one.notes, (80, 24));
    two.keys("2 enter m");
    one.keys("+5 1 . 2 enter m");
    // What is told of one shows what the other has said meanwhile.
    one.check(expect![[r#"
         ▾ 1. 배               ✓
           ✓ 1.1 돛
        ●  ✓ 1.2 노
         ✓ 2. 항구
           3. 빈 장
         읽음: 1.2 노
    "#]]);
    two.keys("1 . 1 enter m m");
    one.app = two;
    one.check(expect![[r#"
         ▾ 1. 배               ✓
        ●  ✓ 1.1 돛
           ✓ 1.2 노
         ✓ 2. 항구
           3. 빈 장
         읽음: 1.1 돛
    "#]]);
    expect![[r#"
        나루.md §1.1 read, 1 s
        나루.md §1.2 read, 1 s
        나루.md §2 read, 2 s
    "#]]
    .assert_eq(&one.disk());
    one.clock.pass(3);
    one.again().check(expect![[r#"
        ●▾ 1. 배               ✓
           ✓ 1.1 돛
           ✓ 1.2 노
         ✓ 2. 항구
           3. 빈 장
         나루 › §1  100 %  3/3 읽음      Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
}

#[test]
fn what_cannot_be_kept_is_said_once_and_reading_goes_on() {
    // There is room for any path.
    let mut reader = Reader::new(&[("나루.md", HARBOUR)], 400, 24);
    reader.folder.write("state/gongbu/state.db", "no state, but something else");
    reader.again();
    let footer = |reader: &Reader| {
        let screen = reader.app.screen();
        let footer = screen.lines().last().unwrap_or("").trim_start();
        let said = footer.split("          ").next().unwrap_or("").to_owned() + "\n";
        said.replace(&*reader.folder.path("").to_string_lossy(), "…/")
    };
    let mut said = footer(&reader);
    for keys in ["esc", "m", "esc", "] ] m", "esc"] {
        reader.keys(keys);
        said += &footer(&reader);
    }
    expect![[r#"
         읽은 표시를 모름: …/state/gongbu/state.db: 학습 기록이 깨졌습니다. 파일은 그대로 두었습니다. 옆에 백업(.bak)이 있으면 되살리거나, 이름을 바꾸고 새로 시작하세요
         나루 › §1  100 %
         읽은 표시 저장 안 됨: …/state/gongbu/state.db: 학습 기록이 깨졌습니다. 파일은 그대로 두었습니다. 옆에 백업(.bak)이 있으면 되살리거나, 이름을 바꾸고 새로 시작하세요
         나루 › §1  100 %  1/3 읽음
         읽음: 1.2 노
         나루 › §1.2  100 %  2/3 읽음
    "#]]
    .assert_eq(&said);
    let desk = reader.app.desk.as_mut().unwrap();
    assert_eq!(desk.unkept(), (0, 2));
    assert_eq!(
        std::fs::read_to_string(reader.folder.path("state/gongbu/state.db")).unwrap(),
        "no state, but something else"
    );
    // As soon as it can be, all of it is.
    std::fs::remove_file(reader.folder.path("state/gongbu/state.db")).unwrap();
    reader.keys("m");
    expect![[r#"
         밀린 읽은 표시를 모두 저장했습니다
    "#]]
    .assert_eq(&footer(&reader));
    assert_eq!(reader.app.desk.as_mut().unwrap().unkept(), (0, 0));
    expect![[r#"
        나루.md §1.1 read, 0 s
        나루.md §1.2 not read, 0 s
    "#]]
    .assert_eq(&reader.disk());
}
