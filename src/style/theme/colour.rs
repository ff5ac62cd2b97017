//! Colours: what a terminal of each kind shows for one, and how well two can be told apart.

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, where it has its own; else it is one of the sixteen.
    pub rgb: Option<[u8; 3]>,
    /// Which of the sixteen colours stands for it where there are no more, from 0; none: the colour
    /// that the terminal writes with.
    pub ansi: Option<u8>,
}

/// The sixteen colours by their names, in the order of their numbers.
pub const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// What xterm shows for them, to find the nearest of them by. Every terminal has its own.
const USUAL: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

/// The steps of the cube in the middle of the 256 colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

impl Colour {
    /// One of the sixteen.
    pub const fn ansi(number: u8) -> Colour {
        Colour { rgb: None, ansi: Some(number) }
    }

    /// Reads `#rrggbb`, one of the names of the sixteen, or `default`.
    pub fn parse(text: &str) -> Option<Colour> {
        if text == "default" {
            return Some(Colour { rgb: None, ansi: None });
        }
        if let Some(number) = NAMES.iter().position(|name| *name == text) {
            return u8::try_from(number).ok().map(Colour::ansi);
        }
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        let rgb = [r, g, b];
        let near = USUAL.iter().enumerate().min_by_key(|(_, usual)| apart(rgb, **usual));
        let ansi = near.and_then(|(number, _)| u8::try_from(number).ok());
        Some(Colour { rgb: Some(rgb), ansi })
    }

    /// The number of the nearest among the 256 colours of xterm, and what it looks like there. The
    /// first sixteen are every terminal's own and left out. None where it has no red, green and blue.
    pub fn indexed(self) -> Option<(u8, [u8; 3])> {
        let rgb = self.rgb?;
        let nearest = |part: u8| {
            let steps = STEPS.iter().enumerate();
            steps.min_by_key(|(_, step)| step.abs_diff(part)).map_or((0, 0), |(at, s)| (at, *s))
        };
        let [(r, red), (g, green), (b, blue)] = rgb.map(nearest);
        let cube = (u8::try_from(16 + 36 * r + 6 * g + b).ok()?, [red, green, blue]);
        let grey = |at: u8| (232 + at, [8 + 10 * at; 3]);
        (0..24).map(grey).chain([cube]).min_by_key(|(_, other)| apart(rgb, *other))
    }
}

/// How far two colours are apart, squared.
fn apart(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

/// The contrast of two colours, from 1 to 21, by the definitions of *contrast ratio* and *relative
/// luminance* in the Web Content Accessibility Guidelines 2.2.
pub fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let rounded = |a, b| (contrast(a, b) * 100.0).round() / 100.0;
        assert_eq!(rounded([0; 3], [255; 3]), 21.0);
        assert_eq!(rounded([255; 3], [255; 3]), 1.0);
        assert_eq!(rounded([0x76; 3], [255; 3]), 4.54);
        assert_eq!(rounded([255, 0, 0], [255; 3]), 4.0);
    }

    #[test]
    fn colours_are_read() {
        assert_eq!(Colour::parse("bright-red"), Some(Colour::ansi(9)));
        let near = Colour { rgb: Some([255, 0, 16]), ansi: Some(9) };
        assert_eq!(Colour::parse("#Ff0010"), Some(near));
        assert_eq!(near.indexed(), Some((196, [255, 0, 0])));
        let grey = Colour::parse("#808080").and_then(Colour::indexed);
        assert_eq!(grey, Some((244, [128; 3])));
        for none in ["", "#fff", "#+12345", "#가나", "Red", "grey"] {
            assert_eq!(Colour::parse(none), None, "{none}");
        }
    }
}
