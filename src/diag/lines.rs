//! Where in a text a byte stands, for people: line and column.

use memchr::memchr_iter;

use crate::text::span::Span;

/// Inside longer lines a column is remembered every so many bytes, so that counting stays short.
const STEP: usize = 4096;

/// The lines of one text. Lines end with `\n`, or `\r\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The first byte of each line; the first is 0.
    starts: Vec<usize>,
    /// In lines longer than [`STEP`]: a byte, and the characters of its line before it.
    marks: Vec<(usize, usize)>,
    /// The length of the text.
    len: usize,
}

impl Lines {
    /// Goes once over `text`.
    pub fn new(text: &str) -> Lines {
        let mut starts = vec![0];
        starts.extend(memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        let mut marks = Vec::new();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        for (start, end) in starts.iter().copied().zip(ends) {
            let (mut at, mut column) = (start, 0);
            while end - at > STEP {
                let next = floor(text, at + STEP);
                column += Span::new(at, next).of(text).chars().count();
                at = next;
                marks.push((at, column));
            }
        }
        Lines { starts, marks, len: text.len() }
    }

    /// The number of lines: at least one, and one more after a last line end.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line and column of the byte `at` in `text`, both from 1, the column in characters.
    /// What lies outside the text is taken as its end. `text` is the one that the lines are of.
    pub fn position(&self, text: &str, at: usize) -> (usize, usize) {
        let at = floor(text, at);
        let line = self.starts.partition_point(|&start| start <= at);
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied();
        let start = start.unwrap_or(0);
        let mark = self.marks.partition_point(|&(byte, _)| byte <= at);
        let mark = mark.checked_sub(1).and_then(|mark| self.marks.get(mark)).copied();
        let (from, before) = mark.filter(|&(byte, _)| byte > start).unwrap_or((start, 0));
        (line.max(1), before + Span::new(from, at).of(text).chars().count() + 1)
    }

    /// The bytes of the line `line` (from 1), with its line end; empty where there is none.
    pub fn span(&self, line: usize) -> Span {
        let start = line.checked_sub(1).and_then(|at| self.starts.get(at)).copied();
        let end = self.starts.get(line).copied().unwrap_or(self.len);
        Span::new(start.unwrap_or(self.len), end)
    }
}

/// The start of the character that the byte `at` is in.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = "가나\n\r\nab";
        let lines = Lines::new(text);
        assert_eq!(lines.count(), 3);
        for (at, expected) in [
            (0, (1, 1)),
            (3, (1, 2)),
            (4, (1, 2)),
            (6, (1, 3)),
            (7, (2, 1)),
            (9, (3, 1)),
            (11, (3, 3)),
            (99, (3, 3)),
        ] {
            assert_eq!(lines.position(text, at), expected, "byte {at}");
        }
        assert_eq!(lines.span(1).of(text), "가나\n");
        assert_eq!(lines.span(3).of(text), "ab");
        assert_eq!(lines.span(4).of(text), "");
        assert_eq!(lines.span(0).of(text), "");
        assert_eq!(Lines::new("").position("", 0), (1, 1));
    }

    #[test]
    fn a_long_line_is_counted_from_its_marks() {
        let text = format!("가\n{}끝", "나".repeat(20_000));
        let lines = Lines::new(&text);
        assert_eq!(lines.position(&text, text.len() - 3), (2, 20_001));
        assert_eq!(lines.position(&text, 4), (2, 1));
        assert_eq!(lines.position(&text, 4 + 3 * 7000), (2, 7001));
    }

    proptest! {
        #[test]
        fn a_position_is_where_counting_finds_it(text in "[a가\n\r]{0,40}", at in 0usize..130) {
            let before = &text[..floor(&text, at)];
            let line = before.matches('\n').count() + 1;
            let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
            prop_assert_eq!(Lines::new(&text).position(&text, at), (line, column));
        }
    }
}
