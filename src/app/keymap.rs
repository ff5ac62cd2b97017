//! Which command a key stands for, also while the Korean input method is on.

use super::chord::Chord;
use super::command::{COMMANDS, Command, Group, Scope, Scopes};
use super::key::{Key, KeyCode};
use crate::text::hangul::keystrokes;
use crate::words::{Locale, Word};

/// The keys in use.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

/// Some keys of a command and the scopes where they apply.
#[derive(Clone, Debug)]
struct Binding {
    command: Command,
    scopes: Scopes,
    keys: Vec<Chord>,
}

/// What keys that were pressed one after the other ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// This command.
    Run(Command),
    /// Some command, once more keys have been pressed.
    More,
    /// Nothing.
    Nothing,
}

/// A line of the table of keys, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the help.
    pub group: Group,
    /// What the keys are called.
    pub keys: Vec<String>,
    /// Where they apply.
    pub place: String,
    /// What they do.
    pub does: &'static str,
    /// The name of the command.
    pub command: &'static str,
}

impl Row {
    /// The keys in one line, told apart also where some are several in a row.
    pub fn line(&self) -> String {
        let apart = if self.keys.iter().any(|key| key.contains(' ')) { ", " } else { " " };
        self.keys.join(apart)
    }
}

impl Default for Keymap {
    /// The keys of the table of commands.
    fn default() -> Keymap {
        let mut bindings = Vec::new();
        for spec in COMMANDS {
            for keys in spec.keys {
                let parsed =
                    keys.names.iter().filter_map(|name| Some(Chord::key(name.parse().ok()?)));
                let (command, scopes, keys) = (spec.command, keys.scopes, parsed.collect());
                bindings.push(Binding { command, scopes, keys });
            }
        }
        Keymap { bindings }
    }
}

/// Keys that do the same whatever else was chosen, for who wants out: their names, and what they do.
pub const FIXED: [(&str, Command); 2] = [("ctrl-c", Command::Quit), ("esc", Command::Close)];

/// Where a command applies.
pub fn scopes(command: Command) -> Scopes {
    command.spec().keys.iter().fold(Scopes::NONE, |all, keys| all.and(keys.scopes))
}

/// Where two commands would both take one of these keys, of which each is for one.
pub fn clash(a: (Command, &Chord), b: (Command, &Chord)) -> Scopes {
    if a.0 == b.0 || !a.1.meets(b.1) {
        return Scopes::NONE;
    }
    let both = scopes(a.0).within(scopes(b.0));
    // In a text field such keys are text, whatever they are bound to.
    if a.1.types() { both.but(Scope::Input.only()) } else { both }
}

impl Keymap {
    /// The keys of the table, but for commands that have others: those of `own` stand for all of a
    /// command's, and go before those that the table gives to others.
    pub fn with(own: &[(Command, Vec<Chord>)]) -> Keymap {
        let mut keymap = Keymap { bindings: Vec::new() };
        let mut replaced = Vec::new();
        for Binding { command, scopes: place, keys } in Keymap::default().bindings {
            let Some((_, chosen)) = own.iter().find(|(own, _)| *own == command) else {
                for chord in keys {
                    let mut left = place.but(taken(command, &chord, own));
                    // What types something is no key where it types, which is said of what is left.
                    if left != place && chord.types() {
                        left = left.but(Scope::Input.only());
                    }
                    keymap.bind(command, left, chord);
                }
                continue;
            };
            if replaced.contains(&command) {
                continue;
            }
            replaced.push(command);
            let fixed = FIXED.iter().filter(|(_, fixed)| *fixed == command);
            let fixed = fixed.filter_map(|(name, _)| name.parse::<Chord>().ok());
            for chord in chosen.iter().cloned().chain(fixed.filter(|key| !chosen.contains(key))) {
                keymap.bind(command, scopes(command), chord);
            }
        }
        keymap
    }

    fn bind(&mut self, command: Command, scopes: Scopes, chord: Chord) {
        let last = self.bindings.last_mut();
        match last.filter(|last| last.command == command && last.scopes == scopes) {
            Some(last) => last.keys.push(chord),
            None if scopes == Scopes::NONE => {}
            None => self.bindings.push(Binding { command, scopes, keys: vec![chord] }),
        }
    }

    /// The command that `key` stands for in `scope`. Hangul stands for nothing here: outside text
    /// fields take the key apart with [`strokes`] first, and look up each stroke in the scope that
    /// the one before it has led to.
    pub fn lookup(&self, scope: Scope, key: &Key) -> Option<Command> {
        match self.step(scope, &[key.folded()]) {
            Step::Run(command) => Some(command),
            Step::More | Step::Nothing => None,
        }
    }

    /// What `keys`, pressed one after the other, ask for in `scope`.
    pub fn step(&self, scope: Scope, keys: &[Key]) -> Step {
        if scope == Scope::Input && keys.first().is_some_and(Key::types) {
            return Step::Nothing;
        }
        let mut found = Step::Nothing;
        // There are some hundred of them: looking through is less than a start spends on a table.
        for binding in self.bindings.iter().filter(|binding| binding.scopes.has(scope)) {
            for chord in binding.keys.iter().filter(|chord| chord.keys().starts_with(keys)) {
                if chord.keys().len() == keys.len() {
                    return Step::Run(binding.command);
                }
                found = Step::More;
            }
        }
        found
    }

    /// How it can go on after `keys` in `scope`: the next key, and what it leads to; several commands
    /// where more keys follow it.
    pub fn after(&self, scope: Scope, keys: &[Key]) -> Vec<(Key, Vec<Command>)> {
        let mut all: Vec<(Key, Vec<Command>)> = Vec::new();
        for binding in self.bindings.iter().filter(|binding| binding.scopes.has(scope)) {
            for chord in &binding.keys {
                let Some([next, ..]) = chord.keys().strip_prefix(keys) else { continue };
                match all.iter_mut().find(|(key, _)| key == next) {
                    Some((_, commands)) => commands.push(binding.command),
                    None => all.push((*next, vec![binding.command])),
                }
            }
        }
        all
    }

    /// The first keys of `command` that work in `scope`, for hints.
    pub fn key(&self, scope: Scope, command: Command) -> Option<&Chord> {
        let of = |b: &&Binding| b.command == command && b.scopes.has(scope);
        self.bindings
            .iter()
            .filter(of)
            .flat_map(|b| &b.keys)
            .find(|chord| self.step(scope, chord.keys()) == Step::Run(command))
    }

    /// What people call that key; nothing where there is none.
    pub fn label(&self, scope: Scope, command: Command, locale: Locale) -> String {
        self.key(scope, command).map_or_else(String::new, |key| key.label(locale))
    }

    /// The table of keys in the order of the help: a row for each place where a command's keys differ.
    pub fn rows(&self, locale: Locale) -> Vec<Row> {
        let row = |binding: &Binding| {
            let spec = binding.command.spec();
            Row {
                group: spec.group,
                keys: labels(&binding.keys, locale),
                place: binding.scopes.label(locale),
                does: spec.help.text(locale),
                command: spec.name,
            }
        };
        let mut rows: Vec<Row> = self.bindings.iter().map(row).collect();
        rows.sort_by_key(|row| row.group);
        rows
    }
}

/// Where a key of the table is another command's by choice.
fn taken(command: Command, chord: &Chord, own: &[(Command, Vec<Chord>)]) -> Scopes {
    let chosen = own.iter().flat_map(|(own, keys)| keys.iter().map(move |key| (*own, key)));
    chosen.fold(Scopes::NONE, |all, other| all.and(clash((command, chord), other)))
}

/// What `keys` are called; ten digits in a row are said in one.
fn labels(keys: &[Chord], locale: Locale) -> Vec<String> {
    if keys.iter().cloned().eq(('0'..='9').map(|c| Chord::key(Key::char(c)))) {
        return vec!["0–9".to_owned()];
    }
    keys.iter().map(|key| key.label(locale)).collect()
}

/// The table of keys as Markdown, as it stands in the README.
pub fn key_table(locale: Locale) -> String {
    let rows = Keymap::default().rows(locale);
    let columns = [Word::ColumnKeys, Word::ColumnWhere, Word::ColumnDoes, Word::ColumnCommand];
    let columns = columns.map(|word| word.text(locale)).join(" | ");
    let mut table = String::new();
    for &group in Group::ALL {
        let title = group.title().text(locale);
        table.push_str(&format!("**{title}**\n\n| {columns} |\n|---|---|---|---|\n"));
        for row in rows.iter().filter(|row| row.group == group) {
            let keys = row.keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
            let Row { place, does, command, .. } = row;
            table.push_str(&format!("| {keys} | {place} | {does} | `{command}` |\n"));
        }
        table.push('\n');
    }
    table.truncate(table.trim_end().len());
    table.push('\n');
    table
}

/// The keys under the fingers that typed `key`: a letter of Hangul is the QWERTY letter on its key
/// (두벌식), a syllable or double letter all of its letters in turn. Every other key is itself.
/// Only for use outside text fields.
pub fn strokes(key: &Key) -> Vec<Key> {
    let key = key.folded();
    let KeyCode::Char(c) = key.code else { return vec![key] };
    match keystrokes(c).as_deref() {
        Some(&[letter]) => vec![Key { code: KeyCode::Char(letter), ..key }.folded()],
        // Something held goes with one key, not with a syllable.
        Some(letters) if !key.ctrl && !key.alt && !letters.is_empty() => {
            letters.iter().copied().map(Key::char).collect()
        }
        _ => vec![key],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(key: &str) -> String {
        let keys = strokes(&key.parse().unwrap());
        keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn hangul_is_the_keys_under_it() {
        for (key, expected) in [
            ("ㅓ", "j"),
            ("ㅂ", "q"),
            ("ㅃ", "Q"),
            ("ctrl-ㅊ", "ctrl-c"),
            ("shift-ㅎ", "G"),
            ("하", "g k"),
            ("ㄳ", "r t"),
            ("ㅘ", "h k"),
            ("값", "r k q t"),
            ("쀍", "Q n p f r"),
            ("힣", "g l g"),
            ("ctrl-하", "ctrl-하"),
            ("j", "j"),
            ("é", "é"),
            ("shift-tab", "shift-tab"),
        ] {
            assert_eq!(typed(key), expected, "{key}");
        }
    }

    #[test]
    fn a_text_field_keeps_its_letters() {
        let keymap = Keymap::default();
        let lookup = |scope, key: &str| keymap.lookup(scope, &key.parse().unwrap());
        assert_eq!(lookup(Scope::Reader, "q"), Some(Command::Quit));
        assert_eq!(lookup(Scope::Help, "q"), Some(Command::Close));
        assert_eq!(lookup(Scope::Input, "q"), None);
        assert_eq!(lookup(Scope::Input, "j"), None);
        assert_eq!(lookup(Scope::Input, "down"), Some(Command::Down));
        assert_eq!(lookup(Scope::Input, "ctrl-c"), Some(Command::Quit));
        let key = |scope, command| keymap.key(scope, command).map(Chord::to_string);
        assert_eq!(key(Scope::Input, Command::Down).as_deref(), Some("down"));
        assert_eq!(key(Scope::Reader, Command::Down).as_deref(), Some("j"));
        assert_eq!(key(Scope::Reader, Command::Fold), None);
    }
}
