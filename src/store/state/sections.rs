//! How far sections are read.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::State;
use super::fault::Fault;
use crate::review::card::Section;

pub(super) const SECTION: &str = "note, section, changed, text, seconds";

impl State {
    /// What is known of the sections of `note`, as it is named in the keys of cards.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn sections(&self, note: &str) -> Result<Vec<Section>, Fault> {
        sections(&self.db, note)
    }

    /// What is known of the sections of all notes of which something is.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn all_sections(&self) -> Result<Vec<Section>, Fault> {
        let sql = format!("SELECT {SECTION} FROM sections ORDER BY note, section");
        let mut statement = self.db.prepare(&sql)?;
        Ok(statement.query_map([], section)?.collect::<Result<_, _>>()?)
    }

    /// As [`State::all_sections`], note by note.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn sections_by_note(&self) -> Result<HashMap<String, Vec<Section>>, Fault> {
        let mut known: HashMap<String, Vec<Section>> = HashMap::new();
        for section in self.all_sections()? {
            known.entry(section.note.clone()).or_default().push(section);
        }
        Ok(known)
    }

    /// Takes up what `restate` makes of what is known of a note, and gives all that is known of it then. No
    /// other program comes in between.
    ///
    /// # Errors
    /// Nothing is taken up.
    pub fn restate(
        &mut self,
        note: &str,
        restate: impl FnOnce(&[Section]) -> Vec<Section>,
    ) -> Result<Vec<Section>, Fault> {
        self.change(|db, _| {
            let known = sections(db, note)?;
            restate(&known).into_iter().try_for_each(|section| merge(db, section))?;
            sections(db, note)
        })
    }

    /// Takes up how far sections are read now; the newer statement about each counts.
    ///
    /// # Errors
    /// Nothing is taken up.
    pub fn read(&mut self, sections: &[Section]) -> Result<(), Fault> {
        self.change(|db, _| sections.iter().try_for_each(|section| merge(db, section.clone())))
    }
}

fn sections(db: &Connection, note: &str) -> Result<Vec<Section>, Fault> {
    let sql = format!("SELECT {SECTION} FROM sections WHERE note = ?1 ORDER BY section");
    let mut statement = db.prepare_cached(&sql)?;
    Ok(statement.query_map([note], section)?.collect::<Result<_, _>>()?)
}

/// What stands in a row of [`SECTION`].
pub(super) fn section(row: &Row) -> rusqlite::Result<Section> {
    let text: Option<i64> = row.get(3)?;
    Ok(Section {
        note: row.get(0)?,
        section: row.get(1)?,
        changed: row.get(2)?,
        text: text.map(i64::cast_unsigned),
        seconds: row.get(4)?,
    })
}

pub(super) fn merge(db: &Connection, new: Section) -> Result<(), Fault> {
    let sql = format!("SELECT {SECTION} FROM sections WHERE note = ?1 AND section = ?2");
    let known =
        db.prepare_cached(&sql)?.query_row([&new.note, &new.section], section).optional()?;
    let merged = known.map_or_else(|| new.clone(), |known| known.merged(new.clone()));
    let sql = format!("INSERT OR REPLACE INTO sections ({SECTION}) VALUES (?1, ?2, ?3, ?4, ?5)");
    db.prepare_cached(&sql)?.execute(params![
        merged.note,
        merged.section,
        merged.changed,
        merged.text.map(u64::cast_signed),
        merged.seconds,
    ])?;
    Ok(())
}
