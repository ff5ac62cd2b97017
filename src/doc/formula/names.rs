//! What TeX's commands for signs, letters and functions stand for (LaTeX, amsmath, amssymb).

use std::collections::HashMap;
use std::sync::OnceLock;

use super::atoms::Kind;

/// The kind of the sign `name` and how it is written.
pub(super) fn sign(name: &str) -> Option<(Kind, &'static str)> {
    static NAMES: OnceLock<HashMap<&'static str, (Kind, &'static str)>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let pairs = SIGNS.iter().flat_map(|(kind, table)| {
            let mut words = table.split_whitespace();
            std::iter::from_fn(move || Some((words.next()?, (*kind, words.next()?))))
        });
        let functions = FUNCTIONS.split_whitespace().map(|name| (name, (Kind::Op, name)));
        pairs.chain(functions).collect()
    });
    names.get(name).copied()
}

/// Functions that are written as they are named.
const FUNCTIONS: &str = "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf \
    ker lg lim ln log max min Pr sec sin sinh sup tan tanh argmax argmin sgn sinc softmax";

/// By kind: names, each followed by its sign.
const SIGNS: [(Kind, &str); 8] = [
    (Kind::Ord, GREEK),
    (Kind::Ord, LETTERS),
    (Kind::Big, BIG),
    (Kind::Bin, OPERATORS),
    (Kind::Rel, RELATIONS),
    (Kind::Rel, ARROWS),
    (
        Kind::Open,
        "lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ llbracket ⟦ lgroup ⟮",
    ),
    (
        Kind::Close,
        "rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rrbracket ⟧ rgroup ⟯",
    ),
];

const GREEK: &str = "
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν
    Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varPhi Φ varPsi Ψ varOmega Ω";

const LETTERS: &str = "
    infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ hslash ℏ
    Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ imath ı jmath ȷ angle ∠ measuredangle ∡ sphericalangle ∢
    triangle △ square □ Box □ blacksquare ■ lozenge ◊ diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠
    top ⊤ bot ⊥ neg ¬ lnot ¬ prime ′ backprime ‵ degree ° dagger † ddagger ‡ S § P ¶ copyright ©
    pounds £ yen ¥ euro € flat ♭ sharp ♯ natural ♮ checkmark ✓ maltese ✠ complement ∁ surd √
    dots … ldots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰
    vert | Vert ‖ backslash \\ slash / colon : therefore ∴ because ∵ blacktriangle ▲ bigstar ★
    aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß i ı textdegree ° textendash – textemdash —
    textbackslash \\ textasciitilde ~ textasciicircum ^ textunderscore _ eth ð mho ℧ Finv Ⅎ diagup ╱
    diagdown ╲ QED ∎ qed ∎ R ℝ N ℕ Z ℤ Q ℚ C ℂ";

const BIG: &str = "
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀
    bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆";

const OPERATORS: &str = "
    pm ± mp ∓ times × div ÷ cdot · centerdot · ast ∗ star ⋆ circ ∘ bullet • cap ∩ cup ∪ uplus ⊎ sqcap ⊓
    sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ oplus ⊕ ominus ⊖
    otimes ⊗ oslash ⊘ odot ⊙ amalg ⨿ bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷
    bigcirc ◯ ltimes ⋉ rtimes ⋊ Join ⋈ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ veebar ⊻ barwedge ⊼
    curlyvee ⋎ curlywedge ⋏ dotplus ∔ circledast ⊛ circledcirc ⊚ intercal ⊺ divideontimes ⋇ bmod mod";

const RELATIONS: &str = "
    leq ≤ le ≤ leqslant ⩽ geq ≥ ge ≥ geqslant ⩾ neq ≠ ne ≠ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡
    sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ propto ∝ varpropto ∝ asymp ≍ doteq ≐ doteqdot ≑ prec ≺
    succ ≻ preceq ≼ succeq ≽ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋
    sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ owns ∋ notin ∉ mid | nmid ∤
    parallel ∥ nparallel ∦ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ bowtie ⋈ smile ⌣ frown ⌢
    triangleq ≜ coloneqq ≔ coloneq ≔ eqqcolon ≕ nleq ≰ ngeq ≱ nless ≮ ngtr ≯ nsubseteq ⊈ nsupseteq ⊉
    lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ trianglelefteq ⊴ trianglerighteq ⊵ between ≬ pitchfork ⋔
    nsim ≁ ncong ≇ lneq ⪇ gneq ⪈ eqsim ≂ backsim ∽ Subset ⋐ Supset ⋑ mod mod";

const ARROWS: &str = "
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ uparrow ↑ downarrow ↓ updownarrow ↕
    Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ implies ⟹
    impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹
    Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩
    rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
    leftrightharpoons ⇋ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leadsto ⇝ rightsquigarrow ⇝
    twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏
    nLeftarrow ⇍ nleftrightarrow ↮ rightrightarrows ⇉ leftleftarrows ⇇ upuparrows ⇈ downdownarrows ⇊
    leftrightarrows ⇆ rightleftarrows ⇄ circlearrowleft ↺ circlearrowright ↻ curvearrowright ↷
    curvearrowleft ↶ dashrightarrow ⇢ dashleftarrow ⇠ multimap ⊸ Lsh ↰ Rsh ↱ restriction ↾";
