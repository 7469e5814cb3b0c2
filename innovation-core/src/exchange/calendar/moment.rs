//! Minutes since 1970, and the texts that stand for them.

use crate::instant::Instant;

/// Minutes of a day.
pub(super) const DAY: i64 = 1440;

/// A time as it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// What a clock on the wall shows: minutes since it showed 1 January 1970, midnight.
    Local(i64),
    /// A moment: minutes since that midnight in UTC.
    Moment(i64),
}

/// Reads `2026-03-04T09:00`, the time of a wall clock, or `2026-03-04T09:00:00+01:00`, a moment.
/// Seconds are zero or absent.
pub(super) fn read(text: &str) -> Option<Given> {
    let (time, seconds, zone) = (text.get(..16)?, text.get(16..)?, text.get(19..));
    if !(seconds.is_empty() || seconds.starts_with(":00")) {
        return None;
    }
    Instant::parse(&format!("{time}:00Z"))?;
    let local =
        days(text.get(..10)?)? * DAY + 60 * number(text.get(11..13)?)? + number(text.get(14..16)?)?;
    match zone {
        None | Some("") => Some(Given::Local(local)),
        Some(zone) => {
            Instant::parse(text)?;
            Some(Given::Moment(local - ahead(zone)?))
        }
    }
}

/// A stamp, `20261123T090000Z`, from a moment of RFC 3339.
pub(super) fn stamp(text: &str) -> Option<String> {
    Instant::parse(text)?;
    let (time, seconds, rest) = (text.get(..16)?, text.get(17..19)?, text.get(19..)?);
    let zone = rest.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let Given::Moment(moment) = read(&format!("{time}:00{zone}"))? else { return None };
    // A leap second has no place in the calendars of most programs.
    let seconds = number(seconds)?.min(59);
    Some(format!("{}{seconds:02}Z", basic(moment)?.get(..13)?))
}

/// Minutes ahead of UTC of `Z` or `+01:00`.
fn ahead(zone: &str) -> Option<i64> {
    let Some(digits) = zone.strip_prefix(['+', '-']) else { return Some(0) };
    let minutes = 60 * number(digits.get(..2)?)? + number(digits.get(3..5)?)?;
    Some(if zone.starts_with('-') { -minutes } else { minutes })
}

fn number(digits: &str) -> Option<i64> {
    digits.parse().ok()
}

/// Days from 1 January 1970 to `2026-03-04`.
pub(super) fn days(date: &str) -> Option<i64> {
    Some(Instant::parse("1970-01-01")?.days_until(Instant::parse(date)?))
}

/// The date of a minute, `2026-03-04`; none before 1970.
pub(super) fn date(minute: i64) -> Option<String> {
    let days = u32::try_from(minute.div_euclid(DAY)).ok()?;
    Some(Instant::parse("1970-01-01")?.plus_days(days).day())
}

/// A minute in the basic form of ISO 8601, `20260304T090000`.
pub(super) fn basic(minute: i64) -> Option<String> {
    let of_day = minute.rem_euclid(DAY);
    Some(format!("{}T{:02}{:02}00", date(minute)?.replace('-', ""), of_day / 60, of_day % 60))
}

/// The time of day of a minute, `09:00`.
pub(super) fn time(minute: i64) -> String {
    let of_day = minute.rem_euclid(DAY);
    format!("{:02}:{:02}", of_day / 60, of_day % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_local_or_a_moment() {
        assert_eq!(read("1970-01-02T01:05"), Some(Given::Local(1505)));
        assert_eq!(read("1970-01-02T01:05:00"), Some(Given::Local(1505)));
        assert_eq!(read("1970-01-02T01:05:00Z"), Some(Given::Moment(1505)));
        assert_eq!(read("1970-01-02T01:05:00+01:05"), Some(Given::Moment(1440)));
        assert_eq!(read("1970-01-02T01:05:00-00:30"), Some(Given::Moment(1535)));
        for wrong in [
            "",
            "09:00",
            "2026-02-30T09:00",
            "2026-03-04T09:00:30",
            "2026-03-04T09:00Z",
            "2026-03-04T24:00",
            "2026-03-04T09:00:00+1",
            "２026-03-04T09:00",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_stamp_is_in_utc_to_the_second() {
        assert_eq!(stamp("2026-11-23T00:30:09.5+01:00").as_deref(), Some("20261122T233009Z"));
        assert_eq!(stamp("2026-11-23T09:00:00Z").as_deref(), Some("20261123T090000Z"));
        for wrong in ["", "2026-11-23", "2026-11-23T09:00", "now"] {
            assert_eq!(stamp(wrong), None, "{wrong}");
        }
    }
}
