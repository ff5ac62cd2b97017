//! Which command a key stands for, also while the Korean input method is on.

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
    keys: Vec<Key>,
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

impl Default for Keymap {
    /// The keys of the table of commands.
    fn default() -> Keymap {
        let mut bindings = Vec::new();
        for spec in COMMANDS {
            for keys in spec.keys {
                let parsed = keys.names.iter().filter_map(|name| name.parse().ok()).collect();
                let (command, scopes) = (spec.command, keys.scopes);
                bindings.push(Binding { command, scopes, keys: parsed });
            }
        }
        Keymap { bindings }
    }
}

impl Keymap {
    /// The command that `key` stands for in `scope`. Hangul stands for nothing here: outside text
    /// fields take the key apart with [`strokes`] first, and look up each stroke in the scope that
    /// the one before it has led to.
    pub fn lookup(&self, scope: Scope, key: &Key) -> Option<Command> {
        let key = key.folded();
        if scope == Scope::Input && key.types() {
            return None;
        }
        // There are some hundred of them: looking through is less than a start spends on a table.
        let bound = |binding: &&Binding| binding.scopes.has(scope) && binding.keys.contains(&key);
        self.bindings.iter().rfind(bound).map(|binding| binding.command)
    }

    /// The first key of `command` that works in `scope`, for hints.
    pub fn key(&self, scope: Scope, command: Command) -> Option<Key> {
        let of = |b: &&Binding| b.command == command && b.scopes.has(scope);
        self.bindings
            .iter()
            .filter(of)
            .flat_map(|b| &b.keys)
            .find(|k| self.lookup(scope, k) == Some(command))
            .copied()
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

/// What `keys` are called; ten digits in a row are said in one.
fn labels(keys: &[Key], locale: Locale) -> Vec<String> {
    if keys.iter().copied().eq(('0'..='9').map(Key::char)) {
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
        assert_eq!(keymap.key(Scope::Input, Command::Down), "down".parse().ok());
        assert_eq!(keymap.key(Scope::Reader, Command::Down), "j".parse().ok());
        assert_eq!(keymap.key(Scope::Reader, Command::Fold), None);
    }
}
