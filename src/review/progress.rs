//! How far a card is: what follows from the entries of the log about it.

use super::id::Id;
use super::log::{Entry, Graded, Next, What};
use super::memory::{Grade, Memory, Model};
use super::moment::{Day, Moment};

/// How far a card is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// What it is in the middle of.
    pub phase: Phase,
    /// What the model knows about it; none while it is new.
    pub memory: Option<Memory>,
    /// When it was said to come.
    pub due: Due,
    /// When it was answered; none while it is new.
    pub answered: Option<Answered>,
    /// How many answers there were.
    pub reviews: u32,
    /// How often it was forgotten, after it had been learned.
    pub lapses: u32,
    /// Whether it is not to be asked any more.
    pub suspended: bool,
    /// Whether the reader marked it.
    pub flagged: bool,
    /// It is not to be asked before this day.
    pub buried: Option<Day>,
    /// The last entry that counts, with its time: who has seen it has seen all.
    pub seen: Option<(i64, Id)>,
}

/// What a card is in the middle of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// It has never been answered.
    #[default]
    New,
    /// It was answered, but is not known yet.
    Learning,
    /// It is known, and comes again after days.
    Review,
    /// It was forgotten, and is not known again yet.
    Relearning,
}

/// The days on which a card was answered, by clocks that may have been wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The first time.
    pub first: Day,
    /// The last time.
    pub last: Day,
    /// The latest of all days: other than the last where a clock went back.
    pub latest: Day,
}

impl Answered {
    /// With an answer on `day`, too; `before` is none for the first.
    pub fn with(before: Option<Answered>, day: Day) -> Answered {
        let Answered { first, latest, .. } =
            before.unwrap_or(Answered { first: day, last: day, latest: day });
        Answered { first, last: day, latest: latest.max(day) }
    }

    /// The days from the last answer to `day`, never negative. Of a clock that went back and forth only the
    /// latest day counts, as soon as it is past: an answer that seems older was given by a wrong clock.
    pub fn elapsed(self, day: Day) -> u32 {
        day.since(if day >= self.latest { self.latest } else { self.last })
    }
}

/// When a card is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// Whenever there is room for a new one.
    #[default]
    New,
    /// At a time of a day, in milliseconds since 1970, in UTC.
    At(i64),
    /// On a day.
    On(Day),
}

/// How often a card has to be forgotten until it is a leech, and how often until it is said again.
const LEECH: (u32, u32) = (8, 4);

impl Progress {
    /// What follows from `entries`, which are all there are about one card, in their order.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>, model: &Model) -> Progress {
        entries
            .into_iter()
            .fold(Progress::default(), |progress, entry| progress.after(entry, model))
    }

    /// How far it is after `entry`, which comes after all that it has seen.
    pub fn after(self, entry: &Entry, model: &Model) -> Progress {
        let seen = Some(entry.order());
        match entry.what {
            // What has no effect leaves no trace either, so that it cannot stand in another's way.
            What::Graded(graded) if graded.cram => self,
            What::Graded(graded) => Progress { seen, ..self.graded(entry, graded, model) },
            What::Suspended(suspended) => Progress { suspended, seen, ..self },
            What::Flagged(flagged) => Progress { flagged, seen, ..self },
            What::Buried(buried) => Progress { buried, seen, ..self },
        }
    }

    fn graded(self, entry: &Entry, graded: Graded, model: &Model) -> Progress {
        // Made anew rather than taken from the entry: another machine may have known more.
        let elapsed = self.elapsed(entry.day);
        let [again, hard, good, easy] = model.after(self.memory, elapsed, NO_MATTER);
        let after = match graded.grade {
            Grade::Again => again,
            Grade::Hard => hard,
            Grade::Good => good,
            Grade::Easy => easy,
        };
        let lapse = self.phase == Phase::Review && graded.grade == Grade::Again;
        // But when it comes is what the reader was told.
        let (phase, due) = match (graded.next, self.phase) {
            (Next::Days(days), _) => (Phase::Review, Due::On(entry.day.plus(days))),
            (next, Phase::New | Phase::Learning) => (Phase::Learning, due(next, entry)),
            (next, Phase::Review | Phase::Relearning) => (Phase::Relearning, due(next, entry)),
        };
        Progress {
            phase,
            memory: Some(after.memory),
            due,
            answered: Some(Answered::with(self.answered, entry.day)),
            reviews: self.reviews.saturating_add(1),
            lapses: self.lapses.saturating_add(u32::from(lapse)),
            ..self
        }
    }

    /// The days from the last answer to `day`; 0 where there was none, or a clock went back.
    pub fn elapsed(&self, day: Day) -> u32 {
        self.answered.map_or(0, |answered| answered.elapsed(day))
    }

    /// The identity of the last entry that counts: an answer to this state is none to any other.
    pub fn revision(&self) -> Option<Id> {
        self.seen.map(|(_, id)| id)
    }

    /// Whether it may be asked on `day`, if it is due.
    pub fn is_open(&self, day: Day) -> bool {
        !self.suspended && self.buried.is_none_or(|until| until <= day)
    }

    /// Whether it is to be asked in days, and `day` is one of those. One that was answered on a day that is
    /// yet to come is, for a clock was wrong: else it might not come for years.
    pub fn is_due_on(&self, day: Day) -> bool {
        // A day is the difference that a journey makes.
        let wrong = self.answered.is_some_and(|answered| answered.last > day.plus(1));
        matches!(self.due, Due::On(due) if due <= day || wrong)
    }

    /// The time of an entry made `now`: the clock's, but after all that it has seen.
    pub fn time(&self, now: Moment) -> i64 {
        self.seen.map_or(now.ms, |(at, _)| now.ms.max(at.saturating_add(1)))
    }

    /// Whether it is forgotten again and again: better to be written anew than to be learned.
    pub fn is_leech(&self) -> bool {
        self.lapses >= LEECH.0
    }

    /// Whether the last lapse of so many has to be said: when it becomes a leech, and now and then after.
    pub fn is_leech_again(&self) -> bool {
        self.lapses.checked_sub(LEECH.0).is_some_and(|more| more % LEECH.1 == 0)
    }
}

/// The memory after a grade is the same whatever chance to know it is asked for; only days depend on it.
const NO_MATTER: f32 = 0.9;

fn due(next: Next, entry: &Entry) -> Due {
    match next {
        Next::Minutes(minutes) => Due::At(entry.at.saturating_add(i64::from(minutes) * 60_000)),
        Next::Days(days) => Due::On(entry.day.plus(days)),
    }
}
