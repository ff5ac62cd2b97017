//! What the state is asked beside a session: for figures, and to take up new cards.

use super::Desk;
use crate::app::study::Told;
use crate::library::Library;
use crate::library::cards::{Card, of_note};
use crate::review::card::Key;
use crate::review::figures::Figures;
use crate::review::identity::likenesses;
use crate::review::moment::Moment;
use crate::store::state::State;

impl Desk {
    /// What was learned of the cards of the notes.
    pub(super) fn figures(&mut self, library: &Library, now: Moment) -> Told {
        self.catch_up(now);
        let count = |state: State| state.figures(now.day, Some(library));
        let counted = match (&self.state, self.setup.path.clone()) {
            (Some(state), _) => state.figures(now.day, Some(library)),
            // Who only looks makes no state, and keeps none open.
            (None, Some(path)) => match State::existing(&path) {
                Ok(Some(state)) => count(state),
                Ok(None) => State::unsaved(&path).and_then(count),
                Err(fault) => {
                    self.say_fault(&fault);
                    State::unsaved(&path).and_then(count)
                }
            },
            (None, None) => State::unsaved("".as_ref()).and_then(count),
        };
        let figures = counted.unwrap_or_else(|fault| {
            self.say_fault(&fault);
            Figures::default()
        });
        Told::Figures { figures: Box::new(figures), said: std::mem::take(&mut self.said) }
    }

    /// Makes cards of terms that are only inferred.
    pub(super) fn add(
        &mut self,
        library: &Library,
        note: usize,
        at: &[usize],
        now: Moment,
    ) -> Told {
        let cards = of_note(library, note, true).cards;
        let known_by = likenesses(library, &cards);
        let wanted = |card: &Card| card.inferred && at.contains(&card.span.start);
        let added = cards.iter().zip(&known_by).filter(|(card, _)| wanted(card));
        let added: Vec<(Key, String)> =
            added.map(|(_, known)| (Key::from(known), known.answer.clone())).collect();
        let done = self.state().and_then(|state| {
            let before = state.known(None)?.len();
            state.insert(&added, now.ms)?;
            Ok(state.known(None)?.len().saturating_sub(before))
        });
        let cards = done.unwrap_or_else(|fault| {
            self.say_fault(&fault);
            0
        });
        Told::Added { cards, said: std::mem::take(&mut self.said) }
    }
}
