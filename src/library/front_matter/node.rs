//! A value of front matter, read under a budget: what an alias repeats is paid for each time.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use crate::text::span::Span;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

/// A key of the outermost level, its value, and where the key stands in the note.
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) node: Node,
    pub(super) span: Span,
}

impl Node {
    /// The text of a value that is neither nothing nor made of others.
    pub(super) fn scalar(&self) -> Option<String> {
        match self {
            Node::Null | Node::List(_) | Node::Map(_) => None,
            Node::Bool(value) => Some(value.to_string()),
            Node::Int(value) => Some(value.to_string()),
            Node::Float(value) => Some(value.to_string()),
            Node::Text(text) => Some(text.clone()),
        }
    }

    /// All of it in a line of about `limit` bytes at most.
    pub(super) fn short(&self, limit: usize) -> String {
        let mut text = String::new();
        self.write(&mut text, limit);
        if let Some((end, _)) = text.char_indices().find(|(at, _)| *at >= limit) {
            text.truncate(end);
            text.push('…');
        }
        text
    }

    fn write(&self, text: &mut String, limit: usize) {
        let comma = |text: &mut String, index| text.push_str(if index == 0 { "" } else { ", " });
        match self {
            Node::List(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    if text.len() > limit {
                        return;
                    }
                    comma(text, index);
                    node.write(text, limit);
                }
            }
            Node::Map(entries) => {
                for (index, (key, node)) in entries.iter().enumerate() {
                    if text.len() > limit {
                        return;
                    }
                    comma(text, index);
                    text.push_str(key);
                    text.push_str(": ");
                    node.write(text, limit);
                }
            }
            node => text.push_str(&node.scalar().unwrap_or_default()),
        }
    }
}

/// Reads a [`Node`], as long as there is something left of the budget: a value costs 1, and 1 for
/// each byte of its text.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a Cell<usize>);

impl Reader<'_> {
    fn pay<E: de::Error>(self, bytes: usize) -> Result<(), E> {
        let left = self.0.get().checked_sub(bytes + 1);
        self.0.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or_else(|| E::custom("too much"))
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Node;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        self.pay(0).map(|()| Node::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Node, E> {
        self.pay(0).map(|()| Node::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Node, E> {
        self.pay(0).map(|()| Node::Int(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Node, E> {
        self.visit_i128(i128::from(value))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Node, E> {
        self.pay(0)?;
        Ok(i64::try_from(value).map_or_else(|_| Node::Text(value.to_string()), Node::Int))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Node, E> {
        self.pay(0)?;
        Ok(i64::try_from(value).map_or_else(|_| Node::Text(value.to_string()), Node::Int))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Node, E> {
        self.pay(0).map(|()| Node::Float(value))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Node, E> {
        self.pay(text.len()).map(|()| Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        self.pay(0)?;
        let mut nodes = Vec::new();
        while let Some(node) = items.next_element_seed(self)? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        self.pay(0)?;
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(self)? {
            entries.push((key.short(200), map.next_value_seed(self)?));
        }
        Ok(Node::Map(entries))
    }

    /// A tag of its own (`!name value`) is left out.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Node, A::Error> {
        self.pay(0)?;
        let (_, value) = tagged.variant_seed(self)?;
        value.newtype_variant_seed(self)
    }
}
