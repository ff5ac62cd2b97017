//! Fitting the model of memory to the reader, from what was answered.

use super::log::{Entry, What};
use super::memory::{Accuracy, Grade, Model, Parameters, accuracy, fitted};
use super::progress::Answered;

/// Of fewer answers on later days the model cannot learn more than it is given.
pub const LEAST: usize = 400;

/// The answers to one card, each with the days since the one before; 0 for the first. `entries` are all
/// about the card, in their order.
pub fn history<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<(Grade, u32)> {
    let mut answered: Option<Answered> = None;
    let mut history = Vec::new();
    for entry in entries {
        if let What::Graded(graded) = entry.what
            && !graded.cram
        {
            let elapsed = answered.map_or(0, |answered| answered.elapsed(entry.day));
            history.push((graded.grade, elapsed));
            answered = Some(Answered::with(answered, entry.day));
        }
    }
    history
}

/// How many answers of these histories can be learned from: those on a later day than the one before.
pub fn answers(histories: &[Vec<(Grade, u32)>]) -> usize {
    histories.iter().flatten().filter(|(_, days)| *days > 0).count()
}

/// The parameters that fit these histories best; none where there are too few answers ([`LEAST`]). It
/// takes seconds, and depends on nothing else.
pub fn fit(histories: &[Vec<(Grade, u32)>]) -> Option<Parameters> {
    if answers(histories) < LEAST {
        return None;
    }
    fitted(histories)
}

/// How well a model foretells what was answered, before and after it was fitted to that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// As it was.
    pub before: Accuracy,
    /// With the parameters that were found.
    pub after: Accuracy,
}

impl Compared {
    /// `model` and the one of `parameters`, each held against these histories; none where they are none, or
    /// there is nothing to hold them against.
    pub fn new(
        model: &Model,
        parameters: &Parameters,
        histories: &[Vec<(Grade, u32)>],
    ) -> Option<Compared> {
        let fitted = Model::new(parameters)?;
        let [before, after] = [model, &fitted].map(|model| accuracy(model, histories));
        Some(Compared { before: before?, after: after? })
    }

    /// Whether going on with what was found is worth it.
    pub fn is_better(&self) -> bool {
        self.after.loss < self.before.loss
    }
}
