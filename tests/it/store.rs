//! Finding, reading and decoding notes.

use encoding_rs::{EUC_KR, UTF_8, UTF_16BE, UTF_16LE};
use expect_test::{Expect, expect};
use gongbu::store::encoding::{Decoded, decode};
use proptest::prelude::*;

const KOREAN: &str = "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이다.\n";

fn cp949(text: &str) -> Vec<u8> {
    EUC_KR.encode(text).0.into_owned()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn check(bytes: &[u8], want: Expect) {
    check_forced(bytes, None, want);
}

fn check_forced(bytes: &[u8], forced: Option<&'static encoding_rs::Encoding>, want: Expect) {
    let got = match decode(bytes, forced) {
        Ok(Decoded { text, encoding, notice }) => format!("{encoding} {notice:?}\n{text:?}"),
        Err(error) => format!("{error:?}"),
    };
    want.assert_eq(&got);
}

#[test]
fn utf8_is_read_as_it_is() {
    check(
        KOREAN.as_bytes(),
        expect![[r##"
        UTF-8 None
        "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이다.\n""##]],
    );
    check(
        b"",
        expect![[r#"
        UTF-8 None
        """#]],
    );
    check(
        b"\xEF\xBB\xBF# A\n",
        expect![[r##"
        UTF-8 None
        "# A\n""##]],
    );
}

#[test]
fn every_line_end_becomes_a_line_feed() {
    check(
        b"a\r\nb\rc\r\r\nd\n\re\r",
        expect![[r#"
        UTF-8 None
        "a\nb\nc\n\nd\n\ne\n""#]],
    );
    check(
        b"\r",
        expect![[r#"
        UTF-8 None
        "\n""#]],
    );
}

#[test]
fn cp949_is_known_by_its_bytes() {
    check(
        &cp949(KOREAN),
        expect![[r##"
        CP949 Some(Converted("CP949"))
        "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이다.\n""##]],
    );
    // These two are in CP949 and not in the EUC-KR of the standard.
    check(
        &cp949("똠방각하의 펲시, 읽을 수 있는 글자다."),
        expect![[r#"
        CP949 Some(Converted("CP949"))
        "똠방각하의 펲시, 읽을 수 있는 글자다.""#]],
    );
    check(
        &cp949("# 쿠버네티스\r\n파드"),
        expect![[r##"
        CP949 Some(Converted("CP949"))
        "# 쿠버네티스\n파드""##]],
    );
}

#[test]
fn utf16_is_known_by_its_mark_or_its_nuls() {
    check(
        &utf16(&format!("\u{feff}{KOREAN}"), u16::to_le_bytes),
        expect![[r##"
        UTF-16LE Some(Converted("UTF-16LE"))
        "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이다.\n""##]],
    );
    check(
        &utf16(&format!("\u{feff}{KOREAN}"), u16::to_be_bytes),
        expect![[r##"
        UTF-16BE Some(Converted("UTF-16BE"))
        "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이다.\n""##]],
    );
    check(
        &utf16(KOREAN, u16::to_le_bytes),
        expect![[r##"
        UTF-16LE Some(Converted("UTF-16LE"))
        "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이다.\n""##]],
    );
    check(
        &utf16(KOREAN, u16::to_be_bytes),
        expect![[r##"
        UTF-16BE Some(Converted("UTF-16BE"))
        "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이다.\n""##]],
    );
    check(
        &utf16("# Pods\r\n", u16::to_le_bytes),
        expect![[r##"
        UTF-16LE Some(Converted("UTF-16LE"))
        "# Pods\n""##]],
    );
    check(
        &utf16("가가 각", u16::to_le_bytes),
        expect![[r#"
        UTF-16LE Some(Converted("UTF-16LE"))
        "가가 각""#]],
    );
}

#[test]
fn a_few_bad_bytes_leave_utf8_what_it_is() {
    check(
        b"line one\n\xEC\xBB\xA8\xED\x85\x8C\xFF\nend \xC3(",
        expect![[r#"
        UTF-8 Some(Lossy { line: 2, count: 2 })
        "line one\n컨테�\nend �(""#]],
    );
    // Cut in the middle of a letter.
    let cut = KOREAN.as_bytes();
    check(
        &cut[..cut.len() - 4],
        expect![[r##"
        UTF-8 Some(Lossy { line: 3, count: 1 })
        "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이�""##]],
    );
    let mut long = KOREAN.repeat(20).into_bytes();
    long.extend(b"\xB0\xA1");
    long.extend(KOREAN.as_bytes());
    let Decoded { encoding, notice, .. } = decode(&long, None).unwrap();
    expect!["UTF-8 Some(Lossy { line: 61, count: 2 })"]
        .assert_eq(&format!("{encoding} {notice:?}"));
}

#[test]
fn cp949_with_a_bad_byte_says_so() {
    let mut bytes = cp949(KOREAN);
    bytes.extend(b"\xFF\n");
    check(
        &bytes,
        expect![[r##"
        CP949 Some(Lossy { line: 4, count: 1 })
        "# 1. 컨테이너\n\n가상 머신보다 가벼운 격리 환경이다.\n�\n""##]],
    );
    let cut = cp949("컨테이너는 격리된 환경");
    check(
        &cut[..cut.len() - 1],
        expect![[r#"
            CP949 Some(Lossy { line: 1, count: 1 })
            "컨테이너는 격리된 환�""#]],
    );
}

#[test]
fn other_alphabets_are_no_korean() {
    let russian = "Контейнер запускает процесс, изолированный от других процессов.";
    check(
        &encoding_rs::WINDOWS_1251.encode(russian).0,
        expect![[r#"
        windows-1251 Some(Converted("windows-1251"))
        "Контейнер запускает процесс, изолированный от других процессов.""#]],
    );
    let french = "Un conteneur isolé démarre très vite, même à froid.";
    check(
        &encoding_rs::WINDOWS_1252.encode(french).0,
        expect![[r#"
        windows-1252 Some(Converted("windows-1252"))
        "Un conteneur isolé démarre très vite, même à froid.""#]],
    );
}

#[test]
fn binary_files_are_refused() {
    for bytes in [
        &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
        b"\xFF\xD8\xFF\xE0JFIF",
        b"GIF89a",
        b"\x7FELF\x02\x01\x01",
        b"%PDF-1.7\n% text follows",
        b"PK\x03\x04",
        b"\x1F\x8B\x08\0",
        b"\0\0\0\0\0\0\0\0",
        b"\x01\x02\x03\x04 some text",
        b"\xB0\xA1\xB3\xAA\0\0\0\x01\x02",
        b"\xDE\xAD\xBE\xEF\x01\x02\x93\x11\x05",
    ] {
        assert!(decode(bytes, None).is_err(), "{bytes:?}");
    }
}

#[test]
fn a_stray_nul_is_kept_for_the_sanitizer() {
    check(
        b"title: a\0b\n",
        expect![[r#"
        UTF-8 None
        "title: a\0b\n""#]],
    );
    check(b"one\0two\0\0three\0\0\0", expect!["Binary"]);
}

#[test]
fn escape_sequences_are_text() {
    check(
        b"\x1b[31mred\x1b[0m\x07",
        expect![[r#"
        UTF-8 None
        "\u{1b}[31mred\u{1b}[0m\u{7}""#]],
    );
}

#[test]
fn the_readers_word_beats_the_guess_but_not_the_mark() {
    check_forced(
        &cp949("파드"),
        Some(EUC_KR),
        expect![[r#"
        CP949 Some(Converted("CP949"))
        "파드""#]],
    );
    check_forced(
        b"\xEF\xBB\xBF\xED\x8C\x8C",
        Some(EUC_KR),
        expect![[r#"
        UTF-8 None
        "파""#]],
    );
    check_forced(
        &cp949("파드"),
        Some(UTF_8),
        expect![[r#"
        UTF-8 Some(Lossy { line: 1, count: 2 })
        "�ĵ�""#]],
    );
    check_forced(
        b"a\0b\0",
        Some(UTF_16LE),
        expect![[r#"
        UTF-16LE Some(Converted("UTF-16LE"))
        "ab""#]],
    );
    check_forced(
        b"\0a\0b",
        Some(UTF_16BE),
        expect![[r#"
        UTF-16BE Some(Converted("UTF-16BE"))
        "ab""#]],
    );
}

proptest! {
    #[test]
    fn decoding_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for forced in [None, Some(UTF_8), Some(EUC_KR), Some(UTF_16LE)] {
            if let Ok(decoded) = decode(&bytes, forced) {
                prop_assert!(!decoded.text.contains('\r'));
            }
        }
    }

    #[test]
    fn text_comes_back_whole(text in "[가-힣a-z #.,\n]{0,80}") {
        let decoded = decode(text.as_bytes(), None).unwrap();
        prop_assert_eq!(&decoded.text, &text);
        prop_assert_eq!(decoded.notice, None);
    }

    #[test]
    fn korean_in_cp949_comes_back_whole(text in "([가-힣]{2,6} ){6,20}") {
        prop_assert_eq!(&decode(&cp949(&text), Some(EUC_KR)).unwrap().text, &text);
    }

    #[test]
    fn common_korean_in_cp949_is_known(text in "([가나다라마바사아자차카타파하은는이를용어노트]{2,5} ){3,20}") {
        let decoded = decode(&cp949(&text), None).unwrap();
        prop_assert_eq!((decoded.encoding, &decoded.text), ("CP949", &text));
    }

    #[test]
    // A few syllables alone can be Hangul with their bytes in either order; a sentence cannot.
    fn korean_in_utf16_comes_back_whole(text in "([가-힣]{2,6} ){8,20}") {
        prop_assert_eq!(&decode(&utf16(&text, u16::to_le_bytes), None).unwrap().text, &text);
        prop_assert_eq!(&decode(&utf16(&text, u16::to_be_bytes), None).unwrap().text, &text);
    }
}

#[test]
fn course_lists_every_file() {
    let mut files: Vec<String> = std::fs::read_dir("content")
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".md"))
        .collect();
    files.sort();
    let names: Vec<_> =
        gongbu::store::content::course().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, files);
}
