//! Blocks as text, for expectations.

use gongbu::doc::{Block, Inline, Marks, Start};

/// Blocks as an indented outline; every style of a run is written after it.
pub fn dump(blocks: &[Block], depth: usize, out: &mut String) {
    use std::fmt::Write;
    let pad = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Heading { level, content, .. } => {
                writeln!(out, "{pad}h{level} {}", inline(content)).unwrap();
            }
            Block::Paragraph { content, .. } => {
                writeln!(out, "{pad}p {}", inline(content)).unwrap()
            }
            Block::Code { lang, title, lines, .. } => {
                let title = title.as_ref().map(|title| format!(" [{}]", title.text));
                writeln!(out, "{pad}code {lang}{}", title.unwrap_or_default()).unwrap();
                for line in lines {
                    writeln!(out, "{pad}  |{}", line.text).unwrap();
                }
            }
            Block::List { start, tight, items, .. } => {
                let kind = start.map_or("ul".into(), |start| match start {
                    Start { number, sign: '.' } => format!("ol {number}"),
                    Start { number, sign } => format!("ol {number}{sign}"),
                });
                writeln!(out, "{pad}{kind}{}", if *tight { "" } else { " loose" }).unwrap();
                for item in items {
                    let task = item.task.map_or("", |done| if done { " [x]" } else { " [ ]" });
                    writeln!(out, "{pad} -{task}").unwrap();
                    dump(&item.blocks, depth + 1, out);
                }
            }
            Block::Quote { blocks, .. } => {
                writeln!(out, "{pad}quote").unwrap();
                dump(blocks, depth + 1, out);
            }
            Block::Callout { kind, title, blocks, .. } => {
                let title = inline(title);
                writeln!(out, "{}", format!("{pad}callout {kind:?} {title}").trim_end()).unwrap();
                dump(blocks, depth + 1, out);
            }
            Block::Table { align, head, rows, .. } => {
                writeln!(out, "{pad}table {align:?}").unwrap();
                for row in std::iter::once(head).chain(rows).filter(|row| !row.is_empty()) {
                    let cells: Vec<_> = row.iter().map(|c| inline(&c.content)).collect();
                    writeln!(out, "{pad}  {}", cells.join(" | ")).unwrap();
                }
            }
            Block::Definitions { items, .. } => {
                for item in items {
                    let names: Vec<_> = item.names.iter().map(|n| inline(&n.content)).collect();
                    writeln!(out, "{pad}define {}", names.join(", ")).unwrap();
                    for meaning in &item.meanings {
                        dump(meaning, depth + 1, out);
                    }
                }
            }
            Block::Image { alt, src, caption, .. } => {
                writeln!(out, "{pad}image [{alt}] ({src}) {}", inline(caption)).unwrap();
            }
            Block::Footnote { label, blocks, .. } => {
                writeln!(out, "{pad}footnote {label}").unwrap();
                dump(blocks, depth + 1, out);
            }
            Block::Details { summary, open, blocks, .. } => {
                let open = if *open { "open" } else { "folded" };
                writeln!(out, "{pad}details {open} {}", inline(summary)).unwrap();
                dump(blocks, depth + 1, out);
            }
            Block::Rule { .. } => writeln!(out, "{pad}rule").unwrap(),
        }
    }
}

fn inline(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(run) => {
                let marks = if run.marks == Marks::NONE {
                    String::new()
                } else {
                    format!("{:?}", run.marks)
                };
                let link = run.link.as_ref().map(|l| format!("→{}", l.to)).unwrap_or_default();
                if marks.is_empty() && link.is_empty() {
                    out += &run.text;
                } else {
                    out += &format!("⟨{}:{marks}{link}⟩", run.text);
                }
            }
            Inline::Image { alt, src, .. } => out += &format!("![{alt}]({src})"),
            Inline::Footnote { label, .. } => out += &format!("[^{label}]"),
            Inline::Break { hard, .. } => out += if *hard { "⏎" } else { "␤" },
        }
    }
    out
}
