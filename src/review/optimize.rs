//! Fitting the model of memory to the reader, from what was answered.

use super::log::{Entry, What};
use super::memory::{Grade, Parameters, fitted};
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
