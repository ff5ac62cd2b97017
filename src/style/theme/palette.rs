//! The colours that the built-in themes are made of.

use super::{Colour, Look};

/// A colour for each purpose; none: the terminal's own.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Palette {
    pub accent: Option<Colour>,
    pub second: Option<Colour>,
    pub third: Option<Colour>,
    pub muted: Option<Colour>,
    pub link: Option<Colour>,
    pub string: Option<Colour>,
    pub number: Option<Colour>,
    pub keyword: Option<Colour>,
    pub kind: Option<Colour>,
    pub function: Option<Colour>,
    pub name: Option<Colour>,
    pub variable: Option<Colour>,
    pub added: Option<Colour>,
    pub removed: Option<Colour>,
}

impl Palette {
    /// Text that says little. Where it has no colour of its own it is dim, which follows the terminal's.
    pub fn muted(&self) -> Look {
        Look { fg: self.muted, dim: self.muted.is_none(), ..Look::default() }
    }
}

const RED: u8 = 1;
const GREEN: u8 = 2;
const YELLOW: u8 = 3;
const BLUE: u8 = 4;
const MAGENTA: u8 = 5;
const CYAN: u8 = 6;
const BRIGHT_RED: u8 = 9;
const BRIGHT_BLUE: u8 = 12;

/// One of the sixteen.
const fn a(number: u8) -> Option<Colour> {
    Some(Colour::ansi(number))
}

/// A colour of its own, and the one of the sixteen that stands for it.
const fn rgb(rgb: u32, number: u8) -> Option<Colour> {
    let [_, r, g, b] = rgb.to_be_bytes();
    Some(Colour { rgb: Some([r, g, b]), ansi: Some(number) })
}

/// The same for text that says little: where there are only sixteen it is the usual text, dim.
const fn faint(rgb: u32) -> Option<Colour> {
    let [_, r, g, b] = rgb.to_be_bytes();
    Some(Colour { rgb: Some([r, g, b]), ansi: None })
}

/// For grounds from black to #303030.
pub(super) const DARK: Palette = Palette {
    accent: rgb(0x5f_d7_d7, CYAN),
    second: rgb(0xaf_d7_87, GREEN),
    third: rgb(0xff_d7_5f, YELLOW),
    muted: faint(0xa8_a8_a8),
    link: rgb(0x87_af_ff, BRIGHT_BLUE),
    string: rgb(0xaf_d7_87, GREEN),
    number: rgb(0xff_af_87, YELLOW),
    keyword: rgb(0xd7_af_ff, MAGENTA),
    kind: rgb(0x87_d7_af, CYAN),
    function: rgb(0x87_af_ff, BRIGHT_BLUE),
    name: rgb(0x87_d7_ff, CYAN),
    variable: rgb(0xff_d7_87, YELLOW),
    added: rgb(0x87_d7_87, GREEN),
    removed: rgb(0xff_87_87, BRIGHT_RED),
};

/// For grounds from #f0f0f0 to white.
pub(super) const LIGHT: Palette = Palette {
    accent: rgb(0x00_5f_af, BLUE),
    second: rgb(0x87_00_87, MAGENTA),
    third: rgb(0xaf_00_00, RED),
    muted: faint(0x62_62_62),
    link: rgb(0x00_5f_d7, BLUE),
    string: rgb(0x00_5f_00, RED),
    number: rgb(0x87_5f_00, MAGENTA),
    keyword: rgb(0x5f_00_af, BLUE),
    kind: rgb(0x00_5f_5f, MAGENTA),
    function: rgb(0x00_5f_af, BLUE),
    name: rgb(0x87_00_5f, BLUE),
    variable: rgb(0xaf_00_5f, MAGENTA),
    added: rgb(0x00_5f_00, BLUE),
    removed: rgb(0xaf_00_00, RED),
};

/// Sixteen colours for dark grounds.
pub(super) const ANSI_DARK: Palette = Palette {
    accent: a(CYAN),
    second: a(GREEN),
    third: a(YELLOW),
    muted: None,
    link: a(BRIGHT_BLUE),
    string: a(GREEN),
    number: a(YELLOW),
    keyword: a(MAGENTA),
    kind: a(CYAN),
    function: a(BRIGHT_BLUE),
    name: a(CYAN),
    variable: a(YELLOW),
    added: a(GREEN),
    removed: a(BRIGHT_RED),
};

/// Sixteen colours for light grounds.
pub(super) const ANSI_LIGHT: Palette = Palette {
    accent: a(BLUE),
    second: a(MAGENTA),
    third: a(RED),
    muted: None,
    link: a(BLUE),
    string: a(RED),
    number: a(MAGENTA),
    keyword: a(BLUE),
    kind: a(MAGENTA),
    function: a(BLUE),
    name: a(BLUE),
    variable: a(MAGENTA),
    added: a(BLUE),
    removed: a(RED),
};

/// Those of the sixteen that can be read on dark and light grounds.
pub(super) const BOTH: Palette = Palette {
    accent: a(MAGENTA),
    second: a(MAGENTA),
    third: a(RED),
    muted: None,
    link: a(BLUE),
    string: a(RED),
    number: a(RED),
    keyword: a(MAGENTA),
    kind: a(MAGENTA),
    function: a(BLUE),
    name: a(MAGENTA),
    variable: a(BLUE),
    added: a(BLUE),
    removed: a(RED),
};

/// No colours at all.
pub(super) const MONO: Palette = Palette {
    accent: None,
    second: None,
    third: None,
    muted: None,
    link: None,
    string: None,
    number: None,
    keyword: None,
    kind: None,
    function: None,
    name: None,
    variable: None,
    added: None,
    removed: None,
};
