//! Recording what happens to cards, and taking it back.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::fault::Fault;
use super::{State, row};
use crate::review::id::Id;
use crate::review::log::{Entry, Fit};
use crate::review::memory::{Grade, Model};
use crate::review::moment::Day;
use crate::review::optimize::history;
use crate::review::progress::Progress;

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Recorded {
    /// It is on the disk, and the card is so far.
    Done(Progress),
    /// It is not: the card is no longer as it was when this happened to it, but so.
    Stale(Progress),
}

/// How many cards were answered on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// For the first time.
    pub new: u32,
    /// All of them, each once.
    pub all: u32,
}

impl State {
    /// Records what happened to a card whose progress had the revision `seen`
    /// ([`Progress::revision`]); what came between makes it stale.
    ///
    /// # Errors
    /// Nothing is recorded.
    pub fn record(&mut self, entry: &Entry, seen: Option<Id>) -> Result<Recorded, Fault> {
        self.change(|db, model| {
            let card = one_of_its_kind(db, entry.card)?;
            let before = progress(db, card)?;
            if before.revision() != seen {
                return Ok(Recorded::Stale(before));
            }
            // The same entry twice is once.
            if !row::add(db, entry)? {
                return Ok(Recorded::Done(before));
            }
            let after = before.after(entry, model);
            row::put(db, card, &after)?;
            Ok(Recorded::Done(after))
        })
    }

    /// Takes the entry `id` back, here and wherever the log comes to, and says how far its card is without
    /// it. `at` is now, in milliseconds since 1970. None where there is no such entry.
    ///
    /// # Errors
    /// Nothing is taken back.
    pub fn undo(&mut self, id: Id, at: i64) -> Result<Option<Progress>, Fault> {
        self.change(|db, model| {
            let sql = "DELETE FROM log WHERE id = ?1 RETURNING card";
            let card: Option<Id> = db.query_row(sql, [id], |row| row.get(0)).optional()?;
            let Some(card) = card else { return Ok(None) };
            db.execute("INSERT OR IGNORE INTO undone VALUES (?1, ?2)", params![id, at])?;
            let card = one_of_its_kind(db, card)?;
            refold(db, model, card)?;
            Ok(Some(progress(db, card)?))
        })
    }

    /// How far a card is; one that is not known is new.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn progress(&self, card: Id) -> Result<Progress, Fault> {
        progress(&self.db, one_of_its_kind(&self.db, card)?)
    }

    /// How far each card is that something happened to.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn all_progress(&self) -> Result<HashMap<Id, Progress>, Fault> {
        let mut statement = self.db.prepare(&format!("SELECT {} FROM memory", row::PROGRESS))?;
        let rows = statement.query_map([], row::progress)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The cards that are to be asked on `day`, apart from new ones; those that are known, buried and
    /// suspended too.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn due(&self, day: Day) -> Result<Vec<(Id, Progress)>, Fault> {
        let columns = row::PROGRESS;
        let sql = format!(
            "SELECT {columns} FROM memory WHERE due_at IS NOT NULL \
             UNION SELECT {columns} FROM memory WHERE due_day <= ?1 \
             UNION SELECT {columns} FROM memory WHERE last_day > ?2"
        );
        let mut statement = self.db.prepare(&sql)?;
        let rows = statement.query_map(params![day, day.plus(1)], row::progress)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many cards were answered on `day`.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn done(&self, day: Day) -> Result<Done, Fault> {
        let sql = "SELECT count(*) FILTER (WHERE first_day = ?1), count(*) FROM memory WHERE last_day = ?1";
        let done = |row: &rusqlite::Row| Ok(Done { new: row.get(0)?, all: row.get(1)? });
        Ok(self.db.query_row(sql, [day], done)?)
    }

    /// All answers that the model can be fitted to ([`crate::review::optimize`]).
    ///
    /// # Errors
    /// They cannot be read.
    pub fn histories(&self) -> Result<Vec<Vec<(Grade, u32)>>, Fault> {
        let mut histories = Vec::new();
        each_card(&self.db, |_, entries| {
            histories.push(history(entries));
            Ok(())
        })?;
        Ok(histories)
    }

    /// Goes on with a model that was fitted. What the cards were said to come is as it was.
    ///
    /// # Errors
    /// All is as it was.
    pub fn fit(&mut self, fit: &Fit) -> Result<(), Fault> {
        let model = Model::new(&fit.parameters).ok_or(Fault::Unknown)?;
        self.change(|db, _| {
            let latest = row::fits(db)?.last().map(|fit| fit.at.saturating_add(1));
            row::add_fit(db, &Fit { at: fit.at.max(latest.unwrap_or(i64::MIN)), ..*fit })?;
            refold_all(db, &model)
        })?;
        self.refresh()
    }
}

/// The card that stands for all that are found by the same as `card`.
pub(super) fn one_of_its_kind(db: &Connection, card: Id) -> Result<Id, Fault> {
    let sql = "SELECT coalesce(same_as, id) FROM cards WHERE id = ?1";
    let found = db.prepare_cached(sql)?.query_row([card], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or(card))
}

pub(super) fn progress(db: &Connection, card: Id) -> Result<Progress, Fault> {
    let sql = format!("SELECT {} FROM memory WHERE card = ?1", row::PROGRESS);
    let found = db.prepare_cached(&sql)?.query_row([card], row::progress).optional()?;
    Ok(found.map(|(_, progress)| progress).unwrap_or_default())
}

/// Derives how far `card` is from the log, with the entries of those that it stands for.
pub(super) fn refold(db: &Connection, model: &Model, card: Id) -> Result<(), Fault> {
    let sql = format!(
        "SELECT {} FROM log WHERE card = ?1 OR card IN (SELECT id FROM cards WHERE same_as = ?1) \
         ORDER BY at, id",
        row::ENTRY
    );
    let mut statement = db.prepare_cached(&sql)?;
    let entries = statement.query_map([card], row::entry)?.collect::<Result<Vec<_>, _>>()?;
    row::put(db, card, &Progress::of(&entries, model))
}

/// Derives how far all cards are.
pub(super) fn refold_all(db: &Connection, model: &Model) -> Result<(), Fault> {
    db.execute("DELETE FROM memory", [])?;
    each_card(db, |card, entries| row::put(db, card, &Progress::of(entries, model)))
}

/// Gives the entries of each known card, in their order, to `take`.
pub(super) fn each_card(
    db: &Connection,
    mut take: impl FnMut(Id, &[Entry]) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let columns = row::ENTRY.split(", ").map(|column| format!("log.{column}"));
    let columns = columns.collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT {columns}, coalesce(same_as, cards.id) AS one FROM log JOIN cards ON cards.id = log.card \
         ORDER BY one, log.at, log.id"
    );
    let mut statement = db.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let (mut card, mut entries): (Option<Id>, Vec<Entry>) = (None, Vec::new());
    while let Some(row) = rows.next()? {
        let next = row.get("one")?;
        if let Some(last) = card.filter(|card| *card != next) {
            take(last, &entries)?;
            entries.clear();
        }
        card = Some(next);
        entries.push(row::entry(row)?);
    }
    card.map_or(Ok(()), |card| take(card, &entries))
}
