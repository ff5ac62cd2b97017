//! Front matter in, what it says and what is wrong with it out.

mod broken;

use expect_test::{Expect, expect};
use gongbu::diag::Lines;
use gongbu::library::front_matter::{FrontMatter, read, split};
use gongbu::words::Locale;
use proptest::prelude::*;

/// The fields that are set, the first line of the Markdown, and the diagnostics.
fn check(text: &str, expected: Expect) {
    let (front_matter, body, diagnostics) = read(text);
    let FrontMatter { title, date, updated, categories, tags, aliases, description, .. } =
        &front_matter;
    let FrontMatter {
        toc, toc_label, toc_sticky, weight, id, short_description, aka, other, ..
    } = &front_matter;
    let mut out = String::new();
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            out += &format!("{name}: {value}\n");
        }
    };
    let list = |list: &[gongbu::text::sanitize::Clean]| {
        let all: Vec<&str> = list.iter().map(|text| text.as_str()).collect();
        (!all.is_empty()).then(|| format!("{all:?}"))
    };
    line("title", title.as_ref().map(ToString::to_string));
    line("date", date.map(|date| date.to_string()));
    line("updated", updated.map(|date| date.to_string()));
    line("categories", list(categories));
    line("tags", list(tags));
    line("aliases", list(aliases));
    line("description", description.as_ref().map(ToString::to_string));
    line("toc", toc.map(|toc| toc.to_string()));
    line("toc_label", toc_label.as_ref().map(ToString::to_string));
    line("toc_sticky", toc_sticky.map(|toc| toc.to_string()));
    line("weight", weight.map(|weight| weight.to_string()));
    line("id", id.as_ref().map(ToString::to_string));
    line("short_description", short_description.as_ref().map(ToString::to_string));
    line("aka", list(aka));
    for (key, value) in other {
        line(&format!("other {key}"), Some(value.to_string()));
    }
    out += &format!("body {:?}\n", text[body..].lines().next().unwrap_or(""));
    let lines = Lines::new(text);
    for diagnostic in diagnostics {
        let (row, column) = lines.position(text, diagnostic.span.start);
        let message = diagnostic.message(Locale::En);
        out += &format!("{}:{row}:{column} {message}\n", diagnostic.code.as_str());
    }
    expected.assert_eq(&out);
}

#[test]
fn the_usual_keys() {
    check(
        "---\nlayout: post\ntitle:  \"EKS: 시작 [1]\" # 제목\ndate: 2022-03-23 09:00:00 +0900\n\
         last_modified_at: 2022-03-24T10:00+09:00\ncategories: [AWS, EKS]\ntags:\n  - k8s\n  - Dev Ops\n\
         toc: true\ntoc_label: 목차\ntoc_sticky: yes\nexcerpt: >\n  한 줄\n  두 줄\n\
         sidebar_position: 3\nauthor: {name: 나, url: x}\n---\n# 본문\n",
        expect![[r##"
            title: EKS: 시작 [1]
            date: 2022-03-23T09:00:00
            updated: 2022-03-24T10:00:00
            categories: ["AWS", "EKS"]
            tags: ["k8s", "Dev Ops"]
            description: 한 줄 두 줄
            toc: true
            toc_label: 목차
            toc_sticky: true
            weight: 3
            other layout: post
            other author: name: 나, url: x
            body "# 본문"
        "##]],
    );
    check(
        "---\nid: pod\ntitle : 포드\nshort_description: 가장 작은 단위\naka: [팟, Pod]\n\
         aliases: 파드\nweight: 10\nsummary:\n---\n본문",
        expect![[r#"
            title: 포드
            aliases: ["파드"]
            weight: 10
            id: pod
            short_description: 가장 작은 단위
            aka: ["팟", "Pod"]
            body "본문"
        "#]],
    );
}

#[test]
fn forms_of_lists() {
    check(
        "---\ntags: a b c\ncategories: x y\n---\n",
        expect![[r#"
        categories: ["x", "y"]
        tags: ["a", "b", "c"]
        body ""
    "#]],
    );
    check(
        "---\ntags: \"aws, eks\"\ncategory: Dev Ops\n---\n",
        expect![[r#"
        categories: ["Dev Ops"]
        tags: ["aws", "eks"]
        body ""
    "#]],
    );
    check(
        "---\ntags: [a b, [c, [d]], 2024, 1.5, null, a]\ncategories:\n---\n",
        expect![[r#"
        tags: ["a b", "c", "d", "2024", "1.5", "a"]
        body ""
    "#]],
    );
    check(
        "---\ntag: '#쿠버 네티스'\ntags: '#a #b'\naliases:\n- 하나 둘\n-\n---\n",
        expect![[r#"
        tags: ["쿠버 네티스", "a", "b"]
        aliases: ["하나 둘"]
        body ""
    "#]],
    );
    check(
        "---\ntags: {a: b}\ncategories: 7\ntags2: {a: [b, {c: d}]}\n---\n",
        expect![[r#"
        categories: ["7"]
        other tags2: a: b, c: d
        body ""
        front-matter-type:2:1 the front matter's tags has a value that makes no sense there
    "#]],
    );
}

#[test]
fn scalars_as_written() {
    check(
        "---\ntitle: 1.10\nid: 007\ntoc_label: true\ndescription: 2022-01-01\n---\n",
        expect![[r#"
            title: 1.10
            description: 2022-01-01
            toc_label: true
            id: 007
            body ""
        "#]],
    );
    check(
        "---\ntitle: [EKS]\ndescription: {{ page.x }}\nid: ~\n---\n",
        expect![[r#"
        title: [EKS]
        description: {{ page.x }}
        body ""
    "#]],
    );
    check(
        "---\ntitle: !!str 5\nid: !custom 값\nother: !t [a]\n---\n",
        expect![[r#"
        title: 5
        id: 값
        other other: a
        body ""
    "#]],
    );
    check(
        "---\ntoc: \"true\"\ntoc_sticky: off\nweight: \"7\"\ndate: 20220323\n---\n",
        expect![[r#"
            date: 2022-03-23T00:00:00
            toc: true
            toc_sticky: false
            weight: 7
            body ""
        "#]],
    );
    check(
        "---\nTitle: 제목\nLast-Modified-At: 2022-3-3\n---\n",
        expect![[r#"
        title: 제목
        updated: 2022-03-03T00:00:00
        body ""
    "#]],
    );
}

#[test]
fn odd_types() {
    check(
        "---\ntitle:\n  a: b\ndate: 어제\nupdated: [1]\ntoc: {a: b}\nweight: 무거움\n---\n글",
        expect![[r#"
            body "글"
            front-matter-type:2:1 the front matter's title has a value that makes no sense there
            front-matter-type:4:1 the front matter's date has a value that makes no sense there
            front-matter-type:5:1 the front matter's updated has a value that makes no sense there
            front-matter-type:6:1 the front matter's toc has a value that makes no sense there
            front-matter-type:7:1 the front matter's weight has a value that makes no sense there
        "#]],
    );
}

#[test]
fn where_it_begins_and_ends() {
    check(
        "\u{FEFF}\r\n\n---\r\ntitle: 가\r\n...\r\n본문\r\n",
        expect![[r#"
        title: 가
        body "본문"
    "#]],
    );
    check(
        "---\n---\n본문",
        expect![[r#"
            body "본문"
        "#]],
    );
    check(
        "---\n# 주석\n\ntitle: 가\n---\n본문",
        expect![[r#"
        title: 가
        body "본문"
    "#]],
    );
    check(
        "---\n그냥 글입니다.\n---\n",
        expect![[r#"
        body "---"
    "#]],
    );
    check(
        "---\n\n참고: 글입니다.\n\n---\n",
        expect![[r#"
        body "---"
    "#]],
    );
    check(
        "----\ntitle: x\n----\n",
        expect![[r#"
        body "----"
    "#]],
    );
    check(
        "# 제목\n---\ntitle: x\n---\n",
        expect![[r##"
        body "# 제목"
    "##]],
    );
    check(
        "---\ntitle: 가",
        expect![[r#"
        body "---"
        front-matter-unclosed:1:1 the front matter is never closed
    "#]],
    );
    check(
        "---\ntitle: 가\n\n# 제목\n\n글",
        expect![[r#"
        body "---"
        front-matter-unclosed:1:1 the front matter is never closed
    "#]],
    );
    check(
        "---\ntitle: 가\ntags: [a]\n\n# 제목\n\n글입니다.\n\n---\n\n끝",
        expect![[r#"
        body "---"
        front-matter-unclosed:1:1 the front matter is never closed
    "#]],
    );
    check(
        "---\n참고: 글입니다.\n",
        expect![[r#"
        body "---"
    "#]],
    );
    check(
        "\u{FEFF}",
        expect![[r#"
        body ""
    "#]],
    );
}

proptest! {
    #[test]
    fn never_panics(text in "(---\n|\\+\\+\\+\n|title: |tags:|date: |toc = |\\[|\\]|\\{|\\}|: |- |\n|  |\t|\"|'|&a |\\*a |!t |\\| |> |#|가|a|1|\u{0}|\\.\\.\\.\n|\u{85}|\r){0,40}") {
        let fenced = format!("---\ntitle: {text}\n---\n");
        for text in [&text, &fenced] {
            let (_, body, diagnostics) = read(text);
            prop_assert!(text.get(body..).is_some());
            for diagnostic in diagnostics {
                prop_assert!(text.get(diagnostic.span.start..diagnostic.span.end).is_some());
            }
            let parts = split(text);
            prop_assert!(parts.inner.end <= text.len() && text.get(parts.body..).is_some());
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,40}") {
        read(&text);
        read(&format!("---\n{text}\n---\n"));
        read(&format!("+++\na = {text}\n+++\n"));
    }
}
