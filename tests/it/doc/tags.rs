//! Parts that tags set apart: GitBook's, those of Hugo's themes, Docusaurus' tabs.

use expect_test::expect;

use super::check;

#[test]
fn hints_of_gitbook_are_callouts() {
    check(
        "앞 글\n{% hint style=\"warning\" %}\n지우지 **말 것**.\n- 하나\n{% endhint %}\n뒤 글\n\n{% hint style=\"success\" %}\n\n# 제목\n\n{% endhint %}\n\n- 항목\n\n  {% hint style=\"info\" %}\n  속\n  {% endhint %}\n- 다음\n",
        expect![[r#"
            p 앞 글
            callout Warning
              p 지우지 ⟨말 것:strong⟩.
              ul
               -
                p 하나
            p 뒤 글
            callout Tip success
              h1 제목
            ul loose
             -
              p 항목
              callout Note
                p 속
             -
              p 다음
        "#]],
    );
    check(
        "{% hint style=\"info\" %}\n닫지 않은 글\n",
        expect![[r#"
        p 닫지 않은 글
    "#]],
    );
    check(
        "글 {% hint %} 속 {% endhint %} 끝\n\n{% endhint %}\n\n```\n{% hint %}\n```\n",
        expect![[r#"
            p 글 속 끝
            code 
              |{% hint %}
        "#]],
    );
}

#[test]
fn tabs_of_gitbook_have_their_titles() {
    check(
        "{% tabs %}\n{% tab title=\"리눅스\" %}\n```sh\napt\n```\n{% endtab %}\n\n{% tab title=\"맥\" %}\n글\n{% endtab %}\n{% endtabs %}\n\n{% code title=\"a.yaml\" lineNumbers=\"true\" %}\n```yaml\nx: 1\n```\n{% endcode %}\n\n{% embed url=\"https://a.b/c\" %}\n\n{% content-ref url=\"x.md\" %}\n[글](x.md)\n{% endcontent-ref %}\n",
        expect![[r#"
            details open 리눅스
              code sh
                |apt
            details open 맥
              p 글
            code yaml [a.yaml]
              |x: 1
            p ⟨https://a.b/c:→https://a.b/c⟩
            p ⟨글:→x.md⟩
        "#]],
    );
}

#[test]
fn shortcodes_of_hugo_are_callouts_and_tabs() {
    check(
        "{{% notice tip \"한 가지\" %}}\n글\n{{% /notice %}}\n\n{{< alert title=\"주의\" color=\"warning\" >}}\n글\n{{< /alert >}}\n\n{{< note >}}\n글\n{{< /note >}}\n\n{{< alert \"글뿐인 것\" >}}\n\n{{< alert >}}\n",
        expect![[r#"
            callout Tip 한 가지
              p 글
            callout Warning 주의
              p 글
            callout Note
              p 글
            callout Note 글뿐인 것
        "#]],
    );
    check(
        "{{< tabs \"id\" >}}\n{{< tab \"리눅스\" >}}\n글 하나\n{{< /tab >}}\n{{<tab name=\"맥\">}}\n글 둘\n{{</tab>}}\n{{< /tabs >}}\n\n{{% details \"더 보기\" %}}\n글 셋\n{{% /details %}}\n",
        expect![[r#"
            details open 리눅스
              p 글 하나
            details open 맥
              p 글 둘
            details open 더 보기
              p 글 셋
        "#]],
    );
}

#[test]
fn tabs_of_docusaurus_have_their_labels() {
    check(
        "<Tabs groupId=\"os\">\n<TabItem value=\"linux\" label=\"리눅스\">\n\n- `apt`\n\n</TabItem>\n<TabItem value=\"mac\">\n\n글\n\n</TabItem>\n</Tabs>\n\n끝\n",
        expect![[r#"
            details open 리눅스
              ul
               -
                p ⟨apt:code⟩
            details open mac
              p 글
            p 끝
        "#]],
    );
    check(
        "<Tab title=\"하나\">\n글\n</Tab>\n\n</Tab>\n\n<TabItem label=\"열린 것\">\n\n글\n",
        expect![[r#"
            details open 하나
              p 글
            details open 열린 것
              p 글
        "#]],
    );
}
