//! The terminal: drawing, events, and leaving it as it was.

pub mod signals;
pub mod terminal;
