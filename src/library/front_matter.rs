//! Front matter: split off by us, read by a YAML or TOML parser under limits of ours.

mod cards;
mod date;
mod fields;
mod fill;
mod node;
mod parse;

use std::collections::{HashMap, VecDeque};
use std::ops::Deref;
use std::sync::LazyLock;

use jiff::civil::DateTime;

use super::cards::Kinds;
use crate::diag::{Code, Diagnostic};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use fields::{Field, fields, salvage, split_key, turns_to_prose, unquote};
use fill::{fill, is_known};
use node::{Entry, Node};
use parse::{Failure, parse};

/// What a note says of itself. A key that stands twice has its later value; of keys that mean the
/// same (`excerpt`, `summary`) the first with a value is taken, and lists are joined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// `title`
    pub title: Option<Clean>,
    /// `date`, as written, without its zone; midnight where it has no time.
    pub date: Option<DateTime>,
    /// `updated`, `last_modified_at`, `lastmod`
    pub updated: Option<DateTime>,
    /// `category`, `categories`
    pub categories: Vec<Clean>,
    /// `tag`, `tags`
    pub tags: Vec<Clean>,
    /// `alias`, `aliases`
    pub aliases: Vec<Clean>,
    /// `description`, `excerpt`, `summary`
    pub description: Option<Clean>,
    /// `toc`
    pub toc: Option<bool>,
    /// `toc_label`
    pub toc_label: Option<Clean>,
    /// `toc_sticky`
    pub toc_sticky: Option<bool>,
    /// `math`, `use_math`, `mathjax`, `katex`: `$…$` is a formula.
    pub math: Option<bool>,
    /// `weight`, `order`, `sidebar_position`, `nav_order`
    pub weight: Option<i64>,
    /// `id`
    pub id: Option<Clean>,
    /// `short_description`
    pub short_description: Option<Clean>,
    /// `aka`
    pub aka: Vec<Clean>,
    /// `gongbu: {cards: …}`: what is to be cards; none where it says nothing.
    pub cards: Option<Kinds>,
    /// All other keys, each with its value in a short line.
    pub other: Vec<(Clean, Clean)>,
}

/// Front matter as a note keeps it. In many notes it says nothing, and takes no room then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front(Option<Box<FrontMatter>>);

impl From<FrontMatter> for Front {
    fn from(front: FrontMatter) -> Front {
        Front((front != FrontMatter::default()).then(|| Box::new(front)))
    }
}

impl Deref for Front {
    type Target = FrontMatter;

    fn deref(&self) -> &FrontMatter {
        static NOTHING: LazyLock<FrontMatter> = LazyLock::new(FrontMatter::default);
        self.0.as_deref().unwrap_or(&NOTHING)
    }
}

/// The language of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Between lines of `---`; `...` may close it.
    Yaml,
    /// Between lines of `+++`.
    Toml,
}

impl Kind {
    fn fence(self) -> &'static str {
        match self {
            Kind::Yaml => "---",
            Kind::Toml => "+++",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Yaml => "YAML",
            Kind::Toml => "TOML",
        }
    }
}

/// A note, parted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// The language of the front matter, where there is one.
    pub kind: Option<Kind>,
    /// The fence that opens it, closed or not.
    pub fence: Span,
    /// The lines between its fences.
    pub inner: Span,
    /// The byte at which the Markdown begins; after a byte order mark.
    pub body: usize,
    /// An opening fence that is never closed.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parts a note by its fences, without reading what is between them. Empty lines before the first
/// are passed over. A fence opens only where the first line after it that is no comment looks like
/// a key; after an empty line it has to be a key that notes are known to have.
pub fn split(text: &str) -> Split {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut split = Split { body: start, ..Split::default() };
    let mut at = start;
    let mut lines = text.get(start..).unwrap_or("").split_inclusive('\n').map(|line| {
        at += line.len();
        (Span::new(at - line.len(), at), line.trim_end())
    });
    let opening = lines.find(|(_, line)| !line.is_empty());
    let Some((opening, fence)) = opening else { return split };
    let kind = match fence {
        "---" => Kind::Yaml,
        "+++" => Kind::Toml,
        _ => return split,
    };
    split.fence = Span::new(opening.start, opening.start + fence.len());
    let (mut opened, mut known, mut blank) = (false, false, false);
    for (span, line) in lines {
        if line == fence || (line == "..." && kind == Kind::Yaml) {
            split.kind = Some(kind);
            split.inner = Span::new(opening.end, span.start);
            split.body = span.end;
            return split;
        }
        let line = line.trim_start();
        if opened || line.starts_with('#') {
            continue;
        }
        let key = split_key(line, kind).map(|(key, _)| unquote(key));
        known = key.is_some_and(is_known);
        let table = kind == Kind::Toml && line.starts_with('[') && line.ends_with(']');
        opened = known || (!blank && (key.is_some() || table));
        blank |= line.is_empty();
        if !opened && !line.is_empty() {
            return split;
        }
    }
    if known {
        split.diagnostics.push(unclosed(split.fence, kind));
    }
    split
}

/// Whether the front matter of a note could ask for formulas between single signs, told without reading
/// it.
pub fn may_ask_for_formulas(text: &str) -> bool {
    let front = split(text).inner.of(text).to_ascii_lowercase();
    front.contains("math") || front.contains("katex")
}

fn unclosed(fence: Span, kind: Kind) -> Diagnostic {
    Diagnostic::new(Code::FrontMatterUnclosed, fence, &[kind.fence()])
}

/// Reads the front matter of a note: what it says, the byte at which the Markdown begins, and what
/// is wrong with it. Where no parser can read it, its plain lines are; where those say nothing
/// either, or go over into prose, it is no front matter and stays text.
pub fn read(text: &str) -> (FrontMatter, usize, Vec<Diagnostic>) {
    let Split { kind, fence, inner: span, body, mut diagnostics } = split(text);
    let Some(kind) = kind else { return (FrontMatter::default(), body, diagnostics) };
    let inner = span.of(text);
    let lines = fields(inner, span.start, kind);
    let entries = match parse(inner, kind) {
        Ok(values) => last_of_each(placed(values, &lines, span), &mut diagnostics),
        Err(_) if turns_to_prose(inner, kind) => {
            return (FrontMatter::default(), fence.start, vec![unclosed(fence, kind)]);
        }
        Err(failure) => {
            diagnostics.push(failed(failure, kind, span, inner));
            let entries: Vec<Entry> =
                salvage(&lines).into_iter().filter(|entry| is_known(&entry.key)).collect();
            if entries.is_empty() {
                return (FrontMatter::default(), fence.start, diagnostics);
            }
            // What is wrong is said already.
            last_of_each(entries, &mut Vec::new())
        }
    };
    (fill(entries, &lines, &mut diagnostics), body, diagnostics)
}

fn failed(failure: Failure, kind: Kind, span: Span, inner: &str) -> Diagnostic {
    let first = Span::new(span.start, span.start + inner.lines().next().map_or(0, str::len));
    match failure {
        Failure::Limit => Diagnostic::new(Code::FrontMatterLimit, first, &[]),
        Failure::Shape => Diagnostic::new(Code::FrontMatterShape, first, &[]),
        Failure::Syntax(at, said) => {
            let at = (span.start + at).min(span.end);
            Diagnostic::new(Code::FrontMatterSyntax, at..at, &[kind.name(), &said])
        }
    }
}

/// The values with the places of their keys: the second `tags` stands at the second line of it.
fn placed(values: Vec<(String, Node)>, lines: &[Field<'_>], span: Span) -> Vec<Entry> {
    let mut places: HashMap<&str, VecDeque<Span>> = HashMap::new();
    for line in lines {
        places.entry(line.key).or_default().push_back(line.span);
    }
    let first = Span::new(span.start, span.start);
    let place = |(key, node): (String, Node)| {
        let span = places.get_mut(key.as_str()).and_then(VecDeque::pop_front).unwrap_or(first);
        Entry { key, node, span }
    };
    values.into_iter().map(place).collect()
}

/// The later one of two entries with one key, at the place of the first.
fn last_of_each(entries: Vec<Entry>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Entry> = Vec::new();
    for entry in entries {
        let earlier = seen.get(&entry.key).and_then(|&index| kept.get_mut(index));
        if let Some(earlier) = earlier {
            let code = Code::FrontMatterDuplicateKey;
            diagnostics.push(Diagnostic::new(code, entry.span, &[&entry.key]));
            *earlier = entry;
        } else {
            seen.insert(entry.key.clone(), kept.len());
            kept.push(entry);
        }
    }
    kept
}
