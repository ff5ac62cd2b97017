//! Recall: how cards are found again in notes that change, and how they are given to other programs.

pub mod anki;
pub mod identity;
