//! Code in a box. Nothing of a line is lost, not even a space: what is too long goes on below, or is
//! left to be scrolled to.

use std::ops::Range;

use super::drawing::is_drawing;
use super::flow::Flow;
use super::frame::Frame;
use super::page::Page;
use super::{CodeRow, Options, Piece, Scrolled, cols, measure};
use crate::doc::{CodeLine, Inline, Marks, Run};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// Below this width a line that goes on has no sign.
const SIGN: usize = 6;

/// The columns that the box takes.
const BORDERS: usize = 4;

/// Lays out code with its language and its title, which stand in the border of the box; a title that is
/// too long for that stands above.
pub(super) fn code(
    page: &mut Page<'_>,
    (lang, title): (&Clean, Option<&CodeLine>),
    lines: &[CodeLine],
    span: Span,
) {
    let mut at = span.start;
    let mut label = label(page, lang, title);
    if let Some(title) = title
        && !Frame::has_room(page, cols(&label))
    {
        label = self::label(page, lang, None);
        at = at.max(title.span.start);
        let run = Run { text: title.text.clone(), span: title.span, ..Run::default() };
        let above = Flow::new(&[Inline::Text(run)], Role::Caption, page.options);
        page.flow(&above, at);
    }
    let longest = lines.iter().map(|line| measure::width(&line.text)).max().unwrap_or(0);
    let frame = Frame::fitting(page, longest, cols(&label), Role::CodeBorder);
    if let Some(frame) = &frame {
        frame.top(page, label, at);
    }
    let room = frame.as_ref().map_or(page.width(), Frame::inner);
    let cut_from = cut_from(lines, longest > room, page.options);
    for (number, line) in lines.iter().enumerate() {
        at = at.max(line.span.start);
        let rows = match cut_from {
            Some(column) => vec![cut(line, column, room, page.signs.cut)],
            None => wrap(line, room, page.signs.more),
        };
        for Part { range, pieces } in rows {
            let (from, more) = (range.start, range.end < line.text.len());
            page.code = Some(CodeRow { block: span, line: number, from, more });
            page.more = more && cut_from.is_some();
            // The rows of a page keep their places while it is scrolled to the side.
            let of_note = pieces.iter().find(|piece| !piece.span.is_empty());
            let of_note = of_note.filter(|_| cut_from.is_none());
            at = at.max(of_note.map_or(at, |piece| piece.span.start));
            match &frame {
                Some(frame) => frame.row(page, pieces, at),
                None => page.push(pieces, at),
            }
        }
    }
    (page.code, page.more) = (None, false);
    if let Some(frame) = &frame {
        frame.bottom(page, at);
    }
}

/// With which column its lines begin, where they are cut.
fn cut_from(lines: &[CodeLine], too_wide: bool, options: &Options<'_>) -> Option<usize> {
    let drawn = || options.cut_drawings && too_wide && is_drawing(lines);
    options.cut_from.or_else(|| drawn().then_some(0))
}

/// Where a byte of the note stands in its line, if that is cut. Of a line that is not as in the note every byte stands
/// for all of it.
pub(super) fn scrolled(lines: &[CodeLine], at: usize, options: &Options<'_>) -> Option<Scrolled> {
    cut_from(lines, true, options)?;
    let after = lines.partition_point(|line| line.span.start <= at);
    let line = lines.get(after.checked_sub(1)?)?;
    let place = line.parts().find_map(|(own, span)| {
        let exact = own.len() == span.len() && span.contains(at);
        exact.then(|| own.start + at - span.start)
    })?;
    let column = measure::width(line.text.get(..place)?);
    Some(Scrolled { column, room: options.width.saturating_sub(BORDERS) })
}

/// What stands in the border: `yaml · deploy.yaml`.
fn label(page: &Page<'_>, lang: &Clean, title: Option<&CodeLine>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if !lang.is_empty() {
        pieces.push(Piece::decor(Role::CodeLang, lang));
    }
    if let Some(title) = title {
        if !lang.is_empty() {
            pieces.push(Piece::decor(Role::CodeBorder, page.signs.between));
        }
        pieces.extend(whole(title, Role::Caption));
    }
    pieces
}

fn whole(line: &CodeLine, role: Role) -> impl Iterator<Item = Piece> {
    pieces_of(line, 0..line.text.len()).map(move |piece| Piece { role, ..piece })
}

/// Part of a line, as it stands on a row.
struct Part {
    /// Which bytes of the text of the line it is.
    range: Range<usize>,
    pieces: Vec<Piece>,
}

/// What there is of a line from `column` on in `room` columns. Where something is cut off stands
/// `sign`, one column wide, if there is room for it.
fn cut(line: &CodeLine, column: usize, room: usize, sign: &str) -> Part {
    let wide = measure::width(&line.text);
    let end = column.saturating_add(room);
    let (left, right) = (column > 0 && wide > 0 && room >= SIGN, wide > end && room >= SIGN);
    let (first, last) = (column + usize::from(left), end - usize::from(right));
    // Of the characters that stand in these columns as a whole: the first, and the one after them.
    let (mut from, mut to, mut at) = (None, None, 0);
    for (byte, cols) in glyphs(&line.text) {
        if at >= first {
            from.get_or_insert((byte, at));
        }
        if at + cols > last {
            to = Some((byte, at));
            break;
        }
        at += cols;
    }
    let (to, to_column) = to.unwrap_or((line.text.len(), wide));
    let (from, from_column) = from.unwrap_or((to, to_column));
    let mut pieces = Vec::new();
    // A wide character that the signs stand in leaves a gap.
    let gap = |cols: usize| Piece::decor(Role::CodeMore, &" ".repeat(cols));
    let sign = || Piece::decor(Role::CodeMore, sign);
    if left {
        pieces.push(sign());
    }
    let mut used = first;
    if from < to {
        pieces.push(gap(from_column.saturating_sub(first)));
        pieces.extend(pieces_of(line, from..to));
        used = to_column;
    }
    if right {
        pieces.push(gap(last.saturating_sub(used)));
        pieces.push(sign());
    }
    pieces.retain(|piece| !piece.text.is_empty());
    Part { range: from..to, pieces }
}

/// The rows of a line, each at most `room` columns wide.
fn wrap(line: &CodeLine, room: usize, sign: &str) -> Vec<Part> {
    let sign = if room < SIGN { None } else { Some(format!("{sign} ")) };
    let taken = sign.as_deref().map_or(0, measure::width);
    let ranges = cuts(&line.text, room, room.saturating_sub(taken).max(1));
    let rows = ranges.into_iter().map(|range| {
        let mut pieces = Vec::new();
        if let (1.., Some(sign)) = (range.start, &sign) {
            pieces.push(Piece::decor(Role::CodeMore, sign));
        }
        if !range.is_empty() {
            pieces.extend(pieces_of(line, range.clone()));
        }
        Part { range, pieces }
    });
    rows.collect()
}

/// Where the rows of `text` begin and end: at least one, the first of `first` columns, the others
/// of `rest`. A row ends after a space where there is one in its second half.
fn cuts(text: &str, first: usize, rest: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let (mut start, mut cols, mut limit) = (0, 0, first);
    // After the last space of the second half: where that is, and the columns up to there.
    let mut space = None;
    for (at, wide) in glyphs(text) {
        if cols + wide > limit && at > start {
            let (end, before) = space.take().unwrap_or((at, cols));
            ranges.push(start..end);
            (start, cols, limit) = (end, cols - before, rest);
            // What was carried over may be too wide beside the sign; then it is cut here.
            if cols + wide > limit && at > start {
                ranges.push(start..at);
                (start, cols) = (at, 0);
            }
        }
        cols += wide;
        let blank = text.get(at..).is_some_and(|rest| rest.starts_with(' '));
        if blank && cols > limit / 2 {
            space = Some((at + 1, cols));
        }
    }
    ranges.push(start..text.len());
    ranges
}

/// The graphemes of `text`, where they begin and their columns; one that is wider than any cell
/// gives its characters instead.
pub(super) fn glyphs(text: &str) -> impl Iterator<Item = (usize, usize)> {
    measure::graphemes(text).flat_map(|(at, grapheme, cols)| {
        let chars = if cols <= 2 { "" } else { grapheme };
        let whole = (cols <= 2).then_some((at, cols));
        let inner = chars
            .char_indices()
            .map(move |(offset, c)| (at + offset, measure::width(c.encode_utf8(&mut [0; 4]))));
        whole.into_iter().chain(inner)
    })
}

/// The bytes `range` of a line: a piece for each tab, and one for what stands between two.
fn pieces_of(line: &CodeLine, range: Range<usize>) -> impl Iterator<Item = Piece> {
    line.parts().filter_map(move |(own, span)| {
        let (from, to) = (own.start.max(range.start), own.end.min(range.end));
        let to_note = |at: usize| span.start + at - own.start;
        let exact = own.len() == span.len();
        let span = if exact { Span::new(to_note(from), to_note(to)) } else { span };
        let text = (from < to).then(|| line.text.slice(from..to))?;
        let (role, marks) = (Role::CodeText, Marks::NONE);
        Some(Piece { role, marks, text, span, target: None, term: None })
    })
}
