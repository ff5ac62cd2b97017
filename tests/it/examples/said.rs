//! What a note says, by the parser's own events.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, TagEnd};

/// A text that must be shown, and where it stands.
#[derive(Debug)]
pub struct Said {
    pub text: String,
    pub place: Range<usize>,
}

/// Every text of a note.
pub fn all(note: &str) -> Vec<Said> {
    let options = options();
    let mut all = Vec::new();
    // Signs round a formula are not shown; the formulas themselves are told of below.
    let signs = if note.contains("$$") { "$" } else { "" };
    let mut html = String::new();
    for (event, place) in Parser::new_ext(note, options - Options::ENABLE_MATH).into_offset_iter() {
        let mut say = |text: &str| all.push(Said { text: text.to_owned(), place: place.clone() });
        match event {
            Event::Text(text) | Event::Code(text) => say(&text.replace(signs, "")),
            Event::Html(line) => html.push_str(&line),
            Event::End(TagEnd::HtmlBlock) => {
                without_tags(&std::mem::take(&mut html)).into_iter().for_each(&mut say);
            }
            _ => {}
        }
    }
    for (event, place) in Parser::new_ext(note, options).into_offset_iter() {
        if let Event::DisplayMath(text) = event {
            all.push(Said { text: text.into_string(), place });
        }
    }
    all
}

/// The options that `doc` names, so that they cannot differ from those here.
fn options() -> Options {
    let source = include_str!("../../../src/doc/parser.rs");
    let names = source.split("Options::ENABLE_").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_uppercase() && c != '_').unwrap();
        Options::from_name(&format!("ENABLE_{}", &rest[..end])).unwrap()
    });
    let options: Options = names.collect();
    assert!(options.contains(Options::ENABLE_TABLES | Options::ENABLE_MATH));
    options
}

/// What stands between the tags of a block of HTML.
fn without_tags(html: &str) -> Vec<&str> {
    let ends = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];
    let mut texts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = match ends.iter().find(|(start, _)| rest.starts_with(start)) {
            Some((_, end)) => rest.find(end).map(|at| at + end.len()),
            None if is_tag => rest.find('>').map(|at| at + 1),
            None => None,
        };
        if let Some(end) = end {
            texts.push(&html[from..start]);
            from = start + end;
        }
        at = start + end.unwrap_or(1);
    }
    texts.push(&html[from..]);
    texts
}
