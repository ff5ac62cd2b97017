//! What is replaced in the text for the parser by as many other bytes, so that every offset stays.

use std::borrow::Cow;

use super::dialect;
use super::template_link::join_templates;

/// More `>` than this at the start of a line are read as spaces: nobody nests so deep, and the
/// parser takes quadratic time over lazy lines below such a quote.
const MAX_QUOTES: usize = super::MAX_DEPTH;

/// A tag whose end is so many lines away opens nothing.
const LONGEST_CODE: usize = 2_000;

/// `text` as the parser is to read it, byte for byte as long: quotes that nest too deep are levelled,
/// code between the tags of a template language (`{% highlight bash %}`) is fenced, and an address that
/// is a template is one word.
pub(super) fn readable(text: &str) -> Cow<'_, str> {
    [cap_quotes, fence_templates, join_templates, dialect::rewrite].iter().fold(
        Cow::Borrowed(text),
        |text, step| match text {
            Cow::Borrowed(text) => step(text),
            Cow::Owned(text) => Cow::Owned(step(&text).into_owned()),
        },
    )
}

/// Replaces every `>` after the hundredth at the start of a line by a space.
fn cap_quotes(text: &str) -> Cow<'_, str> {
    let deep = |line: &str| {
        line.bytes().take_while(|b| matches!(b, b'>' | b' ')).filter(|b| *b == b'>').count()
            > MAX_QUOTES
    };
    // Nearly all text has fewer in all, which is told without looking at its lines.
    let enough = memchr::memchr_iter(b'>', text.as_bytes()).nth(MAX_QUOTES).is_some();
    if !enough || !text.split('\n').any(deep) {
        return Cow::Borrowed(text);
    }
    let mut copy = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut seen = 0;
        let mut leading = true;
        for c in line.chars() {
            leading &= matches!(c, '>' | ' ');
            seen += usize::from(leading && c == '>');
            copy.push(if leading && c == '>' && seen > MAX_QUOTES { ' ' } else { c });
        }
    }
    Cow::Owned(copy)
}

/// Makes Jekyll's and Hugo's tags round code into fences, where both are there and stand on lines of
/// their own, outside a fence.
fn fence_templates(text: &str) -> Cow<'_, str> {
    if !text.contains("highlight") || !(text.contains("{%") || text.contains("{{")) {
        return Cow::Borrowed(text);
    }
    let mut copy = String::with_capacity(text.len());
    let mut fence: Option<&str> = None;
    let mut inside = false;
    // Where the tags stand that close, each looked at once.
    let closes = |(_, line): &(usize, &str)| matches!(tag(line.trim()), Some(Tag::Close));
    let mut closing = text.lines().enumerate().filter(closes).map(|(at, _)| at).peekable();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark))
                if open == mark && bare.trim_matches(['`', '~']).is_empty() =>
            {
                fence = None;
            }
            _ => {}
        }
        let made = match (fence, inside, tag(bare)) {
            (None, false, Some(Tag::Open(lang))) => {
                while closing.next_if(|close| *close <= at).is_some() {}
                inside = closing.peek().is_some_and(|close| close - at <= LONGEST_CODE);
                inside.then(|| format!("```{lang}"))
            }
            (_, true, Some(Tag::Close)) => {
                inside = false;
                Some("```".to_owned())
            }
            _ => None,
        };
        // The language is a part of the tag, so that the fence is never longer than it.
        match made.filter(|made| made.len() <= bare.len()) {
            Some(made) => {
                let indent = line.len() - line.trim_start().len();
                copy.push_str(&line[..indent]);
                copy.push_str(&made);
                let end = line.trim_end_matches('\n').len();
                copy.extend(std::iter::repeat_n(' ', end.saturating_sub(indent + made.len())));
                copy.push_str(&line[end..]);
            }
            None => copy.push_str(line),
        }
    }
    Cow::Owned(copy)
}

enum Tag<'a> {
    Open(&'a str),
    Close,
}

fn tag(line: &str) -> Option<Tag<'_>> {
    let inner = [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")]
        .iter()
        .find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close))?
        .trim_matches(['-', ' ']);
    let mut words = inner.split_whitespace();
    match words.next()? {
        "highlight" => {
            let lang = words.next().unwrap_or("");
            Some(Tag::Open(lang.trim_matches('"')))
        }
        "endhighlight" | "/highlight" => Some(Tag::Close),
        _ => None,
    }
}
