//! `gongbu optimize`: fits the model of memory to the reader, by what was answered.

use std::io;

use super::setting::{Setting, tell};
use super::{Out, Status, learned};
use crate::review::id::Id;
use crate::review::log::Fit;
use crate::review::memory::Parameters;
use crate::review::optimize::{self, Compared, LEAST};
use crate::store::state::{Fault, State};
use crate::words::Word;

pub(super) fn run(setting: &Setting, out: Out<'_>) -> io::Result<Status> {
    let locale = setting.locale;
    let Some(path) = learned::file(setting) else { return Ok(Status::Wrong) };
    let Ok(state) = learned::existing(&path, setting) else { return Ok(Status::Wrong) };
    let Some(mut state) = state else { return Ok(too_few(0, setting)) };
    let Some(histories) = learned::told(state.histories(), &path, setting) else {
        return Ok(Status::Wrong);
    };
    let answers = optimize::answers(&histories);
    if answers < LEAST {
        return Ok(too_few(answers, setting));
    }
    let cards = histories.iter().filter(|history| !history.is_empty()).count();
    let fitted = optimize::fit(&histories).and_then(|parameters| {
        Some((parameters, Compared::new(state.model(), &parameters, &histories)?))
    });
    let Some((parameters, compared)) = fitted else {
        tell(Word::OptimizeFailed.text(locale));
        return Ok(Status::Nothing);
    };
    let counts = [answers.to_string(), cards.to_string()];
    writeln!(out, "{}", Word::OptimizeFrom.fill(locale, &[&counts[0], &counts[1]]))?;
    let Compared { before, after } = compared;
    let loss = [before.loss, after.loss].map(|loss| format!("{loss:.3}"));
    let error = [before.error, after.error].map(|error| format!("{:.1}", error * 100.0));
    writeln!(out, "{}", Word::OptimizeLoss.fill(locale, &[&loss[0], &loss[1]]))?;
    writeln!(out, "{}", Word::OptimizeError.fill(locale, &[&error[0], &error[1]]))?;
    let kept = if compared.is_better() {
        let reviews = u32::try_from(answers).unwrap_or(u32::MAX);
        let kept = keep(&mut state, reviews, parameters);
        let Some(()) = learned::told(kept, &path, setting) else { return Ok(Status::Wrong) };
        Word::OptimizeDone
    } else {
        Word::OptimizeKept
    };
    writeln!(out, "{}", kept.text(locale))?;
    Ok(Status::Done)
}

fn keep(state: &mut State, reviews: u32, parameters: Parameters) -> Result<(), Fault> {
    // What was looked at may be a copy of one that must not be written to.
    if !state.saves() {
        return Err(Fault::ReadOnly);
    }
    let at = learned::now();
    let id = Id::timed(at, state.random()?);
    state.fit(&Fit { id, at, device: state.device(), reviews, parameters })
}

fn too_few(answers: usize, setting: &Setting) -> Status {
    let counts = [answers.to_string(), LEAST.to_string()];
    tell(&Word::OptimizeTooFew.fill(setting.locale, &[&counts[0], &counts[1]]));
    Status::Nothing
}
