//! `gongbu PATH`: the reader, or the notes as text where there is no terminal to read them in.

use std::io;

use super::notes::Open;
use super::setting::Setting;
use super::show::Printer;
use super::{Out, Status};
use crate::style::Role;

/// Opens the notes for reading.
pub(super) fn read(open: &Open, setting: &Setting, out: Out<'_>) -> io::Result<Status> {
    // The reader is not there yet: a terminal (`setting.terminal`) gets what a file would.
    print(open, setting, out)
}

/// Prints every note as a whole; where there are several, each below its name.
fn print(open: &Open, setting: &Setting, out: Out<'_>) -> io::Result<Status> {
    let mut printer = Printer::new(setting.width(), setting);
    let notes = &open.library.notes;
    for (i, note) in notes.iter().enumerate() {
        if notes.len() > 1 {
            printer.line(Role::Muted, &format!("== {} ==", open.library.name(i)), out)?;
        }
        printer.sections(note, 0..note.sections.len(), true, out)?;
    }
    Ok(open.status)
}
