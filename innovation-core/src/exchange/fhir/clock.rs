//! A moment some minutes later, written in UTC.

use crate::instant::Instant;

/// The moment so many minutes after another; nothing beyond the year 9999.
pub(super) fn after(start: Instant, minutes: u32) -> Option<String> {
    let midnight = start.start_of_day();
    let of_day = (0..1_440).find(|minute| {
        let text = format!("{}T{:02}:{:02}:59.999Z", midnight.day(), minute / 60, minute % 60);
        Instant::parse(&text).is_some_and(|end| start <= end)
    })?;
    let second = (0..60).rev().find(|second| {
        let (hour, minute) = (of_day / 60, of_day % 60);
        let text = format!("{}T{hour:02}:{minute:02}:{second:02}Z", midnight.day());
        Instant::parse(&text).is_some_and(|moment| moment <= start)
    })?;
    let total = u64::from(minutes) + of_day;
    let day = midnight.plus_days(u32::try_from(total / 1_440).ok()?);
    let text = format!("{}T{:02}:{:02}:{second:02}Z", day.day(), total % 1_440 / 60, total % 60);
    Instant::parse(&text).map(|_| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_where_its_minutes_do() {
        let after = |start: &str, minutes| after(Instant::parse(start).unwrap(), minutes);
        assert_eq!(after("2026-11-23T09:00:00+01:00", 90), Some("2026-11-23T09:30:00Z".into()));
        assert_eq!(after("2026-12-31T23:59:30.5Z", 1), Some("2027-01-01T00:00:30Z".into()));
        assert_eq!(after("2028-02-28T12:00:00Z", 2_880), Some("2028-03-01T12:00:00Z".into()));
        assert_eq!(after("9999-12-31T23:59:00Z", 1), None);
    }
}
