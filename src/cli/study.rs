//! Where what is learned is kept, and how cards are asked, as it was chosen.

use super::learned;
use super::setting::{Setting, tell};
use crate::config::{Config, Opt};
use crate::review::moment::Moment;
use crate::review::schedule::Settings;
use crate::store::clock;
use crate::store::desk::Setup;
use crate::words::Study;

/// What the state is asked with. Nothing is opened by that.
pub(super) fn setup(config: &Config, setting: &Setting) -> Setup {
    let settings = settings(config);
    Setup {
        path: learned::place(),
        settings,
        locale: setting.locale,
        clock: Box::new(move || clock::now(settings.day_start)),
    }
}

/// Now, by the system's clock, on a day that begins as it was chosen.
pub(super) fn now(config: &Config) -> Moment {
    clock::now(settings(config).day_start)
}

/// How cards are asked, as it was chosen.
fn settings(config: &Config) -> Settings {
    let usual = Settings::default();
    let number = |option| config.number(option);
    Settings {
        retention: number(Opt::Retention).map_or(usual.retention, |n| f32::from(n) / 100.0),
        new: number(Opt::NewCards).map_or(usual.new, u32::from),
        all: number(Opt::DailyCards).map_or(usual.all, u32::from),
        day_start: number(Opt::DayStart)
            .and_then(|hour| u8::try_from(hour).ok())
            .unwrap_or(usual.day_start),
        ..usual
    }
}

/// Says how many answers could not be kept, and how many marks of what was read, where there are some.
pub(super) fn tell_unkept((answers, marks): (usize, usize), setting: &Setting) {
    for (count, word) in [(answers, Study::ReviewLost), (marks, Study::MarksLost)] {
        if count > 0 {
            tell(&word.fill(setting.locale, &[&count.to_string()]));
        }
    }
}
