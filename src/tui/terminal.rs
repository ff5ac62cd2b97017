//! The guard of the terminal: however the app ends, the terminal is as it was before.
//!
//! One flag says whether the terminal is ours. Whoever takes the flag down restores the terminal, so
//! that it happens once, be it by the guard's end, a panic, a signal or a start that failed half-way.

use std::io::{self, IsTerminal, Write};
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread::{self, ThreadId};

use crossterm::cursor::{Hide, SetCursorStyle, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{execute, queue};

use super::theme::Depth;
use crate::text::sanitize::Clean;

static OURS: AtomicBool = AtomicBool::new(false);
static OWNER: Mutex<Option<ThreadId>> = Mutex::new(None);
static WORKER_PANIC: Mutex<Option<String>> = Mutex::new(None);

/// What takes back that which the terminal keeps besides the screen.
static FAREWELL: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// What is known of the terminal before it is taken.
#[derive(Clone, Copy, Debug)]
pub struct Abilities {
    /// How many colours it has.
    pub depth: Depth,
    /// Whether it may be asked what ground it draws on.
    pub answers: bool,
}

/// What the terminal is asked for beside raw mode and the alternate screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether clicks and the wheel come as events, which takes selecting text from the terminal.
    pub mouse: bool,
}

/// Holds the terminal in raw mode, on the alternate screen, with bracketed paste and no cursor.
/// Dropping it restores the terminal.
#[derive(Debug)]
#[must_use = "dropping the guard restores the terminal at once"]
pub struct Guard {
    options: Options,
    just_resumed: bool,
    /// The modes of the terminal while another program has it.
    #[cfg(unix)]
    lent: Option<rustix::termios::Termios>,
}

/// No colours; keys of the cursor and of the number pad as we read them (DECCKM, DECKPNM).
const PLAIN: &[u8] = b"\x1b[0m\x1b[?1l\x1b>";

impl Guard {
    /// Takes the terminal, and sees to it that a panic gives it back first.
    ///
    /// # Errors
    /// Standard output is no terminal, or the terminal refuses; it then is as it was.
    pub fn enter(options: Options) -> io::Result<Guard> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "not a terminal"));
        }
        install_panic_hook();
        *lock(&OWNER) = Some(thread::current().id());
        start(options)?;
        Ok(Guard {
            options,
            just_resumed: false,
            #[cfg(unix)]
            lent: None,
        })
    }

    /// Gives the terminal back, stops the process as Ctrl-Z does, and takes the terminal again once
    /// the process is continued. Afterwards nothing is on the screen: everything must be redrawn,
    /// and at the size that the terminal has then. Where no shell would continue it, nothing is done.
    ///
    /// # Errors
    /// The terminal could not be taken again.
    pub fn suspend(&mut self) -> io::Result<()> {
        if !super::signals::has_job_control() {
            return Ok(());
        }
        restore();
        #[cfg(unix)]
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        start(self.options)?;
        self.just_resumed = true;
        Ok(())
    }

    /// To be called for SIGCONT: takes the terminal again where the process was stopped without
    /// being asked (SIGSTOP), as the shell has put its own modes by then. Everything must be redrawn.
    ///
    /// # Errors
    /// The terminal could not be taken again.
    pub fn continued(&mut self) -> io::Result<()> {
        // The SIGCONT that ended our own `suspend` arrives after it has done this already.
        if std::mem::take(&mut self.just_resumed) {
            return Ok(());
        }
        restore();
        start(self.options)
    }

    /// Gives the terminal to another program, as the shell would. Until it is taken back nothing is drawn.
    pub fn lend(&mut self) {
        restore();
        #[cfg(unix)]
        {
            self.lent = keyboard().and_then(|keys| Ok(rustix::termios::tcgetattr(keys)?)).ok();
        }
    }

    /// Takes the terminal again, whatever the other program has left it in. Everything must be redrawn.
    ///
    /// # Errors
    /// The terminal could not be taken.
    pub fn take_back(&mut self) -> io::Result<()> {
        // Its modes are to be found later as they were before, not as a program that died left them.
        #[cfg(unix)]
        if let (Some(modes), Ok(keys)) = (self.lent.take(), keyboard()) {
            let _ = rustix::termios::tcsetattr(keys, rustix::termios::OptionalActions::Now, &modes);
        }
        handle()?.write_all(PLAIN)?;
        start(self.options)
    }

    /// Turns the mouse on or off.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.options.mouse = on;
        let mut out = Output::new()?;
        if on { execute!(out, EnableMouseCapture) } else { execute!(out, DisableMouseCapture) }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
        if let Some(message) = take_worker_panic() {
            let _ = writeln!(io::stderr(), "{message}");
        }
    }
}

/// Restores the terminal, if it is ours: leaves the alternate screen, shows the cursor, ends paste,
/// mouse and raw mode. Errors are passed over, as the terminal may be gone (SIGHUP). Does nothing
/// the second time.
pub fn restore() {
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    // Whoever holds it may be the one that panicked.
    if let Ok(mut farewell) = FAREWELL.try_lock() {
        bytes.append(&mut farewell);
    }
    let _ = queue!(
        bytes,
        DisableMouseCapture,
        DisableBracketedPaste,
        ResetColor,
        SetCursorStyle::DefaultUserShape,
        LeaveAlternateScreen,
        Show
    );
    if let Ok(mut terminal) = handle() {
        let _ = terminal.write_all(&bytes);
        let _ = terminal.flush();
    }
    let _ = terminal::disable_raw_mode();
}

fn start(options: Options) -> io::Result<()> {
    // Before the first change, so that a failure after it is undone.
    OURS.store(true, Ordering::SeqCst);
    take(options).inspect_err(|_| restore())
}

fn take(options: Options) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    if options.mouse {
        queue!(bytes, EnableMouseCapture)?;
    }
    let mut terminal = handle()?;
    terminal.write_all(&bytes)?;
    terminal.flush()
}

/// Standard output for drawing. What is written while the terminal is not ours goes nowhere: a
/// buffer flushed while unwinding, or by the loop after a panic elsewhere, would land in the shell.
#[derive(Debug)]
pub struct Output(Handle);

#[cfg(unix)]
type Handle = std::fs::File;
#[cfg(not(unix))]
type Handle = io::Stdout;

impl Output {
    /// Opens it. It is not buffered.
    ///
    /// # Errors
    /// The process has no more file descriptors.
    pub fn new() -> io::Result<Output> {
        handle().map(Output)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if OURS.load(Ordering::SeqCst) { self.0.write(bytes) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Says what takes back the pictures that the terminal keeps: it is written when the terminal is restored.
pub(super) fn set_farewell(bytes: Vec<u8>) {
    *lock(&FAREWELL) = bytes;
}

/// What keys are read from: standard input, or the terminal where that is something else.
///
/// # Errors
/// There is no terminal.
#[cfg(unix)]
#[allow(clippy::disallowed_methods)] // The terminal is no note.
pub fn keyboard() -> io::Result<std::fs::File> {
    use std::os::fd::AsFd;
    let stdin = io::stdin();
    match stdin.is_terminal() {
        true => Ok(stdin.as_fd().try_clone_to_owned()?.into()),
        false => std::fs::File::open("/dev/tty"),
    }
}

/// Standard output without its lock, which a panicking thread might wait for for ever.
#[cfg(unix)]
fn handle() -> io::Result<Handle> {
    use std::os::fd::AsFd;
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

#[cfg(not(unix))]
fn handle() -> io::Result<Handle> {
    Ok(io::stdout())
}

/// The message of a worker that panicked, once. Workers leave the terminal alone; the guard writes a
/// message that nobody took when the terminal is restored.
pub fn take_worker_panic() -> Option<String> {
    lock(&WORKER_PANIC).take()
}

/// A panic of the owner restores the terminal, so that its message is seen; one of a worker must not
/// write into the screen and is kept for later.
fn install_panic_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let owner = *lock(&OWNER) == Some(thread::current().id());
            if !owner && OURS.load(Ordering::SeqCst) {
                // The first is the cause of those that follow.
                lock(&WORKER_PANIC).get_or_insert_with(|| safe_message(info));
                return;
            }
            restore();
            // The message may quote a note, and the previous hook would write it as it is.
            if info.to_string().chars().any(|c| c.is_control() && c != '\n') {
                let _ = writeln!(io::stderr(), "{}", safe_message(info));
            } else {
                previous(info);
            }
        }));
    });
}

fn safe_message(info: &PanicHookInfo<'_>) -> String {
    info.to_string().lines().map(|line| Clean::new(line).into_string() + "\n").collect::<String>()
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
