//! HTML: what of it is text, and how far a style reaches.

use expect_test::expect;

use super::check;

#[test]
fn a_style_that_html_leaves_open_ends_with_its_paragraph() {
    check(
        "가 *나 <b>다* 라\n\n마 <kbd>바\n\n- <mark>사\n- 아\n\n자</b> 차\n",
        expect![[r#"
        p 가 ⟨나 :emph⟩⟨다:strong+emph⟩⟨ 라:strong⟩
        p 마 ⟨바:kbd⟩
        ul
         -
          p ⟨사:mark⟩
         -
          p 아
        p 자 차
    "#]],
    );
    check(
        "<b>\n\n가 <i>나\n\n다</b> 라\n\n마\n",
        expect![[r#"
        p ⟨가 :strong⟩⟨나:strong+emph⟩
        p ⟨다:strong⟩ 라
        p 마
    "#]],
    );
}

#[test]
fn only_what_closes_hides_its_content() {
    check(
        "<style>\np { color: red }\n</style>\n가\n",
        expect![[r#"
        p 가
    "#]],
    );
    check(
        "<style>\n\n닫지 않은 글\n\n# 끝\n",
        expect![[r#"
        p 닫지 않은 글⏎# 끝
    "#]],
    );
    check(
        "<svg>\n<title>그림</title>\n\n나\n\n</SVG>\n\n<svg>\n다\n",
        expect![[r#"
        p 나
        p 다
    "#]],
    );
}

#[test]
fn characters_have_names_in_html_too() {
    check(
        "<div>\n&copy; 2024 &rarr; &#44032;&#xac01; &amp;lt; A&B; && &없다; &\n</div>\n",
        expect![[r#"
            p © 2024 → 가각 &lt; A&B; && &없다; &
        "#]],
    );
}

#[test]
fn parts_that_fold_are_open_where_it_says_so_or_nothing_closes_them() {
    check(
        "<details class=\"open\"><summary>접힘</summary>\n\n속\n\n</details>\n\n<details OPEN>\n\n이름 없이\n\n</details>\n\n- 항목\n\n  <details><summary>안</summary>\n\n  - 글\n\n  </details>\n\n  뒤\n\n<details open='' ><summary>겹</summary>\n\n<details><summary>겹겹</summary>\n\n깊은 글\n\n</details>\n\n</details>\n\n</details>\n\n<details><summary>끝없음</summary>\n\n나머지\n",
        expect![[r#"
            details folded 접힘
              p 속
            details open 
              p 이름 없이
            ul loose
             -
              p 항목
              details folded 안
                ul
                 -
                  p 글
              p 뒤
            details open 겹
              details folded 겹겹
                p 깊은 글
            details open 끝없음
              p 나머지
        "#]],
    );
}

#[test]
fn html_and_markdown_close_their_own() {
    check(
        "*가 <b>나* 다</b> 라 **마 </b> 바** 사\n\n<i>가 <b>나 </i>다</b> 라\n",
        expect![[r#"
            p ⟨가 :emph⟩⟨나:strong+emph⟩⟨ 다:strong⟩ 라 ⟨마 :strong⟩⟨바:strong⟩ 사
            p ⟨가 :emph⟩⟨나 :strong+emph⟩⟨다:strong⟩ 라
        "#]],
    );
}

#[test]
fn figures_and_keys_may_be_nested_and_broken() {
    check(
        "<figure>\n  <a href=\"x\"><img src=\"a.png\" alt=\"구조\"></a>\n  <figcaption>노드의 <b>구조</b>, <kbd>Ctrl</kbd>+<kbd>C</kbd></figcaption>\n</figure>\n\n<figure><img src=\"b.png\"><figcaption>둘째</figure>\n\n글\n",
        expect![[r#"
            p ![구조](a.png)
            p 노드의 ⟨구조:strong⟩, ⟨Ctrl:kbd⟩+⟨C:kbd⟩
            image [] (b.png) 둘째
            p 글
        "#]],
    );
    check(
        "<div align=\"center\">\n<img src=\"a.png\" alt=\"가\">\n<img src=\"b.png\">\n<p><em>그림 설명</em></p>\n</div>\n\n<kbd><kbd>Ctrl</kbd>+<kbd>Alt</kbd></kbd> <mark>가 <b>나</mark> 다</b> 라\n",
        expect![[r#"
            image [가] (a.png) 
            image [] (b.png) 
            p ⟨그림 설명:emph⟩
            p ⟨Ctrl:kbd⟩⟨+:kbd⟩⟨Alt:kbd⟩ ⟨가 :mark⟩⟨나:strong+mark⟩⟨ 다:strong⟩ 라
        "#]],
    );
    check(
        "<details>\n<summary>열기 <code>a</code>\n\n글 하나\n\n<details><summary>속</summary>\n\n- 항목\n\n</details>\n\n<summary>또 하나</summary>\n\n글 둘\n",
        expect![[r#"
            details open 또 하나
              p 열기 ⟨a:code⟩
              p 글 하나
              details folded 속
                ul
                 -
                  p 항목
              p 글 둘
        "#]],
    );
    check(
        "<figcaption>홀로 선 설명</figcaption>\n\n<summary>홀로 선 요약</summary>\n\n글 <img src=\"c.png\" alt=\"작은 그림\"> <kbd>닫지 않음\n\n다음 글\n",
        expect![[r#"
            p 홀로 선 설명
            p 홀로 선 요약
            p 글 ![작은 그림](c.png) ⟨닫지 않음:kbd⟩
            p 다음 글
        "#]],
    );
}
