//! The links of all notes: which lead to what, which to nothing, and what may have been meant.

use std::collections::HashMap;
use std::sync::Arc;

use super::matcher::Candidate;
use super::ranking::rank;
use crate::diag::{Code, Diagnostic};
use crate::doc::{Link, each_link};
use crate::library::links::{Anchors, Directory, Target, folder, relative};
use crate::library::{Library, Note, Place};
use crate::text::sanitize::Clean;

/// The links between the notes of a library.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Those that lead from a note to a note, in reading order.
    pub inner: Vec<Inner>,
    /// Those that lead to nothing, each with its note, in reading order.
    pub broken: Vec<(usize, Diagnostic)>,
}

/// A link from a note to a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inner {
    /// The note that it stands in.
    pub from: usize,
    /// Its first byte there.
    pub at: usize,
    /// Where it leads.
    pub to: Place,
}

impl Links {
    /// Follows all links of `library`; `whole` as in [`Directory::new`]. Reads every part that may have
    /// a link to a note: slow. None where `cancelled` says that nobody asks any more.
    pub fn read(library: &Library, whole: bool, cancelled: &dyn Fn() -> bool) -> Option<Links> {
        let mut reading = Reading::new(library, whole);
        let mut links = Links::default();
        for from in 0..library.notes.len() {
            if cancelled() {
                return None;
            }
            reading.note(from, &mut links);
        }
        Some(links)
    }

    /// What is wrong with the links of one note.
    pub fn broken_in(&self, note: usize) -> impl Iterator<Item = &Diagnostic> {
        let start = self.broken.partition_point(|(at, _)| *at < note);
        let rest = self.broken.get(start..).unwrap_or(&[]);
        rest.iter().take_while(move |(at, _)| *at == note).map(|(_, found)| found)
    }
}

/// Follows links, and keeps what it has learnt of the notes.
pub struct Reading<'a> {
    library: &'a Library,
    directory: Arc<Directory>,
    anchors: HashMap<usize, Arc<Anchors>>,
    /// What is matched with to find what is nearest: the notes.
    names: Option<Vec<Candidate>>,
    /// So many names may still be matched with.
    room: usize,
}

/// At most so many names are matched with for all links together: of very many that are broken not
/// each gets a suggestion.
const ROOM: usize = 500_000;

impl<'a> Reading<'a> {
    /// For the notes of `library`.
    pub fn new(library: &'a Library, whole: bool) -> Reading<'a> {
        Reading::at_once(library, Arc::new(Directory::new(library, whole)), ROOM)
    }

    /// For notes that are listed already; `room` names may be matched with to find what is nearest.
    pub fn at_once(library: &'a Library, directory: Arc<Directory>, room: usize) -> Reading<'a> {
        Reading { library, directory, anchors: HashMap::new(), names: None, room }
    }

    /// Where a link of the note `from` leads.
    pub fn resolve(&mut self, from: usize, link: &Link) -> Target {
        let Reading { library, directory, anchors, .. } = self;
        let mut ids = |note: usize| anchors_of(library, anchors, note);
        directory.resolve(library, from, link, &mut ids)
    }

    fn note(&mut self, from: usize, links: &mut Links) {
        let Some(note) = self.library.notes.get(from) else { return };
        let first = links.broken.len();
        for (at, part) in note.parts.iter().enumerate() {
            if !may_link(note, part.span.of(&note.text)) {
                continue;
            }
            each_link(&note.blocks(at), &mut |link| {
                // A footnote that is made elsewhere stands below each part that uses it.
                if part.span.contains(link.span.start) {
                    self.link(from, link, links);
                }
            });
        }
        if let Some(own) = links.broken.get_mut(first..) {
            own.sort_by_key(|(_, diagnostic)| diagnostic.span);
        }
    }

    fn link(&mut self, from: usize, link: &Link, links: &mut Links) {
        let at = link.span.start;
        let target = self.resolve(from, link);
        match target {
            Target::Place(to) => links.inner.push(Inner { from, at, to }),
            Target::Byte { note, at: byte } => {
                let open = self.library.notes.get(note);
                let part = open.and_then(|open| open.parts.get(open.part_at(byte)));
                let to = Place { note, section: part.and_then(|part| part.section) };
                links.inner.push(Inner { from, at, to });
            }
            Target::NoNote(_) | Target::NoAnchor { .. } => {
                let near = self.near(from, &target);
                let near =
                    near.map_or_else(Clean::default, |near| Clean::new(&format!("→ {near}")));
                let args = vec![link.to.clone(), near];
                let diagnostic = Diagnostic { code: Code::BrokenLink, span: link.span, args };
                links.broken.push((from, diagnostic));
            }
            _ => {}
        }
    }

    /// What is nearest to a target that is not there, as it could be written in the note `from`.
    pub fn near(&mut self, from: usize, target: &Target) -> Option<String> {
        match target {
            Target::NoNote(path) => {
                let moved = self.directory.named(self.library, from, path);
                let near = moved.or_else(|| self.near_note(path));
                let own = self.library.notes.get(from).map_or("", |note| folder(&note.path));
                let note = self.library.notes.get(near?)?;
                Some(relative(own, &note.path))
            }
            Target::NoAnchor { note, id } => {
                let ids = anchors_of(self.library, &mut self.anchors, *note);
                let candidate = |slug: &String| Candidate::new(&[slug.as_str()], None);
                let room = &mut self.room;
                *room = room.checked_sub(ids.slugs().len())?;
                let candidates: Vec<Candidate> = ids.slugs().iter().map(candidate).collect();
                let slug = ids.slugs().get(best(id, &candidates, room)?)?;
                Some(format!("#{slug}"))
            }
            _ => None,
        }
    }

    fn near_note(&mut self, path: &str) -> Option<usize> {
        let notes = &self.library.notes;
        let candidate = |note: &Arc<Note>| {
            let (stem, title) = (note.stem(), note.title());
            Candidate::new(&[stem.as_str(), title.as_str()], None)
        };
        let names = self.names.get_or_insert_with(|| notes.iter().map(candidate).collect());
        let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        best(name, names, &mut self.room)
    }
}

fn anchors_of(
    library: &Library,
    known: &mut HashMap<usize, Arc<Anchors>>,
    note: usize,
) -> Arc<Anchors> {
    let read =
        || library.notes.get(note).map_or_else(Arc::default, |note| Arc::new(Anchors::new(note)));
    known.entry(note).or_insert_with(read).clone()
}

/// The candidate that fits `wanted` best; else the one with most of its words; else one of about its
/// length that fits without one of its letters. As long as there is `room`.
fn best(wanted: &str, candidates: &[Candidate], room: &mut usize) -> Option<usize> {
    let mut find = |query: &str| {
        *room = room.checked_sub(candidates.len())?;
        Some(rank(query, candidates).into_iter().map(|(at, _)| at).collect::<Vec<_>>())
    };
    if wanted.trim().is_empty() {
        return None;
    }
    if let Some(at) = find(wanted)?.first() {
        return Some(*at);
    }
    let words = wanted.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| word.chars().count() > 1).take(WORDS).collect();
    let mut hits: HashMap<usize, usize> = HashMap::new();
    if words.len() > 1 {
        for word in &words {
            find(word)?.into_iter().for_each(|at| *hits.entry(at).or_default() += 1);
        }
        hits.retain(|_, count| *count * 2 >= words.len());
    }
    if hits.is_empty() {
        let letters: Vec<char> = wanted.chars().take(LETTERS + 1).collect();
        let alike = |at: &usize| {
            let length = candidates.get(*at).map_or(0, Candidate::length);
            length.abs_diff(letters.len()) <= 2
        };
        for left_out in (0..letters.len()).filter(|_| (4..=LETTERS).contains(&letters.len())) {
            let others = letters.iter().enumerate().filter(|(at, _)| *at != left_out);
            let query: String = others.map(|(_, letter)| letter).collect();
            let found = find(&query)?.into_iter().filter(alike);
            found.for_each(|at| *hits.entry(at).or_default() += 1);
        }
    }
    hits.into_iter().max_by_key(|(at, count)| (*count, usize::MAX - *at)).map(|(at, _)| at)
}

/// Of a name of at most so many letters each is left out in turn.
const LETTERS: usize = 24;
/// So many words of a name are looked for.
const WORDS: usize = 6;

/// Whether there may be a link to a note in a part, told without reading it as blocks.
fn may_link(note: &Note, text: &str) -> bool {
    let bytes = text.as_bytes();
    let opens = |at: usize| {
        let rest = bytes.get(at + 1..).unwrap_or(&[]);
        !rest.starts_with(b"(http://") && !rest.starts_with(b"(https://")
    };
    let mut closing = memchr::memchr_iter(b']', bytes);
    closing.any(|at| bytes.get(at + 1) == Some(&b'(') && opens(at))
        || memchr::memmem::find(bytes, b"[[").is_some()
        || memchr::memmem::find(bytes, b"href").is_some()
        || !note.definitions.links.is_empty() && bytes.contains(&b'[')
}
