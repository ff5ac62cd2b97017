//! Figures as sentences, for who hears them: what charts show, in as few lines as it takes.

use super::{age, done, summary};
use crate::review::figures::Figures;
use crate::words::{Figure, Locale};

/// The days that are told one by one.
const WEEK: u32 = 7;

/// All figures, a line each; none of them tells anything by its place.
pub fn lines(figures: &Figures, locale: Locale) -> Vec<String> {
    let mut lines = summary(figures, locale);
    if figures.cards.all() == 0 {
        return lines;
    }
    let count = |n: u32| n.to_string();
    let days = figures.due.len().to_string();
    if figures.due.iter().all(|cards| *cards == 0) {
        lines.push(Figure::NoneDue.fill(locale, &[&days]));
    } else {
        due(figures, locale, &mut lines);
    }
    let back = (0..WEEK).map(|back| figures.day.minus(back));
    let last: Vec<String> = back
        .filter_map(|day| {
            let found = figures.days.get(&day)?;
            Some(done(Figure::DoneOn, &day.date().to_string(), found, locale))
        })
        .collect();
    if !last.is_empty() {
        lines.push(format!("{}:", Figure::LastDays.fill(locale, &[&count(WEEK)])));
        lines.extend(last);
    }
    let kept = figures.kept.iter().enumerate().filter_map(|(at, kept)| {
        let percent = kept.percent()?.to_string();
        Some(Figure::KeptAfter.fill(locale, &[&age(at, locale), &percent, &count(kept.answers)]))
    });
    let kept: Vec<String> = kept.collect();
    if !kept.is_empty() {
        lines.push(format!("{}:", Figure::Kept.text(locale)));
        lines.extend(kept);
    }
    let by_chapter = figures.parts.iter().any(|part| part.address.is_some());
    let title = if by_chapter { Figure::Chapters } else { Figure::Notes };
    lines.push(format!("{}:", title.text(locale)));
    for part in &figures.parts {
        let numbers = [part.cards.all(), part.due, part.cards.new, part.cards.long].map(count);
        let [cards, due, new, long] = &numbers;
        let known = part.kept.percent();
        let known = known.map(|known| Figure::Known.fill(locale, &[&known.to_string()]));
        let known = known.unwrap_or_default();
        let said = Figure::Chapter.fill(locale, &[&part.title, cards, due, new, long, &known]);
        lines.push(said.trim_end().to_owned());
    }
    lines
}

fn due(figures: &Figures, locale: Locale, lines: &mut Vec<String>) {
    let count = |n: u32| n.to_string();
    lines.push(format!("{}:", Figure::Due.fill(locale, &[&figures.due.len().to_string()])));
    let today = figures.due.first().copied().unwrap_or(0);
    lines.push(Figure::DueOn.fill(locale, &[Figure::Now.text(locale), &count(today)]));
    if figures.late > 0 {
        lines.push(Figure::Late.fill(locale, &[&count(figures.late)]));
    }
    for days in [2, 7, 30] {
        let within: u32 = figures.due.iter().take(days).sum();
        lines.push(Figure::DueIn.fill(locale, &[&days.to_string(), &count(within)]));
    }
}
