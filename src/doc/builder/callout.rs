//! Callouts in the spellings of Obsidian, Docusaurus and MkDocs.

use super::super::{Block, Callout, Inline, MAX_DEPTH, leaf};
use super::{Builder, Frame, Open};
use crate::text::span::Span;

/// The kind that a name stands for, and whether the label of that kind says all that the name does.
pub(super) fn kind(name: &str) -> (Callout, bool) {
    match name.to_ascii_lowercase().as_str() {
        "note" | "info" | "memo" => (Callout::Note, true),
        "tip" | "hint" => (Callout::Tip, true),
        "important" => (Callout::Important, true),
        // GFM alone sets caution above a warning.
        "warning" | "caution" | "attention" => (Callout::Warning, true),
        "danger" => (Callout::Caution, true),
        "success" | "check" | "done" => (Callout::Tip, false),
        "bug" | "failure" | "fail" | "missing" => (Callout::Warning, false),
        "error" => (Callout::Caution, false),
        _ => (Callout::Note, false),
    }
}

/// The label that opens a callout: a name, then perhaps a title. Both are cut out of `line`, whose
/// first `skip` bytes stand before the name.
fn label(line: Vec<Inline>, skip: usize) -> (Callout, Vec<Inline>) {
    let Some(Inline::Text(first)) = line.first() else { return (Callout::Note, line) };
    let text = first.text.as_str();
    let rest = text.get(skip..).unwrap_or("");
    let start = skip + rest.len() - rest.trim_start_matches([' ', '.', ':']).len();
    let rest = text.get(start..).unwrap_or("");
    let named = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let length = rest.find(|c| !named(c)).unwrap_or(rest.len());
    let (kind, said) = kind(&rest[..length]);
    let name = leaf::part(first, start, start + length);
    let mut title = cut(line, start + length);
    if title.iter().all(leaf::is_blank) {
        title = if said || length == 0 { Vec::new() } else { vec![Inline::Text(name)] };
    }
    (kind, title)
}

/// `line` without its first `start` bytes, without the marks round a title, and without attributes.
fn cut(mut line: Vec<Inline>, start: usize) -> Vec<Inline> {
    const BEFORE: [char; 7] = [' ', ']', '[', '"', '+', '-', '|'];
    if let Some(Inline::Text(first)) = line.first_mut() {
        let rest = first.text.get(start..).unwrap_or("");
        // Words before a title in quotes are classes, and so is what a bar sets off from the kind.
        let classes = rest.find(" \"").or_else(|| rest.find(']').filter(|_| rest.starts_with('|')));
        let rest = classes.and_then(|at| rest.get(at..)).unwrap_or(rest);
        let rest = rest.trim_start_matches(BEFORE);
        *first = leaf::part(first, first.text.len() - rest.len(), first.text.len());
    }
    if let Some(Inline::Text(last)) = line.last_mut() {
        let text = last.text.as_str();
        let text = text.split('{').next().unwrap_or("").trim_end();
        let end = text.trim_end_matches([']', '"']).len();
        *last = leaf::part(last, 0, end);
    }
    line.retain(|inline| !matches!(inline, Inline::Text(run) if run.text.is_empty()));
    line
}

/// The first line of a paragraph, and what follows it.
fn first_line(mut content: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>) {
    let is_break = |inline: &Inline| matches!(inline, Inline::Break { .. });
    let at = content.iter().position(is_break).unwrap_or(content.len());
    let rest = content.split_off(at);
    (content, rest)
}

/// A quote that has ended: a callout where its first line is `[!kind] title`.
pub(super) fn quote(mut blocks: Vec<Block>, span: Span) -> Block {
    let labelled = match blocks.first() {
        Some(Block::Paragraph { content, .. }) => match content.first() {
            Some(Inline::Text(run)) => run.text.strip_prefix("[!").is_some_and(|rest| {
                let name = rest.split([']', '|']).next().unwrap_or("");
                let named = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
                rest.contains(']') && !name.is_empty() && name.chars().all(named)
            }),
            _ => false,
        },
        _ => false,
    };
    if !labelled {
        return Block::Quote { blocks, span };
    }
    let mut rest = blocks.split_off(1);
    let Some(Block::Paragraph { content, span: at }) = blocks.pop() else {
        return Block::Quote { blocks: rest, span };
    };
    let (line, below) = first_line(content);
    let (kind, title) = label(line, "[!".len());
    let mut blocks = leaf::paragraphs(below, at);
    blocks.append(&mut rest);
    Block::Callout { kind, title, blocks, span }
}

/// Whether what the note has there opens a part that is indented below it (MkDocs).
pub(super) fn is_opener(written: &str) -> bool {
    let written = written.trim_start_matches(' ');
    ["!!! ", "??? ", "???+ ", "=== \""].iter().any(|start| written.starts_with(start))
}

/// What was read as an item since its text is indented: a callout, or one of several tabs.
pub(super) fn indented(written: &str, mut blocks: Vec<Block>, span: Span) -> Block {
    let rest = blocks.split_off(blocks.len().min(1));
    let line = match blocks.pop() {
        Some(Block::Paragraph { content, .. }) => content,
        _ => Vec::new(),
    };
    if written.trim_start_matches(' ').starts_with('=') {
        return Block::Details { summary: cut(line, 0), open: true, blocks: rest, span };
    }
    let (kind, title) = label(line, 0);
    Block::Callout { kind, title, blocks: rest, span }
}

impl Builder<'_> {
    /// Takes a paragraph that is a line of `:::`, which opens or ends a callout, or gives it back.
    pub(super) fn colons(&mut self, content: Vec<Inline>, span: Span) -> Option<Vec<Inline>> {
        let Some(Inline::Text(run)) = content.first() else { return Some(content) };
        let text = run.text.as_str();
        let colons = text.len() - text.trim_start_matches(':').len();
        if colons < 3 || !self.source.original(run.span).starts_with(":::") {
            return Some(content);
        }
        if text.trim_start_matches(':').trim().is_empty() && content.len() == 1 {
            let opened =
                self.open.iter().rposition(|open| matches!(open.frame, Frame::Colons(..)))?;
            // Only what this part has left open may stand within it.
            let inner = self.open.get(opened + 1..).unwrap_or(&[]);
            if inner.iter().all(|open| matches!(open.frame, Frame::Details { .. })) {
                while self.open.len() > opened {
                    self.close();
                }
            }
        } else if self.open.len() < MAX_DEPTH {
            let (kind, title) = label(content, colons);
            let frame = Frame::Colons(kind, title);
            self.open.push(Open { frame, blocks: Vec::new(), span });
        }
        None
    }
}
