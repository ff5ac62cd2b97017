//! The loop: events in, effects out, a frame after what has changed. It never waits for slow work.
#![allow(clippy::disallowed_methods)] // The panic that tests ask for is asked for in the environment.

use std::collections::VecDeque;
use std::io::{self, BufWriter};
use std::path::Path;
use std::process::ExitStatus;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event;
use crossterm::queue;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::editor::{self, Editor};
use super::keyboard::{Keyboard, message};
use super::open::Opener;
use super::signals::{self, Signal};
use super::terminal::{Guard, Options, Output};
use super::theme::{Depth, Theme};
use super::view::view;
use crate::app::command::{Command, Scope};
use crate::app::copy::Copied;
use crate::app::job::{Job, Lane, job};
use crate::app::key::KeyCode;
use crate::app::state::Size;
use crate::app::{Effect, Msg, State, update};
use crate::library::links::Address;
use crate::words::{Locale, Word};

/// What wakes the loop.
enum Wake {
    Input(Event),
    Signal(Signal),
    Work(Msg),
    /// The editor has ended.
    Edited(io::Result<ExitStatus>),
    /// The terminal gives no more events.
    Gone,
}

/// Work for another thread: it reports by what it is given.
pub type Work = Box<dyn FnOnce(&dyn Fn(Msg)) + Send>;

/// What there is beside the terminal: the programs that the reader uses, and the notes on the disk.
pub struct Outside {
    /// What opens addresses.
    pub opener: Opener,
    /// What notes are edited with.
    pub editor: Editor,
    /// Asks for a file to be read again that may have changed, or for all.
    pub reread: Box<dyn Fn(Option<Arc<Path>>)>,
}

/// Room for the bytes of a large frame, so that it comes in one piece.
const FRAME: usize = 1 << 16;

type Screen = Terminal<CrosstermBackend<BufWriter<Output>>>;

/// Runs the app until it ends, and gives the exit status. The terminal is then as it was.
///
/// # Errors
/// There is no terminal, or it went away.
pub fn run(mut state: State, depth: Depth, outside: Outside, work: Work) -> io::Result<u8> {
    let (sender, receiver) = mpsc::channel();
    let caught = signals::catch()?;
    let guard = Guard::enter(Options { mouse: !state.mouse_released })?;
    let effects = resize(&mut state)?;
    let output = BufWriter::with_capacity(FRAME, Output::new()?);
    // We say when the size has changed; ratatui would ask the terminal before each frame.
    let viewport = Viewport::Fixed(area(&state));
    let mut screen =
        Terminal::with_options(CrosstermBackend::new(output), TerminalOptions { viewport })?;
    draw(&mut screen, &state, depth)?;
    // What the first frame does not need comes after it.
    let listener = signals::listen(caught, sender.clone(), Wake::Signal)?;
    let keyboard = Keyboard::listen(Ears(sender.clone()), |ears, event| {
        ears.0.send(Wake::Input(event)).is_ok()
    })?;
    let workers = Workers { sender: sender.clone(), latest: Default::default(), outside };
    thread::spawn(move || work(&|msg| _ = sender.send(Wake::Work(msg))));
    let mut app = App { state, depth, screen, guard, workers, keyboard, lent: None };
    let ended = app.turn(effects, &receiver);
    drop(app);
    drop(listener);
    ended
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
    outside: Outside,
}

impl Workers {
    /// Opens an address; tells where that fails, and which key copies it.
    fn open(&self, address: Address, copy: String, locale: Locale) {
        let (sender, opener) = (self.sender.clone(), self.outside.opener.clone());
        thread::spawn(move || {
            if let Err(error) = opener.open(&address) {
                let why = [copy.as_str(), address.as_str(), &error.to_string()];
                let failed = Msg::Failed(Word::LinkCannotOpen.fill(locale, &why));
                _ = sender.send(Wake::Work(failed));
            }
        });
    }

    /// Starts the editor, and says when it has ended.
    fn edit(&self, file: &Path, line: usize, locale: Locale) -> Result<(), String> {
        let mut child = self.outside.editor.start(file, line, locale)?;
        let sender = self.sender.clone();
        thread::spawn(move || _ = sender.send(Wake::Edited(child.wait())));
        Ok(())
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
struct App {
    state: State,
    depth: Depth,
    guard: Guard,
    screen: Screen,
    workers: Workers,
    keyboard: Keyboard,
    /// While the editor has the terminal.
    lent: Option<Lent>,
}

/// What comes while another program has the terminal, to be taken when it has ended.
#[derive(Default)]
struct Lent {
    /// The file that is edited.
    file: Option<Arc<Path>>,
    /// What was typed before it began.
    typed: Vec<Event>,
    /// The exit status, where we are to end.
    end: Option<u8>,
}

impl App {
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
                    Wake::Input(event) => match self.hear(event) {
                        Some(effects) => effects,
                        None => continue,
                    },
                    Wake::Edited(ended) => match self.take_back(ended)? {
                        Ok(effects) => effects,
                        Err(code) => return Ok(code),
                    },
                    Wake::Work(msg) => self.take(msg),
                    Wake::Gone => return Ok(0),
                    Wake::Signal(Signal::Suspend | Signal::Continue) if self.lent.is_some() => {
                        continue;
                    }
                    Wake::Signal(Signal::Suspend) => vec![Effect::Suspend],
                    Wake::Signal(Signal::Continue) => {
                        self.guard.continued()?;
                        self.renew()?
                    }
                    Wake::Signal(Signal::Resize) => {
                        resized = true;
                        resize(&mut self.state)?
                    }
                    Wake::Signal(signal) => match (&mut self.lent, signal.exit_code()) {
                        // The editor may have something to save.
                        (Some(lent), code) if signal == Signal::Terminate => {
                            lent.end = code;
                            continue;
                        }
                        (_, code) => return Ok(code.unwrap_or(0)),
                    },
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
            if changed && self.lent.is_none() {
                draw(&mut self.screen, &self.state, self.depth)?;
            }
        }
        Ok(0)
    }

    /// Takes what the terminal sends; none where nothing comes of it.
    fn hear(&mut self, event: Event) -> Option<Vec<Effect>> {
        if let Some(lent) = &mut self.lent {
            lent.typed.push(event);
            return None;
        }
        message(event).map(|msg| self.take(msg))
    }

    /// Lends the terminal to the editor.
    fn edit(&mut self, file: &Arc<Path>, line: usize) -> io::Result<Vec<Effect>> {
        self.keyboard.pause();
        signals::lend(true);
        self.guard.lend();
        match self.workers.edit(file, line, self.state.open.locale) {
            Ok(()) => {
                self.lent = Some(Lent { file: Some(file.clone()), ..Lent::default() });
                Ok(Vec::new())
            }
            Err(why) => {
                let mut effects = self.have_again()?;
                effects.extend(self.take(Msg::Failed(why)));
                Ok(effects)
            }
        }
    }

    /// Takes the terminal again when the editor has ended, and then what was typed before it began. Or
    /// the exit status, where we were to end meanwhile.
    fn take_back(&mut self, ended: io::Result<ExitStatus>) -> io::Result<Result<Vec<Effect>, u8>> {
        let Lent { file, typed, end } = self.lent.take().unwrap_or_default();
        let mut effects = self.have_again()?;
        if let Some(code) = end {
            return Ok(Err(code));
        }
        if let Some(why) = editor::complaint(&ended, self.state.open.locale) {
            effects.extend(self.take(Msg::Failed(why)));
        }
        (self.workers.outside.reread)(file);
        for event in typed {
            effects.extend(self.hear(event).unwrap_or_default());
        }
        Ok(Ok(effects))
    }

    fn have_again(&mut self) -> io::Result<Vec<Effect>> {
        signals::lend(false);
        self.guard.take_back()?;
        self.keyboard.resume();
        self.renew()
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
                Effect::Open(address) => {
                    let State { keymap, open, .. } = &self.state;
                    let copy = keymap.label(Scope::Reader, Command::Copy, open.locale);
                    self.workers.open(address, copy, open.locale);
                }
                Effect::Reread => (self.workers.outside.reread)(None),
                Effect::Edit { file, line } => effects.extend(self.edit(&file, line)?),
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

fn draw(screen: &mut Screen, state: &State, depth: Depth) -> io::Result<()> {
    let theme = Theme { theme: state.theme(), depth };
    if screen.get_frame().area() != area(state) {
        screen.resize(area(state))?;
    }
    screen.draw(|frame| {
        let area = frame.area();
        if let Some(position) = view(state, &theme, area, frame.buffer_mut()) {
            frame.set_cursor_position(position);
        }
    })?;
    Ok(())
}

/// In a debug build a test can ask for a panic, to see that the terminal survives it.
#[allow(clippy::panic)]
fn provoke(msg: &Msg) {
    let asked = matches!(msg, Msg::Key(key) if key.code == KeyCode::Char('!'));
    if cfg!(debug_assertions) && asked && std::env::var_os("GONGBU_TEST_PANIC").is_some() {
        panic!("a test asked for this panic");
    }
}
