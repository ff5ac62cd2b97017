//! The signs that are painted beside the text, in Unicode and in ASCII.

use crate::doc::{EMBED, WITHIN};
use crate::text::sanitize::Clean;

/// A set of signs. Borders are one column each.
pub(super) struct Signs {
    pub line: &'static str,
    pub bar: &'static str,
    /// The corners and joints of borders, row by row: left, middle, right.
    pub top: [&'static str; 3],
    pub middle: [&'static str; 3],
    pub bottom: [&'static str; 3],
    /// By depth, the last for all that is deeper.
    pub bullets: [&'static str; 3],
    pub open: &'static str,
    pub done: &'static str,
    pub folded: &'static str,
    pub unfolded: &'static str,
    pub more: &'static str,
    pub cut: &'static str,
    /// Stands where there is nothing.
    pub nothing: &'static str,
    pub back: &'static str,
    /// Between the language of code and its title.
    pub between: &'static str,
}

pub(super) const UNICODE: Signs = Signs {
    line: "─",
    bar: "│",
    top: ["┌", "┬", "┐"],
    middle: ["├", "┼", "┤"],
    bottom: ["└", "┴", "┘"],
    bullets: ["•", "◦", "▪"],
    open: "☐",
    done: "☑",
    folded: "▸",
    unfolded: "▾",
    more: "↪",
    cut: "…",
    nothing: "—",
    back: "↩",
    between: " · ",
};

pub(super) const ASCII: Signs = Signs {
    line: "-",
    bar: "|",
    top: ["+", "+", "+"],
    middle: ["+", "+", "+"],
    bottom: ["+", "+", "+"],
    bullets: ["-", "*", "+"],
    open: "[ ]",
    done: "[x]",
    folded: ">",
    unfolded: "v",
    more: ">",
    cut: "~",
    nothing: "-",
    back: "<-",
    between: " - ",
};

/// The name of a link as `doc` makes it, with the signs of ASCII, if it has any.
pub(super) fn in_ascii(name: &str) -> Option<Clean> {
    let rest = name.strip_prefix(EMBED);
    let other = rest.is_some() || name.contains(WITHIN);
    let sign = if rest.is_some() { "-> " } else { "" };
    other.then(|| Clean::new(&format!("{sign}{}", rest.unwrap_or(name).replace(WITHIN, " > "))))
}
