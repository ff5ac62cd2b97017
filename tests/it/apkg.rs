//! Packages for Anki: read with our own eyes, and by Anki itself where it is installed.

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use expect_test::expect;
use gongbu::store::apkg;
use rusqlite::{Connection, MAIN_DB};

use crate::files::Folder;
use crate::screen::library;

/// Noon of 1 March 2026, in UTC.
const AT: i64 = 1_772_366_400_000;

const NOTES: [(&str, &str); 2] = [
    (
        "나루/배.md",
        "---\ntags: [물길, \"큰 배\"]\n---\n# 1. 용어\n\n- 돛(Sail): **바람**을 받는 천\n\n\
         # 2. 글\n\nQ: 배를 세우는 것은 <b>무엇</b>인가?\nA: 닻이다\n\n\
         C: [키]로 방향을, [노]로 속도를 정한다\n",
    ),
    ("도시.md", "하나 :: one\n\n둘 :: two\n"),
];

fn package(notes: &[(&str, &str)], at: i64) -> Vec<u8> {
    let notes: Vec<_> =
        notes.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut bytes = Vec::new();
    apkg::write(&mut bytes, &library(&notes), false, at).unwrap();
    bytes
}

/// The files in a package, by what is said before each.
fn files(mut bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let number = |bytes: &[u8], at: usize| {
        u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
    };
    while bytes.starts_with(b"PK\x03\x04") {
        let (size, name) = (number(bytes, 18), number(bytes, 26) & 0xffff);
        let text = String::from_utf8(bytes[30..30 + name].to_vec()).unwrap();
        files.push((text, bytes[30 + name..30 + name + size].to_vec()));
        bytes = &bytes[30 + name + size..];
    }
    assert!(bytes.starts_with(b"PK\x01\x02"));
    files
}

#[test]
fn what_is_in_a_package() {
    let bytes = package(&NOTES, AT);
    // The same twice is the same.
    assert!(bytes == package(&NOTES, AT));
    let files = files(&bytes);
    let names: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect();
    assert_eq!(names[1], ("media", 2));
    let mut db = Connection::open_in_memory().unwrap();
    db.deserialize_read_exact(MAIN_DB, &files[0].1[..], files[0].1.len(), true).unwrap();
    let mut said = String::new();
    let mut dump = |sql: &str, columns: usize| {
        let mut statement = db.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cell = |at| match row.get_ref(at).unwrap() {
                rusqlite::types::ValueRef::Integer(n) => n.to_string(),
                value => value.as_str().unwrap().replace('\u{1f}', " ⇥ "),
            };
            let cells: Vec<String> = (0..columns).map(cell).collect();
            writeln!(said, "{}", cells.join(" | ")).unwrap();
        }
    };
    dump("PRAGMA integrity_check", 1);
    dump("SELECT ver, crt, json_array_length(models) FROM col", 2);
    dump("SELECT key, value ->> 'name' FROM col, json_each(decks)", 2);
    dump("SELECT key, value ->> 'name' FROM col, json_each(models)", 2);
    dump("SELECT id - 1772366400000, guid, mid % 10, mod, tags, flds FROM notes", 6);
    dump(
        "SELECT cards.id - 1772366400000, nid - 1772366400000, did - 1772366400000, ord, due FROM cards",
        5,
    );
    expect![[r#"
        ok
        11 | 1772366400
        1 | Default
        1772366400001 | gongbu::나루::배
        1772366400002 | gongbu::도시
        1795000000001 | gongbu
        1795000000002 | gongbu (both ways)
        1795000000003 | gongbu (gaps)
        0 | 1785af3b9d7182e0 | 2 | 1772366400 |  물길 큰_배  | 돛 (Sail) ⇥ <b>바람</b>을 받는 천
        1 | 5d08abab8d7e4bfe | 1 | 1772366400 |  물길 큰_배  | 배를 세우는 것은 <b>무엇</b>인가? ⇥ 닻이다
        2 | f16fce760163dc50 | 3 | 1772366400 |  물길 큰_배  | {{c1::키}}로 방향을, {{c2::노}}로 속도를 정한다 ⇥ 
        3 | e35d8048fc562e65 | 1 | 1772366400 |  | 하나 ⇥ one
        4 | 223400a1d0ef0f2c | 1 | 1772366400 |  | 둘 ⇥ two
        0 | 0 | 1 | 0 | 1
        1 | 0 | 1 | 1 | 1
        2 | 1 | 1 | 0 | 2
        3 | 2 | 1 | 0 | 3
        4 | 2 | 1 | 1 | 3
        5 | 3 | 2 | 0 | 4
        6 | 4 | 2 | 0 | 5
    "#]].assert_eq(&said);
}

#[test]
fn nothing_is_no_package() {
    assert!(package(&[("a.md", "글\n")], AT).is_empty());
}

/// What Anki makes of packages: each is taken up in turn, and what then is in the collection is told. The
/// interpreter is `ANKI_PYTHON`, or `python3`.
const SCRIPT: &str = r#"
import sys
from anki.collection import Collection, ImportAnkiPackageRequest, ImportAnkiPackageOptions
col = Collection(sys.argv[1])
for path in sys.argv[2:]:
    log = col.import_anki_package(ImportAnkiPackageRequest(
        package_path=path, options=ImportAnkiPackageOptions())).log
    print("new", len(log.new), "updated", len(log.updated), "duplicate", len(log.duplicate),
          "conflicting", len(log.conflicting))
fixed, ok = col.fix_integrity()
print("sound" if ok else fixed)
for note in (col.get_note(id) for id in sorted(col.find_notes(""))):
    print(note.guid, note.note_type()["name"], note.tags, note.fields)
for card in (col.get_card(id) for id in sorted(col.find_cards(""))):
    print(col.decks.name(card.did), "|", card.template()["name"], card.ord, "|",
          card.question().split("</style>")[-1].replace("\n", " "), "|",
          card.answer().split("</style>")[-1].replace("\n", " "))
"#;

#[test]
fn anki_takes_them_up() {
    let python = std::env::var("ANKI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut probe = Command::new(&python);
    probe.args(["-c", "import anki.collection"]).stdout(Stdio::null()).stderr(Stdio::null());
    if !probe.status().is_ok_and(|status| status.success()) {
        // Most machines have no Anki, and then nothing is tried here.
        return;
    }
    let folder = Folder::new();
    folder.write("one.apkg", package(&NOTES, AT));
    // A minute later an answer is corrected, and a card is new.
    let mut later = NOTES;
    later[1].1 = "하나 :: one, 1\n\n둘 :: two\n\n셋 :: three\n";
    folder.write("two.apkg", package(&later, AT + 60_000));
    let path = |name: &str| folder.path(name);
    let output = Command::new(&python)
        .args(["-c", SCRIPT])
        .args([path("c.anki2"), path("one.apkg"), path("one.apkg"), path("two.apkg")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    expect![[r#"
        new 5 updated 0 duplicate 0 conflicting 0
        new 0 updated 0 duplicate 5 conflicting 0
        new 1 updated 5 duplicate 0 conflicting 0
        sound
        1785af3b9d7182e0 gongbu (both ways) ['물길', '큰_배'] ['돛 (Sail)', '<b>바람</b>을 받는 천']
        5d08abab8d7e4bfe gongbu ['물길', '큰_배'] ['배를 세우는 것은 <b>무엇</b>인가?', '닻이다']
        f16fce760163dc50 gongbu (gaps) ['물길', '큰_배'] ['{{c1::키}}로 방향을, {{c2::노}}로 속도를 정한다', '']
        e35d8048fc562e65 gongbu [] ['하나', 'one, 1']
        223400a1d0ef0f2c gongbu [] ['둘', 'two']
        403b89d4516e6e9c gongbu [] ['셋', 'three']
        gongbu::나루::배 | Card 1 0 | 돛 (Sail) | 돛 (Sail)  <hr id=answer>  <b>바람</b>을 받는 천
        gongbu::나루::배 | Card 2 1 | <b>바람</b>을 받는 천 | <b>바람</b>을 받는 천  <hr id=answer>  돛 (Sail)
        gongbu::나루::배 | Card 1 0 | 배를 세우는 것은 <b>무엇</b>인가? | 배를 세우는 것은 <b>무엇</b>인가?  <hr id=answer>  닻이다
        gongbu::나루::배 | Cloze 0 | <span class="cloze" data-cloze="키" data-ordinal="1">[...]</span>로 방향을, <span class="cloze-inactive" data-ordinal="2">노</span>로 속도를 정한다 | <span class="cloze" data-ordinal="1">키</span>로 방향을, <span class="cloze-inactive" data-ordinal="2">노</span>로 속도를 정한다<br> 
        gongbu::나루::배 | Cloze 1 | <span class="cloze-inactive" data-ordinal="1">키</span>로 방향을, <span class="cloze" data-cloze="노" data-ordinal="2">[...]</span>로 속도를 정한다 | <span class="cloze-inactive" data-ordinal="1">키</span>로 방향을, <span class="cloze" data-ordinal="2">노</span>로 속도를 정한다<br> 
        gongbu::도시 | Card 1 0 | 하나 | 하나  <hr id=answer>  one, 1
        gongbu::도시 | Card 1 0 | 둘 | 둘  <hr id=answer>  two
        gongbu::도시 | Card 1 0 | 셋 | 셋  <hr id=answer>  three
    "#]].assert_eq(&String::from_utf8(output.stdout).unwrap());
}
