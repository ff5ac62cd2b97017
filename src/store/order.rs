//! The order of files for people: `2.md` before `10.md`, a folder's own page first.

use std::cmp::Ordering;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

/// The endings of a note's name, in lower case.
const EXTENSIONS: &[&str] = &["md", "markdown", "mdown", "mkd", "qmd", "mdx", "rmd"];

/// Whether the name ends like that of a Markdown note.
pub fn is_note(name: &Path) -> bool {
    name.extension().is_some_and(|extension| {
        EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
    })
}

/// A path within a root, to be sorted by. Made once for a path, as comparing is done often.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(Vec<Name>);

impl Key {
    /// The key of a path; names are compared folder by folder.
    pub fn new(path: &Path) -> Key {
        Key(path.iter().map(Name::new).collect())
    }
}

#[derive(PartialEq, Eq)]
struct Name {
    /// 0 for a folder's own page, 1 else.
    rank: u8,
    parts: Vec<Part>,
    is_folder: bool,
    raw: OsString,
}

impl Name {
    fn new(raw: &OsStr) -> Name {
        let is_note = is_note(Path::new(raw));
        let stem = if is_note { Path::new(raw).file_stem().unwrap_or(raw) } else { raw };
        let stem = stem.to_string_lossy();
        let stem = if stem.is_ascii() {
            stem.to_ascii_lowercase()
        } else {
            stem.nfc().flat_map(char::to_lowercase).collect()
        };
        let is_page = is_note && matches!(stem.as_str(), "readme" | "index" | "_index");
        Name {
            rank: if is_page { 0 } else { 1 },
            parts: parts(&stem),
            is_folder: !is_note,
            raw: raw.to_owned(),
        }
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Name) -> Ordering {
        self.rank
            .cmp(&other.rank)
            .then_with(|| self.parts.cmp(&other.parts))
            // `setup.md` introduces what is in `setup/`.
            .then_with(|| self.is_folder.cmp(&other.is_folder))
            .then_with(|| self.raw.cmp(&other.raw))
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Name) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Digits before other text, as in the order of the characters themselves.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A number as its count of digits and its digits, without leading zeros: any length, no overflow.
    Number(usize, String),
    Text(String),
}

fn parts(name: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (run, next) = rest.split_at_checked(end).unwrap_or((rest, ""));
        parts.push(if digits {
            let run = run.trim_start_matches('0');
            Part::Number(run.len(), run.to_owned())
        } else {
            Part::Text(run.to_owned())
        });
        rest = next;
    }
    parts
}
