//! The terminal: drawing, events, and leaving it as it was.

pub mod editor;
pub mod graphics;
pub mod ground;
pub mod input;
mod keyboard;
pub mod open;
mod painter;
pub mod pictures;
pub mod run;
mod screen;
pub mod signals;
pub mod terminal;
pub mod theme;
pub mod view;
