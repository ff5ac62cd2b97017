//! Formulas of several rows: aligned lines, matrices, cases.

use std::ops::Range;

use super::Line;
use super::atoms::{Atom, Kind, line};
use super::letters::is_raised;
use crate::text::width::width;

/// A space that stands wherever it is put, at the beginning of a line too.
const FIXED: char = '\u{a0}';
/// No cell is filled up by more columns than this.
const MOST_FILLED: usize = 24;
/// Rows of more columns are not filled up to be equally long.
const MOST_COLUMNS: usize = 40;
/// What is wider is not set beside something else.
const MOST_BESIDE: usize = 34;

/// How rows are bracketed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Lines that stand one below the other.
    Lines,
    /// Cells, with what stands before and after them.
    Cells(Fence, Fence),
}

/// A bracket that goes over several rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    None,
    Round,
    Square,
    Curly,
    Bar,
    Bars,
}

/// The shape that an environment has.
pub(super) fn shape(name: &str) -> Option<Shape> {
    use Fence::{Bar, Bars, Curly, Round, Square};
    Some(match name {
        "matrix" | "smallmatrix" | "array" | "tabular" => Shape::Cells(Fence::None, Fence::None),
        "pmatrix" => Shape::Cells(Round, Round),
        "bmatrix" => Shape::Cells(Square, Square),
        "Bmatrix" => Shape::Cells(Curly, Curly),
        "vmatrix" => Shape::Cells(Bar, Bar),
        "Vmatrix" => Shape::Cells(Bars, Bars),
        "cases" | "dcases" => Shape::Cells(Curly, Fence::None),
        "rcases" => Shape::Cells(Fence::None, Curly),
        "aligned" | "align" | "alignat" | "alignedat" | "gather" | "gathered" | "split"
        | "equation" | "multline" | "eqnarray" | "flalign" | "displaymath" | "math" => Shape::Lines,
        _ => return None,
    })
}

impl Fence {
    /// Its part beside the row `at` of `rows`, and what it is on one line.
    fn part(self, left: bool, at: usize, rows: usize) -> &'static str {
        let [single, top, middle, bottom, centre] = match (self, left) {
            (Fence::None, _) => return "",
            (Fence::Bar, _) => return "│",
            (Fence::Bars, _) => return "║",
            (Fence::Round, true) => ["(", "⎛", "⎜", "⎝", "⎜"],
            (Fence::Round, false) => [")", "⎞", "⎟", "⎠", "⎟"],
            (Fence::Square, true) => ["[", "⎡", "⎢", "⎣", "⎢"],
            (Fence::Square, false) => ["]", "⎤", "⎥", "⎦", "⎥"],
            (Fence::Curly, true) => ["{", "⎧", "⎪", "⎩", "⎨"],
            (Fence::Curly, false) => ["}", "⎫", "⎪", "⎭", "⎬"],
        };
        match at {
            _ if rows == 1 => single,
            0 => top,
            at if at + 1 == rows => bottom,
            at if at == rows / 2 => centre,
            _ => middle,
        }
    }
}

/// Rows that are set, and what they are on one line.
#[derive(Debug)]
pub(super) struct Rows {
    pub lines: Vec<Line>,
    pub single: String,
    shape: Shape,
}

/// A row as it was read: where it stands in the formula, and its cells.
pub(super) type Row = (Range<usize>, Vec<Vec<Atom>>);

impl Rows {
    pub fn new(shape: Shape, rows: Vec<Row>) -> Rows {
        match shape {
            Shape::Lines => Rows::aligned(rows),
            Shape::Cells(left, right) => Rows::cells(shape, left, right, rows),
        }
    }

    /// Rows with what follows the first `&` of each below the other.
    fn aligned(rows: Vec<Row>) -> Rows {
        let mut set = Vec::new();
        for (source, cells) in rows {
            let mut cells = cells.into_iter();
            let mut atoms = cells.next().unwrap_or_default();
            let left = atoms.is_empty();
            let rest: Vec<Vec<Atom>> = cells.collect();
            let right: usize = rest.first().map_or(0, |right| width(&line(right, false)));
            for (index, cell) in rest.into_iter().enumerate() {
                if index % 2 == 1 {
                    atoms.push(Atom::new(Kind::Space, "  ", source.start));
                }
                atoms.extend(cell);
            }
            let text = line(&atoms, false);
            let offset = if left { 0 } else { width(&text).saturating_sub(right) };
            set.push((source, text, offset, right > 0));
        }
        let aligned = set.iter().filter(|(.., aligned)| *aligned).map(|(_, _, offset, _)| *offset);
        let most = aligned.max().unwrap_or(0);
        let most = if most > MOST_FILLED { 0 } else { most };
        let single: Vec<&str> = set.iter().map(|(_, text, ..)| text.as_str()).collect();
        let single = single.join("; ");
        let lines = set.into_iter().map(|(source, text, offset, aligned)| {
            let filled = if aligned { most.saturating_sub(offset) } else { 0 };
            let mut line = fixed(filled);
            line.push_str(&text);
            Line { text: line, source }
        });
        Rows { lines: lines.collect(), single, shape: Shape::Lines }
    }

    fn cells(shape: Shape, left: Fence, right: Fence, rows: Vec<Row>) -> Rows {
        let mut columns: Vec<usize> = Vec::new();
        let mut set = Vec::with_capacity(rows.len());
        for (source, cells) in rows {
            let cells: Vec<String> = cells.iter().map(|cell| line(cell, false)).collect();
            for (index, cell) in cells.iter().enumerate() {
                let wide = width(cell);
                match columns.get_mut(index) {
                    Some(column) => *column = wide.max(*column),
                    None => columns.push(wide),
                }
            }
            set.push((source, cells));
        }
        let all = |cells: &[String]| {
            let mut joined = String::new();
            for cell in cells {
                let sign = if joined.is_empty() || joined.ends_with([',', ';']) { "" } else { "," };
                let gap = if joined.is_empty() { "" } else { " " };
                joined.extend([sign, gap, cell]);
            }
            joined
        };
        let single: Vec<String> = set.iter().map(|(_, cells)| all(cells)).collect();
        let (open, close) = (left.part(true, 0, 1), right.part(false, 0, 1));
        let single = format!("{open}{}{close}", single.join("; "));
        let count = set.len();
        let lines = set.into_iter().enumerate().map(|(at, (source, cells))| {
            let mut text = String::new();
            let (open, close) = (left.part(true, at, count), right.part(false, at, count));
            text.push_str(open);
            text.extend((!open.is_empty()).then_some(FIXED));
            let last = columns.len().saturating_sub(1);
            for (index, wide) in columns.iter().enumerate() {
                let cell = cells.get(index).map_or("", String::as_str);
                text.extend(cell.chars().map(|c| if c == ' ' { FIXED } else { c }));
                // Nothing follows the last column of rows without a bracket there.
                if index < last || !close.is_empty() {
                    let filled = if *wide > MOST_FILLED { 0 } else { wide - width(cell) };
                    text.push_str(&fixed(filled + if index < last { 2 } else { 0 }));
                }
                let ragged = close.is_empty() || columns.len() > MOST_COLUMNS;
                if cells.len() <= index + 1 && ragged {
                    break;
                }
            }
            text.extend((!close.is_empty()).then_some(FIXED));
            text.push_str(close);
            Line { text: text.trim_end_matches(FIXED).to_owned(), source }
        });
        Rows { lines: lines.collect(), single, shape }
    }
}

fn fixed(columns: usize) -> String {
    std::iter::repeat_n(FIXED, columns).collect()
}

/// The lines of a formula of `length` bytes: each row of it, tables beside what stands before and
/// after them where there is room.
pub(super) fn lines(atoms: Vec<Atom>, length: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut open = Picture::default();
    let mut text: Vec<Atom> = Vec::new();
    let mut atoms = atoms.into_iter().peekable();
    while let Some(mut atom) = atoms.next() {
        let end = atoms.peek().map_or(length, |next| next.at);
        let at = atom.at;
        match (atom.kind, atom.rows.take()) {
            (_, Some(rows)) => {
                open.beside(Picture::line(std::mem::take(&mut text), at), &mut lines);
                if rows.shape == Shape::Lines {
                    open.end(&mut lines);
                    lines.extend(rows.lines);
                } else {
                    open.beside(Picture { lines: rows.lines }, &mut lines);
                }
            }
            (Kind::Row, None) => {
                open.beside(Picture::line(std::mem::take(&mut text), at), &mut lines);
                open.end(&mut lines);
            }
            _ => text.push(atom),
        }
        if atoms.peek().is_none() {
            open.beside(Picture::line(std::mem::take(&mut text), end), &mut lines);
        }
    }
    open.end(&mut lines);
    lines
}

/// What is set so far of a line that may be several rows high.
#[derive(Default)]
struct Picture {
    lines: Vec<Line>,
}

impl Picture {
    fn line(atoms: Vec<Atom>, end: usize) -> Picture {
        let start = atoms.first().map_or(end, |atom| atom.at);
        let text = line(&atoms, false);
        let text = text.trim();
        let lines = if text.is_empty() {
            Vec::new()
        } else {
            vec![Line { text: text.to_owned(), source: start..end }]
        };
        Picture { lines }
    }

    fn width(&self) -> usize {
        self.lines.iter().map(|line| width(&line.text)).max().unwrap_or(0)
    }

    /// Sets `right` beside this, their middles on one line; below it where both are too wide.
    fn beside(&mut self, right: Picture, done: &mut Vec<Line>) {
        let wide = self.width();
        if right.lines.is_empty() {
            return;
        }
        if self.lines.is_empty() || wide + right.width() >= MOST_BESIDE {
            self.end(done);
            self.lines = right.lines;
            return;
        }
        let (own, other) = ((self.lines.len() - 1) / 2, (right.lines.len() - 1) / 2);
        let base = own.max(other);
        let gap = right.lines.get(other).map_or(0, |line| usize::from(!clings(&line.text)));
        let mut left = std::mem::take(&mut self.lines).into_iter();
        let mut right = right.lines.into_iter();
        let mut at = 0;
        while left.len() + right.len() > 0 {
            let first = if at + own >= base { left.next() } else { None };
            let second = if at + other >= base { right.next() } else { None };
            let mut text = first.as_ref().map_or(String::new(), |line| line.text.clone());
            if let Some(second) = &second {
                text.push_str(&fixed(wide + gap - width(&text)));
                text.push_str(&second.text);
            }
            let sources = [first, second].into_iter().flatten().map(|line| line.source);
            let source = sources.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
            self.lines.push(Line { text, source: source.unwrap_or_default() });
            at += 1;
        }
    }

    fn end(&mut self, done: &mut Vec<Line>) {
        done.append(&mut self.lines);
    }
}

/// Whether `text` belongs right behind what stands before it: it begins with a sign that ends something,
/// or with an exponent.
fn clings(text: &str) -> bool {
    text.starts_with([',', '.', ';', ')', '^', '_']) || text.starts_with(is_raised)
}
