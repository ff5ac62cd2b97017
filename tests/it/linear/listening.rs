//! How each construct of a note is heard, and that no text of it is lost.

use expect_test::{Expect, expect};
use gongbu::app::linear::{Line, Speech};
use gongbu::library::{Note, Source};
use gongbu::text::sanitize::Clean;
use gongbu::words::Locale;

fn note(text: &str) -> Note {
    let path = Clean::literal("note.md");
    Note::build(Source { path, text: text.to_owned(), ..Source::default() })
}

/// All of a note as lines.
pub fn heard(note: &Note, locale: Locale) -> Vec<Line> {
    let mut speech = Speech::new(locale);
    for part in 0..note.parts.len() {
        speech.say(&note.text, &note.shown_blocks(part));
    }
    speech.lines
}

#[track_caller]
fn check(text: &str, expect: Expect) {
    let lines = heard(&note(text), Locale::En).into_iter();
    let lines: Vec<String> = lines.map(|line| line.text.into_string() + "\n").collect();
    expect.assert_eq(&lines.concat());
}

#[test]
fn nested_lists_say_their_level_and_their_end() {
    check(
        "- a\n  - b\n    - c\n- d\n\nAfter.\n",
        expect![[r#"
        - a
          - level 2: b
            - level 3: c
        - d
        After.
    "#]],
    );
    check(
        "1. a\n\n   More of a.\n2. b\n\nAfter.\n",
        expect![[r#"
        1. a
          More of a.
        2. b
        End of list
        After.
    "#]],
    );
    check(
        "- [ ] a\n- [x] b\n-\n",
        expect![[r#"
        - to do: a
        - done: b
        -
    "#]],
    );
}

#[test]
fn tables_are_told_row_by_row() {
    check(
        "| a | b |\n|---|---|\n| 1 | 2 |\n| | 3 |\n| | |\n",
        expect![[r#"
        Table, columns: 2, rows: 3: a; b
        Row 1: a: 1; b: 2
        Row 2: b: 3
        Row 3: empty
        End of table
    "#]],
    );
    check(
        "<table><tr><td>1</td><td>2</td></tr></table>\n",
        expect![[r#"
        Table, columns: 2, rows: 1
        Row 1: column 1: 1; column 2: 2
        End of table
    "#]],
    );
    let long = "word ".repeat(20);
    check(
        &format!("| a | |\n|---|---|\n| 1 | {long} |\n| 3 | 4 |\n"),
        expect![[r#"
        Table, columns: 2, rows: 2: a; column 2
        Row 1:
          a: 1
          column 2: word word word word word word word word word word word word word word word word word word word word
        Row 2:
          a: 3
          column 2: 4
        End of table
    "#]],
    );
}

#[test]
fn boxes_end_where_they_hold_more_than_a_line() {
    check(
        "> One.\n\n> One.\n>\n> Two.\n",
        expect![[r#"
        Quote: One.
        Quote:
        One.
        Two.
        End of quote
    "#]],
    );
    check(
        "> [!NOTE]\n> One.\n\n> [!tip] Title\n> One.\n",
        expect![[r#"
        Note: One.
        Tip: Title
        One.
        End: Tip
    "#]],
    );
    check(
        "> One,  \n> in two lines.\n\nAfter.\n",
        expect![[r#"
        Quote: One,
        in two lines.
        End of quote
        After.
    "#]],
    );
    check(
        "<details><summary>More</summary>\n\nHidden.\n\n</details>\n",
        expect![[r#"
        Details: More
        Hidden.
        End: Details
    "#]],
    );
}

#[test]
fn text_says_what_signs_would_show() {
    check(
        "x<sup>2</sup>, 1<sup>st</sup>, H<sub>2</sub>O, a<sub>ij</sub>, ~~gone~~ and ~~[old](x.md)~~.\n",
        expect![[r#"
            x^2, 1st, H2O, a_ij, [struck out: gone] and [struck out: old] [link 1].
        "#]],
    );
    check(
        "![A map](map.png)\n\n![](map.png)\n\nSee ![it](a.png).\n\n![A map](map.png)*The coast*\n",
        expect![[r#"
            Image: A map (map.png)
            Image: map.png
            See [Image: it (a.png)].
            Image: A map (map.png)
            Caption: The coast
        "#]],
    );
    check(
        "Term\n: One.\n: Two.\n\n  More.\n\n---\n\n    code\n",
        expect![[r#"
        Term: Term
          Meaning: One.
          Meaning:
          Two.
          More.
          End of meaning
        Rule
        Code, lines: 1
        code
        End of code
    "#]],
    );
}

#[test]
fn a_formula_of_several_lines_is_told_in_tex() {
    check(
        "Of $$x^2$$: $$\\begin{cases} 1 & a \\\\ 0 & b \\end{cases}$$ it is.\n\n$$\nA = \\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}\n$$\n\n$$\na = b \\\\\nc = d\n$$\n",
        expect![[r#"
            Of x²:
            TeX: \begin{cases} 1 & a \\ 0 & b \end{cases}
            it is.
            TeX: A = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}
            a = b
            c = d
        "#]],
    );
}

#[test]
fn no_text_of_the_gallery_is_lost() {
    for name in ["gallery.md", "gallery-harbour.md", "container-notes.md"] {
        let note = note(&crate::screen::data(name).1);
        let heard = heard(&note, Locale::Ko);
        let mut said = heard.iter().flat_map(|line| line.text.chars());
        for part in 0..note.parts.len() {
            for block in note.shown_blocks(part) {
                block.each_text(&mut |text| {
                    // A formula that is drawn is told in TeX.
                    if !text.contains(['⎛', '⎝', '⎧', '⎩']) {
                        let mut text = text.chars().filter(|c| !c.is_whitespace());
                        assert!(text.all(|c| said.any(|other| other == c)), "{name}: {block:?}");
                    }
                });
            }
        }
    }
}
