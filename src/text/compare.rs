//! Two short texts side by side: which characters of each the other has, too.

use std::ops::Range;

use super::fold::fold_text;

/// Of longer texts, in characters, is not said where they differ.
const LONGEST: usize = 500;

/// How two texts differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Whether they say the same: capitals, widths and spaces do not count.
    pub same: bool,
    /// Bytes of the first that the second has not, in order.
    pub wrong: Vec<Range<usize>>,
    /// Bytes of the second that the first has not, in order.
    pub missing: Vec<Range<usize>>,
}

/// Compares what was typed with what was meant.
pub fn compare(typed: &str, meant: &str) -> Compared {
    let squeezed = |text: &str| fold_text(text).split_whitespace().collect::<String>();
    let same = squeezed(typed) == squeezed(meant);
    let (a, b) = (letters(typed), letters(meant));
    if same || a.len() > LONGEST || b.len() > LONGEST {
        return Compared { same, ..Compared::default() };
    }
    // The longest common subsequence: how long that of each two rests is.
    let columns = b.len() + 1;
    let mut table = vec![0_u16; (a.len() + 1) * columns];
    let at = |i: usize, j: usize| i * columns + j;
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let get = |i, j| table.get(at(i, j)).copied().unwrap_or(0);
            let equal = a.get(i).zip(b.get(j)).is_some_and(|(a, b)| a.1 == b.1);
            let longest =
                if equal { get(i + 1, j + 1) + 1 } else { get(i + 1, j).max(get(i, j + 1)) };
            if let Some(slot) = table.get_mut(at(i, j)) {
                *slot = longest;
            }
        }
    }
    let mut compared = Compared::default();
    let (mut i, mut j) = (0, 0);
    while let (Some(own), Some(other)) = (a.get(i), b.get(j)) {
        let get = |i, j| table.get(at(i, j)).copied().unwrap_or(0);
        if own.1 == other.1 {
            (i, j) = (i + 1, j + 1);
        } else if get(i + 1, j) >= get(i, j + 1) {
            add(&mut compared.wrong, own.0.clone());
            i += 1;
        } else {
            add(&mut compared.missing, other.0.clone());
            j += 1;
        }
    }
    a.iter().skip(i).for_each(|own| add(&mut compared.wrong, own.0.clone()));
    b.iter().skip(j).for_each(|other| add(&mut compared.missing, other.0.clone()));
    compared
}

/// A text whose spaces are lost, with those of another that says nearly the same.
pub fn spaced_like(text: &str, like: &str) -> String {
    let Compared { wrong, missing, .. } = compare(text, like);
    let within = |ranges: &[Range<usize>], at: usize| {
        let before = ranges.partition_point(|range| range.end <= at);
        ranges.get(before).is_some_and(|range| range.start <= at)
    };
    let mut out = String::new();
    let mut rest = like.char_indices().peekable();
    for (at, c) in text.char_indices() {
        let (mut passed, own) = (false, within(&wrong, at));
        let before = |(at, c): &(usize, char)| c.is_whitespace() || !own && within(&missing, *at);
        while let Some((_, c)) = rest.next_if(before) {
            passed |= c.is_whitespace();
        }
        if passed && !out.is_empty() {
            out.push(' ');
        }
        out.push(c);
        if !own {
            rest.next();
        }
    }
    out
}

/// The characters of a text that count, folded, each with its bytes.
fn letters(text: &str) -> Vec<(Range<usize>, String)> {
    let chars = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    chars.map(|(at, c)| (at..at + c.len_utf8(), fold_text(c.encode_utf8(&mut [0; 4])))).collect()
}

fn add(ranges: &mut Vec<Range<usize>>, range: Range<usize>) {
    match ranges.last_mut() {
        Some(last) if last.end == range.start => last.end = range.end,
        _ => ranges.push(range),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both texts, with what the other lacks in brackets.
    fn said(typed: &str, meant: &str) -> String {
        let Compared { same, wrong, missing } = compare(typed, meant);
        let mark = |text: &str, ranges: &[Range<usize>]| {
            let mut out = text.to_owned();
            for range in ranges.iter().rev() {
                out.insert(range.end, ']');
                out.insert(range.start, '[');
            }
            out
        };
        format!("{} / {} {same}", mark(typed, &wrong), mark(meant, &missing))
    }

    #[test]
    fn what_differs_is_marked() {
        assert_eq!(said("컨테이나", "컨테이너"), "컨테이[나] / 컨테이[너] false");
        assert_eq!(said("파드", "파드(Pod)"), "파드 / 파드[(Pod)] false");
        assert_eq!(said("kubctl", "kubectl"), "kubctl / kub[e]ctl false");
        assert_eq!(said("", "돛"), " / [돛] false");
        assert_eq!(said(" Data  plane", "data plane"), " Data  plane / data plane true");
        assert_eq!(said("ＰＯＤ", "pod"), "ＰＯＤ / pod true");
        let spaced = |text, like| spaced_like(text, like);
        assert_eq!(
            spaced("whereistheoldport?", "Where is the new port?"),
            "where is the old port?"
        );
        assert_eq!(spaced("제어플레인이란", "제어 플레인이란 무엇"), "제어 플레인이란");
        assert_eq!(spaced("abc", ""), "abc");
        assert_eq!(said(&"가".repeat(600), "나"), format!("{} / 나 false", "가".repeat(600)));
    }
}
