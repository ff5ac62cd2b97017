//! Writes the syntaxes that code is read with, with patterns that take less memory.
#![allow(clippy::expect_used)] // A build that cannot write has nothing to go on with.
#![allow(clippy::disallowed_methods)] // Cargo tells a build by its environment where to write.

#[cfg(feature = "highlight")]
#[path = "build/narrow.rs"]
mod narrow;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    #[cfg(feature = "highlight")]
    syntaxes();
}

#[cfg(feature = "highlight")]
fn syntaxes() {
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
    let folder = std::env::var_os("OUT_DIR").expect("cargo says where to write");
    let file = std::path::Path::new(&folder).join("syntaxes.bin");
    syntect::dumps::dump_to_uncompressed_file(&builder.build(), file).expect("it can be written");
}
