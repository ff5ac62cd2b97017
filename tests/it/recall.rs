//! Sessions of recall, driven as a screen or a line of questions would: answers in, cards out.

use expect_test::{Expect, expect};
use gongbu::review::id::Id;
use gongbu::review::log::{Next, What};
use gongbu::review::memory::{Grade, Model};
use gongbu::review::moment::Moment;
use gongbu::review::progress::{Phase, Progress};
use gongbu::review::schedule::Settings;
use gongbu::review::session::{Item, Origin, Plan, Session, Step, siblings};
use gongbu::store::state::{Recorded, State};
use proptest::prelude::*;

use crate::files::Folder;
use crate::state::{key, noon, open};

/// A reader with cards, a state, and a clock.
struct Reader {
    state: State,
    cards: Vec<Id>,
    texts: Vec<Option<u64>>,
    settings: Settings,
    now: Moment,
    _folder: Folder,
}

impl Reader {
    /// So many cards; those with the same letter in `texts` are siblings, a dot is one alone.
    fn new(texts: &str) -> Reader {
        let folder = Folder::new();
        let mut state = open(&folder);
        let keys: Vec<_> = (0..).zip(texts.chars()).map(|(n, _)| (key(n), String::new())).collect();
        let cards = state.insert(&keys, 1).unwrap();
        let text = |c: char| (c != '.').then(|| siblings(&[&c.to_string()]));
        let texts = texts.chars().map(text).collect();
        let settings = Settings { fuzz: false, ..Settings::default() };
        Reader { state, cards, texts, settings, now: noon(0), _folder: folder }
    }

    fn begin(&self, plan: Plan) -> Session {
        let item = |(card, text): (&Id, &Option<u64>)| Item {
            card: *card,
            siblings: *text,
            progress: self.state.progress(*card).unwrap(),
        };
        let items = self.cards.iter().zip(&self.texts).map(item).collect();
        let done = self.state.done(self.now.day).unwrap();
        let origin = Origin { device: self.state.device(), seed: self.state.random().unwrap() };
        let model = self.state.model().clone();
        Session::new(plan, items, (done.new, done.all), self.now, (self.settings, model, origin))
    }

    fn name(&self, session: &Session) -> String {
        let Some(item) = session.card() else { return "·".to_owned() };
        self.cards.iter().position(|card| *card == item.card).unwrap().to_string()
    }

    fn keep(&mut self, session: &mut Session, step: Option<Step>) {
        let Some(Step { entry, seen }) = step else { return };
        match self.state.record(&entry, seen).unwrap() {
            Recorded::Done(_) => {}
            Recorded::Stale(progress) => session.refused(entry.card, progress, self.now),
        }
    }

    /// Does what the letters say, ten seconds apart: `1`–`4` answer, `u` takes back, `b` buries, `s` suspends,
    /// `f` flags, `w` waits for ten minutes, `n` goes on to the next day without a new session.
    fn act(&mut self, session: &mut Session, keys: &str) -> String {
        let mut line = self.name(session);
        for key in keys.chars() {
            let ms = match key {
                'w' => 600_000,
                'n' => 24 * 3_600_000,
                _ => 10_000,
            };
            self.now.ms += ms;
            self.now.day = if key == 'n' { self.now.day.plus(1) } else { self.now.day };
            let step = match key {
                '1'..='4' => {
                    let grade = Grade::try_from(key as u8 - b'0').unwrap();
                    session.grade(grade, 10_000, self.now)
                }
                'b' => session.bury(self.now),
                's' => session.suspend(self.now),
                'f' => session.flag(self.now),
                'u' => {
                    if let Some(id) = session.undo()
                        && let Some(progress) = self.state.undo(id, self.now.ms).unwrap()
                    {
                        let card = session.card().unwrap().card;
                        session.reload(card, progress, self.now);
                    }
                    None
                }
                _ => None,
            };
            self.keep(session, step);
            line += &format!(" {key} {}", self.name(session));
        }
        for (card, item) in self.cards.iter().zip(session.items()) {
            assert_eq!(self.state.progress(*card), Ok(item.progress));
        }
        line
    }

    fn day(&mut self, n: i32) {
        self.now = noon(n);
    }
}

/// Goes through cards day after day; a line of keys for each, after its number and a colon. `x` before the
/// keys is practice.
fn check(texts: &str, days: &str, want: Expect) {
    let mut reader = Reader::new(texts);
    let mut lines = String::new();
    for line in days.split(", ") {
        let (day, keys) = line.split_once(':').unwrap();
        reader.day(day.parse().unwrap());
        let plan = if keys.starts_with('x') { Plan::Cram } else { Plan::Due };
        let mut session = reader.begin(plan);
        let left = session.left();
        lines += &format!("{day}: {}+{}+{}: ", left.new, left.learning, left.review);
        lines += &reader.act(&mut session, keys.trim_start_matches('x'));
        let figures = session.figures();
        let (reviewed, learned, forgotten) = (figures.reviewed, figures.learned, figures.forgotten);
        lines += &format!("; {reviewed}, {learned}, {forgotten} in {}s\n", figures.took / 1000);
    }
    assert!(reader.state.is_sound().unwrap());
    want.assert_eq(&lines);
}

#[test]
fn new_cards_come_in_reading_order_and_again_after_others() {
    check(
        "...",
        "0:133, 0:3, 1:33",
        expect![[r#"
        0: 3+0+0: 0 1 1 3 2 3 0; 3, 3, 1 in 30s
        0: 0+1+0: 0 3 ·; 1, 0, 0 in 10s
        1: 0+0+1: 0 3 · 3 ·; 1, 0, 0 in 10s
    "#]],
    );
    check(
        "...",
        "0:11w13w3, 2:",
        expect![[r#"
        0: 3+0+0: 0 1 1 1 2 w 2 1 0 3 1 w 1 3 2; 5, 3, 3 in 50s
        2: 0+1+2: 2; 0, 0, 0 in 0s
    "#]],
    );
    check(
        "..",
        "0:2222233",
        expect![[r#"
        0: 2+0+0: 0 2 1 2 0 2 1 2 0 2 1 3 0 3 ·; 7, 2, 0 in 70s
    "#]],
    );
}

#[test]
fn of_siblings_one_a_day() {
    check(
        "aabb.",
        "0:333, 0:3, 1:33, 2:3333, 3:33",
        expect![[r#"
            0: 3+0+0: 0 3 2 3 4 3 ·; 3, 3, 0 in 30s
            0: 0+0+0: · 3 ·; 0, 0, 0 in 0s
            1: 2+0+0: 1 3 3 3 ·; 2, 2, 0 in 20s
            2: 0+0+3: 4 3 0 3 2 3 · 3 ·; 3, 0, 0 in 30s
            3: 0+0+2: 1 3 3 3 ·; 2, 0, 0 in 20s
        "#]],
    );
    check(
        "aa",
        "0:13, 0:3, 1:3, 3:1",
        expect![[r#"
            0: 1+0+0: 0 1 0 3 ·; 2, 1, 1 in 20s
            0: 0+0+0: · 3 ·; 0, 0, 0 in 0s
            1: 0+0+1: 0 3 ·; 1, 0, 0 in 10s
            3: 0+0+1: 0 1 0; 1, 0, 1 in 10s
        "#]],
    );
}

#[test]
fn marks() {
    check(
        "....",
        "0:fbs33, 1:3, 2:fff3",
        expect![[r#"
        0: 4+0+0: 0 f 0 b 1 s 2 3 3 3 ·; 2, 2, 0 in 20s
        1: 1+0+0: 0 3 ·; 1, 1, 0 in 10s
        2: 0+0+2: 3 f 3 f 3 f 3 3 2; 1, 0, 0 in 10s
    "#]],
    );
}

#[test]
fn all_can_be_taken_back() {
    check(
        "aa..",
        "0:13fsbu33uuuuuuuuu, 0:3, 1:3uu3",
        expect![[r#"
            0: 3+0+0: 0 1 2 3 3 f 3 s 0 b · u 0 3 · 3 · u 0 u 3 u 3 u 2 u 0 u 0 u 0 u 0 u 0; 0, 0, 0 in 0s
            0: 3+0+0: 0 3 2; 1, 1, 0 in 10s
            1: 3+0+0: 1 3 2 u 1 u 1 3 2; 1, 1, 0 in 10s
        "#]],
    );
}

#[test]
fn practice_leaves_no_trace() {
    check(
        "aa..",
        "0:333, 1:x3133, 1:x33u1b43, 2:3",
        expect![[r#"
            0: 3+0+0: 0 3 2 3 3 3 ·; 3, 3, 0 in 30s
            1: 0+0+4: 0 3 1 1 2 3 3 3 1; 4, 0, 1 in 40s
            1: 0+0+4: 0 3 1 3 2 u 1 1 2 b 2 4 3 3 1; 4, 0, 1 in 40s
            2: 0+0+3: 3 3 0; 1, 0, 0 in 10s
        "#]],
    );
}

#[test]
fn a_day_has_its_limits() {
    let mut reader = Reader::new("........");
    (reader.settings.new, reader.settings.all) = (3, 5);
    let mut lines = String::new();
    for (day, keys) in [(0, "133333"), (0, "3"), (1, "333333"), (2, "33u3333"), (3, "3333n3333")] {
        reader.day(day);
        let mut session = reader.begin(Plan::Due);
        lines += &format!("{day}: {}\n", reader.act(&mut session, keys));
    }
    expect![[r#"
        0: 0 1 1 3 2 3 0 3 · 3 · 3 ·
        0: · 3 ·
        1: 0 3 3 3 4 3 5 3 · 3 · 3 ·
        2: 1 3 6 3 2 u 6 3 2 3 7 3 · 3 ·
        3: 4 3 3 3 0 3 5 3 · n · 3 · 3 · 3 · 3 ·
    "#]]
    .assert_eq(&lines);
}

#[test]
fn what_another_program_did_counts() {
    let mut reader = Reader::new("...");
    let mut one = reader.begin(Plan::Due);
    let mut other = reader.begin(Plan::Due);
    assert_eq!(reader.act(&mut one, "3"), "0 3 1");
    // The other shows the card that was answered; its answer is refused, and it goes on.
    reader.now.ms += 1000;
    let step = other.grade(Grade::Again, 5, reader.now);
    reader.keep(&mut other, step);
    assert_eq!((reader.name(&other), other.figures().reviewed), ("1".to_owned(), 0));
    let step = other.grade(Grade::Again, 5, reader.now);
    reader.keep(&mut other, step);
    // So is that of the first to the second card, which is still to be learned, and shown as it is.
    let step = one.grade(Grade::Good, 5, reader.now);
    reader.keep(&mut one, step);
    assert_eq!((reader.name(&one), one.figures().reviewed), ("1".to_owned(), 1));
    let now = reader.state.progress(reader.cards[1]).unwrap();
    assert_eq!((now.phase, now.reviews), (Phase::Learning, 1));
}

#[test]
fn choices_are_what_then_happens() {
    let mut reader = Reader::new(".");
    let mut session = reader.begin(Plan::Due);
    let next: Vec<Next> =
        session.choices(reader.now).unwrap().iter().map(|choice| choice.next).collect();
    assert_eq!(next, [Next::Minutes(1), Next::Minutes(10), Next::Days(2), Next::Days(8)]);
    let step = session.grade(Grade::Easy, 5, reader.now).unwrap();
    let What::Graded(graded) = step.entry.what else { panic!() };
    assert_eq!((graded.next, step.seen), (Next::Days(8), None));
    reader.keep(&mut session, Some(step));
    assert!(session.card().is_none() && session.choices(reader.now).is_none());
    assert!(session.grade(Grade::Good, 5, reader.now).is_none());
}

#[test]
fn the_longest_due_comes_first() {
    let mut reader = Reader::new("....");
    let mut session = reader.begin(Plan::Due);
    reader.act(&mut session, "1334");
    reader.act(&mut session, "3");
    reader.day(9);
    let mut session = reader.begin(Plan::Due);
    let mut order = Vec::new();
    while let Some(item) = session.card() {
        let gongbu::review::progress::Due::On(day) = item.progress.due else { panic!() };
        order.push(day.0);
        session.grade(Grade::Good, 1, reader.now).unwrap();
    }
    assert!(order.is_sorted() && order.len() == 4, "{order:?}");
}

proptest! {
    /// Whatever was done: taking all of it back is as if nothing had been, and a session comes to an end
    /// when all is known.
    #[test]
    fn any_session(
        days in prop::collection::vec((1..30i32, "[1-4bsfwn]{0,20}"), 1..5),
        cram: bool,
        texts in "[ab.]{1,8}",
        new in 0..5u32,
        all in 0..9u32,
    ) {
        let origin = Origin { device: Id::named(&["this"]), seed: 7 };
        let settings = Settings { new, all, ..Settings::default() };
        let item = |(n, c): (usize, char)| Item {
            card: Id::named(&[&n.to_string()]),
            siblings: (c != '.').then_some(c as u64),
            progress: Progress::default(),
        };
        let mut items: Vec<Item> = texts.chars().enumerate().map(item).collect();
        let mut day = 0;
        for (days, keys) in days {
            day += days;
            let mut now = noon(day);
            let plan = if cram { Plan::Cram } else { Plan::Due };
            let whole = (settings, Model::default(), origin);
            let mut session = Session::new(plan, items.clone(), (0, 0), now, whole);
            let begun = session.clone();
            for key in keys.chars() {
                now.ms += 30_000;
                match key {
                    'b' => session.bury(now),
                    's' => session.suspend(now),
                    'f' => session.flag(now),
                    'w' => { now.ms += 600_000; None }
                    'n' => { now.day = now.day.plus(1); None }
                    _ => session.grade(Grade::try_from(key as u8 - b'0').unwrap(), 1, now),
                };
            }
            let mut back = session.clone();
            while back.undo().is_some() {}
            prop_assert_eq!(back.items(), begun.items());
            prop_assert_eq!(back.card(), begun.card());
            prop_assert_eq!(back.figures(), begun.figures());
            if !keys.contains('n') {
                prop_assert_eq!(back.left(), begun.left());
            }
            let mut answers = 0;
            while session.grade(Grade::Good, 1, now).is_some() {
                answers += 1;
                prop_assert!(answers <= 8);
            }
            prop_assert_eq!(session.card(), None);
            if plan == Plan::Due {
                let left = session.left();
                prop_assert_eq!(left.new + left.learning + left.review, 0);
            }
            items = session.items().to_vec();
        }
    }
}
