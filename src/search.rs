//! Queries, matching and ranking.
