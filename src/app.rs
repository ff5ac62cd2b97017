//! What the app is doing: state, messages, effects, and how one becomes the next.

pub mod command;
pub mod key;
pub mod keymap;
