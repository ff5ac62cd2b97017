//! The few HTML tags that mean something on a page of text; of any other the text stays.

use std::borrow::Cow;

use pulldown_cmark::Event;

use super::Marks;
use super::parser::parser;

/// What a piece of HTML is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text between tags.
    Text(&'a str),
    /// `<name …>`, its name in lower case.
    Open { name: String, attributes: &'a str },
    /// `</name>`
    Close { name: String },
    /// A comment, a declaration: nothing to show.
    Nothing,
}

/// Cuts HTML into tags and text, each with its offset. Never fails: a `<` that opens no tag is text.
pub(super) fn tokens(html: &str) -> Vec<(usize, Token<'_>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut text = 0;
    // An unclosed comment is looked for once, not from every `<!--` after it.
    let mut comments = true;
    while let Some(found) = memchr::memchr(b'<', html.as_bytes().get(at..).unwrap_or(&[])) {
        let start = at + found;
        let rest = &html[start..];
        let mut end = None;
        if rest.starts_with("<!--") && comments {
            end = rest.find("-->").map(|e| (e + 3, Token::Nothing));
            comments = end.is_some();
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            end = tag_end(rest).map(|e| (e + 1, Token::Nothing));
        } else if let Some(e) = tag_end(rest) {
            end = tag(&rest[1..e]).map(|token| (e + 1, token));
        }
        match end {
            Some((length, token)) => {
                if text < start {
                    tokens.push((text, Token::Text(&html[text..start])));
                }
                tokens.push((start, token));
                at = start + length;
                text = at;
            }
            None => at = start + 1,
        }
    }
    if text < html.len() {
        tokens.push((text, Token::Text(&html[text..])));
    }
    tokens
}

/// The `>` that ends the tag, quotes respected; a tag longer than this is none.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (i, b) in rest.bytes().enumerate().skip(1).take(4096) {
        match (quote, b) {
            (None, b'>') => return Some(i),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(open), b) if open == b => quote = None,
            _ => {}
        }
    }
    None
}

fn tag(inner: &str) -> Option<Token<'_>> {
    let (close, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let length = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name = inner[..length].to_ascii_lowercase();
    let attributes = &inner[length..];
    // `<https://…>` and `<a.b>` are no tags.
    if !attributes.is_empty() && !attributes.starts_with([' ', '\t', '\n', '/']) {
        return None;
    }
    Some(if close { Token::Close { name } } else { Token::Open { name, attributes } })
}

/// The value of an attribute.
pub(super) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let lower = attributes.to_ascii_lowercase();
    let mut from = 0;
    while let Some(found) = lower.get(from..)?.find(name) {
        let start = from + found;
        let before = lower[..start].chars().next_back();
        let rest = attributes.get(start + name.len()..)?.trim_start();
        if before.is_none_or(|c| c.is_whitespace())
            && let Some(value) = rest.strip_prefix('=')
        {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            return Some(match quote {
                Some(quote) => value[1..].split(quote).next().unwrap_or(""),
                None => value.split_whitespace().next().unwrap_or("").trim_end_matches('/'),
            });
        }
        from = start + name.len();
    }
    None
}

/// Whether an attribute is there, with a value or without.
pub(super) fn has_attribute(attributes: &str, name: &str) -> bool {
    // Every other piece stands between quotes.
    let outside = attributes.split(['"', '\'']).step_by(2);
    let words = outside.flat_map(|piece| piece.split(|c: char| c.is_whitespace() || c == '/'));
    words.into_iter().any(|word| word.split('=').next().unwrap_or("").eq_ignore_ascii_case(name))
}

/// The style that a tag gives to its text.
pub(super) fn marks(name: &str) -> Option<Marks> {
    Some(match name {
        "b" | "strong" => Marks::STRONG,
        "i" | "em" | "cite" | "dfn" | "var" => Marks::EMPH,
        "s" | "del" | "strike" => Marks::STRIKE,
        "code" | "tt" | "samp" => Marks::CODE,
        "kbd" => Marks::KBD,
        "mark" => Marks::MARK,
        "sub" => Marks::SUB,
        "sup" => Marks::SUP,
        _ => return None,
    })
}

/// Whether a tag begins a new line of its own.
pub(super) fn breaks_line(name: &str) -> bool {
    matches!(
        name,
        "br" | "p"
            | "div"
            | "li"
            | "ul"
            | "ol"
            | "tr"
            | "table"
            | "center"
            | "figure"
            | "figcaption"
            | "hr"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "blockquote"
            | "pre"
            | "details"
            | "summary"
            | "dt"
            | "dd"
            | "section"
            | "article"
    )
}

/// Tags whose content is not text for people.
pub(super) fn hides_content(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "noscript" | "iframe" | "svg")
}

/// `text` with its character references replaced by their characters, as Markdown does.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let named = rest.bytes().skip(1).take(LONGEST);
        let name = named.take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
        let is_reference = rest.as_bytes().get(1 + name) == Some(&b';');
        let (reference, after) = rest.split_at(if is_reference { name + 2 } else { 1 });
        match reference {
            "&nbsp;" => decoded.push(' '),
            "&" => decoded.push('&'),
            // The parser knows all names.
            _ => decoded.extend(parser(reference).filter_map(|event| match event {
                Event::Text(text) => Some(text.into_string()),
                _ => None,
            })),
        }
        rest = after;
    }
    if decoded.is_empty() {
        return rest.into();
    }
    decoded.push_str(rest);
    decoded.into()
}

/// The longest name of a character, `CounterClockwiseContourIntegral`, has so many bytes.
const LONGEST: usize = 31;
