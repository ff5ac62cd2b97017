//! Reading the file: its text becomes values and diagnostics. Nothing else knows what TOML is, beside
//! front matter.

mod keys;
mod theme;

use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Config, Kind, OPTIONS, Opt, Origin, Spec, Value};
use crate::diag::{Code, Diagnostic, Lines};
use crate::text::near::nearest;
use crate::text::span::Span;

/// Reads the text of a file. Paths in it stay as they are written.
pub fn read(text: &str) -> (Config, Vec<Diagnostic>) {
    let mut reader = Reader { lines: Lines::new(text), text, problems: Vec::new() };
    let mut config = Config::default();
    // What follows a mistake is read all the same.
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().map_or(Span::new(0, 0), |range| Span::new(range.start, range.end));
        reader.problem(Code::ConfigSyntax, span, &[error.message()]);
    }
    for (key, value) in table.get_ref() {
        match key.get_ref().as_ref() {
            "keys" => config.keys = reader.keys(value),
            "themes" => config.themes = reader.themes(value),
            _ => reader.option(&mut config, key, value),
        }
    }
    // A theme may be chosen before it is described.
    if let Some(value) = table.get_ref().get("theme")
        && let Some(name) = config.name(Opt::Theme).filter(|name| !config.has_theme(name))
    {
        let names = config.theme_names();
        reader.no_such_name(name, span(value), names.iter().map(String::as_str));
        config.unset(Opt::Theme);
    }
    reader.problems.sort_by_key(|problem| problem.span.start);
    // What is no value at all need not be called a wrong one, too.
    reader.problems.dedup_by_key(|problem| problem.span.start);
    (config, reader.problems)
}

/// What is read, and what was wrong with it.
struct Reader<'t> {
    text: &'t str,
    lines: Lines,
    problems: Vec<Diagnostic>,
}

type Key<'t> = Spanned<toml::de::DeString<'t>>;

impl Reader<'_> {
    fn problem(&mut self, code: Code, span: Span, args: &[&str]) {
        self.problems.push(Diagnostic::new(code, span, args));
    }

    fn option(&mut self, config: &mut Config, key: &Key<'_>, value: &Spanned<DeValue<'_>>) {
        let name = key.get_ref().as_ref();
        let Some(spec) = OPTIONS.iter().find(|spec| spec.name == name) else {
            return self.unknown(key);
        };
        match of_kind(spec.kind, value.get_ref()) {
            Some(value) => {
                let (line, _) = self.lines.position(self.text, key.span().start);
                config.set(spec.option, value, Origin::File(line));
            }
            None => self.wrong(spec, value),
        }
    }

    /// There is no such option; another may be meant.
    fn unknown(&mut self, key: &Key<'_>) {
        let name = key.get_ref().as_ref();
        match nearest(name, OPTIONS.iter().map(|spec| spec.name).chain(["themes", "keys"])) {
            Some(near) => self.problem(Code::MisspeltOption, span(key), &[name, near]),
            None => self.problem(Code::UnknownOption, span(key), &[name]),
        }
    }

    /// There is no such name; one of `names` may be meant.
    fn no_such_name<'n>(&mut self, name: &str, at: Span, names: impl Iterator<Item = &'n str>) {
        match nearest(name, names) {
            Some(near) => self.problem(Code::MisspeltName, at, &[name, near]),
            None => self.problem(Code::UnknownName, at, &[name]),
        }
    }

    fn wrong(&mut self, spec: &Spec, value: &Spanned<DeValue<'_>>) {
        self.problem(Code::OptionValue, span(value), &[spec.name, &spec.kind.label()]);
    }
}

fn span<T>(spanned: &Spanned<T>) -> Span {
    let range = spanned.span();
    Span::new(range.start, range.end)
}

/// A value of this kind, where it is one.
fn of_kind(kind: Kind, value: &DeValue<'_>) -> Option<Value> {
    match (kind, value) {
        (Kind::Switch | Kind::AutoSwitch, DeValue::Boolean(on)) => Some(Value::Switch(*on)),
        (Kind::Number { .. }, DeValue::Integer(number)) => {
            Value::parse(kind, number.as_str()).filter(|_| number.radix() == 10)
        }
        (Kind::Choice(_) | Kind::Theme | Kind::Command, DeValue::String(name)) => {
            Value::parse(kind, name)
        }
        (Kind::AutoSwitch, DeValue::String(name)) if name == "auto" => Some(Value::Auto),
        (Kind::Paths, DeValue::String(path)) => Some(Value::Paths(vec![path.as_ref().into()])),
        (Kind::Paths, DeValue::Array(paths)) => {
            let paths = paths.iter().map(|path| path.get_ref().as_str().map(PathBuf::from));
            paths.collect::<Option<_>>().map(Value::Paths)
        }
        _ => None,
    }
}
