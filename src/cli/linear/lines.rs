//! What is typed, line by line, and the signals that come meanwhile.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::tui::signals::{self, Listener, Signal};

/// Of one line so many bytes are heeded.
const LONGEST: u64 = 4_096;

/// What was heard.
pub(super) enum Heard {
    /// A line, without its end.
    Line(String),
    /// Somebody is there again, and does not know that we wait for a line.
    Again,
    /// There is no more; the exit status where a signal said so.
    End(Option<u8>),
}

enum Event {
    Line(Option<String>),
    Signal(Signal),
}

/// Lines, each read when it is asked for: what is typed meanwhile may be for an editor.
pub(super) struct Lines {
    events: Receiver<Event>,
    asking: Sender<()>,
    /// A line was asked for, and has not come.
    waiting: bool,
    /// Dropped last, for signals do nothing from then on.
    _listener: Option<Listener>,
}

impl Lines {
    /// Lines from standard input, or from the terminal where a note came through that: `by_hand` says
    /// whether there is one.
    pub fn new(was_a_note: bool, by_hand: bool) -> io::Result<Lines> {
        let (sender, events) = channel();
        // Who is no program in front is ended as every program is.
        let listener = match by_hand {
            true => Some(signals::listen(signals::catch()?, sender.clone(), Event::Signal)?),
            false => None,
        };
        let (asking, asked) = channel();
        let read = move || {
            let mut lines = source(was_a_note, by_hand);
            while asked.recv().is_ok() {
                // A terminal that has gone cannot be read, and says so in several ways.
                let line = lines.as_mut().and_then(|lines| next(&mut **lines).ok().flatten());
                if sender.send(Event::Line(line)).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().name("lines".to_owned()).spawn(read)?;
        Ok(Lines { events, asking, waiting: false, _listener: listener })
    }

    /// The next line, or what came before it.
    ///
    /// # Errors
    /// The process could not be stopped.
    pub fn next(&mut self) -> io::Result<Heard> {
        if !self.waiting {
            // Who reads them is gone only after the end.
            self.waiting = self.asking.send(()).is_ok();
        }
        loop {
            match self.events.recv() {
                Ok(Event::Line(line)) => {
                    self.waiting = false;
                    return Ok(line.map_or(Heard::End(None), Heard::Line));
                }
                Ok(Event::Signal(Signal::Suspend)) => {
                    signals::stop()?;
                    return Ok(Heard::Again);
                }
                Ok(Event::Signal(signal)) => {
                    if let Some(code) = signal.exit_code() {
                        return Ok(Heard::End(Some(code)));
                    }
                }
                Err(_) => return Ok(Heard::End(None)),
            }
        }
    }
}

/// Where lines come from; none where there is nothing.
fn source(was_a_note: bool, by_hand: bool) -> Option<Box<dyn BufRead>> {
    if !was_a_note {
        return Some(Box::new(io::stdin().lock()));
    }
    #[cfg(unix)]
    if by_hand {
        return Some(Box::new(BufReader::new(crate::tui::terminal::keyboard().ok()?)));
    }
    let _ = by_hand;
    None
}

/// The next line, without its end; none where there is no more. What is not UTF-8 in it is replaced,
/// and of a line that is too long the rest is passed over.
fn next(lines: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if lines.take(LONGEST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if !line.ends_with(b"\n") && line.len() as u64 == LONGEST {
        lines.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}
