//! The state as lines of text that another machine takes up ([`crate::review::exchange`]).

use std::collections::BTreeSet;
use std::io::{BufRead, Write};

use rusqlite::{Connection, OptionalExtension, params};

use super::fault::Fault;
use super::log::{one_of_its_kind, refold, refold_all};
use super::{State, cards, row, sections};
use crate::review::exchange::{Line, VERSION};
use crate::review::id::Id;
use crate::review::memory::Model;

/// What was taken up of another machine's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Entries that were not known.
    pub entries: usize,
    /// Cards that were not known, or are found by something else now.
    pub cards: usize,
    /// Lines that say nothing that we know.
    pub senseless: usize,
    /// The first of them, counted from 1.
    pub first_senseless: Option<usize>,
}

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

    /// Takes up what another machine has written, or this one before. What makes no sense is left out, and
    /// counted.
    ///
    /// # Errors
    /// Nothing is taken up. [`Fault::Newer`] where a newer version of this program wrote it,
    /// [`Fault::Foreign`] where it is something else.
    pub fn import(&mut self, lines: &mut dyn BufRead) -> Result<Taken, Fault> {
        let taken = self.change(|db, model| {
            let mut import =
                Import { db, model, taken: Taken::default(), touched: BTreeSet::new() };
            let fitted = import.all(lines)?;
            if fitted {
                let fits = row::fits(db)?;
                let model = fits.last().and_then(|fit| Model::new(&fit.parameters));
                refold_all(db, &model.unwrap_or_default())?;
            } else {
                for card in &import.touched {
                    // Another card may stand for it by now.
                    refold(db, model, one_of_its_kind(db, *card)?)?;
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
    fn all(&mut self, lines: &mut dyn BufRead) -> Result<bool, Fault> {
        let mut fitted = false;
        let mut text = Vec::new();
        let mut n = 0;
        loop {
            text.clear();
            if lines.read_until(b'\n', &mut text)? == 0 {
                return Ok(fitted);
            }
            n += 1;
            let line = std::str::from_utf8(&text).ok().map(str::trim_end);
            if line == Some("") {
                continue;
            }
            match line.and_then(Line::read) {
                Some(Line::Head(version, _)) if version > VERSION => return Err(Fault::Newer),
                Some(Line::Head(..)) => {}
                Some(Line::Fit(fit)) => fitted |= row::add_fit(self.db, &fit)?,
                Some(line) => self.one(line)?,
                // Whatever does not begin as ours is not ours.
                None if n == 1 => return Err(Fault::Foreign),
                None => {
                    self.taken.senseless += 1;
                    self.taken.first_senseless.get_or_insert(n);
                }
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
                    self.touch(entry.card)?;
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
                if let Some(card) = card {
                    self.touch(card)?;
                }
            }
            Line::Section(section) => sections::merge(db, section)?,
            Line::Head(..) | Line::Fit(_) => {}
        }
        Ok(())
    }

    /// A card has to be derived anew, once it is known; until then it is when it becomes so.
    fn touch(&mut self, card: Id) -> Result<(), Fault> {
        if cards::find(self.db, card)?.is_some() {
            self.touched.insert(card);
        }
        Ok(())
    }
}
