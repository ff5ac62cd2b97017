//! Front matter that is broken, too large, or says a thing twice.

use expect_test::expect;

use super::check;

#[test]
fn broken_yaml_is_read_by_lines() {
    check(
        "---\ntags: [가, 나]\ntitle: [EKS] 시작하기\ndate: 2022-03-23\n---\n본문",
        expect![[r#"
            title: [EKS] 시작하기
            date: 2022-03-23T00:00:00
            tags: ["가", "나"]
            body "본문"
            front-matter-syntax:3:14 the front matter is not valid YAML: did not find expected key
        "#]],
    );
    check(
        "---\ntitle: 콜론: 두 개\ntags:\n  - 하나\n  - \"둘\"\ncategories: [a b, 'c']\n---\n본문",
        expect![[r#"
            title: 콜론: 두 개
            categories: ["a b", "c"]
            tags: ["하나", "둘"]
            body "본문"
            front-matter-syntax:2:10 the front matter is not valid YAML: mapping values are not allowed in this context
        "#]],
    );
    check(
        "---\n\ttitle: 탭\n\ttoc: true\n---\n본문",
        expect![[r#"
            title: 탭
            toc: true
            body "본문"
            front-matter-syntax:2:1 the front matter is not valid YAML: found character that cannot start any token
        "#]],
    );
    check(
        "---\ntitle: \"닫지 않음\ntags: a b # 둘\n---\n본문",
        expect![[r#"
        title: "닫지 않음
        tags: ["a", "b"]
        body "본문"
        front-matter-syntax:4:1 the front matter is not valid YAML: found unexpected end of stream
    "#]],
    );
    check(
        "---\n모름: [a] b\n---\n본문",
        expect![[r#"
            body "---"
            front-matter-syntax:2:9 the front matter is not valid YAML: did not find expected key
        "#]],
    );
    check(
        "---\ntitle: a\u{0}b\u{1b}[31m\n---\n본문",
        expect![[r#"
        title: a b [31m
        body "본문"
    "#]],
    );
    check(
        "---\ntitle: 하나\n--- 둘\ntags: a\n---\n본문",
        expect![[r#"
        title: 하나
        tags: ["a"]
        body "본문"
        front-matter-syntax:2:1 the front matter is not valid YAML: deserializing from YAML containing more than one document is not supported
    "#]],
    );
}

#[test]
fn the_same_key_twice() {
    check(
        "---\ntitle: 하나\ntags: a\ntitle: 둘\n---\n본문",
        expect![[r#"
        title: 둘
        tags: ["a"]
        body "본문"
        front-matter-duplicate-key:4:1 the front matter has the key title twice
    "#]],
    );
    check(
        "---\ntag: a\ntags: [b]\nexcerpt: 하나\nsummary: 둘\n---\n본문",
        expect![[r#"
        tags: ["a", "b"]
        description: 하나
        body "본문"
    "#]],
    );
}

#[test]
fn toml() {
    check(
        "+++\ntitle = \"가 # 나\"\ndate = 2022-03-23T09:00:00+09:00\nupdated = 2022-03-24\n\
         weight = 3\ntoc = true\ndraft = false\n[taxonomies]\ntags = [\"a b\", \"c\"]\n+++\n본문",
        expect![[r#"
            title: 가 # 나
            date: 2022-03-23T09:00:00
            updated: 2022-03-24T00:00:00
            tags: ["a b", "c"]
            toc: true
            weight: 3
            other draft: false
            body "본문"
        "#]],
    );
    check(
        "+++\ntitle = \"가\"\ntitle = \"나\"\n+++\n본문",
        expect![[r#"
            title: 나
            body "본문"
            front-matter-syntax:3:1 the front matter is not valid TOML: duplicate key
        "#]],
    );
    check(
        "+++\ntitle = 가 나\ntags = [\"a\", \"b\"]\n+++\n본문",
        expect![[r#"
        title: 가 나
        tags: ["a", "b"]
        body "본문"
        front-matter-syntax:2:9 the front matter is not valid TOML: string values must be quoted, expected literal string
    "#]],
    );
    check(
        "+++\n더하기\n+++\n본문",
        expect![[r#"
        body "+++"
    "#]],
    );
}

#[test]
fn limits() {
    let note = |inner: &str| format!("---\ntitle: 제목\n{inner}\n---\n본문");
    check(
        &note(&format!("x: {}", "가".repeat(6000))),
        expect![[r#"
        title: 제목
        body "본문"
        front-matter-limit:2:1 the front matter is too large or too complex
    "#]],
    );
    check(
        &note(&format!("x: {}", "[".repeat(10_000))),
        expect![[r#"
        title: 제목
        body "본문"
        front-matter-limit:2:1 the front matter is too large or too complex
    "#]],
    );
    let bomb = (1..9).fold("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, n| {
        let refs = vec![format!("*a{}", n - 1); 9].join(",");
        text + &format!("a{n}: &a{n} [{refs}]\n")
    });
    check(
        &note(&bomb),
        expect![[r#"
        title: 제목
        body "본문"
        front-matter-limit:2:1 the front matter is too large or too complex
    "#]],
    );
    check(
        &note(&"x: *a\n".repeat(101)),
        expect![[r#"
        title: 제목
        body "본문"
        front-matter-limit:2:1 the front matter is too large or too complex
    "#]],
    );
    let nested: String = (0..170).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    check(
        &note(&nested),
        expect![[r#"
        title: 제목
        body "본문"
        front-matter-limit:2:1 the front matter is too large or too complex
    "#]],
    );
    check(
        &note(&format!("x:\n {}", "- ".repeat(7000))),
        expect![[r#"
        title: 제목
        body "본문"
        front-matter-limit:2:1 the front matter is too large or too complex
    "#]],
    );
    check(
        &note(&format!("x: {}", "? ".repeat(7000))),
        expect![[r#"
            title: 제목
            body "본문"
            front-matter-syntax:3:4 the front matter is not valid YAML: mapping keys are not allowed in this context
        "#]],
    );
}
