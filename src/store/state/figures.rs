//! What was learned, in figures.

use std::collections::HashMap;

use super::State;
use super::fault::Fault;
use crate::library::Library;
use crate::review::card::Card;
use crate::review::figures::{Answer, Figures, Parts, by_note, figures};
use crate::review::id::Id;
use crate::review::moment::Day;

impl State {
    /// The figures on `day` of the cards of `library`, chapter by chapter, or of all that are known, note by
    /// note. It reads the whole log.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn figures(&self, day: Day, library: Option<&Library>) -> Result<Figures, Fault> {
        // One state, whatever another program does meanwhile.
        let tx = self.db.unchecked_transaction()?;
        let known: Vec<Card> = self.known(None)?.into_iter().map(|known| known.card).collect();
        let parts = library.map_or_else(|| by_note(&known), |library| Parts::of(library, &known));
        drop(known);
        let progress = self.all_progress()?;
        let figures = figures(day, parts, &progress, |take| self.each_answer(take));
        drop(tx);
        figures
    }

    /// Gives all answers that count, each to the card that stands for all of its kind.
    fn each_answer(&self, take: &mut dyn FnMut(&Answer)) -> Result<(), Fault> {
        let sql = "SELECT id, same_as FROM cards WHERE same_as IS NOT NULL";
        let mut statement = self.db.prepare(sql)?;
        let same = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let same: HashMap<Id, Id> = same.collect::<Result<_, _>>()?;
        let sql = "SELECT card, day, value > 1, took, elapsed FROM log WHERE what = 1 AND cram = 0";
        let mut statement = self.db.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let card = row.get(0)?;
            take(&Answer {
                card: same.get(&card).copied().unwrap_or(card),
                day: row.get(1)?,
                known: row.get(2)?,
                took: row.get(3)?,
                elapsed: row.get(4)?,
            });
        }
        Ok(())
    }
}
