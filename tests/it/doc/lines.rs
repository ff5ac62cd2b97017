//! Lines: which line ends are kept, code of template languages, abbreviations.

use expect_test::expect;
use gongbu::doc::outline;

use super::check;

#[test]
fn line_ends_that_are_meant_are_kept() {
    check(
        "Q: 왜 그런가?\nA: 그렇게 정했기 때문이다.\n",
        expect![[r#"
        p Q: 왜 그런가?⏎A: 그렇게 정했기 때문이다.
    "#]],
    );
    check(
        "This paragraph was wrapped by an editor at about seventy columns, as mail\nonce was, and so its line ends say nothing at all about what is meant by\nit.\nA short line of its own.\n",
        expect![[r#"
            p This paragraph was wrapped by an editor at about seventy columns, as mail␤once was, and so its line ends say nothing at all about what is meant by␤it.⏎A short line of its own.
        "#]],
    );
    check(
        "- 노드: 컴퓨터 한 대\n  (머리와 손발)\n- 명령줄 도구.\n  kubectl [명령]\n",
        expect![[r#"
            ul
             -
              p 노드: 컴퓨터 한 대⏎(머리와 손발)
             -
              p 명령줄 도구.⏎kubectl [명령]
        "#]],
    );
}

/// An editor counts the columns of the source: marks, addresses and indentation too.
#[test]
fn a_line_is_as_long_as_its_source() {
    check(
        "The notes about the *scheduler* say that `kube-scheduler` looks for nodes,\nand the [guide](https://example.org/guide) tells how it chooses from those.\nEvery **node** that has `enough` room is *ranked* by [`score`][s] and then\ngets the pod.\n",
        expect![[r#"
            p The notes about the ⟨scheduler:emph⟩ say that ⟨kube-scheduler:code⟩ looks for nodes,␤and the ⟨guide:→https://example.org/guide⟩ tells how it chooses from those.␤Every ⟨node:strong⟩ that has ⟨enough:code⟩ room is ⟨ranked:emph⟩ by [⟨score:code⟩][s] and then␤gets the pod.
        "#]],
    );
    check(
        "- 바깥\n  - 안\n    - The editor had but a few columns left here, since it stands in\n      another list, and so it broke the line early.\n",
        expect![[r#"
            ul
             -
              p 바깥
              ul
               -
                p 안
                ul
                 -
                  p The editor had but a few columns left here, since it stands in␤another list, and so it broke the line early.
        "#]],
    );
    check(
        "자세한 글은 [여기](https://example.org/아주/긴/주소/가/이어지고/또/이어지는/곳에/있는/글)\n다음 줄\n[저기](https://example.org/이것도/아주/긴/주소/가/이어지고/또/이어지는/곳에/있는/글)\n",
        expect![[r#"
            p 자세한 글은 ⟨여기:→https://example.org/아주/긴/주소/가/이어지고/또/이어지는/곳에/있는/글⟩⏎다음 줄⏎⟨저기:→https://example.org/이것도/아주/긴/주소/가/이어지고/또/이어지는/곳에/있는/글⟩
        "#]],
    );
}

#[test]
fn code_of_template_languages_is_code() {
    check(
        "앞\n\n{% highlight bash %}\n# 설치\napt install x\n{% endhighlight %}\n\n{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n\n```text\n{% highlight bash %}\n{% endhighlight %}\n```\n",
        expect![[r#"
            p 앞
            code bash
              |# 설치
              |apt install x
            code go
              |x := 1
            code text
              |{% highlight bash %}
              |{% endhighlight %}
        "#]],
    );
    check(
        "<pre><code>하나\n  둘 &lt;셋&gt;\n</code></pre>\n",
        expect![[r#"
        code 
          |하나
          |  둘 <셋>
    "#]],
    );
}

#[test]
fn abbreviations_are_definitions() {
    check(
        "*[K8s]: Kubernetes\n*[CNI]: Container Network Interface\n",
        expect![[r#"
        define K8s
          p Kubernetes
        define CNI
          p Container Network Interface
    "#]],
    );
    check(
        "휴고 팁\n:::note 도큐사우루스\n글\n:::\n",
        expect![[r#"
            p 휴고 팁
            callout Note 도큐사우루스
              p 글
        "#]],
    );
}

#[test]
fn questions_and_answers_stand_on_lines_of_their_own() {
    check(
        "Q: 여기에는 일흔두 칸보다 길고 백 칸보다는 짧은 물음이 서 있어서 다음 말이 들어갈 자리가 없는가?\nA: 그래도 따로 선다.\n",
        expect![[r#"
            p Q: 여기에는 일흔두 칸보다 길고 백 칸보다는 짧은 물음이 서 있어서 다음 말이 들어갈 자리가 없는가?⏎A: 그래도 따로 선다.
        "#]],
    );
}

/// It is a line break, not the start of HTML that swallows what stands below it.
#[test]
fn a_break_alone_on_its_line_hides_no_markdown() {
    check(
        "앞 글\n\n<br>\n## 파드란\n**굵게**\n\n<br/><br />\n- 하나\n- 둘\n<br>\n\n<table>\n<td>가\n<br>\n나</td>\n</table>\n",
        expect![[r#"
            p 앞 글
            h2 파드란
            p ⟨굵게:strong⟩
            ul
             -
              p 하나
             -
              p 둘
            table [Left]
              가⏎⏎나
        "#]],
    );
    let scan = outline::scan("<br>\n## 파드란\n\n글\n", 0, false);
    assert_eq!(scan.headings.len(), 1);
}

/// Composed and with something dropped, a text can be as long as its source without being it.
#[test]
fn a_span_as_long_as_its_text_is_that_text() {
    check(
        "\u{344}\u{344}가Ａ\u{200b}\u{1b}[0m\n",
        expect![[r#"
        p ̈́̈́가Ａ[0m
    "#]],
    );
}
