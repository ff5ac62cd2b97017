//! The cards that are known, and what they are found by.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::fault::Fault;
use super::log::refold;
use super::{State, row};
use crate::review::card::{Card, Key};
use crate::review::id::Id;
use crate::review::memory::Model;

/// A card that is known, and whether it would be missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The card.
    pub card: Card,
    /// How often it was answered.
    pub reviews: u32,
}

pub(super) const CARD: &str = "id, created, changed, note, kind, side, prompt, nth, answer";

impl State {
    /// All cards that are known, or those of one note, in the order of their keys.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn known(&self, note: Option<&str>) -> Result<Vec<Known>, Fault> {
        let sql = format!(
            "SELECT {CARD}, coalesce(reviews, 0) FROM cards LEFT JOIN memory ON memory.card = cards.id \
             WHERE same_as IS NULL AND (?1 IS NULL OR note = ?1) ORDER BY note, kind, prompt, side, nth"
        );
        let mut statement = self.db.prepare(&sql)?;
        let known = |row: &Row| Ok(Known { card: card(row)?, reviews: row.get(9)? });
        Ok(statement.query_map([note], known)?.collect::<Result<_, _>>()?)
    }

    /// The known cards that are not among `found`: lost from the notes, never from here.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn orphans(&self, found: &HashSet<Id>) -> Result<Vec<Known>, Fault> {
        let mut known = self.known(None)?;
        known.retain(|known| !found.contains(&known.card.id));
        Ok(known)
    }

    /// Makes these cards known, each a key and a folded answer, and gives their identities in their order.
    /// One that is known keeps its own, and has its answer corrected. `at` is now, in milliseconds since
    /// 1970.
    ///
    /// # Errors
    /// None is known that was not before.
    pub fn insert(&mut self, cards: &[(Key, String)], at: i64) -> Result<Vec<Id>, Fault> {
        self.change(|db, model| {
            cards.iter().map(|(key, answer)| insert(db, model, key, answer, at)).collect()
        })
    }

    /// From now on a card is found by another key: its prompt was mended, or its note renamed. `at` is now,
    /// in milliseconds since 1970.
    ///
    /// # Errors
    /// It is found as before; [`Fault::Unknown`] where there is no such card.
    pub fn rekey(&mut self, id: Id, key: &Key, answer: &str, at: i64) -> Result<(), Fault> {
        self.rekey_all(&[(id, key.clone(), answer.to_owned())], at)
    }

    /// As [`State::rekey`], of several cards at once.
    ///
    /// # Errors
    /// All are found as before; [`Fault::Unknown`] where there is no such card.
    pub fn rekey_all(&mut self, cards: &[(Id, Key, String)], at: i64) -> Result<(), Fault> {
        self.change(|db, model| {
            for (id, key, answer) in cards {
                let before = find(db, *id)?.ok_or(Fault::Unknown)?;
                let (key, answer) = (key.clone(), answer.clone());
                let changed = at.max(before.changed.saturating_add(1));
                put(db, model, &Card { changed, key, answer, ..before })?;
            }
            Ok(())
        })
    }

    /// The identities that cards of these keys, none of which is known, would have if they were inserted
    /// now.
    ///
    /// # Errors
    /// It cannot be read which are free.
    pub fn free(&self, keys: &[Key]) -> Result<Vec<Id>, Fault> {
        keys.iter().map(|key| free(&self.db, key)).collect()
    }
}

fn insert(db: &Connection, model: &Model, key: &Key, answer: &str, at: i64) -> Result<Id, Fault> {
    let sql = "SELECT id FROM cards WHERE digest = ?1 AND same_as IS NULL";
    let known = db.prepare_cached(sql)?.query_row([key.digest()], |row| row.get(0)).optional()?;
    if let Some(id) = known
        && let Some(card) = find(db, id)?
    {
        if card.answer != answer {
            let changed = at.max(card.changed.saturating_add(1));
            put(db, model, &Card { answer: answer.to_owned(), changed, ..card })?;
        }
        return Ok(id);
    }
    let id = free(db, key)?;
    let (key, answer) = (key.clone(), answer.to_owned());
    put(db, model, &Card { id, created: at, changed: at, key, answer })?;
    Ok(id)
}

/// The first identity of a key that no card has.
fn free(db: &Connection, key: &Key) -> Result<Id, Fault> {
    let mut n = 0;
    while find(db, key.id(n))?.is_some() {
        n += 1;
    }
    Ok(key.id(n))
}

pub(super) fn find(db: &Connection, id: Id) -> Result<Option<Card>, Fault> {
    let sql = format!("SELECT {CARD} FROM cards WHERE id = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([id], card).optional()?)
}

/// What stands in a row of [`CARD`].
pub(super) fn card(row: &Row) -> rusqlite::Result<Card> {
    let (note, kind, side, prompt) = (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
    let key = Key { note, kind, side, prompt, nth: row.get(7)? };
    Ok(Card {
        id: row.get(0)?,
        created: row.get(1)?,
        changed: row.get(2)?,
        key,
        answer: row.get(8)?,
    })
}

/// Puts `card` in the place of what was known of it, and settles who stands for whom.
pub(super) fn put(db: &Connection, model: &Model, card: &Card) -> Result<(), Fault> {
    let sql = "SELECT digest FROM cards WHERE id = ?1";
    let before: Option<Id> =
        db.prepare_cached(sql)?.query_row([card.id], |row| row.get(0)).optional()?;
    let (key, digest) = (&card.key, card.key.digest());
    let sql = format!(
        "INSERT INTO cards ({CARD}, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
         ON CONFLICT (id) DO UPDATE SET (created, changed, note, kind, side, prompt, nth, answer, digest, \
         same_as) = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL)"
    );
    db.prepare_cached(&sql)?.execute(params![
        card.id,
        card.created,
        card.changed,
        key.note,
        key.kind,
        key.side,
        key.prompt,
        key.nth,
        card.answer,
        digest,
    ])?;
    if let Some(before) = before.filter(|before| *before != digest) {
        settle(db, model, before)?;
    }
    settle(db, model, digest)
}

/// Of all cards that are found by the same, the oldest stands for all: two machines may have met one card
/// each on its own.
fn settle(db: &Connection, model: &Model, digest: Id) -> Result<(), Fault> {
    let sql = "SELECT id FROM cards WHERE digest = ?1 ORDER BY created, id";
    let mut statement = db.prepare_cached(sql)?;
    let ids = statement.query_map([digest], |row| row.get(0))?.collect::<Result<Vec<Id>, _>>()?;
    let Some((first, others)) = ids.split_first() else { return Ok(()) };
    let same_as = "UPDATE cards SET same_as = ?2 WHERE id = ?1 AND same_as IS NOT ?2";
    for (id, one) in others.iter().map(|id| (id, Some(*first))).chain([(first, None)]) {
        db.prepare_cached(same_as)?.execute(params![id, one])?;
        if one.is_some() {
            row::put(db, *id, &Default::default())?;
        }
    }
    refold(db, model, *first)
}
