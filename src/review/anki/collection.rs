//! What stands in a collection of Anki's beside the notes: the kinds of notes, and the decks, as JSON. The
//! form is that of its version 11, which every Anki takes up since 2012.

use serde_json::{Map, Value, json};

use super::Form;

/// The version of the tables.
pub const VERSION: u32 = 11;

/// The tables.
pub const TABLES: &str = "\
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
  scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL,
  ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL,
  sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
  ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL,
  queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
  reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
  time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_nid ON cards (nid);";

/// What cards look like; code and tables are not centred with the rest.
const STYLE: &str = "\
.card { font-family: sans-serif; font-size: 20px; text-align: center; color: black; \
background-color: white; }
.nightMode.card { color: white; background-color: #2f2f31; }
pre, ul, ol, dl, table { text-align: left; }
table { margin: auto; border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2em 0.5em; }
.cloze { font-weight: bold; color: #0060c0; }
.nightMode .cloze { color: #80c0ff; }";

/// What kinds of notes are known by, which is the same for ever: what is taken up again is then of the
/// same kind.
pub fn kind(form: Form) -> i64 {
    match form {
        Form::Basic => 1_795_000_000_001,
        Form::Reversed => 1_795_000_000_002,
        Form::Cloze => 1_795_000_000_003,
    }
}

/// The names of a kind of note and of its fields, and its templates: what they are called, ask and answer.
fn shape(form: Form) -> (&'static str, [&'static str; 2], Vec<[&'static str; 3]>) {
    const FORWARD: [&str; 3] =
        ["Card 1", "{{Front}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"];
    const BACKWARD: [&str; 3] =
        ["Card 2", "{{Back}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}"];
    const GAPS: [&str; 3] = ["Cloze", "{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}"];
    match form {
        Form::Basic => ("gongbu", ["Front", "Back"], vec![FORWARD]),
        Form::Reversed => ("gongbu (both ways)", ["Front", "Back"], vec![FORWARD, BACKWARD]),
        Form::Cloze => ("gongbu (gaps)", ["Text", "Back Extra"], vec![GAPS]),
    }
}

/// The kinds of notes. They never change, and say so by their time.
pub fn kinds() -> String {
    let mut kinds = Map::new();
    for form in Form::ALL {
        let (name, fields, templates) = shape(form);
        let field = |(ord, name): (usize, &&str)| {
            json!({ "name": name, "ord": ord, "sticky": false, "rtl": false, "font": "Arial",
                    "size": 20, "media": [] })
        };
        let template = |(ord, [name, asks, answers]): (usize, &[&str; 3])| {
            json!({ "name": name, "ord": ord, "qfmt": asks, "afmt": answers, "did": null,
                    "bqfmt": "", "bafmt": "" })
        };
        let required = (0..templates.len()).map(|ord| json!([ord, "any", [ord.min(1)]]));
        let kind = json!({
            "id": kind(form),
            "name": name,
            "type": i32::from(form == Form::Cloze),
            "mod": 1,
            "usn": -1,
            "sortf": 0,
            "did": 1,
            "tmpls": templates.iter().enumerate().map(template).collect::<Vec<_>>(),
            "flds": fields.iter().enumerate().map(field).collect::<Vec<_>>(),
            "css": STYLE,
            "latexPre": "\\documentclass{article}\n\\begin{document}\n",
            "latexPost": "\\end{document}",
            "latexsvg": false,
            "req": required.collect::<Vec<_>>(),
            "tags": [],
            "vers": [],
        });
        kinds.insert(self::kind(form).to_string(), kind);
    }
    Value::Object(kinds).to_string()
}

/// The decks, each with its identity, beside the one that every collection has; `at` in seconds since 1970.
pub fn decks<'a>(decks: impl Iterator<Item = (i64, &'a str)>, at: i64) -> String {
    let deck = |id: i64, name: &str| {
        let none = [0, 0];
        let deck = json!({
            "id": id, "name": name, "mod": at, "usn": -1, "desc": "", "dyn": 0, "conf": 1,
            "collapsed": false, "browserCollapsed": false, "extendNew": 0, "extendRev": 0,
            "newToday": none, "revToday": none, "lrnToday": none, "timeToday": none,
        });
        (id.to_string(), deck)
    };
    let all = std::iter::once((1, "Default")).chain(decks);
    Value::Object(all.map(|(id, name)| deck(id, name)).collect()).to_string()
}

/// The options of decks: those that every collection has.
pub fn options() -> String {
    json!({ "1": {
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0,
        "replayq": true, "dyn": false,
        "new": { "bury": true, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1,
                 "perDay": 20, "separate": true },
        "rev": { "bury": true, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1,
                 "perDay": 200 },
        "lapse": { "delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0 },
    } })
    .to_string()
}

/// The settings of the collection.
pub fn settings() -> String {
    json!({
        "activeDecks": [1], "addToCur": true, "collapseTime": 1200, "curDeck": 1,
        "curModel": kind(Form::Basic).to_string(), "dueCounts": true, "estTimes": true,
        "newSpread": 0, "nextPos": 1, "sortBackwards": false, "sortType": "noteFld", "timeLim": 0,
    })
    .to_string()
}
