//! What the app is doing: everything that drawing needs to know, and nothing else.

use std::sync::Arc;

use super::address::Addresses;
use super::area::TEXT_COLUMNS;
use super::changes::Changes;
use super::colouring::Colouring;
use super::contents::Contents;
use super::figures::Sheet;
use super::find::Find;
use super::finder::{Catalog, Finder, Target};
use super::folds::Folds;
use super::glossary::GlossaryPane;
use super::hints::Hints;
use super::history::History;
use super::key::Key;
use super::keymap::Keymap;
use super::links::Known;
use super::pictures::Pictures;
use super::popup::Popup;
use super::progress::Progress;
use super::reader::Reader;
use super::recall::{Recall, Wanted};
use super::session::Mark;
use super::sides::Sides;
use super::terms::{Terms, Uses};
use super::themes::Themes;
use crate::layout::Words;
use crate::library::{Lexicon, Library};
use crate::style::theme::Theme;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Word};

/// The size of the screen, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// The three panes, from left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The section tree.
    Contents,
    /// The text.
    #[default]
    Reader,
    /// The terms.
    Glossary,
}

/// How far the notes have been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// All have been.
    #[default]
    Done,
    /// Some have not, and how many there are is not known yet.
    Begun,
    /// So many of so many have been.
    Under { done: usize, total: usize },
}

/// What lies over the panes; `Esc` closes it.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys, scrolled down by so many rows.
    Help(usize),
    /// The finder.
    Finder(Finder),
    /// What a term means, or what a footnote says.
    Popup(Popup),
    /// What was learned, in figures.
    Figures(Sheet),
}

/// What is open, and how it is shown: all that laying out a part of it needs to know.
#[derive(Clone, Debug, Default)]
pub struct Open {
    /// The notes.
    pub collection: Library,
    /// What sections are called.
    pub addresses: Addresses,
    /// The terms of the notes.
    pub terms: Arc<Terms>,
    /// The [`State::version`] that they were read at.
    pub terms_version: u64,
    /// Where terms are used, as far as that was asked.
    pub uses: Uses,
    /// The links of the notes, as far as they were asked for.
    pub links: Known,
    /// Whether all notes there are in their folders will be open: then a link to another is broken.
    pub whole: bool,
    /// What is known of the colours of code.
    pub colouring: Colouring,
    /// What the reader has folded, and opened.
    pub folds: Folds,
    /// What is known of pictures.
    pub pictures: Pictures,
    /// What the finder finds by name, beside terms.
    pub catalog: Arc<Catalog>,
    /// The language of the app's own words.
    pub locale: Locale,
    /// The words that layout puts beside a note's own.
    pub words: Words,
    /// Borders and signs of ASCII only.
    pub ascii: bool,
}

impl Open {
    /// Nothing is open yet.
    pub fn new(locale: Locale, ascii: bool) -> Open {
        Open { locale, words: layout_words(locale), ascii, whole: true, ..Open::default() }
    }
}

/// What was chosen once for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The most columns that text is set in.
    pub text_columns: u16,
    /// Whether answers are typed before they are shown.
    pub typed_answers: bool,
}

impl Default for Chosen {
    fn default() -> Chosen {
        Chosen { text_columns: TEXT_COLUMNS, typed_answers: false }
    }
}

/// Everything.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What is open.
    pub open: Open,
    /// What was chosen.
    pub chosen: Chosen,
    /// The themes, and which of them is on.
    pub themes: Themes,
    /// Whether more notes are on their way.
    pub loading: Loading,
    /// The size of the screen.
    pub size: Size,
    /// Which pane the keys go to.
    pub focus: Pane,
    /// The contents are put away where they would have room.
    pub contents_hidden: bool,
    /// The glossary is put away where it would have room.
    pub glossary_hidden: bool,
    /// How wide the panes beside the text are.
    pub sides: Sides,
    /// The pane whose border the mouse has hold of.
    pub border: Option<Pane>,
    /// The contents pane.
    pub contents: Contents,
    /// The text.
    pub reader: Reader,
    /// The glossary pane.
    pub glossary: GlossaryPane,
    /// Where the reader was.
    pub history: History,
    /// The mouse is left to the terminal, to select text with.
    pub mouse_released: bool,
    /// A search in the text that is on.
    pub find: Option<Find>,
    /// How many searches there have been.
    pub searches: u64,
    /// How often the notes have become others: what was made of older ones is told by it.
    pub version: u64,
    /// The explicit terms of all notes, once they are known.
    pub base: Lexicon,
    /// The terms that were asked for last: of which notes, at which version, on a whole base or not.
    pub asked: Option<(Vec<usize>, u64, bool)>,
    /// How far the notes are read.
    pub progress: Progress,
    /// What has changed in the notes and was not seen yet.
    pub changes: Changes,
    /// The names and the explicit terms of all notes are being read again.
    pub relearning: bool,
    /// Keys that wait for what is still to come.
    pub held: Vec<Key>,
    /// The letters to follow links by, while they are shown.
    pub hints: Option<Hints>,
    /// The keys that have been pressed of several in a row.
    pub pressed: Vec<Key>,
    /// Where to go on once all of the note has been read, unless the reader has gone elsewhere.
    pub wanted: Option<Mark>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// The review, over the panes; what lies over them beside it lies over it, too.
    pub recall: Option<Recall>,
    /// What is to be gone through as soon as all notes are there.
    pub to_recall: Option<Wanted>,
    /// One line to be read once, in the footer.
    pub notice: Option<Clean>,
    /// Which key does what.
    pub keymap: Keymap,
}

impl State {
    /// The app before any note is there.
    pub fn new(locale: Locale, ascii: bool) -> State {
        State { open: Open::new(locale, ascii), ..State::default() }
    }

    /// The theme to draw with: while one is being chosen, that one.
    pub fn theme(&self) -> Arc<Theme> {
        if let Some(Overlay::Finder(finder)) = &self.overlay
            && let Some(Target::Theme(theme)) = finder.selected().map(|item| item.target)
        {
            return Themes { chosen: theme, ..self.themes.clone() }.current();
        }
        self.themes.current()
    }

    /// What is known of terms, where it is of the notes as they are now.
    pub fn known_terms(&self) -> Arc<Terms> {
        if self.open.terms_version == self.version {
            self.open.terms.clone()
        } else {
            Arc::default()
        }
    }

    /// Whether pictures are shown, where the terminal can.
    pub fn set_pictures(&mut self, on: bool) {
        let anchor = self.reader.anchor(&self.open);
        self.open.pictures.on = on;
        self.reader.forget_pictures(&self.open, anchor);
    }

    /// Takes what there is to show before the first frame.
    pub fn start(&mut self, library: Library, complete: bool) {
        super::update(self, super::Msg::Loaded { library, complete });
    }
}

impl State {
    /// Begins where a note, named as it is shown, was left.
    pub fn begin_at(&mut self, note: &str, mark: &Mark) {
        let notes = &self.open.collection.notes;
        let Some(at) = notes.iter().position(|open| open.path.as_str() == note) else { return };
        let byte = notes.get(at).map_or(0, |note| mark.find(note));
        self.reader.go_to_byte(&self.open.collection, at, byte);
        // What has not been read yet begins there as soon as it has been.
        let short = notes.get(at).is_some_and(|note| note.text.len() <= mark.at);
        self.wanted = (short && self.loading != Loading::Done).then(|| mark.clone());
    }
}

/// The words that layout puts beside a note's own.
pub fn layout_words(locale: Locale) -> Words {
    let word = |word: Word| Clean::literal(word.text(locale));
    Words {
        image: word(Word::Image),
        missing_image: word(Word::MissingImage),
        details: word(Word::Details),
        note: word(Word::CalloutNote),
        tip: word(Word::CalloutTip),
        important: word(Word::CalloutImportant),
        warning: word(Word::CalloutWarning),
        caution: word(Word::CalloutCaution),
    }
}
