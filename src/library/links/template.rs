//! Links that site generators make from their templates: Jekyll's tags, Hugo's shortcodes.

/// What a template asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Template<'a> {
    /// A post by its name: `{% post_url 2026-03-22-pod %}`.
    Post(&'a str),
    /// A file from the site's root: `{% link notes/pod.md %}`.
    File(&'a str),
    /// A page as Hugo finds it: `{{< ref "pod.md" >}}`.
    Page(&'a str),
    /// An address from the site's root: `{{ "/pod/" | relative_url }}`.
    Site(&'a str),
}

/// Reads an address that is, or begins with, a template; with what follows the template (`#anchor`).
/// What only says where the site is (`{{ site.baseurl }}`) is passed over. None for other templates.
pub(super) fn read(to: &str) -> Option<(Template<'_>, &str)> {
    let mut rest = to.trim();
    loop {
        let (inner, after, is_tag) = first(rest)?;
        let mut words = inner.split_whitespace();
        match (is_tag, words.next()?) {
            (_, "post_url") => return Some((Template::Post(unquoted(words.next()?)), after)),
            (true, "link") => {
                let path = inner.trim_start().strip_prefix("link")?;
                return Some((Template::File(unquoted(path.trim())), after));
            }
            (_, "ref" | "relref") => {
                let path = quoted(inner).unwrap_or(words.next()?);
                return Some((Template::Page(path), after));
            }
            (false, name) if name.starts_with("site.") || name.starts_with("page.") => {
                if !after.trim_start().starts_with('{') {
                    return Some((Template::Site(after), ""));
                }
                rest = after.trim_start();
            }
            (false, _) if inner.contains("_url") => {
                return Some((Template::Site(quoted(inner)?), after));
            }
            _ => return None,
        }
    }
}

/// The path of the file that an address names, decoded, without query and fragment. From the site's root
/// it begins with `/`.
pub fn file(to: &str) -> String {
    let path = match read(to) {
        Some((Template::Site(path) | Template::File(path) | Template::Page(path), rest)) => {
            format!("{path}{rest}")
        }
        _ => to.trim().to_owned(),
    };
    super::path::parts(&path).0
}

/// The inside of the template that `text` begins with, what follows it, and whether it is a tag.
fn first(text: &str) -> Option<(&str, &str, bool)> {
    let (close, is_tag) = match text.get(..2)? {
        "{%" => ("%}", true),
        "{{" => ("}}", false),
        _ => return None,
    };
    let (inner, after) = text.get(2..)?.split_once(close)?;
    // Hugo's shortcodes have signs of their own within the braces.
    let inner = inner.trim_matches(['<', '>', '%', '-', ' ', '\t']);
    Some((inner, after, is_tag))
}

/// What stands between the first quotes.
fn quoted(text: &str) -> Option<&str> {
    let start = text.find(['"', '\'', '`'])?;
    let quote = text.get(start..)?.chars().next()?;
    text.get(start + 1..)?.split_once(quote).map(|(inner, _)| inner)
}

fn unquoted(text: &str) -> &str {
    text.trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates() {
        let cases = [
            ("{% post_url 2026-03-22-pod %}#a", Template::Post("2026-03-22-pod"), "#a"),
            ("{%- post_url x/2026-03-22-pod -%}", Template::Post("x/2026-03-22-pod"), ""),
            ("{% link a b/c.md %}", Template::File("a b/c.md"), ""),
            ("{{< ref \"a.md#b\" >}}", Template::Page("a.md#b"), ""),
            ("{{% relref 'a.md' %}}", Template::Page("a.md"), ""),
            ("{{< relref a.md >}}", Template::Page("a.md"), ""),
            ("{{ site.baseurl }}/a/#b", Template::Site("/a/#b"), ""),
            ("{{site.url}}{{ site.baseurl }}{% post_url a %}", Template::Post("a"), ""),
            ("{{ '/a/' | relative_url }}#b", Template::Site("/a/"), "#b"),
        ];
        for (to, template, rest) in cases {
            assert_eq!(read(to), Some((template, rest)), "{to}");
        }
        for to in ["a.md", "{{ x }}", "{% include a.md %}", "{% post_url %}", "{{", "{% link", "가"]
        {
            assert_eq!(read(to), None, "{to}");
        }
    }
}
