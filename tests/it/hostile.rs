//! Hostile notes: nothing panics, nothing is lost, nothing of theirs moves the terminal. None of
//! these would end if it took quadratic time.

mod files;
mod notes;
mod terminal;

use std::process::{Command, Stdio};

use expect_test::expect;
use gongbu::app::state::layout_words;
use gongbu::diag::{Lines, Manner, render};
use gongbu::layout::{Options, Row, rows};
use gongbu::library::glossary::Glossary;
use gongbu::library::{Note, Source};
use gongbu::text::sanitize::Clean;
use gongbu::words::Locale;

use crate::files::Folder;
use crate::screen::App;

fn note(text: &str) -> Note {
    Note::build(Source {
        path: Clean::visible("노트.md"),
        text: text.to_owned(),
        ..Source::default()
    })
}

fn lay_out(note: &Note, part: usize, width: usize) -> Vec<Row> {
    let words = layout_words(Locale::Ko);
    let options = Options::new(width, &words);
    rows(&note.blocks(part), &options)
}

/// Asserts that every line of `text` may be sent to a terminal.
fn clean(name: &str, what: &str, text: &str) {
    for line in text.lines() {
        let line = line.trim_end();
        assert!(Clean::is_clean(line), "{name}: {what}: {:?}", Clean::visible(line));
    }
}

#[test]
fn nothing_is_lost() {
    let mut lost = String::new();
    for (name, text, all) in notes::all(2) {
        let note = note(&text);
        let there = text.matches('ż').count();
        for width in [20, 100] {
            let mut shown = 0;
            for part in 0..note.parts.len() {
                for row in lay_out(&note, part, width) {
                    assert!(row.width() <= width, "{name}");
                    for piece in row.pieces.iter().filter(|piece| !piece.role.is_decoration()) {
                        shown += piece.text.matches('ż').count();
                    }
                }
            }
            if all && shown < there {
                lost += &format!("{name}: {shown} of {there} at {width}\n");
            }
        }
    }
    assert_eq!(lost, "");
}

#[test]
fn nothing_is_sent_to_the_terminal() {
    for (name, text, _) in notes::all(1) {
        let note = note(&text);
        let lines = Lines::new(&note.text);
        for diagnostic in note.diagnostics.iter().take(100) {
            assert!(diagnostic.span.end <= note.text.len(), "{name}: {diagnostic:?}");
            for locale in [Locale::Ko, Locale::En] {
                let drawn =
                    render(diagnostic, &note.path, &note.text, &lines, Manner::plain(locale));
                clean(name, "diagnostic", &drawn);
            }
        }
        for section in &note.sections {
            clean(name, "address", &section.address);
        }
        for part in 0..note.parts.len().min(40) {
            lay_out(&note, part, 30).iter().for_each(|row| clean(name, "row", &row.text()));
        }
        let library = gongbu::library::Library { notes: vec![std::sync::Arc::new(note)] };
        let glossary = Glossary::collect(&library);
        for term in &glossary.terms {
            term.names().for_each(|term| clean(name, "term", term));
            term.senses.iter().for_each(|sense| clean(name, "meaning", &sense.definition));
        }
    }
}

/// What is made of a note, counted: what is kept of it, and what is shown.
fn made_of(text: &str) -> usize {
    let note = note(text);
    let mut made = note.sections.iter().map(|section| section.address.len() + 1).sum::<usize>();
    made += note.parts.len() + note.diagnostics.len();
    for part in 0..note.parts.len() {
        for row in lay_out(&note, part, 80) {
            made += 1 + row.pieces.len();
            made += row.pieces.iter().map(|piece| piece.text.len()).sum::<usize>();
        }
    }
    let library = gongbu::library::Library { notes: vec![std::sync::Arc::new(note)] };
    for term in &Glossary::collect(&library).terms {
        made += term.names().map(|name| name.len()).sum::<usize>();
        made += term.senses.iter().map(|sense| sense.definition.len() + 1).sum::<usize>();
    }
    made
}

#[test]
fn more_text_makes_as_much_more_of_everything() {
    let mut grows = String::new();
    for ((name, small, _), (_, large, _)) in notes::all(1).into_iter().zip(notes::all(3)) {
        let (few, many) = (made_of(&small), made_of(&large));
        let as_much = (few + 200) * large.len().max(1) / small.len().max(1);
        if many > as_much * 3 / 2 {
            grows += &format!("{name}: {few} of {}, {many} of {}\n", small.len(), large.len());
        }
    }
    assert_eq!(grows, "");
}

/// Asserts that no cell of the screen holds what a terminal would obey.
fn cells(name: &str, app: &App) {
    let (buffer, _) = app.draw();
    for cell in buffer.content() {
        assert!(Clean::is_clean(cell.symbol()), "{name}: {:?}", cell.symbol());
    }
}

#[test]
fn the_app_shows_them() {
    for (at, (name, text, _)) in notes::all(1).into_iter().enumerate() {
        let mut app = App::new(&[("노트\u{1b}[31m.md".to_owned(), text)], 100, 30);
        cells(name, &app);
        for keys in [
            "j ] G",
            "t",
            "w 2 . 1 enter esc",
            "[ tab j enter",
            "/ ż enter n",
            "esc o ż down enter",
            "esc tab / a esc",
            "? esc",
        ] {
            app.keys(keys);
            cells(name, &app);
        }
        // Each is laid out anew for each width, which takes most of the time.
        let sizes = [(40, 12), (1, 1), (0, 0), (20, 5), (2, 90), (300, 2), (120, 36)];
        for (width, height) in sizes.into_iter().cycle().skip(at).take(1) {
            app.resize(width, height);
            app.keys("g g j space G");
            app.click(width, height).wheel(u16::MAX, u16::MAX, true);
            cells(name, &app);
        }
    }
}

/// Runs the program in `folder`; gives its standard output, its standard error and its status.
fn run(folder: &Folder, args: &[&str]) -> (String, String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongbu"));
    command.args(args).current_dir(folder.path("")).env_clear().stdin(Stdio::null());
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

/// What the program does with notes at `path`; `address` is a section's, or nothing's.
fn commands(folder: &Folder, name: &str, path: &str, address: &str) {
    for args in [
        &[path][..],
        &["--lang", "ko", "--color", "never", "--ascii", path],
        &["toc", path],
        &["toc", "--json", path],
        &["check", path],
        &["check", "--json", path],
        &["-n", path, "glossary"],
        &["-n", path, "glossary", "--json"],
        &["-n", path, "glossary", "ż"],
        &["-n", path, "search", "ż"],
        &["-n", path, "search", "--json", "re:[가-힣]+$"],
        &["-n", path, "show", address],
        &["-n", path, "show", address, "--width", "1"],
        &["-n", path, "show", address, "--markdown"],
        &["-n", path, "show", "없는 \u{1b}[31m절"],
    ] {
        let (out, err, status) = run(folder, args);
        assert!(matches!(status, Some(0..=2)), "{name} {args:?}: {status:?}, {err}");
        clean(name, &format!("{args:?}: standard output"), &out.replace('\t', " "));
        clean(name, &format!("{args:?}: standard error"), &err);
    }
}

#[test]
fn every_command_prints_clean_lines() {
    let folder = Folder::new();
    for (at, (_, text, _)) in notes::all(1).into_iter().enumerate() {
        folder.write(format!("all/{at}a\u{1b}]0;b\u{7}\u{202e}.md"), text);
    }
    commands(&folder, "all", "all", "1.1");
}

#[test]
fn every_command_takes_one_note() {
    let names = ["raw", "strings", "coded", "bomb", "names and meanings", "empty"];
    let file = "a\u{1b}]0;b\u{7}\u{202e}.md";
    for (name, text, _) in notes::all(1).into_iter().filter(|(name, ..)| names.contains(name)) {
        let folder = Folder::new();
        folder.write(file, &text);
        commands(&folder, name, file, "1");
    }
}

#[test]
fn what_is_no_note_is_one_clear_line() {
    let folder = Folder::new();
    folder.write("empty.md", "");
    folder.write("nul.md", "가\0나\n".repeat(2));
    folder.write("many-nuls.md", "a\0".repeat(900) + &"\0".repeat(4_000));
    folder.write("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    folder.write(
        "bad.md",
        [b"# 1. ok\n\n".as_slice(), "한글 문장이다. ".repeat(9).as_bytes(), b"\xff\xfe\n"].concat(),
    );
    folder.write("none/readme.txt", "no note");
    let mut said = String::new();
    for path in [
        "missing.md",
        "a\u{1b}[31m\u{202e}.md",
        "none",
        "empty.md",
        "nul.md",
        "many-nuls.md",
        "picture.md",
        "bad.md",
    ] {
        let (out, err, status) = run(&folder, &["--lang", "en", path]);
        clean(path, "standard error", &err);
        let first = out.lines().next().unwrap_or("");
        said += &format!("{} | {first} | {} = {status:?}\n", Clean::visible(path), err.trim_end());
    }
    expect![[r#"
        missing.md |  | gongbu: missing.md: no such file or folder = Some(2)
        a�[31m�.md |  | gongbu: a�[31m�.md: no such file or folder = Some(2)
        none |  | gongbu: none: no notes (.md) in this folder = Some(2)
        empty.md |  |  = Some(0)
        nul.md |  | gongbu: nul.md: a binary file, not text = Some(2)
        many-nuls.md |  | gongbu: many-nuls.md: a binary file, not text = Some(2)
        picture.md |  | gongbu: picture.md: a binary file, not text = Some(2)
        bad.md | 1. ok |  = Some(0)
    "#]]
    .assert_eq(&said);
}

/// Every section uses one footnote and one image, both of a size that must not be read each time.
#[test]
fn long_definitions_are_not_copied_into_every_part() {
    let uses = "# 절\n\n글[^a] ![그림][b]\n\n".repeat(600);
    let image = format!("[b]: data:image/png;base64,{} \"제목\"\n", "A".repeat(60_000));
    let note = note(&format!("{uses}\n[^a]: {}\n\n{image}", "긴 각주다. ".repeat(8_000)));
    let text: String = lay_out(&note, 3, 80).iter().map(|row| row.text() + "\n").collect();
    expect![[r#"
        절
        ──

        글[a] [그림: 그림]
    "#]]
    .assert_eq(&text);
    let size: usize = (0..600).map(|part| lay_out(&note, part, 80).len()).sum();
    assert!(size < 30 * 600, "{size} rows");
}
