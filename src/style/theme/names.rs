//! What roles and parts are called in a theme of the reader's own.

use super::{Item, Part};
use crate::doc::Callout;
use crate::style::Role;
use crate::style::code::Token;

/// The name of an item.
pub fn name(item: Item) -> Option<&'static str> {
    ITEMS.iter().find(|(_, own)| *own == item).map(|(name, _)| *name)
}

/// Every item that has a name, with it.
pub const ITEMS: &[(&str, Item)] = &[
    ("text", Item::Role(Role::Text)),
    ("heading-1", Item::Role(Role::Heading(1))),
    ("heading-2", Item::Role(Role::Heading(2))),
    ("heading-3", Item::Role(Role::Heading(3))),
    ("heading-4", Item::Role(Role::Heading(4))),
    ("heading-5", Item::Role(Role::Heading(5))),
    ("heading-6", Item::Role(Role::Heading(6))),
    ("code", Item::Role(Role::Code)),
    ("code-text", Item::Role(Role::CodeText)),
    ("code-comment", Item::Role(Role::Token(Token::Comment))),
    ("code-string", Item::Role(Role::Token(Token::String))),
    ("code-number", Item::Role(Role::Token(Token::Number))),
    ("code-constant", Item::Role(Role::Token(Token::Constant))),
    ("code-keyword", Item::Role(Role::Token(Token::Keyword))),
    ("code-type", Item::Role(Role::Token(Token::Type))),
    ("code-function", Item::Role(Role::Token(Token::Function))),
    ("code-name", Item::Role(Role::Token(Token::Name))),
    ("code-variable", Item::Role(Role::Token(Token::Variable))),
    ("code-added", Item::Role(Role::Token(Token::Added))),
    ("code-removed", Item::Role(Role::Token(Token::Removed))),
    ("code-heading", Item::Role(Role::Token(Token::Heading))),
    ("code-border", Item::Role(Role::CodeBorder)),
    ("code-language", Item::Role(Role::CodeLang)),
    ("code-more", Item::Role(Role::CodeMore)),
    ("bullet", Item::Role(Role::Bullet)),
    ("task", Item::Role(Role::Task)),
    ("task-done", Item::Role(Role::TaskDone)),
    ("quote", Item::Role(Role::Quote)),
    ("quote-bar", Item::Role(Role::QuoteBar)),
    ("note", Item::Role(Role::Callout(Callout::Note))),
    ("tip", Item::Role(Role::Callout(Callout::Tip))),
    ("important", Item::Role(Role::Callout(Callout::Important))),
    ("warning", Item::Role(Role::Callout(Callout::Warning))),
    ("caution", Item::Role(Role::Callout(Callout::Caution))),
    ("table-border", Item::Role(Role::TableBorder)),
    ("table-head", Item::Role(Role::TableHead)),
    ("link", Item::Role(Role::Link)),
    ("image", Item::Role(Role::Image)),
    ("image-border", Item::Role(Role::ImageBorder)),
    ("caption", Item::Role(Role::Caption)),
    ("footnote", Item::Role(Role::Footnote)),
    ("rule", Item::Role(Role::Rule)),
    ("label", Item::Role(Role::Label)),
    ("aside", Item::Role(Role::Muted)),
    ("term", Item::Role(Role::Term)),
    ("definition", Item::Role(Role::Definition)),
    ("summary", Item::Role(Role::Summary)),
    ("key", Item::Role(Role::Key)),
    ("math", Item::Role(Role::Math)),
    ("pad", Item::Role(Role::Pad)),
    ("pane-border", Item::Part(Part::Border)),
    ("pane-border-focused", Item::Part(Part::Focused)),
    ("pane-title", Item::Part(Part::Title)),
    ("pane-title-focused", Item::Part(Part::FocusedTitle)),
    ("selected", Item::Part(Part::Selected)),
    ("selected-elsewhere", Item::Part(Part::Marked)),
    ("muted", Item::Part(Part::Muted)),
    ("plain", Item::Part(Part::Plain)),
    ("match", Item::Part(Part::Match)),
    ("hint-key", Item::Part(Part::Key)),
    ("found", Item::Part(Part::Found)),
    ("found-here", Item::Part(Part::Here)),
    ("notice", Item::Part(Part::Notice)),
    ("link-letters", Item::Part(Part::Hint)),
];
