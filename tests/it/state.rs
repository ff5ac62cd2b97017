//! What is learned, from run to run: nothing that was answered is lost, whatever happens.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use gongbu::review::card::{Key, Section};
use gongbu::review::id::Id;
use gongbu::review::log::{Entry, Fit, Graded, Next, What};
use gongbu::review::memory::{Grade, Model};
use gongbu::review::moment::{Day, Moment};
use gongbu::review::progress::{Phase, Progress};
use gongbu::review::schedule::{Settings, choices, graded};
use gongbu::store::state::{Done, Fault, Recorded, State};
use jiff::tz::TimeZone;

use crate::files::Folder;

pub fn key(n: u32) -> Key {
    let (note, kind) = ("나루.md".to_owned(), "term".to_owned());
    let side = "forward".to_owned();
    Key { note, kind, side, prompt: format!("배 {n}"), nth: 0 }
}

pub fn open(folder: &Folder) -> State {
    State::open(&folder.path("state/gongbu/state.db")).unwrap()
}

/// Noon of the `n`th day, in Seoul.
pub fn noon(n: i32) -> Moment {
    Moment::new((i64::from(n) * 24 + 3) * 3_600_000, &TimeZone::posix("KST-9").unwrap(), 4)
}

/// The answer to a card that is so far.
pub fn answer(state: &State, card: Id, progress: &Progress, now: Moment, grade: u8) -> Entry {
    let settings = Settings { fuzz: false, ..Settings::default() };
    let choices = choices(card, progress, now.day, state.model(), &settings);
    let choice = choices[usize::from(grade) - 1];
    Entry {
        id: Id::timed(now.ms, state.random().unwrap()),
        card,
        at: progress.time(now),
        offset: now.offset,
        day: now.day,
        device: state.device(),
        what: What::Graded(graded(&choice, progress, now.day, 5000)),
    }
}

#[track_caller]
pub fn record(state: &mut State, card: Id, now: Moment, grade: u8) -> Entry {
    let before = state.progress(card).unwrap();
    let entry = answer(state, card, &before, now, grade);
    let after = before.after(&entry, state.model());
    assert_eq!(state.record(&entry, before.revision()), Ok(Recorded::Done(after)));
    assert_eq!(state.progress(card), Ok(after));
    entry
}

#[test]
fn answers_pass_through_the_state_and_are_taken_back() {
    // The days of the reference, as in the tests of the schedule; before each answer another one is given
    // and taken back, and the state is closed and opened between all of them.
    let folder = Folder::new();
    let grades = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let reference = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let card = open(&folder).insert(&[(key(1), String::new())], 1).unwrap()[0];
    let mut day = 0;
    for (n, (grade, days)) in grades.into_iter().zip(reference).enumerate() {
        let before = open(&folder).progress(card).unwrap();
        let entry = record(&mut open(&folder), card, noon(day), 5 - grade);
        assert_eq!(open(&folder).undo(entry.id, 7), Ok(Some(before)));
        assert_eq!(open(&folder).undo(entry.id, 7), Ok(None));
        let entry = record(&mut open(&folder), card, noon(day), grade);
        if let What::Graded(Graded { next: Next::Days(next), .. }) = entry.what
            && n > 0
        {
            assert_eq!(next, days);
        }
        day += days as i32;
    }
    let state = open(&folder);
    assert!(state.is_sound().unwrap());
    let progress = state.progress(card).unwrap();
    assert_eq!((progress.reviews, progress.lapses, progress.phase), (13, 1, Phase::Review));
    let due = |day| state.due(Day(day)).unwrap().len();
    assert_eq!((due(day - 1), due(day)), (0, 1));
    let last = progress.answered.unwrap().last;
    assert_eq!(state.done(last), Ok(Done { new: 0, all: 1 }));
    assert_eq!(state.done(last.plus(1)), Ok(Done::default()));
}

#[test]
fn marks_and_practice() {
    let folder = Folder::new();
    let mut state = open(&folder);
    let card = state.insert(&[(key(1), String::new())], 1).unwrap()[0];
    record(&mut state, card, noon(0), 3);
    let plain = state.progress(card).unwrap();
    let entry = |state: &State, what| Entry {
        what,
        ..answer(state, card, &state.progress(card).unwrap(), noon(1), 3)
    };
    let mut ids = Vec::new();
    for what in [What::Suspended(true), What::Flagged(true), What::Buried(Some(Day(2)))] {
        let entry = entry(&state, what);
        let seen = state.progress(card).unwrap().revision();
        assert!(matches!(state.record(&entry, seen), Ok(Recorded::Done(_))));
        ids.push(entry.id);
    }
    let marked = state.progress(card).unwrap();
    assert!(marked.suspended && marked.flagged && marked.buried == Some(Day(2)));
    assert_eq!(marked.due, plain.due);
    // To practise leaves no trace on the card.
    let graded = answer(&state, card, &marked, noon(1), 1);
    let What::Graded(cram) = graded.what else { panic!() };
    let cram = Entry { what: What::Graded(Graded { cram: true, ..cram }), ..graded };
    assert_eq!(state.record(&cram, marked.revision()), Ok(Recorded::Done(marked)));
    assert_eq!(state.histories().unwrap(), [[(Grade::Good, 0)]]);
    for id in ids {
        state.undo(id, 1).unwrap();
    }
    assert_eq!(state.progress(card), Ok(plain));
}

#[test]
fn of_two_programs_the_second_has_to_look_again() {
    let folder = Folder::new();
    let (mut one, mut other) = (open(&folder), open(&folder));
    assert_eq!(one.device(), other.device());
    let card = one.insert(&[(key(1), String::new())], 1).unwrap()[0];
    let seen = other.progress(card).unwrap();
    record(&mut one, card, noon(0), 3);
    let late = answer(&other, card, &seen, noon(0), 1);
    let now = one.progress(card).unwrap();
    assert_eq!(other.record(&late, seen.revision()), Ok(Recorded::Stale(now)));
    assert_eq!(one.progress(card), Ok(now));
    // So it does after the other has taken something back.
    let entry = record(&mut one, card, noon(2), 3);
    let seen = other.progress(card).unwrap();
    one.undo(entry.id, 1).unwrap();
    let late = answer(&other, card, &seen, noon(2), 1);
    assert_eq!(other.record(&late, seen.revision()), Ok(Recorded::Stale(now)));
    // A model that one is fitted to is the other's, too.
    let mut parameters = *Model::default().parameters();
    parameters[2] = 5.0;
    let (id, device) = (Id::timed(1, 1), one.device());
    one.fit(&Fit { id, at: 1, device, reviews: 500, parameters }).unwrap();
    record(&mut other, card, noon(3), 3);
    assert_eq!(other.model().parameters(), &parameters);
    assert!(one.is_sound().unwrap() && open(&folder).is_sound().unwrap());
}

#[test]
fn a_clock_that_goes_back_changes_no_order() {
    let folder = Folder::new();
    let mut state = open(&folder);
    let card = state.insert(&[(key(1), String::new())], 1).unwrap()[0];
    for day in [100, 90, 0, 101, 102] {
        record(&mut state, card, noon(day), 3);
        assert!(state.is_sound().unwrap());
    }
}

#[test]
fn cards_keep_their_identity() {
    let folder = Folder::new();
    let mut state = open(&folder);
    let all = [(key(1), "하나".to_owned()), (key(2), "둘".to_owned()), (key(1), "한".to_owned())];
    let ids = state.insert(&all, 1).unwrap();
    assert!(ids[0] == ids[2] && ids[0] != ids[1]);
    assert_eq!(state.insert(&all[..1], 2).unwrap(), ids[..1]);
    assert_eq!(state.known(Some("나루.md")).unwrap()[0].card.answer, "하나");
    assert_eq!(state.known(Some("강.md")).unwrap(), []);
    record(&mut state, ids[0], noon(0), 3);
    // A mended prompt keeps it; its old prompt, come again, is another card.
    state.rekey(ids[0], &key(3), "하나", 3).unwrap();
    let again = state.insert(&all[..1], 4).unwrap()[0];
    assert!(!ids.contains(&again));
    assert_eq!(state.progress(ids[0]).unwrap().reviews, 1);
    assert_eq!(state.progress(again).unwrap().reviews, 0);
    assert_eq!(state.rekey(Id::timed(1, 1), &key(9), "", 1), Err(Fault::Unknown));
    let orphans = state.orphans(&HashSet::from([ids[0], again])).unwrap();
    assert_eq!(orphans.iter().map(|known| known.card.id).collect::<Vec<_>>(), [ids[1]]);
    // Two that come to be found by the same are one, with what happened to either.
    record(&mut state, again, noon(1), 3);
    state.rekey(again, &key(3), "하나", 5).unwrap();
    assert_eq!(state.known(None).unwrap().len(), 2);
    assert_eq!(state.progress(again).unwrap().reviews, 2);
    record(&mut state, again, noon(2), 3);
    assert_eq!(state.progress(ids[0]).unwrap().reviews, 3);
    state.rekey(again, &key(4), "하나", 6).unwrap();
    assert_eq!(state.known(None).unwrap().len(), 3);
    assert_eq!(state.progress(ids[0]).unwrap().reviews, 1);
    assert!(state.is_sound().unwrap());
}

#[test]
fn sections_are_read() {
    let folder = Folder::new();
    let mut state = open(&folder);
    let (note, section) = ("나루.md".to_owned(), "1.1".to_owned());
    let read = Section { note, section, changed: 5, text: Some(u64::MAX), seconds: 40 };
    state.read(std::slice::from_ref(&read)).unwrap();
    state.read(&[Section { changed: 4, text: None, seconds: 50, ..read.clone() }]).unwrap();
    assert_eq!(state.sections("나루.md").unwrap(), [Section { seconds: 50, ..read }]);
    assert_eq!(state.sections("강.md").unwrap(), []);
}

/// The program that is killed: it answers one card after another, and says so after each.
#[test]
#[ignore = "a program that other tests run"]
fn writer() {
    let Some(path) = std::env::var_os("GONGBU_STATE_HELPER") else { return };
    let mut state = State::open(Path::new(&path)).unwrap();
    let cards: Vec<_> = (0..3).map(|n| (key(n), String::new())).collect();
    let cards = state.insert(&cards, 1).unwrap();
    for n in 0.. {
        let card = cards[n as usize % 3];
        let entry = record(&mut state, card, noon(n), 3);
        if n % 5 == 4 {
            state.undo(entry.id, 1).unwrap();
        }
        println!("answered {card} {}", state.progress(card).unwrap().reviews);
    }
}

#[test]
fn a_killed_program_loses_no_answer() {
    let folder = Folder::new();
    let path = folder.path("state.db");
    let mut known: HashMap<Id, u32> = HashMap::new();
    for round in 0..200_u64 {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "state::writer", "--ignored", "--nocapture"])
            .env("GONGBU_STATE_HELPER", &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // Chance, but the same every time: where it has come to, and how much longer it may go on.
        let chance = Id::nth(0, 1, round).chance(0);
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let mut seen: HashMap<Id, u32> = HashMap::new();
        let mut hear = |line: String| {
            let mut words = line.split(' ').skip_while(|word| *word != "answered").skip(1);
            if let (Some(card), Some(reviews)) = (words.next(), words.next()) {
                seen.insert(card.parse().unwrap(), reviews.parse().unwrap());
                return true;
            }
            false
        };
        let mut left = chance % 6;
        while left > 0 {
            left -= u64::from(hear(lines.next().unwrap().unwrap()));
        }
        for _ in 0..chance % 50_000 {
            std::hint::spin_loop();
        }
        writer.kill().unwrap();
        writer.wait().unwrap();
        for line in lines {
            hear(line.unwrap());
        }
        known.extend(seen);
        // All that it said is so; of what it did not get to say, one answer at most.
        let state = State::open(&path).unwrap();
        let now: HashMap<Id, u32> = state
            .all_progress()
            .unwrap()
            .into_iter()
            .map(|(card, progress)| (card, progress.reviews))
            .collect();
        let more: u32 = now
            .iter()
            .map(|(card, reviews)| reviews.abs_diff(known.get(card).copied().unwrap_or(0)))
            .sum();
        assert!(
            more <= 1 && known.keys().all(|card| now.contains_key(card)),
            "{round}: {now:?}, {known:?}"
        );
        assert!(state.is_sound().unwrap(), "{round}");
        known = now;
    }
}
