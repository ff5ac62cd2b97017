//! Breaking a flow into lines of a given width, in time linear in its length.

mod formula;

use std::ops::Range;

use super::Piece;
use super::flow::Flow;
use super::measure;
use crate::doc::Marks;

/// A line of a flow.
pub(super) struct Line {
    pub pieces: Vec<Piece>,
    /// Its columns.
    pub cols: usize,
    /// Where in the note it begins, if any of it is of the note.
    pub at: Option<usize>,
}

/// How wide a flow is.
#[derive(Clone, Copy, Default)]
pub(super) struct Extent {
    /// The longest line, were there no need to wrap.
    pub natural: usize,
    /// The longest word of those that are no longer than asked.
    pub word: usize,
    /// The longest part of such a word, where its joints may be opened.
    pub part: usize,
    /// Whether there are longer parts.
    pub over: bool,
    /// How many lines there are then.
    pub lines: usize,
}

impl Extent {
    fn take_word(&mut self, word: usize, most: usize) {
        self.word = self.word.max(if word > most { 0 } else { word });
    }

    fn take_part(&mut self, part: usize, most: usize) {
        self.over |= part > most;
        self.part = self.part.max(if part > most { 0 } else { part });
    }

    /// The extent of both, one below the other.
    pub fn join(self, other: Extent) -> Extent {
        Extent {
            natural: self.natural.max(other.natural),
            word: self.word.max(other.word),
            part: self.part.max(other.part),
            over: self.over || other.over,
            lines: self.lines.max(other.lines),
        }
    }
}

/// A grapheme.
struct Glyph {
    at: usize,
    cols: usize,
    before: Gap,
    space: bool,
    /// It must not begin a line (`)`, `。`…).
    clings: bool,
}

/// Whether a line may end before a glyph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    Closed,
    /// Only where the word does not fit in a line.
    Weak,
    /// The same, yet no word is torn: after a sign, such as those in a path or a name, and before `(`.
    Joint,
    Open,
}

/// How far an overlong word is cut earlier so that no line begins with a closing sign.
const BACK: usize = 3;

impl Flow {
    /// Its lines: the first at most `first` columns wide, the others `rest`. A glyph wider than
    /// that stands alone in its line.
    pub fn wrap(&self, first: usize, rest: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        self.each_line(first, rest, |line| lines.push(line));
        lines
    }

    /// As [`Flow::wrap`], but gives each line as soon as it is there.
    pub fn each_line(&self, first: usize, rest: usize, mut give: impl FnMut(Line)) {
        // Blank lines wait for the next one, as none stands at the end.
        let mut blank = 0;
        let mut limit = first;
        let mut line = |line: Line| {
            if line.pieces.is_empty() {
                blank += 1;
                return;
            }
            for _ in 0..std::mem::take(&mut blank) {
                give(Line { pieces: Vec::new(), cols: 0, at: None });
            }
            give(line);
        };
        // Rows only ever move forward through the parts.
        let mut part = 0;
        let mut forced = 0;
        for range in self.forced() {
            forced += 1;
            let glyphs = self.glyphs(range.clone(), rest);
            let mut from = skip_spaces(&glyphs, 0);
            if from == glyphs.len() && forced > 1 {
                line(Line { pieces: Vec::new(), cols: 0, at: None });
                limit = rest;
            }
            while from < glyphs.len() {
                let to = line_end(&glyphs, from, limit);
                line(self.line(&glyphs, from..to, range.end, &mut part));
                limit = rest;
                from = skip_spaces(&glyphs, to);
            }
        }
    }

    /// How wide it is, and its longest word of at most `most` columns.
    pub fn extent(&self, most: usize) -> Extent {
        let mut extent = Extent::default();
        for range in self.forced() {
            let (mut line, mut ink, mut word, mut part) = (0, 0, 0, 0);
            for glyph in self.glyphs(range, most) {
                if glyph.before == Gap::Open {
                    extent.take_word(word, most);
                    word = 0;
                }
                if matches!(glyph.before, Gap::Open | Gap::Joint) {
                    extent.take_part(part, most);
                    part = 0;
                }
                line += glyph.cols;
                if !glyph.space {
                    ink = line;
                    word += glyph.cols;
                    part += glyph.cols;
                }
            }
            extent.take_word(word, most);
            extent.take_part(part, most);
            extent.natural = extent.natural.max(ink);
            extent.lines += 1;
        }
        extent
    }

    /// The lines that the note itself ends.
    fn forced(&self) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        let len = self.text.len();
        let ends = self.ends.iter().copied().filter(move |&end| end < len);
        ends.chain((len > 0).then_some(len)).map(move |end| {
            let range = from..end;
            from = end;
            range
        })
    }

    /// The glyphs of a line of the note, which is to be set in lines of `most` columns.
    fn glyphs(&self, range: Range<usize>, most: usize) -> Vec<Glyph> {
        let text = self.text.get(range.clone()).unwrap_or("");
        let breaks = measure::breaks(text);
        let mut breaks = breaks.iter().map(|at| at + range.start).peekable();
        let mut glyphs = Vec::with_capacity(text.len() / 2);
        let (mut last, mut last_but_one) = (' ', ' ');
        let first = self.parts.partition_point(|part| part.range.end <= range.start);
        let mut formulas: Vec<Range<usize>> = Vec::new();
        for part in self.parts.iter().skip(first) {
            let start = part.range.start.max(range.start);
            let end = part.range.end.min(range.end);
            if start >= end {
                break;
            }
            let from = glyphs.len();
            // Parts are painted one by one, so a grapheme never reaches over their edge.
            let text = self.text.get(start..end).unwrap_or("");
            for (offset, grapheme, cols) in measure::graphemes(text) {
                let at = start + offset;
                while breaks.next_if(|&place| place < at).is_some() {}
                let next = grapheme.chars().next().unwrap_or(' ');
                let before = match breaks.next_if_eq(&at) {
                    None if opens_aside(last, next) => Gap::Joint,
                    None => Gap::Closed,
                    // What stands before `://` is no word of its own.
                    Some(_) if (last_but_one, last) == ('/', '/') => Gap::Weak,
                    Some(_) => gap(last, next),
                };
                last_but_one = last;
                last = grapheme.chars().next_back().unwrap_or(next);
                let space = grapheme.chars().all(is_space);
                let clings = cols > 0 && clings(next);
                if cols <= 2 {
                    glyphs.push(Glyph { at, cols, before, space, clings });
                    continue;
                }
                // A cluster wider than any cell: its characters stand for themselves.
                let mut before = before;
                for (inner, c) in grapheme.char_indices() {
                    let cols = measure::width(c.encode_utf8(&mut [0; 4]));
                    glyphs.push(Glyph { at: at + inner, cols, before, space, clings });
                    before = Gap::Closed;
                }
            }
            if part.marks.has(Marks::MATH) {
                match formulas.last_mut().filter(|last| last.end == from) {
                    Some(last) => last.end = glyphs.len(),
                    None => formulas.push(from..glyphs.len()),
                }
            }
        }
        for formula in formulas {
            formula::keep(&mut glyphs, formula, &self.text, most);
        }
        glyphs
    }

    /// The line of the glyphs `range`, without the spaces at its end; `end` is where the last
    /// glyph ends, `part` the first part that it may have something of.
    fn line(&self, glyphs: &[Glyph], range: Range<usize>, end: usize, part: &mut usize) -> Line {
        let mut own = glyphs.get(range.clone()).unwrap_or(&[]);
        let mut stop = range.end;
        while let Some((Glyph { space: true, .. }, front)) = own.split_last() {
            (own, stop) = (front, stop - 1);
        }
        let start = own.first().map_or(end, |glyph| glyph.at);
        let stop = glyphs.get(stop).map_or(end, |glyph| glyph.at);
        let cols = own.iter().map(|glyph| glyph.cols).sum();
        let mut pieces = Vec::new();
        while let Some(style) = self.parts.get(*part) {
            let (from, to) = (style.range.start.max(start), style.range.end.min(stop));
            if from < to {
                pieces.push(style.piece(&self.text, from..to));
            }
            if style.range.end > stop {
                break;
            }
            *part += 1;
        }
        let of_note = pieces.iter().find(|piece| !piece.span.is_empty());
        Line { cols, at: of_note.map(|piece| piece.span.start), pieces }
    }
}

/// Korean is read by words: a line ends inside one only if it must, be it between Hangul and Latin
/// letters, a bracket or a particle. The same holds for the parts of a path and of a name with hyphens.
fn gap(before: char, after: char) -> Gap {
    match before {
        _ if before.is_whitespace() => Gap::Open,
        '/' | '-' => Gap::Joint,
        _ if !is_hangul(before) && !is_hangul(after) => Gap::Open,
        _ if is_hangul(after) && !before.is_alphanumeric() => Gap::Joint,
        _ => Gap::Weak,
    }
}

/// `한글(English)` may be parted before its second name.
fn opens_aside(before: char, after: char) -> bool {
    matches!(after, '(' | '（') && before.is_alphanumeric()
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}')
}

fn clings(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '>'
            | '.'
            | ','
            | '!'
            | '?'
            | ':'
            | ';'
            | '%'
            | '。'
            | '、'
            | '，'
            | '．'
            | '」'
            | '』'
            | '】'
            | '〉'
            | '》'
            | '）'
            | '］'
            | '｝'
            | '！'
            | '？'
            | '：'
            | '；'
            | '…'
            | '’'
            | '”'
            | '·'
    )
}

fn skip_spaces(glyphs: &[Glyph], from: usize) -> usize {
    let spaces = glyphs.iter().skip(from).take_while(|glyph| glyph.space).count();
    from + spaces
}

/// Where a line that begins with the glyph `from` ends. What is looked at beyond that end holds no
/// better place, so that a glyph is looked at three times at most.
fn line_end(glyphs: &[Glyph], from: usize, limit: usize) -> usize {
    let (mut cols, mut open, mut weak) = (0, None, None);
    for (index, glyph) in glyphs.iter().enumerate().skip(from) {
        if index > from {
            match glyph.before {
                Gap::Open => open = Some(index),
                Gap::Weak | Gap::Joint => weak = Some(index),
                Gap::Closed => {}
            }
        }
        cols += glyph.cols;
        if cols > limit && !glyph.space {
            return open.or(weak).unwrap_or_else(|| cut(glyphs, from, index));
        }
    }
    glyphs.len()
}

/// Where to cut an overlong word that begins at `from` and is too wide with the glyph `over`.
fn cut(glyphs: &[Glyph], from: usize, over: usize) -> usize {
    let clings = |index: usize| glyphs.get(index).is_some_and(|glyph| glyph.clings);
    let back = (0..=BACK).map(|back| over.saturating_sub(back)).take_while(|&at| at > from);
    back.into_iter().find(|&at| !clings(at)).unwrap_or(over).max(from + 1)
}
