//! What is known of the links of all notes, and what has been asked.

use std::sync::Arc;

use crate::library::Library;
use crate::library::links::Directory;
use crate::search::links::Links;

/// The links between the notes as they are now: read when they are asked for.
#[derive(Clone, Debug, Default)]
pub struct Known {
    links: Option<Arc<Links>>,
    directory: Option<Arc<Directory>>,
    asked: bool,
    asks: u64,
}

impl Known {
    /// The links, once they have been read.
    pub fn links(&self) -> Option<&Links> {
        self.links.as_deref()
    }

    /// Asks for them: with the number to be given back. None where they are there or on their way.
    pub fn ask(&mut self) -> Option<u64> {
        if self.links.is_some() || self.asked {
            return None;
        }
        self.asked = true;
        self.asks += 1;
        Some(self.asks)
    }

    /// Takes the answer to a question, and tells whether it was the last one.
    pub fn take(&mut self, ask: u64, links: Arc<Links>) -> bool {
        let is_asked = self.asked && ask == self.asks;
        if is_asked {
            self.links = Some(links);
            self.asked = false;
        }
        is_asked
    }

    /// The notes by what links name them by.
    pub fn directory(&mut self, library: &Library, whole: bool) -> Arc<Directory> {
        self.directory.get_or_insert_with(|| Arc::new(Directory::new(library, whole))).clone()
    }

    /// The notes are others now.
    pub fn forget(&mut self) {
        *self = Known { asks: self.asks, ..Known::default() };
    }
}
