//! The configuration as text: the file with all defaults, what holds and why, and the table of the
//! documentation.

use super::{Config, OPTIONS, Origin};
use crate::text::width::width;
use crate::words::{Locale, Word};

/// A file with every option at its default, all of them commented out.
pub fn default_file(locale: Locale) -> String {
    let mut file = format!("# {}\n", Word::ConfigHead.text(locale));
    for spec in OPTIONS {
        let (help, kind) = (spec.help.text(locale), spec.kind.label());
        file += &format!("\n# {help}\n# {kind}\n#{} = {}\n", spec.name, spec.default);
    }
    file
}

/// Every option with the value that it has, and who has chosen that; `file` is how the file is called.
pub fn effective(config: &Config, file: &str, locale: Locale) -> String {
    let lines: Vec<(String, String)> = OPTIONS
        .iter()
        .map(|spec| {
            let origin = match config.origin(spec.option) {
                Origin::Default => Word::ConfigDefault.text(locale).to_owned(),
                Origin::File(line) => format!("{file}:{line}"),
                Origin::Environment => spec.variable(),
                Origin::Custom(name) | Origin::Flag(name) => name.to_owned(),
            };
            (format!("{} = {}", spec.name, config.get(spec.option)), origin)
        })
        .collect();
    // One very long list of notes does not push all origins out of sight.
    let columns = lines.iter().map(|(line, _)| width(line)).filter(|wide| *wide < 40).max();
    let line = |(line, origin): (String, String)| {
        let space = columns.unwrap_or(0).saturating_sub(width(&line)) + 2;
        format!("{line}{:space$}# {origin}\n", "")
    };
    lines.into_iter().map(line).collect()
}

/// The table of options as Markdown, as it stands in the documentation.
pub fn option_table(locale: Locale) -> String {
    let columns =
        [Word::ColumnOption, Word::ColumnValues, Word::ColumnDefault, Word::ColumnDecides];
    let columns = columns.map(|word| word.text(locale)).join(" | ");
    let mut table = format!("| {columns} |\n|---|---|---|---|\n");
    for spec in OPTIONS {
        // A bar would end the cell.
        let kinds = spec.kind.label().replace(" | ", "` `");
        let (name, default, help) = (spec.name, spec.default, spec.help.text(locale));
        table += &format!("| `{name}` | `{kinds}` | `{default}` | {help} |\n");
    }
    table
}
