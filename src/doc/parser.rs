//! The one place that configures pulldown-cmark.

use pulldown_cmark::{Options, Parser};

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
