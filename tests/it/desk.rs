//! The one who sees to the state: questions in, what comes next out, and what the disk knows of it.

mod faults;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use expect_test::{Expect, expect};
use gongbu::app::study::{Act, Ask, Limits, Stage, Told, Turn};
use gongbu::library::{Library, Place};
use gongbu::review::memory::Grade;
use gongbu::review::moment::Moment;
use gongbu::review::schedule::Settings;
use gongbu::review::session::Plan;
use gongbu::store::desk::{Desk, Setup};
use gongbu::store::state::State;
use gongbu::words::Locale;
use jiff::tz::TimeZone;

use crate::files::Folder;
use crate::screen::library;

/// A clock that tests set.
#[derive(Clone)]
pub struct Clock(Arc<AtomicI64>, Arc<Mutex<TimeZone>>);

impl Clock {
    /// Noon of 1 March 2026 in Seoul.
    pub fn new() -> Clock {
        let zone = TimeZone::posix("KST-9").unwrap();
        let noon = jiff::civil::date(2026, 3, 1).at(12, 0, 0, 0).to_zoned(zone.clone()).unwrap();
        let ms = AtomicI64::new(noon.timestamp().as_millisecond());
        Clock(Arc::new(ms), Arc::new(Mutex::new(zone)))
    }

    pub fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::Relaxed);
    }

    pub fn days(&self, days: i64) {
        self.pass(days * 24 * 3600);
    }

    /// Goes to another zone.
    pub fn travel(&self, zone: &str) {
        *self.1.lock().unwrap() = TimeZone::posix(zone).unwrap();
    }

    pub fn now(&self) -> Moment {
        Moment::new(self.0.load(Ordering::Relaxed), &self.1.lock().unwrap(), 4)
    }
}

/// A desk whose state lies in `folder`.
pub fn desk(folder: &Folder, clock: &Clock, locale: Locale) -> Desk {
    let (path, clock) = (Some(folder.path("state/gongbu/state.db")), clock.clone());
    let settings = Settings { fuzz: false, ..Settings::default() };
    Desk::new(Setup { path, settings, locale, clock: Box::new(move || clock.now()) })
}

/// Notes by their paths and texts.
pub fn notes(notes: &[(&str, &str)]) -> Library {
    let owned: Vec<_> =
        notes.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    library(&owned)
}

/// What is told, in a line.
pub fn line(told: &Told) -> String {
    let Told::Turn(turn) = told else { return "·".to_owned() };
    let Turn { stage, left, figures, saves, said, .. } = &**turn;
    let stage = match stage {
        Stage::Card(shown) => format!("? {}", shown.card.prompt()),
        Stage::Carry(carry) => {
            format!("≈ {} ← {} ({} %)", carry.card.prompt(), carry.asked, carry.alike)
        }
        Stage::Over(over) => {
            let hardest: Vec<_> =
                over.hardest.iter().map(|(prompt, _, count)| format!("{prompt}×{count}")).collect();
            let next = over.next.map(|(day, count)| (day.0 - turn.now.day.0, count));
            let (grades, rest, lost) = (over.grades, over.rest, over.lost);
            let gone: String =
                over.gone.iter().map(|(prompt, count)| format!(" «{prompt}»×{count}")).collect();
            format!(
                "end {grades:?} [{}] next {next:?} rest {rest} lost {lost}{gone}",
                hardest.join(", ")
            )
        }
    };
    let (new, learning, review) = (left.new, left.learning, left.review);
    let saves = if *saves { "" } else { " unsaved" };
    let said: String = said.iter().map(|line| format!("\n    ! {line}")).collect();
    format!("{stage} | {new}+{learning}+{review}, done {}{saves}{said}", figures.reviewed)
}

/// A reader at the desk.
pub struct Reader {
    pub folder: Folder,
    pub clock: Clock,
    pub desk: Desk,
    pub library: Library,
    pub last: Told,
}

impl Reader {
    pub fn new(texts: &[(&str, &str)]) -> Reader {
        let (folder, clock) = (Folder::new(), Clock::new());
        let desk = desk(&folder, &clock, Locale::En);
        Reader { folder, clock, desk, library: notes(texts), last: Told::Nothing }
    }

    pub fn ask(&mut self, ask: Ask) -> String {
        self.last = self.desk.answer(&ask, &self.library);
        line(&self.last).replace(&*self.folder.path("").to_string_lossy(), "")
    }

    pub fn begin(&mut self) -> String {
        self.ask(Ask::Begin { limits: Limits::default(), plan: Plan::Due })
    }

    /// Another program on the same state.
    pub fn another(&mut self) {
        self.desk = desk(&self.folder, &self.clock, Locale::En);
    }

    pub fn change(&mut self, texts: &[(&str, &str)]) -> String {
        self.library = notes(texts);
        self.ask(Ask::Notes { limits: Limits::default() })
    }

    fn card(&self) -> Option<gongbu::review::id::Id> {
        let Told::Turn(turn) = &self.last else { return None };
        match &turn.stage {
            Stage::Card(shown) => Some(shown.id),
            _ => None,
        }
    }

    /// Does what the letters say, ten seconds apart; what comes then, a line each.
    pub fn keys(&mut self, keys: &str) -> String {
        let mut out = String::new();
        for key in keys.chars() {
            self.clock.pass(10);
            let act = match key {
                '1'..='4' => Some(Act::Grade(Grade::try_from(key as u8 - b'0').unwrap())),
                'b' => Some(Act::Bury),
                's' => Some(Act::Suspend),
                'f' => Some(Act::Flag),
                _ => None,
            };
            let ask = match (act, key, self.card()) {
                (Some(act), _, Some(card)) => Ask::Act { card, act },
                (_, 'u', _) => Ask::Undo,
                (_, 'y', _) => Ask::Same(true),
                (_, 'n', _) => Ask::Same(false),
                (_, 'r', _) => Ask::Begin { limits: Limits::default(), plan: Plan::Due },
                (_, 'l', _) => Ask::Leave,
                (_, 'g', _) => Ask::Seek,
                _ => continue,
            };
            out += &format!("{key} {}\n", self.ask(ask));
        }
        out
    }

    /// How many cards the disk knows.
    pub fn known(&self) -> usize {
        let state = State::open(&self.folder.path("state/gongbu/state.db")).unwrap();
        state.known(None).unwrap().len()
    }

    /// What the disk knows agrees with itself, and with what the session believes.
    pub fn check(&self) {
        let state = State::open(&self.folder.path("state/gongbu/state.db")).unwrap();
        assert!(state.is_sound().unwrap());
        if let Told::Turn(turn) = &self.last
            && let Stage::Card(shown) = &turn.stage
        {
            assert_eq!(state.progress(shown.id), Ok(shown.progress));
        }
    }
}

pub const SHIPS: &str = "\
# 1. Ships

Q: What holds the sails?
A: The mast.

Q: What is the spine of a ship?
A: The keel.

# 2. Port

Q: Where do ships sleep?
A: In the harbour.
";

#[track_caller]
fn check(texts: &[(&str, &str)], keys: &str, want: Expect) {
    let mut reader = Reader::new(texts);
    let begun = reader.begin();
    let said = format!("{begun}\n{}", reader.keys(keys));
    want.assert_eq(&said);
    reader.check();
}

#[test]
fn a_session_from_the_first_card_to_the_end() {
    check(
        &[("ships.md", SHIPS)],
        "1334",
        expect![[r#"
        ? What holds the sails? | 3+0+0, done 0
        1 ? What is the spine of a ship? | 2+1+0, done 1
        3 ? Where do ships sleep? | 1+1+0, done 2
        3 ? What holds the sails? | 0+1+0, done 3
        4 end [1, 0, 2, 1] [What holds the sails?×1] next Some((1, 1)) rest 0 lost 0 | 0+0+0, done 4
    "#]],
    );
}

#[test]
fn each_answer_is_on_the_disk_before_the_next_card() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    reader.begin();
    reader.keys("3");
    // Killed: the next program goes on with the card that was not answered.
    reader.another();
    expect!["? What is the spine of a ship? | 2+0+0, done 0"].assert_eq(&reader.begin());
    reader.check();
}

#[test]
fn all_is_taken_back() {
    check(
        &[("ships.md", SHIPS)],
        "3fbuuusuuu",
        expect![[r#"
        ? What holds the sails? | 3+0+0, done 0
        3 ? What is the spine of a ship? | 2+0+0, done 1
        f ? What is the spine of a ship? | 2+0+0, done 1
        b ? Where do ships sleep? | 1+0+0, done 1
        u ? What is the spine of a ship? | 2+0+0, done 1
        u ? What is the spine of a ship? | 2+0+0, done 1
        u ? What holds the sails? | 3+0+0, done 0
        s ? What is the spine of a ship? | 2+0+0, done 0
        u ? What holds the sails? | 3+0+0, done 0
        u ? What holds the sails? | 3+0+0, done 0
        u ? What holds the sails? | 3+0+0, done 0
    "#]],
    );
}

#[test]
fn limits() {
    let harbour = format!("---\ntags: [sea, Night]\n---\n{SHIPS}");
    let texts = [("a.md", harbour.as_str()), ("b.md", SHIPS)];
    let mut reader = Reader::new(&texts);
    let mut said = String::new();
    let section = |note, section| Limits { places: vec![Place { note, section }], tags: vec![] };
    let tag = |tag: &str| Limits { places: vec![], tags: vec![tag.to_owned()] };
    for limits in [
        section(0, Some(0)),
        section(1, Some(1)),
        section(1, None),
        tag("#night"),
        tag("town"),
        Limits::default(),
    ] {
        let ask = Ask::Begin { limits, plan: Plan::Due };
        said += &format!("{}\n", reader.ask(ask));
    }
    expect![[r#"
        ? What holds the sails? | 2+0+0, done 0
        ? Where do ships sleep? | 1+0+0, done 0
        ? What holds the sails? | 3+0+0, done 0
        ? What holds the sails? | 3+0+0, done 0
        end [0, 0, 0, 0] [] next None rest 0 lost 0 | 0+0+0, done 0
        ? What holds the sails? | 6+0+0, done 0
    "#]]
    .assert_eq(&said);
}
