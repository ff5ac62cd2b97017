//! Writes what a start must not pay for: names of emoji as text, and the syntaxes that code is read with,
//! with patterns that take less memory.
#![allow(clippy::expect_used)] // A build that cannot write has nothing to go on with.
#![allow(clippy::disallowed_methods)] // Cargo tells a build by its environment where to write.

use std::path::Path;

#[path = "build/emoji.rs"]
mod emoji;
#[cfg(feature = "highlight")]
#[path = "build/narrow.rs"]
mod narrow;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let folder = std::env::var_os("OUT_DIR").expect("cargo says where to write");
    let folder = Path::new(&folder);
    for (file, table) in ["emoji-by-name.txt", "names-by-emoji.txt"].iter().zip(emoji::tables()) {
        std::fs::write(folder.join(file), table).expect("it can be written");
    }
    #[cfg(feature = "highlight")]
    syntaxes(&folder.join("syntaxes.bin"));
}

#[cfg(feature = "highlight")]
fn syntaxes(file: &Path) {
    use syntect::parsing::syntax_definition::Pattern;
    use syntect::parsing::{Regex, SyntaxSetBuilder};

    let mut builder = SyntaxSetBuilder::new();
    for syntax in two_face::syntax::extra_newlines().into_builder().syntaxes() {
        let mut syntax = syntax.clone();
        for pattern in syntax.contexts.values_mut().flat_map(|context| &mut context.patterns) {
            if let Pattern::Match(pattern) = pattern {
                pattern.regex = Regex::new(narrow::narrow(pattern.regex.regex_str()));
            }
        }
        builder.add(syntax);
    }
    syntect::dumps::dump_to_uncompressed_file(&builder.build(), file).expect("it can be written");
}
