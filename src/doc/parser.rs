//! The one place that configures pulldown-cmark, and puts its words into ours.

use pulldown_cmark::{Alignment, BlockQuoteKind, Options, Parser};

use super::{Align, Callout};

use super::formula::Formulas;

/// The dialect that notes are read in: CommonMark, GFM and what Jekyll, Hugo and Obsidian add.
/// Metadata is left out because front matter is split off before.
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

/// A parser over `text` that sees no formula: none reaches beyond its block, and what blocks there
/// are does not depend on them.
pub(super) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, options())
}

/// A parser over `text` with its formulas.
pub(super) fn parser_of(text: &str, formulas: Formulas) -> Parser<'_> {
    let math = formulas != Formulas::None;
    Parser::new_ext(text, if math { options() | Options::ENABLE_MATH } else { options() })
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
