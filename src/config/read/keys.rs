//! Keys of the reader's own: `[keys]`, commands by name with a key or a list of keys each.

use toml::Spanned;
use toml::de::DeValue;

use super::{Reader, span};
use crate::app::chord::Chord;
use crate::app::command::{COMMANDS, Command, Keys, Scope, Scopes};
use crate::app::keymap::{FIXED, clash, scopes};
use crate::diag::Code;
use crate::text::span::Span;

/// What the value of a command can be.
const KEYS: &str = "\"o\" | \"ctrl-x\" | \"space f\" | [\"o\", …] | []";

/// Commands with the keys that were chosen for them.
type Chosen = Vec<(Command, Vec<Chord>)>;

impl Reader<'_> {
    /// The keys of the table. One that another command has, too, where both apply is told; a chosen
    /// key goes before one of the table of commands, and of two chosen ones the first.
    pub(super) fn keys(&mut self, value: &Spanned<DeValue<'_>>) -> Chosen {
        let Some(table) = value.get_ref().as_table() else {
            self.problem(Code::OptionValue, span(value), &["keys", "[keys]"]);
            return Vec::new();
        };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let mut all: Chosen = Vec::new();
        let mut places: Vec<(Command, Chord, Span)> = Vec::new();
        for (key, value) in entries {
            let name = key.get_ref().as_ref();
            let Some(command) = Command::from_name(name) else {
                self.no_such_name(name, span(key), COMMANDS.iter().map(|spec| spec.name));
                continue;
            };
            let Some(read) = self.chords(name, value) else { continue };
            let mut own = Vec::new();
            for (chord, at) in read {
                if self.is_free(command, &chord, at, &all) && !own.contains(&chord) {
                    places.push((command, chord.clone(), at));
                    own.push(chord);
                }
            }
            // Only who says so has a command without a key.
            let none = value.get_ref().as_array().is_some_and(|list| list.is_empty());
            if none || !own.is_empty() {
                all.push((command, own));
            }
        }
        for (command, chord, at) in places {
            self.against_the_table(command, &chord, at, &all);
        }
        all
    }

    /// The keys of a value, each with its place; none where it cannot be keys. Of a list those stay
    /// that are keys.
    fn chords(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<(Chord, Span)>> {
        let (texts, list) = match value.get_ref() {
            DeValue::Array(list) => (list.iter().collect(), true),
            _ => (vec![value], false),
        };
        let mut chords = Vec::new();
        for text in texts {
            match text.get_ref().as_str().and_then(|text| text.parse().ok()) {
                Some(chord) => chords.push((chord, span(text))),
                None => self.problem(Code::OptionValue, span(text), &[name, KEYS]),
            }
        }
        (list || !chords.is_empty()).then_some(chords)
    }

    /// Whether no one else has the key: it is not fixed, and no command before has it.
    fn is_free(&mut self, command: Command, chord: &Chord, at: Span, before: &Chosen) -> bool {
        for (name, fixed) in FIXED {
            let Ok(key) = name.parse::<Chord>() else { continue };
            let alone = *chord == key && command == fixed;
            if !alone && chord.keys().iter().any(|own| key.keys().contains(own)) {
                self.problem(Code::KeyFixed, at, &[name, fixed.spec().name]);
                return false;
            }
        }
        let chosen = before.iter().flat_map(|(own, keys)| keys.iter().map(move |key| (*own, key)));
        for (other, key) in chosen {
            if clash((command, chord), (other, key)) != Scopes::NONE {
                let names = [other.spec().name, command.spec().name];
                self.problem(Code::KeyTwice, at, &[&chord.to_string(), names[0], names[1]]);
                return false;
            }
        }
        true
    }

    /// Tells where a key is also that of a command that nothing was chosen for.
    fn against_the_table(&mut self, command: Command, chord: &Chord, at: Span, chosen: &Chosen) {
        let free = |command: &Command| chosen.iter().all(|(own, _)| own != command);
        for spec in COMMANDS.iter().filter(|spec| free(&spec.command)) {
            let clashes = |keys: &Keys| {
                let both = scopes(command).within(keys.scopes);
                // In a text field such keys are text.
                let both = if chord.types() { both.but(Scope::Input.only()) } else { both };
                let names = keys.names.iter().filter_map(|name| name.parse::<Chord>().ok());
                both != Scopes::NONE && names.into_iter().any(|key| chord.meets(&key))
            };
            if spec.keys.iter().any(clashes) {
                let names = [command.spec().name, spec.name];
                self.problem(Code::KeyTwice, at, &[&chord.to_string(), names[0], names[1]]);
            }
        }
    }
}
