//! The arguments as clap knows them, in the language of the reader: help, and what is wrong.

use std::ffi::OsString;

use clap::builder::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Arguments;
use crate::words::usage::USAGE;
use crate::words::{Locale, Word};

/// How help is laid out; only its headings are words.
const TEMPLATE: &str =
    "{before-help}{about-with-newline}\n{usage-heading} {usage}\n\n{all-args}{after-help}";

/// All arguments, with help in `locale`. Whether words are in colour is up to who prints them.
pub(super) fn command(locale: Locale) -> Command {
    let command = Arguments::command();
    match locale {
        Locale::En => command,
        Locale::Ko => {
            // The one that clap makes speaks English; what it does is done by `help`.
            let help = Command::new("help").about(Word::UsageHelp.text(locale));
            translated(command, "", locale).subcommand(help).styles(Styles::styled())
        }
    }
}

/// The arguments with `help COMMAND` as `COMMAND --help`, which is said in every language.
pub(super) fn help(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|arg| arg == "help") {
        args.remove(1);
        args.push(OsString::from("--help"));
    }
    args
}

/// The Korean text for an argument (or `about`…) of a command; what every command has is said once.
fn korean(command: &str, id: &str) -> Option<&'static str> {
    let of = |command| USAGE.iter().find(|usage| usage.0 == command && usage.1 == id);
    of(command)
        .or_else(|| {
            of("").filter(|_| !matches!(id, "about" | "long_about" | "after_help" | "paths"))
        })
        .map(|usage| usage.2)
}

fn translated(command: Command, name: &str, locale: Locale) -> Command {
    let heading = |word: Word| word.text(locale);
    let text = |id: &str| korean(name, id);
    let mut command = command
        .help_template(TEMPLATE.replace("{usage-heading}", heading(Word::UsageHeading)))
        .subcommand_help_heading(heading(Word::UsageCommands))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("help", 'h', ArgAction::Help));
    if name.is_empty() {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version));
    }
    for (id, set) in [
        ("about", Command::about as fn(Command, &'static str) -> Command),
        ("long_about", Command::long_about),
        ("after_help", Command::after_help),
    ] {
        if let Some(text) = text(id) {
            command = set(command, text);
        }
    }
    command = command.mut_args(|arg| {
        let place = match (arg.get_help_heading(), arg.is_positional()) {
            (Some(_), _) => Word::UsageEvery,
            (None, true) => Word::UsageArguments,
            (None, false) => Word::UsageOptions,
        };
        let help = korean(name, arg.get_id().as_str()).unwrap_or_default();
        let help = format!("{help}{}", values(&arg, locale));
        let takes = arg.get_action().takes_values();
        let arg = arg.hide_possible_values(takes).hide_default_value(takes);
        arg.help(help).help_heading(heading(place))
    });
    let below: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in below {
        command = command.mut_subcommand(&name, |command| translated(command, &name, locale));
    }
    command
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).long(name).short(short).action(action)
}

/// What an argument may be and what it is by itself, which clap says in English.
fn values(arg: &Arg, locale: Locale) -> String {
    let possible = arg.get_possible_values();
    let mut said = String::new();
    if arg.get_action().takes_values() && !possible.is_empty() {
        let names: Vec<&str> = possible.iter().map(|value| value.get_name()).collect();
        said += &format!(" [{}]", Word::UsageValues.fill(locale, &[&names.join(", ")]));
    }
    let default = arg.get_default_values().first().and_then(|value| value.to_str());
    if let Some(default) = default.filter(|_| arg.get_action().takes_values()) {
        said += &format!(" [{}]", Word::UsageDefault.fill(locale, &[default]));
    }
    said
}

/// What is wrong with the arguments, in one line.
pub(super) fn mistake(error: &clap::Error, locale: Locale) -> String {
    match locale {
        Locale::En => english(error),
        Locale::Ko => said(error, locale).unwrap_or_else(|| english(error)),
    }
}

/// What clap says, and its hints. The lines on usage are a question away.
fn english(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let mut said = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("tip: ") {
            Some(tip) => said += &format!("; {tip}"),
            None if line.starts_with("Usage:") || line.starts_with("For more information") => break,
            None if said.is_empty() => said += line.strip_prefix("error: ").unwrap_or(line),
            None => said += &format!(" {line}"),
        }
    }
    said
}

/// The same from what clap knows of the mistake; none for a kind that our arguments cannot make.
fn said(error: &clap::Error, locale: Locale) -> Option<String> {
    let of = |kind| context(error, kind);
    let arg = of(ContextKind::InvalidArg).unwrap_or_default();
    let value = of(ContextKind::InvalidValue).unwrap_or_default();
    let mut said = match error.kind() {
        ErrorKind::UnknownArgument => Word::UsageUnknown.fill(locale, &[&arg]),
        ErrorKind::InvalidValue if value.is_empty() => Word::UsageNoValue.fill(locale, &[&arg]),
        ErrorKind::InvalidValue => match of(ContextKind::ValidValue) {
            Some(valid) => Word::UsageChoice.fill(locale, &[&value, &arg, &valid]),
            None => Word::UsageValue.fill(locale, &[&value, &arg]),
        },
        ErrorKind::ValueValidation => Word::UsageValue.fill(locale, &[&value, &arg]),
        ErrorKind::MissingRequiredArgument => Word::UsageMissing.fill(locale, &[&arg]),
        ErrorKind::ArgumentConflict => {
            let prior = of(ContextKind::PriorArg).unwrap_or_default();
            match prior == arg {
                true => Word::UsageTwice.fill(locale, &[&arg]),
                false => Word::UsageConflict.fill(locale, &[&arg, &prior]),
            }
        }
        ErrorKind::TooManyValues => Word::UsageTooMany.fill(locale, &[&arg]),
        ErrorKind::InvalidUtf8 => Word::UsageNoText.text(locale).to_owned(),
        _ => return None,
    };
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    if let Some(near) = near.into_iter().find_map(of) {
        said += &format!("; {}", Word::UsageNear.fill(locale, &[&near]));
    }
    Some(said)
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::StyledStrs(texts) => {
            Some(texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command with its name (the program's own is empty).
    fn commands() -> Vec<(String, Command)> {
        let all = Arguments::command();
        let below = all.get_subcommands().map(|c| (c.get_name().to_owned(), c.clone()));
        std::iter::once((String::new(), all.clone())).chain(below).collect()
    }

    fn is_korean(text: Option<&str>) -> bool {
        text.is_some_and(|text| text.chars().any(|c| ('가'..='힣').contains(&c)))
    }

    #[test]
    fn every_command_and_argument_has_help_in_korean() {
        for (name, command) in commands() {
            for (id, said) in [
                ("about", command.get_about()),
                ("long_about", command.get_long_about()),
                ("after_help", command.get_after_help()),
            ] {
                assert_eq!(said.is_some(), is_korean(korean(&name, id)), "{name} {id}");
            }
            for arg in command.get_arguments() {
                assert!(is_korean(korean(&name, arg.get_id().as_str())), "{name} {}", arg.get_id());
            }
        }
    }

    #[test]
    fn no_help_in_korean_is_about_nothing() {
        let commands = commands();
        for (name, id, _) in USAGE {
            let command = commands.iter().find(|(own, _)| own == name);
            let (_, command) = command.unwrap_or_else(|| panic!("{name}"));
            let known = ["about", "long_about", "after_help", "help", "version"].contains(id)
                || command.get_arguments().any(|arg| arg.get_id() == id);
            assert!(known, "{name} {id}");
        }
    }

    #[test]
    fn arguments_mean_the_same_in_both_languages() {
        for line in
            ["toc -h", "show 2.1 --width 0", "--nope", "keys --json", "man", "completions fish"]
        {
            let parse = |locale| {
                let args = ["gongbu"].into_iter().chain(line.split(' '));
                let parsed = command(locale).try_get_matches_from(args);
                parsed.map(|matches| format!("{matches:?}")).map_err(|error| error.kind())
            };
            let (ko, en) = (parse(Locale::Ko), parse(Locale::En));
            assert_eq!(ko.as_ref().err(), en.as_ref().err(), "{line}");
            assert_eq!(ko.is_ok(), en.is_ok(), "{line}");
        }
    }
}
