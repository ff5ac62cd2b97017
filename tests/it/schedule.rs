//! When cards come again: the reference's own vectors, days, and what a clock may do.
#![allow(clippy::excessive_precision)] // Vectors stand as they were published.

use expect_test::{Expect, expect};
use gongbu::review::id::Id;
use gongbu::review::log::{Entry, Next, What};
use gongbu::review::memory::{Grade, Memory, Model};
use gongbu::review::moment::{Day, Moment};
use gongbu::review::progress::{Answered, Phase, Progress};
use gongbu::review::schedule::{Settings, choices, graded};
use jiff::tz::TimeZone;
use proptest::prelude::*;

/// A card that is answered at given moments.
struct Trial {
    model: Model,
    settings: Settings,
    card: Id,
    progress: Progress,
    log: Vec<Entry>,
}

impl Trial {
    fn new() -> Trial {
        let settings = Settings { fuzz: false, ..Settings::default() };
        let card = Id::named(&["나루.md", "배"]);
        let progress = Progress::default();
        Trial { model: Model::default(), settings, card, progress, log: Vec::new() }
    }

    fn preview(&self, day: Day) -> Vec<Next> {
        let choices = choices(self.card, &self.progress, day, &self.model, &self.settings);
        choices.iter().map(|choice| choice.next).collect()
    }

    /// Answers `now`; the progress is what a fold over the whole log says, too.
    fn grade(&mut self, now: Moment, grade: u8) -> Next {
        let grade = Grade::try_from(grade).unwrap();
        let choices = choices(self.card, &self.progress, now.day, &self.model, &self.settings);
        let choice = choices.iter().find(|choice| choice.grade == grade).unwrap();
        let entry = Entry {
            id: Id::nth(now.ms, 1, self.log.len() as u64),
            card: self.card,
            at: self.progress.time(now),
            offset: now.offset,
            day: now.day,
            device: Id::named(&["this"]),
            what: What::Graded(graded(choice, &self.progress, now.day, 5000)),
        };
        self.log.push(entry);
        self.progress = self.progress.after(&entry, &self.model);
        assert_eq!(self.progress.memory, Some(choice.memory));
        self.log.sort_by_key(Entry::order);
        assert_eq!(Progress::of(&self.log, &self.model), self.progress);
        choice.next
    }

    fn memory(&self) -> Memory {
        self.progress.memory.unwrap()
    }
}

/// Noon of the `n`th day, in Seoul.
fn noon(n: i32) -> Moment {
    Moment::new((i64::from(n) * 24 + 3) * 3_600_000, &TimeZone::posix("KST-9").unwrap(), 4)
}

#[track_caller]
fn near(got: f32, want: f32) {
    assert!((got - want).abs() <= 1e-4 * want.max(1.0), "{got} is not {want}");
}

fn shown(next: Next) -> String {
    match next {
        Next::Minutes(minutes) => format!("{minutes}m"),
        Next::Days(days) => format!("{days}d"),
    }
}

// The numbers of the next three tests are those that the tests of fsrs-rs 6.6, py-fsrs and ts-fsrs expect.

#[test]
fn memory_is_that_of_the_reference() {
    let plain = *Model::default().parameters();
    let mut without_short_term = plain;
    without_short_term[17..20].fill(0.0);
    for (parameters, stability) in [(plain, 53.62691), (without_short_term, 53.335106)] {
        let mut trial = Trial::new();
        trial.model = Model::new(&parameters).unwrap();
        let mut day = 0;
        for (grade, days) in [1, 3, 3, 3, 3, 3].into_iter().zip([0, 0, 1, 3, 8, 21]) {
            day += days;
            trial.grade(noon(day), grade);
        }
        near(trial.memory().stability, stability);
        near(trial.memory().difficulty, 6.3574867);
    }
    let firsts = choices(Trial::new().card, &Progress::default(), Day(0), &Model::default(), &{
        Settings::default()
    });
    for (choice, (stability, difficulty)) in
        firsts.iter().zip([(0.212, 6.4133), (1.2931, 5.1121707), (2.3065, 2.118104), (8.2956, 1.0)])
    {
        near(choice.memory.stability, stability);
        near(choice.memory.difficulty, difficulty);
    }
}

#[test]
fn days_are_those_of_the_reference() {
    // Good goes on to days at once here; the reference asks once more on the first day, and so does this.
    let mut trial = Trial::new();
    let grades = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let reference = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let mut day = 0;
    for (n, (grade, days)) in grades.into_iter().zip(reference).enumerate() {
        let next = trial.grade(noon(day), grade);
        match next {
            Next::Days(got) if n > 0 => assert_eq!(got, days, "answer {n}"),
            Next::Days(_) => {}
            Next::Minutes(_) => assert_eq!(days, 0, "answer {n}"),
        }
        day += days as i32;
    }
    for (retention, days) in [(0.7, 9), (0.8, 3), (0.9, 1)] {
        // The memory of the one vector that is about other chances has a stability of one day.
        let mut trial = Trial::new();
        let mut parameters = *trial.model.parameters();
        parameters[2] = 1.0;
        trial.model = Model::new(&parameters).unwrap();
        trial.settings.retention = retention;
        assert_eq!(trial.grade(noon(0), 3), Next::Days(days));
    }
}

#[test]
fn older_parameters_give_what_they_gave() {
    // 19 parameters of FSRS-5, without steps of a day.
    let parameters = [
        0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178,
        2.0225, 0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468,
    ];
    type Case<'a> = (&'a [u8], &'a [u32], &'a [f32], &'a [f32]);
    let cases: [Case; 3] = [
        (
            &[3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3],
            &[3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773],
            &[
                3.0412, 13.091307, 48.15849, 154.93733, 445.05563, 1158.0778, 16.630632, 3.0173221,
                11.4224726, 37.37522, 111.875276, 306.59746, 772.94027,
            ],
            &[
                4.4909433, 4.2666429, 4.0574603, 3.8623766, 3.6804415, 3.5107689, 4.6983307,
                5.559563, 5.2632376, 4.9868845, 4.7291576, 4.4888015, 4.2646454,
            ],
        ),
        (
            &[1, 2, 3, 4, 1, 2, 3, 4],
            &[1, 2, 6, 41, 4, 7, 21, 133],
            &[
                0.4197, 1.0344317, 5.5356759, 41.003367, 4.4660552, 6.6774329, 20.8886816,
                132.818495,
            ],
            &[7.1434, 7.0365384, 6.6406649, 5.9231277, 6.4477986, 6.4599508, 6.1029392, 5.3658855],
        ),
        (
            &[2, 3, 4, 1, 2, 3, 4, 1],
            &[2, 7, 54, 5, 8, 26, 171, 8],
            &[1.1869, 6.5916757, 53.760787, 5.0853693, 8.0978675, 25.529913, 171.161952, 8.1107237],
            &[6.2322599, 5.8905947, 5.1458339, 5.884097, 5.9926956, 5.667177, 4.9143074, 5.7161915],
        ),
    ];
    for (grades, days, stabilities, difficulties) in cases {
        let mut trial = Trial::new();
        trial.model = Model::new(&parameters).unwrap();
        let mut day = 0;
        for (n, grade) in grades.iter().enumerate() {
            if let Next::Days(got) = trial.grade(noon(day), *grade) {
                assert_eq!(got, days[n], "answer {n} of {grades:?}");
            }
            near(trial.memory().stability, stabilities[n]);
            near(trial.memory().difficulty, difficulties[n]);
            day += days[n] as i32;
        }
    }
}

/// What each grade leads to, and then one is given: `grades`, each with the days after the one before.
fn check(grades: &[(u8, i32)], want: Expect) {
    let mut trial = Trial::new();
    let (mut day, mut lines) = (0, String::new());
    for (grade, days) in grades {
        day += days;
        let preview: Vec<String> = trial.preview(noon(day).day).into_iter().map(shown).collect();
        trial.grade(noon(day), *grade);
        let Progress { phase, lapses, .. } = trial.progress;
        let leech = if trial.progress.is_leech_again() { " leech" } else { "" };
        lines += &format!("{} → {grade} {phase:?} {lapses}{leech}\n", preview.join(" "));
    }
    want.assert_eq(&lines);
}

#[test]
fn steps_of_a_day() {
    check(
        &[(1, 0), (2, 0), (3, 0), (3, 1), (1, 2), (1, 0), (2, 0), (3, 0), (4, 1)],
        expect![[r#"
            1m 10m 2d 8d → 1 Learning 0
            1m 10m 1d 1d → 2 Learning 0
            1m 10m 1d 1d → 3 Review 0
            10m 1d 2d 3d → 3 Review 0
            10m 3d 5d 8d → 1 Relearning 1
            1m 10m 1d 1d → 1 Relearning 1
            1m 10m 1d 1d → 2 Relearning 1
            1m 10m 1d 1d → 3 Review 1
            10m 1d 1d 1d → 4 Review 1
        "#]],
    );
}

#[test]
fn who_forgets_again_and_again_has_a_leech() {
    let mut grades = vec![(3, 0)];
    grades.extend((0..13).flat_map(|_| [(1, 2), (3, 0)]));
    let mut trial = Trial::new();
    let mut day = 0;
    let mut said = Vec::new();
    for (grade, days) in grades {
        day += days;
        trial.grade(noon(day), grade);
        if grade == 1 && trial.progress.is_leech_again() {
            said.push(trial.progress.lapses);
        }
    }
    assert_eq!(said, [8, 12]);
    assert!(trial.progress.is_leech() && trial.progress.phase == Phase::Review);
}

#[test]
fn nights_and_journeys() {
    let seoul = TimeZone::posix("KST-9").unwrap();
    let new_york = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
    let at = |time: &str, zone: &TimeZone| {
        let time: jiff::civil::DateTime = time.parse().unwrap();
        let ms = time.to_zoned(zone.clone()).unwrap().timestamp().as_millisecond();
        Moment::new(ms, zone, 4)
    };
    let mut lines = String::new();
    let mut trial = Trial::new();
    for (time, zone) in [
        ("2026-03-06T23:50", &seoul),
        ("2026-03-07T03:59", &seoul),
        ("2026-03-07T04:01", &seoul),
        // A day has 23 hours here.
        ("2026-03-07T23:00", &new_york),
        ("2026-03-08T22:00", &new_york),
        // Back home, a day ahead.
        ("2026-03-10T12:00", &seoul),
        // The clock is two years behind.
        ("2024-03-10T12:00", &seoul),
        ("2026-03-11T12:00", &seoul),
    ] {
        let now = at(time, zone);
        let elapsed = trial.progress.elapsed(now.day);
        let next = trial.grade(now, 3);
        lines += &format!("{time} {elapsed} {}\n", shown(next));
    }
    expect![[r#"
        2026-03-06T23:50 0 2d
        2026-03-07T03:59 0 2d
        2026-03-07T04:01 1 7d
        2026-03-07T23:00 0 7d
        2026-03-08T22:00 1 12d
        2026-03-10T12:00 2 21d
        2024-03-10T12:00 0 21d
        2026-03-11T12:00 1 25d
    "#]]
    .assert_eq(&lines);
}

#[test]
fn a_card_of_the_future_comes_all_the_same() {
    let mut trial = Trial::new();
    trial.grade(noon(9000), 3);
    let due = |trial: &Trial, day| trial.progress.is_due_on(noon(day).day);
    assert!(due(&trial, 10) && due(&trial, 8000) && !due(&trial, 8999) && due(&trial, 9002));
    assert_eq!(trial.grade(noon(10), 3), Next::Days(2));
    assert!(!due(&trial, 11) && due(&trial, 12));
}

#[test]
fn fuzz_is_the_same_each_time_and_another_for_each_card() {
    let settings = Settings::default();
    let days = |card: Id, reviews| {
        let memory = Some(Memory { stability: 100.0, difficulty: 5.0 });
        let answered = Some(Answered { first: Day(0), last: Day(100), latest: Day(100) });
        let progress =
            Progress { phase: Phase::Review, memory, answered, reviews, ..Progress::default() };
        choices(card, &progress, Day(200), &Model::default(), &settings).map(|choice| choice.next)
    };
    let card = |n: u32| Id::named(&[&n.to_string()]);
    assert_eq!(days(card(1), 5), days(card(1), 5));
    let mut seen = std::collections::BTreeSet::new();
    for n in 0..500 {
        let [_, _, Next::Days(good), Next::Days(easy)] = days(card(n), n) else { panic!() };
        assert!(easy > good);
        seen.insert(good);
    }
    // Good is 250 days without it: 1 + 0.15 · 4.5 + 0.1 · 13 + 0.05 · 230 more and fewer all occur.
    let (low, high) = (*seen.first().unwrap(), *seen.last().unwrap());
    expect!["236 265 30"].assert_eq(&format!("{low} {high} {}", seen.len()));
}

proptest! {
    /// Whatever was answered when, by whatever clock: days are within bounds, better grades come later, and
    /// nothing is infinite.
    #[test]
    fn any_answers(
        answers in prop::collection::vec((1..=4u8, -40..400i32, any::<bool>()), 1..40),
        longest in 0..50_000u32,
        retention in 0.0..1.5f32,
        fuzz: bool,
    ) {
        let mut trial = Trial::new();
        trial.settings = Settings { longest, retention, fuzz, ..Settings::default() };
        let mut day = 20_000;
        for (grade, days, far) in answers {
            day = if far { day + days * 20_000 } else { day + days }.clamp(-900_000, 900_000);
            let [again, hard, good, easy] = trial.preview(noon(day).day)[..] else { panic!() };
            let order = |next| match next {
                Next::Minutes(minutes) => (0, minutes),
                Next::Days(days) => (1, days),
            };
            prop_assert!(order(again) < order(hard) && order(hard) <= order(good));
            prop_assert!(order(good) <= order(easy));
            if let Next::Days(days) = easy {
                prop_assert!((1..=longest.max(1)).contains(&days));
            }
            trial.grade(noon(day), grade);
            let Memory { stability, difficulty } = trial.memory();
            prop_assert!(stability > 0.0 && stability.is_finite());
            prop_assert!((1.0..=10.0).contains(&difficulty));
        }
    }
}
