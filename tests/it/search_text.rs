//! Finding text in notes: what is read is found, whatever markup is in it, and is shown in its place.

use expect_test::{Expect, expect};
use gongbu::library::{Note, Source};
use gongbu::search::text::{self, Hit, Pattern, PatternError};

mod formulas;
mod properties;
mod queries;
mod rows;

fn note(text: &str) -> Note {
    Note::build(Source { text: text.to_owned(), ..Source::default() })
}

/// The text of a hit with its matches in brackets.
fn shown(hit: &Hit) -> String {
    let mut text = hit.text.as_str().to_owned();
    for range in hit.ranges.iter().rev() {
        text.insert(range.end, ']');
        text.insert(range.start, '[');
    }
    text
}

/// Each hit, and what of the source it is.
fn check(source: &str, query: &str, expected: Expect) {
    let pattern = Pattern::new(query).unwrap();
    let mut out = String::new();
    for (part, hit) in text::in_note(&pattern, &note(source)) {
        assert_eq!((hit.at, hit.end), (hit.spans[0].start, hit.spans[0].end));
        let found: Vec<_> = hit.spans.iter().map(|span| span.of(source)).collect();
        out += &format!("{part}: {}  {found:?}\n", shown(&hit));
    }
    expected.assert_eq(&out);
}

const POD: &str = "\
# 1. **Pod**는 무엇인가
**Pod**는 컨테이너의
묶음이다. `kubectl get pod`로 본다.

| 이름 | 뜻 |
|---|---|
| P*o*d | [작은](https://example.com/pod) 단위 |

```sh
kubectl delete pod web   # pod를 지운다
```

# 2. 다음
> 제어  플레인은 Ｐｏｄ를
> 노드에 둔다.[^1] A&amp;B

[^1]: pod 하나에 노드 하나.
";

#[test]
fn what_is_read_is_found() {
    check(
        POD,
        "Pod는",
        expect![[r#"
        0: 1. [Pod는] 무엇인가  ["Pod**는"]
        0: [Pod는] 컨테이너의 묶음이다. kubectl get pod로 본다.  ["Pod**는"]
    "#]],
    );
    check(
        POD,
        "pod",
        expect![[r#"
        0: 1. [Pod]는 무엇인가  ["Pod"]
        0: [Pod]는 컨테이너의 묶음이다. kubectl get [pod]로 본다.  ["Pod", "pod"]
        0: [Pod]  ["P*o*d"]
        0: kubectl delete [pod] web   # [pod]를 지운다  ["pod", "pod"]
        1: 제어  플레인은 [Ｐｏｄ]를 노드에 둔다. A&B  ["Ｐｏｄ"]
        1: [pod] 하나에 노드 하나.  ["pod"]
    "#]],
    );
    check(
        POD,
        "Pod",
        expect![[r#"
        0: 1. [Pod]는 무엇인가  ["Pod"]
        0: [Pod]는 컨테이너의 묶음이다. kubectl get pod로 본다.  ["Pod"]
        0: [Pod]  ["P*o*d"]
        1: 제어  플레인은 [Ｐｏｄ]를 노드에 둔다. A&B  ["Ｐｏｄ"]
    "#]],
    );
    check(
        POD,
        "컨테이너의 묶음",
        expect![[r#"
        0: Pod는 [컨테이너의 묶음]이다. kubectl get pod로 본다.  ["컨테이너의\n묶음"]
    "#]],
    );
    check(
        POD,
        "제어 플레인",
        expect![[r#"
        1: [제어  플레인]은 Ｐｏｄ를 노드에 둔다. A&B  ["제어  플레인"]
    "#]],
    );
    check(
        POD,
        "pod를 노드",
        expect![[r#"
        1: 제어  플레인은 [Ｐｏｄ를 노드]에 둔다. A&B  ["Ｐｏｄ를\n> 노드"]
    "#]],
    );
    check(
        POD,
        "a&b",
        expect![[r#"
        1: 제어  플레인은 Ｐｏｄ를 노드에 둔다. [A&B]  ["A&amp;B"]
    "#]],
    );
    check(
        POD,
        "노드 하나",
        expect![[r#"
        1: pod 하나에 [노드 하나].  ["노드 하나"]
    "#]],
    );
    check(
        POD,
        "작은 단위",
        expect![[r#"
        0: [작은 단위]  ["작은](https://example.com/pod) 단위"]
    "#]],
    );
    check(POD, "example.com", expect![[""]]);
}

#[test]
fn the_capital_letters_of_a_query_count() {
    let source = "aws AWS ＡＷＳ ａｗｓ Straße ÉTÉ été\n";
    check(
        source,
        "aws",
        expect![[r#"
        0: [aws] [AWS] [ＡＷＳ] [ａｗｓ] Straße ÉTÉ été  ["aws", "AWS", "ＡＷＳ", "ａｗｓ"]
    "#]],
    );
    check(
        source,
        "AWS",
        expect![[r#"
        0: aws [AWS] [ＡＷＳ] ａｗｓ Straße ÉTÉ été  ["AWS", "ＡＷＳ"]
    "#]],
    );
    check(
        source,
        "ＡＷＳ",
        expect![[r#"
        0: aws [AWS] [ＡＷＳ] ａｗｓ Straße ÉTÉ été  ["AWS", "ＡＷＳ"]
    "#]],
    );
    check(
        source,
        "ÉTÉ",
        expect![[r#"
        0: aws AWS ＡＷＳ ａｗｓ Straße [ÉTÉ] été  ["ÉTÉ"]
    "#]],
    );
    check(
        source,
        "e\u{301}te\u{301}",
        expect![[r#"
        0: aws AWS ＡＷＳ ａｗｓ Straße [ÉTÉ] [été]  ["ÉTÉ", "été"]
    "#]],
    );
}

#[test]
fn white_space_within_a_phrase() {
    let source = "제어플레인, 제어 플레인, 제어\n플레인, control  plane, controlplane,\u{3000}제어\u{a0}플레인\n";
    check(
        source,
        "제어 플레인",
        expect![[r#"
        0: [제어플레인], [제어 플레인], [제어 플레인], control  plane, controlplane,　[제어 플레인]  ["제어플레인", "제어 플레인", "제어\n플레인", "제어\u{a0}플레인"]
    "#]],
    );
    check(
        source,
        " 제어플레인 ",
        expect![[r#"
        0: [제어플레인], 제어 플레인, 제어 플레인, control  plane, controlplane,　제어 플레인  ["제어플레인"]
    "#]],
    );
    check(
        source,
        "control   plane",
        expect![[r#"
        0: 제어플레인, 제어 플레인, 제어 플레인, [control  plane], controlplane,　제어 플레인  ["control  plane"]
    "#]],
    );
}

#[test]
fn text_in_other_forms() {
    let nfd =
        "\u{1111}\u{1169}\u{1103}\u{1173}와 포드, 포\u{200b}드, 포&#xb4dc;, &#xd3ec;드, 포\\*드*\n";
    check(
        nfd,
        "포드",
        expect![[r#"
        0: [포드]와 [포드], [포드], [포드], [포드], 포*드*  ["포드와 포드, 포\u{200b}드, 포", "포드와 포드, 포\u{200b}드, 포", "포드와 포드, 포\u{200b}드, 포", "포드와 포드, 포\u{200b}드, 포&#xb4dc;", "&#xd3ec;드"]
    "#]],
    );
    check(
        nfd,
        "포*드",
        expect![[r#"
        0: 포드와 포드, 포드, 포드, 포드, [포*드]*  ["포\\*드"]
    "#]],
    );
    check(
        "*가*나 가[나](x) 가<b>나</b> `가`나 가{{x}}나 가~~나~~ 가[[b|나]] 가![나](y)\n",
        "가나",
        expect![[r#"
        0: [가나] [가나] [가나] [가나] [가나] [가나] [가나] [가나]  ["가*나", "가[나", "가<b>나", "가`나", "가{{x}}나", "가~~나", "가[[b|나", "가![나](y)"]
    "#]],
    );
    check(
        "합 $$가 나$$다\n$$\n  라_1\n$$\n",
        "가 나다 라₁",
        expect![[r#"
        0: 합 [가 나다 라₁]  ["가 나$$다\n$$\n  라_1"]
    "#]],
    );
    check(
        "ﾎﾟｯﾄ ポット\n",
        "ポット",
        expect![[r#"
        0: [ﾎﾟｯﾄ] [ポット]  ["ﾎ\u{ff9f}ｯﾄ", "ポット"]
    "#]],
    );
    check(
        "<p>\n첫째\n  줄 &lt;가&gt;\n</p>\n",
        "첫째 줄 <가>",
        expect![[r#"
        0: [첫째 줄 <가>]  ["첫째\n  줄 &lt;가&gt;"]
    "#]],
    );
}

#[test]
fn regular_expressions() {
    check(
        POD,
        "re:^kubectl .*pod",
        expect![[r#"
        0: [kubectl delete pod web   # pod]를 지운다  ["kubectl delete pod web   # pod"]
    "#]],
    );
    check(
        POD,
        "re:P[a-z]+는",
        expect![[r#"
        0: 1. [Pod는] 무엇인가  ["Pod**는"]
        0: [Pod는] 컨테이너의 묶음이다. kubectl get pod로 본다.  ["Pod**는"]
    "#]],
    );
    check(
        POD,
        r"re:\bpod\b",
        expect![[r#"
        0: [Pod]  ["P*o*d"]
        0: kubectl delete [pod] web   # pod를 지운다  ["pod"]
        1: [pod] 하나에 노드 하나.  ["pod"]
    "#]],
    );
    check(
        POD,
        r"re: 노드(에|\s하나)",
        expect![[r#"
        1: 제어  플레인은 Ｐｏｄ를 [노드에] 둔다. A&B  ["노드에"]
        1: pod 하나에 [노드 하나].  ["노드 하나"]
    "#]],
    );
    check(
        POD,
        r"re:\Wdelete\W",
        expect![[r#"
        0: kubectl[ delete ]pod web   # pod를 지운다  [" delete "]
    "#]],
    );
    check(
        "a.b axb\n",
        r"re:a\.b",
        expect![[r#"
        0: [a.b] axb  ["a.b"]
    "#]],
    );
    check("aaa\n", "re:b*", expect![[""]]);
}

#[test]
fn patterns_that_are_none() {
    let error = |raw: &str| Pattern::new(raw).unwrap_err();
    for raw in ["", "  \n", "re:", "re:  ", "\u{200b}"] {
        assert_eq!(error(raw), PatternError::Empty, "{raw:?}");
    }
    for raw in ["re:(((a{99}){99}){99}){99}", r"re:(\w{100}){100}"] {
        assert_eq!(error(raw), PatternError::TooLarge, "{raw:?}");
    }
    let raws = ["re:a(b", "re:[", "re:*", r"re:\p{Nobody}", "re:(?=a)", r"re:(a)\1"];
    let said: Vec<_> = raws.map(|raw| format!("{raw}: {}\n", error(raw))).into();
    expect![[r#"
        re:a(b: unclosed group
        re:[: unclosed character class
        re:*: repetition operator missing expression
        re:\p{Nobody}: Unicode property not found
        re:(?=a): look-around, including look-ahead and look-behind, is not supported
        re:(a)\1: backreferences are not supported
    "#]]
    .assert_eq(&said.concat());
}

#[test]
fn long_text_is_cut_round_its_matches() {
    let far = "그리고 ".repeat(60);
    let source = format!("찾는 말로 시작해 {far}찾는 말 둘, 찾는 말 셋 {far}{far}끝의 찾는 말\n");
    check(
        &source,
        "찾는 말",
        expect![[r#"
        0: [찾는 말]로 시작해 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고…  ["찾는 말"]
        0: …그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 [찾는 말] 둘, [찾는 말] 셋 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그리고 그…  ["찾는 말", "찾는 말"]
        0: …그리고 그리고 그리고 그리고 그리고 그리고 그리고 끝의 [찾는 말]  ["찾는 말"]
    "#]],
    );
    let line = format!("```\n    let x = \"{}\";\n    x\n```\n", "가".repeat(150));
    check(
        &line,
        "let",
        expect![[r#"
        0: [let] x = "가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가…  ["let"]
    "#]],
    );
    check(
        &line,
        "x",
        expect![[r#"
        0: let [x] = "가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가…  ["x"]
        0: [x]  ["x"]
    "#]],
    );
}
