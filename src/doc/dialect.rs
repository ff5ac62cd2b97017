//! What MkDocs, Hugo and untidy HTML write on lines of their own, replaced by as many bytes
//! that Markdown's grammar reads as it was meant.

use std::borrow::Cow;

/// A fence of code, while one goes from line to line.
#[derive(Default)]
pub(super) struct Fence {
    open: Option<(u8, usize)>,
}

impl Fence {
    /// Goes over a line, given without its indentation; tells whether it is code or a fence.
    pub fn goes_over(&mut self, bare: &str) -> bool {
        let mark = bare.bytes().next().filter(|b| matches!(b, b'`' | b'~'));
        let length = mark.map_or(0, |mark| bare.bytes().take_while(|b| *b == mark).count());
        match (self.open, mark) {
            (None, Some(mark)) if length >= 3 => {
                // Backticks after three backticks make code within a line.
                if mark == b'~' || !bare[length..].contains('`') {
                    self.open = Some((mark, length));
                    return true;
                }
                false
            }
            (Some((open, least)), Some(mark)) if mark == open && length >= least => {
                if bare[length..].trim().is_empty() {
                    self.open = None;
                }
                true
            }
            (open, _) => open.is_some(),
        }
    }
}

/// `text` with all that is replaced here; borrowed where nothing is.
pub(super) fn rewrite(text: &str) -> Cow<'_, str> {
    let marks = ["!!! ", "???", "=== \"", "<br", "{{", REQUIRED];
    if !marks.iter().any(|mark| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut copy = text.as_bytes().to_vec();
    let mut fence = Fence::default();
    let mut block = Above::default();
    let mut shortcode = Shortcode::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches(' ');
        let indent = line.len() - bare.len();
        let start = at + indent;
        at += line.len();
        let bare = bare.trim_end_matches(['\n', '\r']);
        if bare.is_empty() {
            block = Above::Blank;
            continue;
        }
        if shortcode.0.is_none() && fence.goes_over(bare) {
            block = Above::Text;
            continue;
        }
        if shortcode.goes_over(text, &mut copy, start..start + bare.len()) {
            continue;
        }
        if is_break(bare) && block != Above::Html {
            blank(&mut copy, start..start + bare.len());
            continue;
        }
        if bare.starts_with("<img ") && bare.contains(REQUIRED) {
            plain_attributes(&mut copy, bare, start);
        }
        if let Some(item) = opener(bare)
            && indented(&text[at..], indent)
        {
            for (to, from) in copy.iter_mut().skip(start).zip(item.bytes()) {
                *to = from;
            }
        }
        if block == Above::Blank {
            block = if bare.starts_with('<') { Above::Html } else { Above::Text };
        }
    }
    match String::from_utf8(copy) {
        Ok(copy) => Cow::Owned(copy),
        Err(_) => Cow::Borrowed(text),
    }
}

/// What the lines above, back to the last blank one, are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Above {
    #[default]
    Blank,
    Html,
    Text,
}

fn blank(copy: &mut [u8], range: std::ops::Range<usize>) {
    for byte in copy.get_mut(range).unwrap_or_default() {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

/// How an image is named where notes are modules (Docusaurus).
const REQUIRED: &str = "={require(";

/// Makes attributes of HTML of those of a module in the tag `line`, which stands at `start`: the string
/// in each is its value.
fn plain_attributes(copy: &mut [u8], line: &str, start: usize) {
    let mut at = 0;
    while let Some(found) = line.get(at..).and_then(|rest| rest.find("={")) {
        let open = at + found + 1;
        let Some(rest) = line.get(open..) else { return };
        let close = if rest.starts_with("{{") { "}}" } else { "}" };
        let Some(end) = rest.find(close).map(|end| open + end + close.len()) else { return };
        let value = &line[open..end];
        let quote = value.find(['\'', '"']);
        let string = quote.filter(|_| close == "}").and_then(|from| {
            let to = value[from + 1..].find(value[from..].chars().next()?)?;
            Some((open + from, open + from + 1 + to))
        });
        let (from, to) = string.unwrap_or((open, open + 1));
        blank(copy, start + open..start + from);
        blank(copy, start + to..start + end);
        for place in [from, to] {
            copy.get_mut(start + place..start + place + 1).unwrap_or_default().fill(b'"');
        }
        at = end;
    }
}

/// What ends the shortcode that a line has opened.
#[derive(Default)]
struct Shortcode(Option<&'static str>);

impl Shortcode {
    /// Blanks the line at `range` where it belongs to a shortcode of several lines; tells whether.
    fn goes_over(&mut self, text: &str, copy: &mut [u8], range: std::ops::Range<usize>) -> bool {
        let line = &text[range.clone()];
        if let Some(close) = self.0 {
            blank(copy, range);
            if line.contains(close) {
                self.0 = None;
            }
            return true;
        }
        let close = match line.get(..3) {
            Some("{{<") => ">}}",
            Some("{{%") => "%}}",
            _ => "",
        };
        if !close.is_empty() && !line.contains("}}") && closes(&text[range.end..], close) {
            self.0 = Some(close);
            blank(copy, range.clone());
            // What is left says that something stands here, and is not shown either.
            if let Some(first) = copy.get_mut(range).and_then(|line| line.first_chunk_mut()) {
                *first = *b"{{}}";
            }
            return true;
        }
        false
    }
}

/// Whether `close` ends a shortcode soon: none is longer than a few lines.
fn closes(rest: &str, close: &str) -> bool {
    let mut lines = rest.lines().skip(1).take(40).take_while(|line| !line.trim().is_empty());
    lines.any(|line| line.contains(close))
}

/// A line of nothing but `<br>`. Alone it would make HTML of the lines below it, headings and all.
fn is_break(bare: &str) -> bool {
    let mut rest = bare;
    while let Some(after) = rest.trim_start().strip_prefix('<') {
        let Some((tag, more)) = after.split_once('>') else { return false };
        if tag.trim_matches(['/', ' ']) != "br" {
            return false;
        }
        rest = more;
    }
    rest.trim().is_empty() && rest.len() < bare.len()
}

/// How a line that opens a part indented below it (MkDocs' callouts, folded ones, tabs) is to begin so
/// that it is read as an item, whose text is indented like that.
pub(super) fn opener(bare: &str) -> Option<&'static str> {
    let named = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
    if let Some(rest) = bare.strip_prefix("!!! ").or_else(|| bare.strip_prefix("??? ")) {
        named(rest).then_some("+   ")
    } else if let Some(rest) = bare.strip_prefix("???+ ") {
        // One byte longer, which must not move the text.
        named(rest).then_some("+   .")
    } else {
        bare.starts_with("=== \"").then_some("+   ")
    }
}

/// Whether the first line of `rest` that is not blank stands four columns right of `indent`.
fn indented(rest: &str, indent: usize) -> bool {
    let line = rest.lines().take(10).find(|line| !line.trim().is_empty());
    line.is_some_and(|line| {
        let columns: usize = line
            .bytes()
            .map_while(|b| match b {
                b' ' => Some(1),
                b'\t' => Some(4),
                _ => None,
            })
            .sum();
        columns >= indent + 4
    })
}
