//! What can be linked to within a note: headings under every id that the usual programs give them,
//! and ids that the author has set.

use std::collections::HashMap;

use super::super::Note;
use crate::doc::emoji;
use crate::text::fold::fold_text;
use crate::text::span::Span;

/// An id is looked for in so many bytes of a tag or an attribute list.
const REACH: usize = 300;

/// Where an id leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// To a section.
    Section(usize),
    /// To a byte.
    Byte(usize),
}

/// The ids of one note. Built in time linear in it.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    ids: HashMap<String, Spot>,
    /// The letters and digits of headings, for what was linked by another program's rule.
    loose: HashMap<String, usize>,
    /// What each section's id is on GitHub.
    slugs: Vec<String>,
}

impl Anchors {
    /// The ids of `note`.
    pub fn new(note: &Note) -> Anchors {
        let mut anchors = Anchors::default();
        anchors.explicit(note);
        let mut github = Counter::default();
        let mut kramdown = Counter::default();
        for (at, section) in note.sections.iter().enumerate() {
            let (title, _) = attributes(&section.shown);
            let id = github.next(slug(title));
            let old = kramdown.next(kramdown_id(title));
            let letters = letters(title);
            let unnumbered = letters.trim_start_matches(|c: char| c.is_ascii_digit());
            if unnumbered.len() < letters.len() {
                anchors.loose.entry(unnumbered.to_owned()).or_insert(at);
            }
            anchors.loose.entry(letters).or_insert(at);
            let named = emoji::named(title).map(|title| slug(&title));
            for id in [&id, &old].into_iter().chain(&named) {
                anchors.ids.entry(fold_text(id)).or_insert(Spot::Section(at));
            }
            anchors.slugs.push(id);
        }
        anchors.other_headings(note);
        anchors
    }

    /// What an id, as it is written after `#`, leads to.
    pub fn find(&self, id: &str) -> Option<Spot> {
        let found = self.ids.get(&fold_text(id)).copied();
        let by_letters = || {
            let letters = letters(id);
            let section = self.loose.get(&letters).filter(|_| !letters.is_empty());
            section.map(|at| Spot::Section(*at))
        };
        found.or_else(by_letters)
    }

    /// What a heading's text, as it is written in a wiki link, leads to.
    pub fn heading(&self, text: &str) -> Option<Spot> {
        self.find(&slug(text)).or_else(|| self.find(text))
    }

    /// The id of each section.
    pub fn slugs(&self) -> &[String] {
        &self.slugs
    }

    /// Ids that the author has set: in attribute lists and in tags.
    fn explicit(&mut self, note: &Note) {
        let text = &*note.text;
        for at in memchr::memchr3_iter(b'<', b'{', b'^', text.as_bytes()) {
            let most = Span::new(at, at + REACH).of(text);
            let within = |end| most.find(end).and_then(|close| most.get(1..close));
            let found = match most.as_bytes().first() {
                Some(b'<') => within('>').and_then(tag_id),
                Some(b'{') => within('}').and_then(list_id),
                _ => {
                    self.block(text, most, at);
                    None
                }
            };
            if let Some(id) = found {
                let spot = spot(note, at);
                self.ids.entry(fold_text(id)).or_insert(spot);
            }
        }
    }

    /// `^name` at the end of a line, by which Obsidian names a block.
    fn block(&mut self, text: &str, most: &str, at: usize) {
        let Some(end) = most.find('\n').or((at + most.len() == text.len()).then_some(most.len()))
        else {
            return;
        };
        let name = most.get(..end).unwrap_or("").trim_end();
        let rest = name.get(1..).unwrap_or("");
        let fits = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let before = text.get(..at).unwrap_or("");
        if fits && before.ends_with([' ', '\n']) {
            let start = before.rfind('\n').map_or(0, |end| end + 1);
            self.ids.entry(fold_text(name)).or_insert(Spot::Byte(start));
        }
    }

    /// Headings that are no sections: in lists, in quotes, in HTML.
    fn other_headings(&mut self, note: &Note) {
        let mut at = 0;
        for line in note.text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let marker = |c: char| c.is_whitespace() || c.is_ascii_digit() || ">-*+.)".contains(c);
            let bare = line.trim_start_matches(marker);
            let title = if bare.starts_with('#') {
                bare.trim_start_matches('#').trim().trim_end_matches('#')
            } else if let Some(inner) = html_heading(bare) {
                inner
            } else {
                continue;
            };
            let (title, _) = attributes(title.trim());
            self.ids.entry(fold_text(&slug(title))).or_insert(Spot::Byte(start));
        }
    }
}

/// The section whose heading is, or stands right above, the byte `at`; else the byte itself.
fn spot(note: &Note, at: usize) -> Spot {
    let before = note.sections.partition_point(|section| section.heading.start <= at);
    let heading = before.checked_sub(1).and_then(|last| Some((last, note.sections.get(last)?)));
    match heading {
        Some((last, section))
            if at < section.heading.end
                || note
                    .text
                    .get(section.heading.end..at)
                    .is_some_and(|gap| gap.trim().is_empty()) =>
        {
            Spot::Section(last)
        }
        _ => Spot::Byte(at),
    }
}

/// A heading's text without the attribute list at its end, and the id that this gives it.
fn attributes(title: &str) -> (&str, Option<&str>) {
    let cut = title.trim_end().strip_suffix('}').and_then(|open| open.rsplit_once('{'));
    match cut {
        Some((before, list)) if list.trim_start().starts_with(['#', '.', ':']) => {
            (before.trim_end(), list_id(list))
        }
        _ => (title, None),
    }
}

/// The id in an attribute list, without its braces.
fn list_id(list: &str) -> Option<&str> {
    let list = list.strip_prefix(':').unwrap_or(list);
    let id = list.split_whitespace().find_map(|word| word.strip_prefix('#'));
    id.filter(|id| !id.is_empty())
}

/// The id or the name that a tag, without its brackets, gives.
fn tag_id(tag: &str) -> Option<&str> {
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let value = |key: &str| {
        let mut rest = tag;
        while let Some(at) = rest.find(key) {
            let apart = rest.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace));
            rest = rest.get(at + key.len()..)?;
            let Some(value) = rest.trim_start().strip_prefix('=').filter(|_| apart) else {
                continue;
            };
            let value = value.trim_start();
            return match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value.get(1..)?.split(quote).next(),
                _ => value.split([' ', '/', '\t']).next(),
            };
        }
        None
    };
    value("id").or_else(|| value("name")).filter(|id| !id.is_empty())
}

/// The text of `<h2>text</h2>`, where it stands on one line.
fn html_heading(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("<h").or_else(|| line.strip_prefix("<H"))?;
    rest.starts_with(|c: char| ('1'..='6').contains(&c)).then_some(())?;
    let (_, inner) = rest.split_once('>')?;
    Some(inner.split('<').next().unwrap_or(inner))
}

/// Gives an id that is taken a number, as GitHub does.
#[derive(Default)]
struct Counter(HashMap<String, usize>);

impl Counter {
    fn next(&mut self, id: String) -> String {
        let mut numbered = id.clone();
        while self.0.contains_key(&numbered) {
            let count = self.0.entry(id.clone()).or_default();
            *count += 1;
            numbered = format!("{id}-{count}");
        }
        self.0.insert(numbered.clone(), 0);
        numbered
    }
}

/// The id that GitHub gives a heading: lower case, letters, digits, `_` and `-` only, a `-` for each
/// space. Kramdown's own dialect for GitHub does the same.
pub(super) fn slug(title: &str) -> String {
    let kept = |c: char| match c {
        ' ' | '-' => Some('-'),
        '_' => Some('_'),
        c if c.is_alphanumeric() || is_mark(c) => Some(c),
        _ => None,
    };
    title.trim().chars().flat_map(char::to_lowercase).filter_map(kept).collect()
}

/// Marks belong to the letters before them; none is composed with a Korean letter.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The id that kramdown gives a heading by itself (its manual, "Automatic Generation of Header IDs"):
/// from the first Latin letter on, with letters, digits, spaces and `-` only.
fn kramdown_id(title: &str) -> String {
    let from = title.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(title.len());
    let kept = |c: char| match c {
        ' ' | '-' => Some('-'),
        c if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase()),
        _ => None,
    };
    let id: String = title.get(from..).unwrap_or("").chars().filter_map(kept).collect();
    if id.is_empty() { "section".to_owned() } else { id }
}

/// The letters and digits alone.
fn letters(text: &str) -> String {
    fold_text(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
