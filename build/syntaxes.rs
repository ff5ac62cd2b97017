//! The syntaxes that code is read with, each with those that it goes over to and no other: a reader of
//! a shell's script does not keep the contexts of two hundred languages in memory.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;
use syntect::parsing::syntax_definition::{Pattern, SyntaxDefinition};
use syntect::parsing::{Regex, SyntaxSetBuilder};

use super::narrow::narrow;

/// The sets, one behind the other, and what tells where the set of which syntax is: a line for each,
/// with its place in all of them, the first byte of its set, the byte after the last, its name, and the
/// names that files end with, all parted by tabs.
pub fn sets() -> (Vec<u8>, String) {
    let mut syntaxes: Vec<SyntaxDefinition> =
        two_face::syntax::extra_newlines().into_builder().syntaxes().to_vec();
    for pattern in syntaxes.iter_mut().flat_map(patterns_mut) {
        if let Pattern::Match(pattern) = pattern {
            pattern.regex = Regex::new(narrow(pattern.regex.regex_str()));
        }
    }
    let nexts: Vec<BTreeSet<usize>> = syntaxes.iter().map(next).collect();
    let (mut sets, mut index) = (Vec::new(), String::new());
    let mut written: Vec<(BTreeSet<usize>, std::ops::Range<usize>)> = Vec::new();
    for (at, syntax) in syntaxes.iter().enumerate() {
        let wanted = reached(at, &nexts);
        let range = match written.iter().find(|(same, _)| *same == wanted) {
            Some((_, range)) => range.clone(),
            None => {
                let start = sets.len();
                sets.extend(dump(&syntaxes, &wanted));
                written.push((wanted, start..sets.len()));
                start..sets.len()
            }
        };
        write!(index, "{at}\t{}\t{}\t{}", range.start, range.end, syntax.name)
            .expect("a text takes everything");
        for extension in &syntax.file_extensions {
            write!(index, "\t{extension}").expect("a text takes everything");
        }
        index.push('\n');
    }
    (sets, index)
}

/// A set with the `wanted` ones of all syntaxes. The others keep their places, which those refer to, and
/// have nothing.
fn dump(syntaxes: &[SyntaxDefinition], wanted: &BTreeSet<usize>) -> Vec<u8> {
    let mut builder = SyntaxSetBuilder::new();
    for (at, syntax) in syntaxes.iter().enumerate() {
        let mut syntax = syntax.clone();
        syntax.name.clear();
        syntax.file_extensions.clear();
        syntax.first_line_match = None;
        syntax.variables.clear();
        if !wanted.contains(&at) {
            syntax.contexts.clear();
        }
        builder.add(syntax);
    }
    syntect::dumps::dump_binary(&builder.build())
}

/// All syntaxes that one goes over to at last, itself among them.
fn reached(from: usize, nexts: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let (mut all, mut open) = (BTreeSet::from([from]), vec![from]);
    while let Some(at) = open.pop() {
        open.extend(nexts[at].iter().filter(|next| all.insert(**next)));
    }
    all
}

/// The syntaxes whose contexts one refers to. The library tells them by serializing alone.
fn next(syntax: &SyntaxDefinition) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let contexts = syntax.contexts.values().map(serde_json::to_value);
    let mut open: Vec<Value> = contexts.collect::<Result<_, _>>().expect("contexts are plain data");
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values),
            Value::Object(fields) => {
                let index = fields.get("syntax_index").and_then(Value::as_u64);
                found.extend(index.and_then(|index| usize::try_from(index).ok()));
                open.extend(fields.into_iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
    found
}

fn patterns_mut(syntax: &mut SyntaxDefinition) -> impl Iterator<Item = &mut Pattern> {
    syntax.contexts.values_mut().flat_map(|context| &mut context.patterns)
}
