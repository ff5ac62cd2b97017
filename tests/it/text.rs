//! Text: sanitizing, widths, folding, Hangul, one-line editing.

use expect_test::{Expect, expect};
use gongbu::text::sanitize::Clean;
use gongbu::text::{fold, hangul, width};

mod edit;
pub mod properties;

fn check(actual: impl ToString, expect: Expect) {
    expect.assert_eq(&actual.to_string());
}

/// One line a case: the input as Rust writes it, what came of it.
fn table<T: ToString>(cases: &[&str], f: impl Fn(&str) -> T) -> String {
    cases.iter().map(|case| format!("{case:?} → {}\n", f(case).to_string())).collect()
}

#[test]
fn clean() {
    check(
        table(
            &[
                "Pod는 컨테이너의 묶음이다.",
                "파드\u{1112}\u{1161}\u{11ab}글",
                "첫 줄\r\n둘째\t칸\u{85}\u{2028}끝\u{b}",
                "빨간 \u{1b}[1;31m글자\u{1b}[0m와 \u{9b}4m밑줄",
                "제목 \u{1b}]0;속임\u{7}뒤 \u{1b}]8;;http://a.b\u{1b}\\링크\u{1b}]8;;\u{9c}.",
                "끝없는 \u{1b}]0;제목은 남는다",
                "줄에서 \u{1b}Pq 끝남\n\u{1b}\\다음",
                "\u{1b}(B가\u{1b}c나\u{1b}한글\u{1b}",
                "\u{1b}[한글 \u{1b}[12",
                "\u{1b}]\u{1b}]\u{1b}P\u{9d}\u{1b}_남음",
                "abc\u{202e}gpj.exe \u{200f}\u{2066}x\u{2069}",
                "보이지\u{200b}않는\u{feff}것\u{ad}들\u{2060}\u{3164}\u{e0041}\u{fff9}\u{fdd0}\u{1ffff}",
                "👨\u{200d}👩\u{200d}👧 ⚠\u{fe0f}",
                "e\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30b}\u{30c}\u{30d}!",
                "\u{0}\u{7f}\u{80}NUL",
                "폭 없는 공백\u{a0}과 전각\u{3000}공백",
            ],
            |raw| format!("{:?}", Clean::new(raw).as_str()),
        ),
        expect![[r#"
            "Pod는 컨테이너의 묶음이다." → "Pod는 컨테이너의 묶음이다."
            "파드한글" → "파드한글"
            "첫 줄\r\n둘째\t칸\u{85}\u{2028}끝\u{b}" → "첫 줄 둘째 칸  끝 "
            "빨간 \u{1b}[1;31m글자\u{1b}[0m와 \u{9b}4m밑줄" → "빨간 글자와 밑줄"
            "제목 \u{1b}]0;속임\u{7}뒤 \u{1b}]8;;http://a.b\u{1b}\\링크\u{1b}]8;;\u{9c}." → "제목 뒤 링크."
            "끝없는 \u{1b}]0;제목은 남는다" → "끝없는 0;제목은 남는다"
            "줄에서 \u{1b}Pq 끝남\n\u{1b}\\다음" → "줄에서 q 끝남 다음"
            "\u{1b}(B가\u{1b}c나\u{1b}한글\u{1b}" → "가나한글"
            "\u{1b}[한글 \u{1b}[12" → "한글 12"
            "\u{1b}]\u{1b}]\u{1b}P\u{9d}\u{1b}_남음" → "남음"
            "abc\u{202e}gpj.exe \u{200f}\u{2066}x\u{2069}" → "abcgpj.exe x"
            "보이지\u{200b}않는\u{feff}것\u{ad}들\u{2060}ㅤ\u{e0041}\u{fff9}\u{fdd0}\u{1ffff}" → "보이지않는것들"
            "👨\u{200d}👩\u{200d}👧 ⚠\u{fe0f}" → "👨\u{200d}👩\u{200d}👧 ⚠\u{fe0f}"
            "e\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30b}\u{30c}\u{30d}!" → "é\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30b}!"
            "\0\u{7f}\u{80}NUL" → "NUL"
            "폭 없는 공백\u{a0}과 전각\u{3000}공백" → "폭 없는 공백\u{a0}과 전각\u{3000}공백"
        "#]],
    );
}

#[test]
fn clean_code_and_names() {
    let code = |raw: &str| format!("{:?}", Clean::code(raw, 4).as_str());
    check(
        table(&["\tif x {", "a\tb\t\tc", "가\t나", "key:  value", "ls\u{1b}[31m\t-l"], code),
        expect![[r#"
            "\tif x {" → "    if x {"
            "a\tb\t\tc" → "a   b       c"
            "가\t나" → "가  나"
            "key:  value" → "key:  value"
            "ls\u{1b}[31m\t-l" → "ls  -l"
        "#]],
    );
    let name = |raw: &str| format!("{:?}", Clean::visible(raw).as_str());
    check(
        table(&["노트.md", "\u{1b}[31mred.md", "a\u{202e}dm.b", "줄\n바꿈.md"], name),
        expect![[r#"
            "노트.md" → "노트.md"
            "\u{1b}[31mred.md" → "�[31mred.md"
            "a\u{202e}dm.b" → "a�dm.b"
            "줄\n바꿈.md" → "줄 바꿈.md"
        "#]],
    );
}

#[test]
fn clean_seams() {
    let mut text = Clean::new("cafe");
    text.push(&Clean::new("\u{301} e"));
    for _ in 0..20 {
        text.push(&Clean::new("\u{301}\u{323}"));
    }
    assert!(Clean::is_clean(&text));
    check(text.chars().count(), expect!["14"]);
    let parts = [Clean::new("Pod"), Clean::new("노드"), Clean::new("")];
    check(Clean::join(&parts, ", "), expect!["Pod, 노드, "]);
    check(Clean::new("용어집").slice(1..3).as_str(), expect![[""]]);
    assert_eq!(Clean::literal("목차"), "목차");
}

/// Long hostile text ends in good time; what remains is what can be read.
#[test]
fn clean_is_linear() {
    for piece in [
        "\u{1b}]",
        "\u{1b}[0",
        "\u{1b}Px",
        "\u{9d}",
        "\u{301}",
        "\u{323}\u{301}",
        "\u{1100}\u{1161}",
    ] {
        let raw = piece.repeat(200_000);
        assert!(Clean::is_clean(&Clean::new(&raw)));
        width::breaks(&Clean::new(&raw));
        fold::fold(&raw);
    }
}

#[test]
fn widths() {
    let line = |text: &str| {
        let cells: Vec<_> =
            width::graphemes(text).map(|(_, g, cols)| format!("{g:?}{cols}")).collect();
        format!("{} [{}]", width::width(text), cells.join(" "))
    };
    check(
        table(
            &[
                "Pod",
                "파드 2개",
                "→ ① │",
                "👨\u{200d}👩\u{200d}👧⚠\u{fe0f}",
                "e\u{301}\u{200d}",
                "ｶﾞ",
                "\u{301}",
                "\u{1b}\r\n",
            ],
            line,
        ),
        expect![[r#"
            "Pod" → 3 ["P"1 "o"1 "d"1]
            "파드 2개" → 8 ["파"2 "드"2 " "1 "2"1 "개"2]
            "→ ① │" → 5 ["→"1 " "1 "①"1 " "1 "│"1]
            "👨\u{200d}👩\u{200d}👧⚠\u{fe0f}" → 4 ["👨\u{200d}👩\u{200d}👧"2 "⚠\u{fe0f}"2]
            "e\u{301}\u{200d}" → 1 ["e\u{301}\u{200d}"1]
            "ｶ\u{ff9e}" → 3 ["ｶ\u{ff9e}"3]
            "\u{301}" → 0 ["\u{301}"0]
            "\u{1b}\r\n" → 0 ["\u{1b}"0 "\r\n"0]
        "#]],
    );
}

#[test]
fn cutting() {
    let cuts = |text: &str| {
        let each = (0..=7).map(|n| {
            format!("{}|{}|{}", width::cut(text, n), width::ellipsize(text, n), width::pad(text, n))
        });
        each.collect::<Vec<_>>().join("; ")
    };
    check(
        table(&["컨테이너", "a가b나", "e\u{301}x", ""], cuts),
        expect![[r#"
        "컨테이너" → ||; |…|…; 컨|…|… ; 컨|컨…|컨…; 컨테|컨…|컨… ; 컨테|컨테…|컨테…; 컨테이|컨테…|컨테… ; 컨테이|컨테이…|컨테이…
        "a가b나" → ||; a|…|…; a|a…|a…; a가|a…|a… ; a가b|a가…|a가…; a가b|a가b…|a가b…; a가b나|a가b나|a가b나; a가b나|a가b나|a가b나 
        "e\u{301}x" → ||; é|…|…; éx|éx|éx; éx|éx|éx ; éx|éx|éx  ; éx|éx|éx   ; éx|éx|éx    ; éx|éx|éx     
        "" → ||; || ; ||  ; ||   ; ||    ; ||     ; ||      ; ||       
    "#]],
    );
}

#[test]
fn line_breaks() {
    let broken = |text: &str| {
        let mut out = text.to_owned();
        for at in width::breaks(text).into_iter().rev() {
            out.insert(at, '/');
        }
        out
    };
    check(
        table(
            &[
                "Pod는 하나 이상의 컨테이너(Container)로 된 묶음입니다.",
                "kubectl get pods -n kube-system --all-namespaces",
                "EC2에서 2.5배, 100% 빠름 … \"인용\" 끝!",
                "(A)와 B·C ㅋㅋㅋ 제어 → 노드",
                "東京タワー에 가다, 문서는 https://docs.aws.amazon.com/eks/latest",
                "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} 글",
                "🇰🇷🇺🇸 👨\u{200d}👩\u{200d}👧 ok",
                "a  b",
            ],
            broken,
        ),
        expect![[r#"
            "Pod는 하나 이상의 컨테이너(Container)로 된 묶음입니다." → Pod는 /하나 /이상의 /컨테이너(Container)로 /된 /묶음입니다.
            "kubectl get pods -n kube-system --all-namespaces" → kubectl /get /pods /-n /kube-/system /--all-/namespaces
            "EC2에서 2.5배, 100% 빠름 … \"인용\" 끝!" → EC2에서 /2.5배, /100% /빠름 /… /"인용" /끝!
            "(A)와 B·C ㅋㅋㅋ 제어 → 노드" → (A)와 /B·C /ㅋㅋㅋ /제어 /→ /노드
            "東京タワー에 가다, 문서는 https://docs.aws.amazon.com/eks/latest" → 東/京/タ/ワー/에 /가다, /문서는 /https:///docs.aws.amazon.com//eks//latest
            "한글 글" → 한글 /글
            "🇰🇷🇺🇸 👨\u{200d}👩\u{200d}👧 ok" → 🇰🇷/🇺🇸 /👨‍👩‍👧 /ok
            "a  b" → a  /b
        "#]],
    );
}

#[test]
fn folding() {
    check(
        table(
            &[
                "ＡＷＳ　Lambda",
                "\u{1112}\u{1161}\u{11ab}글 K8S",
                "ㅋㅌㅇㄴ ㅏ",
                "ｶﾞｲﾄﾞ",
                "ﾡﾢￂ",
                "ΣΑΣ É ẞ İ Ω",
                "① ﬁ ²",
                "Å\u{a0}x",
            ],
            |text| format!("{:?}", fold::fold_text(text)),
        ),
        expect![[r#"
            "ＡＷＳ\u{3000}Lambda" → "aws lambda"
            "한글 K8S" → "한글 k8s"
            "ㅋㅌㅇㄴ ㅏ" → "ㅋㅌㅇㄴ ㅏ"
            "ｶ\u{ff9e}ｲﾄ\u{ff9e}" → "ガイド"
            "ﾡﾢￂ" → "ㄱㄲㅏ"
            "ΣΑΣ É ẞ İ Ω" → "σασ é ß i\u{307} ω"
            "① ﬁ ²" → "① ﬁ ²"
            "Å\u{a0}x" → "å x"
        "#]],
    );
    let text = "앞 \u{110f}\u{1165}\u{11ab}테이너 ＥＫＳ가";
    let folded = fold::fold(text);
    let back = |part: &str| {
        let at = folded.text.find(part).unwrap();
        &text[folded.back(at..at + part.len())]
    };
    check(
        table(&["앞", "컨", "컨테", "이너 eks", "ks", "가"], back),
        expect![[r#"
        "앞" → 앞
        "컨" → 컨
        "컨테" → 컨테
        "이너 eks" → 이너 ＥＫＳ
        "ks" → ＫＳ
        "가" → 가
    "#]],
    );
}

#[test]
fn typing() {
    check(
        table(
            &[
                "vhem",
                "zjsxpdlsj",
                "dkssud",
                "rkqtdmf",
                "ekfr dkfl",
                "rhk",
                "dPt Eksaks",
                "DkR",
                "pod",
                "ㅔㅐㅇ",
                "r",
                "EKS 2.4!",
                "rt",
                "dhkd",
                "gksrmf",
            ],
            hangul::from_qwerty,
        ),
        expect![[r#"
            "vhem" → 포드
            "zjsxpdlsj" → 컨테이너
            "dkssud" → 안녕
            "rkqtdmf" → 값을
            "ekfr dkfl" → 닭 아리
            "rhk" → 과
            "dPt Eksaks" → 옛 딴만
            "DkR" → 앆
            "pod" → ㅔㅐㅇ
            "ㅔㅐㅇ" → ㅔㅐㅇ
            "r" → ㄱ
            "EKS 2.4!" → 딴 2.4!
            "rt" → ㄱㅅ
            "dhkd" → 왕
            "gksrmf" → 한글
        "#]],
    );
    check(
        table(
            &["ㅓ", "하", "ㄳ", "과", "닭", "ㄲ", "ㅒㅖ", "값 a가1", "\u{1112}\u{1161}"],
            hangul::to_qwerty,
        ),
        expect![[r#"
            "ㅓ" → j
            "하" → gk
            "ㄳ" → rt
            "과" → rhk
            "닭" → ekfr
            "ㄲ" → R
            "ㅒㅖ" → OP
            "값 a가1" → rkqt ark1
            "하" → gk
        "#]],
    );
    check(
        table(&["컨", "ㅋ", "k", "까"], |c| {
            format!("{:?}", c.chars().next().and_then(hangul::initial))
        }),
        expect![[r#"
            "컨" → Some('ㅋ')
            "ㅋ" → None
            "k" → None
            "까" → Some('ㄲ')
        "#]],
    );
    let pairs = |pair: &str| {
        let mut chars = pair.chars();
        hangul::may_become(chars.next().unwrap(), chars.next().unwrap())
    };
    check(
        table(&["ㅋ컨", "커컨", "컨커", "고과", "갑값", "강값", "a가", "까가"], pairs),
        expect![[r#"
            "ㅋ컨" → true
            "커컨" → true
            "컨커" → false
            "고과" → true
            "갑값" → true
            "강값" → false
            "a가" → false
            "까가" → false
        "#]],
    );
}
