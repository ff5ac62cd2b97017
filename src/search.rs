//! Queries, matching and ranking.

pub mod matcher;
pub mod query;
pub mod ranking;
