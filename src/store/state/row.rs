//! Rows of the state's tables, as values and back.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, params};

use super::fault::Fault;
use crate::review::id::Id;
use crate::review::log::{Entry, Fit, Graded, Next, What};
use crate::review::memory::{Grade, Memory, PARAMETERS};
use crate::review::moment::Day;
use crate::review::progress::{Answered, Due, Phase, Progress};

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.bytes().to_vec()))
    }
}

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Id> {
        <[u8; 16]>::column_result(value).map(Id::from_bytes)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Day> {
        i32::column_result(value).map(Day)
    }
}

const GRADED: u8 = 1;
const SUSPENDED: u8 = 2;
const FLAGGED: u8 = 3;
const BURIED: u8 = 4;

/// The columns of an entry, as [`entry`] reads them.
pub(super) const ENTRY: &str = "id, card, at, offset, day, device, what, value, took, cram, elapsed, \
                                minutes, days, stability, difficulty";

/// Adds `entry` to the log, where it is not there yet.
pub(super) fn add(db: &Connection, entry: &Entry) -> Result<bool, Fault> {
    let (what, value, graded) = match entry.what {
        What::Graded(graded) => (GRADED, Some(i32::from(u8::from(graded.grade))), Some(graded)),
        What::Suspended(on) => (SUSPENDED, Some(i32::from(on)), None),
        What::Flagged(on) => (FLAGGED, Some(i32::from(on)), None),
        What::Buried(until) => (BURIED, until.map(|day| day.0), None),
    };
    let (minutes, days) = match graded.map(|graded| graded.next) {
        Some(Next::Minutes(minutes)) => (Some(minutes), None),
        Some(Next::Days(days)) => (None, Some(days)),
        None => (None, None),
    };
    let before = graded.and_then(|graded| graded.before);
    let sql = format!(
        "INSERT INTO log ({ENTRY}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) \
         ON CONFLICT (id) DO NOTHING"
    );
    let added = db.prepare_cached(&sql)?.execute(params![
        entry.id,
        entry.card,
        entry.at,
        entry.offset,
        entry.day,
        entry.device,
        what,
        value,
        graded.map(|graded| graded.took),
        graded.map(|graded| graded.cram),
        graded.and_then(|graded| graded.elapsed),
        minutes,
        days,
        before.map(|memory| memory.stability),
        before.map(|memory| memory.difficulty),
    ])?;
    Ok(added > 0)
}

/// What stands in a row of [`ENTRY`].
pub(super) fn entry(row: &Row) -> rusqlite::Result<Entry> {
    let what = match row.get(6)? {
        GRADED => What::Graded(graded(row)?),
        SUSPENDED => What::Suspended(row.get(7)?),
        FLAGGED => What::Flagged(row.get(7)?),
        BURIED => What::Buried(row.get(7)?),
        _ => return Err(senseless(6)),
    };
    Ok(Entry {
        id: row.get(0)?,
        card: row.get(1)?,
        at: row.get(2)?,
        offset: row.get(3)?,
        day: row.get(4)?,
        device: row.get(5)?,
        what,
    })
}

fn graded(row: &Row) -> rusqlite::Result<Graded> {
    let next = match (row.get(11)?, row.get(12)?) {
        (Some(minutes), None) => Next::Minutes(minutes),
        (None, Some(days)) => Next::Days(days),
        _ => return Err(senseless(11)),
    };
    Ok(Graded {
        grade: Grade::try_from(row.get::<_, u8>(7)?).map_err(|_| senseless(7))?,
        took: row.get(8)?,
        cram: row.get(9)?,
        elapsed: row.get(10)?,
        next,
        before: memory(row, 13)?,
    })
}

fn memory(row: &Row, at: usize) -> rusqlite::Result<Option<Memory>> {
    let (stability, difficulty): (Option<f32>, Option<f32>) = (row.get(at)?, row.get(at + 1)?);
    Ok(stability.zip(difficulty).map(|(stability, difficulty)| Memory { stability, difficulty }))
}

fn senseless(column: usize) -> rusqlite::Error {
    let kind = rusqlite::types::Type::Integer;
    rusqlite::Error::FromSqlConversionFailure(column, kind, Box::new(FromSqlError::InvalidType))
}

/// The columns of the progress of a card, as [`progress`] reads them.
pub(super) const PROGRESS: &str = "card, phase, stability, difficulty, due_at, due_day, first_day, last_day, latest_day, reviews, lapses, \
     suspended, flagged, buried, seen_at, seen";

/// Puts how far `card` is in the place of what was known before.
pub(super) fn put(db: &Connection, card: Id, progress: &Progress) -> Result<(), Fault> {
    let Some((seen_at, seen)) = progress.seen else {
        db.prepare_cached("DELETE FROM memory WHERE card = ?1")?.execute([card])?;
        return Ok(());
    };
    let phase = match progress.phase {
        Phase::New => 0,
        Phase::Learning => 1,
        Phase::Review => 2,
        Phase::Relearning => 3,
    };
    let (due_at, due_day) = match progress.due {
        Due::New => (None, None),
        Due::At(at) => (Some(at), None),
        Due::On(day) => (None, Some(day)),
    };
    let sql = format!(
        "INSERT OR REPLACE INTO memory ({PROGRESS}) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
    );
    let (memory, answered) = (progress.memory, progress.answered);
    db.prepare_cached(&sql)?.execute(params![
        card,
        phase,
        memory.map(|memory| memory.stability),
        memory.map(|memory| memory.difficulty),
        due_at,
        due_day,
        answered.map(|answered| answered.first),
        answered.map(|answered| answered.last),
        answered.map(|answered| answered.latest),
        progress.reviews,
        progress.lapses,
        progress.suspended,
        progress.flagged,
        progress.buried,
        seen_at,
        seen,
    ])?;
    Ok(())
}

/// What stands in a row of [`PROGRESS`].
pub(super) fn progress(row: &Row) -> rusqlite::Result<(Id, Progress)> {
    let phase = match row.get(1)? {
        0 => Phase::New,
        1 => Phase::Learning,
        2 => Phase::Review,
        3 => Phase::Relearning,
        _ => return Err(senseless(1)),
    };
    let due = match (row.get(4)?, row.get(5)?) {
        (Some(at), _) => Due::At(at),
        (None, Some(day)) => Due::On(day),
        (None, None) => Due::New,
    };
    let days: [Option<Day>; 3] = [row.get(6)?, row.get(7)?, row.get(8)?];
    let answered = match days {
        [Some(first), Some(last), Some(latest)] => Some(Answered { first, last, latest }),
        _ => None,
    };
    let progress = Progress {
        phase,
        memory: memory(row, 2)?,
        due,
        answered,
        reviews: row.get(9)?,
        lapses: row.get(10)?,
        suspended: row.get(11)?,
        flagged: row.get(12)?,
        buried: row.get(13)?,
        seen: Some((row.get(14)?, row.get(15)?)),
    };
    Ok((row.get(0)?, progress))
}

/// Adds `fit`, where it is not there yet.
pub(super) fn add_fit(db: &Connection, fit: &Fit) -> Result<bool, Fault> {
    let parameters: Vec<u8> = fit.parameters.iter().flat_map(|n| n.to_le_bytes()).collect();
    let sql = "INSERT INTO fits VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO NOTHING";
    Ok(db.execute(sql, params![fit.id, fit.at, fit.device, fit.reviews, parameters])? > 0)
}

/// All fits, the one that counts last.
pub(super) fn fits(db: &Connection) -> Result<Vec<Fit>, Fault> {
    let sql = "SELECT id, at, device, reviews, parameters FROM fits ORDER BY at, id";
    let mut statement = db.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        let bytes: [u8; 4 * PARAMETERS] = row.get(4)?;
        let mut parameters = [0.0; PARAMETERS];
        for (parameter, bytes) in parameters.iter_mut().zip(bytes.as_chunks::<4>().0) {
            *parameter = f32::from_le_bytes(*bytes);
        }
        let (id, at, device) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Fit { id, at, device, reviews: row.get(3)?, parameters })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
