//! Where the lines of a formula end: before a sign between operands rather than after it, at wide
//! spaces, and within brackets only where these do not fit in a line.

use std::ops::Range;

use super::{Gap, Glyph};

/// So many spaces part what is said beside each other (`\quad`).
const WIDE: usize = 3;

/// Closes the gaps in the formula of the glyphs `range`, whose text begins each at its place in `text`,
/// that lines of `most` columns need not end in.
pub(super) fn keep(glyphs: &mut [Glyph], range: Range<usize>, text: &str, most: usize) {
    let Some(glyphs) = glyphs.get_mut(range) else { return };
    let mut whole = vec![0_isize; glyphs.len() + 1];
    let mut keep = |from: usize, to: usize, cols: usize| {
        if cols <= most && from < to {
            // The first glyph may begin a line, the last one end it.
            if let Some(from) = whole.get_mut(from + 1) {
                *from += 1;
            }
            if let Some(to) = whole.get_mut(to) {
                *to -= 1;
            }
        }
    };
    let mut open: Vec<(usize, usize)> = Vec::new();
    let (mut cols, mut ink, mut spaces) = (0, 0, 0);
    // Where what stands between wide spaces begins.
    let mut part = (0, 0);
    for (index, glyph) in glyphs.iter().enumerate() {
        if glyph.space {
            spaces += 1;
        } else {
            if spaces >= WIDE && open.is_empty() {
                keep(part.0, index, ink - part.1);
                part = (index, cols);
            }
            spaces = 0;
        }
        match char_at(text, glyph) {
            '(' | '[' | '{' | '⌊' | '⌈' | '⟨' => open.push((index, cols)),
            ')' | ']' | '}' | '⌋' | '⌉' | '⟩' => {
                if let Some((from, before)) = open.pop() {
                    keep(from, index + 1, cols + glyph.cols - before);
                }
            }
            _ => {}
        }
        cols += glyph.cols;
        ink = if glyph.space { ink } else { cols };
    }
    if part.0 > 0 {
        keep(part.0, glyphs.len(), ink - part.1);
    }
    let mut within = 0;
    let mut word = Word::Begun;
    for (glyph, change) in glyphs.iter_mut().zip(whole) {
        within += change;
        let after_sign = word.then(glyph.space, char_at(text, glyph));
        if glyph.before == Gap::Open {
            glyph.before = match (within > 0, after_sign) {
                (false, false) => Gap::Open,
                (true, true) => Gap::Closed,
                (true, false) | (false, true) => Gap::Joint,
            };
        }
    }
}

fn char_at(text: &str, glyph: &Glyph) -> char {
    text.get(glyph.at..).and_then(|text| text.chars().next()).unwrap_or(' ')
}

/// What stands before a place in a formula.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Nothing: a sign here stands before one operand.
    Begun,
    /// Something that is no sign between operands.
    Other,
    /// A sign between operands, as far as it is read.
    Sign,
    /// A space, after such a sign or not.
    Space { sign: bool },
}

impl Word {
    /// Goes on by a character, and tells whether it begins what follows a sign between operands.
    fn then(&mut self, space: bool, c: char) -> bool {
        let was = *self;
        *self = match was {
            Word::Space { .. } if space => was,
            _ if space => Word::Space { sign: was == Word::Sign },
            Word::Space { .. } | Word::Sign if is_sign(c) => Word::Sign,
            _ => Word::Other,
        };
        was == Word::Space { sign: true } && *self != was
    }
}

/// Whether it may be (part of) a sign between operands.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !"()[]{}⌊⌋⌈⌉⟨⟩,;.!…⋯∞∑∏∫√|‖".contains(c)
}
