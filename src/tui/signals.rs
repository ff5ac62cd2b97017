//! Signals from outside, as messages to the loop.

use std::io;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::Sender;

#[cfg(unix)]
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

/// Who has the terminal: what is typed there to signal is meant for them.
static HOLDER: AtomicU8 = AtomicU8::new(US);
const US: u8 = 0;
const ANOTHER: u8 = 1;
/// The other program has ended, but a signal that was meant for it may not have been looked at yet.
const US_SOON: u8 = 2;

/// Says whether another program has the terminal. As long as one has, SIGINT and SIGQUIT do nothing,
/// and SIGTSTP stops the process at once: the shell then has the terminal, and the other program stops
/// with us.
///
/// A signal often ends the other program, and this may be called before whoever listens has come to that
/// signal. A SIGWINCH of our own, raised behind it, tells them where the others' signals end.
pub fn lend(lent: bool) {
    HOLDER.store(if lent { ANOTHER } else { US_SOON }, Ordering::SeqCst);
    // Where there are no signals, nothing is to be waited for.
    #[cfg(unix)]
    let waits = lent || signal_hook::low_level::raise(SIGWINCH).is_ok();
    #[cfg(not(unix))]
    let waits = lent;
    if !waits {
        HOLDER.store(US, Ordering::SeqCst);
    }
}

/// A signal that the app answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// SIGTERM: end.
    Terminate,
    /// SIGHUP: end, the terminal is probably gone.
    HangUp,
    /// SIGINT from another process; Ctrl-C is a key in raw mode.
    Interrupt,
    /// SIGQUIT from another process.
    Quit,
    /// SIGTSTP from another process; Ctrl-Z is a key in raw mode.
    Suspend,
    /// SIGCONT: stopped and continued, so everything must be redrawn.
    Continue,
    /// SIGWINCH: the terminal has another size.
    Resize,
}

impl Signal {
    #[cfg(unix)]
    fn of(number: i32) -> Signal {
        match number {
            SIGTERM => Signal::Terminate,
            SIGHUP => Signal::HangUp,
            SIGINT => Signal::Interrupt,
            SIGQUIT => Signal::Quit,
            SIGTSTP => Signal::Suspend,
            SIGWINCH => Signal::Resize,
            _ => Signal::Continue,
        }
    }

    /// The exit status of a program that the signal ends, 128 and its number as in shells; nothing
    /// for signals that end no program.
    pub fn exit_code(self) -> Option<u8> {
        match self {
            Signal::HangUp => Some(129),
            Signal::Interrupt => Some(130),
            Signal::Quit => Some(131),
            Signal::Terminate => Some(143),
            Signal::Suspend | Signal::Continue | Signal::Resize => None,
        }
    }
}

/// Listens for signals until it is dropped. From then on the signals do nothing, so drop it last.
#[derive(Debug)]
pub struct Listener {
    #[cfg(unix)]
    handle: signal_hook::iterator::Handle,
    #[cfg(unix)]
    thread: Option<std::thread::JoinHandle<()>>,
}

/// Signals are held back, to be told to whoever listens.
#[derive(Debug)]
pub struct Caught {
    #[cfg(unix)]
    signals: signal_hook::iterator::Signals,
}

/// Holds back signals from now on: one that comes before somebody listens is told then. Elsewhere
/// than on Unix no signal arrives.
///
/// # Errors
/// The system refuses the handlers.
pub fn catch() -> io::Result<Caught> {
    Ok(Caught {
        #[cfg(unix)]
        signals: signal_hook::iterator::Signals::new([
            SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH,
        ])?,
    })
}

/// Sends every signal to the loop as the message that `message` makes of it. A second SIGTERM or
/// SIGINT ends the program at once, with the terminal restored, as the loop then does not answer; so
/// does any after the loop has gone.
///
/// # Errors
/// The system refuses the thread.
#[cfg(unix)]
pub fn listen<T, F>(caught: Caught, sender: Sender<T>, mut message: F) -> io::Result<Listener>
where
    T: Send + 'static,
    F: FnMut(Signal) -> T + Send + 'static,
{
    let mut signals = caught.signals;
    let handle = signals.handle();
    let body = move || {
        let mut asked = false;
        while !signals.is_closed() {
            let mut numbers: Vec<i32> = signals.wait().collect();
            let ours_again =
                HOLDER.load(Ordering::SeqCst) == US_SOON && numbers.contains(&SIGWINCH);
            if ours_again {
                // They come in the order of their numbers: what was raised before may have come in just
                // behind where we looked.
                numbers.extend(signals.pending());
            }
            let others = HOLDER.load(Ordering::SeqCst) != US;
            for number in numbers {
                if others && is_for_another(number) {
                    continue;
                }
                let signal = Signal::of(number);
                let ends = signal.exit_code().is_some();
                let heard = sender.send(message(signal)).is_ok();
                // A terminal that is closed sends SIGHUP more than once, by the shell and by the system.
                let insists = ends && signal != Signal::HangUp;
                if (insists && asked) || (ends && !heard) {
                    super::terminal::restore();
                    let _ = signal_hook::low_level::emulate_default_handler(number);
                }
                asked |= insists;
            }
            if ours_again {
                let _ = HOLDER.compare_exchange(US_SOON, US, Ordering::SeqCst, Ordering::SeqCst);
            }
        }
    };
    let thread = std::thread::Builder::new().name("signals".to_owned()).spawn(body)?;
    Ok(Listener { handle, thread: Some(thread) })
}

/// Sends every signal to the loop: there are none here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn listen<T, F>(_: Caught, _: Sender<T>, _: F) -> io::Result<Listener>
where
    T: Send + 'static,
    F: FnMut(Signal) -> T + Send + 'static,
{
    Ok(Listener {})
}

#[cfg(unix)]
impl Drop for Listener {
    fn drop(&mut self) {
        self.handle.close();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Whether a signal is for the program that has the terminal; if it stops that, it stops us, too.
#[cfg(unix)]
fn is_for_another(number: i32) -> bool {
    if number == SIGTSTP && has_job_control() {
        let _ = signal_hook::low_level::emulate_default_handler(number);
    }
    matches!(number, SIGINT | SIGQUIT | SIGTSTP | SIGCONT)
}

/// Stops the process as SIGTSTP would, for a program that leaves the terminal as it is. Where no shell
/// would continue it, nothing is done.
///
/// # Errors
/// The system refuses it.
pub fn stop() -> io::Result<()> {
    if has_job_control() {
        #[cfg(unix)]
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
    }
    Ok(())
}

/// Whether a shell would continue the process if it stopped. In a window of its own (`xterm -e`), or
/// as the first process of a container, nothing would, and the reader would be left with a dead
/// terminal; the system ignores SIGTSTP there, but not the SIGSTOP that has to stand in for it.
/// Where the system does not tell, it is assumed.
pub(super) fn has_job_control() -> bool {
    is_continued_by_a_shell().unwrap_or(true)
}

/// By POSIX (Base Definitions 3.260, orphaned process group): some process of the group has a parent
/// in another group of the same session. The ancestors tell, as wrappers share the group.
fn is_continued_by_a_shell() -> Option<bool> {
    let mut process = stat("self")?;
    for _ in 0..64 {
        if process.parent == "0" {
            return Some(false);
        }
        let parent = stat(&process.parent)?;
        if parent.session != process.session {
            return Some(false);
        }
        if parent.group != process.group {
            return Some(true);
        }
        process = parent;
    }
    None
}

struct Stat {
    parent: String,
    group: String,
    session: String,
}

/// What Linux says of a process (proc_pid_stat(5)); nothing on other systems.
#[allow(clippy::disallowed_methods)] // This is the system's answer and no file.
fn stat(process: &str) -> Option<Stat> {
    let line = std::fs::read(format!("/proc/{process}/stat")).ok()?;
    let line = String::from_utf8_lossy(&line);
    // The name, in parentheses, may have spaces and parentheses in it.
    let (_, fields) = line.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(1).map(str::to_owned);
    Some(Stat { parent: fields.next()?, group: fields.next()?, session: fields.next()? })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use signal_hook::low_level::raise;
    use std::sync::mpsc::channel;

    #[test]
    fn what_was_for_another_is_not_for_us_however_late_it_is_looked_at() {
        let caught = catch().unwrap();
        lend(true);
        raise(SIGINT).unwrap();
        raise(SIGQUIT).unwrap();
        lend(false);
        let (sender, heard) = channel();
        let _listener = listen(caught, sender, |signal| signal).unwrap();
        assert_eq!(heard.recv(), Ok(Signal::Resize));
        // From here on they are ours again, once it has been seen that the other has ended.
        while HOLDER.load(Ordering::SeqCst) != US {
            std::thread::yield_now();
        }
        raise(SIGQUIT).unwrap();
        assert_eq!(heard.recv(), Ok(Signal::Quit));
    }
}
