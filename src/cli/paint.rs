//! Rows as text for a terminal: in the theme that was chosen, or else with a style for every role in
//! colours that are legible on light and dark grounds alike, since nobody asks for the ground here.

use std::fmt::Write;

use ratatui::style::{Color, Modifier, Style};

use crate::doc::{Callout, Marks};
use crate::layout::{Piece, Row, Target};
use crate::library::links::Address;
use crate::style::Role;
use crate::style::code::Token;
use crate::text::sanitize::Clean;
use crate::tui::theme::{Theme, number};

/// Paints with styles, or plain.
#[derive(Clone, Copy, Debug)]
pub struct Paint<'t> {
    color: bool,
    links: bool,
    theme: Option<&'t Theme>,
}

impl<'t> Paint<'t> {
    /// Paints with styles where `color` is set.
    pub fn new(color: bool) -> Paint<'t> {
        Paint { color, links: false, theme: None }
    }

    /// The same, with the styles of a theme, if there is one.
    pub fn with_theme(self, theme: Option<&'t Theme>) -> Paint<'t> {
        Paint { theme, ..self }
    }

    /// The same, that also tells the terminal where links lead, where `links` is set: those to the web
    /// and to mailboxes, which it may then open.
    pub fn with_links(self, links: bool) -> Paint<'t> {
        Paint { links, ..self }
    }

    /// A row, without the spaces that end it. After its last style the terminal is as before.
    pub fn row(&self, row: &Row) -> String {
        let mut painted = String::new();
        self.add_row(&mut painted, row);
        painted
    }

    /// Adds a row to `painted`.
    pub fn add_row(&self, painted: &mut String, row: &Row) {
        let mut left = row.pieces.as_slice();
        while let [before @ .., last] = left {
            let text = last.text.trim_end_matches(' ');
            if text.is_empty() {
                left = before;
                continue;
            }
            for piece in before {
                self.piece(painted, piece, &piece.text);
            }
            return self.piece(painted, last, text);
        }
    }

    /// Adds `text`, which is a part of that of `piece`, with where it leads.
    fn piece(&self, painted: &mut String, piece: &Piece, text: &str) {
        let link =
            piece.target.as_ref().and_then(Target::link).filter(|_| self.links && !text.is_empty());
        let address = link.and_then(|link| Some((Address::read(&link.to)?, link.span.start)));
        let address = address.filter(|(address, _)| address.as_str().len() <= LONGEST_ADDRESS);
        let Some((address, id)) = address else {
            return self.put(painted, piece.role, piece.marks, text);
        };
        // OSC 8. Its pieces on several rows are one link by their id.
        let _ = write!(painted, "\u{1b}]8;id={id};{address}\u{1b}\\");
        self.put(painted, piece.role, piece.marks, text);
        painted.push_str("\u{1b}]8;;\u{1b}\\");
    }

    /// Text of one role.
    pub fn role(&self, role: Role, text: &Clean) -> String {
        let mut painted = String::new();
        self.put(&mut painted, role, Marks::NONE, text);
        painted
    }

    /// Adds `text`, which is a part of a [`Clean`] text.
    fn put(&self, painted: &mut String, role: Role, marks: Marks, text: &str) {
        if !self.color || text.is_empty() {
            return painted.push_str(text);
        }
        let codes = match self.theme {
            Some(theme) => themed(theme.style(role, marks)),
            None => codes(role, marks),
        };
        if codes.is_empty() {
            return painted.push_str(text);
        }
        let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
        // Writing to a string cannot fail.
        let _ = write!(painted, "\u{1b}[{}m{text}\u{1b}[0m", codes.join(";"));
    }
}

/// Terminals take no longer address for a link.
const LONGEST_ADDRESS: usize = 2_000;

// SGR, ECMA-48 8.3.117.
const BOLD: u8 = 1;
const DIM: u8 = 2;
const ITALIC: u8 = 3;
const UNDERLINE: u8 = 4;
const REVERSE: u8 = 7;
const STRIKE: u8 = 9;
const GREEN: u8 = 32;
const BLUE: u8 = 34;
const MAGENTA: u8 = 35;
const CYAN: u8 = 36;

/// What makes a style of a theme.
fn themed(style: Style) -> Vec<u8> {
    let modifiers = [
        (Modifier::BOLD, BOLD),
        (Modifier::DIM, DIM),
        (Modifier::ITALIC, ITALIC),
        (Modifier::UNDERLINED, UNDERLINE),
        (Modifier::REVERSED, REVERSE),
        (Modifier::CROSSED_OUT, STRIKE),
    ];
    let set = modifiers.iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier));
    let mut codes: Vec<u8> = set.map(|(_, code)| *code).collect();
    codes.extend(style.fg.iter().flat_map(|colour| of_colour(*colour, 0)));
    codes.extend(style.bg.iter().flat_map(|colour| of_colour(*colour, 10)));
    codes
}

/// What makes a colour that of the text, or with `more` that of the ground.
fn of_colour(colour: Color, more: u8) -> Vec<u8> {
    let named = |number: u8| if number < 8 { 30 + number } else { 82 + number };
    match colour {
        Color::Indexed(number) => vec![38 + more, 5, number],
        Color::Rgb(r, g, b) => vec![38 + more, 2, r, g, b],
        // What is none of the palette's is the terminal's own.
        colour => vec![number(colour).map_or(39, named) + more],
    }
}

/// The style of a role, and what the marks add to it.
fn codes(role: Role, marks: Marks) -> Vec<u8> {
    let mut codes = role_codes(role).to_vec();
    let added = [
        (Marks::STRONG, BOLD),
        (Marks::EMPH, ITALIC),
        (Marks::STRIKE, STRIKE),
        (Marks::MARK, REVERSE),
        (Marks::KBD, BOLD),
        (Marks::CODE, GREEN),
        (Marks::MATH, MAGENTA),
    ];
    for (mark, code) in added {
        let is_color = |code: &u8| (30..38).contains(code);
        // The colour of a role says more than that of a mark.
        let taken = is_color(&code) && codes.iter().any(is_color);
        if marks.has(mark) && !taken && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn role_codes(role: Role) -> &'static [u8] {
    match role {
        Role::Text | Role::CodeText | Role::Quote | Role::Pad => &[],
        Role::Token(Token::Comment) => &[DIM],
        Role::Token(Token::Keyword | Token::Removed) => &[MAGENTA],
        Role::Token(Token::String | Token::Added) => &[GREEN],
        Role::Token(Token::Number | Token::Constant | Token::Type | Token::Variable) => &[CYAN],
        Role::Token(Token::Function | Token::Name) => &[BLUE],
        Role::Token(Token::Heading) => &[BOLD],
        Role::Heading(1) => &[BOLD, UNDERLINE, MAGENTA],
        Role::Heading(2) => &[BOLD, CYAN],
        Role::Heading(3) => &[BOLD, BLUE],
        Role::Heading(_) => &[BOLD],
        Role::Code => &[GREEN],
        Role::CodeBorder
        | Role::CodeLang
        | Role::CodeMore
        | Role::QuoteBar
        | Role::TableBorder
        | Role::ImageBorder
        | Role::Rule
        | Role::Label
        | Role::Muted => &[DIM],
        Role::Bullet | Role::Task | Role::Footnote => &[CYAN],
        Role::TaskDone => &[GREEN],
        Role::Callout(Callout::Note) => &[BOLD, BLUE],
        Role::Callout(Callout::Tip) => &[BOLD, GREEN],
        Role::Callout(Callout::Important) => &[BOLD, CYAN],
        Role::Callout(Callout::Warning) => &[BOLD, MAGENTA],
        Role::Callout(Callout::Caution) => &[BOLD, UNDERLINE, MAGENTA],
        Role::TableHead | Role::Definition | Role::Summary => &[BOLD],
        Role::Link => &[UNDERLINE, BLUE],
        Role::Image | Role::Math => &[MAGENTA],
        Role::Caption => &[ITALIC],
        Role::Term => &[UNDERLINE],
        Role::Key => &[BOLD, CYAN],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::Link;
    use crate::text::span::Span;
    use proptest::prelude::*;

    const MARKS: [Marks; 10] = [
        Marks::NONE,
        Marks::STRONG,
        Marks::EMPH,
        Marks::STRIKE,
        Marks::CODE,
        Marks::MARK,
        Marks::KBD,
        Marks::MATH,
        Marks::SUB,
        Marks::SUP,
    ];

    #[test]
    fn every_style_is_legible_on_light_and_dark() {
        let fit = [1, 2, 3, 4, 7, 9, 32, 34, 35, 36];
        for role in Role::ALL {
            for marks in MARKS {
                let codes = codes(role, marks);
                assert!(codes.iter().all(|code| fit.contains(code)), "{role:?} {marks:?}");
                assert!(codes.iter().filter(|code| **code > 30).count() < 2, "{role:?} {marks:?}");
            }
        }
    }

    #[test]
    fn a_row_ends_with_its_text() {
        let piece = |role, text: &str| Piece {
            role,
            marks: Marks::NONE,
            text: Clean::new(text),
            span: Span::default(),
            target: None,
            term: None,
        };
        let pieces = vec![
            piece(Role::Bullet, "• "),
            piece(Role::Link, "링크  "),
            piece(Role::Pad, "  "),
            piece(Role::Muted, " "),
        ];
        let row = Row { pieces, ..Row::default() };
        assert_eq!(Paint::new(false).row(&row), "• 링크");
        assert_eq!(Paint::new(true).row(&row), "\u{1b}[36m• \u{1b}[0m\u{1b}[4;34m링크\u{1b}[0m");
    }

    fn link(to: &str) -> Row {
        let link = Link { to: Clean::new(to), span: Span::new(7, 9) };
        let piece = Piece {
            role: Role::Text,
            marks: Marks::NONE,
            text: Clean::new("글"),
            span: Span::default(),
            target: Some(Target::Link(link.into())),
            term: None,
        };
        Row { pieces: vec![piece], ..Row::default() }
    }

    #[test]
    fn links_lead_out_of_the_terminal_where_that_is_asked_for() {
        let paint = Paint::new(true).with_links(true);
        let painted = |to: &str| paint.row(&link(to)).replace('\u{1b}', "␛");
        assert_eq!(
            painted("https://example.com/가;"),
            "␛]8;id=7;https://example.com/%EA%B0%80;␛\\글␛]8;;␛\\"
        );
        for to in
            ["note.md", "#a", "javascript:x", "file:///x", &format!("https://{}", "x".repeat(2000))]
        {
            assert_eq!(painted(to), "글");
        }
        assert_eq!(Paint::new(true).row(&link("https://example.com")), "글");
    }

    proptest! {
        #[test]
        fn no_link_ends_its_own_sequence(to in "(https?://|mailto:a@)?.{0,20}") {
            let painted = Paint::new(true).with_links(true).row(&link(&to));
            let inner = painted.strip_prefix("\u{1b}]8;id=7;").and_then(|rest| rest.split_once("\u{1b}\\"));
            let plain = inner.map_or(painted.as_str(), |(address, rest)| {
                assert!(address.bytes().all(|b| b.is_ascii_graphic()));
                rest.strip_suffix("\u{1b}]8;;\u{1b}\\").unwrap()
            });
            prop_assert_eq!(plain, "글");
        }

        #[test]
        fn nothing_leaves_but_text_and_styles(
            texts in proptest::collection::vec(".{0,8}|[\u{1b}\u{9b}\u{202e}\\[m0-9가 ]{0,8}", 0..6),
            role in 0usize..50,
            mark in 0usize..10,
        ) {
            let piece = |text: &String| Piece {
                role: Role::ALL[role],
                marks: MARKS[mark],
                text: Clean::new(text),
                span: Span::default(),
                target: None,
                term: None,
            };
            let row = Row { pieces: texts.iter().map(piece).collect(), ..Row::default() };
            let plain = Paint::new(false).row(&row);
            prop_assert!(!plain.contains(char::is_control));
            let shown = row.text();
            prop_assert_eq!(&plain, shown.trim_end_matches(' '));
            let mut painted = Paint::new(true).row(&row);
            let codes: Vec<String> =
                codes(Role::ALL[role], MARKS[mark]).iter().map(ToString::to_string).collect();
            for ours in [format!("\u{1b}[{}m", codes.join(";")), "\u{1b}[0m".to_owned()] {
                painted = painted.replace(&ours, "");
            }
            prop_assert_eq!(painted, plain);
        }
    }
}
