//! Cards for Anki, as the text that it imports: one note a line, its fields apart by tabs.
//!
//! What belongs together is one note there, too: both sides of a term, and all gaps of a text. The form
//! is described in Anki's manual, "Text Files" and "Cloze Deletion".

mod html;

use std::collections::HashMap;

use super::identity::{Likeness, likenesses};
use crate::library::cards::{Card, Faces, Kind, of_note};
use crate::library::{Library, Note};
use crate::text::sanitize::Clean;

/// What comes before the notes: what the columns are. Those that are none of these are the fields.
const HEADERS: &str = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n\
                       #deck column:3\n#tags column:6\n";

/// The deck that all others are in.
const DECK: &str = "gongbu";

/// The kinds of notes that every collection has, by their English names.
const BASIC: &str = "Basic";
const REVERSED: &str = "Basic (and reversed card)";
const CLOZE: &str = "Cloze";

/// Gives the lines of the text for Anki, each with its end, and tells how many notes there are, which are
/// fewer than cards; `inferred`: also of terms that are only inferred. Where there is none, there is no
/// line.
///
/// # Errors
/// Those of `give`, at once.
pub fn lines<E>(
    library: &Library,
    inferred: bool,
    give: &mut dyn FnMut(&str) -> Result<(), E>,
) -> Result<usize, E> {
    let mut faces = Faces::new(library);
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut count = 0;
    for (index, note) in library.notes.iter().enumerate() {
        let cards = of_note(library, index, inferred).cards;
        let likenesses = likenesses(library, &cards);
        let (deck, tags) = (deck(note), tags(note));
        let mut from = 0;
        for group in cards.chunk_by(|a, b| a.group == b.group) {
            let likeness = likenesses.get(from);
            from += group.len();
            let Some(((kind, front, back), likeness)) = fields(&mut faces, group).zip(likeness)
            else {
                continue;
            };
            let guid = guid(likeness, &mut known);
            if count == 0 {
                give(HEADERS)?;
            }
            count += 1;
            give(&format!("{guid}\t{kind}\t{deck}\t{front}\t{back}\t{tags}\n"))?;
        }
    }
    Ok(count)
}

/// The kind of note that siblings make, and its two fields.
fn fields(faces: &mut Faces<'_>, group: &[Card]) -> Option<(&'static str, String, String)> {
    let first = group.first()?;
    if first.kind == Kind::Cloze {
        let text = faces.gaps(first)?;
        return Some((CLOZE, html::gaps(&text), String::new()));
    }
    let face = faces.face(first)?;
    let kind = if group.len() > 1 { REVERSED } else { BASIC };
    let fields = (kind, html::blocks(&face.prompt), html::blocks(&face.answer));
    Some(fields).filter(|(_, front, back)| !front.is_empty() && !back.is_empty())
}

/// What Anki knows a note by: the same on every machine, and as long as its first card asks the same.
/// Notes that share an `id` do not share this.
fn guid(likeness: &Likeness, known: &mut HashMap<String, usize>) -> String {
    let guid = likeness.digest();
    let count = known.entry(guid.clone()).or_default();
    *count += 1;
    match *count {
        1 => guid,
        count => format!("{guid}-{count}"),
    }
}

/// The deck of a note: its folders and its name.
fn deck(note: &Note) -> String {
    let path = note.path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let stem = note.stem();
    let names = path.split('/').filter(|name| !name.is_empty()).chain([stem.as_str()]);
    names.fold(DECK.to_owned(), |deck, name| deck + "::" + &column(&name.replace("::", ":")))
}

/// The tags of a note, apart by spaces.
fn tags(note: &Note) -> String {
    let tag = |tag: &Clean| column(&tag.split_whitespace().collect::<Vec<_>>().join("_"));
    let tags: Vec<String> = note.front.tags.iter().map(tag).collect();
    tags.join(" ")
}

/// A text that is no HTML: a quotation mark at its beginning would reach beyond it.
fn column(text: &str) -> String {
    text.replace('"', "'")
}
