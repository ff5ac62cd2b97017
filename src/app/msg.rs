//! What can happen, and what can be asked for: closed lists, so that nothing is forgotten.

use std::sync::Arc;

use super::find::Match;
use super::finder::Catalog;
use super::key::Key;
use super::state::Size;
use crate::library::glossary::Glossary;
use crate::library::{Library, Place};

/// Something happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The screen has this size now.
    Resize(Size),
    /// Notes were read; `complete` when no more are to come.
    Loaded { library: Library, complete: bool },
    /// The terms of the notes were read, and for each the sections that use it; with them the
    /// list of everything that has a name.
    Terms { glossary: Arc<Glossary>, used_in: Arc<Vec<Vec<Place>>>, catalog: Arc<Catalog> },
    /// Matches of a search in the text; `done` when there are no more.
    Found { generation: u64, matches: Vec<Match>, done: bool },
    /// Something could not be done: one line for the reader.
    Failed(String),
}

/// What the mouse did, and over which cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// The column, from 0.
    pub x: u16,
    /// The row, from 0.
    pub y: u16,
    /// What was pressed or turned.
    pub button: Button,
}

/// What of a mouse the app heeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The left button went down.
    Left,
    /// The wheel was turned away.
    WheelUp,
    /// The wheel was turned near.
    WheelDown,
}

/// Something is to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the shell goes on with us.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Search the text, from a note on; a search before it is of no use any more.
    Find { query: String, from: usize, generation: u64 },
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
}
