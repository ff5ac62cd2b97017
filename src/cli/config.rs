//! `gongbu config`: what has been chosen, and the file to choose in.

use std::io;

use super::chosen::Chosen;
use super::setting::Setting;
use super::{Out, Status};
use crate::config::{default_file, effective};
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Prints every option with its value and who has chosen it, or a file of all defaults.
pub(super) fn run(
    default: bool,
    chosen: &Chosen,
    setting: &Setting,
    out: Out<'_>,
) -> io::Result<Status> {
    let locale = setting.locale;
    if default {
        write!(out, "{}", default_file(locale))?;
        return Ok(Status::Done);
    }
    match &chosen.file {
        Some(file) => {
            let missing = match chosen.found {
                true => String::new(),
                false => format!(" ({})", Word::ConfigNone.text(locale)),
            };
            writeln!(out, "# {}{missing}", Clean::visible(&file.to_string_lossy()))?;
        }
        None => writeln!(out, "# {}", Word::ConfigNone.text(locale))?,
    }
    write!(out, "{}", effective(&chosen.config, &chosen.name(), locale))?;
    Ok(Status::Done)
}
