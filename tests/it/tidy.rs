//! House rules that the compiler does not know: layers, purity, first lines, lengths. The check is
//! tried on offending snippets too, one for each rule, so that it is known to be able to fail.

use std::path::Path;

mod offences;

/// Each layer may name itself and what stands before it.
const LAYERS: &[&str] = &[
    "text", "words", "diag", "doc", "library", "search", "review", "style", "layout", "app",
    "config", "store", "tui", "cli",
];

/// The last layer that knows no disk, clock, environment or terminal.
const LAST_PURE: &str = "config";

/// What pure code must not name (`std::fs` is under [`DISK`]). A whole module of `std` is no way round it.
const IMPURE: &[&str] = &[
    "std::env",
    "std::io::stderr",
    "std::io::stdin",
    "std::io::stdout",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
];

/// Names that only these places may know: the name, where, and why.
const CONFINED: &[(&str, &[&str], &str)] = &[
    ("pulldown_cmark", &["src/doc"], "only doc knows the Markdown parser"),
    ("serde_yaml", &["src/library/front_matter"], "only front matter is YAML"),
    ("fsrs", &["src/review/memory"], "only review::memory knows the model of memory"),
    (
        "rusqlite",
        &["src/store/state", "src/store/apkg"],
        "only store::state and store::apkg know the database",
    ),
    ("syntect", &["src/style/code/syntax"], "only style::code knows what reads code"),
    (
        "toml",
        &["src/library/front_matter", "src/config/read"],
        "only front matter and the configuration are TOML",
    ),
    (
        "ImageReader",
        &["src/store/pictures/decode"],
        "only store::pictures knows what reads pictures",
    ),
    ("Wrap", &[], "ratatui's wrapping loses Korean text; layout wraps"),
];

/// Who may name `std::fs`: the store, and two files to whom a terminal and the system's own answers
/// (`/proc`) are files. That no one reads a note there is for clippy.toml's list to see to.
const DISK: &[&str] = &["src/store", "src/tui/terminal", "src/tui/signals"];

const MAX_LINES: usize = 400;

/// First folders of paths that belong to a machine and not to the project.
const MACHINE: &[&str] =
    &["home", "mnt", "opt", "root", "srv", "tmp", "var", "work", "workspace", "Users"];

/// What breaks a rule in `files` (path from the package's root, text), in their order.
fn findings(files: &[(&str, &str)]) -> Vec<String> {
    files.iter().flat_map(|(path, text)| findings_in(path, text)).collect()
}

fn findings_in(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut find = |line: usize, what: String| found.push(format!("{path}:{line}: {what}"));
    form(path, text, &mut find);
    if let Some(module) = path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")) {
        let code = code(text);
        let production = if module.ends_with("/tests") { "" } else { before_tests(&code) };
        confined(path, &code, production, &mut find);
        if !["lib", "main"].contains(&module) {
            layers(module, &code, production, &mut find);
            purity(module, production, &mut find);
        }
    }
    found
}

/// How a file looks, whatever stands in it.
fn form(path: &str, text: &str, find: &mut impl FnMut(usize, String)) {
    // These files have to say what is looked for.
    let exempt = path.starts_with("tests/it/tidy");
    for (n, line) in text.lines().enumerate().filter(|_| !exempt) {
        if let Some(at) = machine_path(line) {
            find(n + 1, format!("names a path of some machine: {at}"));
        }
    }
    if !path.ends_with(".rs") {
        return;
    }
    if !text.starts_with("//! ") {
        find(1, "does not open with a `//!` line".into());
    }
    let lines = text.lines().count();
    if lines > MAX_LINES {
        find(lines, format!("{lines} lines, more than {MAX_LINES}"));
    }
    let file = path.rsplit('/').next().unwrap();
    if ["mod.rs", "util.rs", "utils.rs"].contains(&file) {
        find(1, format!("a file is not called {file}"));
    }
}

/// What only one place may name.
fn confined(path: &str, code: &str, production: &str, find: &mut impl FnMut(usize, String)) {
    for (name, places, why) in CONFINED {
        for line in words(code, name).filter(|_| !places.iter().any(|place| inside(path, place))) {
            find(line, format!("{name}: {why}"));
        }
    }
    for (n, line) in code.lines().enumerate().filter(|_| path.starts_with("src/tui")) {
        if line.contains(".wrap(") {
            find(n + 1, "wrap(): ratatui's wrapping loses Korean text; layout wraps".into());
        }
    }
    for (line, name) in paths(production, "std") {
        if starts(&name, "std::fs") && !DISK.iter().any(|place| inside(path, place)) {
            find(line, format!("{name}: only store touches the disk"));
        }
    }
}

fn layer(module: &str) -> &str {
    module.split('/').next().unwrap()
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|other| *other == layer)
}

/// Which layers a module knows, in its tests too.
fn layers(module: &str, code: &str, production: &str, find: &mut impl FnMut(usize, String)) {
    let layer = layer(module);
    let Some(here) = rank(layer) else {
        return find(1, format!("{layer} is no layer"));
    };
    let mut known = paths(code, "crate");
    for (_, name) in &mut known {
        // Only the layer counts: a group that names it twice is one offence.
        name.truncate(name.match_indices("::").nth(1).map_or(name.len(), |(at, _)| at));
    }
    known.dedup();
    for (line, name) in known {
        let other = name.split("::").nth(1).unwrap_or_default();
        match rank(other) {
            Some(there) if there > here => find(line, format!("{layer} must not know {other}")),
            Some(_) => {}
            None => find(line, format!("{name} is in no layer")),
        }
    }
    let depth = module.split('/').count();
    for (line, name) in paths(production, "super") {
        if name.split("::").take_while(|part| *part == "super").count() >= depth {
            find(line, format!("{name} climbs out of {layer}; say crate::"));
        }
    }
}

/// What pure code names that it must not.
fn purity(module: &str, production: &str, find: &mut impl FnMut(usize, String)) {
    let layer = layer(module);
    if rank(layer) > rank(LAST_PURE) && !module.starts_with("tui/view") {
        return;
    }
    for (line, name) in paths(production, "std") {
        let whole = ["::self", "::*"].iter().find_map(|end| name.strip_suffix(end));
        let whole = whole.unwrap_or(&name);
        if IMPURE.iter().any(|impure| starts(&name, impure) || starts(impure, whole)) {
            find(line, format!("{name}: {layer} is pure"));
        }
    }
    for line in words(production, "crossterm") {
        find(line, format!("crossterm: {layer} is pure"));
    }
}

/// Whether the file is the module `place` (without its `.rs`) or in it.
fn inside(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.starts_with(['.', '/']))
}

/// Whether `path` is `prefix` or something in it.
fn starts(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The first path of some machine in a line, wherever it stands: code, text or comment.
fn machine_path(line: &str) -> Option<&str> {
    line.match_indices('/').find_map(|(at, _)| {
        let (before, path) = line.split_at(at);
        let opens = before.chars().next_back().is_none_or(|c| " \t\"'`(=[<".contains(c));
        let end = path.find(|c: char| " \t\"'`)]>,;".contains(c)).unwrap_or(path.len());
        let root = path[1..end].split('/').next()?;
        (opens && MACHINE.contains(&root)).then_some(&path[..end])
    })
}

/// `text` with comments and the insides of strings and characters blanked; lines stay where they are.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let raw = raw_string(&code, rest);
        let len = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(len) = raw {
            len
        } else if c == '"' {
            quoted(rest, '"').unwrap_or(rest.len())
        } else if c == '\'' && (rest[1..].starts_with('\\') || rest.chars().nth(2) == Some('\'')) {
            quoted(rest, '\'').unwrap_or(rest.len())
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        code.extend(rest[..len].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &rest[len..];
    }
    code
}

/// The length of the raw string that `text` opens with; `before` tells it from a name's last letter.
fn raw_string(before: &str, text: &str) -> Option<usize> {
    let hashes = text.strip_prefix('r')?;
    let body = hashes.trim_start_matches('#').strip_prefix('"')?;
    let before = before.strip_suffix(['b', 'c']).unwrap_or(before);
    if before.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes.len() - body.len() - 1));
    Some(body.find(&close).map_or(text.len(), |at| text.len() - body.len() + at + close.len()))
}

/// The length of the block comment that `text` opens with; they nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        match rest {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

/// The length of the quoted text that `text` opens with.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && c == quote {
            return Some(at + 1);
        }
        escaped = !escaped && c == '\\';
    }
    None
}

/// The code before a file's own tests, which stand at its end.
fn before_tests(code: &str) -> &str {
    let mut from = 0;
    while let Some(at) = code[from..].find("#[cfg(test)]") {
        let at = from + at;
        from = at + "#[cfg(test)]".len();
        if code[from..].trim_start().starts_with("mod tests {") {
            return &code[..at];
        }
    }
    code
}

/// The lines where `word` stands as a word.
fn words(code: &str, word: &str) -> impl Iterator<Item = usize> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .filter(move |(at, word)| {
            !code[..*at].ends_with(part) && !code[at + word.len()..].starts_with(part)
        })
        .map(|(at, _)| code[..at].matches('\n').count() + 1)
}

/// Every path from `root::` on, groups written out, with its line.
fn paths(code: &str, root: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let opening = format!("{root}::");
    for (at, _) in code.match_indices(&opening) {
        let before = &code[..at];
        let part = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let inner = root == "super" && before.ends_with("super::");
        if !part && !inner {
            let mut paths = Vec::new();
            expand(&code[at + opening.len()..], root.to_owned(), &mut paths);
            let line = before.matches('\n').count() + 1;
            found.extend(paths.into_iter().map(|path| (line, path)));
        }
    }
    found
}

/// Puts what `rest` names under `path` into `out`, and gives what follows it.
fn expand<'a>(rest: &'a str, path: String, out: &mut Vec<String>) -> &'a str {
    let rest = rest.trim_start();
    if let Some(mut rest) = rest.strip_prefix('{') {
        while !rest.trim_start().starts_with('}') && !rest.trim_start().is_empty() {
            let after = expand(rest, path.clone(), out).trim_start();
            let after = after.strip_prefix(',').unwrap_or(after);
            // What is no path (a block after all) is not gone into.
            rest = if after.len() < rest.len() { after } else { "" };
        }
        return rest.trim_start().strip_prefix('}').unwrap_or(rest);
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*');
    let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
    let path = if name.is_empty() { path } else { format!("{path}::{name}") };
    if let Some(deeper) = after.strip_prefix("::").filter(|_| !name.is_empty()) {
        return expand(deeper, path, out);
    }
    out.push(path);
    let after = after.trim_start();
    let alias = after.strip_prefix("as ").map(str::trim_start);
    alias.map_or(after, |a| a.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'))
}

/// The project's own files.
fn tree() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join("src"), root.join("tests/it")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.extension().and_then(|e| e.to_str()) {
                _ if path.is_dir() => folders.push(path),
                Some("rs") => files.push(path),
                _ => {}
            }
        }
    }
    let documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];
    files.extend(documents.map(|name| root.join(name)));
    files.sort();
    let named = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
    files.iter().map(|path| (named(path), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_tree_is_tidy() {
    let tree = tree();
    let files: Vec<_> = tree.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert!(files.iter().any(|(path, _)| *path == "src/lib.rs"));
    assert!(files.iter().filter(|(path, _)| path.starts_with("src/")).count() > 15);
    assert!(files.iter().all(|(_, text)| !text.is_empty()));
    assert_eq!(findings(&files).join("\n"), "");
}
