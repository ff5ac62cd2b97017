//! Going through the cards of a day: which comes next, and what an answer does.
//!
//! A session knows no screen. Whoever drives it shows [`Session::card`], hands an answer to
//! [`Session::grade`], keeps the [`Step`] that it gives, and tells the session what became of that
//! ([`Session::reload`]), before it shows the next.

use std::collections::HashMap;

use super::id::Id;
use super::log::{Entry, Graded, What};
use super::memory::{Grade, Model};
use super::moment::{Day, Moment};
use super::progress::{Phase, Progress};
use super::schedule::{Choice, Settings, choices, graded};

mod place;
mod queue;
mod renew;

use queue::Queue;

/// A card that may be asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// The card.
    pub card: Id,
    /// The same for all cards that are made of one text: of those, one a day is asked. None for one alone.
    pub siblings: Option<u64>,
    /// How far it is.
    pub progress: Progress,
}

/// What a session is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plan {
    /// To learn what is due.
    #[default]
    Due,
    /// To practise all cards, with no effect on when they come again.
    Cram,
}

/// What makes entries those of one machine and one session.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// The machine.
    pub device: Id,
    /// What no other session has.
    pub seed: u128,
}

/// What has to be kept of an action.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// What happened.
    pub entry: Entry,
    /// The revision of the card that it happened to.
    pub seen: Option<Id>,
}

/// What was done in a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Answers.
    pub reviewed: u32,
    /// New cards among them.
    pub learned: u32,
    /// Answers that were not known.
    pub forgotten: u32,
    /// Cards that became leeches, or are said to be one again.
    pub leeches: u32,
    /// The time that the answers took, in milliseconds.
    pub took: u64,
}

/// What is left of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// New cards.
    pub new: usize,
    /// Cards that are not known yet, or not any more.
    pub learning: usize,
    /// Cards that are due.
    pub review: usize,
}

/// What was done, so that it can be taken back.
#[derive(Clone, Copy, Debug)]
struct Past {
    at: usize,
    before: Progress,
    round: u32,
    shown: Option<usize>,
    entry: Entry,
    counts: Counts,
    leech: bool,
}

/// What the limits of a day are held against.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    new: u32,
    all: u32,
}

/// Going through cards.
#[derive(Clone, Debug)]
pub struct Session {
    plan: Plan,
    settings: Settings,
    model: Model,
    origin: Origin,
    day: Day,
    /// All cards; behind the first `there` those that are gone from the notes.
    items: Vec<Item>,
    there: usize,
    by_card: HashMap<Id, usize>,
    by_text: HashMap<u64, Vec<usize>>,
    rounds: Vec<u32>,
    queue: Queue,
    counts: Counts,
    shown: Option<usize>,
    past: Vec<Past>,
    made: u64,
}

impl Session {
    /// A session at `now`. `items` are all cards of what is studied, in reading order, due or not: those
    /// that are not say which siblings have had their day. `new` and `all` are how many cards were answered
    /// this day already, for the first time and altogether.
    pub fn new(
        plan: Plan,
        items: Vec<Item>,
        (new, all): (u32, u32),
        now: Moment,
        (settings, model, origin): (Settings, Model, Origin),
    ) -> Session {
        let by_card = items.iter().enumerate().map(|(at, item)| (item.card, at)).collect();
        let mut by_text: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, item) in items.iter().enumerate() {
            if let Some(text) = item.siblings {
                by_text.entry(text).or_default().push(at);
            }
        }
        let mut session = Session {
            plan,
            settings,
            model,
            origin,
            day: now.day,
            rounds: vec![0; items.len()],
            there: items.len(),
            items,
            by_card,
            by_text,
            queue: Queue::default(),
            counts: Counts { new, all },
            shown: None,
            past: Vec::new(),
            made: 0,
        };
        for at in 0..session.items.len() {
            session.place(at);
        }
        session.advance(now);
        session
    }

    /// The card that is asked; none where there is nothing more to do.
    pub fn card(&self) -> Option<&Item> {
        self.items.get(self.shown?)
    }

    /// All cards, as far as they are now, in reading order.
    pub fn items(&self) -> &[Item] {
        self.items.get(..self.there).unwrap_or(&[])
    }

    /// What each grade would lead to, the worst first; none where there is no card.
    pub fn choices(&self, now: Moment) -> Option<[Choice; 4]> {
        let (item, now) = (self.card()?, self.moment(now));
        let choices = choices(item.card, &item.progress, now.day, &self.model, &self.settings);
        Some(choices)
    }

    /// Answers the card, which took so many milliseconds, and goes on to the next.
    pub fn grade(&mut self, grade: Grade, took: u32, now: Moment) -> Option<Step> {
        let (item, now) = (*self.card()?, self.moment(now));
        let choice = self.choices(now)?.into_iter().find(|choice| choice.grade == grade)?;
        let cram = self.plan == Plan::Cram;
        let graded = Graded { cram, ..graded(&choice, &item.progress, now.day, took) };
        self.act(What::Graded(graded), now)
    }

    /// Leaves the card until tomorrow. There is no tomorrow for practice.
    pub fn bury(&mut self, now: Moment) -> Option<Step> {
        if self.plan == Plan::Cram {
            return None;
        }
        self.act(What::Buried(Some(self.moment(now).day.plus(1))), now)
    }

    /// Leaves the card for good.
    pub fn suspend(&mut self, now: Moment) -> Option<Step> {
        self.act(What::Suspended(true), now)
    }

    /// Marks the card, or takes the mark away. It stays.
    pub fn flag(&mut self, now: Moment) -> Option<Step> {
        let flagged = self.card()?.progress.flagged;
        self.act(What::Flagged(!flagged), now)
    }

    /// Takes the last action back, and shows its card again: this entry has to be undone.
    pub fn undo(&mut self) -> Option<Id> {
        let past = self.past.pop()?;
        self.revert(&past);
        Some(past.entry.id)
    }

    /// What was just done to `card` was not kept, for another program has changed it: it is so far. It is as
    /// if nothing had been done to it, and it is shown again if it is still to be asked.
    pub fn refused(&mut self, card: Id, progress: Progress, now: Moment) {
        let at = self.by_card.get(&card).copied();
        if let Some(past) = self.past.pop_if(|past| Some(past.at) == at) {
            self.revert(&past);
        }
        self.reload(card, progress, now);
    }

    /// A card is so far, whatever was thought. It is as with [`Session::undo`], where that was not the last
    /// thing that happened to its card.
    pub fn reload(&mut self, card: Id, progress: Progress, now: Moment) {
        let Some(&at) = self.by_card.get(&card) else { return };
        self.set(at, progress);
        self.settle(now);
    }

    /// What was done so far.
    pub fn figures(&self) -> Figures {
        let mut figures = Figures::default();
        for past in &self.past {
            let What::Graded(graded) = past.entry.what else { continue };
            figures.reviewed += 1;
            figures.learned += u32::from(past.before.phase == Phase::New && !graded.cram);
            figures.forgotten += u32::from(graded.grade == Grade::Again);
            figures.leeches += u32::from(past.leech);
            figures.took += u64::from(graded.took);
        }
        figures
    }

    /// What is left to do, the card that is asked among it.
    pub fn left(&self) -> Left {
        let room = |of: u32, done: u32| of.saturating_sub(done) as usize;
        let (learning, review, new) = self.queue.lengths();
        if self.plan == Plan::Cram {
            return Left { review, ..Left::default() };
        }
        let all = room(self.settings.all, self.counts.all);
        let review = review.min(all);
        let new = new.min(room(self.settings.new, self.counts.new)).min(all - review);
        Left { new, learning, review }
    }

    /// Does `what` to the card, and goes on unless it stays.
    fn act(&mut self, what: What, now: Moment) -> Option<Step> {
        self.act_on(self.shown?, what, now)
    }

    /// Does `what` to a card.
    fn act_on(&mut self, at: usize, what: What, now: Moment) -> Option<Step> {
        let item = *self.items.get(at)?;
        self.turn(now);
        let now = self.moment(now);
        let before = item.progress;
        let entry = Entry {
            id: Id::nth(now.ms, self.origin.seed, self.made),
            card: item.card,
            at: before.time(now),
            offset: now.offset,
            day: now.day,
            device: self.origin.device,
            what,
        };
        self.made += 1;
        let after = before.after(&entry, &self.model);
        let leech = after.lapses > before.lapses && after.is_leech_again();
        let round = self.rounds.get(at).copied().unwrap_or(0);
        let (shown, counts) = (self.shown, self.counts);
        self.past.push(Past { at, before, round, shown, entry, counts, leech });
        if let What::Graded(graded) = what {
            self.count(&before, graded.cram);
            let round = self.rounds.get_mut(at).filter(|_| graded.cram);
            if let Some(round) = round {
                // What was not known comes once more, after all that has not come so often.
                *round = if graded.grade == Grade::Again { *round + 1 } else { u32::MAX };
            }
        }
        self.set(at, after);
        if !matches!(what, What::Flagged(_)) {
            self.advance(now);
        }
        Some(Step { entry, seen: before.revision() })
    }

    fn count(&mut self, before: &Progress, cram: bool) {
        let today = before.answered.is_some_and(|answered| answered.last == self.day);
        if !cram && !today {
            self.counts.all += 1;
            self.counts.new += u32::from(before.phase == Phase::New);
        }
    }

    fn revert(&mut self, past: &Past) {
        self.counts = past.counts;
        if let Some(round) = self.rounds.get_mut(past.at) {
            *round = past.round;
        }
        self.set(past.at, past.before);
        self.shown = past.shown;
    }

    /// A card is so far now: it and its siblings take their places.
    fn set(&mut self, at: usize, progress: Progress) {
        let Some(item) = self.items.get_mut(at) else { return };
        item.progress = progress;
        let siblings = item.siblings.and_then(|text| self.by_text.get(&text)).cloned();
        for at in siblings.unwrap_or_else(|| vec![at]) {
            self.place(at);
        }
    }

    /// A new day may have begun meanwhile, with its own limits and its own cards; or a clock was set back.
    fn turn(&mut self, now: Moment) {
        let now = self.moment(now);
        if now.day == self.day {
            return;
        }
        self.day = now.day;
        self.counts = Counts::default();
        self.past.iter_mut().for_each(|past| past.counts = Counts::default());
        for at in 0..self.there {
            self.place(at);
        }
    }

    /// Goes on to the next card.
    fn advance(&mut self, now: Moment) {
        self.turn(now);
        let left = self.left();
        let waiting = self.queue.learning();
        let ready = waiting.filter(|(time, _)| *time <= now.ms);
        self.shown = if let Some((_, at)) = ready {
            Some(at)
        } else if left.review + left.new > 0 {
            // New ones are spread among the others.
            let (done, spread) = (self.past.len(), (left.review / (left.new.max(1))).max(1) + 1);
            let new = left.review == 0 || (left.new > 0 && done % spread == spread - 1);
            if new { self.queue.new_one() } else { self.queue.review() }
        } else {
            // Nobody waits for minutes to pass.
            waiting.map(|(_, at)| at)
        };
    }
}

/// The siblings of a text, by what all of them share.
pub fn siblings(parts: &[&str]) -> u64 {
    Id::named(parts).chance(0)
}
