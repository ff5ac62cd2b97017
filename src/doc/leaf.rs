//! The text of one paragraph, heading or cell: tidied once all of it is there.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{Block, Callout, Cell, Definition, Inline, Link, Marks, Run, emoji, signs};
use crate::text::span::Span;
use crate::text::width::width;

/// What an attribute list (`{: .notice}`) said of the paragraph it stood in.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Attributes {
    /// It is a callout of that kind.
    pub callout: Option<Callout>,
    /// It asks for a table of contents, which stands at the left of the screen.
    pub toc: bool,
}

/// Joins like neighbours, drops what template languages left, and makes bare addresses links.
pub(super) fn tidy(mut inlines: Vec<Inline>) -> (Vec<Inline>, Attributes) {
    let mut attributes = Attributes::default();
    join(&mut inlines);
    inlines = replace(inlines, is_template, |run, out| {
        out.extend(without_templates(run, &mut attributes).into_iter().map(Inline::Text));
    });
    inlines = signs::read(inlines);
    // Spaces and breaks round what was dropped say no more than one.
    single_spaces(&mut inlines);
    inlines.dedup_by(|b, a| {
        matches!((&*a, &*b), (Inline::Break { .. }, Inline::Break { hard: false, .. }))
    });
    while matches!(inlines.last(), Some(Inline::Break { .. })) {
        inlines.pop();
    }
    inlines = replace(inlines, has_address, link_addresses);
    inlines = replace(inlines, emoji::is_in, emoji::read);
    // Most hold one piece, and a vector has room for four at the least.
    inlines.shrink_to_fit();
    (inlines, attributes)
}

fn is_template(run: &Run) -> bool {
    is_plain(run) && run.text.contains('{')
}

fn has_address(run: &Run) -> bool {
    is_plain(run) && run.link.is_none() && run.text.contains("://")
}

/// `inlines` with what `by` makes of the runs that `are` such, in their places. Nearly always there
/// are none, and a paragraph may be long.
fn replace(
    inlines: Vec<Inline>,
    are: fn(&Run) -> bool,
    mut by: impl FnMut(Run, &mut Vec<Inline>),
) -> Vec<Inline> {
    if !inlines.iter().any(|inline| matches!(inline, Inline::Text(run) if are(run))) {
        return inlines;
    }
    let mut replaced = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(run) if are(&run) => by(run, &mut replaced),
            other => replaced.push(other),
        }
    }
    replaced
}

/// Where something between two runs is not shown, one space is left of two.
fn single_spaces(inlines: &mut [Inline]) {
    let mut before: Option<(bool, usize)> = None;
    for inline in inlines {
        let Inline::Text(run) = inline else {
            before = None;
            continue;
        };
        let doubled = before.is_some_and(|(space, end)| space && end < run.span.start);
        if doubled && run.text.len() > 1 && run.text.starts_with(' ') {
            *run = part(run, 1, run.text.len());
        }
        before = Some((run.text.ends_with(' '), run.span.end));
    }
}

/// Whether a run is neither code nor a formula.
pub(super) fn is_plain(run: &Run) -> bool {
    !run.marks.has(Marks::CODE) && !run.marks.has(Marks::MATH)
}

/// Runs that differ in nothing and stand next to each other become one.
fn join(inlines: &mut Vec<Inline>) {
    inlines.dedup_by(|next, last| {
        let (Inline::Text(last), Inline::Text(run)) = (last, &*next) else { return false };
        let like = last.marks == run.marks && last.link == run.link;
        // Only runs that are the note byte for byte may join: the sum must be so too.
        let exact = |run: &Run| run.text.len() == run.span.len();
        let joins = like && last.span.end == run.span.start && exact(last) && exact(run);
        if joins {
            last.text.push(&run.text);
            last.span.end = run.span.end;
        }
        joins
    });
}

/// The parts of `run` that are left when `{% … %}`, `{{ … }}` and `{: … }` are gone.
fn without_templates(run: Run, attributes: &mut Attributes) -> Vec<Run> {
    let text = run.text.as_str();
    let mut kept = Vec::new();
    let mut from = 0;
    let mut at = 0;
    // What closes nothing from here on is not looked for again, from every brace after this one.
    let mut missing: Vec<&str> = Vec::new();
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + found;
        let rest = &text[start..];
        let close = match rest.as_bytes().get(1) {
            Some(b'%') => "%}",
            Some(b'{') => "}}",
            Some(b':') => "}",
            _ => "",
        };
        let sought = !close.is_empty() && !missing.contains(&close);
        let end = if sought { rest.find(close).map(|e| e + close.len()) } else { None };
        if sought && end.is_none() {
            missing.push(close);
        }
        match end {
            Some(end) => {
                if rest.starts_with("{:") {
                    read_attributes(&rest[..end], attributes);
                }
                kept.push((from, start));
                from = start + end;
                at = from;
            }
            None => at = start + 1,
        }
    }
    kept.push((from, text.len()));
    kept.into_iter().filter(|(a, b)| a < b).map(|(a, b)| part(&run, a, b)).collect()
}

fn read_attributes(list: &str, attributes: &mut Attributes) {
    attributes.toc |= list.trim_matches(['{', '}', ':', ' ']) == "toc";
    if let Some(at) = list.find(".notice") {
        let class = &list[at + ".notice".len()..];
        attributes.callout = Some(match class.trim_start_matches('-') {
            c if c.starts_with("warning") => Callout::Warning,
            c if c.starts_with("danger") => Callout::Caution,
            c if c.starts_with("success") => Callout::Tip,
            c if c.starts_with("primary") => Callout::Important,
            _ => Callout::Note,
        });
    }
}

/// The bytes `start..end` of a run's text as a run of their own.
pub(crate) fn part(run: &Run, start: usize, end: usize) -> Run {
    let span = if run.text.len() == run.span.len() {
        Span::new(run.span.start + start, run.span.start + end)
    } else {
        run.span
    };
    // Many parts of one long run must not each copy all of it.
    Run { text: run.text.slice(start..end), span, marks: run.marks, link: run.link.clone() }
}

/// Cuts `run` where an address starts and ends, and makes the addresses links.
fn link_addresses(run: Run, out: &mut Vec<Inline>) {
    let text = run.text.as_str();
    let mut from = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("://")) {
        let colon = at + found;
        let scheme = ["https", "http", "ftp"].into_iter().find(|s| text[..colon].ends_with(s));
        at = colon + 3;
        let Some(scheme) = scheme else { continue };
        let start = colon - scheme.len();
        let before = text[..start].chars().next_back();
        if start < from || before.is_some_and(|c| c.is_ascii_alphanumeric()) {
            continue;
        }
        let end = at + address_length(&text[at..]);
        if end == at {
            continue;
        }
        if from < start {
            out.push(Inline::Text(part(&run, from, start)));
        }
        let mut address = part(&run, start, end);
        address.link = Some(Arc::new(Link { to: address.text.clone(), span: address.span }));
        out.push(Inline::Text(address));
        from = end;
        at = end;
    }
    if from < text.len() {
        out.push(Inline::Text(part(&run, from, text.len())));
    }
}

/// How far an address reaches: to a space or bracket, without the punctuation that ends a sentence
/// (GFM, "Extended autolinks"), and without a Korean particle that follows it.
fn address_length(rest: &str) -> usize {
    const PARTICLES: [&str; 14] =
        ["에서", "으로", "은", "는", "이", "가", "을", "를", "에", "로", "의", "와", "과", "도"];
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`'));
    let mut address = &rest[..end.unwrap_or(rest.len())];
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    loop {
        let shorter = address.trim_end_matches(['.', ',', ':', ';', '!', '?', '\'', '*', '_', '~']);
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if opened < closed => {
                closed -= 1;
                inner
            }
            _ => shorter,
        };
        let particle = PARTICLES.iter().find_map(|p| {
            let inner = shorter.strip_suffix(p)?;
            let last = inner.chars().next_back()?;
            (last.is_ascii_alphanumeric() || matches!(last, '/' | ')')).then_some(inner)
        });
        let shorter = particle.unwrap_or(shorter);
        if shorter.len() == address.len() {
            return address.len();
        }
        address = shorter;
    }
}

/// Lines at least this wide, in columns, are taken for filled ones.
const FILLED: usize = 72;

/// Most editors wrap at no more columns than this.
const WRAPPED: usize = 80;

/// No editor wraps at more columns than this: where a line is longer, every line end is meant.
const UNWRAPPED: usize = 100;

/// Keeps the line ends that the author meant: those after which the next word would have had room. In
/// text that was wrapped by an editor it never has. (CommonMark makes every line end a space.)
///
/// An editor counted the columns of the source, marks and all: `sources` tells where lines end, in order,
/// and how many columns each takes there.
pub(super) fn keep_lines(inlines: &mut [Inline], sources: &[(usize, usize)]) {
    let mut lines: Vec<(usize, usize)> = vec![(0, 0)];
    let mut entries = vec![false];
    let mut first_word = true;
    for inline in inlines.iter() {
        let text: &str = match inline {
            Inline::Text(run) => &run.text,
            Inline::Image { alt, .. } => alt,
            Inline::Footnote { label, .. } => label,
            Inline::Break { .. } => {
                lines.push((0, 0));
                entries.push(false);
                first_word = true;
                continue;
            }
        };
        let Some((columns, word)) = lines.last_mut() else { continue };
        if *columns == 0
            && let Some(entry) = entries.last_mut()
        {
            *entry = begins_entry(text);
        }
        *columns += width(text);
        if first_word {
            let own = text.split(' ').next().unwrap_or("");
            *word += width(own);
            first_word = own.len() == text.len();
        }
    }
    let widest = lines.iter().map(|(columns, _)| *columns).max().unwrap_or(0).max(FILLED);
    let longest = widest.max(WRAPPED);
    let mut line = 0;
    for inline in inlines {
        if let Inline::Break { hard, span } = inline {
            let (Some((shown, _)), Some((_, word))) = (lines.get(line), lines.get(line + 1)) else {
                return;
            };
            let entry = entries.get(line + 1) == Some(&true);
            // A line that no editor would have made so long has an address in it: what is seen counts.
            let source = sources.binary_search_by_key(&span.start, |(at, _)| *at);
            let source = source.ok().and_then(|at| sources.get(at)).map(|(_, columns)| *columns);
            let columns = source.filter(|source| *source <= longest).unwrap_or(0).max(*shown);
            *hard |= entry || widest > UNWRAPPED || columns + 1 + word <= widest;
            line += 1;
        }
    }
}

/// Whether a line is an entry of its own, whatever stands above it: a question or an answer, a circled
/// number, a prompt.
fn begins_entry(line: &str) -> bool {
    ["Q:", "A:", "C:", "$ "].iter().any(|start| line.starts_with(start))
        || line.starts_with(|c: char| ('①'..='⑳').contains(&c))
}

/// What a paragraph of nothing but `*[K8s]: Kubernetes` lines explains.
pub(super) fn abbreviations(inlines: &[Inline]) -> Option<Vec<Definition>> {
    if !matches!(inlines.first(), Some(Inline::Text(run)) if run.text.starts_with("*[")) {
        return None;
    }
    let mut found = Vec::new();
    for line in inlines.split(|inline| matches!(inline, Inline::Break { .. })) {
        let (first, rest) = line.split_first()?;
        let Inline::Text(run) = first else { return None };
        let (name, meaning) = run.text.strip_prefix("*[")?.split_once("]:")?;
        let start = run.text.len() - meaning.trim_start().len();
        let cell = |from: usize, to: usize| Inline::Text(part(run, from, to));
        let name = Cell { content: vec![cell(2, 2 + name.len())], span: run.span };
        let mut content = vec![cell(start, run.text.len())];
        content.extend(rest.iter().cloned());
        let span = line.iter().map(Inline::span).reduce(Span::join)?;
        let meanings = vec![vec![Block::Paragraph { content, span }]];
        found.push(Definition { names: vec![name], meanings, span });
    }
    Some(found)
}

/// A paragraph's blocks: images that stand on a line of their own, with the caption that follows
/// them, are blocks between what stands before and after.
pub(super) fn paragraphs(inlines: Vec<Inline>, span: Span) -> Vec<Block> {
    if !inlines.iter().any(|inline| matches!(inline, Inline::Image { .. })) {
        return paragraph(inlines, span).into_iter().collect();
    }
    let mut blocks = Vec::new();
    let mut text: Vec<Inline> = Vec::new();
    let mut rest = VecDeque::from(inlines);
    while let Some(inline) = rest.pop_front() {
        let starts_line =
            text.iter().all(is_blank) || matches!(text.last(), Some(Inline::Break { .. }));
        // An image that leads somewhere is followed like a word.
        let Inline::Image { alt, src, link: None, span } = inline else {
            text.push(inline);
            continue;
        };
        let image = |alt, src| Inline::Image { alt, src, link: None, span };
        if !starts_line {
            text.push(image(alt, src));
            continue;
        }
        let caption = caption(&mut rest);
        let own_line = rest.front().is_none_or(|next| {
            matches!(next, Inline::Break { .. } | Inline::Image { .. }) || is_blank(next)
        });
        if own_line || !caption.is_empty() {
            blocks.extend(paragraph(std::mem::take(&mut text), span));
            blocks.push(Block::Image { alt, src, caption, span });
        } else {
            text.push(image(alt, src));
        }
    }
    blocks.extend(paragraph(text, span));
    blocks
}

/// Takes the emphasised text next to an image, or all of the next line where it is emphasised.
fn caption(rest: &mut VecDeque<Inline>) -> Vec<Inline> {
    let emphasised = |inline: &&Inline| matches!(inline, Inline::Text(run) if run.marks.has(Marks::EMPH) && !is_blank(inline));
    let is_break = |inline: &Inline| matches!(inline, Inline::Break { .. });
    let blank = rest.iter().take_while(|inline| is_blank(inline)).count();
    let next_line = rest.get(blank).is_some_and(is_break);
    let start = blank + usize::from(next_line);
    let end = start + rest.iter().skip(start).take_while(emphasised).count();
    let ends_line = rest.get(end).is_none_or(is_break);
    if start == end || (next_line && !ends_line) {
        return Vec::new();
    }
    rest.drain(..end).skip(start).collect()
}

pub(super) fn is_blank(inline: &Inline) -> bool {
    matches!(inline, Inline::Text(run) if run.text.trim().is_empty())
}

/// A paragraph of `inlines`, unless nothing is there to be read.
fn paragraph(mut inlines: Vec<Inline>, within: Span) -> Option<Block> {
    while matches!(inlines.last(), Some(Inline::Break { .. }))
        || inlines.last().is_some_and(is_blank)
    {
        inlines.pop();
    }
    let blank = |inline: &Inline| matches!(inline, Inline::Break { .. }) || is_blank(inline);
    let skip = inlines.iter().take_while(|inline| blank(inline)).count();
    inlines.drain(..skip);
    let first = inlines.first()?.span();
    let last = inlines.last()?.span();
    let span = if inlines.is_empty() { within } else { first.join(last) };
    Some(Block::Paragraph { content: inlines, span })
}
