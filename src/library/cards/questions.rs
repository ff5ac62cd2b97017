//! Questions and answers: `Q:` up to `A:`, and `A:` up to the next question, heading or rule.

use super::extract::{Item, Made};
use super::inlines::{At, cut, lines, paragraph, span_of};
use super::label::{Label, label, titles_answer};
use super::pairs::begins_pair;
use super::{Kind, Kinds};
use crate::doc::{self, Block, Inline, Item as ListItem, Run};
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// Reads the questions of the parts of a note, one after another: an answer may go on in the next part.
#[derive(Default)]
pub(super) struct Questions {
    /// What has been found.
    pub items: Vec<Item>,
    /// Questions without an answer, by their lines.
    pub lone: Vec<Span>,
    keep: bool,
    clozes: bool,
    pairs: bool,
    open: Option<Open>,
}

/// A question that is being read.
struct Open {
    asked: Span,
    prompt: Vec<Block>,
    answer: Vec<Block>,
    answering: bool,
    /// The `A.` of the answer, in case that it is one to choose from.
    as_choice: Vec<Inline>,
    /// There are answers to choose from: only one that says that it is the answer is.
    choices: bool,
    end: usize,
}

impl Questions {
    /// Nothing has been read yet. Blocks are kept where `keep` says so; what of `kinds` is a card, too,
    /// ends an answer.
    pub fn new(keep: bool, kinds: Kinds) -> Questions {
        let clozes = kinds.has(Kinds::CLOZES);
        let pairs = kinds.has(Kinds::PAIRS);
        Questions { keep, clozes, pairs, ..Questions::default() }
    }

    /// Whether a question is open, so that the next part belongs to it.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Reads the blocks of a part.
    pub fn part(&mut self, blocks: &[Block]) {
        self.blocks(blocks);
    }

    /// Ends what is open.
    pub fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if open.answer.is_empty() {
            if !open.choices {
                self.lone.push(open.asked);
            }
        } else if !open.prompt.is_empty() {
            let span = Span::new(open.asked.start, open.end);
            let made = Made::Two { front: open.prompt, back: open.answer };
            let item = Item::new(Kind::Question, false, span, made, self.keep);
            // An answer of blocks that say nothing is none.
            self.items.extend(Some(item).filter(Item::is_whole));
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { content, .. } => {
                    self.close();
                    let found = label(content, 0..content.len());
                    if let Some(found) = found.filter(|found| found.label == Label::Question) {
                        let line = span_of(content).unwrap_or_default();
                        self.open(line);
                        self.append_inlines(cut(content, found.after, At::before(content.len())));
                    }
                }
                Block::Rule { .. } => self.close(),
                Block::Paragraph { content, .. } => {
                    // Another card begins there.
                    if self.pairs && begins_pair(content) {
                        self.close_answered();
                    }
                    self.paragraph(content);
                }
                Block::List { items, .. } if items.iter().any(is_labelled) => {
                    for item in items {
                        // An item without a label is no more of the answer than of the question.
                        if !is_labelled(item) && self.is_answered() {
                            self.close();
                        }
                        self.blocks(&item.blocks);
                    }
                    self.close_answered();
                }
                Block::Details { summary: title, blocks, .. }
                | Block::Callout { title, blocks, .. }
                    if self.open.is_some() && titles_answer(&doc::plain(title)) =>
                {
                    self.answer(Vec::new());
                    blocks.iter().for_each(|block| self.append(block.clone()));
                    self.close_answered();
                }
                Block::Quote { blocks, .. }
                | Block::Callout { blocks, .. }
                | Block::Details { blocks, .. }
                    if self.open.is_none() || blocks.first().is_some_and(begins_labelled) =>
                {
                    self.blocks(blocks);
                    self.close_answered();
                }
                Block::List { items, .. } if self.open.is_none() => {
                    for item in items {
                        self.blocks(&item.blocks);
                        self.close();
                    }
                }
                // Brought in from elsewhere, and no part of the text.
                Block::Footnote { .. } => {}
                _ => {
                    if self.open.is_some() {
                        self.append(block.clone());
                    }
                }
            }
        }
    }

    fn paragraph(&mut self, content: &[Inline]) {
        let mut from = At::before(0);
        for line in lines(content) {
            let Some(found) = label(content, line.clone()) else { continue };
            let start = At::before(line.start);
            let after = match found.label {
                Label::Question => found.after,
                Label::Answer if self.takes_answer(found.as_choice) => found.after,
                Label::Cloze if self.clozes && has_gap(content.get(line.clone())) => start,
                Label::Choice if self.as_choice() => start,
                _ => continue,
            };
            self.append_inlines(cut(content, from, start));
            from = after;
            match found.label {
                Label::Question => {
                    let line = content.get(line).and_then(span_of).unwrap_or_default();
                    self.open(line);
                }
                Label::Answer if found.as_choice => self.answer(cut(content, start, after)),
                Label::Answer => self.answer(Vec::new()),
                Label::Cloze => self.close(),
                Label::Choice => self.choices(),
            }
        }
        self.append_inlines(cut(content, from, At::before(content.len())));
    }

    fn open(&mut self, asked: Span) {
        self.close();
        let (prompt, answer) = (Vec::new(), Vec::new());
        let (answering, as_choice, choices, end) = (false, Vec::new(), false, asked.end);
        self.open = Some(Open { asked, prompt, answer, answering, as_choice, choices, end });
    }

    /// Whether an answer may begin: there is a question, and one may choose only once.
    fn takes_answer(&self, as_choice: bool) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| !as_choice || !open.choices && !open.answering)
    }

    fn answer(&mut self, as_choice: Vec<Inline>) {
        if self.as_choice() {
            // `A. … 정답: …`: what is called the answer is it.
            self.choices();
        }
        if let Some(open) = &mut self.open {
            open.answering = true;
            open.as_choice = as_choice;
        }
    }

    /// Whether the answer could turn out to be one to choose from.
    fn as_choice(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.answering && !open.as_choice.is_empty())
    }

    /// What seemed to be the answer belongs to the question.
    fn choices(&mut self) {
        let Some(open) = &mut self.open else { return };
        let mut answer = std::mem::take(&mut open.answer);
        let mut letter = std::mem::take(&mut open.as_choice);
        if let Some(Block::Paragraph { content, .. }) = answer.first_mut() {
            let text = Clean::literal(" ");
            letter.push(Inline::Text(Run { text, ..Run::default() }));
            letter.append(content);
            *content = letter;
        }
        open.prompt.append(&mut answer);
        (open.answering, open.choices) = (false, true);
    }

    fn append_inlines(&mut self, inlines: Vec<Inline>) {
        if let Some(block) = paragraph(inlines) {
            self.append(block);
        }
    }

    fn append(&mut self, block: Block) {
        let Some(open) = &mut self.open else { return };
        open.end = open.end.max(block.span().end);
        if open.answering { &mut open.answer } else { &mut open.prompt }.push(block);
    }

    fn is_answered(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.answer.is_empty())
    }

    /// At the end of what holds the answer.
    fn close_answered(&mut self) {
        if self.is_answered() {
            self.close();
        }
    }
}

/// Whether an item begins with a question, an answer or a choice.
fn is_labelled(item: &ListItem) -> bool {
    item.blocks.first().is_some_and(begins_labelled)
}

fn begins_labelled(block: &Block) -> bool {
    let Block::Paragraph { content, .. } = block else { return false };
    let first = lines(content).next().unwrap_or(0..0);
    label(content, first).is_some_and(|found| found.label != Label::Cloze)
}

fn has_gap(line: Option<&[Inline]>) -> bool {
    let mut runs = line.unwrap_or(&[]).iter();
    runs.any(|inline| matches!(inline, Inline::Text(run) if run.text.contains('[')))
}
