//! What is learned, from run to run: one SQLite file. Nothing opens it before it is needed.
//!
//! The log ([`crate::review::log`]) is what counts; what is derived from it is kept beside it, and written
//! together with each entry. An answer that was taken is on the disk, whatever happens next.
#![allow(clippy::disallowed_methods)] // This file makes the folder of the state.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};

mod cards;
mod exchange;
mod fault;
mod figures;
mod log;
mod row;
mod schema;
mod sections;
#[cfg(test)]
mod tests;

pub use cards::Known;
pub use exchange::{Taken, Untaken};
pub use fault::Fault;
pub use log::{Done, Recorded};

use crate::review::id::Id;
use crate::review::log::Fit;
use crate::review::memory::Model;
use crate::review::progress::Progress;

/// As long as another program may take with one change.
const PATIENCE: Duration = Duration::from_secs(5);

/// The state, open.
#[derive(Debug)]
pub struct State {
    db: Connection,
    device: Id,
    model: Model,
    fit: Option<Id>,
    saves: bool,
}

impl State {
    /// Opens the state at `path`, and makes it where there is none.
    ///
    /// # Errors
    /// It cannot be used; it then is as it was. With [`State::unsaved`] one can go on without.
    pub fn open(path: &Path) -> Result<State, Fault> {
        State::of_versions(path, schema::VERSIONS)
    }

    fn of_versions(path: &Path, versions: &[&str]) -> Result<State, Fault> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder)?;
        }
        schema::look(path, versions.len())?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut db = Connection::open_with_flags(path, flags)?;
        db.busy_timeout(PATIENCE)?;
        if db.is_readonly(rusqlite::MAIN_DB)? {
            return Err(Fault::ReadOnly);
        }
        schema::migrate(&mut db, path, versions)?;
        // Readers and a writer do not wait for each other. Where the file system cannot do it, all is well,
        // too; and where another program stands in the way, it is about to do the same.
        match db
            .pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
            .map_err(Fault::from)
        {
            Ok(()) | Err(Fault::Busy) => {}
            Err(fault) => return Err(fault),
        }
        State::with(db, true)
    }

    /// A state that forgets everything at its end, with what can be read of the one at `path`: for going on
    /// where nothing can be saved, after a clear warning.
    ///
    /// # Errors
    /// There is no memory left.
    pub fn unsaved(path: &Path) -> Result<State, Fault> {
        let mut db = Connection::open_in_memory()?;
        schema::migrate(&mut db, path, schema::VERSIONS)?;
        if schema::look(path, schema::VERSIONS.len()).is_ok() {
            // Whatever cannot be read is missing, and nothing can be done about it here.
            let _ = copy(&mut db, path);
        }
        State::with(db, false)
    }

    /// Whether there is something at `path`, be it a state or not.
    pub fn is_at(path: &Path) -> bool {
        fs::symlink_metadata(path).is_ok()
    }

    /// The state at `path` for looking at it; none where there is none, and none is made. One that must not
    /// be written to can be looked at all the same.
    ///
    /// # Errors
    /// It cannot be used.
    pub fn existing(path: &Path) -> Result<Option<State>, Fault> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
            Ok(_) => match State::open(path) {
                Err(Fault::ReadOnly) => State::unsaved(path).map(Some),
                state => state.map(Some),
            },
        }
    }

    fn with(db: Connection, saves: bool) -> Result<State, Fault> {
        db.pragma_update(None, "foreign_keys", true)?;
        // A power failure must not take an answer away that was taken: it is on the disk when it is told.
        db.pragma_update(None, "synchronous", "FULL")?;
        let device = device(&db)?;
        let mut state = State { db, device, model: Model::default(), fit: None, saves };
        state.refresh()?;
        Ok(state)
    }

    /// Whether what is recorded stays.
    pub fn saves(&self) -> bool {
        self.saves
    }

    /// The identity of this machine, or rather of this file.
    pub fn device(&self) -> Id {
        self.device
    }

    /// The model of memory, as it was last fitted.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What nobody else has: for making identities with ([`Id::nth`]).
    ///
    /// # Errors
    /// The state cannot be used any more.
    pub fn random(&self) -> Result<u128, Fault> {
        random(&self.db)
    }

    /// Takes up the latest fit, which may be another program's.
    fn refresh(&mut self) -> Result<(), Fault> {
        let latest = latest_fit(&self.db)?;
        if latest != self.fit {
            let fits = row::fits(&self.db)?;
            let fit: Option<&Fit> = fits.last();
            self.model = fit.and_then(|fit| Model::new(&fit.parameters)).unwrap_or_default();
            self.fit = fit.map(|fit| fit.id);
        }
        Ok(())
    }

    /// Does something wholly or not at all, with the latest model.
    fn change<T, E: From<Fault>>(
        &mut self,
        change: impl FnOnce(&Connection, &Model) -> Result<T, E>,
    ) -> Result<T, E> {
        loop {
            self.refresh()?;
            let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate);
            let tx = tx.map_err(Fault::from)?;
            // Nobody fits anything while we are at it, but somebody may have before.
            if latest_fit(&tx)? != self.fit {
                continue;
            }
            let done = change(&tx, &self.model)?;
            tx.commit().map_err(Fault::from)?;
            return Ok(done);
        }
    }

    /// Lets the file take so many pages more; none: as many as there are.
    #[cfg(test)]
    pub(super) fn grow_by(&self, pages: Option<u32>) {
        let count: u32 = self.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        let most = pages.map_or(u32::MAX / 4, |pages| count + pages);
        self.db.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(())).unwrap();
    }

    /// Whether the file is whole, and what is derived agrees with the log. It reads everything.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn is_sound(&self) -> Result<bool, Fault> {
        let whole =
            self.db.pragma_query_value(None, "integrity_check", |row| row.get::<_, String>(0));
        let mut derived = self.all_progress()?;
        let mut agrees = true;
        log::each_card(&self.db, |card, entries| {
            let progress = Progress::of(entries, &self.model);
            let kept = derived.remove(&card).unwrap_or_default();
            agrees &= kept == progress;
            Ok(())
        })?;
        Ok(whole? == "ok" && agrees && derived.is_empty())
    }
}

fn latest_fit(db: &Connection) -> Result<Option<Id>, Fault> {
    let latest = "SELECT id FROM fits ORDER BY at DESC, id DESC LIMIT 1";
    Ok(db.prepare_cached(latest)?.query_row([], |row| row.get(0)).optional()?)
}

/// Puts a broken state out of the way, with what belongs to it, and says where it now lies. The next
/// [`State::open`] begins anew; nothing is lost that can still be read.
///
/// # Errors
/// It cannot be moved.
pub fn put_aside(path: &Path) -> Result<PathBuf, Fault> {
    let free = (1..).map(|n| schema::with_ending(path, &format!("broken-{n}")));
    let mut free = free.filter(|path| fs::symlink_metadata(path).is_err());
    let to = free.next().ok_or(Fault::Unknown)?;
    fs::rename(path, &to)?;
    for ending in ["-wal", "-shm"] {
        let beside = |path: &Path| PathBuf::from(path.to_string_lossy().into_owned() + ending);
        // Either may be missing.
        let _ = fs::rename(beside(path), beside(&to));
    }
    Ok(to)
}

fn random(db: &Connection) -> Result<u128, Fault> {
    let bytes = db.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
    Ok(u128::from_be_bytes(bytes))
}

fn device(db: &Connection) -> Result<Id, Fault> {
    let read = || {
        let row = db.query_row("SELECT id FROM machine", [], |row| row.get(0));
        row.optional()
    };
    if let Some(device) = read()? {
        return Ok(device);
    }
    let id = Id::timed(0, random(db)?).bytes();
    // Of two programs that begin at once one is first.
    db.execute("INSERT INTO machine SELECT ?1 WHERE NOT EXISTS (SELECT * FROM machine)", [id])?;
    read()?.ok_or(Fault::Corrupt)
}

/// Copies into the empty tables of `db` what stands in those of the file at `path`, which is not changed,
/// not even by what reading usually needs.
fn copy(db: &mut Connection, path: &Path) -> Result<(), Fault> {
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                uri.push(char::from(*byte));
            }
            _ => uri += &format!("%{byte:02x}"),
        }
    }
    uri += "?mode=ro&immutable=1";
    db.execute("ATTACH ?1 AS old", [uri])?;
    let tx = db.transaction()?;
    for table in ["machine", "cards", "log", "undone", "fits", "memory", "sections"] {
        tx.execute(&format!("INSERT INTO main.{table} SELECT * FROM old.{table}"), [])?;
    }
    tx.commit()?;
    Ok(())
}
