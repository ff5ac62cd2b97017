//! Paths and fragments as they are written in links.

/// What a path ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The extension of a note.
    Note,
    /// That of a page which is made from a note (`.html`).
    Page,
    /// No extension, or a `/`.
    Bare,
    /// Another extension: an image, a program, or a name with a dot in it.
    Other,
}

const NOTES: [&str; 7] = ["md", "markdown", "mdown", "mkd", "qmd", "mdx", "rmd"];
const PAGES: [&str; 2] = ["html", "htm"];
/// An extension is at most this long; what is longer is a part of a name.
const LONGEST_EXTENSION: usize = 8;

/// A path without the extension of a note or a page, and what it ended in.
pub(super) fn stem(path: &str) -> (&str, Ending) {
    let path = path.trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, extension)) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else {
        return (path, Ending::Bare);
    };
    let one_of = |known: &[&str]| known.iter().any(|known| extension.eq_ignore_ascii_case(known));
    let shorter = path.get(..path.len() - name.len() + stem.len()).unwrap_or(path);
    let is_word = extension.bytes().all(|b| b.is_ascii_alphanumeric());
    match () {
        () if one_of(&NOTES) => (shorter, Ending::Note),
        () if one_of(&PAGES) => (shorter, Ending::Page),
        () if !is_word || extension.is_empty() || extension.len() > LONGEST_EXTENSION => {
            (path, Ending::Bare)
        }
        () => (path, Ending::Other),
    }
}

/// The folder that a path stands in; empty at the root.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `path` as seen from `folder`, without `.` and `..`. None where it leaves what the folder's own path
/// begins with.
pub(super) fn join(folder: &str, path: &str) -> Option<String> {
    let mut names: Vec<&str> =
        if folder.is_empty() { Vec::new() } else { folder.split('/').collect() };
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => match names.pop() {
                None | Some("" | "..") => return None,
                Some(_) => {}
            },
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// The way from `folder` to `path`, as it is written in a link. Both are seen from one root.
pub fn relative(folder: &str, path: &str) -> String {
    let own: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    let shared = own.iter().zip(path.split('/')).take_while(|(a, b)| **a == *b).count();
    let up = std::iter::repeat_n("..", own.len() - shared);
    up.chain(path.split('/').skip(shared)).collect::<Vec<_>>().join("/")
}

/// Parts an address at its `#`, without its query, both decoded.
pub(super) fn parts(to: &str) -> (String, Option<String>) {
    let (path, fragment) = match to.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (to, None),
    };
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    // `#:~:text=` names words on the page, for browsers.
    let fragment = fragment.map(|fragment| fragment.split(":~:").next().unwrap_or(fragment));
    (decode(path), fragment.map(decode))
}

/// Takes `%XX` back to the bytes that it stands for; what would be no text stays as it is.
pub(super) fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = text.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let digits = digits.filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(value) => {
                decoded.push(value);
                at += 3;
            }
            None => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// A name without the date that Jekyll puts before it.
pub(super) fn undated(name: &str) -> Option<&str> {
    let (date, rest) = (name.get(..11)?, name.get(11..)?);
    let fits = |(at, b): (usize, u8)| match at {
        4 | 7 | 10 => b == b'-',
        _ => b.is_ascii_digit(),
    };
    (date.bytes().enumerate().all(fits) && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions() {
        let ending = |path| stem(path);
        assert_eq!(ending("a/b.md"), ("a/b", Ending::Note));
        assert_eq!(ending("a/b.MD"), ("a/b", Ending::Note));
        assert_eq!(ending("a.b/c.html"), ("a.b/c", Ending::Page));
        assert_eq!(ending("a.b/c/"), ("a.b/c", Ending::Bare));
        assert_eq!(ending("그림.png"), ("그림.png", Ending::Other));
        assert_eq!(ending(".md"), (".md", Ending::Bare));
        assert_eq!(ending("1. 첫 노트"), ("1. 첫 노트", Ending::Bare));
    }

    #[test]
    fn joining() {
        let join = |folder, path| join(folder, path);
        assert_eq!(join("a/b", "../c.md").as_deref(), Some("a/c.md"));
        assert_eq!(join("", "./x//y/").as_deref(), Some("x/y"));
        assert_eq!(join("a", "../../x"), None);
        assert_eq!(join("../a", "../../x"), None);
        assert_eq!(join("/abs", "../../x"), None);
    }

    #[test]
    fn the_way_back() {
        assert_eq!(relative("", "a/b.md"), "a/b.md");
        assert_eq!(relative("a/c", "a/b.md"), "../b.md");
        assert_eq!(relative("x", "a/b.md"), "../a/b.md");
        assert_eq!(relative("a", "a/b.md"), "b.md");
    }

    #[test]
    fn decoding() {
        assert_eq!(decode("%EA%B0%80%20b"), "가 b");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%ff%zz%é"), "%ff%zz%é");
        assert_eq!(parts("a%23b.md?raw=1#c%20d:~:text=e"), ("a#b.md".into(), Some("c d".into())));
    }

    #[test]
    fn dates() {
        assert_eq!(undated("2026-03-22-pod"), Some("pod"));
        assert_eq!(undated("2026-03-22-"), None);
        assert_eq!(undated("날짜가 없는 이름"), None);
    }
}
