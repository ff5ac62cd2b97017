//! Notes that nobody writes, and properties of what is found in any.

use gongbu::library::cards::{Faces, of_note, problems};
use gongbu::review::anki;
use gongbu::text::sanitize::Clean;
use proptest::prelude::*;

use super::library;

/// The number of cards, and their bytes as texts.
fn counted(note: &str) -> (usize, usize) {
    let library = library(&[("note.md", note)]);
    let cards = of_note(&library, 0, true).cards;
    let bytes = cards.iter().map(|card| card.prompt().len() + card.answer().len()).sum();
    (cards.len(), bytes)
}

#[test]
fn very_many_cards() {
    let many = 20_000;
    assert_eq!(counted(&"가 :: 나\n".repeat(many)).0, many);
    assert_eq!(counted(&"- 가 :: 나\n".repeat(many)).0, many);
    assert_eq!(counted(&"Q: 가\nA: 나\n".repeat(many)).0, many);
    assert_eq!(counted(&"- Q: 가\n- A: 나\n".repeat(many)).0, many);
    assert_eq!(counted(&"C: [가]\n\n".repeat(many)).0, many);
}

#[test]
fn very_many_of_what_is_none() {
    let many = 20_000;
    for text in ["[", "]", "[a", "a :: ", ":: ", "?\n", "Q:", "A: ", "Q: a\n", "C: [", "[[", "==a"]
    {
        let note = format!("C: {}\n", text.repeat(many));
        let (cards, bytes) = counted(&note);
        assert!(bytes <= note.len() * 8 + (1 << 20), "{text}: {cards} {bytes}");
    }
    let nested = format!("C: {}a{}\n", "[".repeat(many), "]".repeat(many));
    assert_eq!(counted(&nested).0, 1);
    let gaps = format!("C: {}\n", "[a] ".repeat(many));
    assert!(counted(&gaps).0 <= 64);
    let deep = format!("{}Q: a\nA: b\n", "> ".repeat(200));
    assert!(counted(&deep).0 <= 1);
    let chain = "a\n?\n- b\n".repeat(many / 4);
    let (_, bytes) = counted(&chain);
    assert!(bytes <= chain.len() * 8);
}

#[test]
fn an_answer_that_says_nothing_is_none() {
    assert_eq!(counted("Q: 가\nA:\n\n> \n").0, 0);
    assert_eq!(counted("Q: 가\nA:\n\n<details></details>\n").0, 0);
    assert_eq!(counted("Q: 가\nA:\n\n> 나\n").0, 1);
}

#[test]
fn a_gap_that_ends_in_a_space() {
    let library = library(&[("note.md", "C: [가][나 ]\n")]);
    let cards = of_note(&library, 0, true).cards;
    let mut faces = Faces::new(&library);
    for card in &cards {
        assert!(faces.face(card).is_some_and(|face| super::shows(card, &face)), "{card:?}");
    }
    assert_eq!(cards.len(), 2);
}

/// What an author could write, thrown together.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "Q: ",
        "A: ",
        "A. ",
        "B. ",
        "C: ",
        "질문: ",
        "답:",
        "**Q:** ",
        " :: ",
        " ::: ",
        "\n?\n",
        "\n??\n",
        "[",
        "]",
        "==",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "  ",
        "# ",
        "1. ",
        "---\n",
        "```\n",
        "`",
        "파드",
        "노드: 컴퓨터 한 대",
        "e\u{301}",
        "\u{1b}[31m",
        "&#27;",
        "\\",
        "![",
        "](a)",
        "[^1]",
        "[^1]: b\n",
        "\n: ",
        "| 용어 | 설명 |\n|---|---|\n",
        "<details>",
        "</details>",
        "*[a]: b",
        "$$x$$",
        "%%",
        "# 용어\n",
    ];
    prop::sample::select(pieces.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn cards_stand_in_the_note_and_are_clean(pieces in prop::collection::vec(piece(), 0..40)) {
        let note = pieces.concat();
        let front = ["", "---\ngongbu: {cards: [terms, definitions, qa, cloze, pairs, highlights, inferred]}\n---\n"];
        for front in front {
            let note = format!("{front}{note}");
            let library = library(&[("note.md", &note)]);
            let found = of_note(&library, 0, true);
            let mut faces = Faces::new(&library);
            let mut before = 0;
            for card in &found.cards {
                prop_assert!(note.get(card.span.start..card.span.end).is_some(), "{:?}", card.span);
                prop_assert!(card.span.start >= before);
                before = card.span.start;
                for text in [card.prompt(), card.answer()] {
                    prop_assert!(Clean::is_clean(&text) && !text.is_empty(), "{text:?}");
                }
                let face = faces.face(card);
                prop_assert!(face.as_ref().is_some_and(|face| super::shows(card, face)), "{card:?} {face:?}");
            }
            let mut out = String::new();
            let mut add = |line: &str| -> Result<(), ()> { out.push_str(line); Ok(()) };
            anki::lines(&library, true, &mut add).unwrap();
            for line in out.lines().skip(6) {
                let columns: Vec<&str> = line.split('\t').collect();
                prop_assert!(columns.len() == 6 && !columns.iter().any(|own| own.starts_with('"')), "{line}");
                let signs = (line.matches("{{").count(), line.matches("}}").count());
                prop_assert!(signs.0 == signs.1 && (signs.0 > 0) == (columns[1] == "Cloze"), "{line}");
                prop_assert!(columns.iter().all(|own| Clean::is_clean(own)), "{line}");
            }
            // `check` reads less, and finds the same.
            prop_assert_eq!(&problems(&library.notes[0]), &found.diagnostics);
            for diagnostic in &found.diagnostics {
                prop_assert!(note.get(diagnostic.span.start..diagnostic.span.end).is_some());
            }
        }
    }
}
