//! The graphics of terminals: asking which ones there are, and showing pictures with them.
//!
//! Escape sequences of pictures are made by `encode` only, from pixels, and leave by the [`Gallery`] only.

pub mod ask;
#[cfg(feature = "images")]
pub mod encode;
mod gallery;
pub mod placeholder;

pub use gallery::Gallery;

use crate::app::pictures::Medium;

/// A picture in the terminal's own terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// What the terminal, or we, tell it apart by.
    id: u32,
    /// What it is made for.
    medium: Medium,
    bytes: Vec<u8>,
}

impl Encoded {
    /// What it is made for.
    pub fn medium(&self) -> Medium {
        self.medium
    }

    /// What the terminal gets.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// A sequence as it reaches the terminal: tmux hands on what is wrapped, with every Escape doubled, where
/// its option `allow-passthrough` is on; else it drops it.
fn wrapped(sequence: &[u8], through_tmux: bool) -> Vec<u8> {
    if !through_tmux {
        return sequence.to_vec();
    }
    let mut bytes = b"\x1bPtmux;".to_vec();
    for byte in sequence {
        if *byte == 0x1b {
            bytes.push(0x1b);
        }
        bytes.push(*byte);
    }
    bytes.extend_from_slice(b"\x1b\\");
    bytes
}
