//! The loop: events in, effects out, a frame after what has changed. It never waits for slow work.
#![allow(clippy::disallowed_methods)] // It waits by the clock; tests ask for a panic by the environment.

mod asking;
mod clerk;
mod lending;
mod screen;
mod workers;

use std::collections::VecDeque;
use std::io::{self, BufWriter};
use std::path::Path;
use std::process::ExitStatus;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Instant;

use asking::{Asking, ask_ground};
use clerk::Clerk;
use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use lending::Lent;
use screen::{Screen, draw};
use workers::Workers;

use super::editor::Editor;
use super::graphics::Gallery;
use super::graphics::ask::{Host, How, PATIENCE};
use super::input::Parser;
use super::keyboard::{Heard, Keyboard};
use super::open::Opener;
use super::pictures::Report;
use super::signals::{self, Signal};
use super::terminal::{Abilities, Guard, Options, Output};
use crate::app::command::{Command, Scope};
use crate::app::copy::Copied;
use crate::app::job::job;
use crate::app::key::KeyCode;
use crate::app::pictures::Medium;
use crate::app::state::Size;
use crate::app::{Effect, Msg, State, end, update};
use crate::store::desk::Desk;
use crate::store::pictures::Shelf;

/// What wakes the loop.
enum Wake {
    Heard(Heard),
    Signal(Signal),
    Work(Msg),
    /// The editor has ended.
    Edited(io::Result<ExitStatus>),
    /// What was found out of pictures that were wanted for a medium.
    Pictures(Medium, Report),
    /// The terminal gives no more.
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
    /// Who sees to the state; none where nothing is asked of it.
    pub desk: Option<Desk>,
    /// Where pictures are.
    pub shelf: Shelf,
    /// What the environment says of the terminal.
    pub host: Host,
}

/// Room for the bytes of a large frame, so that it comes in one piece.
const FRAME: usize = 1 << 16;

/// Runs the app until it ends, and gives the exit status. The terminal is then as it was. However it ends,
/// `at_end` sees how it was left, and how many answers and marks could not be kept.
///
/// # Errors
/// There is no terminal, or it went away.
pub fn run(
    mut state: State,
    can: Abilities,
    mut outside: Outside,
    work: Work,
    at_end: &mut dyn FnMut(&State, (usize, usize)),
) -> io::Result<u8> {
    let (sender, receiver) = mpsc::channel();
    let caught = signals::catch()?;
    let guard = Guard::enter(Options { mouse: !state.mouse_released })?;
    let effects = resize(&mut state)?;
    let output = BufWriter::with_capacity(FRAME, Output::new()?);
    let mut screen = Screen::new(output);
    let mut asking = Asking::default();
    // It goes out with the first frame, which does not wait for the answer.
    if can.answers {
        ask_ground(&mut screen, &state, &mut asking)?;
    }
    draw(&mut screen, &state, can.depth)?;
    // What the first frame does not need comes after it.
    let listener = signals::listen(caught, sender.clone(), Wake::Signal)?;
    let keyboard = Keyboard::listen(Ears(sender.clone()), |ears, heard| {
        ears.0.send(Wake::Heard(heard)).is_ok()
    })?;
    let gallery = Gallery::new(outside.host.how == How::ThroughTmux);
    let clerk = Clerk::new(outside.desk.take());
    let workers = Workers { sender: sender.clone(), latest: Default::default(), outside };
    thread::spawn(move || work(&|msg| _ = sender.send(Wake::Work(msg))));
    let input = Input { keyboard, parser: Parser::default(), heard: None };
    let lent = None;
    let begun = Instant::now();
    let mut app =
        App { state, begun, can, screen, guard, workers, clerk, input, lent, asking, gallery };
    let ended = app.turn(effects, &receiver);
    if matches!(ended, Ok(0)) {
        app.hear_out(&receiver);
    }
    app.leave();
    let App { state, guard, screen, mut clerk, .. } = app;
    drop(guard);
    drop(screen);
    at_end(&state, clerk.end());
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

/// The app, and what it runs on. The guard goes before the screen does: what that still writes when it
/// goes has a terminal no more, and where the terminal is gone it would complain of it.
struct App {
    state: State,
    /// When the first frame was there.
    begun: Instant,
    can: Abilities,
    guard: Guard,
    screen: Screen,
    workers: Workers,
    clerk: Clerk,
    input: Input,
    /// While the editor has the terminal.
    lent: Option<Lent>,
    asking: Asking,
    gallery: Gallery,
}

/// What the terminal sends.
struct Input {
    keyboard: Keyboard,
    parser: Parser,
    /// When it last sent something.
    heard: Option<Instant>,
}

impl App {
    /// Takes what happens, until something ends the app: with which exit status.
    fn turn(&mut self, first: Vec<Effect>, receiver: &Receiver<Wake>) -> io::Result<u8> {
        if let Some(code) = self.perform(first)? {
            return Ok(code);
        }
        loop {
            let Ok(first) = self.wait(receiver) else { return Ok(0) };
            let (mut changed, mut resized) = (false, false);
            let overdue = self.overdue();
            changed |= !overdue.is_empty();
            if let Some(code) = self.hear(overdue)? {
                return Ok(code);
            }
            if self.asking.since.is_some_and(|since| since.elapsed() >= PATIENCE)
                && let Some(msg) = self.settled()
            {
                changed = true;
                let effects = self.take(msg);
                self.perform(effects)?;
            }
            // What has come in meanwhile is taken together, so that a frame is drawn once for it all.
            for wake in first.into_iter().chain(receiver.try_iter()) {
                let effects = match wake {
                    #[cfg(not(unix))]
                    Wake::Heard(Heard::Resize) => {
                        resized = true;
                        resize(&mut self.state)?
                    }
                    Wake::Heard(heard) => {
                        let events = self.events(heard);
                        changed |= !events.is_empty();
                        if let Some(code) = self.hear(events)? {
                            return Ok(code);
                        }
                        continue;
                    }
                    Wake::Edited(ended) => match self.take_back(ended)? {
                        Ok(effects) => effects,
                        Err(code) => return Ok(code),
                    },
                    Wake::Work(msg) => self.take(msg),
                    Wake::Pictures(medium, (found, encoded)) => {
                        // What was made for another is asked for again.
                        if medium != self.state.open.pictures.medium {
                            continue;
                        }
                        encoded.into_iter().for_each(|encoded| self.gallery.take(encoded));
                        self.take(Msg::Pictures(found))
                    }
                    Wake::Gone => return Ok(0),
                    Wake::Signal(Signal::Suspend | Signal::Continue) if self.lent.is_some() => {
                        continue;
                    }
                    Wake::Signal(Signal::Suspend) => vec![Effect::Suspend],
                    Wake::Signal(Signal::Continue) => {
                        self.guard.continued()?;
                        self.skip_time();
                        self.gallery.forget_sent();
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
                self.clear();
                // Letters of another size: pictures have other sides then.
                if self.asking.since.is_none()
                    && self.state.open.pictures.cell.is_some()
                    && let Some(msg) = self.settled()
                {
                    let effects = self.take(msg);
                    self.perform(effects)?;
                }
            }
            self.ask_again()?;
            if changed && self.lent.is_none() {
                self.draw()?;
            }
        }
    }

    fn take(&mut self, msg: Msg) -> Vec<Effect> {
        provoke(&msg);
        self.state.progress.times.now = self.now();
        update(&mut self.state, msg)
    }

    /// The milliseconds since the first frame.
    fn now(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Nobody has read while the terminal was another's.
    fn skip_time(&mut self) {
        let now = self.now();
        self.state.progress.times.skip_to(now);
    }

    /// Says what is still to be kept, however it ends.
    fn leave(&mut self) {
        self.state.progress.times.now = self.now();
        for effect in end(&mut self.state) {
            if let Effect::Ask(ask) = effect {
                self.clerk.ask(ask, &self.state.open.collection, &self.workers.sender);
            }
        }
    }

    /// Does what is asked for; the exit status where that ends the app.
    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Option<u8>> {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Quit => return Ok(Some(0)),
                Effect::Suspend => {
                    self.guard.suspend()?;
                    self.skip_time();
                    self.gallery.forget_sent();
                    effects.extend(self.renew()?);
                }
                Effect::Redraw => {
                    self.gallery.forget_sent();
                    self.clear();
                }
                Effect::Pictures(wanted) => self.workers.pictures(wanted, &self.state),
                Effect::AskTerminal => self.ask_terminal()?,
                Effect::Open(address) => {
                    let State { keymap, open, .. } = &self.state;
                    let copy = keymap.label(Scope::Reader, Command::Copy, open.locale);
                    let copy = crate::text::ascii::keys(copy, open.ascii);
                    self.workers.open(address, copy, open.locale);
                }
                Effect::Reread => (self.workers.outside.reread)(None),
                Effect::Edit { file, line } => effects.extend(self.edit(&file, line)?),
                Effect::Ask(ask) => {
                    self.clerk.ask(ask, &self.state.open.collection, &self.workers.sender);
                }
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
        let output = self.screen.output();
        queue!(output, CopyToClipboard::to_clipboard_from(text.as_str()))?;
        io::Write::flush(output)
    }
}

/// Tells the app the size that the terminal has.
fn resize(state: &mut State) -> io::Result<Vec<Effect>> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(update(state, Msg::Resize(Size { width, height })))
}

/// In a debug build a test can ask for a panic, to see that the terminal survives it.
#[allow(clippy::panic)]
fn provoke(msg: &Msg) {
    let asked = matches!(msg, Msg::Key(key) if key.code == KeyCode::Char('!'));
    if cfg!(debug_assertions) && asked && std::env::var_os("GONGBU_TEST_PANIC").is_some() {
        panic!("a test asked for this panic");
    }
}
