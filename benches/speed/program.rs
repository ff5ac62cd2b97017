//! A program in a pseudo-terminal of 120 by 36, watched as a terminal would watch it.
//!
//! A thread reads and stamps what arrives; everything that takes time, such as emulating the screen,
//! happens afterwards and is not part of what is measured.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::{Size, blocking};

const ROWS: u16 = 36;
const COLUMNS: u16 = 120;
/// What takes longer has hung.
const PATIENCE: Duration = Duration::from_secs(300);
/// A frame has ended when nothing came for so long.
const QUIET: Duration = Duration::from_millis(25);

/// A program that runs.
pub struct Program {
    pty: Arc<blocking::Pty>,
    child: Child,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    started: Instant,
}

/// What came of a key.
pub struct Echo {
    /// From the key to the end of the frame.
    pub time: Duration,
    /// How much was written.
    pub bytes: usize,
    /// How many cells are other than before.
    pub cells: usize,
}

impl Program {
    /// Starts a program.
    pub fn start<S: AsRef<OsStr>>(program: &Path, args: &[S]) -> Program {
        // Who starts for the first time.
        let state = Path::new(env!("CARGO_TARGET_TMPDIR")).join("state");
        let _ = fs::remove_dir_all(&state);
        let (pty, pts) = blocking::open().expect("a pseudo-terminal");
        pty.resize(Size::new(ROWS, COLUMNS)).expect("a size");
        let pty = Arc::new(pty);
        let (sender, output) = channel();
        let command = blocking::Command::new(program)
            .args(args)
            .env("TERM", "xterm-256color")
            .env("LC_ALL", "C.UTF-8")
            // Nothing of whoever runs it.
            .env("XDG_STATE_HOME", &state)
            .env("GONGBU_CONFIG", "")
            .env("GONGBU_REMEMBER", "0")
            .env("LESSCHARSET", "utf-8")
            .env("LESSHISTFILE", "-")
            .env_remove("LESS")
            .env_remove("LESSOPEN")
            .env_remove("GONGBU_NOTES");
        let started = Instant::now();
        let child = command.spawn(pts).expect("the program starts");
        let reader = Arc::clone(&pty);
        thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = (&*reader).read(&mut bytes) {
                let now = Instant::now();
                if sender.send((now, bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let (rows, columns) = (ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap());
        let parser = vt100::Parser::new(rows, columns, 0);
        Program { pty, child, output, parser, started }
    }

    /// Waits for a screen, and says how long after its start the program had drawn it.
    pub fn wait(&mut self, what: &str, done: impl Fn(&str) -> bool) -> Duration {
        loop {
            let (at, bytes) = self.output.recv_timeout(PATIENCE).unwrap_or_else(|_| {
                panic!("waited in vain for {what}:\n{}", self.parser.screen().contents())
            });
            self.parser.process(&bytes);
            if done(&self.parser.screen().contents()) {
                return at - self.started;
            }
        }
    }

    /// Waits for text on the screen.
    pub fn wait_for(&mut self, text: &str) -> Duration {
        self.wait(text, |screen| screen.contains(text))
    }

    /// Takes what belongs to the frame that has begun: it may come in several pieces.
    pub fn finish_frame(&mut self) {
        while self.listen(QUIET) > 0 {}
    }

    /// Whether the screen is as wanted now.
    pub fn shows(&self, done: impl Fn(&str) -> bool) -> bool {
        done(&self.parser.screen().contents())
    }

    /// Presses a key and waits until the screen is still again. None: nothing was drawn.
    pub fn press(&mut self, key: &str) -> Option<Echo> {
        let before = self.parser.screen().clone();
        let pressed = Instant::now();
        (&*self.pty).write_all(key.as_bytes()).expect("the program listens");
        let (mut last, mut all) = self.output.recv_timeout(Duration::from_secs(2)).ok()?;
        while let Ok((at, more)) = self.output.recv_timeout(QUIET) {
            last = at;
            all.extend(more);
        }
        self.parser.process(&all);
        let cells = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column)));
        let after = self.parser.screen();
        let changed =
            |(row, column): &(u16, u16)| before.cell(*row, *column) != after.cell(*row, *column);
        Some(Echo { time: last - pressed, bytes: all.len(), cells: cells.filter(changed).count() })
    }

    /// How many bytes come during `time`.
    pub fn listen(&mut self, time: Duration) -> usize {
        let end = Instant::now() + time;
        let mut count = 0;
        while let Ok((_, bytes)) =
            self.output.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            count += bytes.len();
            self.parser.process(&bytes);
        }
        count
    }

    /// The most memory it has had at once, in bytes.
    pub fn peak(&self) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        Some(field(&status, "VmHWM:")? * 1024.0)
    }

    /// How often its threads have gone to sleep or been put to sleep, all together.
    pub fn switches(&self) -> Option<f64> {
        let mut sum = 0.0;
        for thread in fs::read_dir(format!("/proc/{}/task", self.child.id())).ok()?.flatten() {
            let status = fs::read_to_string(thread.path().join("status")).ok()?;
            sum += field(&status, "voluntary_ctxt_switches:")?;
            sum += field(&status, "nonvoluntary_ctxt_switches:")?;
        }
        Some(sum)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The number after `name` in a file of `/proc`.
fn field(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
