//! Text within a line, with what its signs would show said in words.

use std::borrow::Cow;
use std::sync::Arc;

use super::Speech;
use crate::doc::{Inline, Link, Marks, Run};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::Said;

impl Speech {
    pub(super) fn image(&self, alt: &Clean, src: &Clean) -> String {
        match (alt.is_empty(), src.is_empty()) {
            (true, _) => self.word(Said::Image, &[src]),
            (false, true) => self.word(Said::Image, &[alt]),
            (false, false) => self.word(Said::ImageAt, &[alt, src]),
        }
    }

    /// Text as lines: more than one only where the author has broken it.
    pub(super) fn inlines(&mut self, content: &[Inline]) -> Vec<Clean> {
        let mut lines = vec![Clean::default()];
        let mut link: Option<(Clean, Arc<Link>)> = None;
        let mut struck = false;
        for inline in self.speakable(content).iter() {
            let own = match inline {
                Inline::Text(run) => run.link.as_ref(),
                Inline::Image { link, .. } => link.as_ref(),
                // A break within a link does not end it.
                Inline::Break { .. } => link.as_ref().map(|(_, link)| link),
                Inline::Footnote { .. } => None,
            }
            .cloned();
            let same = |a: &Arc<Link>, b: &Arc<Link>| Arc::ptr_eq(a, b) || a.span == b.span;
            let goes_on = link.as_ref().zip(own.as_ref()).is_some_and(|((_, a), b)| same(a, b));
            let Some(line) = lines.last_mut() else { break };
            let deleted = matches!(inline, Inline::Text(run) if run.marks.has(Marks::STRIKE));
            if struck && !deleted {
                line.push_raw(Said::StruckEnd.text(self.locale));
                struck = false;
            }
            if !goes_on {
                if let Some(link) = link.take() {
                    self.end_link(link, line);
                }
                link = own.map(|own| (Clean::default(), own));
            }
            if deleted && !struck {
                line.push_raw(&format!("{} ", Said::Struck.text(self.locale)));
                struck = true;
            }
            match inline {
                Inline::Text(run) => {
                    // Read out, x² and x2 must not be the same.
                    if run.marks.has(Marks::SUP) && is_power(&run.text) {
                        line.push_raw("^");
                    }
                    if run.marks.has(Marks::SUB) && !run.text.chars().all(char::is_numeric) {
                        line.push_raw("_");
                    }
                    line.push(&run.text);
                    if let Some((text, _)) = &mut link {
                        text.push(&run.text);
                    }
                }
                Inline::Image { alt, src, .. } => {
                    let image = Clean::new(&format!("[{}]", self.image(alt, src)));
                    line.push(&image);
                    if let Some((text, _)) = &mut link {
                        text.push(&image);
                    }
                }
                Inline::Footnote { label, span } => {
                    let name = self.word(Said::FootnoteMark, &[label]);
                    let gap = if line.ends_with(char::is_whitespace) { "" } else { " " };
                    line.push_raw(&format!("{gap}[{name}]"));
                    self.footnotes.push((label.clone(), span.start));
                }
                Inline::Break { hard: true, .. } => lines.push(Clean::default()),
                Inline::Break { hard: false, .. } => line.push_raw(" "),
            }
        }
        if let Some(line) = lines.last_mut() {
            if struck {
                line.push_raw(Said::StruckEnd.text(self.locale));
            }
            if let Some(link) = link {
                self.end_link(link, line);
            }
        }
        lines
    }

    /// A formula that is drawn with brackets over several lines is told in TeX, as those who listen to
    /// formulas know it.
    fn speakable<'a>(&self, content: &'a [Inline]) -> Cow<'a, [Inline]> {
        let is_drawn = |inline: &Inline| math(inline).is_some_and(|run| run.text.contains(is_tall));
        if !content.iter().any(is_drawn) {
            return Cow::Borrowed(content);
        }
        let mut out = Vec::new();
        let mut rest = content;
        while let Some((first, after)) = rest.split_first() {
            if math(first).is_none() {
                out.push(first.clone());
                rest = after;
                continue;
            }
            let is_of_it =
                |inline: &&Inline| math(inline).is_some() || matches!(inline, Inline::Break { .. });
            let long = rest.iter().take_while(is_of_it).count();
            let (mut group, mut others) = rest.split_at(long);
            // A line end after it is no part of it.
            while let Some((Inline::Break { .. }, before)) = group.split_last() {
                (group, others) = (before, rest.get(before.len()..).unwrap_or(&[]));
            }
            rest = others;
            if !group.iter().any(is_drawn) {
                out.extend_from_slice(group);
                continue;
            }
            let spans = group.iter().filter_map(math).map(|run| run.span);
            let start = spans.clone().map(|span| span.start).min().unwrap_or(0);
            let end = spans.map(|span| span.end).max().unwrap_or(start);
            // What is drawn need not stand for all of the formula.
            let before = self.source.get(..start).and_then(|before| before.rfind('$'));
            let after = self.source.get(end..).and_then(|after| after.find('$'));
            let (start, end) = (before.map_or(start, |at| at + 1), end + after.unwrap_or(0));
            let tex = self.source.get(start..end).unwrap_or("");
            let tex = tex.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = Clean::new(&format!("TeX: {tex}"));
            let (marks, span) = (Marks::MATH, Span::new(start, end));
            out.push(Inline::Text(Run { text, marks, span, ..Run::default() }));
        }
        Cow::Owned(out)
    }

    fn end_link(&mut self, link: (Clean, Arc<Link>), line: &mut Clean) {
        self.links.push(link);
        let mark = self.word(Said::LinkMark, &[&self.links.len().to_string()]);
        line.push_raw(&format!(" [{mark}]"));
    }
}

/// Whether raised text is an exponent, not the end of a word (`1st`).
fn is_power(text: &str) -> bool {
    let is_sign = |c: char| c.is_numeric() || matches!(c, '+' | '-' | '−');
    text.chars().all(is_sign) || text.chars().count() == 1
}

fn math(inline: &Inline) -> Option<&Run> {
    match inline {
        Inline::Text(run) if run.marks.has(Marks::MATH) => Some(run),
        _ => None,
    }
}

/// Whether a character is a piece of a bracket as high as several lines.
fn is_tall(c: char) -> bool {
    ('\u{239b}'..='\u{23b3}').contains(&c)
}
