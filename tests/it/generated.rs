//! Parts of the documentation that are made from tables of the program.

/// Fails unless `path` has just `expected` between the marks `<!-- name -->` and `<!-- /name -->`;
/// `UPDATE_EXPECT=1` writes it there.
#[track_caller]
pub fn hold(path: &str, name: &str, expected: &str) {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let file = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(&open).unwrap();
    let (held, after) = rest.split_once(&close).unwrap();
    let expected = format!("\n{expected}\n");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(file, format!("{before}{open}{expected}{close}{after}")).unwrap();
    } else {
        assert_eq!(held, expected, "UPDATE_EXPECT=1 cargo test rewrites {path}");
    }
}
