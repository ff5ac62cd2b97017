//! What each thing looks like: a theme is a total map from roles and parts of the screen to looks. It
//! names colours; what a terminal can show of them is `tui`'s to say.
//!
//! Colours are those of text. The ground stays the terminal's own; a theme says what kind of ground
//! its colours are read on, and no meaning is in a colour alone.

mod colour;
mod names;
mod palette;

pub use colour::{Colour, contrast};
pub use names::{ITEMS, name};

use super::Role;
use super::code::Token;
use crate::doc::Callout;
use palette::Palette;

/// What the colours must be read on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// Light text on dark.
    Dark,
    /// Dark text on light.
    Light,
    /// Not known: colours that can be read on both.
    #[default]
    Unknown,
}

/// Parts of the screen that are no text of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The border of a pane.
    Border,
    /// The border of the pane that the keys go to.
    Focused,
    /// The title of a pane.
    Title,
    /// The title of the pane that the keys go to.
    FocusedTitle,
    /// What is selected, where the keys go.
    Selected,
    /// What is selected, where the keys do not go.
    Marked,
    /// Something that is there and says little.
    Muted,
    /// Plain text.
    Plain,
    /// The part of a name that a query matched.
    Match,
    /// A key in a hint.
    Key,
    /// What a search has found.
    Found,
    /// The match that we are at.
    Here,
    /// A notice.
    Notice,
    /// The letters to follow a link by.
    Hint,
}

/// What has a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A piece of text.
    Role(Role),
    /// A part of the screen.
    Part(Part),
}

/// How something looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The colour of the text; none: the terminal's own.
    pub fg: Option<Colour>,
    /// The ground; none: the terminal's own.
    pub bg: Option<Colour>,
    /// In a heavier weight.
    pub bold: bool,
    /// Fainter.
    pub dim: bool,
    /// Slanted.
    pub italic: bool,
    /// With a line below.
    pub underline: bool,
    /// With text and ground exchanged.
    pub reverse: bool,
    /// With a line through it.
    pub strike: bool,
}

/// What a theme of the reader's own changes of a look; what is none stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Change {
    pub fg: Option<Colour>,
    pub bg: Option<Colour>,
    pub bold: Option<bool>,
    pub dim: Option<bool>,
    pub italic: Option<bool>,
    pub underline: Option<bool>,
    pub reverse: Option<bool>,
    pub strike: Option<bool>,
}

/// A theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What it is called.
    pub name: String,
    /// What its colours are read on.
    pub background: Background,
    palette: &'static Palette,
    changes: Vec<(Item, Change)>,
}

impl Default for Theme {
    /// The colours that can be read on any ground.
    fn default() -> Theme {
        Theme::of("ansi", Background::Unknown, &palette::BOTH)
    }
}

impl Theme {
    fn of(name: &str, background: Background, palette: &'static Palette) -> Theme {
        Theme { name: name.to_owned(), background, palette, changes: Vec::new() }
    }

    /// The themes that there are without any configuration.
    pub fn built_in() -> Vec<Theme> {
        vec![
            Theme::of("dark", Background::Dark, &palette::DARK),
            Theme::of("light", Background::Light, &palette::LIGHT),
            Theme::of("ansi-dark", Background::Dark, &palette::ANSI_DARK),
            Theme::of("ansi-light", Background::Light, &palette::ANSI_LIGHT),
            Theme::default(),
            Theme::of("mono", Background::Unknown, &palette::MONO),
        ]
    }

    /// Another theme that is this one but for some changes; of two for one item the later goes over
    /// the earlier.
    pub fn changed(&self, name: &str, changes: &[(Item, Change)]) -> Theme {
        let changes = [&self.changes, changes].concat();
        Theme { name: name.to_owned(), changes, ..self.clone() }
    }

    /// How an item looks.
    pub fn look(&self, item: Item) -> Look {
        let mut look = match item {
            Item::Role(role) => self.role(role),
            Item::Part(part) => self.part(part),
        };
        for (_, change) in self.changes.iter().filter(|(changed, _)| *changed == item) {
            look.fg = change.fg.or(look.fg);
            look.bg = change.bg.or(look.bg);
            let switches = [
                (&mut look.bold, change.bold),
                (&mut look.dim, change.dim),
                (&mut look.italic, change.italic),
                (&mut look.underline, change.underline),
                (&mut look.reverse, change.reverse),
                (&mut look.strike, change.strike),
            ];
            for (switch, changed) in switches {
                *switch = changed.unwrap_or(*switch);
            }
        }
        look
    }

    fn part(&self, part: Part) -> Look {
        let palette = self.palette;
        match part {
            Part::Border | Part::Muted => palette.muted(),
            Part::Focused => Look::of(palette.accent),
            Part::Title | Part::Plain => Look::default(),
            Part::FocusedTitle | Part::Key => Look::of(palette.accent).bold(),
            Part::Selected | Part::Found => Look { reverse: true, ..Look::default() },
            Part::Marked => Look::default().bold(),
            Part::Match => Look { underline: true, ..Look::of(palette.accent).bold() },
            Part::Here | Part::Hint => Look { reverse: true, ..Look::of(palette.third).bold() },
            Part::Notice => Look::of(palette.third).bold(),
        }
    }

    fn role(&self, role: Role) -> Look {
        let palette = self.palette;
        match role {
            Role::Text | Role::Pad | Role::Label | Role::CodeText | Role::Quote | Role::Image => {
                Look::default()
            }
            Role::Heading(1 | 2) | Role::Key => Look::of(palette.accent).bold(),
            Role::Heading(_) | Role::TableHead | Role::Definition | Role::Summary => {
                Look::default().bold()
            }
            Role::Code | Role::Footnote | Role::Math => Look::of(palette.second),
            Role::Token(token) => self.token(token),
            Role::CodeBorder
            | Role::CodeLang
            | Role::CodeMore
            | Role::ImageBorder
            | Role::TableBorder
            | Role::QuoteBar
            | Role::Rule
            | Role::Muted => palette.muted(),
            Role::Bullet | Role::Task | Role::TaskDone => Look::of(palette.accent),
            Role::Callout(kind) => match kind {
                Callout::Note | Callout::Tip => Look::of(palette.accent).bold(),
                Callout::Important => Look::of(palette.second).bold(),
                Callout::Warning | Callout::Caution => Look::of(palette.third).bold(),
            },
            Role::Link => Look { underline: true, ..Look::of(palette.link) },
            Role::Caption => Look { italic: true, ..Look::default() },
            Role::Term => Look { underline: true, ..Look::default() },
        }
    }

    /// The look of a part of a line of code. What a colour says can be read in the code itself.
    fn token(&self, token: Token) -> Look {
        let palette = self.palette;
        match token {
            Token::Comment => palette.muted(),
            Token::String => Look::of(palette.string),
            Token::Number | Token::Constant => Look::of(palette.number),
            Token::Keyword => Look::of(palette.keyword).bold(),
            Token::Type => Look::of(palette.kind),
            Token::Function => Look::of(palette.function),
            Token::Name => Look::of(palette.name),
            Token::Variable => Look::of(palette.variable),
            Token::Added => Look::of(palette.added),
            Token::Removed => Look::of(palette.removed),
            Token::Heading => Look::of(palette.accent).bold(),
        }
    }
}

impl Look {
    fn of(fg: Option<Colour>) -> Look {
        Look { fg, ..Look::default() }
    }

    fn bold(self) -> Look {
        Look { bold: true, ..self }
    }
}
