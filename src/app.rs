//! What the app is doing: state, messages, effects, and how one becomes the next. Pure: it knows
//! no terminal, no disk, no clock.

pub mod address;
pub mod area;
pub mod changes;
pub mod chord;
pub mod colouring;
pub mod command;
pub mod contents;
pub mod copy;
pub mod figures;
pub mod find;
pub mod finder;
pub mod folds;
pub mod glossary;
pub mod help;
pub mod hints;
pub mod history;
pub mod job;
pub mod key;
pub mod keymap;
pub mod linear;
pub mod links;
pub mod moves;
pub mod msg;
pub mod page;
pub mod pictures;
pub mod popup;
pub mod progress;
pub mod reader;
pub mod recall;
pub mod session;
pub mod sides;
pub mod state;
pub mod study;
pub mod terms;
pub mod themes;
mod update;

pub use msg::{Effect, Msg};
pub use state::State;
pub use update::{end, scope, update};

/// The first row of a list to show, so that `cursor` is among `height` rows, with a neighbour on
/// either side where there is room.
fn list_top(top: usize, cursor: usize, count: usize, height: usize) -> usize {
    let margin = usize::from(height > 4);
    let lowest = (cursor + 1 + margin).min(count).saturating_sub(height);
    let highest = cursor.saturating_sub(margin);
    top.clamp(lowest.min(highest), highest.max(lowest)).min(count.saturating_sub(height.min(count)))
}
