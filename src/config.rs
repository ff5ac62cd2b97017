//! The configuration: what may be chosen (one table), and what has been, by whom.
//!
//! Its text is that of a file `config.toml`. Whatever is wrong with it is a diagnostic, and what is
//! wrong stays at its default: no configuration keeps the program from starting.

mod option;
mod print;
mod read;
mod value;

pub use option::{OPTIONS, Opt, Spec};
pub use print::{default_file, effective, option_table};
pub use read::read;
pub use value::{Kind, Value};

use crate::app::chord::Chord;
use crate::app::command::Command;
use crate::app::keymap::Keymap;
use crate::style::theme::Theme;
use crate::words::Locale;

/// Who has chosen a value. The later outdoes the earlier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Nobody.
    #[default]
    Default,
    /// The file, in this line (from 1).
    File(usize),
    /// A variable of many programs, of this name.
    Custom(&'static str),
    /// The environment, by the option's own variable.
    Environment,
    /// An argument, of this name.
    Flag(&'static str),
}

/// What has been chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// By the numbers of the options.
    values: Vec<(Value, Origin)>,
    /// Themes of the reader's own.
    pub themes: Vec<Theme>,
    /// Keys of the reader's own, for commands that have no others then.
    pub keys: Vec<(Command, Vec<Chord>)>,
}

impl Default for Config {
    fn default() -> Config {
        let values = OPTIONS.iter().map(|spec| (spec.default(), Origin::Default));
        Config { values: values.collect(), themes: Vec::new(), keys: Vec::new() }
    }
}

impl Config {
    /// Chooses a value, where nobody with more to say has chosen another.
    pub fn set(&mut self, option: Opt, value: Value, origin: Origin) {
        if let Some(slot) = self.values.get_mut(option as usize)
            && origin >= slot.1
        {
            *slot = (value, origin);
        }
    }

    /// Takes a choice back.
    pub fn unset(&mut self, option: Opt) {
        let spec = OPTIONS.get(option as usize);
        if let (Some(slot), Some(spec)) = (self.values.get_mut(option as usize), spec) {
            *slot = (spec.default(), Origin::Default);
        }
    }

    /// Every theme: the built-in ones, of which the reader may have others under the same name, and
    /// the reader's own.
    pub fn all_themes(&self) -> Vec<Theme> {
        let mut all = Theme::built_in();
        for own in &self.themes {
            match all.iter_mut().find(|theme| theme.name == own.name) {
                Some(theme) => *theme = own.clone(),
                None => all.push(own.clone()),
            }
        }
        all
    }

    /// Their names.
    pub fn theme_names(&self) -> Vec<String> {
        self.all_themes().into_iter().map(|theme| theme.name).collect()
    }

    /// The keys in use.
    pub fn keymap(&self) -> Keymap {
        if self.keys.is_empty() { Keymap::default() } else { Keymap::with(&self.keys) }
    }

    /// Whether there is a theme of this name.
    pub fn has_theme(&self, name: &str) -> bool {
        self.theme_names().iter().any(|own| own == name)
    }

    /// The value of an option.
    pub fn get(&self, option: Opt) -> &Value {
        self.values.get(option as usize).map_or(&Value::Auto, |(value, _)| value)
    }

    /// Who has chosen it.
    pub fn origin(&self, option: Opt) -> Origin {
        self.values.get(option as usize).map_or(Origin::Default, |(_, origin)| *origin)
    }

    /// Whether an option is on; one that is left to the program (`auto`) is neither.
    pub fn switch(&self, option: Opt) -> Option<bool> {
        match self.get(option) {
            Value::Switch(on) => Some(*on),
            _ => None,
        }
    }

    /// The name that was chosen; none where that is left to the program.
    pub fn name(&self, option: Opt) -> Option<&str> {
        match self.get(option) {
            Value::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The language that was chosen; none where it follows the environment.
    pub fn language(&self) -> Option<Locale> {
        self.name(Opt::Language).and_then(Locale::from_tag)
    }

    /// A whole number that was chosen.
    pub fn number(&self, option: Opt) -> Option<u16> {
        match self.get(option) {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The most columns that text is set in.
    pub fn text_width(&self) -> u16 {
        match self.get(Opt::TextWidth) {
            Value::Number(columns) => *columns,
            _ => crate::app::area::TEXT_COLUMNS,
        }
    }
}
