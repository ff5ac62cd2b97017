//! Tags of a template language that set a part apart and stand on a line of their own: `{% hint %}`
//! (GitBook), `{{% notice %}}`, `{{< tab "…" >}}` (Hugo's themes).

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// It opens a callout.
    Callout,
    /// It opens a part with a title: one of several tabs, what can be folded.
    Part,
    /// It gives a title to the code that follows.
    Code,
    /// It shows what stands at an address.
    Embed,
}

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub does: Does,
    pub name: &'a str,
    /// It ends what it names.
    pub closes: bool,
    /// What ends it, as it is written before the name.
    pub end: &'static str,
    attributes: &'a str,
}

fn does(name: &str) -> Option<Does> {
    Some(match name {
        "hint" | "notice" | "alert" | "callout" | "admonition" | "note" | "warning" | "caution"
        | "tip" | "info" | "important" | "danger" => Does::Callout,
        "tab" | "details" | "expand" | "accordion" | "collapse" => Does::Part,
        "code" => Does::Code,
        "embed" => Does::Embed,
        _ => return None,
    })
}

/// The tag that `line` is, if it is one of these and nothing else stands on it.
pub(super) fn read(line: &str) -> Option<Tag<'_>> {
    let line = line.trim();
    let pairs = [("{%", "%}", "end"), ("{{<", ">}}", "/"), ("{{%", "%}}", "/")];
    let (inner, end) = pairs.into_iter().find_map(|(open, close, end)| {
        let inner = line.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains(close)).then_some((inner, end))
    })?;
    let inner = inner.trim_matches(['-', ' ', '/']);
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let (name, attributes) = inner.split_at(length.unwrap_or(inner.len()));
    let bare = if end == "end" { name.strip_prefix(end) } else { None };
    let slash = line.trim_start_matches(['{', '<', '%', ' ']).starts_with('/');
    let closes = bare.is_some() || (end == "/" && slash);
    let name = bare.unwrap_or(name);
    Some(Tag { does: does(name)?, name, closes, end, attributes })
}

impl<'a> Tag<'a> {
    /// The values of the tag, each with its key, which is empty where it has none.
    fn values(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches([' ', '\t', ',']);
            let end = rest.find(['=', ' ', '"', '\'']).unwrap_or(rest.len());
            let (mut key, after) = rest.split_at(end);
            let value = match after.strip_prefix('=') {
                Some(value) => value,
                None if key.is_empty() => rest,
                None => {
                    rest = after;
                    return (!key.is_empty()).then_some(("", key));
                }
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, after) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(' ').unwrap_or(value.len())),
            };
            if value.is_empty() && after.len() == rest.len() {
                return None;
            }
            key = key.trim();
            rest = after;
            Some((key, value))
        })
    }

    fn value(&self, keys: &[&str]) -> Option<&'a str> {
        let found = self.values().find(|(key, value)| keys.contains(key) && !value.is_empty());
        found.map(|(_, value)| value)
    }

    /// Where it leads.
    pub fn address(&self) -> &'a str {
        self.value(&["url", "src", "href"]).unwrap_or("")
    }

    /// Its title; empty where it has none.
    pub fn title(&self) -> &'a str {
        let named = self.value(&["title", "name", "header", "label", "summary"]);
        let mut bare = self.values().filter(|(key, _)| key.is_empty()).map(|(_, value)| value);
        let skipped = usize::from(self.positional_kind().is_some());
        named.or_else(|| bare.nth(skipped)).unwrap_or("")
    }

    /// The word for the kind of a callout, and whether a reader would miss it.
    pub fn kind(&self) -> (&'a str, bool) {
        let generic = matches!(self.name, "hint" | "notice" | "alert" | "callout" | "admonition");
        if !generic {
            return (self.name, false);
        }
        let named = self.value(&["style", "type", "level"]).or_else(|| self.positional_kind());
        match (named, self.value(&["color"])) {
            (Some(kind), _) => (kind, true),
            (None, Some(colour)) => (colour, false),
            (None, None) => ("note", false),
        }
    }

    /// `{{% notice note "title" %}}`
    fn positional_kind(&self) -> Option<&'a str> {
        let generic = matches!(self.name, "hint" | "notice" | "alert" | "callout" | "admonition");
        let first = self.values().next().filter(|(key, _)| generic && key.is_empty())?.1;
        first.bytes().all(|b| b.is_ascii_lowercase()).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, kind: &str, title: &str) {
        let tag = read(line).unwrap();
        assert!(!tag.closes);
        assert_eq!((tag.kind().0, tag.title()), (kind, title), "{line}");
    }

    #[test]
    fn tags_are_read() {
        check("{% hint style=\"info\" %}", "info", "");
        check("{{% notice tip \"두 낱말\" %}}", "tip", "두 낱말");
        check("{{% notice style=\"note\" title='x y' %}}", "note", "x y");
        check("{{< alert title=\"주의\" color=\"warning\" >}}", "warning", "주의");
        check("{{< hint danger >}}", "danger", "");
        check("{{< note >}}", "note", "");
        check("{{< alert \"한 문장\" >}}", "note", "한 문장");
        check("{%- tab title=\"리눅스\" -%}", "tab", "리눅스");
        check("{{< tab name=\"맥\" >}}", "tab", "맥");
        check("{{<tab \"맥\">}}", "tab", "맥");
        check("{% code title=\"a.yaml\" overflow=\"wrap\" %}", "code", "a.yaml");
        for close in ["{% endhint %}", "{{< /tab >}}", "{{</tab>}}", "{{% /notice %}}"] {
            assert!(read(close).unwrap().closes, "{close}");
        }
        for other in ["{% if x %}", "{{ x }}", "{% hint %} 글", "{% hint %}{% endhint %}", "글", ""]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
