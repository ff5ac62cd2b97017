//! What stands after a fence: the language of the code, its title, and much that means nothing here.
//! Every program has a form of its own for it.

/// What is said of code.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Info<'a> {
    /// The language.
    pub lang: &'a str,
    /// Mostly the name of a file.
    pub title: &'a str,
}

/// The keys that name a title.
const TITLES: [&str; 5] = ["title", "filename", "file", "name", "caption"];

/// Reads what follows a fence: `yaml title="a b.yaml"`, `yaml {title=a.yaml}`, `{ .yaml title="…" }`,
/// `yaml:a.yaml`, `yaml a.yaml`, `js:title=a.js`, `rust,no_run`, `{r, echo=FALSE}`.
pub(super) fn read(info: &str) -> Info<'_> {
    let mut read = Info::default();
    let mut rest = info.trim();
    // The language ends at the first sign that no name of one has.
    if !rest.starts_with('{') {
        let end = rest.find([' ', ',', '\t', '{', ':']).unwrap_or(rest.len());
        let (lang, after) = rest.split_at(end);
        read.lang = lang;
        rest = after;
        if let Some(name) = after.strip_prefix(':') {
            let (name, after) = word(name);
            match name.split_once('=') {
                Some((key, _)) if is_title(key) => rest = &rest[1..],
                _ => (read.title, rest) = (name, after),
            }
        }
    }
    let braced = rest.trim_start().starts_with('{');
    let mut first = true;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',', '{', '}', ';']);
        if rest.is_empty() {
            return read;
        }
        let (word, after) = word(rest);
        match word.split_once('=') {
            Some((key, value)) if is_title(key) && read.title.is_empty() => {
                read.title = value.trim_matches(['"', '\'']);
            }
            Some(_) => {}
            None if read.lang.is_empty() && braced && first => {
                read.lang = word.trim_start_matches('.');
            }
            None if !braced && first && read.title.is_empty() && is_file(word) => {
                read.title = word;
            }
            None => {}
        }
        (first, rest) = (false, after);
    }
}

fn is_title(key: &str) -> bool {
    TITLES.iter().any(|title| key.eq_ignore_ascii_case(title))
}

/// `main.go`: a dot with letters on both its sides.
fn is_file(word: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/');
    word.chars().all(plain)
        && word.rsplit_once('.').is_some_and(|(name, ending)| {
            !name.is_empty() && ending.starts_with(|c: char| c.is_ascii_alphabetic())
        })
}

/// The first word of `rest`, quotes and brackets in it respected, and what follows.
fn word(rest: &str) -> (&str, &str) {
    let mut open = None;
    for (at, c) in rest.char_indices() {
        match (open, c) {
            (Some(close), c) if c == close => open = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => open = Some(c),
            (None, '[') => open = Some(']'),
            (None, ' ' | '\t' | ',' | '{' | '}') if at > 0 => return rest.split_at(at),
            (None, _) => {}
        }
    }
    (rest, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(info: &str, lang: &str, title: &str) {
        assert_eq!(read(info), Info { lang, title }, "{info}");
    }

    #[test]
    fn languages() {
        check("", "", "");
        check("yaml", "yaml", "");
        check("rust,no_run", "rust", "");
        check("{.python .numberLines startFrom=\"3\"}", "python", "");
        check("{r, echo=FALSE}", "r", "");
        check("{python}", "python", "");
        check("js {1,3-5} showLineNumbers", "js", "");
        check("diff-yaml", "diff-yaml", "");
        check("c++ hl_lines=\"2 3\" linenums=\"1\"", "c++", "");
        check("{}", "", "");
        check("{=html}", "", "");
    }

    #[test]
    fn titles() {
        check("yaml title=\"deploy.yaml\"", "yaml", "deploy.yaml");
        check("yaml title='두 낱말' {1}", "yaml", "두 낱말");
        check("yaml {title=a.yaml}", "yaml", "a.yaml");
        check("yaml{hl_lines=[1, 2],title=\"가 나\"}", "yaml", "가 나");
        check("{ .yaml title=\"a b.yaml\" linenums }", "yaml", "a b.yaml");
        check("{ .yaml .annotate title=x }", "yaml", "x");
        check("yaml:deploy/a.yaml", "yaml", "deploy/a.yaml");
        check("js:title=src/a.js", "js", "src/a.js");
        check("ts filename=\"a.ts\" copy", "ts", "a.ts");
        check("go main.go", "go", "main.go");
        check("sh 실행 결과", "sh", "");
        check("python 3.12", "python", "");
        check("yaml subtitle=x", "yaml", "");
        check("yaml title=\"", "yaml", "");
        check(":", "", "");
    }
}
