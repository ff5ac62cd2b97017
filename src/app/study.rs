//! What the app asks of the state, which keeps what is learned, and what it is told: the state lies on
//! the disk, and a worker sees to it.
//!
//! Each question ([`Ask`]) goes out as an effect, and is answered by one message ([`Told`]), in the order
//! of the questions. What was done has been kept when the answer is there, or the answer says that it
//! could not be.

use std::sync::Arc;

use crate::library::cards::{Card, Face};
use crate::library::{Library, Note, Place};
use crate::review::figures::Figures;
use crate::review::id::Id;
use crate::review::memory::Grade;
use crate::review::moment::{Day, Moment};
use crate::review::progress::Progress;
use crate::review::reading::{Reading, Statement};
use crate::review::schedule::Choice;
use crate::review::session::{Figures as SessionFigures, Left, Plan};
use crate::text::sanitize::Clean;

/// A question to the state; the notes that are open go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To go through cards: with those that were begun with where these limits are the same.
    Begin { limits: Limits, plan: Plan },
    /// The notes are others now.
    Notes { limits: Limits },
    /// To do something to the card that is shown, which has this identity.
    Act { card: Id, act: Act },
    /// To take the last of what was done back.
    Undo,
    /// Whether the card that is asked about is the one that it was like.
    Same(bool),
    /// To make cards of terms that are only inferred: of a note, those that are explained at these bytes.
    Add { note: usize, at: Vec<usize> },
    /// To ask all cards again that were left for good.
    Wake,
    /// To look for what cards that are gone from the notes have become.
    Seek,
    /// What was learned of the cards of the notes, in figures.
    Figures,
    /// To leave: the next begins anew.
    Leave,
    /// How far notes are read. Nothing is made for that where there is no state.
    Marks(Wanted),
    /// To keep what is said of the sections of a note. Time alone makes no state.
    Read { note: Whose, said: Vec<Statement> },
}

impl Ask {
    /// Whether a state is made for it where there is none.
    pub fn makes_state(&self) -> bool {
        match self {
            Ask::Marks(_) => false,
            Ask::Read { said, .. } => said.iter().any(|said| said.read.is_some()),
            _ => true,
        }
    }
}

/// What is asked of how far notes are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The notes whose marks are wanted.
    pub notes: Vec<usize>,
    /// Whether it is wanted how much there is to be read of all notes.
    pub sizes: bool,
    /// Which notes these are: others have another number.
    pub load: u64,
}

/// The note that something is said of, as it was read: what is open may be another meanwhile.
#[derive(Clone, Debug)]
pub struct Whose(pub Arc<Note>);

impl PartialEq for Whose {
    fn eq(&self, other: &Whose) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Whose {}

/// What can be done to a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is answered.
    Grade(Grade),
    /// It is left until tomorrow.
    Bury,
    /// It is left for good.
    Suspend,
    /// It is marked, or no more.
    Flag,
}

/// Which cards are gone through; empty lists leave none out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Those of these sections and all below them, or of these notes.
    pub places: Vec<Place>,
    /// Those of notes with one of these tags, however that is written.
    pub tags: Vec<String>,
}

impl Limits {
    /// Whether none is left out.
    pub fn are_none(&self) -> bool {
        self.places.is_empty() && self.tags.is_empty()
    }

    /// Whether a card is gone through.
    pub fn allow(&self, library: &Library, card: &Card) -> bool {
        let within = |place: &Place| {
            place.note == card.place.note
                && place.section.is_none_or(|at| {
                    let note = library.notes.get(place.note);
                    let end = note.and_then(|note| note.sections.get(at)).map_or(at, |s| s.end);
                    card.place.section.is_some_and(|own| (at..end).contains(&own))
                })
        };
        let tagged = |tag: &String| {
            let tag = tag.trim_start_matches('#').to_lowercase();
            card.tags(library).iter().any(|own| own.trim_start_matches('#').to_lowercase() == tag)
        };
        (self.places.is_empty() || self.places.iter().any(within))
            && (self.tags.is_empty() || self.tags.iter().any(tagged))
    }
}

/// What the state has said.
#[derive(Clone, Debug)]
pub enum Told {
    /// What comes next.
    Turn(Box<Turn>),
    /// So many cards were added; none where they were known already. And what has to be said beside.
    Added { cards: usize, said: Vec<Clean> },
    /// What was learned, in figures, and what has to be said beside.
    Figures { figures: Box<Figures>, said: Vec<Clean> },
    /// How far notes are read.
    Marks(Box<Marks>),
    /// How far a note is read, of which something was said; none where that could not be kept. And what has
    /// to be said beside.
    Read { note: Whose, reading: Option<Box<Reading>>, said: Vec<Clean> },
    /// There is nothing to go through, as these sentences say.
    Failed(Vec<Clean>),
    /// Nothing was to be said.
    Nothing,
}

/// How far notes are read.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// What was asked.
    pub wanted: Wanted,
    /// How far those of the notes are of which something is known.
    pub readings: Vec<(usize, Reading)>,
    /// How many sections of each note there are to be read, where that was asked.
    pub sizes: Option<Vec<usize>>,
    /// How many cards of the notes are due; none where nothing was ever learned.
    pub due: Option<usize>,
    /// Whether there is a state.
    pub exists: bool,
    /// What has to be said beside.
    pub said: Vec<Clean>,
}

/// What comes next of the cards that are gone through.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// What that is.
    pub stage: Stage,
    /// What the cards are gone through for.
    pub plan: Plan,
    /// What is left to do.
    pub left: Left,
    /// What was done.
    pub figures: SessionFigures,
    /// Whether there is something to take back.
    pub can_undo: bool,
    /// Whether what is done stays.
    pub saves: bool,
    /// What has to be said once, in a sentence each.
    pub said: Vec<Clean>,
    /// When it was asked.
    pub now: Moment,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// A card is asked.
    Card(Box<Shown>),
    /// A card may be one that is known, and the reader has to say.
    Carry(Box<Carry>),
    /// There is nothing more to do.
    Over(Box<Over>),
}

/// A card that is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its identity.
    pub id: Id,
    /// The card, as the notes have it.
    pub card: Card,
    /// What it shows.
    pub face: Face,
    /// How far it is.
    pub progress: Progress,
    /// What follows from each grade, the worst first.
    pub choices: [Choice; 4],
}

/// A card of the notes that is nearly like one that is known and is not there any more.
#[derive(Clone, Debug, PartialEq)]
pub struct Carry {
    /// The card, as the notes have it.
    pub card: Card,
    /// What the known one asked: the words of it, in small letters.
    pub asked: Clean,
    /// How often that was answered.
    pub reviews: u32,
    /// How much of both is alike, in percent.
    pub alike: u8,
    /// How many such questions are left, this one among them.
    pub left: usize,
    /// Whether the reader looks for the known one: then this card is new in any case if it is not that.
    pub sought: bool,
}

/// The end, and what was learned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Over {
    /// How many cards there are within the limits.
    pub cards: usize,
    /// How often each grade was given, the worst first.
    pub grades: [u32; 4],
    /// The cards that were forgotten most often, with how often that was, the worst first.
    pub hardest: Vec<(Clean, Place, u32)>,
    /// The day on which something comes again, and how much that is.
    pub next: Option<(Day, usize)>,
    /// Cards that are due, and were left for tomorrow by the limits of the day or for their siblings.
    pub rest: usize,
    /// Cards that are left for good.
    pub suspended: usize,
    /// Known cards of the open notes that are not found there any more.
    pub lost: usize,
    /// What they asked, in small letters, and how often they were answered: the most often first, and not all
    /// where there are many.
    pub gone: Vec<(Clean, u32)>,
}
