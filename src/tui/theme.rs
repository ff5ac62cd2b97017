//! What each role looks like. Sixteen colours, which every terminal lets its user choose; no meaning
//! is in a colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::doc::{Callout, Marks};
use crate::style::Role;
use crate::style::code::Token;

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

/// A theme: a total map from what a thing is to how it looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// What the colours are read on.
    pub background: Background,
    /// No colour at all (`NO_COLOR`); weight, underline and reversal stay.
    pub plain: bool,
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

impl Theme {
    fn colour(&self, dark: Color, light: Color, unknown: Color) -> Style {
        if self.plain {
            return Style::new();
        }
        Style::new().fg(match self.background {
            Background::Dark => dark,
            Background::Light => light,
            Background::Unknown => unknown,
        })
    }

    fn accent(&self) -> Style {
        self.colour(Color::Cyan, Color::Blue, Color::Magenta)
    }

    fn second(&self) -> Style {
        self.colour(Color::Green, Color::Magenta, Color::Magenta)
    }

    fn third(&self) -> Style {
        self.colour(Color::Yellow, Color::Red, Color::Red)
    }

    /// Text that says little: dim, which follows the terminal's own colours.
    fn muted(&self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The style of a part of the screen.
    pub fn part(&self, part: Part) -> Style {
        match part {
            Part::Border | Part::Muted => self.muted(),
            Part::Focused => self.accent(),
            Part::Title => Style::new(),
            Part::FocusedTitle => self.accent().add_modifier(Modifier::BOLD),
            Part::Selected => Style::new().add_modifier(Modifier::REVERSED),
            Part::Marked => Style::new().add_modifier(Modifier::BOLD),
            Part::Plain => Style::new(),
            Part::Match => self.accent().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Part::Key => self.accent().add_modifier(Modifier::BOLD),
            Part::Found => Style::new().add_modifier(Modifier::REVERSED),
            Part::Here => self.third().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Part::Hint => self.third().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Part::Notice => self.third().add_modifier(Modifier::BOLD),
        }
    }

    /// The style of a piece of text.
    pub fn style(&self, role: Role, marks: Marks) -> Style {
        let bold = Modifier::BOLD;
        let base = match role {
            Role::Text | Role::Pad | Role::Label => Style::new(),
            Role::Heading(1) => self.accent().add_modifier(bold),
            Role::Heading(2) => self.accent().add_modifier(bold),
            Role::Heading(_) => Style::new().add_modifier(bold),
            Role::Code => self.second(),
            Role::CodeText => Style::new(),
            Role::Token(token) => self.token(token),
            Role::CodeBorder
            | Role::ImageBorder
            | Role::TableBorder
            | Role::QuoteBar
            | Role::Rule => self.muted(),
            Role::CodeLang | Role::CodeMore | Role::Muted => self.muted(),
            Role::Bullet => self.accent(),
            Role::Task | Role::TaskDone => self.accent(),
            Role::Quote => Style::new(),
            Role::Callout(kind) => match kind {
                Callout::Note | Callout::Tip => self.accent().add_modifier(bold),
                Callout::Important => self.second().add_modifier(bold),
                Callout::Warning | Callout::Caution => self.third().add_modifier(bold),
            },
            Role::TableHead => Style::new().add_modifier(bold),
            Role::Link => self
                .colour(Color::LightBlue, Color::Blue, Color::Blue)
                .add_modifier(Modifier::UNDERLINED),
            Role::Image => Style::new(),
            Role::Caption => Style::new().add_modifier(Modifier::ITALIC),
            Role::Footnote => self.second(),
            Role::Term => Style::new().add_modifier(Modifier::UNDERLINED),
            Role::Definition => Style::new().add_modifier(bold),
            Role::Summary => Style::new().add_modifier(bold),
            Role::Key => self.accent().add_modifier(bold),
            Role::Math => self.second(),
        };
        self.marked(base, marks)
    }

    /// The style of a part of a line of code. What a colour says can be read in the code itself.
    fn token(&self, token: Token) -> Style {
        use Color::{Blue, Cyan, Green, LightBlue, LightRed, Magenta, Red, Yellow};
        match token {
            Token::Comment => self.muted(),
            Token::String => self.colour(Green, Red, Red),
            Token::Number | Token::Constant => self.colour(Yellow, Magenta, Red),
            Token::Keyword => self.colour(Magenta, Blue, Magenta).add_modifier(Modifier::BOLD),
            Token::Type => self.colour(Cyan, Magenta, Magenta),
            Token::Function => self.colour(LightBlue, Blue, Blue),
            Token::Name => self.colour(Cyan, Blue, Magenta),
            Token::Variable => self.colour(Yellow, Magenta, Blue),
            Token::Added => self.colour(Green, Blue, Blue),
            Token::Removed => self.colour(LightRed, Red, Red),
            Token::Heading => self.accent().add_modifier(Modifier::BOLD),
        }
    }

    fn marked(&self, base: Style, marks: Marks) -> Style {
        let modifiers = [
            (Marks::STRONG, Modifier::BOLD),
            (Marks::EMPH, Modifier::ITALIC),
            (Marks::STRIKE, Modifier::CROSSED_OUT),
            (Marks::KBD, Modifier::BOLD),
            (Marks::MARK, Modifier::REVERSED),
        ];
        let set = modifiers.iter().filter(|(mark, _)| marks.has(*mark));
        set.fold(base, |style, (_, modifier)| style.add_modifier(*modifier))
    }
}
