//! The reader line by line: notes and lines in, what is said out.

mod choosing;
pub mod listening;
mod looking;
mod reading;
mod recalling;
mod refusing;
mod terminal;

use expect_test::{Expect, expect_file};
use gongbu::app::linear::Linear;
use gongbu::app::study::Ask;
use gongbu::app::{Effect, State};
use gongbu::words::Locale;

use crate::screen::{data, library};

/// A reader on notes, by their paths and texts.
fn reader(notes: &[(&str, &str)], locale: Locale) -> Linear {
    let notes: Vec<_> =
        notes.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut linear = Linear::new(State::new(locale, false), library(&notes));
    linear.in_portions = true;
    linear
}

/// What is said, and what is asked of those outside.
fn answer(answer: gongbu::app::linear::Answer) -> String {
    let mut out = String::new();
    for line in answer.lines {
        out += line.as_str();
        out.push('\n');
    }
    let marks = |effect: &Effect| matches!(effect, Effect::Ask(Ask::Marks(_)));
    for effect in answer.effects.into_iter().filter(|effect| !marks(effect)) {
        out += &match effect {
            Effect::Copy(text) => format!("(copy {} bytes)\n", text.as_str().len()),
            Effect::Edit { file, line } => format!("(edit {} line {line})\n", file.display()),
            Effect::Open(address) => format!("(open {})\n", address.as_str()),
            other => format!("({other:?})\n"),
        };
    }
    out
}

/// Types `lines`, one after the other.
fn talk(linear: &mut Linear, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines() {
        out += &format!("{} {line}\n", linear.prompt());
        out += &answer(linear.line(line));
    }
    out
}

/// All of a dialogue, from the beginning.
#[track_caller]
fn check(notes: &[(&str, &str)], locale: Locale, lines: &str, expect: Expect) {
    let mut linear = reader(notes, locale);
    let begun = answer(linear.begin());
    expect.assert_eq(&(begun + &talk(&mut linear, lines)));
}

const HARBOUR: &str = "\
---
title: The harbour
date: 2026-04-01
tags: [sea]
---
Ships come and go.

# 1. Ships

A **ship** carries goods, see [the sails](#2-sails) and [the port](https://example.com/port).

- Mast: what holds the sails
- Keel: the spine of a ship

## 1.1 Crew

The mast is climbed by the crew[^1]. Others stay [at home](town.md).

[^1]: Twelve of them.

# 2. Sails

| Sail | Made of | Count |
|---|---|---|
| Main | canvas | 1 |
| Jib | | 2 |

```sh
hoist main
```
";

const TOWN: &str = "# Town

A keel lies in the yard of the [crew](harbour.md#11-crew).

# Empty street
";

const BOTH: &[(&str, &str)] = &[("harbour.md", HARBOUR), ("town.md", TOWN)];

/// A short note in Korean.
const SHIP: &str = "\
# 1. 배

배는 물 위로 다닌다.

# 2. 용어집

- 돛(sail): 바람을 받는 천
- 닻: 배를 붙드는 쇠

# 3. 바람

돛을 올린다.
";

/// Everything that the gallery has, as it is heard.
#[test]
fn all_of_the_gallery() {
    let notes = library(&[data("gallery.md"), data("gallery-harbour.md")]);
    let mut linear = Linear::new(State::new(Locale::Ko, false), notes);
    let mut said = answer(linear.begin());
    for _ in 0..200 {
        let more = answer(linear.line(""));
        said.push('\n');
        said += &more;
        if linear.state.reader.spot.note > 0 {
            break;
        }
    }
    let path = format!("{}/tests/data/gallery/linear.txt", env!("CARGO_MANIFEST_DIR"));
    expect_file![path].assert_eq(&said);
}
