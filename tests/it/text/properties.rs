//! What must hold of text whatever is in it.

use gongbu::text::sanitize::Clean;
use gongbu::text::{fold, hangul, width};
use proptest::prelude::*;

/// Pieces that hurt, between ordinary ones.
pub fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,4}",
        any::<char>().prop_map(String::from),
        "[가-힣 ㄱ-ㅎa-zA-Z.,()-]{0,6}",
        "[\u{1100}-\u{11ff}\u{300}-\u{36f}\u{ff61}-\u{ffdc}]{0,12}",
        "[\u{1b}\u{9b}\u{9d}\u{90}\u{7}\u{9c}\\]\\[;0-9mP\\\\]{0,8}",
        "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{fe0f}👨👩🇰🇷]{0,4}",
        "[ᄀᄁ\u{a960}]{0,12}[\u{1160}\u{1161}\u{11a8}\u{d7b0}]{0,12}",
        "[\u{1f3fb}\u{200d}👩\u{ff9e}]{0,12}",
        "[\u{f71}-\u{f84}\u{9be}\u{9c7}\u{340}-\u{345}\u{2126}\u{212b}İΣ]{0,4}",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn cleaned_is_clean(raw in nasty(), other in nasty(), tab in 0usize..9) {
        let clean = Clean::new(&raw);
        prop_assert!(Clean::is_clean(&clean), "{:?}", clean);
        prop_assert!(!clean.contains(char::is_control));
        prop_assert_eq!(&Clean::new(&clean), &clean);
        prop_assert!(Clean::is_clean(&Clean::code(&raw, tab)));
        prop_assert!(Clean::is_clean(&Clean::visible(&raw)));
        let mut both = clean.clone();
        both.push(&Clean::new(&other));
        prop_assert!(Clean::is_clean(&both), "{:?}", both);
        if raw.chars().all(|c| c.is_ascii_graphic()) {
            prop_assert_eq!(clean.as_str(), raw.as_str());
        }
    }

    #[test]
    fn widths_agree_with_ratatui(raw in nasty()) {
        use ratatui::buffer::Buffer;
        use ratatui::layout::Rect;
        let clean = Clean::new(&raw);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
        let (x, _) = buffer.set_stringn(0, 0, clean.as_str(), 400, ratatui::style::Style::default());
        let cols = width::width(&clean);
        prop_assert_eq!(usize::from(x), cols);
        for n in 0..cols.min(12) + 2 {
            prop_assert!(width::width(width::cut(&clean, n)) <= n);
            prop_assert!(width::width(&width::ellipsize(&clean, n)) <= n);
            prop_assert_eq!(width::width(&width::pad(&clean, n)), n);
        }
    }

    #[test]
    fn graphemes_are_those_of_the_standard(raw in nasty()) {
        use unicode_segmentation::UnicodeSegmentation;
        let ours: Vec<_> = width::graphemes(&raw).map(|(at, symbol, _)| (at, symbol)).collect();
        prop_assert_eq!(ours, raw.grapheme_indices(true).collect::<Vec<_>>());
    }

    #[test]
    fn breaks_stand_between_graphemes(raw in nasty()) {
        let breaks = width::breaks(&raw);
        let starts: Vec<_> = width::graphemes(&raw).map(|(at, _, _)| at).collect();
        prop_assert!(breaks.is_sorted_by(|a, b| a < b));
        prop_assert!(breaks.iter().all(|at| 0 < *at && starts.contains(at)));
    }

    #[test]
    fn folding_maps_back(raw in nasty(), start in 0usize..60, end in 0usize..60) {
        let folded = fold::fold(&raw);
        let range = folded.back(start..end);
        prop_assert!(range.start <= range.end);
        prop_assert!(raw.get(range).is_some());
        prop_assert_eq!(folded.back(0..folded.text.len()), 0..raw.len());
        prop_assert_eq!(&fold::fold_text(&raw), &folded.text);
        prop_assert_eq!(fold::fold_text(&Clean::new(&raw)), fold::fold_text(&fold::fold_text(&Clean::new(&raw))));
    }

    #[test]
    fn typing_round_trips(text in "[가-힣 ]{0,12}") {
        prop_assert_eq!(hangul::from_qwerty(&hangul::to_qwerty(&text)), text);
    }

    #[test]
    fn typing_takes_anything(raw in nasty()) {
        hangul::to_qwerty(&hangul::from_qwerty(&raw));
    }
}
