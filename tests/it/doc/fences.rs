//! What stands after a fence: language, title, and what is not shown.

use expect_test::expect;

use super::check;

#[test]
fn code_has_a_language_and_a_title() {
    check(
        "```yaml title=\"deploy.yaml\"\na: 1\n```\n\n``` { .python title='두 낱말' hl_lines=\"1\" }\nx\n```\n\n~~~sh {1,2}\nls\n~~~\n\n```rust,no_run\n```\n",
        expect![[r#"
            code yaml [deploy.yaml]
              |a: 1
            code python [두 낱말]
              |x
            code sh
              |ls
            code rust
        "#]],
    );
    check(
        "- ```go main.go\n  x\n  ```\n\n> ```js:src/a.js\n> y\n> ```\n\n    들여 쓴 것\n",
        expect![[r#"
            ul
             -
              code go [main.go]
                |x
            quote
              code js [src/a.js]
                |y
            code 
              |들여 쓴 것
        "#]],
    );
    check(
        "{{< highlight go \"linenos=true\" >}}\nx\n{{< /highlight >}}\n\n{% highlight ruby linenos %}\ny\n{% endhighlight %}\n",
        expect![[r#"
            code go
              |x
            code ruby
              |y
        "#]],
    );
}

#[test]
fn titles_may_have_characters_by_name() {
    check(
        "```yaml title=\"a &amp; b\"\nx\n```\n",
        expect![[r#"
        code yaml [a & b]
          |x
    "#]],
    );
}
