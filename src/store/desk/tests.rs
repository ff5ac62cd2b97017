//! A disk that is full: what is answered waits, and is kept as soon as that can be.
#![allow(clippy::disallowed_methods)] // The state lies in a folder that the test makes.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::{Desk, Setup};
use crate::app::study::{Act, Ask, Limits, Stage, Told, Turn};
use crate::library::{Library, Note, Source};
use crate::review::memory::Grade;
use crate::review::moment::Moment;
use crate::review::schedule::Settings;
use crate::review::session::Plan;
use crate::store::state::State;
use crate::text::sanitize::Clean;
use crate::words::Locale;

fn desk(path: PathBuf) -> Desk {
    let clock = Box::new(|| Moment::new(1_800_000_000_000, &TimeZone::UTC, 4));
    let settings = Settings { fuzz: false, ..Settings::default() };
    Desk::new(Setup { path: Some(path), settings, locale: Locale::En, clock })
}

fn turn(told: Told) -> Turn {
    let Told::Turn(turn) = told else { panic!("no turn") };
    *turn
}

fn grade(desk: &mut Desk, library: &Library, before: &Turn) -> Turn {
    let Stage::Card(shown) = &before.stage else { panic!("no card") };
    let act = Act::Grade(Grade::Good);
    turn(desk.answer(&Ask::Act { card: shown.id, act }, library))
}

#[test]
fn a_full_disk_loses_nothing() {
    let folder = std::env::temp_dir().join(format!("gongbu-desk-{}", std::process::id()));
    let path = folder.join("state.db");
    // Long questions need pages of their own.
    let long = "What is it ".repeat(80);
    let question = |n: usize| format!("Q: {long} {n}?\nA: {long} {n}\n\n");
    let text = (0..19).map(question).collect();
    let source = Source { path: Clean::literal("a.md"), text, ..Source::default() };
    let library = Library { notes: vec![Arc::new(Note::build(source))] };
    let mut desk = desk(path.clone());
    let begin = Ask::Begin { limits: Limits::default(), plan: Plan::Due };
    let mut now = turn(desk.answer(&begin, &library));
    now = grade(&mut desk, &library, &now);
    assert!(now.saves && now.said.is_empty());
    desk.state.as_ref().unwrap().grow_by(Some(0));
    let mut refused = 0;
    for _ in 0..14 {
        now = grade(&mut desk, &library, &now);
        refused += usize::from(!now.saves);
    }
    assert!(refused > 0 && now.figures.reviewed == 15);
    assert!(now.said.last().unwrap().contains("answers not saved"));
    // What was never kept is taken back at once.
    let waited = desk.waiting.len();
    now = turn(desk.answer(&Ask::Undo, &library));
    assert_eq!((desk.waiting.len(), now.figures.reviewed), (waited - 1, 14));
    assert!(desk.unkept().0 > 0);
    desk.state.as_ref().unwrap().grow_by(None);
    now = grade(&mut desk, &library, &now);
    assert!(now.saves && now.said.last().unwrap().contains("are saved"), "{:?}", now.said);
    assert_eq!((desk.unkept().0, now.figures.reviewed), (0, 15));
    drop(desk);
    let state = State::open(&path).unwrap();
    assert!(state.is_sound().unwrap());
    assert_eq!(state.all_progress().unwrap().len(), 15);
    std::fs::remove_dir_all(folder).unwrap();
}
