//! The syntaxes as the build has written them, each with those that it goes over to.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use syntect::dumps::from_reader;
use syntect::parsing::{SyntaxReference, SyntaxSet};

static SETS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/syntaxes.bin"));
static INDEX: &str = include_str!(concat!(env!("OUT_DIR"), "/syntaxes.txt"));

/// A syntax, and the set that holds what it goes over to.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub name: &'static str,
    pub set: &'static SyntaxSet,
    pub syntax: &'static SyntaxReference,
}

/// A line of the index.
struct Line {
    at: usize,
    set: (usize, usize),
    name: &'static str,
    extensions: &'static str,
}

impl Line {
    fn read(line: &'static str) -> Option<Line> {
        let mut fields = line.splitn(5, '\t');
        let mut number = || fields.next()?.parse().ok();
        let (at, set) = (number()?, (number()?, number()?));
        Some(Line { at, set, name: fields.next()?, extensions: fields.next().unwrap_or("") })
    }
}

/// The lines of the index from the last one: as in the library, the latest syntax of a name counts.
fn lines() -> impl Iterator<Item = Line> {
    INDEX.lines().rev().filter_map(Line::read)
}

/// The syntax of a language that files of it end with, or that is called so, in any case of letters.
pub(super) fn by_token(token: &str) -> Option<Found> {
    let is = |name: &str| name.eq_ignore_ascii_case(token);
    let line = lines().find(|line| line.extensions.split('\t').any(is));
    line.or_else(|| lines().find(|line| is(line.name))).and_then(found)
}

/// The syntax of exactly that name.
pub(super) fn by_name(name: &str) -> Option<Found> {
    lines().find(|line| line.name == name).and_then(found)
}

/// Sets are loaded when a language is shown for the first time, and stay.
fn found(line: Line) -> Option<Found> {
    static LOADED: OnceLock<Mutex<HashMap<(usize, usize), &'static SyntaxSet>>> = OnceLock::new();
    let mut loaded =
        LOADED.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    let set = match loaded.get(&line.set) {
        Some(set) => set,
        None => {
            let bytes = SETS.get(line.set.0..line.set.1)?;
            let set: &'static SyntaxSet = Box::leak(Box::new(from_reader(bytes).ok()?));
            loaded.insert(line.set, set);
            set
        }
    };
    Some(Found { name: line.name, set, syntax: set.syntaxes().get(line.at)? })
}
