//! What a review shows, laid out: all of it that may have to be scrolled.

use std::ops::Range;

use super::super::popup::line;
use super::super::state::Open;
use super::super::study::{Carry, Over, Shown, Stage};
use super::hint::hint;
use super::{Recall, days, grade};
use crate::app::contents::label;
use crate::doc::{Block, Marks};
use crate::layout::{self, Options, Piece, Row};
use crate::review::memory::Grade;
use crate::review::session::{Figures, Plan};
use crate::style::Role;
use crate::text::ascii::signs;
use crate::text::compare::compare;
use crate::text::sanitize::Clean;
use crate::words::Study;

/// All rows, and the one that the answer begins with.
pub(super) fn rows(recall: &Recall, open: &Open, columns: usize, roomy: bool) -> (Vec<Row>, usize) {
    let page = Page { open, columns: columns.max(2), roomy };
    let Some(turn) = &recall.turn else {
        return (page.muted(Study::ReviewGathering.text(open.locale)), 0);
    };
    match &turn.stage {
        Stage::Card(shown) => page.card(recall, shown),
        Stage::Carry(carry) => (page.carry(carry), 0),
        Stage::Over(over) => (page.over(over, &turn.figures, turn.plan, turn.now.day.0), 0),
    }
}

struct Page<'a> {
    open: &'a Open,
    columns: usize,
    /// Whether there are rows to spare.
    roomy: bool,
}

impl Page<'_> {
    fn card(&self, recall: &Recall, shown: &Shown) -> (Vec<Row>, usize) {
        let locale = self.open.locale;
        let mut rows = self.begun();
        let mut asked = self.blocks(&shown.face.prompt);
        // What is asked is to be seen first.
        let pieces = asked.iter_mut().flat_map(|row| &mut row.pieces);
        pieces.filter(|piece| piece.role == Role::Text).for_each(|piece| {
            piece.marks = piece.marks.with(Marks::STRONG);
        });
        rows.extend(asked);
        rows.push(Row::default());
        if !recall.revealed {
            if recall.hints > 0 {
                let hint = hint(&shown.card.answer(), recall.hints);
                let name = format!("{}: ", Study::ReviewHint.text(locale));
                rows.extend(self.pieces(vec![
                    piece(Role::Muted, Marks::NONE, &name),
                    piece(Role::Definition, Marks::NONE, &hint),
                ]));
            }
            return (rows, 0);
        }
        let answer_at = rows.len();
        rows.extend(self.rule(Study::ReviewAnswer.text(locale)));
        rows.extend(self.begun());
        if let Some(typed) = &recall.typed {
            rows.extend(self.typed(typed, &shown.card.answer()));
            rows.push(Row::default());
        }
        rows.extend(self.blocks(&shown.face.answer));
        (rows, answer_at)
    }

    /// What was typed and what was meant, with the difference marked in both.
    fn typed(&self, typed: &Clean, meant: &Clean) -> Vec<Row> {
        let locale = self.open.locale;
        let compared = compare(typed, meant);
        let mut own = vec![piece(Role::Muted, Marks::NONE, Study::ReviewTyped.text(locale))];
        own.extend(marked(typed, &compared.wrong, Marks::STRIKE));
        if compared.same {
            own.push(piece(Role::Label, Marks::STRONG, Study::ReviewRight.text(locale)));
            return self.pieces(spaced(own));
        }
        let mut rows = self.pieces(spaced(own));
        let mut other = vec![piece(Role::Muted, Marks::NONE, Study::ReviewMeant.text(locale))];
        other.extend(marked(meant, &compared.missing, Marks::MARK));
        rows.extend(self.pieces(spaced(other)));
        rows
    }

    /// Whether a card is one that is known.
    fn carry(&self, carry: &Carry) -> Vec<Row> {
        let locale = self.open.locale;
        let mut rows = self.begun();
        rows.extend(self.strong(Study::CarryAsk.text(locale)));
        let (reviews, alike) = (carry.reviews.to_string(), carry.alike.to_string());
        rows.extend(self.muted(&Study::CarryKnown.fill(locale, &[&reviews, &alike])));
        rows.push(Row::default());
        let compared = compare(&carry.asked, &carry.card.prompt());
        rows.extend(self.muted(Study::CarryBefore.text(locale)));
        rows.extend(self.pieces(marked(&carry.asked, &compared.wrong, Marks::STRIKE)));
        rows.push(Row::default());
        rows.extend(self.muted(Study::CarryNow.text(locale)));
        let prompt = carry.card.prompt();
        rows.extend(self.pieces(marked(&prompt, &compared.missing, Marks::MARK)));
        if carry.left > 1 {
            rows.push(Row::default());
            rows.extend(self.muted(&Study::CarryLeft.fill(locale, &[&carry.left.to_string()])));
        }
        rows
    }

    /// The end.
    fn over(&self, over: &Over, figures: &Figures, plan: Plan, today: i32) -> Vec<Row> {
        let locale = self.open.locale;
        let count = |n: usize| n.to_string();
        let mut rows = self.begun();
        if over.cards == 0 {
            rows.extend(self.strong(Study::ReviewNoCards.text(locale)));
            rows.push(Row::default());
            rows.extend(self.muted(Study::ReviewHowTo.text(locale)));
        } else if figures.reviewed == 0 {
            rows.extend(self.strong(Study::ReviewNothingDue.text(locale)));
        } else {
            let done = if plan == Plan::Cram { Study::CramDone } else { Study::ReviewDone };
            rows.extend(self.strong(done.text(locale)));
            rows.push(Row::default());
            let seconds = figures.took.div_ceil(1000);
            let (minutes, seconds) = ((seconds / 60).to_string(), (seconds % 60).to_string());
            let args = [figures.reviewed, figures.learned].map(|n| n.to_string());
            let [reviewed, learned] = &args;
            let said = Study::ReviewFigures.fill(locale, &[reviewed, learned, &minutes, &seconds]);
            rows.extend(self.plain(&said));
            let grades = Grade::ALL.iter().zip(over.grades).map(|(own, count)| {
                format!("{} {} {count}", u8::from(*own), grade(*own).text(locale))
            });
            rows.extend(self.plain(&grades.collect::<Vec<_>>().join(" · ")));
        }
        if !over.hardest.is_empty() {
            rows.push(Row::default());
            rows.extend(self.muted(Study::ReviewHardest.text(locale)));
            for (prompt, place, times) in &over.hardest {
                let library = &self.open.collection;
                let times = Study::ReviewTimes.fill(locale, &[&times.to_string()]);
                let place = label(library, *place);
                rows.extend(self.item(&format!("{times} · {prompt} · {place}")));
            }
        }
        if let Some((day, cards)) = over.next {
            rows.push(Row::default());
            let away = u32::try_from(day.0.saturating_sub(today)).unwrap_or(0);
            let when = match away {
                0 | 1 => Study::Tomorrow.text(locale).to_owned(),
                away => Study::InTime.fill(locale, &[&days(away, locale)]),
            };
            rows.extend(self.plain(&Study::ReviewNext.fill(locale, &[&when, &count(cards)])));
        }
        if over.rest > 0 {
            rows.extend(self.muted(&Study::ReviewRest.fill(locale, &[&count(over.rest)])));
        }
        if over.suspended > 0 {
            let count = count(over.suspended);
            rows.extend(self.muted(&Study::ReviewSuspended.fill(locale, &[&count])));
        }
        if over.lost > 0 {
            rows.push(Row::default());
            rows.extend(self.muted(&Study::ReviewLostCards.fill(locale, &[&count(over.lost)])));
            for (prompt, times) in &over.gone {
                let times = Study::ReviewTimes.fill(locale, &[&times.to_string()]);
                rows.extend(self.item(&format!("{times} · {prompt}")));
            }
            if over.lost > over.gone.len() {
                rows.extend(self.muted(if self.open.ascii { "..." } else { "…" }));
            }
        }
        rows
    }

    /// What stands above all else: nothing, where there is room for that.
    fn begun(&self) -> Vec<Row> {
        if self.roomy { vec![Row::default()] } else { Vec::new() }
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Row> {
        let open = self.open;
        layout::rows(
            blocks,
            &Options { ascii: open.ascii, ..Options::new(self.columns, &open.words) },
        )
    }

    /// A line across, with a name in it.
    fn rule(&self, name: &str) -> Vec<Row> {
        let sign = if self.open.ascii { "-" } else { "─" };
        let rest = self.columns.saturating_sub(crate::text::width::width(name) + 4);
        vec![Row {
            pieces: vec![
                piece(Role::Rule, Marks::NONE, &format!("{} ", sign.repeat(2))),
                piece(Role::Label, Marks::NONE, name),
                piece(Role::Rule, Marks::NONE, &format!(" {}", sign.repeat(rest))),
            ],
            ..Row::default()
        }]
    }

    fn plain(&self, text: &str) -> Vec<Row> {
        self.pieces(vec![piece(Role::Text, Marks::NONE, &signs(text, self.open.ascii))])
    }

    fn item(&self, line: &str) -> Vec<Row> {
        self.pieces(vec![
            piece(Role::Bullet, Marks::NONE, if self.open.ascii { "- " } else { "• " }),
            piece(Role::Text, Marks::NONE, &signs(line, self.open.ascii)),
        ])
    }

    fn strong(&self, text: &str) -> Vec<Row> {
        self.pieces(vec![piece(Role::Text, Marks::STRONG, &signs(text, self.open.ascii))])
    }

    fn muted(&self, text: &str) -> Vec<Row> {
        self.pieces(vec![piece(Role::Muted, Marks::NONE, &signs(text, self.open.ascii))])
    }

    fn pieces(&self, pieces: Vec<Piece>) -> Vec<Row> {
        line(pieces, self.columns, self.open.ascii)
    }
}

fn piece(role: Role, marks: Marks, text: &str) -> Piece {
    Piece { marks, ..Piece::decor(role, text) }
}

/// A space between the first piece and the rest, and before the last.
fn spaced(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let count = pieces.len();
    for (at, piece) in pieces.iter_mut().enumerate() {
        if at == 0 {
            piece.text = Clean::new(&format!("{} ", piece.text));
        } else if at + 1 == count && piece.role == Role::Label {
            piece.text = Clean::new(&format!(" {}", piece.text));
        }
    }
    pieces
}

/// A text of which some bytes are marked.
fn marked(text: &Clean, ranges: &[Range<usize>], marks: Marks) -> Vec<Piece> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    for range in ranges {
        pieces.push(piece(Role::Text, Marks::NONE, &text.slice(at..range.start)));
        pieces.push(piece(Role::Text, marks, &text.slice(range.clone())));
        at = range.end;
    }
    pieces.push(piece(Role::Text, Marks::NONE, &text.slice(at..text.len())));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}
