//! Where one term is used, in all notes that are open.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::text::Prefilter;
use crate::library::glossary::Term;
use crate::library::uses::Index;
use crate::library::{Lexicon, Library, Place};
use crate::text::fold::fold_text;
use crate::text::sanitize::Clean;

/// So many bytes of notes are read without looking first whether that is of use.
const FEW: usize = 256 * 1024;

/// The sections in which a term of `lexicon` is used, other than those that define it, in reading
/// order, at most `most` of them. None where `cancelled` says that nobody asks any more.
pub fn uses(
    library: &Library,
    lexicon: &Lexicon,
    term: usize,
    most: usize,
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<Place>> {
    let Some(wanted) = lexicon.terms.get(term) else { return Some(Vec::new()) };
    let defined: HashSet<Place> = wanted.senses.iter().map(|sense| sense.place).collect();
    // A filter takes longer to make than a few notes to read.
    let all: usize = library.notes.iter().map(|note| note.text.len()).sum();
    let filter = |name: &Clean| Prefilter::new(&fold_text(name));
    let filters: Option<Vec<Prefilter>> =
        if all > FEW { wanted.names().map(filter).collect() } else { None };
    let may_hold = |text: &str| {
        filters.as_ref().is_none_or(|filters| filters.iter().any(|filter| filter.passes(text)))
    };
    let alone = Index::of_term(wanted);
    let mut places: Vec<Place> = Vec::new();
    for (i, note) in library.notes.iter().enumerate() {
        if cancelled() {
            return None;
        }
        if !is_known_in(wanted, i) || !may_hold(&note.text) {
            continue;
        }
        let here = OnceCell::new();
        for (at, part) in note.parts.iter().enumerate() {
            let place = Place { note: i, section: part.section };
            let known = places.last() == Some(&place) || defined.contains(&place);
            if known || !may_hold(part.span.of(&note.text)) {
                continue;
            }
            let mut is_named = false;
            alone.each_use(note, at, &mut |_| is_named = true);
            if !is_named {
                continue;
            }
            // A longer name that only this note knows hides a shorter one. To read the note for its own
            // names takes much longer than to find that the wanted one is nowhere in it.
            let here = here.get_or_init(|| lexicon.at_notes(library, &[i], lexicon));
            let mut used = false;
            here.index(i).each_use(note, at, &mut |found| {
                used |= here.terms.get(found).is_some_and(|term| term.name == wanted.name);
            });
            if used {
                places.push(place);
            }
            if places.len() >= most {
                return Some(places);
            }
        }
    }
    Some(places)
}

/// Whether a term is one in that note: an inferred one is so only where it was inferred.
fn is_known_in(term: &Term, note: usize) -> bool {
    term.is_explicit() || term.senses.iter().any(|sense| sense.place.note == note)
}
