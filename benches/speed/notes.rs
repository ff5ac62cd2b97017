//! Notes to measure with, made up anew for each machine: the same seed gives the same bytes.
//!
//! Their shapes and how often each occurs follow what notes in the wild look like: sizes are
//! lognormal (half are below 1.6 kB, one in a hundred above 42 kB), half have front matter, two in
//! three are Korean, three in ten number their headings.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A change to what is generated changes this, so that old notes are not measured.
const VERSION: &str = "notes 3\n";
const COUNT: usize = 14_000;
/// What is asked for; notes end with a whole section, and so are 66 MB together.
const ALL_BYTES: f64 = 57e6;

/// Stands in the text that is seen first of every corpus, and nowhere else.
pub const SEEN: &str = "The lighthouse keeper counts the ships at dawn.";

/// Where the notes are.
pub struct Notes {
    /// One note of 8 kB.
    pub small: PathBuf,
    /// One note of 10 MB.
    pub long: PathBuf,
    /// A folder of 14,000 notes, 66 MB together.
    pub folder: PathBuf,
}

/// Writes the notes into `root` unless they are there.
pub fn write(root: &Path) -> io::Result<Notes> {
    let notes = Notes {
        small: root.join("small.md"),
        long: root.join("long.md"),
        folder: root.join("folder"),
    };
    let version = root.join("version");
    if fs::read_to_string(&version).is_ok_and(|text| text == VERSION) {
        return Ok(notes);
    }
    eprintln!("writing notes to {}", root.display());
    if root.exists() {
        fs::remove_dir_all(root)?;
    }
    fs::create_dir_all(root)?;
    fs::write(&notes.small, note(&mut Lcg(1), 8_000, true, true))?;
    fs::write(&notes.long, note(&mut Lcg(2), 10_000_000, true, true))?;
    folder(&notes.folder)?;
    fs::write(version, VERSION)?;
    Ok(notes)
}

/// Folders of folders, as blogs and vaults have them.
fn folder(root: &Path) -> io::Result<()> {
    let mut rng = Lcg(3);
    let sizes: Vec<f64> = (0..COUNT).map(|_| 1600.0 * (1.47 * rng.normal()).exp()).collect();
    let scale = ALL_BYTES / sizes.iter().sum::<f64>();
    for (i, size) in sizes.iter().enumerate() {
        let shelf = root.join(SHELVES[i % SHELVES.len()]).join(format!("{:02}", i / 350));
        let title = rng.pick(TOPICS);
        let name = match i % 3 {
            0 => format!("20{:02}-{:02}-{:02}-note-{i}.md", 15 + i % 12, 1 + i % 12, 1 + i % 28),
            1 => format!("{i} {title} 정리.md"),
            _ => format!("{}-{i}.md", title.replace(' ', "-")),
        };
        fs::create_dir_all(&shelf)?;
        let numbered = rng.below(10) < 3;
        fs::write(shelf.join(name), note(&mut rng, (size * scale) as usize, numbered, false))?;
    }
    fs::write(root.join("README.md"), note(&mut rng, 3_000, true, true))
}

/// A note of about `size` bytes.
fn note(rng: &mut Lcg, size: usize, numbered: bool, first: bool) -> String {
    let mut out = String::new();
    let korean = first || rng.below(3) < 2;
    let title = rng.pick(TOPICS);
    if first || rng.below(2) == 0 {
        _ = write!(
            out,
            "---\ntitle: \"{title}\"\ndate: 2026-0{}-1{} 09:00:00 +0900\ncategories:\n  - {}\ntags: [{}, {}]\ntoc: true\n---\n\n",
            1 + rng.below(9),
            rng.below(9),
            rng.pick(SHELVES),
            rng.pick(ENGLISH),
            rng.pick(KOREAN)
        );
    }
    if first {
        _ = write!(out, "# 1. {title}\n\n{SEEN}\n\n");
    }
    let (mut chapter, mut section) = (usize::from(first), 0);
    while out.len() < size {
        if section == 0 || rng.below(8) == 0 {
            (chapter, section) = (chapter + 1, 1);
            heading(rng, &mut out, 1, numbered.then(|| format!("{chapter}.")), korean);
        } else {
            section += 1;
            heading(rng, &mut out, 2, numbered.then(|| format!("{chapter}.{section}")), korean);
        }
        for _ in 0..1 + rng.below(4) {
            block(rng, &mut out, korean);
        }
    }
    out
}

fn heading(rng: &mut Lcg, out: &mut String, level: usize, number: Option<String>, korean: bool) {
    let number = number.map_or(String::new(), |number| number + " ");
    let title = if rng.below(500) == 0 {
        "용어 정리".to_owned()
    } else if rng.below(3) == 0 {
        rng.pick(TOPICS).to_owned()
    } else {
        term(rng, korean)
    };
    _ = write!(out, "{} {number}{title}\n\n", &"######"[..level]);
}

fn block(rng: &mut Lcg, out: &mut String, korean: bool) {
    match rng.below(40) {
        0..16 => {
            for _ in 0..2 + rng.below(4) {
                sentence(rng, out, korean);
                out.push(' ');
            }
            out.push('\n');
        }
        16..28 => {
            for i in 0..2 + rng.below(6) {
                out.push_str(if i % 4 == 3 { "  - " } else { "- " });
                sentence(rng, out, korean);
                out.push('\n');
            }
        }
        28..30 => {
            for i in 1..3 + rng.below(4) {
                _ = write!(out, "{i}. ");
                sentence(rng, out, korean);
                out.push('\n');
            }
        }
        30..32 => {
            for _ in 0..2 + rng.below(4) {
                let bold = if rng.below(3) == 0 { "**" } else { "" };
                _ = write!(out, "- {bold}{}{bold}: ", term(rng, korean));
                sentence(rng, out, korean);
                out.push('\n');
            }
        }
        32..36 => {
            out.push_str("```bash\n# not a heading\n");
            for _ in 0..2 + rng.below(8) {
                let (tool, word) = (rng.pick(TOOLS), rng.pick(ENGLISH));
                _ = writeln!(out, "{tool} get {word} --output=yaml | grep -n '{word}'");
            }
            out.push_str("```\n");
        }
        36 => {
            out.push_str("| 항목 | 내용 | Default |\n|---|---|---|\n");
            for _ in 0..2 + rng.below(5) {
                _ = write!(out, "| {} | ", term(rng, korean));
                sentence(rng, out, korean);
                _ = writeln!(out, " | `{}` |", rng.below(100));
            }
        }
        37 => {
            out.push_str("> ");
            sentence(rng, out, korean);
            out.push('\n');
        }
        38 => _ = writeln!(out, "![{}](/assets/img/{}.png)", term(rng, korean), rng.below(999)),
        _ => {
            _ = writeln!(
                out,
                "See [{}](https://example.org/{}).",
                term(rng, korean),
                rng.below(999)
            )
        }
    }
    out.push('\n');
}

/// Two words together: there are as many terms as in a real library, some thousands.
fn term(rng: &mut Lcg, korean: bool) -> String {
    let words = if korean && rng.below(3) > 0 { KOREAN } else { ENGLISH };
    format!("{} {}", rng.pick(words), rng.pick(words))
}

fn sentence(rng: &mut Lcg, out: &mut String, korean: bool) {
    for i in 0..2 + rng.below(4) {
        if i > 0 {
            out.push(' ');
        }
        match rng.below(12) {
            0 => _ = write!(out, "`{}`", rng.pick(ENGLISH)),
            1 => _ = write!(out, "**{}**", rng.pick(if korean { KOREAN } else { ENGLISH })),
            _ if korean => {
                _ = write!(out, "{}{} {}", rng.pick(KOREAN), rng.pick(ENDINGS), rng.pick(VERBS));
            }
            _ => _ = write!(out, "the {} {} a", rng.pick(ENGLISH), rng.pick(ACTS)),
        }
    }
    if korean {
        out.push_str(" 동작한다.");
    } else {
        _ = write!(out, " {}.", rng.pick(ENGLISH));
    }
}

/// A linear congruential generator, of which the high bits are used.
struct Lcg(u64);

impl Lcg {
    fn next(&mut self) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }

    fn below(&mut self, n: usize) -> usize {
        self.next() as usize % n
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    /// Nearly normal: the sum of twelve uniform numbers.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| f64::from(self.next()) / f64::from(1_u32 << 31)).sum::<f64>() - 6.0
    }
}

const SHELVES: &[&str] =
    &["_posts", "cloud", "network", "운영체제", "database", "알고리즘", "language", "일지"];

const TOPICS: &[&str] = &[
    "컨테이너 기초",
    "네트워크 구조",
    "배포 자동화",
    "Storage classes",
    "로그 수집",
    "Rolling update",
    "데이터베이스 색인",
    "Thread scheduling",
    "메모리 관리",
    "Service discovery",
    "권한과 역할",
    "Caching",
    "부하 분산",
    "Garbage collection",
    "비동기 처리",
    "Testing in layers",
    "장애 대응",
    "용어 정리",
];

const KOREAN: &[&str] = &[
    "클러스터",
    "노드",
    "컨테이너",
    "배포",
    "이미지",
    "저장소",
    "네트워크",
    "서비스",
    "권한",
    "역할",
    "정책",
    "로그",
    "지표",
    "경보",
    "볼륨",
    "세션",
    "토큰",
    "인증",
    "암호화",
    "색인",
    "거래",
    "잠금",
    "캐시",
    "대기열",
    "스레드",
    "프로세스",
    "메모리",
    "스케줄러",
    "커널",
    "파일",
    "버퍼",
    "패킷",
    "경로",
    "라우터",
    "방화벽",
    "주소",
    "이름",
    "요청",
    "응답",
    "시간",
    "상태",
    "설정",
    "환경",
    "변수",
    "함수",
    "객체",
    "상속",
    "예외",
    "시험",
    "빌드",
    "의존성",
    "버전",
    "복제",
    "분산",
    "장애",
    "복구",
    "백업",
    "확장",
    "축소",
    "비용",
    "계정",
];

const ENGLISH: &[&str] = &[
    "cluster",
    "node",
    "pod",
    "deployment",
    "image",
    "registry",
    "network",
    "service",
    "role",
    "policy",
    "log",
    "metric",
    "alarm",
    "volume",
    "session",
    "token",
    "identity",
    "cipher",
    "index",
    "transaction",
    "lock",
    "cache",
    "queue",
    "thread",
    "process",
    "memory",
    "scheduler",
    "kernel",
    "file",
    "buffer",
    "packet",
    "route",
    "router",
    "firewall",
    "address",
    "name",
    "request",
    "response",
    "timer",
    "state",
    "config",
    "environment",
    "variable",
    "function",
    "object",
    "trait",
    "exception",
    "test",
    "build",
    "dependency",
    "version",
    "replica",
    "shard",
    "failure",
    "recovery",
    "backup",
    "scale",
    "budget",
];

const ENDINGS: &[&str] =
    &["은", "는", "이", "가", "을", "를", "에서", "으로", "와", "의", "도", "까지"];

const VERBS: &[&str] = &[
    "만들고",
    "지우며",
    "나누어",
    "기다리면",
    "확인한 뒤",
    "옮기는",
    "다시 읽어",
    "쓰기 전에",
    "바꾸면",
    "모으는",
    "보내고",
    "받은 다음",
    "늘리거나",
    "줄이면서",
    "막는",
    "허용하는",
    "연결해",
];

const ACTS: &[&str] = &[
    "starts",
    "stops",
    "reads",
    "writes to",
    "waits for",
    "replaces",
    "watches",
    "copies",
    "limits",
    "retries after",
    "belongs to",
    "depends on",
];
const TOOLS: &[&str] = &["kubectl", "docker", "aws eks", "git", "cargo", "psql"];
