//! Where links lead: notes in, targets out.

use std::fmt::Write;
use std::sync::Arc;

use expect_test::{Expect, expect};
use gongbu::diag::Lines;
use gongbu::doc::each_link;
use gongbu::library::Library;
use gongbu::library::links::{Anchors, Directory, Target};
use gongbu::search::links::Links;
use gongbu::words::Locale;
use proptest::prelude::*;

use crate::screen::library;

/// The notes that `text` gives: each after a line of `== path`.
pub fn notes(text: &str) -> Vec<(String, String)> {
    let note = |part: &str| {
        let (path, text) = part.split_once('\n').unwrap_or((part, ""));
        (path.trim().to_owned(), text.to_owned())
    };
    text.split("== ").skip(1).map(note).collect()
}

/// What a target is, in words.
fn said(library: &Library, target: &Target) -> String {
    let path = |note: usize| library.notes[note].path.as_str();
    match target {
        Target::Place(place) => match place.section {
            Some(at) => {
                format!("{} § {}", path(place.note), library.notes[place.note].sections[at].shown)
            }
            None => path(place.note).to_owned(),
        },
        Target::Byte { note, at } => {
            let line = library.notes[*note].text[*at..].lines().next().unwrap_or("");
            format!("{} … {line}", path(*note))
        }
        Target::Web(address) => format!("web {address}"),
        Target::Mail(address) => format!("mail {address}"),
        Target::Other(scheme) => format!("scheme {scheme}"),
        Target::File(path) => format!("file {path}"),
        Target::NoNote(path) => format!("no note {path}"),
        Target::NoAnchor { note, id } => format!("no #{id} in {}", path(*note)),
        Target::Nothing => "nothing".to_owned(),
    }
}

fn targets(library: &Library, from: usize, whole: bool) -> String {
    let directory = Directory::new(library, whole);
    let mut out = String::new();
    let note = &library.notes[from];
    for part in 0..note.parts.len() {
        each_link(&note.blocks(part), &mut |link| {
            let mut anchors = |at: usize| Arc::new(Anchors::new(&library.notes[at]));
            let target = directory.resolve(library, from, link, &mut anchors);
            writeln!(out, "{} → {}", link.to, said(library, &target)).unwrap();
        });
    }
    out
}

/// Where the links of the first of the notes lead.
fn check(text: &str, expected: Expect) {
    let library = library(&notes(text));
    expected.assert_eq(&targets(&library, 0, true));
}

#[test]
fn paths() {
    check(
        "== docs/first.md
[a](second.md) [b](./second.md) [c](../top.md) [d](deep/third.md) [e](second) [f](second.html)
[g](deep/) [h](deep) [i](%EB%91%90%20%EB%B2%88%EC%A7%B8.md) [j](<두 번째.md>) [k](second.md?plain=1)
[l](docs/second.md) [m](SECOND.MD) [n](none.md) [o](none) [p](none.png) [q](../../out.md) [r](first.md)
[s](deep/none.html) [t]() [u](.) [v](../other/third.md)

== docs/second.md
== docs/두 번째.md
== docs/deep/third.md
== docs/deep/README.md
== top.md
",
        expect![[r#"
            second.md → docs/second.md
            ./second.md → docs/second.md
            ../top.md → top.md
            deep/third.md → docs/deep/third.md
            second → docs/second.md
            second.html → docs/second.md
            deep/ → docs/deep/README.md
            deep → docs/deep/README.md
            %EB%91%90%20%EB%B2%88%EC%A7%B8.md → docs/두 번째.md
            두 번째.md → docs/두 번째.md
            second.md?plain=1 → docs/second.md
            docs/second.md → docs/second.md
            SECOND.MD → docs/second.md
            none.md → no note none.md
            none → file none
            none.png → file none.png
            ../../out.md → file ../../out.md
            first.md → docs/first.md
            deep/none.html → file deep/none.html
             → nothing
            . → file .
            ../other/third.md → no note ../other/third.md
        "#]],
    );
}

#[test]
fn addresses() {
    check(
        "== first.md
[a](https://example.com/가) <https://example.com/b> https://example.com/c [d](HTTP://example.com)
[e](mailto:a@example.com) <a@example.com> [f](javascript:alert(1)) [g](file:///etc/hosts) [h](//example.com/x)
<a href=\"https://example.com/h\" target=_blank>글</a> <a name=x>글</a> <a href='x@y.md'>**글** <br>
[i](ftp://example.com/x) [j](vscode://file/x) [k](https://) [l](data:text/html,x) [m](tel:+82)
",
        expect![[r#"
            https://example.com/가 → web https://example.com/%EA%B0%80
            https://example.com/b → web https://example.com/b
            https://example.com/c → web https://example.com/c
            HTTP://example.com → web http://example.com
            mailto:a@example.com → mail mailto:a@example.com
            a@example.com → mail mailto:a@example.com
            javascript:alert(1) → scheme javascript
            file:///etc/hosts → scheme file
            //example.com/x → web https://example.com/x
            https://example.com/h → web https://example.com/h
            x@y.md → no note x@y.md
            ftp://example.com/x → scheme ftp
            vscode://file/x → scheme vscode
            https:// → scheme https
            data:text/html,x → scheme data
            tel:+82 → scheme tel
        "#]],
    );
}

#[test]
fn anchors() {
    check(
        "== first.md
[a](#설치하기) [b](#2-컨테이너--런타임) [c](#같은-제목) [d](#같은-제목-1) [e](#같은-제목-2) [f](#what-is-eks)
[g](#getting-started) [h](#own) [i](#here) [j](#old) [k](#) [l](#top) [m](#없는-곳) [n](#Getting-Started)
[o](second.md#안쪽) [p](second.md#none) [q](#접힌-제목) [r](#code_and_more) [s](#section) [t](#listed) [u](#%EC%84%A4%EC%B9%98%ED%95%98%EA%B8%B0)
[v](#컨테이너-런타임) [w](#later)

# 설치하기
## 2. 컨테이너 & 런타임
## 같은 제목
## 같은 제목
## 같은 제목
## What is EKS?
### 3. Getting started
## 내 이름 {#own}
글 <a id=\"here\"></a> 뒤의 글

<a name='old'></a>

글
<h2>접힌 제목</h2>

## `code_and` _more_
- ## Listed

## 나중 이름
{: #later .class}

== second.md
# 겉
## 안쪽
",
        expect![[r##"
            #설치하기 → first.md § 설치하기
            #2-컨테이너--런타임 → first.md § 2. 컨테이너 & 런타임
            #같은-제목 → first.md § 같은 제목
            #같은-제목-1 → first.md § 같은 제목
            #같은-제목-2 → first.md § 같은 제목
            #what-is-eks → first.md § What is EKS?
            #getting-started → first.md § 3. Getting started
            #own → first.md § 내 이름
            #here → first.md … <a id="here"></a> 뒤의 글
            #old → first.md … <a name='old'></a>
            # → first.md
            #top → first.md
            #없는-곳 → no #없는-곳 in first.md
            #Getting-Started → first.md § 3. Getting started
            second.md#안쪽 → second.md § 안쪽
            second.md#none → no #none in second.md
            #접힌-제목 → first.md … <h2>접힌 제목</h2>
            #code_and_more → first.md § code_and more
            #section → first.md § 설치하기
            #listed → first.md … - ## Listed
            #%EC%84%A4%EC%B9%98%ED%95%98%EA%B8%B0 → first.md § 설치하기
            #컨테이너-런타임 → first.md § 2. 컨테이너 & 런타임
            #later → first.md § 나중 이름
        "##]],
    );
}

#[test]
fn wiki_links() {
    check(
        "== a/first.md
[[Second]] [[second|보이는 말]] [[a/Second]] [[b/second]] [[Third#나란한 제목]] [[#여기]] [[#여기|말]]
[[별명]] [[붙인 이름]] [[없는 노트]] [[Third#없음]] [[그림.png]] [[third.md]] [[Node.js]] [[#^block-1]] [[Third#겉#속]]

| 표 |
|---|
| [[Third\\|세 번째]] |

# 여기
묶음 글 ^block-1

== a/second.md
== b/second.md
== c/third.md
---
title: 붙인 이름
aliases: [별명]
---
# 나란한 제목
## 속

== c/Node.js.md
",
        expect![[r#"
            Second → a/second.md
            second → a/second.md
            a/Second → a/second.md
            b/second → b/second.md
            Third#나란한 제목 → c/third.md § 나란한 제목
            #여기 → a/first.md § 여기
            #여기 → a/first.md § 여기
            별명 → c/third.md
            붙인 이름 → c/third.md
            없는 노트 → no note 없는 노트
            Third#없음 → no #없음 in c/third.md
            그림.png → file 그림.png
            third.md → c/third.md
            Node.js → c/Node.js.md
            #^block-1 → a/first.md … 묶음 글 ^block-1
            Third#겉#속 → c/third.md § 속
            Third\ → c/third.md
        "#]],
    );
}

#[test]
fn site_generators() {
    check(
        "== _posts/2026-03-22-first.md
[a]({% post_url 2026-03-22-pod %}) [b]({% link notes/k8s.md %}#노드) [c]({{ site.baseurl }}/posts/pod/)
[d]({{ site.url }}{% post_url 2026-03-22-pod %}) [e]({{< ref \"k8s.md#노드\" >}}) [f]({{< relref \"none.md\" >}})
[g](/posts/pod/) [h](/notes/k8s/) [i](/own/address/) [j](/tags/pod/) [k](/assets/x.zip) [l](/notes/none.md)
[m]({% post_url 2026-01-01-none %}) [n]({{ \"/notes/k8s\" | relative_url }}) [o]({{ x }}) [p](/) [q](/2026/03/22/pod.html)
[r]({% link none.pdf %}) [s](/tags/)

== _posts/2026-03-22-pod.md
== notes/k8s.md
---
permalink: /own/address/
---
# 노드
",
        expect![[r#"
            {% post_url 2026-03-22-pod %} → _posts/2026-03-22-pod.md
            {% link notes/k8s.md %}#노드 → notes/k8s.md § 노드
            {{ site.baseurl }}/posts/pod/ → _posts/2026-03-22-pod.md
            {{ site.url }}{% post_url 2026-03-22-pod %} → _posts/2026-03-22-pod.md
            {{< ref "k8s.md#노드" >}} → notes/k8s.md § 노드
            {{< relref "none.md" >}} → no note none.md
            /posts/pod/ → _posts/2026-03-22-pod.md
            /notes/k8s/ → notes/k8s.md
            /own/address/ → notes/k8s.md
            /tags/pod/ → file /tags/pod/
            /assets/x.zip → file /assets/x.zip
            /notes/none.md → no note /notes/none.md
            {% post_url 2026-01-01-none %} → no note 2026-01-01-none
            {{ "/notes/k8s" | relative_url }} → notes/k8s.md
            {{ x }} → file {{ x }}
            / → file /
            /2026/03/22/pod.html → _posts/2026-03-22-pod.md
            {% link none.pdf %} → file none.pdf
            /tags/ → file /tags/
        "#]],
    );
}

#[test]
fn the_nearest_note_is_meant() {
    check(
        "== a/b/first.md
[[같은]] [[다른]]

== 같은.md
== a/같은.md
== c/d/같은.md
== c/다른.md
== a/b/e/다른.md
",
        expect![[r#"
            같은 → a/같은.md
            다른 → a/b/e/다른.md
        "#]],
    );
}

#[test]
fn what_was_not_looked_for_is_not_missing() {
    let library = library(&notes("== a.md\n[a](b.md) [[c]] [d](#e)\n"));
    expect![[r#"
        b.md → file b.md
        c → file c
        #e → no #e in a.md
    "#]]
    .assert_eq(&targets(&library, 0, false));
}

proptest! {
    #[test]
    fn nothing_that_is_written_breaks_it(
        to in ".{0,20}|[#/.%{}<\\[\\]|^:a가é-]{0,20}",
        body in ".{0,30}|[#<>{}^=\"'ida가 \n-]{0,40}",
        path in "[a가/. -]{0,8}",
    ) {
        let text = format!("{body}\n\n[x]({to}) [y](<{to}>) [[{to}]] {to}\n\n# {body}\n");
        let library = library(&[(path, text), ("b/c.md".to_owned(), body)]);
        let _ = targets(&library, 0, true);
        let _ = targets(&library, 1, false);
    }
}

/// What is wrong with the links of the notes.
fn check_broken(text: &str, expected: Expect) {
    let library = library(&notes(text));
    let links = Links::read(&library, true, &|| false).unwrap();
    let mut out = String::new();
    for (note, found) in &links.broken {
        let note = &library.notes[*note];
        let (line, _) = Lines::new(&note.text).position(&note.text, found.span.start);
        let (message, help) = (found.message(Locale::En), found.help(Locale::En));
        writeln!(out, "{}:{line}: {message} | {help}", note.path).unwrap();
    }
    expected.assert_eq(&out);
}

#[test]
fn broken_links_are_named_with_what_is_nearest() {
    check_broken(
        "== docs/first.md
[moved](second.md), [misspelt](instal-guide.md), [gone](zebra.md), [typing](instlal-giude.md), [[instal guide]], ![image](none.md)

글[^주]과 [정의][d], [고침](#설치-방법-순서) [[second#지우기]]

[^주]: 각주의 [링크](../none.md)

[d]: ./xyzzy.md

# 설치 방법
글[^주]

== other/second.md
# 지우는 법
[위](../docs/first.md#설치-방법) `[코드](none.md)`

```
[코드](none.md)
```

== install-guide.md
[밖](../../far.md) [그림](x.png) [웹](https://example.com/none.md)
",
        expect![[r#"
            docs/first.md:1: broken link: second.md → ../other/second.md | check its path and its heading
            docs/first.md:1: broken link: instal-guide.md → ../install-guide.md | check its path and its heading
            docs/first.md:1: broken link: zebra.md | check its path and its heading
            docs/first.md:1: broken link: instlal-giude.md | check its path and its heading
            docs/first.md:1: broken link: instal guide → ../install-guide.md | check its path and its heading
            docs/first.md:3: broken link: ./xyzzy.md | check its path and its heading
            docs/first.md:3: broken link: #설치-방법-순서 → #설치-방법 | check its path and its heading
            docs/first.md:3: broken link: second#지우기 | check its path and its heading
            docs/first.md:5: broken link: ../none.md | check its path and its heading
        "#]],
    );
}

#[test]
fn nobody_waits_for_what_nobody_asks_for() {
    let library = library(&notes("== a.md\n[a](b.md)\n"));
    assert!(Links::read(&library, true, &|| true).is_none());
}
