//! When a card comes again, by each grade.

use super::id::Id;
use super::log::{Graded, Next};
use super::memory::{After, Grade, Memory, Model};
use super::moment::Day;
use super::progress::{Phase, Progress};

/// What the reader may choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The chance to know a card when it comes again, from 0.7 to 0.99.
    pub retention: f32,
    /// So many new cards a day.
    pub new: u32,
    /// So many cards a day, new ones among them.
    pub all: u32,
    /// The longest that a card stays away, in days.
    pub longest: u32,
    /// Whether days are moved a little, so that what was learned together does not stay together.
    pub fuzz: bool,
    /// The hour at which a day begins.
    pub day_start: u8,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { retention: 0.9, new: 20, all: 200, longest: 36_500, fuzz: true, day_start: 4 }
    }
}

/// Minutes until a card comes again that is not known: a new one, one that was forgotten, and one of
/// either that was nearly known.
const AGAIN: u32 = 1;
const FORGOTTEN: u32 = 10;
const NEARLY: u32 = 10;

/// What follows from a grade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The grade.
    pub grade: Grade,
    /// When the card then comes again.
    pub next: Next,
    /// Its memory then.
    pub memory: Memory,
}

/// What follows from each grade, given to `card` on `day`, the worst first.
pub fn choices(
    card: Id,
    progress: &Progress,
    day: Day,
    model: &Model,
    settings: &Settings,
) -> [Choice; 4] {
    let retention = settings.retention.clamp(0.7, 0.99);
    let after = model.after(progress.memory, progress.elapsed(day), retention);
    // One throw for all grades: the better one never comes sooner.
    let chance = card.chance(u64::from(progress.reviews));
    let days = |after: &After| Next::Days(days(after.days, settings, chance));
    let known = progress.phase == Phase::Review;
    let [again, hard, good, easy] = &after;
    let choice = |grade, after: &After, next| Choice { grade, next, memory: after.memory };
    [
        choice(Grade::Again, again, Next::Minutes(if known { FORGOTTEN } else { AGAIN })),
        choice(Grade::Hard, hard, if known { days(hard) } else { Next::Minutes(NEARLY) }),
        choice(Grade::Good, good, days(good)),
        choice(Grade::Easy, easy, days(easy)),
    ]
}

/// The answer `grade` to `card` on `day`, for the log; `took` in milliseconds.
pub fn graded(choice: &Choice, progress: &Progress, day: Day, took: u32) -> Graded {
    Graded {
        grade: choice.grade,
        took,
        cram: false,
        elapsed: progress.answered.map(|_| progress.elapsed(day)),
        next: choice.next,
        before: progress.memory,
    }
}

/// So much of the days, between these bounds, may be added or taken away, and one day always: as Anki
/// does it.
const FUZZ: [(f32, f32, f32); 3] =
    [(2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, f32::INFINITY, 0.05)];

/// Whole days, at least one.
fn days(exact: f32, settings: &Settings, chance: u64) -> u32 {
    let longest = settings.longest.max(1);
    let whole = |days: f32| (days.round() as u32).clamp(1, longest);
    // The longest is moved to the shorter side, lest everything ends up at the very longest.
    let exact = exact.min(longest as f32);
    if !settings.fuzz || exact < FUZZ[0].0 {
        return whole(exact);
    }
    let part = |(from, to, part): (f32, f32, f32)| part * (exact.min(to) - from).max(0.0);
    let delta = 1.0 + FUZZ.into_iter().map(part).sum::<f32>();
    let (low, high) = (whole(exact - delta).max(2).min(longest), whole(exact + delta));
    let span = u64::from(high.saturating_sub(low)) + 1;
    // A part of the span, rather than a remainder: a better grade has no fewer days by the same chance.
    low + u32::try_from(((chance >> 32) * span) >> 32).unwrap_or(0)
}
