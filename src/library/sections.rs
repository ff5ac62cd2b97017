//! The section tree: where each heading hangs, by its number where it has one that tells, by its
//! Markdown level otherwise.

use std::collections::HashMap;
use std::ops::Range;

use super::number::{self, SectionNumber};
use crate::doc::outline::Heading;
use crate::text::sanitize::Clean;
use crate::text::span::Span;

/// A section: a heading and what stands below it. In reading order the sections under it are those
/// from its own index + 1 up to `end`.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its number as the author gave it, in canonical form (`가.` is 1, `1-1` is 1.1).
    pub number: Option<SectionNumber>,
    /// Where it stands by number: under a numbered section a one-part number is that one's and its own.
    pub path: Option<SectionNumber>,
    /// Its title without the number.
    pub title: Clean,
    /// Its heading as the author wrote it, number and all.
    pub shown: Clean,
    /// The Markdown level of its heading, 1 to 6.
    pub level: u8,
    /// Its depth in the tree, from 1.
    pub depth: usize,
    /// The section that it hangs under.
    pub parent: Option<usize>,
    /// The one name it has in its note: `2.1`, `2.1#2`, or a slug of its title.
    pub address: String,
    /// The lines of its heading.
    pub heading: Span,
    /// Its parts: indices into the note's.
    pub parts: Range<usize>,
    /// One past the last section under it.
    pub end: usize,
    /// There is neither text in it nor a section under it.
    pub empty: bool,
    /// A section before it, under the same parent, has the same number.
    pub repeated: bool,
}

/// A heading's number and the part of its text after it.
type Numbered = Option<(SectionNumber, Range<usize>)>;

/// Builds the tree. Time is linear in the number of headings (times the depth of their numbers).
pub(super) fn tree(headings: &[Heading]) -> Vec<Section> {
    let numbers = numbers(headings);
    let reach = reach(headings, &numbers);
    let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
    let mut open: Vec<usize> = Vec::new();
    let mut addresses: HashMap<String, usize> = HashMap::new();
    let mut siblings: HashMap<(Option<usize>, SectionNumber), usize> = HashMap::new();
    for (i, (heading, numbered)) in headings.iter().zip(&numbers).enumerate() {
        let number = numbered.as_ref().map(|(number, _)| number);
        settle(&mut open, heading.level, number, |at| {
            let section = &sections[at];
            let stays = number.is_none()
                && section.number.is_some()
                && reach.get(at).is_some_and(|last| last[level_index(heading)] > i);
            (section.level, section.number.as_ref(), stays)
        });
        let parent = open.last().copied();
        let path = number.map(|number| match parent.and_then(|p| sections[p].path.as_ref()) {
            Some(above) if number.parts().len() == 1 => above.child(number.parts()[0]),
            _ => number.clone(),
        });
        let repeated = path.as_ref().is_some_and(|path| {
            let seen = siblings.entry((parent, path.clone())).or_default();
            *seen += 1;
            *seen > 1
        });
        let title = match numbered {
            Some((_, rest)) => Clean::new(heading.text.get(rest.clone()).unwrap_or("").trim()),
            None => heading.text.clone(),
        };
        let base = path.as_ref().map_or_else(|| slug(&title), ToString::to_string);
        let seen = addresses.entry(base.clone()).or_default();
        *seen += 1;
        let address = if *seen == 1 { base } else { format!("{base}#{seen}") };
        open.push(i);
        sections.push(Section {
            number: number.cloned(),
            path,
            title,
            shown: heading.text.clone(),
            level: heading.level,
            depth: parent.map_or(1, |p| sections[p].depth + 1),
            parent,
            address,
            heading: heading.span,
            parts: 0..0,
            end: i + 1,
            empty: !heading.filled,
            repeated,
        });
    }
    for i in (0..sections.len()).rev() {
        if let Some(parent) = sections[i].parent {
            sections[parent].end = sections[parent].end.max(sections[i].end);
            sections[parent].empty = false;
        }
    }
    sections
}

fn numbers(headings: &[Heading]) -> Vec<Numbered> {
    let read: Vec<_> = headings.iter().map(|h| (h.level, number::read(h.text.as_str()))).collect();
    let counts = number::settle(&read);
    let kept = read.into_iter().zip(counts).map(|((_, numbered), counts)| {
        numbered.filter(|_| counts).map(|numbered| (numbered.number, numbered.title))
    });
    kept.collect()
}

/// Closes the sections that a heading of `level` and `number` ends. `about` gives a section's level
/// and number, and whether it stays open although its level would close it.
fn settle<'a>(
    open: &mut Vec<usize>,
    level: u8,
    number: Option<&SectionNumber>,
    about: impl Fn(usize) -> (u8, Option<&'a SectionNumber>, bool),
) {
    if let Some(number) = number.filter(|number| number.parts().len() > 1) {
        let above = |at: &usize| about(*at).1.is_some_and(|n| n.is_prefix_of(number));
        if let Some(found) = open.iter().rposition(above) {
            return open.truncate(found + 1);
        }
    }
    while let Some(&last) = open.last() {
        let (last_level, _, stays) = about(last);
        if last_level < level || stays {
            break;
        }
        open.pop();
    }
}

/// For each heading and Markdown level: the last heading of that level whose number extends it, by
/// the numbers alone. An unnumbered heading before that one does not close the section.
/// Nothing where no heading has a number.
fn reach(headings: &[Heading], numbers: &[Numbered]) -> Vec<[usize; 6]> {
    if numbers.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut reach = vec![[0; 6]; headings.len()];
    let mut open: Vec<usize> = Vec::new();
    for (i, (heading, numbered)) in headings.iter().zip(numbers).enumerate() {
        let Some((number, _)) = numbered else { continue };
        settle(&mut open, heading.level, Some(number), |at| {
            (headings[at].level, numbers[at].as_ref().map(|(number, _)| number), false)
        });
        let level = level_index(heading);
        for above in &open {
            let extends = numbers[*above].as_ref().is_some_and(|(n, _)| n.is_prefix_of(number));
            if extends {
                reach[*above][level] = i;
            }
        }
        open.push(i);
    }
    reach
}

fn level_index(heading: &Heading) -> usize {
    usize::from(heading.level.clamp(1, 6)) - 1
}

/// A title as an address: lower case, words joined by `-`, nothing else.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || c == '_' {
            slug.push(c);
        } else if (c.is_whitespace() || c == '-') && !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
        if slug.len() > 200 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}
