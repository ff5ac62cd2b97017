//! export: cards for other programs.

use expect_test::expect;

use super::gongbu;

const NOTE: &str = "\
---
tags: [k8s, 클라우드 네이티브, \"a\\\"b\"]
---
# 1. 용어

- 파드(Pod): **함께** 뜨는 `컨테이너`의 묶음

# 2. 글

Q: 태그 <b>와 \"따옴표\" & 부호는?
A: 아래와 같다

- 하나 [링크](https://a.b/c?d=1&e=2) [안](#x)
- [x] 둘
  1. ![그림](a/b.png) ![](c.png)

```cpp
\tstd::vector<int> a{{1}};
```

| 가 | 나 |
|---|---|
| 1 | 2 |

C: [std::vector]와 [{{c1::a}}]와 `b::c`를 [x}]로 쓴다, \\\\(x\\\\)

[sound:a.mp3] 과 \\[latex] :: [$]x[/$]

- 볼륨: 파드가 쓰는 저장 공간이다
";

#[test]
fn text_for_anki() {
    let call = |args: &str| gongbu(args).file("노트/a.md", NOTE).arg("-n").arg(".");
    call("export anki-tsv").check(expect![[r##"
        #separator:tab
        #html:true
        #guid column:1
        #notetype column:2
        #deck column:3
        #tags column:6
        a29625592abd7c44	Basic (and reversed card)	gongbu::노트::a	파드 (Pod)	<b>함께</b> 뜨는 <code>컨테이너</code>의 묶음	k8s 클라우드_네이티브 a'b
        1b035f7520805686	Basic	gongbu::노트::a	태그 <b>와 &quot;따옴표&quot; &amp; 부호는?</b>	<p><b>아래와 같다</b></p><ul><li>하나 <a href="https://a.b/c?d=1&amp;e=2">링크</a> 안</li><li>☑ 둘<ol><li><p><i>그림</i></p><p><i>c.png</i></p></li></ol></li></ul><pre><code>    std::vector&lt;int&gt; a{<!-- -->{1}<!-- -->};</code></pre><table><tr><th>가</th><th>나</th></tr><tr><td>1</td><td>2</td></tr></table>	k8s 클라우드_네이티브 a'b
        4a9674594d8f6ac7	Cloze	gongbu::노트::a	{{c1::std:<!-- -->:vector}}와 &#91;]와 <code>b::c</code>를 {{c2::x}<!-- -->}}로 쓴다, \<!-- -->(x\<!-- -->)		k8s 클라우드_네이티브 a'b
        1534ab709c76ce27	Basic	gongbu::노트::a	&#91;sound:a.mp3] 과 &#91;latex]	&#91;$]x[/$]	k8s 클라우드_네이티브 a'b
        = 0
    "##]]);
    call("export anki-tsv --inferred").check_contains("볼륨\t파드가 쓰는 저장 공간이다");
}

#[test]
fn a_file_is_written_and_never_a_note() {
    let call = |args: &str| gongbu(args).file("a.md", "하나 :: one\n").file("old.txt", "old");
    call("export anki-tsv -n a.md -o b.txt").check_written(
        "b.txt",
        expect![[r#"
        #separator:tab
        #html:true
        #guid column:1
        #notetype column:2
        #deck column:3
        #tags column:6
        3ec477310f08ba29	Basic	gongbu::a	하나	one	
        ! = 0
    "#]],
    );
    call("export anki-tsv -n a.md -o old.txt").check_written(
        "old.txt",
        expect![[r#"
        #separator:tab
        #html:true
        #guid column:1
        #notetype column:2
        #deck column:3
        #tags column:6
        3ec477310f08ba29	Basic	gongbu::a	하나	one	
        ! = 0
    "#]],
    );
    call("export anki-tsv -n a.md -o ./a.md").check_written(
        "a.md",
        expect![[r#"
        하나 :: one
        ! gongbu: ./a.md: that is a note, and notes are never written to
        = 2
    "#]],
    );
    call("export anki-tsv -n a.md -o none/b.txt --lang ko").check(expect![[r#"
        ! gongbu: none/b.txt: 쓸 수 없습니다: entity not found
        = 2
    "#]]);
    call("export anki-tsv -n a.md -o -").check(expect![[r#"
        #separator:tab
        #html:true
        #guid column:1
        #notetype column:2
        #deck column:3
        #tags column:6
        3ec477310f08ba29	Basic	gongbu::a	하나	one	
        = 0
    "#]]);
    call("export nothing -n a.md").check(expect![[r#"
        ! gongbu: invalid value 'nothing' for '<FORMAT>' [possible values: anki-tsv, apkg, jsonl]; see gongbu --help
        = 2
    "#]]);
}

#[test]
fn nothing_to_write() {
    let call = |args: &str| gongbu(args).file("a.md", "글\n").file("old.txt", "old");
    call("export anki-tsv -n a.md").check(expect![[r#"
        ! gongbu: there are no cards
        = 1
    "#]]);
    call("export anki-tsv -n a.md -o old.txt --lang ko").check_written(
        "old.txt",
        expect![[r#"
        old! gongbu: 카드가 없습니다
        = 1
    "#]],
    );
}

#[test]
fn the_course_has_cards() {
    gongbu("export anki-tsv").check_contains("\tBasic (and reversed card)\tgongbu::01-container\t");
}

#[test]
fn a_package_for_anki() {
    let call = |args: &str| gongbu(args).file("a.md", "하나 :: one\n").file("b.md", "글\n");
    let output = call("export apkg -n a.md").command().output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    assert!(output.stdout.starts_with(b"PK\x03\x04"));
    let to_file = call("export apkg -n a.md -o a.apkg");
    assert!(to_file.command().status().unwrap().success());
    let written = std::fs::read(to_file.folder.path("a.apkg")).unwrap();
    assert_eq!(written.len(), output.stdout.len());
    call("export apkg -n b.md").check(expect![[r#"
        ! gongbu: there are no cards
        = 1
    "#]]);
    call("export apkg -n a.md -o a.md").check_written(
        "a.md",
        expect![[r#"
        하나 :: one
        ! gongbu: a.md: that is a note, and notes are never written to
        = 2
    "#]],
    );
    call("export apkg -n a.md -o none/a.apkg").check(expect![[r#"
        ! gongbu: none/a.apkg: cannot be written: entity not found
        = 2
    "#]]);
}
