//! TeX as people write it, and as nobody does, in plain text.

use expect_test::{Expect, expect};
use gongbu::doc::{Block, Definitions, Inline, Marks, plain, read};
use gongbu::text::span::Span;

/// What the formula is read as, each of its lines below the one before.
fn shown(tex: &str) -> String {
    let note = format!("$${tex}$$\n");
    let blocks = read(&note, Span::new(0, note.len()), &Definitions::default());
    let [Block::Paragraph { content, .. }] = blocks.as_slice() else {
        panic!("{blocks:?}");
    };
    let is_formula = |inline: &Inline| match inline {
        Inline::Text(run) => run.marks == Marks::MATH,
        Inline::Break { hard, .. } => *hard,
        _ => false,
    };
    assert!(content.iter().all(is_formula), "{content:?}");
    let lines = content.split(|inline| matches!(inline, Inline::Break { .. }));
    let lines: Vec<String> = lines.map(|line| plain(line).to_string()).collect();
    // A space that no line is broken at, made visible.
    lines.join("\n").replace('\u{a0}', "␣")
}

/// The formulas, one a line, each beside what it is read as.
fn check(formulas: &[&str], expect: Expect) {
    let rows = formulas.iter().map(|tex| format!("{tex}   ⇒   {}\n", shown(tex)));
    expect.assert_eq(&rows.collect::<String>());
}

/// A formula of several lines.
fn check_lines(tex: &str, expect: Expect) {
    expect.assert_eq(&(shown(tex) + "\n"));
}

#[test]
fn signs_and_letters() {
    check(
        &[
            r"\alpha + \beta \leq \Gamma",
            r"\alpha\beta x",
            r"a+b=c",
            r"-x + -1, a = -\sum b",
            r"f: A \to B, x\mapsto 2x",
            r"\forall \epsilon > 0\ \exists\, \delta",
            r"x \in \mathbb{R}^n \setminus \{0\}",
            r"P(A \mid B) = \frac{P(A \cap B)}{P(B)}",
            r"|x| \neq \|v\|, \lvert y \rvert",
            r"A \implies B \iff C",
            r"3 \times 4 \cdot 5 \div 2 \pm 1",
            r"1{,}000 + 2.5, 1,2, 3",
            r"n! = n(n-1)!",
            r"a \not= b",
            r"50\% \; \text{할인}",
            r"힘 = 질량 \times 가속도, 두 낱말",
            r"2 \pi r, a b",
            r"a \bmod b \equiv c \pmod{n}",
        ],
        expect![[r#"
            \alpha + \beta \leq \Gamma   ⇒   α + β ≤ Γ
            \alpha\beta x   ⇒   αβx
            a+b=c   ⇒   a + b = c
            -x + -1, a = -\sum b   ⇒   -x + -1, a = -∑ b
            f: A \to B, x\mapsto 2x   ⇒   f: A → B, x ↦ 2x
            \forall \epsilon > 0\ \exists\, \delta   ⇒   ∀ϵ > 0 ∃ δ
            x \in \mathbb{R}^n \setminus \{0\}   ⇒   x ∈ ℝⁿ ∖ {0}
            P(A \mid B) = \frac{P(A \cap B)}{P(B)}   ⇒   P(A | B) = P(A ∩ B)/P(B)
            |x| \neq \|v\|, \lvert y \rvert   ⇒   |x| ≠ ‖v‖, |y|
            A \implies B \iff C   ⇒   A ⟹ B ⟺ C
            3 \times 4 \cdot 5 \div 2 \pm 1   ⇒   3 × 4 · 5 ÷ 2 ± 1
            1{,}000 + 2.5, 1,2, 3   ⇒   1,000 + 2.5, 1,2, 3
            n! = n(n-1)!   ⇒   n! = n(n - 1)!
            a \not= b   ⇒   a ≠ b
            50\% \; \text{할인}   ⇒   50% 할인
            힘 = 질량 \times 가속도, 두 낱말   ⇒   힘 = 질량 × 가속도, 두 낱말
            2 \pi r, a b   ⇒   2πr, a b
            a \bmod b \equiv c \pmod{n}   ⇒   a mod b ≡ c (mod n)
        "#]],
    );
}

#[test]
fn raised_and_lowered() {
    check(
        &[
            r"x^2 + y_1^{10} = z_{ij}",
            r"x^{n+1}, e^{-x^2/2}, 2^{2^n}",
            r"x_{i,j}, W_Q, A^T, A^\top, x^*",
            r"{}^{14}C, 90^\circ, f'(x), f''_1, g^{(n)}",
            r"x^2_1",
            r"\sum_{i=1}^{n} x_i",
            r"\sum_{k \in S} a_k, \prod_{p} p",
            r"\int_0^\infty e^{-x}\,dx",
            r"\lim_{x \to 0} \frac{\sin x}{x} = 1",
            r"\sin^2 x + \cos(x), 2\log_2 n, \max_{a \in A} Q",
            r"\operatorname*{argmin}_x f, \operatorname{Var}(X)",
            r"\underbrace{a+b}_{n}, \overset{!}{=}, \xrightarrow{f}",
        ],
        expect![[r#"
            x^2 + y_1^{10} = z_{ij}   ⇒   x² + y₁¹⁰ = zᵢⱼ
            x^{n+1}, e^{-x^2/2}, 2^{2^n}   ⇒   xⁿ⁺¹, e^(-x²/2), 2^(2ⁿ)
            x_{i,j}, W_Q, A^T, A^\top, x^*   ⇒   x_(i,j), W_Q, Aᵀ, A^⊤, x^*
            {}^{14}C, 90^\circ, f'(x), f''_1, g^{(n)}   ⇒   ¹⁴C, 90°, f′(x), f₁″, g⁽ⁿ⁾
            x^2_1   ⇒   x₁²
            \sum_{i=1}^{n} x_i   ⇒   ∑ᵢ₌₁ⁿ xᵢ
            \sum_{k \in S} a_k, \prod_{p} p   ⇒   ∑_(k∈S) aₖ, ∏ₚ p
            \int_0^\infty e^{-x}\,dx   ⇒   ∫₀^∞ e⁻ˣ dx
            \lim_{x \to 0} \frac{\sin x}{x} = 1   ⇒   lim_(x→0) (sin x)/x = 1
            \sin^2 x + \cos(x), 2\log_2 n, \max_{a \in A} Q   ⇒   sin² x + cos(x), 2 log₂ n, max_(a∈A) Q
            \operatorname*{argmin}_x f, \operatorname{Var}(X)   ⇒   argminₓ f, Var(X)
            \underbrace{a+b}_{n}, \overset{!}{=}, \xrightarrow{f}   ⇒   (a + b)ₙ, =^!, →ᶠ
        "#]],
    );
}

#[test]
fn fractions_and_roots() {
    check(
        &[
            r"\frac{1}{2}mv^2",
            r"\frac{a+b}{c}, \frac{a}{b+c}, \frac{2x}{3y}",
            r"\frac{dy}{dx}, \frac{\partial f}{\partial x}",
            r"\frac12, \frac{\frac{a}{b}}{c}",
            r"2\frac{a}{b}, \left(\frac{a}{b}\right)^2, \frac{a}{b}^2",
            r"\frac{(a+b)}{(c)(d)}, \frac{f(x)}{2f(x)}, \frac{1}{\sin(x)}",
            r"\frac{\text{거리}}{\text{걸린 시간}}",
            r"\sqrt{x}, \sqrt{x+1}, \sqrt[3]{2x}, \sqrt2, \sqrt{(a)}",
            r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}",
            r"\binom{n}{k}, {n+1 \over 2}",
            r"\left\{ x \,\middle|\, x > 0 \right.",
            r"\bigl( x \bigr)",
        ],
        expect![[r#"
            \frac{1}{2}mv^2   ⇒   (1/2)mv²
            \frac{a+b}{c}, \frac{a}{b+c}, \frac{2x}{3y}   ⇒   (a + b)/c, a/(b + c), 2x/(3y)
            \frac{dy}{dx}, \frac{\partial f}{\partial x}   ⇒   dy/dx, ∂f/∂x
            \frac12, \frac{\frac{a}{b}}{c}   ⇒   1/2, (a/b)/c
            2\frac{a}{b}, \left(\frac{a}{b}\right)^2, \frac{a}{b}^2   ⇒   2(a/b), (a/b)², (a/b)²
            \frac{(a+b)}{(c)(d)}, \frac{f(x)}{2f(x)}, \frac{1}{\sin(x)}   ⇒   (a + b)/((c)(d)), f(x)/(2f(x)), 1/sin(x)
            \frac{\text{거리}}{\text{걸린 시간}}   ⇒   거리/(걸린 시간)
            \sqrt{x}, \sqrt{x+1}, \sqrt[3]{2x}, \sqrt2, \sqrt{(a)}   ⇒   √x, √(x + 1), ³√(2x), √2, √(a)
            x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}   ⇒   x = (-b ± √(b² - 4ac))/(2a)
            \binom{n}{k}, {n+1 \over 2}   ⇒   C(n, k), (n + 1)/2
            \left\{ x \,\middle|\, x > 0 \right.   ⇒   {x | x > 0
            \bigl( x \bigr)   ⇒   (x)
        "#]],
    );
}

#[test]
fn alphabets_and_accents() {
    check(
        &[
            r"\mathbb{RNZ}, \mathcal{L}(\theta), \mathbf{x}_1, \mathfrak{g}, \mathrm{d}x",
            r"\hat{y}, \bar{x}, \vec{v}, \tilde{a}, \dot{x}, \hat\theta, \bar x_1",
            r"\overline{AB}, \widehat{ABC}, \overrightarrow{AB}",
            r"\text{if } x > 0, \textbf{굵게}",
            r"\color{red}{x} + \textcolor{blue}{y} + \boxed{z}",
            r"E = mc^2 \tag{1} \label{eq:1}",
        ],
        expect![[r#"
            \mathbb{RNZ}, \mathcal{L}(\theta), \mathbf{x}_1, \mathfrak{g}, \mathrm{d}x   ⇒   ℝℕℤ, ℒ(θ), 𝐱₁, 𝔤, dx
            \hat{y}, \bar{x}, \vec{v}, \tilde{a}, \dot{x}, \hat\theta, \bar x_1   ⇒   ŷ, x̄, v⃗, ã, ẋ, θ̂, x̄₁
            \overline{AB}, \widehat{ABC}, \overrightarrow{AB}   ⇒   A̅B̅, widehat(ABC), overrightarrow(AB)
            \text{if } x > 0, \textbf{굵게}   ⇒   if x > 0, 굵게
            \color{red}{x} + \textcolor{blue}{y} + \boxed{z}   ⇒   x + y + z
            E = mc^2 \tag{1} \label{eq:1}   ⇒   E = mc²  (1)
        "#]],
    );
}

#[test]
fn rows_stand_below_each_other() {
    check_lines(
        r"\begin{aligned} S &= \pi r^2 \\ &= 3 \cdot 4 \\ &\approx 12 \end{aligned}",
        expect![[r#"
            S = πr²
            ␣␣= 3 · 4
            ␣␣≈ 12
        "#]],
    );
    check_lines(
        r"A = \begin{bmatrix} 1 & 22 \\ 333 & 4 \end{bmatrix}^T x",
        expect![[r#"
            A =␣⎡␣1␣␣␣␣22␣⎤ᵀx
            ␣␣␣␣⎣␣333␣␣4␣␣⎦
        "#]],
    );
    check_lines(
        r"f(x) = \begin{cases} 1, & \text{if } x > 0 \\ 0, & x = 0 \\ -1 & \text{otherwise} \end{cases}",
        expect![[r#"
            ␣␣␣␣␣␣␣⎧␣1,␣␣if␣x␣>␣0
            f(x) =␣⎨␣0,␣␣x␣=␣0
            ␣␣␣␣␣␣␣⎩␣-1␣␣otherwise
        "#]],
    );
    check_lines(
        r"a = b \\[2pt] c = d",
        expect![[r#"
        a = b
        c = d
    "#]],
    );
    check_lines(
        r"\begin{pmatrix} a \\ b \\ c \end{pmatrix} \cdot \begin{vmatrix} a & b \end{vmatrix}",
        expect![[r#"
            ⎛␣a␣⎞
            ⎜␣b␣⎟␣·␣│␣a␣␣b␣│
            ⎝␣c␣⎠
        "#]],
    );
    check_lines(
        r"\begin{array}{c|c} \hline 1 & 2 \\ \hline 3 & 4 \end{array}",
        expect![[r#"
            1␣␣2
            3␣␣4
        "#]],
    );
    check_lines(
        r"\frac{\begin{matrix}1 & 2\\3 & 4\end{matrix}}{2}, x_{\begin{smallmatrix}a\\b\end{smallmatrix}}",
        expect![[r#"
            (1, 2; 3, 4)/2, x_(a; b)
        "#]],
    );
}

#[test]
fn in_a_heading_or_a_cell_rows_stand_on_one_line() {
    super::check(
        "## $$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$$\n\n| 식 |\n|--|\n| $$a \\\\ b$$ |\n\n- 항목 $$a \\\\ b$$ 끝\n",
        expect![[r#"
            h2 ⟨(1, 2; 3, 4):math⟩
            table [Left]
              식
              ⟨a; b:math⟩
            ul
             -
              p 항목 ⏎⟨a:math⟩⏎⟨b:math⟩⏎ 끝
        "#]],
    );
}

#[test]
fn what_is_not_known_stays_as_written() {
    check(
        &[
            r"\foo{a}{b} + \bar",
            r"\foo x + \foo{\alpha}",
            r"\begin{tikzcd} A \arrow[r] & B \end{tikzcd}",
            r"x^^2",
            r"\frac{a}",
            r"\begin{matrix} 1 & 2 \end{pmatrix}",
            r"\left",
            r"a & b \# c",
        ],
        expect![[r#"
            \foo{a}{b} + \bar   ⇒   \foo{a}{b} + \bar
            \foo x + \foo{\alpha}   ⇒   \foo x + \foo{α}
            \begin{tikzcd} A \arrow[r] & B \end{tikzcd}   ⇒   \begin{tikzcd} A \arrow[r] & B \end{tikzcd}
            x^^2   ⇒   x^^2
            \frac{a}   ⇒   \frac{a}
            \begin{matrix} 1 & 2 \end{pmatrix}   ⇒   \begin{matrix} 1 & 2 \end{pmatrix}
            \left   ⇒   \left
            a & b \# c   ⇒   a & b#c
        "#]],
    );
}

#[test]
fn no_formula_is_too_deep_or_too_long() {
    let whole = |tex: String| assert_eq!(shown(&tex), tex.trim());
    whole("{".repeat(100_000) + &"}".repeat(100_000));
    whole("\\frac".repeat(50_000));
    whole("\\sqrt ".repeat(3_000) + "x");
    whole("x^{".repeat(1_000) + &"}".repeat(1_000));
    whole("\\begin{matrix}".repeat(1_000));
    assert_eq!(shown(&("a".repeat(9_000) + "^2")).len(), 9_002);
    let many = shown(&format!(
        r"\begin{{pmatrix}}{}{}\end{{pmatrix}}",
        "&".repeat(5_000),
        r"a\\".repeat(3_000)
    ));
    assert!(many.len() < 200_000, "{}", many.len());
}
