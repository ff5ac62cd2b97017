//! The only layer that touches the disk: finding, reading and decoding notes.

pub mod apkg;
pub mod clock;
pub mod config;
pub mod content;
pub mod desk;
pub mod encoding;
pub mod files;
pub mod input;
pub mod order;
pub mod output;
pub mod pictures;
pub mod session;
pub mod state;
mod walk;
pub mod watch;
