//! Notes that no one writes by hand, small enough for a debug build.

/// A name, the text, and whether every `ż` of it must be shown (not where it is a comment, a
/// definition, front matter).
pub type Hostile = (&'static str, String, bool);

fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

/// One long line, or many deep ones.
fn deep() -> Vec<Hostile> {
    vec![
        ("quotes", ">".repeat(30_000) + " ż\n", true),
        ("quotes, lazy", ">".repeat(30_000) + " ż\n" + &"ż\n".repeat(3_000), true),
        ("quotes, apart", "> ".repeat(30_000) + "ż\n" + &"ż\n".repeat(3_000), true),
        ("quotes, ever deeper", numbered(400, |i| ">".repeat(i) + " ż\n"), true),
        ("items", "- ".repeat(5_000) + "ż\n", true),
        ("items, numbered", "1. ".repeat(5_000) + "ż\n", true),
        ("items in quotes", "- > ".repeat(10_000) + "ż\n", true),
        ("items, ever deeper", numbered(300, |i| " ".repeat(2 * i) + "- ż\n"), true),
        ("details", "<details>\n".repeat(2_000) + "ż\n", true),
        ("footnotes in footnotes", "[^a]: ".repeat(5_000) + "ż\n", true),
    ]
}

fn long() -> Vec<Hostile> {
    let words = "ż 가나다 word ".repeat(1_500);
    let solid = "ż가a".repeat(5_000);
    vec![
        ("words", words.clone() + "\n", true),
        ("no spaces", solid.clone() + "\n", true),
        ("heading", format!("# {words}\n\nż\n"), true),
        ("heading, solid", format!("# {solid}\n\nż\n"), true),
        ("heading, no space", format!("#7.{solid}\n\nż\n"), true),
        ("hashes", "#".repeat(100_000) + " ż\n", true),
        ("table row", format!("| a | b |\n|---|---|\n| {words} | ż |\n"), true),
        ("table, wide", "|ż".repeat(3_000) + "|\n" + &"|-".repeat(3_000) + "|\n|ż|\n", true),
        ("table, tall", "| a | b |\n|---|---|\n".to_owned() + &"| ż | 값 |\n".repeat(3_000), true),
        ("code", "```\n".to_owned() + &"let ż = 1;\n".repeat(3_000) + "```\n", true),
        ("code, one line", format!("```\n{words}\n```\n"), true),
        ("code, never closed", "# 가\n\n```\n".to_owned() + &"ż\n".repeat(20_000), true),
        ("item", format!("- {words}\n"), true),
        ("items", "- ż item\n".repeat(10_000), true),
        ("items, loose", "- ż item\n\n".repeat(5_000), true),
        ("bullets under numbers", "1. ż\n - ż\n".repeat(5_000), true),
        ("lines", "ż\n".repeat(8_000), true),
        ("paragraphs", "ż\n\n".repeat(10_000), true),
        ("rules", "ż\n\n---\n\n".repeat(5_000), true),
        ("setext", "ż\n".repeat(5_000) + "===\n", true),
        ("blank", "\n".repeat(100_000) + &" ".repeat(100_000) + &"\t".repeat(50_000), true),
        ("address", format!("http://{}ż\n", "a".repeat(100_000)), true),
        ("addresses", "http://a.b/ż ".repeat(5_000) + "\n", true),
        ("marks", format!("ża{}ż\n", "\u{301}".repeat(50_000)), true),
        ("joined", "👨\u{200d}ż🇰".repeat(5_000) + "\n", true),
        ("jamo", "\u{1100}".repeat(30_000) + "ż\n", true),
    ]
}

/// Signs that open something and never close it.
fn open() -> Vec<Hostile> {
    let of = |sign: &str| sign.repeat(12_000 / sign.len()) + " ż\n";
    vec![
        ("[", of("["), true),
        ("[ż]", of("[ż]"), true),
        ("[ż](", of("[ż]("), true),
        ("![", of("!["), true),
        ("*ż ", of("*ż "), true),
        ("**ż _", of("**ż _"), true),
        ("**가(A)**는", of("**가(ż)**는 "), true),
        ("_ż ", of("_ż "), true),
        ("~ż ", of("~ż "), true),
        ("*", of("*"), true),
        ("`", of("`"), false),
        ("ticks", numbered(300, |i| "`".repeat(i) + " ż "), true),
        ("<!--", of("<!--"), false),
        ("ż <!--", of("ż <!--"), true),
        ("<", of("ż <"), true),
        ("<?", of("ż <?"), true),
        ("<![CDATA[", of("ż <![CDATA["), true),
        ("<b>", of("<b>"), true),
        ("ż <b>", of("ż <b>"), true),
        ("<a x=", "<a ".to_owned() + &of("x=\"y\" "), true),
        ("<div>", of("<div>"), true),
        ("{%", of("ż {% {{ {: "), true),
        ("{% in an item", "- ".to_owned() + &of("ż {% {{ {: "), true),
        ("images", of("![ż](a)\n"), true),
        ("images in an item", "- ".to_owned() + &of("![ż](a)\n  "), true),
        ("address, closed", format!("http://a{}", of(")")), true),
        ("addresses that are none", of("ahttp://ż"), true),
        ("&#27;", of("&#27;ż"), true),
        ("&", of("&"), true),
        ("$", of("$ż$ $"), true),
        ("|", of("|"), true),
        ("\\", of("\\"), true),
        (":", of(": ż\n"), true),
        ("```", of("```\n"), false),
        ("--", of("- -\n"), true),
    ]
}

fn many() -> Vec<Hostile> {
    let both = |i| format!("see [ż{i}] and [ż{}]\n\n", i + 1);
    let link = |i| format!("[ż{i}]: http://x/{i}\n");
    let note = |i| format!("[^{i}]: ż\n\n");
    let names = numbered(600, |i| format!("이름{i}\n"));
    let meanings = numbered(600, |i| format!(": 뜻 하나 ż{i}\n"));
    vec![
        ("headings", "# ż\n".repeat(3_000), true),
        ("headings, numbered", numbered(3_000, |i| format!("# {}.{} ż\n", i / 99, i % 99)), true),
        ("headings, one number", "# 1.1.1.1.1.1.1.1.1 ż\n".repeat(2_000), true),
        ("headings, ever longer", numbered(2_000, deeper), true),
        ("links", numbered(1_500, link) + "\n" + &numbered(2_000, both), false),
        (
            "links under headings",
            numbered(600, |i| format!("# h\n\n{}\n{}", link(i), both(i))),
            false,
        ),
        ("one link", "[a]: b\n".repeat(10_000), true),
        ("footnotes", numbered(2_000, |i| format!("see[^{i}]\n\n")) + &numbered(2_000, note), true),
        (
            "footnotes under headings",
            numbered(600, |i| format!("# h\n\n[^{i}]\n\n{}", note(i))),
            true,
        ),
        (
            "terms",
            "# 용어\n".to_owned() + &numbered(1_500, |i| format!("- 말{i}(Word {i}): ż 뜻\n")),
            true,
        ),
        (
            "aliases",
            "# 용어\n".to_owned() + &numbered(1_500, |i| format!("- 말(W{i}x): ż 뜻\n")),
            true,
        ),
        ("names and meanings", names + &meanings, true),
        ("defined under headings", numbered(1_000, |i| format!("# {i}\n말{i}\n: ż\n\n")), true),
    ]
}

fn deeper(i: usize) -> String {
    format!("{} {} ż\n", "#".repeat(i % 6 + 1), vec!["1"; i % 9 + 1].join("."))
}

/// What a terminal could obey, in every place where text stands.
fn controls() -> Vec<Hostile> {
    let raw = "ż\u{1b}[31m\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2066}\u{200f}\u{85}\0\u{8}\u{7f}";
    let coded = "ż&#27;[31m&#x9b;2J&#x202e;&#8238;&#7;&#0;&#127;&zwj;&rlm;";
    let mut notes = Vec::new();
    for (name, bad) in [("raw", raw), ("coded", coded)] {
        let text = format!(
            "---\ntitle: \"{bad}\"\ndate: \"{bad}\"\ntags: [\"{bad}\", \"\\e[31m\\u202e\"]\n{bad}: 1\n\
             ---\n\n# 1. {bad}\n\n{bad} **{bad}** `{bad}` [{bad}](http://{bad} \"{bad}\")\n\n\
             ![{bad}]({bad})\n\n![](<{bad}>)\n\n- {bad}: 뜻이 하나 있다\n\n```{bad}\n{bad}\n```\n\n\
             | 용어{bad} | 뜻{bad} |\n|---|---|\n| {bad} | {bad} |\n\n{bad}\n: {bad}\n\n\
             <b title=\"{bad}\">{bad}</b> <img src=\"{bad}\" alt=\"{bad}\">\n\n\
             <details><summary>{bad}</summary>\n{bad}\n</details>\n\n[^{bad}]: {bad}\n\n\
             [{bad}]: {bad}\n\n*[{bad}]: {bad}\n\n## 1.1 {bad}\n\n## 1.1 {bad}\n\n> [!NOTE] {bad}\n"
        );
        notes.push((name, text, false));
    }
    notes
}

fn front_matter() -> Vec<Hostile> {
    let bomb = numbered(24, |i| {
        let part = format!("*a{i}");
        format!("a{}: &a{} [{}]\n", i + 1, i + 1, vec![part; 9].join(","))
    });
    let deep = numbered(500, |i| " ".repeat(i) + "a:\n");
    vec![
        ("never closed", "---\ntitle: x\n\n# ż\n".to_owned(), true),
        ("never closed, long", "---\n".to_owned() + &"a: ż\n".repeat(10_000), true),
        ("broken", "---\ntitle: [a\nb: }\n---\n# ż\n".to_owned(), true),
        ("twice", "---\ntitle: a\ntitle: b\ntags: x\ntags: y\n---\n# ż\n".to_owned(), true),
        ("no mapping", "---\n- a\n- b\n---\n# ż\n".to_owned(), true),
        ("a number", "---\n42\n---\n# ż\n".to_owned(), true),
        ("bomb", format!("---\na0: &a0 [x,x,x]\n{bomb}---\n# ż\n"), true),
        ("deep", format!("---\na: {}{}\n---\n# ż\n", "[".repeat(20_000), "]".repeat(20_000)), true),
        ("deep maps", format!("---\n{deep}---\n# ż\n"), true),
        ("toml, deep", format!("+++\na = {}\n+++\n# ż\n", "[".repeat(20_000)), true),
        ("toml, twice", "+++\ntitle = \"a\"\ntitle = \"b\"\n+++\n# ż\n".to_owned(), true),
        ("large", format!("---\n{}---\n# ż\n", numbered(1_500, |i| format!("k{i}: v\n"))), true),
        (
            "wrong types",
            "---\ntitle: {a: b}\ntags: {c: [d]}\ndate: [1]\n---\n# ż\n".to_owned(),
            true,
        ),
        ("empty", String::new(), true),
        ("only a line", "---".to_owned(), true),
    ]
}

/// Of every kind.
pub fn all() -> Vec<Hostile> {
    [deep(), long(), open(), many(), controls(), front_matter()].concat()
}
