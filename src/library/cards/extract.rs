//! A note's parts are read, and what is a card is taken.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::cloze::{self, Gapped};
use super::inlines::{At, cut, lines, paragraph};
use super::label::{Label, label, may_ask, may_have_gaps};
use super::pairs::{self, Pair};
use super::questions::Questions;
use super::{Card, Found, Kind, Kinds, Said, Side};
use crate::diag::{Code, Diagnostic};
use crate::doc::{self, Block, Definition, Inline, Run, plain};
use crate::library::glossary::{Origin, Sense, entries, is_name, may_hide_terms};
use crate::library::{Library, Note, Place};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// What a card, or two, or several with gaps, are made of.
pub(super) struct Item {
    pub kind: Kind,
    /// Whether it asks both ways.
    pub both: bool,
    pub span: Span,
    /// The how-manieth of its kind at its place.
    pub nth: u32,
    pub inferred: bool,
    pub texts: Texts,
    /// What it shows, where that was asked for.
    pub made: Option<Made>,
}

/// What is shown.
pub(super) enum Made {
    Two { front: Vec<Block>, back: Vec<Block> },
    Gaps(Gapped),
}

pub(super) enum Texts {
    Two { front: Arc<Clean>, back: Arc<Clean> },
    Gaps { whole: Arc<Clean>, gaps: Vec<Range<usize>> },
    Term { name: Arc<Clean>, sense: Arc<Sense> },
}

impl Item {
    pub fn new(kind: Kind, both: bool, span: Span, made: Made, keep: bool) -> Item {
        let texts = match &made {
            Made::Two { front, back } => {
                let text = |blocks: &[Block]| Arc::new(doc::text(blocks));
                Texts::Two { front: text(front), back: text(back) }
            }
            Made::Gaps(gapped) => {
                Texts::Gaps { whole: Arc::new(plain(&gapped.content)), gaps: gapped.bytes() }
            }
        };
        Item { kind, both, span, nth: 0, inferred: false, texts, made: keep.then_some(made) }
    }

    /// Whether there is something on both sides.
    pub(super) fn is_whole(&self) -> bool {
        match &self.texts {
            Texts::Two { front, back } => !front.is_empty() && !back.is_empty(),
            Texts::Gaps { gaps, .. } => !gaps.is_empty(),
            Texts::Term { name, sense } => !name.is_empty() && !sense.definition.is_empty(),
        }
    }
}

/// The cards of a note.
pub(super) fn found(library: &Library, index: usize, inferred: bool) -> Found {
    let Some(note) = library.notes.get(index) else { return Found::default() };
    let kinds = note.front.cards.unwrap_or_default();
    let mut reader = Reader::new(note, kinds, false);
    if kinds.has(READ) {
        reader.parts(0..note.parts.len());
    }
    let diagnostics = reader.diagnostics();
    let mut items = reader.finish();
    items.extend(terms(library, index, kinds, inferred, &items));
    items.sort_by_key(|item| (item.span.start, item.kind));
    number(&mut items);
    let mut cards = Vec::with_capacity(items.len());
    for (group, item) in (0..).zip(items) {
        each_card(item, group, index, note, &mut |card| cards.push(card));
    }
    Found { cards, diagnostics }
}

/// What was meant as a card and is none.
pub(super) fn problems(note: &Note) -> Vec<Diagnostic> {
    // Nothing is wrong with a definition list, and some notes are nothing else.
    let kinds = note.front.cards.unwrap_or_default().without(Kinds::DEFINITIONS);
    let mut reader = Reader::new(note, kinds, false);
    if kinds.has(PROBLEMATIC) {
        reader.parts(0..note.parts.len());
    }
    reader.diagnostics()
}

/// What stands in `span` of a note, with what it shows.
pub(super) fn again(note: &Note, span: Span) -> Vec<Item> {
    let kinds = note.front.cards.unwrap_or_default();
    let mut reader = Reader::new(note, kinds, true);
    let last = note.part_at(span.end.saturating_sub(1).max(span.start));
    reader.parts(note.part_at(span.start)..last + 1);
    let mut items = reader.finish();
    items.sort_by_key(|item| (item.span.start, item.kind));
    number(&mut items);
    items
}

/// What is read here: terms are the glossary's.
const READ: Kinds = Kinds::DEFINITIONS
    .with(Kinds::QUESTIONS)
    .with(Kinds::CLOZES)
    .with(Kinds::PAIRS)
    .with(Kinds::HIGHLIGHTS);

/// What may be meant as a card and be none.
const PROBLEMATIC: Kinds = Kinds::QUESTIONS.with(Kinds::CLOZES).with(Kinds::HIGHLIGHTS);

/// Tells those apart that are of one kind and stand at one place.
fn number(items: &mut [Item]) {
    let mut seen: HashMap<(Kind, Span), u32> = HashMap::new();
    for item in items {
        let count = seen.entry((item.kind, item.span)).or_default();
        item.nth = *count;
        *count += 1;
    }
}

/// Terms of the glossary. One that is only inferred in what another card says is none.
fn terms(
    library: &Library,
    index: usize,
    kinds: Kinds,
    inferred: bool,
    items: &[Item],
) -> Vec<Item> {
    let inferred = inferred || kinds.has(Kinds::INFERRED);
    if kinds == Kinds::NONE || !kinds.has(Kinds::TERMS) && !inferred {
        return Vec::new();
    }
    let taken = Covered::new(items.iter().map(|item| item.span));
    let found = entries(library, index, inferred).into_iter().filter_map(|entry| {
        let sense = entry.sense.clone();
        let explicit = sense.origin.is_explicit();
        let wanted = match sense.origin {
            Origin::DefinitionList => false,
            _ if explicit => kinds.has(Kinds::TERMS),
            _ => !taken.has(sense.span),
        };
        let texts = Texts::Term { name: Arc::new(entry.shown()), sense: sense.clone() };
        let span = sense.span;
        let inferred = !explicit && !kinds.has(Kinds::INFERRED);
        let item = Item { kind: Kind::Term, both: true, span, nth: 0, inferred, texts, made: None };
        (wanted && item.is_whole()).then_some(item)
    });
    found.collect()
}

/// Gives the cards that an item makes.
fn each_card(item: Item, group: u32, index: usize, note: &Note, give: &mut dyn FnMut(Card)) {
    let Item { kind, both, span, nth, inferred, texts, .. } = item;
    let part = note.parts.get(note.part_at(span.start));
    let place = Place { note: index, section: part.and_then(|part| part.section) };
    let mut card = |side, place, said| {
        give(Card { kind, side, place, span, group, inferred, said });
    };
    let sides = Side::ALL.into_iter().take(if both { 2 } else { 1 });
    match texts {
        Texts::Two { front, back } => sides.for_each(|side| {
            let (front, back) = (front.clone(), back.clone());
            card(side, place, Said::Two { front, back, nth });
        }),
        Texts::Term { name, sense } => sides.for_each(|side| {
            let (name, sense) = (name.clone(), sense.clone());
            card(side, sense.place, Said::Term { name, sense });
        }),
        Texts::Gaps { whole, gaps } => {
            for (at, gap) in (0..).zip(gaps) {
                let whole = whole.clone();
                card(Side::Forward, place, Said::Gap { whole, gap, at, nth });
            }
        }
    }
}

struct Reader<'a> {
    note: &'a Note,
    kinds: Kinds,
    questions: Questions,
    items: Vec<Item>,
    /// `C:` without a gap.
    gapless: Vec<Span>,
    /// Texts with more gaps than are asked for.
    cut: Vec<(Span, usize)>,
    keep: bool,
}

impl<'a> Reader<'a> {
    fn new(note: &'a Note, kinds: Kinds, keep: bool) -> Reader<'a> {
        let questions = Questions::new(keep, kinds);
        let (items, gapless, cut) = (Vec::new(), Vec::new(), Vec::new());
        Reader { note, kinds, questions, items, gapless, cut, keep }
    }

    fn parts(&mut self, parts: Range<usize>) {
        let mut section = None;
        for at in parts {
            let Some(part) = self.note.parts.get(at) else { continue };
            if part.section != section {
                self.questions.close();
                section = part.section;
            }
            let text = part.span.of(&self.note.text);
            let asks =
                self.kinds.has(Kinds::QUESTIONS) && (self.questions.is_open() || may_ask(text));
            let has = |what: &str| memchr::memmem::find(text.as_bytes(), what.as_bytes()).is_some();
            let rest = self.kinds.has(Kinds::DEFINITIONS)
                && (part.may_define.explicit || may_hide_terms(text))
                || self.kinds.has(Kinds::CLOZES) && may_have_gaps(text)
                || self.kinds.has(Kinds::PAIRS) && pairs::may_pair(text)
                || self.kinds.has(Kinds::HIGHLIGHTS) && (has("==") || has("<mark"));
            if !asks && !rest {
                continue;
            }
            let blocks = self.note.blocks(at);
            if asks {
                self.questions.part(&blocks);
            }
            if rest {
                self.blocks(&blocks);
            }
        }
        self.questions.close();
    }

    /// All that was found; what stands in an answer is a part of it.
    fn finish(self) -> Vec<Item> {
        let mut items = self.questions.items;
        let taken = Covered::new(items.iter().map(|item| item.span));
        let rest = self.items.into_iter();
        let apart = |item: &Item| item.kind == Kind::Definition || !taken.has(item.span);
        items.extend(rest.filter(|item| apart(item) && item.is_whole()));
        items
    }

    /// What seems to be meant as a card. Many notes have a `Q:` or a `C:` that is not: it counts where
    /// others are cards, or where front matter asks for them.
    fn diagnostics(&self) -> Vec<Diagnostic> {
        let asked = |kinds: Kinds| self.note.front.cards.is_some_and(|asked| asked.has(kinds));
        let mut found = Vec::new();
        if asked(Kinds::QUESTIONS) || !self.questions.items.is_empty() {
            let lone = self.questions.lone.iter();
            found.extend(lone.map(|span| Diagnostic::new(Code::CardAnswer, *span, &[])));
        }
        if asked(Kinds::CLOZES) || self.items.iter().any(|item| item.kind == Kind::Cloze) {
            let gapless = self.gapless.iter();
            found.extend(gapless.map(|span| Diagnostic::new(Code::CardGap, *span, &[])));
        }
        found.extend(
            self.cut
                .iter()
                .map(|(span, count)| Diagnostic::new(Code::CardGaps, *span, &[&count.to_string()])),
        );
        found.sort_by_key(|diagnostic| diagnostic.span);
        found
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (i, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph { content, .. } => {
                    self.paragraph(content, blocks.get(i + 1..).unwrap_or(&[]));
                }
                Block::List { items, .. } => {
                    items.iter().for_each(|item| self.blocks(&item.blocks));
                }
                Block::Quote { blocks, .. }
                | Block::Callout { blocks, .. }
                | Block::Details { blocks, .. } => self.blocks(blocks),
                Block::Definitions { items, .. } if self.kinds.has(Kinds::DEFINITIONS) => {
                    items.iter().for_each(|item| self.definition(item));
                }
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, content: &[Inline], below: &[Block]) {
        if self.kinds.has(Kinds::CLOZES) && self.clozes(content) {
            return;
        }
        let pairs = self.kinds.has(Kinds::PAIRS);
        if pairs && let Some(pair) = pairs::over_a_line(content, below, &self.note.text) {
            return self.pair(pair);
        }
        if pairs {
            pairs::on_lines(content, &mut |pair| self.pair(pair));
        }
        if self.kinds.has(Kinds::HIGHLIGHTS) {
            self.gaps(cloze::marked(content), content);
        }
    }

    fn pair(&mut self, pair: Pair) {
        let Pair { front, back, both, span } = pair;
        let made = Made::Two { front, back };
        self.items.push(Item::new(Kind::Pair, both, span, made, self.keep));
    }

    /// The lines of a paragraph that begin with `C:`, each up to the next label; whether there are any.
    fn clozes(&mut self, content: &[Inline]) -> bool {
        let mut begun: Option<At> = None;
        let mut any = false;
        for line in lines(content) {
            let Some(found) = label(content, line.clone()) else { continue };
            if let Some(from) = begun.take() {
                self.cloze(content, from, At::before(line.start));
            }
            begun = (found.label == Label::Cloze).then_some(found.after);
            any |= begun.is_some();
        }
        if let Some(from) = begun {
            self.cloze(content, from, At::before(content.len()));
        }
        any
    }

    fn cloze(&mut self, content: &[Inline], from: At, to: At) {
        let text = cut(content, from, to);
        let gapped = cloze::bracketed(&text, &self.note.text);
        if gapped.gaps.is_empty() {
            self.gapless.extend(super::inlines::span_of(&text));
        }
        self.gaps(gapped, &text);
    }

    fn gaps(&mut self, gapped: Gapped, written: &[Inline]) {
        let Some(span) = super::inlines::span_of(written).filter(|_| !gapped.gaps.is_empty())
        else {
            return;
        };
        if gapped.cut {
            self.cut.push((span, gapped.gaps.len()));
        }
        let made = Made::Gaps(gapped);
        self.items.push(Item::new(Kind::Cloze, false, span, made, self.keep));
    }

    /// An entry of a definition list. What is longer than a name is asked one way only.
    fn definition(&mut self, item: &Definition) {
        if item.span.of(&self.note.text).starts_with("*[") {
            return;
        }
        let mut names: Vec<Inline> = Vec::new();
        for name in &item.names {
            if !names.is_empty() {
                let text = Clean::literal(", ");
                let (start, end) = (name.span.start, name.span.start);
                let span = Span::new(start, end);
                names.push(Inline::Text(Run { text, span, ..Run::default() }));
            }
            names.extend(name.content.iter().cloned());
        }
        let both = item.names.iter().any(|name| is_name(&plain(&name.content)));
        let back: Vec<Block> = item.meanings.iter().flatten().cloned().collect();
        if let Some(front) = paragraph(names) {
            let made = Made::Two { front: vec![front], back };
            self.items.push(Item::new(Kind::Definition, both, item.span, made, self.keep));
        }
    }
}

/// Spans, to ask whether one of them covers another.
struct Covered(Vec<Span>);

impl Covered {
    fn new(spans: impl Iterator<Item = Span>) -> Covered {
        let mut spans: Vec<Span> = spans.collect();
        spans.sort_unstable();
        // What stands in another adds nothing.
        spans.dedup_by(|next, last| {
            let joins = next.start < last.end;
            if joins {
                last.end = last.end.max(next.end);
            }
            joins
        });
        Covered(spans)
    }

    fn has(&self, span: Span) -> bool {
        let after = self.0.partition_point(|own| own.start <= span.start);
        let above = after.checked_sub(1).and_then(|at| self.0.get(at));
        above.is_some_and(|own| span.start < own.end)
    }
}
