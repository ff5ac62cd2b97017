//! The one table of options: file, environment, listing, documentation and checks are made from it.

use super::value::{Kind, Value};
use crate::words::Decides;

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The option.
    pub option: Opt,
    /// Its name in the file, in kebab case.
    pub name: &'static str,
    /// What it can be.
    pub kind: Kind,
    /// What it is where nobody chooses, as it is written in the file.
    pub default: &'static str,
    /// What it decides, in one line.
    pub help: Decides,
}

impl Spec {
    /// The default.
    pub fn default(&self) -> Value {
        Value::parse(self.kind, self.default.trim_matches('"')).unwrap_or(Value::Auto)
    }

    /// The variable of the environment that decides it, too: `GONGBU_` and the name in capitals.
    pub fn variable(&self) -> String {
        format!("GONGBU_{}", self.name.to_ascii_uppercase().replace('-', "_"))
    }
}

/// Makes the enum and the table from the same lines.
macro_rules! options {
    ($($option:ident, $name:literal, $kind:expr, $default:literal, $help:ident;)*) => {
        /// What may be chosen. What each decides is said by its [`Spec::help`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum Opt {
            $($option,)*
        }

        /// Every option, in the order of the file.
        pub const OPTIONS: &[Spec] = &[$(Spec {
            option: Opt::$option,
            name: $name,
            kind: $kind,
            default: $default,
            help: Decides::$help,
        }),*];
    };
}

options! {
    Language, "language", Kind::Choice(&["ko", "en"]), "\"auto\"", OptLanguage;
    Theme, "theme", Kind::Theme, "\"auto\"", OptTheme;
    Ascii, "ascii", Kind::AutoSwitch, "\"auto\"", OptAscii;
    TextWidth, "text-width", Kind::Number { least: 20, most: 400 }, "88", OptTextWidth;
    CutCode, "cut-code", Kind::Switch, "false", OptCutCode;
    ShowContents, "show-contents", Kind::Switch, "true", OptShowContents;
    ShowGlossary, "show-glossary", Kind::Switch, "true", OptShowGlossary;
    Images, "images", Kind::Switch, "true", OptImages;
    Mouse, "mouse", Kind::Switch, "true", OptMouse;
    Remember, "remember", Kind::Switch, "true", OptRemember;
    Editor, "editor", Kind::Command, "\"auto\"", OptEditor;
    TypedAnswers, "typed-answers", Kind::Switch, "false", OptTypedAnswers;
    NewCards, "new-cards", Kind::Number { least: 0, most: 9999 }, "20", OptNewCards;
    DailyCards, "daily-cards", Kind::Number { least: 0, most: 9999 }, "200", OptDailyCards;
    Retention, "retention", Kind::Number { least: 70, most: 99 }, "90", OptRetention;
    DayStart, "day-start", Kind::Number { least: 0, most: 23 }, "4", OptDayStart;
    Linear, "linear", Kind::Switch, "false", OptLinear;
    Notes, "notes", Kind::Paths, "[]", OptNotes;
}
