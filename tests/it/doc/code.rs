//! Lines of code, and where they stand.

use gongbu::doc::{Block, outline, read};
use gongbu::text::span::Span;
use proptest::prelude::*;

proptest! {
    /// What stands between the tabs of a line of code is the note's own, byte for byte, and nothing of
    /// the line has no place.
    #[test]
    fn tabs_in_code_have_places(line in "[a-z가é\t \u{301}\u{7}|]{0,24}") {
        let note = format!("```\n{line}\n```\n");
        let scan = outline::scan(&note, 0, false);
        let blocks = read(&note, Span::new(0, note.len()), &scan.definitions);
        let Some(Block::Code { lines, .. }) = blocks.first() else { panic!("{blocks:?}") };
        for line in lines {
            let (mut end, mut at) = (0, line.span.start);
            for (own, span) in line.parts() {
                prop_assert_eq!(own.start, end);
                prop_assert!(span.start >= at);
                let text = &line.text[own.clone()];
                if text.len() == span.len() {
                    prop_assert_eq!(text, span.of(&note));
                } else if !line.tabs.is_empty() {
                    prop_assert!(note[span.start..].starts_with('\t') && text.trim().is_empty());
                }
                (end, at) = (own.end, span.end);
            }
            prop_assert_eq!(end, line.text.len());
        }
    }
}
