//! `gongbu: {cards: …}`: what of a note is to be cards.

use super::node::Node;
use crate::diag::{Code, Diagnostic};
use crate::library::cards::Kinds;
use crate::text::span::Span;

/// So many names that there are not are told of.
const TOLD: usize = 8;

/// What the value of `gongbu` says of cards: none where it says nothing of them, an error where it makes
/// no sense. Kinds that there are not are told of at `span`.
pub(super) fn read(
    node: &Node,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<Kinds>, ()> {
    let entries = match node {
        Node::Map(entries) => entries,
        Node::Null => return Ok(None),
        _ => return Err(()),
    };
    let Some((_, node)) = entries.iter().rev().find(|(key, _)| key.trim() == "cards") else {
        return Ok(None);
    };
    let mut kinds = Kinds::NONE;
    let mut told = 0;
    let mut name = |name: &str| match Kinds::named(name) {
        Some(kind) => kinds = kinds.with(kind),
        None if told < TOLD => {
            told += 1;
            let known: Vec<&str> = Kinds::names().collect();
            let args = [name.trim(), &known.join(", ")];
            diagnostics.push(Diagnostic::new(Code::CardKind, span, &args));
        }
        None => {}
    };
    match node {
        Node::Null => return Ok(None),
        Node::Bool(true) => return Ok(Some(Kinds::default())),
        Node::Bool(false) => return Ok(Some(Kinds::NONE)),
        Node::List(nodes) => {
            for node in nodes {
                name(&node.scalar().ok_or(())?);
            }
        }
        node => {
            let text = node.scalar().ok_or(())?;
            match text.trim().to_lowercase().as_str() {
                "yes" | "on" | "true" => return Ok(Some(Kinds::default())),
                "no" | "off" | "none" | "false" => return Ok(Some(Kinds::NONE)),
                _ => {
                    let parts = text.split([',', ' ']).filter(|part| !part.trim().is_empty());
                    parts.for_each(&mut name);
                }
            }
        }
    }
    Ok(Some(kinds))
}
