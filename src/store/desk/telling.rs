//! What a session has to tell: the card that comes next, or how it ended.

use std::collections::HashMap;

use super::sitting::Sitting;
use crate::app::study::{Carry, Over, Shown, Stage, Turn};
use crate::doc::{Block, Inline, Run};
use crate::library::cards::{Card, Face, Faces};
use crate::review::id::Id;
use crate::review::log::What;
use crate::review::memory::Grade;
use crate::review::moment::{Day, Moment};
use crate::review::progress::Due;
use crate::review::session::Plan;
use crate::text::compare::spaced_like;
use crate::text::sanitize::Clean;

/// So many of the hardest cards are named at the end.
const HARDEST: usize = 5;
/// What is less alike, in percent, cannot say where the words of the other end.
const LIKE: u8 = 60;
/// So many of the cards that are gone from the notes are named at the end.
const GONE: usize = 20;

impl Sitting {
    /// What comes next, now.
    pub fn turn(&mut self, saves: bool, said: Vec<Clean>, now: Moment) -> Turn {
        let stage = self.stage(now);
        let shown = match &stage {
            Stage::Card(shown) => Some(shown.id),
            _ => None,
        };
        // What is shown again after it was marked has been looked at since it was shown first.
        let begun = self.session.past().last().map(|entry| entry.id);
        if self.since.0 != shown || self.since.2 != begun {
            self.since = (shown, now.ms, begun);
        }
        Turn {
            stage,
            plan: self.plan,
            left: self.session.left(),
            figures: self.session.figures(),
            can_undo: self.session.past().next().is_some(),
            saves,
            said,
            now,
        }
    }

    fn stage(&self, now: Moment) -> Stage {
        if let Some(doubt) = self.doubts.last() {
            let prompt = &doubt.known.key.prompt;
            let asked = match doubt.alike {
                LIKE.. => Clean::new(&spaced_like(prompt, &doubt.card.prompt())),
                _ => Clean::new(prompt),
            };
            return Stage::Carry(Box::new(Carry {
                card: doubt.card.clone(),
                asked,
                reviews: doubt.reviews,
                alike: doubt.alike,
                left: self.doubts.len(),
                sought: doubt.sought,
            }));
        }
        let shown = self.session.card().and_then(|item| {
            let card = self.cards.get(&item.card)?.clone();
            let face = Faces::new(&self.library).face(&card).unwrap_or_else(|| plain(&card));
            let choices = self.session.choices(now)?;
            Some(Shown { id: item.card, card, face, progress: item.progress, choices })
        });
        match shown {
            Some(shown) => Stage::Card(Box::new(shown)),
            None => Stage::Over(Box::new(self.over(now))),
        }
    }

    fn over(&self, now: Moment) -> Over {
        let suspended = self.session.items().iter().filter(|item| item.progress.suspended).count();
        let (cards, lost) = (self.cards.len(), self.lost.len());
        let gone = self.lost.iter().take(GONE);
        let gone = gone.map(|(card, reviews)| (Clean::new(&card.key.prompt), *reviews)).collect();
        let mut over = Over { cards, lost, gone, suspended, ..Over::default() };
        let mut forgotten: HashMap<Id, u32> = HashMap::new();
        for entry in self.session.past() {
            let What::Graded(graded) = entry.what else { continue };
            let grade = usize::from(u8::from(graded.grade)).saturating_sub(1);
            if let Some(count) = over.grades.get_mut(grade) {
                *count += 1;
            }
            if graded.grade == Grade::Again {
                *forgotten.entry(entry.card).or_default() += 1;
            }
        }
        let mut hardest: Vec<(u32, &Card)> = forgotten
            .into_iter()
            .filter_map(|(card, count)| Some((count, self.cards.get(&card)?)))
            .collect();
        hardest.sort_by_key(|(count, card)| (u32::MAX - count, card.place, card.span.start));
        let named = hardest.into_iter().take(HARDEST);
        over.hardest = named.map(|(count, card)| (card.prompt(), card.place, count)).collect();
        if self.plan == Plan::Cram {
            return over;
        }
        let tomorrow = now.day.plus(1);
        let mut days: HashMap<Day, usize> = HashMap::new();
        for item in self.session.items().iter().filter(|item| !item.progress.suspended) {
            let progress = &item.progress;
            let due = match progress.due {
                Due::On(day) if day > now.day => day,
                _ => tomorrow,
            };
            let day = due.max(progress.buried.unwrap_or(due));
            over.rest += usize::from(
                progress.is_open(now.day) && due == tomorrow && {
                    matches!(progress.due, Due::New) || progress.is_due_on(now.day)
                },
            );
            *days.entry(day).or_default() += 1;
        }
        over.next = days.into_iter().min_by_key(|(day, _)| *day);
        over
    }
}

/// What a card shows whose note cannot be read again: its texts.
fn plain(card: &Card) -> Face {
    let paragraph = |text: Clean| {
        let content = vec![Inline::Text(Run { text, ..Run::default() })];
        vec![Block::Paragraph { content, span: card.span }]
    };
    Face { prompt: paragraph(card.prompt()), answer: paragraph(card.answer()) }
}
