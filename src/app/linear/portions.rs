//! Long text in portions: who listens cannot scroll back.

use std::vec::IntoIter;

use super::menu::Menu;
use super::{Line, Linear};
use crate::text::sanitize::Clean;
use crate::text::width::width;
use crate::words::Said;

/// So many rows of a usual terminal are told at once, but for a line that is longer.
const ROWS: usize = 20;
/// So many columns a usual terminal has.
const COLUMNS: usize = 80;
/// So few rows more are told at once rather than asked for.
const FEW: usize = 5;

/// What is still to be told of a text.
#[derive(Clone, Debug)]
pub(super) struct Rest {
    /// What the text is called.
    title: String,
    lines: IntoIter<Line>,
    /// The note whose text it is, where our place in it is to be that of the text.
    note: Option<usize>,
    /// Something else has been told meanwhile.
    interrupted: bool,
}

impl Linear {
    /// Tells the beginning of a text; what was begun before can be gone on with after it.
    pub(super) fn tell(&mut self, title: String, lines: Vec<Line>) {
        // Of what one has looked up on the way only the last is still of interest.
        self.rest.truncate(1);
        for rest in &mut self.rest {
            rest.interrupted = true;
        }
        self.rest.push(Rest { title, lines: lines.into_iter(), note: None, interrupted: false });
        self.go_on();
    }

    /// Tells the beginning of the text of a section. Our place in the note goes with it, so that one
    /// comes back to where one was, today or another day.
    pub(super) fn tell_own(&mut self, title: String, note: usize, lines: Vec<Line>) {
        let (lines, note) = (lines.into_iter(), Some(note));
        self.rest = vec![Rest { title, lines, note, interrupted: false }];
        self.go_on();
    }

    /// Goes on with a list or a text. False where there is nothing left.
    pub(super) fn go_on(&mut self) -> bool {
        let (locale, whole) = (self.locale(), !self.in_portions);
        if let Some(menu) = self.menu.as_mut().filter(|menu| menu.has_more()) {
            self.said.extend(menu.tell(whole, locale));
            return true;
        }
        let Some(rest) = self.rest.last_mut() else { return false };
        if std::mem::take(&mut rest.interrupted) {
            self.menu = None;
            self.said.push(Clean::new(&Said::GoesOn.fill(locale, &[&rest.title])));
        }
        let count = if whole { usize::MAX } else { portion(rest.lines.as_slice()) };
        let at = rest.note.zip(rest.lines.as_slice().first().map(|line| line.at));
        self.said.extend(rest.lines.by_ref().take(count).map(|line| line.text));
        match rest.lines.len() {
            0 => _ = self.rest.pop(),
            left => self.said.push(Clean::new(&Said::MoreText.fill(locale, &[&left.to_string()]))),
        }
        if let Some((note, at)) = at {
            self.state.reader.go_to_byte(&self.state.open.collection, note, at);
        }
        true
    }

    /// Tells a list, which a number then chooses from.
    pub(super) fn tell_list(&mut self, mut menu: Menu) {
        self.said.extend(menu.tell(!self.in_portions, self.locale()));
        for rest in &mut self.rest {
            rest.interrupted = true;
        }
        self.menu = Some(menu);
    }
}

/// How many lines are told at once.
fn portion(lines: &[Line]) -> usize {
    let rows = |line: &Line| width(&line.text).div_ceil(COLUMNS).max(1);
    let mut told = 0;
    let mut count = 0;
    for line in lines {
        told += rows(line);
        if told > ROWS && count > 0 {
            break;
        }
        count += 1;
    }
    let mut left = 0;
    let few = lines.get(count..).unwrap_or(&[]).iter().all(|line| {
        left += rows(line);
        left <= FEW
    });
    if few { lines.len() } else { count }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &[usize]) -> usize {
        let line = |long: &usize| Line { text: Clean::new(&"a".repeat(*long)), at: 0 };
        let lines: Vec<Line> = lines.iter().map(line).collect();
        portion(&lines)
    }

    #[test]
    fn a_portion_is_what_a_screen_would_hold() {
        assert_eq!(told(&[]), 0);
        assert_eq!(told(&[1; 25]), 25);
        assert_eq!(told(&[1; 26]), 20);
        assert_eq!(told(&[0, 80, 81, 1600, 1]), 3);
        assert_eq!(told(&[9000, 400, 1]), 1);
        assert_eq!(told(&[9000, 400]), 2);
    }
}
