//! How far words are apart, and names that come near to one that there is not: for "did you mean".

/// Longer names are not compared: nobody mistypes them by chance.
const LONGEST: usize = 64;

/// The name that comes nearest to `word`, of those that could be meant by it: at most a third of the
/// letters left out, added, changed or swapped with their neighbour. Of several the first.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = |text: &str| -> Option<Vec<char>> {
        let letters: Vec<char> = text.chars().take(LONGEST + 1).collect();
        (letters.len() <= LONGEST).then(|| letters.iter().flat_map(|c| c.to_lowercase()).collect())
    };
    let word = letters(word)?;
    let near = |name: &'a str| {
        let other = letters(name)?;
        let most = (word.len().max(other.len()) / 3).max(1);
        let apart = distance(&word, &other);
        (apart <= most && apart < other.len()).then_some((apart, name))
    };
    // `min_by_key` gives the first of equals.
    names.into_iter().filter_map(near).min_by_key(|(apart, _)| *apart).map(|(_, name)| name)
}

/// How many letters have to be left out, added, changed or swapped to make one word of the other
/// (optimal string alignment). Takes as many steps as the product of their lengths.
pub fn distance(a: &[char], b: &[char]) -> usize {
    // Three rows of the table of all beginnings: the one before last, the last, and this one.
    let mut older: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&last, j + 1) + 1).min(at(&row, j) + 1);
            least = least.min(at(&last, j) + usize::from(x != y));
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                least = least.min(at(&older, j - 1) + 1);
            }
            row.push(least);
        }
        older = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant() {
        let names = ["theme", "text-width", "mouse", "notes", "g"];
        let near = |word| nearest(word, names).unwrap_or("-");
        let words = ["tehme", "Theme", "themes", "textwidth", "mose", "note", "colour", "", "x"];
        let found: Vec<_> = words.map(near).into();
        assert_eq!(found.join(" "), "theme theme theme text-width mouse notes - - -");
        assert_eq!(nearest(&"a".repeat(10_000), names), None);
    }

    #[test]
    fn letters_apart() {
        let apart = |a: &str, b: &str| {
            distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert_eq!(apart("", "가나"), 2);
        assert_eq!(apart("가나", "나가"), 1);
        assert_eq!(apart("abcd", "acbx"), 2);
        assert_eq!(apart("abc", "abc"), 0);
    }
}
