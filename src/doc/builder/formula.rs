//! Formulas within text, and those that stand on lines of their own.

use std::ops::Range;

use super::super::Marks;
use super::super::formula;
use super::Builder;
use super::inline::place;

impl Builder<'_> {
    /// A formula between single signs, on one line.
    pub(super) fn inline_formula(&mut self, tex: &str, range: Range<usize>) {
        match formula::lines(tex, false).and_then(|mut lines| lines.pop()) {
            Some(line) => {
                let place = place(&self.source.text, tex, &range).unwrap_or(range);
                self.run(&line.text, place, Marks::MATH);
            }
            None => self.inner(tex, range, Marks::MATH),
        }
    }

    /// A formula between `$$`. What cannot be read keeps its lines.
    pub(super) fn formula(&mut self, tex: &str, range: Range<usize>) {
        if tex.trim().is_empty() {
            return self.as_written(range);
        }
        let Some(lines) = formula::lines(tex, !self.one_line) else {
            return self.formula_as_written(tex, range);
        };
        let apart = lines.len() > 1 || tex.contains('\n');
        let whole = place(&self.source.text, tex, &range);
        if apart {
            self.new_line(range.start);
        }
        for (index, line) in lines.into_iter().enumerate() {
            let at = match &whole {
                Some(whole) => whole.start + line.source.start..whole.start + line.source.end,
                None => range.clone(),
            };
            if index > 0 {
                self.new_line(at.start);
            }
            self.run(&line.text, at, Marks::MATH);
        }
        if apart {
            self.new_line(range.end);
        }
    }

    fn formula_as_written(&mut self, tex: &str, range: Range<usize>) {
        let apart = tex.contains('\n');
        if apart {
            self.new_line(range.start);
        }
        let mut at = range.start;
        for (index, line) in tex.trim().lines().map(str::trim).enumerate() {
            if index > 0 {
                self.new_line(at);
            }
            let rest = at..range.end;
            at = place(&self.source.text, line, &rest).map_or(at, |place| place.end);
            self.inner(line, rest, Marks::MATH);
        }
        if apart {
            self.new_line(range.end);
        }
    }
}
