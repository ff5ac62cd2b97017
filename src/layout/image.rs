//! An image that stands alone: a box that says what it shows and where it lies, its caption below.

use super::Piece;
use super::flow::Flow;
use super::frame::Frame;
use super::page::{Page, cut};
use crate::doc::{Inline, plain};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// Lays out an image. Where the caption says the same as `alt`, it is shown once.
pub(super) fn image(page: &mut Page<'_>, alt: &Clean, src: &Clean, caption: &[Inline], span: Span) {
    let words = page.options.words;
    let same = !caption.is_empty() && plain(caption).trim() == alt.trim();
    let alt = if same { &Clean::default() } else { alt };
    let shown = Piece { span, ..Piece::decor(Role::Image, alt) };
    let place = if src.is_empty() { &words.missing_image } else { src };
    let about = Flow::of_pieces(vec![shown]);
    let wide = about.extent(usize::MAX).natural.max(super::measure::width(place));
    match Frame::fitting(page, wide, super::measure::width(&words.image), Role::ImageBorder) {
        Some(frame) => {
            frame.top(page, vec![Piece::decor(Role::Label, &words.image)], span.start);
            for line in about.wrap(frame.inner(), frame.inner()) {
                frame.row(page, line.pieces, span.start);
            }
            if place == alt {
                frame.bottom(page, span.start);
                return caption_of(page, caption, span);
            }
            // An address may be as long as the image itself (`data:`); a fixed word is not.
            let most = if src.is_empty() { usize::MAX } else { frame.inner() };
            let place = Piece::decor(Role::Muted, &cut(place, most, page.signs.cut));
            for line in Flow::of_pieces(vec![place]).wrap(frame.inner(), frame.inner()) {
                frame.row(page, line.pieces, span.start);
            }
            frame.bottom(page, span.start);
        }
        None => {
            let alone = Inline::Image { alt: alt.clone(), src: src.clone(), link: None, span };
            page.flow(&Flow::new(&[alone], page.base, words), span.start);
        }
    }
    caption_of(page, caption, span);
}

fn caption_of(page: &mut Page<'_>, caption: &[Inline], span: Span) {
    page.enter_indent(2, span.start);
    let flow = Flow::with_terms(caption, Role::Caption, page);
    page.flow(&flow, span.start);
    page.leave(span.start);
}
