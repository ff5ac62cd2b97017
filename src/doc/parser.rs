//! The one place that configures pulldown-cmark, and puts its words into ours.

use pulldown_cmark::{Alignment, BlockQuoteKind, Options, Parser};

use super::{Align, Callout};

/// The dialect that notes are read in: CommonMark, GFM and what Jekyll, Hugo and Obsidian add.
/// Math is left out because `$HOME/bin:$PATH` is no formula; metadata because front matter is
/// split off before.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

/// A parser over `text`.
pub(super) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, options())
}

/// The label of a quote.
pub(super) fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Warning => Callout::Warning,
        BlockQuoteKind::Caution => Callout::Caution,
    }
}

/// How a column is set.
pub(super) fn alignment(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}
