//! What notes have, as it is drawn.

use expect_test::{Expect, expect};

use super::{blocks_of, draw, of_note};

fn check(note: &str, width: usize, expected: Expect) {
    expected.assert_eq(&of_note(note, width));
}

/// The same note in Unicode and in ASCII signs.
fn check_both(note: &str, expected: Expect) {
    let blocks = blocks_of(note);
    expected.assert_eq(&[false, true].map(|ascii| draw(&blocks, 60, ascii)).join("\n"));
}

#[test]
fn what_is_raised_or_lowered_is_in_such_letters_or_set_off() {
    check_both(
        "x<sup>2</sup>과 e<sup>n + 1</sup>, 10<sup>-3</sup>m, (a)<sup>**n**m</sup>, \
         1<sup>st</sup>, 이름<sup>TM</sup>, <sup>2</sup>, 각주<sup>[1](#n)</sup>\n\n\
         H<sub>2</sub>O, CO<sub>3</sub><sup>2-</sup>, a<sub>i</sub>b<sub>n+1</sub>, V<sub>out</sub>\n",
        expect![[r#"
            x²과 eⁿ ⁺ ¹, 10⁻³m, (a)ⁿᵐ, 1ˢᵗ, 이름ᵀᴹ, ², 각주¹

            H₂O, CO₃²⁻, aᵢbₙ₊₁, Vₒᵤₜ

            x^2과 e^(n + 1), 10^(-3)m, (a)^(nm), 1st, 이름TM, 2, 각주^1

            H_2O, CO_3^(2-), a_ib_(n+1), V_(out)
        "#]],
    );
    check_both(
        "x<sup>n→k</sup>, a<sub>i,j</sub>, a<sub>(i,j)</sub>, e<sup>π</sup>, 가<sub>나</sub>, \
         log<sub>base</sub>, c<sup>x**π**</sup>, z<sup>*</sup>, 각주<sup>[가]</sup>\n\n\
         <sub>작은 글</sub>, 도커<sup>Docker</sup>, 그림<sub>작은 글로 쓴 설명</sub>, \
         a<sub><sup>작게</sup></sub>\n",
        expect![[r#"
            x^(n→k), a_(i,j), a_(i,j), e^π, 가_나, log_(base), c^(xπ),
            z*, 각주[가]

            작은 글, 도커 Docker, 그림 작은 글로 쓴 설명, a작게

            x^(n→k), a_(i,j), a_(i,j), e^π, 가_나, log_(base), c^(xπ),
            z*, 각주[가]

            작은 글, 도커 Docker, 그림 작은 글로 쓴 설명, a작게
        "#]],
    );
}

#[test]
fn a_formula_on_its_own_is_set_apart() {
    check(
        "넓이는\n\n$$\nS = \\pi r^2 \\\\\nr = 3\n$$\n\n이다.\n\n- $$a$$\n\n$$b$$ 와\n",
        30,
        expect![[r#"
            넓이는

              S = πr²
              r = 3

            이다.

            • a

            b 와
        "#]],
    );
}

#[test]
fn formulas_break_outside_brackets() {
    let note = "$$S = \\alpha(a + b) + \\beta(c + d + e) = f(x, y)$$\n\n\
        $$a \\ge b, \\qquad x + y = z(u + v)$$\n\n\
        $$f(aaaa + bbbb + cccc + dddd(e + f), gggg)$$\n\n값은 $$p + q(r + s)$$이다.\n";
    check(
        note,
        28,
        expect![[r#"
          S = α(a + b)
          + β(c + d + e) = f(x, y)

          a ≥ b,    x + y = z(u + v)

          f(aaaa + bbbb + cccc
          + dddd(e + f), gggg)

        값은 p + q(r + s)이다.
    "#]],
    );
    check(
        note,
        20,
        expect![[r#"
          S = α(a + b)
          + β(c + d + e)
          = f(x, y)

          a ≥ b,
          x + y = z(u + v)

          f(aaaa + bbbb
          + cccc
          + dddd(e + f),
          gggg)

        값은 p
        + q(r + s)이다.
    "#]],
    );
    check(
        note,
        12,
        expect![[r#"
          S
          = α(a + b)
          + β(c + d
          + e)
          = f(x, y)

          a ≥ b,
          x + y
          = z(u + v)

          f(aaaa
          + bbbb
          + cccc
          + dddd(e
          + f),
          gggg)

        값은 p
        + q(r
        + s)이다.
    "#]],
    );
}

#[test]
fn names_with_hyphens_stay_whole() {
    check(
        "이름 공간은 kube-system, 파드는 web-7d9f4c-x2k8z-very-long-name 이다.\n",
        20,
        expect![[r#"
            이름 공간은
            kube-system, 파드는
            web-7d9f4c-x2k8z-
            very-long-name 이다.
        "#]],
    );
}

#[test]
fn an_image_that_leads_somewhere_stands_in_the_text() {
    check(
        "[![빌드](b.svg)](https://example.com/b) [![](c.svg)](https://example.com/c)\n\n\
         [![큰 그림](d.png)](d.png)\n\n![하나](1.png) ![둘](2.png)\n",
        30,
        expect![[r#"
            [그림: 빌드] [그림]

            [그림: 큰 그림]

            ┌ 그림 ────────────┐
            │ 하나             │
            │ 1.png            │
            └──────────────────┘

            ┌ 그림 ────────────┐
            │ 둘               │
            │ 2.png            │
            └──────────────────┘
        "#]],
    );
}

#[test]
fn a_link_without_text_shows_where_it_leads() {
    check(
        "[](https://example.com/a) 그리고 [](), [<b></b>](b) 끝\n",
        40,
        expect![[r#"
        https://example.com/a 그리고 , b 끝
    "#]],
    );
}

#[test]
fn numbers_keep_their_sign() {
    check(
        "7) 일곱\n8) 여덟\n   1. 속\n\n글\n\n9. 아홉\n",
        40,
        expect![[r#"
        7) 일곱
        8) 여덟
           1. 속

        글

        9. 아홉
    "#]],
    );
}

#[test]
fn names_of_one_definition_stand_below_each_other() {
    check(
        "노드\n**Node**\n: 컴퓨터 한 대\n: 둘째 뜻\n",
        40,
        expect![[r#"
        노드
        Node
          1. 컴퓨터 한 대
          2. 둘째 뜻
    "#]],
    );
}

#[test]
fn what_is_left_out_leaves_one_space() {
    check(
        "앞 <!-- 몰래 --> 뒤 {% raw %} 끝 ` ` `a`\n",
        40,
        expect![[r#"
        앞 뒤 끝   a
    "#]],
    );
}
