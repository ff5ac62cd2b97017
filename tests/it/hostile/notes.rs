//! Notes that no one writes by hand, of any size: `k` is 1 for the smallest that still hurt.

/// A name, the text, and whether every `ż` of it must be shown (not where it is a comment, a
/// definition, front matter).
pub type Hostile = (&'static str, String, bool);

fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

/// One long line, or many deep ones.
fn deep(k: usize) -> Vec<Hostile> {
    let lazy = "ż\n".repeat(800 * k);
    let details = "<details>\n".repeat(500 * k);
    vec![
        ("quotes", ">".repeat(8_000 * k) + " ż\n", true),
        ("quotes, lazy", ">".repeat(8_000 * k) + " ż\n" + &lazy, true),
        ("quotes, apart", "> ".repeat(8_000 * k) + "ż\n" + &lazy, true),
        ("quotes, ever deeper", numbered(100 * k, |i| ">".repeat(i) + " ż\n"), true),
        ("items", "- ".repeat(1_200 * k) + "ż\n", true),
        ("items, numbered", "1. ".repeat(1_200 * k) + "ż\n", true),
        ("items in quotes", "- > ".repeat(2_500 * k) + "ż\n", true),
        ("items, ever deeper", numbered(80 * k, |i| " ".repeat(2 * i) + "- ż\n"), true),
        ("details", details.clone() + "ż\n", true),
        ("details, closed", details + "ż\n" + &"</details>\n".repeat(500 * k), true),
        ("details apart", "<details>\n\nż\n\n".repeat(200 * k), true),
        ("footnotes in footnotes", "[^a]: ".repeat(1_200 * k) + "ż\n", true),
        ("images in images", "![".repeat(800 * k) + "ż" + &"](a)".repeat(800 * k), false),
        ("divs apart", "<div>\n\nż\n\n".repeat(500 * k), true),
    ]
}

fn long(k: usize) -> Vec<Hostile> {
    let words = "ż 가나다 word ".repeat(400 * k);
    let solid = "ż가a".repeat(1_200 * k);
    let wide = |n: usize| "|ż".repeat(n) + "|\n" + &"|-".repeat(n) + "|\n";
    vec![
        ("words", words.clone() + "\n", true),
        ("no spaces", solid.clone() + "\n", true),
        ("one letter", "a".repeat(20_000 * k) + "ż\n", true),
        ("hyphens", "-a".repeat(4_000 * k) + "ż" + &"-".repeat(4_000 * k) + "\n", true),
        ("heading", format!("# {words}\n\nż\n"), true),
        ("heading, solid", format!("# {solid}\n\nż\n"), true),
        ("heading, no space", format!("#7.{solid}\n\nż\n"), true),
        ("headings, spaceless", numbered(300 * k, |i| format!("#{i}.제목 ż\n")), true),
        ("heading, braces", format!("# ż {}\n", "{#".repeat(3_000 * k)), true),
        ("hashes", "#".repeat(25_000 * k) + " ż\n", true),
        ("table row", format!("| a | b |\n|---|---|\n| {words} | ż |\n"), true),
        ("table, wide", wide(500 * k) + "|ż|\n", true),
        ("table, wide and tall", wide(40 * k) + &("|ż".repeat(40 * k) + "|\n").repeat(40), true),
        ("table, empty rows", wide(50) + &"|\n".repeat(300 * k), true),
        ("table, tall", wide(2) + &"| ż | 값 |\n".repeat(800 * k), true),
        ("tables", (wide(2) + "| ż | 값 |\n\n").repeat(150 * k), true),
        ("code", "```\n".to_owned() + &"let ż = 1;\n".repeat(800 * k) + "```\n", true),
        ("code, one line", format!("```\n{words}\n```\n"), true),
        ("code, never closed", "# 가\n\n```\n".to_owned() + &"ż\n".repeat(4_000 * k), true),
        ("code, indented", "    ż\n".repeat(800 * k), true),
        ("code, many", "```\nż\n```\n\n".repeat(300 * k), true),
        ("item", format!("- {words}\n"), true),
        ("many items", "- ż item\n".repeat(2_500 * k), true),
        ("items, loose", "- ż item\n\n".repeat(1_200 * k), true),
        ("items, in turn", "- ż\n+ ż\n* ż\n".repeat(400 * k), true),
        ("bullets under numbers", "1. ż\n - ż\n".repeat(1_200 * k), true),
        ("paragraphs in an item", "- ż\n\n".to_owned() + &"  ż\n\n".repeat(800 * k), true),
        ("lines", "ż\n".repeat(2_000 * k), true),
        ("lines that end", "ż\\\n".repeat(1_000 * k), true),
        ("paragraphs", "ż\n\n".repeat(2_500 * k), true),
        ("rules", "ż\n\n---\n\n".repeat(1_200 * k), true),
        ("setext", "ż\n".repeat(1_200 * k) + "===\n", true),
        ("blank", "\n".repeat(9_000 * k) + &" ".repeat(25_000 * k) + &"\t".repeat(9_000 * k), true),
        ("address", format!("http://{}ż\n", "a".repeat(25_000 * k)), true),
        ("addresses", "http://a.b/ż ".repeat(1_200 * k) + "\n", true),
    ]
}

/// Characters that are drawn on, or with, others; or not at all.
fn marks(k: usize) -> Vec<Hostile> {
    let on_each = |mark: &str, letter: &str| format!("{letter}{} ", mark.repeat(500)).repeat(5 * k);
    vec![
        ("marks", format!("ża{}ż\n", "\u{301}".repeat(12_000 * k)), true),
        ("marks, on many", on_each("\u{301}", "a") + &on_each("\u{5b0}", "א") + "ż\n", true),
        ("joined", "👨\u{200d}ż🇰".repeat(1_200 * k) + "\n", true),
        ("joined for ever", "👨\u{200d}".repeat(4_000 * k) + "ż\n", true),
        ("flags", "🇰".repeat(4_000 * k) + "ż\n", true),
        ("variants", "a\u{fe0f}".repeat(2_000 * k) + "ż\n", true),
        ("jamo", "\u{1100}".repeat(8_000 * k) + "ż\n", true),
        ("of no width", "\u{200b}\u{200c}\u{200d}\u{2060}".repeat(2_000 * k) + "ż\n", true),
        ("marks of order", "\u{feff}\u{202e}\u{2066}".repeat(2_000 * k) + "ż\n", true),
    ]
}

/// Signs that open something and never close it, or close what was never opened.
fn open(k: usize) -> Vec<Hostile> {
    let of = |sign: &str| sign.repeat(3_000 * k / sign.len()) + " ż\n";
    let both = |a: &str, b: &str| a.repeat(500 * k) + "ż" + &b.repeat(500 * k) + " ż\n";
    vec![
        ("[", of("["), true),
        ("[ ]", both("[", "]"), true),
        ("[[", of("[["), true),
        ("[ż]", of("[ż]"), true),
        ("[ż][", of("[ż]["), true),
        ("[ż](", of("[ż]("), true),
        ("[ż](<", of("[ż](<"), true),
        ("[ż](a \"", of("[ż](a \""), true),
        ("[ż](((", "[ż](".to_owned() + &of("("), true),
        ("![", of("!["), true),
        ("![]()", of("![]()"), true),
        ("*ż ", of("*ż "), true),
        ("*ż *", both("*ż ", " ż*"), true),
        ("ż* ", of("ż* "), true),
        ("**ż ", of("**ż "), true),
        ("***ż ", of("***ż "), true),
        ("**ż _", of("**ż _"), true),
        ("*ż **ż", of("*ż **ż_ż__ż~~ż"), true),
        ("**가(A)**는", of("**가(ż)**는 "), true),
        ("_ż ", of("_ż "), true),
        ("~ż ", of("~ż "), true),
        ("*", of("*"), true),
        ("*_", of("*_"), true),
        ("`", of("`"), false),
        ("`ż ", of("`ż "), true),
        ("ticks", numbered(80 * k, |i| "`".repeat(i) + " ż "), true),
        ("<!--", of("<!--"), false),
        ("ż <!--", of("ż <!--"), true),
        ("<!-- \n\n", "<!--\n\n".to_owned() + &of("ż\n\n"), false),
        ("<", of("ż <"), true),
        ("<?", of("ż <?"), true),
        ("<![CDATA[", of("ż <![CDATA["), true),
        ("<!A", of("ż <!A"), true),
        ("<http:", of("ż <http://a"), true),
        ("<b>", of("<b>"), true),
        ("ż <b>", of("ż <b>"), true),
        ("ż <b> <i>", of("ż <b> <i> <kbd>"), true),
        ("<b><i></b>", both("<b>", "<i>") + &"</b>".repeat(500 * k), true),
        ("</b>", of("ż </b></i></div>"), true),
        ("<a x=", "<a ".to_owned() + &of("x=\"y\" "), true),
        ("<div x=", "<div ".to_owned() + &of("x=\"y\" "), true),
        ("<div>", of("<div>"), true),
        ("<pre>", of("<pre>\n"), true),
        ("<script>", "<script>\n".to_owned() + &of("ż\n"), false),
        ("<td>", of("<table><tr><td>ż"), true),
        ("{%", of("ż {% {{ {: "), true),
        ("{% in an item", "- ".to_owned() + &of("ż {% {{ {: "), true),
        ("{% %}", of("ż {% ż %} {{ ż }} {: ż}"), false),
        ("{% highlight %}", of("{% highlight sh %}\nż\n"), true),
        ("{{< highlight >}}", of("{{< highlight sh >}}\nż\n{{< /highlight >}}\n"), true),
        ("{% hint %}", of("{% hint %}\nż\n"), true),
        ("{% hint %} at last", of("{% hint %}\nż\n") + "\n{% endhint %}\n", true),
        ("{% tab %}", of("{% tab title=\"가\" %}\nż\n{% endtab %}\n"), true),
        ("{% raw %}", of("{% raw %}\nż\n"), true),
        ("{: .notice}", of("> ż\n{: .notice}\n\n"), true),
        ("images", of("![ż](a)\n"), true),
        ("images in an item", "- ".to_owned() + &of("![ż](a)\n  "), true),
        ("images in a line", of("![ż](a)*ż 글*"), true),
        ("address, closed", format!("http://a{}", of(")")), true),
        ("address, dotted", format!("http://aż{}", of(".")), true),
        ("addresses that are none", of("ahttp://ż"), true),
        ("&#27;", of("&#27;ż"), true),
        ("&", of("&"), true),
        ("&a", of("&aaaaaaaaaaaaaaaaaaaaaaaaa"), true),
        ("$", of("$ż$ $"), true),
        ("$$", of("$$ż$$ $$"), true),
        ("==", of("==ż "), true),
        (":o:", of(":o:"), true),
        (":a", of(" :a"), true),
        ("== ==", of("==ż== *==*"), true),
        ("%%", of("ż %%"), false),
        ("%% on lines", of("%%\n\nż\n\n%% ż\n\n"), false),
        ("$${", format!("$${}ż{}$$\n", "{".repeat(1_500 * k), "}".repeat(1_500 * k)), true),
        ("$$\\frac", format!("$${} ż$$\n", "\\frac".repeat(500 * k)), true),
        (
            "$$\\hat{",
            format!("$${}ż{}$$\n", "\\bar{".repeat(39), "}".repeat(39)).repeat(2 * k),
            true,
        ),
        ("$$^", format!("$$ż{}$$\n", "^a_b".repeat(700 * k)), true),
        (
            "$$&",
            format!("$$\\begin{{pmatrix}}ż{}\\end{{pmatrix}}$$\n", "&a\\\\".repeat(600 * k)),
            true,
        ),
        ("|", of("|"), true),
        ("|ż|", of("|ż|\n"), true),
        ("\\", of("\\"), true),
        (":", of(": ż\n"), true),
        (":::", of(":::note\nż\n:::\n"), true),
        ("```", of("```\n"), false),
        ("~~~", of("~~~\n```\nż\n"), true),
        ("--", of("- -\n"), true),
        ("> [!NOTE]", of("> [!NOTE]\n> ż\n\n"), true),
    ]
}

fn many(k: usize) -> Vec<Hostile> {
    let both = |i| format!("see [ż{i}] and [ż{}]\n\n", i + 1);
    let link = |i| format!("[ż{i}]: http://x/{i}\n");
    let note = |i| format!("[^{i}]: ż\n\n");
    let next = |i| format!("[^{i}]: ż[^{}] [^{}]\n\n", i + 1, i / 2);
    let names = numbered(150 * k, |i| format!("이름{i}\n"));
    let meanings = numbered(150 * k, |i| format!(": 뜻 하나 ż{i}\n"));
    let rows = numbered(200 * k, |i| format!("| 낱말{i} | 뜻이 하나 있다 ż |\n"));
    let prefixes = numbered(100 * k, |i| format!("- {}: 뜻 ż\n", "말".repeat(i % 90 + 2)));
    vec![
        ("headings", "# ż\n".repeat(700 * k), true),
        ("headings, numbered", numbered(700 * k, |i| format!("# {}.{} ż\n", i / 99, i % 99)), true),
        ("headings, one number", "# 1.1.1.1.1.1.1.1.1 ż\n".repeat(500 * k), true),
        ("headings, ever longer", numbered(500 * k, deeper), true),
        ("links", numbered(400 * k, link) + "\n" + &numbered(500 * k, both), false),
        (
            "links under headings",
            numbered(150 * k, |i| format!("# h\n\n{}\n{}", link(i), both(i))),
            false,
        ),
        ("one link", "[a]: b\n".repeat(2_500 * k), true),
        ("a link, long", format!("[ż]: <{}>\n\n[ż] [ż]\n", "x".repeat(20_000 * k)), false),
        (
            "footnotes",
            numbered(500 * k, |i| format!("see[^{i}]\n\n")) + &numbered(500 * k, note),
            true,
        ),
        ("footnotes to footnotes", numbered(300 * k, next), true),
        ("one footnote", "ż[^1] ".repeat(500 * k) + "\n\n[^1]: ż\n", true),
        (
            "footnotes under headings",
            numbered(150 * k, |i| format!("# h\n\n[^{i}]\n\n{}", note(i))),
            true,
        ),
        (
            "terms",
            "# 용어\n".to_owned() + &numbered(400 * k, |i| format!("- 말{i}(Word {i}): ż 뜻\n")),
            true,
        ),
        ("one term", "# 용어\n".to_owned() + &"- 말(Word): ż 뜻\n".repeat(400 * k), true),
        (
            "aliases",
            "# 용어\n".to_owned() + &numbered(400 * k, |i| format!("- 말(W{i}x): ż 뜻\n")),
            true,
        ),
        ("terms in a table", format!("# 용어\n\n| 용어 | 뜻 |\n|---|---|\n{rows}"), true),
        ("terms, each in the next", format!("# 용어\n{prefixes}\n# 글\n\nż 말말말말\n"), true),
        ("abbreviations", numbered(300 * k, |i| format!("*[A{i}B]: ż{i}\n")), true),
        ("names and meanings", names + &meanings, true),
        ("defined under headings", numbered(250 * k, |i| format!("# {i}\n말{i}\n: ż\n\n")), true),
    ]
}

fn deeper(i: usize) -> String {
    format!("{} {} ż\n", "#".repeat(i % 6 + 1), vec!["1"; i % 9 + 1].join("."))
}

/// What a terminal could obey, in every place where text stands.
fn controls(k: usize) -> Vec<Hostile> {
    let raw = "ż\u{1b}[31m\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2066}\u{200f}\u{85}\0\u{8}\u{7f}";
    let strings =
        "ż\u{1b}P1;1|x\u{1b}\\\u{90}x\u{9c}\u{1b}_x\u{1b}\\\u{9d}52;c;eA==\u{7}\u{1b}]8;;a\u{1b}\\";
    let halves = "ż\u{1b}\u{1b}[\u{9b}1;\u{1b}]0;\u{1b}P\u{98}\u{1b}#8\u{1b}c\u{1b}(0\u{e}";
    let coded = "ż&#27;[31m&#x9b;2J&#x202e;&#8238;&#7;&#0;&#127;&zwj;&rlm;&#x9d;0;x&#x9c;&#13;";
    let mut notes = Vec::new();
    for (name, bad) in [("raw", raw), ("strings", strings), ("halves", halves), ("coded", coded)] {
        let text = format!(
            "---\ntitle: \"{bad}\"\ndate: \"{bad}\"\ntags: [\"{bad}\", \"\\e[31m\\u202e\"]\n{bad}: 1\n\
             toc_label: {bad}\naka: [{bad}]\nshort_description: \"{bad}\"\n\
             ---\n\n# 1. {bad}\n\n{bad} **{bad}** `{bad}` [{bad}](http://{bad} \"{bad}\")\n\n\
             ![{bad}]({bad})\n\n![](<{bad}>)\n\n- {bad}: 뜻이 하나 있다\n\n```{bad}\n{bad}\n```\n\n\
             | 용어{bad} | 뜻{bad} |\n|---|---|\n| {bad} | {bad} |\n\n{bad}\n: {bad}\n\n\
             <b title=\"{bad}\">{bad}</b> <img src=\"{bad}\" alt=\"{bad}\">\n\n\
             <details><summary>{bad}</summary>\n{bad}\n</details>\n\n[^{bad}]: {bad}\n\n\
             [{bad}]: {bad}\n\n*[{bad}]: {bad}\n\n## 1.1 {bad}\n\n## 1.1 {bad}\n\n> [!NOTE] {bad}\n\n\
             http://a.b/{bad} <http://a.b/{bad}> [[{bad}|{bad}]] $${bad}$$ {{: .{bad}}} {{% {bad} %}}\n\n\
             <pre>{bad}</pre>\n\n    {bad}\n\n- [x] {bad}\n\n{bad}\n===\n\n#7.{bad}\n\n![{bad}]\n\n[{bad}][]\n"
        );
        notes.push((name, text, false));
    }
    let of = |sign: &str| sign.repeat(2_000 * k) + "ż\n";
    notes.extend([
        ("escapes", of("\u{1b}"), true),
        ("escapes and colours", of("a\u{1b}[31m"), true),
        ("titles, never ended", of("a\u{1b}]0;b"), false),
        ("strings, never ended", of("\u{1b}P"), false),
        ("introducers", of("\u{9b}\u{9d}"), false),
    ]);
    notes
}

fn front_matter(k: usize) -> Vec<Hostile> {
    let bomb = numbered(24, |i| {
        let part = format!("*a{i}");
        format!("a{}: &a{} [{}]\n", i + 1, i + 1, vec![part; 9].join(","))
    });
    let merged = numbered(24, |i| format!("b{}: &b{} {{<<: [*b{i}, *b{i}]}}\n", i + 1, i + 1));
    let deep = numbered(400, |i| " ".repeat(i) + "a:\n");
    let brackets = "[".repeat(5_000 * k);
    let large = "글 ".repeat(5_000 * k);
    let yaml = |text: &str| format!("---\n{text}---\n# ż\n");
    vec![
        ("never closed", "---\ntitle: x\n\n# ż\n".to_owned(), true),
        ("never closed, long", "---\n".to_owned() + &"a: ż\n".repeat(2_500 * k), true),
        ("toml, never closed", "+++\n".to_owned() + &"a = \"ż\"\n".repeat(1_000 * k), true),
        ("broken", yaml("title: [a\nb: }\n"), true),
        ("twice", yaml("title: a\ntitle: b\ntags: x\ntags: y\n"), true),
        ("no mapping", yaml("- a\n- b\n"), true),
        ("a number", yaml("42\n"), true),
        ("bomb", yaml(&format!("a0: &a0 [x,x,x]\n{bomb}")), true),
        ("bomb of keys", yaml(&format!("b0: &b0 {{x: y}}\n{merged}")), true),
        ("aliases of one", yaml(&format!("a: &a x\ntags: [{}]\n", "*a,".repeat(2_000 * k))), true),
        ("an alias of itself", yaml("a: &a [*a]\ntitle: *a\n"), true),
        ("deep", yaml(&format!("a: {brackets}{}\n", "]".repeat(5_000 * k))), true),
        ("deep, never closed", yaml(&format!("tags: {brackets}\n")), true),
        ("deep on lines", yaml(&format!("tags: {}\n", "[\n".repeat(2_000 * k))), true),
        ("deep maps", yaml(&deep), true),
        ("a long value", yaml(&format!("title: \"{large}\"\ntags: {large}\n")), true),
        ("a long block", yaml(&format!("description: |\n{}", "  글\n".repeat(1_000 * k))), true),
        ("a long key", yaml(&format!("{}: 1\n? {large}\n", "k".repeat(5_000 * k))), true),
        ("toml, deep", format!("+++\na = {brackets}\n+++\n# ż\n"), true),
        ("toml, twice", "+++\ntitle = \"a\"\ntitle = \"b\"\n+++\n# ż\n".to_owned(), true),
        ("large", yaml(&numbered(400 * k, |i| format!("k{i}: v\n"))), true),
        ("wrong types", yaml("title: {a: b}\ntags: {c: [d]}\ndate: [1]\n"), true),
        ("tags", yaml(&format!("tags: [{}]\n", "a, ".repeat(1_000 * k))), true),
        ("a date of nines", yaml(&format!("date: {}\nweight: 1e999\n", "9".repeat(999))), true),
        ("empty", String::new(), true),
        ("only a line", "---".to_owned(), true),
    ]
}

/// Of every kind.
pub fn all(k: usize) -> Vec<Hostile> {
    [deep(k), long(k), marks(k), open(k), many(k), controls(k), front_matter(k)].concat()
}
