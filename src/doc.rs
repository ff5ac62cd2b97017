//! A part of a note as blocks and inlines, and how it is read from Markdown.

mod model;

pub use model::*;
