//! `gongbu --linear`: lines in, lines out. No raw mode, no screen, no cursor that moves.

#![allow(clippy::disallowed_methods)] // It reads the clock: who listens reads for a while.

mod lines;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::chosen::Chosen;
use super::notes::again::{Ask, Keeper};
use super::notes::{self, Step};
use super::read::choose;
use super::session::Session;
use super::setting::{Setting, tell};
use super::{Out, Status, study};
use crate::app::linear::{Answer, Linear};
use crate::app::recall::Wanted;
use crate::app::{Effect, Msg, State};
use crate::config::{Config, Opt, Origin};
use crate::library::links::Address;
use crate::store::desk::Desk;
use crate::text::sanitize::Clean;
use crate::tui::editor::complaint;
use crate::tui::open::Opener;
use crate::tui::signals;
use crate::words::Said;
use lines::{Heard, Lines};

/// Whether the reader speaks line by line. What is chosen once for all does not keep notes from being
/// printed into a file or to another program.
pub(super) fn is_wanted(config: &Config, setting: &Setting) -> bool {
    let by_flag = matches!(config.origin(Opt::Linear), Origin::Flag(_));
    config.switch(Opt::Linear) == Some(true) && (by_flag || setting.terminal)
}

/// Reads all notes, then line by line what is to be told of them.
pub(super) fn run(
    paths: &[PathBuf],
    recall: Option<Wanted>,
    chosen: &Chosen,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    chosen.tell(setting.locale, setting.color_of_errors);
    let mut progress = Ok(());
    let open = notes::open_by_steps(paths, setting, &mut |step| {
        if let Step::Progress { done, total } = step
            && progress.is_ok()
        {
            let (done, total) = (done.to_string(), total.to_string());
            let line = Said::Progress.fill(setting.locale, &[&done, &total]);
            progress = say(&[Clean::new(&line)], &mut *out);
        }
    });
    progress?;
    open.tell();
    if open.collection.notes.is_empty() {
        return Ok(Status::Wrong);
    }
    let mut state = State::new(setting.locale, setting.ascii);
    state.open.whole = open.whole;
    let session = Session::new(paths, &chosen.config, setting);
    choose(&mut state, &chosen.config, setting);
    session.begin(&state);
    state.notice = session.problem().map(Clean::new);
    let mut linear = Linear::new(state, open.collection);
    if let Some((note, mark)) = session.last() {
        linear.state.begin_at(&note, &mark);
    }
    linear.state.to_recall = recall;
    let opener = Opener::new(setting.browser.as_deref());
    let desk = Desk::new(study::setup(&chosen.config, setting));
    let mut outside = Outside { paths, setting, opener, desk, begun: Instant::now() };
    // Where standard input was a note, the lines come from the terminal, if there is one.
    let was_a_note = paths.iter().any(|path| path.as_os_str() == "-");
    linear.in_portions = if was_a_note { setting.terminal } else { io::stdin().is_terminal() };
    let mut lines = Lines::new(was_a_note, linear.in_portions)?;
    let ended = talk(&mut linear, &mut lines, &mut outside, out);
    // The place is remembered, however it ended; a signal that comes now waits for that.
    if let Err(sentence) = session.leave(&linear.state, setting) {
        tell(&sentence);
    }
    drop(lines);
    linear.state.progress.times.now = outside.now();
    for effect in linear.end() {
        if let Effect::Ask(ask) = effect {
            outside.desk.answer(&ask, &linear.state.open.collection);
        }
    }
    study::tell_unkept(outside.desk.unkept(), setting);
    Ok(ended?.map_or(open.status, Status::Ended))
}

/// Hears and answers until the end; the exit status where a signal was that.
fn talk(
    linear: &mut Linear,
    lines: &mut Lines,
    outside: &mut Outside<'_>,
    out: Out<'_>,
) -> io::Result<Option<u8>> {
    let by_hand = linear.in_portions;
    let answer = linear.begin();
    let mut goes_on = outside.answer(linear, answer, &mut *out)?;
    while goes_on {
        // Whoever sends lines through a pipe looks for answers, not for where to type.
        if by_hand {
            write!(out, "{} ", linear.prompt())?;
            out.flush()?;
        }
        match lines.next()? {
            Heard::Line(line) => {
                linear.state.progress.times.now = outside.now();
                let answer = linear.line(&line);
                goes_on = outside.answer(linear, answer, &mut *out)?;
            }
            Heard::Again => {}
            Heard::End(code) => {
                // What comes after us begins on a line of its own. A terminal that has gone is no failure.
                if by_hand && writeln!(out).and_then(|()| out.flush()).is_err() && code.is_none() {
                    return Err(io::ErrorKind::BrokenPipe.into());
                }
                return Ok(code);
            }
        }
    }
    Ok(None)
}

fn say(lines: &[Clean], out: Out<'_>) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    out.flush()
}

/// What there is beside the lines.
struct Outside<'a> {
    paths: &'a [PathBuf],
    setting: &'a Setting,
    opener: Opener,
    /// Who sees to the state.
    desk: Desk,
    /// When it began.
    begun: Instant,
}

impl Outside<'_> {
    /// The milliseconds since it began.
    fn now(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Says an answer, and does what it asks for; false where that ends the reader.
    fn answer(&mut self, linear: &mut Linear, answer: Answer, out: Out<'_>) -> io::Result<bool> {
        say(&answer.lines, &mut *out)?;
        let mut goes_on = true;
        for effect in answer.effects {
            let mut messages = Vec::new();
            match effect {
                Effect::Quit => goes_on = false,
                Effect::Open(address) => messages.extend(self.open(&address)),
                Effect::Edit { file, line } => {
                    messages.extend(self.edit(&file, line));
                    linear.state.progress.times.skip_to(self.now());
                    self.reread(linear, Ask::File(file), &mut messages);
                }
                Effect::Ask(ask) => {
                    let told = self.desk.answer(&ask, &linear.state.open.collection);
                    messages.push(Msg::Told(told));
                }
                Effect::Reread => self.reread(linear, Ask::All, &mut messages),
                Effect::Copy(copied) if self.setting.terminal && !self.setting.dumb => {
                    let copy = crossterm::clipboard::CopyToClipboard::to_clipboard_from;
                    let mut sequence = String::new();
                    if crossterm::Command::write_ansi(&copy(copied.as_str()), &mut sequence).is_ok()
                    {
                        let said = Clean::new(Said::Copied.text(self.setting.locale));
                        out.write_all(sequence.as_bytes())?;
                        say(&[said], &mut *out)?;
                    }
                }
                _ => {}
            }
            let mut messages = VecDeque::from(messages);
            while let Some(msg) = messages.pop_front() {
                let answer = linear.happened(msg);
                say(&answer.lines, &mut *out)?;
                // What has changed in the notes is asked of the state.
                for effect in answer.effects {
                    let Effect::Ask(ask) = effect else { continue };
                    let told = self.desk.answer(&ask, &linear.state.open.collection);
                    messages.push_back(Msg::Told(told));
                }
            }
        }
        Ok(goes_on)
    }

    fn open(&self, address: &Address) -> Option<Msg> {
        let why = self.opener.open(address).err()?.kind().to_string();
        Some(Msg::Failed(Said::CannotOpen.fill(self.setting.locale, &[address.as_str(), &why])))
    }

    /// Lets the reader edit a file, and waits for the end of that. What is typed there to signal is the
    /// editor's.
    fn edit(&self, file: &Path, line: usize) -> Option<Msg> {
        let locale = self.setting.locale;
        signals::lend(true);
        let ended = match self.setting.editor.start(file, line, locale) {
            Ok(mut child) => complaint(&child.wait(), locale),
            Err(sentence) => Some(sentence),
        };
        signals::lend(false);
        ended.map(Msg::Failed)
    }

    fn reread(&self, linear: &Linear, ask: Ask, messages: &mut Vec<Msg>) {
        let library = linear.state.open.collection.clone();
        let reports = RefCell::new(Vec::new());
        let report = |msg| reports.borrow_mut().push(msg);
        Keeper::new(self.paths, self.setting, library, &report).once(ask);
        messages.extend(reports.into_inner());
    }
}
