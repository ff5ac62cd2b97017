//! Dates, in every spelling that notes have.

use jiff::civil::{Date, DateTime, Time};

/// Reads `2026-01-31`, `2026/1/31`, `2026. 01. 31.`, `2026년 1월 31일` or `20260131`, with or
/// without a time (`T09:00`, ` 09:00:00.5`) and a zone (`Z`, `+09:00`, `+0900`, `KST`). What is
/// read is the date and time as written: the zone is passed over. Without a time it is midnight.
pub(super) fn read(text: &str) -> Option<DateTime> {
    let mut rest = text.trim();
    let compact = rest.get(..8).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let (year, month, day);
    if let Some(digits) = compact {
        year = digits.get(..4)?.parse().ok()?;
        month = digits.get(4..6)?.parse().ok()?;
        day = digits.get(6..)?.parse().ok()?;
        rest = rest.get(8..)?;
    } else {
        year = number(&mut rest, 4, 4)?;
        rest = separator(rest, '년')?;
        month = i8::try_from(number(&mut rest, 1, 2)?).ok()?;
        rest = separator(rest, '월')?;
        day = i8::try_from(number(&mut rest, 1, 2)?).ok()?;
        rest = rest.strip_prefix(['.', '일']).unwrap_or(rest);
    }
    let date = Date::new(year, month, day).ok()?;
    let clock = rest.trim_start_matches(['T', 't', ' ', '\t']);
    if clock.is_empty() {
        return Some(date.to_datetime(Time::midnight()));
    }
    if clock.len() == rest.len() {
        return zone(rest).then(|| date.to_datetime(Time::midnight()));
    }
    let (time, rest) = time(clock)?;
    zone(rest.trim_start()).then(|| date.to_datetime(time))
}

/// `09:00`, `9:00:00`, `09:00:00.123`, and what follows.
fn time(text: &str) -> Option<(Time, &str)> {
    let mut rest = text;
    let hour = i8::try_from(number(&mut rest, 1, 2)?).ok()?;
    rest = rest.strip_prefix(':')?;
    let minute = i8::try_from(number(&mut rest, 2, 2)?).ok()?;
    let mut second = 0;
    if let Some(after) = rest.strip_prefix(':') {
        rest = after;
        second = i8::try_from(number(&mut rest, 2, 2)?).ok()?.min(59);
        if let Some(after) = rest.strip_prefix(['.', ',']) {
            rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    Some((Time::new(hour, minute, second, 0).ok()?, rest))
}

/// Whether `text` is a zone, or nothing.
fn zone(text: &str) -> bool {
    match text.strip_prefix(['+', '-']) {
        Some(offset) => {
            let digits = offset.bytes().filter(u8::is_ascii_digit).count();
            (1..=6).contains(&digits) && offset.bytes().all(|b| b.is_ascii_digit() || b == b':')
        }
        None => text.len() <= 5 && text.bytes().all(|b| b.is_ascii_alphabetic()),
    }
}

/// A number of `least` to `most` digits, taken off the front.
fn number(text: &mut &str, least: usize, most: usize) -> Option<i16> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(least..=most).contains(&digits) {
        return None;
    }
    let value = text.get(..digits)?.parse().ok();
    *text = text.get(digits..)?;
    value
}

/// What follows `-`, `/`, `.` or the Korean word for the unit, and spaces.
fn separator(text: &str, word: char) -> Option<&str> {
    text.trim_start().strip_prefix(['-', '/', '.', word]).map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_the_same_moment() {
        for text in [
            "2022-03-23T09:00:00+09:00",
            "2022-03-23 09:00:00 +0900",
            "2022-03-23 09:00 +0900",
            "2022-03-23T09:00+09:00",
            "2022-03-23 9:00",
            "2022-03-23T09:00:00Z",
            "2022-03-23t09:00:00.123Z",
            "2022/03/23 09:00 KST",
            "2022. 3. 23. 09:00",
            "2022년 3월 23일 09:00",
            "20220323T09:00",
        ] {
            assert_eq!(read(text), Some(jiff::civil::date(2022, 3, 23).at(9, 0, 0, 0)), "{text}");
        }
    }

    #[test]
    fn a_day_alone_is_its_midnight() {
        for text in
            ["2022-03-23", "2022-3-23", " 2022/03/23 ", "2022.03.23", "20220323", "2022.03.23."]
        {
            assert_eq!(read(text), Some(jiff::civil::date(2022, 3, 23).at(0, 0, 0, 0)), "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "어제",
            "2022",
            "2022-13-01",
            "2022-02-30",
            "22-03-23",
            "2022-03",
            "2022-03-23 25:00",
            "2022-03-23 아침",
            "2022-03-23 09",
            "1234567890",
            "2022-03-23 09:00 +0900 x",
            "가나다라",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
