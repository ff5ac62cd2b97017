//! Queries, matching and ranking; and text found in notes.

pub mod matcher;
pub mod query;
pub mod ranking;
pub mod text;
