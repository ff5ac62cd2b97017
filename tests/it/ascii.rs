//! Where only ASCII is drawn, every sign of our own is: on English notes in ASCII nothing else is to be
//! seen, whatever is open.

use gongbu::app::{Msg, State};
use gongbu::text::ascii::signs;
use gongbu::words::{Locale, Study, Word};

use crate::screen::{App, library};

const NOTE: &str = r#"---
title: A guide to boats and to everything else that swims
date: 2026-03-02
tags: [boats, water]
categories: [work]
math: true
---

Text before the first heading. H<sub>2</sub>O, x<sup>2</sup>.

# 1. A heading that is much longer than any column of the contents could ever be, and goes on

- one
  - two
    - three
      - four
- [ ] open
- [x] done

1. number

> A quote.

> [!NOTE]
> A note.

> [!WARNING] Mind
> This.

```sh title="a.sh"
echo "a line of code that is far too long for the column in which it has to be shown to those who read it, so it is wrapped" && echo done
```

| Name | What it is |
|---|---|
| rope | something long, to tie a boat to the shore with when the wind comes up, and to pull it in |
| oar | |

<details><summary>Folded</summary>

Text.

</details>

![A picture](nowhere.png)

![](far.png)

* * *

# 2. Links

[here](second.md), [[second]], [[second#Part|other]], [[second#Part]], [[#1. A heading]], ![[second#Part]],
[broken](gone.md), <https://example.com>, a footnote[^1]. Boats float on water; a boat needs a sail.

[^1]: What it says.

## 2.1 Empty

## 2.1 The same again

# 3. Glossary

boat
: What floats.
: What sinks.

sail (cloth)
: Catches wind.

- **oar**: moves a boat
"#;

/// Keys that open, say or mark something, each on a screen of its own, from the beginning.
const KEYS: &[&str] = &[
    "",
    "tab",
    "shift-tab down down",
    "c",
    "v",
    "w",
    "w b o a t",
    "w z z z",
    "w enter enter",
    "o",
    "o l",
    "o q q q",
    "2",
    "9 9",
    ":",
    ": f o l d",
    "?",
    "? G",
    "/ b o a t",
    "/ b o a t enter n",
    "/ q q q",
    "x",
    "i",
    "2 enter t",
    "2 enter t t",
    "2 enter t i",
    "2 enter enter",
    "2 enter enter a",
    "2 enter y",
    "2 enter i",
    "3 enter t",
    "z",
    "z > > >",
    "- ",
    "=",
    "a",
    "e",
    "ctrl-t",
    "tab tab",
    ".",
];

fn check(app: &App, what: &str, out: &mut String) {
    let screen = app.screen();
    for line in screen.lines().filter(|line| !line.replace('▏', "").is_ascii()) {
        out.push_str(&format!("{what}: {line}\n"));
    }
}

fn start(width: u16, height: u16) -> App {
    let mut app = App::empty(width, height);
    app.state = State::new(Locale::En, true);
    app.resize(width, height);
    app
}

fn notes() -> Vec<(String, String)> {
    // Many places where a term is used.
    let uses: String = (1..40).map(|i| format!("# Part {i}\n\nA boat.\n\n")).collect();
    let second = format!("# Part\n\nA long one.\n\n{uses}");
    [("guide/first.md", NOTE), ("guide/second.md", &second)]
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .to_vec()
}

#[test]
fn nothing_else_is_drawn_where_only_ascii_is() {
    let mut out = String::new();
    let notes = notes();
    for (width, height) in [(120, 36), (80, 24), (40, 12), (16, 6)] {
        for keys in KEYS {
            let mut app = start(width, height);
            check(&app, "empty", &mut out);
            app.load(&library(&notes));
            app.keys(keys);
            check(&app, keys, &mut out);
        }
        let mut app = start(width, height);
        app.load(&library(&notes[..1]));
        for _ in 0..100 {
            check(&app, "page", &mut out);
            app.keys("space");
        }
        // What has changed on the disk is said and marked.
        let changed = [(notes[0].0.clone(), notes[0].1.replace("A quote.", "Another."))];
        app.send(Msg::Loaded { library: library(&changed), complete: false });
        check(&app, "loading", &mut out);
    }
    assert_eq!(out, "");
}

#[test]
fn every_word_in_english_has_ascii_signs() {
    let words = Word::ALL.iter().map(|word| word.text(Locale::En));
    for word in words.chain(Study::ALL.iter().map(|word| word.text(Locale::En))) {
        let text = signs(word, true);
        assert!(text.is_ascii(), "{text}");
    }
}
