//! Values of options: what they can be, and how they are written.

use std::fmt;
use std::path::PathBuf;

use crate::text::sanitize::Clean;

/// What an option can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false`.
    Switch,
    /// The same, or `"auto"`.
    AutoSwitch,
    /// A whole number within these bounds, both of them among it.
    Number { least: u16, most: u16 },
    /// One of these names, or `"auto"`.
    Choice(&'static [&'static str]),
    /// The name of a theme, or `"auto"`.
    Theme,
    /// A program with its arguments, or `"auto"`.
    Command,
    /// A list of paths.
    Paths,
}

impl Kind {
    /// What can stand in the file, the same in every language.
    pub fn label(self) -> String {
        match self {
            Kind::Switch => "true | false".to_owned(),
            Kind::AutoSwitch => "\"auto\" | true | false".to_owned(),
            Kind::Number { least, most } => format!("{least}–{most}"),
            Kind::Choice(names) => {
                let names = names.iter().map(|name| format!(" | \"{name}\""));
                format!("\"auto\"{}", names.collect::<String>())
            }
            Kind::Theme => "\"auto\" | \"NAME\"".to_owned(),
            Kind::Command => "\"auto\" | \"COMMAND\"".to_owned(),
            Kind::Paths => "[\"PATH\", …]".to_owned(),
        }
    }
}

/// A value of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The program finds out by itself.
    Auto,
    /// On or off.
    Switch(bool),
    /// A number.
    Number(u16),
    /// A name.
    Name(String),
    /// Paths.
    Paths(Vec<PathBuf>),
}

impl Value {
    /// Reads a value as it stands in the environment or after a flag; none where it cannot be one of
    /// its kind. A text is one path at most.
    pub fn parse(kind: Kind, text: &str) -> Option<Value> {
        Some(match (kind, text) {
            (Kind::AutoSwitch | Kind::Choice(_) | Kind::Theme | Kind::Command, "auto") => {
                Value::Auto
            }
            (Kind::Switch | Kind::AutoSwitch, "true" | "1") => Value::Switch(true),
            (Kind::Switch | Kind::AutoSwitch, "false" | "0") => Value::Switch(false),
            (Kind::Number { least, most }, text) => {
                Value::Number(text.parse().ok().filter(|n| (least..=most).contains(n))?)
            }
            (Kind::Choice(names), name) => {
                Value::Name((*names.iter().find(|own| **own == name)?).to_owned())
            }
            // Whether there is such a theme is for those to say who know all themes.
            (Kind::Theme, name) => Value::Name(name.to_owned()),
            (Kind::Command, words) if !words.trim().is_empty() => Value::Name(words.to_owned()),
            (Kind::Paths, "" | "[]") => Value::Paths(Vec::new()),
            (Kind::Paths, path) => Value::Paths(vec![PathBuf::from(path)]),
            _ => return None,
        })
    }
}

/// As it stands in the file. What a terminal could obey is shown instead of written.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = |text: &str| {
            let text = Clean::visible(text);
            // A TOML string in single quotes has no escapes.
            match text.contains(['"', '\\']) && !text.contains('\'') {
                true => format!("'{text}'"),
                false => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            }
        };
        match self {
            Value::Auto => f.write_str("\"auto\""),
            Value::Switch(on) => write!(f, "{on}"),
            Value::Number(number) => write!(f, "{number}"),
            Value::Name(name) => f.write_str(&quoted(name)),
            Value::Paths(paths) => {
                let paths: Vec<String> =
                    paths.iter().map(|path| quoted(&path.to_string_lossy())).collect();
                write!(f, "[{}]", paths.join(", "))
            }
        }
    }
}
