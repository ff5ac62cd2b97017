//! A one-line input: text, a cursor, and the part that fits on the screen.

use unicode_segmentation::UnicodeSegmentation;

use super::sanitize::Clean;
use super::width;

/// The most characters that an input holds; what is typed or pasted beyond them is dropped.
pub const CAPACITY: usize = 1000;

/// The text being typed. It is clean at every moment; the cursor stands between graphemes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: Clean,
    cursor: usize,
}

impl Line {
    /// An input that holds `text`, with the cursor at its end.
    pub fn new(text: &str) -> Line {
        let mut line = Line::default();
        line.insert_str(text);
        line
    }

    /// What was typed.
    pub fn text(&self) -> &Clean {
        &self.text
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The byte of the text that the cursor stands before.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Types one character.
    pub fn insert(&mut self, c: char) {
        self.insert_str(c.encode_utf8(&mut [0; 4]));
    }

    /// Types or pastes `raw`, cleaned: line ends become spaces.
    pub fn insert_str(&mut self, raw: &str) {
        let room = CAPACITY.saturating_sub(self.text.chars().count());
        let typed: String = Clean::new(raw).chars().take(room).collect();
        let before = self.before().to_owned() + &typed;
        *self = Line::joined(&before, self.after());
    }

    /// Deletes what stands before the cursor; false where nothing does.
    pub fn backspace(&mut self) -> bool {
        let to = self.step_left();
        self.delete_back(to)
    }

    /// Deletes what stands under the cursor; false where nothing does.
    pub fn delete(&mut self) -> bool {
        let Some(symbol) = self.after().graphemes(true).next() else { return false };
        let rest = self.after().get(symbol.len()..).unwrap_or("");
        *self = Line::joined(self.before(), rest);
        true
    }

    /// Deletes the word before the cursor and the spaces after it (Ctrl-W).
    pub fn delete_word(&mut self) -> bool {
        let word = self.before().trim_end();
        let to = word
            .char_indices()
            .rev()
            .take_while(|(_, c)| !c.is_whitespace())
            .last()
            .map_or(0, |(at, _)| at);
        self.delete_back(to)
    }

    /// Deletes everything (Ctrl-U).
    pub fn clear(&mut self) {
        *self = Line::default();
    }

    /// One grapheme to the left; false at the start.
    pub fn left(&mut self) -> bool {
        let to = self.step_left();
        std::mem::replace(&mut self.cursor, to) != to
    }

    /// One grapheme to the right; false at the end.
    pub fn right(&mut self) -> bool {
        let step = self.after().graphemes(true).next().map_or(0, str::len);
        self.cursor += step;
        step > 0
    }

    /// To the start.
    pub fn home(&mut self) {
        self.cursor = 0;
    }

    /// To the end.
    pub fn end(&mut self) {
        self.cursor = self.text.len();
    }

    /// The part of the text to show in `cols` columns, and the column of the cursor in it. The
    /// cursor and what stands under it are in view, wherever there is a column at all; no wide
    /// character is cut. Text is scrolled only when it must be.
    pub fn view(&self, cols: usize) -> (Clean, usize) {
        if cols == 0 {
            return (Clean::default(), 0);
        }
        // The cursor at the end needs a column of its own.
        let under = width::graphemes(self.after()).next().map_or(1, |(_, _, cols)| cols.max(1));
        let room = cols.saturating_sub(under);
        let mut column = width::width(self.before());
        let mut start = 0;
        for (at, symbol, cols) in width::graphemes(self.before()) {
            if column <= room {
                break;
            }
            column -= cols;
            start = at + symbol.len();
        }
        let shown = width::cut(self.text.get(start..).unwrap_or(""), cols).len();
        (self.text.slice(start..start + shown), column)
    }

    fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or("")
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or("")
    }

    fn step_left(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn delete_back(&mut self, to: usize) -> bool {
        let kept = self.before().get(..to).unwrap_or("");
        let deleted = to < self.cursor;
        *self = Line::joined(kept, self.after());
        deleted
    }

    /// `before` and `after` with the cursor between them, or after the grapheme that the two make
    /// together.
    fn joined(before: &str, after: &str) -> Line {
        let wanted = Clean::new(before).len();
        let text = Clean::new(&format!("{before}{after}"));
        let next = text.grapheme_indices(true).map(|(at, _)| at).find(|&at| at >= wanted);
        let cursor = next.unwrap_or(text.len());
        Line { text, cursor }
    }
}
