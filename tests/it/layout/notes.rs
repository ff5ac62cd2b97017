//! What notes have, as it is drawn.

use expect_test::{Expect, expect};

use super::of_note;

fn check(note: &str, width: usize, expected: Expect) {
    expected.assert_eq(&of_note(note, width));
}

#[test]
fn what_is_raised_is_set_off() {
    check(
        "x<sup>2</sup>과 e<sup>n+1</sup>, 10<sup>-3</sup>m, (a)<sup>**n**m</sup>, H<sub>2</sub>O, \
         1<sup>st</sup>, 이름<sup>TM</sup>, <sup>2</sup>, 각주<sup>[1](#n)</sup>\n",
        60,
        expect![[r#"
            x^2과 e^(n+1), 10^-3m, (a)^nm, H2O, 1st, 이름TM, 2, 각주^1
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

              S = \pi r^2 \\
              r = 3

            이다.

            • a

            b 와
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
