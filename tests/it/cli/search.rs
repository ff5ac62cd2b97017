//! search: as text and as JSON.

use expect_test::expect;

use super::{TEA, gongbu};

#[test]
fn lines_below_their_sections() {
    gongbu("search -n tea.md 물").file("tea.md", TEA).check(expect![[r#"
        tea.md
          5: 물을 먼저 끓인다.

        §1.1 도구
          9: 주전자: 물을 끓이는 그릇

        §1.1#2 물
          12: 1.1 물
          13: 물은 주전자에 담는다.
        = 0
    "#]]);
    gongbu("search -n tea.md 찻잔 --color always").file("tea.md", TEA).check(expect![[r#"
        ␛[4;34m§1.1␛[0m ␛[1m도구␛[0m
          ␛[2m10:␛[0m ␛[7m찻잔␛[0m(Cup): 차를 담는 그릇
        = 0
    "#]]);
    gongbu("search CUP)는 -n .").file("a/b.md", "# 1. 가\n**cup)**는 **CUP)**는\n").check(expect![
        [r#"
            §1 가
              2: cup)는 CUP)는
            = 0
        "#]
    ]);
    gongbu("search 다관")
        .file("tea.md", TEA)
        .file("pot.md", "# 다관\n> 다관은\n> 둥글다\n# 뜨거운 물\n```\n  물: 다관\n```\n")
        .arg("-n")
        .arg(".")
        .check(expect![[r#"
            §pot:다관 다관
              1: 다관
              2: 다관은 둥글다

            §pot:뜨거운-물 뜨거운 물
              6: 물: 다관

            §tea:2 용어집
              17: 다관: 찻잎을 우리는 주전자
            = 0
        "#]]);
}

#[test]
fn json() {
    gongbu("search --json -n tea.md 물을").file("tea.md", TEA).check(expect![[r#"
        [
        {"note":"tea.md","address":"","line":5,"text":"물을 먼저 끓인다.","ranges":[[0,6]]},
        {"note":"tea.md","address":"1.1","line":9,"text":"주전자: 물을 끓이는 그릇","ranges":[[11,17]]}
        ]
        = 0
    "#]]);
    gongbu("search --json -n tea.md -n pot.md 물")
        .file("tea.md", TEA)
        .file("pot.md", "물과 **물**\n")
        .check(expect![[r#"
            [
            {"note":"tea.md","address":"","line":5,"text":"물을 먼저 끓인다.","ranges":[[0,3]]},
            {"note":"tea.md","address":"1.1","line":9,"text":"주전자: 물을 끓이는 그릇","ranges":[[11,14]]},
            {"note":"tea.md","address":"1.1#2","line":12,"text":"1.1 물","ranges":[[4,7]]},
            {"note":"tea.md","address":"1.1#2","line":13,"text":"물은 주전자에 담는다.","ranges":[[0,3]]},
            {"note":"pot.md","address":"","line":1,"text":"물과 물","ranges":[[0,3],[7,10]]}
            ]
            = 0
        "#]]);
    gongbu("search --json -n tea.md 커피").file("tea.md", TEA).check(expect![[r#"
        []
        ! gongbu: 커피: no such text
        = 1
    "#]]);
}

#[test]
fn patterns() {
    gongbu("search -n tea.md re:^물.*다\\.$").file("tea.md", TEA).check(expect![[r#"
        tea.md
          5: 물을 먼저 끓인다.

        §1.1#2 물
          13: 물은 주전자에 담는다.
        = 0
    "#]]);
    gongbu("search -n tea.md 차를␣␣담는").file("tea.md", TEA).check(expect![[r#"
        §1.1 도구
          10: 찻잔(Cup): 차를 담는 그릇
        = 0
    "#]]);
    gongbu("search -n tea.md re:물(").file("tea.md", TEA).check(expect![[r#"
        ! gongbu: re:물(: not a regular expression: unclosed group
        = 2
    "#]]);
    gongbu("search -n tea.md re:\\w{9999} --lang ko").file("tea.md", TEA).check(expect![[r#"
        ! gongbu: re:\w{9999}: 찾는 식이 너무 큽니다. 더 짧게 쓰세요
        = 2
    "#]]);
    gongbu("search --lang ko").arg(" ").check(expect![[r#"
        ! gongbu: 찾을 말이 비어 있습니다
        = 2
    "#]]);
    gongbu("search").check(expect![[r#"
        ! gongbu: the following required arguments were not provided: <QUERY>; see gongbu --help
        = 2
    "#]]);
}

#[test]
fn nothing_found() {
    gongbu("search -n tea.md 커피").file("tea.md", TEA).check(expect![[r#"
        ! gongbu: 커피: no such text
        = 1
    "#]]);
    gongbu("search -n tea.md 커피 --lang ko").file("tea.md", TEA).check(expect![[r#"
        ! gongbu: 커피: 찾는 글이 없습니다
        = 1
    "#]]);
    gongbu("search -n none.md 커피").check(expect![[r#"
        ! gongbu: none.md: no such file or folder
        = 2
    "#]]);
    gongbu("search -n none.md -n tea.md 찻잎").file("tea.md", TEA).check(expect![[r#"
        §2 용어집
          17: 다관: 찻잎을 우리는 주전자
        ! gongbu: none.md: no such file or folder
        = 2
    "#]]);
}

#[test]
fn what_a_terminal_obeys_is_in_no_line() {
    let note = "# 1. A\u{1b}[31mB\u{9b}2J\nPo\u{7}d\u{202e} &#27;[5m가\u{200b}나\n";
    gongbu("search -n x.md pod").file("x.md", note).check(expect![[r#"
        §1 AB
          2: Pod [5m가나
        = 0
    "#]]);
    gongbu("search -n x.md --json 가나").file("x.md", note).check(expect![[r#"
        [
        {"note":"x.md","address":"1","line":2,"text":"Pod [5m가나","ranges":[[7,13]]}
        ]
        = 0
    "#]]);
    gongbu("search -n x.md").arg("a\u{1b}[2Jb").file("x.md", note).check(expect![[r#"
        ! gongbu: a�[2Jb: no such text
        = 1
    "#]]);
}

#[test]
fn the_built_in_course() {
    gongbu("search 코끼리").check(expect![[r#"
        ! gongbu: 코끼리: no such text
        = 1
    "#]]);
}

#[test]
fn queries() {
    let query = |query: &str| gongbu("search -n tea.md").arg(query).file("tea.md", TEA);
    // The phrase first, then the section that has both words.
    query("주전자 물").check(expect![[r#"
        §1.1 도구
          9: 주전자: 물을 끓이는 그릇

        §1.1#2 물
          12: 1.1 물
          13: 물은 주전자에 담는다.
        = 0
    "#]]);
    query("찻잔 -컵").check(expect![[r#"
        §1.1 도구
          10: 찻잔(Cup): 차를 담는 그릇
        = 0
    "#]]);
    query("in:도구 물").check(expect![[r#"
        §1.1 도구
          9: 주전자: 물을 끓이는 그릇
        = 0
    "#]]);
    query("ㅈㅈㅈ").check(expect![[r#"
        §1.1 도구
          9: 주전자: 물을 끓이는 그릇

        §1.1#2 물
          13: 물은 주전자에 담는다.

        §2 용어집
          17: 다관: 찻잎을 우리는 주전자
        = 0
    "#]]);
    query("wnwjswk").check(expect![[r#"
        §1.1 도구
          9: 주전자: 물을 끓이는 그릇

        §1.1#2 물
          13: 물은 주전자에 담는다.

        §2 용어집
          17: 다관: 찻잎을 우리는 주전자
        ! gongbu: wnwjswk: no such text; looked for what the other input method types: 주전자
        = 0
    "#]]);
    query("물 tag:").check(expect![[r#"
        ! gongbu: tag:: nothing follows it
        = 2
    "#]]);
    query("물 re:(").check(expect![[r#"
        ! gongbu: re:(: not a regular expression: unclosed group
        = 2
    "#]]);
}
