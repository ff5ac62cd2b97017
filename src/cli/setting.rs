//! What the arguments and the environment say of how to print.
#![allow(clippy::disallowed_methods)] // This is the file that reads the environment.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

use encoding_rs::Encoding;

use super::args::{Arguments, When};
use super::paint::Paint;
use crate::app::pictures::Medium;
use crate::config::{Config, Opt, Value};
use crate::style::theme::Background;
use crate::text::sanitize::Clean;
use crate::tui::editor::Editor;
use crate::tui::graphics::ask::Host;
use crate::tui::theme::{Depth, Theme};
use crate::words::Locale;

/// The width where there is no terminal to ask.
const USUAL: u16 = 80;

/// How to print, and what to read where no path is given.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    /// The language of the program's own words.
    pub locale: Locale,
    /// Whether standard output is coloured.
    pub color: bool,
    /// Whether standard error is coloured.
    pub color_of_errors: bool,
    /// Whether the terminal is told where links lead.
    pub links: bool,
    /// Whether standard output is a terminal.
    pub terminal: bool,
    /// Whether the terminal says that it can do nothing (`TERM=dumb`).
    pub dumb: bool,
    /// Borders and bullets of ASCII only.
    pub ascii: bool,
    /// What notes are in that are not in UTF-8.
    pub encoding: Option<&'static Encoding>,
    /// The most columns that text is set in.
    pub text_width: u16,
    /// How many colours the reader has.
    pub depth: Depth,
    /// The theme, where one was chosen.
    pub theme: Option<Theme>,
    /// Whether the terminal may be asked for its background.
    pub answers: bool,
    /// The terminal's own background, as far as the environment tells.
    pub background: Background,
    /// What the terminal may show pictures with.
    pub host: Host,
    /// The program that its reader opens the web with (`BROWSER`).
    pub browser: Option<String>,
    /// The reader's editor: the one chosen, else `VISUAL`, then `EDITOR`.
    pub editor: Editor,
    /// The notes for every command; none: the built-in course.
    pub notes: Vec<PathBuf>,
}

impl Setting {
    pub fn new(args: &Arguments, config: &Config) -> Setting {
        let terminal = io::stdout().is_terminal();
        let color = color(args.color, terminal);
        let ascii = config.switch(Opt::Ascii).unwrap_or_else(|| !speaks_utf_8());
        let of_colours = if color { depth() } else { Depth::Plain };
        Setting {
            locale: config.language().unwrap_or_else(locale),
            color,
            color_of_errors: self::color(args.color, io::stderr().is_terminal()),
            links: terminal
                && color
                && env::var_os("TERM").is_some_and(|term| term != "linux" && term != "dumb"),
            terminal,
            dumb: env::var_os("TERM").is_some_and(|term| term == "dumb"),
            ascii,
            encoding: args.encoding,
            text_width: config.text_width(),
            depth: of_colours,
            theme: config.name(Opt::Theme).and_then(|name| {
                let theme = config.all_themes().into_iter().find(|theme| theme.name == name)?;
                Some(Theme { theme: Arc::new(theme), depth: of_colours })
            }),
            // The Linux console would show the question.
            answers: color
                && env::var_os("TERM").is_some_and(|term| term != "linux" && term != "dumb"),
            background: background(),
            host: Host::new(
                &|name| env::var_os(name).map(|value| value.to_string_lossy().into_owned()),
                if ascii { Medium::None } else { blocks(of_colours) },
            ),
            browser: env::var_os("BROWSER").and_then(|browser| browser.into_string().ok()),
            editor: editor(config.name(Opt::Editor)),
            notes: match config.get(Opt::Notes) {
                Value::Paths(paths) => paths.clone(),
                _ => Vec::new(),
            },
        }
    }

    /// What paints standard output.
    pub fn paint(&self) -> Paint<'_> {
        Paint::new(self.color).with_theme(self.theme.as_ref())
    }

    /// What stands before an address; addresses can be given without it.
    pub fn address_sign(&self) -> &'static str {
        if self.ascii { "" } else { "§" }
    }

    /// The columns to fill.
    pub fn width(&self) -> usize {
        let columns = self.columns().unwrap_or(usize::from(USUAL));
        columns.min(usize::from(self.text_width))
    }

    /// The columns of the terminal, if standard output is one that says.
    pub fn columns(&self) -> Option<usize> {
        // Without a terminal crossterm would ask another program.
        let size = if self.terminal { crossterm::terminal::size().ok() } else { None };
        size.map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0)
    }
}

/// Says something on standard error, in one line that no terminal obeys. Where that fails there is
/// nobody left to tell.
pub(super) fn tell(line: &str) {
    let _ = writeln!(io::stderr().lock(), "gongbu: {}", Clean::visible(line));
}

/// Says what has been drawn by [`crate::diag::render`], which is safe, on standard error.
pub(super) fn tell_drawn(lines: &str) {
    let _ = writeln!(io::stderr().lock(), "{lines}");
}

fn editor(chosen: Option<&str>) -> Editor {
    let named = ["VISUAL", "EDITOR"].map(|name| env::var_os(name)?.into_string().ok());
    Editor::new(chosen.into_iter().chain(named.iter().flatten().map(String::as_str)))
}

/// Whether help is coloured: it is printed before there is any setting.
pub(super) fn help_in_color() -> bool {
    color(When::Auto, io::stdout().is_terminal())
}

fn color(when: When, terminal: bool) -> bool {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto if set("NO_COLOR").is_some() => false,
        When::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        When::Auto => terminal && set("TERM").is_none_or(|term| term != "dumb"),
    }
}

/// How many colours the terminal has, as far as the environment tells.
fn depth() -> Depth {
    let text = |name| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let (term, colours) = (text("TERM").unwrap_or_default(), text("COLORTERM").unwrap_or_default());
    // GNU screen hands on what its own terminal can, and cannot do it itself; tmux can.
    let screen = term.starts_with("screen") && env::var_os("TMUX").is_none();
    match colours.as_str() {
        "truecolor" | "24bit" if !screen => Depth::True,
        _ if term.ends_with("-direct") => Depth::True,
        _ if term.contains("256color") || screen && !colours.is_empty() => Depth::Indexed,
        _ => Depth::Sixteen,
    }
}

/// Half blocks need more than sixteen colours.
fn blocks(depth: Depth) -> Medium {
    match depth {
        Depth::True => Medium::Blocks { all_colours: true },
        Depth::Indexed => Medium::Blocks { all_colours: false },
        Depth::Plain | Depth::Sixteen => Medium::None,
    }
}

/// What `COLORFGBG` says (`foreground;background`, as rxvt and its kin set it): of the sixteen
/// colours 7 and 9 to 15 are light.
fn background() -> Background {
    let value = env::var_os("COLORFGBG").map(|value| value.to_string_lossy().into_owned());
    let last = value.as_deref().and_then(|value| value.rsplit(';').next());
    match last.and_then(|last| last.parse::<u8>().ok()) {
        Some(0..=6 | 8) => Background::Dark,
        Some(7 | 9..=15) => Background::Light,
        _ => Background::Unknown,
    }
}

/// Whether the terminal takes UTF-8, by the variables that POSIX names. Where none is set, as in many
/// a container, it is taken to: nearly every terminal does.
fn speaks_utf_8() -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(env::var_os);
    let first = named.map(|tag| tag.to_string_lossy().to_ascii_lowercase()).find(|t| !t.is_empty());
    first.is_none_or(|tag| tag.contains("utf-8") || tag.contains("utf8"))
}

/// The first of the variables that POSIX names decides; where none does, English is spoken.
pub(super) fn locale() -> Locale {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(env::var_os)
        .find_map(|tag| Locale::from_tag(&tag.to_string_lossy()));
    asked.unwrap_or(Locale::En)
}
