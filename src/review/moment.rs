//! Moments, and the days of studying that they fall on.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// A day of studying, in days since 1 January 1970. It does not begin at midnight: who studies at
/// night is not done with the day.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// How many days this one is after `earlier`; none where a clock went back.
    pub fn since(self, earlier: Day) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }

    /// The date; of one that no calendar has the last, or first, that it has.
    pub fn date(self) -> Date {
        let days = jiff::Span::new().try_days(i64::from(self.0));
        days.ok()
            .and_then(|days| date(1970, 1, 1).checked_add(days).ok())
            .unwrap_or(if self.0 < 0 { Date::MIN } else { Date::MAX })
    }

    /// The day that is `days` before.
    pub fn minus(self, days: u32) -> Day {
        Day(self.0.saturating_sub(i32::try_from(days).unwrap_or(i32::MAX)))
    }

    /// The day that comes `days` later.
    pub fn plus(self, days: u32) -> Day {
        Day(self.0.saturating_add(i32::try_from(days).unwrap_or(i32::MAX)))
    }
}

/// When something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970, in UTC.
    pub ms: i64,
    /// How far the local time was ahead of UTC, in seconds.
    pub offset: i32,
    /// The day of studying.
    pub day: Day,
}

impl Moment {
    /// The moment `ms` (milliseconds since 1970, in UTC) where the local time is that of `zone` and a day
    /// begins at `day_start` hours. What no calendar has is the last, or first, that it has.
    pub fn new(ms: i64, zone: &TimeZone, day_start: u8) -> Moment {
        let least = Timestamp::MIN.as_millisecond() + DAY;
        let ms = ms.clamp(least, Timestamp::MAX.as_millisecond() - DAY);
        let offset = Timestamp::from_millisecond(ms)
            .map_or(0, |timestamp| zone.to_offset(timestamp).seconds());
        let local = ms + i64::from(offset) * 1000 - i64::from(day_start.min(23)) * HOUR;
        let day = Day(i32::try_from(local.div_euclid(DAY)).unwrap_or(0));
        Moment { ms, offset, day }
    }

    /// So many minutes later, in milliseconds since 1970.
    pub fn after(self, minutes: u32) -> i64 {
        self.ms.saturating_add(i64::from(minutes) * 60_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days of studying at these local times.
    fn days(zone: &str, times: &[&str]) -> Vec<i32> {
        let zone = TimeZone::posix(zone).unwrap();
        let first = jiff::civil::date(2026, 3, 1).at(12, 0, 0, 0);
        let first = first.to_zoned(zone.clone()).unwrap().timestamp().as_millisecond();
        let first = Moment::new(first, &zone, 4).day;
        let day = |time: &&str| {
            let local: jiff::civil::DateTime = time.parse().unwrap();
            let ms = local.to_zoned(zone.clone()).unwrap().timestamp().as_millisecond();
            Moment::new(ms, &zone, 4).day.0 - first.0
        };
        times.iter().map(day).collect()
    }

    #[test]
    fn a_day_begins_at_four() {
        let times =
            ["2026-03-01T04:00", "2026-03-02T00:00", "2026-03-02T03:59", "2026-03-02T04:00"];
        assert_eq!(days("KST-9", &times), [0, 0, 0, 1]);
        assert_eq!(days("PST8", &times), [0, 0, 0, 1]);
    }

    #[test]
    fn a_day_of_23_or_25_hours_is_a_day() {
        let spring =
            ["2026-03-08T03:59", "2026-03-08T04:00", "2026-03-09T03:59", "2026-03-09T04:00"];
        assert_eq!(days("EST5EDT,M3.2.0,M11.1.0", &spring), [6, 7, 7, 8]);
        let autumn =
            ["2026-11-01T00:30", "2026-11-01T03:59", "2026-11-01T04:00", "2026-11-02T03:59"];
        assert_eq!(days("EST5EDT,M3.2.0,M11.1.0", &autumn), [244, 244, 245, 245]);
    }

    #[test]
    fn what_no_calendar_has() {
        let moment = |ms| Moment::new(ms, &TimeZone::UTC, 4).day;
        assert!(moment(i64::MIN) < moment(0) && moment(0) < moment(i64::MAX));
        assert_eq!(moment(0), Day(-1));
        assert_eq!((Day(3).since(Day(5)), Day(5).since(Day(3))), (0, 2));
        assert_eq!(Day(i32::MAX).plus(u32::MAX), Day(i32::MAX));
        assert_eq!(Day(i32::MAX).since(Day(i32::MIN)), u32::MAX);
        let dates = [Day(0), Day(-1), Day(20_000), Day(i32::MAX), Day(i32::MIN)];
        let dates = dates.map(|day| day.date().to_string());
        assert_eq!(
            dates,
            ["1970-01-01", "1969-12-31", "2024-10-04", "9999-12-31", "-009999-01-01"]
        );
    }
}
