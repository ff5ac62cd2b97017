//! Links whose address is a template: `[pod]({% post_url 2026-03-22-pod %})`. An address has no spaces in
//! Markdown, so the parser is given others for them, and what was written is put back after it.

use std::borrow::Cow;

use super::dialect::Fence;

/// What the parser reads for a space; as long, and of no meaning in an address.
const JOINT: char = '+';
/// An address is at most this long, in bytes.
const LONGEST: usize = 1_000;

/// `text` with the spaces joined in each address that begins with a template and ends on its line, but
/// for code.
pub(super) fn join_templates(text: &str) -> Cow<'_, str> {
    if !text.contains("]({%") && !text.contains("]({{") {
        return Cow::Borrowed(text);
    }
    let mut copy = String::with_capacity(text.len());
    let mut fence = Fence::default();
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start();
        if fence.goes_over(bare) || is_indented_code(line, bare) {
            copy.push_str(line);
        } else {
            join_in(line, &mut copy);
        }
    }
    Cow::Owned(copy)
}

/// Whether a line may be code by its indentation alone; an item of a list is none.
fn is_indented_code(line: &str, bare: &str) -> bool {
    let indent = line.len() - bare.len();
    let item = bare.starts_with(['-', '*', '+']) || bare.starts_with(|c: char| c.is_ascii_digit());
    (indent >= 4 || line.starts_with('\t')) && !item
}

fn join_in(line: &str, copy: &mut String) {
    let mut rest = line;
    let mut ticks = 0;
    while let Some(open) = rest.find("](") {
        let (before, after) = rest.split_at(open + 2);
        ticks += before.matches('`').count();
        copy.push_str(before);
        rest = after;
        // An odd number of backticks before it: it stands in code.
        let length = if ticks % 2 == 0 { address(after) } else { None };
        if let Some((address, left)) = length.and_then(|length| after.split_at_checked(length)) {
            copy.extend(address.chars().map(|c| if c == ' ' { JOINT } else { c }));
            rest = left;
        }
    }
    copy.push_str(rest);
}

/// The length of the address that `text` begins with, if it begins with a template: up to the
/// parenthesis, or to a space outside of all templates.
fn address(text: &str) -> Option<usize> {
    if !text.starts_with("{%") && !text.starts_with("{{") {
        return None;
    }
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|_| at < LONGEST) {
        let close = match rest.get(..2) {
            Some("{%") => "%}",
            Some("{{") => "}}",
            _ => "",
        };
        if close.is_empty() {
            let c = rest.chars().next()?;
            if c == ')' || c.is_whitespace() {
                return Some(at);
            }
            at += c.len_utf8();
        } else {
            let end = rest.get(..LONGEST.min(rest.len())).unwrap_or(rest).find(close)?;
            at += end + close.len();
        }
    }
    None
}

/// An address as it was written, of one that the parser has read.
pub(super) fn written(address: &str) -> Cow<'_, str> {
    if !address.starts_with("{%") && !address.starts_with("{{") {
        return Cow::Borrowed(address);
    }
    let mut written = String::with_capacity(address.len());
    let mut depth = 0_usize;
    for c in address.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        written.push(if c == JOINT && depth > 0 { ' ' } else { c });
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(join_templates(text), expected);
        assert_eq!(text.len(), expected.len());
    }

    #[test]
    fn addresses_are_joined() {
        check("[a]({% link x y.md %}) b c", "[a]({%+link+x+y.md+%}) b c");
        check(
            "- [a]({{ site.url }}{% post_url x %}#b \"제목\")",
            "- [a]({{+site.url+}}{%+post_url+x+%}#b \"제목\")",
        );
        check(
            "[a]({{< ref \"x.md\" >}}), [b]({{ x }}/y)",
            "[a]({{<+ref+\"x.md\"+>}}), [b]({{+x+}}/y)",
        );
        assert_eq!(written("{%+link+x+y.md+%}#a+b"), "{% link x y.md %}#a+b");
        assert_eq!(written("a+b"), "a+b");
    }

    #[test]
    fn code_is_left() {
        for text in [
            "`[a]({% link x %})`",
            "```\n[a]({% link x %})\n```",
            "    [a]({% link x %})",
            "[a]({% link x",
            "[a](x) {% link y %}",
            "[a]({{ x\n}})",
        ] {
            check(text, text);
        }
    }
}
