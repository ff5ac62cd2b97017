//! Tables written in HTML.

use expect_test::expect;

use super::check;

#[test]
fn tables_in_html_are_tables() {
    check(
        "<table>\n  <thead>\n    <tr><th>용어</th><th align=\"right\">값</th></tr>\n  </thead>\n  <tr>\n    <td><b>파드</b>의 수</td>\n    <td>하나<br>둘</td>\n  </tr>\n  <tr><td>노드\n    <td>셋\n</table>\n\n뒤 글\n",
        expect![[r#"
            table [Left, Right]
              용어 | 값
              ⟨파드:strong⟩의 수 | 하나⏎둘
              노드 | 셋
            p 뒤 글
        "#]],
    );
    check(
        "<table><tr><td rowspan=\"2\">가</td><td>나</td><td>다</td></tr>\n<tr><td colspan=2>라</td></tr></table>\n",
        expect![[r#"
            table [Left, Left, Left]
              가 | 나 | 다
               | 라 | 
        "#]],
    );
}

#[test]
fn cells_of_html_hold_markdown_between_blank_lines() {
    check(
        "<table>\n<tr>\n<td>\n\n**굵게** 쓴 글\n\n- 하나\n- 둘\n\n```sh\nls\n```\n\n</td>\n<td>\n\n![그림](a.png)\n\n</td>\n</tr>\n</table>\n\n끝\n",
        expect![[r#"
            table [Left, Left]
              ⟨굵게:strong⟩ 쓴 글⏎하나⏎둘⏎⟨ls:code⟩ | ![그림](a.png)
            p 끝
        "#]],
    );
}

#[test]
fn broken_tables_of_html_lose_no_text() {
    check(
        "앞 <td>홀로</td>\n\n<td>홀로 선 칸</td>\n\n- 항목\n\n  <table><caption>제목</caption><tr><td>열린 채\n\n다음 글\n",
        expect![[r#"
            p 앞 홀로
            p 홀로 선 칸
            ul loose
             -
              p 항목
              p 제목
              table [Left]
                열린 채
            p 다음 글
        "#]],
    );
    check(
        "<table><tr><td>밖<table><tr><td>안</td></tr></table></td><td>옆</td></tr></table>\n\n끝\n",
        expect![[r#"
            table [Left, Left]
              밖⏎안 | 옆
            p 끝
        "#]],
    );
}
