//! The figures of what was learned: asked for, and taken.

use super::super::figures::Sheet;
use super::super::msg::Effect;
use super::super::state::{Overlay, State};
use super::super::study::Ask;
use crate::review::figures::Figures;
use crate::text::sanitize::Clean;

/// Shows the figures, which are counted first, or has no more of them.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Figures(_)) = state.overlay {
        state.overlay = None;
        return Vec::new();
    }
    state.overlay = Some(Overlay::Figures(Sheet::default()));
    vec![Effect::Ask(Ask::Figures)]
}

/// Takes what was counted, and what had to be said about that.
pub(super) fn take(state: &mut State, figures: Box<Figures>, said: Vec<Clean>) {
    // Who has left does not want to know.
    if let Some(Overlay::Figures(sheet)) = &mut state.overlay {
        sheet.take(figures);
        state.notice = said.into_iter().next().or(state.notice.take());
    }
}
