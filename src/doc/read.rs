//! The section pass: one part of a note becomes blocks.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::Block;
use super::builder::Builder;
use super::formula::Formulas;
use super::parser::parser_of;
use super::repair::repair;
use crate::text::span::Span;

/// What a note says of all its parts: where it defines its links and footnotes, by label, and whether
/// a single dollar sign means something.
#[derive(Clone, Debug, Default)]
pub struct Definitions {
    /// `[label]: address`
    pub links: HashMap<String, Span>,
    /// `[^label]: text`
    pub footnotes: HashMap<String, Span>,
    /// `$…$` is a formula, as `$$…$$` is anywhere.
    pub single_dollars: bool,
}

impl Definitions {
    /// Labels match without regard to case (CommonMark, section 4.7).
    pub fn label(raw: &str) -> String {
        raw.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }
}

/// Reads the bytes `part` of `note` as blocks; never fails, and never loses text. Definitions made
/// outside the part are used from `definitions`; footnotes it uses stand at its end.
pub fn read(note: &str, part: Span, definitions: &Definitions) -> Vec<Block> {
    let text = part.of(note);
    // What a part brings in is in proportion to it: many short parts that all use one long
    // definition would else be as many copies of that.
    let room = LEAST_BROUGHT.saturating_add(text.len().saturating_mul(16));
    let mut brought = 0;
    let mut before = String::new();
    let mut footnotes = Vec::new();
    if !definitions.links.is_empty() || !definitions.footnotes.is_empty() {
        for label in labels(text) {
            if let Some(note_label) = label.strip_prefix('^') {
                let key = Definitions::label(note_label);
                let outside = |span: &&Span| !part.contains(span.start);
                if let Some(span) = definitions.footnotes.get(&key).filter(outside)
                    && !footnotes.contains(span)
                    && footnotes.len() < MAX_FOOTNOTES
                {
                    if brought + span.len() <= room {
                        brought += span.len();
                        footnotes.push(*span);
                    }
                    let _ = write!(before, "[^{note_label}]: .\n\n");
                }
            } else if let Some(span) = definitions.links.get(&Definitions::label(label))
                && !part.contains(span.start)
                && before.len() < MAX_BEFORE.min(room)
            {
                let definition = span.of(note).trim_end();
                let _ = match shortened(label, definition) {
                    Some(short) => write!(before, "{short}\n\n"),
                    None => write!(before, "{definition}\n\n"),
                };
            }
        }
    }
    let single = definitions.single_dollars;
    let mut blocks = parse(text, part.start, single, &before);
    for span in footnotes {
        let text = span.of(note);
        blocks.extend(
            parse(text, span.start, single, "")
                .into_iter()
                .filter(|b| matches!(b, Block::Footnote { .. })),
        );
    }
    blocks
}

/// At most this many footnotes made elsewhere are shown with one part.
const MAX_FOOTNOTES: usize = 1_000;
/// At most this many bytes of definitions are put before one part.
const MAX_BEFORE: usize = 64 * 1024;
/// Even the shortest part may bring in so many bytes of footnotes and definitions.
const LEAST_BROUGHT: usize = 4 * 1024;
/// A definition longer than this has an image in its address (`data:`), of which nothing is shown.
const LONG_DEFINITION: usize = 2 * 1024;

/// A long definition with the beginning of its address only.
fn shortened(label: &str, definition: &str) -> Option<String> {
    let (_, address) =
        definition.split_once("]:").filter(|_| definition.len() > LONG_DEFINITION)?;
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>');
    let address = address.trim_start_matches(ends).split(ends).next()?;
    let start = Span::new(0, LONG_DEFINITION / 2).of(address).trim_end_matches('\\');
    Some(format!("[{label}]: <{start}>"))
}

fn parse(text: &str, base: usize, single: bool, before: &str) -> Vec<Block> {
    let formulas = Formulas::of(text, single);
    let repaired = repair(text, base, formulas, before);
    let mut builder = Builder::new(&repaired, formulas);
    for (event, range) in parser_of(&repaired.text, formulas).into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish()
}

/// What stands in brackets in `text`, each once for each time.
fn labels(text: &str) -> impl Iterator<Item = &str> {
    let mut seen = std::collections::HashSet::new();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(open) = text.get(at..)?.find('[') {
            let start = at + open + 1;
            at = start;
            let close = text[start..].bytes().take(1000).position(|b| matches!(b, b'[' | b']'));
            if let Some(close) = close
                && text.as_bytes().get(start + close) == Some(&b']')
            {
                let label = &text[start..start + close];
                if seen.insert(label) {
                    return Some(label);
                }
            }
        }
        None
    })
}
