//! Sections and notes, by what they are found by. Of many notes there are very many: what is shown of
//! one is made when it is shown.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Item, Target};
use crate::app::contents;
use crate::app::state::Open;
use crate::app::terms::Terms;
use crate::library::{Library, Note, Place};
use crate::search::matcher::Candidate;
use crate::search::ranking::{Hit, rank};
use crate::text::fold::fold_text;
use crate::text::sanitize::Clean;
use crate::words::Word;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A section, or a note.
    Place(Place),
    /// A term.
    Term(usize),
}

/// The names of sections and notes, ready to be matched.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// Those of each note, which are shared with the catalog before it grew.
    notes: Vec<Arc<Names>>,
    count: usize,
}

/// The names of one note: first its own, then those of its sections.
#[derive(Debug)]
struct Names {
    candidates: Box<[Candidate]>,
}

impl Catalog {
    /// The names of `library`, which begins with the notes that `self` is of.
    pub fn grown(&self, library: &Library) -> Catalog {
        let mut grown = self.clone();
        for note in library.notes.iter().skip(self.notes.len()) {
            let names = Names::new(note);
            grown.count += names.candidates.len();
            grown.notes.push(Arc::new(names));
        }
        grown
    }

    /// The names of the notes of `before` where they are in `now`. Of notes that are others there is
    /// nothing yet: see [`Catalog::completed`].
    pub fn placed(&self, before: &Library, now: &Library) -> Catalog {
        let mut known: HashMap<*const Note, &Arc<Names>> = HashMap::new();
        let mut names = Vec::with_capacity(now.notes.len());
        let none = Arc::new(Names { candidates: Box::default() });
        let same = |at: usize, note: &Arc<Note>| {
            let before = before.notes.get(at).filter(|before| Arc::ptr_eq(before, note))?;
            Some((before, self.notes.get(at)?))
        };
        for (at, note) in now.notes.iter().enumerate() {
            if let Some((_, own)) = same(at, note) {
                names.push(own.clone());
                continue;
            }
            if known.is_empty() {
                let all = before.notes.iter().map(Arc::as_ptr).zip(&self.notes);
                known.extend(all);
            }
            names.push(known.get(&Arc::as_ptr(note)).map_or(&none, |own| own).clone());
        }
        let count = names.iter().map(|names| names.candidates.len()).sum();
        Catalog { notes: names, count }
    }

    /// With the names of those notes of `library` of which there is nothing yet.
    pub fn completed(&self, library: &Library) -> Catalog {
        let name = |(own, note): (&Arc<Names>, &Arc<Note>)| match own.candidates.is_empty() {
            true => Arc::new(Names::new(note)),
            false => own.clone(),
        };
        let notes: Vec<Arc<Names>> = self.notes.iter().zip(&library.notes).map(name).collect();
        let count = notes.iter().map(|names| names.candidates.len()).sum();
        Catalog { notes, count }.grown(library)
    }

    /// Whether the names of all notes of `library` are here.
    pub fn covers(&self, library: &Library) -> bool {
        self.notes.len() >= library.notes.len()
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// At most `most` of what `query` finds here and among `terms`, the best first.
    pub fn find(&self, query: &str, terms: &Terms, most: usize) -> Vec<(Found, Hit)> {
        // One note needs no name.
        let first = usize::from(self.notes.len() < 2);
        let own = |names: &Arc<Names>| names.candidates.len().saturating_sub(first);
        let places = self.notes.iter().flat_map(|names| names.candidates.iter().skip(first));
        let hits = rank(query, places.chain(terms.candidates()));
        // Where the names of each note begin among all.
        let mut starts = vec![0];
        for names in &self.notes {
            starts.push(starts.last().copied().unwrap_or(0) + own(names));
        }
        let all = starts.last().copied().unwrap_or(0);
        let found = |at: usize| match at.checked_sub(all) {
            Some(term) => terms.order().get(term).map(|term| Found::Term(*term)),
            None => {
                let note = starts.partition_point(|start| *start <= at).checked_sub(1)?;
                let nth = at - starts.get(note)? + first;
                Some(Found::Place(Place { note, section: nth.checked_sub(1) }))
            }
        };
        let hits = hits.into_iter().take(most);
        hits.filter_map(|(at, hit)| Some((found(at)?, hit))).collect()
    }
}

impl Names {
    fn new(note: &Note) -> Names {
        let title = note.title();
        let own = Candidate::new(&[title.as_str()], Some(note.path.as_str()));
        let body: Arc<str> = fold_text(&title).into();
        let sections = note.sections.iter().map(|section| {
            let number = section.path.is_some().then_some(section.address.as_str());
            let names: Vec<&str> = std::iter::once(section.title.as_str()).chain(number).collect();
            Candidate::sharing(&names, Some(body.clone()))
        });
        Names { candidates: std::iter::once(own).chain(sections).collect() }
    }
}

/// What was found as a line of the list.
pub(super) fn item(open: &Open, found: Found) -> Option<Item> {
    let several = open.collection.notes.len() > 1;
    Some(match found {
        Found::Term(at) => {
            let term = open.terms.get(at)?;
            let about = Clean::join(&term.aliases, ", ");
            Item::new(Word::MarkTerm.text(open.locale), &term.name, &about, Target::Term(at))
        }
        Found::Place(place) => {
            let note = open.collection.notes.get(place.note)?;
            let title = note.title();
            let Some(at) = place.section else {
                let about = if title == note.path { "" } else { note.path.as_str() };
                let mark = Word::MarkNote.text(open.locale);
                return Some(Item::new(mark, &title, about, Target::Place(place)));
            };
            let section = note.sections.get(at)?;
            let mark = match section.path {
                Some(_) => format!("§{}", open.addresses.of(&open.collection, place)),
                None => "§".to_owned(),
            };
            let empty = section.empty.then(|| Word::EmptyShort.text(open.locale));
            let about: Vec<&str> =
                several.then_some(title.as_str()).into_iter().chain(empty).collect();
            let name = contents::title(&open.collection, place);
            Item::new(&mark, &name, &about.join(" · "), Target::Place(place))
        }
    })
}
