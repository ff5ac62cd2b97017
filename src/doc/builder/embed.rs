//! What is put into a note from elsewhere: images, and other notes (`![[note#heading]]`, Obsidian), which
//! are not put in but named.

use std::sync::Arc;

use super::super::{EMBED, Inline, Link, Run, WITHIN};
use super::Builder;
use super::inline::claim;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// An image that is open.
pub(super) struct Image {
    pub alt: Clean,
    src: Clean,
    span: Span,
    /// It is a wiki link, which has a text of its own or not.
    wiki: Option<bool>,
    /// The images that are open within its text.
    pub nested: usize,
}

impl Image {
    pub fn new(src: &str, span: Span, wiki: Option<bool>) -> Image {
        Image { alt: Clean::default(), src: Clean::new(src), span, wiki, nested: 0 }
    }
}

const IMAGES: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "avif", "tif", "tiff", "ico", "heic"];

/// Files that are neither images nor notes.
const FILES: [&str; 22] = [
    "pdf",
    "mp3",
    "mp4",
    "wav",
    "m4a",
    "ogg",
    "flac",
    "3gp",
    "webm",
    "ogv",
    "mov",
    "mkv",
    "avi",
    "canvas",
    "base",
    "excalidraw",
    "drawio",
    "zip",
    "csv",
    "xlsx",
    "docx",
    "pptx",
];

impl Builder<'_> {
    pub(super) fn end_image(&mut self) {
        let Some(image) = &mut self.image else { return };
        if image.nested > 0 {
            image.nested -= 1;
            return;
        }
        let Some(Image { alt, src, span, wiki, .. }) = self.image.take() else { return };
        let Some(has_text) = wiki else {
            let alt = without_size(&alt);
            return self.inline_image(alt, src, span);
        };
        // In a table the bar is escaped, and its backslash stays.
        let target = src.trim().trim_end_matches('\\').trim_end();
        let name = target.split('#').next().unwrap_or("").trim_end();
        let own = has_text && !is_size(&alt);
        if is_of(name, &IMAGES) {
            let file = name.rsplit('/').next().unwrap_or(name);
            let alt = if own { without_size(&alt) } else { Clean::new(file) };
            return self.inline_image(alt, Clean::new(target), span);
        }
        let said = if own { alt.to_string() } else { named(target) };
        if said.is_empty() {
            return self.inline_image(alt, src, span);
        }
        let text = Clean::new(&format!("{EMBED}{said}"));
        let file = is_of(name, &FILES);
        let link = (!file).then(|| Arc::new(Link { to: Clean::new(target), span }));
        let marks = self.marks.now();
        let run = Run { span: claim(span, &text, ""), text, marks, link };
        self.inline(Inline::Text(run));
    }
}

/// `note#heading#part` as `note › heading › part`; the id of a block (`^a1`) says nothing to a reader.
pub(super) fn named(target: &str) -> String {
    let parts = target.split('#').map(str::trim);
    let parts = parts.filter(|part| !part.is_empty() && !part.starts_with('^'));
    parts.collect::<Vec<_>>().join(WITHIN)
}

fn is_of(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings.iter().any(|own| ending.eq_ignore_ascii_case(own))
}

/// `300` or `300x200`.
fn is_size(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let text = text.trim();
    digits(text) || text.split_once('x').is_some_and(|(wide, high)| digits(wide) && digits(high))
}

/// The text of an image without the size that Obsidian puts after it (`그림|300`).
fn without_size(alt: &Clean) -> Clean {
    match alt.rsplit_once('|') {
        Some((text, size)) if is_size(size) => Clean::new(text.trim_end()),
        _ => alt.clone(),
    }
}
