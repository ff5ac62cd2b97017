//! However a program ends, the terminal is as it was: the guard's, tried on a helper, and the app's.
#![cfg(unix)]

use std::io::{Read, Write};
use std::sync::mpsc::channel;

use crate::files::Folder;
use crate::term::{Term, send};

/// A program that takes the terminal: how the shell starts it, and what it then shows.
struct Program {
    command: String,
    ready: &'static str,
}

impl Program {
    /// This very binary, as [`helper`].
    fn helper() -> Program {
        let me = std::env::current_exe().unwrap();
        Program {
            command: format!(
                "env GONGBU_PTY_HELPER=1 \"{}\" --exact pty::helper --ignored --nocapture",
                me.display()
            ),
            ready: "helper is here",
        }
    }

    /// The app, with a note; it panics at `!` when `GONGBU_TEST_PANIC` is set in a debug build.
    fn app(folder: &Folder) -> Program {
        folder.write("note.md", "# 1. Alpha\n\nThe harbour is quiet.\n");
        Program {
            command: format!(
                "env GONGBU_TEST_PANIC=1 \"{}\" \"{}\"",
                env!("CARGO_BIN_EXE_gongbu"),
                folder.path("note.md").display()
            ),
            ready: "The harbour is quiet.",
        }
    }

    /// Starts the program, has it end by `end`, and expects this status and the terminal as before.
    #[track_caller]
    fn check(&self, status: &str, end: impl FnOnce(&mut Term, &str)) {
        let mut term = Term::new(24, 80);
        let before = term.ask("$(stty -g)");
        let pid = term.start(&self.command);
        term.wait_for(self.ready);
        assert!(term.screen().alternate_screen() && term.screen().bracketed_paste());
        end(&mut term, &pid);
        term.wait_for_prompt();
        term.assert_left();
        assert_eq!(term.ask("$?"), status);
        assert_eq!(term.ask("$(stty -g)"), before);
    }

    #[track_caller]
    fn quit(&self) {
        self.check("0", |term, _| term.keys("q"));
    }

    #[track_caller]
    fn panic(&self) {
        self.check("101", |term, _| {
            term.keys("!");
            term.wait_until("the message on the main screen", |term| {
                !term.screen().alternate_screen() && term.screen().contents().contains("panicked")
            });
        });
    }

    #[track_caller]
    fn terminate(&self) {
        self.check("143", |_, pid| send("-TERM", pid));
    }

    #[track_caller]
    fn hang_up(&self) {
        self.check("129", |_, pid| send("-HUP", pid));
    }

    #[track_caller]
    fn suspend(&self, how: impl FnOnce(&mut Term, &str)) {
        let mut term = Term::new(24, 80);
        let before = term.ask("$(stty -g)");
        let pid = term.start(&self.command);
        term.wait_for(self.ready);
        how(&mut term, &pid);
        term.wait_for_prompt();
        term.assert_left();
        assert_eq!(term.ask("$(stty -g)"), before);
        term.keys("fg\r");
        term.wait_until("the screen again", |term| {
            term.screen().alternate_screen() && term.screen().contents().contains(self.ready)
        });
        term.keys("q");
        term.wait_for_prompt();
        term.assert_left();
        assert_eq!(term.ask("$?"), "0");
        assert_eq!(term.ask("$(stty -g)"), before);
    }

    #[track_caller]
    fn resize(&self) {
        self.check("0", |term, _| {
            term.resize(1, 1);
            term.resize(40, 120);
            term.wait_for(self.ready);
            term.keys("q");
        });
    }

    /// Whose output is no terminal must not touch the terminal.
    #[track_caller]
    fn piped(&self) {
        let mut term = Term::new(24, 80);
        term.keys(&format!("{} | cat\r", self.command));
        term.wait_until("the prompt", |term| term.prompted());
        assert!(!term.since().contains('\u{1b}'), "{:?}", term.since());
    }
}

#[test]
fn the_harness_sees_the_modes_of_a_script() {
    let mut term = Term::new(10, 40);
    let before = term.ask("$(stty -g)");
    let script = "stty -icanon -echo; printf \"\\033[?1049h\\033[?25l\\033[?2004h\\033[?1000h\\033[2;3H%s\" \"$(echo hel)lo\"; \
                  head -c 1 >/dev/null; printf \"\\033[?1000l\\033[?2004l\\033[?25h\\033[?1049l\"";
    term.keys(&format!("sh -c '{script}'\r"));
    term.wait_for("hello");
    assert!(term.screen().alternate_screen() && term.screen().hide_cursor());
    assert_eq!(term.screen().contents_between(1, 2, 1, 40), "hello");
    term.keys("x");
    term.wait_for_prompt();
    term.assert_left();
    assert_ne!(term.ask("$(stty -g)"), before, "a mode that the script leaves is found out");
}

#[test]
fn the_harness_resizes_and_signals() {
    let mut term = Term::new(10, 40);
    assert_eq!(term.ask("$(stty size)"), "10 40");
    term.resize(30, 100);
    assert_eq!(term.ask("$(stty size)"), "30 100");
    let pid = term.start("sleep 1000");
    send("-TERM", &pid);
    term.wait_for_prompt();
    assert_eq!(term.ask("$?"), "143");
}

#[test]
fn the_guard_gives_the_terminal_back_at_its_end() {
    Program::helper().quit();
}

#[test]
fn the_guard_gives_the_terminal_back_before_a_panic_speaks() {
    Program::helper().panic();
}

#[test]
fn the_guard_gives_the_terminal_back_on_sigterm() {
    Program::helper().terminate();
}

#[test]
fn the_guard_gives_the_terminal_back_on_sighup() {
    Program::helper().hang_up();
}

#[test]
fn the_guard_gives_the_terminal_back_while_stopped() {
    Program::helper().suspend(|term, _| term.keys("\u{1a}"));
    Program::helper().suspend(|_, pid| send("-TSTP", pid));
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_shell_to_continue_it_the_program_does_not_stop() {
    let mut helper = Program::helper();
    helper.command = format!("setsid -w {}", helper.command);
    helper.check("0", |term, _| {
        term.keys("\u{1a}w");
        term.wait_for("worker ended");
        assert!(!term.since().contains("[?1049l"));
        term.keys("q");
    });
}

#[test]
fn a_second_sigterm_ends_a_loop_that_hangs() {
    Program::helper().check("143", |term, pid| {
        term.keys("h");
        term.wait_for("hanging");
        send("-TERM", pid);
        send("-HUP", pid);
        term.wait_for("told of HangUp");
        send("-TERM", pid);
    });
}

#[test]
fn a_workers_panic_waits_until_the_screen_is_left() {
    Program::helper().check("0", |term, _| {
        term.keys("w");
        term.wait_for("worker ended");
        assert!(term.screen().alternate_screen());
        assert!(!term.screen().contents().contains("panicked"));
        term.keys("q");
        term.wait_until("the message", |term| {
            !term.screen().alternate_screen() && term.screen().contents().contains("worker said")
        });
        assert!(!term.since().contains("\u{1b}]0;"), "what it quotes is made safe");
    });
}

#[test]
fn the_guard_leaves_a_pipe_alone() {
    Program::helper().piped();
}

#[test]
fn app_quits() {
    Program::app(&Folder::new()).quit();
}

#[test]
fn app_panics() {
    Program::app(&Folder::new()).panic();
}

#[test]
fn app_is_terminated() {
    Program::app(&Folder::new()).terminate();
}

#[test]
fn app_is_hung_up() {
    Program::app(&Folder::new()).hang_up();
}

#[test]
fn app_is_suspended() {
    let folder = Folder::new();
    Program::app(&folder).suspend(|term, _| term.keys("\u{1a}"));
    Program::app(&folder).suspend(|_, pid| send("-TSTP", pid));
}

#[test]
fn app_is_resized() {
    Program::app(&Folder::new()).resize();
}

/// As `$BROWSER` stands a program that makes the file which the address is the path of.
#[test]
fn a_link_is_opened_by_the_readers_own_program() {
    let folder = Folder::new();
    folder.write("https:/here", "");
    folder.write("note.md", "The harbour: https://example.com, as it was.\n");
    let mut term = Term::new(24, 80);
    term.keys(&format!("cd \"{}\"\r", folder.path("").display()));
    term.wait_for_prompt();
    term.start(&format!("env LANG=C BROWSER=touch \"{}\" note.md", env!("CARGO_BIN_EXE_gongbu")));
    term.wait_for("as it was");
    assert!(!folder.path("https:/example.com").exists());
    term.keys("\r");
    term.wait_for("Opening https://example.com");
    let opened = || folder.path("https:/example.com").exists();
    assert!((0..50_000_000).any(|_| opened()));
    assert!(term.screen().alternate_screen() && term.screen().contents().contains("as it was"));
    term.keys("q");
    term.wait_for_prompt();
    term.assert_left();
}

/// No test: the smallest program with the guard, run by the tests above in a terminal.
#[test]
#[ignore = "a program that other tests run"]
fn helper() {
    use gongbu::tui::signals::{Signal, catch, listen};
    use gongbu::tui::terminal::{Guard, Options, Output};

    enum Msg {
        Key(u8),
        Signal(Signal),
    }

    if std::env::var_os("GONGBU_PTY_HELPER").is_none() {
        return;
    }
    let Ok(mut guard) = Guard::enter(Options { mouse: true }) else { std::process::exit(2) };
    let mut output = Output::new().unwrap();
    let (sender, messages) = channel();
    let keys = sender.clone();
    std::thread::spawn(move || {
        for key in std::io::stdin().lock().bytes() {
            keys.send(Msg::Key(key.unwrap())).unwrap();
        }
    });
    let mut echo = Output::new().unwrap();
    let _listener = listen(catch().unwrap(), sender, move |signal| {
        write!(echo, "\r\ntold of {signal:?}").unwrap();
        Msg::Signal(signal)
    });
    loop {
        write!(output, "\u{1b}[2J\u{1b}[H\u{1b}[1;31mhelper is here\r\n").unwrap();
        match messages.recv().unwrap() {
            Msg::Key(b'q') => {
                drop(guard);
                std::process::exit(0);
            }
            Msg::Key(b'!') => panic!("as asked"),
            Msg::Key(b'h') => {
                write!(output, "hanging").unwrap();
                loop {
                    std::thread::park();
                }
            }
            Msg::Key(b'w') => {
                let worker = std::thread::spawn(|| panic!("worker said \u{1b}]0;title\u{7}"));
                assert!(worker.join().is_err());
                write!(output, "worker ended").unwrap();
                let Ok(Msg::Key(b'q')) = messages.recv() else { std::process::exit(3) };
                drop(guard);
                std::process::exit(0);
            }
            Msg::Key(0x1a) | Msg::Signal(Signal::Suspend) => guard.suspend().unwrap(),
            Msg::Signal(Signal::Continue) => guard.continued().unwrap(),
            Msg::Signal(signal) => {
                drop(guard);
                std::process::exit(i32::from(signal.exit_code().unwrap()));
            }
            Msg::Key(_) => {}
        }
    }
}
