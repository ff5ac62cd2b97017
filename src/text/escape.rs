//! Where a terminal's escape sequences end, so that the sanitizer can drop them whole.

/// The number of bytes at the start of `text` that a terminal would obey rather than show; 0 where
/// `text` begins with no escape and no C1 introducer.
///
/// The forms are those of ECMA-48: CSI, the control strings (OSC, DCS, SOS, PM, APC) up to their
/// terminator, and the two- and three-byte escapes. A sequence that does not end properly counts
/// only its introducer, so that a stray one costs no text. A string ends at the latest where
/// another control or a line end stands, which is also what keeps many strays linear.
pub(super) fn length(text: &str) -> usize {
    let mut chars = text.chars();
    match chars.next() {
        Some('\u{1b}') => 1 + after_escape(chars.as_str()),
        Some('\u{9b}') => 2 + control_sequence(chars.as_str()).unwrap_or(0),
        Some('\u{9d}') => 2 + control_string(chars.as_str(), true).unwrap_or(0),
        Some('\u{90}' | '\u{98}' | '\u{9e}' | '\u{9f}') => {
            2 + control_string(chars.as_str(), false).unwrap_or(0)
        }
        _ => 0,
    }
}

/// Whether `c` can begin a sequence.
pub(super) fn introduces(c: char) -> bool {
    matches!(c, '\u{1b}' | '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}')
}

/// What belongs to an ESC that stood before `rest`.
fn after_escape(rest: &str) -> usize {
    let Some(&first) = rest.as_bytes().first() else { return 0 };
    let tail = rest.get(1..).unwrap_or("");
    match first {
        b'[' => 1 + control_sequence(tail).unwrap_or(0),
        b']' => 1 + control_string(tail, true).unwrap_or(0),
        b'P' | b'X' | b'^' | b'_' => 1 + control_string(tail, false).unwrap_or(0),
        0x20..=0x2f => {
            let middle = rest.bytes().take_while(|b| (0x20..=0x2f).contains(b)).count();
            match rest.as_bytes().get(middle) {
                Some(0x30..=0x7e) => middle + 1,
                _ => 0,
            }
        }
        0x30..=0x7e => 1,
        _ => 0,
    }
}

/// Parameters, intermediates and the final byte of a CSI sequence.
fn control_sequence(rest: &str) -> Option<usize> {
    let parameters = rest.bytes().take_while(|b| (0x30..=0x3f).contains(b)).count();
    let intermediates =
        rest.bytes().skip(parameters).take_while(|b| (0x20..=0x2f).contains(b)).count();
    let end = parameters + intermediates;
    matches!(rest.as_bytes().get(end), Some(0x40..=0x7e)).then_some(end + 1)
}

/// A control string with its terminator: ST, or BEL too where `bell` ends it (OSC).
fn control_string(rest: &str, bell: bool) -> Option<usize> {
    for (at, c) in rest.char_indices() {
        match c {
            '\u{9c}' => return Some(at + 2),
            '\u{7}' if bell => return Some(at + 1),
            '\u{1b}' => {
                let ends = rest.as_bytes().get(at + 1) == Some(&b'\\');
                return ends.then_some(at + 2);
            }
            '\n' | '\r' | '\u{18}' | '\u{1a}' | '\u{2028}' | '\u{2029}' => return None,
            '\u{80}'..='\u{9f}' => return None,
            _ => {}
        }
    }
    None
}
