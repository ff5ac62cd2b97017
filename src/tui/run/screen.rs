//! The screen: drawn whole or in part, with the pictures that lie over it.

use std::io::{self, BufWriter};

use crossterm::cursor::{RestorePosition, SavePosition};
use crossterm::queue;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{App, resize};
use crate::app::pictures::Pixels;
use crate::app::{Effect, State};
use crate::text::width::width;
use crate::tui::screen;
use crate::tui::terminal::Output;
use crate::tui::theme::{Depth, Theme};
use crate::tui::view::view;

pub(super) type Screen = screen::Screen<BufWriter<Output>>;

impl App {
    /// Takes up the screen again after something else was on it: every cell anew, at its present size.
    pub(super) fn renew(&mut self) -> io::Result<Vec<Effect>> {
        let effects = resize(&mut self.state)?;
        self.clear();
        Ok(effects)
    }

    /// Forgets what is on the screen, so that the next frame draws every cell and every picture.
    pub(super) fn clear(&mut self) {
        self.gallery.forget_shown();
        self.screen.forget();
    }

    /// Draws a frame, with the pictures that belong to it.
    pub(super) fn draw(&mut self) -> io::Result<()> {
        self.gallery.send(&self.state, self.screen.output())?;
        let buffer = draw(&mut self.screen, &self.state, self.can.depth)?;
        let (rows, pictures) = self.gallery.turn(&self.state);
        if rows.is_empty() && pictures.is_empty() {
            return Ok(());
        }
        let mut cells = Vec::new();
        for y in rows {
            let mut after = 0;
            for x in 0..buffer.area.width {
                // The second half of a wide character is no cell of its own.
                if let Some(cell) = buffer.cell((x, y)).filter(|_| x >= after) {
                    after = x + u16::try_from(width(cell.symbol())).unwrap_or(1).max(1);
                    cells.push((x, y, cell.clone()));
                }
            }
        }
        let output = self.screen.output();
        queue!(output, SavePosition)?;
        output.draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell)))?;
        queue!(output, RestorePosition)?;
        self.gallery.show(&pictures, output)
    }
}

/// All of the screen.
pub(super) fn area(state: &State) -> Rect {
    Rect::new(0, 0, state.size.width, state.size.height)
}

/// Draws a frame, and gives what is on the screen then.
pub(super) fn draw<'s>(
    screen: &'s mut Screen,
    state: &State,
    depth: Depth,
) -> io::Result<&'s Buffer> {
    let theme = Theme { theme: state.theme(), depth };
    screen.draw(area(state), |buffer| view(state, &theme, area(state), buffer))
}

/// What a cell of the screen measures, if the system knows.
pub(super) fn cell() -> Option<Pixels> {
    let size = crossterm::terminal::window_size().ok()?;
    let part =
        |whole: u16, of: u16| Some(u32::from(whole.checked_div(of)?)).filter(|part| *part > 0);
    Some(Pixels { width: part(size.width, size.columns)?, height: part(size.height, size.rows)? })
}
