//! What is learned, as far as the program is called for it: where it is kept, and what time it is.

use std::path::{Path, PathBuf};

use super::setting::{Setting, tell};
use crate::store::clock;
use crate::store::state::{Fault, State};
use crate::words::Word;

/// The file of the state; none where there is no folder for it.
pub(super) fn place() -> Option<PathBuf> {
    super::session::folder().map(|folder| folder.join("gongbu/state.db"))
}

/// The file of the state; where there is no folder for it, that has been told.
pub(super) fn file(setting: &Setting) -> Option<PathBuf> {
    let place = place();
    if place.is_none() {
        tell(Word::NoStateFolder.text(setting.locale));
    }
    place
}

/// The state at `path`, to be changed; what stands in the way has been told.
pub(super) fn open(path: &Path, setting: &Setting) -> Option<State> {
    told(State::open(path), path, setting)
}

/// The state at `path`, to be looked at: none where nothing was ever learned, which has been told, too.
pub(super) fn existing(path: &Path, setting: &Setting) -> Result<Option<State>, ()> {
    told(State::existing(path), path, setting).ok_or(())
}

/// What was asked of the state at `path`, unless it cannot be used, which is told.
pub(super) fn told<T>(asked: Result<T, Fault>, path: &Path, setting: &Setting) -> Option<T> {
    asked.map_err(|fault| tell(&fault.sentence(path, setting.locale))).ok()
}

/// Now, by the system's clock, in milliseconds since 1970: whenever a day begins.
pub(super) fn now() -> i64 {
    clock::now(0).ms
}
