//! What holds for all blocks and widths.

use std::ops::Range;

use gongbu::doc::{
    Align, Block, Callout, Cell, CodeLine, Definition, Inline, Item, MAX_DEPTH, Marks, Run, Start,
};
use gongbu::layout::{Options, Piece, Row, rows};
use gongbu::style::Role;
use gongbu::text::span::Span;
use proptest::prelude::*;

use super::build::*;

fn words_of() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[가-힣]{1,6}",
        3 => "[a-z]{1,9}",
        1 => "[가-힣a-z(（「]{1,3}[)）」。、.,!?%]{1,4}[은는이]?",
        1 => "[漢字かナ]{1,30}",
        1 => "https://[a-z/.-]{1,60}",
        1 => "[ \u{a0}\u{3000}]{1,5}",
        1 => prop::sample::select(vec![
            "👨\u{200d}👩\u{200d}👧", "🇰🇷🇰🇷", "é\u{301}\u{302}", "\u{200b}\u{200b}", "☁\u{fe0f}",
            "\u{1100}\u{1100}\u{1161}", "لا", "ﷺ", "\u{3164}", "\u{200d}", "\u{fe0f}", "กำ",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((word, prop::bool::weighted(0.7)), 0..8).prop_map(|words| {
        words.into_iter().map(|(word, space)| word + if space { " " } else { "" }).collect()
    })
}

fn marks() -> impl Strategy<Value = Marks> {
    prop::sample::select(vec![Marks::NONE, Marks::STRONG, Marks::CODE, Marks::KBD, Marks::MATH])
}

/// Spans are set later; one that is not empty says that the run is no copy of the note.
fn inline() -> impl Strategy<Value = Inline> {
    let run = |text: String, marks: Marks, exact: bool, linked: bool| {
        let (text, span) = (clean(&text), Span::new(0, usize::from(!exact)));
        match link("x", "to") {
            Inline::Text(Run { link, .. }) if linked => {
                Inline::Text(Run { text, marks, link, span })
            }
            _ => Inline::Text(Run { text, marks, link: None, span }),
        }
    };
    prop_oneof![
        8 => (words_of(), marks(), prop::bool::weighted(0.8), prop::bool::weighted(0.2))
            .prop_map(move |(text, marks, exact, linked)| run(text, marks, exact, linked)),
        1 => words_of().prop_map(|alt| {
            Inline::Image { alt: clean(&alt), src: clean("a.png"), link: None, span: Span::default() }
        }),
        1 => "[0-9가]{0,12}".prop_map(|label| {
            Inline::Footnote { label: clean(&label), span: Span::default() }
        }),
        2 => any::<bool>().prop_map(|hard| Inline::Break { hard, span: Span::default() }),
    ]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 0..5)
}

fn cells() -> impl Strategy<Value = Cell> {
    inlines().prop_map(|content| Cell { content, span: Span::default() })
}

fn leaf() -> impl Strategy<Value = Block> {
    let span = Span::default();
    let code_line = (words_of(), any::<bool>()).prop_map(|(text, exact)| CodeLine {
        text: clean(&text),
        span: Span::new(0, usize::from(!exact)),
        tabs: Box::default(),
    });
    let lines = prop::collection::vec(code_line, 0..4);
    let align = prop::sample::select(vec![Align::Left, Align::Center, Align::Right]);
    let table = (prop::collection::vec(align, 0..5), 0..4usize).prop_flat_map(|(align, rows)| {
        let row = || prop::collection::vec(cells(), align.len());
        (Just(align.clone()), row(), prop::collection::vec(row(), rows))
    });
    prop_oneof![
        6 => inlines().prop_map(move |content| Block::Paragraph { content, span }),
        1 => (0..9u8, inlines())
            .prop_map(move |(level, content)| Block::Heading { level, content, span }),
        2 => ("[a-z]{0,30}", prop::option::of("[a-z.]{1,40}"), lines)
            .prop_map(move |(lang, title, lines)| {
                let title = title.map(|text| Box::new(CodeLine { text: clean(&text), span, tabs: Box::default() }));
                Block::Code { lang: clean(&lang), title, lines, span }
            }),
        2 => table.prop_map(move |(align, head, rows)| Block::Table { align, head, rows, span }),
        1 => (words_of(), "[a-z/]{0,60}", inlines()).prop_map(move |(alt, src, caption)| {
            Block::Image { alt: clean(&alt), src: clean(&src), caption, span }
        }),
        1 => Just(Block::Rule { span }),
    ]
}

pub(super) fn tree() -> impl Strategy<Value = Vec<Block>> {
    let span = Span::default();
    let block = leaf().prop_recursive(8, 40, 4, move |inner| {
        let blocks = || prop::collection::vec(inner.clone(), 0..4);
        let item = (prop::option::weighted(0.2, any::<bool>()), blocks())
            .prop_map(move |(task, blocks)| Item { task, blocks, span });
        let meanings = prop::collection::vec(blocks(), 0..3);
        let definition = (prop::collection::vec(cells(), 0..3), meanings)
            .prop_map(move |(names, meanings)| Definition { names, meanings, span });
        let number = prop_oneof![Just(None), (0..12u64).prop_map(Some), Just(Some(u64::MAX - 1))];
        let start = number.prop_map(|number| Some(Start { number: number?, sign: ')' }));
        prop_oneof![
            4 => (start, any::<bool>(), prop::collection::vec(item, 0..4))
                .prop_map(move |(start, tight, items)| Block::List { start, tight, items, span }),
            2 => blocks().prop_map(move |blocks| Block::Quote { blocks, span }),
            1 => (inlines(), blocks()).prop_map(move |(title, blocks)| {
                Block::Callout { kind: Callout::Tip, title, blocks, span }
            }),
            1 => prop::collection::vec(definition, 0..3)
                .prop_map(move |items| Block::Definitions { items, span }),
            1 => ("[a-z가]{0,20}", blocks()).prop_map(move |(label, blocks)| {
                Block::Footnote { label: clean(&label), blocks, span }
            }),
            1 => (inlines(), blocks())
                .prop_map(move |(summary, blocks)| Block::Details { summary, open: false, blocks, span }),
        ]
    });
    prop::collection::vec(block, 0..5)
}

/// A text of the note, as it should be shown.
struct Said {
    text: String,
    span: Span,
    code: bool,
    /// It may be shown any number of times (the head of a table made records).
    again: bool,
}

/// Gives each part a place, in order, and gathers what is said.
#[derive(Default)]
pub(super) struct Numbers {
    at: usize,
    said: Vec<Said>,
    tables: bool,
    head: bool,
}

impl Numbers {
    fn place(&mut self, text: &str, span: &mut Span, code: bool) {
        let len = text.len() + if span.is_empty() { 0 } else { 2 };
        *span = Span::new(self.at + 1, self.at + 1 + len);
        self.at += len + 2;
        let (text, again) = (text.to_owned(), self.head);
        self.said.push(Said { text, span: *span, code, again });
    }

    fn inlines(&mut self, content: &mut [Inline]) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.place(&run.text, &mut run.span, false),
                Inline::Image { alt, span, .. } => {
                    *span = Span::new(0, 1);
                    self.place(alt, span, false);
                }
                Inline::Footnote { span, .. } | Inline::Break { span, .. } => {
                    *span = Span::new(self.at + 1, self.at + 2);
                    self.at += 2;
                }
            }
        }
    }

    fn cells(&mut self, cells: &mut [Cell]) {
        for cell in cells {
            let start = self.at + 1;
            self.inlines(&mut cell.content);
            cell.span = Span::new(start, self.at + 1);
        }
    }

    pub(super) fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &mut Block) {
        let start = self.at;
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                self.inlines(content)
            }
            Block::Code { title, lines, .. } => {
                if let Some(title) = title {
                    self.place(&title.text, &mut title.span, false);
                }
                for line in lines {
                    self.place(&line.text, &mut line.span, true);
                }
            }
            Block::List { items, .. } => {
                for item in items {
                    let start = self.at;
                    self.blocks(&mut item.blocks);
                    item.span = Span::new(start, self.at);
                }
            }
            Block::Table { head, rows, .. } => {
                self.tables = true;
                self.head = true;
                self.cells(head);
                self.head = false;
                for row in rows {
                    self.cells(row);
                }
            }
            Block::Definitions { items, .. } => {
                for item in items {
                    let start = self.at;
                    self.cells(&mut item.names);
                    for meaning in &mut item.meanings {
                        self.blocks(meaning);
                    }
                    item.span = Span::new(start, self.at);
                }
            }
            Block::Image { alt, caption, span, .. } => {
                *span = Span::new(0, 1);
                self.place(alt, span, false);
                if gongbu::doc::plain(caption).trim() == alt.trim() {
                    self.said.pop();
                }
                return self.inlines(caption);
            }
            Block::Details { summary: title, blocks, .. }
            | Block::Callout { title, blocks, .. } => {
                self.inlines(title);
                self.blocks(blocks);
            }
            Block::Quote { blocks, .. } | Block::Footnote { blocks, .. } => self.blocks(blocks),
            Block::Rule { .. } => {}
        }
        let now = Span::new(start, self.at);
        match block {
            Block::Heading { span, .. }
            | Block::Paragraph { span, .. }
            | Block::Code { span, .. }
            | Block::List { span, .. }
            | Block::Quote { span, .. }
            | Block::Callout { span, .. }
            | Block::Table { span, .. }
            | Block::Definitions { span, .. }
            | Block::Image { span, .. }
            | Block::Footnote { span, .. }
            | Block::Details { span, .. }
            | Block::Rule { span } => *span = now,
        }
    }
}

pub(super) fn lay_out(blocks: &[Block], width: usize) -> Vec<Row> {
    let words = words();
    let find = |text: &str| -> Vec<(Range<usize>, u32)> {
        text.match_indices(['가', 'a', ' ']).map(|(at, c)| (at..at + c.len(), 7)).collect()
    };
    let ascii = width % 2 == 1;
    rows(
        blocks,
        &Options {
            ascii,
            find_terms: Some(&find),
            is_open: Some(&|_, _| true),
            ..Options::new(width, &words)
        },
    )
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn holds(blocks: &mut [Block], width: usize) {
    let mut numbers = Numbers::default();
    numbers.blocks(blocks);
    let rows = lay_out(blocks, width);
    for pair in rows.windows(2) {
        assert!(pair[0].at <= pair[1].at, "places go back");
    }
    for row in &rows {
        assert!(row.width() <= width.max(2), "{} > {width}: {:?}", row.width(), row.text());
    }
    let pieces: Vec<&Piece> = rows.iter().flat_map(|row| &row.pieces).collect();
    let shown: Vec<_> = pieces.iter().filter(|piece| !piece.role.is_decoration()).collect();
    for piece in &shown {
        assert!(piece.span.end <= numbers.at + 1, "{piece:?} lies outside");
        let closed = piece.target.is_some() || piece.marks.has(Marks::CODE);
        assert!(!closed || piece.term.is_none(), "a term in {piece:?}");
    }
    if !numbers.tables {
        let starts = shown.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start);
        assert!(starts, "text out of order");
    }
    for said in &numbers.said {
        let inside = |piece: &&&&Piece| {
            said.span.start <= piece.span.start && piece.span.end <= said.span.end
        };
        let own: Vec<_> = shown.iter().filter(inside).collect();
        let text: String = own.iter().map(|piece| piece.text.as_str()).collect();
        if said.code {
            assert_eq!(text, said.text, "code");
        } else if said.again && !bare(&said.text).is_empty() {
            let times = bare(&text).len() / bare(&said.text).len();
            assert!(times > 0, "{:?} is not shown", said.text);
            assert_eq!(bare(&text), bare(&said.text).repeat(times));
        } else {
            assert_eq!(bare(&text), bare(&said.text));
        }
        if said.text.len() == said.span.len() {
            for piece in own {
                let start = piece.span.start - said.span.start;
                let place = start..start + piece.span.len();
                assert_eq!(said.text.get(place), Some(piece.text.as_str()));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn all_is_shown_within_the_width(mut blocks in tree(), width in 0..100usize) {
        holds(&mut blocks, width);
    }

    #[test]
    fn all_is_shown_on_a_narrow_page(mut blocks in tree(), width in 0..13usize) {
        holds(&mut blocks, width);
    }
}

#[test]
fn every_role_is_listed_once() {
    let names: std::collections::BTreeSet<_> =
        Role::ALL.iter().map(|role| format!("{role:?}")).collect();
    assert_eq!(names.len(), Role::ALL.len());
}

#[test]
fn deep_blocks_are_laid_out() {
    for width in [0, 1, 2, 3, 11, 40, 80] {
        let mut lists = paragraph("깊은 곳의 글");
        let mut quotes = lists.clone();
        for _ in 0..MAX_DEPTH {
            lists = ordered(99, true, vec![item(vec![lists])]);
            quotes = quote(vec![quotes]);
        }
        for block in [lists, quotes] {
            holds(&mut [block], width);
        }
    }
}

/// These take time linear in their size: were it quadratic, they would not end.
#[test]
fn a_mebibyte_in_one_block_is_laid_out() {
    for text in ["컨테이너는 작다. ", "a"] {
        let long = text.repeat((1 << 20) / text.len());
        assert!(lay_out(&[paragraph(&long)], 80).len() > 8_000);
    }
    let texts = ["컨테이너는 작다. ", "가", "word ", "/", "a", " ", "\u{200b}", "e\u{301}", "( "];
    for text in texts {
        let long = text.repeat((1 << 17) / text.len());
        holds(&mut [paragraph(&long)], 80);
        let mixed = format!("앞 {long}끝");
        holds(&mut [code("", &[&mixed])], 40);
    }
}

#[test]
fn huge_tables_are_laid_out() {
    let wide = vec!["칸"; 2_000];
    let block = table(&[Align::Left; 2_000], &wide, &[&wide, &wide]);
    assert_eq!(lay_out(std::slice::from_ref(&block), 80).len(), 2 * 2_000 + 1);
    assert_eq!(lay_out(&[block], 20_000).len(), 6);
    let rows = vec![&["이름", "1"][..]; 100_000];
    let block = table(&[Align::Left, Align::Right], &["a", "b"], &rows);
    assert_eq!(lay_out(&[block], 80).len(), 100_004);
}
