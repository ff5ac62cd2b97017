//! Which bytes of the notes the rows on the screen stand for.

use super::Reader;
use crate::app::progress::{Seen, text_at};
use crate::library::Library;
use crate::text::span::Span;
use crate::text::width::width;

impl Reader {
    /// Whether the byte of a note is on the screen, by what [`Reader::fill`] has put there.
    pub fn shows(&self, note: usize, at: usize) -> bool {
        self.view.iter().any(|slice| {
            let rows = slice.rows.get(slice.range.clone()).unwrap_or(&[]);
            let next = slice.rows.get(slice.range.end).map_or(slice.end, |row| row.at);
            let first = rows.first().map_or(usize::MAX, |row| row.at);
            slice.place.note == note && (first..next).contains(&at)
        })
    }

    /// What is on the screen of each section with text of its own.
    pub fn seen(&self, library: &Library) -> Vec<Seen> {
        let mut all: Vec<Seen> = Vec::new();
        for slice in &self.view {
            let note = slice.place.note;
            let (Some(open), Some(unit)) = (library.notes.get(note), text_at(library, slice.place))
            else {
                continue;
            };
            let rows = slice.rows.get(slice.range.clone()).unwrap_or(&[]);
            let columns = rows.iter().map(|row| width(row.text().trim())).sum();
            let after = slice.rows.get(slice.range.end..).unwrap_or(&[]);
            let section = open.parts.get(slice.part + 1).map(|part| part.section);
            let last = section != Some(slice.place.section);
            let ends = last && after.iter().all(|row| row.text().trim().is_empty());
            match all.last_mut().filter(|last| (last.note, last.unit) == (note, unit)) {
                Some(last) => (last.columns, last.ends) = (last.columns + columns, ends),
                None => all.push(Seen { note, unit, columns, ends }),
            }
        }
        all
    }

    /// For each row on the screen its note and the bytes of the lines that it shows; nothing for rows
    /// without text.
    pub fn lines(&self, library: &Library) -> impl Iterator<Item = Option<(usize, Span)>> {
        self.view.iter().flat_map(move |slice| {
            let text = library.notes.get(slice.place.note).map_or("", |note| &note.text);
            let line = move |at: usize| {
                let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
                memchr::memrchr(b'\n', before).map_or(0, |end| end + 1)
            };
            slice.range.clone().map(move |at| {
                let row = slice.rows.get(at).filter(|row| !row.text().trim().is_empty())?;
                let mut after = slice.rows.get(at + 1..).unwrap_or(&[]).iter();
                let next =
                    after.find(|next| next.at > row.at).map_or(slice.end, |next| line(next.at));
                Some((slice.place.note, Span::new(line(row.at), next)))
            })
        })
    }
}
