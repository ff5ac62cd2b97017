//! How far notes are read: asked of the state, and kept there. It is opened for that and no longer, lest
//! reading alone take the memory that it needs.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::Desk;
use crate::app::study::{Marks, Told, Wanted, Whose};
use crate::library::{Library, Note};
use crate::review::card::Section;
use crate::review::identity::note_key;
use crate::review::moment::Moment;
use crate::review::reading::{Reading, Statement, restated};
use crate::store::state::{Fault, State};
use crate::text::sanitize::Clean;
use crate::words::Study;

/// What was read and could not be kept yet, note by note, and what was said about that.
#[derive(Default)]
pub(super) struct Unmarked {
    notes: Vec<(Arc<Note>, Vec<Statement>)>,
    /// Why nothing can be known, and why nothing can be kept; none for a place that there is not.
    unread: Option<Option<Fault>>,
    unsaved: Option<Option<Fault>>,
}

impl Desk {
    /// Whether there is a state, or something in its place.
    pub fn has_state(&self) -> bool {
        self.state.is_some() || self.setup.path.as_deref().is_some_and(State::is_at)
    }

    /// How far notes are.
    pub(super) fn marks(&mut self, wanted: &Wanted, library: &Library, now: Moment) -> Told {
        let mut marks = Marks { wanted: wanted.clone(), ..Marks::default() };
        if wanted.sizes {
            marks.sizes = Some(library.notes.iter().map(|note| Reading::size(note)).collect());
        }
        let looked = self.look(|state| look(state, wanted, library, now));
        match looked {
            Ok(Some((readings, due))) => {
                (marks.readings, marks.due, marks.exists) = (readings, Some(due), true);
            }
            Ok(None) => {}
            Err(fault) => marks.said.extend(self.complaint(Some(fault), Study::MarksUnread)),
        }
        // What could not be kept is known here alone.
        for (note, said) in &self.unmarked.notes {
            let at = library.notes.iter().position(|open| note_key(open) == note_key(note));
            let Some(at) = at.filter(|at| wanted.notes.contains(at)) else { continue };
            let known = marks.readings.iter().any(|(known, _)| *known == at);
            if let (Some(open), false) = (library.notes.get(at), known) {
                let kept = restated(note, &[], said, now.ms);
                marks.readings.push((at, Reading::new(open, &kept)));
            }
        }
        Told::Marks(Box::new(marks))
    }

    /// Keeps what is said of a note, where there is a state or this `makes` one.
    pub(super) fn read(
        &mut self,
        whose: &Whose,
        said: &[Statement],
        makes: bool,
        now: Moment,
    ) -> Told {
        let Whose(note) = whose;
        if !makes && self.unmarked.notes.is_empty() && !self.has_state() {
            return Told::Read { note: whose.clone(), reading: None, said: Vec::new() };
        }
        let own = self.unmarked.notes.iter_mut().find(|(own, _)| Arc::ptr_eq(own, note));
        match own {
            Some((_, own)) => own.extend_from_slice(said),
            None => self.unmarked.notes.push((note.clone(), said.to_vec())),
        }
        let mut told = Vec::new();
        let kept = match self.keep_marks(now) {
            Ok(mut kept) => {
                if self.unmarked.unsaved.take().is_some() {
                    told.push(Clean::literal(Study::MarksCaughtUp.text(self.setup.locale)));
                }
                kept.remove(&note_key(note)).map(|kept| Box::new(Reading::new(note, &kept)))
            }
            Err(fault) => {
                told.extend(self.complaint(fault, Study::MarksUnsaved));
                None
            }
        };
        Told::Read { note: whose.clone(), reading: kept, said: told }
    }

    /// How many sections were said to be read, or not to be, and that is not kept.
    pub(super) fn unread(&mut self) -> usize {
        if !self.unmarked.notes.is_empty() {
            // It is tried once more; what fails is counted.
            let _ = self.keep_marks((self.setup.clock)());
        }
        let count = |said: &[Statement]| {
            let said = said.iter().filter(|said| said.read.is_some());
            said.map(|said| said.unit).collect::<BTreeSet<_>>().len()
        };
        self.unmarked.notes.iter().map(|(_, said)| count(said)).sum()
    }

    /// Keeps what is still to be; gives what is known then of the notes. None for the fault where there is no
    /// place for a state.
    fn keep_marks(
        &mut self,
        now: Moment,
    ) -> Result<BTreeMap<Arc<str>, Vec<Section>>, Option<Fault>> {
        let mut opened;
        let state = match &mut self.state {
            Some(state) if state.saves() => state,
            _ => {
                let path = self.setup.path.as_deref().ok_or(None)?;
                opened = State::open(path).map_err(Some)?;
                &mut opened
            }
        };
        let mut kept = BTreeMap::new();
        while let Some((note, said)) = self.unmarked.notes.first() {
            let key = note_key(note);
            let known = state.restate(&key, |known| restated(note, known, said, now.ms));
            kept.insert(key, known.map_err(Some)?);
            self.unmarked.notes.remove(0);
        }
        Ok(kept)
    }

    /// Looks into the state, where there is one.
    fn look<T>(
        &mut self,
        look: impl FnOnce(&State) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        if let Some(state) = &self.state {
            return look(state).map(Some);
        }
        let Some(path) = &self.setup.path else { return Ok(None) };
        State::existing(path)?.as_ref().map(look).transpose()
    }

    /// What is to be said of a fault, unless it was said before.
    fn complaint(&mut self, fault: Option<Fault>, word: Study) -> Option<Clean> {
        let locale = self.setup.locale;
        let why = match &fault {
            Some(fault) => fault.sentence(self.path(), locale),
            None => Study::StateNowhere.text(locale).to_owned(),
        };
        let before = match word {
            Study::MarksUnread => &mut self.unmarked.unread,
            _ => &mut self.unmarked.unsaved,
        };
        let new = before.as_ref() != Some(&fault);
        *before = Some(fault);
        new.then(|| Clean::new(&word.fill(locale, &[&why])))
    }
}

/// How far those of the notes are of which something is known, and how many of their cards are due.
fn look(
    state: &State,
    wanted: &Wanted,
    library: &Library,
    now: Moment,
) -> Result<(Vec<(usize, Reading)>, usize), Fault> {
    let known = match wanted.notes.as_slice() {
        [] => HashMap::new(),
        _ => state.sections_by_note()?,
    };
    let keys: Vec<Arc<str>> = library.notes.iter().map(|note| note_key(note)).collect();
    let mut readings = Vec::new();
    for &at in &wanted.notes {
        let kept = keys.get(at).and_then(|key| known.get(&**key));
        if let (Some(kept), Some(note)) = (kept, library.notes.get(at)) {
            readings.push((at, Reading::new(note, kept)));
        }
    }
    let open: BTreeSet<&str> = keys.iter().map(|key| &**key).collect();
    let due = state.due_count(now.day, &|note| open.contains(note))?;
    Ok((readings, due))
}
