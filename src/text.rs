//! Text as a terminal sees it: spans, widths, folding, Hangul, particles, sanitizing, one-line editing,
//! names that are nearly others.

mod escape;

pub mod ascii;
pub mod compare;
pub mod diff;
pub mod edit;
pub mod fold;
pub mod hangul;
pub mod near;
pub mod particle;
pub mod sanitize;
pub mod source;
pub mod span;
pub mod width;
