//! Finding in the text.

use super::menu::{Act, Choice, Menu};
use super::{Asked, Found, Linear};
use crate::app::finder::Target;
use crate::library::Place;
use crate::search::text::{self, Query, in_sections};
use crate::words::{Said, Word};

/// At most so many matches are listed.
const MATCHES: usize = 1_000;

impl Linear {
    pub(super) fn find(&mut self, text: &str) {
        let locale = self.locale();
        let query = match Query::new(text) {
            Ok(query) => query,
            Err(error) => return self.say(&error.say(text, locale)),
        };
        let mut all = self.answers(&query);
        if all.is_empty()
            && let Some(typed) = Query::other_keys(text)
            && let Ok(other) = Query::new(&typed)
        {
            all = self.answers(&other);
            if !all.is_empty() {
                self.say(&Word::OtherKeys.fill(locale, &[text, &typed]));
            }
        }
        all.sort_by_key(|(_, found)| found.score.rank);
        let (mut found, mut items) = (Vec::new(), Vec::new());
        for (note, own) in all {
            let title = self.title(Place { note, section: own.section });
            for hit in own.hits {
                let text = format!("{title}: {}", hit.text.trim());
                items.push(Choice::new(&text, Act::Found(found.len())));
                found.push(Found { note, at: hit.at });
            }
        }
        (self.found, self.at_found) = (found, None);
        self.list(Menu::new(Said::Found.text(locale), items));
    }

    /// The sections that answer, from here on, round to what is before.
    fn answers(&self, query: &Query) -> Vec<(usize, text::Found)> {
        let (here, count) = (self.here().note, self.library().notes.len());
        let (mut sections, mut hits) = (Vec::new(), 0);
        for at in (0..count).map(|at| (at + here) % count) {
            let Some(note) = self.library().notes.get(at) else { continue };
            for found in in_sections(query, note, MATCHES, &|| false) {
                hits += found.hits.len();
                sections.push((at, found));
            }
            if hits >= MATCHES {
                break;
            }
        }
        sections
    }

    pub(super) fn step_found(&mut self, by: isize) {
        let Some(last) = self.found.len().checked_sub(1) else {
            return self.say(Word::NothingSought.text(self.locale()));
        };
        let at = match (self.at_found, by > 0) {
            (None, true) => 0,
            (Some(at), true) if at < last => at + 1,
            (Some(_), true) => 0,
            (None | Some(0), false) => last,
            (Some(at), false) => at - 1,
        };
        self.go_to_found(at);
    }

    pub(super) fn go_to_found(&mut self, at: usize) {
        let Some(&Found { note, at: byte }) = self.found.get(at) else { return };
        self.at_found = Some(at);
        let (nth, count) = ((at + 1).to_string(), self.found.len().to_string());
        self.say(&Said::FoundOf.fill(self.locale(), &[&nth, &count]));
        self.go_to_byte(note, byte);
    }

    /// To the next of what has changed on the disk.
    pub(super) fn go_to_change(&mut self) {
        let spot = self.state.reader.spot;
        match self.state.changes.next(spot.note, spot.at) {
            Some(change) => self.go_to_byte(change.note, change.span.start),
            None => self.say(Word::NothingChanged.text(self.locale())),
        }
    }

    fn go_to_byte(&mut self, note: usize, at: usize) {
        self.reach(Asked::Choose(Target::Byte { note, at }));
        self.tell_section_from(at);
    }
}
