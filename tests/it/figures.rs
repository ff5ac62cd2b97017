//! What was learned, in figures: counted, and drawn.

mod sheet;
mod year;

use expect_test::{Expect, expect};
use gongbu::app::figures::{lines, rows};
use gongbu::review::card::Key;
use gongbu::review::figures::Figures;
use gongbu::review::identity::likenesses;
use gongbu::review::moment::Day;
use gongbu::store::state::State;
use gongbu::words::Locale;
use proptest::prelude::*;

use crate::files::Folder;
use crate::screen::library;
use crate::state::{key, noon, open, record};

const NOTES: [(&str, &str); 2] = [
    (
        "나루.md",
        "# 1. 배\n\nQ: 배를 세우는 것은?\nA: 닻\n\nQ: 바람을 받는 것은?\nA: 돛\n\n# 2. 항구와 아주 긴 제목을 가진 장\n\n\
         등대 :: 밤에 길을 알린다\n\n# 3. 글뿐인 장\n\n글\n",
    ),
    ("도시.md", "앞글\n\n하나 :: one\n"),
];

fn notes() -> gongbu::library::Library {
    let owned: Vec<_> =
        NOTES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    library(&owned)
}

/// A reader who has begun to learn these notes, and a card that was in one of them once.
fn learned(folder: &Folder) -> State {
    let mut state = open(folder);
    let library = notes();
    let mut keys = Vec::new();
    for note in 0..library.notes.len() {
        let cards = gongbu::library::cards::of_note(&library, note, false).cards;
        let known = likenesses(&library, &cards).iter().map(Key::from).collect::<Vec<_>>();
        keys.extend(known.into_iter().map(|key| (key, String::new())));
    }
    // The last has not been asked yet.
    keys.pop();
    keys.push((key(9), String::new()));
    let ids = state.insert(&keys, 1).unwrap();
    for (day, grades) in
        [(0, [3, 1, 2, 3]), (2, [3, 3, 1, 0]), (9, [3, 1, 0, 3]), (10, [0, 3, 0, 0])]
    {
        for (id, grade) in ids.iter().zip(grades).filter(|(_, grade)| *grade > 0) {
            record(&mut state, *id, noon(day), grade);
        }
    }
    state
}

fn drawn(figures: &Figures, columns: usize, locale: Locale, ascii: bool) -> String {
    let rows = rows(figures, columns, locale, ascii);
    assert!(rows.iter().all(|row| row.width() <= columns));
    let text: Vec<String> = rows.iter().map(|row| row.text().trim_end().to_owned()).collect();
    text.join("\n") + "\n"
}

#[track_caller]
fn check(figures: &Figures, (columns, locale, ascii): (usize, Locale, bool), want: Expect) {
    want.assert_eq(&drawn(figures, columns, locale, ascii));
}

#[test]
fn chapters_of_notes() {
    let folder = Folder::new();
    let figures = learned(&folder).figures(Day(11), Some(&notes())).unwrap();
    check(
        &figures,
        (80, Locale::Ko, false),
        expect![[r#"
            오늘 1970-01-12: 답 0개, 0초
            카드 5장: 새 카드 1, 배우는 중 1, 짧은 기억 1, 긴 기억 2, 쉬는 카드 0
            이어서 공부한 날 2일, 가장 길게 2일
            지금까지 답 11개, 55초, 공부한 날 하루에 14초, 답 하나에 5초

            앞으로 30일에 올 카드
            1│█ █                                         █
             │█ █                                         █
             │█ █                                         █
             │█ █                                         █
            0│█ █                                         █
              오늘          +7            +14           +21           +28

            하루에 한 답
            월   2   3    4   5   6    7   8    9   10  11   12  1
            월 ·····················································
            화 ····················································
            수 ····················································
            목 ··················································█·
            금 ····················································
            토 ··················································▓▓
            일 ···················································░
               적음 ░▒▓█ 많음 (4)

            하루에 쓴 시간 (분, 지난 30일)
            1│                                    █   █             █ █
             │                                    █   █             █ █
             │                                    █   █             █ █
             │                                    █   █             █ █
            0│                                    █   █             █ █
                -28           -21           -14           -7            오늘

            며칠 뒤에 물어 맞힌 비율
            1–2일     ██████████████████████████████            75 % (4)
            3–7일     ████████████████████                      50 % (2)
            8–21일    ████████████████████████████████████████ 100 % (1)

            장마다
                                                카드   오늘   맞음        시간
            나루                                   1      0  100 %        10초  ████████████
              1. 배                                2      0   80 %        35초  ██████▓▓▓▓▓▓
              2. 항구와 아주 긴 제목을 가진…       1      1    0 %        10초  ▒▒▒▒▒▒▒▒▒▒▒▒
            도시                                   1      0      -         0초  ░░░░░░░░░░░░
            █ 긴 기억  ▓ 짧은 기억  ▒ 배우는 중  ░ 새 카드
        "#]],
    );
    expect![[r#"
        오늘 1970-01-12: 답 0개, 0초
        카드 5장: 새 카드 1, 배우는 중 1, 짧은 기억 1, 긴 기억 2, 쉬는 카드 0
        이어서 공부한 날 2일, 가장 길게 2일
        지금까지 답 11개, 55초, 공부한 날 하루에 14초, 답 하나에 5초
        앞으로 30일에 올 카드:
        오늘: 1장
        2일 안에 2장
        7일 안에 2장
        30일 안에 3장
        지난 7일:
        1970-01-11: 답 1개 (100 % 맞음), 5초
        1970-01-10: 답 3개 (67 % 맞음), 15초
        며칠 뒤에 물어 맞힌 비율:
        1–2일: 75 % 맞음 (답 4개)
        3–7일: 50 % 맞음 (답 2개)
        8–21일: 100 % 맞음 (답 1개)
        장마다:
        나루: 카드 1장, 오늘 0장, 새 카드 0장, 긴 기억 1장 (100 % 맞음)
        1. 배: 카드 2장, 오늘 0장, 새 카드 0장, 긴 기억 1장 (80 % 맞음)
        2. 항구와 아주 긴 제목을 가진 장: 카드 1장, 오늘 1장, 새 카드 0장, 긴 기억 0장 (0 % 맞음)
        도시: 카드 1장, 오늘 0장, 새 카드 1장, 긴 기억 0장
    "#]]
    .assert_eq(&(lines(&figures, Locale::Ko).join("\n") + "\n"));
    expect![[r#"
        Part {
            note: Clean(
                "나루.md",
            ),
            address: Some(
                Clean(
                    "1",
                ),
            ),
            title: Clean(
                "1. 배",
            ),
            cards: Cards {
                new: 0,
                learning: 0,
                short: 1,
                long: 1,
                suspended: 0,
            },
            due: 0,
            kept: Done {
                answers: 5,
                known: 4,
                took: 25000,
            },
            took: 35000,
        }"#]]
    .assert_eq(&format!("{:#?}", figures.parts[1]));
}

#[test]
fn all_that_was_ever_learned() {
    let folder = Folder::new();
    let figures = learned(&folder).figures(Day(11), None).unwrap();
    check(
        &figures,
        (40, Locale::En, true),
        expect![[r#"
            Today 1970-01-12: answers 0, 0 s
            Cards 4: new 0, learning 1, short memory
            1, long memory 2, suspended 0
            Days in a row: 2, at most 2
            In all: answers 11, 55 s; 14 s a day
            with answers, 5 s an answer

            Cards of the next 30 days
            1|##                    #
             |##                    #
             |##                    #
             |##                    #
            0|##                    #
              today  +7     +14    +21    +28

            Answers a day
            mo    6    7   8    9   10  11   12  1
            Mo
            Tu
            We
            Th                                   #
            Fr
            Sa                                   ++
            Su                                    .
               less .:+# more (4)

            Time a day (minutes, the last 30 days)
            1|                  # #      ##
             |                  # #      ##
             |                  # #      ##
             |                  # #      ##
            0|                  # #      ##
               -28    -21    -14    -7     today

            Known after so many days
            1-2 d      ###########      75 % (4)
            3-7 d      #######.         50 % (2)
            8-21 d     ############### 100 % (1)

            Note by note
                                   cards today known
            나루.md                    4     1  71 %
        "#]],
    );
    expect![[r#"
        Today 1970-01-12: answers 0, 0 s
        Cards 4: new 0, learning 1, short memory 1, long memory 2, suspended 0
        Days in a row: 2, at most 2
        In all: answers 11, 55 s; 14 s a day with answers, 5 s an answer
        Cards of the next 30 days:
        today: 1
        within 2 days: 2
        within 7 days: 2
        within 30 days: 3
        The last 7 days:
        1970-01-11: answers 1 (100 % known), 5 s
        1970-01-10: answers 3 (67 % known), 15 s
        Known after so many days:
        1–2 d: 75 % known (answers 4)
        3–7 d: 50 % known (answers 2)
        8–21 d: 100 % known (answers 1)
        Note by note:
        나루.md: cards 4, today 1, new 0, long memory 2 (71 % known)
    "#]]
    .assert_eq(&(lines(&figures, Locale::En).join("\n") + "\n"));
}

#[test]
fn nothing_yet() {
    let folder = Folder::new();
    let figures = open(&folder).figures(Day(11), None).unwrap();
    check(
        &figures,
        (80, Locale::Ko, false),
        expect![[r#"
        카드가 없습니다
    "#]],
    );
    let figures = open(&folder).figures(Day(11), Some(&notes())).unwrap();
    check(
        &figures,
        (60, Locale::En, false),
        expect![[r#"
            Today 1970-01-12: answers 0, 0 s
            Cards 4: new 4, learning 0, short memory 0, long memory 0,
            suspended 0

            No cards in the next 30 days

            Chapter by chapter
                                         cards  today  known        time
            나루.md
              1. 배                          2      0      -         0 s
              2. 항구와 아주 긴 제목을…      1      0      -         0 s
            도시                             1      0      -         0 s
        "#]],
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever was learned, and however narrow it is, nothing is wider, and no card is lost.
    #[test]
    fn any_width(days in prop::collection::vec((0..4usize, 0..400i32, 1..5u8), 0..40), columns in 0..130usize, today in -3..500i32, ascii: bool, korean: bool) {
        let folder = Folder::new();
        let mut state = State::unsaved(&folder.path("none")).unwrap();
        let keys: Vec<_> = (0..4).map(|n| (key(n), String::new())).collect();
        let ids = state.insert(&keys, 1).unwrap();
        for (card, day, grade) in &days {
            record(&mut state, ids[*card], noon(*day), *grade);
        }
        let figures = state.figures(Day(today), None).unwrap();
        prop_assert_eq!(figures.cards.all(), 4);
        prop_assert_eq!(figures.all().answers as usize, days.len());
        let (now, most) = figures.streak();
        prop_assert!(now <= most && most as usize <= days.len());
        let locale = if korean { Locale::Ko } else { Locale::En };
        let text = drawn(&figures, columns, locale, ascii);
        prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        if ascii && !korean {
            // But for the name of the note.
            prop_assert!(text.replace(['나', '루'], "").is_ascii(), "{}", text);
        }
        for line in lines(&figures, locale) {
            prop_assert!(!line.is_empty() && !line.contains('\n'));
        }
    }
}
