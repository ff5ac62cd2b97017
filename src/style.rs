//! What a piece of a row is: the closed set of roles that a theme gives a style to.

pub mod code;
pub mod theme;

use crate::doc::Callout;
use code::Token;

/// What a piece of a row is. A theme is a total map from these to styles; [`Role::ALL`] lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Text,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// Code within text.
    Code,
    /// A line of a code block, as far as nothing else is known of it.
    CodeText,
    /// Part of a line of a code block.
    Token(Token),
    /// The border and the padding of a code block's box.
    CodeBorder,
    /// The language of a code block, in its border.
    CodeLang,
    /// Where a long line of code goes on.
    CodeMore,
    /// The bullet or the number of an item, the sign of a part that folds.
    Bullet,
    /// The box of an open task.
    Task,
    /// The box of a task that is done.
    TaskDone,
    /// Text of a quote.
    Quote,
    /// The bar at a quote's left.
    QuoteBar,
    /// The bar and the label of a callout.
    Callout(Callout),
    /// The border and the padding of a table.
    TableBorder,
    /// A cell of a table's head.
    TableHead,
    /// A link.
    Link,
    /// What an image shows, in words.
    Image,
    /// The box round an image.
    ImageBorder,
    /// The caption of an image, the title of code.
    Caption,
    /// A reference to a footnote, and the label before what the footnote says.
    Footnote,
    /// A rule across the page or below a heading.
    Rule,
    /// A fixed word: not of the note, but of the app.
    Label,
    /// What is said besides the text: where an image lies, that it is missing.
    Muted,
    /// A use of a term of the glossary.
    Term,
    /// A name in a definition list.
    Definition,
    /// The line that a folded part shows.
    Summary,
    /// A key to press.
    Key,
    /// A formula.
    Math,
    /// Space that only sets the text in its place.
    Pad,
}

impl Role {
    /// Every role, each once.
    pub const ALL: [Role; 50] = [
        Role::Text,
        Role::Heading(1),
        Role::Heading(2),
        Role::Heading(3),
        Role::Heading(4),
        Role::Heading(5),
        Role::Heading(6),
        Role::Code,
        Role::CodeText,
        Role::Token(Token::Comment),
        Role::Token(Token::String),
        Role::Token(Token::Number),
        Role::Token(Token::Constant),
        Role::Token(Token::Keyword),
        Role::Token(Token::Type),
        Role::Token(Token::Function),
        Role::Token(Token::Name),
        Role::Token(Token::Variable),
        Role::Token(Token::Added),
        Role::Token(Token::Removed),
        Role::Token(Token::Heading),
        Role::CodeBorder,
        Role::CodeLang,
        Role::CodeMore,
        Role::Bullet,
        Role::Task,
        Role::TaskDone,
        Role::Quote,
        Role::QuoteBar,
        Role::Callout(Callout::Note),
        Role::Callout(Callout::Tip),
        Role::Callout(Callout::Important),
        Role::Callout(Callout::Warning),
        Role::Callout(Callout::Caution),
        Role::TableBorder,
        Role::TableHead,
        Role::Link,
        Role::Image,
        Role::ImageBorder,
        Role::Caption,
        Role::Footnote,
        Role::Rule,
        Role::Label,
        Role::Muted,
        Role::Term,
        Role::Definition,
        Role::Summary,
        Role::Key,
        Role::Math,
        Role::Pad,
    ];

    /// Whether a piece of this role is no text of the note: bullets, borders, bars, padding, fixed
    /// words, labels of footnotes and addresses of images. Without these, what the rows hold is
    /// what the note says.
    pub fn is_decoration(self) -> bool {
        match self {
            Role::CodeBorder
            | Role::CodeLang
            | Role::CodeMore
            | Role::Bullet
            | Role::Task
            | Role::TaskDone
            | Role::QuoteBar
            | Role::Callout(_)
            | Role::TableBorder
            | Role::ImageBorder
            | Role::Footnote
            | Role::Rule
            | Role::Label
            | Role::Muted
            | Role::Pad => true,
            Role::Text
            | Role::Heading(_)
            | Role::Code
            | Role::CodeText
            | Role::Token(_)
            | Role::Quote
            | Role::TableHead
            | Role::Link
            | Role::Image
            | Role::Caption
            | Role::Term
            | Role::Definition
            | Role::Summary
            | Role::Key
            | Role::Math => false,
        }
    }
}
