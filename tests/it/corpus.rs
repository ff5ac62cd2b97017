//! `tests/data`: put a note in, and get a file beside it that says how it is read (with
//! `UPDATE_EXPECT=1`): outline, terms, diagnostics, and all of its text at 60 columns.

use std::fmt::Write;
use std::sync::Arc;

use expect_test::expect_file;
use gongbu::app::state::layout_words;
use gongbu::diag::Lines;
use gongbu::layout::{Options, rows};
use gongbu::library::glossary::Glossary;
use gongbu::library::{Library, Note, Source, uses};
use gongbu::text::sanitize::Clean;
use gongbu::words::Locale;

fn golden(name: &str, text: String) -> String {
    let note = Arc::new(Note::build(Source { path: Clean::new(name), text, ..Source::default() }));
    let library = Library { notes: vec![note.clone()] };
    let lines = Lines::new(&note.text);
    let mut out = String::from("== outline ==\n");
    for section in &note.sections {
        let (line, _) = lines.position(&note.text, section.heading.start);
        let indent = "  ".repeat(section.depth);
        let empty = if section.empty { " (empty)" } else { "" };
        writeln!(out, "{line:4}{indent}§{} {}{empty}", section.address, section.title).unwrap();
    }
    out += "\n== terms ==\n";
    let glossary = Glossary::collect(&library);
    let used_in = uses::used_in(&library, &glossary);
    for (term, places) in glossary.terms.iter().zip(used_in) {
        let aliases = Clean::join(&term.aliases, ", ");
        writeln!(out, "{} [{aliases}]", term.name).unwrap();
        for sense in &term.senses {
            let address = library.address(sense.place);
            writeln!(out, "  §{address} {:?}: {}", sense.origin, sense.definition).unwrap();
        }
        let places: Vec<_> = places.iter().map(|place| library.address(*place)).collect();
        writeln!(out, "  used in {}", places.join(" ")).unwrap();
    }
    out += "\n== diagnostics ==\n";
    for diagnostic in &note.diagnostics {
        let (line, column) = lines.position(&note.text, diagnostic.span.start);
        let message = diagnostic.message(Locale::En);
        writeln!(out, "{line}:{column} {} {message}", diagnostic.code.as_str()).unwrap();
    }
    out += "\n== text ==\n";
    let words = layout_words(Locale::En);
    let options = Options::new(60, &words);
    for part in 0..note.parts.len() {
        for row in rows(&note.blocks(part), &options) {
            writeln!(out, "{}", row.text().trim_end()).unwrap();
        }
        out.push('\n');
    }
    out
}

#[test]
fn every_note_is_read_as_its_golden_file_says() {
    let folder = format!("{}/tests/data", env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".md"))
        .collect();
    names.sort();
    assert!(!names.is_empty());
    for name in names {
        let path = format!("{folder}/{name}");
        let text = std::fs::read_to_string(&path).unwrap();
        expect_file![path.replace(".md", ".golden")].assert_eq(&golden(&name, text));
    }
}
