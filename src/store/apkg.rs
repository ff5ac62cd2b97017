//! Cards as a package for Anki: a collection of its own, packed up.

use std::collections::BTreeMap;
use std::io::{self, Write};

use rusqlite::{Connection, MAIN_DB, Transaction, params};

use crate::library::Library;
use crate::review::anki::{self, Exported, collection};

mod zip;

/// Writes the package of all cards, and tells how many notes it has, which are fewer than cards; where
/// there is none, nothing is written. `inferred`: also of terms that are only inferred. `at` is now, in
/// milliseconds since 1970: where a note was taken up before, the newer counts.
///
/// # Errors
/// It cannot be written, or is too large: a collection lies in memory until it is packed.
pub fn write(out: &mut dyn Write, library: &Library, inferred: bool, at: i64) -> io::Result<usize> {
    let (count, mut db) = packed(library, inferred, at).map_err(io::Error::other)?;
    if count > 0 {
        let bytes = db.serialize(MAIN_DB).map_err(io::Error::other)?;
        // There are no pictures in it; what there are is named in a list that has to be there.
        zip::write(out, &[("collection.anki2", &bytes), ("media", b"{}")])?;
    }
    Ok(count)
}

fn packed(library: &Library, inferred: bool, at: i64) -> rusqlite::Result<(usize, Connection)> {
    let mut db = Connection::open_in_memory()?;
    db.execute_batch(collection::TABLES)?;
    let tx = db.transaction()?;
    let mut filling = Filling { tx: &tx, at, notes: 0, cards: 0, decks: BTreeMap::new() };
    let count = anki::notes(library, inferred, &mut |note| filling.add(note))?;
    filling.finish()?;
    tx.commit()?;
    Ok((count, db))
}

/// A collection that is being filled.
struct Filling<'a> {
    tx: &'a Transaction<'a>,
    at: i64,
    notes: i64,
    cards: i64,
    decks: BTreeMap<String, i64>,
}

impl Filling<'_> {
    fn add(&mut self, note: &Exported) -> rusqlite::Result<()> {
        let Filling { tx, at, .. } = *self;
        // Identities there are times in milliseconds; who takes them up makes sure that they are its own.
        let id = at + self.notes;
        self.notes += 1;
        let next = at + 1 + i64::try_from(self.decks.len()).unwrap_or(0);
        let deck = *self.decks.entry(note.deck.clone()).or_insert(next);
        let seconds = at.div_euclid(1000);
        let [front, back] = &note.fields;
        let tags = match note.tags.is_empty() {
            true => String::new(),
            false => format!(" {} ", note.tags.join(" ")),
        };
        let sql = "INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, 0, 0, '')";
        tx.prepare_cached(sql)?.execute(params![
            id,
            note.guid,
            collection::kind(note.form),
            seconds,
            tags,
            format!("{front}\u{1f}{back}"),
            front,
        ])?;
        for ord in 0..note.cards {
            let sql = "INSERT INTO cards VALUES (?1, ?2, ?3, ?4, ?5, -1, 0, 0, ?6, 0, 0, 0, 0, 0, 0, 0, \
                       0, '')";
            let ord = i64::try_from(ord).unwrap_or(i64::MAX);
            // New ones come in the order of their notes.
            tx.prepare_cached(sql)?.execute(params![
                at + self.cards,
                id,
                deck,
                ord,
                seconds,
                self.notes
            ])?;
            self.cards += 1;
        }
        Ok(())
    }

    fn finish(self) -> rusqlite::Result<()> {
        let seconds = self.at.div_euclid(1000);
        let decks = self.decks.iter().map(|(name, id)| (*id, name.as_str()));
        let sql = "INSERT INTO col VALUES (1, ?1, ?2, ?2, ?3, 0, 0, 0, ?4, ?5, ?6, ?7, '{}')";
        self.tx.execute(
            sql,
            params![
                seconds,
                self.at,
                collection::VERSION,
                collection::settings(),
                collection::kinds(),
                collection::decks(decks, seconds),
                collection::options(),
            ],
        )?;
        Ok(())
    }
}
