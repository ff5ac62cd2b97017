//! What a part of a note is made of, once read: blocks of inlines, each with its span.
//!
//! Inlines are flat: nested emphasis is a set of marks on a run of text, so nothing that walks
//! them recurses. Blocks nest at most [`MAX_DEPTH`] levels; deeper text is kept, flat.

use std::ops::Range;
use std::sync::Arc;

use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// Blocks are never nested deeper than this.
pub const MAX_DEPTH: usize = 100;

/// What stands before the name of what is put into a note from elsewhere.
pub const EMBED: &str = "↳ ";

/// What stands between a note and a heading of it in the name of a link.
pub const WITHIN: &str = " › ";

/// A block, as it stands under another on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading that makes no section (inside a quote or an item), or a section's own.
    Heading { level: u8, content: Vec<Inline>, span: Span },
    /// A paragraph.
    Paragraph { content: Vec<Inline>, span: Span },
    /// Code, fenced or indented; `lang` is what the fence calls its language, or empty.
    Code { lang: Clean, title: Option<Box<CodeLine>>, lines: Vec<CodeLine>, span: Span },
    /// A list; `start` is the first number of an ordered one.
    List { start: Option<Start>, tight: bool, items: Vec<Item>, span: Span },
    /// A quote.
    Quote { blocks: Vec<Block>, span: Span },
    /// A quote with a label (`> [!NOTE]`, `{: .notice}`), and its title (empty: none).
    Callout { kind: Callout, title: Vec<Inline>, blocks: Vec<Block>, span: Span },
    /// A table; every row has as many cells as `align`.
    Table { align: Vec<Align>, head: Vec<Cell>, rows: Vec<Vec<Cell>>, span: Span },
    /// A definition list.
    Definitions { items: Vec<Definition>, span: Span },
    /// An image that stands alone, with its caption (empty: none).
    Image { alt: Clean, src: Clean, caption: Vec<Inline>, span: Span },
    /// What a footnote says; `label` as in the note.
    Footnote { label: Clean, blocks: Vec<Block>, span: Span },
    /// A part that can be folded (`<details>`), and whether the note has it open, as it also counts
    /// where nothing says how far it goes: what is folded must not swallow the rest.
    Details { summary: Vec<Inline>, open: bool, blocks: Vec<Block>, span: Span },
    /// A rule across the page.
    Rule { span: Span },
}

/// One line of code, without its line end, or its title. A tab has become spaces.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeLine {
    /// What is shown.
    pub text: Clean,
    /// Where it stands in the note.
    pub span: Span,
    /// Where the spaces of its tabs stand in `text`, if it is as in the note but for them.
    pub tabs: Box<[Range<usize>]>,
}

impl CodeLine {
    /// What it is made of: bytes of `text`, each with where they stand in the note. Between tabs it is
    /// as in the note, and so it is where there are none and `text` is as long as `span`.
    pub fn parts(&self) -> impl Iterator<Item = (Range<usize>, Span)> {
        let (mut from, mut at) = (0, self.span.start);
        let mut tabs = self.tabs.iter();
        let mut tab: Option<Range<usize>> = None;
        std::iter::from_fn(move || {
            if let Some(spaces) = tab.take() {
                // A tab of one space is not that space: it has a place, but no length.
                let long = usize::from(spaces.len() > 1);
                let span = Span::new(at, at + long);
                (from, at) = (spaces.end, at + 1);
                return Some((spaces, span));
            }
            tab = tabs.next().cloned();
            let end = tab.as_ref().map_or(self.text.len(), |spaces| spaces.start);
            let own = from..end;
            let whole = self.tabs.is_empty() && from == 0;
            let span = if whole { self.span } else { Span::new(at, at + own.len()) };
            (from, at) = (end, span.end);
            (tab.is_some() || !own.is_empty()).then_some((own, span))
        })
        .filter(|(own, _)| !own.is_empty())
    }
}

/// How the items of an ordered list are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The first number.
    pub number: u64,
    /// What stands after it: `.` or `)`.
    pub sign: char,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The box of a task: ticked or not.
    pub task: Option<bool>,
    /// What stands in the item.
    pub blocks: Vec<Block>,
    /// From its marker to its end.
    pub span: Span,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its text.
    pub content: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// How a column of a table is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the left: also where nothing is said.
    Left,
    /// Centred.
    Center,
    /// To the right.
    Right,
}

/// The label of a callout: GFM's five kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// Something to know.
    Note,
    /// A hint.
    Tip,
    /// Something not to miss.
    Important,
    /// Something to avoid.
    Warning,
    /// Something dangerous.
    Caution,
}

/// One entry of a definition list: its names, and each definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The terms that are defined together.
    pub names: Vec<Cell>,
    /// Their definitions.
    pub meanings: Vec<Vec<Block>>,
    /// All of it.
    pub span: Span,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text of one style.
    Text(Run),
    /// An image within text, and the link that it belongs to.
    Image { alt: Clean, src: Clean, link: Option<Arc<Link>>, span: Span },
    /// A reference to a footnote.
    Footnote { label: Clean, span: Span },
    /// A line end of the source: a space (`hard`: a new line) on the screen.
    Break { hard: bool, span: Span },
}

/// Text of one style. `text` is `span` of the note byte for byte where their lengths are equal;
/// else (an entity, NFD, something dropped) the whole run stands for the whole span.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// What is shown.
    pub text: Clean,
    /// Its styles.
    pub marks: Marks,
    /// The link that it belongs to; runs of one link share one `Arc`.
    pub link: Option<Arc<Link>>,
    /// Where it stands in the note.
    pub span: Span,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its target, as written.
    pub to: Clean,
    /// All of the link.
    pub span: Span,
}

/// A set of styles.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Marks(u16);

impl Marks {
    /// No style.
    pub const NONE: Marks = Marks(0);
    /// `**strong**`
    pub const STRONG: Marks = Marks(1);
    /// `*emphasis*`
    pub const EMPH: Marks = Marks(2);
    /// `~~strike~~`
    pub const STRIKE: Marks = Marks(4);
    /// `` `code` ``
    pub const CODE: Marks = Marks(8);
    /// `<mark>`
    pub const MARK: Marks = Marks(16);
    /// `<kbd>`
    pub const KBD: Marks = Marks(32);
    /// `$$math$$`
    pub const MATH: Marks = Marks(64);
    /// `<sub>`
    pub const SUB: Marks = Marks(128);
    /// `<sup>`
    pub const SUP: Marks = Marks(256);

    const NAMES: [&str; 9] =
        ["strong", "emph", "strike", "code", "mark", "kbd", "math", "sub", "sup"];

    /// Both sets together.
    pub fn with(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }

    /// This set without the other's.
    pub fn without(self, other: Marks) -> Marks {
        Marks(self.0 & !other.0)
    }

    /// Whether all of `other` is in it.
    pub fn has(self, other: Marks) -> bool {
        self.0 & other.0 == other.0
    }
}

impl std::fmt::Debug for Marks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut first = true;
        for (bit, name) in Marks::NAMES.iter().enumerate() {
            if self.0 & (1 << bit) != 0 {
                write!(f, "{}{name}", if first { "" } else { "+" })?;
                first = false;
            }
        }
        Ok(())
    }
}

impl Block {
    /// Where the block stands in the note.
    pub fn span(&self) -> Span {
        match self {
            Block::Heading { span, .. }
            | Block::Paragraph { span, .. }
            | Block::Code { span, .. }
            | Block::List { span, .. }
            | Block::Quote { span, .. }
            | Block::Callout { span, .. }
            | Block::Table { span, .. }
            | Block::Definitions { span, .. }
            | Block::Image { span, .. }
            | Block::Footnote { span, .. }
            | Block::Details { span, .. }
            | Block::Rule { span } => *span,
        }
    }
}

impl Inline {
    /// Where the inline stands in the note.
    pub fn span(&self) -> Span {
        match self {
            Inline::Text(run) => run.span,
            Inline::Image { span, .. }
            | Inline::Footnote { span, .. }
            | Inline::Break { span, .. } => *span,
        }
    }
}

/// The text of `inlines`, without styles: an image gives its alternative text, a break a space.
pub fn plain(inlines: &[Inline]) -> Clean {
    let mut text = Clean::default();
    let space = Clean::new(" ");
    for inline in inlines {
        match inline {
            Inline::Text(run) => text.push(&run.text),
            Inline::Image { alt, .. } => text.push(alt),
            Inline::Footnote { .. } => {}
            Inline::Break { .. } => text.push(&space),
        }
    }
    text
}

/// All text of `blocks` on one line, in reading order; what stood apart is set apart by a dot.
pub fn text(blocks: &[Block]) -> Clean {
    let mut out = Vec::new();
    for block in blocks {
        block.each_text(&mut |text| {
            if !text.trim().is_empty() {
                out.push(Clean::new(text.trim()));
            }
        });
    }
    let mut joined = Clean::default();
    for (i, text) in out.iter().enumerate() {
        if i > 0 {
            joined.push(&Clean::new(" · "));
        }
        joined.push(text);
    }
    joined
}

impl Block {
    /// Gives the blocks that stand right in it, in order, container by container.
    pub fn each_inner(&self, give: &mut dyn FnMut(&[Block])) {
        match self {
            Block::List { items, .. } => items.iter().for_each(|item| give(&item.blocks)),
            Block::Quote { blocks, .. }
            | Block::Callout { blocks, .. }
            | Block::Footnote { blocks, .. }
            | Block::Details { blocks, .. } => give(blocks),
            Block::Definitions { items, .. } => {
                items.iter().flat_map(|item| &item.meanings).for_each(|blocks| give(blocks));
            }
            Block::Heading { .. }
            | Block::Paragraph { .. }
            | Block::Code { .. }
            | Block::Table { .. }
            | Block::Image { .. }
            | Block::Rule { .. } => {}
        }
    }

    /// Gives every block of code in it, in order: its language, its lines, where it stands.
    pub fn each_code(&self, give: &mut dyn FnMut(&Clean, &[CodeLine], Span)) {
        if let Block::Code { lang, lines, span, .. } = self {
            give(lang, lines, *span);
        }
        self.each_inner(&mut |blocks| blocks.iter().for_each(|block| block.each_code(give)));
    }

    /// Gives the text of every paragraph, cell and line of code in it, in order.
    pub fn each_text(&self, give: &mut dyn FnMut(&str)) {
        match self {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                give(&plain(content))
            }
            Block::Code { title, lines, .. } => {
                title.iter().for_each(|title| give(&title.text));
                lines.iter().for_each(|line| give(&line.text));
            }
            Block::List { items, .. } => {
                items.iter().flat_map(|item| &item.blocks).for_each(|block| block.each_text(give));
            }
            Block::Quote { blocks, .. } | Block::Footnote { blocks, .. } => {
                blocks.iter().for_each(|block| block.each_text(give))
            }
            Block::Table { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| give(&plain(&cell.content)));
            }
            Block::Definitions { items, .. } => {
                for item in items {
                    item.names.iter().for_each(|name| give(&plain(&name.content)));
                    item.meanings.iter().flatten().for_each(|block| block.each_text(give));
                }
            }
            Block::Image { alt, caption, .. } => {
                give(alt);
                if plain(caption) != *alt {
                    give(&plain(caption));
                }
            }
            Block::Details { summary: title, blocks, .. }
            | Block::Callout { title, blocks, .. } => {
                give(&plain(title));
                blocks.iter().for_each(|block| block.each_text(give));
            }
            Block::Rule { .. } => {}
        }
    }
}
