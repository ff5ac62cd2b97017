//! Front matter line by line: where each key stands, and what can be read when no parser can.

use super::Kind;
use super::node::{Entry, Node};
use crate::text::span::Span;

/// A longer key is a sentence.
const KEY: usize = 64;

/// A line `key: value` (or `key = value`) of the outermost level.
pub(super) struct Field<'a> {
    /// The key, without quotes.
    pub(super) key: &'a str,
    /// Where it stands in the note.
    pub(super) span: Span,
    /// The rest of the line, as written.
    pub(super) value: &'a str,
    /// The lines up to the next field.
    below: Vec<&'a str>,
}

/// The fields of `inner`, which begins at the byte `base` of the note. Those of the outermost
/// level are indented like the first.
pub(super) fn fields(inner: &str, base: usize, kind: Kind) -> Vec<Field<'_>> {
    let mut fields: Vec<Field> = Vec::new();
    let mut outermost = 0;
    let mut at = base;
    for line in inner.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let found =
            split_key(line.trim(), kind).filter(|_| fields.is_empty() || indent == outermost);
        if let Some((key, value)) = found {
            outermost = indent;
            let span = Span::new(at + indent, at + indent + key.len());
            fields.push(Field { key: unquote(key), span, value, below: Vec::new() });
        } else if let Some(last) = fields.last_mut() {
            last.below.push(line.trim_end());
        }
        at += line.len();
    }
    fields
}

/// The key and the value of a line, where it looks as if it had them.
pub(super) fn split_key(line: &str, kind: Kind) -> Option<(&str, &str)> {
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    let key = match quote {
        Some(quote) => line.get(..line.get(1..)?.find(quote)? + 2)?,
        None if line.starts_with(|c: char| "-#[]{},&*!|>%@`?:=.".contains(c)) => return None,
        None => match kind {
            Kind::Yaml => line.match_indices(':').map(|(at, _)| at).find(|at| {
                line.get(at + 1..)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
            }),
            Kind::Toml => line.find('='),
        }
        .and_then(|at| line.get(..at))?
        .trim_end(),
    };
    let sign = if kind == Kind::Yaml { ':' } else { '=' };
    let value = line.get(key.len()..)?.trim_start().strip_prefix(sign)?.trim();
    let words = key.split_whitespace().count();
    let plain = words == 1 || (words <= 3 && key.is_ascii()) || quote.is_some();
    (plain && key.len() <= KEY).then_some((key, value))
}

/// Whether a text that no parser could read is prose from some line on: after an empty line
/// stands one that is no field, no item, no comment and not indented, or a Markdown heading does.
pub(super) fn turns_to_prose(inner: &str, kind: Kind) -> bool {
    let mut after_blank = false;
    inner.lines().any(|line| {
        let heading = line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
        let other = split_key(line, kind).is_none()
            && !line.starts_with(|c: char| c.is_whitespace() || "-#[]{}".contains(c));
        let prose = after_blank && (heading || other) && !line.trim().is_empty();
        after_blank = line.trim().is_empty();
        prose
    })
}

/// What the lines say by themselves: a text, a list between brackets or of items, a block of text.
pub(super) fn salvage(fields: &[Field<'_>]) -> Vec<Entry> {
    fields
        .iter()
        .map(|field| {
            let value = uncommented(field.value);
            let node = match value.chars().next() {
                None => Node::List(field.items().collect()),
                Some('|' | '>') if value.len() <= 3 => Node::Text(field.below.join(" ")),
                Some('"' | '\'') => Node::Text(unquote(value).to_owned()),
                _ => Node::Text(value.to_owned()),
            };
            Entry { key: field.key.to_owned(), node, span: field.span }
        })
        .collect()
}

impl Field<'_> {
    fn items(&self) -> impl Iterator<Item = Node> {
        let item = |line: &&str| line.trim_start().strip_prefix("- ").map(|item| item.to_owned());
        self.below
            .iter()
            .filter_map(item)
            .map(|item| Node::Text(unquote(uncommented(item.trim())).to_owned()))
    }
}

/// The parts of a list between brackets, where `text` is one.
pub(super) fn bracketed(text: &str) -> Option<Vec<Node>> {
    let parts = text.strip_prefix('[')?.strip_suffix(']')?;
    Some(parts.split(',').map(|part| Node::Text(unquote(part.trim()).to_owned())).collect())
}

/// `text` without a comment after it.
pub(super) fn uncommented(text: &str) -> &str {
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\''))
        && let Some(close) = text.get(1..).and_then(|rest| rest.find(quote))
    {
        return text.get(..close + 2).unwrap_or(text);
    }
    if text.starts_with('#') {
        return "";
    }
    text.split_once(" # ").map_or(text, |(text, _)| text.trim_end())
}

/// `text` without the quotes round it.
pub(super) fn unquote(text: &str) -> &str {
    let inside = |quote| text.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(text)
}
