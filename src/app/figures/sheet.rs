//! The figures over the panes.

use super::rows;
use crate::app::state::Open;
use crate::layout::Row;
use crate::review::figures::Figures;

/// The figures, once they have been counted, and how far they are scrolled.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    figures: Option<Box<Figures>>,
    /// The rows, laid out; none until the figures are there.
    pub rows: Vec<Row>,
    /// The first row that is shown.
    pub top: usize,
    columns: Option<usize>,
}

impl Sheet {
    /// Takes what has been counted.
    pub fn take(&mut self, figures: Box<Figures>) {
        self.figures = Some(figures);
        self.columns = None;
    }

    /// Lays the rows out within `columns`.
    pub fn settle(&mut self, open: &Open, columns: usize) {
        if let Some(figures) = self.figures.as_ref().filter(|_| self.columns != Some(columns)) {
            self.rows = rows(figures, columns, open.locale, open.ascii);
            self.columns = Some(columns);
        }
    }
}
