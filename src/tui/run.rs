//! The loop: events in, effects out, a frame after what has changed. It never waits for slow work.
#![allow(clippy::disallowed_methods)] // The panic that tests ask for is asked for in the environment.

use std::collections::VecDeque;
use std::io::{self, BufWriter};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{self, Event};
use crossterm::queue;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::open::Opener;
use super::signals::{self, Signal};
use super::terminal::{Guard, Options, Output};
use super::theme::Theme;
use super::view::view;
use crate::app::copy::Copied;
use crate::app::job::{Job, Lane, job};
use crate::app::key::{Key, KeyCode};
use crate::app::msg::{Button, Mouse};
use crate::app::state::Size;
use crate::app::{Effect, Msg, State, update};
use crate::library::links::Address;
use crate::words::{Locale, Word};

/// What wakes the loop.
enum Wake {
    Input(Event),
    Signal(Signal),
    Work(Msg),
    /// The terminal gives no more events.
    Gone,
}

/// Work for another thread: it reports by what it is given.
pub type Work = Box<dyn FnOnce(&dyn Fn(Msg)) + Send>;

/// Room for the bytes of a large frame, so that it comes in one piece.
const FRAME: usize = 1 << 16;

type Screen = Terminal<CrosstermBackend<BufWriter<Output>>>;

/// Runs the app until it ends, and gives the exit status. The terminal is then as it was.
///
/// # Errors
/// There is no terminal, or it went away.
pub fn run(mut state: State, theme: &Theme, opener: Opener, work: Work) -> io::Result<u8> {
    let (sender, receiver) = mpsc::channel();
    let caught = signals::catch()?;
    let guard = Guard::enter(Options { mouse: !state.mouse_released })?;
    let effects = resize(&mut state)?;
    let output = BufWriter::with_capacity(FRAME, Output::new()?);
    // We say when the size has changed; ratatui would ask the terminal before each frame.
    let viewport = Viewport::Fixed(area(&state));
    let mut screen =
        Terminal::with_options(CrosstermBackend::new(output), TerminalOptions { viewport })?;
    draw(&mut screen, &state, theme)?;
    // What the first frame does not need comes after it.
    let listener = signals::listen(caught, sender.clone(), Wake::Signal)?;
    let workers = Workers { sender: sender.clone(), latest: Default::default(), opener };
    spawn(sender, work);
    let mut app = App { state, theme, screen, guard, workers };
    let ended = app.turn(effects, &receiver);
    drop(app);
    drop(listener);
    ended
}

fn spawn(sender: Sender<Wake>, work: Work) {
    let results = sender.clone();
    thread::spawn(move || work(&|msg| _ = results.send(Wake::Work(msg))));
    thread::spawn(move || {
        let ears = Ears(sender);
        while let Ok(event) = event::read() {
            if ears.0.send(Wake::Input(event)).is_err() {
                break;
            }
        }
    });
}

/// Listens to the terminal. However that ends, be it by a panic, the loop is told: an app that hears
/// nothing more could not be quit.
struct Ears(Sender<Wake>);

impl Drop for Ears {
    fn drop(&mut self) {
        let _ = self.0.send(Wake::Gone);
    }
}

/// Does jobs in threads of their own; of those about the same thing only the latest is of use.
struct Workers {
    sender: Sender<Wake>,
    latest: [Arc<AtomicU64>; Lane::COUNT],
    opener: Opener,
}

impl Workers {
    /// Opens an address; tells where that fails.
    fn open(&self, address: Address, locale: Locale) {
        let (sender, opener) = (self.sender.clone(), self.opener.clone());
        thread::spawn(move || {
            if let Err(error) = opener.open(&address) {
                let why = [address.as_str(), &error.to_string()];
                let failed = Msg::Failed(Word::LinkCannotOpen.fill(locale, &why));
                _ = sender.send(Wake::Work(failed));
            }
        });
    }

    fn start(&self, lane: Lane, job: Job) {
        let Some(latest) = self.latest.get(lane as usize).cloned() else { return };
        let own = latest.fetch_add(1, Ordering::Relaxed) + 1;
        let sender = self.sender.clone();
        thread::spawn(move || {
            let cancelled = || latest.load(Ordering::Relaxed) != own;
            job(&|msg| _ = sender.send(Wake::Work(msg)), &cancelled);
        });
    }
}

/// The app, and what it runs on. The guard goes before the screen does: what that still writes when it
/// goes has a terminal no more, and where the terminal is gone it would complain of it.
struct App<'a> {
    state: State,
    theme: &'a Theme,
    guard: Guard,
    screen: Screen,
    workers: Workers,
}

impl App<'_> {
    /// Takes what happens, until something ends the app: with which exit status.
    fn turn(&mut self, first: Vec<Effect>, receiver: &Receiver<Wake>) -> io::Result<u8> {
        if let Some(code) = self.perform(first)? {
            return Ok(code);
        }
        while let Ok(first) = receiver.recv() {
            let (mut changed, mut resized) = (false, false);
            // What has come in meanwhile is taken together, so that a frame is drawn once for it all.
            for wake in std::iter::once(first).chain(receiver.try_iter()) {
                let effects = match wake {
                    Wake::Input(event) => match message(event) {
                        Some(msg) => self.take(msg),
                        None => continue,
                    },
                    Wake::Work(msg) => self.take(msg),
                    Wake::Gone => return Ok(0),
                    Wake::Signal(Signal::Suspend) => vec![Effect::Suspend],
                    Wake::Signal(Signal::Continue) => {
                        self.guard.continued()?;
                        self.renew()?
                    }
                    Wake::Signal(Signal::Resize) => {
                        resized = true;
                        resize(&mut self.state)?
                    }
                    Wake::Signal(signal) => return Ok(signal.exit_code().unwrap_or(0)),
                };
                changed = true;
                if let Some(code) = self.perform(effects)? {
                    return Ok(code);
                }
            }
            // A terminal that was small for a moment has lost what then had no room.
            if resized {
                self.clear()?;
            }
            if changed {
                draw(&mut self.screen, &self.state, self.theme)?;
            }
        }
        Ok(0)
    }

    fn take(&mut self, msg: Msg) -> Vec<Effect> {
        provoke(&msg);
        update(&mut self.state, msg)
    }

    /// Does what is asked for; the exit status where that ends the app.
    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Option<u8>> {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Quit => return Ok(Some(0)),
                Effect::Suspend => {
                    self.guard.suspend()?;
                    effects.extend(self.renew()?);
                }
                Effect::Redraw => self.clear()?,
                Effect::Open(address) => self.workers.open(address, self.state.open.locale),
                Effect::Copy(text) => self.copy(&text)?,
                Effect::Mouse(on) => self.guard.set_mouse(on)?,
                slow => {
                    if let Some((lane, job)) = job(&slow, &self.state) {
                        self.workers.start(lane, job);
                    }
                }
            }
        }
        Ok(None)
    }

    /// Gives a text to the clipboard of the terminal (OSC 52), which may be that of another machine. The
    /// terminal says nothing of whether it takes it.
    fn copy(&mut self, text: &Copied) -> io::Result<()> {
        let output = self.screen.backend_mut();
        queue!(output, CopyToClipboard::to_clipboard_from(text.as_str()))?;
        io::Write::flush(output)
    }

    /// Takes up the screen again after something else was on it: every cell anew, at its present size.
    fn renew(&mut self) -> io::Result<Vec<Effect>> {
        let effects = resize(&mut self.state)?;
        self.clear()?;
        Ok(effects)
    }

    /// Empties the screen, so that the next frame draws every cell. [`Terminal::clear`] is not for us:
    /// it asks the terminal where its cursor is and waits for the answer, which our reader of keys may
    /// get.
    fn clear(&mut self) -> io::Result<()> {
        self.screen.resize(area(&self.state))
    }
}

/// All of the screen.
fn area(state: &State) -> Rect {
    Rect::new(0, 0, state.size.width, state.size.height)
}

/// Tells the app the size that the terminal has.
fn resize(state: &mut State) -> io::Result<Vec<Effect>> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(update(state, Msg::Resize(Size { width, height })))
}

fn draw(screen: &mut Screen, state: &State, theme: &Theme) -> io::Result<()> {
    if screen.get_frame().area() != area(state) {
        screen.resize(area(state))?;
    }
    screen.draw(|frame| {
        let area = frame.area();
        if let Some(position) = view(state, theme, area, frame.buffer_mut()) {
            frame.set_cursor_position(position);
        }
    })?;
    Ok(())
}

fn message(event: Event) -> Option<Msg> {
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

/// In a debug build a test can ask for a panic, to see that the terminal survives it.
#[allow(clippy::panic)]
fn provoke(msg: &Msg) {
    let asked = matches!(msg, Msg::Key(key) if key.code == KeyCode::Char('!'));
    if cfg!(debug_assertions) && asked && std::env::var_os("GONGBU_TEST_PANIC").is_some() {
        panic!("a test asked for this panic");
    }
}
