//! What can happen, and what can be asked for: closed lists, so that nothing is forgotten.

use std::path::Path;
use std::sync::Arc;

use super::colouring::{self, Shown};
use super::command::Command;
use super::copy::Copied;
use super::find::Match;
use super::finder::{Catalog, Found, Kind, Target};
use super::key::Key;
use super::moves::Edit;
use super::pictures::{self, Medium, Name, Pixels, Wanted};
use super::state::Size;
use super::study::{Ask, Told};
use super::terms::Terms;
use crate::layout;
use crate::library::links::Address;
use crate::library::{Lexicon, Library, Place};
use crate::search::links::Links;
use crate::search::ranking::Hit;
use crate::style::theme::Background;

/// Something happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// Something was asked for without a key.
    Asked(Asked),
    /// The screen has this size now.
    Resize(Size),
    /// The terminal has said what ground it draws on.
    Background(Background),
    /// Notes were read; `complete` when no more are to come.
    Loaded { library: Library, complete: bool },
    /// Notes have changed on the disk: all notes as they are now, and what has changed in those that were
    /// open before.
    Changed { library: Library, edits: Vec<Edit> },
    /// The notes were read again, and none has changed.
    Unchanged,
    /// The names and the explicit terms of the notes as they are at a version.
    Learnt { version: u64, catalog: Arc<Catalog>, base: Lexicon },
    /// So many of the notes have been read.
    Progress { done: usize, total: usize },
    /// The sections and notes by their names, for the notes that were loaded last.
    Catalog(Arc<Catalog>),
    /// What was folded before, of the notes that were loaded last.
    Folds(Vec<(Place, bool)>),
    /// The explicit terms of the notes that were loaded last.
    Explicit(Lexicon),
    /// The terms that were asked for.
    Terms { version: u64, terms: Arc<Terms> },
    /// Where the term is used that was asked for.
    Uses { term: usize, ask: u64, places: Vec<Place> },
    /// The links of all notes, which were asked for.
    Links { ask: u64, links: Arc<Links> },
    /// The colours of a block of code that was asked for.
    Coloured { version: u64, found: colouring::Found },
    /// What was found out of pictures that were asked for.
    Pictures(Vec<(Name, pictures::Found)>),
    /// What the terminal shows pictures with, and what a cell of it measures where that is known.
    Medium { medium: Medium, cell: Option<Pixels> },
    /// What the finder has found.
    Ranked { generation: u64, found: Vec<(Found, Hit)> },
    /// Matches of a search in the text; `done` when there are no more.
    Found { generation: u64, matches: Vec<Match>, done: bool },
    /// The state has answered.
    Told(Told),
    /// Something could not be done: one line for the reader.
    Failed(String),
}

impl Msg {
    /// Whether it is from the reader's own hand.
    pub fn is_by_hand(&self) -> bool {
        matches!(self, Msg::Key(_) | Msg::Mouse(_) | Msg::Paste(_))
    }
}

/// What is asked for without a key, by whoever has no screen to press one on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What a command does.
    Command(Command),
    /// To open what was chosen from a list.
    Choose(Target),
    /// To make a card of a term that is only inferred.
    AddCard(usize),
    /// To open what can be opened in a note.
    Follow { note: usize, target: layout::Target },
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
    /// The mouse was moved with the left button held down.
    Drag,
    /// The left button went up.
    Up,
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
    /// Read the terms of these notes, in addition to the explicit ones of all.
    Terms { notes: Vec<usize>, version: u64 },
    /// Read the names and the explicit terms of the notes that are others.
    Learn { version: u64 },
    /// Read all notes again that have changed on the disk.
    Reread,
    /// Look where a term is used, up to so many places; who asked for another is not interested any
    /// more.
    Uses { term: usize, most: usize, ask: u64 },
    /// Look in the many names of the finder; a search before it is of no use any more.
    Rank { kind: Kind, query: String, here: Place, generation: u64 },
    /// Look at the links of all notes.
    Links { ask: u64 },
    /// Open an address outside.
    Open(Address),
    /// Open a file in the reader's editor at a line, from 1.
    Edit { file: Arc<Path>, line: usize },
    /// Give this to the clipboard of the terminal.
    Copy(Copied),
    /// Colour these blocks of code; who asked for others is not interested any more.
    Colour { blocks: Vec<Shown>, version: u64 },
    /// Ask the terminal what it can show pictures with.
    AskTerminal,
    /// Read these pictures; who asked for others is not interested any more.
    Pictures(Vec<Wanted>),
    /// Ask the state, which knows what was learned; the answers come in the order of the questions.
    Ask(Ask),
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
}
