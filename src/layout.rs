//! Blocks become rows of a given width. Pure: the same blocks and options give the same rows.

mod block;
mod code;
mod colour;
mod drawing;
mod flow;
mod frame;
mod image;
mod list;
mod page;
mod script;
mod signs;
mod table;
mod window;
mod wrap;

use std::ops::Range;
use std::sync::Arc;

use crate::doc::{Block, Callout, Link, Marks};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::text::width as measure;

/// Finds the uses of terms in a paragraph's plain text: byte ranges, each with the term's id.
pub type FindTerms<'a> = &'a dyn Fn(&str) -> Vec<(Range<usize>, u32)>;

/// Whether the part that can be folded and begins at a byte of the note is open, given whether the note
/// has it open.
pub type IsOpen<'a> = &'a dyn Fn(usize, bool) -> bool;

/// Says what is known of the picture that an image names, given where the image stands in the note and
/// the columns that it may take. It is asked once for every image that stands alone, in order.
pub type FindPicture<'a> = &'a dyn Fn(&Clean, Span, usize) -> Picture;

/// What stands in an image's place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Picture {
    /// What it shows, in words.
    #[default]
    Words,
    /// A picture of so many columns and rows; fewer than 1 count as 1.
    Cells { cols: u16, rows: u16 },
    /// The words, and why there is no picture.
    Trouble(Clean),
}

/// How blocks are laid out.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The widest that a row may be, in columns; less than 2 counts as 2.
    pub width: usize,
    /// Borders and bullets of ASCII only.
    pub ascii: bool,
    /// The fixed words, in the reader's language.
    pub words: &'a Words,
    /// Finds uses of terms; `None` marks none. Paragraphs, cells of a table's body and captions
    /// are asked about, links and code in them are left alone.
    pub find_terms: Option<FindTerms<'a>>,
    /// Long lines of code go on below, and tables that are too wide are wrapped or become records; or
    /// each line is one row, which begins with this column of it, with signs where something is cut off.
    pub cut_from: Option<usize>,
    /// Where lines of code go on below, those of drawings are cut all the same: they can be scrolled to.
    pub cut_drawings: bool,
    /// Whether what can be folded is open. With `None` all of it is, and nothing can be chosen: it is
    /// printed, so that footnotes have no sign that leads back.
    pub is_open: Option<IsOpen<'a>>,
}

impl<'a> Options<'a> {
    /// As it is printed, in so many columns.
    pub fn new(width: usize, words: &'a Words) -> Options<'a> {
        let (ascii, cut_drawings) = (false, false);
        let (find_terms, cut_from, is_open) = (None, None, None);
        Options { width, ascii, words, find_terms, cut_from, cut_drawings, is_open }
    }
}

/// The words that layout puts beside a note's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What stands before an image's alternative text.
    pub image: Clean,
    /// Said where an image names no file.
    pub missing_image: Clean,
    /// The line of a folded part that has none of its own.
    pub details: Clean,
    /// The label of [`Callout::Note`].
    pub note: Clean,
    /// The label of [`Callout::Tip`].
    pub tip: Clean,
    /// The label of [`Callout::Important`].
    pub important: Clean,
    /// The label of [`Callout::Warning`].
    pub warning: Clean,
    /// The label of [`Callout::Caution`].
    pub caution: Clean,
}

impl Words {
    /// The label of a callout.
    pub fn callout(&self, kind: Callout) -> &Clean {
        match kind {
            Callout::Note => &self.note,
            Callout::Tip => &self.tip,
            Callout::Important => &self.important,
            Callout::Warning => &self.warning,
            Callout::Caution => &self.caution,
        }
    }
}

/// One row of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// From left to right, without gaps.
    pub pieces: Vec<Piece>,
    /// Where in the note the row begins, in bytes. It never decreases down the page; a row without
    /// text of its own repeats that of the row it belongs to.
    pub at: usize,
    /// What code it shows.
    pub code: Option<CodeRow>,
    /// Whether something of it is cut off on the right, to be scrolled to.
    pub more: bool,
    /// Which row of a picture has its place here.
    pub picture: Option<PictureRow>,
}

/// A row of a picture, whose place on the page is left empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureRow {
    /// Where the image stands in the note.
    pub image: Span,
    /// How many columns of the row are before it.
    pub x: u16,
    /// Which of its rows, from 0.
    pub row: u16,
    /// The columns of the picture.
    pub cols: u16,
    /// All of its rows.
    pub rows: u16,
}

/// Code on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeRow {
    /// Where the block stands in the note.
    pub block: Span,
    /// Which line of it this is, from 0.
    pub line: usize,
    /// The first byte of the line's text that is on the row.
    pub from: usize,
    /// Whether the line is longer than what the row shows of it, to its right or on the rows below.
    pub more: bool,
}

/// Part of a row, of one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// What it is.
    pub role: Role,
    /// The styles that the note gives it.
    pub marks: Marks,
    /// What is painted.
    pub text: Clean,
    /// Where it stands in the note; empty for what is not of the note (a reference to a footnote
    /// is decoration, yet has its place).
    pub span: Span,
    /// What it opens.
    pub target: Option<Target>,
    /// The term that is used here.
    pub term: Option<u32>,
}

/// What opens where a piece is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A link.
    Link(Arc<Link>),
    /// The footnote that is referred to at this byte of the note.
    Footnote(usize),
    /// Where the footnote at this byte of the note is referred to first.
    Back(usize),
    /// A part that can be folded, which begins at this byte of the note, and whether it is open.
    Fold { at: usize, open: bool },
}

impl Target {
    /// Where it stands in the note, in bytes: no other does there.
    pub fn at(&self) -> usize {
        match self {
            Target::Link(link) => link.span.start,
            Target::Footnote(at) | Target::Back(at) | Target::Fold { at, .. } => *at,
        }
    }

    /// The link, where it is one.
    pub fn link(&self) -> Option<&Arc<Link>> {
        match self {
            Target::Link(link) => Some(link),
            Target::Footnote(_) | Target::Back(_) | Target::Fold { .. } => None,
        }
    }
}

impl Row {
    /// The columns that it takes.
    pub fn width(&self) -> usize {
        cols(&self.pieces)
    }

    /// All that is painted, as text.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Piece {
    /// Text that is not of the note.
    pub fn decor(role: Role, text: &str) -> Piece {
        let (marks, span) = (Marks::NONE, Span::default());
        Piece { role, marks, text: Clean::new(text), span, target: None, term: None }
    }

    /// `cols` spaces.
    fn pad(cols: usize) -> Piece {
        Piece::decor(Role::Pad, &" ".repeat(cols))
    }
}

fn cols(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| measure::width(&piece.text)).sum()
}

/// Where something stands in a line that is scrolled to the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scrolled {
    /// The columns before it.
    pub column: usize,
    /// The columns of the line that can be seen at once.
    pub room: usize,
}

/// Where a byte of the note stands in the line of code or the row of a table that it is in. `None`
/// where neither `block` nor one in it has it in a line that can be scrolled.
pub fn scrolled(block: &Block, at: usize, options: &Options<'_>) -> Option<Scrolled> {
    match block {
        Block::Code { lines, .. } => code::scrolled(lines, at, options),
        Block::Table { align, head, rows, .. } => table::scrolled(align, head, rows, at, options),
        _ => {
            let mut found = None;
            block.each_inner(&mut |blocks| {
                for block in blocks {
                    found = found.or_else(|| scrolled(block, at, options));
                }
            });
            found
        }
    }
}

/// Lays out `blocks`, with a blank row between two of them. No row is wider than the width asked
/// for (2 where less is asked); of the text only spaces are lost, and only where a row ends or begins.
pub fn rows(blocks: &[Block], options: &Options<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    each_row(blocks, options, &mut |row| rows.push(row));
    rows
}

/// As [`rows`], but gives each row as soon as it is there: all rows of a long block take many times
/// the memory of its text.
pub fn each_row(blocks: &[Block], options: &Options<'_>, give: &mut dyn FnMut(Row)) {
    block::blocks(&mut page::Page::new(options, None, give), blocks, true);
}

/// As [`rows`], with room for the pictures that there are.
pub fn illustrated(blocks: &[Block], options: &Options<'_>, pictures: FindPicture<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let give = &mut |row| rows.push(row);
    block::blocks(&mut page::Page::new(options, Some(pictures), give), blocks, true);
    rows
}
