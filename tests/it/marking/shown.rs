//! What the screen shows of how far notes are read, and of what is due.

use expect_test::expect;
use gongbu::store::state::State;

use super::{HARBOUR, Reader, TOWN};

#[test]
fn folders_say_how_far_their_notes_are() {
    let notes = [("a/나루.md", HARBOUR), ("a/b/글.md", "바람이 분다.\n"), ("c/마을.md", TOWN)];
    let mut reader = Reader::new(&notes, 120, 24);
    reader.check(expect![[r#"
         ▾ a/
           ▾ 나루
        ●    ▾ 1. 배
                 1.1 돛
                 1.2 노
               2. 항구
               3. 빈 장
           ▾ b/
               글
         ▾ c/
           ▾ 마을
               길
         나루 › §1  0 %                            w 용어집  o 찾아가기  t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.keys("m esc").check(expect![[r#"
         ▾ a/                    1/4
           ▾ 나루                1/3
        ●    ▾ 1. 배             1/2
               ✓ 1.1 돛
                 1.2 노
               2. 항구
               3. 빈 장
           ▾ b/
               글
         ▾ c/
           ▾ 마을
               길
         나루 › §1  0 %  1/3 읽음  모두 1/6        w 용어집  o 찾아가기  t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.keys("shift-tab g m").check(expect![[r#"
         ▾ a/                    1/4
           ▾ 나루                1/3
        ●    ▾ 1. 배             1/2
               ✓ 1.1 돛
                 1.2 노
               2. 항구
               3. 빈 장
           ▾ b/
               글
         ▾ c/
           ▾ 마을
               길
         폴더가 아니라 노트나 절을 고르세요
    "#]]);
    reader.keys("j j m esc").check(expect![[r#"
         ▾ a/                    2/4
           ▾ 나루                2/3
        ●    ▾ 1. 배               ✓
               ✓ 1.1 돛
               ✓ 1.2 노
               2. 항구
               3. 빈 장
           ▾ b/
               글
         ▾ c/
           ▾ 마을
               길
         나루 › §1  0 %  2/3 읽음  모두 2/6        w 용어집  o 찾아가기  t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
    "#]]);
    reader.again().keys("shift-tab -").check(expect![[r#"
        ●▸ a/                    2/4
         ▸ c/
         나루 › §1  0 %  2/3 읽음  모두 2/6                                     z 접기  Enter 열기  Tab 창  q 끝내기  ? 도움말
    "#]]);
    reader.app.state.open.ascii = true;
    reader.keys("=").check(expect![[r#"
         - a/                    2/4
           - 나루                2/3
        *    - 1. 배               x
               x 1.1 돛
               x 1.2 노
               2. 항구
               3. 빈 장
           - b/
               글
         - c/
           - 마을
               길
         나루 - S1  0 %  2/3 읽음  모두 2/6                                     z 접기  Enter 열기  Tab 창  q 끝내기  ? 도움말
    "#]]);
}

#[test]
fn the_footer_says_what_there_is_room_for() {
    let mut notes = vec![("나루.md", HARBOUR), ("마을.md", TOWN)];
    notes.push(("카드.md", "# 1. 물음\n\nQ: 누구?\nA: 사공\n\nQ: 언제?\nA: 새벽\n"));
    let mut reader = Reader::new(&notes, 120, 24);
    reader.keys("m r space 1 space 1 q esc");
    let footer = |reader: &Reader| {
        let screen = reader.app.screen();
        screen.lines().last().unwrap_or("").trim_start().to_owned() + "\n"
    };
    let mut said = footer(&reader);
    for width in [100, 80, 60, 40, 30, 20] {
        reader.app.resize(width, 12);
        said += &footer(&reader);
    }
    expect![[r#"
         나루 › §1  0 %  1/3 읽음  복습 2  모두 1/6          o 찾아가기  t 용어  Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
         나루 › §1  0 %  1/3 읽음  복습 2  모두 1/6          Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
         나루 › §1  0 %  1/3 읽음  복습 2  모두 1/6      숫자 이동  q 끝내기  ? 도움말
         나루 › §1  0 %  1/3 읽음  복습 2  모두 1/6       ? 도움말
         나루 › §1  0 %  1/3 읽음     ? 도움말
         나루 › §1  0 %     ? 도움말
         나루 › §1  0 %
    "#]].assert_eq(&said);
    // What is due is known at the next start, too.
    reader.app.resize(80, 12);
    expect![[r#"
         나루 › §1  0 %  1/3 읽음  복습 2  모두 1/6      숫자 이동  q 끝내기  ? 도움말
    "#]]
    .assert_eq(&footer(reader.again()));
}

/// What is counted without the notes is what the figures count.
#[test]
fn what_is_due_is_what_the_figures_say() {
    let mut reader = Reader::new(&[("ships.md", crate::desk::SHIPS)], 80, 24);
    reader.keys("r space 1 space 3 space 4 q");
    for days in [0, 1, 3, 30, -60, 400] {
        reader.clock.days(days);
        let state = State::existing(&reader.folder.path("state/gongbu/state.db"));
        let state = state.unwrap().unwrap();
        let day = reader.clock.now().day;
        let want = state.figures(day, Some(&reader.app.state.open.collection)).unwrap().due[0];
        let due = state.due_count(day, &|note| note == "ships.md").unwrap();
        assert_eq!(u32::try_from(due).unwrap(), want, "{days}");
        assert_eq!(state.due_count(day, &|_| false).unwrap(), 0);
    }
}
