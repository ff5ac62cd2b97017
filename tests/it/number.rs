//! Numbers of headings: which are, which are not, and which the neighbours decide.

use expect_test::{Expect, expect};
use gongbu::library::number::{Kind, SectionNumber, read, settle};
use proptest::prelude::*;

/// Each line is a heading and what is read from it: number, `?` where bare, title.
fn check(table: &str) {
    for line in table.lines() {
        let (heading, expected) = line.split_once(" => ").unwrap();
        let found = read(heading).map_or("-".to_owned(), |numbered| {
            let bare = if numbered.kind == Kind::Bare { "?" } else { "" };
            format!("{}{bare} [{}]", numbered.number, &heading[numbered.title])
        });
        assert_eq!(found, expected, "{heading}");
    }
}

/// `#` marks, then the heading: what counts as numbered once all are seen.
fn check_note(note: &str, expected: Expect) {
    let headings: Vec<_> = note
        .lines()
        .map(|line| {
            let level = line.chars().take_while(|&c| c == '#').count();
            (level as u8, read(line[level..].trim()))
        })
        .collect();
    let mask = settle(&headings);
    let mut out = String::new();
    for ((line, (_, numbered)), counts) in note.lines().zip(&headings).zip(mask) {
        let number = numbered.as_ref().filter(|_| counts).map(|n| n.number.to_string());
        out += &format!("{line} => {}\n", number.unwrap_or("-".to_owned()));
    }
    expected.assert_eq(&out);
}

#[test]
fn plain_numbers() {
    check(
        "\
1. 컨테이너 => 1 [컨테이너]
1.컨테이너 => 1 [컨테이너]
1.Container => 1 [Container]
1. => 1 []
1 Intro => 1? [Intro]
1 => 1? []
9 layers => 9? [layers]
0. 들어가며 => 0 [들어가며]
01. 시작 => 1 [시작]
10. 마지막 => 10 [마지막]
1.1 배경 => 1.1 [배경]
1.1. 배경 => 1.1 [배경]
1.1.배경 => 1.1 [배경]
2.4.1 세부 => 2.4.1 [세부]
1-1 배경 => 1.1 [배경]
1-1. 배경 => 1.1 [배경]
1-1.배경 => 1.1 [배경]
1 - 배경 => 1 [배경]
1 – 배경 => 1 [배경]
1- 배경 => 1 [배경]
1: 배경 => 1 [배경]
1 . 배경 => 1 [배경]
1) 배경 => 1 [배경]
1)배경 => 1 [배경]
1.1) 배경 => 1.1 [배경]
(1) 배경 => 1 [배경]
(1)배경 => 1 [배경]
[1] 배경 => 1 [배경]
[1-2] 배경 => 1.2 [배경]
(1.) 배경 => 1 [배경]
１．배경 => 1 [배경]
１．２　배경 => 1.2 [배경]
（３）배경 => 3 [배경]
1.24.3 릴리스 => 1.24.3 [릴리스]
1.2.3.4 네 단계 => 1.2.3.4 [네 단계]
1.2.3.4.5.6.7.8.9 아홉 단계 => 1.2.3.4.5.6.7.8.9 [아홉 단계]
  1.   빈칸이 많은    => 1 [빈칸이 많은]",
    );
}

#[test]
fn other_numbers() {
    check(
        "\
① 배경 => 1 [배경]
①배경 => 1 [배경]
⑳. 배경 => 20 [배경]
㉑ 배경 => 21 [배경]
❸ 배경 => 3 [배경]
⑴ 배경 => 1 [배경]
⓪ 준비 => 0 [준비]
1️⃣ 배경 => 1 [배경]
1️⃣배경 => 1 [배경]
1️⃣0️⃣ 배경 => 10 [배경]
2️⃣. 배경 => 2 [배경]
1️⃣-2️⃣ 배경 => 1.2 [배경]
🔟 배경 => 10 [배경]
1장 개요 => 1 [개요]
1장. 개요 => 1 [개요]
4장 => 4 []
제1장 개요 => 1 [개요]
제 1 장 개요 => 1 [개요]
제2절: 개요 => 2 [개요]
제3부 개요 => 3 [개요]
1.2절 개요 => 1.2 [개요]
Chapter 1 => 1 []
Chapter 1. Basics => 1 [Basics]
chapter 01: Basics => 1 [Basics]
CHAPTER 2 - Basics => 2 [Basics]
Chapter 3.기초 => 3 [기초]
Ch. 4 Basics => 4 [Basics]
Step 1 설치 => 1 [설치]
Step1. 설치 => 1 [설치]
Part 2 => 2 []
Part II. More => 2 [More]
Part Ⅱ More => 2 [More]
Section 1.2 Details => 1.2 [Details]
[Chapter 1] Basics => 1 [Basics]
[Step 2] 설치 => 2 [설치]
Ⅰ. 서론 => 1 [서론]
Ⅱ 본론 => 2 [본론]
Ⅲ-1. 결론 => 3.1 [결론]
ⅳ) 부록 => 4 [부록]
I. Intro => 1? [Intro]
XIV. Late => 14? [Late]
가. 배경 => 1 [배경]
나) 배경 => 2 [배경]
(다) 배경 => 3 [배경]
하. 끝 => 14 [끝]
라.배경 => 4 [배경]
🚀 1. Title => 1 [Title]
🚀1. Title => 1 [Title]
✅ 2.1 Title => 2.1 [Title]
▶ 3) Title => 3 [Title]
⚙️ Step 4: Title => 4 [Title]
📌 ① Title => 1 [Title]",
    );
}

#[test]
fn no_numbers() {
    let headings = "\
2022
2022년 회고
2022. 03. 23
2022-03-23
2022.03.23 일지
[2022] 회고
Chapter 2022
21.12.25 일지
21-12-25
3가지 방법
1장의 카드
1인 가구
2PC
3D 그래픽
5G
24시간
1st
3-way handshake
2-tier
404 Not Found
100 days
100%
50% 할인
3.14159 원주율
1.5배
0.5초
1.1제목
3/4
1/2. 절반
3.x 버전
1... 그리고
9:30 회의
1:1 문의
1,000명
1~3단계
10.0.0.1 서버
192.168.0.1
10.0.0.0/16
v1.2
#1 제목
Q1. 질문
A. 답
C. 언어
MIX. 섞기
IIII. 없음
Chapter one
Chapter 1에서
Chapter 1~3
1장~3장 정리
1장, 2장
Stepper 1
Partition 1
①② 비교
①~③ 정리
가나다. 순서
가... 그리고
가 나
.5
-1 음수
$5 요금
₩5 요금
“1. 인용”
1.2.3.4.5.6.7.8.9.10 너무 깊음
1.1000 너무 큼
99999999999999999999. 큼
제목

🚀
(
(1
[1
제
Chapter";
    for heading in headings.lines() {
        assert_eq!(read(heading), None, "{heading}");
    }
}

#[test]
fn neighbours_decide_on_bare_numbers() {
    check_note(
        "# 1 Intro\n## 세부\n# 2 Setup\n# 9 layers",
        expect![[r#"
        # 1 Intro => 1
        ## 세부 => -
        # 2 Setup => 2
        # 9 layers => -
    "#]],
    );
    check_note(
        "# 9 layers\n# 7 layers\n# 24 layers",
        expect![[r#"
        # 9 layers => -
        # 7 layers => -
        # 24 layers => -
    "#]],
    );
    check_note(
        "# 1 개요\n# 1.1 배경\n# 1.2 이유\n# 2 설치\n# 5 tips",
        expect![[r#"
        # 1 개요 => 1
        # 1.1 배경 => 1.1
        # 1.2 이유 => 1.2
        # 2 설치 => 2
        # 5 tips => -
    "#]],
    );
    check_note(
        "# 5 개요\n## 5.1 배경\n# 3 tips",
        expect![[r#"
        # 5 개요 => 5
        ## 5.1 배경 => 5.1
        # 3 tips => -
    "#]],
    );
    check_note(
        "## 1 하나\n# 나\n## 2 둘",
        expect![[r#"
        ## 1 하나 => -
        # 나 => -
        ## 2 둘 => -
    "#]],
    );
    check_note(
        "# 1. 하나\n# 2 둘\n# 쉼\n# 3 셋",
        expect![[r#"
        # 1. 하나 => 1
        # 2 둘 => 2
        # 쉼 => -
        # 3 셋 => -
    "#]],
    );
    check_note(
        "# I. Intro\n# II. Body\n# 3 tips",
        expect![[r#"
        # I. Intro => 1
        # II. Body => 2
        # 3 tips => 3
    "#]],
    );
    check_note(
        "# I. Newton\n# V. Hugo",
        expect![[r#"
        # I. Newton => -
        # V. Hugo => -
    "#]],
    );
    check_note(
        "# 0 준비\n# 1 시작",
        expect![[r#"
        # 0 준비 => 0
        # 1 시작 => 1
    "#]],
    );
}

#[test]
fn a_hundred_thousand_headings_are_settled() {
    let headings: Vec<_> =
        (0..100_000).map(|n| ((n % 7) as u8, read(&format!("{} x", n % 90)))).collect();
    assert_eq!(settle(&headings).len(), headings.len());
}

#[test]
fn canonical_form() {
    let number: SectionNumber = "2.4.1".parse().unwrap();
    assert_eq!(number.parts(), [2, 4, 1]);
    assert_eq!(number.to_string(), "2.4.1");
    assert_eq!(number.child(3).to_string(), "2.4.1.3");
    assert_eq!(serde_json::to_string(&number).unwrap(), "\"2.4.1\"");
    for text in ["", ".", "1.", ".1", "1..2", "+1", "1-1", "가", "1 ", "99999999999"] {
        assert!(text.parse::<SectionNumber>().is_err(), "{text}");
    }
    assert_eq!(SectionNumber::new(&[]), None);
    let parent: SectionNumber = "2.4".parse().unwrap();
    assert!(parent.is_prefix_of(&number) && !number.is_prefix_of(&number));
    assert!(!"2.41".parse::<SectionNumber>().unwrap().is_prefix_of(&number));
    assert!(parent < number && number < "2.10".parse().unwrap());
}

proptest! {
    #[test]
    fn numbers_round_trip(parts in prop::collection::vec(any::<u32>(), 1..9)) {
        let number = SectionNumber::new(&parts).unwrap();
        prop_assert_eq!(number.to_string().parse::<SectionNumber>().unwrap(), number);
    }

    #[test]
    fn what_is_written_is_read(first in 0u32..100, rest in prop::collection::vec(1u32..100, 0..2)) {
        let number = SectionNumber::new(&[vec![first], rest].concat()).unwrap();
        let heading = format!("{number}. 제목");
        let found = read(&heading).unwrap();
        prop_assert_eq!(&heading[found.title], "제목");
        prop_assert_eq!(found.number, number);
    }

    #[test]
    fn any_title_can_be_read(title in "([0-9가①Ⅰ１️⃣🚀. \\-()\\[\\]IX]|Chapter |제|장|\\PC){0,12}") {
        if let Some(found) = read(&title) {
            prop_assert!(title.get(found.title).is_some());
            prop_assert!(found.number.parts().len() <= 9);
        }
    }
}
