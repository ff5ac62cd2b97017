//! Tables written in HTML.

use super::super::html;
use super::super::{Align, Block, Cell, Inline, MAX_DEPTH, Marks, Run};
use super::{Builder, Frame, Open};
use crate::text::span::Span;

/// A cell that says it goes over more columns or rows than this goes over so many.
const MOST: usize = 20;
/// No cell goes over columns beyond so many.
const WIDE: usize = 100;
/// A table with more empty places than so many for each cell of it is no table but lines: what is
/// filled up must not multiply.
const SPARSE: usize = 20;

/// A table that is open.
#[derive(Default)]
pub(super) struct Table {
    align: Vec<Align>,
    head: Option<Vec<Cell>>,
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    /// Whether all cells of the row are titles.
    titles: bool,
    /// For how many rows each column is still taken by a cell above.
    taken: Vec<usize>,
    /// The cells that the author wrote.
    written: usize,
    /// The tables that are open within a cell of this one; their text is lines of that cell.
    nested: usize,
}

/// What the tag of a cell says of it.
pub(super) struct Said {
    title: bool,
    align: Align,
    columns: usize,
    rows: usize,
}

impl Said {
    fn new(name: &str, attributes: &str) -> Said {
        let value = |key| html::attribute(attributes, key).unwrap_or("");
        let number = |key| value(key).trim().parse().unwrap_or(1).clamp(1, MOST);
        let align = match value("align").trim().to_ascii_lowercase().as_str() {
            "center" => Align::Center,
            "right" => Align::Right,
            _ => Align::Left,
        };
        Said { title: name == "th", align, columns: number("colspan"), rows: number("rowspan") }
    }
}

impl Builder<'_> {
    /// Takes a tag that a table is made of; tells whether it was one, and in its place.
    pub(super) fn table_tag(&mut self, open: bool, name: &str, attributes: &str, at: Span) -> bool {
        let Some(table) = self.innermost_table() else {
            let opens = name == "table" && open && self.open.len() + 1 < MAX_DEPTH;
            if opens {
                self.end_leaf();
                let frame = Frame::HtmlTable(Box::default());
                self.open.push(Open { frame, blocks: Vec::new(), span: at });
            }
            return opens;
        };
        if let Some(Open { frame: Frame::HtmlTable(outer), .. }) = self.open.get_mut(table) {
            let inside = outer.nested > 0;
            if name == "table" && (open || inside) {
                outer.nested = if open { outer.nested + 1 } else { outer.nested - 1 };
                self.end_leaf();
                return true;
            }
            if inside && matches!(name, "td" | "th" | "tr") {
                self.end_leaf();
                return true;
            }
        }
        match (name, open) {
            ("td" | "th", true) => {
                self.end_html(table + 1);
                let frame = Frame::HtmlCell(Said::new(name, attributes));
                self.open.push(Open { frame, blocks: Vec::new(), span: at });
            }
            ("td" | "th", false) => self.end_html(table + 1),
            ("tr", _) => {
                self.end_html(table + 1);
                if let Some(Open { frame: Frame::HtmlTable(table), .. }) = self.open.last_mut() {
                    table.end_row();
                }
            }
            ("table", false) => {
                if let Some(open) = self.open.get_mut(table) {
                    open.span = open.span.join(at);
                }
                self.end_html(table);
            }
            ("thead" | "tbody" | "tfoot" | "colgroup" | "col", _) => {}
            _ => return false,
        }
        true
    }

    /// Where the table stands that HTML at this place may go on with: nothing that Markdown has
    /// opened may stand within it.
    fn innermost_table(&self) -> Option<usize> {
        let html = |open: &Open| {
            matches!(
                open.frame,
                Frame::HtmlCell(_)
                    | Frame::HtmlTable(_)
                    | Frame::Details { .. }
                    | Frame::Colons(..)
            )
        };
        let inner = self.open.iter().rev().take_while(|open| html(open));
        let mut inner = inner.zip((0..self.open.len()).rev());
        inner.find(|(open, _)| matches!(open.frame, Frame::HtmlTable(_))).map(|(_, at)| at)
    }

    /// Closes what stands open from `depth` on.
    fn end_html(&mut self, depth: usize) {
        self.end_leaf();
        while self.open.len() > depth.max(1) {
            self.close();
        }
    }

    /// Gives a cell that has ended to its table.
    pub(super) fn end_html_cell(&mut self, said: &Said, blocks: Vec<Block>, span: Span) {
        let Some(Open { frame: Frame::HtmlTable(table), .. }) = self.open.last_mut() else {
            return self.extend(blocks);
        };
        let mut content = Vec::new();
        flatten(blocks, &mut content);
        let last = content.last().map_or(span, Inline::span);
        table.add(said, Cell { content, span: span.join(last) });
    }

    /// Makes a block of a table that has ended, below what stood in it but in no cell.
    pub(super) fn end_html_table(&mut self, mut table: Table, outside: Vec<Block>, span: Span) {
        table.end_row();
        self.extend(outside);
        let Table { mut align, head, mut rows, written, .. } = table;
        let columns = align.len();
        if columns == 0 {
            return;
        }
        if columns * rows.len() > SPARSE * (written + SPARSE) {
            for cell in head.into_iter().flatten().chain(rows.into_iter().flatten()) {
                self.push_flat(cell);
            }
            return;
        }
        let mut head = head.unwrap_or_default();
        if !head.is_empty() {
            head.resize(columns, Cell::default());
        }
        for row in &mut rows {
            row.resize(columns, Cell::default());
        }
        align.truncate(columns);
        self.push(Block::Table { align, head, rows, span });
    }
}

impl Table {
    fn add(&mut self, said: &Said, cell: Cell) {
        self.titles = said.title && (self.titles || self.row.is_empty());
        self.pass_taken();
        self.written += 1;
        let mut cell = Some(cell);
        for _ in 0..said.columns {
            let column = self.row.len();
            if cell.is_none() && column >= WIDE {
                break;
            }
            if self.align.len() <= column {
                self.align.push(said.align);
            }
            if self.taken.len() <= column {
                self.taken.resize(column + 1, 0);
            }
            if let Some(taken) = self.taken.get_mut(column) {
                *taken = said.rows - 1;
            }
            self.row.push(cell.take().unwrap_or_default());
        }
    }

    /// Leaves the places empty that cells of the rows above go over.
    fn pass_taken(&mut self) {
        while let Some(taken) = self.taken.get_mut(self.row.len()).filter(|taken| **taken > 0) {
            *taken -= 1;
            self.row.push(Cell::default());
        }
    }

    fn end_row(&mut self) {
        if self.row.is_empty() {
            return;
        }
        self.pass_taken();
        let row = std::mem::take(&mut self.row);
        if self.titles && self.head.is_none() && self.rows.is_empty() {
            self.head = Some(row);
        } else {
            self.rows.push(row);
        }
        self.titles = false;
    }
}

/// The text of `blocks` as lines of a cell. Blocks nest no deeper than is bounded, and so does this.
fn flatten(blocks: Vec<Block>, content: &mut Vec<Inline>) {
    for block in blocks {
        let span = block.span();
        match block {
            Block::Paragraph { content: more, .. } | Block::Heading { content: more, .. } => {
                line(content, more, span);
            }
            Block::Code { title, lines, .. } => {
                for code in title.map(|title| *title).into_iter().chain(lines) {
                    let Span { start, end } = code.span;
                    let run =
                        Run { text: code.text, marks: Marks::CODE, link: None, span: code.span };
                    line(content, vec![Inline::Text(run)], Span::new(start, end));
                }
            }
            Block::List { items, .. } => {
                items.into_iter().for_each(|item| flatten(item.blocks, content));
            }
            Block::Quote { blocks, .. } | Block::Footnote { blocks, .. } => {
                flatten(blocks, content)
            }
            Block::Callout { title, blocks, .. }
            | Block::Details { summary: title, blocks, .. } => {
                line(content, title, span);
                flatten(blocks, content);
            }
            Block::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    for cell in row {
                        line(content, cell.content, cell.span);
                    }
                }
            }
            Block::Definitions { items, .. } => {
                for item in items {
                    item.names.into_iter().for_each(|name| line(content, name.content, name.span));
                    item.meanings.into_iter().for_each(|meaning| flatten(meaning, content));
                }
            }
            Block::Image { alt, src, caption, span } => {
                line(content, vec![Inline::Image { alt, src, link: None, span }], span);
                line(content, caption, span);
            }
            Block::Rule { .. } => {}
        }
    }
}

/// Puts `more` on a line of its own.
fn line(content: &mut Vec<Inline>, more: Vec<Inline>, span: Span) {
    if more.is_empty() {
        return;
    }
    if !content.is_empty() {
        let at = Span::new(span.start, span.start);
        content.push(Inline::Break { hard: true, span: at });
    }
    content.extend(more);
}
