//! Colours change no text, no order and no place.

use gongbu::style::Role;
use gongbu::style::code::{Colours, Token};
use gongbu::text::span::Span;
use proptest::prelude::*;

use super::properties::{Numbers, lay_out, tree};

/// Some parts of some lines; whether they fit the code is beside the point.
fn colours() -> impl Strategy<Value = Colours> {
    let token = prop::option::of(prop::sample::select(Token::ALL.to_vec()));
    let line = prop::collection::vec((0..12usize, token), 0..6);
    prop::collection::vec(line, 0..4).prop_map(|lines| {
        let mut colours = Colours::default();
        for line in lines {
            let mut at = 0;
            colours.push(line.into_iter().map(|(len, token)| {
                at += len;
                (at - len..at, token)
            }));
        }
        colours
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn colours_change_no_text_and_no_place(
        mut blocks in tree(),
        width in 0..60usize,
        colours in colours(),
    ) {
        Numbers::default().blocks(&mut blocks);
        for plain in lay_out(&blocks, width) {
            let row = plain.coloured(&colours);
            prop_assert_eq!((row.text(), row.width()), (plain.text(), plain.width()));
            prop_assert_eq!((row.at, row.code), (plain.at, plain.code));
            let mut pieces = row.pieces.iter();
            for whole in &plain.pieces {
                let exact = whole.text.len() == whole.span.len();
                let (mut text, mut at) = (String::new(), whole.span.start);
                while text.len() < whole.text.len() {
                    let piece = pieces.next().unwrap();
                    text += &piece.text;
                    if !exact || piece.text == whole.text {
                        prop_assert_eq!(piece.span, whole.span);
                    } else {
                        prop_assert_eq!(piece.span, Span::new(at, at + piece.text.len()));
                        at = piece.span.end;
                    }
                    let role = match piece.role {
                        Role::Token(_) => Role::CodeText,
                        role => role,
                    };
                    prop_assert_eq!((role, piece.marks), (whole.role, whole.marks));
                }
                prop_assert_eq!(&text, whole.text.as_str());
            }
            prop_assert_eq!(pieces.next(), None);
        }
    }
}
