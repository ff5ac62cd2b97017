//! Whatever happens while cards are gone through: it is said, and nothing is lost.

use expect_test::expect;
use gongbu::app::study::{Ask, Limits};

use super::{Reader, SHIPS, notes};

const NOON_TO_MIDNIGHT: i64 = 12 * 3600;

#[test]
fn an_answer_that_is_corrected_keeps_what_was_learned() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    reader.begin();
    reader.keys("3");
    let text = SHIPS.replace("The keel.", "The long keel.").replace("# 1. Ships", "# 1. Boats");
    expect![[r#"? What is the spine of a ship? | 2+0+0, done 1"#]]
        .assert_eq(&reader.change(&[("ships.md", &text)]));
    reader.keys("3");
    reader.check();
}

#[test]
fn a_question_that_is_corrected_is_the_same_card() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    reader.begin();
    let said = reader.keys("1");
    let text = SHIPS.replace("What holds the sails?", "What holds up the sails?");
    let changed = reader.change(&[("ships.md", &text)]);
    let rest = reader.keys("yn333");
    expect![[r#"
        1 ? What is the spine of a ship? | 2+1+0, done 1
        ? What is the spine of a ship? | 2+1+0, done 1
        y ? What is the spine of a ship? | 2+1+0, done 1
        n ? What is the spine of a ship? | 2+1+0, done 1
        3 ? Where do ships sleep? | 1+1+0, done 2
        3 ? What holds up the sails? | 0+1+0, done 3
        3 end [1, 0, 3, 0] [What holds up the sails?×1] next Some((1, 1)) rest 0 lost 0 | 0+0+0, done 4
    "#]].assert_eq(&format!("{said}{changed}\n{rest}"));
    reader.check();
}

#[test]
fn a_question_that_may_be_another_is_asked_about() {
    let before = "Q: Where does the old harbour of the town lie?\nA: In the south.\n";
    let after = "Q: Where does the new harbour of a town lie now?\nA: Behind the hill.\n";
    for (keys, want) in [
        (
            "y3",
            expect![[r#"
                ≈ Where does the new harbour of a town lie now? ← where does the old harbour of the town lie (74 %) | 0+0+0, done 1
                y ? Where does the new harbour of a town lie now? | 0+1+0, done 1
                3 end [1, 0, 1, 0] [Where does the new harbour of a town lie now?×1] next Some((1, 1)) rest 0 lost 0 | 0+0+0, done 2
            "#]],
        ),
        (
            "n33",
            expect![[r#"
                ≈ Where does the new harbour of a town lie now? ← where does the old harbour of the town lie (74 %) | 0+0+0, done 1
                n ? Where does the new harbour of a town lie now? | 1+0+0, done 1
                3 end [1, 0, 1, 0] [] next Some((2, 1)) rest 0 lost 1 «wheredoestheoldharbourofthetownlie»×1 | 0+0+0, done 2
            "#]],
        ),
    ] {
        let mut reader = Reader::new(&[("town.md", before)]);
        reader.begin();
        reader.keys("1");
        let changed = reader.change(&[("town.md", after)]);
        want.assert_eq(&format!("{changed}\n{}", reader.keys(keys)));
        reader.check();
    }
}

#[test]
fn a_card_whose_text_is_gone_is_kept() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    let mut said = reader.begin() + "\n";
    said += &reader.keys("1");
    let port = &SHIPS[SHIPS.find("# 2").unwrap()..];
    said += &format!("{}\n", reader.change(&[("ships.md", port)]));
    said += &reader.keys("u3");
    // Back again, it is the card that it was.
    said += &format!("{}\n", reader.change(&[("ships.md", SHIPS)]));
    said += &reader.keys("uu");
    expect![[r#"
        ? What holds the sails? | 3+0+0, done 0
        1 ? What is the spine of a ship? | 2+1+0, done 1
        ? Where do ships sleep? | 1+0+0, done 1
            ! The card is gone from the notes; what was learned of it is kept
        u ? Where do ships sleep? | 1+0+0, done 0
            ! Taken back; that card is not in the notes any more
        3 end [0, 0, 1, 0] [] next Some((2, 1)) rest 0 lost 1 «whatholdsthesails»×1 | 0+0+0, done 1
        ? What holds the sails? | 2+0+0, done 1
        u ? Where do ships sleep? | 3+0+0, done 0
        u ? Where do ships sleep? | 3+0+0, done 0
    "#]]
    .assert_eq(&said);
    reader.check();
}

#[test]
fn a_card_that_is_gone_can_be_one_that_is_new() {
    let before = "Q: Who lights the lamp?\nA: The keeper, at dusk.\n\nQ: Why?\nA: Ships.\n";
    let after = "Q: Name the one who tends the light.\nA: At dusk it is the keeper who does.\n\n\
                 Q: What is a buoy?\nA: A sign that floats.\n";
    let mut reader = Reader::new(&[("tower.md", before)]);
    reader.begin();
    let mut said = reader.keys("43");
    said += &format!("{}\n", reader.change(&[("tower.md", after)]));
    // What they may be is offered, the likest first; another one is not asked about by that.
    said += &reader.keys("gnn");
    said += &reader.keys("g");
    let known = reader.known();
    said += &reader.keys("y");
    assert_eq!(reader.known(), known, "no card more or less");
    reader.clock.days(60);
    said += &reader.keys("r");
    said += &reader.keys("33g");
    expect![[r#"
        4 ? Why? | 1+0+0, done 1
        3 end [0, 0, 1, 1] [] next Some((2, 1)) rest 0 lost 0 | 0+0+0, done 2
        ? Name the one who tends the light. | 2+0+0, done 2
        g ≈ Name the one who tends the light. ← wholightsthelamp (38 %) | 2+0+0, done 2
        n ≈ What is a buoy? ← wholightsthelamp (25 %) | 2+0+0, done 2
        n ≈ What is a buoy? ← why (27 %) | 2+0+0, done 2
        g ≈ What is a buoy? ← why (27 %) | 2+0+0, done 2
        y ? Name the one who tends the light. | 1+0+0, done 2
        r ? Name the one who tends the light. | 1+0+1, done 2
        3 ? What is a buoy? | 0+0+1, done 3
        3 end [0, 0, 3, 1] [] next Some((2, 1)) rest 0 lost 1 «wholightsthelamp»×1 | 0+0+0, done 4
        g end [0, 0, 3, 1] [] next Some((2, 1)) rest 0 lost 1 «wholightsthelamp»×1 | 0+0+0, done 4
            ! There are no new cards that those which are gone may have become
    "#]]
    .assert_eq(&said);
    reader.check();
}

#[test]
fn a_note_with_another_name_keeps_what_was_learned() {
    let mut reader = Reader::new(&[("ships.md", SHIPS), ("town.md", "# Town\n")]);
    reader.begin();
    reader.keys("111");
    reader.another();
    reader.library = notes(&[("boats.md", SHIPS), ("town.md", "# Town\n")]);
    expect!["? What holds the sails? | 0+3+0, done 0"].assert_eq(&reader.begin());
    // Of notes that are elsewhere nothing is missed.
    reader.another();
    reader.library = notes(&[("other.md", "Q: Who?\nA: The smith.\n")]);
    reader.begin();
    expect![[r#"
        4 end [0, 0, 0, 1] [] next Some((8, 1)) rest 0 lost 0 | 0+0+0, done 1
    "#]]
    .assert_eq(&reader.keys("4"));
}

#[test]
fn two_programs_at_once() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    reader.begin();
    let mut other = super::desk(&reader.folder, &reader.clock, gongbu::words::Locale::En);
    std::mem::swap(&mut reader.desk, &mut other);
    let mine = std::mem::replace(&mut reader.last, gongbu::app::study::Told::Nothing);
    let mut said = reader.begin() + "\n";
    said += &reader.keys("3");
    std::mem::swap(&mut reader.desk, &mut other);
    reader.last = mine;
    said += &reader.keys("13");
    expect![[r#"
        ? What holds the sails? | 3+0+0, done 0
        3 ? What is the spine of a ship? | 2+0+0, done 1
        1 ? What is the spine of a ship? | 2+0+0, done 0
            ! Another program has answered this card; it is shown as it is now
        3 ? Where do ships sleep? | 1+0+0, done 1
    "#]]
    .assert_eq(&said);
    reader.check();
}

#[test]
fn the_clock_goes_back() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    let mut said = reader.begin() + "\n";
    said += &reader.keys("3");
    reader.clock.days(-400);
    said += &reader.keys("1343");
    reader.check();
    said += &reader.keys("l");
    said += &reader.begin();
    expect![[r#"
        ? What holds the sails? | 3+0+0, done 0
        3 ? What is the spine of a ship? | 2+0+0, done 1
        1 ? What holds the sails? | 1+1+1, done 2
        3 ? Where do ships sleep? | 1+1+0, done 3
        4 ? What is the spine of a ship? | 0+1+0, done 4
        3 end [1, 0, 3, 1] [What is the spine of a ship?×1] next Some((1, 1)) rest 0 lost 0 | 0+0+0, done 5
        l ·
        end [0, 0, 0, 0] [] next Some((1, 1)) rest 0 lost 0 | 0+0+0, done 0"#]]
    .assert_eq(&said);
    reader.check();
}

#[test]
fn midnight_and_the_beginning_of_a_day() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    let mut said = reader.begin() + "\n";
    said += &reader.keys("33");
    // Midnight changes nothing; at four a day begins, and what was answered on the other is due on the
    // day that was said.
    reader.clock.pass(NOON_TO_MIDNIGHT);
    said += &reader.keys("1");
    reader.clock.pass(5 * 3600);
    said += &reader.keys("3l");
    reader.clock.days(1);
    said += &reader.begin();
    expect![[r#"
        ? What holds the sails? | 3+0+0, done 0
        3 ? What is the spine of a ship? | 2+0+0, done 1
        3 ? Where do ships sleep? | 1+0+0, done 2
        1 ? Where do ships sleep? | 0+1+0, done 3
        3 end [1, 0, 3, 0] [Where do ships sleep?×1] next Some((1, 2)) rest 0 lost 0 | 0+0+0, done 4
        l ·
        ? What holds the sails? | 0+0+2, done 0"#]]
    .assert_eq(&said);
    reader.check();
}

#[test]
fn a_journey_round_the_world() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    let mut said = reader.begin() + "\n";
    said += &reader.keys("1");
    reader.clock.travel("HST10");
    said += &reader.keys("33");
    reader.clock.travel("LINT-14");
    said += &reader.keys("3");
    reader.check();
    reader.clock.days(1);
    said += &reader.keys("lr");
    expect![[r#"
        ? What holds the sails? | 3+0+0, done 0
        1 ? What is the spine of a ship? | 2+1+0, done 1
        3 ? Where do ships sleep? | 1+1+0, done 2
        3 ? What holds the sails? | 0+1+0, done 3
        3 end [1, 0, 3, 0] [What holds the sails?×1] next Some((1, 1)) rest 0 lost 0 | 0+0+0, done 4
        l ·
        r ? What holds the sails? | 0+0+1, done 0
    "#]]
    .assert_eq(&said);
    reader.check();
}

/// A state that cannot be used: what is said, and what is learned in spite of it.
fn refused(make: impl Fn(&crate::files::Folder)) -> String {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    make(&reader.folder);
    let file = reader.folder.path("state/gongbu/state.db");
    let before = std::fs::read(&file).ok();
    let mut said = reader.begin() + "\n";
    said += &reader.keys("3u3");
    assert_eq!(std::fs::read(&file).ok(), before, "it stays as it is");
    said + &format!("not kept: {}\n", reader.desk.unkept().0)
}

#[test]
fn a_state_that_cannot_be_used() {
    let broken = refused(|folder| folder.write("state/gongbu/state.db", "no state ".repeat(99)));
    let newer = refused(|folder| {
        let mut head = vec![0; 4096];
        head[..16].copy_from_slice(b"SQLite format 3\0");
        head[60..64].copy_from_slice(&99_u32.to_be_bytes());
        head[68..72].copy_from_slice(b"gngb");
        folder.write("state/gongbu/other", "");
        std::fs::write(folder.path("state/gongbu/state.db"), head).unwrap();
    });
    let nowhere = refused(|folder| folder.write("state", "a file, no folder"));
    expect![[r#"
        ? What holds the sails? | 3+0+0, done 0 unsaved
            ! state/gongbu/state.db: the record of learning is broken; the file is as it was. Put back a backup (.bak) that lies beside it, or rename it to begin anew
            ! this review is not saved
        3 ? What is the spine of a ship? | 2+0+0, done 1 unsaved
        u ? What holds the sails? | 3+0+0, done 0 unsaved
        3 ? What is the spine of a ship? | 2+0+0, done 1 unsaved
        not kept: 1

        ? What holds the sails? | 3+0+0, done 0 unsaved
            ! state/gongbu/state.db: a newer gongbu wrote this record of learning; update gongbu. The file is as it was
            ! this review is not saved
        3 ? What is the spine of a ship? | 2+0+0, done 1 unsaved
        u ? What holds the sails? | 3+0+0, done 0 unsaved
        3 ? What is the spine of a ship? | 2+0+0, done 1 unsaved
        not kept: 1

        ? What holds the sails? | 3+0+0, done 0 unsaved
            ! state/gongbu/state.db: the record of learning cannot be used: Not a directory (os error 20)
            ! this review is not saved
        3 ? What is the spine of a ship? | 2+0+0, done 1 unsaved
        u ? What holds the sails? | 3+0+0, done 0 unsaved
        3 ? What is the spine of a ship? | 2+0+0, done 1 unsaved
        not kept: 1
    "#]].assert_eq(&format!("{broken}\n{newer}\n{nowhere}"));
}

#[test]
fn a_leech_is_said_to_be_one() {
    let mut reader = Reader::new(&[("a.md", "Q: Who mends the nets?\nA: The old fisher.\n")]);
    reader.begin();
    reader.keys("3");
    let mut said = String::new();
    for _ in 0..8 {
        reader.clock.days(100);
        reader.begin();
        said = reader.keys("1");
        reader.keys("3l");
    }
    expect![[r#"
        1 ? Who mends the nets? | 0+1+0, done 1
            ! Forgotten 8 times: better to write it anew, or to suspend it
    "#]]
    .assert_eq(&said);
    reader.check();
}

#[test]
fn notes_that_come_while_nothing_is_asked() {
    let mut reader = Reader::new(&[("ships.md", SHIPS)]);
    expect!["·"].assert_eq(&reader.ask(Ask::Notes { limits: Limits::default() }));
    expect!["·"].assert_eq(&reader.ask(Ask::Undo));
    expect!["·"].assert_eq(&reader.ask(Ask::Leave));
    expect![[r#"
        ? What holds the sails? | 3+0+0, done 0
        u ? What holds the sails? | 3+0+0, done 0
        y ? What holds the sails? | 3+0+0, done 0
        n ? What holds the sails? | 3+0+0, done 0
    "#]]
    .assert_eq(&(reader.begin() + "\n" + &reader.keys("uyn")));
}
