//! The log as text that goes from one machine to another: a line of JSON for each thing that is known. The
//! lines of two machines, in any order and any number of times, give the same state on both.

use serde::{Deserialize, Serialize};

use super::card::{Card, Key, Section};
use super::id::Id;
use super::log::{Entry, Fit, Graded, Next, What};
use super::memory::{Grade, Memory, Model, Parameters};
use super::moment::Day;

/// The version of the format that is written.
pub const VERSION: u32 = 1;

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// The first line: what this is, of which version, from which machine.
    Head(u32, Id),
    /// A card.
    Card(Card),
    /// Something happened to a card.
    Entry(Entry),
    /// The entry of this identity was taken back at this time, in milliseconds since 1970.
    Undone(Id, i64),
    /// The model was fitted.
    Fit(Fit),
    /// How far a section is read.
    Section(Section),
}

/// Times that no calendar has are not taken from anyone: years -9999 and 9999, in milliseconds.
const TIMES: std::ops::RangeInclusive<i64> = -377_000_000_000_000..=253_000_000_000_000;
/// Days likewise.
const DAYS: std::ops::RangeInclusive<i32> = -4_400_000..=2_940_000;

impl Line {
    /// The line, without its end.
    pub fn text(&self) -> String {
        // Nothing that is written here can fail to be: maps have texts as keys, and numbers are finite.
        serde_json::to_string(&Record::from(self)).unwrap_or_default()
    }

    /// What a line says; none where it is of a kind that only another version knows.
    ///
    /// # Errors
    /// It is cut off, or says what cannot be.
    pub fn read(text: &str) -> Result<Option<Line>, Broken> {
        let read = serde_json::from_str::<Record>(text);
        if let Ok(record) = read.as_ref()
            && KINDS.contains(&record.kind.as_str())
        {
            return read.ok().and_then(Record::line).map(Some).ok_or(Broken);
        }
        // Whatever else stands in it, its fields are its own.
        let kind = serde_json::from_str::<Kind>(text).map_err(|_| Broken)?.kind;
        if KINDS.contains(&kind.as_str()) { Err(Broken) } else { Ok(None) }
    }
}

/// A line that is cut off, or says what cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a line that makes no sense")]
pub struct Broken;

/// The kinds of lines that this version writes.
const KINDS: [&str; 9] =
    ["gongbu-log", "card", "review", "suspend", "flag", "bury", "undone", "fit", "section"];

/// What every line has, of whatever version.
#[derive(Deserialize)]
struct Kind {
    kind: String,
}

/// A line as it is written. Fields that are none of its kind are left out.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Record {
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<Grade>,
    #[serde(skip_serializing_if = "Option::is_none")]
    took: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cram: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    elapsed: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stability: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difficulty: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviews: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameters: Option<Vec<f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    made: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nth: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<u32>,
}

impl From<&Line> for Record {
    fn from(line: &Line) -> Record {
        match line {
            Line::Head(version, device) => Record {
                kind: "gongbu-log".to_owned(),
                version: Some(*version),
                device: Some(*device),
                ..Record::default()
            },
            Line::Card(card) => Record {
                kind: "card".to_owned(),
                id: Some(card.id),
                created: Some(card.created),
                changed: Some(card.changed),
                note: Some(card.key.note.clone()),
                made: Some(card.key.kind.clone()),
                side: Some(card.key.side.clone()),
                prompt: Some(card.key.prompt.clone()),
                nth: (card.key.nth > 0).then_some(card.key.nth),
                answer: Some(card.answer.clone()),
                ..Record::default()
            },
            Line::Entry(entry) => Record::of_entry(entry),
            Line::Undone(id, at) => Record {
                kind: "undone".to_owned(),
                id: Some(*id),
                at: Some(*at),
                ..Record::default()
            },
            Line::Fit(fit) => Record {
                kind: "fit".to_owned(),
                id: Some(fit.id),
                at: Some(fit.at),
                device: Some(fit.device),
                reviews: Some(fit.reviews),
                parameters: Some(fit.numbers().to_vec()),
                ..Record::default()
            },
            Line::Section(section) => Record {
                kind: "section".to_owned(),
                note: Some(section.note.clone()),
                section: Some(section.section.clone()),
                changed: Some(section.changed),
                text: section.text,
                seconds: Some(section.seconds),
                ..Record::default()
            },
        }
    }
}

impl Record {
    fn of_entry(entry: &Entry) -> Record {
        let own = match entry.what {
            What::Graded(graded) => Record::of_graded(&graded),
            What::Suspended(on) => {
                Record { kind: "suspend".to_owned(), on: Some(on), ..Record::default() }
            }
            What::Flagged(on) => {
                Record { kind: "flag".to_owned(), on: Some(on), ..Record::default() }
            }
            What::Buried(until) => Record { kind: "bury".to_owned(), until, ..Record::default() },
        };
        Record {
            id: Some(entry.id),
            card: Some(entry.card),
            at: Some(entry.at),
            offset: Some(entry.offset),
            day: Some(entry.day),
            device: Some(entry.device),
            ..own
        }
    }

    fn of_graded(graded: &Graded) -> Record {
        let (minutes, days) = match graded.next {
            Next::Minutes(minutes) => (Some(minutes), None),
            Next::Days(days) => (None, Some(days)),
        };
        Record {
            kind: "review".to_owned(),
            grade: Some(graded.grade),
            took: Some(graded.took),
            cram: graded.cram.then_some(true),
            elapsed: graded.elapsed,
            minutes,
            days,
            stability: graded.before.map(|memory| f64::from(memory.stability)),
            difficulty: graded.before.map(|memory| f64::from(memory.difficulty)),
            ..Record::default()
        }
    }

    fn line(self) -> Option<Line> {
        let times = [self.at, self.created, self.changed];
        let days = [self.day, self.until];
        let sound = times.into_iter().flatten().all(|time| TIMES.contains(&time))
            && days.into_iter().flatten().all(|day| DAYS.contains(&day.0));
        if !sound {
            return None;
        }
        Some(match self.kind.as_str() {
            "gongbu-log" => Line::Head(self.version?, self.device?),
            "card" => Line::Card(Card {
                id: self.id?,
                created: self.created?,
                changed: self.changed?,
                key: Key {
                    note: self.note?,
                    kind: self.made?,
                    side: self.side?,
                    prompt: self.prompt?,
                    nth: self.nth.unwrap_or(0),
                },
                answer: self.answer?,
            }),
            "undone" => Line::Undone(self.id?, self.at?),
            "fit" => Line::Fit(self.fit()?),
            "section" => Line::Section(Section {
                note: self.note?,
                section: self.section?,
                changed: self.changed?,
                text: self.text,
                seconds: self.seconds?,
            }),
            _ => Line::Entry(self.entry()?),
        })
    }

    fn fit(self) -> Option<Fit> {
        let parameters: Vec<f32> = self.parameters?.into_iter().map(|n| n as f32).collect();
        let parameters: Parameters = parameters.try_into().ok()?;
        // What is no model would be one that nobody was fitted to.
        Model::new(&parameters)?;
        let (id, at, device) = (self.id?, self.at?, self.device?);
        Some(Fit { id, at, device, reviews: self.reviews?, parameters })
    }

    fn entry(self) -> Option<Entry> {
        let what = match self.kind.as_str() {
            "review" => What::Graded(Graded {
                grade: self.grade?,
                took: self.took?,
                cram: self.cram.unwrap_or(false),
                elapsed: self.elapsed,
                next: match (self.minutes, self.days) {
                    (Some(minutes), None) => Next::Minutes(minutes),
                    (None, Some(days)) => Next::Days(days),
                    _ => return None,
                },
                before: self.stability.zip(self.difficulty).map(|(stability, difficulty)| Memory {
                    stability: stability as f32,
                    difficulty: difficulty as f32,
                }),
            }),
            "suspend" => What::Suspended(self.on?),
            "flag" => What::Flagged(self.on?),
            "bury" => What::Buried(self.until),
            _ => return None,
        };
        Some(Entry {
            id: self.id?,
            card: self.card?,
            at: self.at?,
            offset: self.offset?,
            day: self.day?,
            device: self.device?,
            what,
        })
    }
}
