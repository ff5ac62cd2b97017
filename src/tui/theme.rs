//! Themes as the terminal can show them.

use std::sync::Arc;

use ratatui::style::{Color, Modifier, Style};

use crate::doc::Marks;
use crate::style::Role;
use crate::style::theme::{self, Colour, Item};

pub use crate::style::theme::Part;

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// None (`NO_COLOR`); weight, underline and reversal stay.
    Plain,
    /// Sixteen, which every terminal lets its user choose.
    #[default]
    Sixteen,
    /// 256, as xterm numbers them.
    Indexed,
    /// All of them.
    True,
}

/// The colours that every terminal lets its user choose, by their numbers.
const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The number of a colour in the terminal's palette; none where it has none.
pub fn number(colour: Color) -> Option<u8> {
    match colour {
        Color::Indexed(number) => Some(number),
        named => u8::try_from(SIXTEEN.iter().position(|own| *own == named)?).ok(),
    }
}

/// A theme on a terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// The theme.
    pub theme: Arc<theme::Theme>,
    /// What the terminal can show of it.
    pub depth: Depth,
}

impl Theme {
    /// The style of a part of the screen.
    pub fn part(&self, part: Part) -> Style {
        self.item(Item::Part(part))
    }

    /// The style of a piece of text.
    pub fn style(&self, role: Role, marks: Marks) -> Style {
        let modifiers = [
            (Marks::STRONG, Modifier::BOLD),
            (Marks::EMPH, Modifier::ITALIC),
            (Marks::STRIKE, Modifier::CROSSED_OUT),
            (Marks::KBD, Modifier::BOLD),
            (Marks::MARK, Modifier::REVERSED),
        ];
        let set = modifiers.iter().filter(|(mark, _)| marks.has(*mark));
        set.fold(self.item(Item::Role(role)), |style, (_, modifier)| style.add_modifier(*modifier))
    }

    fn item(&self, item: Item) -> Style {
        let look = self.theme.look(item);
        let mut style = Style::new();
        style.fg = look.fg.and_then(|colour| self.colour(colour));
        style.bg = look.bg.and_then(|colour| self.colour(colour));
        // What is faint by its colour alone is dim where that colour is none of the terminal's.
        let faint =
            style.fg.is_none() && look.fg.is_some_and(|c| c.rgb.is_some() && c.ansi.is_none());
        // And where no colour tells a link from a term, its weight does.
        let link = item == Item::Role(Role::Link) && style.fg.is_none();
        let modifiers = [
            (look.bold || link, Modifier::BOLD),
            (look.dim || faint, Modifier::DIM),
            (look.italic, Modifier::ITALIC),
            (look.underline, Modifier::UNDERLINED),
            (look.reverse, Modifier::REVERSED),
            (look.strike, Modifier::CROSSED_OUT),
        ];
        let set = modifiers.iter().filter(|(on, _)| *on);
        set.fold(style, |style, (_, modifier)| style.add_modifier(*modifier))
    }

    /// What the terminal shows for a colour; none: nothing but its own.
    fn colour(&self, colour: Colour) -> Option<Color> {
        let sixteen = || SIXTEEN.get(usize::from(colour.ansi?)).copied();
        match (self.depth, colour.rgb) {
            (Depth::Plain, _) => None,
            (Depth::True, Some([r, g, b])) => Some(Color::Rgb(r, g, b)),
            (Depth::Indexed, Some(_)) => colour.indexed().map(|(number, _)| Color::Indexed(number)),
            _ => sixteen(),
        }
    }
}
