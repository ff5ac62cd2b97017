//! Notes as a library: front matter, section numbers, the section tree, addresses, the glossary and cards.
//!
//! A note never fails to load: [`Note::build`] gives what could be read, and diagnostics.

mod address;
pub mod cards;
mod folders;
mod footnotes;
pub mod front_matter;
pub mod glossary;
mod lexicon;
pub mod links;
mod note;
pub mod number;
mod sections;
pub mod uses;

use std::sync::Arc;

pub use address::{Names, Place};
pub use folders::{Folder, folders};
pub use footnotes::Footnote;
pub use lexicon::Lexicon;
pub use note::{Note, Notice, Part, Source};
pub use sections::Section;

/// The notes that are open. Notes are shared with workers and never changed, only replaced.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// In the order in which they are read.
    pub notes: Vec<Arc<Note>>,
}
