//! Pictures in the text: what is known of them, how large they are shown, and what is still to be found
//! out for the screen. It knows no file and no terminal; a worker reads the one, `tui` draws on the other.

mod placement;

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use super::state::Open;
use crate::layout::Picture;
use crate::library::Note;
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::{Locale, Word};

pub use placement::{Placement, placements};

/// Whether this program can read pictures at all.
pub const AVAILABLE: bool = cfg!(feature = "images");
/// A picture has at most so many columns; the text has no more either.
pub const MOST_COLUMNS: u16 = super::area::TEXT_COLUMNS;
/// And at most so many rows.
pub const MOST_ROWS: u16 = 32;
/// Pictures that were drawn last are kept in so many bytes.
const KEPT: usize = 24 << 20;
/// And at most so many of them, since the terminal tells no more apart by a colour.
const MOST_KEPT: usize = 200;
/// At most so many are asked for at once.
const ASKED: usize = 32;
/// What a pixel of a file measures where nobody knows how large those of the screen are: a cell is
/// taken for so many of them wide, and twice as many high.
const CELL: Pixels = Pixels { width: 8, height: 16 };

/// A picture by what names it: the note's path, and the address in the note.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The path of the note.
    pub note: Clean,
    /// What the image names.
    pub src: Clean,
    /// It is embedded as Obsidian does (`![[name]]`): its name says which it is, wherever it lies.
    pub embedded: bool,
}

impl Name {
    /// What the image at `image` of `note` names.
    pub fn new(note: &Note, src: &Clean, image: Span) -> Name {
        let embedded = image.of(&note.text).starts_with("![[");
        Name { note: note.path.clone(), src: src.clone(), embedded }
    }
}

/// A size in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Columns of them.
    pub width: u32,
    /// Rows of them.
    pub height: u32,
}

/// What pictures are drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Medium {
    /// With nothing: the terminal shows none.
    #[default]
    None,
    /// It is not known yet what the terminal can show.
    Unknown,
    /// With half blocks in two colours: of all colours, or of the 256.
    Blocks { all_colours: bool },
    /// With the graphics of kitty, placed by characters that stand for their cells.
    Kitty,
    /// With those of iTerm2.
    Iterm,
    /// With sixels.
    Sixel,
}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It lies on another machine, and nothing is fetched.
    Remote,
    /// The note is no file, so that nothing lies beside it.
    NoFolder,
    /// There is no such file.
    Missing,
    /// It lies outside of the folder of the notes.
    Outside,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// The system does not let it be read.
    Unreadable,
    /// Too many bytes, or too many pixels.
    TooLarge,
    /// It is of no kind that can be shown.
    UnknownKind,
    /// It is damaged, or has no pixels.
    Damaged,
}

impl Trouble {
    /// One short line about it.
    pub fn text(self, locale: Locale) -> Clean {
        let word = match self {
            Trouble::Remote => Word::PictureRemote,
            Trouble::NoFolder => Word::PictureNoFolder,
            Trouble::Missing => Word::PictureMissing,
            Trouble::Outside => Word::PictureOutside,
            Trouble::NotAFile => Word::PictureNotAFile,
            Trouble::Unreadable => Word::PictureUnreadable,
            Trouble::TooLarge => Word::PictureTooLarge,
            Trouble::UnknownKind => Word::PictureUnknownKind,
            Trouble::Damaged => Word::PictureDamaged,
        };
        Clean::literal(word.text(locale))
    }
}

/// A picture as half blocks show it: two pixels a cell, one above the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Columns.
    pub cols: u16,
    /// Rows of cells.
    pub rows: u16,
    /// Red, green, blue and how opaque it is, row by row of pixels, from the top left.
    pub pixels: Vec<[u8; 4]>,
    /// What the terminal's own graphics know it by, where there is one.
    pub graphic: Option<Graphic>,
}

/// A picture that is ready for the terminal's own graphics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Graphic {
    /// Which one: the terminal tells pictures apart by it.
    pub id: u32,
    /// How many bytes it takes.
    pub bytes: usize,
}

impl Drawn {
    /// The two pixels of a cell, the upper one first; none where nothing is opaque.
    pub fn cell(&self, col: u16, row: u16) -> [Option<[u8; 3]>; 2] {
        let (width, top) = (usize::from(self.cols), usize::from(row) * 2);
        let pixel = |y: usize| {
            let inside = col < self.cols;
            let found = inside.then(|| self.pixels.get(y * width + usize::from(col))).flatten();
            found.filter(|[.., opaque]| *opaque >= 128).map(|[r, g, b, _]| [*r, *g, *b])
        };
        [pixel(top), pixel(top + 1)]
    }

    fn weight(&self) -> usize {
        self.pixels.len() * 4 + self.graphic.map_or(0, |graphic| graphic.bytes)
    }
}

/// What a worker is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The picture.
    pub name: Name,
    /// The cells to draw it in; none where it is to be measured only.
    pub cells: Option<(u16, u16)>,
}

/// What a worker has found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// How large it is.
    Size(Pixels),
    /// How it looks.
    Drawn(Arc<Drawn>),
    /// It cannot be shown.
    Trouble(Trouble),
}

#[derive(Clone, Debug)]
struct Known {
    size: Result<Pixels, Trouble>,
    drawn: Option<Arc<Drawn>>,
}

/// What is known of pictures, and how they are shown.
#[derive(Clone, Debug)]
pub struct Pictures {
    /// Whether the reader wants them.
    pub on: bool,
    /// What they are drawn with.
    pub medium: Medium,
    /// What a cell of the screen measures.
    pub cell: Option<Pixels>,
    known: HashMap<Name, Known>,
    /// Those that are drawn, the latest last.
    order: VecDeque<Name>,
    weight: usize,
    /// What a worker was asked for last.
    asked: Vec<Wanted>,
    terminal_asked: bool,
}

impl Default for Pictures {
    fn default() -> Pictures {
        Pictures {
            on: true,
            medium: Medium::None,
            cell: None,
            known: HashMap::new(),
            order: VecDeque::new(),
            weight: 0,
            asked: Vec::new(),
            terminal_asked: false,
        }
    }
}

impl Pictures {
    /// Whether there may be pictures on a page.
    pub fn are_shown(&self) -> bool {
        AVAILABLE && self.on && self.medium != Medium::None
    }

    /// What stands in the place of an image, in at most `columns` columns and `rows` rows.
    pub(super) fn place(&self, open: &Open, name: &Name, columns: usize, rows: u16) -> Picture {
        if !self.are_shown() || name.src.trim().is_empty() {
            return Picture::Words;
        }
        if is_remote(&name.src) {
            return Picture::Trouble(Trouble::Remote.text(open.locale));
        }
        match self.known.get(name).map(|known| known.size) {
            None => Picture::Words,
            Some(Ok(size)) => {
                let (cols, rows) = fit(size, self.cell.unwrap_or(CELL), columns, rows);
                Picture::Cells { cols, rows }
            }
            Some(Err(trouble)) => Picture::Trouble(trouble.text(open.locale)),
        }
    }

    /// The picture, if it has been drawn for so many cells.
    pub fn drawn(&self, name: &Name, cells: (u16, u16)) -> Option<&Arc<Drawn>> {
        let drawn = self.known.get(name)?.drawn.as_ref()?;
        ((drawn.cols, drawn.rows) == cells).then_some(drawn)
    }

    /// The numbers of the pictures that the terminal's graphics may still be asked for.
    pub fn graphics(&self) -> HashSet<u32> {
        let drawn = self.known.values().filter_map(|known| known.drawn.as_ref());
        drawn.filter_map(|drawn| drawn.graphic).map(|graphic| graphic.id).collect()
    }

    /// Whether the terminal is to be asked now what it can show: once, when a picture is near.
    pub(super) fn ask_terminal(&mut self, near: &[Wanted]) -> bool {
        let any = near.iter().any(|wanted| !is_remote(&wanted.name.src));
        any && self.medium == Medium::Unknown && !std::mem::replace(&mut self.terminal_asked, true)
    }

    /// Draws with something else from now on: what was drawn is of no use.
    pub(super) fn set_medium(&mut self, medium: Medium, cell: Option<Pixels>) {
        self.medium = medium;
        self.cell = cell;
        self.order.clear();
        self.weight = 0;
        self.asked.clear();
        for known in self.known.values_mut() {
            known.drawn = None;
        }
    }

    /// Of the pictures that are near, those that a worker is to read; none while it is at them, or where
    /// nothing is to be done.
    pub(super) fn ask(&mut self, near: Vec<Wanted>) -> Option<Vec<Wanted>> {
        let done = |wanted: &Wanted| {
            is_remote(&wanted.name.src)
                || self.known.get(&wanted.name).is_some_and(|known| {
                    let drawn = known.drawn.as_ref().map(|drawn| (drawn.cols, drawn.rows));
                    known.size.is_err() || wanted.cells.is_none_or(|cells| drawn == Some(cells))
                })
        };
        let mut missing: Vec<Wanted> = Vec::new();
        for wanted in near {
            if missing.len() < ASKED && !done(&wanted) && !missing.contains(&wanted) {
                missing.push(wanted);
            }
        }
        self.asked.retain(|wanted| !done(wanted));
        let same = match missing.is_empty() {
            true => self.asked.is_empty(),
            false => missing.iter().all(|wanted| self.asked.contains(wanted)),
        };
        if same {
            return None;
        }
        self.asked.clone_from(&missing);
        Some(missing)
    }

    /// Takes what was found out. True where pages have to be laid out anew.
    pub(super) fn take(&mut self, name: Name, found: Found) -> bool {
        match found {
            Found::Size(size) => {
                let known = Known { size: Ok(size), drawn: None };
                self.known.insert(name, known).is_none_or(|before| before.size != Ok(size))
            }
            Found::Trouble(trouble) => {
                let known = Known { size: Err(trouble), drawn: None };
                self.known.insert(name, known).is_none_or(|before| before.size != Err(trouble))
            }
            Found::Drawn(drawn) => {
                if let Some(known) = self.known.get_mut(&name) {
                    self.weight += drawn.weight();
                    match known.drawn.replace(drawn) {
                        Some(before) => self.weight = self.weight.saturating_sub(before.weight()),
                        None => self.order.push_back(name),
                    }
                }
                self.drop_old();
                false
            }
        }
    }

    fn drop_old(&mut self) {
        while (self.weight > KEPT && self.order.len() > 1) || self.order.len() > MOST_KEPT {
            let Some(oldest) = self.order.pop_front() else { break };
            let gone = self.known.get_mut(&oldest).and_then(|known| known.drawn.take());
            self.weight = self.weight.saturating_sub(gone.map_or(0, |gone| gone.weight()));
        }
    }
}

/// Whether an address leads elsewhere than to a file: it begins with a scheme or with `//`.
pub fn is_remote(src: &str) -> bool {
    let src = src.trim();
    let scheme = src.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |scheme: &str| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    };
    src.starts_with("//") || scheme.is_some_and(is_scheme)
}

/// The columns and rows for a picture: its own size, or as much of it as there is room for, with its
/// sides in proportion.
pub fn fit(size: Pixels, cell: Pixels, columns: usize, rows: u16) -> (u16, u16) {
    let most_columns = u64::try_from(columns).unwrap_or(u64::MAX).clamp(1, MOST_COLUMNS.into());
    let most_rows = u64::from(rows.clamp(1, MOST_ROWS));
    // A cell of a fine screen has many pixels, and a picture is not to be small for that.
    let (cell_width, cell_height) = (u64::from(cell.width.max(1)), u64::from(cell.height.max(1)));
    let (width, height) = (u64::from(size.width.max(1)), u64::from(size.height.max(1)));
    let natural = width.div_ceil(CELL.width.into()).clamp(1, most_columns);
    // In whole numbers: rows = columns · height/width · cell width/cell height.
    let (up, down) = (height.saturating_mul(cell_width), width.saturating_mul(cell_height));
    let half_up = |of: u64, by: u64| of.saturating_add(by / 2) / by.max(1);
    let high = half_up(natural.saturating_mul(up), down).max(1);
    let (cols, rows) = match high <= most_rows {
        true => (natural, high),
        false => (half_up(most_rows.saturating_mul(down), up).clamp(1, most_columns), most_rows),
    };
    (u16::try_from(cols).unwrap_or(1), u16::try_from(rows).unwrap_or(1))
}
