//! Formulas: which dollar signs open and close one, and how one is read.
//!
//! `$HOME/bin:$PATH` is no formula, so single signs count only in a note that asks for them. To the
//! parser both kinds are one; where only `$$` counts, [`super::emphasis`] escapes the single signs.

mod atoms;
mod letters;
mod names;
mod rows;
mod tex;

pub use letters::{is_fenced, small};
use std::ops::Range;

/// Which formulas a text may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formulas {
    /// None.
    None,
    /// Only `$$…$$`.
    Double,
    /// `$…$`, too.
    All,
}

impl Formulas {
    /// Those of `text` in a note that asks (`single`) or does not ask for `$…$`.
    pub fn of(text: &str, single: bool) -> Formulas {
        if single && text.contains('$') {
            Formulas::All
        } else if text.contains("$$") {
            Formulas::Double
        } else {
            Formulas::None
        }
    }

    /// The offset after the formula that opens at the dollar sign at `at` in `part`, or after the
    /// signs there where none does.
    pub(super) fn after(self, part: &str, at: usize) -> usize {
        let rest = part.get(at..).unwrap_or("");
        let signs = rest.len() - rest.trim_start_matches('$').len();
        let (sign, opens) = match signs {
            1 => ("$", self == Formulas::All),
            _ => ("$$", self != Formulas::None),
        };
        // Looking no further keeps many signs that close nothing from taking quadratic time.
        let close = memchr::memmem::find_iter(rest.as_bytes(), sign)
            .take_while(|found| *found < LONGEST)
            .find(|found| *found >= signs);
        match close {
            Some(close) if opens => at + close + sign.len(),
            _ => at + signs,
        }
    }
}

/// A formula is at most so many bytes long.
const LONGEST: usize = 4096;

/// A line of a formula.
#[derive(Debug)]
pub(super) struct Line {
    /// As it is shown.
    pub text: String,
    /// Which bytes of the formula it stands for.
    pub source: Range<usize>,
}

/// The lines of the formula `tex` in plain text: one, unless it may stand `apart`. `None` where it is
/// none that can be read.
pub(super) fn lines(tex: &str, apart: bool) -> Option<Vec<Line>> {
    tex::lines(tex, apart)
}
