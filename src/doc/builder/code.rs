//! Blocks of code: what their fence says, and their lines.

use std::ops::Range;

use super::super::{CodeLine, fence};
use super::inline::{claim, place};
use super::{Builder, Code};
use crate::text::sanitize::Clean;

/// The columns from one tab stop to the next in code.
pub(super) const TAB: usize = 4;

impl Builder<'_> {
    /// The language and the title that stand after the fence of the block at `range`.
    pub(super) fn fence(&self, info: &str, range: &Range<usize>) -> (Clean, Option<Box<CodeLine>>) {
        let fence::Info { lang, title } = fence::read(info);
        let text = Clean::new(title.trim());
        if text.is_empty() {
            return (Clean::new(lang), None);
        }
        let place = place(&self.source.text, &text, range).unwrap_or(range.start..range.start + 1);
        let span = claim(self.source.span(&place), &text, &self.source.written(&place));
        (Clean::new(lang), Some(Box::new(CodeLine { text, span, tabs: Box::default() })))
    }

    pub(super) fn code_lines(&mut self, text: &str, range: Range<usize>) {
        let Some(Code { lines, .. }) = &mut self.code else { return };
        let exact = range.len() == text.len();
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let bare = line.trim_end_matches('\n');
            let place = if exact { at..at + bare.len() } else { range.clone() };
            let span = self.source.span(&place);
            at += line.len();
            let (text, tabs) = Clean::code_with_tabs(bare, TAB);
            let span = claim(span, &text, bare);
            let tabs = if exact { tabs.into() } else { Box::default() };
            lines.push(CodeLine { text, span, tabs });
        }
    }
}
