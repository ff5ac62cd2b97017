//! The clock, and the zone that the system says is local.
#![allow(clippy::disallowed_methods)] // This is the file that reads the clock.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::tz::TimeZone;

use crate::review::moment::Moment;

/// Now, where a day begins at `day_start` hours. The zone is asked each time: who travels has another one.
/// Where the system knows none, it is UTC.
pub fn now(day_start: u8) -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let ms = |since: std::time::Duration| i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
    // A clock before 1970 is no clock.
    Moment::new(since.map_or(0, ms), &TimeZone::system(), day_start)
}
