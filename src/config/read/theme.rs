//! Themes of the reader's own: `[themes.NAME]`, each a theme that there is with other looks.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Key, Reader, span};
use crate::diag::Code;
use crate::style::theme::{Change, Colour, ITEMS, Item, Theme};

/// What a colour can be.
const COLOURS: &str = "\"#rrggbb\" | \"red\" | \"bright-red\" | \"default\"";
/// What a look can be.
const LOOK: &str = "\"#rrggbb\" | { fg = …, bg = …, bold = true, … }";
/// What a look can have, beside colours.
const SWITCHES: [&str; 6] = ["bold", "dim", "italic", "underline", "reverse", "strike"];

impl Reader<'_> {
    /// The themes of the table, in its order.
    pub(super) fn themes(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Theme> {
        let Some(table) = value.get_ref().as_table() else {
            self.problem(Code::OptionValue, span(value), &["themes", "[themes.NAME]"]);
            return Vec::new();
        };
        let mut themes = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match value.get_ref().as_table() {
                // The program chooses under this name.
                Some(_) if name == "auto" => {
                    self.problem(Code::OptionValue, span(key), &["themes", "[themes.NAME]"]);
                }
                Some(table) => themes.push(self.theme(name, table)),
                None => {
                    let what = format!("themes.{name}");
                    self.problem(
                        Code::OptionValue,
                        span(value),
                        &[&what, "{ base = \"dark\", … }"],
                    );
                }
            }
        }
        themes
    }

    fn theme(&mut self, name: &str, table: &DeTable<'_>) -> Theme {
        let there = Theme::built_in();
        let named = |name: &str| there.iter().find(|theme| theme.name == name);
        let mut base = named(name).cloned().unwrap_or_default();
        let mut changes = Vec::new();
        for (key, value) in table {
            let item = key.get_ref().as_ref();
            if item == "base" {
                match value.get_ref().as_str() {
                    Some(name) if named(name).is_some() => {
                        base = named(name).cloned().unwrap_or_default()
                    }
                    Some(name) => {
                        let names = there.iter().map(|theme| theme.name.as_str());
                        self.no_such_name(name, span(value), names);
                    }
                    None => self.problem(Code::OptionValue, span(value), &["base", "\"dark\" | …"]),
                }
            } else if let Some((_, found)) = ITEMS.iter().find(|(name, _)| *name == item) {
                self.look(key, value, *found, &mut changes);
            } else {
                let names = std::iter::once("base").chain(ITEMS.iter().map(|(name, _)| *name));
                self.no_such_name(item, span(key), names);
            }
        }
        base.changed(name, &changes)
    }

    fn look(
        &mut self,
        key: &Key<'_>,
        value: &Spanned<DeValue<'_>>,
        item: Item,
        changes: &mut Vec<(Item, Change)>,
    ) {
        let mut change = Change::default();
        match value.get_ref() {
            DeValue::String(_) => change.fg = self.colour(key, value),
            DeValue::Table(table) => {
                for (key, value) in table {
                    self.part(key, value, &mut change);
                }
            }
            _ => self.problem(Code::OptionValue, span(value), &[key.get_ref(), LOOK]),
        }
        changes.push((item, change));
    }

    /// A colour or a switch of a look.
    fn part(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>, change: &mut Change) {
        let switch = match key.get_ref().as_ref() {
            "fg" => return change.fg = self.colour(key, value),
            "bg" => return change.bg = self.colour(key, value),
            "bold" => &mut change.bold,
            "dim" => &mut change.dim,
            "italic" => &mut change.italic,
            "underline" => &mut change.underline,
            "reverse" => &mut change.reverse,
            "strike" => &mut change.strike,
            other => {
                return self.no_such_name(
                    other,
                    span(key),
                    ["fg", "bg"].into_iter().chain(SWITCHES),
                );
            }
        };
        *switch = value.get_ref().as_bool();
        if switch.is_none() {
            self.problem(Code::OptionValue, span(value), &[key.get_ref(), "true | false"]);
        }
    }

    fn colour(&mut self, key: &Key<'_>, value: &Spanned<DeValue<'_>>) -> Option<Colour> {
        let colour = value.get_ref().as_str().and_then(Colour::parse);
        if colour.is_none() {
            self.problem(Code::OptionValue, span(value), &[key.get_ref(), COLOURS]);
        }
        colour
    }
}
