//! Queries, matching and ranking; and text found in notes.

mod letters;
pub mod links;
pub mod matcher;
pub mod query;
pub mod ranking;
pub mod text;
pub mod uses;
