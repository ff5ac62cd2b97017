//! An image that stands alone: room for its picture, or a box that says what it shows and where it
//! lies; its caption below.

use super::flow::Flow;
use super::frame::Frame;
use super::page::{Page, cut};
use super::{Picture, PictureRow, Piece};
use crate::doc::{Inline, plain};
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// Lays out an image. Where the caption says the same as `alt`, it is shown once.
pub(super) fn image(page: &mut Page<'_>, alt: &Clean, src: &Clean, caption: &[Inline], span: Span) {
    let same = !caption.is_empty() && plain(caption).trim() == alt.trim();
    let alt = if same { &Clean::default() } else { alt };
    let picture = page.pictures.map_or(Picture::Words, |find| find(src, span, page.width()));
    match picture {
        Picture::Cells { cols, rows } => {
            room(page, cols, rows, span);
            if !alt.is_empty() {
                in_words(page, alt, src, span);
            }
        }
        Picture::Words => boxed(page, alt, src, None, span),
        Picture::Trouble(why) => boxed(page, alt, src, Some(&why), span),
    }
    page.enter_indent(2, span.start);
    let flow = Flow::with_terms(caption, Role::Caption, page);
    page.flow(&flow, span.start);
    page.leave(span.start);
}

/// Rows that are left empty for a picture.
fn room(page: &mut Page<'_>, cols: u16, rows: u16, image: Span) {
    let x = u16::try_from(page.left()).unwrap_or(u16::MAX);
    let cols = cols.min(u16::try_from(page.width()).unwrap_or(u16::MAX)).max(1);
    let rows = rows.max(1);
    for row in 0..rows {
        page.picture = Some(PictureRow { image, x, row, cols, rows });
        page.push(Vec::new(), image.start);
    }
}

/// What it shows, as within text.
fn in_words(page: &mut Page<'_>, alt: &Clean, src: &Clean, span: Span) {
    let alone = Inline::Image { alt: alt.clone(), src: src.clone(), link: None, span };
    page.flow(&Flow::new(&[alone], page.base, page.options), span.start);
}

/// What it shows and where it lies, in a box, and why it is no picture.
fn boxed(page: &mut Page<'_>, alt: &Clean, src: &Clean, why: Option<&Clean>, span: Span) {
    let words = page.options.words;
    let shown = Piece { span, ..Piece::decor(Role::Image, alt) };
    let place = if src.is_empty() { &words.missing_image } else { src };
    let about = Flow::of_pieces(vec![shown]);
    let wide = |text| super::measure::width(text);
    let widest =
        about.extent(usize::MAX).natural.max(wide(place)).max(why.map_or(0, |why| wide(why)));
    let label = wide(&words.image);
    let Some(frame) = Frame::fitting(page, widest, label, Role::ImageBorder) else {
        return in_words(page, alt, src, span);
    };
    frame.top(page, vec![Piece::decor(Role::Label, &words.image)], span.start);
    for line in about.wrap(frame.inner(), frame.inner()) {
        frame.row(page, line.pieces, span.start);
    }
    // An address may be as long as the image itself (`data:`); a fixed word is not.
    let most = if src.is_empty() { usize::MAX } else { frame.inner() };
    let place = cut(place, most, page.signs.cut);
    // What an address says already is said once.
    let place = (place != *alt).then_some(&place);
    for said in [place, why].into_iter().flatten() {
        let said = Piece::decor(Role::Muted, said);
        for line in Flow::of_pieces(vec![said]).wrap(frame.inner(), frame.inner()) {
            frame.row(page, line.pieces, span.start);
        }
    }
    frame.bottom(page, span.start);
}
