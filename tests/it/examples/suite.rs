//! Finds the examples where they already are: in the parser's own source on this machine. None of
//! them stands in this repository.

use std::path::PathBuf;
use std::process::Command;

/// An example of the parser's.
pub struct Example {
    /// Its file, without extension, and its number there.
    pub name: (&'static str, usize),
    /// The note.
    pub text: String,
}

/// The files, and how many examples each has at the least. Some are of dialects that notes are not
/// read in; nothing is lost of them either.
const FILES: [(&str, usize); 17] = [
    ("spec", 600),
    ("regression", 200),
    ("math", 40),
    ("heading_attrs", 40),
    ("definition_lists", 30),
    ("table", 25),
    ("footnotes", 25),
    ("wikilinks", 20),
    ("blockquotes_tags", 15),
    ("strikethrough", 15),
    ("gfm_table", 8),
    ("super_sub", 5),
    ("gfm_strikethrough", 3),
    ("gfm_tasklist", 2),
    ("smart_punct", 15),
    ("old_footnotes", 10),
    ("metadata_blocks", 10),
];

/// All examples, in the order of the files.
pub fn examples() -> Vec<Example> {
    let folder = package().join("tests/suite");
    let mut all = Vec::new();
    for (file, least) in FILES {
        let path = folder.join(file).with_extension("rs");
        let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path:?}: {e}"));
        let before = all.len();
        let literals = source.split("let original = r##\"").skip(1);
        all.extend(literals.zip(1..).map(|(rest, number)| Example {
            name: (file, number),
            text: rest.split("\"##").next().unwrap().to_owned(),
        }));
        let found = all.len() - before;
        assert!(found >= least, "only {found} examples in {file}");
    }
    all
}

/// Where the parser's package lies.
fn package() -> PathBuf {
    let cargo = |args: &[&str]| -> String {
        let mut command = Command::new(env!("CARGO"));
        command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let options = ["--format-version", "1", "--offline", "--locked", "--filter-platform", host];
    let metadata = cargo(&[&["metadata"], options.as_slice()].concat());
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let parser = packages.iter().find(|package| package["name"] == "pulldown-cmark").unwrap();
    PathBuf::from(parser["manifest_path"].as_str().unwrap()).with_file_name("")
}
