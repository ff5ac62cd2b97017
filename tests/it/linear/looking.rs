//! Looking things up: text, terms, links.

use expect_test::expect;
use gongbu::words::Locale;

use super::{BOTH, SHIP, check};

#[test]
fn text_is_found_and_read_from_there() {
    check(
        BOTH,
        Locale::En,
        "/keel\n1\nn\nn\nN\n/nowhere\nn\n/\n/re:(\n/re:ma[sx]t\n2",
        expect![[r#"
            Open: notes 2, sections 5. Enter reads on, ? is help, q quits.
            Note 1 of 2: The harbour, 2026-04-01, #sea
            Before the first section (sections: 3)
            Ships come and go.
            command> /keel
            Found (2)
            1. §1 Ships: Keel: the spine of a ship
            2. town: Town: A keel lies in the yard of the crew.
            number 1 to 2, or command> 1
            Found, 1 of 2
            Heading 1: 1. Ships (section 1 of 3)
            From within the section
            - Keel: the spine of a ship
            command> n
            Found, 2 of 2
            Note 2 of 2: town
            Heading 1: Town (section 1 of 2)
            A keel lies in the yard of the crew [link 1].
            command> n
            Found, 1 of 2
            Note 1 of 2: The harbour, 2026-04-01, #sea
            Heading 1: 1. Ships (section 1 of 3)
            From within the section
            - Keel: the spine of a ship
            command> N
            Found, 2 of 2
            Note 2 of 2: town
            Heading 1: Town (section 1 of 2)
            A keel lies in the yard of the crew [link 1].
            command> /nowhere
            Nothing found
            command> n
            Find something with / first
            command> /
            Write what to look for after /, such as: / pod
            command> /re:(
            re:(: not a regular expression: unclosed group
            command> /re:ma[sx]t
            Found (2)
            1. §1 Ships: Mast: what holds the sails
            2. §1.1 Crew: The mast is climbed by the crew. Others stay at home.
            number 1 to 2, or command> 2
            Found, 2 of 2
            Note 1 of 2: The harbour, 2026-04-01, #sea
            Heading 2: 1.1 Crew (section 2 of 3)
            The mast is climbed by the crew [footnote 1]. Others stay at home [link 1].
            Footnote 1: Twelve of them.
        "#]],
    );
}

#[test]
fn terms_and_what_they_mean() {
    check(
        &[("ship.md", SHIP)],
        Locale::Ko,
        "g\n1\n2\n용어 ㄷ\n용어 구름\n2\nt\n2\n1",
        expect![[r#"
            노트 1개, 절 3개를 열었습니다. Enter는 이어 읽기, ?는 도움말, q는 끝내기입니다.
            노트: ship
            제목 1: 1. 배 (절 3개 중 1번째)
            배는 물 위로 다닌다.
            명령> g
            용어 (2개)
            1. 닻
            2. 돛 (sail)
            1에서 2까지의 번호나 명령> 1
            용어: 닻
            뜻 1, §2 용어집, 용어집에서:
            배를 붙드는 쇠
            닻: 뜻풀이와 쓰인 곳 (1개)
            1. §2 용어집, 뜻풀이
            1에서 1까지의 번호나 명령> 2
            번호는 1부터 1까지입니다
            1에서 1까지의 번호나 명령> 용어 ㄷ
            용어 (2개)
            1. 닻
            2. 돛 (sail)
            1에서 2까지의 번호나 명령> 용어 구름
            그런 용어가 없습니다: 구름
            명령> 2
            제목 1: 2. 용어집 (절 3개 중 2번째)
            - 돛(sail): 바람을 받는 천
            - 닻: 배를 붙드는 쇠
            명령> t
            이 절의 용어 (2개)
            1. 돛 (sail)
            2. 닻
            1에서 2까지의 번호나 명령> 2
            용어: 닻
            뜻 1, §2 용어집, 용어집에서:
            배를 붙드는 쇠
            닻: 뜻풀이와 쓰인 곳 (1개)
            1. §2 용어집, 뜻풀이
            1에서 1까지의 번호나 명령> 1
            제목 1: 2. 용어집 (절 3개 중 2번째)
            - 돛(sail): 바람을 받는 천
            - 닻: 배를 붙드는 쇠
        "#]],
    );
}

#[test]
fn links_footnotes_and_the_way_back() {
    check(
        BOTH,
        Locale::En,
        "2\nl\n1\nl\n2\nl\n1\nb\nb\nf\ni\n1.1\nl\n2\n1\nb",
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
            command> l
            This section has no links or footnotes
            command> 1
            Heading 1: 1. Ships (section 1 of 3)
            A ship carries goods, see the sails [link 1] and the port [link 2].
            - Mast: what holds the sails
            - Keel: the spine of a ship
            command> l
            Links and footnotes of this section (2)
            1. the sails (#2-sails)
            2. the port (https://example.com/port)
            number 1 to 2, or command> 2
            Opening https://example.com/port
            (open https://example.com/port)
            number 1 to 2, or command> l
            Links and footnotes of this section (2)
            1. the sails (#2-sails)
            2. the port (https://example.com/port)
            number 1 to 2, or command> 1
            Heading 1: 2. Sails (section 3 of 3)
            Table, columns: 3, rows: 2: Sail; Made of; Count
            Row 1: Sail: Main; Made of: canvas; Count: 1
            Row 2: Sail: Jib; Count: 2
            End of table
            Code sh, lines: 1
            hoist main
            End of code
            command> b
            Heading 1: 1. Ships (section 1 of 3)
            A ship carries goods, see the sails [link 1] and the port [link 2].
            - Mast: what holds the sails
            - Keel: the spine of a ship
            command> b
            Heading 1: 2. Sails (section 3 of 3)
            Table, columns: 3, rows: 2: Sail; Made of; Count
            Row 1: Sail: Main; Made of: canvas; Count: 1
            Row 2: Sail: Jib; Count: 2
            End of table
            Code sh, lines: 1
            hoist main
            End of code
            command> f
            Heading 1: 1. Ships (section 1 of 3)
            A ship carries goods, see the sails [link 1] and the port [link 2].
            - Mast: what holds the sails
            - Keel: the spine of a ship
            command> i
            Links to here (1)
            1. town: Town, to this section
            number 1 to 1, or command> 1.1
            Heading 2: 1.1 Crew (section 2 of 3)
            The mast is climbed by the crew [footnote 1]. Others stay at home [link 1].
            Footnote 1: Twelve of them.
            command> l
            Links and footnotes of this section (2)
            1. at home (town.md)
            2. Footnote 1
            number 1 to 2, or command> 2
            Footnote 1: Twelve of them.
            number 1 to 2, or command> 1
            Note 2 of 2: town
            Heading 1: Town (section 1 of 2)
            A keel lies in the yard of the crew [link 1].
            command> b
            Note 1 of 2: The harbour, 2026-04-01, #sea
            Heading 2: 1.1 Crew (section 2 of 3)
            The mast is climbed by the crew [footnote 1]. Others stay at home [link 1].
            Footnote 1: Twelve of them.
        "#]],
    );
}

#[test]
fn what_cannot_be_opened_says_why() {
    let note = "See [a](gone.md), [b](#nowhere), [c](tel:1), [d](file.pdf) and <me@example.com>.\n";
    check(
        &[("a.md", note)],
        Locale::En,
        "l\n1\n2\n3\n4\n5\n6\nx\n1\ny\n5",
        expect![[r#"
            Open: notes 1, sections 0. Enter reads on, ? is help, q quits.
            Note: a
            See a [link 1], b [link 2], c [link 3], d [link 4] and me@example.com [link 5].
            command> l
            Links and footnotes of this section (5)
            1. a (gone.md)
            2. b (#nowhere)
            3. c (tel:1)
            4. d (file.pdf)
            5. me@example.com
            number 1 to 5, or command> 1
            The link leads to nothing: gone.md
            number 1 to 5, or command> 2
            The link leads to nothing: #nowhere
            number 1 to 5, or command> 3
            tel: is not opened, y copies: tel:1
            number 1 to 5, or command> 4
            Not one of the open notes, y copies: file.pdf
            number 1 to 5, or command> 5
            Opening mailto:me@example.com
            (open mailto:me@example.com)
            number 1 to 5, or command> 6
            A number is 1 to 5
            number 1 to 5, or command> x
            Problems (2)
            1. line 1: broken link: gone.md, warning · broken-link
            2. line 1: broken link: #nowhere, warning · broken-link
            number 1 to 2, or command> 1
            See a [link 1], b [link 2], c [link 3], d [link 4] and me@example.com [link 5].
            command> y
            Copy (7)
            1. section a, lines: 1
            2. note a, lines: 1
            3. link a (gone.md)
            4. link b (#nowhere)
            5. link c (tel:1)
            6. link d (file.pdf)
            7. link me@example.com
            number 1 to 7, or command> 5
            Source (lines: 1):
            tel:1
            End of source
            (copy 5 bytes)
        "#]],
    );
}
