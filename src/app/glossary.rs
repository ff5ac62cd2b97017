//! The glossary pane: a filter, the terms that match it, and what the selected one means.

use super::popup::{About, Detail};
use super::state::Open;
use super::terms::Terms;
use crate::search::ranking::{Hit, rank};
use crate::text::edit::Line;

/// The glossary pane.
#[derive(Clone, Debug, Default)]
pub struct GlossaryPane {
    /// What the terms are filtered by.
    pub filter: Line,
    /// Keys go into the filter.
    pub editing: bool,
    /// The terms that match, best first, and how.
    pub matches: Vec<(usize, Hit)>,
    /// The match that is selected.
    pub cursor: usize,
    /// The first match on the screen.
    pub top: usize,
    /// What the selected term means.
    pub detail: Detail,
}

impl GlossaryPane {
    /// Takes new terms; what is selected stays so if it is still there.
    pub fn set(&mut self, terms: &Terms, selected: Option<usize>) {
        self.refilter(terms);
        if let Some(at) = self.matches.iter().position(|(term, _)| Some(*term) == selected) {
            self.cursor = at;
        }
    }

    /// Filters anew, after a key in the filter.
    pub fn refilter(&mut self, terms: &Terms) {
        let ranked = rank(self.filter.text(), terms.candidates()).into_iter();
        self.matches =
            ranked.filter_map(|(at, hit)| Some((*terms.order().get(at)?, hit))).collect();
        self.cursor = 0;
        self.top = 0;
        self.detail.forget();
    }

    /// The term that is selected.
    pub fn selected(&self) -> Option<usize> {
        self.matches.get(self.cursor).map(|(term, _)| *term)
    }

    /// Moves the selection.
    pub fn step(&mut self, by: isize) {
        let last = self.matches.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Makes ready what is drawn: the list in `height` rows, the definition in `width` columns.
    pub fn settle(&mut self, open: &Open, height: usize, width: usize) {
        self.top = super::list_top(self.top, self.cursor, self.matches.len(), height);
        self.detail.settle(open, self.selected().map(About::Term), width);
    }
}
