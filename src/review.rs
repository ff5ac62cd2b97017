//! Recall: when a card is asked again and what is remembered of it, how cards are found again in notes
//! that change, and how they are given to other programs. Nothing here knows a clock, a disk or chance:
//! moments, identities and seeds are arguments.
//!
//! The log of what happened is all that is kept ([`log::Entry`]); how far a card is
//! ([`progress::Progress`]) is a fold over the entries about it, and can be made anew at any time.

pub mod anki;
pub mod card;
pub mod exchange;
pub mod figures;
pub mod gathering;
pub mod id;
pub mod identity;
pub mod log;
pub mod memory;
pub mod moment;
pub mod optimize;
pub mod progress;
pub mod reading;
pub mod schedule;
pub mod session;
