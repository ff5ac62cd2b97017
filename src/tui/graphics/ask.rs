//! Asking the terminal what it can show pictures with, and what its answers mean.
//!
//! It is asked when the first picture comes near, and never before the first frame. Until it has answered
//! all, or for [`PATIENCE`], no picture is drawn; what it says later still counts.

use std::time::Duration;

use super::wrapped;
use crate::app::pictures::{Medium, Pixels};
use crate::tui::input::Answer;

/// So long pictures wait for the answers.
pub const PATIENCE: Duration = Duration::from_millis(100);
/// The number by which we know the answer to our question about kitty's graphics.
pub const KITTY_ID: &str = "i=31";

/// How the terminal can be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// It would not understand.
    #[default]
    Never,
    /// Like any other.
    Directly,
    /// Through tmux, which answers for itself and hands on only what it has been allowed to.
    ThroughTmux,
}

/// What the environment says of the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// How it can be asked.
    pub how: How,
    /// What can be drawn without asking.
    pub blocks: Medium,
    /// What it calls itself (`TERM`, `TERM_PROGRAM`, `LC_TERMINAL`), in small letters.
    pub names: Vec<String>,
}

impl Host {
    /// By the values of these variables, and what can be drawn without asking. tmux and screen stand
    /// between us and the terminal; screen takes questions about kitty for a title.
    pub fn new(value: &dyn Fn(&str) -> Option<String>, blocks: Medium) -> Host {
        let set = |name: &str| value(name).is_some_and(|value| !value.is_empty());
        let term = value("TERM").unwrap_or_default().to_lowercase();
        let starts = |known: &[&str]| known.iter().any(|known| term.starts_with(known));
        let how = if set("TMUX") || starts(&["tmux"]) {
            How::ThroughTmux
        } else if set("STY")
            || term.is_empty()
            || starts(&["screen", "linux", "dumb", "vt", "ansi"])
        {
            How::Never
        } else {
            How::Directly
        };
        let names = ["TERM", "TERM_PROGRAM", "LC_TERMINAL"].iter().filter_map(|name| value(name));
        Host { how, blocks, names: names.map(|name| name.to_lowercase()).collect() }
    }
}

/// The question: about kitty's graphics, the terminal's name, the size of a cell, and last what every
/// terminal answers. Without kitty's graphics the first is dropped unanswered.
pub fn question(how: How) -> Vec<u8> {
    let tmux = how == How::ThroughTmux;
    let mut bytes = Vec::new();
    if how != How::Never {
        let kitty = format!("\x1b_G{KITTY_ID},s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\");
        bytes.extend(wrapped(kitty.as_bytes(), tmux));
        bytes.extend(wrapped(b"\x1b[>q", tmux));
        bytes.extend_from_slice(b"\x1b[16t\x1b[c");
    }
    bytes
}

/// What the terminal has answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    kitty: bool,
    name: String,
    cell: Option<Pixels>,
    sixel: bool,
    ended: bool,
}

impl Answers {
    /// Takes one more.
    pub fn take(&mut self, answer: Answer) {
        match answer {
            Answer::Kitty(knows) => self.kitty = knows,
            Answer::Ground(_) => {}
            Answer::Name(name) => self.name = name.to_lowercase(),
            Answer::Cell(height, width) => {
                // What is no size of a cell is none.
                let sane = (1..=1000).contains(&height) && (1..=1000).contains(&width);
                self.cell = sane.then_some(Pixels { width, height });
            }
            Answer::Attributes { sixel } => (self.sixel, self.ended) = (sixel, true),
        }
    }

    /// Whether nothing more of use is to come. tmux answers at once, what it hands on takes its time.
    pub fn are_all(&self, how: How) -> bool {
        self.ended && (how != How::ThroughTmux || (self.kitty && !self.name.is_empty()))
    }

    /// What to draw pictures with, and what a cell measures; `cell` is what the system says of it.
    pub fn medium(&self, host: &Host, cell: Option<Pixels>) -> (Medium, Option<Pixels>) {
        let cell = cell.or(self.cell);
        let called = |known: &[&str]| {
            let names = host.names.iter().chain([&self.name]);
            names.into_iter().any(|name| known.iter().any(|known| name.contains(known)))
        };
        // Others know kitty's graphics, but not the characters that stand for cells of a picture.
        let medium = if self.kitty && called(&["kitty", "ghostty"]) {
            Medium::Kitty
        } else if host.how == How::Directly && self.ended && called(&["iterm", "wezterm", "mintty"])
        {
            Medium::Iterm
        } else if self.sixel && cell.is_some() {
            Medium::Sixel
        } else {
            host.blocks
        };
        (medium, cell)
    }
}
