//! toc, glossary and check: as text and as JSON.

use expect_test::expect;

use super::{TEA, gongbu};

#[test]
fn the_contents() {
    gongbu("toc tea.md --lang ko").file("tea.md", TEA).check(expect![[r#"
        1. 준비
          1.1 도구
          1.1 물  §1.1#2
          1.2 불  (빈 절)
        2. 용어집
        = 0
    "#]]);
    gongbu("toc --json tea.md").file("tea.md", TEA).check(expect![[r#"
        [
        {"address":"1","number":"1","title":"준비","depth":1,"note":"tea.md","line":7,"empty":false},
        {"address":"1.1","number":"1.1","title":"도구","depth":2,"note":"tea.md","line":8,"empty":false},
        {"address":"1.1#2","number":"1.1","title":"물","depth":2,"note":"tea.md","line":12,"empty":false},
        {"address":"1.2","number":"1.2","title":"불","depth":2,"note":"tea.md","line":15,"empty":true},
        {"address":"2","number":"2","title":"용어집","depth":1,"note":"tea.md","line":16,"empty":false}
        ]
        = 0
    "#]]);
    gongbu("toc tea.md --color always").file("tea.md", TEA).check(expect![[r#"
        1. 준비
          1.1 도구
          1.1 물  ␛[2m§1.1#2␛[0m
          ␛[2m1.2 불␛[0m  ␛[2m(empty)␛[0m
        2. 용어집
        = 0
    "#]]);
}

#[test]
fn listings_in_ascii() {
    let long = format!(
        "# Boat\n\n## 1. Sail\n\n## 1. Oar\n\nA {}boat.\n\n*[boat]: floats\n",
        "far ".repeat(60)
    );
    let call = || gongbu("--ascii -n boat.md").file("boat.md", &long);
    call().arg("toc").check(expect![[r#"
        Boat
          1. Sail  (empty)
          1. Oar  1#2
        = 0
    "#]]);
    call().arg("glossary").check(expect![[r#"
        boat
          1#2
            floats
        = 0
    "#]]);
    call().arg("search").arg("boat").check(expect![[r#"
        boat Boat
          1: Boat

        1#2 Oar
          7: ~far far far far far far far far far far far far far far boat.
          9: boat
        = 0
    "#]]);
}

#[test]
fn the_contents_of_several_notes() {
    let call =
        || gongbu("").file("a/tea.md", TEA).file("b/tea.md", "# Water\n").file("b/none.md", "x");
    call().arg("toc").arg(".").check(expect![[r#"
        a/tea
          1. 준비
            1.1 도구
            1.1 물  §1.1#2
            1.2 불  (empty)
          2. 용어집

        none
          This note has no sections

        b/tea
          Water  (empty)
        = 0
    "#]]);
    call().arg("toc").arg("b").arg("--json").check(expect![[r#"
        [
        {"address":"water","number":null,"title":"Water","depth":1,"note":"tea.md","line":1,"empty":true}
        ]
        = 0
    "#]]);
    // Two roots whose notes have one name: each is called as it was given.
    call().arg("toc").arg("b/tea.md").arg("a").check(expect![[r#"
        b/tea
          Water  (empty)

        a/tea
          1. 준비
            1.1 도구
            1.1 물  §1.1#2
            1.2 불  (empty)
          2. 용어집
        = 0
    "#]]);
}

#[test]
fn the_notes_of_the_option_and_of_the_environment() {
    let call =
        |args| gongbu(args).file("a.md", "# A\n").file("b.md", "# B\n").file("c.md", "# C\n");
    call("-n a.md toc -n b.md").check(expect![[r#"
        a
          A  (empty)

        b
          B  (empty)
        = 0
    "#]]);
    call("toc").env("GONGBU_NOTES", "b.md:c.md").check(expect![[r#"
        b
          B  (empty)

        c
          C  (empty)
        = 0
    "#]]);
    call("toc -n a.md").env("GONGBU_NOTES", "b.md:c.md").check(expect![[r#"
        A  (empty)
        = 0
    "#]]);
    call("toc c.md -n a.md").check(expect![[r#"
        C  (empty)
        = 0
    "#]]);
}

#[test]
fn terms() {
    gongbu("glossary -n tea.md --lang ko").file("tea.md", TEA).check(expect![[r#"
        다관
          §2
            찻잎을 우리는 주전자

        주전자
          §1.1 (본문에서 추정)
            물을 끓이는 그릇

        찻잔 (Cup)
          §1.1 (본문에서 추정)
            차를 담는 그릇
        = 0
    "#]]);
    gongbu("glossary -n tea.md --json").file("tea.md", TEA).check(expect![[r#"
        [
        {"term":"다관","aliases":[],"senses":[{"definition":"찻잎을 우리는 주전자","address":"2","note":"tea.md","line":17,"source":"glossary-section","explicit":true}],"used_in":[]},
        {"term":"주전자","aliases":[],"senses":[{"definition":"물을 끓이는 그릇","address":"1.1","note":"tea.md","line":9,"source":"list-item","explicit":false}],"used_in":["1.1#2","2"]},
        {"term":"찻잔","aliases":["Cup"],"senses":[{"definition":"차를 담는 그릇","address":"1.1","note":"tea.md","line":10,"source":"list-item","explicit":false}],"used_in":[]}
        ]
        = 0
    "#]]);
    gongbu("glossary -n tea.md ㅈㅈㅈ").file("tea.md", TEA).check(expect![[r#"
        주전자
          §1.1 (inferred from the text)
            물을 끓이는 그릇
        = 0
    "#]]);
    gongbu("glossary -n tea.md --json cup").file("tea.md", TEA).check(expect![[r#"
        [
        {"term":"찻잔","aliases":["Cup"],"senses":[{"definition":"차를 담는 그릇","address":"1.1","note":"tea.md","line":10,"source":"list-item","explicit":false}],"used_in":[]}
        ]
        = 0
    "#]]);
}

#[test]
fn terms_of_several_notes() {
    gongbu("glossary --json -n tea.md -n pot.md 다관")
        .file("tea.md", TEA)
        .file("pot.md", "# 다관\n다관은 둥글다.\n")
        .check(expect![[r#"
            [
            {"term":"다관","aliases":[],"senses":[{"definition":"찻잎을 우리는 주전자","address":"2","note":"tea.md","line":17,"source":"glossary-section","explicit":true}],"used_in":["pot:다관"]}
            ]
            = 0
        "#]]);
    let one = "---\ntitle: Kettle\nshort_description: A pot to boil water in.\n---\n";
    gongbu("glossary -n tea.md -n kettle.md kettle")
        .file("tea.md", TEA)
        .file("kettle.md", one)
        .check(expect![[r#"
            Kettle
              kettle.md
                A pot to boil water in.
            = 0
        "#]]);
}

#[test]
fn diagnostics() {
    gongbu("check tea.md --lang ko").file("tea.md", TEA).check(expect![[r#"
        경고[duplicate-number]: 절 번호가 겹칩니다: 1.1
          --> tea.md:12:4
           |
        12 | ## 1.1 물
           |    ^^^^^^
           |
           = 도움말: 두 절을 모두 보여 줍니다. 이 절의 주소는 1.1#2입니다.

        경고[empty-section]: 내용이 없는 절입니다
          --> tea.md:15:4
           |
        15 | ## 1.2 불
           |    ^^^^^^
           |
           = 도움말: 내용을 쓰거나 제목을 지우세요.

        오류 0, 경고 2, 알림 0
        = 0
    "#]]);
    gongbu("check tea.md --json").file("tea.md", TEA).check(expect![[r#"
        [
        {"code":"duplicate-number","severity":"warning","note":"tea.md","line":12,"column":4,"message":"section number 1.1 is used twice","help":"both sections are shown; the address of this one is 1.1#2"},
        {"code":"empty-section","severity":"warning","note":"tea.md","line":15,"column":4,"message":"this section is empty","help":"write its text, or remove the heading"}
        ]
        = 0
    "#]]);
    gongbu("check tea.md --json --strict").file("tea.md", TEA).check(expect![[r#"
        [
        {"code":"duplicate-number","severity":"warning","note":"tea.md","line":12,"column":4,"message":"section number 1.1 is used twice","help":"both sections are shown; the address of this one is 1.1#2"},
        {"code":"empty-section","severity":"warning","note":"tea.md","line":15,"column":4,"message":"this section is empty","help":"write its text, or remove the heading"}
        ]
        = 1
    "#]]);
    gongbu("check good.md --strict").file("good.md", "# 1. A\nText.\n").check(expect![[r#"
        No problems found
        = 0
    "#]]);
    gongbu("check good.md --json").file("good.md", "# 1. A\nText.\n").check(expect![[r#"
        []
        = 0
    "#]]);
    gongbu("check b.md a.md --json")
        .file("a.md", "# A\n![그림]()\n")
        .file("b.md", "글 ![그림]()\n\n#1.셋\n")
        .check(expect![[r#"
            [
            {"code":"image-target","severity":"warning","note":"b.md","line":1,"column":3,"message":"an image without a target","help":"put the path of the image between the parentheses: ![text](image.png)"},
            {"code":"heading-space","severity":"warning","note":"b.md","line":3,"column":2,"message":"no space after the # of a heading","help":"it is shown as a heading; put a space after the # so that other programs do so too"},
            {"code":"empty-section","severity":"warning","note":"b.md","line":3,"column":2,"message":"this section is empty","help":"write its text, or remove the heading"},
            {"code":"image-target","severity":"warning","note":"a.md","line":2,"column":1,"message":"an image without a target","help":"put the path of the image between the parentheses: ![text](image.png)"}
            ]
            = 0
        "#]]);
}

#[test]
fn what_a_terminal_obeys_is_in_no_listing() {
    let note = "# 1. A\u{1b}[31mB\u{9b}2J\u{202e}C\n# 용어집\n- Po\u{7}d: &#27;[5m가\u{200b}나 \n";
    gongbu("toc --json x.md").file("x.md", note).check(expect![[r#"
        [
        {"address":"1","number":"1","title":"ABC","depth":1,"note":"x.md","line":1,"empty":true},
        {"address":"용어집","number":null,"title":"용어집","depth":1,"note":"x.md","line":2,"empty":false}
        ]
        = 0
    "#]]);
    gongbu("toc x.md").file("x.md", note).check(expect![[r#"
        1. ABC  (empty)
        용어집
        = 0
    "#]]);
    gongbu("glossary --json -n x.md").file("x.md", note).check(expect![[r#"
        [
        {"term":"Pod","aliases":[],"senses":[{"definition":"[5m가나","address":"용어집","note":"x.md","line":3,"source":"glossary-section","explicit":true}],"used_in":[]}
        ]
        = 0
    "#]]);
    gongbu("check x.md").file("x.md", note).check(expect![[r#"
        warning[empty-section]: this section is empty
         --> x.md:1:3
          |
        1 | # 1. ABC
          |   ^^^^^^
          |
          = help: write its text, or remove the heading

        warning[control-characters]: control characters were left out: 4
         --> x.md:1:7
          |
        1 | # 1. A[31mBC
          |       ^
          |
          = help: remove them in an editor

        errors: 0, warnings: 2, info: 0
        = 0
    "#]]);
}

#[test]
fn check_names_links_that_lead_to_nothing() {
    let notes = |call: super::Call| {
        call.file("notes/a.md", "[나](b.md#없는-곳) [다](c.md)\n")
            .file("notes/b.md", "# 있는 곳\n글\n")
    };
    notes(gongbu("check notes --strict")).check(expect![[r#"
        warning[broken-link]: broken link: b.md#없는-곳 → #있는-곳
         --> a.md:1:1
          |
        1 | [나](b.md#없는-곳) [다](c.md)
          | ^^^^^^^^^^^^^^^^^^
          |
          = help: check its path and its heading

        warning[broken-link]: broken link: c.md
         --> a.md:1:16
          |
        1 | [나](b.md#없는-곳) [다](c.md)
          |                    ^^^^^^^^^^
          |
          = help: check its path and its heading

        errors: 0, warnings: 2, info: 0
        = 1
    "#]]);
    // Of notes that are given one by one nobody knows what lies beside them.
    notes(gongbu("check notes/a.md --json --lang ko")).check(expect![[r#"
        []
        = 0
    "#]]);
}

#[test]
fn what_was_meant_as_a_card_is_told() {
    let text = "Q: 하나?\nA: 답\n\nQ: 둘?\n";
    gongbu("check a.md --json").file("a.md", text).check(expect![[r#"
        [
        {"code":"card-answer","severity":"info","note":"a.md","line":4,"column":1,"message":"a question without an answer is no card","help":"write the answer below it, on a line that starts with A:"}
        ]
        = 0
    "#]]);
}
