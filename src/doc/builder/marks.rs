//! The styles that are open. However many there are, to open, to close and to ask is one step each.

use super::super::Marks;

/// The styles that can be open.
const ALL: [Marks; 8] = [
    Marks::STRONG,
    Marks::EMPH,
    Marks::STRIKE,
    Marks::CODE,
    Marks::MARK,
    Marks::KBD,
    Marks::SUB,
    Marks::SUP,
];

/// How often each style is open: by Markdown, which closes what it opens, and by HTML, which may
/// forget to, or close what it never opened.
#[derive(Default)]
pub(super) struct OpenMarks {
    markdown: [usize; ALL.len()],
    html: [usize; ALL.len()],
    /// So often by HTML round the text that is read, not within it.
    outer: [usize; ALL.len()],
    now: Marks,
}

/// Who opens or closes a style.
#[derive(Clone, Copy)]
pub(super) enum By {
    Markdown,
    Html,
}

impl OpenMarks {
    /// All that are open.
    pub fn now(&self) -> Marks {
        self.now
    }

    pub fn open(&mut self, by: By, marks: Marks) {
        self.change(by, marks, |count| count + 1);
    }

    pub fn close(&mut self, by: By, marks: Marks) {
        self.change(by, marks, |count| count.saturating_sub(1));
    }

    /// Closes what HTML left open within a text.
    pub fn end_text(&mut self) {
        if self.html == self.outer {
            return;
        }
        let OpenMarks { markdown, html, outer, now } = self;
        *now = Marks::NONE;
        let counts = markdown.iter().zip(html.iter_mut().zip(outer));
        for (mark, (markdown, (html, outer))) in ALL.into_iter().zip(counts) {
            // What was closed within the text stays closed.
            *outer = (*html).min(*outer);
            *html = *outer;
            *now = if *markdown + *html > 0 { now.with(mark) } else { *now };
        }
    }

    /// Keeps what is open so for the texts to come.
    pub fn keep_open(&mut self) {
        self.outer = self.html;
    }

    fn change(&mut self, by: By, marks: Marks, to: impl Fn(usize) -> usize) {
        let OpenMarks { markdown, html, now, .. } = self;
        for (mark, (markdown, html)) in ALL.iter().zip(markdown.iter_mut().zip(html)) {
            if *mark != marks {
                continue;
            }
            let count = match by {
                By::Markdown => &mut *markdown,
                By::Html => &mut *html,
            };
            *count = to(*count);
            let open = *markdown + *html > 0;
            *now = if open { now.with(marks) } else { now.without(marks) };
        }
    }
}
