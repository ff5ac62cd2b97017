//! Notes as a library: front matter, section numbers, the outline, sections and the glossary.

pub mod front_matter;
pub mod number;
