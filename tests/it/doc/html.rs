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
