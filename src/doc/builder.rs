//! Parser events become blocks, on a stack of our own that is never deeper than [`MAX_DEPTH`].

mod callout;
mod code;
mod containers;
mod embed;
mod formula;
mod html;
mod inline;
mod marks;
mod remarks;
mod table;
mod tags;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use self::embed::Image;
use self::marks::{By, OpenMarks};
use self::remarks::without_remarks;
use super::formula::Formulas;
use super::leaf;
use super::parser::{self, alignment};
use super::repair::Repaired;
use super::template_link;
use super::{
    Align, Block, Callout, Cell, CodeLine, Definition, Inline, Item, Link, MAX_DEPTH, Marks, Start,
};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// A container that is open.
enum Frame {
    Root,
    Quote(Option<Callout>),
    List {
        start: Option<Start>,
        loose: bool,
        items: Vec<Item>,
    },
    Item {
        task: Option<bool>,
    },
    Footnote(Clean),
    Definitions(Vec<Definition>),
    Meaning,
    Table {
        align: Vec<Align>,
        head: Vec<Cell>,
        rows: Vec<Vec<Cell>>,
        row: Vec<Cell>,
    },
    /// `<details>`, and whether it is open.
    Details {
        summary: Vec<Inline>,
        open: bool,
        closed: bool,
    },
    /// `:::note`, which ends at the next `:::`.
    Colons(Callout, Vec<Inline>),
    /// `<table>`
    HtmlTable(Box<table::Table>),
    /// `<td>`, `<th>`
    HtmlCell(table::Said),
    /// Not shown as a container: too deep, or a kind that means nothing here. So many of them that
    /// stand right in each other are one.
    Flat(usize),
    /// A definition put before the part; nothing in it is shown.
    Hidden,
}

struct Open {
    frame: Frame,
    blocks: Vec<Block>,
    span: Span,
}

/// Code that is open.
struct Code {
    lang: Clean,
    title: Option<Box<CodeLine>>,
    lines: Vec<CodeLine>,
    span: Span,
}

/// What has been read so far.
pub(super) struct Builder<'a> {
    source: &'a Repaired<'a>,
    formulas: Formulas,
    open: Vec<Open>,
    leaf: Option<(Vec<Inline>, Span)>,
    /// Whether the leaf is a heading, a cell or a name, which formulas keep on one line.
    one_line: bool,
    /// Whether there may be remarks.
    has_remarks: bool,
    /// Where each line of the leaf ends, and how many columns of the source it takes.
    line_widths: Vec<(usize, usize)>,
    marks: OpenMarks,
    links: Vec<Arc<Link>>,
    /// The link that is open is a wiki link to a heading, without a text of its own.
    to_heading: bool,
    /// The link that HTML has opened.
    html_link: Option<Arc<Link>>,
    image: Option<Image>,
    code: Option<Code>,
    /// The title that a tag gives to the code that follows.
    code_title: Option<Box<CodeLine>>,
    html: String,
    html_start: usize,
    /// The tag whose content is not for people, while it is open.
    hidden_html: Option<String>,
    /// Such tags that nothing closes from here on.
    unclosed: Vec<String>,
    /// Whether the text that is read stands in a `<figcaption>`.
    caption: bool,
    /// The item that is open was only a place for a table of contents.
    asked_for_toc: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a Repaired<'a>, formulas: Formulas) -> Builder<'a> {
        let root = Open { frame: Frame::Root, blocks: Vec::new(), span: Span::default() };
        Builder {
            source,
            formulas,
            open: vec![root],
            leaf: None,
            one_line: false,
            has_remarks: source.text.contains("%%"),
            line_widths: Vec::new(),
            marks: OpenMarks::default(),
            links: Vec::new(),
            to_heading: false,
            html_link: None,
            image: None,
            code: None,
            code_title: None,
            html: String::new(),
            html_start: 0,
            hidden_html: None,
            unclosed: Vec::new(),
            caption: false,
            asked_for_toc: false,
        }
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_leaf();
        while self.open.len() > 1 {
            self.close();
        }
        let blocks = self.open.pop().map(|root| root.blocks).unwrap_or_default();
        if self.has_remarks { without_remarks(blocks) } else { blocks }
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.inner(&text, range, Marks::CODE),
            Event::InlineMath(text) if self.formulas == Formulas::All => {
                self.inline_formula(&text, range);
            }
            Event::InlineMath(_) => self.as_written(range),
            Event::DisplayMath(text) => self.formula(&text, range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::Html(html) => self.html.push_str(&html),
            Event::FootnoteReference(label) => {
                let span = self.source.span(&range);
                self.inline(Inline::Footnote { label: Clean::new(&label), span });
            }
            Event::SoftBreak => self.line_break(false, range),
            Event::HardBreak => self.line_break(true, range),
            Event::Rule => {
                self.end_text();
                let span = self.source.span(&range);
                self.push(Block::Rule { span });
            }
            Event::TaskListMarker(done) => {
                if let Some(Open { frame: Frame::Item { task }, .. }) = self.open.last_mut() {
                    *task = Some(done);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let span = self.source.span(&range);
        match tag {
            Tag::Emphasis => self.marks.open(By::Markdown, Marks::EMPH),
            Tag::Strong => self.marks.open(By::Markdown, Marks::STRONG),
            Tag::Strikethrough => self.marks.open(By::Markdown, Marks::STRIKE),
            Tag::Superscript => self.marks.open(By::Markdown, Marks::SUP),
            Tag::Subscript => self.marks.open(By::Markdown, Marks::SUB),
            Tag::Link { dest_url, link_type, .. } => {
                let own = matches!(link_type, LinkType::WikiLink { has_pothole: false });
                // A character by its number has such a sign, too.
                self.to_heading = own && dest_url.contains('#') && !dest_url.contains("&#");
                let to = Clean::new(&template_link::written(&dest_url));
                self.links.push(Arc::new(Link { to, span }));
            }
            Tag::Image { dest_url, link_type, .. } => match &mut self.image {
                Some(image) => image.nested += 1,
                None => {
                    let wiki = match link_type {
                        LinkType::WikiLink { has_pothole } => Some(has_pothole),
                        _ => None,
                    };
                    self.image = Some(Image::new(&dest_url, span, wiki));
                }
            },
            Tag::Paragraph => {
                self.end_text();
                self.mark_loose();
                self.one_line = false;
                self.leaf = Some((Vec::new(), span));
            }
            Tag::Heading { .. } | Tag::TableCell | Tag::DefinitionListTitle => {
                self.end_text();
                self.one_line = true;
                self.leaf = Some((Vec::new(), span));
            }
            Tag::CodeBlock(kind) => {
                self.end_text();
                let (lang, title) = match &kind {
                    CodeBlockKind::Fenced(info) => self.fence(info, &range),
                    CodeBlockKind::Indented => (Clean::default(), None),
                };
                self.code = Some(Code { lang, title, lines: Vec::new(), span });
            }
            Tag::HtmlBlock => {
                self.end_text();
                self.html.clear();
                self.html_start = range.start;
            }
            Tag::TableHead | Tag::TableRow => self.end_text(),
            _ => {
                self.end_text();
                match (self.frame(tag, &range), self.open.last_mut()) {
                    (Frame::Flat(_), Some(Open { frame: Frame::Flat(count), .. })) => *count += 1,
                    (frame, _) => self.open.push(Open { frame, blocks: Vec::new(), span }),
                }
            }
        }
    }

    fn frame(&self, tag: Tag<'_>, range: &Range<usize>) -> Frame {
        let under = self.open.last().map(|open| &open.frame);
        if matches!(under, Some(Frame::Hidden)) {
            return Frame::Hidden;
        }
        let room = self.open.len() < MAX_DEPTH;
        match tag {
            Tag::BlockQuote(kind) if room => Frame::Quote(kind.map(parser::callout)),
            Tag::List(start) if room => Frame::List {
                start: start.map(|number| Start { number, sign: self.sign_of_number(range) }),
                loose: false,
                items: Vec::new(),
            },
            Tag::Item if matches!(under, Some(Frame::List { .. })) => Frame::Item { task: None },
            Tag::FootnoteDefinition(_)
                if self.source.is_inserted(&(range.start..range.start + 1)) =>
            {
                Frame::Hidden
            }
            Tag::FootnoteDefinition(label) if room => Frame::Footnote(Clean::new(&label)),
            Tag::DefinitionList if room => Frame::Definitions(Vec::new()),
            Tag::DefinitionListDefinition if matches!(under, Some(Frame::Definitions(_))) => {
                Frame::Meaning
            }
            Tag::Table(align) if room => Frame::Table {
                align: align.into_iter().map(alignment).collect(),
                head: Vec::new(),
                rows: Vec::new(),
                row: Vec::new(),
            },
            _ => Frame::Flat(1),
        }
    }

    /// What stands after the first number of a list.
    fn sign_of_number(&self, range: &Range<usize>) -> char {
        let list = self.source.text.get(range.clone()).unwrap_or("").trim_start();
        let sign = list.trim_start_matches(|c: char| c.is_ascii_digit()).chars().next();
        sign.filter(|sign| *sign == ')').unwrap_or('.')
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis => self.marks.close(By::Markdown, Marks::EMPH),
            TagEnd::Strong => self.marks.close(By::Markdown, Marks::STRONG),
            TagEnd::Strikethrough => self.marks.close(By::Markdown, Marks::STRIKE),
            TagEnd::Superscript => self.marks.close(By::Markdown, Marks::SUP),
            TagEnd::Subscript => self.marks.close(By::Markdown, Marks::SUB),
            TagEnd::Link => self.end_link(range),
            TagEnd::Image => self.end_image(),
            TagEnd::Paragraph => self.end_text(),
            TagEnd::Heading(level) => {
                let span = self.source.span(&range);
                self.marks.end_text();
                self.one_line = false;
                if let Some((inlines, _)) = self.leaf.take() {
                    let (content, _) = leaf::tidy(inlines);
                    self.push(Block::Heading { level: level as u8, content, span });
                }
            }
            TagEnd::TableCell => {
                let cell = self.end_cell();
                if let Some(Open { frame: Frame::Table { row, .. }, .. }) = self.open.last_mut() {
                    row.push(cell);
                } else {
                    self.push_flat(cell);
                }
            }
            TagEnd::TableHead => {
                if let Some(Open { frame: Frame::Table { head, row, .. }, .. }) =
                    self.open.last_mut()
                {
                    *head = std::mem::take(row);
                }
            }
            TagEnd::TableRow => {
                if let Some(Open { frame: Frame::Table { rows, row, .. }, .. }) =
                    self.open.last_mut()
                {
                    rows.push(std::mem::take(row));
                }
            }
            TagEnd::DefinitionListTitle => {
                let cell = self.end_cell();
                // Names on lines of their own share what follows.
                let is_break = |inline: &Inline| matches!(inline, Inline::Break { .. });
                for name in cell.content.split(is_break).filter(|name| !name.is_empty()) {
                    let span = name.iter().map(Inline::span).reduce(Span::join);
                    let span = span.unwrap_or(cell.span);
                    self.definition_name(Cell { content: name.to_vec(), span });
                }
            }
            TagEnd::CodeBlock => {
                if let Some(Code { lang, title, lines, span }) = self.code.take() {
                    let title = title.or_else(|| self.code_title.take());
                    self.push(Block::Code { lang, title, lines, span });
                }
            }
            TagEnd::HtmlBlock => self.html_block(),
            _ => {
                self.end_text();
                // HTML and colons may have left a part open that Markdown closes.
                while matches!(
                    self.open.last(),
                    Some(Open {
                        frame: Frame::Details { .. }
                            | Frame::Colons(..)
                            | Frame::HtmlTable(_)
                            | Frame::HtmlCell(_),
                        ..
                    })
                ) {
                    self.close();
                }
                self.close();
            }
        }
    }
}
