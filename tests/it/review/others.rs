//! The review on the screen: what is suspended, clicked, added, in doubt, and not saved.

use expect_test::expect;
use gongbu::words::Locale;

use super::{Review, check, ships};

#[test]
fn what_was_suspended_is_asked_again() {
    check(
        Locale::En,
        (80, 16),
        "r s s s",
        expect![[r#"
        ┌ Review ──────────────────────────────────────────────────────────────────────┐
        │                                                                              │
        │ Nothing is due now                                                           │
        │ suspended: 3                                                                 │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         ships › §1  0 %        s ask suspended  c practise  u undo  Esc close  ? help
    "#]],
    );
    check(
        Locale::En,
        (80, 16),
        "r s s s s space",
        expect![[r#"
        ┌ Review ──────────────────────────────────────────────────────────────────────┐
        │ ships › 1. Ships                                  new 3 · learning 0 · due 0 │
        │ ──────────────────────────────────────────────────────────────────────────── │
        │ What holds the sails?                                                        │
        │                                                                              │
        │ ── Answer ────────────────────────────────────────────────────────────────── │
        │ The mast.                                                                    │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ ──────────────────────────────────────────────────────────────────────────── │
        │ 1 Again            2 Hard             3 Good             4 Easy              │
        │   1 min              10 min             2 d                8 d               │
        └──────────────────────────────────────────────────────────────────────────────┘
         s suspend  b bury  f mark  e edit  Enter its place  u undo  Esc close  ? help
    "#]],
    );
}

#[test]
fn a_click_chooses() {
    let mut review = Review::new(&ships(), Locale::En, 80, 24);
    review.keys("r");
    review.app.click(3, 20);
    assert!(review.screen().contains("The mast."));
    // The third of four.
    review.app.click(45, 20);
    assert!(review.screen().contains("the spine of a ship?"));
    review.app.wheel(5, 5, true).click(5, 5);
    assert!(!review.screen().contains("The keel."));
}

#[test]
fn an_inferred_term_becomes_a_card() {
    let notes = [("town.md".to_owned(), "# Town\n\n- Pier: where boats lie\n".to_owned())];
    let mut review = Review::new(&notes, Locale::En, 120, 20);
    review.keys("r");
    assert!(review.screen().contains("There are no cards"));
    review.keys("esc tab +");
    assert!(review.screen().contains("Made cards: 2"), "{}", review.screen());
    review.keys("+");
    assert!(review.screen().contains("It is a card already"));
    review.keys("r");
    expect![[r#"
        ┌ Contents ───────┌ Review ──────────────────────────────────────────────────────────────────────────┐1) ──────────────┐
        │●  Town          │ town › Town                                           new 1 · learning 0 · due 0 │                 │
        │                 │ ──────────────────────────────────────────────────────────────────────────────── │           §town │
        │                 │                                                                                  │                 │
        │                 │ Pier                                                                             │                 │
        │                 │                                                                                  │                 │
        │                 │                                                                                  │                 │
        │                 │                                                                                  │                 │
        │                 │                                                                                  │                 │
        │                 │                                                                                  │                 │
        │                 │                                                                                  │──────────────── │
        │                 │                                                                                  │                 │
        │                 │                                                                                  │rred from the    │
        │                 │                                                                                  │                 │
        │                 │                                                                                  │s lie            │
        │                 │ ──────────────────────────────────────────────────────────────────────────────── │                 │
        │                 │ Space show the answer                                                            │                 │
        │                 │                                                                                  │                 │
        └─────────────────└──────────────────────────────────────────────────────────────────────────────────┘─────────────────┘
         town  100 %       s suspend  b bury  f mark  e edit  Enter its place  t type  h hint  Space answer  Esc close  ? help
    "#]].assert_eq(&review.screen());
}

#[test]
fn a_card_that_may_be_another_and_one_that_is_not_saved() {
    let before = "Q: Where does the old harbour of the town lie?\nA: In the south.\n";
    let after = "Q: Where does the new harbour of a town lie now?\nA: Behind the hill.\n";
    let note = |text: &str| vec![("town.md".to_owned(), text.to_owned())];
    let mut review = Review::new(&note(before), Locale::En, 80, 18);
    review.keys("r space 1 esc");
    review.app.load(&crate::screen::library(&note(after)));
    review.keys("r");
    expect![[r#"
        ┌ Review ──────────────────────────────────────────────────────────────────────┐
        │ town                                              new 0 · learning 0 · due 0 │
        │ ──────────────────────────────────────────────────────────────────────────── │
        │                                                                              │
        │ Is this a card that you know?                                                │
        │ answered 1 times, 74 % alike                                                 │
        │                                                                              │
        │ Asked before:                                                                │
        │ where does the old harbour of the town lie                                   │
        │                                                                              │
        │ Asked now:                                                                   │
        │ Where does the new harbour of a town lie now?                                │
        │                                                                              │
        │ ──────────────────────────────────────────────────────────────────────────── │
        │ 1 the same                            2 a new card                           │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         town  100 %                                                 Esc close  ? help
    "#]]
    .assert_eq(&review.screen());
    review.keys("1");
    assert!(review.screen().contains("learning 1"));

    let mut review = Review::new(&ships(), Locale::En, 60, 18);
    review.folder.write("state/gongbu/state.db", "something else");
    review.keys("r");
    let screen = review.screen();
    assert!(
        screen.contains("┌ Review · not saved ─") && screen.contains("this review is not saved")
    );
}
