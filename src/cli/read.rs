//! `gongbu PATH`: the reader, or the notes as text where there is no terminal to read them in.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, mpsc};

use super::chosen::Chosen;
use super::notes::again::{Ask, Keeper};
use super::notes::{self, Open, Step};
use super::session::Session;
use super::setting::{Setting, tell};
use super::show::Printer;
use super::{Out, Status, linear, study};
use crate::app::finder::Catalog;
use crate::app::pictures::Medium;
use crate::app::recall::Wanted;
use crate::app::themes::Themes;
use crate::app::{Msg, State};
use crate::config::{Config, Opt};
use crate::library::{Lexicon, Names};
use crate::store::desk::Desk;
use crate::store::pictures::Shelf;
use crate::store::watch::Since;
use crate::text::sanitize::Clean;
use crate::tui::graphics::ask::How;
use crate::tui::open::Opener;
use crate::tui::run::{Outside, Work, run};
use crate::tui::terminal::Abilities;
use crate::words::{Study, Word};

/// Opens the notes for reading, or for a review where one is wanted.
pub(super) fn read(
    paths: &[PathBuf],
    recall: Option<Wanted>,
    chosen: &Chosen,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    if linear::is_wanted(&chosen.config, setting) {
        return linear::run(paths, recall, chosen, setting, out);
    }
    // A terminal that can place no cursor gets what a file would.
    if setting.terminal && !setting.dumb {
        interactive(paths, recall, chosen, setting)
    } else if recall.is_some() {
        // Nobody can answer.
        tell(Study::ReviewNoTerminal.text(setting.locale));
        Ok(Status::Wrong)
    } else {
        chosen.tell(setting.locale, setting.color_of_errors);
        print(paths, setting, out)
    }
}

/// Prints every note as a whole; where there are several, each below its name.
fn print(paths: &[PathBuf], setting: &Setting, out: Out<'_>) -> io::Result<Status> {
    let open = notes::open(paths, setting);
    open.tell();
    let mut printer = Printer::new(setting.width(), setting);
    let notes = &open.collection.notes;
    let names = Names::new(&open.collection);
    for (i, note) in notes.iter().enumerate() {
        if notes.len() > 1 {
            printer.aside(&format!("== {} ==", names.of(i)), out)?;
        }
        printer.sections(note, 0..note.sections.len(), true, out)?;
    }
    Ok(open.status)
}

/// Opens the app. What can be read at once is on its first screen; a worker brings the rest, and
/// what it could not read is told when the terminal is as it was.
fn interactive(
    paths: &[PathBuf],
    recall: Option<Wanted>,
    chosen: &Chosen,
    setting: &Setting,
) -> io::Result<Status> {
    let begun = Since::now();
    let session = Session::new(paths, &chosen.config, setting);
    let last = session.last();
    let wanted = last.as_ref().map(|(note, mark)| (note.as_str(), mark.at));
    let first = match notes::first(paths, wanted, setting) {
        Ok(first) => first,
        Err(sentence) => {
            tell(&sentence);
            return Ok(Status::Wrong);
        }
    };
    let mut state = State::new(setting.locale, setting.ascii);
    state.open.whole = notes::whole(paths);
    // Where it can be asked, it is when the first picture comes near.
    state.open.pictures.medium = match setting.host.how {
        How::Never => setting.host.blocks,
        How::Directly | How::ThroughTmux => Medium::Unknown,
    };
    let (library, complete) = first;
    let all = complete.then(|| library.clone());
    choose(&mut state, &chosen.config, setting);
    session.take_up(&mut state, &chosen.config);
    state.start(library, complete);
    if let Some((note, mark)) = &last {
        state.begin_at(note, mark);
    }
    session.begin(&state);
    state.to_recall = recall;
    let notice = chosen.notice(setting.locale).or_else(|| session.problem().map(str::to_owned));
    state.notice = notice.map(|notice| Clean::new(&notice));
    let folds = session.folds();
    let opened: Arc<Mutex<Option<Open>>> = Arc::default();
    let (worker_opened, worker_paths, worker_setting) =
        (opened.clone(), paths.to_vec(), setting.clone());
    let (asking, asks) = mpsc::channel();
    let seeing = asking.clone();
    let work: Work = Box::new(move |report| {
        let library = match all {
            Some(library) => library,
            None => {
                let open =
                    notes::open_by_steps(&worker_paths, &worker_setting, &mut |step| match step {
                        Step::Progress { done, total } => report(Msg::Progress { done, total }),
                        Step::Notes(library) => report(Msg::Loaded { library, complete: false }),
                    });
                let library = open.collection.clone();
                let problem = open.problems.first().cloned();
                if let Ok(mut slot) = worker_opened.lock() {
                    *slot = Some(open);
                }
                report(Msg::Loaded { library: library.clone(), complete: true });
                if let Some(problem) = problem {
                    report(Msg::Failed(problem));
                }
                library
            }
        };
        report(Msg::Folds(folds(&library)));
        report(Msg::Catalog(Arc::new(Catalog::default().grown(&library))));
        report(Msg::Explicit(Lexicon::explicit(&library)));
        let keeper = Keeper::new(&worker_paths, &worker_setting, library, report);
        keeper.keep(begun, &asks, seeing);
    });
    let outside = Outside {
        opener: Opener::new(setting.browser.as_deref()),
        editor: setting.editor.clone(),
        reread: Box::new(move |file| {
            _ = asking.send(file.map_or(Ask::All, Ask::File));
        }),
        desk: Some(Desk::new(study::setup(&chosen.config, setting))),
        shelf: Shelf::new(paths),
        host: setting.host.clone(),
    };
    let can = Abilities { depth: setting.depth, answers: setting.answers };
    let (mut kept, mut lost) = (Ok(()), (0, 0));
    let mut at_end = |state: &State, unkept| {
        (kept, lost) = (session.leave(state, setting), unkept);
    };
    let code = match run(state, can, outside, work, &mut at_end) {
        Ok(code) => code,
        Err(error) => {
            tell(&Word::NoTerminal.fill(setting.locale, &[&error.to_string()]));
            return Ok(Status::Wrong);
        }
    };
    if let Err(sentence) = kept {
        tell(&sentence);
    }
    study::tell_unkept(lost, setting);
    let opened = opened.lock().ok().and_then(|mut slot| slot.take());
    if let Some(open) = opened {
        open.tell();
        if open.collection.notes.is_empty() || open.status == Status::Wrong {
            return Ok(Status::Wrong);
        }
    }
    Ok(if code == 0 { Status::Done } else { Status::Ended(code) })
}

/// Lets the app begin as it was chosen.
pub(super) fn choose(state: &mut State, config: &Config, setting: &Setting) {
    let off = |option| config.switch(option) == Some(false);
    state.chosen.text_columns = config.text_width();
    state.keymap = config.keymap();
    state.chosen.typed_answers = config.switch(Opt::TypedAnswers) == Some(true);
    state.themes = Themes::new(config.all_themes());
    state.themes.background = setting.background;
    state.themes.choose(config.name(Opt::Theme));
    state.contents_hidden = off(Opt::ShowContents);
    state.glossary_hidden = off(Opt::ShowGlossary);
    state.set_pictures(!off(Opt::Images));
    state.mouse_released = off(Opt::Mouse);
    state.reader.set_cut_from(config.switch(Opt::CutCode).unwrap_or(false).then_some(0));
}
