//! `gongbu completions`: a script by which a shell completes commands and options.

use std::io;

use clap_complete::{Shell, generate};

use super::setting::Setting;
use super::{Out, Status, usage};

/// Prints the script, with what each option does in the language of the reader where the shell shows it.
pub(super) fn run(shell: Shell, setting: &Setting, out: Out<'_>) -> io::Result<Status> {
    // The generator ends the program where it cannot write, so it writes to memory.
    let mut script = Vec::new();
    generate(shell, &mut usage::command(setting.locale), "gongbu", &mut script);
    out.write_all(&script)?;
    Ok(Status::Done)
}
