//! The tables of the state, and how those of older versions become them.
#![allow(clippy::disallowed_methods)] // This file looks at the state before it is opened, and puts copies aside.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rusqlite::{Connection, TransactionBehavior};

use super::fault::Fault;

/// What each version adds to the one before. None is ever changed: the next is added.
pub(super) const VERSIONS: &[&str] = &[include_str!("version_1.sql")];

/// What tells a state from other databases: `gngb`.
const OURS: u32 = 0x676e_6762;

/// Looks at the head of the file at `path`, which stays untouched.
///
/// # Errors
/// It is no state, or one of a version after `known`.
pub(super) fn look(path: &Path, known: usize) -> Result<(), Fault> {
    // The format is given by the library's makers: https://www.sqlite.org/fileformat.html
    let mut head = [0; 100];
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    if !file.metadata()?.is_file() {
        return Err(Fault::Foreign);
    }
    match file.read_exact(&mut head) {
        Ok(()) => {}
        // One that another program is just about to make.
        Err(_) if file.metadata()?.len() == 0 => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(Fault::Corrupt),
        Err(error) => return Err(error.into()),
    }
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(Fault::Corrupt);
    }
    match (number(&head, APPLICATION), number(&head, VERSION)) {
        (OURS, version) if version as usize > known => Err(Fault::Newer),
        (OURS, _) | (0, 0) => Ok(()),
        _ => Err(Fault::Foreign),
    }
}

/// Where the head of the file says what program wrote it, and in which version.
const APPLICATION: usize = 68;
const VERSION: usize = 60;

fn number(head: &[u8; 100], at: usize) -> u32 {
    let bytes = head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
    u32::from_be_bytes(bytes.unwrap_or_default())
}

/// Brings the state to the newest of `versions`, each step whole or not at all. What was there before is
/// put beside it first, as `state.db.bak-v1` for one of version 1.
///
/// # Errors
/// A step fails: the state then has the version before it. Or another program has brought it further.
pub(super) fn migrate(db: &mut Connection, path: &Path, versions: &[&str]) -> Result<(), Fault> {
    loop {
        let version = version(db)?;
        if version > versions.len() {
            return Err(Fault::Newer);
        }
        let Some(step) = versions.get(version) else { return Ok(()) };
        if version > 0 {
            back_up(db, path, version)?;
        }
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another program may have done it meanwhile.
        if self::version(&tx)? != version {
            continue;
        }
        let tables = "SELECT count(*) FROM sqlite_schema";
        if version == 0 && tx.query_row(tables, [], |row| row.get::<_, i64>(0))? > 0 {
            return Err(Fault::Foreign);
        }
        tx.execute_batch(step)?;
        tx.pragma_update(None, "application_id", OURS)?;
        tx.pragma_update(None, "user_version", i64::try_from(version + 1).unwrap_or(i64::MAX))?;
        tx.commit()?;
    }
}

fn version(db: &Connection) -> Result<usize, Fault> {
    let version = db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?;
    // Less than none is no version that we ever wrote.
    usize::try_from(version).map_err(|_| Fault::Foreign)
}

/// Where the state of `version` is kept when it becomes a newer one.
pub(super) fn backup(path: &Path, version: usize) -> PathBuf {
    with_ending(path, &format!("bak-v{version}"))
}

fn back_up(db: &Connection, path: &Path, version: usize) -> Result<(), Fault> {
    let to = backup(path, version);
    // Made beside, lest half a copy take the place of a whole one.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    let own = with_ending(path, &format!("bak-{}-{n}.tmp", std::process::id()));
    let copied = db.execute("VACUUM INTO ?1", [&own.to_string_lossy()]);
    let copied = copied.map_err(Fault::from);
    let done = copied.and_then(|_| {
        let mut file = File::open(&own)?;
        file.sync_all()?;
        let mut head = [0; 100];
        file.read_exact(&mut head)?;
        // Another program may have been first: what it has made of the state is no backup of what was.
        if number(&head, VERSION) as usize == version {
            fs::rename(&own, &to)?;
        } else {
            fs::remove_file(&own)?;
        }
        Ok(())
    });
    if done.is_err() {
        let _ = fs::remove_file(&own);
    }
    done
}

/// The path of a file beside the one at `path`.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}
