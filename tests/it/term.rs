//! A program in a real pseudo-terminal, with an emulator that reads what it writes.
//!
//! A shell runs in the terminal and starts the program, so that it can be asked afterwards what the
//! terminal is like. Nothing sleeps: a thread reads, and a wait ends with the text or the deadline.
#![cfg(unix)]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::{Child, Command};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use pty_process::{Size, blocking};

const PROMPT: &str = "ready> ";
const PATIENCE: Duration = Duration::from_secs(60);

/// A shell in a terminal.
pub struct Term {
    pty: Arc<blocking::Pty>,
    shell: Child,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// All that was ever written to the terminal.
    log: String,
    /// Where in the log the last answer ended.
    read: usize,
    asked: usize,
}

impl Term {
    /// Starts a shell in a terminal of this size, and waits for its prompt.
    pub fn new(rows: u16, columns: u16) -> Term {
        let (pty, pts) = blocking::open().unwrap();
        pty.resize(Size::new(rows, columns)).unwrap();
        let shell = blocking::Command::new("/bin/sh")
            .arg("-i")
            .env("PS1", PROMPT)
            .env("TERM", "xterm-256color")
            .env("LC_ALL", "C.UTF-8")
            .env_remove("ENV")
            .env_remove("COLORTERM")
            .env_remove("COLORFGBG")
            .env_remove("NO_COLOR")
            // Nobody's own configuration.
            .env("GONGBU_CONFIG", "")
            .env("GONGBU_REMEMBER", "0")
            .spawn(pts)
            .unwrap();
        let pty = Arc::new(pty);
        let (sender, output) = channel();
        let reader = Arc::clone(&pty);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = (&*reader).read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new(nonzero(rows), nonzero(columns), 0);
        let mut term = Term { pty, shell, output, parser, log: String::new(), read: 0, asked: 0 };
        term.wait_for_prompt();
        term
    }

    /// Types `keys`, which may be escape sequences.
    pub fn keys(&mut self, keys: &str) {
        self.send(keys.as_bytes());
    }

    /// Sends `bytes` as they are.
    pub fn send(&mut self, bytes: &[u8]) {
        (&*self.pty).write_all(bytes).unwrap();
    }

    /// Changes the size, of which the program in front is told.
    pub fn resize(&mut self, rows: u16, columns: u16) {
        self.pty.resize(Size::new(rows, columns)).unwrap();
        self.parser.screen_mut().set_size(nonzero(rows), nonzero(columns));
    }

    /// What is on the screen.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Waits until `done`, and fails after a while with what is on the screen.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, mut done: impl FnMut(&Term) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !done(self) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => {
                    self.parser.process(&bytes);
                    self.log += &String::from_utf8_lossy(&bytes);
                }
                Err(RecvTimeoutError::Timeout) => {
                    panic!("waited in vain for {what}\n{}", self.screen().contents())
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("the shell ended before {what}\n{}", self.screen().contents())
                }
            }
        }
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |term| term.screen().contents().contains(text));
    }

    /// Waits until the shell, on the main screen, asks for a command.
    #[track_caller]
    pub fn wait_for_prompt(&mut self) {
        self.wait_until("the prompt", |term| !term.screen().alternate_screen() && term.prompted());
        self.read = self.log.len();
    }

    /// Whether the shell has asked for a command since the last prompt or answer.
    pub fn prompted(&self) -> bool {
        self.since().contains(PROMPT)
    }

    /// What has been written since the last prompt or answer.
    pub fn since(&self) -> &str {
        &self.log[self.read..]
    }

    /// What the shell makes of `word`, such as `$?` or `$(stty -g)`.
    #[track_caller]
    pub fn ask(&mut self, word: &str) -> String {
        self.asked += 1;
        let (open, close) = (format!("[a{}]", self.asked), format!("[/a{}]", self.asked));
        self.keys(&format!("printf '[%s]%s[/%s]\\n' a{0} \"{word}\" a{0}\r", self.asked));
        self.wait_until(word, |term| term.since().contains(&close));
        let answer =
            self.since().split_once(&open).unwrap().1.split_once(&close).unwrap().0.to_owned();
        self.wait_for_prompt();
        answer
    }

    /// Starts a program from the shell, and gives its process id.
    #[track_caller]
    pub fn start(&mut self, command: &str) -> String {
        self.keys(&format!("sh -c 'printf \"[%s]%s[/%s]\" pid $$ pid; exec {command}'\r"));
        self.wait_until("the process id", |term| term.since().contains("[/pid]"));
        self.since().split_once("[pid]").unwrap().1.split_once("[/pid]").unwrap().0.to_owned()
    }

    /// Fails unless no mode that a program sets is left in the terminal.
    #[track_caller]
    pub fn assert_left(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor shows");
        assert!(!screen.bracketed_paste(), "no bracketed paste");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(!screen.application_cursor() && !screen.application_keypad());
        assert_eq!((screen.fgcolor(), screen.bgcolor()), Default::default());
        assert!(!screen.bold() && !screen.inverse() && !screen.underline());
    }
}

impl Drop for Term {
    fn drop(&mut self) {
        // The session's programs are hung up with it, and the reading thread ends.
        let _ = self.shell.kill();
        let _ = self.shell.wait();
    }
}

fn nonzero(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).unwrap()
}

/// Sends a signal, such as `-TERM`.
pub fn send(signal: &str, pid: &str) {
    assert!(Command::new("kill").args([signal, pid]).status().unwrap().success());
}
