//! What must hold of finding text whatever is in the notes and in the pattern.

use gongbu::library::Note;
use gongbu::search::text::{self, Pattern};
use gongbu::text::fold::fold_text;
use proptest::prelude::*;

use super::note;
use crate::text::properties::nasty;

/// Text with markup that a query of few letters may stand in.
pub fn marked() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ab가나 ]{1,4}",
        3 => "[*_~`\\[\\](){}<>!|\\\\&#>-]{1,2}",
        1 => Just("\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => Just("&#97;".to_owned()),
        1 => Just("&nbsp;".to_owned()),
        1 => Just("](b)".to_owned()),
        1 => Just("<b>".to_owned()),
        1 => Just("$$".to_owned()),
        1 => Just("\n$$\n".to_owned()),
        1 => Just("==".to_owned()),
        1 => Just("%%".to_owned()),
        1 => Just("\n%%\n".to_owned()),
        1 => Just("$$\\frac{a}{b}가^{ab}$$".to_owned()),
        1 => Just("\u{1100}\u{1161}".to_owned()),
        1 => Just("Ａ\u{200b}\u{1b}[0m".to_owned()),
        1 => nasty(),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

pub fn bare(text: &str) -> String {
    fold_text(text).split_whitespace().collect()
}

/// The hits in all parts, whatever the source is thought to hold.
fn without_prefilter(pattern: &Pattern, note: &Note) -> usize {
    let own = |at: usize| {
        let hits = text::in_blocks(pattern, &note.blocks(at));
        hits.iter().filter(|hit| note.parts[at].span.contains(hit.at)).count()
    };
    (0..note.parts.len()).map(own).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn hits_hold(source in marked(), query in "[ab가나 ]{1,4}|[aAbB가 ]{1,3}") {
        let Ok(pattern) = Pattern::new(&query) else { return Ok(()) };
        let note = note(&source);
        let found = text::in_note(&pattern, &note);
        for (part, hit) in &found {
            prop_assert!(bare(&hit.text).contains(&bare(&query)), "{:?}", hit);
            prop_assert!(!hit.ranges.is_empty());
            prop_assert_eq!(hit.ranges.len(), hit.spans.len());
            let mut end = 0;
            for (range, span) in hit.ranges.iter().zip(&hit.spans) {
                prop_assert!(end <= range.start && range.start < range.end, "{:?}", hit);
                let own = hit.text.get(range.clone());
                prop_assert!(own.is_some_and(|own| bare(own).contains(&bare(&query))), "{:?}", hit);
                prop_assert!(span.start <= span.end && span.end <= source.len(), "{:?}", hit);
                end = range.end;
            }
            prop_assert!(note.parts[*part].span.contains(hit.at));
        }
        let all = without_prefilter(&pattern, &note);
        prop_assert_eq!(found.len(), all);
    }

    #[test]
    fn nothing_panics(source in marked(), query in nasty(), regex in "(re:)?[ab가.*+?()|^$\\[\\]{}1-3\\\\wWsSbd]{0,8}") {
        for raw in [&query, &regex, &format!("re:{query}")] {
            if let Ok(pattern) = Pattern::new(raw) {
                let note = note(&source);
                let found = text::in_note(&pattern, &note);
                for hit in found.iter().map(|(_, hit)| hit) {
                    for range in &hit.ranges {
                        prop_assert!(hit.text.get(range.clone()).is_some(), "{:?}", hit);
                    }
                }
                let all = without_prefilter(&pattern, &note);
                prop_assert_eq!(found.len(), all, "{:?}", raw);
            }
        }
    }
}
