//! A key as the app knows it, whatever the terminal library calls it, and its names.

use std::fmt;
use std::str::FromStr;

use crate::words::{Locale, Word};

/// One key press. Of letters the shift is in the character: `G`, never `shift` and `g`; see
/// [`Key::folded`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Whether Control is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held, where that is not in the character.
    pub shift: bool,
}

/// A key without what is held with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum KeyCode {
    /// A key that types something.
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// Each key that has a name: how it is written (the first is canonical), and what people read.
const NAMED: &[(KeyCode, &[&str], &str)] = &[
    (KeyCode::Enter, &["enter", "return"], "Enter"),
    (KeyCode::Esc, &["esc", "escape"], "Esc"),
    (KeyCode::Tab, &["tab"], "Tab"),
    (KeyCode::Backspace, &["backspace"], "Backspace"),
    (KeyCode::Delete, &["delete", "del"], "Del"),
    (KeyCode::Insert, &["insert", "ins"], "Ins"),
    (KeyCode::Up, &["up"], "↑"),
    (KeyCode::Down, &["down"], "↓"),
    (KeyCode::Left, &["left"], "←"),
    (KeyCode::Right, &["right"], "→"),
    (KeyCode::Home, &["home"], "Home"),
    (KeyCode::End, &["end"], "End"),
    (KeyCode::PageUp, &["pgup", "pageup"], "PgUp"),
    (KeyCode::PageDown, &["pgdn", "pagedown"], "PgDn"),
];

impl Key {
    /// A key with nothing held.
    pub const fn new(code: KeyCode) -> Key {
        Key { code, ctrl: false, alt: false, shift: false }
    }

    /// A character with nothing held.
    pub const fn char(c: char) -> Key {
        Key::new(KeyCode::Char(c))
    }

    /// The same key as keymaps have it. Terminals disagree on whether Shift comes with a character
    /// that shows it already, so a letter of ASCII takes it in and other characters drop it. Hangul
    /// keeps it: most of its letters have no shifted form, and then only this tells `G` from `g`.
    pub fn folded(mut self) -> Key {
        if let KeyCode::Char(c) = &mut self.code
            && self.shift
            && !is_hangul(*c)
        {
            c.make_ascii_uppercase();
            self.shift = false;
        }
        self
    }

    /// Whether the key puts a character into a text field.
    pub fn types(&self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.ctrl && !self.alt
    }

    /// What people call the key: `Ctrl-C`, `Shift-Tab`, `↓`, `G`.
    pub fn label(&self, locale: Locale) -> String {
        let (held, c) = self.held();
        let mut label = String::new();
        for (name, on) in ["Ctrl-", "Alt-", "Shift-"].iter().zip(held) {
            label.push_str(if on { name } else { "" });
        }
        match (self.code, c) {
            (_, Some(' ')) => label.push_str(Word::KeySpace.text(locale)),
            (_, Some(c)) if self.ctrl => label.push(c.to_ascii_uppercase()),
            (_, Some(c)) => label.push(c),
            (KeyCode::F(n), _) => label.push_str(&format!("F{n}")),
            (code, _) => {
                let named = NAMED.iter().find(|(named, ..)| *named == code);
                label.push_str(named.map_or("", |(.., label)| label));
            }
        }
        label
    }

    /// Control, Alt and Shift as they are written, and the character that stands with them: with
    /// Control a capital is written as a small letter with Shift.
    fn held(&self) -> ([bool; 3], Option<char>) {
        match self.code {
            KeyCode::Char(c) if self.ctrl && c.is_ascii_uppercase() => {
                ([true, self.alt, true], Some(c.to_ascii_lowercase()))
            }
            KeyCode::Char(c) => ([self.ctrl, self.alt, self.shift], Some(c)),
            _ => ([self.ctrl, self.alt, self.shift], None),
        }
    }
}

/// Whether `c` is a jamo or a syllable of Hangul.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{a960}'..='\u{a97c}' | '가'..='힣' | '\u{d7b0}'..='\u{d7fb}')
}

/// The name as it is written in tests, and read by [`Key::from_str`]: `ctrl-c`, `shift-tab`, `space`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (held, c) = self.held();
        for (name, on) in ["ctrl-", "alt-", "shift-"].iter().zip(held) {
            f.write_str(if on { name } else { "" })?;
        }
        match (self.code, c) {
            (_, Some(' ')) => f.write_str("space"),
            (_, Some(c)) => write!(f, "{c}"),
            (KeyCode::F(n), _) => write!(f, "f{n}"),
            (code, _) => {
                let named = NAMED.iter().find(|(named, ..)| *named == code);
                f.write_str(named.and_then(|(_, names, _)| names.first()).unwrap_or(&""))
            }
        }
    }
}

/// What was given is the name of no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such key: {0:?}")]
pub struct NoSuchKey(pub String);

/// Reads a name such as `g`, `G`, `ctrl-c`, `shift-tab`, `space`, `pgdn`, `f1`. Case matters only
/// of a single character, and not with Control: `Ctrl-C` is `ctrl-c`.
impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(name: &str) -> Result<Key, NoSuchKey> {
        let mut key = Key::char(' ');
        let mut rest = name;
        loop {
            let (held, after) = if let Some(after) = strip_prefix(rest, "ctrl-") {
                (&mut key.ctrl, after)
            } else if let Some(after) = strip_prefix(rest, "alt-") {
                (&mut key.alt, after)
            } else if let Some(after) = strip_prefix(rest, "shift-") {
                (&mut key.shift, after)
            } else {
                break;
            };
            *held = true;
            rest = after;
        }
        key.code = code(rest).ok_or_else(|| NoSuchKey(name.to_owned()))?;
        if let KeyCode::Char(c) = &mut key.code
            && key.ctrl
        {
            c.make_ascii_lowercase();
        }
        Ok(key.folded())
    }
}

/// The key that `name` is the name of, with nothing held.
fn code(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control() && !c.is_whitespace()).then_some(KeyCode::Char(c));
    }
    let is = |other: &str| name.eq_ignore_ascii_case(other);
    if is("space") {
        return Some(KeyCode::Char(' '));
    }
    if let Some((code, ..)) = NAMED.iter().find(|(_, names, _)| names.iter().any(|n| is(n))) {
        return Some(*code);
    }
    let n = strip_prefix(name, "f")?;
    if n.starts_with(['0', '+']) {
        return None;
    }
    n.parse().ok().map(KeyCode::F)
}

/// What follows `prefix`, in whatever case it is written, where something does.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    (head.eq_ignore_ascii_case(prefix) && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names() {
        let names = "g G ctrl-c Ctrl-C ctrl-shift-c shift-g shift-tab Space pgdn PageUp f1 F12 \
                     ctrl-- - alt-left ㅓ ctrl-ㅊ shift-ㅎ alt-X";
        let read: Vec<_> =
            names.split_whitespace().map(|name| name.parse::<Key>().unwrap().to_string()).collect();
        assert_eq!(
            read.join(" "),
            "g G ctrl-c ctrl-c ctrl-shift-c G shift-tab space pgdn pgup f1 f12 \
             ctrl-- - alt-left ㅓ ctrl-ㅊ shift-ㅎ alt-X"
        );
        for none in ["", "ctrl-", "gg", "f0", "f01", "f256", "f+1", "f", " ", "\u{1b}", "hyper-x"] {
            match none {
                "f" => assert_eq!("f".parse(), Ok(Key::char('f'))),
                _ => assert_eq!(none.parse::<Key>(), Err(NoSuchKey(none.to_owned()))),
            }
        }
    }

    #[test]
    fn labels() {
        let names = "g G ctrl-c ctrl-shift-c shift-tab space pgdn f1 alt-left down esc";
        let labels = |locale| {
            let label = |name: &str| name.parse::<Key>().unwrap().label(locale);
            names.split(' ').map(label).collect::<Vec<_>>().join(" ")
        };
        let english = "g G Ctrl-C Ctrl-Shift-C Shift-Tab Space PgDn F1 Alt-← ↓ Esc";
        assert_eq!(labels(Locale::En), english);
        assert_eq!(labels(Locale::Ko), english.replace("Space", "스페이스"));
    }

    #[test]
    fn shift_is_in_the_character() {
        let shifted = |c| Key { shift: true, ..Key::char(c) }.folded();
        assert_eq!(shifted('g'), Key::char('G'));
        assert_eq!(shifted('G'), Key::char('G'));
        assert_eq!(shifted('?'), Key::char('?'));
        assert_eq!(shifted('ㅎ'), Key { shift: true, ..Key::char('ㅎ') });
    }

    fn any_key() -> impl Strategy<Value = Key> {
        let named = prop::sample::select(NAMED).prop_map(|(code, ..)| code);
        let chars = any::<char>()
            .prop_filter("can be written", |c| *c == ' ' || !c.is_control() && !c.is_whitespace())
            .prop_map(KeyCode::Char);
        let code = prop_oneof![named, chars, (1u8..=35).prop_map(KeyCode::F)];
        (code, any::<[bool; 3]>())
            .prop_map(|(code, [ctrl, alt, shift])| Key { code, ctrl, alt, shift }.folded())
    }

    proptest! {
        #[test]
        fn a_name_is_read_back(key in any_key()) {
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }

        #[test]
        fn any_text_is_a_key_or_none(name in ".{0,12}") {
            if let Ok(key) = name.parse::<Key>() {
                prop_assert_eq!(key.to_string().parse(), Ok(key));
            }
        }
    }
}
