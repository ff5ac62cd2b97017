//! The section tree of a note: numbers, addresses, what hangs under what, and what is wrong.

use expect_test::{Expect, expect};
use gongbu::diag::Lines;
use gongbu::library::{Note, Source};
use gongbu::text::sanitize::Clean;

/// Lists the sections of `note`, indented by depth: address, number, title; then the diagnostics.
fn check(note: &str, expected: Expect) {
    let note = Note::build(Source {
        path: Clean::new("note.md"),
        text: note.to_owned(),
        ..Source::default()
    });
    let mut out = String::new();
    for (i, section) in note.sections.iter().enumerate() {
        let number = section.number.as_ref().map_or("-".to_owned(), ToString::to_string);
        let empty = if section.empty { " (empty)" } else { "" };
        let indent = 2 * (section.depth - 1);
        out += &format!("{:indent$}{} [{number}] {}{empty}\n", "", section.address, section.title);
        assert_eq!(section.depth, 1 + section.parent.map_or(0, |p| note.sections[p].depth));
        assert!(section.parent.is_none_or(|p| p < i && section.end <= note.sections[p].end));
        assert!(section.title.is_empty() || section.shown.ends_with(section.title.as_str()));
    }
    let lines = Lines::new(&note.text);
    for diagnostic in &note.diagnostics {
        let (line, column) = lines.position(&note.text, diagnostic.span.start);
        out += &format!("! {line}:{column} {}\n", diagnostic.code.as_str());
    }
    expected.assert_eq(&out);
}

#[test]
fn all_headings_of_level_one() {
    check(
        "# 1. 집\nx\n# 1.1 방\nx\n# 1.2 문\nx\n# 2. 길\n# 2.1 돌\nx\n# 2.1 흙\nx\n# 2.2 다리\nx\n# 3. 강\n\n#4. 바다",
        expect![[r#"
            1 [1] 집
              1.1 [1.1] 방
              1.2 [1.2] 문
            2 [2] 길
              2.1 [2.1] 돌
              2.1#2 [2.1] 흙
              2.2 [2.2] 다리
            3 [3] 강 (empty)
            4 [4] 바다 (empty)
            ! 10:3 duplicate-number
            ! 14:3 empty-section
            ! 16:2 heading-space
            ! 16:2 empty-section
        "#]],
    );
}

#[test]
fn numbers_that_begin_again_under_each_parent() {
    check(
        "# Fruit\n## 1. Apple\nx\n## 2. Pear\nx\n# Roots\n## 1. Carrot\nx\n## 2. Beet\nx\n",
        expect![[r#"
            fruit [-] Fruit
              1 [1] Apple
              2 [2] Pear
            roots [-] Roots
              1#2 [1] Carrot
              2#2 [2] Beet
        "#]],
    );
    check(
        "# 1. 과일\n## 1. 사과\nx\n### 1) 씨\nx\n## 2. 배\nx\n# 2. 뿌리\n## 1. 당근\nx\n",
        expect![[r#"
            1 [1] 과일
              1.1 [1] 사과
                1.1.1 [1] 씨
              1.2 [2] 배
            2 [2] 뿌리
              2.1 [1] 당근
        "#]],
    );
}

#[test]
fn chapters_and_steps() {
    check(
        "# Chapter 1 Seeds\n## 1.1 Soil\nx\n## 1.2 Water\nx\n# Chapter 2. Growth\n## 2.1 Light\nx\n",
        expect![[r#"
            1 [1] Seeds
              1.1 [1.1] Soil
              1.2 [1.2] Water
            2 [2] Growth
              2.1 [2.1] Light
        "#]],
    );
    check(
        "# 1장 씨앗\n## 1.1 흙\nx\n# 제2장 빛\n## 2.1 해\nx\n",
        expect![[r#"
        1 [1] 씨앗
          1.1 [1.1] 흙
        2 [2] 빛
          2.1 [2.1] 해
    "#]],
    );
    check(
        "## Step 1: Dig\nx\n## Step 2: Plant\nx\n## Done\nx\n",
        expect![[r#"
        1 [1] Dig
        2 [2] Plant
        done [-] Done
    "#]],
    );
}

#[test]
fn flat_numbers_on_level_three() {
    check(
        "### 1. A\nx\n### 1.1 B\nx\n### 1.1.1 C\nx\n### 1.2 D\nx\n### 2. E\nx\n",
        expect![[r#"
            1 [1] A
              1.1 [1.1] B
                1.1.1 [1.1.1] C
              1.2 [1.2] D
            2 [2] E
        "#]],
    );
    check(
        "### 1-1. A\nx\n### 1-2. B\nx\n### 2-1. C\nx\n",
        expect![[r#"
        1.1 [1.1] A
        1.2 [1.2] B
        2.1 [2.1] C
    "#]],
    );
}

#[test]
fn skipped_levels() {
    check(
        "# A\n### B\nx\n##### C\nx\n## D\nx\n",
        expect![[r#"
        a [-] A
          b [-] B
            c [-] C
          d [-] D
    "#]],
    );
    check(
        "### A\nx\n# B\nx\n#### C\nx\n",
        expect![[r#"
        a [-] A
        b [-] B
          c [-] C
    "#]],
    );
    check(
        "# 1. A\n### 1.1.1 B\nx\n# 2. C\n# 2.1.1 D\nx\n",
        expect![[r#"
        1 [1] A
          1.1.1 [1.1.1] B
        2 [2] C
          2.1.1 [2.1.1] D
    "#]],
    );
}

#[test]
fn unnumbered_headings_between_numbers() {
    // More of 1 comes later on the same level, so a heading without number is within it.
    check(
        "# 1. A\n# 1.1 B\nx\n# Aside\nx\n# 1.2 C\nx\n# 2. D\nx\n",
        expect![[r#"
        1 [1] A
          1.1 [1.1] B
          aside [-] Aside
          1.2 [1.2] C
        2 [2] D
    "#]],
    );
    // Here nothing of 1 follows: the heading stands beside it.
    check(
        "# 1. A\n# 1.1 B\nx\n# Aside\nx\n# 2. C\nx\n",
        expect![[r#"
        1 [1] A
          1.1 [1.1] B
        aside [-] Aside
        2 [2] C
    "#]],
    );
    check(
        "# Preface\nx\n# 1. A\nx\n# 2. B\nx\n# Afterword\nx\n",
        expect![[r#"
        preface [-] Preface
        1 [1] A
        2 [2] B
        afterword [-] Afterword
    "#]],
    );
    check(
        "# 1. A\n## Notes\nx\n## 1.1 B\nx\n## Notes\nx\n",
        expect![[r#"
        1 [1] A
          notes [-] Notes
          1.1 [1.1] B
          notes#2 [-] Notes
    "#]],
    );
}

#[test]
fn the_same_title_twice() {
    check(
        "# Day\n## Tasks\nx\n# Night\n## Tasks\nx\n## Tasks\nx\n",
        expect![[r#"
        day [-] Day
          tasks [-] Tasks
        night [-] Night
          tasks#2 [-] Tasks
          tasks#3 [-] Tasks
    "#]],
    );
    check(
        "# 가 나!\nx\n# !!!\nx\n# C++ & Rust_2\nx\n# !!!\nx\n",
        expect![[r#"
        가-나 [-] 가 나!
        section [-] !!!
        c-rust_2 [-] C++ & Rust_2
        section#2 [-] !!!
    "#]],
    );
    // A title that looks like the address that the second of a name gets.
    check(
        "# A#2\nx\n# A\nx\n# A\nx\n# 1\nx\n",
        expect![[r#"
        a2 [-] A#2
        a [-] A
        a#2 [-] A
        1 [-] 1
    "#]],
    );
}

#[test]
fn the_same_number_twice() {
    check(
        "# 1. A\n## 1.1 B\nx\n## 1.1 C\nx\n## 1.1 D\nx\n# 1. E\nx\n",
        expect![[r#"
        1 [1] A
          1.1 [1.1] B
          1.1#2 [1.1] C
          1.1#3 [1.1] D
        1#2 [1] E
        ! 4:4 duplicate-number
        ! 6:4 duplicate-number
        ! 8:3 duplicate-number
    "#]],
    );
    // Not side by side, so nobody is told; still each has an address of its own.
    check(
        "# 1. A\n## 1. B\nx\n# Other\n## 1.1 C\nx\n",
        expect![[r#"
        1 [1] A
          1.1 [1] B
        other [-] Other
          1.1#2 [1.1] C
    "#]],
    );
}

#[test]
fn underlined_headings() {
    // `2. C` is an item of a list for every Markdown program, underlined or not.
    check(
        "Chapter 1\n====\n\nx\n\n1.1 B\n-----\n\nx\n\nChapter 2\n====\n\n2. C\n===\n\ntwo\nlines\n---\n",
        expect![[r#"
            1 [1] 
              1.1 [1.1] B
            2 [2] 
              two-lines [-] two lines (empty)
            ! 17:1 empty-section
        "#]],
    );
}

#[test]
fn a_heading_without_its_space() {
    check(
        "# 6. A\nx\n\n#7.제목\nx\n\n#8) B\nx\n",
        expect![[r#"
            6 [6] A
            7 [7] 제목
            8 [8] B
            ! 4:2 heading-space
            ! 7:2 heading-space
        "#]],
    );
    // Not these: a tag, code, and a line within a paragraph.
    check(
        "# 1. A\n#tag\n\n```\n#2.x\n```\n\ntext\n#3.y\n",
        expect![[r#"
        1 [1] A
    "#]],
    );
}

#[test]
fn korean_letters_as_numbers() {
    check(
        "# 1. 여름\n## 가. 비\nx\n## 나. 해\nx\n# 2. 겨울\n## 가. 눈\nx\n",
        expect![[r#"
        1 [1] 여름
          1.1 [1] 비
          1.2 [2] 해
        2 [2] 겨울
          2.1 [1] 눈
    "#]],
    );
}

#[test]
fn text_before_the_first_heading() {
    check(
        "intro\n\n- a: b\n\n# 1. A\nx\n",
        expect![[r#"
        1 [1] A
    "#]],
    );
    check("only text\n", expect![[r#""#]]);
    check("", expect![[r#""#]]);
}

#[test]
fn numbers_that_are_none() {
    check(
        "# 2024 Review\nx\n# 3가지 방법\nx\n# 9 layers\nx\n# 2PC\nx\n# 1000. Far\nx\n",
        expect![[r#"
            2024-review [-] 2024 Review
            3가지-방법 [-] 3가지 방법
            9-layers [-] 9 layers
            2pc [-] 2PC
            1000-far [-] 1000. Far
        "#]],
    );
    check(
        "# 1 One\nx\n# 2 Two\nx\n# 3 Three\nx\n",
        expect![[r#"
        1 [1] One
        2 [2] Two
        3 [3] Three
    "#]],
    );
}

#[test]
fn headings_that_make_no_section() {
    check(
        "# A\n\n> # Quoted\n\n- # In an item\n\n```\n# Code\n```\n",
        expect![[r#"
        a [-] A
    "#]],
    );
}

#[test]
fn marks_and_signs_around_numbers() {
    check(
        "# **1. Bold**\nx\n# 🚀 2. Rocket\nx\n# 3️⃣ Keycap\nx\n# [4] Bracket\nx\n",
        expect![[r#"
            1 [1] Bold
            2 [2] Rocket
            3 [3] Keycap
            4 [4] Bracket
        "#]],
    );
    check(
        "# ① 하나\nx\n# ② 둘\nx\n# Ⅲ. 셋\nx\n",
        expect![[r#"
        1 [1] 하나
        2 [2] 둘
        3 [3] 셋
    "#]],
    );
}
