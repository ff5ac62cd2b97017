//! The log as lines that go from machine to machine: in whatever order they come, all end up the same.

use expect_test::expect;
use gongbu::review::card::{Card, Section};
use gongbu::review::exchange::Line;
use gongbu::review::id::Id;
use gongbu::review::log::{Entry, Fit, Graded, Next, What};
use gongbu::review::memory::{Grade, Memory, Model};
use gongbu::review::moment::Day;
use gongbu::store::state::{State, Taken, Untaken};
use proptest::prelude::*;

use crate::files::Folder;
use crate::state::{key, noon, open, record};

fn exported(state: &State) -> String {
    let mut text = Vec::new();
    state.export(&mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// All that is known, without what machine this is.
fn known(state: &State) -> String {
    exported(state).split_once('\n').unwrap().1.to_owned()
}

fn import(state: &mut State, text: &str) -> Result<Taken, Untaken> {
    state.import(&mut text.as_bytes())
}

fn id(n: u64) -> Id {
    Id::nth(n as i64, 3, n)
}

fn entry(n: u64, card: u64, at: i64, what: What) -> Entry {
    let day = Day((at / 86_400_000) as i32);
    Entry { id: id(n), card: id(card), at, offset: 32_400, day, device: id(0), what }
}

fn review(grade: u8, next: Next) -> What {
    let grade = Grade::try_from(grade).unwrap();
    let before = Some(Memory { stability: 2.3065, difficulty: 0.1 + 2.0 });
    What::Graded(Graded { grade, took: 5200, cram: false, elapsed: Some(3), next, before })
}

#[test]
fn lines() {
    let card =
        Card { id: id(1), created: 5, changed: 6, key: key(1), answer: "노\n\"".to_owned() };
    let (note, section) = ("나루.md".to_owned(), "1.1".to_owned());
    let parameters = *Model::default().parameters();
    let lines = [
        Line::Head(1, id(0)),
        Line::Card(card),
        Line::Entry(entry(2, 1, 9, review(3, Next::Days(8)))),
        Line::Entry(entry(3, 1, 9, review(1, Next::Minutes(10)))),
        Line::Entry(entry(4, 1, 9, What::Suspended(true))),
        Line::Entry(entry(5, 1, 9, What::Flagged(false))),
        Line::Entry(entry(6, 1, 9, What::Buried(Some(Day(4))))),
        Line::Entry(entry(7, 1, 9, What::Buried(None))),
        Line::Undone(id(7), 10),
        Line::Fit(Fit { id: id(8), at: 11, device: id(0), reviews: 500, parameters }),
        Line::Section(Section { note, section, changed: 3, text: Some(u64::MAX), seconds: 7 }),
    ];
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    expect![[r#"
        {"kind":"gongbu-log","version":1,"device":"00000000-0000-7e6f-82e9-f42f99dc9983"}
        {"kind":"card","id":"00000000-0001-711e-b1f6-0fe4aacf30ee","created":5,"changed":6,"note":"나루.md","made":"term","side":"forward","prompt":"배 1","answer":"노\n\""}
        {"kind":"review","id":"00000000-0002-74b4-8c57-4dc9a254998f","card":"00000000-0001-711e-b1f6-0fe4aacf30ee","at":9,"offset":32400,"day":0,"device":"00000000-0000-7e6f-82e9-f42f99dc9983","grade":3,"took":5200,"elapsed":3,"days":8,"stability":2.30649995803833,"difficulty":2.0999999046325684}
        {"kind":"review","id":"00000000-0003-7897-a7a3-c3edbdcad574","card":"00000000-0001-711e-b1f6-0fe4aacf30ee","at":9,"offset":32400,"day":0,"device":"00000000-0000-7e6f-82e9-f42f99dc9983","grade":1,"took":5200,"elapsed":3,"minutes":10,"stability":2.30649995803833,"difficulty":2.0999999046325684}
        {"kind":"suspend","id":"00000000-0004-75cb-9e2a-021c2ba66c0d","card":"00000000-0001-711e-b1f6-0fe4aacf30ee","at":9,"offset":32400,"day":0,"device":"00000000-0000-7e6f-82e9-f42f99dc9983","on":true}
        {"kind":"flag","id":"00000000-0005-7235-be23-d8feba613957","card":"00000000-0001-711e-b1f6-0fe4aacf30ee","at":9,"offset":32400,"day":0,"device":"00000000-0000-7e6f-82e9-f42f99dc9983","on":false}
        {"kind":"bury","id":"00000000-0006-77b1-8eae-e145dd6c87f3","card":"00000000-0001-711e-b1f6-0fe4aacf30ee","at":9,"offset":32400,"day":0,"device":"00000000-0000-7e6f-82e9-f42f99dc9983","until":4}
        {"kind":"bury","id":"00000000-0007-7e45-8f1e-97a9738daf23","card":"00000000-0001-711e-b1f6-0fe4aacf30ee","at":9,"offset":32400,"day":0,"device":"00000000-0000-7e6f-82e9-f42f99dc9983"}
        {"kind":"undone","id":"00000000-0007-7e45-8f1e-97a9738daf23","at":10}
        {"kind":"fit","id":"00000000-0008-7966-b7e5-402a1e72e154","at":11,"device":"00000000-0000-7e6f-82e9-f42f99dc9983","reviews":500,"parameters":[0.21199999749660492,1.2930999994277954,2.30649995803833,8.295599937438965,6.413300037384033,0.8334000110626221,3.019399881362915,0.0010000000474974513,1.8722000122070312,0.16660000383853912,0.7960000038146973,1.4835000038146973,0.061400000005960464,0.2628999948501587,1.648300051689148,0.6014000177383423,1.8729000091552734,0.5425000190734863,0.09120000153779984,0.0658000037074089,0.1542000025510788]}
        {"kind":"section","changed":3,"note":"나루.md","section":"1.1","text":18446744073709551615,"seconds":7}"#]].assert_eq(&texts.join("\n"));
    for (line, text) in lines.iter().zip(texts) {
        assert_eq!(Line::read(&text), Ok(Some(line.clone())));
    }
}

#[test]
fn what_another_version_says_is_left_out() {
    let folder = Folder::new();
    let mut state = open(&folder);
    let good = Line::Entry(entry(2, 1, 9, review(3, Next::Days(8)))).text();
    let head = Line::Head(1, id(0)).text();
    let more = good.replacen('{', "{\"colour\":\"red\",", 1);
    let text = format!(
        "{head}\n\n{{\"kind\":\"later\"}}\n{more}\n{{\"kind\":\"note\",\"text\":\"a\",\"id\":7}}\r\n"
    );
    let taken = Taken { entries: 1, cards: 0, unknown: 2, first_unknown: Some(3) };
    assert_eq!(import(&mut state, &text), Ok(taken));
    assert_eq!(import(&mut state, &good), Ok(Taken::default()));
    assert_eq!(import(&mut state, ""), Ok(Taken::default()));
}

#[test]
fn nothing_is_taken_up_where_a_line_is_broken() {
    let folder = Folder::new();
    let mut state = open(&folder);
    assert!(state.is_empty().unwrap());
    let head = Line::Head(1, id(0)).text();
    let good = Line::Entry(entry(2, 1, 9, review(3, Next::Days(8)))).text();
    import(&mut state, &good).unwrap();
    assert!(!state.is_empty().unwrap());
    let before = exported(&state);
    let other = Line::Entry(entry(3, 1, 9, review(3, Next::Days(8)))).text();
    for broken in [
        // No calendar has this time, and nobody gives this grade.
        &good.replace("\"at\":9", "\"at\":9223372036854775807"),
        &good.replace("\"grade\":3", "\"grade\":5"),
        &good.replace("\"grade\":3,", ""),
        &good.replace("\"took\":5200", "\"took\":\"long\""),
        &good[..40],
        "# a note",
        "[]",
        "{}",
    ] {
        let text = format!("{head}\n{other}\n\n{broken}\n{other}");
        assert_eq!(import(&mut state, &text), Err(Untaken::Broken(4)), "{broken}");
    }
    let bytes = [head.as_bytes(), b"\n", other.as_bytes(), b"\n\xff\n"].concat();
    assert_eq!(state.import(&mut bytes.as_slice()), Err(Untaken::Broken(3)));
    for foreign in ["# a note\n", "{\"kind\":\"later\"}\n", &good[..40]] {
        assert_eq!(import(&mut state, foreign), Err(Untaken::Foreign));
    }
    let newer = Line::Head(2, id(0)).text();
    assert_eq!(import(&mut state, &format!("{head}\n{other}\n{newer}\n")), Err(Untaken::Newer));
    assert_eq!(exported(&state), before);
}

#[test]
fn two_machines() {
    let (here, there) = (Folder::new(), Folder::new());
    let (mut one, mut other) = (open(&here), open(&there));
    let card = one.insert(&[(key(1), String::new())], 1).unwrap()[0];
    // Either has met the card on its own, and knows it by the same name.
    assert_eq!(other.insert(&[(key(1), String::new())], 2).unwrap(), [card]);
    record(&mut one, card, noon(0), 3);
    let undone = record(&mut one, card, noon(2), 1);
    import(&mut other, &exported(&one)).unwrap();
    record(&mut other, card, noon(3), 3);
    one.undo(undone.id, 5).unwrap();
    record(&mut one, card, noon(4), 4);
    let (texts, taken) = ((exported(&one), exported(&other)), import(&mut one, &exported(&other)));
    assert_eq!(taken, Ok(Taken { entries: 1, cards: 1, unknown: 0, first_unknown: None }));
    import(&mut other, &texts.0).unwrap();
    import(&mut other, &texts.1).unwrap();
    assert_eq!(known(&one), known(&other));
    assert_eq!(one.all_progress(), other.all_progress());
    assert_eq!(one.progress(card).unwrap().reviews, 3);
    assert!(one.is_sound().unwrap() && other.is_sound().unwrap());
}

/// Anything that may stand in a file, about few cards, so that it meets.
fn any_line() -> impl Strategy<Value = Line> {
    let times = 0..20_i64;
    let next = prop_oneof![(0..40u32).prop_map(Next::Days), (1..11u32).prop_map(Next::Minutes)];
    let what = prop_oneof![
        4 => (1..5u8, next).prop_map(|(grade, next)| review(grade, next)),
        1 => any::<bool>().prop_map(What::Suspended),
        1 => any::<bool>().prop_map(What::Flagged),
        1 => prop::option::of(0..9i32).prop_map(|day| What::Buried(day.map(Day))),
    ];
    // What has the same identity is the same, as it is among machines: it follows from the number.
    let entry = (0..4u64, times.clone(), what)
        .prop_map(|(card, day, what)| Line::Entry(entry(0, card, day * 40_000_000, what)));
    let card =
        (0..4u64, times.clone(), times.clone(), 0..3u32).prop_map(|(n, created, changed, k)| {
            Line::Card(Card { id: id(n), created, changed, key: key(k), answer: String::new() })
        });
    let undone = (0..40u64, times.clone()).prop_map(|(n, at)| Line::Undone(id(n + 100), at));
    let fit = (0..3u64, times.clone(), 0.5..4f32).prop_map(|(n, at, first)| {
        let mut parameters = *Model::default().parameters();
        parameters[2] = first;
        Line::Fit(Fit { id: id(n), at, device: id(0), reviews: 1, parameters })
    });
    let section = (0..2u32, times, prop::option::of(0..3u64), 0..9u32).prop_map(
        |(section, changed, text, seconds)| {
            let (note, section) = ("나루.md".to_owned(), section.to_string());
            Line::Section(Section { note, section, changed, text, seconds })
        },
    );
    prop_oneof![8 => entry, 4 => card, 2 => undone, 1 => fit, 1 => section]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever machines wrote, in any order, cut into any files, some of them twice: all know the same.
    #[test]
    fn any_order(
        lines in prop::collection::vec(any_line(), 0..40),
        orders in prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 60), 2),
        cuts in prop::collection::vec(5..60usize, 2),
    ) {
        let mut lines = lines;
        // Each entry is its own, and each fit of one identity is the same.
        for (n, line) in (100..).zip(&mut lines) {
            match line {
                Line::Entry(entry) => entry.id = id(n),
                Line::Fit(fit) => fit.id = id(n),
                _ => {}
            }
        }
        let mut states = Vec::new();
        let folders = [Folder::new(), Folder::new()];
        for ((order, cut), folder) in orders.iter().zip(cuts).zip(&folders) {
            let mut shuffled: Vec<&Line> = order.iter().filter(|_| !lines.is_empty()).map(|at| &lines[at.index(lines.len())]).collect();
            shuffled.extend(&lines);
            shuffled.extend(lines.iter().take(5));
            let mut state = open(folder);
            for file in shuffled.chunks(cut) {
                let text: Vec<String> = file.iter().map(|line| line.text()).collect();
                let taken = import(&mut state, &text.join("\n")).unwrap();
                prop_assert_eq!(taken.unknown, 0);
            }
            prop_assert!(state.is_sound().unwrap());
            states.push(state);
        }
        prop_assert_eq!(known(&states[0]), known(&states[1]));
        prop_assert_eq!(states[0].all_progress().unwrap(), states[1].all_progress().unwrap());
        // And what one knows is all that a third needs.
        let third = Folder::new();
        let mut state = open(&third);
        import(&mut state, &exported(&states[0])).unwrap();
        prop_assert_eq!(known(&state), known(&states[0]));
        prop_assert_eq!(state.all_progress().unwrap(), states[0].all_progress().unwrap());
        prop_assert!(state.is_sound().unwrap());
    }
}
