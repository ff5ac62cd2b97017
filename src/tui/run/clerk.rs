//! The state's own thread: it begins with the first question, and what is still to be kept is kept before
//! the program ends.

use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::Wake;
use crate::app::Msg;
use crate::app::study::Ask;
use crate::library::Library;
use crate::store::desk::Desk;

/// Who hands questions to the state, and its answers to the loop.
#[derive(Default)]
pub(super) struct Clerk {
    desk: Option<Desk>,
    asking: Option<Sender<(Ask, Library)>>,
    thread: Option<JoinHandle<(usize, usize)>>,
}

impl Clerk {
    /// Nobody has asked yet.
    pub fn new(desk: Option<Desk>) -> Clerk {
        Clerk { desk, ..Clerk::default() }
    }

    /// Hands a question on.
    pub fn ask(&mut self, ask: Ask, library: &Library, answers: &Sender<Wake>) {
        // Who has no state needs no thread to be told so.
        if let Some(desk) = &mut self.desk
            && !ask.makes_state()
            && !desk.has_state()
        {
            _ = answers.send(Wake::Work(Msg::Told(desk.answer(&ask, library))));
            return;
        }
        if let Some(mut desk) = self.desk.take() {
            let (asking, asked) = channel::<(Ask, Library)>();
            let answers = answers.clone();
            self.asking = Some(asking);
            self.thread = Some(thread::spawn(move || {
                for (ask, library) in asked {
                    let told = desk.answer(&ask, &library);
                    drop(library);
                    // What is still asked has to be done, also where nobody hears of it any more.
                    _ = answers.send(Wake::Work(Msg::Told(told)));
                }
                desk.unkept()
            }));
        }
        if let Some(asking) = &self.asking {
            _ = asking.send((ask, library.clone()));
        }
    }

    /// Waits until all that was asked has been done, and says how many answers, and how many sections that
    /// were read, could not be kept.
    pub fn end(&mut self) -> (usize, usize) {
        self.asking = None;
        self.thread.take().and_then(|thread| thread.join().ok()).unwrap_or_default()
    }
}
