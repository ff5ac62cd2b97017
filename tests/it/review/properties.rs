//! Whatever is pressed in a review: what the disk knows is what the session believes.

use gongbu::store::state::State;
use gongbu::words::Locale;
use proptest::prelude::*;

use super::{Review, ships};

proptest! {
    // Each case writes to a disk.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 8, ..ProptestConfig::default() })]

    #[test]
    fn any_keys(
        keys in prop::collection::vec(
            prop::sample::select(vec![
                "space", "space", "space", "1", "2", "3", "4", "u", "f", "b", "s", "c", "h", "t", "k", "esc",
                "r", "r", "enter", "ctrl-r", "?", "q", "backspace", "하", "pgdn",
            ]),
            0..40,
        ),
        width in 1..100_u16,
        height in 1..40_u16,
    ) {
        let mut review = Review::new(&ships(), Locale::Ko, width, height);
        review.keys("r");
        for (n, key) in keys.iter().enumerate() {
            review.keys(key);
            if n % 7 == 6 {
                review.clock.pass(24 * 3600);
            }
            review.screen();
            let Some(recall) = &review.app.state.recall else { continue };
            prop_assert_eq!(recall.waits, 0);
            let Some(shown) = recall.card() else { continue };
            let state = State::open(&review.folder.path("state/gongbu/state.db")).unwrap();
            prop_assert_eq!(state.progress(shown.id).unwrap(), shown.progress);
        }
        let state = State::open(&review.folder.path("state/gongbu/state.db")).unwrap();
        prop_assert!(state.is_sound().unwrap());
    }
}
