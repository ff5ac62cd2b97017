//! Control sequences: keys with names, the mouse, answers in numbers.

use super::{Answer, Event, character};
use crate::app::key::{Key, KeyCode};
use crate::app::msg::{Button, Mouse};

/// A sequence is no longer than this, in bytes.
const MOST: usize = 64;

/// What follows `CSI`: so many bytes are this.
pub(super) enum Control {
    Event(usize, Event),
    Mode(Mode),
}

/// What is no event.
pub(super) enum Mode {
    Incomplete,
    /// So many bytes say nothing to us.
    Nothing(usize),
}

/// Reads what follows `CSI`, which is not empty (ECMA-48, 5.4).
pub(super) fn read(bytes: &[u8]) -> Control {
    match bytes {
        // The Linux console's first function keys.
        [b'[', last, ..] => {
            let number = last.wrapping_sub(b'A').saturating_add(1);
            let key = (b'A'..=b'E').contains(last).then(|| Key::new(KeyCode::F(number)));
            return of(2, key.map(Event::Key));
        }
        [b'['] => return Control::Mode(Mode::Incomplete),
        // The mouse in three bytes after the sequence, as terminals had it before SGR.
        [b'M', button, x, y, ..] => {
            let place = |byte: &u8| u16::from(byte.saturating_sub(33));
            let button = button.wrapping_sub(32);
            return of(4, mouse(button.into(), place(x), place(y), true));
        }
        [b'M', ..] => return Control::Mode(Mode::Incomplete),
        _ => {}
    }
    let Some(end) = bytes.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return Control::Mode(match bytes.len() {
            0..MOST => Mode::Incomplete,
            length => Mode::Nothing(length),
        });
    };
    let last = bytes.get(end).copied().unwrap_or(0);
    if !(0x40..=0x7e).contains(&last) || end > MOST {
        // Something else begins: this one was torn off.
        return Control::Mode(Mode::Nothing(end));
    }
    let text = bytes.get(..end).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or("");
    of(end + 1, event(text, last))
}

fn of(length: usize, event: Option<Event>) -> Control {
    match event {
        Some(event) => Control::Event(length, event),
        None => Control::Mode(Mode::Nothing(length)),
    }
}

/// The key of `SS3`, as keypads in application mode send it.
pub(super) fn shifted(last: u8) -> Option<Key> {
    match last {
        b'M' => Some(Key::new(KeyCode::Enter)),
        _ => letter(last).map(Key::new),
    }
}

fn letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn event(text: &str, last: u8) -> Option<Event> {
    if let Some(text) = text.strip_prefix('?') {
        let sixel = || text.split(';').skip(1).any(|part| part == "4");
        return (last == b'c').then(|| Event::Answer(Answer::Attributes { sixel: sixel() }));
    }
    if let Some(text) = text.strip_prefix('<') {
        let [button, x, y] = numbers(text);
        let place = |place: u32| u16::try_from(place.saturating_sub(1)).unwrap_or(u16::MAX);
        return mouse(button, place(x), place(y), last == b'M');
    }
    let [first, second, third] = numbers(text);
    match last {
        b't' if first == 6 => Some(Event::Answer(Answer::Cell(second, third))),
        b'M' => mouse(first.wrapping_sub(32), clamped(second), clamped(third), true),
        b'Z' => Some(Event::Key(Key { shift: true, ..Key::new(KeyCode::Tab) })),
        b'~' => numbered(first).map(|code| Event::Key(held(code, second))),
        b'u' => {
            let c = char::from_u32(first)?;
            let code = match c {
                '\r' => KeyCode::Enter,
                '\t' => KeyCode::Tab,
                '\u{1b}' => KeyCode::Esc,
                '\u{7f}' => KeyCode::Backspace,
                c if c.is_control() => return None,
                c => character(c).code,
            };
            Some(Event::Key(held(code, second)))
        }
        _ => letter(last).map(|code| Event::Key(held(code, second))),
    }
}

fn clamped(place: u32) -> u16 {
    u16::try_from(place.saturating_sub(1)).unwrap_or(u16::MAX)
}

fn numbered(number: u32) -> Option<KeyCode> {
    let number = u8::try_from(number).ok()?;
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=26 => KeyCode::F(number - 12),
        28 | 29 => KeyCode::F(number - 13),
        31..=34 => KeyCode::F(number - 14),
        _ => return None,
    })
}

/// A key with what is held: one more than the sum of 1 for Shift, 2 for Alt, 4 for Control.
fn held(code: KeyCode, modifiers: u32) -> Key {
    let bits = modifiers.saturating_sub(1);
    Key { code, shift: bits & 1 != 0, alt: bits & 2 != 0, ctrl: bits & 4 != 0 }
}

/// The first three numbers of a sequence; what is missing is 0.
fn numbers(text: &str) -> [u32; 3] {
    let mut parts = text.split(';').map(|part| {
        // What follows a colon says more of the same.
        part.split(':').next().and_then(|part| part.parse().ok()).unwrap_or(0)
    });
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}

/// What of the mouse the app heeds: the left button, the wheel. `down` is false where a button went up.
fn mouse(button: u32, x: u16, y: u16, down: bool) -> Option<Event> {
    /// Shift, Alt and Control, which change nothing here.
    const HELD: u32 = 4 + 8 + 16;
    let button = match button & !HELD {
        0 if down => Button::Left,
        0 => Button::Up,
        32 if down => Button::Drag,
        64 => Button::WheelUp,
        65 => Button::WheelDown,
        _ => return None,
    };
    Some(Event::Mouse(Mouse { x, y, button }))
}
