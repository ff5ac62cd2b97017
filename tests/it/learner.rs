//! A year with a reader who learns, and forgets by other laws than the model assumes. The sessions, the
//! state and the fit are the real ones; only the clock and the reader are made up.

use gongbu::review::id::Id;
use gongbu::review::log::Fit;
use gongbu::review::memory::Grade;
use gongbu::review::moment::Day;
use gongbu::review::optimize;
use gongbu::review::progress::Phase;
use gongbu::review::schedule::Settings;
use gongbu::review::session::{Item, Origin, Plan, Session};
use gongbu::store::state::{Recorded, State};

use crate::files::Folder;
use crate::state::{key, noon};

const DAYS: i32 = 365;
/// The model is fitted on this day, and once more on the other.
const FITS: [i32; 2] = [150, 250];
const CARDS: u32 = 3000;

/// What the reader remembers of a card: it fades as a curve that is no power of time.
struct Trace {
    /// The days after which nine of ten are known.
    strength: f64,
    /// From 0.5 for what stays to 2 for what does not.
    hard: f64,
    last: i32,
}

impl Trace {
    /// The chance that it is known on `day`.
    fn chance(&self, day: i32) -> f64 {
        let days = f64::from(day - self.last);
        0.9_f64.powf((days / self.strength).powf(0.8))
    }

    /// It was known, or was not, on `day`.
    fn learn(&mut self, day: i32, known: bool) {
        let forgotten = 1.0 - self.chance(day);
        if !known {
            self.strength = (self.strength.powf(0.35) / self.hard).max(0.6);
        } else if day > self.last {
            // What was nearly forgotten gains most, and what is strong gains less.
            let gain = 5.0 * forgotten.sqrt() / self.hard / self.strength.powf(0.25);
            self.strength *= 1.0 + gain.clamp(0.02, 4.0);
        }
        self.last = day;
    }
}

/// Numbers between 0 and 1 that look like chance.
struct Chance(Id, u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.1 += 1;
        (self.0.chance(self.1) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// What was asked after at least a week, and known.
#[derive(Default)]
struct Count {
    asked: u32,
    known: u32,
}

impl Count {
    fn rate(&self) -> f64 {
        f64::from(self.known) / f64::from(self.asked)
    }
}

#[test]
#[ignore = "takes about a minute"]
fn a_year() {
    let (folder, elsewhere) = (Folder::new(), Folder::new());
    // Each answer is recorded, but a disk that is waited for a hundred thousand times is another test's.
    let mut state = State::unsaved(&folder.path("none")).unwrap();
    let settings = Settings { new: 20, all: 9999, ..Settings::default() };
    let keys: Vec<_> = (0..CARDS).map(|n| (key(n), String::new())).collect();
    let cards = state.insert(&keys, 1).unwrap();
    let mut chance = Chance(Id::named(&["the reader"]), 0);
    let mut traces: Vec<Option<Trace>> = cards.iter().map(|_| None).collect();
    let (mut before, mut after, mut last) = (Count::default(), Count::default(), Count::default());
    for day in 0..DAYS {
        let mut now = noon(day);
        let progress = state.all_progress().unwrap();
        let item = |card: &Id| Item {
            card: *card,
            siblings: None,
            progress: progress.get(card).copied().unwrap_or_default(),
        };
        let origin = Origin { device: state.device(), seed: 1 + day as u128 };
        let done = state.done(now.day).unwrap();
        let whole = (settings, state.model().clone(), origin);
        let items = cards.iter().map(item).collect();
        let mut session = Session::new(Plan::Due, items, (done.new, done.all), now, whole);
        while let Some(&Item { card, progress, .. }) = session.card() {
            now.ms += 8000;
            let at = cards.iter().position(|other| *other == card).unwrap();
            let trace = &mut traces[at];
            let known = match trace {
                Some(trace) => {
                    // Within a day it is still on the tip of the tongue.
                    let known = trace.last == day || chance.next() < trace.chance(day);
                    trace.learn(day, known);
                    known
                }
                None => {
                    let hard = 0.5 * 4_f64.powf(chance.next());
                    let known = chance.next() < 0.7 / hard.sqrt();
                    let strength = if known { 3.5 / hard } else { 1.2 / hard };
                    *trace = Some(Trace { strength, hard, last: day });
                    known
                }
            };
            if let (Phase::Review, Some(answered)) = (progress.phase, progress.answered)
                && now.day.since(answered.last) >= 7
            {
                // The model that has chosen this day is that of the day before it.
                let count = match answered.last {
                    day if day <= noon(FITS[0]).day => &mut before,
                    day if day <= noon(FITS[1]).day => &mut after,
                    _ => &mut last,
                };
                count.asked += 1;
                count.known += u32::from(known);
            }
            let grade = match chance.next() {
                _ if !known => Grade::Again,
                r if r < 0.1 => Grade::Hard,
                r if r < 0.9 => Grade::Good,
                _ => Grade::Easy,
            };
            let step = session.grade(grade, 8000, now).unwrap();
            assert!(matches!(state.record(&step.entry, step.seen), Ok(Recorded::Done(_))));
        }
        if FITS.contains(&day) {
            let histories = state.histories().unwrap();
            let reviews = optimize::answers(&histories) as u32;
            let parameters = optimize::fit(&histories).unwrap();
            let (id, device) = (Id::timed(now.ms, 1), state.device());
            state.fit(&Fit { id, at: now.ms, device, reviews, parameters }).unwrap();
            println!("day {day}: fitted to {reviews} answers: {parameters:?}");
        }
    }
    for (name, count) in [("before", &before), ("fitted", &after), ("fitted twice", &last)] {
        println!("{name}: {} of {} known, {:.4}", count.known, count.asked, count.rate());
    }
    let fitted = Count { asked: after.asked + last.asked, known: after.known + last.known };
    println!("fitted, all: {} of {} known, {:.4}", fitted.known, fitted.asked, fitted.rate());
    // The model that nobody was fitted to is wrong about this reader: else nothing is shown here.
    assert!(before.rate() < 0.87);
    assert!(fitted.asked >= 5000);
    assert!((fitted.rate() - f64::from(settings.retention)).abs() <= 0.02);

    // Elsewhere, the log gives the same cards on the same days.
    let mut text = Vec::new();
    state.export(&mut text).unwrap();
    let mut other = State::open(&elsewhere.path("state.db")).unwrap();
    let taken = other.import(&mut text.as_slice()).unwrap();
    println!("{} entries, {} bytes", taken.entries, text.len());
    let lines = text.split(|byte| *byte == b'\n');
    let mut lines: Vec<&[u8]> = lines.collect();
    lines[1..].reverse();
    let mut third = State::unsaved(&elsewhere.path("none")).unwrap();
    third.import(&mut lines.join(&b'\n').as_slice()).unwrap();
    for day in (DAYS - 1..DAYS + 400).step_by(20) {
        let day = Day(noon(day).day.0);
        let due = state.due(day).unwrap();
        assert!(due == other.due(day).unwrap() && due == third.due(day).unwrap());
    }
    assert_eq!(state.all_progress().unwrap(), other.all_progress().unwrap());
    assert!(other.is_sound().unwrap());
}
