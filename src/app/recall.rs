//! The review on the screen: the card that is asked, what the reader has seen of it, and what was said.

use super::command::Command;
use super::state::Open;
use super::study::{Limits, Shown, Stage, Turn};
use crate::layout::Row;
use crate::library::Place;
use crate::review::log::Next;
use crate::review::memory::Grade;
use crate::review::session::Plan;
use crate::text::edit::Line;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Study};

pub mod hint;
mod page;

/// With so many rows to scroll in, what is asked stands apart from what is above it.
const ROOMY: usize = 9;

/// What the review is about, before there are notes to look for it in: as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Addresses of sections and notes.
    pub addresses: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// What for.
    pub plan: Plan,
}

/// The review, over the panes.
#[derive(Clone, Debug, Default)]
pub struct Recall {
    /// Which cards.
    pub limits: Limits,
    /// What for.
    pub plan: Plan,
    /// What the state has said last; none until it has.
    pub turn: Option<Turn>,
    /// How many questions to the state have no answer yet.
    pub waits: usize,
    /// Whether the answer is shown.
    pub revealed: bool,
    /// How many hints were asked for.
    pub hints: usize,
    /// What is being typed as an answer.
    pub typing: Option<Line>,
    /// What was typed.
    pub typed: Option<Clean>,
    /// Text that is laid out: all that scrolls.
    pub rows: Vec<Row>,
    /// The row that the answer begins with.
    pub answer_at: usize,
    /// The first row that is shown.
    pub top: usize,
    laid_out: Option<(usize, bool, usize, bool)>,
}

impl Recall {
    /// Of these cards; the state has not said anything yet.
    pub fn new(limits: Limits, plan: Plan) -> Recall {
        Recall { limits, plan, ..Recall::default() }
    }

    /// Takes what the state has said.
    pub fn take(&mut self, turn: Turn, typed_answers: bool) {
        self.waits = self.waits.saturating_sub(1);
        let id = |turn: &Turn| match &turn.stage {
            Stage::Card(shown) => Some((shown.id, turn.figures.reviewed)),
            _ => None,
        };
        let same = self.turn.as_ref().and_then(id).is_some_and(|own| Some(own) == id(&turn));
        // What is shown of a card that was only marked, or corrected, stays to be seen.
        if !same {
            self.revealed = false;
            self.hints = 0;
            self.typed = None;
            let types = typed_answers && matches!(turn.stage, Stage::Card(_));
            self.typing = types.then(Line::default);
            self.top = 0;
        }
        self.plan = turn.plan;
        self.turn = Some(turn);
        self.laid_out = None;
    }

    /// The card that is asked.
    pub fn card(&self) -> Option<&Shown> {
        match &self.turn.as_ref()?.stage {
            Stage::Card(shown) => Some(shown),
            _ => None,
        }
    }

    /// Whether it is known from a card whether it is another one.
    pub fn is_in_doubt(&self) -> bool {
        matches!(self.turn.as_ref().map(|turn| &turn.stage), Some(Stage::Carry(_)))
    }

    /// What it means that it is another one.
    pub fn no(&self) -> Study {
        match self.turn.as_ref().map(|turn| &turn.stage) {
            Some(Stage::Carry(carry)) if carry.sought => Study::SeekNo,
            _ => Study::CarryNo,
        }
    }

    /// Whether there is nothing more to do.
    pub fn is_over(&self) -> bool {
        matches!(self.turn.as_ref().map(|turn| &turn.stage), Some(Stage::Over(_)))
    }

    /// Where what is shown stands in the notes: the place, and the byte.
    pub fn source(&self) -> Option<(Place, usize)> {
        let card = match &self.turn.as_ref()?.stage {
            Stage::Card(shown) => &shown.card,
            Stage::Carry(carry) => &carry.card,
            Stage::Over(_) => return None,
        };
        Some((card.place, card.span.start))
    }

    /// Takes the places to where they are now, which `now` says.
    pub fn moved(&mut self, now: &dyn Fn(Place) -> Option<Place>) {
        self.limits.places = self.limits.places.iter().filter_map(|place| now(*place)).collect();
    }

    /// Shows the answer.
    pub fn reveal(&mut self) {
        if let Some(line) = self.typing.take() {
            self.typed = Some(line.text().clone()).filter(|text| !text.trim().is_empty());
        }
        self.revealed = true;
    }

    /// Lays out what scrolls in `columns` columns and keeps the scrolling within `height` rows.
    pub fn settle(&mut self, open: &Open, columns: usize, height: usize) {
        let wanted = (columns, self.revealed, self.hints, height >= ROOMY);
        let shown_before = self.laid_out.map(|(_, revealed, ..)| revealed);
        if self.laid_out != Some(wanted) {
            let (rows, answer_at) = page::rows(self, open, columns, height >= ROOMY);
            (self.rows, self.answer_at) = (rows, answer_at);
            self.laid_out = Some(wanted);
            if shown_before == Some(false) && self.revealed {
                // As much of the question as there is room for beside the beginning of the answer.
                let beside = height.saturating_sub(self.rows.len().saturating_sub(self.answer_at));
                self.top = self.answer_at.saturating_sub(beside.max(height / 3));
            }
        }
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }
}

/// What a question about a card, or the end, says: a line each.
pub fn lines(recall: &Recall, open: &Open) -> Vec<String> {
    let (rows, _) = page::rows(recall, open, usize::from(u16::MAX), false);
    rows.iter()
        .map(Row::text)
        .map(|line| line.trim_end().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// What gives each grade, the worst first.
pub const GRADES: [(Command, Grade); 4] = [
    (Command::GradeAgain, Grade::Again),
    (Command::GradeHard, Grade::Hard),
    (Command::GradeGood, Grade::Good),
    (Command::GradeEasy, Grade::Easy),
];

/// How many cards are left to be gone through, in words.
pub fn left(turn: &Turn, locale: Locale) -> String {
    let [new, learning, review] = counts(turn);
    match turn.plan {
        Plan::Cram => Study::CramLeft.fill(locale, &[&review]),
        Plan::Due => Study::ReviewLeft.fill(locale, &[&new, &learning, &review]),
    }
}

/// As [`left`], in figures alone.
pub fn left_short(turn: &Turn, locale: Locale) -> String {
    let [new, learning, review] = counts(turn);
    match turn.plan {
        Plan::Cram => review,
        Plan::Due => Study::ReviewLeftShort.fill(locale, &[&new, &learning, &review]),
    }
}

fn counts(turn: &Turn) -> [String; 3] {
    [turn.left.new, turn.left.learning, turn.left.review].map(|n| n.to_string())
}

/// What a grade is called.
pub fn grade(grade: Grade) -> Study {
    match grade {
        Grade::Again => Study::GradeAgain,
        Grade::Hard => Study::GradeHard,
        Grade::Good => Study::GradeGood,
        Grade::Easy => Study::GradeEasy,
    }
}

/// How long it is until a card comes again, in a word.
pub fn interval(next: Next, locale: Locale) -> String {
    match next {
        Next::Minutes(minutes) if minutes < 60 => {
            Study::IntervalMinutes.fill(locale, &[&minutes.to_string()])
        }
        Next::Minutes(minutes) => Study::IntervalHours.fill(locale, &[&(minutes / 60).to_string()]),
        Next::Days(n) => days(n, locale),
    }
}

/// So many days, in a word.
pub fn days(n: u32, locale: Locale) -> String {
    let tenths = |of: u32| {
        let tenths = (u64::from(n) * 1000 + u64::from(of) / 2) / u64::from(of);
        match tenths % 10 {
            0 => (tenths / 10).to_string(),
            rest => format!("{}.{rest}", tenths / 10),
        }
    };
    match n {
        // A month has 30.44 days.
        0..60 => Study::IntervalDays.fill(locale, &[&n.to_string()]),
        60..365 => Study::IntervalMonths.fill(locale, &[&tenths(3044)]),
        _ => Study::IntervalYears.fill(locale, &[&tenths(36_525)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_said_shortly() {
        let of = |next| interval(next, Locale::En);
        let said = [1, 10, 59, 90].map(|n| of(Next::Minutes(n)));
        assert_eq!(said, ["1 min", "10 min", "59 min", "1 h"]);
        let said = [1, 59, 60, 91, 364, 365, 548, 36_500].map(|n| of(Next::Days(n)));
        assert_eq!(said, ["1 d", "59 d", "2 mo", "3 mo", "12 mo", "1 yr", "1.5 yr", "99.9 yr"]);
    }
}
