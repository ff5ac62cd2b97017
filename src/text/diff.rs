//! Which lines of a text are others than in an older one, and where a place of the old one is now.
//!
//! Lines that stand once in either text, in the same order, are the same lines (as "patience diff" has
//! it); what is between them is compared in the same way, some levels deep. Time is linear in the
//! texts, but for the order of what stands once.

use std::collections::HashMap;

use super::span::Span;

/// So deep is what lies between the same lines compared.
const DEPTH: usize = 6;

/// Lines that have become others: bytes of whole lines in the old text and in the new one, either of
/// which may be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// In the old text.
    pub old: Span,
    /// In the new text.
    pub new: Span,
    /// The lines that are gone.
    pub removed: usize,
    /// The lines that have come.
    pub added: usize,
}

/// What has changed in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    hunks: Vec<Hunk>,
    /// Lines that stand elsewhere now: where they began, and where they do.
    moved: HashMap<usize, usize>,
}

/// Lines of a text, and where they begin; the text's end is one more beginning.
struct Lines<'a> {
    lines: Vec<&'a str>,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut starts = vec![0];
        starts.extend(lines.iter().scan(0, |end, line| {
            *end += line.len();
            Some(*end)
        }));
        Lines { lines, starts }
    }

    fn start(&self, line: usize) -> usize {
        self.starts.get(line).or(self.starts.last()).copied().unwrap_or(0)
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.start(from), self.start(to))
    }

    fn get(&self, line: usize) -> Option<&'a str> {
        self.lines.get(line).copied()
    }
}

/// Some lines of the old text, and some of the new one.
#[derive(Clone, Copy)]
struct Gap {
    old: (usize, usize),
    new: (usize, usize),
}

impl Diff {
    /// Compares two texts.
    pub fn new(old: &str, new: &str) -> Diff {
        let (old, new) = (Lines::new(old), Lines::new(new));
        let mut diff = Diff::default();
        let all = Gap { old: (0, old.lines.len()), new: (0, new.lines.len()) };
        diff.compare(&old, &new, all, DEPTH);
        diff
    }

    /// What has changed, in the order of the texts.
    pub fn hunks(&self) -> &[Hunk] {
        &self.hunks
    }

    /// How many lines have come, and how many are gone.
    pub fn lines(&self) -> (usize, usize) {
        let add = |(added, removed), hunk: &Hunk| (added + hunk.added, removed + hunk.removed);
        self.hunks.iter().fold((0, 0), add)
    }

    /// Where a byte of the old text is in the new one, and whether its line is still there, if perhaps
    /// elsewhere. Of one in a line that is gone it is where that line would be. `old` and `new` are the
    /// texts that were compared.
    pub fn now(&self, old: &str, new: &str, at: usize) -> (usize, bool) {
        if old.is_empty() {
            return (0, new.is_empty());
        }
        let after = self.hunks.partition_point(|hunk| hunk.old.start <= at);
        let Some(hunk) = after.checked_sub(1).and_then(|at| self.hunks.get(at)) else {
            return (at.min(new.len()), true);
        };
        if at >= hunk.old.end {
            return ((hunk.new.end + (at - hunk.old.end)).min(new.len()), true);
        }
        let before = old.get(hunk.old.start..at).unwrap_or("");
        let line = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1);
        let column = before.len() - line;
        if let Some(start) = self.moved.get(&(hunk.old.start + line)) {
            return (start + column, true);
        }
        // The line that has as many before it stands for it.
        let nth = memchr::memchr_iter(b'\n', before.as_bytes()).count();
        let mut start = hunk.new.start;
        for line in hunk.new.of(new).split_inclusive('\n').take(nth.min(hunk.added)) {
            start += line.len();
        }
        let was = old.get(hunk.old.start + line..).unwrap_or("").split('\n').next().unwrap_or("");
        let is = new.get(start..).unwrap_or("").split('\n').next().unwrap_or("");
        (start + same_column(was, is, column), false)
    }

    fn compare(&mut self, old: &Lines<'_>, new: &Lines<'_>, gap: Gap, depth: usize) {
        let Gap { old: (mut from, mut to), new: (mut new_from, mut new_to) } = gap;
        while from < to && new_from < new_to && old.get(from) == new.get(new_from) {
            (from, new_from) = (from + 1, new_from + 1);
        }
        while from < to && new_from < new_to && old.get(to - 1) == new.get(new_to - 1) {
            (to, new_to) = (to - 1, new_to - 1);
        }
        if from == to && new_from == new_to {
            return;
        }
        let gap = Gap { old: (from, to), new: (new_from, new_to) };
        let anchors = if depth > 0 { self.anchors(old, new, gap) } else { Vec::new() };
        if anchors.is_empty() {
            return self.push(Hunk {
                old: old.span(from, to),
                new: new.span(new_from, new_to),
                removed: to - from,
                added: new_to - new_from,
            });
        }
        for (at, new_at) in anchors {
            let before = Gap { old: (from, at), new: (new_from, new_at) };
            self.compare(old, new, before, depth - 1);
            (from, new_from) = (at + 1, new_at + 1);
        }
        self.compare(old, new, Gap { old: (from, to), new: (new_from, new_to) }, depth - 1);
    }

    fn push(&mut self, hunk: Hunk) {
        match self.hunks.last_mut() {
            Some(last) if last.old.end == hunk.old.start && last.new.end == hunk.new.start => {
                last.old.end = hunk.old.end;
                last.new.end = hunk.new.end;
                last.removed += hunk.removed;
                last.added += hunk.added;
            }
            _ => self.hunks.push(hunk),
        }
    }

    /// The lines that stand once in either, as far as they are in the same order; remembers the others.
    fn anchors(&mut self, old: &Lines<'_>, new: &Lines<'_>, gap: Gap) -> Vec<(usize, usize)> {
        let mut seen: HashMap<&str, [(usize, usize); 2]> = HashMap::new();
        for (side, lines, (from, to)) in [(0, old, gap.old), (1, new, gap.new)] {
            for (at, line) in lines.lines.iter().enumerate().take(to).skip(from) {
                let [one, other] = seen.entry(line).or_default();
                let (count, first) = if side == 0 { one } else { other };
                *count += 1;
                *first = at;
            }
        }
        let once = seen.iter().filter(|(line, _)| !line.trim().is_empty());
        let mut once: Vec<(usize, usize)> = once
            .filter_map(|(_, [(a, old), (b, new)])| (*a == 1 && *b == 1).then_some((*old, *new)))
            .collect();
        once.sort_unstable();
        let kept = ascending(&once);
        let mut next = kept.iter().peekable();
        for (at, pair) in once.iter().enumerate() {
            if next.next_if_eq(&&at).is_none() {
                self.moved.insert(old.start(pair.0), new.start(pair.1));
            }
        }
        kept.into_iter().filter_map(|at| once.get(at).copied()).collect()
    }
}

/// Which of `pairs` make the longest list in which the second parts ascend.
fn ascending(pairs: &[(usize, usize)]) -> Vec<usize> {
    // The pair that ends the best list of each length, and for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let second = |at: usize| pairs.get(at).map_or(0, |pair| pair.1);
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| second(*end) < pair.1);
        before.push(length.checked_sub(1).and_then(|length| ends.get(length).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut list = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        list.push(at);
        next = before.get(at).copied().flatten();
    }
    list.reverse();
    list
}

/// Where a column of a line is in what the line has become.
fn same_column(was: &str, is: &str, column: usize) -> usize {
    let same = |(a, b): &(char, char)| a == b;
    let head: usize = was.chars().zip(is.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    if column <= head {
        return column;
    }
    let tail = was.chars().rev().zip(is.chars().rev());
    let tail: usize = tail.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let tail = tail.min(was.len() - head).min(is.len() - head);
    if column >= was.len() - tail { column + is.len() - was.len() } else { head }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(old: &str, new: &str) -> String {
        let diff = Diff::new(old, new);
        let hunk = |hunk: &Hunk| {
            format!(
                "{:?}>{:?} +{} -{}",
                hunk.old.of(old),
                hunk.new.of(new),
                hunk.added,
                hunk.removed
            )
        };
        diff.hunks().iter().map(hunk).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn hunks() {
        assert_eq!(told("a\nb\nc\n", "a\nb\nc\n"), "");
        assert_eq!(told("a\nb\nc\n", "a\nx\nc\n"), r#""b\n">"x\n" +1 -1"#);
        assert_eq!(told("a\nc\n", "a\nb\nc\n"), r#""">"b\n" +1 -0"#);
        assert_eq!(told("a\nb\nc\n", "c\n"), r#""a\nb\n">"" +0 -2"#);
        assert_eq!(told("", "가\n"), r#""">"가\n" +1 -0"#);
        assert_eq!(told("끝", "끝\n"), r#""끝">"끝\n" +1 -1"#);
        // Two places, and the lines between them are the same, though some of them stand twice.
        assert_eq!(
            told("a\n\nb\n\nc\n\nd\n", "A\n\nb\n\nc\n\nD\n"),
            r#""a\n">"A\n" +1 -1; "d\n">"D\n" +1 -1"#
        );
    }

    #[test]
    fn places() {
        let old = "one\ntwo\nthree\nfour\n";
        let now = |new: &str, what: &str| {
            let diff = Diff::new(old, new);
            let (at, kept) = diff.now(old, new, old.find(what).unwrap());
            format!("{} {kept}", new.get(at..).unwrap().escape_default())
        };
        assert_eq!(now(old, "hree"), "hree\\nfour\\n true");
        assert_eq!(now("zero\none\ntwo\nthree\nfour\n", "three"), "three\\nfour\\n true");
        assert_eq!(now("one\nthree\nfour\n", "two"), "three\\nfour\\n false");
        assert_eq!(now("one\ntwo\nthe three\nfour\n", "hree"), "he three\\nfour\\n false");
        assert_eq!(now("three\nfour\none\ntwo\n", "our"), "our\\none\\ntwo\\n true");
        assert_eq!(now("two\nthree\nfour\none\n", "one"), "one\\n true");
        assert_eq!(now("", "four"), " false");
    }

    #[test]
    fn many_lines_take_no_more_than_their_time() {
        let old: String = (0..100_000).map(|i| format!("{}\n", i % 1000)).collect();
        let new: String = (0..100_000).rev().map(|i| format!("{}\n", i % 1001)).collect();
        let diff = Diff::new(&old, &new);
        assert!(!diff.hunks().is_empty());
    }

    proptest! {
        #[test]
        fn the_hunks_make_one_text_of_the_other(old in "([a-e가]?\n){0,30}", new in "([a-e가]?\n){0,30}") {
            let diff = Diff::new(&old, &new);
            let (mut made, mut end) = (String::new(), 0);
            for hunk in diff.hunks() {
                made += &old[end..hunk.old.start];
                made += hunk.new.of(&new);
                end = hunk.old.end;
            }
            made += &old[end..];
            prop_assert_eq!(made, new);
        }

        #[test]
        fn a_place_is_in_the_text_and_between_characters(
            old in "([a-c가나 ]{0,4}\n){0,12}", new in "([a-c가나 ]{0,4}\n){0,12}"
        ) {
            let diff = Diff::new(&old, &new);
            for (at, _) in old.char_indices() {
                let (now, kept) = diff.now(&old, &new, at);
                prop_assert!(new.is_char_boundary(now));
                let rest = |text: &str, at: usize| text[at..].split('\n').next().map(str::to_owned);
                prop_assert!(!kept || rest(&old, at) == rest(&new, now));
            }
        }
    }
}
