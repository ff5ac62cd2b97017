//! Terminals that send what no one types, and have sizes that no one wants.
#![cfg(unix)]

use gongbu::tui::graphics::ask::{How, question};

use crate::files::Folder;
use crate::term::Term;

use super::notes;

/// The app in a terminal; however that behaves, it is left as it was.
struct Session {
    term: Term,
    before: String,
    /// Goes with the session.
    _folder: Folder,
}

impl Session {
    fn begin(rows: u16, columns: u16) -> Session {
        let lines: String = (0..200).map(|i| format!("Line {i} of the log.\n\n")).collect();
        let text = format!("# 1. Alpha\n\nThe harbour is quiet.\n\n{lines}# 2. Beta\n\nNo pier.\n");
        Session::on(&[("note.md", &text)], rows, columns)
    }

    fn on(notes: &[(&str, &str)], rows: u16, columns: u16) -> Session {
        let folder = Folder::new();
        notes.iter().for_each(|(name, text)| folder.write(name, text));
        let mut term = Term::new(rows, columns);
        let before = term.ask("$(stty -g)");
        let app = env!("CARGO_BIN_EXE_gongbu");
        term.start(&format!("\"{app}\" \"{}\"", folder.path("").display()));
        term.wait_until("the notes", |term| {
            let shown = term.screen().contents();
            term.screen().alternate_screen()
                && !shown.trim().is_empty()
                && !shown.contains("Loading")
        });
        Session { term, before, _folder: folder }
    }

    /// Closes what is open, and sees that keys do again what they should.
    #[track_caller]
    fn works(&mut self) {
        self.term.keys("\u{1b}\u{1b}\u{1b}\u{1b}\u{1b}\u{1b}\u{1b}\u{1b}");
        self.term.resize(24, 80);
        // Numbers lead to their sections wherever the focus is.
        self.term.keys("1\r");
        self.term.wait_for("The harbour is quiet.");
        self.term.keys("2\r");
        self.term.wait_for("No pier.");
    }

    #[track_caller]
    fn end(mut self) {
        self.term.keys("\u{3}");
        self.term.wait_for_prompt();
        self.term.assert_left();
        assert_eq!(self.term.ask("$?"), "0");
        assert_eq!(self.term.ask("$(stty -g)"), self.before);
    }
}

#[test]
fn answers_that_come_late_and_in_pieces() {
    let mut session = Session::begin(24, 80);
    let answers = [
        "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\",
        "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}",
        "\u{1b}[?62;22c",
        "\u{1b}[24;80R",
        "\u{1b}[?1;0$y",
        "\u{1b}[?0u",
        "\u{1b}P>|term 1.0\u{1b}\\",
        "\u{1b}_Gi=1;OK\u{1b}\\",
        "\u{1b}[4;600;800t",
        "\u{1b}[I\u{1b}[O",
    ];
    for answer in answers {
        session.term.keys(answer);
    }
    session.works();
    for byte in answers.concat().chars() {
        session.term.keys(&byte.to_string());
    }
    session.works();
    session.end();
}

#[test]
fn the_colours_follow_the_ground() {
    let mut session = Session::begin(24, 80);
    let heading = |term: &Term| {
        // The contents have the name, too, but further to the left.
        let cells = (30..80).flat_map(|x| (0..5).map(move |y| (y, x)));
        let mut cells = cells.filter_map(|(y, x)| term.screen().cell(y, x));
        cells.find(|cell| cell.contents() == "A").map(vt100::Cell::fgcolor)
    };
    let magenta = Some(vt100::Color::Idx(5));
    session.term.wait_until("neutral colours", |term| heading(term) == magenta);
    assert_eq!(session.term.since().matches("\u{1b}]11;?").count(), 1);
    // In pieces, and in the midst of what is typed.
    for piece in ["j\u{1b}]11;rgb:ff", "ff/ffff/", "f0f0\u{1b}", "\\k"] {
        session.term.keys(piece);
    }
    let blue = Some(vt100::Color::Idx(25));
    session.term.wait_until("the colours of a light theme", |term| heading(term) == blue);
    session.works();
    session.end();
}

#[test]
fn sequences_cut_in_half() {
    let mut session = Session::begin(24, 80);
    // Each is followed by what ends it in the mind of whoever waits for its end.
    for half in
        ["\u{1b}[", "\u{1b}O", "\u{1b}[1;", "\u{1b}[<0;", "\u{1b}[?", "\u{1b}[;;;", "\u{1b}[1;5"]
    {
        session.term.keys(half);
        session.term.keys("Mccmm~");
        session.works();
    }
    session.end();
}

/// Keys, halves of characters and sequences, as a broken line would send them; but nothing that ends
/// or stops the app.
#[test]
fn garbage() {
    let mut session = Session::begin(24, 80);
    let mut state = 1_u32;
    let mut garbage = Vec::new();
    while garbage.len() < 20_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [byte, kind, ..] = state.to_be_bytes();
        let byte = if kind % 8 == 0 { b"\x1b[<;0Mm?"[usize::from(byte % 8)] } else { byte };
        if !matches!(byte, 0x03 | 0x1a | b'q' | b'Q' | b'e' | b'~') {
            garbage.push(byte);
        }
    }
    session.term.send(&garbage);
    session.term.keys("Mm~ccmM");
    session.works();
    session.end();
}

#[test]
fn pastes_of_all_sizes() {
    let mut session = Session::begin(24, 80);
    let hostile = "\u{1b}]0;x\u{7}\u{9b}2J\0\u{3}\u{4}\r\n가\u{202e}".repeat(200);
    for text in [String::new(), "x".repeat(300_000), hostile, "harbour\n".to_owned()] {
        for field in ["", "/", "o", "2", "s"] {
            session.term.keys(field);
            session.term.keys(&format!("\u{1b}[200~{text}\u{1b}[201~\u{1b}\u{1b}\u{1b}\u{1b}"));
        }
        session.works();
    }
    session.end();
}

#[test]
fn thousands_of_resizes() {
    let mut session = Session::begin(24, 80);
    for i in 0..3_000_u16 {
        session.term.resize(i % 60 + 1, i * 7 % 200 + 1);
    }
    session.works();
    session.end();
}

#[test]
fn a_mouse_off_the_screen() {
    let mut session = Session::begin(24, 80);
    for (x, y) in [(1, 1), (80, 24), (81, 25), (500, 2), (2, 500), (65_535, 65_535), (99_999, 1)] {
        for button in [0, 1, 2, 3, 32, 35, 64, 65, 66, 128, 255] {
            session.term.keys(&format!("\u{1b}[<{button};{x};{y}M\u{1b}[<{button};{x};{y}m"));
        }
    }
    session.term.keys("\u{1b}[M !!\u{1b}[M`zz\u{1b}[32;500;500M");
    session.works();
    session.end();
}

#[test]
fn one_cell() {
    let mut session = Session::begin(1, 1);
    session.term.keys("jk]GgdbtT\t\tj\r\u{1b}[<0;1;1M/a\r?");
    session.works();
    session.term.resize(1, 1);
    session.term.keys("2\r/x\r");
    session.works();
    session.end();
}

/// What is sent to the terminal is text, and what ratatui and we know: colours, places, modes.
#[test]
fn nothing_of_a_note_is_obeyed() {
    let all = notes::all(1);
    for (name, text, _) in all.iter().filter(|note| ["raw", "strings", "halves"].contains(&note.0))
    {
        let file = "a\u{1b}]0;evil\u{7}\u{9b}2J.md";
        let mut session = Session::on(&[(file, text), ("b.md", "# 9. Zeta\n")], 30, 120);
        session.term.keys("jj]]t\u{1b}\u{1b}w\u{1b}\u{1b}o1\r2.1\r\t\tj\r");
        session.term.keys("\u{1b}\u{1b}G");
        session.term.wait_for("Zeta");
        // We ask the terminal for its ground, and where there is a picture, what it can show.
        let question = String::from_utf8(question(How::Directly)).unwrap();
        let sent = session.term.since().replacen(&question, "", 1);
        let sent = sent.replacen("\u{1b}]11;?\u{1b}\\", "", 1);
        let obeyed = [
            '\u{7}', '\u{8}', '\u{e}', '\u{80}', '\u{85}', '\u{90}', '\u{98}', '\u{9b}', '\u{9d}',
            '\u{7f}', '\u{202e}', '\u{2066}',
        ];
        assert_eq!(sent.chars().find(|c| obeyed.contains(c)), None, "{name}");
        for strings in ["\u{1b}]", "\u{1b}P", "\u{1b}_", "\u{1b}X", "\u{1b}^", "\u{1b}c", "\u{1b}#"]
        {
            assert!(!sent.contains(strings), "{name}: {strings:?}");
        }
        session.end();
    }
}
