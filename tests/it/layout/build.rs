//! Blocks in few words. Every text has a place of its own in the note, one after the other.

use std::cell::Cell as Counter;
use std::sync::Arc;

use gongbu::doc::{
    Align, Block, Callout, Cell, CodeLine, Definition, Inline, Item, Link, Marks, Run, Start,
};
use gongbu::layout::Words;
use gongbu::text::sanitize::Clean;
use gongbu::text::span::Span;

thread_local! {
    static AT: Counter<usize> = const { Counter::new(1) };
}

/// The next `len` bytes of the note.
pub fn place(len: usize) -> Span {
    AT.with(|at| {
        let start = at.get();
        at.set(start + len + 3);
        Span::new(start, start + len)
    })
}

pub fn clean(text: &str) -> Clean {
    Clean::new(text)
}

pub fn words() -> Words {
    Words {
        image: clean("그림"),
        missing_image: clean("그림 파일이 없음"),
        details: clean("자세히"),
        note: clean("참고"),
        tip: clean("도움말"),
        important: clean("중요"),
        warning: clean("경고"),
        caution: clean("주의"),
    }
}

pub fn text(text: &str) -> Inline {
    styled(text, Marks::NONE)
}

pub fn styled(text: &str, marks: Marks) -> Inline {
    let text = clean(text);
    Inline::Text(Run { marks, link: None, span: place(text.len()), text })
}

pub fn link(text: &str, to: &str) -> Inline {
    let text = clean(text);
    let span = place(text.len());
    let link = Some(Arc::new(Link { to: clean(to), span }));
    Inline::Text(Run { text, marks: Marks::NONE, link, span })
}

pub fn content(of: &str) -> Vec<Inline> {
    if of.is_empty() { vec![] } else { vec![text(of)] }
}

fn over<T>(make: impl FnOnce() -> T) -> (T, Span) {
    let start = place(0).start;
    let made = make();
    (made, Span::new(start, place(0).start))
}

pub fn of(content: Vec<Inline>) -> Block {
    let spans = content.iter().map(Inline::span);
    let span = spans.reduce(Span::join).unwrap_or_else(|| place(0));
    Block::Paragraph { content, span }
}

pub fn paragraph(text: &str) -> Block {
    of(content(text))
}

pub fn heading(level: u8, text: &str) -> Block {
    let (content, span) = over(|| content(text));
    Block::Heading { level, content, span }
}

pub fn item(blocks: Vec<Block>) -> Item {
    let spans = blocks.iter().map(Block::span);
    let span = spans.reduce(Span::join).unwrap_or_else(|| place(0));
    Item { task: None, blocks, span }
}

pub fn task(done: bool, blocks: Vec<Block>) -> Item {
    Item { task: Some(done), ..item(blocks) }
}

fn all(items: &[Item]) -> Span {
    items.iter().map(|item| item.span).reduce(Span::join).unwrap_or_default()
}

pub fn bullets(tight: bool, items: Vec<Item>) -> Block {
    Block::List { start: None, tight, span: all(&items), items }
}

pub fn ordered(start: u64, tight: bool, items: Vec<Item>) -> Block {
    let start = Some(Start { number: start, sign: '.' });
    Block::List { start, tight, span: all(&items), items }
}

pub fn code(lang: &str, lines: &[&str]) -> Block {
    let line =
        |text: &&str| CodeLine { text: clean(text), span: place(text.len()), tabs: Box::default() };
    let (lines, span) = over(|| lines.iter().map(line).collect());
    Block::Code { lang: clean(lang), title: None, lines, span }
}

pub fn quote(blocks: Vec<Block>) -> Block {
    Block::Quote { span: item(blocks.clone()).span, blocks }
}

pub fn callout(kind: Callout, title: &str, blocks: Vec<Block>) -> Block {
    let title = content(title);
    Block::Callout { kind, title, span: item(blocks.clone()).span, blocks }
}

pub fn cell(text: &str) -> Cell {
    let (content, span) = over(|| content(text));
    Cell { content, span }
}

pub fn table(align: &[Align], head: &[&str], rows: &[&[&str]]) -> Block {
    let cells = |texts: &[&str]| texts.iter().map(|text| cell(text)).collect::<Vec<_>>();
    let (head, top) = over(|| cells(head));
    let (rows, rest) = over(|| rows.iter().map(|row| cells(row)).collect());
    Block::Table { align: align.to_vec(), head, rows, span: top.join(rest) }
}

pub fn image(alt: &str, src: &str, caption: &str) -> Block {
    let span = place(alt.len() + src.len());
    let caption = content(caption);
    Block::Image { alt: clean(alt), src: clean(src), caption, span }
}

pub fn definitions(items: &[(&[&str], &[&str])]) -> Block {
    let item = |(names, meanings): &(&[&str], &[&str])| {
        let ((names, meanings), span) = over(|| {
            let names = names.iter().map(|name| cell(name)).collect();
            let meanings: Vec<_> = meanings.iter().map(|text| vec![paragraph(text)]).collect();
            (names, meanings)
        });
        Definition { names, meanings, span }
    };
    let (items, span) = over(|| items.iter().map(item).collect());
    Block::Definitions { items, span }
}

pub fn footnote(label: &str, blocks: Vec<Block>) -> Block {
    Block::Footnote { label: clean(label), span: item(blocks.clone()).span, blocks }
}

pub fn details(summary: &str, blocks: Vec<Block>) -> Block {
    let span = item(blocks.clone()).span;
    Block::Details { summary: content(summary), open: false, blocks, span }
}

pub fn rule() -> Block {
    Block::Rule { span: place(3) }
}
