//! The help of the command line in Korean; in English it stands beside what it describes.

/// Which command a text belongs to (empty: the program itself), which of its arguments (or `about`,
/// `long_about`, `after_help`), and the text.
pub type Usage = (&'static str, &'static str, &'static str);

const LISTED: &str = "\
종료 상태:
  0  목록을 냈습니다
  2  잘못 썼거나 읽을 수 없는 입력입니다";

const FOUND: &str = "\
종료 상태:
  0  찾았습니다
  1  아무것도 찾지 못했습니다
  2  잘못 썼거나 읽을 수 없는 입력입니다";

/// Every text. A test holds it against the arguments that there are.
pub const USAGE: &[Usage] = &[
    ("", "about", "마크다운 노트를 터미널에서 공부합니다: 목차, 본문, 용어를 나란히 봅니다"),
    (
        "",
        "long_about",
        "\
마크다운 노트를 터미널에서 공부합니다: 목차, 본문, 용어를 나란히 봅니다.

표준 출력이 터미널이 아니면 노트를 인쇄합니다. 첫 인자가 명령의 이름이면 그 명령입니다. 이름이
같은 파일은 ./toc처럼 씁니다.",
    ),
    (
        "",
        "after_help",
        "\
보기:
  gongbu                          내장된 강의를 읽습니다
  gongbu notes/                   폴더의 모든 노트를 읽습니다
  curl -s URL | gongbu -          표준 입력으로 들어오는 글을 읽습니다
  gongbu toc ./toc                이름이 명령과 같은 파일의 절을 나열합니다
  gongbu -n notes/ show eks:2.1   여러 노트 가운데 한 노트의 절을 인쇄합니다
  gongbu -n notes/ glossary Pod   용어를 찾습니다
  gongbu -n notes/ search Pod는   본문에서 찾습니다
  gongbu --linear notes/          화면 없이 한 줄씩 읽습니다(화면 낭독기용)

환경 변수:
  VISUAL, EDITOR                  e 글쇠로 노트를 고칠 편집기
  BROWSER                         웹 주소를 열 프로그램

종료 상태:
  0  마쳤습니다
  1  찾지 못했거나, check가 오류를 찾았습니다(--strict: 경고도)
  2  잘못 썼거나 읽을 수 없는 입력입니다",
    ),
    ("", "paths", "읽을 파일과 폴더, -는 표준 입력 [기본: --notes]"),
    (
        "",
        "notes",
        "모든 명령의 노트, 여러 번 쓸 수 있음 [환경 변수: GONGBU_NOTES, PATH처럼 나눔] [기본: 내장된 강의]",
    ),
    ("", "color", "색을 쓸 때(NO_COLOR와 CLICOLOR_FORCE를 따름)"),
    (
        "",
        "linear",
        "화면 없이 한 줄씩 읽습니다: 명령을 쓰면 이름을 붙인 글로 답합니다(화면 낭독기용) [환경 변수: ACCESSIBLE=1]",
    ),
    ("", "lang", "프로그램의 언어 [기본: LC_ALL, LC_MESSAGES, LANG의 언어]"),
    ("", "encoding", "UTF-8이 아닌 노트의 인코딩(euc-kr, utf-16le 등)"),
    ("", "theme", "화면의 색 [기본: 터미널에 맞춤]"),
    ("", "ascii", "테두리와 글머리표와 부호를 ASCII로 그립니다"),
    (
        "",
        "config",
        "설정 파일 [환경 변수: GONGBU_CONFIG] [기본: XDG_CONFIG_HOME이나 ~/.config의 gongbu/config.toml]",
    ),
    ("", "help", "도움말을 보입니다"),
    ("", "version", "버전을 보입니다"),
    ("toc", "about", "절을 나열합니다"),
    ("toc", "after_help", LISTED),
    ("toc", "paths", "파일과 폴더, -는 표준 입력 [기본: --notes]"),
    ("toc", "json", "JSON으로 냅니다"),
    ("show", "about", "절과 그 아래 절을 인쇄합니다"),
    (
        "show",
        "after_help",
        "\
보기:
  gongbu show 2.1          이 번호의 절
  gongbu show '2.1#2'      이 번호의 두 번째 절
  gongbu show eks:2.1      노트 eks.md의 절
  gongbu show getting-started --markdown

종료 상태:
  0  찾았습니다
  1  그런 절이 없습니다
  2  잘못 썼거나 읽을 수 없는 입력입니다",
    ),
    (
        "show",
        "address",
        "번호(2.1), 같은 번호의 둘째(2.1#2), 제목(getting-started), 또는 그 앞에 NOTE:. NOTE:만 쓰면 노트 전체",
    ),
    ("show", "width", "너비(칸) [기본: 터미널의 너비, 많아야 88, 터미널이 아니면 80]"),
    ("show", "markdown", "마크다운 원문을 인쇄합니다"),
    ("glossary", "about", "용어와 뜻을 나열합니다"),
    ("glossary", "after_help", FOUND),
    ("glossary", "query", "이름의 일부, 초성(ㅋㅌㅇㄴ), 또는 뜻풀이에 나오는 말"),
    ("glossary", "json", "JSON으로 냅니다"),
    ("search", "about", "노트의 본문에서 찾습니다"),
    (
        "search",
        "after_help",
        "\
찾는 곳은 마크업 없이 읽는 글입니다. 결과 한 줄은 문단 하나, 표의 칸 하나, 또는 코드 한 줄입니다.

QUERY:
  낱말 낱말    구절로 있는 곳, 그다음 한 절에 그 낱말이 모두 있는 곳. 낱말 사이의 빈칸과
               줄바꿈, 전각과 반각은 따지지 않고, 한글 낱말 사이는 붙어 있어도 되며, 조사는
               달라도 됩니다
  쿠ㅂㄴ       자음은 그것으로 시작하는 글자
  \"구절\"       그대로 있는 곳만
  -낱말        그 낱말이 없는 절만 (-\"구절\", -tag:, -in:도)
  tag:x        태그나 분류가 x인 노트에서
  in:x         경로, 노트나 절의 제목에 x가 있는 곳에서 (in:\"두 낱말\")
  re:REGEX     정규식(Rust의 regex 크레이트 문법). QUERY의 끝까지입니다
  대문자       낱말에 대문자가 있으면 대소문자를 가립니다. 없으면 pod가 Pod도 찾습니다
찾는 글이 없으면 다른 입력기로 잘못 친 것(vhem은 포드)으로 보고 찾습니다.

보기:
  gongbu search '제어 플레인'
  gongbu search 'in:네트워크 파드 -서비스'
  gongbu search 're:kubectl (get|describe)'
  gongbu search -- --force       -로 시작하는 말

종료 상태:
  0  찾았습니다
  1  아무것도 찾지 못했습니다
  2  잘못 썼거나 읽을 수 없는 입력입니다",
    ),
    ("search", "query", "낱말, \"구절\", -빼기, tag:, in:, re: (아래를 보세요)"),
    ("search", "json", "JSON으로 냅니다"),
    ("check", "about", "노트에서 잘못된 곳을 알립니다"),
    (
        "check",
        "after_help",
        "\
종료 상태:
  0  오류가 없습니다(--strict: 경고도 없습니다)
  1  있습니다
  2  잘못 썼거나 읽을 수 없는 입력입니다",
    ),
    ("check", "paths", "파일과 폴더, -는 표준 입력 [기본: --notes]"),
    ("check", "json", "JSON으로 냅니다"),
    ("check", "strict", "경고도 실패로 칩니다"),
    ("review", "about", "복습할 카드를 묻습니다"),
    (
        "review",
        "after_help",
        "\
때가 된 카드를 묻습니다. 생각하고, 답을 보고, 얼마나 알았는지 1에서 4로 답합니다. 답은 그때마다 저장됩니다.
배운 것은 XDG_STATE_HOME이나 ~/.local/state의 gongbu/state.db에 있습니다.

보기:
  gongbu review notes/                    폴더에서 때가 된 카드
  gongbu -n notes/ review --note eks      그 가운데 한 노트의 카드
  gongbu -n notes/ review --section 2.1   절과 그 아래 절의 카드
  gongbu review --tag kubernetes --cram   일정과 상관없이 연습합니다

종료 상태:
  0  마쳤습니다
  2  잘못 썼거나 읽을 수 없는 입력입니다",
    ),
    ("review", "paths", "파일과 폴더, -는 표준 입력 [기본: --notes]"),
    ("review", "section", "이 절과 그 아래 절의 카드만. 주소는 show와 같고, 여러 번 쓸 수 있음"),
    ("review", "note", "이 노트의 카드만. 확장자 없는 경로의 끝, 여러 번 쓸 수 있음"),
    ("review", "tag", "이 태그가 있는 노트의 카드만. 여러 번 쓸 수 있음"),
    ("review", "cram", "때가 되지 않은 카드도 모두 연습하고 일정은 그대로 둡니다"),
    ("review", "linear", "화면 없이 한 줄씩 복습합니다(화면 낭독기용) [환경 변수: ACCESSIBLE=1]"),
    ("stats", "about", "배운 것을 숫자와 그림으로 인쇄합니다"),
    (
        "stats",
        "after_help",
        "\
앞으로 며칠 동안 올 카드, 지난 한 해 날마다 한 답, 쓴 시간, 며칠 뒤에 물어 맞힌 비율, 장마다의 카드를
셉니다.

보기:
  gongbu stats                 지금까지 배운 모든 것
  gongbu stats notes/eks.md    한 노트의 장마다
  gongbu stats --json | jq '.due[0].cards'

종료 상태:
  0  냈습니다
  1  아직 배운 것이 없거나, 카드가 없습니다
  2  잘못 썼거나, 읽을 수 없는 입력이거나, 쓸 수 없는 학습 기록입니다",
    ),
    (
        "stats",
        "paths",
        "장마다 카드를 셀 파일과 폴더, -는 표준 입력 [기본: --notes, 없으면 지금까지 배운 모든 것을 노트마다]",
    ),
    ("stats", "json", "JSON으로 냅니다"),
    ("export", "about", "카드를 Anki에 쓸 파일로, 또는 학습 기록을 다른 컴퓨터에 쓸 파일로 씁니다"),
    (
        "export",
        "after_help",
        "\
형식:
  anki-tsv   Anki가 가져오는 글(파일, 가져오기): 노트 종류는 Basic, Basic (and reversed card), Cloze,
             덱은 gongbu 아래. 다시 가져오면 고쳐집니다
  apkg       같은 카드를 담은, Anki가 여는 꾸러미. 노트 종류가 따로 있고, 답한 기록 없이 새 카드입니다
  jsonl      답하고 읽은 기록. 다른 컴퓨터의 import가 받는 JSON 줄들입니다

보기:
  gongbu -n notes/ export anki-tsv -o cards.txt
  gongbu -n notes/ export apkg -o cards.apkg
  gongbu export jsonl -o laptop.jsonl

종료 상태:
  0  썼습니다
  1  카드가 없거나, 아직 배운 것이 없습니다
  2  잘못 썼거나, 읽을 수 없는 입력이거나, 쓸 수 없는 파일입니다",
    ),
    ("export", "format", "쓸 형식"),
    ("export", "output", "표준 출력 대신 파일에 씁니다"),
    ("export", "inferred", "추정한 용어도 카드로 넣습니다"),
    ("import", "about", "다른 컴퓨터의 학습 기록을 받아들입니다"),
    (
        "import",
        "after_help",
        "\
두 컴퓨터가 아는 것은, 어떤 순서로 몇 번을 받아들여도 하나가 됩니다. 깨진 줄이 있으면 아무것도
받아들이지 않습니다.

보기:
  gongbu import laptop.jsonl

종료 상태:
  0  받아들였습니다
  2  잘못 썼거나, 읽을 수 없는 입력이거나, 쓸 수 없는 학습 기록입니다",
    ),
    ("import", "file", "export jsonl이 쓴 파일, -는 표준 입력"),
    ("optimize", "about", "기억 모델을 지금까지 한 답에 맞춥니다"),
    (
        "optimize",
        "after_help",
        "\
카드가 언제 다시 나오는지는 다음 답부터 달라집니다.

종료 상태:
  0  맞췄거나, 이미 잘 맞습니다
  1  답이 너무 적습니다
  2  잘못 썼거나, 쓸 수 없는 학습 기록입니다",
    ),
    ("config", "about", "설정을 인쇄합니다: 모든 항목과 그 값, 누가 정했는지"),
    ("config", "default", "모든 항목이 기본값인 파일을 인쇄합니다. 시작할 때 씁니다"),
    ("keys", "about", "읽는 화면의 글쇠를 나열합니다"),
    ("keys", "json", "JSON으로 냅니다"),
    ("man", "about", "설명서(man 페이지)를 인쇄합니다"),
    (
        "man",
        "after_help",
        "\
보기:
  gongbu man | man -l -",
    ),
    ("completions", "about", "셸의 자동 완성 스크립트를 인쇄합니다"),
    (
        "completions",
        "after_help",
        "\
보기:
  source <(gongbu completions bash)
  gongbu completions fish > ~/.config/fish/completions/gongbu.fish",
    ),
    ("completions", "shell", "셸"),
];
