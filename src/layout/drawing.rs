//! Code that is a drawing of lines: wrapped, nobody could read it.

use crate::doc::CodeLine;

/// Whether `lines` are drawn with corners and crossings, or with uprights on lines of their own. What
/// merely hangs on lines, as the names of files in a tree do, can be read when it is wrapped.
pub(super) fn is_drawing(lines: &[CodeLine]) -> bool {
    let (mut uprights, mut joints, mut edges) = (false, false, 0);
    lines.iter().any(|line| {
        let text = line.text.trim();
        uprights |= is_upright(text);
        joints |= text.contains("+-") || text.contains("-+");
        edges += usize::from(is_edge(text));
        edges > 1 || (uprights && joints) || is_joined(text) || text.contains(is_corner)
    })
}

/// Corners, crossings, and joints that open to the left, up or down (Unicode, "Box Drawing").
fn is_corner(c: char) -> bool {
    matches!(c,
        '\u{250c}'..='\u{2513}' | '\u{2518}'..='\u{251b}' | '\u{2524}'..='\u{254b}'
        | '\u{2552}'..='\u{2557}' | '\u{255b}'..='\u{255d}' | '\u{2561}'..='\u{256f}')
}

/// Nothing but an upright: compilers begin lines so, too.
fn is_upright(text: &str) -> bool {
    text == "|" || is_joined(text)
}

/// Several uprights beside each other, or an arrow that leads on to the next line.
fn is_joined(text: &str) -> bool {
    let bars = text.matches(['|', '│', '┃', '║', '¦', '┆', '┊']).count();
    let arrows = text.matches(['↓', '↑', '⇓', '⇑', '▼', '▲', '▽', '△', '⬇', '⬆']).count();
    // Trees have bars beside each other, but these are drawn.
    let several = text.matches('|').count() > 1 || arrows > 0;
    several && text.chars().filter(|c| !c.is_whitespace()).count() == bars + arrows
}

/// The upper or lower edge of a box: `+---+`.
fn is_edge(text: &str) -> bool {
    let line = |c: char| matches!(c, '+' | '-' | '=');
    text.len() > 3 && text.starts_with('+') && text.ends_with('+') && text.chars().all(line)
}
