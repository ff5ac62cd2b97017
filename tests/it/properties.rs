//! What holds for any note: from text to rows, and for any keys.

use std::sync::Arc;

use gongbu::app::state::layout_words;
use gongbu::diag::{Lines, Manner, render};
use gongbu::doc::formula::Formulas;
use gongbu::doc::outline;
use gongbu::layout::{Options, rows};
use gongbu::library::glossary::{Glossary, Meanings};
use gongbu::library::{Lexicon, Library, Note, Source, uses};
use gongbu::text::sanitize::Clean;
use gongbu::words::Locale;
use proptest::prelude::*;

use crate::screen::App;

/// What people write, and what nobody does.
const PIECES: [&str; 110] = [
    "# ",
    "## ",
    "### 1. 준비\n",
    "# 2.1 도구(Tools)\n",
    "#7.제목\n",
    "## 제3장 끓이기\n",
    "###### ",
    "제목\n===\n",
    "- ",
    " - ",
    "   * ",
    "    + ",
    "\t- ",
    "1. ",
    "  2) ",
    "- [ ] ",
    "- [x] 할 일\n",
    "**용어(Term)**는 ",
    "- 주전자(Kettle): 물을 끓이는 그릇이다\n",
    "주전자에서 ",
    "**",
    "*",
    "_",
    "~~",
    "***가*나**",
    "`",
    "``a`b``",
    "```\n",
    "```sh\n",
    "{% hint style=\"info\" %}\n",
    "{% endhint %}\n",
    "{{< tab \"칸\" >}}\n",
    "{{< /tab >}}\n",
    "```yaml title=\"긴 이름의 파일.yaml\"\n",
    "``` {.sh title=a}\n",
    "~~~\n",
    "| 용어 | 뜻 |\n|---|---|\n",
    "| 다관 | 찻잎을 우린다 |\n",
    "|",
    "---\n",
    "***\n",
    "> ",
    ">> ",
    "> [!NOTE]\n",
    "<b>",
    "</b>",
    "<br>",
    "<details><summary>접기</summary>\n",
    "</details>\n",
    "<!-- ",
    " -->",
    "<img src=\"a.png\" alt=\"그림\">",
    "<",
    "&amp;",
    "&#27;",
    "&#x202e;",
    "&zwnj;",
    "[^1]",
    "[^1]: 각주\n",
    "[이름]",
    "[이름]: http://a.b/c\n",
    "[글](http://a.b \"제목\")",
    "![그림](a.png)",
    "![]()\n",
    "*캡션*\n",
    "http://a.b/c은 ",
    "{: .notice}\n",
    "{% raw %}",
    "* toc\n{:toc}\n",
    "\n: ",
    "*[K8s]: Kubernetes\n",
    "\\",
    "👨\u{200d}👩\u{200d}👧",
    "e\u{301}\u{302}",
    "\u{1b}[31m",
    "\u{9b}2J\u{202e}",
    "\0\u{7f}",
    "$x$",
    "$",
    "$$",
    "$$\n",
    "$$a_1*b$$",
    "$$\\frac{가}{x_{n+1}} \\sqrt[3]{y}^2$$",
    "$$\n\\begin{cases} a & b \\\\ c\\end{cases} = x\n$$\n",
    "\\frac",
    ":rocket:",
    ":o:",
    " :a",
    "==",
    "==가 `나`== ",
    "%%",
    "\n%%\n",
    "\\hat{x",
    "}",
    "{",
    "^",
    "&",
    "\\\\",
    ":::note 제목\n",
    ":::\n",
    "!!! tip \"제목\"\n    ",
    "=== \"칸\"\n    ",
    "> [!info]- 제목\n",
    "<table><tr><td>",
    "</td><th rowspan=2>",
    "</td></tr></table>\n",
    "<br>\n",
    "{{< a\n",
    ">}}\n",
    "<img src={require('a').b}>\n",
];

pub fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        3 => "[가-힣a-z]{1,8} ?",
        3 => Just("\n".to_owned()),
        2 => Just("\n\n".to_owned()),
        1 => " {1,9}",
        1 => Just("한 문장이 끝난다. ".repeat(400)),
    ];
    let front = prop_oneof![
        4 => Just(""),
        1 => Just("---\ntitle: 차\ntags: [a, b]\n---\n"),
        1 => Just("---\ntitle: [\n---\n"),
        1 => Just("---\n"),
    ];
    (front, prop::collection::vec(piece, 0..60))
        .prop_map(|(front, pieces)| front.to_owned() + &pieces.concat())
}

fn note(text: &str) -> Note {
    Note::build(Source {
        path: Clean::literal("노트.md"),
        text: text.to_owned(),
        ..Source::default()
    })
}

fn bare(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn parts_and_sections_cover_the_note(text in markdown()) {
        let note = note(&text);
        let mut end = note.parts.first().map_or(text.len(), |part| part.span.start);
        for part in &note.parts {
            prop_assert_eq!(part.span.start, end);
            prop_assert!(text.is_char_boundary(part.span.start));
            end = part.span.end;
        }
        prop_assert_eq!(end, text.len());
        let mut addresses = std::collections::HashSet::new();
        for (at, section) in note.sections.iter().enumerate() {
            prop_assert!(section.parts.end <= note.parts.len());
            prop_assert!(at < section.end && section.end <= note.sections.len());
            prop_assert!(section.parent.is_none_or(|parent| parent < at));
            prop_assert!(addresses.insert(section.address.clone()), "{}", section.address);
            for part in section.parts.clone() {
                prop_assert_eq!(note.parts[part].section, Some(at));
            }
        }
    }

    #[test]
    fn all_text_is_in_the_rows(text in markdown()) {
        let note = note(&text);
        let words = layout_words(Locale::Ko);
        for part in 0..note.parts.len() {
            let blocks = note.blocks(part);
            for width in [20, 80, 120] {
                let options = Options::new(width, &words);
                for block in &blocks {
                    let rows = rows(std::slice::from_ref(block), &options);
                    for row in &rows {
                        prop_assert!(row.width() <= width);
                        prop_assert!(Clean::is_clean(&row.text()), "{:?}", row.text());
                    }
                    let pieces = rows.iter().flat_map(|row| &row.pieces);
                    let mut shown: Vec<char> = pieces.flat_map(|p| bare(&p.text)).collect();
                    let mut said = Vec::new();
                    block.each_text(&mut |text| said.extend(bare(text)));
                    // Cells stand beside each other, and in records between those of the head.
                    if format!("{block:?}").contains("Table {") {
                        shown.sort_unstable();
                        said.sort_unstable();
                    }
                    let mut shown = shown.into_iter();
                    let lost = said.iter().position(|c| !shown.any(|other| other == *c));
                    prop_assert_eq!(lost, None, "{:?}", block);
                }
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_cleanly(text in markdown()) {
        let note = note(&text);
        let lines = Lines::new(&note.text);
        for diagnostic in &note.diagnostics {
            let span = diagnostic.span;
            prop_assert!(note.text.get(span.start..span.end).is_some(), "{diagnostic:?}");
            let drawn = render(diagnostic, &note.path, &note.text, &lines, Manner::plain(Locale::Ko));
            for line in drawn.lines() {
                prop_assert!(Clean::is_clean(line), "{line:?}");
            }
        }
    }

    #[test]
    fn terms_and_their_uses_are_found(text in markdown()) {
        let note = note(&text);
        let plain = note.text.clone();
        let library = Library { notes: vec![Arc::new(note)] };
        let glossary = Glossary::collect(&library);
        let used = uses::used_in(&library, &glossary);
        prop_assert_eq!(used.len(), glossary.terms.len());
        // The app reads them piece by piece, and knows the same.
        let lexicon = Lexicon::explicit(&library).at_notes(&library, &[0], &Lexicon::default());
        prop_assert_eq!(lexicon.terms.len(), glossary.terms.len());
        let mut meanings = Meanings::new(&library);
        for (term, used) in glossary.terms.iter().zip(used) {
            let known = lexicon.terms.iter().position(|known| known.name == term.name);
            prop_assert!(known.is_some(), "{}", term.name);
            let found = gongbu::search::uses::uses(&library, &lexicon, known.unwrap(), usize::MAX, &|| false);
            prop_assert_eq!(found.unwrap(), used, "{}", term.name);
            for sense in &term.senses {
                prop_assert_eq!(&gongbu::doc::text(meanings.blocks(sense)), &sense.definition);
            }
        }
        let mut end = 0;
        for (range, term) in lexicon.index(0).find(&plain) {
            prop_assert!(end <= range.start && plain.get(range.clone()).is_some());
            prop_assert!((term as usize) < lexicon.terms.len());
            end = range.end;
        }
    }

    #[test]
    fn repairs_lead_back_into_the_part(text in markdown(), base in 0..99usize) {
        let formulas = Formulas::of(&text, false);
        let repaired = gongbu::doc::repair::repair(&text, base, formulas, "[a]: b\n\n");
        let mut before = base;
        for at in 0..=repaired.text.len() {
            let back = repaired.back(at);
            prop_assert!(before <= back && back <= base + text.len(), "{at}: {back}");
            before = back;
        }
    }

    #[test]
    fn any_key_at_any_size_is_fine(
        text in markdown(),
        steps in prop::collection::vec((0..KEYS.len(), 0u16..=130, 0u16..=40, 0..9u8), 0..40),
    ) {
        let mut app = App::new(&[("노트.md".to_owned(), text)], 100, 30);
        for (key, width, height, resize) in steps {
            if resize == 0 {
                app.resize(width, height);
            }
            app.keys(KEYS[key]);
            let (buffer, _) = app.draw();
            let bad = buffer.content().iter().find(|cell| !Clean::is_clean(cell.symbol()));
            prop_assert_eq!(bad, None);
        }
    }
}

const KEYS: [&str; 32] = [
    "j",
    "k",
    "space",
    "ctrl-d",
    "ctrl-u",
    "G",
    "g g",
    "]",
    "[",
    "t",
    "w",
    "h",
    "l",
    "tab",
    "enter",
    "esc",
    "/",
    "?",
    "o",
    "2",
    ".",
    "1",
    "a",
    "ㅈ",
    "backspace",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pgdn",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// A note longer than a window has the same headings and links as its halves told one by one.
    #[test]
    fn windows_do_not_show(text in markdown()) {
        // A heading closes everything but code and HTML, which a second copy would see otherwise.
        let open = text.contains("```") || text.contains("~~~") || text.contains('<');
        prop_assume!(!open && !text.starts_with("---") && text.len() < 20_000);
        let one = format!("\n\n# 끝\n\n{text}\n\n# 끝\n\n");
        let count = 140_000 / one.len() + 1;
        let titles = |text: &str| -> Vec<(u8, String)> {
            let scan = outline::scan(text, 0, false);
            scan.headings.iter().map(|h| (h.level, h.text.as_str().to_owned())).collect()
        };
        let whole = titles(&one.repeat(count));
        let one = titles(&one);
        prop_assert!(whole.iter().eq(one.iter().cycle().take(one.len() * count)));
    }
}

proptest! {
    /// A note in which no emphasis needs repair is told by its signs alone.
    #[test]
    fn no_repair_is_missed(text in "[*_~\\\\`<>가나a.( ]{0,24}") {
        use gongbu::doc::emphasis;
        for from in 0..text.len() {
            let mut inserts = Vec::new();
            emphasis::repair(&text, from..text.len(), Formulas::None, &mut inserts);
            prop_assert!(inserts.is_empty() || emphasis::is_wanted(&text), "{inserts:?}");
        }
    }
}
