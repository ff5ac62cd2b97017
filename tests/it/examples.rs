//! No character is lost: the examples of CommonMark, of GFM and of the Markdown parser, laid out.

mod said;
mod suite;

use std::process::Command;

use gongbu::app::area::text_columns;
use gongbu::app::state::layout_words;
use gongbu::doc::{Block, plain};
use gongbu::layout::{Options, Piece, rows};
use gongbu::library::{Note, Source};
use gongbu::text::sanitize::Clean;
use gongbu::words::Locale;
use unicode_normalization::UnicodeNormalization;

use crate::files::Folder;
use crate::linear::listening::heard;
use crate::screen::App;
use said::Said;
use suite::Example;

/// The examples of which so many texts are left out, and why.
const EXCEPTIONS: &[(&str, usize, usize, &str)] = &[
    ("spec", 170, 1, PROGRAM),
    ("spec", 172, 1, PROGRAM),
    ("spec", 176, 1, PROGRAM),
    ("spec", 178, 1, PROGRAM),
    ("blockquotes_tags", 18, 3, KIND),
    ("regression", 48, 1, CONTROL),
    ("regression", 203, 2, EMOJI),
    ("regression", 106, 2, FRONT),
    ("regression", 107, 3, FRONT),
    ("regression", 108, 2, FRONT),
    ("metadata_blocks", 1, 2, FRONT),
    ("metadata_blocks", 4, 2, FRONT),
    ("metadata_blocks", 7, 2, FRONT),
    ("metadata_blocks", 8, 2, FRONT),
    ("metadata_blocks", 9, 3, FRONT),
];

const PROGRAM: &str = "What stands in <script> and <style> is for a browser, not for people.";
const EMOJI: &str = "The name of an emoji stands for it.";
const CONTROL: &str = "No character that a terminal could obey is shown.";
const KIND: &str =
    "A callout may have any kind in Obsidian; its name is shown, its brackets are not.";
const FRONT: &str = "Front matter is no text of a note; what it says of it stands above its text.";

fn note(text: &str) -> Note {
    Note::build(Source {
        path: Clean::literal("예문.md"),
        text: text.to_owned(),
        ..Source::default()
    })
}

/// What of the note is shown at a width.
fn shown(note: &Note, width: usize) -> Vec<Piece> {
    let words = layout_words(Locale::En);
    let options = Options::new(width, &words);
    let mut pieces = Vec::new();
    for part in 0..note.parts.len() {
        for row in rows(&note.shown_blocks(part), &options) {
            assert!(row.width() <= width, "{:?}", row.text());
            pieces.extend(row.pieces.into_iter().filter(|piece| !piece.span.is_empty()));
        }
    }
    pieces
}

/// Whether the pieces of the place that `said` stands at show all of it, in order. Cells stand beside
/// each other on the screen and footnotes at its end, so that only places can be compared.
fn is_shown(said: &Said, pieces: &[Piece]) -> bool {
    let mut there = String::new();
    for piece in pieces {
        let (start, end) =
            (piece.span.start.max(said.place.start), piece.span.end.min(said.place.end));
        if start < end {
            let exact = piece.text.len() == piece.span.len();
            let own = start - piece.span.start..end - piece.span.start;
            let text = piece.text.get(own).filter(|_| exact).unwrap_or(&piece.text);
            // `²` is a 2 that is raised.
            there.extend(text.nfkc());
        }
    }
    let bare = |c: &char| !c.is_whitespace();
    let mut there = there.chars().filter(bare);
    said.text.nfkc().filter(bare).all(|c| there.any(|other| other == c))
}

/// What is lost at a width.
fn lost(text: &str, width: usize) -> Vec<Said> {
    let pieces = shown(&note(text), width);
    said::all(text).into_iter().filter(|said| !is_shown(said, &pieces)).collect()
}

#[test]
fn no_character_is_lost() {
    let mut wrong = String::new();
    let examples = suite::examples();
    for (file, number, ..) in EXCEPTIONS {
        let found = examples.iter().any(|example| example.name == (*file, *number));
        assert!(found, "no such example: {file} {number}");
    }
    for Example { name, text } in &examples {
        let exception = EXCEPTIONS.iter().find(|(file, number, ..)| (*file, *number) == *name);
        let excepted = exception.map_or(0, |(.., count, _)| *count);
        for width in [20, 80, 120] {
            let lost = lost(text, width);
            if lost.len() != excepted {
                let found = lost.len();
                wrong += &format!(
                    "{name:?}, {width} columns: {found} lost, {excepted} excepted: {lost:?} of {text:?}\n"
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Line by line nothing stands beside anything else: what is said stands in order from its block on.
#[test]
fn no_character_is_lost_on_who_listens() {
    let mut wrong = String::new();
    for Example { name, text } in &suite::examples() {
        let exception = EXCEPTIONS.iter().find(|(file, number, ..)| (*file, *number) == *name);
        let excepted = exception.map_or(0, |(.., count, _)| *count);
        let lines = heard(&note(text), Locale::En);
        let is_heard = |said: &Said| {
            let of_block = lines.iter().rposition(|line| line.at <= said.place.start);
            let at = of_block.and_then(|of_block| Some(lines.get(of_block)?.at));
            let from = lines.iter().position(|line| Some(line.at) == at).unwrap_or(0);
            let mut there = lines.iter().skip(from).flat_map(|line| line.text.nfkc());
            let mut text = said.text.nfkc().filter(|c| !c.is_whitespace());
            text.all(|c| there.any(|other| other == c))
        };
        let mut lost = said::all(text);
        lost.retain(|said| !is_heard(said));
        if lost.len() > excepted {
            wrong += &format!("{name:?}: {excepted} excepted: {lost:?} of {text:?}: {lines:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn titles_say_what_headings_show() {
    let mut titles = 0;
    for Example { name, text } in &suite::examples() {
        let note = note(text);
        for section in &note.sections {
            let blocks = note.shown_blocks(section.parts.start);
            let Some(Block::Heading { content, .. }) = blocks.first() else {
                panic!("{name:?}: no heading above {blocks:?}");
            };
            assert_eq!(plain(content).trim(), section.shown.trim(), "{name:?}");
            titles += 1;
        }
    }
    assert!(titles > 150, "{titles}");
}

/// A row that is not blank, without the spaces at its end.
fn row(row: &str) -> Option<String> {
    let row = row.trim_end();
    (!row.is_empty()).then(|| row.to_owned())
}

#[test]
fn what_is_printed_is_what_is_read() {
    let examples = suite::examples();
    let folder = Folder::new();
    let name = |at: usize| format!("예문-{at:04}");
    for (at, example) in examples.iter().enumerate() {
        folder.write(name(at) + ".md", &example.text);
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongbu"));
    command.args(["--lang", "ko", "."]).current_dir(folder.path("")).env_clear();
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    let mut printed = printed.lines().filter_map(row).peekable();

    // As wide as what is printed.
    let mut columns = 80;
    while text_columns(&App::new(&[], columns, 10).state) < 80 {
        columns += 1;
    }
    for (at, Example { name: example, text }) in examples.iter().enumerate() {
        assert_eq!(printed.next(), Some(format!("== {} ==", name(at))));
        let mut app = App::new(&[(name(at) + ".md", text.clone())], columns, 1000);
        app.keys("=");
        for (_, read) in app.state.reader.visible() {
            // What is printed cannot be chosen: it has no sign that leads back from a footnote.
            let text = read.text();
            let said = text.trim_end_matches('↩');
            let sign_alone = said != text && said.trim_matches(['│', ' ']).is_empty();
            if let Some(read) = row(said).filter(|_| !sign_alone) {
                assert_eq!(printed.next(), Some(read), "{example:?}");
            }
        }
    }
    assert_eq!(printed.next(), None);
}
