//! `gongbu stats`: what was learned, in figures.

use std::io;

use serde::Serialize;

use super::notes::Open;
use super::setting::Setting;
use super::{Out, Status, learned};
use crate::app::figures::rows;
use crate::review::figures::{AGES, Cards, Done, Figures, Part, Read, seconds};
use crate::review::moment::Moment;
use crate::text::sanitize::Clean;
use crate::words::Figure;

/// Prints the figures of the notes that are `open`, or of all that was ever learned, as they are `now`.
pub(super) fn run(
    open: Option<&Open>,
    as_json: bool,
    now: Moment,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let Some(path) = learned::file(setting) else { return Ok(Status::Wrong) };
    let Ok(state) = learned::existing(&path, setting) else { return Ok(Status::Wrong) };
    let Some(state) = state else {
        super::setting::tell(Figure::None.text(setting.locale));
        return Ok(Status::Nothing);
    };
    let library = open.map(|open| &open.collection);
    let figures = state.figures(now.day, library);
    let Some(figures) = learned::told(figures, &path, setting) else { return Ok(Status::Wrong) };
    let status = open.map_or(Status::Done, |open| open.status);
    if as_json {
        json(&figures, out)?;
        return Ok(status);
    }
    let nothing = figures.cards.all() == 0 && !figures.read.is_begun();
    if status == Status::Wrong && nothing {
        // That nothing could be read has been told.
        return Ok(status);
    }
    if nothing {
        let word = if open.is_some() { Figure::NoCards } else { Figure::None };
        super::setting::tell(word.text(setting.locale));
        return Ok(status.max(Status::Nothing));
    }
    let paint = setting.paint();
    for row in rows(&figures, setting.width(), setting.locale, setting.ascii) {
        writeln!(out, "{}", paint.row(&row))?;
    }
    Ok(status)
}

#[derive(Serialize)]
struct Known {
    all: u32,
    new: u32,
    learning: u32,
    short: u32,
    long: u32,
    suspended: u32,
}

impl From<Cards> for Known {
    fn from(cards: Cards) -> Known {
        let Cards { new, learning, short, long, suspended } = cards;
        Known { all: cards.all(), new, learning, short, long, suspended }
    }
}

#[derive(Serialize)]
struct Reading {
    read: usize,
    changed: usize,
    sections: Option<usize>,
    seconds: u64,
}

impl From<Read> for Reading {
    fn from(of: Read) -> Reading {
        let Read { read, changed, all, seconds } = of;
        Reading { read, changed, sections: all, seconds }
    }
}

#[derive(Serialize)]
struct Due {
    day: String,
    cards: u32,
}

#[derive(Serialize)]
struct Answers {
    day: String,
    answers: u32,
    known: u32,
    seconds: u64,
}

#[derive(Serialize)]
struct Kept {
    from: u32,
    to: Option<u32>,
    answers: u32,
    known: u32,
}

#[derive(Serialize)]
struct Chapter<'a> {
    note: &'a Clean,
    address: Option<&'a Clean>,
    title: &'a Clean,
    cards: Known,
    due: u32,
    answers: u32,
    known: u32,
    seconds: u64,
}

/// One object; each element of a list on a line, so that lines can be compared and searched.
fn json(figures: &Figures, out: Out<'_>) -> io::Result<()> {
    let due = figures
        .due
        .iter()
        .zip(0..)
        .map(|(cards, days)| Due { day: figures.day.plus(days).date().to_string(), cards: *cards });
    let days = figures.days.iter().map(|(day, done)| Answers {
        day: day.date().to_string(),
        answers: done.answers,
        known: done.known,
        seconds: seconds(done.took),
    });
    let kept = figures.kept.iter().zip(AGES).enumerate().map(|(at, (kept, from))| {
        let Done { answers, known, .. } = *kept;
        Kept { from, to: AGES.get(at + 1).map(|next| next - 1), answers, known }
    });
    let (streak, longest) = figures.streak();
    write!(out, "{{\"day\":\"{}\",\n\"cards\":", figures.day.date())?;
    serde_json::to_writer(&mut *out, &Known::from(figures.cards))?;
    write!(out, ",\n\"late\":{},\n\"streak\":{streak},\n\"longest\":{longest}", figures.late)?;
    out.write_all(b",\n\"reading\":")?;
    serde_json::to_writer(&mut *out, &Reading::from(figures.read))?;
    list("due", due, out)?;
    list("days", days, out)?;
    list("kept", kept, out)?;
    list("chapters", figures.parts.iter().map(chapter), out)?;
    out.write_all(b"}\n")
}

fn chapter(part: &Part) -> Chapter<'_> {
    Chapter {
        note: &part.note,
        address: part.address.as_ref(),
        title: &part.title,
        cards: part.cards.into(),
        due: part.due,
        answers: part.kept.answers,
        known: part.kept.known,
        seconds: seconds(part.took),
    }
}

fn list<T: Serialize>(name: &str, items: impl Iterator<Item = T>, out: Out<'_>) -> io::Result<()> {
    write!(out, ",\n\"{name}\":[")?;
    for (i, item) in items.enumerate() {
        out.write_all(if i == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &item)?;
    }
    out.write_all(b"]")
}
