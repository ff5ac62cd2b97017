//! The figures of a year.

use expect_test::expect;
use gongbu::review::exchange::Line;
use gongbu::review::id::Id;
use gongbu::review::log::{Entry, Graded, Next, What};
use gongbu::review::memory::Grade;
use gongbu::review::moment::Day;
use gongbu::store::state::State;
use gongbu::words::Locale;

use super::check;
use crate::files::Folder;
use crate::state::{key, noon, open};

/// A reader who has learned for a year: no chance, no clock.
fn year(folder: &Folder) -> State {
    let mut state = open(folder);
    let keys: Vec<_> = (0..60).map(|n| (key(n), String::new())).collect();
    let ids = state.insert(&keys, 1).unwrap();
    let mut text = String::new();
    for (n, id) in ids.iter().enumerate() {
        let (mut day, mut turn) = (n as u32 * 5, 0);
        while day <= 360 {
            let chance = id.chance(turn);
            let days = [0, 1, 3, 9, 20, 45, 90, 140][turn.min(7) as usize];
            let forgotten = chance.is_multiple_of(7);
            let graded = Graded {
                grade: if forgotten { Grade::Again } else { Grade::Good },
                took: 3000 + (chance % 9000) as u32,
                cram: false,
                elapsed: (turn > 0).then_some(days),
                next: Next::Days(days.max(1)),
                before: None,
            };
            let at = noon(day as i32).ms;
            let entry = Entry {
                id: Id::nth(at, 6, n as u64 * 100 + turn),
                card: *id,
                at,
                offset: 32_400,
                day: Day(day as i32),
                device: *id,
                what: What::Graded(graded),
            };
            text += &(Line::Entry(entry).text() + "\n");
            turn = if forgotten && turn > 0 { 1 } else { turn + 1 };
            day += [0, 1, 3, 9, 20, 45, 90, 140][turn.min(7) as usize].max(1);
        }
    }
    state.import(&mut text.as_bytes()).unwrap();
    state
}

#[test]
fn a_year() {
    let folder = Folder::new();
    let figures = year(&folder).figures(Day(365), None).unwrap();
    check(
        &figures,
        (80, Locale::En, false),
        expect![[r#"
            Today 1971-01-01: answers 0, 0 s
            Cards 60: new 0, learning 0, short memory 22, long memory 38, suspended 0
            Days in a row: 0, at most 357
            In all: answers 2910, 5 h 58 min; 1 min a day with answers, 7 s an answer

            Cards of the next 30 days
            39│█
              │█
              │█
              │█
             0│█ ▃   ▁                     ▁       ▂         ▁         ▁
               today         +7            +14           +21           +28
            39 late ones come today

            Answers a day
            mo 1   2   3    4   5    6   7   8    9   10  11   12  1
            Mo ·░░░░░░░▒▒░▒▒▒░░▒▒▒▒▒▓▒▓▓▒▒▓▓▓▒▓▓▓▒▒▓▓▓▓█▓▓▓██▓▓▓▓▓▓·
            Tu ·░░░░▒░░▒▒▒░░▒▒▒▒▒▒▒▓▓▒▒▒█▓▒▒▓▓▒▓▓▓▓▓▓▓▓▓█▓▓██▓▓▓██▓·
            We ·░░░░░░▒░░▒▒▒▒▒▒░▒▓▒▒▒▓▓▒▓▓▓▒▒▓▓▓▒▓▓▓█▓▓███▓▓▓▓█▒▓▓▓·
            Th ░░░░░░░▒▒░▒▒▒░▒▒▒░▒▓▒▒▒▓▓▒▒▓▓▓▓▓▓▒▓▓▓▒▓█▓▓▓██▓▓▓▓▓▓█·
            Fr ░░░░░░░▒▒▒░▒▒░░▒▒▒▒▒▓▓▒▒▓▓▓▒▓▓▒▓▓▓▓▓█▓▓██▓▓▓██▓▓▓█▓▓·
            Sa ·░░░░░░░░▒░░▒▒▒░▒▓▓▒▒▓▓▒▓▓▓▒▓▓▓▓▓▓▓▒▒█▓▓▓██▓▓▓▓▓▓█▓▓
            Su ·░░░░░▒░░▒▒▒░▒▒▒░▒▓▒▒▒▓▓▒▓▓▓▒▓▓▓▒▓▓█▒▓▓█▓▓▓▓▓█▓▓█▓█▓
               less ░▒▓█ more (17)

            Time a day (minutes, the last 30 days)
            2│    █ █   █ █ █ █ █     █         █ █     █
             │    █ █   █ █ █ █ █     █         █ █     █
             │▄ ▄ █ █ ▄ █ █ █ █ █ ▄ ▄ █ ▄ ▄ ▄ ▄ █ █ ▄ ▄ █ ▄ ▄ ▄
             │█ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
            0│█ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
                -28           -21           -14           -7            today

            Known after so many days
            1–2 d      ███████▏                                  18 % (2201)
            3–7 d      ████████████                              30 % (384)
            8–21 d     ██████████████████████████████▍           76 % (188)
            22–60 d    ██████████████████████████                65 % (51)
            61–180 d   ███████████████████████████████████▏      88 % (26)

            Note by note
                                               cards  today  known        time
            나루.md                               60     39   25 %  5 h 58 min  ████████▓▓▓▓
            █ long memory  ▓ short memory  ▒ learning  ░ new
        "#]],
    );
    check(
        &figures,
        (40, Locale::Ko, true),
        expect![[r#"
            오늘 1971-01-01: 답 0개, 0초
            카드 60장: 새 카드 0, 배우는 중 0, 짧은
            기억 22, 긴 기억 38, 쉬는 카드 0
            이어서 공부한 날 0일, 가장 길게 357일
            지금까지 답 2910개, 5시간 58분, 공부한
            날 하루에 1분, 답 하나에 7초

            앞으로 30일에 올 카드
            39|#
              |#
              |#
              |#
             0|#. .          .   .    .    .
               오늘   +7     +14    +21    +28
            밀린 카드 39장은 오늘 옵니다

            하루에 한 답
            월  5    6   7   8    9   10  11   12  1
            월 :::::+:++::+++:+++::++++#+++##++++++
            화 ::::++:::#+::++:+++++++++#++##+++##+
            수 .:+:::++:+++::+++:+++#++###++++#:+++
            목 :.:+:::++::++++++:+++:+#+++##++++++#
            금 ::::++::+++:++:+++++#++##+++##+++#++
            토 :++::++:+++:+++++++::#+++##++++++#++
            일 .:+:::++:+++:+++:++#:++#+++++#++#+#+
               적음 .:+# 많음 (17)

            하루에 쓴 시간 (분, 지난 30일)
            2|  ## #####  #    ##  #
             |  ## #####  #    ##  #
             |..##.#####..#....##..#...
             |#########################
            0|#########################
               -28    -21    -14    -7     오늘

            며칠 뒤에 물어 맞힌 비율
            1-2일     ##.               18 % (2201)
            3-7일     ####.             30 % (384)
            8-21일    ############      76 % (188)
            22-60일   ##########        65 % (51)
            61-180일  ##############    88 % (26)

            노트마다
                                    카드  오늘  맞음
            나루.md                   60    39  25 %
        "#]],
    );
}
