//! What was learned: given to another machine, taken up from one, and what the model is fitted to.

use std::fmt::Write;

use expect_test::expect;
use gongbu::review::card::Card;
use gongbu::review::exchange::Line;
use gongbu::review::id::Id;
use gongbu::review::log::{Entry, Graded, Next, What};
use gongbu::review::memory::Grade;
use gongbu::review::moment::Day;

use super::{Call, gongbu};
use crate::files::Folder;
use crate::state::{key, noon, open, record};

/// A call with what is learned in `folder`.
pub fn with(folder: &Folder, args: &str) -> Call {
    let state = folder.path("state");
    let path = format!("{}/", folder.path("").display());
    gongbu(args).env("XDG_STATE_HOME", state.to_str().unwrap()).without(path.trim_end_matches("//"))
}

fn id(n: u32) -> Id {
    Id::nth(5, 5, u64::from(n))
}

/// What a machine may write that has asked `cards` cards five times each.
pub fn log(cards: u32) -> String {
    let mut text = Line::Head(1, id(0)).text() + "\n";
    for n in 0..cards {
        let card = Card { id: id(n), created: 1, changed: 1, key: key(n), answer: String::new() };
        writeln!(text, "{}", Line::Card(card).text()).unwrap();
        let mut day = Day(n as i32 % 10);
        for (turn, days) in [0, 2, 5, 12, 30].into_iter().enumerate() {
            day = day.plus(days);
            let forgotten = id(n).chance(turn as u64).is_multiple_of(5);
            let graded = Graded {
                grade: if forgotten { Grade::Again } else { Grade::Good },
                took: 5000,
                cram: false,
                elapsed: (turn > 0).then_some(days),
                next: Next::Days(days.max(1)),
                before: None,
            };
            let at = noon(day.0).ms;
            let entry = Entry {
                id: Id::nth(at, 6, u64::from(n) * 10 + turn as u64),
                card: id(n),
                at,
                offset: 32_400,
                day,
                device: id(0),
                what: What::Graded(graded),
            };
            writeln!(text, "{}", Line::Entry(entry).text()).unwrap();
        }
    }
    text
}

#[test]
fn two_machines_become_one() {
    let (here, there) = (Folder::new(), Folder::new());
    let card = open(&here).insert(&[(key(1), String::new())], 1).unwrap()[0];
    record(&mut open(&here), card, noon(0), 3);
    let log = log(2);
    with(&here, "import -").stdin(&log).check(expect![[r#"
        10 new entries, 2 new or changed cards
        = 0
    "#]]);
    // Again, and nothing is new.
    with(&here, "import a.jsonl --lang ko").file("a.jsonl", &log).check(expect![[r#"
        새 기록 0개, 새로 알거나 바뀐 카드 0장
        = 0
    "#]]);
    let file = here.path("here.jsonl");
    let file = file.to_str().unwrap();
    with(&here, "export jsonl -o").arg(file).check(expect![[r#"
        = 0
    "#]]);
    with(&there, "import").arg(file).check(expect![[r#"
        11 new entries, 3 new or changed cards
        = 0
    "#]]);
    // Both know the same, but for which machine they are.
    let lines = |folder: &Folder| {
        let output = with(folder, "export jsonl").command().output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap().split_once('\n').unwrap().1.to_owned()
    };
    assert_eq!(lines(&here), lines(&there));
    assert_eq!(lines(&here).lines().count(), 14);
}

#[test]
fn nothing_was_learned_yet() {
    let folder = Folder::new();
    with(&folder, "export jsonl -o out.jsonl").file("out.jsonl", "old").check_written(
        "out.jsonl",
        expect![[r#"
            old! gongbu: nothing was learned yet
            = 1
        "#]],
    );
    with(&folder, "optimize --lang ko").check(expect![[r#"
        ! gongbu: 다음 날 이후의 답이 400개는 있어야 맞출 수 있습니다. 지금은 0개입니다
        = 1
    "#]]);
    // Nothing was made to find that out.
    assert!(!folder.path("state").exists());
    open(&folder);
    with(&folder, "export jsonl").check(expect![[r#"
        ! gongbu: nothing was learned yet
        = 1
    "#]]);
    gongbu("export jsonl").check(expect![[r#"
        ! gongbu: there is no place for the record of learning; set HOME or XDG_STATE_HOME
        = 2
    "#]]);
}

#[test]
fn what_is_broken_is_not_half_taken_up() {
    let folder = Folder::new();
    let text = log(3);
    let import = |text: &str| with(&folder, "import a.jsonl").file("a.jsonl", text);
    import(&text[..text.len() - 30]).check(expect![[r#"
        ! gongbu: a.jsonl:19: the line is broken; nothing was taken up
        = 2
    "#]]);
    import("# a note\n").check(expect![[r#"
        ! gongbu: a.jsonl: this is not what export jsonl writes
        = 2
    "#]]);
    import(&text.replacen("\"version\":1", "\"version\":7", 1)).check(expect![[r#"
        ! gongbu: a.jsonl: a newer gongbu wrote this record of learning; update gongbu. The file is as it was
        = 2
    "#]]);
    assert!(open(&folder).is_empty().unwrap());
    import(&format!("{text}{{\"kind\":\"mood\"}}\n")).check(expect![[r#"
        15 new entries, 3 new or changed cards
        ! gongbu: a.jsonl:20: lines of unknown kinds were left out (1 in all)
        = 0
    "#]]);
    with(&folder, "import none.jsonl").check(expect![[r#"
        ! gongbu: none.jsonl: no such file or folder
        = 2
    "#]]);
    with(&folder, "import .").check(expect![[r#"
        ! gongbu: .: cannot be read: is a directory
        = 2
    "#]]);
    with(&folder, "import").check(expect![[r#"
        ! gongbu: the following required arguments were not provided: <FILE>; see gongbu --help
        = 2
    "#]]);
}

#[test]
fn a_state_that_cannot_be_used() {
    let folder = Folder::new();
    let text = log(1);
    let place = "state/gongbu/state.db";
    let whole = {
        open(&folder);
        std::fs::read(folder.path(place)).unwrap()
    };
    let mut newer = whole.clone();
    newer[63] = 9;
    let mut foreign = whole.clone();
    foreign[68] = 0;
    for (bytes, what) in [(&newer[..], "newer"), (&foreign, "foreign"), (&whole[..60], "corrupt")] {
        folder.write(place, bytes);
        let mut said = String::new();
        for args in ["export jsonl", "stats", "stats --json", "optimize", "import -"] {
            let mut child = with(&folder, args).command().spawn().unwrap();
            // Who does not get so far reads no standard input.
            let _ = std::io::Write::write_all(child.stdin.as_mut().unwrap(), text.as_bytes());
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(2));
            assert!(output.stdout.is_empty());
            said += &String::from_utf8(output.stderr).unwrap();
        }
        let path = format!("{}", folder.path(place).display());
        let mut lines: Vec<&str> = said.lines().collect();
        lines.dedup();
        assert_eq!(lines.len(), 1, "{what}: {said}");
        assert!(lines[0].starts_with(&format!("gongbu: {path}: ")), "{said}");
        assert_eq!(std::fs::read(folder.path(place)).unwrap(), bytes);
    }
}

#[test]
fn what_must_not_be_written_over() {
    let folder = Folder::new();
    with(&folder, "import -").stdin(log(1)).check(expect![[r#"
        5 new entries, 1 new or changed cards
        = 0
    "#]]);
    with(&folder, "export jsonl -n a.md -o a.md").file("a.md", "하나 :: one\n").check_written(
        "a.md",
        expect![[r#"
            하나 :: one
            ! gongbu: a.md: that is a note, and notes are never written to
            = 2
        "#]],
    );
    let place = folder.path("state/gongbu/state.db");
    for format in ["jsonl", "anki-tsv"] {
        let before = std::fs::read(&place).unwrap();
        with(&folder, "export").arg(format).arg("-o").arg(place.to_str().unwrap()).check(expect![[
            r#"
            ! gongbu: /state/gongbu/state.db: that is the record of learning, which is not written over
            = 2
        "#
        ]]);
        assert_eq!(std::fs::read(&place).unwrap(), before);
    }
    with(&folder, "export jsonl -o none/a.jsonl").check(expect![[r#"
        ! gongbu: none/a.jsonl: cannot be written: entity not found
        = 2
    "#]]);
    #[cfg(target_os = "linux")]
    with(&folder, "export jsonl -o").arg("/dev/full").check(expect![[r#"
        ! gongbu: /dev/full: cannot be written: no storage space
        = 2
    "#]]);
}

#[test]
fn the_model_is_fitted_to_the_reader() {
    let folder = Folder::new();
    with(&folder, "import -").stdin(log(50)).check(expect![[r#"
        250 new entries, 50 new or changed cards
        = 0
    "#]]);
    with(&folder, "optimize").check(expect![[r#"
        ! gongbu: 400 answers on later days are needed for a fit; there are 200
        = 1
    "#]]);
    with(&folder, "import -").stdin(log(120)).check(expect![[r#"
        350 new entries, 70 new or changed cards
        = 0
    "#]]);
    let before = *open(&folder).model().parameters();
    with(&folder, "optimize").check(expect![[r#"
        480 answers to 120 cards
        log loss: 0.576 before, 0.519 fitted (less is better)
        foretold against true: off by 12.1 % before, 9.3 % fitted
        the fitted model counts from now on
        = 0
    "#]]);
    let state = open(&folder);
    assert_ne!(*state.model().parameters(), before);
    assert!(state.is_sound().unwrap());
    with(&folder, "optimize --lang ko").check(expect![[r#"
        답 480개, 카드 120장
        로그 손실: 지금까지 0.519, 맞춘 뒤 0.519 (작을수록 잘 맞음)
        예측과 실제의 차이: 지금까지 9.3 %, 맞춘 뒤 9.3 %
        이미 그만큼 잘 맞아 모델을 그대로 둡니다
        = 0
    "#]]);
}

#[test]
fn figures() {
    let folder = Folder::new();
    with(&folder, "stats --json").check(expect![[r#"
        ! gongbu: nothing was learned yet
        = 1
    "#]]);
    with(&folder, "import -").stdin(log(3)).check(expect![[r#"
        15 new entries, 3 new or changed cards
        = 0
    "#]]);
    let call = |args: &str| {
        let output =
            with(&folder, args).file("나루.md", "배 1 :: 노\n").command().output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    // Today is another day each day; the rest is not.
    let json = call("stats --json");
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["day"], value["due"][0]["day"]);
    assert_eq!(value["due"].as_array().unwrap().len(), 30);
    let lasting = json
        .lines()
        .filter(|line| !line.contains("\"cards\":0}") && !line.starts_with("{\"day\":\"2"));
    expect![[r#"
        "cards":{"all":3,"new":0,"learning":0,"short":2,"long":1,"suspended":0},
        "late":3,
        "streak":0,
        "longest":5,
        "reading":{"read":0,"changed":0,"sections":null,"seconds":0},
        "due":[
        "days":[
        {"day":"1970-01-01","answers":1,"known":1,"seconds":5},
        {"day":"1970-01-02","answers":1,"known":1,"seconds":5},
        {"day":"1970-01-03","answers":2,"known":1,"seconds":10},
        {"day":"1970-01-04","answers":1,"known":0,"seconds":5},
        {"day":"1970-01-05","answers":1,"known":1,"seconds":5},
        {"day":"1970-01-08","answers":1,"known":1,"seconds":5},
        {"day":"1970-01-09","answers":1,"known":1,"seconds":5},
        {"day":"1970-01-10","answers":1,"known":0,"seconds":5},
        {"day":"1970-01-20","answers":1,"known":1,"seconds":5},
        {"day":"1970-01-21","answers":1,"known":0,"seconds":5},
        {"day":"1970-01-22","answers":1,"known":1,"seconds":5},
        {"day":"1970-02-19","answers":1,"known":1,"seconds":5},
        {"day":"1970-02-20","answers":1,"known":1,"seconds":5},
        {"day":"1970-02-21","answers":1,"known":1,"seconds":5}],
        "kept":[
        {"from":1,"to":2,"answers":3,"known":2},
        {"from":3,"to":7,"answers":3,"known":2},
        {"from":8,"to":21,"answers":3,"known":2},
        {"from":22,"to":60,"answers":3,"known":3},
        {"from":61,"to":180,"answers":0,"known":0},
        {"from":181,"to":null,"answers":0,"known":0}],
        "chapters":[
        {"note":"나루.md","address":null,"title":"나루.md","cards":{"all":3,"new":0,"learning":0,"short":2,"long":1,"suspended":0},"due":3,"answers":12,"known":9,"seconds":75}]}
    "#]].assert_eq(&(lasting.collect::<Vec<_>>().join("\n") + "\n"));
    // The card that is in the note is another one than those that are known by their terms.
    let json: serde_json::Value = serde_json::from_str(&call("stats 나루.md --json")).unwrap();
    expect![[r#"[{"address":null,"answers":12,"cards":{"all":4,"learning":0,"long":1,"new":1,"short":2,"suspended":0},"due":3,"known":9,"note":"나루.md","seconds":75,"title":"나루"}]"#]].assert_eq(&json["chapters"].to_string());
    let text = call("stats --lang ko --ascii");
    assert!(text.contains("카드 3장") && text.contains("밀린 카드 3장"), "{text}");
    with(&folder, "stats none.md").check(expect![[r#"
        ! gongbu: none.md: no such file or folder
        = 2
    "#]]);
    with(&folder, "stats a.md").file("a.md", "글\n").check(expect![[r#"
        ! gongbu: there are no cards
        = 1
    "#]]);
}
