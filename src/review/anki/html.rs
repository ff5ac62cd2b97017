//! Blocks as HTML on one line, in which nothing means to Anki what it did not mean to the author.

use crate::doc::{Block, Cell, Inline, Item, Marks, Run};
use crate::library::cards::Gaps;
use crate::library::links::Address;

/// Blocks; a paragraph that is alone needs no tag.
pub(super) fn blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    match blocks {
        [Block::Paragraph { content, .. }] => inlines(content, &mut out),
        _ => blocks.iter().for_each(|block| add(block, &mut out)),
    }
    out
}

/// A text with its gaps, numbered from 1.
pub(super) fn gaps(text: &Gaps) -> String {
    let mut out = String::new();
    let mut at = 0;
    let slice = |from: usize, to: usize| text.content.get(from..to).unwrap_or(&[]);
    for (number, gap) in (1..).zip(&text.gaps) {
        inlines(slice(at, gap.start), &mut out);
        part_from(&mut out, '{');
        out.push_str(&format!("{{{{c{number}::"));
        for inline in slice(gap.start, gap.end) {
            match inline {
                // Two colons begin a hint, in a text as in an address.
                Inline::Text(own) => marked(own, ":", &mut out),
                other => inlines(std::slice::from_ref(other), &mut out),
            }
        }
        part_from(&mut out, '}');
        out.push_str("}}");
        at = gap.end;
    }
    inlines(slice(at, text.content.len()), &mut out);
    out
}

/// Blocks nest no deeper than they were built.
fn add(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph { content, .. } => tagged("p", out, |out| inlines(content, out)),
        Block::Heading { content, .. } => {
            tagged("p", out, |out| tagged("b", out, |out| inlines(content, out)));
        }
        Block::Code { lines, .. } => {
            out.push_str("<pre><code>");
            for (i, line) in lines.iter().enumerate() {
                if i > 0 {
                    out.push_str("<br>");
                }
                text(&line.text, "", out);
            }
            out.push_str("</code></pre>");
        }
        Block::List { start, tight, items, .. } => {
            list(start.map(|s| s.number), *tight, items, out)
        }
        Block::Quote { blocks, .. } => {
            tagged("blockquote", out, |out| blocks.iter().for_each(|block| add(block, out)));
        }
        Block::Callout { title, blocks, .. } => tagged("blockquote", out, |out| {
            if !title.is_empty() {
                tagged("p", out, |out| tagged("b", out, |out| inlines(title, out)));
            }
            blocks.iter().for_each(|block| add(block, out));
        }),
        Block::Table { head, rows, .. } => tagged("table", out, |out| {
            row("th", head, out);
            rows.iter().for_each(|cells| row("td", cells, out));
        }),
        Block::Definitions { items, .. } => tagged("dl", out, |out| {
            for item in items {
                for name in &item.names {
                    tagged("dt", out, |out| inlines(&name.content, out));
                }
                for meaning in &item.meanings {
                    tagged("dd", out, |out| out.push_str(&blocks(meaning)));
                }
            }
        }),
        Block::Image { alt, src, caption, .. } => tagged("p", out, |out| {
            image(alt, src, out);
            if !caption.is_empty() {
                out.push(' ');
                inlines(caption, out);
            }
        }),
        Block::Footnote { blocks, .. } => blocks.iter().for_each(|block| add(block, out)),
        Block::Details { summary, blocks, .. } => tagged("details", out, |out| {
            tagged("summary", out, |out| inlines(summary, out));
            blocks.iter().for_each(|block| add(block, out));
        }),
        Block::Rule { .. } => out.push_str("<hr>"),
    }
}

fn list(start: Option<u64>, tight: bool, items: &[Item], out: &mut String) {
    match start {
        None => out.push_str("<ul>"),
        Some(1) => out.push_str("<ol>"),
        Some(number) => out.push_str(&format!("<ol start={number}>")),
    }
    for item in items {
        tagged("li", out, |out| {
            if let Some(done) = item.task {
                out.push_str(if done { "☑ " } else { "☐ " });
            }
            match item.blocks.split_first() {
                Some((Block::Paragraph { content, .. }, rest)) if tight => {
                    inlines(content, out);
                    rest.iter().for_each(|block| add(block, out));
                }
                _ => item.blocks.iter().for_each(|block| add(block, out)),
            }
        });
    }
    out.push_str(if start.is_some() { "</ol>" } else { "</ul>" });
}

fn row(tag: &str, cells: &[Cell], out: &mut String) {
    if cells.is_empty() {
        return;
    }
    tagged("tr", out, |out| {
        for cell in cells {
            tagged(tag, out, |out| inlines(&cell.content, out));
        }
    });
}

fn tagged(tag: &str, out: &mut String, inner: impl FnOnce(&mut String)) {
    out.push_str(&format!("<{tag}>"));
    inner(out);
    out.push_str(&format!("</{tag}>"));
}

fn inlines(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(own) => run(own, out),
            Inline::Image { alt, src, .. } => image(alt, src, out),
            // What it says stands elsewhere.
            Inline::Footnote { .. } => {}
            Inline::Break { hard: true, .. } => out.push_str("<br>"),
            Inline::Break { hard: false, .. } => out.push(' '),
        }
    }
}

fn run(run: &Run, out: &mut String) {
    // An address that a reader would not open is none here either.
    let address = run.link.as_ref().and_then(|link| Address::read(&link.to));
    if let Some(address) = &address {
        out.push_str("<a href=\"");
        text(address.as_str(), "", out);
        out.push_str("\">");
    }
    marked(run, "", out);
    if address.is_some() {
        out.push_str("</a>");
    }
}

fn marked(run: &Run, parted: &str, out: &mut String) {
    const TAGS: [(Marks, &str); 8] = [
        (Marks::STRONG, "b"),
        (Marks::EMPH, "i"),
        (Marks::STRIKE, "s"),
        (Marks::MARK, "mark"),
        (Marks::CODE, "code"),
        (Marks::KBD, "kbd"),
        (Marks::SUB, "sub"),
        (Marks::SUP, "sup"),
    ];
    let tags = TAGS.iter().filter(|(mark, _)| run.marks.has(*mark)).map(|(_, tag)| tag);
    tags.clone().for_each(|tag| out.push_str(&format!("<{tag}>")));
    text(&run.text, parted, out);
    tags.rev().for_each(|tag| out.push_str(&format!("</{tag}>")));
}

/// What an image says, or else where it is.
fn image(alt: &str, src: &str, out: &mut String) {
    out.push_str("<i>");
    let name = src.rsplit('/').next().unwrap_or(src);
    text(if alt.trim().is_empty() { name } else { alt }, ":", out);
    out.push_str("</i>");
}

/// Text, of which nothing is a tag, an entity, a gap, a sound or a formula, also with what stands
/// before it. Two characters of `parted` are parted, too.
fn text(text: &str, parted: &str, out: &mut String) {
    const TAGS: [&str; 5] = ["sound:", "anki:", "latex]", "/latex]", "$"];
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or("");
        match c {
            '{' | '}' => part_from(out, c),
            '(' | ')' | '[' | ']' => part_from(out, '\\'),
            c if parted.contains(c) => part_from(out, c),
            _ => {}
        }
        let begins = |tag: &&str| {
            let length = tag.len().min(rest.len());
            let starts = rest.get(..length).zip(tag.get(..length));
            starts.is_some_and(|(rest, tag)| rest.eq_ignore_ascii_case(tag))
        };
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // What follows may be in the next run.
            '[' if TAGS.iter().any(begins) => out.push_str("&#91;"),
            c => out.push(c),
        }
    }
}

/// Parts what follows from a `sign` before it, with which it would mean something, as Anki's manual does
/// it.
fn part_from(out: &mut String, sign: char) {
    if out.ends_with(sign) {
        out.push_str("<!-- -->");
    }
}
