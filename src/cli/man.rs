//! `gongbu man`: the manual page, made from the arguments, the keys and the options.

use std::io;

use clap::{Arg, Command};
use roff::{Roff, bold, italic, roman};

use super::setting::Setting;
use super::{Out, Status, usage};
use crate::app::keymap::Keymap;
use crate::config::OPTIONS;
use crate::words::{Locale, Word};

/// Prints the page as roff, as `man` reads it.
pub(super) fn run(setting: &Setting, out: Out<'_>) -> io::Result<Status> {
    out.write_all(page(setting.locale).as_bytes())?;
    Ok(Status::Done)
}

/// The whole page.
fn page(locale: Locale) -> String {
    let mut command = usage::command(locale);
    command.build();
    let mut page = Page { roff: Roff::new(), locale };
    let version = format!("gongbu {}", env!("CARGO_PKG_VERSION"));
    page.roff.control("TH", ["gongbu", "1", "", version.as_str()]);
    page.section(Word::ManName);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    page.text(&format!("gongbu - {about}"));
    page.section(Word::ManSynopsis);
    page.text(&synopsis(&command));
    page.section(Word::ManDescription);
    let about = command.get_long_about().or(command.get_about());
    page.paragraphs(&about.map(ToString::to_string).unwrap_or_default());
    page.section(Word::ManOptions);
    page.arguments(&command, |_| true);
    page.section(Word::ManCommands);
    // Help on help needs no page.
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        page.roff.control("SS", [synopsis(below).as_str()]);
        page.paragraphs(&below.get_about().map(ToString::to_string).unwrap_or_default());
        page.arguments(below, |arg| !arg.is_global_set() && arg.get_id() != "notes");
        page.literal(&below.get_after_help().map(ToString::to_string).unwrap_or_default());
    }
    page.section(Word::ManKeys);
    page.keys();
    page.section(Word::ManConfig);
    page.options();
    page.literal(&command.get_after_help().map(ToString::to_string).unwrap_or_default());
    page.roff.render()
}

/// How a command is called, in one line.
fn synopsis(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage).trim().to_owned()
}

struct Page {
    roff: Roff,
    locale: Locale,
}

impl Page {
    fn section(&mut self, title: Word) {
        self.roff.control("SH", [title.text(self.locale)]);
    }

    fn text(&mut self, text: &str) {
        self.roff.text([roman(text)]);
    }

    /// Text whose paragraphs stand apart by blank lines.
    fn paragraphs(&mut self, text: &str) {
        for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            self.roff.control("PP", []);
            self.text(&paragraph.lines().collect::<Vec<_>>().join(" "));
        }
    }

    /// Lines that stay as they are.
    fn literal(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.roff.control("PP", []).control("nf", []);
        for line in text.lines() {
            self.text(line);
        }
        self.roff.control("fi", []);
    }

    fn arguments(&mut self, command: &Command, wanted: impl Fn(&Arg) -> bool) {
        for arg in command.get_arguments().filter(|arg| wanted(arg)) {
            self.roff.control("TP", []);
            self.roff.text([bold(called(arg))]);
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            self.text(&help);
        }
    }

    fn keys(&mut self) {
        for row in Keymap::default().rows(self.locale) {
            self.roff.control("TP", []);
            self.roff.text([bold(row.keys.join("  ")), roman("  "), italic(row.place)]);
            self.text(row.does);
        }
    }

    /// The options of the configuration, and the variables that decide them, too.
    fn options(&mut self) {
        for spec in OPTIONS {
            self.roff.control("TP", []);
            let set = format!("{} = {}", spec.name, spec.default);
            self.roff.text([bold(set), roman("  "), italic(spec.variable())]);
            self.text(&format!("{} [{}]", spec.help.text(self.locale), spec.kind.label()));
        }
    }
}

/// How an argument is written.
fn called(arg: &Arg) -> String {
    let names =
        [arg.get_short().map(|c| format!("-{c}")), arg.get_long().map(|l| format!("--{l}"))];
    let names: Vec<String> = names.into_iter().flatten().collect();
    let value = arg.get_value_names().unwrap_or_default().join(" ");
    match (names.is_empty(), arg.get_action().takes_values()) {
        (true, _) => value,
        (false, true) => format!("{} {value}", names.join(", ")),
        (false, false) => names.join(", "),
    }
}
