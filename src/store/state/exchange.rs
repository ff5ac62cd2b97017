//! The state as lines of text that another machine takes up ([`crate::review::exchange`]).

use std::collections::BTreeSet;
use std::io::{BufRead, Read, Write};

use rusqlite::{Connection, OptionalExtension, params};

use super::fault::Fault;
use super::log::{one_of_its_kind, refold, refold_all};
use super::{State, cards, row, sections};
use crate::review::exchange::{Broken, Line, VERSION};
use crate::review::id::Id;
use crate::review::memory::Model;

/// What was taken up of another machine's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Entries that were not known.
    pub entries: usize,
    /// Cards that were not known, or are found by something else now.
    pub cards: usize,
    /// Lines of kinds that only another version knows.
    pub unknown: usize,
    /// The first of them, counted from 1.
    pub first_unknown: Option<usize>,
}

/// Why nothing was taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untaken {
    /// The state cannot be used.
    State(Fault),
    /// The lines cannot be read.
    Unread(std::io::ErrorKind),
    /// A newer version of this program wrote them.
    Newer,
    /// They are something else.
    Foreign,
    /// This line, counted from 1, is cut off or says what cannot be.
    Broken(usize),
}

impl From<Fault> for Untaken {
    fn from(fault: Fault) -> Untaken {
        Untaken::State(fault)
    }
}

impl From<rusqlite::Error> for Untaken {
    fn from(error: rusqlite::Error) -> Untaken {
        Untaken::State(error.into())
    }
}

/// What is kept of the file in memory, in KiB (below zero, as the library has it): while lines are taken
/// up, and else.
const WIDE: i64 = -64 * 1024;
const USUAL: i64 = -2000;

/// No line that we write is as long as this, in bytes; something else might have no end.
const LONGEST: u64 = 64 << 20;

impl State {
    /// Writes all that is known, the same for the same.
    ///
    /// # Errors
    /// It cannot be read, or not be written.
    pub fn export(&self, out: &mut dyn Write) -> Result<(), Fault> {
        // One state, whatever another program does meanwhile.
        let tx = self.db.unchecked_transaction()?;
        let mut write = |line: &Line| -> Result<(), Fault> {
            out.write_all(line.text().as_bytes())?;
            Ok(out.write_all(b"\n")?)
        };
        write(&Line::Head(VERSION, self.device))?;
        let mut statement =
            tx.prepare(&format!("SELECT {} FROM cards ORDER BY id", cards::CARD))?;
        for card in statement.query_map([], cards::card)? {
            write(&Line::Card(card?))?;
        }
        let mut statement =
            tx.prepare(&format!("SELECT {} FROM log ORDER BY at, id", row::ENTRY))?;
        for entry in statement.query_map([], row::entry)? {
            write(&Line::Entry(entry?))?;
        }
        let mut statement = tx.prepare("SELECT id, at FROM undone ORDER BY id")?;
        for undone in statement.query_map([], |row| Ok(Line::Undone(row.get(0)?, row.get(1)?)))? {
            write(&undone?)?;
        }
        for fit in row::fits(&tx)? {
            write(&Line::Fit(fit))?;
        }
        let sql = format!("SELECT {} FROM sections ORDER BY note, section", sections::SECTION);
        let mut statement = tx.prepare(&sql)?;
        for section in statement.query_map([], sections::section)? {
            write(&Line::Section(section?))?;
        }
        Ok(out.flush()?)
    }

    /// Whether nothing is known: there is nothing to write.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn is_empty(&self) -> Result<bool, Fault> {
        let sql = "SELECT EXISTS (SELECT 1 FROM cards) OR EXISTS (SELECT 1 FROM log) OR \
                   EXISTS (SELECT 1 FROM undone) OR EXISTS (SELECT 1 FROM fits) OR \
                   EXISTS (SELECT 1 FROM sections)";
        Ok(!self.db.query_row(sql, [], |row| row.get::<_, bool>(0))?)
    }

    /// Takes up what another machine has written, or this one before. Lines of kinds that only another
    /// version knows are left out, and counted.
    ///
    /// # Errors
    /// Nothing is taken up, not even what stands before a line that is broken.
    pub fn import(&mut self, lines: &mut dyn BufRead) -> Result<Taken, Untaken> {
        // Entries go where their identities are, which is anywhere: of a large file more has to be at hand
        // than else.
        self.db.pragma_update(None, "cache_size", WIDE)?;
        let taken = self.take_up(lines);
        self.db.pragma_update(None, "cache_size", USUAL)?;
        self.db.release_memory()?;
        taken
    }

    fn take_up(&mut self, lines: &mut dyn BufRead) -> Result<Taken, Untaken> {
        let taken = self.change::<_, Untaken>(|db, model| {
            let mut import =
                Import { db, model, taken: Taken::default(), touched: BTreeSet::new() };
            let fitted = import.all(lines)?;
            if fitted {
                let fits = row::fits(db)?;
                let model = fits.last().and_then(|fit| Model::new(&fit.parameters));
                refold_all(db, &model.unwrap_or_default())?;
            } else {
                for card in &import.touched {
                    // One that is not known yet is derived when it becomes so; and another may stand for it.
                    if cards::find(db, *card)?.is_some() {
                        refold(db, model, one_of_its_kind(db, *card)?)?;
                    }
                }
            }
            Ok(import.taken)
        })?;
        self.refresh()?;
        Ok(taken)
    }
}

/// Lines that are being taken up.
struct Import<'a> {
    db: &'a Connection,
    model: &'a Model,
    taken: Taken,
    /// Cards that something is new of.
    touched: BTreeSet<Id>,
}

impl Import<'_> {
    /// Takes up all lines, and says whether the model may be another one.
    fn all(&mut self, lines: &mut dyn BufRead) -> Result<bool, Untaken> {
        let mut fitted = false;
        let mut text = Vec::new();
        let mut n = 0;
        loop {
            text.clear();
            let read = (&mut *lines).take(LONGEST).read_until(b'\n', &mut text);
            if read.map_err(|error| Untaken::Unread(error.kind()))? == 0 {
                return Ok(fitted);
            }
            n += 1;
            let line = std::str::from_utf8(&text).map(str::trim_end).map_err(|_| Broken);
            if line == Ok("") {
                continue;
            }
            match line.and_then(Line::read) {
                Ok(Some(Line::Head(version, _))) if version > VERSION => {
                    return Err(Untaken::Newer);
                }
                Ok(Some(Line::Head(..))) => {}
                Ok(Some(Line::Fit(fit))) => fitted |= row::add_fit(self.db, &fit)?,
                Ok(Some(line)) => self.one(line)?,
                // Whatever does not begin as ours is not ours.
                Ok(None) | Err(Broken) if n == 1 => return Err(Untaken::Foreign),
                Ok(None) => {
                    self.taken.unknown += 1;
                    self.taken.first_unknown.get_or_insert(n);
                }
                Err(Broken) => return Err(Untaken::Broken(n)),
            }
        }
    }

    fn one(&mut self, line: Line) -> Result<(), Fault> {
        let db = self.db;
        match line {
            Line::Card(card) => {
                let known = cards::find(db, card.id)?;
                let merged =
                    known.clone().map_or_else(|| card.clone(), |known| known.merged(card.clone()));
                if known.as_ref() != Some(&merged) {
                    self.taken.cards += 1;
                    cards::put(db, self.model, &merged)?;
                }
            }
            Line::Entry(entry) => {
                let sql = "SELECT 1 FROM undone WHERE id = ?1";
                let undone =
                    db.prepare_cached(sql)?.query_row([entry.id], |_| Ok(())).optional()?;
                if undone.is_none() && row::add(db, &entry)? {
                    self.taken.entries += 1;
                    self.touched.insert(entry.card);
                }
            }
            Line::Undone(id, at) => {
                // Of two that took the same back the earlier counts, so that it is the same everywhere.
                let sql = "INSERT INTO undone VALUES (?1, ?2) \
                           ON CONFLICT (id) DO UPDATE SET at = min(at, excluded.at)";
                db.prepare_cached(sql)?.execute(params![id, at])?;
                let sql = "DELETE FROM log WHERE id = ?1 RETURNING card";
                let card: Option<Id> =
                    db.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
                self.touched.extend(card);
            }
            Line::Section(section) => sections::merge(db, section)?,
            Line::Head(..) | Line::Fit(_) => {}
        }
        Ok(())
    }
}
