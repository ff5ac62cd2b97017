//! Formulas: `$$…$$`, and `$…$` where the note asks for it; and how they are read.

mod tex;

use expect_test::{Expect, expect};
use gongbu::doc::{Definitions, read};
use gongbu::library::{Note, Source};
use gongbu::text::sanitize::Clean;
use gongbu::text::span::Span;

use super::{check, check_spans, dump};

/// In a note that asks for `$…$`.
fn check_single(note: &str, expect: Expect) {
    let asked = Definitions { single_dollars: true, ..Definitions::default() };
    let blocks = read(note, Span::new(0, note.len()), &asked);
    check_spans(note, &blocks);
    let mut out = String::new();
    dump(&blocks, 0, &mut out);
    expect.assert_eq(&out);
}

#[test]
fn double_dollars_hold_a_formula() {
    check(
        "힘은 $$F = m*a_1*b_1$$이고 **$3**원은 아니다. 값은 $5에서 $*6*$ 사이, `$$` 그리고 $PATH:$HOME.\n",
        expect![[r#"
            p 힘은 ⟨F = m * a₁ * b₁:math⟩이고 ⟨$3:strong⟩원은 아니다. 값은 $5에서 $⟨6:emph⟩$ 사이, ⟨$$:code⟩ 그리고 $PATH:$HOME.
        "#]],
    );
    check(
        "넓이는 다음과 같다.\n$$\n\\begin{aligned}\n  S &= \\pi r^2 \\\\\n    &= *3* \\text{ [약](x)}\n\\end{aligned}\n$$\n끝.\n\n> $$\n> a_1 < b_2\n> $$\n",
        expect![[r#"
            p 넓이는 다음과 같다.⏎⟨S = πr²:math⟩⏎⟨  = *3 *  [약](x):math⟩⏎끝.
            quote
              p ⟨a₁ < b₂:math⟩
        "#]],
    );
    check(
        "## $$x_1$$의 값\n\n| 식 | 뜻 |\n|--|--|\n| $$\\|a\\|$$ | $1 |\n",
        expect![[r#"
            h2 ⟨x₁:math⟩의 값
            table [Left, Left]
              식 | 뜻
              ⟨|a|:math⟩ | $1
        "#]],
    );
}

#[test]
fn what_is_no_formula_is_text() {
    check(
        "빈 $$$$ 식과 $$ 하나, \\$\\$a_b_c$$\n",
        expect![[r#"
            p 빈 $$$$ 식과 ⟨하나, $$a_b_c:math⟩
        "#]],
    );
    check(
        "$$a { b$$ 가 $*c*$ } 나 $$\n",
        expect![[r#"
            p ⟨a b$$ 가$ * c * $나:math⟩
        "#]],
    );
    check(
        "$HOME/bin:$PATH 와 $x_1$ 그리고 *$y*\n",
        expect![[r#"
        p $HOME/bin:$PATH 와 $x_1$ 그리고 ⟨$y:emph⟩
    "#]],
    );
}

#[test]
fn single_dollars_hold_one_where_the_note_asks() {
    check_single(
        "길이는 $x_1*y*z_1$이고 $ 5 $ 는 아니다. $$a*b*c$$\n",
        expect![[r#"
            p 길이는 ⟨x₁ * y * z₁:math⟩이고 $ 5 $ 는 아니다. ⟨a * b * c:math⟩
        "#]],
    );
}

#[test]
fn front_matter_asks() {
    let titles = |front: &str| {
        let text = format!("---\ntitle: 식\n{front}\n---\n# $x_1$의 값\n\n$y$\n");
        let path = Clean::literal("식.md");
        let note = Note::build(Source { path, text, ..Source::default() });
        let mut out = String::new();
        dump(&note.blocks(0), 0, &mut out);
        let found = note.diagnostics.iter().map(|d| format!("! {}\n", d.code.as_str()));
        format!("{}\n{out}", note.sections[0].shown) + &found.collect::<String>()
    };
    expect![[r#"
        x₁의 값
        h1 ⟨x₁:math⟩의 값
        p ⟨y:math⟩
    "#]]
    .assert_eq(&titles("math: true"));
    expect![[r#"
        x₁의 값
        h1 ⟨x₁:math⟩의 값
        p ⟨y:math⟩
    "#]]
    .assert_eq(&titles("katex:\n  enable: true"));
    expect![[r#"
        $x_1$의 값
        h1 $x_1$의 값
        p $y$
    "#]]
    .assert_eq(&titles("use_math: false"));
    expect![[r#"
        $x_1$의 값
        h1 $x_1$의 값
        p $y$
        ! front-matter-type
    "#]]
    .assert_eq(&titles("mathjax: [아마]"));
}
