//! Cards for Anki: as the text that it imports, one note a line, its fields apart by tabs, and as what a
//! collection of its own has in it.
//!
//! What belongs together is one note there, too: both sides of a term, and all gaps of a text. The text's
//! form is described in Anki's manual, "Text Files" and "Cloze Deletion".

pub mod collection;
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

/// A note as Anki has it: one text, and the cards that are made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// What it is known by, there as here.
    pub guid: String,
    /// How its cards are made.
    pub form: Form,
    /// Its deck; `::` is between a deck and what is in it.
    pub deck: String,
    /// Its two fields, as HTML on one line.
    pub fields: [String; 2],
    /// Its tags, none with a space.
    pub tags: Vec<String>,
    /// How many cards it has.
    pub cards: usize,
}

/// How cards are made of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The first field asks for the second.
    Basic,
    /// Each asks for the other.
    Reversed,
    /// The first has gaps, each of which is asked for.
    Cloze,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 3] = [Form::Basic, Form::Reversed, Form::Cloze];

    /// The kind of note that every collection has, by its English name.
    fn name(self) -> &'static str {
        match self {
            Form::Basic => "Basic",
            Form::Reversed => "Basic (and reversed card)",
            Form::Cloze => "Cloze",
        }
    }
}

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
    let mut first = true;
    notes(library, inferred, &mut |note| {
        if std::mem::take(&mut first) {
            give(HEADERS)?;
        }
        let Exported { guid, form, deck, fields: [front, back], tags, .. } = note;
        let (kind, tags) = (form.name(), tags.join(" "));
        give(&format!("{guid}\t{kind}\t{deck}\t{front}\t{back}\t{tags}\n"))
    })
}

/// Gives the notes for Anki in reading order, and tells how many there are; `inferred`: also of terms that
/// are only inferred.
///
/// # Errors
/// Those of `give`, at once.
pub fn notes<E>(
    library: &Library,
    inferred: bool,
    give: &mut dyn FnMut(&Exported) -> Result<(), E>,
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
            let Some(((form, cards, fields), likeness)) = fields(&mut faces, group).zip(likeness)
            else {
                continue;
            };
            let guid = guid(likeness, &mut known);
            count += 1;
            let (deck, tags) = (deck.clone(), tags.clone());
            give(&Exported { guid, form, deck, fields, tags, cards })?;
        }
    }
    Ok(count)
}

/// The note that siblings make: its form, how many cards it has, and its two fields.
fn fields(faces: &mut Faces<'_>, group: &[Card]) -> Option<(Form, usize, [String; 2])> {
    let first = group.first()?;
    if first.kind == Kind::Cloze {
        let text = faces.gaps(first)?;
        return Some((Form::Cloze, text.gaps.len(), [html::gaps(&text), String::new()]));
    }
    let face = faces.face(first)?;
    let (form, cards) = if group.len() > 1 { (Form::Reversed, 2) } else { (Form::Basic, 1) };
    let fields = [html::blocks(&face.prompt), html::blocks(&face.answer)];
    Some((form, cards, fields)).filter(|(_, _, fields)| fields.iter().all(|f| !f.is_empty()))
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

/// The tags of a note.
fn tags(note: &Note) -> Vec<String> {
    let tag = |tag: &Clean| column(&tag.split_whitespace().collect::<Vec<_>>().join("_"));
    note.front.tags.iter().map(tag).collect()
}

/// A text that is no HTML: a quotation mark at its beginning would reach beyond it.
fn column(text: &str) -> String {
    text.replace('"', "'")
}
