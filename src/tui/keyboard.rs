//! Hearing the terminal, in a thread of its own: it can be asked to leave what is typed to another
//! program for a while. And what is heard, as the app knows it.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};

use crate::app::Msg;
use crate::app::key::{Key, KeyCode};
use crate::app::msg::{Button, Mouse};
#[cfg(not(unix))]
use crate::app::state::Size;

/// Who is in the middle of an event that does not go on is waited for at most so long.
const PATIENCE: Duration = Duration::from_millis(200);

/// Whether the terminal is heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    Hearing,
    /// It is to be left alone.
    Asked,
    /// It is left alone.
    Silent,
}

#[derive(Debug, Default)]
struct Shared {
    phase: Mutex<Phase>,
    changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Phase> {
        self.phase.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The thread that hears the terminal, for who asks it to pause.
#[derive(Debug)]
pub(super) struct Keyboard {
    shared: Arc<Shared>,
    #[cfg(unix)]
    waker: std::os::unix::net::UnixStream,
}

impl Keyboard {
    /// Gives every event to `give`, which says whether to go on. What `ears` is dropped with the thread:
    /// so it is known that nothing more is heard, however that came.
    ///
    /// # Errors
    /// The system gives no thread, no socket or no terminal.
    pub fn listen<E, F>(ears: E, mut give: F) -> io::Result<Keyboard>
    where
        E: Send + 'static,
        F: FnMut(&E, Event) -> bool + Send + 'static,
    {
        let shared: Arc<Shared> = Arc::default();
        #[cfg(unix)]
        let (waker, wake) = std::os::unix::net::UnixStream::pair()?;
        #[cfg(unix)]
        let wait = {
            let (keys, shared) = (super::terminal::keyboard()?, shared.clone());
            move || waits(&keys, &wake, &shared)
        };
        #[cfg(not(unix))]
        let wait = || io::Result::Ok(());
        let body = move || {
            let ears = ears;
            while wait().is_ok() {
                // All that one reading has brought, before it is waited for more.
                loop {
                    let Ok(event) = event::read() else { return };
                    if !give(&ears, event) {
                        return;
                    }
                    if !cfg!(unix) || !event::poll(Duration::from_millis(1)).unwrap_or(false) {
                        break;
                    }
                }
            }
        };
        thread::Builder::new().name("keyboard".to_owned()).spawn(body)?;
        Ok(Keyboard {
            shared,
            #[cfg(unix)]
            waker,
        })
    }

    /// Leaves what is typed to others, from when this returns.
    pub fn pause(&self) {
        *self.shared.lock() = Phase::Asked;
        #[cfg(unix)]
        {
            let _ = io::Write::write(&mut &self.waker, &[0]);
            let asked = |phase: &mut Phase| *phase == Phase::Asked;
            let _ = self.shared.changed.wait_timeout_while(self.shared.lock(), PATIENCE, asked);
        }
    }

    /// Hears the terminal again.
    pub fn resume(&self) {
        *self.shared.lock() = Phase::Hearing;
        self.shared.changed.notify_all();
    }
}

/// Returns when something has been typed; for as long as it is asked to, it does not.
#[cfg(unix)]
fn waits(
    keys: &impl std::os::fd::AsFd,
    wake: &std::os::unix::net::UnixStream,
    shared: &Shared,
) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    loop {
        let (typed, woken) = {
            let mut ready = [PollFd::new(keys, PollFlags::IN), PollFd::new(wake, PollFlags::IN)];
            match poll(&mut ready, None) {
                Err(rustix::io::Errno::INTR) => continue,
                other => other?,
            };
            (!ready[0].revents().is_empty(), !ready[1].revents().is_empty())
        };
        if !woken {
            if typed {
                return Ok(());
            }
            continue;
        }
        if io::Read::read(&mut &*wake, &mut [0; 64])? == 0 {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let mut phase = shared.lock();
        if *phase == Phase::Asked {
            *phase = Phase::Silent;
            shared.changed.notify_all();
        }
        let silent = |phase: &mut Phase| *phase != Phase::Hearing;
        drop(shared.changed.wait_while(phase, silent).unwrap_or_else(PoisonError::into_inner));
    }
}

/// What an event is to the app; many are nothing.
pub(super) fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != event::KeyEventKind::Release => translate(key).map(Msg::Key),
        Event::Mouse(mouse) => button(mouse.kind).map(|button| {
            let (x, y) = (mouse.column, mouse.row);
            Msg::Mouse(Mouse { x, y, button })
        }),
        Event::Paste(text) => Some(Msg::Paste(text)),
        // Elsewhere a signal tells it, and from the very start.
        #[cfg(not(unix))]
        Event::Resize(width, height) => Some(Msg::Resize(Size { width, height })),
        _ => None,
    }
}

/// What of the mouse the app heeds; moves and drags are none of it.
fn button(kind: event::MouseEventKind) -> Option<Button> {
    use event::MouseEventKind as From;
    match kind {
        From::Down(event::MouseButton::Left) => Some(Button::Left),
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
