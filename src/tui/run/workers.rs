//! Slow work, in threads of its own.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::{Outside, Wake};
use crate::app::job::{Job, Lane};
use crate::app::pictures::{Pictures, Wanted};
use crate::app::{Msg, State};
use crate::library::links::Address;
use crate::tui::pictures::{self, Task};
use crate::words::{Locale, Word};

/// Does jobs in threads of their own; of those about the same thing only the latest is of use.
pub(super) struct Workers {
    pub sender: Sender<Wake>,
    pub latest: [Arc<AtomicU64>; Lane::COUNT],
    pub outside: Outside,
}

impl Workers {
    /// Opens an address; tells where that fails, and which key copies it.
    pub fn open(&self, address: Address, copy: String, locale: Locale) {
        let (sender, opener) = (self.sender.clone(), self.outside.opener.clone());
        thread::spawn(move || {
            if let Err(error) = opener.open(&address) {
                let why = [copy.as_str(), address.as_str(), &error.to_string()];
                let failed = Msg::Failed(Word::LinkCannotOpen.fill(locale, &why));
                _ = sender.send(Wake::Work(failed));
            }
        });
    }

    /// Starts the editor, and says when it has ended.
    pub fn edit(&self, file: &Path, line: usize, locale: Locale) -> Result<(), String> {
        let mut child = self.outside.editor.start(file, line, locale)?;
        let sender = self.sender.clone();
        thread::spawn(move || _ = sender.send(Wake::Edited(child.wait())));
        Ok(())
    }

    /// Reads pictures.
    pub fn pictures(&self, wanted: Vec<Wanted>, state: &State) {
        let (shelf, how) = (self.outside.shelf.clone(), self.outside.host.how);
        let Pictures { medium, cell, .. } = state.open.pictures;
        let task = Task { shelf, medium, cell, how };
        let sender = self.sender.clone();
        let job: Job = Box::new(move |_, cancelled| {
            let report = |report| _ = sender.send(Wake::Pictures(medium, report));
            pictures::work(&task, &wanted, &report, cancelled);
        });
        self.start(Lane::Pictures, job);
    }

    pub fn start(&self, lane: Lane, job: Job) {
        let Some(latest) = self.latest.get(lane as usize).cloned() else { return };
        let own = latest.fetch_add(1, Ordering::Relaxed) + 1;
        let sender = self.sender.clone();
        thread::spawn(move || {
            let cancelled = || latest.load(Ordering::Relaxed) != own;
            job(&|msg| _ = sender.send(Wake::Work(msg)), &cancelled);
        });
    }
}
