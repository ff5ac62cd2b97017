//! Patterns of syntaxes without Unicode's tables: in code, every letter that is not of ASCII is a letter.
//!
//! `\p{L}` is a class of hundreds of ranges. An automaton for a pattern that has it twice takes most of a
//! megabyte, and the syntaxes of a few languages have dozens of them. What they are asked in is whether a
//! name goes on; one range from U+0080 to the end answers that for names in any script.

/// `pattern` with its classes of letters, digits and marks written as a few ranges; what else is in it
/// stays as it is.
pub fn narrow(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    // How many brackets of classes are open.
    let mut depth = 0_usize;
    while let Some(c) = rest.chars().next() {
        let (part, left) = piece(rest, c);
        rest = left;
        match class(part) {
            Some((ranges, true)) => out.extend(["[^", ranges, "]"]),
            // Inside a class it is a part of that.
            Some((ranges, false)) if depth > 0 => out.push_str(ranges),
            Some((ranges, false)) => out.extend(["[", ranges, "]"]),
            None => {
                match c {
                    '[' => depth += 1,
                    ']' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                out.push_str(part);
            }
        }
    }
    out
}

/// The first piece of a pattern that begins with `c`, an escape as a whole, and what follows it.
fn piece(pattern: &str, c: char) -> (&str, &str) {
    let mut end = c.len_utf8();
    if c == '\\'
        && let Some(escaped) = pattern.get(end..).and_then(|rest| rest.chars().next())
    {
        end += escaped.len_utf8();
        if matches!(escaped, 'p' | 'P')
            && pattern.get(end..).is_some_and(|rest| rest.starts_with('{'))
        {
            end += pattern.get(end..).and_then(|rest| rest.find('}')).map_or(0, |at| at + 1);
        }
    }
    pattern.split_at(end)
}

/// The ranges that stand for an escape, and whether it means everything else.
fn class(escape: &str) -> Option<(&'static str, bool)> {
    const WORD: &str = r"0-9A-Za-z_\x{80}-\x{10FFFF}";
    const LETTER: &str = r"A-Za-z\x{80}-\x{10FFFF}";
    let name = escape.strip_prefix(r"\p{").or_else(|| escape.strip_prefix(r"\P{"));
    let ranges = match (escape, name.and_then(|name| name.strip_suffix('}'))) {
        (r"\w" | r"\W", _) => WORD,
        (r"\d" | r"\D", _) => "0-9",
        (_, Some("L" | "Alpha")) => LETTER,
        (_, Some("Lu")) => "A-Z",
        (_, Some("Ll")) => "a-z",
        (_, Some("N" | "Nd")) => "0-9",
        (_, Some("Lt" | "Lo" | "Nl" | "M" | "Mn" | "Mc")) => r"\x{80}-\x{10FFFF}",
        (_, Some("Pc")) => r"_\x{80}-\x{10FFFF}",
        _ => return None,
    };
    Some((ranges, matches!(escape.as_bytes().get(1), Some(b'W' | b'D' | b'P'))))
}
