//! The page being filled, and what stands at the left of the rows to come.

use super::flow::Flow;
use super::signs::{self, Signs};
use super::{CodeRow, FindPicture, Options, PictureRow, Piece, Row, cols};
use crate::style::Role;
use crate::text::sanitize::Clean;

/// Below this width a nested indent is one column.
const NARROW: usize = 12;

pub(super) struct Page<'a> {
    pub options: &'a Options<'a>,
    /// What is known of pictures; `None` where there are none.
    pub pictures: Option<FindPicture<'a>>,
    pub signs: &'static Signs,
    /// What running text is here: text, or a quote's.
    pub base: Role,
    /// How many lists are open.
    pub lists: usize,
    width: usize,
    /// The code that the rows to come show.
    pub code: Option<CodeRow>,
    /// Whether something of the rows to come is cut off on the right.
    pub more: bool,
    /// The row of a picture that the next row has room for.
    pub picture: Option<PictureRow>,
    /// Takes the rows.
    give: &'a mut dyn FnMut(Row),
    given: usize,
    prefixes: Vec<Prefix>,
    /// A blank row is due before the next one, with the bars of so many prefixes.
    gap: Option<usize>,
    at: usize,
}

/// What stands at the left of the rows inside a block.
struct Prefix {
    /// On the first row, until that is painted.
    first: Option<Vec<Piece>>,
    /// On the others.
    rest: Vec<Piece>,
}

impl Prefix {
    fn now(&self) -> &[Piece] {
        self.first.as_deref().unwrap_or(&self.rest)
    }
}

impl<'a> Page<'a> {
    pub fn new(
        options: &'a Options<'a>,
        pictures: Option<FindPicture<'a>>,
        give: &'a mut dyn FnMut(Row),
    ) -> Page<'a> {
        Page {
            options,
            pictures,
            signs: if options.ascii { &signs::ASCII } else { &signs::UNICODE },
            base: Role::Text,
            lists: 0,
            // One wide character must have room, or nothing could be shown.
            width: options.width.max(2),
            code: None,
            more: false,
            picture: None,
            give,
            given: 0,
            prefixes: Vec::new(),
            gap: None,
            at: 0,
        }
    }

    /// How many rows there are so far.
    pub fn len(&self) -> usize {
        self.given
    }

    /// The columns left for text in the next row and in those after it.
    pub fn widths(&self) -> (usize, usize) {
        let (mut first, mut rest) = (0, 0);
        for prefix in &self.prefixes {
            first += cols(prefix.now());
            rest += cols(&prefix.rest);
        }
        (self.width.saturating_sub(first), self.width.saturating_sub(rest))
    }

    /// The columns left for text in all rows to come.
    pub fn width(&self) -> usize {
        let (first, rest) = self.widths();
        first.min(rest)
    }

    /// The columns before text, in all rows to come.
    pub fn left(&self) -> usize {
        self.width.saturating_sub(self.width())
    }

    /// How much of an indent of `want` columns there is room for: all indents together take at
    /// most half of the page.
    fn indent(&self, want: usize) -> usize {
        let used: usize = self.prefixes.iter().map(|prefix| cols(&prefix.rest)).sum();
        // A wide character keeps its two columns.
        let room = (self.width / 2).min(self.width - 2).saturating_sub(used);
        let narrow = self.width < NARROW && !self.prefixes.is_empty();
        want.min(room).min(if narrow { 1 } else { want })
    }

    /// Puts a bar at the left of the rows to come.
    pub fn enter_bar(&mut self, role: Role, at: usize) {
        let bar = Piece::decor(role, self.signs.bar);
        let rest = match self.indent(2) {
            0 => Vec::new(),
            1 => vec![bar],
            more => vec![bar, Piece::pad(more - 1)],
        };
        self.enter(rest, at);
    }

    /// Indents the rows to come.
    pub fn enter_indent(&mut self, want: usize, at: usize) {
        self.enter(pads(self.indent(want)), at);
    }

    /// Indents the rows to come save the next.
    pub fn enter_hanging(&mut self, want: usize) {
        let rest = pads(self.indent(want));
        self.prefixes.push(Prefix { first: Some(Vec::new()), rest });
    }

    fn enter(&mut self, rest: Vec<Piece>, at: usize) {
        // Markers that wait for their text keep to a row of their own rather than crowd it out.
        if self.widths().0 < cols(&rest) + self.least() {
            self.push(Vec::new(), at);
        }
        self.prefixes.push(Prefix { first: None, rest });
    }

    /// The columns that text has beside markers, at the least.
    fn least(&self) -> usize {
        (self.width / 4).max(2)
    }

    /// Puts `marker` before the next row and sets those after it below the text that follows the
    /// marker. Where the text would have too little room, the marker has a row of its own.
    pub fn enter_marker(&mut self, marker: Vec<Piece>, at: usize) {
        let wide = cols(&marker);
        let rest = pads(self.indent(wide));
        let (first, _) = self.widths();
        if first >= wide + self.least() {
            self.prefixes.push(Prefix { first: Some(marker), rest });
        } else {
            self.flow(&Flow::of_pieces(marker), at);
            self.prefixes.push(Prefix { first: None, rest });
        }
    }

    /// Ends what the last `enter_…` began. A marker that no row has shown gets one.
    pub fn leave(&mut self, at: usize) {
        if self.prefixes.last().is_some_and(|prefix| prefix.first.is_some()) {
            self.push(Vec::new(), at);
        }
        self.prefixes.pop();
    }

    /// Asks for a blank row before the next one.
    pub fn blank(&mut self) {
        let depth = self.prefixes.len();
        self.gap = Some(self.gap.map_or(depth, |before| before.min(depth)));
    }

    /// Adds a row that begins at `at` in the note.
    pub fn push(&mut self, pieces: Vec<Piece>, at: usize) {
        if let Some(depth) = self.gap.take() {
            let bars = self.prefixes.iter().take(depth).flat_map(|prefix| prefix.rest.clone());
            let pieces = trimmed(bars.collect());
            self.give(pieces, (None, false), None);
        }
        let mut all = Vec::with_capacity(self.prefixes.len() + pieces.len());
        for prefix in &mut self.prefixes {
            match prefix.first.take() {
                Some(first) => all.extend(first),
                None => all.extend(prefix.rest.iter().cloned()),
            }
        }
        all.extend(pieces);
        self.at = self.at.max(at);
        let picture = self.picture.take();
        self.give(trimmed(all), (self.code, self.more), picture);
    }

    fn give(
        &mut self,
        pieces: Vec<Piece>,
        (code, more): (Option<CodeRow>, bool),
        picture: Option<PictureRow>,
    ) {
        self.given += 1;
        (self.give)(Row { pieces, at: self.at, code, more, picture });
    }

    /// Adds the rows of `flow`; one that says nothing of its place begins at `at`.
    pub fn flow(&mut self, flow: &Flow, at: usize) {
        let (first, rest) = self.widths();
        flow.each_line(first, rest, |line| self.push(line.pieces, line.at.unwrap_or(at)));
    }
}

fn pads(cols: usize) -> Vec<Piece> {
    if cols == 0 { Vec::new() } else { vec![Piece::pad(cols)] }
}

fn trimmed(mut pieces: Vec<Piece>) -> Vec<Piece> {
    while pieces.last().is_some_and(|piece| piece.role == Role::Pad || piece.text.is_empty()) {
        pieces.pop();
    }
    pieces
}

/// `text`, with its middle left out where it is wider than `most`.
pub(super) fn cut(text: &Clean, most: usize, sign: &str) -> Clean {
    use super::measure::{graphemes, width};
    if width(text) <= most {
        return text.clone();
    }
    let room = most.saturating_sub(width(sign));
    let fits = |cols: usize, (_, grapheme, wide): (usize, &str, usize)| {
        if cols + wide <= room { Some((cols + wide, grapheme.len())) } else { None }
    };
    let half = room.div_ceil(2);
    let (mut cols, mut head) = (0, 0);
    for glyph in graphemes(text) {
        match fits(cols, glyph) {
            Some((now, bytes)) if now <= half => (cols, head) = (now, head + bytes),
            _ => break,
        }
    }
    let rest: Vec<_> = graphemes(text).filter(|(at, ..)| *at >= head).collect();
    let mut tail = text.len();
    for glyph in rest.into_iter().rev() {
        match fits(cols, glyph) {
            Some((now, bytes)) => (cols, tail) = (now, tail - bytes),
            None => break,
        }
    }
    let mut kept = text.slice(0..head);
    kept.push(&Clean::new(if most == 0 { "" } else { sign }));
    kept.push(&text.slice(tail..text.len()));
    kept
}
