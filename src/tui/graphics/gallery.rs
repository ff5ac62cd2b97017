//! The pictures that are ready for the terminal's graphics, and those that it shows.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use crossterm::cursor::{MoveTo, RestorePosition, SavePosition};
use crossterm::queue;

use super::{Encoded, wrapped};
use crate::app::State;
use crate::app::area::Area;
use crate::app::pictures::{Medium, placements};
use crate::tui::terminal;

/// Pictures, by their numbers.
#[derive(Debug, Default)]
pub struct Gallery {
    ready: HashMap<u32, Encoded>,
    /// Those that the terminal keeps.
    sent: HashSet<u32>,
    /// Those that lie over the text, and where.
    shown: Vec<(u32, Area)>,
    through_tmux: bool,
}

impl Gallery {
    /// Nothing is ready.
    pub fn new(through_tmux: bool) -> Gallery {
        Gallery { through_tmux, ..Gallery::default() }
    }

    /// Takes a picture that is ready.
    pub fn take(&mut self, picture: Encoded) {
        self.ready.insert(picture.id, picture);
    }

    /// To be called before a frame: gives the terminal the pictures that the frame names, and takes back
    /// those that nobody will name again.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn send(&mut self, state: &State, out: &mut impl Write) -> io::Result<()> {
        if self.ready.is_empty() && self.sent.is_empty() {
            return Ok(());
        }
        let alive = state.open.pictures.graphics();
        self.ready.retain(|id, _| alive.contains(id));
        let gone: Vec<u32> = self.sent.iter().copied().filter(|id| !alive.contains(id)).collect();
        for id in &gone {
            self.sent.remove(id);
            out.write_all(&self.removal(*id))?;
        }
        let mut changed = !gone.is_empty();
        if state.open.pictures.medium == Medium::Kitty {
            for id in visible(state).into_iter().map(|(id, _, _)| id) {
                if let Some(picture) = self.ready.get(&id)
                    && self.sent.insert(id)
                {
                    changed = true;
                    // Before it is given: it must be taken back even if only a part of it arrives.
                    terminal::set_farewell(self.farewell());
                    out.write_all(&picture.bytes)?;
                }
            }
        }
        if changed {
            terminal::set_farewell(self.farewell());
        }
        Ok(())
    }

    /// To be called after a frame: which rows of the screen have to be drawn anew, since a picture lay
    /// there that has gone or moved, and which pictures are to be shown then.
    pub fn turn(&mut self, state: &State) -> (Vec<u16>, Vec<(u32, Area)>) {
        let over = matches!(state.open.pictures.medium, Medium::Iterm | Medium::Sixel);
        let now: Vec<(u32, Area)> = match over {
            true => visible(state)
                .into_iter()
                .filter(|(id, whole, _)| *whole && self.ready.contains_key(id))
                .map(|(id, _, area)| (id, area))
                .collect(),
            false => Vec::new(),
        };
        let before = std::mem::replace(&mut self.shown, now.clone());
        let gone = before.iter().filter(|picture| !now.contains(picture));
        let rows: Vec<u16> = gone.flat_map(|(_, area)| area.y..area.y + area.height).collect();
        // A picture that lies where something is drawn anew is to be shown anew.
        let touched = |area: &Area| rows.iter().any(|y| (area.y..area.y + area.height).contains(y));
        let show =
            now.into_iter().filter(|picture| !before.contains(picture) || touched(&picture.1));
        let show = show.collect();
        (rows, show)
    }

    /// Shows pictures over the text.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn show(&self, pictures: &[(u32, Area)], out: &mut impl Write) -> io::Result<()> {
        for (id, area) in pictures {
            let Some(picture) = self.ready.get(id) else { continue };
            queue!(out, SavePosition, MoveTo(area.x, area.y))?;
            out.write_all(&picture.bytes)?;
            queue!(out, RestorePosition)?;
        }
        out.flush()
    }

    /// The screen was emptied.
    pub fn forget_shown(&mut self) {
        self.shown.clear();
    }

    /// The terminal was given back, and what it kept with it.
    pub fn forget_sent(&mut self) {
        self.shown.clear();
        self.sent.clear();
    }

    fn removal(&self, id: u32) -> Vec<u8> {
        wrapped(format!("\x1b_Ga=d,d=I,q=2,i={id}\x1b\\").as_bytes(), self.through_tmux)
    }

    /// What takes back all pictures.
    fn farewell(&self) -> Vec<u8> {
        self.sent.iter().flat_map(|id| self.removal(*id)).collect()
    }
}

/// The pictures on the screen that the terminal's graphics know: number, whether all of it can be seen,
/// where.
fn visible(state: &State) -> Vec<(u32, bool, Area)> {
    let graphic = |placement: crate::app::pictures::Placement| {
        let drawn = state.open.pictures.drawn(&placement.name, placement.cells)?;
        Some((drawn.graphic?.id, placement.whole, placement.area))
    };
    placements(state).into_iter().filter_map(graphic).collect()
}
