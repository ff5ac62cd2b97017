//! What was learned, in figures.

use std::collections::HashMap;

use super::State;
use super::fault::Fault;
use crate::library::Library;
use crate::review::card::Card;
use crate::review::figures::{Answer, Figures, Parts, Read, by_note, figures};
use crate::review::id::Id;
use crate::review::identity::note_key;
use crate::review::moment::Day;
use crate::review::reading::{Reading, Whole};

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
        let read = self.read_figures(library);
        drop(tx);
        Ok(Figures { read: read?, ..figures? })
    }

    /// How far the notes are read, or all that ever were.
    fn read_figures(&self, library: Option<&Library>) -> Result<Read, Fault> {
        let Some(library) = library else {
            let kept = self.all_sections()?;
            let read = kept.iter().filter(|kept| kept.text.is_some()).count();
            let seconds = kept.iter().map(|kept| u64::from(kept.seconds)).sum();
            return Ok(Read { read, seconds, ..Read::default() });
        };
        let known = self.sections_by_note()?;
        let mut read = Read { all: Some(0), ..Read::default() };
        for note in &library.notes {
            let kept = known.get(&*note_key(note));
            let whole = match kept {
                Some(kept) => Reading::new(note, kept).total(),
                None => Whole { all: Reading::size(note), ..Whole::default() },
            };
            let seconds = kept.into_iter().flatten().map(|kept| u64::from(kept.seconds));
            read = Read {
                read: read.read + whole.read,
                changed: read.changed + whole.changed,
                all: read.all.map(|all| all + whole.all),
                seconds: read.seconds + seconds.sum::<u64>(),
            };
        }
        Ok(read)
    }

    /// How many cards of the notes that `is_open` says are to be asked on `day`, apart from new ones. The
    /// notes need not be read for it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn due_count(&self, day: Day, is_open: &dyn Fn(&str) -> bool) -> Result<usize, Fault> {
        // As Progress::is_due_on says it.
        let sql = "SELECT note, count(*) FROM memory JOIN cards ON cards.id = memory.card \
                   WHERE same_as IS NULL AND suspended = 0 AND (buried IS NULL OR buried <= ?1) \
                   AND (due_at IS NOT NULL OR due_day <= ?1 OR (due_day IS NOT NULL AND last_day > ?1 + 1)) \
                   GROUP BY note";
        let mut statement = self.db.prepare(sql)?;
        let mut rows = statement.query([day])?;
        let mut due = 0;
        while let Some(row) = rows.next()? {
            if is_open(row.get_ref(0)?.as_str().unwrap_or("")) {
                due += usize::try_from(row.get::<_, i64>(1)?).unwrap_or(0);
            }
        }
        Ok(due)
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
