//! Whether a query fits a candidate, and where.

use std::ops::Range;
use std::sync::Arc;

use nucleo_matcher::Utf32Str;

use super::letters::Letters;
use super::query::{Query, Word};
use super::ranking::{Hit, Kind, Place, Score};
use crate::text::fold::{Folded, fold, fold_text};
use crate::text::hangul;

/// Characters of a name beyond this are not looked at.
const LONGEST: usize = 400;

/// Something that can be found by its names and, behind them, by its body. Prepared once, matched
/// by every keystroke. There may be hundreds of thousands, so it is small, and most are ruled out by
/// their letters alone.
#[derive(Clone, Debug, Default)]
pub struct Candidate {
    /// Its names, folded, one after the other with a line's end between them.
    names: Box<str>,
    /// For each name the way back to it as it was given, where that is another byte by byte; nothing where
    /// that is so for none.
    odd: Box<[Option<Folded>]>,
    body: Option<Arc<str>>,
    letters: Letters,
}

/// A name, taken apart to be matched.
struct Name<'a> {
    odd: Option<&'a Folded>,
    /// The folded characters, and where each begins; one more offset for the end.
    chars: Vec<char>,
    bytes: Vec<usize>,
    /// Those that are no space, by index.
    tight: Vec<usize>,
    /// Whether a word begins at each of `tight`.
    starts: Vec<bool>,
}

/// A stretch of `Name::chars`.
type Stretch = Range<usize>;

impl Candidate {
    /// A candidate with `names`, the first of them its own and the others aliases, and the text
    /// that says what it is.
    pub fn new(names: &[&str], body: Option<&str>) -> Candidate {
        Candidate::sharing(names, body.map(|body| fold_text(body).into()))
    }

    /// As [`Candidate::new`], but with a body that is folded already, and may be that of many.
    pub fn sharing(names: &[&str], body: Option<Arc<str>>) -> Candidate {
        let folded: Vec<Folded> = names.iter().map(|name| fold(name)).collect();
        let texts: Vec<&str> = folded.iter().map(|name| name.text.as_str()).collect();
        let letters = texts.iter().copied().chain(body.as_deref()).map(Letters::of_text);
        let letters = letters.fold(Letters::default(), Letters::with);
        // No name has two lines; one that did would be two names.
        let names = texts.join("\n").into_boxed_str();
        let odd = match folded.iter().all(Folded::is_parallel) {
            true => Box::default(),
            false => folded.into_iter().map(|name| (!name.is_parallel()).then_some(name)).collect(),
        };
        Candidate { names, odd, body, letters }
    }

    /// The characters of its own name.
    pub fn length(&self) -> usize {
        self.names.split('\n').next().map_or(0, |name| name.chars().count())
    }
}

impl<'a> Name<'a> {
    fn new(text: &str, odd: Option<&'a Folded>) -> Name<'a> {
        let (mut bytes, chars): (Vec<_>, Vec<_>) = text.char_indices().take(LONGEST).unzip();
        let end = bytes.last().zip(chars.last()).map_or(0, |(at, c)| at + c.len_utf8());
        bytes.push(end);
        let mut tight = Vec::with_capacity(chars.len());
        let mut starts = Vec::with_capacity(chars.len());
        let mut before = None;
        for (at, &c) in chars.iter().enumerate() {
            if !c.is_whitespace() {
                tight.push(at);
                starts.push(before.is_none_or(|before| begins_word(before, c)));
            }
            before = Some(c);
        }
        Name { odd, chars, bytes, tight, starts }
    }

    /// The best place of `pattern`, where `same` says whether a pattern's character (the last one,
    /// or not) stands for a name's. Spaces in the name are passed over.
    fn find(
        &self,
        pattern: &[char],
        same: impl Fn(char, char, bool) -> bool,
    ) -> Option<(Place, Stretch)> {
        let last = pattern.len().checked_sub(1)?;
        let mut best: Option<(Place, Stretch)> = None;
        for (first, window) in self.tight.windows(pattern.len()).enumerate() {
            let place = match self.starts.get(first) {
                _ if first == 0 && pattern.len() == self.tight.len() => Place::All,
                _ if first == 0 => Place::Start,
                Some(true) => Place::Word,
                _ => Place::Inside,
            };
            if best.as_ref().is_some_and(|(known, _)| *known <= place) {
                continue;
            }
            let fits = window.iter().zip(pattern).enumerate().all(|(nth, (&at, &wanted))| {
                self.chars.get(at).is_some_and(|&c| same(wanted, c, nth == last))
            });
            if let (true, Some(&from), Some(&to)) = (fits, window.first(), window.last()) {
                best = Some((place, from..to + 1));
            }
        }
        best
    }

    fn find_literal(&self, word: &Word) -> Option<(Place, Stretch)> {
        self.find(&word.chars, |wanted, c, _| wanted == c)
    }

    /// By initials, and with a last syllable that may still grow.
    fn find_composing(&self, word: &Word) -> Option<(Place, Stretch)> {
        let same = |wanted, c, last| {
            if last { hangul::may_become(wanted, c) } else { hangul::matches_initial(wanted, c) }
        };
        let forms = word.composing.iter().filter_map(|form| self.find(form, same));
        forms.min_by_key(|(place, _)| *place)
    }

    /// The bytes of the original name under `stretches`.
    fn ranges(&self, mut stretches: Vec<Stretch>) -> Vec<Range<usize>> {
        stretches.sort_by_key(|stretch| stretch.start);
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for stretch in stretches {
            let (Some(&from), Some(&to)) =
                (self.bytes.get(stretch.start), self.bytes.get(stretch.end))
            else {
                continue;
            };
            let range = match self.odd {
                Some(folded) => folded.back(from..to),
                None => from..to,
            };
            match ranges.last_mut() {
                Some(before) if range.start <= before.end => before.end = before.end.max(range.end),
                _ => ranges.push(range),
            }
        }
        ranges
    }
}

/// Whether a word begins with `c` after `before`: after a space or a sign, and where the script
/// changes (`EKS클러스터`).
fn begins_word(before: char, c: char) -> bool {
    c.is_alphanumeric() && (!before.is_alphanumeric() || before.is_ascii() && hangul::is_hangul(c))
}

impl Query {
    /// Whether and how `candidate` fits: by the best way in which any of its names does, else by
    /// its body. An empty query fits everything.
    pub fn matches(&self, candidate: &Candidate) -> Option<Hit> {
        if self.is_empty() {
            return Some(Hit::default());
        }
        if !self.needs.iter().any(|needed| candidate.letters.has(*needed)) {
            return None;
        }
        let odd = |nth: usize| candidate.odd.get(nth).and_then(Option::as_ref);
        let texts = candidate.names.split('\n').enumerate();
        let names: Vec<Name<'_>> = texts.map(|(nth, text)| Name::new(text, odd(nth))).collect();
        let kinds = [Kind::Name, Kind::Words, Kind::Initials, Kind::OtherKeys, Kind::Fuzzy];
        let by_name = kinds.into_iter().find_map(|kind| {
            let names = names.iter().enumerate();
            let hits = names.filter_map(|(index, name)| self.hit(kind, index, name));
            hits.min_by_key(|hit| hit.score)
        });
        by_name.or_else(|| self.in_body(candidate, &names))
    }

    fn hit(&self, kind: Kind, index: usize, name: &Name<'_>) -> Option<Hit> {
        let mut loss = 0;
        let (place, stretches) = match kind {
            Kind::Name => one(name.find_literal(&self.whole)?),
            Kind::Words => self.every_word(|word| name.find_literal(word))?,
            Kind::Initials => match name.find_composing(&self.whole) {
                Some(found) => one(found),
                None => {
                    self.every_word(|word| name.find_literal(word).or(name.find_composing(word)))?
                }
            },
            Kind::OtherKeys => {
                let other = self.other.as_ref()?;
                let literal = name.find_literal(&other.word);
                let found = literal.or_else(|| name.find_composing(&other.word))?;
                if found.0 == Place::Inside && !other.inside {
                    return None;
                }
                one(found)
            }
            Kind::Fuzzy => {
                let (score, stretches) = self.fuzzy(name)?;
                loss = u32::MAX - score;
                (Place::Inside, stretches)
            }
            Kind::Body => return None,
        };
        let score = Score { kind, place, loss, length: name.tight.len(), name: index };
        Some(Hit { score, name: index, ranges: name.ranges(stretches) })
    }

    /// Where two words or more are all found: the place of the worst, and each of the stretches.
    fn every_word(
        &self,
        find: impl Fn(&Word) -> Option<(Place, Stretch)>,
    ) -> Option<(Place, Vec<Stretch>)> {
        if self.words.len() < 2 {
            return None;
        }
        let found: Vec<_> = self.words.iter().map(find).collect::<Option<_>>()?;
        let place = found.iter().map(|(place, _)| *place).max()?;
        Some((place, found.into_iter().map(|(_, stretch)| stretch).collect()))
    }

    /// The fuzzy score of all words together. A word of one letter has to stand in the name, a
    /// query of one letter is never fuzzy.
    ///
    /// A letter that matches earns 16, more where a word begins or letters follow one another, less
    /// for each letter left out between. Every word needs 16 a letter and 4 more: what is left out
    /// must be outweighed by at least one pair or one beginning. `kbctl` so finds `kubectl`, and
    /// two letters far apart within words find nothing.
    fn fuzzy(&self, name: &Name<'_>) -> Option<(u32, Vec<Stretch>)> {
        if self.whole.chars.len() < 2 {
            return None;
        }
        let mut matcher = self.fuzzy.try_borrow_mut().ok()?;
        let (mut total, mut stretches) = (0, Vec::new());
        for word in &self.words {
            if word.chars.len() < 2 {
                stretches.push(name.find_literal(word)?.1);
                continue;
            }
            let mut indices = Vec::new();
            let (hay, needle) =
                (Utf32Str::Unicode(&name.chars), Utf32Str::Unicode(word.chars.as_slice()));
            let score = u32::from(matcher.fuzzy_indices(hay, needle, &mut indices)?);
            if (score as usize) < 16 * word.chars.len() + 4 {
                return None;
            }
            total += score;
            stretches.extend(indices.into_iter().map(|at| at as usize..at as usize + 1));
        }
        Some((total, stretches))
    }

    fn in_body(&self, candidate: &Candidate, names: &[Name<'_>]) -> Option<Hit> {
        let body = candidate.body.as_deref()?;
        let found = self.words.iter().all(|word| {
            body.contains(&word.text) || names.iter().any(|name| name.find_literal(word).is_some())
        });
        let score = Score { kind: Kind::Body, place: Place::Inside, ..Score::default() };
        found.then(|| Hit { score, ..Hit::default() })
    }
}

fn one((place, stretch): (Place, Stretch)) -> (Place, Vec<Stretch>) {
    (place, vec![stretch])
}
