//! Where everything stands on a screen of a given size: for drawing and for paging alike.

use super::recall::Recall;
use super::state::{Overlay, Pane, State};

/// From this many columns all three panes stand side by side.
pub const THREE_PANES: u16 = 110;
/// From this many columns contents and text stand side by side.
pub const TWO_PANES: u16 = 70;
/// Text is not set wider than this, where nothing else was chosen.
pub const TEXT_COLUMNS: u16 = 88;

/// A size or a place on the screen, in columns and rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Columns from the left.
    pub x: u16,
    /// Rows from the top.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// What is inside a border of one cell.
    pub fn inner(self) -> Area {
        Area {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }

    /// Whether nothing fits in.
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// A part of at most that size in its middle.
    pub fn centred(self, width: u16, height: u16) -> Area {
        let (width, height) = (width.min(self.width), height.min(self.height));
        let x = self.x + (self.width - width) / 2;
        Area { x, y: self.y + (self.height - height) / 2, width, height }
    }
}

/// Where the panes are; those that are not shown are `None`. Borders are part of a pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The contents.
    pub contents: Option<Area>,
    /// The text.
    pub reader: Option<Area>,
    /// The glossary.
    pub glossary: Option<Area>,
    /// Whether panes have a border; a very small screen has none to spare.
    pub bordered: bool,
    /// The most columns that text is set in.
    pub text_columns: u16,
    /// The line at the bottom.
    pub footer: Option<Area>,
    /// What lies over the panes.
    pub overlay: Option<Area>,
}

impl Areas {
    /// The area of a pane without its border.
    pub fn inside(&self, pane: Option<Area>) -> Area {
        match pane {
            Some(area) if self.bordered => area.inner(),
            Some(area) => area,
            None => Area::default(),
        }
    }

    /// The area of the text, without border and margins.
    pub fn text(&self) -> Area {
        let inside = self.inside(self.reader);
        let margin = if inside.width > 40 { 1 } else { 0 };
        let width = inside.width.saturating_sub(2 * margin);
        Area { width, x: inside.x + margin, ..inside }.centred(self.text_columns, inside.height)
    }

    /// The parts of the glossary pane: filter, list, definition.
    pub fn glossary_parts(&self) -> (Area, Area, Area) {
        let inside = self.inside(self.glossary);
        let margin = u16::from(inside.width >= 24);
        let width = inside.width.saturating_sub(2 * margin);
        let inside = Area { x: inside.x + margin, width, ..inside };
        let filter = Area { height: inside.height.min(1), ..inside };
        let rest = inside.height.saturating_sub(1);
        // The definition needs room to be read; without it the list alone is of use.
        let detail = if rest >= 8 { rest / 2 } else { 0 };
        let list = Area { y: inside.y + filter.height, height: rest - detail, ..inside };
        let detail = Area { y: list.y + list.height, height: detail, ..inside };
        (filter, list, detail)
    }
}

/// The parts of the finder: the list under its text field, and the preview (empty where there is no
/// room for it).
pub fn finder_parts(area: Area) -> (Area, Area) {
    let inside = area.inner();
    if area.width < TWO_PANES - 2 || area.height < 10 {
        return (inside, Area::default());
    }
    let list = Area { width: inside.width / 2, ..inside };
    let x = list.x + list.width + 2;
    let preview = Area { x, width: (inside.x + inside.width).saturating_sub(x + 1), ..inside };
    (list, preview)
}

/// The most columns and rows that a review takes.
const REVIEW: (u16, u16) = (84, 22);

/// The parts of a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecallParts {
    /// Where the card is from, and how many are left.
    pub head: Area,
    /// What scrolls: question and answer.
    pub text: Area,
    /// What is said once.
    pub said: Area,
    /// The line above what can be chosen, where there is room for it.
    pub line: Area,
    /// The grades, or what is typed.
    pub choices: Area,
}

/// The parts of a review in its area.
pub fn recall_parts(area: Area, recall: &Recall) -> RecallParts {
    let inside = area.inner();
    let margin = u16::from(inside.width > 40);
    let width = inside.width.saturating_sub(2 * margin);
    let inside = Area { x: inside.x + margin, width, ..inside };
    let over = recall.is_over();
    let head = if over { 0 } else { inside.height.min(2) };
    let choices = if over { 0 } else { (inside.height - head).min(2) };
    let rest = inside.height - head - choices;
    let said = recall.turn.as_ref().map_or(0, |turn| {
        let lines = turn.said.iter().map(|line| super::help::wrap(line, width.into()).len());
        u16::try_from(lines.sum::<usize>()).unwrap_or(0)
    });
    let said = said.min(rest.saturating_sub(1));
    let apart = u16::from(rest - said >= 6 && !over);
    let text = rest - said - apart;
    let at = |y: u16, height: u16| Area { y: inside.y + y, height, ..inside };
    RecallParts {
        head: at(0, head),
        text: at(head, text),
        said: at(head + text, said),
        line: at(head + text + said, apart),
        choices: at(head + text + said + apart, choices),
    }
}

/// Where everything is now.
pub fn areas(state: &State) -> Areas {
    let (width, height) = (state.size.width, state.size.height);
    let screen = Area { x: 0, y: 0, width, height };
    let footer = (height >= 4).then(|| Area { y: height - 1, height: 1, ..screen });
    let body = Area { height: height - footer.map_or(0, |f| f.height), ..screen };
    let mut areas = Areas {
        bordered: width >= 20 && body.height >= 5,
        text_columns: state.chosen.text_columns,
        footer,
        ..Areas::default()
    };
    let column = |x: u16, width: u16| Area { x, width, ..body };
    if width >= THREE_PANES {
        let shown = (!state.contents_hidden, !state.glossary_hidden);
        let (left, right) = state.sides.both(width, shown);
        areas.contents = (left > 0).then(|| column(0, left));
        areas.reader = Some(column(left, width - left - right));
        areas.glossary = (right > 0).then(|| column(width - right, right));
    } else if width >= TWO_PANES {
        let left = if state.contents_hidden { 0 } else { state.sides.left(width) };
        areas.contents = (left > 0).then(|| column(0, left));
        areas.reader = Some(column(left, width - left));
        if state.focus == Pane::Glossary {
            // A drawer over the text's right side.
            let drawer = state.sides.drawer(width, width - left);
            areas.glossary = Some(column(width - drawer, drawer));
        }
    } else {
        match state.focus {
            Pane::Contents => areas.contents = Some(body),
            Pane::Reader => areas.reader = Some(body),
            Pane::Glossary => areas.glossary = Some(body),
        }
    }
    areas.overlay = state.overlay.as_ref().map(|overlay| match overlay {
        Overlay::Help(_) => {
            body.centred(110, body.height.saturating_sub(2).max(body.height.min(6)))
        }
        // A year of days beside their names, and what else is read best in lines that are not longer.
        Overlay::Figures(_) => body.centred(92, body.height),
        Overlay::Finder(finder) => {
            // With room for it, what is selected is shown beside the list.
            let wide = body.width >= TWO_PANES && body.height >= 12;
            let rows = u16::try_from(finder.items.len()).unwrap_or(u16::MAX).max(1);
            let height = if wide { 20 } else { rows.saturating_add(3).clamp(4, 16) };
            let area = body.centred(if wide { 104 } else { 64 }, height);
            // Its top stays where it is while the list grows and shrinks.
            Area { y: body.y + body.height.saturating_sub(20) / 4, ..area }
        }
        Overlay::Popup(popup) => {
            let wanted =
                u16::try_from(popup.detail.rows.len()).unwrap_or(u16::MAX).saturating_add(2);
            body.centred(72, wanted.clamp(4, (body.height * 3 / 4).max(4)))
        }
    });
    if state.overlay.is_none() && state.recall.is_some() {
        let (columns, rows) = REVIEW;
        // A rest that is too small to be read is no use.
        let rows = if body.height < rows + 4 { body.height } else { rows };
        areas.overlay = Some(body.centred(columns, rows));
    }
    areas
}

/// The columns that text is set in when the reader is shown, whether it is now or not.
pub fn text_columns(state: &State) -> u16 {
    let shown = areas(state);
    if shown.reader.is_some() {
        return shown.text().width;
    }
    let body = Area { x: 0, y: 0, width: state.size.width, height: state.size.height };
    Areas { reader: Some(body), ..shown }.text().width
}
