//! The only layer that touches the disk: finding, reading and decoding notes.

pub mod config;
pub mod content;
pub mod encoding;
pub mod files;
pub mod order;
mod walk;
pub mod watch;
