//! The terminal: drawing, events, and leaving it as it was.

pub mod open;
pub mod run;
pub mod signals;
pub mod terminal;
pub mod theme;
pub mod view;
