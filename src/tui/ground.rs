//! What ground the terminal draws on: it is asked once, and nothing waits for the answer, which may come
//! late, in pieces, or never.

use crate::style::theme::{Background, contrast};

/// The question (OSC 11 of xterm's control sequences).
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";
/// What its answer begins with, after OSC.
pub const ANSWER: &str = "11;";

/// What kind of ground a colour is, written as X11 has it: `rgb:h/h/h` of one to four digits each, or
/// `#rrggbb`; with `rgba:` how far it is seen through comes last.
pub fn background(colour: &str) -> Option<Background> {
    let parts: Vec<&str> = match colour.strip_prefix('#').filter(|digits| digits.len() == 6) {
        Some(digits) => [0, 2, 4].iter().filter_map(|at| digits.get(*at..at + 2)).collect(),
        None => colour.strip_prefix("rgba:").or(colour.strip_prefix("rgb:"))?.split('/').collect(),
    };
    let part = |at: usize| {
        let digits = parts.get(at).filter(|digits| (1..=4).contains(&digits.len()))?;
        let most = (1_u32 << (4 * digits.len())) - 1;
        u8::try_from(u32::from_str_radix(digits, 16).ok()? * 255 / most).ok()
    };
    let rgb = [part(0)?, part(1)?, part(2)?];
    let dark = contrast(rgb, [255; 3]) > contrast(rgb, [0; 3]);
    Some(if dark { Background::Dark } else { Background::Light })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grounds() {
        for (colour, expected) in [
            ("rgb:1c1c/1C1C/1c1c", Some(Background::Dark)),
            ("rgb:f/f/e", Some(Background::Light)),
            ("#002b36", Some(Background::Dark)),
            ("rgba:ffff/ffff/ffff/8000", Some(Background::Light)),
            ("rgb:0/0", None),
            ("rgb:00000/0/0", None),
            ("#fff", None),
            ("?", None),
            ("", None),
        ] {
            assert_eq!(background(colour), expected, "{colour}");
        }
    }
}
