//! Recall: how cards are found again in notes that change.

pub mod identity;
