//! Cards that are gone from the notes, each with those of the notes that it may have become.

use super::Likeness;
use super::near::Letters;

/// So many are offered for each.
const OFFERED: usize = 3;
/// What is less alike, from 0 to 1, in what it asks and in what it answers, is offered for nothing.
const LEAST: f32 = 0.2;
/// All comparing of texts together takes so many steps; after that no more is offered.
const ROOM: usize = 200_000_000;

/// For each of `lost`, by its place there, the places in `fresh` of those that it may have become, with how
/// much is alike in percent: the likest first, and three at most. A card becomes one of its own kind, that
/// asks the same way; in whatever note.
pub fn offered(lost: &[Likeness], fresh: &[Likeness]) -> Vec<Vec<(usize, u8)>> {
    let letters = |card: &Likeness| (Letters::new(&card.prompt), Letters::new(&card.answer));
    let texts: Vec<_> = fresh.iter().map(letters).collect();
    let mut room = ROOM;
    let mut alike = |one: &Letters, other: &Letters| {
        if room == 0 {
            return 0.0;
        }
        let (alike, steps) = one.alike(other);
        room = room.saturating_sub(steps);
        alike
    };
    let offers = lost.iter().map(|card| {
        let (prompt, answer) = letters(card);
        let same = fresh.iter().zip(&texts).enumerate();
        let same =
            same.filter(|(_, (other, _))| (other.kind, other.side) == (card.kind, card.side));
        let mut found: Vec<(f32, usize)> = same
            .map(|(at, (_, (asked, answered)))| {
                (alike(&prompt, asked).max(alike(&answer, answered)), at)
            })
            .filter(|(alike, _)| *alike >= LEAST)
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(OFFERED);
        found.into_iter().map(|(alike, at)| (at, (alike * 100.0).round() as u8)).collect()
    });
    offers.collect()
}
