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
    thread: Option<JoinHandle<usize>>,
}

impl Clerk {
    /// Nobody has asked yet.
    pub fn new(desk: Option<Desk>) -> Clerk {
        Clerk { desk, ..Clerk::default() }
    }

    /// Hands a question on.
    pub fn ask(&mut self, ask: Ask, library: &Library, answers: &Sender<Wake>) {
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

    /// Waits until all that was asked has been done, and says how much could not be kept.
    pub fn end(&mut self) -> usize {
        self.asking = None;
        self.thread.take().and_then(|thread| thread.join().ok()).unwrap_or(0)
    }
}
