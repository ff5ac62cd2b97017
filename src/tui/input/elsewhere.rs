//! Elsewhere than on Unix the terminal library reads the terminal; it is never asked anything there.

use crossterm::event;

use super::Event;
use crate::app::key::{Key, KeyCode};
use crate::app::msg::{Button, Mouse};
use crate::tui::keyboard::Heard;

/// Waits for an event.
///
/// # Errors
/// The terminal gives no more.
pub fn hear() -> std::io::Result<Option<Heard>> {
    event::read().map(heard)
}

/// What an event is to us.
fn heard(event: event::Event) -> Option<Heard> {
    use event::Event as From;
    match event {
        From::Key(key) if key.kind != event::KeyEventKind::Release => {
            translate(key).map(Event::Key)
        }
        From::Mouse(mouse) => button(mouse.kind).map(|button| {
            let (x, y) = (mouse.column, mouse.row);
            Event::Mouse(Mouse { x, y, button })
        }),
        From::Paste(text) => Some(Event::Paste(text)),
        From::Resize(..) => return Some(Heard::Resize),
        _ => None,
    }
    .map(Heard::Event)
}

/// What of the mouse the app heeds.
fn button(kind: event::MouseEventKind) -> Option<Button> {
    use event::MouseEventKind as From;
    match kind {
        From::Down(event::MouseButton::Left) => Some(Button::Left),
        From::Drag(event::MouseButton::Left) => Some(Button::Drag),
        From::Up(event::MouseButton::Left) => Some(Button::Up),
        From::ScrollUp => Some(Button::WheelUp),
        From::ScrollDown => Some(Button::WheelDown),
        _ => None,
    }
}

/// A key as the app knows it; keys that it knows nothing of are none.
fn translate(key: event::KeyEvent) -> Option<Key> {
    use event::{KeyCode as From, KeyModifiers as Held};
    let code = match key.code {
        From::Char(c) => KeyCode::Char(c),
        From::Enter => KeyCode::Enter,
        From::Esc => KeyCode::Esc,
        From::Tab | From::BackTab => KeyCode::Tab,
        From::Backspace => KeyCode::Backspace,
        From::Delete => KeyCode::Delete,
        From::Insert => KeyCode::Insert,
        From::Up => KeyCode::Up,
        From::Down => KeyCode::Down,
        From::Left => KeyCode::Left,
        From::Right => KeyCode::Right,
        From::Home => KeyCode::Home,
        From::End => KeyCode::End,
        From::PageUp => KeyCode::PageUp,
        From::PageDown => KeyCode::PageDown,
        From::F(n) => KeyCode::F(n),
        _ => return None,
    };
    Some(Key {
        code,
        ctrl: key.modifiers.contains(Held::CONTROL),
        alt: key.modifiers.contains(Held::ALT),
        shift: key.modifiers.contains(Held::SHIFT) || key.code == From::BackTab,
    })
}
