//! What can be opened in view, links and footnotes, and the letters to choose one of it by.

use std::collections::HashSet;

use super::reader::Reader;
use crate::layout::Target;
use crate::text::width::width;

/// The letters of labels: where the fingers rest, the strongest first.
const LETTERS: &str = "fjdkslagh";

/// What opens on the screen: where the first of it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The note.
    pub note: usize,
    /// What it is.
    pub target: Target,
    /// The columns before it in its row.
    pub x: usize,
    /// Its row, from the top of the text.
    pub y: usize,
}

/// What opens in view, from top to bottom, each once.
pub fn in_view(reader: &Reader) -> Vec<Seen> {
    let mut seen = HashSet::new();
    let mut targets = Vec::new();
    for (y, (place, row)) in reader.visible().enumerate() {
        let mut x = 0;
        for piece in &row.pieces {
            if let Some(target) = &piece.target
                && !piece.text.trim().is_empty()
                && seen.insert((place.note, target.at()))
            {
                targets.push(Seen { note: place.note, target: target.clone(), x, y });
            }
            x += width(&piece.text);
        }
    }
    targets
}

/// Targets that wait for the letters of one of them. Where they stand is not kept: the text may be set
/// anew meanwhile.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    targets: Vec<(usize, Target, String)>,
    typed: String,
}

/// What a letter has led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// More letters are needed.
    More,
    /// To a target of a note.
    Target(usize, Target),
    /// No label goes on like that.
    Nothing,
}

impl Hints {
    /// Labels for `targets`.
    pub fn new(targets: &[Seen]) -> Hints {
        let labels = labels(targets.len());
        let labelled =
            targets.iter().zip(labels).map(|(seen, label)| (seen.note, seen.target.clone(), label));
        Hints { targets: labelled.collect(), typed: String::new() }
    }

    /// What is left to type for a target; none where it is out of question.
    pub fn left(&self, note: usize, target: &Target) -> Option<&str> {
        let same =
            |(at, other, _): &&(usize, Target, String)| *at == note && other.at() == target.at();
        self.targets.iter().find(same)?.2.strip_prefix(&self.typed)
    }

    /// Takes a letter.
    pub fn letter(&mut self, letter: char) -> Step {
        self.typed.push(letter.to_ascii_lowercase());
        let mut fit = self.targets.iter().filter(|(.., label)| label.starts_with(&self.typed));
        match fit.next() {
            Some((note, target, label)) if *label == self.typed => {
                Step::Target(*note, target.clone())
            }
            Some(_) => Step::More,
            None => Step::Nothing,
        }
    }

    /// Takes the last letter back; false where there is none.
    pub fn back(&mut self) -> bool {
        self.typed.pop().is_some()
    }

    /// What has been typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }
}

/// So many labels, none the beginning of another, the shortest first.
fn labels(count: usize) -> Vec<String> {
    let mut labels = vec![String::new()];
    let mut used = 0;
    // A label that is taken apart gives its place to one more letter each.
    while labels.len() - used < count || labels.len() == 1 {
        let Some(label) = labels.get(used).cloned() else { break };
        labels.extend(LETTERS.chars().map(|letter| format!("{label}{letter}")));
        used += 1;
    }
    labels.into_iter().skip(used).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_begins_another() {
        assert_eq!(labels(0), [""; 0]);
        assert_eq!(labels(3), ["f", "j", "d"]);
        assert_eq!(labels(9).concat(), LETTERS);
        assert_eq!(labels(11).join(" "), "j d k s l a g h ff fj fd");
        for count in [10, 17, 18, 81, 82, 500] {
            let labels = labels(count);
            assert_eq!(labels.len(), count);
            for (at, label) in labels.iter().enumerate() {
                let others = labels.iter().enumerate().filter(|(other, _)| *other != at);
                assert!(others.into_iter().all(|(_, other)| !other.starts_with(label.as_str())));
            }
        }
    }
}
