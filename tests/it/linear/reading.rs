//! Reading on, and going to sections.

use expect_test::{Expect, expect};
use gongbu::words::Locale;

use super::{BOTH, SHIP, answer, check, reader, talk};

#[test]
fn a_note_is_read_on_and_on() {
    check(
        &[("ship.md", SHIP)],
        Locale::Ko,
        "\n\n\n이전\ns\na\nㅂ",
        expect![[r#"
        노트 1개, 절 3개를 열었습니다. Enter는 이어 읽기, ?는 도움말, q는 끝내기입니다.
        노트: ship
        제목 1: 1. 배 (절 3개 중 1번째)
        배는 물 위로 다닌다.
        명령> 
        제목 1: 2. 용어집 (절 3개 중 2번째)
        - 돛(sail): 바람을 받는 천
        - 닻: 배를 붙드는 쇠
        명령> 
        제목 1: 3. 바람 (절 3개 중 3번째)
        돛을 올린다.
        명령> 
        마지막 절입니다
        명령> 이전
        제목 1: 2. 용어집 (절 3개 중 2번째)
        - 돛(sail): 바람을 받는 천
        - 닻: 배를 붙드는 쇠
        명령> s
        제목 1: 3. 바람 (절 3개 중 3번째)
        돛을 올린다.
        명령> a
        제목 1: 3. 바람 (절 3개 중 3번째)
        돛을 올린다.
        명령> ㅂ
        끝냅니다
        (Quit)
    "#]],
    );
}

#[test]
fn several_notes_are_told_apart() {
    check(
        BOTH,
        Locale::En,
        "\nnext\n\n\n\n\np\nm\n1",
        expect![[r#"
        Open: notes 2, sections 5. Enter reads on, ? is help, q quits.
        Note 1 of 2: The harbour, 2026-04-01, #sea
        Before the first section (sections: 3)
        Ships come and go.
        command> 
        Heading 1: 1. Ships (section 1 of 3)
        A ship carries goods, see the sails [link 1] and the port [link 2].
        - Mast: what holds the sails
        - Keel: the spine of a ship
        command> next
        Heading 2: 1.1 Crew (section 2 of 3)
        The mast is climbed by the crew [footnote 1]. Others stay at home [link 1].
        Footnote 1: Twelve of them.
        command> 
        Heading 1: 2. Sails (section 3 of 3)
        Table, columns: 3, rows: 2: Sail; Made of; Count
        Row 1: Sail: Main; Made of: canvas; Count: 1
        Row 2: Sail: Jib; Count: 2
        End of table
        Code sh, lines: 1
        hoist main
        End of code
        command> 
        Note 2 of 2: town
        Heading 1: Town (section 1 of 2)
        A keel lies in the yard of the crew [link 1].
        command> 
        Heading 1: Empty street (section 2 of 2)
        This section has no text yet
        command> 
        This is the last section
        command> p
        Heading 1: Town (section 1 of 2)
        A keel lies in the yard of the crew [link 1].
        command> m
        Notes (2)
        1. The harbour, harbour.md
        2. town, town.md (here)
        number 1 to 2, or command> 1
        Note 1 of 2: The harbour, 2026-04-01, #sea
        Before the first section (sections: 3)
        Ships come and go.
    "#]],
    );
}

#[test]
fn sections_by_number_and_by_name() {
    check(
        BOTH,
        Locale::En,
        "2\nharbour:1.1\ntown:\n§2\n9\no cre\no keel\nc\n2\n7\n0",
        expect![[r#"
            Open: notes 2, sections 5. Enter reads on, ? is help, q quits.
            Note 1 of 2: The harbour, 2026-04-01, #sea
            Before the first section (sections: 3)
            Ships come and go.
            command> 2
            Heading 1: 2. Sails (section 3 of 3)
            Table, columns: 3, rows: 2: Sail; Made of; Count
            Row 1: Sail: Main; Made of: canvas; Count: 1
            Row 2: Sail: Jib; Count: 2
            End of table
            Code sh, lines: 1
            hoist main
            End of code
            command> harbour:1.1
            Heading 2: 1.1 Crew (section 2 of 3)
            The mast is climbed by the crew [footnote 1]. Others stay at home [link 1].
            Footnote 1: Twelve of them.
            command> town:
            Note 2 of 2: town
            Heading 1: Town (section 1 of 2)
            A keel lies in the yard of the crew [link 1].
            command> §2
            Note 1 of 2: The harbour, 2026-04-01, #sea
            Heading 1: 2. Sails (section 3 of 3)
            Table, columns: 3, rows: 2: Sail; Made of; Count
            Row 1: Sail: Main; Made of: canvas; Count: 1
            Row 2: Sail: Jib; Count: 2
            End of table
            Code sh, lines: 1
            hoist main
            End of code
            command> 9
            No such section: 9
            command> o cre
            Heading 2: 1.1 Crew (section 2 of 3)
            The mast is climbed by the crew [footnote 1]. Others stay at home [link 1].
            Footnote 1: Twelve of them.
            command> o keel
            Term: Keel
            Sense 1, §1 Ships, inferred from the text:
            the spine of a ship
            Keel: where it is explained and used (2)
            1. §1 Ships, explained
            2. make a card of a term that is only inferred
            number 1 to 2, or command> c
            Contents (4)
            1. The harbour
            2. §1 Ships
            3. §1.1 Crew (here)
            4. §2 Sails
            number 1 to 4, or command> 2
            Heading 1: 1. Ships (section 1 of 3)
            A ship carries goods, see the sails [link 1] and the port [link 2].
            - Mast: what holds the sails
            - Keel: the spine of a ship
            command> 7
            No such section: 7
            command> 0
            No such section: 0
        "#]],
    );
}

/// A long dialogue: of lines that are alike the first and the last.
#[track_caller]
fn check_long(note: &str, lines: &str, expect: Expect) {
    let mut linear = reader(&[("long.md", note)], Locale::En);
    let said = answer(linear.begin()) + &talk(&mut linear, lines);
    let said: Vec<&str> = said.lines().collect();
    let mut short = String::new();
    for alike in said.chunk_by(|a, b| a.contains("Par") && b.contains("Par")) {
        match alike {
            [first, _, _, .., last] => short += &format!("{first}\n …\n{last}\n"),
            _ => short += &(alike.join("\n") + "\n"),
        }
    }
    expect.assert_eq(&short);
}

#[test]
fn long_sections_and_lists_come_in_portions() {
    let paragraphs: String = (1..=50).map(|at| format!("Paragraph {at}.\n\n")).collect();
    let sections: String = (2..=30).map(|at| format!("# {at}. Part\n\nText.\n\n")).collect();
    let long = format!("# 1. Long\n\n- Oar: what one rows with\n\n{paragraphs}{sections}");
    check_long(
        &long,
        "\ng oar\n\nw\n\nc\n\n\n§1\nw\nc\nw",
        expect![[r#"
            Open: notes 1, sections 30. Enter reads on, ? is help, q quits.
            Note: long
            Heading 1: 1. Long (section 1 of 30)
            - Oar: what one rows with
            Paragraph 1.
             …
            Paragraph 18.
            Enter reads on; lines left: 32
            command> 
            Paragraph 19.
             …
            Paragraph 38.
            Enter reads on; lines left: 12
            command> g oar
            Term: Oar
            Sense 1, §1 Long, inferred from the text:
            what one rows with
            Oar: where it is explained and used (2)
            1. §1 Long, explained
            2. make a card of a term that is only inferred
            number 1 to 2, or command> 
            Going on: §1 Long
            Paragraph 39.
             …
            Paragraph 50.
            command> w
            Heading 1: 2. Part (section 2 of 30)
            Text.
            command> 
            Heading 1: 3. Part (section 3 of 30)
            Text.
            command> c
            Contents (30)
            1. §1 Long
            2. §2 Part
             …
            20. §20 Part
            Enter for more; left: 10
            number 1 to 30, or command> 
            21. §21 Part
             …
            30. §30 Part
            number 1 to 30, or command> 
            Heading 1: 4. Part (section 4 of 30)
            Text.
            command> §1
            Heading 1: 1. Long (section 1 of 30)
            - Oar: what one rows with
            Paragraph 1.
             …
            Paragraph 18.
            Enter reads on; lines left: 32
            command> w
            Paragraph 19.
             …
            Paragraph 50.
            command> c
            Contents (30)
            1. §1 Long (here)
            2. §2 Part
             …
            20. §20 Part
            Enter for more; left: 10
            number 1 to 30, or command> w
            21. §21 Part
             …
            30. §30 Part
        "#]],
    );
}

#[test]
fn a_place_within_a_section_is_come_back_to() {
    let paragraphs: String = (1..=50).map(|at| format!("Paragraph {at}.\n\n")).collect();
    let long = format!("# 1. Long\n\n{paragraphs}# 2. Short\n\nText.\n");
    check_long(
        &long,
        "\n2\nb\n2\np\nback",
        expect![[r#"
            Open: notes 1, sections 2. Enter reads on, ? is help, q quits.
            Note: long
            Heading 1: 1. Long (section 1 of 2)
            Paragraph 1.
             …
            Paragraph 19.
            Enter reads on; lines left: 31
            command> 
            Paragraph 20.
             …
            Paragraph 39.
            Enter reads on; lines left: 11
            command> 2
            Heading 1: 2. Short (section 2 of 2)
            Text.
            command> b
            Heading 1: 1. Long (section 1 of 2)
            From within the section
            Paragraph 20.
             …
            Paragraph 39.
            Enter reads on; lines left: 11
            command> 2
            Heading 1: 2. Short (section 2 of 2)
            Text.
            command> p
            Heading 1: 1. Long (section 1 of 2)
            Paragraph 1.
             …
            Paragraph 19.
            Enter reads on; lines left: 31
            command> back
            Heading 1: 1. Long (section 1 of 2)
            From within the section
            Paragraph 20.
             …
            Paragraph 39.
            Enter reads on; lines left: 11
        "#]],
    );
}

#[test]
fn nothing_to_read() {
    check(
        &[("empty.md", "")],
        Locale::En,
        "\np\nc\nl\nt\ng\ni\nx\ny\ne\nb\nf\nn",
        expect![[r#"
        Open: notes 1, sections 0. Enter reads on, ? is help, q quits.
        Note: empty
        This note has no text
        command> 
        This is the last section
        command> p
        This is the first section
        command> c
        Contents (1)
        1. empty (here)
        number 1 to 1, or command> l
        This section has no links or footnotes
        command> t
        This section has no terms
        command> g
        No terms
        command> i
        No link leads here
        command> x
        No problems found
        command> y
        Copy (2)
        1. section empty, lines: 1
        2. note empty, lines: 1
        number 1 to 2, or command> e
        No file to edit: this came from standard input or with the program
        command> b
        Nowhere to go back to
        command> f
        Nowhere to go forward to
        command> n
        Find something with / first
    "#]],
    );
    check(
        &[("empty.md", "# A\n"), ("b.md", "")],
        Locale::Ko,
        "\n\n",
        expect![[r#"
        노트 2개, 절 1개를 열었습니다. Enter는 이어 읽기, ?는 도움말, q는 끝내기입니다.
        노트 1/2: empty
        제목 1: A (절 1개 중 1번째)
        아직 내용이 없는 절입니다
        명령> 
        노트 2/2: b
        글이 없는 노트입니다
        명령> 
        마지막 절입니다
    "#]],
    );
}
