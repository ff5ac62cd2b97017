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
    // What a formula says is told of below, and signs round one are not shown.
    let formulas: Vec<(String, Range<usize>)> = Parser::new_ext(note, options)
        .into_offset_iter()
        .filter_map(|(event, place)| match event {
            Event::DisplayMath(text) => Some((letters(&text), place)),
            _ => None,
        })
        .collect();
    let signs = if note.contains("$$") { "$" } else { "" };
    let mut html = String::new();
    for (event, place) in Parser::new_ext(note, options - Options::ENABLE_MATH).into_offset_iter() {
        let within =
            |(_, own): &(String, Range<usize>)| own.start < place.end && place.start < own.end;
        let is_formula = formulas.iter().any(within);
        let mut say = |text: &str| all.push(Said { text: text.to_owned(), place: place.clone() });
        match event {
            Event::Text(text) | Event::Code(text) if !is_formula => say(&text.replace(signs, "")),
            Event::Html(line) => html.push_str(&line),
            Event::End(TagEnd::HtmlBlock) => {
                without_tags(&std::mem::take(&mut html)).into_iter().for_each(&mut say);
            }
            _ => {}
        }
    }
    all.extend(formulas.into_iter().map(|(text, place)| Said { text, place }));
    all
}

/// The letters and figures of a formula that are in no command. A formula is not shown as it is written.
fn letters(tex: &str) -> String {
    let mut letters = String::new();
    let mut in_command = false;
    for c in tex.chars() {
        in_command = c == '\\' || (in_command && c.is_ascii_alphabetic());
        if !in_command && c.is_alphanumeric() {
            letters.push(c);
        }
    }
    letters
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
