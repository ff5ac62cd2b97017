//! Charts of characters: bars that stand, bars that lie, and days in the shades of how much was done.

use super::page::{BAR, Page, right};
use crate::review::moment::Day;
use crate::style::Role;
use crate::text::width::{pad, width};
use crate::words::{Figure, Locale};

/// Draws bars that stand side by side, `height` rows high, with the largest value at their left and `labels`
/// below those that they are of.
pub(super) fn bars(page: &mut Page, values: &[u64], labels: &[(usize, String)], height: usize) {
    let most = values.iter().copied().max().unwrap_or(0);
    let scale = most.to_string();
    let left = width(&scale) + 2;
    // A bar is one column wide; where there is room, each has one of its own beside it.
    let step = if page.columns >= left + 2 * values.len() { 2 } else { 1 };
    let eighths = |value: u64| match (value, most) {
        (0, _) | (_, 0) => 0,
        // What is little is still seen.
        (value, most) => (value * height as u64 * 8 / most).max(1) as usize,
    };
    let edge = if page.ascii { "|" } else { "│" };
    for row in (0..height).rev() {
        let mut bars = String::new();
        for value in values {
            bars += upright(eighths(*value).saturating_sub(row * 8).min(8), page.ascii);
            bars += &" ".repeat(step - 1);
        }
        let scale = match row {
            _ if row + 1 == height => scale.clone(),
            0 => "0".to_owned(),
            _ => String::new(),
        };
        page.row([(Role::Muted, right(&scale, left - 2) + edge), (BAR, bars)]);
    }
    let mut below = " ".repeat(left - 1);
    for (at, label) in labels {
        let from = left - 1 + at * step;
        // The last may have to begin before its bar.
        let from = from.min(page.columns.saturating_sub(width(label)));
        if width(&below) <= from {
            below += &" ".repeat(from - width(&below));
            below += label;
        }
    }
    page.row([(Role::Muted, below)]);
}

/// A cell of a bar that stands, filled by so many eighths.
fn upright(eighths: usize, ascii: bool) -> &'static str {
    const FULL: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    match (ascii, eighths) {
        (false, eighths) => FULL.get(eighths).copied().unwrap_or("█"),
        (true, 0) => " ",
        (true, 1..5) => ".",
        (true, _) => "#",
    }
}

/// A bar that lies, `value` of `most` in `columns`: what is full of it, and what is free.
pub(super) fn bar(value: u64, most: u64, columns: usize, ascii: bool) -> (String, String) {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (value * columns as u64 * 8).checked_div(most).unwrap_or(0) as usize;
    let (full, rest) = (eighths / 8, eighths % 8);
    let mut bar = if ascii { "#" } else { "█" }.repeat(full);
    bar += match ascii {
        true => ["", "."].get(usize::from(rest > 3)).copied().unwrap_or(""),
        false => PARTS.get(rest).copied().unwrap_or(""),
    };
    let free = " ".repeat(columns.saturating_sub(width(&bar)));
    (bar, free)
}

/// Four shades, the darkest first: told apart without any colour.
pub(super) fn shades(ascii: bool) -> [&'static str; 4] {
    if ascii { ["#", "+", ":", "."] } else { ["█", "▓", "▒", "░"] }
}

/// What has these shares, in so many columns of four shades. What there is at all has a column, as long as
/// there are enough.
pub(super) fn levels(shares: &[u64; 4], columns: usize, ascii: bool) -> Vec<(Role, String)> {
    let all: u64 = shares.iter().sum();
    let (mut from, mut seen) = (0, 0);
    let mut pieces = Vec::new();
    for (share, sign) in shares.iter().zip(shades(ascii)) {
        seen += share;
        let exact = (seen * columns as u64 + all / 2).checked_div(all).unwrap_or(0) as usize;
        let to = exact.max(from + usize::from(*share > 0)).min(columns);
        pieces.push((BAR, sign.repeat(to.saturating_sub(from))));
        from = from.max(to);
    }
    pieces
}

/// The days of some weeks up to today: a column a week, a row a weekday.
pub(super) struct Heat {
    pub today: Day,
    pub weeks: usize,
}

impl Heat {
    /// Draws it by what was done on each day.
    pub fn draw(&self, page: &mut Page, count: &dyn Fn(Day) -> u32) {
        let weekday = self.today.date().weekday().to_monday_zero_offset();
        let weekday = u32::try_from(weekday).unwrap_or(0);
        let before = u32::try_from(self.weeks.saturating_sub(1)).unwrap_or(0) * 7;
        let monday = self.today.minus(weekday + before);
        let day =
            |week: usize, weekday: u32| monday.plus(u32::try_from(week).unwrap_or(0) * 7 + weekday);
        let days = (0..self.weeks).flat_map(|week| (0..7).map(move |weekday| (week, weekday)));
        let most = days.map(|(week, weekday)| count(day(week, weekday))).max().unwrap_or(0);
        page.row([(Role::Muted, self.months(&|week| day(week, 0), page.locale))]);
        for (weekday, name) in (0..7).zip(weekdays(page.locale)) {
            let mut cells = Vec::new();
            for week in 0..self.weeks {
                let day = day(week, weekday);
                if day > self.today {
                    break;
                }
                cells.push(shade(count(day), most, page.ascii));
            }
            let name = (Role::Muted, format!("{name} "));
            page.row(std::iter::once(name).chain(merged(cells)));
        }
        let shades = shades(page.ascii).into_iter().rev().collect::<String>();
        let (less, more) = (Figure::Less.text(page.locale), Figure::More.text(page.locale));
        page.row([
            (Role::Muted, format!("   {less} ")),
            (BAR, shades),
            (Role::Muted, format!(" {more} ({most})")),
        ]);
    }

    /// The numbers of the months above the weeks that they begin in.
    fn months(&self, monday: &dyn Fn(usize) -> Day, locale: Locale) -> String {
        let mut line = pad(Figure::Months.text(locale), 3);
        for week in 0..self.weeks {
            let last = monday(week).plus(6).date();
            let name = last.month().to_string();
            let at = 3 + week;
            let has_room = width(&line) < at || week == 0;
            if last.day() <= 7 && has_room && at + width(&name) <= 3 + self.weeks {
                line += &" ".repeat(at.saturating_sub(width(&line)));
                line += &name;
            }
        }
        line
    }
}

fn weekdays(locale: Locale) -> [&'static str; 7] {
    match locale {
        Locale::Ko => ["월", "화", "수", "목", "금", "토", "일"],
        Locale::En => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    }
}

/// The sign of a day.
fn shade(count: u32, most: u32, ascii: bool) -> (Role, &'static str) {
    if count == 0 {
        return (Role::Muted, if ascii { " " } else { "·" });
    }
    let level = (u64::from(count) * 4).div_ceil(u64::from(most.max(1))).clamp(1, 4) as usize;
    (BAR, shades(ascii).get(4 - level).copied().unwrap_or("#"))
}

/// Cells of one role after the other as one piece.
fn merged(cells: Vec<(Role, &'static str)>) -> Vec<(Role, String)> {
    let mut pieces: Vec<(Role, String)> = Vec::new();
    for (role, sign) in cells {
        match pieces.last_mut() {
            Some((last, text)) if *last == role => text.push_str(sign),
            _ => pieces.push((role, sign.to_owned())),
        }
    }
    pieces
}
