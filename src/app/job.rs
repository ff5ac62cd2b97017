//! Effects that take their time, as jobs for a worker: each has what it needs, and answers with messages.

use std::cell::RefCell;

use super::finder::look;
use super::msg::{Effect, Msg};
use super::state::State;
use super::terms::Terms;
use crate::search::links::Links;
use crate::search::uses::uses;

/// What jobs are about. Of two jobs about the same thing only the later one is of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Finding in the text.
    Find,
    /// Terms.
    Terms,
    /// Names and explicit terms.
    Learn,
    /// Where a term is used.
    Uses,
    /// Ranking names.
    Rank,
    /// Links.
    Links,
    /// Colouring code.
    Colour,
    /// Pictures.
    Pictures,
}

impl Lane {
    /// How many there are.
    pub const COUNT: usize = 8;
}

/// Work to be done by whoever has the time: it reports with the first argument, and may stop when
/// the second says that nobody asks any more.
pub type Job = Box<dyn FnOnce(&dyn Fn(Msg), &dyn Fn() -> bool) + Send>;

/// Does a job at once, and gives what it answers.
pub fn answers(job: Job) -> Vec<Msg> {
    let answers = RefCell::new(Vec::new());
    job(&|msg| answers.borrow_mut().push(msg), &|| false);
    answers.into_inner()
}

/// The job that an effect is; none where it is none.
pub fn job(effect: &Effect, state: &State) -> Option<(Lane, Job)> {
    let library = state.open.collection.clone();
    let terms = state.open.terms.clone();
    Some(match effect {
        Effect::Find { query, from, generation } => {
            let (query, from, generation) = (query.clone(), *from, *generation);
            let job: Job = Box::new(move |report, cancelled| {
                super::find::search(&library, &query, from, generation, report, cancelled);
            });
            (Lane::Find, job)
        }
        Effect::Terms { notes, version } => {
            let (notes, version) = (notes.clone(), *version);
            let (base, known) = (state.base.clone(), state.known_terms());
            let job: Job = Box::new(move |report, cancelled| {
                let terms = Terms::read(&library, &base, &known, &notes).into();
                if !cancelled() {
                    report(Msg::Terms { version, terms });
                }
            });
            (Lane::Terms, job)
        }
        Effect::Learn { version } => {
            let version = *version;
            let (base, catalog) = (state.base.clone(), state.open.catalog.clone());
            let job: Job = Box::new(move |report, cancelled| {
                let catalog = catalog.completed(&library).into();
                if let Some(base) = base.again(&library, cancelled) {
                    report(Msg::Learnt { version, catalog, base });
                }
            });
            (Lane::Learn, job)
        }
        Effect::Uses { term, most, ask } => {
            let (term, most, ask) = (*term, *most, *ask);
            let job: Job = Box::new(move |report, cancelled| {
                if let Some(places) = uses(&library, terms.lexicon(), term, most, cancelled) {
                    report(Msg::Uses { term, ask, places });
                }
            });
            (Lane::Uses, job)
        }
        Effect::Rank { kind, query, here, generation } => {
            let (kind, query, here, generation) = (*kind, query.clone(), *here, *generation);
            let catalog = state.open.catalog.clone();
            let job: Job = Box::new(move |report, cancelled| {
                let found = look(kind, &query, here, &library, &catalog, &terms);
                if !cancelled() {
                    report(Msg::Ranked { generation, found });
                }
            });
            (Lane::Rank, job)
        }
        Effect::Links { ask } => {
            let (ask, whole) = (*ask, state.open.whole);
            let job: Job = Box::new(move |report, cancelled| {
                if let Some(links) = Links::read(&library, whole, cancelled) {
                    report(Msg::Links { ask, links: links.into() });
                }
            });
            (Lane::Links, job)
        }
        Effect::Colour { blocks, version } => {
            let (blocks, version) = (blocks.clone(), *version);
            let job: Job = Box::new(move |report, cancelled| {
                super::colouring::work(&library, &blocks, version, report, cancelled);
            });
            (Lane::Colour, job)
        }
        Effect::Quit
        | Effect::Suspend
        | Effect::Redraw
        | Effect::AskTerminal
        | Effect::Pictures(_)
        | Effect::Mouse(_)
        | Effect::Ask(_)
        | Effect::Reread
        | Effect::Open(_)
        | Effect::Edit { .. }
        | Effect::Copy(_) => return None,
    })
}
