//! How wide the panes beside the text are: as the screen suggests, or as the reader has made them.

/// No pane beside the text is narrower, its border among it.
const LEAST: u16 = 16;
/// Nor is the text.
const TEXT: u16 = 40;
/// Nor is the glossary where it lies over the text.
const DRAWER: u16 = 24;

/// The columns that the reader has given the panes beside the text, borders among them; none where that
/// is left to the size of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// The contents.
    pub contents: Option<u16>,
    /// The glossary.
    pub glossary: Option<u16>,
}

impl Sides {
    /// The columns of the contents and of the glossary on both sides of the text, on a screen of `width`
    /// columns; 0 for one that is not `shown`.
    pub fn both(self, width: u16, shown: (bool, bool)) -> (u16, u16) {
        let room = width.saturating_sub(TEXT).max(LEAST);
        let kept = if shown.0 { LEAST } else { 0 };
        let right = self.glossary.unwrap_or_else(|| (width / 4).clamp(26, 40));
        let right = if shown.1 { right.clamp(LEAST, (room - kept).max(LEAST)) } else { 0 };
        let left = self.contents.unwrap_or_else(|| (width / 4).clamp(24, 40));
        let left = if shown.0 { left.clamp(LEAST, (room - right.min(room)).max(LEAST)) } else { 0 };
        (left, right)
    }

    /// The columns of the contents where only they stand beside the text.
    pub fn left(self, width: u16) -> u16 {
        let room = width.saturating_sub(TEXT).max(LEAST);
        self.contents.unwrap_or_else(|| (width / 3).clamp(24, 36)).clamp(LEAST, room)
    }

    /// The columns of the glossary where it lies over the text, which has `room` of the `width`.
    pub fn drawer(self, width: u16, room: u16) -> u16 {
        let wanted = self.glossary.unwrap_or_else(|| (width / 2).clamp(30, 44));
        wanted.max(DRAWER).min(room)
    }
}
