//! The table of commands itself: nothing bound twice, nothing undocumented, nothing out of reach
//! with the Korean input method on, and a README that says the same.

use std::collections::{HashMap, HashSet};

use gongbu::app::command::{COMMANDS, Command, Scope};
use gongbu::app::key::{Key, KeyCode};
use gongbu::app::keymap::{Keymap, key_table, strokes};
use gongbu::words::{Locale, Word};

/// Every scope, key and command of the table, a key that types left out of text fields.
fn bound() -> Vec<(Scope, Key, Command)> {
    let mut bound = Vec::new();
    for spec in COMMANDS {
        for keys in spec.keys {
            for name in keys.names {
                let key: Key = name.parse().unwrap();
                for &scope in Scope::ALL {
                    if keys.scopes.has(scope) && !(scope == Scope::Input && key.types()) {
                        bound.push((scope, key, spec.command));
                    }
                }
            }
        }
    }
    bound
}

/// Whether Shift is needed to type the key on a QWERTY keyboard.
fn shifted(key: &Key) -> bool {
    let shifted = |c: char| c.is_ascii_uppercase() || "~!@#$%^&*()_+{}|:\"<>?".contains(c);
    key.shift || matches!(key.code, KeyCode::Char(c) if shifted(c))
}

#[test]
fn no_key_is_bound_twice_in_a_scope() {
    let mut seen = HashMap::new();
    for (scope, key, command) in bound() {
        if let Some(other) = seen.insert((scope, key), command) {
            panic!("{key} in {scope:?} is both {other:?} and {command:?}");
        }
    }
}

#[test]
fn the_keymap_is_the_table() {
    let keymap = Keymap::default();
    for (scope, key, command) in bound() {
        assert_eq!(keymap.lookup(scope, &key), Some(command), "{key} in {scope:?}");
    }
    for &scope in Scope::ALL {
        for c in (' '..='~').map(Key::char) {
            let listed = bound().iter().any(|(s, k, _)| (*s, *k) == (scope, c));
            assert_eq!(keymap.lookup(scope, &c).is_some(), listed, "{c} in {scope:?}");
        }
    }
}

#[test]
fn key_names_are_canonical() {
    for (_, key, _) in bound() {
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    let names = COMMANDS.iter().flat_map(|spec| spec.keys).flat_map(|keys| keys.names);
    for name in names {
        assert_eq!(name.parse::<Key>().unwrap().to_string(), *name);
    }
}

#[test]
fn every_command_is_documented_in_both_languages() {
    for locale in [Locale::Ko, Locale::En] {
        let mut helps = HashSet::new();
        for spec in COMMANDS {
            assert!(!spec.keys.is_empty(), "{} has no key", spec.name);
            assert!(!spec.help.text(locale).is_empty());
            assert!(helps.insert(spec.help.text(locale)), "{}: help of another", spec.name);
        }
    }
    let korean = |word: Word| word.text(Locale::Ko).contains(|c| ('가'..='힣').contains(&c));
    for spec in COMMANDS {
        assert!(korean(spec.help), "{}", spec.name);
        assert!(spec.help.text(Locale::En).is_ascii(), "{}", spec.name);
        assert_eq!(format!("{:?}", spec.help), format!("Do{:?}", spec.command));
    }
}

#[test]
fn names_are_those_of_the_enum_in_kebab_case() {
    for spec in COMMANDS {
        let mut kebab = String::new();
        for c in format!("{:?}", spec.command).chars() {
            if c.is_uppercase() && !kebab.is_empty() {
                kebab.push('-');
            }
            kebab.extend(c.to_lowercase());
        }
        assert_eq!(spec.name, kebab);
        assert_eq!(Command::from_name(spec.name), Some(spec.command));
        assert_eq!(spec.command.spec().name, spec.name);
    }
    assert_eq!(Command::from_name("no-such-command"), None);
}

/// Shift does not reach the input method's letters, so what needs it can be had without.
#[test]
fn every_shifted_key_has_an_unshifted_twin() {
    let bound = bound();
    for (scope, key, command) in bound.iter().filter(|(_, key, _)| shifted(key)) {
        // Letters are letters in a text field: no letter could be the twin there, and none is needed.
        if *scope == Scope::Input {
            assert!(!key.types());
            continue;
        }
        let twin = bound.iter().any(|(s, k, c)| s == scope && c == command && !shifted(k));
        assert!(twin, "{command:?} in {scope:?} is only on {key}");
    }
}

#[test]
fn every_letter_works_through_its_jamo() {
    let keymap = Keymap::default();
    let mut jamo = HashMap::new();
    for c in 'ㄱ'..='ㅣ' {
        if let [Key { code: KeyCode::Char(letter), .. }] = strokes(&Key::char(c))[..] {
            jamo.entry(letter).or_insert(c);
        }
    }
    let mut tried = 0;
    for (scope, key, command) in bound() {
        let KeyCode::Char(letter) = key.code else { continue };
        if !letter.is_ascii_alphabetic() || scope == Scope::Input {
            continue;
        }
        // A capital without a jamo of its own is the small letter's jamo with Shift.
        let typed = match jamo.get(&letter) {
            Some(&jamo) => Key { code: KeyCode::Char(jamo), ..key },
            None => {
                let code = KeyCode::Char(jamo[&letter.to_ascii_lowercase()]);
                Key { code, shift: true, ..key }
            }
        };
        let [stroke] = strokes(&typed)[..] else { panic!("{typed} is several strokes") };
        assert_eq!(keymap.lookup(scope, &stroke), Some(command), "{typed} for {key}");
        tried += 1;
    }
    assert!(tried > 50);
}

#[test]
fn a_composed_syllable_is_two_commands() {
    let keymap = Keymap::default();
    let commands: Vec<_> = strokes(&Key::char('하'))
        .iter()
        .map(|key| keymap.lookup(Scope::Reader, key).unwrap())
        .collect();
    assert_eq!(commands, [Command::Top, Command::Up]);
}

/// Keys that are promised to what is still to come, and must not be used for anything else first.
#[test]
fn keys_of_later_features_are_free() {
    let keymap = Keymap::default();
    let free = "s";
    for key in free.split(' ').map(|name| name.parse::<Key>().unwrap()) {
        for scope in [Scope::Contents, Scope::Reader, Scope::Glossary] {
            assert_eq!(keymap.lookup(scope, &key), None, "{key} in {scope:?}");
        }
    }
}

/// The table in the README is the one made from the commands. `UPDATE_EXPECT=1` rewrites it.
#[test]
fn readme_has_the_table_of_keys() {
    crate::generated::hold("README.md", "keys", &key_table(Locale::En));
}
