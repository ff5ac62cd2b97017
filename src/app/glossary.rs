//! The glossary pane: a filter, the terms that match it, and what the selected one means.

use super::popup;
use super::state::Open;
use crate::layout::Row;
use crate::library::glossary::Glossary;
use crate::search::matcher::Candidate;
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
    /// What the selected term means, laid out.
    pub detail: Vec<Row>,
    laid_out: Option<(usize, usize)>,
    candidates: Vec<Candidate>,
}

impl GlossaryPane {
    /// Takes new terms.
    pub fn set(&mut self, terms: &Glossary) {
        let candidate = |term: &crate::library::glossary::Term| {
            let names: Vec<&str> = term.names().map(|name| name.as_str()).collect();
            let body: Vec<&str> = term.senses.iter().map(|s| s.definition.as_str()).collect();
            Candidate::new(&names, Some(&body.join(" ")))
        };
        self.candidates = terms.terms.iter().map(candidate).collect();
        self.refilter();
    }

    /// Filters anew, after a key in the filter.
    pub fn refilter(&mut self) {
        self.matches = rank(self.filter.text(), &self.candidates);
        self.cursor = 0;
        self.top = 0;
        self.laid_out = None;
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
        let wanted = self.selected().map(|term| (term, width));
        if self.laid_out != wanted || wanted.is_none() {
            self.detail = match wanted {
                Some((term, width)) => popup::rows(open, term, width),
                None => Vec::new(),
            };
            self.laid_out = wanted;
        }
    }

    /// Lays the definition out anew next time.
    pub fn forget(&mut self) {
        self.laid_out = None;
    }
}
