//! Hearing the terminal, in a thread of its own: it can be asked to leave what is typed to another
//! program for a while.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

#[cfg(not(unix))]
use super::input::Event;

/// What is heard.
#[derive(Debug)]
pub(super) enum Heard {
    /// Bytes, for the parser.
    #[cfg(unix)]
    Bytes(Vec<u8>),
    /// What the terminal library made of them.
    #[cfg(not(unix))]
    Event(Event),
    /// The terminal has another size; on Unix a signal tells it.
    #[cfg(not(unix))]
    Resize,
}

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
    /// Gives everything to `give`, which says whether to go on. What `ears` is dropped with the thread:
    /// so it is known that nothing more is heard, however that came.
    ///
    /// # Errors
    /// The system gives no thread, no socket or no terminal.
    pub fn listen<E, F>(ears: E, mut give: F) -> io::Result<Keyboard>
    where
        E: Send + 'static,
        F: FnMut(&E, Heard) -> bool + Send + 'static,
    {
        let shared: Arc<Shared> = Arc::default();
        #[cfg(unix)]
        let (waker, wake) = std::os::unix::net::UnixStream::pair()?;
        #[cfg(unix)]
        let mut hear = {
            let (mut keys, shared) = (super::terminal::keyboard()?, shared.clone());
            move || read(&mut keys, &wake, &shared)
        };
        #[cfg(not(unix))]
        let mut hear = super::input::elsewhere::hear;
        let body = move || {
            let ears = ears;
            while let Ok(heard) = hear() {
                if heard.is_some_and(|heard| !give(&ears, heard)) {
                    return;
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

/// What has been typed, when it has; none where that was nothing after all.
#[cfg(unix)]
fn read(
    keys: &mut (impl io::Read + std::os::fd::AsFd),
    wake: &std::os::unix::net::UnixStream,
    shared: &Shared,
) -> io::Result<Option<Heard>> {
    waits(keys, wake, shared)?;
    let mut bytes = [0; 4096];
    match io::Read::read(keys, &mut bytes) {
        Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
        Ok(read) => Ok(Some(Heard::Bytes(bytes.get(..read).unwrap_or(&[]).to_vec()))),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(None),
        Err(error) => Err(error),
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
