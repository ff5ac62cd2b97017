//! Going to sections.

use super::menu::Menu;
use super::tell::has_front;
use super::{Asked, Linear, Msg, SIZE};
use crate::app::finder::{Finder, Kind, Target};
use crate::library::Place;
use crate::text::edit::Line;
use crate::words::Said;

impl Linear {
    /// Goes to a section, and tells it, also where we are there already.
    pub(super) fn go(&mut self, place: Place) {
        let (here, place) = (self.here(), self.landing(place));
        self.ask(Asked::Choose(Target::Place(place)));
        if here == self.here() {
            self.tell_section();
        }
    }

    /// To the next section or the one before; no jump to come back from.
    pub(super) fn step(&mut self, forward: bool) {
        let here = self.here();
        match if forward { self.after(here) } else { self.before(here) } {
            Some(place) => self.walk(place),
            None => self.word(if forward { Said::AtEnd } else { Said::AtBeginning }),
        }
    }

    /// To the first section of the note, or to its last.
    pub(super) fn edge(&mut self, last: bool) {
        let note = self.here().note;
        let count = self.library().notes.get(note).map_or(0, |open| open.sections.len());
        let section = if last { count.checked_sub(1) } else { None };
        self.go(Place { note, section });
    }

    /// Where one begins to read who goes to a place: of a note without text before its first section in
    /// that.
    pub(super) fn landing(&self, place: Place) -> Place {
        let note = self.library().notes.get(place.note);
        let first = note.filter(|note| place.section.is_none() && !has_front(note)).map(|_| 0);
        Place { section: place.section.or(first), ..place }
    }

    fn walk(&mut self, place: Place) {
        self.state.reader.go(&self.state.open.collection, place);
        self.state.contents.select(place);
        // Whatever follows from where we are, such as the terms of another note.
        self.send(Msg::Resize(SIZE));
        self.tell_section();
    }

    fn after(&self, place: Place) -> Option<Place> {
        let next = place.section.map_or(0, |at| at + 1);
        if next < self.library().notes.get(place.note)?.sections.len() {
            return Some(Place { section: Some(next), ..place });
        }
        let note = place.note + 1;
        self.library().notes.get(note)?;
        Some(self.landing(Place { note, section: None }))
    }

    fn before(&self, place: Place) -> Option<Place> {
        let note = self.library().notes.get(place.note)?;
        match place.section {
            Some(0) if has_front(note) => return Some(Place { section: None, ..place }),
            Some(0) | None => {}
            Some(at) => return Some(Place { section: Some(at - 1), ..place }),
        }
        let note = place.note.checked_sub(1)?;
        let sections = self.library().notes.get(note)?.sections.len();
        Some(Place { note, section: sections.checked_sub(1) })
    }

    /// What has a name like this: the only one at once.
    pub(super) fn go_by_name(&mut self, text: &str) {
        let mut finder = Finder::new(Kind::Name);
        finder.line = Line::new(text);
        self.seek(&mut finder);
        let menu = Menu::of_finder(&finder, self.locale());
        match (menu.len(), menu.get(1).cloned()) {
            (1, Some(only)) => self.act(only.act),
            _ => self.list(menu),
        }
    }

    /// Lets a finder look, by itself or by the job that it asks for.
    pub(super) fn seek(&mut self, finder: &mut Finder) {
        let here = self.here();
        self.state.searches += 1;
        let generation = self.state.searches;
        let asked = finder.search(&self.state.open, here, generation);
        let job = asked.and_then(|effect| super::job(&effect, &self.state));
        if let Some((_, job)) = job {
            for msg in super::answers(job) {
                if let Msg::Ranked { generation, found } = msg {
                    finder.take(&self.state.open, generation, found);
                }
            }
        }
    }
}
