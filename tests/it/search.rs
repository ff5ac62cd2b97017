//! Finding terms, sections and commands: what is found, in which order, what is marked.

use expect_test::{Expect, expect};
use gongbu::search::matcher::Candidate;
use gongbu::search::ranking::rank;
use proptest::prelude::*;

use crate::text::properties::nasty;

/// A small glossary: names with `=` between, and the definition.
const TERMS: &[(&str, &str)] = &[
    ("컨테이너", "실행 가능한 이미지 인스턴스"),
    ("컨테이너 런타임=container runtime", "이미지를 받아 컨테이너를 실행하는 도구"),
    ("제어 플레인=Control Plane", "클러스터 전체의 상태를 맞추는 구성 요소"),
    ("데이터 플레인", "Pod가 실제로 도는 노드의 모음"),
    ("Pod=포드=파드", "함께 배치되는 컨테이너의 묶음"),
    ("PodDisruptionBudget=PDB", "한꺼번에 내려가도 되는 개수를 정한다"),
    ("쿠버네티스=Kubernetes=K8s", "컨테이너를 운영하는 시스템"),
    ("kubectl", "API 서버에 명령을 보내는 도구"),
    ("kube-proxy", "서비스의 주소를 노드의 규칙으로 옮긴다"),
    ("커널", "운영 체제의 핵심"),
    ("한글 이름", "글자 모음의 이름"),
    ("값", "키에 딸린 것"),
    ("EKS=Elastic Kubernetes Service", "관리형 서비스"),
    ("과금", "쓴 만큼 낸다"),
    ("일기 예보", "읽기 전용이 아니다"),
    ("ＡＷＳ Lambda", "서버 없이 함수를 실행한다"),
    ("서비스 계정=Service Account", "Pod가 쓰는 신원"),
];

fn check(query: &str, expect: Expect) {
    let names: Vec<Vec<&str>> = TERMS.iter().map(|(names, _)| names.split('=').collect()).collect();
    let terms: Vec<Candidate> = names
        .iter()
        .zip(TERMS)
        .map(|(names, (_, body))| Candidate::new(names, Some(body)))
        .collect();
    let mut out = String::new();
    for (at, hit) in rank(query, &terms).into_iter().take(8) {
        let mut name = names[at][hit.name].to_owned();
        for range in hit.ranges.iter().rev() {
            name.insert(range.end, ']');
            name.insert(range.start, '[');
        }
        out += &name;
        if hit.name > 0 {
            out += &format!(" ({})", names[at][0]);
        }
        out += if hit.in_body() { " …\n" } else { "\n" };
    }
    expect.assert_eq(&out);
}

#[test]
fn names() {
    check(
        "컨테이너",
        expect![[r#"
        [컨테이너]
        [컨테이너] 런타임
        Pod …
        쿠버네티스 …
    "#]],
    );
    check(
        "pod",
        expect![[r#"
        [Pod]
        [Pod]DisruptionBudget
        데이터 플레인 …
        서비스 계정 …
    "#]],
    );
    check(
        "런타임",
        expect![[r#"
        컨테이너 [런타임]
    "#]],
    );
    check(
        "제어플레인",
        expect![[r#"
        [제어 플레인]
    "#]],
    );
    check(
        "플 레인",
        expect![[r#"
        제어 [플레인]
        데이터 [플레인]
    "#]],
    );
    check(
        "runtime con",
        expect![[r#"
        [con]tainer [runtime] (컨테이너 런타임)
    "#]],
    );
    check(
        "ａｗｓ lam",
        expect![[r#"
        [ＡＷＳ Lam]bda
    "#]],
    );
    check(
        "\u{110f}\u{1165}\u{11ab}",
        expect![[r#"
        [컨]테이너
        [컨]테이너 런타임
        [커널]
        Pod …
        쿠버네티스 …
    "#]],
    );
}

#[test]
fn initials() {
    check(
        "ㅋㅌㅇㄴ",
        expect![[r#"
        [컨테이너]
        [컨테이너] 런타임
    "#]],
    );
    check(
        "쿠ㅂㄴ",
        expect![[r#"
        [쿠버네]티스
    "#]],
    );
    check(
        "ㅎ글",
        expect![[r#"
        [한글] 이름
    "#]],
    );
    check(
        "ㅈㅇㅍ",
        expect![[r#"
        [제어 플]레인
    "#]],
    );
    check(
        "ㅋㅌ ㄹㅌ",
        expect![[r#"
        [컨테]이너 [런타]임
    "#]],
    );
    check(
        "ㅋ",
        expect![[r#"
        [커]널
        [컨]테이너
        [쿠]버네티스
        [컨]테이너 런타임
    "#]],
    );
    check("ㄳ", expect![[""]]);
    check(
        "ㅄ",
        expect![[r#"
        서[비스] 계정
    "#]],
    );
}

#[test]
fn half_typed() {
    check(
        "커",
        expect![[r#"
        [커]널
        [컨]테이너
        [컨]테이너 런타임
    "#]],
    );
    check(
        "컨테인",
        expect![[r#"
        [컨테이너]
        [컨테이너] 런타임
    "#]],
    );
    check(
        "고",
        expect![[r#"
        [과]금
    "#]],
    );
    check(
        "갑",
        expect![[r#"
        [값]
    "#]],
    );
    check(
        "읽",
        expect![[r#"
        [일기] 예보
    "#]],
    );
}

#[test]
fn wrong_input_method() {
    check(
        "vhem",
        expect![[r#"
        [포드] (Pod)
    "#]],
    );
    check(
        "zjsxpdlsj",
        expect![[r#"
        [컨테이너]
        [컨테이너] 런타임
    "#]],
    );
    check(
        "zxds",
        expect![[r#"
        [컨테이너]
        [컨테이너] 런타임
    "#]],
    );
    check(
        "ㅔㅐㅇ",
        expect![[r#"
        [Pod]
        [Pod]DisruptionBudget
    "#]],
    );
    check(
        "ㅏㅕㅠㄷㅊ시",
        expect![[r#"
        [kubectl]
    "#]],
    );
    check(
        "단",
        expect![[r#"
        [EKS]
    "#]],
    );
    check(
        "k8ㄴ",
        expect![[r#"
        [K8s] (쿠버네티스)
    "#]],
    );
}

#[test]
fn fuzzy() {
    check(
        "kbctl",
        expect![[r#"
        [k]u[b]e[ctl]
    "#]],
    );
    check(
        "pdb",
        expect![[r#"
        [PDB] (PodDisruptionBudget)
    "#]],
    );
    check(
        "cplane",
        expect![[r#"
        [C]ontrol [Plane] (제어 플레인)
    "#]],
    );
    check(
        "제플",
        expect![[r#"
        [제]어 [플]레인
    "#]],
    );
    check(
        "cn",
        expect![[r#"
        [C]o[n]trol Plane (제어 플레인)
        [c]o[n]tainer runtime (컨테이너 런타임)
    "#]],
    );
    check(
        "es",
        expect![[r#"
        Kubernet[es] (쿠버네티스)
        Elastic Kubernet[es] Service (EKS)
    "#]],
    );
    check("zz", expect![[""]]);
    check(
        "kube svc",
        expect![[r#"
        Elastic [Kube]rnetes [S]er[v]i[c]e (EKS)
    "#]],
    );
}

#[test]
fn bodies() {
    check(
        "신원",
        expect![[r#"
        서비스 계정 …
    "#]],
    );
    check(
        "pod 묶음",
        expect![[r#"
        Pod …
    "#]],
    );
    check(
        "도구",
        expect![[r#"
        컨테이너 런타임 …
        kubectl …
    "#]],
    );
    check("없는 말", expect![[""]]);
}

#[test]
fn nothing_typed() {
    check(
        "  ",
        expect![[r#"
        컨테이너
        컨테이너 런타임
        제어 플레인
        데이터 플레인
        Pod
        PodDisruptionBudget
        쿠버네티스
        kubectl
    "#]],
    );
}

proptest! {
    #[test]
    fn anything_may_be_typed(query in nasty(), name in nasty(), alias in nasty(), body in nasty()) {
        let names = [name.as_str(), alias.as_str()];
        let candidates = [Candidate::new(&names, Some(&body)), Candidate::new(&[], None)];
        for (at, hit) in rank(&query, &candidates) {
            let mut end = 0;
            for range in hit.ranges {
                prop_assert!(at == 0 && end <= range.start && range.start < range.end);
                end = range.end;
                prop_assert!(names[hit.name].get(range).is_some());
            }
        }
    }

    #[test]
    fn a_name_finds_itself(name in "[가-힣a-zA-Z ()0-9-]{1,12}") {
        let candidates = [Candidate::new(&["다른 것"], None), Candidate::new(&[&name], None)];
        let hits = rank(&name, &candidates);
        prop_assert!(hits.iter().any(|(at, _)| *at == 1));
        prop_assert!(name.trim().is_empty() || hits[0].0 == 1);
    }
}
