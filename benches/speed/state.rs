//! A state of 100,000 cards and a million answers, to be held against an empty one.

use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use gongbu::review::card::{Card, Key};
use gongbu::review::exchange::Line;
use gongbu::review::id::Id;
use gongbu::review::log::{Entry, Graded, Next, What};
use gongbu::review::memory::Grade;
use gongbu::review::moment::{Day, Moment};
use gongbu::review::schedule::Settings;
use gongbu::review::session::{Item, Origin, Plan, Session};
use gongbu::store::state::{Recorded, State};
use jiff::tz::TimeZone;

use super::table::{Table, median, ms, percentile};

const CARDS: u64 = 100_000;
/// Of which so many are taken up to be measured.
const PART: u64 = 10_000;
const ANSWERS: u64 = 10;
const DAY: i64 = 24 * 3_600_000;
const OPENS: usize = 15;
const GRADES: usize = 200;

/// How fast the state in `root` opens, and how soon the next card is there.
pub fn measure(root: &Path, table: &mut Table) {
    let (large, empty) = (root.join("state-large-1.db"), root.join("state-empty-1.db"));
    if !large.exists() {
        let own = root.join("state-large.tmp");
        let _ = fs::remove_file(&own);
        fill(&own);
        fs::rename(own, &large).expect("room for a state");
    }
    let (mut ours, mut anchor) = (Vec::new(), Vec::new());
    for _ in 0..=OPENS {
        for (path, times) in [(&large, &mut ours), (&empty, &mut anchor)] {
            let begun = Instant::now();
            black_box(State::open(path).expect("a state"));
            times.push(ms(begun.elapsed()));
        }
    }
    table.ratio("open, 1,000,000 answers", median(&ours), ("empty", median(&anchor)), "ms", None);

    let part = root.join("state-part.tmp");
    let _ = fs::remove_file(&part);
    let text = lines(PART);
    let mut state = State::open(&part).expect("a state");
    let begun = Instant::now();
    state.import(&mut text.as_bytes()).expect("room for a state");
    table.plain("taken up, 100,000 answers", ms(begun.elapsed()), "ms", None);
    drop((text, state));

    let mut state = State::open(&large).expect("a state");
    let begun = Instant::now();
    black_box(state.figures(moment(400).day, None).expect("figures"));
    table.plain("figures of 1,000,000 answers", ms(begun.elapsed()), "ms", None);
    let mut now = moment(400);
    let begun = Instant::now();
    black_box(state.due(now.day).expect("what is due"));
    table.plain("what is due", ms(begun.elapsed()), "ms", None);
    let begun = Instant::now();
    let progress = state.all_progress().expect("progress");
    let siblings = None;
    let items: Vec<Item> = (0..CARDS)
        .filter_map(|n| progress.get(&id(n)).map(|p| Item { card: id(n), siblings, progress: *p }))
        .collect();
    let origin = Origin { device: state.device(), seed: state.random().expect("chance") };
    let done = state.done(now.day).expect("what was done");
    let settings = Settings { all: u32::MAX, ..Settings::default() };
    let whole = (settings, state.model().clone(), origin);
    let mut session = Session::new(Plan::Due, items, (done.new, done.all), now, whole);
    table.plain("first card of 100,000", ms(begun.elapsed()), "ms", None);

    let (mut nexts, mut kept) = (Vec::new(), Vec::new());
    for n in 0..GRADES {
        now.ms += 5000;
        let grade = if n % 7 == 0 { Grade::Again } else { Grade::Good };
        let begun = Instant::now();
        let Some(step) = session.grade(grade, 5000, now) else { break };
        black_box(session.choices(now));
        nexts.push(ms(begun.elapsed()));
        let begun = Instant::now();
        let recorded = state.record(&step.entry, step.seen).expect("room for an answer");
        kept.push(ms(begun.elapsed()));
        assert!(matches!(recorded, Recorded::Done(_)));
    }
    table.plain("next card, p95", percentile(&nexts, 95), "ms", Some(16.0));
    table.plain("answer on the disk, median", median(&kept), "ms", None);
    table.plain("answer on the disk, p95", percentile(&kept, 95), "ms", None);
    // The state stays as it was made, for the next time.
    while let Some(id) = session.undo() {
        state.undo(id, now.ms).expect("the answer");
    }
}

fn id(n: u64) -> Id {
    Id::nth(1, 1, n)
}

fn moment(day: i64) -> Moment {
    Moment::new(day * DAY + DAY / 2, &TimeZone::UTC, 4)
}

/// Makes the large state.
fn fill(path: &Path) {
    eprintln!("making a state of {CARDS} cards: {}", path.display());
    let mut state = State::open(path).expect("room for a state");
    let (text, begun) = (lines(CARDS), Instant::now());
    state.import(&mut text.as_bytes()).expect("room for a state");
    eprintln!("taken up in {:.1} s", begun.elapsed().as_secs_f64());
}

/// What a machine writes that knows so many cards: every card was answered ten times, further and further apart.
fn lines(cards: u64) -> String {
    let mut text = Line::Head(1, id(0)).text() + "\n";
    for n in 0..cards {
        let (note, kind) = (format!("{}.md", n / 50), "term".to_owned());
        let side = "forward".to_owned();
        let key = Key { note, kind, side, prompt: format!("what is thing {n}"), nth: 0 };
        let answer = format!("the thing that has the number {n}, and no other one");
        let card = Card { id: id(n), created: 1, changed: 1, key, answer };
        writeln!(text, "{}", Line::Card(card).text()).expect("memory");
        for answer in 0..ANSWERS {
            let now = moment((n % 100 + answer * answer * 3) as i64);
            let graded = Graded {
                grade: if (n + answer) % 9 == 0 { Grade::Again } else { Grade::Good },
                took: 5000,
                cram: false,
                elapsed: Some(3),
                next: Next::Days(1 + 6 * answer as u32),
                before: None,
            };
            let entry = Entry {
                id: Id::nth(now.ms, 2, n * ANSWERS + answer),
                card: id(n),
                at: now.ms,
                offset: 0,
                day: Day(now.day.0),
                device: id(0),
                what: What::Graded(graded),
            };
            writeln!(text, "{}", Line::Entry(entry).text()).expect("memory");
        }
    }
    text
}
