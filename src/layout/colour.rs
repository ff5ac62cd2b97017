//! Code in colour, once it is known what its parts are: it changes no text and no place, but only
//! tells which piece of a row is what. So a page need not be laid out anew for it.

use std::ops::Range;

use super::{Piece, Row, measure};
use crate::style::Role;
use crate::style::code::{Colours, Token};
use crate::text::span::Span;

impl Row {
    /// The row with its code in parts, of which `colours` of the block says what each is.
    pub fn coloured(&self, colours: &Colours) -> Row {
        let Some(code) = self.code else { return self.clone() };
        let mut pieces = Vec::with_capacity(self.pieces.len());
        let mut from = code.from;
        for piece in &self.pieces {
            if piece.role != Role::CodeText {
                pieces.push(piece.clone());
                continue;
            }
            let to = from + piece.text.len();
            let parts = colours.line(code.line).skip_while(|(range, _)| range.end <= from);
            let parts = parts.take_while(|(range, _)| range.start < to);
            let own = |at: usize| at.clamp(from, to) - from;
            split(piece, parts.map(|(range, token)| (own(range.end), token)), &mut pieces);
            from = to;
        }
        Row { pieces, ..*self }
    }
}

/// Cuts `piece` where its parts end. What follows the last is plain, and no part begins within a
/// character that takes several.
fn split(
    piece: &Piece,
    parts: impl Iterator<Item = (usize, Option<Token>)>,
    pieces: &mut Vec<Piece>,
) {
    let mut starts = measure::graphemes(&piece.text).map(|(at, ..)| at).peekable();
    let mut at = 0;
    for (end, token) in parts.chain([(piece.text.len(), None)]) {
        while starts.next_if(|start| *start < end).is_some() {}
        let end = starts.peek().map_or(piece.text.len(), |start| *start);
        if at < end {
            let role = token.map_or(Role::CodeText, Role::Token);
            pieces.push(Piece { role, ..part(piece, at..end) });
            at = end;
        }
    }
}

/// The bytes `range` of a piece.
pub(super) fn part(piece: &Piece, range: Range<usize>) -> Piece {
    let exact = piece.text.len() == piece.span.len();
    let to_note = |at: usize| piece.span.start + at;
    let span = match exact {
        true => Span::new(to_note(range.start), to_note(range.end)),
        false => piece.span,
    };
    Piece { span, text: piece.text.slice(range), ..piece.clone() }
}
