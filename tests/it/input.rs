//! What the terminal sends: bytes in, events out.

use expect_test::{Expect, expect};
use gongbu::tui::input::{Event, Parser};
use gongbu::words::Locale;
use proptest::prelude::*;

fn said(events: &[Event]) -> String {
    let each = events.iter().map(|event| match event {
        Event::Key(key) => key.folded().label(Locale::En),
        Event::Mouse(mouse) => format!("{:?}@{},{}", mouse.button, mouse.x, mouse.y),
        Event::Paste(text) => format!("paste {text:?}"),
        Event::Answer(answer) => format!("{answer:?}"),
    });
    each.collect::<Vec<_>>().join(" ")
}

/// Each line is what comes in one piece, and a wait after it where it ends in `…`.
fn read(parser: &mut Parser, pieces: &[&str]) -> String {
    let mut events = Vec::new();
    for piece in pieces {
        let (bytes, waits) = piece.strip_suffix('…').map_or((*piece, false), |piece| (piece, true));
        events.extend(parser.feed(bytes.as_bytes()));
        if waits && parser.patience().is_some() {
            events.extend(parser.give_up());
            assert_eq!(parser.patience(), None, "{piece:?} is held for ever");
        }
    }
    said(&events)
}

/// As a terminal that was asked something sends it.
fn check(lines: &[&[&str]], expect: Expect) {
    let lines = lines.iter().map(|pieces| {
        let shown: Vec<_> = pieces.iter().map(|piece| piece.escape_debug().to_string()).collect();
        let mut parser = Parser::default();
        parser.set_asked(true);
        format!("{}: {}\n", shown.join(" "), read(&mut parser, pieces))
    });
    expect.assert_eq(&lines.collect::<String>());
}

#[test]
fn keys() {
    check(
        &[
            &["aG가ㅓ1/"],
            &["\r\t\u{7f}\n\0\u{1}\u{3}\u{1a}\u{c}\u{1d}"],
            &["\u{1b}[A\u{1b}OB\u{1b}[C\u{1b}[D\u{1b}[H\u{1b}[F\u{1b}OH"],
            &["\u{1b}[1~\u{1b}[2~\u{1b}[3~\u{1b}[4~\u{1b}[5~\u{1b}[6~\u{1b}[7~\u{1b}[8~"],
            &["\u{1b}[1;5C\u{1b}[1;3D\u{1b}[1;2A\u{1b}[5;5~\u{1b}[Z"],
            &["\u{1b}OP\u{1b}[[A\u{1b}[[E\u{1b}[11~\u{1b}[15~\u{1b}[17~\u{1b}[24~\u{1b}[1;2S"],
            &["\u{1b}a\u{1b}\u{7f}\u{1b}가\u{1b}\r"],
            &["\u{1b}…"],
            &["\u{1b}\u{1b}…"],
            &["\u{1b}[…"],
            &["\u{1b}P…"],
            &["\u{1b}[106;5u\u{1b}[13u"],
            &["\u{1b}[I\u{1b}[O\u{1b}[99~\u{1b}[?2026;2$y\u{1b}[2;5R"],
        ],
        expect![[r#"
            aG가ㅓ1/: a G 가 ㅓ 1 /
            \r\t\u{7f}\n\0\u{1}\u{3}\u{1a}\u{c}\u{1d}: Enter Tab Backspace Ctrl-J Ctrl-Space Ctrl-A Ctrl-C Ctrl-Z Ctrl-L Ctrl-5
            \u{1b}[A\u{1b}OB\u{1b}[C\u{1b}[D\u{1b}[H\u{1b}[F\u{1b}OH: ↑ ↓ → ← Home End Home
            \u{1b}[1~\u{1b}[2~\u{1b}[3~\u{1b}[4~\u{1b}[5~\u{1b}[6~\u{1b}[7~\u{1b}[8~: Home Ins Del End PgUp PgDn Home End
            \u{1b}[1;5C\u{1b}[1;3D\u{1b}[1;2A\u{1b}[5;5~\u{1b}[Z: Ctrl-→ Alt-← Shift-↑ Ctrl-PgUp Shift-Tab
            \u{1b}OP\u{1b}[[A\u{1b}[[E\u{1b}[11~\u{1b}[15~\u{1b}[17~\u{1b}[24~\u{1b}[1;2S: F1 F1 F5 F1 F5 F6 F12 Shift-F4
            \u{1b}a\u{1b}\u{7f}\u{1b}가\u{1b}\r: Alt-a Alt-Backspace Alt-가 Alt-Enter
            \u{1b}…: Esc
            \u{1b}\u{1b}…: Esc Esc
            \u{1b}[…: Alt-[
            \u{1b}P…: Alt-P
            \u{1b}[106;5u\u{1b}[13u: Ctrl-J Enter
            \u{1b}[I\u{1b}[O\u{1b}[99~\u{1b}[?2026;2$y\u{1b}[2;5R: Ctrl-F3
        "#]],
    );
}

#[test]
fn the_mouse_and_pastes() {
    check(
        &[
            &[
                "\u{1b}[<0;3;4M\u{1b}[<0;3;4m\u{1b}[<64;1;1M\u{1b}[<65;300;2M\u{1b}[<2;1;1M\u{1b}[<35;1;1M\u{1b}[<32;9;9M",
            ],
            &["\u{1b}[M !!\u{1b}[Ma!!j"],
            &["\u{1b}[32;5;6M"],
            &["\u{1b}[200~가\nq\u{1b}[A\u{1b}[201~j"],
            &["\u{1b}[20", "0~ab\u{1b}[2", "01~j"],
            &["\u{1b}[200~ab\u{1b}[20…", "j"],
        ],
        expect![[r#"
            \u{1b}[<0;3;4M\u{1b}[<0;3;4m\u{1b}[<64;1;1M\u{1b}[<65;300;2M\u{1b}[<2;1;1M\u{1b}[<35;1;1M\u{1b}[<32;9;9M: Left@2,3 Up@2,3 WheelUp@0,0 WheelDown@299,1 Drag@8,8
            \u{1b}[M !!\u{1b}[Ma!!j: Left@0,0 WheelDown@0,0 j
            \u{1b}[32;5;6M: Left@4,5
            \u{1b}[200~가\nq\u{1b}[A\u{1b}[201~j: paste "가\nq\u{1b}[A" j
            \u{1b}[20 0~ab\u{1b}[2 01~j: paste "ab" j
            \u{1b}[200~ab\u{1b}[20… j: paste "ab\u{1b}[20" j
        "#]],
    );
}

#[test]
fn answers() {
    check(
        &[
            &[
                "\u{1b}_Gi=31;OK\u{1b}\\\u{1b}P>|kitty(0.36.4)\u{1b}\\\u{1b}[6;36;18t\u{1b}[?62;4;22c",
            ],
            &["\u{1b}_Gi=31;ENOTSUP:no\u{1b}\\\u{1b}[?1;2c"],
            &["j\u{1b}_Gi=31;OK\u{1b}\\k"],
            &["\u{1b}", "_", "Gi=3", "1;O", "K\u{1b}", "\\j"],
            &["\u{1b}[?6", "2;4c", "\u{1b}[6;3", "6;18tj"],
            &["\u{1b}P>|xterm(390)", "\u{1b}", "\\q"],
            &["\u{1b}]11;rgb:0000/0000/0000\u{7}j\u{1b}]11;rgb:0/0/0\u{1b}\\k"],
            // Escape and then a key: no answer goes on so.
            &["\u{1b}", "j", "\u{1b}", "\u{1b}", "x"],
            // Of another program, or of nobody.
            &["\u{1b}_Gi=7;OK\u{1b}\\\u{1b}P1$r0m\u{1b}\\\u{1b}^x\u{1b}\\\u{1b}Xx\u{1b}\\j"],
        ],
        expect![[r#"
            \u{1b}_Gi=31;OK\u{1b}\\\u{1b}P>|kitty(0.36.4)\u{1b}\\\u{1b}[6;36;18t\u{1b}[?62;4;22c: Kitty(true) Name("kitty(0.36.4)") Cell(36, 18) Attributes { sixel: true }
            \u{1b}_Gi=31;ENOTSUP:no\u{1b}\\\u{1b}[?1;2c: Kitty(false) Attributes { sixel: false }
            j\u{1b}_Gi=31;OK\u{1b}\\k: j Kitty(true) k
            \u{1b} _ Gi=3 1;O K\u{1b} \\j: Kitty(true) j
            \u{1b}[?6 2;4c \u{1b}[6;3 6;18tj: Attributes { sixel: true } Cell(36, 18) j
            \u{1b}P>|xterm(390) \u{1b} \\q: Name("xterm(390)") q
            \u{1b}]11;rgb:0000/0000/0000\u{7}j\u{1b}]11;rgb:0/0/0\u{1b}\\k: Ground(Some(Dark)) j Ground(Some(Dark)) k
            \u{1b} j \u{1b} \u{1b} x: Esc j Esc Esc x
            \u{1b}_Gi=7;OK\u{1b}\\\u{1b}P1$r0m\u{1b}\\\u{1b}^x\u{1b}\\\u{1b}Xx\u{1b}\\j: j
        "#]],
    );
}

#[test]
fn what_is_torn_off_types_nothing() {
    check(
        &[
            &["\u{1b}_Gi=31;O…", "j"],
            &["\u{1b}P>|kit\u{1b}[A", "j"],
            &["\u{1b}[?62;…", "j"],
            &["\u{1b}[1;…", "j"],
            &["\u{1b}[<0;3\u{1b}[<0;3;4M"],
            &["\u{1b}[12\u{3}"],
            &["\u{ff}a"],
        ],
        expect![[r#"
            \u{1b}_Gi=31;O… j: j
            \u{1b}P>|kit\u{1b}[A j: ↑ j
            \u{1b}[?62;… j: j
            \u{1b}[1;… j: j
            \u{1b}[<0;3\u{1b}[<0;3;4M: Left@2,3
            \u{1b}[12\u{3}: Ctrl-C
            ÿa: ÿ a
        "#]],
    );
    // A character that is cut off, bytes that are none.
    let mut parser = Parser::default();
    let mut events = parser.feed(b"\xea\xb0");
    events.extend(parser.feed(b"\x80\xff\xc3(\xed\xa0\x80"));
    events.extend(parser.feed(b"\xea\xb0"));
    events.extend(parser.give_up());
    events.extend(parser.feed(b"j"));
    assert_eq!(said(&events), "가 ( j");
    let endless = [b"\x1b_G".to_vec(), vec![b'x'; 5000]].concat();
    assert_eq!(said(&parser.feed(&endless)), "");
    assert_eq!(said(&parser.feed(b"j")), "j");
}

#[test]
fn an_answer_that_is_torn_after_its_escape_is_put_together_where_one_is_awaited() {
    let pieces = ["\u{1b}…", "_Gi=31;OK\u{1b}\\", "j"];
    let mut parser = Parser::default();
    parser.set_asked(true);
    assert_eq!(read(&mut parser, &pieces), "Esc Kitty(true) j");
    parser.set_asked(false);
    assert_eq!(read(&mut parser, &["\u{1b}…", "[?"]), "Esc [ ?");
    parser.set_asked(true);
    assert_eq!(read(&mut parser, &["\u{1b}…", "j", "_G"]), "Esc j _ G");
}

#[test]
fn escape_is_a_key_at_once_where_nothing_was_asked() {
    let mut parser = Parser::default();
    assert_eq!(read(&mut parser, &["\u{1b}", "1", "\u{1b}\u{1b}", "\r"]), "Esc 1 Esc Esc Enter");
    assert_eq!(read(&mut parser, &["\u{1b}\u{1b}\u{1b}1\r\u{1b}1"]), "Esc Esc Esc 1 Enter Alt-1");
    assert_eq!(read(&mut parser, &["\u{1b}\u{1b}[A\u{1b}OB"]), "Esc ↑ ↓");
    assert_eq!(
        read(&mut parser, &["\u{1b}[", "A", "\u{1b}[20", "0~\u{1b}", "[201~"]),
        "↑ paste \"\""
    );
}

proptest! {
    #[test]
    fn nothing_is_held_for_ever_and_keys_come_through(
        pieces in prop::collection::vec(
            prop_oneof![
                Just(vec![0x1b]),
                Just(b"[".to_vec()),
                Just(b"\x1b_G".to_vec()),
                Just(b"\x1b[200~".to_vec()),
                Just(b"\x1b[201~".to_vec()),
                Just(b"\x1b[M".to_vec()),
                prop::collection::vec(any::<u8>(), 0..6),
            ],
            0..12,
        ),
        asked: bool,
    ) {
        let mut parser = Parser::default();
        parser.set_asked(asked);
        for piece in &pieces {
            parser.feed(piece);
        }
        parser.give_up();
        if parser.patience().is_some() {
            parser.give_up();
        }
        prop_assert_eq!(parser.patience(), None);
        prop_assert_eq!(said(&parser.feed(b"j")), "j");
    }

    #[test]
    fn pieces_say_what_the_whole_says(cuts in prop::collection::vec(0..120_usize, 0..8)) {
        let whole = "a가\u{1b}[A\u{1b}[<0;3;4M\u{1b}_Gi=31;OK\u{1b}\\\u{1b}[200~x\u{1b}[201~\u{1b}OP\u{1b}[?62;4c\u{1b}[Ma!!q".as_bytes();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut % whole.len()).collect();
        cuts.sort_unstable();
        let mut parser = Parser::default();
        parser.set_asked(true);
        let (mut events, mut from) = (Vec::new(), 0);
        for to in cuts.into_iter().chain([whole.len()]) {
            events.extend(parser.feed(&whole[from..to]));
            from = to;
        }
        prop_assert_eq!(said(&events), said(&Parser::default().feed(whole)));
        prop_assert_eq!(events.len(), 10);
    }
}
