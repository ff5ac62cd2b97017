//! Where what is learned is kept, and how cards are asked, as it was chosen.

use super::session::folder;
use super::setting::{Setting, tell};
use crate::config::Config;
use crate::review::schedule::Settings;
use crate::store::clock;
use crate::store::desk::Setup;
use crate::words::Study;

/// What the state is asked with. Nothing is opened by that.
pub(super) fn setup(_config: &Config, setting: &Setting) -> Setup {
    let settings = Settings::default();
    Setup {
        path: folder().map(|folder| folder.join("gongbu/state.db")),
        settings,
        locale: setting.locale,
        clock: Box::new(move || clock::now(settings.day_start)),
    }
}

/// Says how many answers could not be kept, where there are some.
pub(super) fn tell_unkept(count: usize, setting: &Setting) {
    if count > 0 {
        tell(&Study::ReviewLost.fill(setting.locale, &[&count.to_string()]));
    }
}
