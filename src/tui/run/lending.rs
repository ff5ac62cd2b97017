//! Lending the terminal to the reader's editor.

use std::io;
use std::path::Path;
use std::process::ExitStatus;
use std::sync::Arc;

use super::App;
use crate::app::{Effect, Msg};
use crate::tui::input::Event;
use crate::tui::{editor, signals};

/// What comes while another program has the terminal, to be taken when it has ended.
#[derive(Default)]
pub(super) struct Lent {
    /// The file that is edited.
    pub file: Option<Arc<Path>>,
    /// What was typed before it began.
    pub typed: Vec<Event>,
    /// The exit status, where we are to end.
    pub end: Option<u8>,
}

impl App {
    /// Lends the terminal to the editor.
    pub(super) fn edit(&mut self, file: &Arc<Path>, line: usize) -> io::Result<Vec<Effect>> {
        self.input.keyboard.pause();
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
    pub(super) fn take_back(
        &mut self,
        ended: io::Result<ExitStatus>,
    ) -> io::Result<Result<Vec<Effect>, u8>> {
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
            if let Some(msg) = self.message(event) {
                effects.extend(self.take(msg));
            }
        }
        Ok(Ok(effects))
    }

    pub(super) fn have_again(&mut self) -> io::Result<Vec<Effect>> {
        signals::lend(false);
        self.guard.take_back()?;
        self.skip_time();
        self.input.keyboard.resume();
        // What it kept was taken back when it was lent.
        self.gallery.forget_sent();
        if self.asking.waits {
            self.ask_terminal()?;
        }
        self.renew()
    }
}
