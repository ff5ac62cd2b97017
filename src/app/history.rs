//! Where the reader was: back and forward, to the row.

use super::reader::Spot;

/// At most this many places are remembered each way.
const KEPT: usize = 200;

/// The places that were left by a jump.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<Spot>,
    forward: Vec<Spot>,
}

impl History {
    /// Remembers a place that is left by a jump; what was forward of it is gone.
    pub fn leave(&mut self, spot: Spot) {
        self.forward.clear();
        if self.back.last() != Some(&spot) {
            self.back.push(spot);
        }
        if self.back.len() > KEPT {
            self.back.remove(0);
        }
    }

    /// The place before, when we are at `here`.
    pub fn back(&mut self, here: Spot) -> Option<Spot> {
        let spot = self.back.pop()?;
        self.forward.push(here);
        Some(spot)
    }

    /// The place that [`History::back`] was called from.
    pub fn forward(&mut self, here: Spot) -> Option<Spot> {
        let spot = self.forward.pop()?;
        self.back.push(here);
        Some(spot)
    }

    /// The places that were left, the latest first.
    pub fn latest(&self) -> impl Iterator<Item = Spot> {
        self.back.iter().rev().chain(&self.forward).copied()
    }

    /// Takes what `now` makes of each place; what it makes nothing of is forgotten.
    pub fn retain(&mut self, now: &dyn Fn(Spot) -> Option<Spot>) {
        for places in [&mut self.back, &mut self.forward] {
            *places = places.drain(..).filter_map(now).collect();
        }
    }

    /// Forgets everything: the notes are others now.
    pub fn forget(&mut self) {
        *self = History::default();
    }
}
