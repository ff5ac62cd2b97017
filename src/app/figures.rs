//! Figures of learning as rows to be read: sentences, charts and a table, for a screen and for paper.

mod chart;
mod lines;
mod page;
mod sheet;

pub use lines::lines;
pub use sheet::Sheet;

use chart::{Heat, bar, bars, levels};
use page::Page;

use super::help::wrap;
use crate::layout::Row;
use crate::review::figures::{AGES, Cards, Done, Figures, Part, Read, seconds};
use crate::review::moment::Day;
use crate::style::Role;
use crate::text::sanitize::Clean;
use crate::text::width::{pad, width};
use crate::words::{Figure, Locale};

/// So many days are looked back on.
const BACK: usize = 30;
/// A chart is so many rows high.
const HEIGHT: usize = 5;
/// So many weeks are a year and what of it is left.
const WEEKS: usize = 53;

/// All figures within `columns`, from top to bottom. With `ascii` charts are drawn in ASCII; what notes are
/// called stays as it is.
pub fn rows(figures: &Figures, columns: usize, locale: Locale, ascii: bool) -> Vec<Row> {
    let mut page = Page::new(columns, locale, ascii);
    for sentence in summary(figures, locale) {
        for line in wrap(&page.words(&sentence), columns.max(1)) {
            page.row([(Role::Text, line)]);
        }
    }
    if figures.cards.all() == 0 {
        return page.rows;
    }
    due(&mut page, figures);
    if !figures.days.is_empty() {
        year(&mut page, figures);
        time(&mut page, figures);
    }
    kept(&mut page, figures);
    parts(&mut page, figures);
    page.rows
}

/// What is said first: today, the cards, all days.
fn summary(figures: &Figures, locale: Locale) -> Vec<String> {
    if figures.cards.all() == 0 {
        let mut said = vec![Figure::NoCards.text(locale).to_owned()];
        said.extend(read(&figures.read, locale));
        return said;
    }
    let today = figures.days.get(&figures.day).copied().unwrap_or_default();
    let Cards { new, learning, short, long, suspended } = figures.cards;
    let all = [figures.cards.all(), new, learning, short, long, suspended].map(|n| n.to_string());
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let mut said = vec![
        done(Figure::Today, &figures.day.date().to_string(), &today, locale),
        Figure::Cards.fill(locale, &all),
    ];
    said.extend(read(&figures.read, locale));
    let all = figures.all();
    if all.answers > 0 {
        let (now, most) = figures.streak();
        said.push(Figure::Days.fill(locale, &[&now.to_string(), &most.to_string()]));
        let days = u64::try_from(figures.days.len()).unwrap_or(1).max(1);
        let times = [all.took, all.took / days, all.took / u64::from(all.answers)];
        let [took, a_day, each] = times.map(|took| span(took, locale));
        said.push(Figure::All.fill(locale, &[&all.answers.to_string(), &took, &a_day, &each]));
    }
    said
}

/// How far notes are read; nothing where nothing ever was.
fn read(read: &Read, locale: Locale) -> Option<String> {
    if !read.is_begun() {
        return None;
    }
    let (count, time) = (read.read.to_string(), span(read.seconds * 1000, locale));
    let changed = match read.changed {
        0 => String::new(),
        changed => Figure::ReadChanged.fill(locale, &[&changed.to_string()]),
    };
    Some(match read.all {
        Some(all) => {
            let said = Figure::Read.fill(locale, &[&count, &all.to_string(), &changed, &time]);
            said.replace(" ,", ",")
        }
        None => Figure::ReadInAll.fill(locale, &[&count, &time]),
    })
}

/// Answers of a day, or of today.
fn done(word: Figure, day: &str, done: &Done, locale: Locale) -> String {
    let known = done.percent().map(|known| Figure::Known.fill(locale, &[&known.to_string()]));
    let (count, took) = (done.answers.to_string(), span(done.took, locale));
    let said = word.fill(locale, &[day, &count, &known.unwrap_or_default(), &took]);
    said.replace(" ,", ",")
}

/// A span of time in words, in at most two units.
fn span(milliseconds: u64, locale: Locale) -> String {
    let seconds = seconds(milliseconds);
    let text = |n: u64| n.to_string();
    match (seconds / 3600, seconds / 60) {
        (0, 0) => Figure::Seconds.fill(locale, &[&text(seconds)]),
        (0, minutes) => Figure::Minutes.fill(locale, &[&text(minutes)]),
        (hours, minutes) => Figure::Hours.fill(locale, &[&text(hours), &text(minutes % 60)]),
    }
}

fn due(page: &mut Page, figures: &Figures) {
    let days = figures.due.len().to_string();
    if figures.due.iter().all(|cards| *cards == 0) {
        return page.title(&Figure::NoneDue.fill(page.locale, &[&days]));
    }
    page.title(&Figure::Due.fill(page.locale, &[&days]));
    let values = figures.due.map(u64::from);
    let labels = (0..values.len()).step_by(7).map(|at| match at {
        0 => (at, Figure::Now.text(page.locale).to_owned()),
        at => (at, format!("+{at}")),
    });
    let labels: Vec<_> = labels.collect();
    bars(page, &values, &labels, HEIGHT);
    if figures.late > 0 {
        let late = Figure::Late.fill(page.locale, &[&figures.late.to_string()]);
        page.row([(Role::Muted, late)]);
    }
}

fn year(page: &mut Page, figures: &Figures) {
    page.title(Figure::Year.text(page.locale));
    let answers = |day: Day| figures.days.get(&day).map_or(0, |done| done.answers);
    // The labels of the weekdays take two columns, and stand off.
    let weeks = WEEKS.min(page.columns.saturating_sub(3)).max(1);
    Heat { today: figures.day, weeks }.draw(page, &answers);
}

fn time(page: &mut Page, figures: &Figures) {
    page.title(&Figure::Time.fill(page.locale, &[&BACK.to_string()]));
    let back = |at: usize| u32::try_from(BACK - 1 - at).unwrap_or(0);
    let minutes = |at: usize| {
        let done = figures.days.get(&figures.day.minus(back(at)));
        // Less than a minute is more than nothing.
        done.map_or(0, |done| {
            (done.took + 30_000) / 60_000 + u64::from((1..30_000).contains(&done.took))
        })
    };
    let values: Vec<u64> = (0..BACK).map(minutes).collect();
    let last = BACK - 1;
    let labels = (0..BACK).filter(|at| (last - at).is_multiple_of(7)).map(|at| match last - at {
        0 => (at, Figure::Now.text(page.locale).to_owned()),
        back => (at, format!("-{back}")),
    });
    let labels: Vec<_> = labels.collect();
    bars(page, &values, &labels, HEIGHT);
}

fn kept(page: &mut Page, figures: &Figures) {
    if figures.kept.iter().all(|kept| kept.answers == 0) {
        return;
    }
    page.title(Figure::Kept.text(page.locale));
    let labels: Vec<String> = (0..AGES.len()).map(|at| page.words(&age(at, page.locale))).collect();
    let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    // A percentage and how many answers it is of.
    let room = page.columns.saturating_sub(widest + 15).clamp(4, 40);
    for (label, kept) in labels.iter().zip(&figures.kept) {
        let Some(percent) = kept.percent() else { continue };
        let label = pad(label, widest);
        let (full, free) = bar(u64::from(percent), 100, room, page.ascii);
        page.row([
            (Role::Text, label),
            (Role::Pad, " ".to_owned()),
            (page::BAR, full),
            (Role::Pad, free),
            (Role::Text, format!(" {percent:>3} %")),
            (Role::Muted, format!(" ({})", kept.answers)),
        ]);
    }
}

/// What answers are counted together, by the days since the one before.
fn age(at: usize, locale: Locale) -> String {
    let from = AGES.get(at).copied().unwrap_or(0);
    match AGES.get(at + 1) {
        Some(next) => Figure::Ages.fill(locale, &[&from.to_string(), &(next - 1).to_string()]),
        None => Figure::AgesFrom.fill(locale, &[&from.to_string()]),
    }
}

fn parts(page: &mut Page, figures: &Figures) {
    let locale = page.locale;
    let by_chapter = figures.parts.iter().any(|part| part.address.is_some());
    page.title(if by_chapter { Figure::Chapters } else { Figure::Notes }.text(locale));
    // What stands behind the titles: four columns of figures, and how well the cards are known.
    let columns = [Figure::ColumnCards, Figure::ColumnDue, Figure::ColumnKept, Figure::ColumnTime];
    let wide = if page.columns >= 60 { [7, 7, 7, 12] } else { [6, 6, 6, 0] };
    let levels_wide = if page.columns >= 70 { 12 } else { 0 };
    let taken = wide.iter().sum::<usize>() + levels_wide + 2 * usize::from(levels_wide > 0);
    let title = page.columns.saturating_sub(taken).clamp(4, 44);
    let cells = |of: &dyn Fn(usize) -> String, role: Role| {
        let cell = |(at, wide): (usize, &usize)| (role, page::right(&of(at), *wide));
        wide.iter().enumerate().map(cell).collect::<Vec<_>>()
    };
    let head = |at: usize| columns.get(at).map_or("", |word| word.text(locale)).to_owned();
    page.row([(Role::Pad, " ".repeat(title))].into_iter().chain(cells(&head, Role::TableHead)));
    let mut note: Option<&Clean> = None;
    let notes = figures.parts.first().map(|part| &part.note);
    let several = by_chapter && figures.parts.iter().any(|part| Some(&part.note) != notes);
    for part in &figures.parts {
        let indent = if several && part.address.is_some() { "  " } else { "" };
        if !indent.is_empty() && note != Some(&part.note) {
            page.row([(Role::Definition, part.note.to_string())]);
        }
        note = Some(&part.note);
        let of = |at: usize| match at {
            0 => part.cards.all().to_string(),
            1 => part.due.to_string(),
            2 => part.kept.percent().map_or("-".to_owned(), |known| format!("{known} %")),
            _ => span(part.took, locale),
        };
        let name = page.padded(&format!("{indent}{}", part.title), title);
        let mut row = vec![(Role::Text, name)];
        row.extend(cells(&of, Role::Text));
        if levels_wide > 0 {
            row.push((Role::Pad, "  ".to_owned()));
            row.extend(levels(&shares(part), levels_wide, page.ascii));
        }
        page.row(row);
    }
    if levels_wide > 0 {
        let words = [Figure::Long, Figure::Short, Figure::Learning, Figure::New];
        let signs = chart::shades(page.ascii);
        let legend = words.iter().zip(signs).flat_map(|(word, sign)| {
            [(page::BAR, sign.to_owned()), (Role::Muted, format!(" {}  ", word.text(locale)))]
        });
        page.row(legend);
    }
}

/// How many cards are how well known, the best first.
fn shares(part: &Part) -> [u64; 4] {
    let Cards { new, learning, short, long, .. } = part.cards;
    [long, short, learning, new].map(u64::from)
}
