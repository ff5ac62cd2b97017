//! The graphics of terminals: what is asked, what the answers mean, what is sent for pictures.
#![cfg(feature = "images")]

use expect_test::expect;
use gongbu::app::area::Area;
use gongbu::app::pictures::{Medium, Pixels, placements};
use gongbu::app::{Effect, Msg};
use gongbu::store::pictures::Shelf;
use gongbu::tui::graphics::Gallery;
use gongbu::tui::graphics::ask::{Answers, Host, How, question};
use gongbu::tui::input::{Event, Parser};

use crate::files::Folder;
use crate::pictures::png;
use crate::screen::App;

const BLOCKS: Medium = Medium::Blocks { all_colours: true };

fn host(variables: &[(&str, &str)]) -> Host {
    let value = |name: &str| {
        variables.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
    };
    Host::new(&value, BLOCKS)
}

#[test]
fn whom_to_ask() {
    let cases: [(&[(&str, &str)], How); 9] = [
        (&[("TERM", "xterm-256color")], How::Directly),
        (&[("TERM", "xterm-kitty"), ("TMUX", "")], How::Directly),
        (&[("TERM", "screen-256color"), ("TMUX", "socket,1,0")], How::ThroughTmux),
        (&[("TERM", "tmux-256color")], How::ThroughTmux),
        (&[("TERM", "xterm"), ("STY", "1.pts")], How::Never),
        (&[("TERM", "screen")], How::Never),
        (&[("TERM", "linux")], How::Never),
        (&[("TERM", "vt220")], How::Never),
        (&[], How::Never),
    ];
    for (variables, how) in cases {
        assert_eq!(host(variables).how, how, "{variables:?}");
    }
}

#[test]
fn what_is_asked() {
    let shown = |how| String::from_utf8(question(how)).unwrap().escape_debug().to_string();
    let all = [How::Directly, How::ThroughTmux, How::Never].map(shown);
    expect![[r#"
        \u{1b}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1b}\\\u{1b}[>q\u{1b}[16t\u{1b}[c
        \u{1b}Ptmux;\u{1b}\u{1b}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1b}\u{1b}\\\u{1b}\\\u{1b}Ptmux;\u{1b}\u{1b}[>q\u{1b}\\\u{1b}[16t\u{1b}[c
    "#]].assert_eq(&all.join("\n"));
}

/// What pictures are drawn with after these bytes have come in.
fn check(host: &Host, cell: Option<Pixels>, bytes: &str, want: (Medium, Option<(u32, u32)>, bool)) {
    let (mut parser, mut answers) = (Parser::default(), Answers::default());
    for event in parser.feed(bytes.as_bytes()) {
        if let Event::Answer(answer) = event {
            answers.take(answer);
        }
    }
    let (medium, cell) = answers.medium(host, cell);
    let cell = cell.map(|cell| (cell.width, cell.height));
    assert_eq!((medium, cell, answers.are_all(host.how)), want, "{bytes:?}");
}

#[test]
fn what_answers_mean() {
    let plain = host(&[("TERM", "xterm-256color")]);
    let tmux = host(&[("TERM", "tmux-256color"), ("TMUX", "x")]);
    let known = Some(Pixels { width: 8, height: 16 });
    let ok = "\u{1b}_Gi=31;OK\u{1b}\\";
    let kitty = "\u{1b}P>|kitty(0.36)\u{1b}\\";
    // Nothing, or not yet.
    check(&plain, None, "", (BLOCKS, None, false));
    check(&plain, known, ok, (BLOCKS, Some((8, 16)), false));
    check(&plain, None, "\u{1b}[?62c", (BLOCKS, None, true));
    // Kitty's, where the characters for cells are known too.
    check(&plain, known, &format!("{ok}{kitty}\u{1b}[?62c"), (Medium::Kitty, Some((8, 16)), true));
    check(
        &plain,
        None,
        &format!("{ok}\u{1b}P>|Konsole 25\u{1b}\\\u{1b}[?62c"),
        (BLOCKS, None, true),
    );
    check(
        &plain,
        None,
        &format!("{ok}\u{1b}P>|ghostty 1.2\u{1b}\\\u{1b}[6;40;20t\u{1b}[?62;22c"),
        (Medium::Kitty, Some((20, 40)), true),
    );
    check(&plain, known, &format!("{kitty}\u{1b}[?62c"), (BLOCKS, Some((8, 16)), true));
    // iTerm2's.
    let wezterm = "\u{1b}P>|WezTerm 2026\u{1b}\\";
    check(&plain, None, &format!("{ok}{wezterm}\u{1b}[?65;4c"), (Medium::Iterm, None, true));
    let iterm = host(&[("TERM", "xterm-256color"), ("LC_TERMINAL", "iTerm2")]);
    check(&iterm, None, "\u{1b}[?64;4c", (Medium::Iterm, None, true));
    check(&iterm, None, "", (BLOCKS, None, false));
    // Sixels, where the size of a cell is known.
    check(&plain, known, "\u{1b}[?62;4;22c", (Medium::Sixel, Some((8, 16)), true));
    check(&plain, None, "\u{1b}[6;20;10t\u{1b}[?62;4c", (Medium::Sixel, Some((10, 20)), true));
    check(&plain, None, "\u{1b}[?62;4;22c", (BLOCKS, None, true));
    check(&plain, None, "\u{1b}[6;0;99999t\u{1b}[?62;4c", (BLOCKS, None, true));
    // tmux answers for itself, and hands on what it may.
    check(&tmux, known, "\u{1b}[?1;2c", (BLOCKS, Some((8, 16)), false));
    check(&tmux, known, "\u{1b}[?1;2;4c", (Medium::Sixel, Some((8, 16)), false));
    check(&tmux, known, &format!("\u{1b}[?1;2c{ok}{kitty}"), (Medium::Kitty, Some((8, 16)), true));
    check(&tmux, known, &format!("{wezterm}\u{1b}[?1;2c"), (BLOCKS, Some((8, 16)), false));
}

/// The app with a picture, and the gallery of a terminal that shows it with `medium`.
struct Shown {
    app: App,
    gallery: Gallery,
}

impl Shown {
    fn new(folder: &Folder, medium: Medium, how: How) -> Shown {
        folder.write("a.png", png(40, 40));
        folder.write("note.md", "");
        let text = format!("앞 글.\n\n![칸](a.png)\n\n{}", "뒷글.\n\n".repeat(20));
        let mut app = App::empty(40, 12);
        (app.shelf, app.how) = (Shelf::new(&[folder.path("")]), how);
        app.load(&crate::screen::library(&[("note.md".to_owned(), text)]));
        let mut shown = Shown { app, gallery: Gallery::new(how == How::ThroughTmux) };
        shown.send(Msg::Medium { medium, cell: Some(Pixels { width: 8, height: 16 }) });
        shown
    }

    fn send(&mut self, msg: Msg) {
        self.app.send(msg);
        self.app.encoded.drain(..).for_each(|encoded| self.gallery.take(encoded));
    }

    fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.send(Msg::Key(key.parse().unwrap()));
        }
    }

    /// What a frame sends besides its cells, with what it is made of left out, and which rows are drawn
    /// anew.
    fn frame(&mut self) -> String {
        let mut out = Vec::new();
        self.gallery.send(&self.app.state, &mut out).unwrap();
        let before = out.len();
        let (rows, pictures) = self.gallery.turn(&self.app.state);
        self.gallery.show(&pictures, &mut out).unwrap();
        let sent = |bytes: &[u8]| {
            let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            let id = format!("{}", std::process::id());
            let text = text.replace(&id, "PID").escape_debug().to_string();
            let short: String = text.chars().take(60).collect();
            if text.chars().count() > 60 { short + "…" } else { short }
        };
        let rows = if rows.is_empty() { String::new() } else { format!(" rows {rows:?}") };
        let where_to: Vec<Area> = pictures.iter().map(|(_, area)| *area).collect();
        let places: Vec<_> =
            where_to.iter().map(|a| format!("{}x{}@{},{}", a.width, a.height, a.x, a.y)).collect();
        let first = if before > 0 { sent(&out[..before]) } else { String::new() };
        format!("{first}|{}{rows}\n", places.join(" "))
    }
}

#[test]
fn sixels_are_shown_where_they_are_whole_and_cleared_where_they_were() {
    let folder = Folder::new();
    let mut shown = Shown::new(&folder, Medium::Sixel, How::Directly);
    let mut out = String::new();
    for keys in ["", "g", "j", "j", "j", "k", "?", "esc", "'", "'"] {
        shown.keys(keys);
        out += &format!("{keys}: {}", shown.frame());
    }
    shown.gallery.forget_shown();
    out += &format!("after the screen was emptied: {}", shown.frame());
    shown.send(Msg::Resize(gongbu::app::state::Size { width: 40, height: 4 }));
    out += &format!("resized: {}", shown.frame());
    expect![[r#"
        : |5x3@1,3
        g: |
        j: |5x3@1,2 rows [3, 4, 5]
        j: |5x3@1,1 rows [2, 3, 4]
        j: | rows [1, 2, 3]
        k: |5x3@1,1
        ?: | rows [1, 2, 3]
        esc: |5x3@1,1
        ': | rows [1, 2, 3]
        ': |5x3@1,1
        after the screen was emptied: |5x3@1,1
        resized: |4x2@0,0 rows [1, 2, 3]
    "#]]
    .assert_eq(&out);
}

#[test]
fn kittys_pictures_are_given_once_and_taken_back() {
    let folder = Folder::new();
    let mut shown = Shown::new(&folder, Medium::Kitty, How::Directly);
    let first = shown.frame();
    assert!(first.starts_with("\\u{1b}_Ga=T,U=1,q=2,f=100,i="), "{first}");
    assert!(first.contains(",c=5,r=3,m=0;"), "{first}");
    assert_eq!(shown.frame(), "|\n");
    // It scrolls as text does: nothing is sent again.
    let cells = |shown: &Shown| {
        let (buffer, _) = shown.app.draw();
        let row = |y| {
            let cells = (0..buffer.area.width).filter_map(|x| buffer.cell((x, y)));
            cells
                .filter(|cell| cell.symbol().starts_with('\u{10eeee}'))
                .map(|cell| cell.symbol().chars().nth(1).unwrap())
                .collect::<String>()
        };
        (0..buffer.area.height).map(row).filter(|row| !row.is_empty()).collect::<Vec<_>>()
    };
    let row = |mark: char| mark.to_string().repeat(5);
    let [first, second, third] = ['\u{305}', '\u{30d}', '\u{30e}'].map(row);
    assert_eq!(cells(&shown), [&*first, &*second, &*third]);
    shown.keys("j j j");
    assert_eq!(cells(&shown), [&*second, &*third]);
    assert_eq!(shown.frame(), "|\n");
    shown.keys("?");
    assert_eq!(cells(&shown), Vec::<String>::new());
    shown.keys("esc '");
    assert_eq!(cells(&shown), Vec::<String>::new());
    // What nobody names any more is taken back.
    shown.send(Msg::Medium { medium: BLOCKS, cell: None });
    let last = shown.frame();
    assert!(last.starts_with("\\u{1b}_Ga=d,d=I,q=2,i="), "{last}");
    assert_eq!(shown.frame(), "|\n");
}

#[test]
fn through_tmux_everything_is_wrapped() {
    let folder = Folder::new();
    let mut shown = Shown::new(&folder, Medium::Kitty, How::ThroughTmux);
    let frame = shown.frame();
    assert!(frame.starts_with("\\u{1b}Ptmux;\\u{1b}\\u{1b}_Ga=T,U=1,q=2,f=100,i="), "{frame}");
}

#[test]
fn a_terminal_is_asked_when_the_first_picture_comes_near_and_once() {
    let ask = |text: &str, keys: &str| {
        let mut app = App::empty(40, 9);
        app.send(Msg::Medium { medium: Medium::Unknown, cell: None });
        let mut asked = 0;
        let library = crate::screen::library(&[("note.md".to_owned(), text.to_owned())]);
        app.send(Msg::Loaded { library, complete: true });
        asked += usize::from(app.effects.contains(&Effect::AskTerminal));
        for key in keys.split_whitespace() {
            app.keys(key);
            asked += usize::from(app.effects.contains(&Effect::AskTerminal));
        }
        assert!(placements(&app.state).is_empty());
        asked
    };
    assert_eq!(ask("글.\n", "j k ' '"), 0);
    assert_eq!(ask("![칸](https://example.com/a.png)\n", "j k"), 0);
    assert_eq!(ask("![칸](a.png)\n", "j k ' '"), 1);
    let far = format!("{}![칸](a.png)\n", "글.\n\n".repeat(30));
    assert_eq!(ask(&far, "j"), 0);
    assert_eq!(ask(&far, "j G k"), 1);
}

/// Bytes of a picture, as the terminal gets them, hold nothing but what we put there.
#[test]
fn nothing_of_a_file_reaches_the_terminal_as_it_is() {
    let folder = Folder::new();
    for medium in [Medium::Kitty, Medium::Iterm, Medium::Sixel] {
        let mut shown = Shown::new(&folder, medium, How::Directly);
        let mut out = Vec::new();
        shown.gallery.send(&shown.app.state, &mut out).unwrap();
        let (_, pictures) = shown.gallery.turn(&shown.app.state);
        shown.gallery.show(&pictures, &mut out).unwrap();
        assert!(!out.is_empty() && out.is_ascii(), "{medium:?}");
        let escapes = out.iter().filter(|byte| byte.is_ascii_control()).count();
        // Save the cursor, go there, the picture and its end, go back.
        assert_eq!(escapes, if medium == Medium::Kitty { 2 } else { 5 }, "{medium:?}");
    }
}

#[cfg(unix)]
mod terminal {
    use super::*;
    use crate::term::Term;

    fn start(folder: &Folder, term: &mut Term) {
        folder.write("a.png", png(40, 40));
        folder.write("note.md", "The quay.\n\n![fields](a.png)\n\nThe harbour.\n");
        term.start(&format!(
            "env -u TMUX -u STY LANG=C TERM=xterm-256color COLORTERM=truecolor \"{}\" \"{}\"",
            env!("CARGO_BIN_EXE_gongbu"),
            folder.path("note.md").display()
        ));
        term.wait_until("the question", |term| term.since().contains("\u{1b}[c"));
        assert!(term.screen().contents().contains("The harbour."), "the text was there before");
    }

    #[test]
    fn a_terminal_that_knows_kittys_graphics_gets_a_picture_and_keeps_none() {
        let (folder, mut term) = (Folder::new(), Term::new(24, 80));
        start(&folder, &mut term);
        term.keys("\u{1b}_Gi=31;OK\u{1b}\\\u{1b}P>|kitty(0.36.4)\u{1b}\\\u{1b}[?62;c");
        term.wait_until("the picture", |term| term.since().contains("\u{10eeee}\u{305}\u{305}"));
        let given = term.since().split("U=1,q=2,f=100,i=").nth(1).unwrap();
        let id = given.split(',').next().unwrap().to_owned();
        let removal = format!("\u{1b}_Ga=d,d=I,q=2,i={id}\u{1b}\\");
        assert!(!term.since().contains(&removal));
        term.keys("q");
        term.wait_until("the end", |term| term.since().contains(&removal));
        term.wait_for_prompt();
        term.assert_left();
        assert_eq!(term.ask("$?"), "0");
    }

    #[test]
    fn suspended_it_takes_its_picture_along_and_brings_it_back() {
        let (folder, mut term) = (Folder::new(), Term::new(24, 80));
        start(&folder, &mut term);
        term.keys("\u{1b}_Gi=31;OK\u{1b}\\\u{1b}P>|kitty(0.36.4)\u{1b}\\\u{1b}[?62;c");
        term.wait_until("the picture", |term| term.since().contains("\u{10eeee}\u{305}\u{305}"));
        term.keys("\u{1a}");
        term.wait_until("the removal", |term| term.since().contains("\u{1b}_Ga=d,d=I,q=2,i="));
        term.wait_for_prompt();
        term.assert_left();
        term.keys("fg\r");
        term.wait_until("the picture again", |term| {
            term.since().contains("a=T,U=1") && term.since().contains("\u{10eeee}\u{305}\u{305}")
        });
        term.keys("q");
        term.wait_for_prompt();
        term.assert_left();
    }

    #[test]
    fn a_terminal_that_answers_nothing_gets_half_blocks_and_garbage_types_nothing() {
        let (folder, mut term) = (Folder::new(), Term::new(24, 80));
        start(&folder, &mut term);
        term.wait_for("▀▀▀▀▀");
        // Too late, in pieces, torn off, of somebody else: it says what it says, and is no key.
        term.keys("\u{1b}_Gi=9;OK\u{1b}\\\u{1b}P>|q");
        term.keys("q\u{1b}\\\u{1b}]11;qqq\u{7}\u{1b}[?6");
        term.keys("2;q\u{1b}[9999q");
        term.keys("?");
        term.wait_for("one line down");
        assert!(term.screen().alternate_screen());
        term.keys("qq");
        term.wait_for_prompt();
        term.assert_left();
    }

    #[test]
    fn keys_that_are_typed_among_the_answers_are_heard() {
        let (folder, mut term) = (Folder::new(), Term::new(24, 80));
        start(&folder, &mut term);
        term.keys("\u{1b}_Gi=31;OK\u{1b}\\?\u{1b}P>|xterm(390)\u{1b}\\\u{1b}[?62;c");
        term.wait_for("one line down");
        term.keys("q");
        term.wait_for("▀▀▀▀▀");
        term.keys("q");
        term.wait_for_prompt();
        term.assert_left();
    }
}
