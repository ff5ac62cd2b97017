//! What can be wrong with the file that keeps the state.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;

use crate::text::sanitize::Clean;
use crate::words::{Locale, Word};

/// Why the state cannot be read or kept. Whatever it is, the file is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A newer version of this program wrote it.
    Newer,
    /// It is not a state, but something else.
    Foreign,
    /// It is broken.
    Corrupt,
    /// It, or its folder, must not be written to.
    ReadOnly,
    /// The disk is full.
    Full,
    /// Another program does not let go of it.
    Busy,
    /// What was said about it fits nothing that it knows.
    Unknown,
    /// Anything else, in the system's words.
    Other(String),
}

impl Fault {
    /// One line that says what is wrong with the file at `path`, and what to do.
    pub fn sentence(&self, path: &Path, locale: Locale) -> String {
        let word = match self {
            Fault::Newer => Word::StateNewer,
            Fault::Foreign => Word::StateForeign,
            Fault::Corrupt => Word::StateCorrupt,
            Fault::ReadOnly => Word::StateReadOnly,
            Fault::Full => Word::StateFull,
            Fault::Busy => Word::StateBusy,
            Fault::Unknown => Word::StateUnknown,
            Fault::Other(_) => Word::StateOther,
        };
        let path = Clean::visible(&path.to_string_lossy());
        let detail = match self {
            Fault::Other(detail) => Clean::visible(detail),
            _ => return word.fill(locale, &[&path]),
        };
        word.fill(locale, &[&path, &detail])
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Fault {
        use rusqlite::Error;
        let code = match &error {
            Error::SqliteFailure(failure, _) => failure.code,
            // What we wrote can be read; what cannot, somebody else has written.
            Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..)
            | Error::Utf8Error(..) => return Fault::Corrupt,
            _ => return Fault::Other(error.to_string()),
        };
        match code {
            ErrorCode::DatabaseCorrupt => Fault::Corrupt,
            ErrorCode::NotADatabase => Fault::Corrupt,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Fault::ReadOnly,
            ErrorCode::DiskFull => Fault::Full,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Fault::Busy,
            ErrorCode::ConstraintViolation => Fault::Unknown,
            _ => Fault::Other(error.to_string()),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Fault::Full,
            _ => Fault::Other(error.to_string()),
        }
    }
}
