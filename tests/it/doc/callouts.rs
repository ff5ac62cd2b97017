//! Callouts, tabs and shortcodes in the spellings of other programs.

use expect_test::expect;
use gongbu::doc::outline;

use super::check;

#[test]
fn callouts_of_obsidian_have_any_kind_and_a_title() {
    check(
        "> [!info] **중요한** 이야기\n> 첫 줄\n> - 하나\n\n> [!Warning]- 지우지 말 것\n> 되돌릴 수 없다.\n\n> [!faq]\n> 왜?\n\n> [!note|left] 옆에\n\n> [링크]만 있는 인용\n",
        expect![[r#"
            callout Note ⟨중요한:strong⟩ 이야기
              p 첫 줄
              ul
               -
                p 하나
            callout Warning 지우지 말 것
              p 되돌릴 수 없다.
            callout Note faq
              p 왜?
            callout Note 옆에
            quote
              p [링크]만 있는 인용
        "#]],
    );
}

#[test]
fn callouts_of_docusaurus_end_at_their_colons() {
    check(
        "앞 글\n:::note\n- 하나\n- 둘\n:::\n\n::: tip 한 가지 `요령`\n글\n\n> 인용\n\n:::\n\n:::danger[조심]\n\n```yaml\n:::note\n```\n:::\n뒤 글\n",
        expect![[r#"
            p 앞 글
            callout Note
              ul
               -
                p 하나
               -
                p 둘
            callout Tip 한 가지 ⟨요령:code⟩
              p 글
              quote
                p 인용
            callout Caution 조심
              code yaml
                |:::note
            p 뒤 글
        "#]],
    );
    check(
        "- 항목\n\n  :::caution{#가}\n  속\n  :::\n\n- 다음\n\n:::info\n열린 채\n",
        expect![[r#"
            ul loose
             -
              p 항목
              callout Warning
                p 속
             -
              p 다음
            callout Note
              p 열린 채
        "#]],
    );
    check(
        ":::\n홀로 닫힌다\n",
        expect![[r#"
        p 홀로 닫힌다
    "#]],
    );
}

#[test]
fn callouts_of_mkdocs_are_what_is_indented() {
    check(
        "!!! note\n    글 하나\n    이어진다\n\n    - 가\n\n!!! warning \"이것만 `꼭`\"\n\n    글 둘\n\n    ```\n    !!! note\n    ```\n\n뒤 글\n",
        expect![[r#"
            callout Note
              p 글 하나⏎이어진다
              ul
               -
                p 가
            callout Warning 이것만 ⟨꼭:code⟩
              p 글 둘
              code 
                |!!! note
            p 뒤 글
        "#]],
    );
    check(
        "??? question \"왜?\"\n    그래서\n\n???+ tip inline end \"열린 것\"\n    ## 제목\n    글\n\n- 항목\n\n    !!! bug\n        깊은 글\n\n!!! 놀라운 글\n\n!!! note\n그냥 글\n",
        expect![[r#"
            callout Note 왜?
              p 그래서
            callout Tip 열린 것
              h2 제목
              p 글
            ul loose
             -
              p 항목
              callout Warning bug
                p 깊은 글
            p !!! 놀라운 글
            p !!! note⏎그냥 글
        "#]],
    );
    check(
        "=== \"리눅스\"\n\n    ``` sh\n    apt install x\n    ```\n\n=== \"맥\"\n\n    글\n",
        expect![[r#"
            details open 리눅스
              code sh
                |apt install x
            details open 맥
              p 글
        "#]],
    );
}

#[test]
fn shortcodes_may_take_several_lines() {
    check(
        "앞\n\n{{< figure\n  src=\"/그림.png\"\n  alt=\"그림\"\n>}}\n\n{{% alert %}}\n글\n{{% /alert %}}\n\n{{< 닫지 않은\n글\n",
        expect![[r#"
            p 앞
            callout Note
              p 글
            p {{< 닫지 않은⏎글
        "#]],
    );
    let scan = outline::scan("# 그림\n\n{{< figure\n  src=\"a.png\"\n>}}\n", 0, false);
    assert!(scan.headings.iter().all(|heading| heading.filled));
}

#[test]
fn images_may_be_those_of_a_module() {
    check(
        "앞 글\n\n<img src={require('@site/static/그림.png').default} alt=\"구조\" style={{width: '50%'}} />\n\n`<img src={require('a')}>` <img src={a.b}>\n",
        expect![[r#"
            p 앞 글
            image [구조] (@site/static/그림.png) 
            p ⟨<img src={require('a')}>:code⟩ ![]({a.b})
        "#]],
    );
}
