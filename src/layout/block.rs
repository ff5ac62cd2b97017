//! Each kind of block as rows: the plain ones here, the others in files of their own.

use super::flow::Flow;
use super::page::Page;
use super::{Piece, Target, code, image, list, table};
use crate::doc::{Block, Callout, Definition, Inline, Marks};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// How far definitions, folded parts and formulas are indented.
const INDENT: usize = 2;
/// A rule across the page is at most this wide.
const RULE: usize = 40;

/// Lays out `blocks` one below the other, where `apart` with a blank row between two. Blocks nest
/// at most [`crate::doc::MAX_DEPTH`] levels, and so does this.
pub(super) fn blocks(page: &mut Page<'_>, blocks: &[Block], apart: bool) {
    let mut before = page.len();
    let mut above: Option<&Block> = None;
    for each in blocks {
        // Within an item a list belongs to the paragraph above it.
        let belongs = page.lists > 0
            && matches!((above, each), (Some(Block::Paragraph { .. }), Block::List { .. }));
        if apart && page.len() > before && !belongs {
            page.blank();
            before = page.len();
        }
        block(page, each);
        above = Some(each);
    }
}

fn block(page: &mut Page<'_>, block: &Block) {
    match block {
        Block::Heading { level, content, span } => heading(page, *level, content, *span),
        Block::Paragraph { content, span } => {
            let flow = Flow::with_terms(content, page.base, page);
            // In an item the marker sets it apart.
            if page.lists == 0 && is_formula(content) {
                page.enter_indent(INDENT, span.start);
                page.flow(&flow, span.start);
                page.leave(span.start);
            } else {
                page.flow(&flow, span.start);
            }
        }
        Block::Code { lang, title, lines, span } => {
            code::code(page, (lang, title.as_deref()), lines, *span);
        }
        Block::List { start, tight, items, .. } => list::list(page, *start, *tight, items),
        Block::Quote { blocks, span } => quote(page, blocks, *span),
        Block::Callout { kind, title, blocks, span } => {
            callout(page, *kind, title, blocks, *span);
        }
        Block::Table { align, head, rows, span } => table::table(page, align, head, rows, *span),
        Block::Definitions { items, .. } => definitions(page, items),
        Block::Image { alt, src, caption, span } => image::image(page, alt, src, caption, *span),
        Block::Footnote { label, blocks, span } => footnote(page, label, blocks, *span),
        Block::Details { summary, open, blocks, span } => {
            details(page, summary, *open, blocks, *span);
        }
        Block::Rule { span } => {
            let cols = page.width().min(RULE);
            page.push(vec![Piece::decor(Role::Rule, &page.signs.line.repeat(cols))], span.start);
        }
    }
}

/// Whether a paragraph is nothing but a formula, which is set apart.
fn is_formula(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(run) => run.marks.has(Marks::MATH),
        Inline::Break { .. } => true,
        Inline::Image { .. } | Inline::Footnote { .. } => false,
    })
}

fn heading(page: &mut Page<'_>, level: u8, content: &[Inline], span: Span) {
    let role = Role::Heading(level.clamp(1, 6));
    let flow = Flow::new(content, role, page.options);
    let (first, rest) = page.widths();
    let lines = flow.wrap(first, rest);
    let wide = lines.iter().map(|line| line.cols).max().unwrap_or(0);
    for line in lines {
        page.push(line.pieces, line.at.unwrap_or(span.start));
    }
    if level <= 1 && wide > 0 {
        page.push(vec![Piece::decor(Role::Rule, &page.signs.line.repeat(wide))], span.start);
    }
}

fn quote(page: &mut Page<'_>, content: &[Block], span: Span) {
    let base = std::mem::replace(&mut page.base, Role::Quote);
    page.enter_bar(Role::QuoteBar, span.start);
    blocks(page, content, true);
    page.leave(span.start);
    page.base = base;
}

fn callout(page: &mut Page<'_>, kind: Callout, title: &[Inline], content: &[Block], span: Span) {
    let role = Role::Callout(kind);
    page.enter_bar(role, span.start);
    let words = page.options.words;
    let label = Piece::decor(role, words.callout(kind));
    let titled = Flow::new(title, Role::Summary, page.options);
    if titled.text.trim().is_empty() {
        page.flow(&Flow::of_pieces(vec![label]), span.start);
    } else if kind == Callout::Note {
        // The title of what is but a note says more than the word.
        page.flow(&titled, span.start);
    } else {
        page.enter_marker(vec![label, Piece::decor(role, ":"), Piece::pad(1)], span.start);
        page.flow(&titled, span.start);
        page.leave(span.start);
    }
    blocks(page, content, true);
    page.leave(span.start);
}

fn definitions(page: &mut Page<'_>, items: &[Definition]) {
    let mut before = page.len();
    for item in items {
        if page.len() > before {
            page.blank();
            before = page.len();
        }
        for name in &item.names {
            let flow = Flow::new(&name.content, Role::Definition, page.options);
            page.flow(&flow, item.span.start.max(name.span.start));
        }
        page.enter_indent(INDENT, item.span.start);
        for (index, meaning) in item.meanings.iter().enumerate() {
            // Several are told apart as in a dictionary.
            let number = Piece::decor(Role::Bullet, &format!("{}.", index + 1));
            let several = item.meanings.len() > 1;
            let at = meaning.first().map_or(item.span.start, |block| block.span().start);
            page.enter_marker(if several { vec![number, Piece::pad(1)] } else { vec![] }, at);
            blocks(page, meaning, true);
            page.leave(at);
        }
        page.leave(item.span.start);
    }
}

fn footnote(page: &mut Page<'_>, label: &Clean, content: &[Block], span: Span) {
    let mut text = Clean::new("[");
    text.push(label);
    text.push(&Clean::new("]"));
    page.enter_marker(vec![Piece::decor(Role::Footnote, &text), Piece::pad(1)], span.start);
    match content.split_last() {
        _ if page.options.is_open.is_none() => blocks(page, content, true),
        Some((Block::Paragraph { content: last, span: at }, before)) => {
            blocks(page, before, true);
            if !before.is_empty() {
                page.blank();
            }
            let mut flow = Flow::with_terms(last, page.base, page);
            flow.decor(Role::Pad, " ");
            flow.append(Flow::of_pieces(vec![back(page, span)]));
            page.flow(&flow, at.start);
        }
        _ => {
            blocks(page, content, true);
            page.push(vec![back(page, span)], span.start);
        }
    }
    page.leave(span.start);
}

/// The sign that leads from a footnote back to the text.
fn back(page: &Page<'_>, span: Span) -> Piece {
    let target = Some(Target::Back(span.start));
    Piece { target, ..Piece::decor(Role::Footnote, page.signs.back) }
}

fn details(page: &mut Page<'_>, summary: &[Inline], open: bool, content: &[Block], span: Span) {
    let words = page.options.words;
    let at = span.start;
    let open = page.options.is_open.is_none_or(|is_open| is_open(at, open));
    let target = page.options.is_open.map(|_| Target::Fold { at, open });
    let mut flow = Flow::new(summary, Role::Summary, page.options);
    if flow.text.trim().is_empty() {
        flow = Flow::of_pieces(vec![Piece::decor(Role::Label, &words.details)]);
    }
    for part in &mut flow.parts {
        part.target = part.target.take().or(target.clone());
    }
    let sign = if open { page.signs.unfolded } else { page.signs.folded };
    let sign = Piece { target, ..Piece::decor(Role::Bullet, sign) };
    page.enter_marker(vec![sign, Piece::pad(1)], span.start);
    page.flow(&flow, span.start);
    page.leave(span.start);
    if !open {
        return;
    }
    page.enter_indent(INDENT, span.start);
    blocks(page, content, true);
    page.leave(span.start);
}
