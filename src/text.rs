//! Text as a terminal sees it: spans, widths, folding, Hangul, sanitizing, one-line editing.

pub mod sanitize;
pub mod span;
