//! Tables: with borders where no word need be cut for them, else each row as a record of
//! `head: value` lines; or with borders and as wide as it comes, to be scrolled to the side.

use super::Piece;
use super::flow::Flow;
use super::page::Page;
use super::window::Window;
use super::wrap::{Extent, Line};
use super::{Options, Scrolled, measure};
use crate::doc::{Align, Cell, Inline};
use crate::style::Role;
use crate::text::span::Span;

/// A word that is cut even in a record is cut in a column, too, if that is at least so wide.
const CUT: usize = 24;
/// A column narrower than this is hard to read where a cell goes on for more than so many lines.
const NARROW: usize = 16;
const TALL: usize = 6;
/// How far the second line of a record's field is indented.
const HANG: usize = 2;
/// On a narrower page no table is scrolled.
const LEAST: usize = 8;
/// How wide the rule between two records is.
const RULE: usize = 12;

/// Lays out a table.
pub(super) fn table(
    page: &mut Page<'_>,
    align: &[Align],
    head: &[Cell],
    rows: &[Vec<Cell>],
    span: Span,
) {
    let all = || std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
    let count = all().map(<[Cell]>::len).max().unwrap_or(0);
    match fitting(page.options, page.width(), align, count, all()) {
        Some(grid) => {
            let headed = head.iter().any(|cell| !cell.content.is_empty());
            grid.lay_out(page, headed.then_some(head), rows, span);
        }
        None => records(page, head, rows, count, span),
    }
}

/// A table with borders.
struct Grid<'a> {
    align: &'a [Align],
    /// The columns for the text of each column.
    widths: Vec<usize>,
    /// Whether there is a border between rows: where one has several lines, rows would run together.
    ruled: bool,
    /// What is shown of it, where it is wider than the page.
    window: Option<Window>,
}

/// Where a byte of the note stands in its row, behind what is kept of that.
pub(super) fn scrolled(
    align: &[Align],
    head: &[Cell],
    rows: &[Vec<Cell>],
    at: usize,
    options: &Options<'_>,
) -> Option<Scrolled> {
    let all = || std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
    let has = |cell: &Cell| cell.span.start <= at && at < cell.span.end;
    let cells = all().find(|cells| cells.iter().any(has))?;
    let count = all().map(<[Cell]>::len).max().unwrap_or(0);
    let grid = fitting(options, options.width, align, count, all())?;
    let window = grid.window?;
    let own = cells.iter().position(has)?;
    let before: usize = grid.widths.iter().take(own).map(|width| width + 3).sum();
    let (cell, width) = (cells.get(own)?, *grid.widths.get(own)?);
    let lines = Flow::new(&cell.content, Role::Text, options).wrap(width, width);
    let within = lines.iter().find_map(|line| {
        let mut x = left(align.get(own), width.saturating_sub(line.cols));
        for piece in &line.pieces {
            if piece.span.start <= at && at < piece.span.end {
                let exact = piece.text.len() == piece.span.len();
                let text = piece.text.get(..at - piece.span.start).filter(|_| exact);
                return Some(x + measure::width(text.unwrap_or("")));
            }
            x += measure::width(&piece.text);
        }
        None
    });
    let column = (before + 2 + within.unwrap_or(0)).saturating_sub(window.kept);
    Some(Scrolled { column, room: window.room - window.kept })
}

/// The columns left of a text with `room` columns to spare.
fn left(align: Option<&Align>, room: usize) -> usize {
    match align {
        Some(Align::Right) => room,
        Some(Align::Center) => room / 2,
        Some(Align::Left) | None => 0,
    }
}

/// The table with borders, if it fits.
fn fitting<'a, 'b>(
    options: &Options<'_>,
    width: usize,
    align: &'a [Align],
    count: usize,
    rows: impl Iterator<Item = &'b [Cell]>,
) -> Option<Grid<'a>> {
    // A border and a space at either side of each column, and the last border.
    let borders = count.saturating_mul(3).saturating_add(1);
    let room = width.checked_sub(borders).filter(|room| *room >= count);
    let cut_from = options.cut_from.filter(|_| width >= LEAST);
    if count == 0 || (room.is_none() && cut_from.is_none()) {
        return None;
    }
    // What fits into a line of a record is cut nowhere.
    let most = width.saturating_sub(HANG);
    let mut extents = vec![Extent::default(); count];
    for row in rows {
        for (extent, cell) in extents.iter_mut().zip(row) {
            let flow = Flow::new(&cell.content, Role::Text, options);
            *extent = extent.join(flow.extent(most));
        }
    }
    let natural = extents.iter().map(|extent| extent.natural.max(1));
    let wide = natural.clone().fold(0, usize::saturating_add);
    let fits = room.is_some_and(|room| wide <= room);
    if fits || cut_from.is_some() {
        let (widths, ruled): (Vec<usize>, _) =
            (natural.collect(), extents.iter().any(|extent| extent.lines > 1));
        // The first column with the border behind it stays.
        let keep = if count > 1 { widths.first().map_or(0, |first| first + 4) } else { 0 };
        let window = |from| Window::new(wide.saturating_add(borders), keep, from, width);
        let window = cut_from.filter(|_| !fits).map(window);
        return Some(Grid { align, widths, ruled, window });
    }
    let room = room?;
    let crowded = |(extent, &width): (&Extent, &usize)| {
        width < NARROW && extent.natural > width.saturating_mul(TALL) && count > 1
    };
    // Words are best kept whole; else their joints are opened.
    let kept: [fn(&Extent) -> usize; 2] =
        [|extent| extent.word.max(extent.part), |extent| extent.part];
    kept.into_iter().find_map(|kept| {
        let cut = |extent: &Extent| if extent.over { CUT.min(most) } else { 1 };
        let least = |extent: &Extent| kept(extent).max(cut(extent));
        let sum = extents.iter().map(least).fold(0, usize::saturating_add);
        let widths = (sum <= room).then(|| shrink(&extents, least, room))?;
        let readable = !extents.iter().zip(&widths).any(crowded);
        readable.then_some(Grid { align, widths, ruled: true, window: None })
    })
}

/// Widths that add up to `room`: no column is wider than it needs or narrower than its least, and
/// the widest give first.
fn shrink(extents: &[Extent], least: impl Fn(&Extent) -> usize, room: usize) -> Vec<usize> {
    let at_level = |level: usize| {
        extents.iter().map(move |extent| extent.natural.min(level)).zip(extents.iter().map(&least))
    };
    let sum =
        |level: usize| -> usize { at_level(level).map(|(some, least)| some.max(least)).sum() };
    // The highest level that fits; level 0 does, the room itself is the most that can.
    let (mut low, mut high) = (0, room);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if sum(middle) <= room { low = middle } else { high = middle - 1 }
    }
    let mut left = room.saturating_sub(sum(low));
    let level = at_level(low).map(|(some, least)| some.max(least)).zip(extents);
    level
        .map(|(width, extent)| {
            let more = usize::from(left > 0 && width < extent.natural);
            left -= more;
            width + more
        })
        .collect()
}

impl Grid<'_> {
    fn lay_out(&self, page: &mut Page<'_>, head: Option<&[Cell]>, rows: &[Vec<Cell>], span: Span) {
        let mut at = span.start;
        self.border(page, page.signs.top, at);
        if let Some(head) = head {
            at = start(head).unwrap_or(at).max(at);
            self.paint(page, self.lines(page, head, true), at);
        }
        for (index, cells) in rows.iter().enumerate() {
            at = start(cells).unwrap_or(at).max(at);
            let ruled = if index == 0 { head.is_some() } else { self.ruled };
            if ruled {
                self.border(page, page.signs.middle, at);
            }
            self.paint(page, self.lines(page, cells, false), at);
        }
        self.border(page, page.signs.bottom, at);
    }

    /// The lines of each cell of a row.
    fn lines(&self, page: &Page<'_>, cells: &[Cell], head: bool) -> Vec<Vec<Line>> {
        let cells = cells.iter().zip(&self.widths).map(|(cell, &width)| {
            let flow = if head {
                Flow::new(&cell.content, Role::TableHead, page.options)
            } else {
                Flow::with_terms(&cell.content, page.base, page)
            };
            flow.wrap(width, width)
        });
        cells.collect()
    }

    fn paint(&self, page: &mut Page<'_>, cells: Vec<Vec<Line>>, at: usize) {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut cells: Vec<_> = cells.into_iter().map(Vec::into_iter).collect();
        for _ in 0..height {
            let mut pieces = Vec::with_capacity(self.widths.len() * 2 + 1);
            // What stands between the text before and the text to come.
            let mut between = page.signs.bar.to_owned();
            for (column, &width) in self.widths.iter().enumerate() {
                let line = cells.get_mut(column).and_then(Iterator::next);
                let room = width.saturating_sub(line.as_ref().map_or(0, |line| line.cols));
                let left = left(self.align.get(column), room);
                between.push_str(&" ".repeat(left + 1));
                pieces.push(Piece::decor(Role::TableBorder, &between));
                pieces.extend(line.into_iter().flat_map(|line| line.pieces));
                between = " ".repeat(room - left + 1);
                between.push_str(page.signs.bar);
            }
            pieces.push(Piece::decor(Role::TableBorder, &between));
            self.push(page, pieces, Some(page.signs.cut), at);
        }
    }

    /// Adds a row, or what is shown of it.
    fn push(&self, page: &mut Page<'_>, pieces: Vec<Piece>, sign: Option<&str>, at: usize) {
        let Some(window) = &self.window else { return page.push(pieces, at) };
        page.more = window.more();
        page.push(window.of(&pieces, sign), at);
        page.more = false;
    }

    fn border(&self, page: &mut Page<'_>, [left, joint, right]: [&str; 3], at: usize) {
        let lines: Vec<_> =
            self.widths.iter().map(|width| page.signs.line.repeat(width + 2)).collect();
        let text = format!("{left}{}{right}", lines.join(joint));
        self.push(page, vec![Piece::decor(Role::TableBorder, &text)], None, at);
    }
}

/// Where the first of `cells` begins in the note.
fn start(cells: &[Cell]) -> Option<usize> {
    let spans = cells.iter().map(|cell| cell.span).filter(|span| !span.is_empty());
    spans.map(|span| span.start).min()
}

fn records(page: &mut Page<'_>, head: &[Cell], rows: &[Vec<Cell>], count: usize, span: Span) {
    let (none, empty) = (Vec::new(), Cell::default());
    let only_head = std::slice::from_ref(&none);
    let rows = if rows.is_empty() { only_head } else { rows };
    let mut at = span.start;
    // What says nothing is left out; the name of a column where nothing stands is said once.

    let used: Vec<bool> = (0..count)
        .map(|column| rows.iter().any(|cells| cells.get(column).is_some_and(says)))
        .collect();
    for (index, cells) in rows.iter().enumerate() {
        if index > 0 {
            let cols = page.width().min(RULE);
            page.push(vec![Piece::decor(Role::Rule, &page.signs.line.repeat(cols))], at);
        }
        at = start(cells).unwrap_or(at).max(at);
        let before = page.len();
        for (column, used) in used.iter().enumerate() {
            let name = head.get(column).unwrap_or(&empty);
            let value = cells.get(column).unwrap_or(&empty);
            if says(value) || (index == 0 && !used) {
                field(page, name, value, at);
            }
        }
        if page.len() == before {
            page.push(vec![Piece::decor(Role::Muted, page.signs.nothing)], at);
        }
    }
}

/// Whether anything is to be seen of a cell.
fn says(cell: &Cell) -> bool {
    cell.content.iter().any(|inline| match inline {
        Inline::Text(run) => !run.text.trim().is_empty(),
        Inline::Image { .. } | Inline::Footnote { .. } => true,
        Inline::Break { .. } => false,
    })
}

/// A line of a record.
fn field(page: &mut Page<'_>, name: &Cell, value: &Cell, at: usize) {
    let mut flow = Flow::new(&name.content, Role::TableHead, page.options);
    if !flow.text.is_empty() {
        flow.decor(Role::Label, if value.content.is_empty() { ":" } else { ": " });
    }
    flow.append(Flow::with_terms(&value.content, page.base, page));
    if flow.text.is_empty() {
        return;
    }
    page.enter_hanging(HANG);
    let (first, rest) = page.widths();
    for line in flow.wrap(first, rest) {
        page.push(line.pieces, at);
    }
    page.leave(at);
}
