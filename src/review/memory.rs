//! How well a card is remembered, by the model FSRS-6. The one module that knows the library for it.

use fsrs::{ComputeParametersInput, DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState};
use serde::{Deserialize, Serialize};

/// How well an answer was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub enum Grade {
    /// Not at all.
    Again = 1,
    /// With effort.
    Hard = 2,
    /// As it should be.
    Good = 3,
    /// Without thinking.
    Easy = 4,
}

impl Grade {
    /// All of them, the worst first.
    pub const ALL: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];
}

impl From<Grade> for u8 {
    fn from(grade: Grade) -> u8 {
        grade as u8
    }
}

impl TryFrom<u8> for Grade {
    type Error = &'static str;

    fn try_from(n: u8) -> Result<Grade, &'static str> {
        Grade::ALL.into_iter().find(|grade| *grade as u8 == n).ok_or("a grade is 1, 2, 3 or 4")
    }
}

/// What the model knows about a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// After so many days nine of ten such cards are still known.
    pub stability: f32,
    /// How hard it is to make it stay, from 1 to 10.
    pub difficulty: f32,
}

/// A card after a grade: its memory, and the days until it is to be asked again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct After {
    /// The memory.
    pub memory: Memory,
    /// When the chance to know it is what was asked for; not rounded.
    pub days: f32,
}

/// How many numbers make the model fit a person.
pub const PARAMETERS: usize = 21;

/// The parameters of the model.
pub type Parameters = [f32; PARAMETERS];

/// The model, fitted to a person by its parameters.
#[derive(Clone, Debug)]
pub struct Model {
    fsrs: FSRS,
    parameters: Parameters,
}

impl Default for Model {
    fn default() -> Model {
        Model { fsrs: FSRS::default(), parameters: DEFAULT_PARAMETERS }
    }
}

impl Model {
    /// The model with these parameters, 21 of FSRS-6, or 19 or 17 of the ones before it; none where they
    /// are no parameters.
    pub fn new(parameters: &[f32]) -> Option<Model> {
        let parameters = fsrs::check_and_fill_parameters(parameters).ok()?;
        let fsrs = FSRS::new(&parameters).ok()?;
        Some(Model { fsrs, parameters: parameters.try_into().ok()? })
    }

    /// The parameters.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// What follows from each grade, the worst first, `elapsed` days after the last; `memory` is none for a
    /// card that is new. What is no memory counts as none.
    pub fn after(&self, memory: Option<Memory>, elapsed: u32, retention: f32) -> [After; 4] {
        let state = memory.filter(Memory::is_sound).map(MemoryState::from);
        // The library refuses only what is not finite, and all that it is given here is.
        let next = self.fsrs.next_states(state, retention, elapsed);
        let next = next.or_else(|_| self.fsrs.next_states(None, retention, 0));
        let Ok(next) = next else {
            let memory = Memory { stability: 1.0, difficulty: 5.0 };
            return [After { memory, days: 1.0 }; 4];
        };
        [next.again, next.hard, next.good, next.easy]
            .map(|item| After { memory: item.memory.into(), days: item.interval })
    }

    /// The chance that it is known `elapsed` days after the last time, from 0 to 1.
    pub fn chance(&self, memory: Memory, elapsed: u32) -> f32 {
        let [.., decay] = self.parameters;
        fsrs::current_retrievability(memory.into(), elapsed as f32, decay).clamp(0.0, 1.0)
    }
}

impl Memory {
    fn is_sound(&self) -> bool {
        self.stability.is_finite() && self.stability > 0.0 && self.difficulty.is_finite()
    }
}

impl From<Memory> for MemoryState {
    fn from(memory: Memory) -> MemoryState {
        MemoryState { stability: memory.stability, difficulty: memory.difficulty }
    }
}

impl From<MemoryState> for Memory {
    fn from(state: MemoryState) -> Memory {
        Memory { stability: state.stability, difficulty: state.difficulty }
    }
}

/// How well the model foretells answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accuracy {
    /// The mean of the logarithms of the chances that it gave to what then happened, without their sign: 0
    /// would be foreknowledge.
    pub loss: f32,
    /// How far the chances that it gave are from how often cards were then known, from 0 to 1: the root of
    /// the mean square, over cards that are alike.
    pub error: f32,
}

/// The parameters that fit these histories best: of each card, its grades with the days before each. None
/// where the library finds none.
pub(super) fn fitted(histories: &[Vec<(Grade, u32)>]) -> Option<Parameters> {
    let (train_set, card_ids) = items(histories);
    let input = ComputeParametersInput {
        train_set,
        card_ids: Some(card_ids),
        ..ComputeParametersInput::default()
    };
    fsrs::compute_parameters(input).ok()?.try_into().ok()
}

/// How well `model` would have foretold these histories; none where there is nothing to foretell.
pub(super) fn accuracy(model: &Model, histories: &[Vec<(Grade, u32)>]) -> Option<Accuracy> {
    let (items, card_ids) = items(histories);
    let found = model.fsrs.evaluate_with_card_ids(items, card_ids, |_| true).ok()?;
    Some(Accuracy { loss: found.log_loss, error: found.rmse_bins })
}

/// The histories as the library has them, with the card of each.
fn items(histories: &[Vec<(Grade, u32)>]) -> (Vec<FSRSItem>, Vec<i64>) {
    let (mut items, mut cards) = (Vec::new(), Vec::new());
    for (card, history) in (0..).zip(histories) {
        let reviews: Vec<FSRSReview> = history
            .iter()
            .map(|&(grade, days)| FSRSReview { rating: u32::from(u8::from(grade)), delta_t: days })
            .collect();
        // Each review on a later day is to be foretold from those before it.
        for (n, review) in reviews.iter().enumerate().skip(1).take(MOST_REVIEWS) {
            if review.delta_t > 0
                && let Some(before) = reviews.get(..=n)
            {
                items.push(FSRSItem { reviews: before.to_vec() });
                cards.push(card);
            }
        }
    }
    (items, cards)
}

/// The library leaves longer histories out; they would only take memory, by their square.
const MOST_REVIEWS: usize = 256;
