//! The parsers, under limits of ours. Nothing else in the library knows which ones they are.

use std::cell::Cell;

use serde::de::DeserializeSeed;

use super::Kind;
use super::node::{Node, Reader};

/// Longer front matter is not parsed.
const BYTES: usize = 16 * 1024;
/// Nor is such with more open brackets.
const BRACKETS: usize = 64;
/// Nor is such with more anchors and aliases.
const ALIASES: usize = 100;
/// What may be read in all, in values and bytes: aliases repeat what they stand for.
const BUDGET: usize = 8 * BYTES;

/// Why there is nothing.
pub(super) enum Failure {
    /// Above a limit.
    Limit,
    /// No YAML or TOML: where (a byte of the text), and what the parser says.
    Syntax(usize, String),
    /// Something else than keys and values.
    Shape,
}

/// The keys and values of `inner`, in the order of the text (of the keys, for TOML).
pub(super) fn parse(inner: &str, kind: Kind) -> Result<Vec<(String, Node)>, Failure> {
    if inner.len() > BYTES || brackets(inner) > BRACKETS {
        return Err(Failure::Limit);
    }
    match kind {
        Kind::Yaml if aliases(inner) > ALIASES => Err(Failure::Limit),
        Kind::Yaml => yaml(inner),
        Kind::Toml => toml(inner),
    }
}

fn yaml(inner: &str) -> Result<Vec<(String, Node)>, Failure> {
    // YAML forbids control characters everywhere: one must not cost the whole of it. What stands
    // in their place is as long, so that places stay.
    let text: String = inner
        .chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => c,
            c if c.is_ascii_control() => ' ',
            c if c.is_control() => '\u{A0}',
            '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
            c => c,
        })
        .collect();
    let budget = Cell::new(BUDGET);
    match Reader(&budget).deserialize(serde_yaml::Deserializer::from_str(&text)) {
        Ok(Node::Map(entries)) => Ok(entries),
        Ok(Node::Null) => Ok(Vec::new()),
        Ok(_) => Err(Failure::Shape),
        Err(_) if budget.get() == 0 => Err(Failure::Limit),
        Err(error) => {
            let message = error.to_string();
            if message.contains("limit exceeded") {
                return Err(Failure::Limit);
            }
            // Its lines count from the front matter; its index does too, and is in bytes.
            let said = [" at line ", " at position ", ", while"]
                .iter()
                .fold(message.as_str(), |said, end| said.split(end).next().unwrap_or(said))
                .to_owned();
            let mut at = error.location().map_or(0, |place| place.index()).min(inner.len());
            while !inner.is_char_boundary(at) {
                at -= 1;
            }
            Err(Failure::Syntax(at, said))
        }
    }
}

fn toml(inner: &str) -> Result<Vec<(String, Node)>, Failure> {
    match toml::from_str::<toml::Table>(inner) {
        Ok(table) => Ok(table.into_iter().map(|(key, value)| (key, node(value))).collect()),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let said = error.message().lines().next().unwrap_or("").to_owned();
            Err(Failure::Syntax(at, said))
        }
    }
}

/// The parser has bounded how deep `value` is.
fn node(value: toml::Value) -> Node {
    match value {
        toml::Value::String(text) => Node::Text(text),
        toml::Value::Integer(value) => Node::Int(value),
        toml::Value::Float(value) => Node::Float(value),
        toml::Value::Boolean(value) => Node::Bool(value),
        toml::Value::Datetime(value) => Node::Text(value.to_string()),
        toml::Value::Array(values) => Node::List(values.into_iter().map(node).collect()),
        toml::Value::Table(table) => {
            Node::Map(table.into_iter().map(|(key, value)| (key, node(value))).collect())
        }
    }
}

/// How many brackets are open at once, at most; those in quotes are counted too.
fn brackets(text: &str) -> usize {
    let (mut open, mut most) = (0usize, 0);
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// How many words begin with `&` or `*`.
fn aliases(text: &str) -> usize {
    let mut before = ' ';
    let mut count = 0;
    for c in text.chars() {
        let starts = before.is_whitespace() || "[]{},:-?".contains(before);
        count += usize::from(starts && matches!(c, '&' | '*'));
        before = c;
    }
    count
}
