//! What is pressed for a command: a key, or several in a row.

use std::fmt;
use std::str::FromStr;

use super::key::{Key, NoSuchKey};
use super::keymap::strokes;
use crate::words::Locale;

/// So many keys in a row at most.
const LONGEST: usize = 6;

/// A key, or several that are pressed one after the other: never none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Chord(Vec<Key>);

impl Chord {
    /// One key.
    pub fn key(key: Key) -> Chord {
        Chord(vec![key])
    }

    /// Its keys, in order.
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Whether a text field would take its first key as text.
    pub fn types(&self) -> bool {
        self.0.first().is_some_and(Key::types)
    }

    /// Whether who presses one of the two has pressed the other, or its beginning, on the way.
    pub fn meets(&self, other: &Chord) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }

    /// What people call it.
    pub fn label(&self, locale: Locale) -> String {
        label(&self.0, locale)
    }
}

/// What people call keys that are pressed one after the other.
pub fn label(keys: &[Key], locale: Locale) -> String {
    keys.iter().map(|key| key.label(locale)).collect::<Vec<_>>().join(" ")
}

/// As it is written in the configuration: `o`, `ctrl-x`, `space f`.
impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.0.iter().map(Key::to_string).collect();
        f.write_str(&names.join(" "))
    }
}

/// Reads names of keys that stand apart by spaces. A letter of Hangul is the key that it is typed with,
/// since that is what comes when it is pressed.
impl FromStr for Chord {
    type Err = NoSuchKey;

    fn from_str(names: &str) -> Result<Chord, NoSuchKey> {
        let mut keys = Vec::new();
        for name in names.split_whitespace() {
            keys.extend(strokes(&name.parse()?));
        }
        match keys.len() {
            1..=LONGEST => Ok(Chord(keys)),
            _ => Err(NoSuchKey(names.to_owned())),
        }
    }
}
