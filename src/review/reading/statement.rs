//! What is said of how far sections are read, and what has to be kept then.

use std::collections::{BTreeMap, HashMap};

use super::super::card::Section as Kept;
use super::super::identity::note_key;
use super::{address, digest, marks, units};
use crate::library::Note;

/// What is said of a unit of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The unit.
    pub unit: usize,
    /// That it is read, or is not; none where nothing is said of that.
    pub read: Option<bool>,
    /// How many seconds longer it was read.
    pub seconds: u32,
}

/// What has to be kept of a note of which these are `kept`, when something is said of it `now`, in
/// milliseconds since 1970: what [`super::marks`] then finds is as it was, but for what is said.
pub fn restated(note: &Note, kept: &[Kept], said: &[Statement], now: i64) -> Vec<Kept> {
    let found = marks(note, kept);
    let name = note_key(note);
    let by_address: HashMap<&str, &Kept> =
        kept.iter().map(|kept| (kept.section.as_str(), kept)).collect();
    let mut new: BTreeMap<&str, Kept> = BTreeMap::new();
    // What is newer than all that is known of an address, also where a clock went back.
    let at = |address: &str, text: Option<u64>, seconds: u32| Kept {
        note: name.to_string(),
        section: address.to_owned(),
        changed: by_address.get(address).map_or(now, |old| now.max(old.changed.saturating_add(1))),
        text,
        seconds,
    };
    // What has moved is kept by where it stands now: else what is said of one section would be of another.
    for (unit, own) in found.kept.iter().enumerate() {
        let Some(own) = own.and_then(|at| kept.get(at)) else { continue };
        if own.section != address(note, unit) {
            new.entry(own.section.as_str()).or_insert_with(|| at(&own.section, None, 0));
            let address = address(note, unit);
            new.insert(address, at(address, own.text, own.seconds));
        }
    }
    // What is to be read again must not be found by what was read elsewhere, and is there no more.
    let mut found_by: Vec<bool> = vec![false; kept.len()];
    for at in found.kept.iter().flatten() {
        if let Some(found_by) = found_by.get_mut(*at) {
            *found_by = true;
        }
    }
    let free = kept.iter().zip(found_by).filter(|(kept, found)| !found && kept.text.is_some());
    let free: Vec<&Kept> = free.map(|(kept, _)| kept).collect();
    let mut sums: BTreeMap<usize, Statement> = BTreeMap::new();
    for said in said.iter().filter(|said| said.unit < units(note)) {
        let sum = sums.entry(said.unit).or_insert(Statement { seconds: 0, read: None, ..*said });
        sum.read = said.read.or(sum.read);
        sum.seconds = sum.seconds.saturating_add(said.seconds);
    }
    for said in sums.into_values() {
        let address = address(note, said.unit);
        let own = found.kept.get(said.unit).copied().flatten().and_then(|at| kept.get(at));
        let before = new.get(address).or(own).cloned();
        let seconds = before.as_ref().map_or(0, |own| own.seconds).saturating_add(said.seconds);
        let row = match (said.read, before) {
            (Some(true), _) => at(address, Some(digest(note, said.unit)), seconds),
            (Some(false), _) => {
                let text = if free.is_empty() { None } else { Some(digest(note, said.unit)) };
                for same in free.iter().filter(|free| free.text == text) {
                    new.entry(&same.section).or_insert_with(|| at(&same.section, None, 0));
                }
                at(address, None, seconds)
            }
            (None, Some(before)) => Kept { seconds, ..before },
            // Where nothing was said, whatever is said elsewhere counts.
            (None, None) => Kept { changed: Kept::UNSAID, ..at(address, None, seconds) },
        };
        new.insert(address, row);
    }
    new.into_values().collect()
}
