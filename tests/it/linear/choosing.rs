//! Choosing from lists: commands, sources, notes and names.

use expect_test::expect;
use gongbu::words::Locale;

use super::{BOTH, SHIP, check};

#[test]
fn sources_go_to_the_clipboard_too() {
    check(
        BOTH,
        Locale::En,
        "harbour:2\ny\n1\ny\n2",
        expect![[r#"
        Open: notes 2, sections 5. Enter reads on, ? is help, q quits.
        Note 1 of 2: The harbour, 2026-04-01, #sea
        Before the first section (sections: 3)
        Ships come and go.
        command> harbour:2
        Heading 1: 2. Sails (section 3 of 3)
        Table, columns: 3, rows: 2: Sail; Made of; Count
        Row 1: Sail: Main; Made of: canvas; Count: 1
        Row 2: Sail: Jib; Count: 2
        End of table
        Code sh, lines: 1
        hoist main
        End of code
        command> y
        Copy (3)
        1. code hoist main, lines: 1
        2. section 2. Sails, lines: 10
        3. note The harbour, lines: 30
        number 1 to 3, or command> 1
        Source (lines: 1):
        hoist main
        End of source
        (copy 10 bytes)
        number 1 to 3, or command> y
        Copy (3)
        1. code hoist main, lines: 1
        2. section 2. Sails, lines: 10
        3. note The harbour, lines: 30
        number 1 to 3, or command> 2
        Source (lines: 10):
        # 2. Sails

        | Sail | Made of | Count |
        |---|---|---|
        | Main | canvas | 1 |
        | Jib | | 2 |

        ```sh
        hoist main
        ```
        End of source
        (copy 110 bytes)
    "#]],
    );
}

#[test]
fn help_and_commands() {
    check(
        &[("ship.md", SHIP)],
        Locale::En,
        "?\n:find\n2\n: copy\nnext-change\nbogus\nwx\nx",
        expect![[r#"
            Open: notes 1, sections 3. Enter reads on, ? is help, q quits.
            Note: ship
            Heading 1: 1. 배 (section 1 of 3)
            배는 물 위로 다닌다.
            command> ?
            Type one on a line; the words do, too.
            Enter, on: go on: the rest of the list or of the section, then the next section
            w, all: all that is left, without a stop
            s, next: the next section
            p, previous: the section before
            a, again: this section again
            c, contents: the contents of this note
            m, notes: the list of notes
            o, go: go to a section, a term or a note by its name, such as o pod
            /, find: find in the text of all notes, such as /pod
            n, find-next: the next match
            N, find-previous: the match before
            g, glossary: all terms, or what one means, such as g pod
            t, terms: the terms in this section
            l, links: the links and footnotes of this section
            d, read: mark this section read, or take that back
            i, backlinks: the links that lead to this section
            x, problems: list what is wrong with the notes
            y, copy: the source of code and of the section, and where links lead
            e, edit: edit this line in your editor (VISUAL, EDITOR)
            b, back: back to where the last jump came from
            f, forward: forward again
            r, reread: read again what has changed on the disk
            v, review: review what is due
            k, figures: what was learned, in figures
            :, commands: choose from the commands (those that fit what follows)
            ?, help: this help
            q, quit: quit
            2.1, note:2.1: to the section with this number
            a number after a list: choose from it (a section is then §2)
            command> :find
            Write what to look for after /, such as: / pod
            command> 2
            Heading 1: 2. 용어집 (section 2 of 3)
            - 돛(sail): 바람을 받는 천
            - 닻: 배를 붙드는 쇠
            command> : copy
            Copy (2)
            1. section 2. 용어집, lines: 4
            2. note ship, lines: 12
            number 1 to 2, or command> next-change
            Nothing has changed
            number 1 to 2, or command> bogus
            Not understood: bogus. For help: ?
            number 1 to 2, or command> wx
            Not understood: wx. For help: ?
            number 1 to 2, or command> x
            No problems found
        "#]],
    );
    check(
        &[("ship.md", SHIP)],
        Locale::Ko,
        "?",
        expect![[r#"
            노트 1개, 절 3개를 열었습니다. Enter는 이어 읽기, ?는 도움말, q는 끝내기입니다.
            노트: ship
            제목 1: 1. 배 (절 3개 중 1번째)
            배는 물 위로 다닌다.
            명령> ?
            한 줄에 하나씩 씁니다. 낱말로 써도 됩니다.
            Enter, 계속: 이어서: 목록이나 절의 나머지, 다 읽었으면 다음 절
            w, 모두: 나머지를 끊지 않고 모두
            s, 다음: 다음 절
            p, 이전: 이전 절
            a, 다시: 이 절을 다시
            c, 목차: 이 노트의 목차
            m, 노트: 노트 목록
            o, 찾아가기: 이름으로 절, 용어, 노트 찾아가기 (보기: o 파드)
            /, 찾기: 모든 노트의 본문에서 찾기 (보기: /파드)
            n, 다음찾기: 다음 찾은 곳
            N, 이전찾기: 이전 찾은 곳
            g, 용어: 모든 용어, 또는 뒤에 쓴 용어의 뜻 (보기: g 파드)
            t, 절용어: 이 절의 용어
            l, 링크: 이 절의 링크와 각주
            d, 읽음: 이 절을 읽음으로 표시하거나 되돌리기
            i, 오는링크: 이 절로 오는 링크
            x, 문제: 노트의 문제 목록
            y, 원문: 코드와 절의 원문, 링크의 주소
            e, 고치기: 편집기로 이 줄 고치기 (VISUAL, EDITOR)
            b, 뒤로: 뒤로 (건너뛰기 전 자리로)
            f, 앞으로: 앞으로
            r, 다시읽기: 바뀐 노트를 다시 읽기
            v, 복습: 복습할 카드 묻기
            k, 통계: 배운 것의 통계
            :, 명령: 명령에서 고르기 (뒤에 쓴 말로 거르기)
            ?, 도움말: 이 도움말
            q, 끝: 끝내기
            2.1, 노트:2.1: 그 번호의 절로
            목록 뒤의 번호: 그것을 고르기 (절은 §2처럼)
        "#]],
    );
}

#[test]
fn lists_say_what_each_is() {
    check(
        BOTH,
        Locale::En,
        "o t\nm\nx\nc",
        expect![[r#"
        Open: notes 2, sections 5. Enter reads on, ? is help, q quits.
        Note 1 of 2: The harbour, 2026-04-01, #sea
        Before the first section (sections: 3)
        Ships come and go.
        command> o t
        Go to (9)
        1. note town, town.md
        2. Town, town
        3. note The harbour, harbour.md
        4. term Mast
        5. Empty street, town · empty
        6. §1 Ships, The harbour
        7. §1.1 Crew, The harbour
        8. §2 Sails, The harbour
        9. term Keel
        number 1 to 9, or command> m
        Notes (2)
        1. The harbour, harbour.md (here)
        2. town, town.md
        number 1 to 2, or command> x
        Problems (1)
        1. town.md:5: this section is empty, warning · empty-section
        number 1 to 1, or command> c
        Contents (4)
        1. The harbour (here)
        2. §1 Ships
        3. §1.1 Crew
        4. §2 Sails
    "#]],
    );
}
