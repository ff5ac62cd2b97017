//! Parts of notes as blocks.

mod bullets;
mod callouts;
mod code;
mod dump;
mod embeds;
mod emoji;
mod fences;
mod formula;
mod html;
mod html_tables;
mod lines;
mod outlines;
mod signs;
mod tables;
mod tags;

use dump::dump;
use expect_test::{Expect, expect};
use gongbu::doc::{Block, Inline, outline, read};
use gongbu::text::span::Span;

/// Every run that says it is the note byte for byte is.
fn check_spans(note: &str, blocks: &[Block]) {
    let text = |inlines: &[Inline]| {
        for inline in inlines {
            if let Inline::Text(run) = inline
                && run.text.len() == run.span.len()
            {
                assert_eq!(run.span.of(note), run.text.as_str());
            }
        }
    };
    for block in blocks {
        assert!(block.span().end <= note.len());
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => text(content),
            Block::List { items, .. } => items.iter().for_each(|i| check_spans(note, &i.blocks)),
            Block::Quote { blocks, .. } => check_spans(note, blocks),
            Block::Code { lines, .. } => {
                for line in lines.iter().filter(|l| l.text.len() == l.span.len()) {
                    assert_eq!(line.span.of(note), line.text.as_str());
                }
            }
            _ => {}
        }
    }
}

pub fn check(note: &str, expect: Expect) {
    let scan = outline::scan(note, 0, false);
    let blocks = read(note, Span::new(0, note.len()), &scan.definitions);
    check_spans(note, &blocks);
    let mut out = String::new();
    dump(&blocks, 0, &mut out);
    expect.assert_eq(&out);
}

#[test]
fn bold_closes_before_a_particle() {
    check(
        "**파드(Pod)**는 가장 작다. 이것은**(중요)** 그리고 __볼륨(Volume)__은, *노드(Node)*가 ~~옛말(old)~~은.\n",
        expect![[r#"
            p ⟨파드(Pod):strong⟩는 가장 작다. 이것은⟨(중요):strong⟩ 그리고 ⟨볼륨(Volume):strong⟩은, ⟨노드(Node):emph⟩가 ⟨옛말(old):strike⟩은.
        "#]],
    );
    check(
        "snake_case_name과 2*3*4, `**코드(x)**는` 그리고 **보통** 글.\n",
        expect![[r#"
        p snake_case_name과 2⟨3:emph⟩4, ⟨**코드(x)**는:code⟩ 그리고 ⟨보통:strong⟩ 글.
    "#]],
    );
    check(
        "### **컨테이너(Container)**란\n\n| **이름(Name)**은 | 값 |\n|--|--:|\n| a | b |\n",
        expect![[r#"
        h3 ⟨컨테이너(Container):strong⟩란
        table [Left, Right]
          ⟨이름(Name):strong⟩은 | 값
          a | b
    "#]],
    );
}

#[test]
fn images_have_their_captions() {
    check(
        "![그림]()*설명*\n",
        expect![[r#"
        image [그림] () ⟨설명:emph⟩
    "#]],
    );
    check(
        "- 제목\n![a](b.png)*설명*\n",
        expect![[r#"
        ul
         -
          p 제목
          image [a] (b.png) ⟨설명:emph⟩
    "#]],
    );
    check(
        "![a](b.png)\n*다음 줄 설명*\n",
        expect![[r#"
        image [a] (b.png) ⟨다음 줄 설명:emph⟩
    "#]],
    );
    check(
        "![a](b.png){: .align-center}\n\n글 ![작은](c.png) 속\n",
        expect![[r#"
        image [a] (b.png) 
        p 글 ![작은](c.png) 속
    "#]],
    );
    check(
        "<figure>\n<img src=\"a.png\" alt=\"그림\">\n<figcaption>설명 &amp; 더</figcaption>\n</figure>\n",
        expect![[r#"
        image [그림] (a.png) 설명 & 더
    "#]],
    );
}

#[test]
fn addresses_are_links() {
    check(
        "좋은 곳: https://example.com/a_b/ 와 (https://example.com/x)에서. `https://code` http://a.kr/에서\n",
        expect![[r#"
            p 좋은 곳: ⟨https://example.com/a_b/:→https://example.com/a_b/⟩ 와 (⟨https://example.com/x:→https://example.com/x⟩)에서. ⟨https://code:code⟩ ⟨http://a.kr/:→http://a.kr/⟩에서
        "#]],
    );
    check(
        "[글](https://a.b) <https://c.d> [참조][r] [[위키|이름]]\n\n[r]: https://e.f \"제목\"\n",
        expect![[r#"
        p ⟨글:→https://a.b⟩ ⟨https://c.d:→https://c.d⟩ ⟨참조:→https://e.f⟩ ⟨이름:→위키⟩
    "#]],
    );
}

#[test]
fn dialects_leave_their_text() {
    check(
        "주의할 것\n{: .notice--warning}\n\n* TOC\n{:toc}\n\n{% raw %}글{% endraw %} {{ site.url }}/a\n",
        expect![[r#"
            callout Warning
              p 주의할 것
            p 글 /a
        "#]],
    );
    check(
        "<details><summary>더 보기</summary>\n\n- 속\n\n</details>\n\n<kbd>Ctrl</kbd>+C 물<sub>2</sub> 줄<br>바꿈 <!-- 숨김 -->\n",
        expect![[r#"
            details folded 더 보기
              ul
               -
                p 속
            p ⟨Ctrl:kbd⟩+C 물⟨2:sub⟩ 줄⏎바꿈 
        "#]],
    );
    check(
        "<div>\n  <b>굵은</b> 글\n  <script>alert(1)</script>\n</div>\n",
        expect![[r#"
            p ⟨굵은:strong⟩ 글
        "#]],
    );
}

/// A style ends with what began it, whatever else is left open meanwhile.
#[test]
fn the_rest_of_markdown() {
    check(
        "> [!WARNING]\n> 조심\n\n> 인용\n> > 속\n\n용어\n: 설명 하나\n: 설명 둘\n\n- [x] 한 것\n- [ ] 할 것\n\n각주[^1] 참고\n\n[^1]: 각주 글\n\n***\n",
        expect![[r#"
        callout Warning
          p 조심
        quote
          p 인용
          quote
            p 속
        define 용어
          p 설명 하나
          p 설명 둘
        ul
         - [x]
          p 한 것
         - [ ]
          p 할 것
        p 각주[^1] 참고
        footnote 1
          p 각주 글
        rule
    "#]],
    );
    check(
        "#7.제목\n이어진 글\n",
        expect![[r#"
        h1 7.제목
        p 이어진 글
    "#]],
    );
    check(
        "- 하나\n\n- 둘\n\n      들여 쓴 코드\n",
        expect![[r#"
        ul loose
         -
          p 하나
         -
          p 둘
          code 
            |들여 쓴 코드
    "#]],
    );
}

#[test]
fn a_part_uses_definitions_from_elsewhere() {
    let note = "글 [참조][r] 과 각주[^n]\n\n# 뒤\n\n[r]: https://e.f\n[^n]: 각주의 글\n";
    let scan = outline::scan(note, 0, false);
    let blocks = read(note, scan.parts[0].span, &scan.definitions);
    let mut out = String::new();
    dump(&blocks, 0, &mut out);
    expect![[r#"
        p 글 ⟨참조:→https://e.f⟩ 과 각주[^n]
        footnote n
          p 각주의 글
    "#]]
    .assert_eq(&out);
}
