//! A part of a note as blocks and inlines, and how it is read from Markdown.
//!
//! Reading takes three steps: [`repair`] makes a copy of the part in which Markdown's grammar and
//! the author mean the same, [`read`] builds blocks from the parser's events, and `leaf` tidies
//! each line of text (bare addresses, captions). Spans always point into the note itself.

mod block_tag;
mod builder;
mod bullets;
mod dialect;
pub mod emoji;
pub mod emphasis;
mod fence;
pub mod formula;
mod html;
mod leaf;
mod model;
pub mod outline;
mod parser;
mod read;
pub mod repair;
mod replace;
mod signs;
mod surplus;
mod template_link;
mod visit;

pub(crate) use leaf::part;
pub use model::*;
pub use read::{Definitions, read};
pub use visit::{Fold, each_fold, each_footnote, each_link};
