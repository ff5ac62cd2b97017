//! From keys and values, in whatever form, to the fields of a note.

use jiff::civil::DateTime;

use super::fields::{Field, bracketed, uncommented, unquote};
use super::node::{Entry, Node};
use super::{FrontMatter, cards, date};
use crate::diag::{Code, Diagnostic};
use crate::text::sanitize::Clean;

/// What is kept of a value that nothing here understands, in bytes.
const SHORT: usize = 200;

/// A longer text is cut, in characters: only a hostile one is.
const LONG: usize = 4000;
/// Of a longer list the rest is left out.
const LIST: usize = 200;

/// Keys that are understood, and some by which front matter is known.
const KEYS: [&str; 37] = [
    "title",
    "date",
    "updated",
    "last_modified_at",
    "lastmod",
    "category",
    "categories",
    "tag",
    "tags",
    "aliases",
    "alias",
    "description",
    "excerpt",
    "summary",
    "toc",
    "toc_label",
    "toc_sticky",
    "math",
    "use_math",
    "usemathjax",
    "mathjax",
    "katex",
    "weight",
    "order",
    "sidebar_position",
    "nav_order",
    "id",
    "short_description",
    "aka",
    "gongbu",
    "taxonomies",
    "layout",
    "author",
    "draft",
    "published",
    "permalink",
    "comments",
];

/// A key as it is compared: `Last-Modified-At` is `last_modified_at`.
pub(super) fn fold(key: &str) -> String {
    key.trim().to_lowercase().replace('-', "_")
}

/// Whether `key` is one of front matter.
pub(super) fn is_known(key: &str) -> bool {
    KEYS.contains(&fold(key).as_str())
}

/// Fills the fields from `entries`; `fields` are the same lines as written.
pub(super) fn fill(
    entries: Vec<Entry>,
    fields: &[Field<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let mut filler = Filler { front_matter: FrontMatter::default(), fields, diagnostics };
    for entry in entries {
        filler.entry(entry);
    }
    filler.front_matter
}

struct Filler<'a> {
    front_matter: FrontMatter,
    fields: &'a [Field<'a>],
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Filler<'_> {
    fn entry(&mut self, entry: Entry) {
        let Entry { node, span, .. } = &entry;
        let found = match fold(&entry.key).as_str() {
            "title" => set(&mut self.front_matter.title, text(&entry, self.fields)),
            "date" => set(&mut self.front_matter.date, moment(node)),
            "updated" | "last_modified_at" | "lastmod" => {
                set(&mut self.front_matter.updated, moment(node))
            }
            "category" => extend(&mut self.front_matter.categories, node, Split::Commas),
            "categories" => extend(&mut self.front_matter.categories, node, Split::Spaces),
            "tag" => extend(&mut self.front_matter.tags, node, Split::Commas),
            "tags" => extend(&mut self.front_matter.tags, node, Split::Spaces),
            "aliases" | "alias" => extend(&mut self.front_matter.aliases, node, Split::Commas),
            "aka" => extend(&mut self.front_matter.aka, node, Split::Commas),
            "description" | "excerpt" | "summary" => {
                set(&mut self.front_matter.description, text(&entry, self.fields))
            }
            "toc" => set(&mut self.front_matter.toc, switch(node)),
            "toc_label" => set(&mut self.front_matter.toc_label, text(&entry, self.fields)),
            "toc_sticky" => set(&mut self.front_matter.toc_sticky, switch(node)),
            "math" | "use_math" | "usemathjax" | "mathjax" | "katex" => {
                // What is set up in detail is asked for.
                let asked = Read::Found(true);
                let read = if matches!(node, Node::Map(_)) { asked } else { switch(node) };
                set(&mut self.front_matter.math, read)
            }
            "weight" | "order" | "sidebar_position" | "nav_order" => {
                set(&mut self.front_matter.weight, whole(node))
            }
            "id" => set(&mut self.front_matter.id, text(&entry, self.fields)),
            "short_description" => {
                set(&mut self.front_matter.short_description, text(&entry, self.fields))
            }
            "gongbu" => match cards::read(node, *span, self.diagnostics) {
                Ok(cards) => {
                    self.front_matter.cards = cards;
                    true
                }
                Err(()) => false,
            },
            "taxonomies" if matches!(node, Node::Map(_)) => {
                let Node::Map(inner) = entry.node else { return };
                for (key, node) in inner {
                    if matches!(fold(&key).as_str(), "tags" | "categories") {
                        self.entry(Entry { key, node, span: entry.span });
                    }
                }
                return;
            }
            _ => {
                let value = Clean::new(&node.short(SHORT));
                self.front_matter.other.push((Clean::new(&entry.key), value));
                true
            }
        };
        if !found {
            self.diagnostics.push(Diagnostic::new(Code::FrontMatterType, *span, &[&entry.key]));
        }
    }
}

/// The text of a field, as written where the parser made something else of it: `1.10` is no
/// 1.1, and `[EKS]` no list.
fn text(entry: &Entry, fields: &[Field<'_>]) -> Read<Clean> {
    let text = match &entry.node {
        Node::Null => return Read::Nothing,
        Node::Text(text) => text.clone(),
        Node::List(nodes) if nodes.is_empty() => return Read::Nothing,
        node => {
            let written = fields.iter().rev().find(|field| field.key == entry.key);
            let written = written.map_or("", |field| uncommented(field.value));
            if written.is_empty() || written.starts_with(['|', '>', '&', '*', '!']) {
                match node.scalar() {
                    Some(text) => text,
                    None => return Read::Odd,
                }
            } else {
                unquote(written).to_owned()
            }
        }
    };
    let text = text.trim();
    let text = clean(text);
    if text.is_empty() { Read::Nothing } else { Read::Found(text) }
}

/// `text`, safe to show and of a bearable length.
fn clean(text: &str) -> Clean {
    let end = text.char_indices().nth(LONG).map_or(text.len(), |(at, _)| at);
    Clean::new(text.get(..end).unwrap_or(text))
}

/// What became of a value.
enum Read<T> {
    Found(T),
    Nothing,
    Odd,
}

/// Sets a field that is not yet set; `false` where the value is odd.
fn set<T>(field: &mut Option<T>, value: Read<T>) -> bool {
    match value {
        Read::Found(value) => {
            field.get_or_insert(value);
            true
        }
        Read::Nothing => true,
        Read::Odd => false,
    }
}

fn moment(node: &Node) -> Read<DateTime> {
    match node.scalar() {
        Some(text) if text.trim().is_empty() => Read::Nothing,
        Some(text) => date::read(&text).map_or(Read::Odd, Read::Found),
        None => empty(node),
    }
}

fn switch(node: &Node) -> Read<bool> {
    let Some(text) = node.scalar() else { return empty(node) };
    match text.trim().to_lowercase().as_str() {
        "" => Read::Nothing,
        "true" | "yes" | "on" | "y" | "1" => Read::Found(true),
        "false" | "no" | "off" | "n" | "0" => Read::Found(false),
        _ => Read::Odd,
    }
}

fn whole(node: &Node) -> Read<i64> {
    let Some(text) = node.scalar() else { return empty(node) };
    let text = text.trim();
    if text.is_empty() {
        return Read::Nothing;
    }
    // `1.0` is whole, `1.5` is not.
    let text = text.split_once('.').filter(|(_, rest)| rest.bytes().all(|b| b == b'0'));
    let text = text.map_or(node.scalar().unwrap_or_default(), |(whole, _)| whole.to_owned());
    text.trim().parse().map_or(Read::Odd, Read::Found)
}

fn empty<T>(node: &Node) -> Read<T> {
    match node {
        Node::Null => Read::Nothing,
        Node::List(nodes) if nodes.is_empty() => Read::Nothing,
        _ => Read::Odd,
    }
}

/// How a text becomes a list; one with commas is parted there.
#[derive(Clone, Copy, PartialEq)]
enum Split {
    Commas,
    Spaces,
}

/// Adds what is in `node` to `list`, each once; an element of a list is kept whole.
fn extend(list: &mut Vec<Clean>, node: &Node, split: Split) -> bool {
    let mut add = |text: &str| {
        let text = clean(text.trim().trim_start_matches('#').trim());
        if !text.is_empty() && list.len() < LIST && !list.contains(&text) {
            list.push(text);
        }
    };
    match node {
        Node::Text(text) => match bracketed(text.trim()) {
            Some(nodes) => flatten(&nodes, &mut add),
            None if text.contains(',') => {
                text.split(',').for_each(|part| add(unquote(part.trim())))
            }
            None if split == Split::Spaces => text.split_whitespace().for_each(&mut add),
            None => add(text),
        },
        Node::List(nodes) => flatten(nodes, &mut add),
        Node::Map(_) => return false,
        node => add(&node.scalar().unwrap_or_default()),
    }
    true
}

/// The parsers have bounded how deep a list is.
fn flatten(nodes: &[Node], add: &mut impl FnMut(&str)) {
    for node in nodes {
        match node {
            Node::List(nodes) => flatten(nodes, add),
            node => add(&node.short(SHORT)),
        }
    }
}
