//! Points in time, as RFC 3339 writes them: read, compared, never asked of a clock.
//!
//! Invariant: two texts that name one moment are one [`Instant`], whatever their offset.
//!
//! # References
//!
//! G. Klyne, C. Newman, *Date and Time on the Internet: Timestamps*, RFC 3339, 2002.
//! H. Hinnant, *chrono-compatible low-level date algorithms*, 2013.

/// A moment, to the millisecond, from the year 0001 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(i64);

const DAY: i64 = 86_400_000;

impl Instant {
    /// A moment from `2026-11-23T09:00:00Z` or `2026-11-23T10:00:00.250+01:00`; a day alone,
    /// `2026-11-23`, is its first moment in UTC. `None` for any other text.
    ///
    /// ```
    /// use innovation_core::instant::Instant;
    /// assert_eq!(Instant::parse("2026-11-23T10:00:00+01:00"), Instant::parse("2026-11-23T09:00:00Z"));
    /// assert_eq!(Instant::parse("2026-02-30"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (year, month, day) = (digits(bytes, 0, 4)?, digits(bytes, 5, 2)?, digits(bytes, 8, 2)?);
        let dashes = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
        if !dashes || year == 0 || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        if day > days_of_month(year, month) {
            return None;
        }
        let start = days_from_civil(year, month, day) * DAY;
        let Some(mark) = bytes.get(10) else {
            return Some(Self(start));
        };
        let colons = bytes.get(13) == Some(&b':') && bytes.get(16) == Some(&b':');
        let (hour, minute, second) =
            (digits(bytes, 11, 2)?, digits(bytes, 14, 2)?, digits(bytes, 17, 2)?);
        if !matches!(mark, b'T' | b't' | b' ') || !colons || hour > 23 || minute > 59 || second > 60
        {
            return None;
        }
        let (fraction, rest) = fraction(bytes.get(19..)?)?;
        let offset = offset(rest)?;
        let of_day = ((hour * 60 + minute) * 60 + second) * 1_000 + fraction;
        Some(Self(start + of_day - offset * 60_000))
    }

    /// Whole days from this moment to another; below 0 where that one lies before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        (other.0 - self.0).div_euclid(DAY)
    }

    /// The same moment some days later.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Self(self.0.saturating_add(i64::from(days) * DAY))
    }

    /// The same day and time of a later month, in UTC; the last day of that month where it has
    /// no such day. Never beyond the year 9999.
    ///
    /// ```
    /// use innovation_core::instant::Instant;
    /// let adopted = Instant::parse("2026-08-31").unwrap();
    /// assert_eq!(Some(adopted.plus_months(6)), Instant::parse("2027-02-28"));
    /// ```
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let [year, month, day] = self.civil();
        let later = (year * 12 + month - 1).saturating_add(i64::from(months)).min(9999 * 12 + 11);
        let (year, month) = (later.div_euclid(12), later.rem_euclid(12) + 1);
        let start = days_from_civil(year, month, day.min(days_of_month(year, month))) * DAY;
        Self(start + self.0.rem_euclid(DAY))
    }

    /// The first moment of its day in UTC.
    #[must_use]
    pub fn start_of_day(self) -> Self {
        Self(self.0 - self.0.rem_euclid(DAY))
    }

    /// Months from January of the year 0 to its own, in UTC.
    pub(crate) fn month(self) -> i64 {
        let [year, month, _] = self.civil();
        year * 12 + month - 1
    }

    /// Its day in UTC, `2026-11-23`.
    pub(crate) fn day(self) -> String {
        let [year, month, day] = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Year, month and day in UTC.
    fn civil(self) -> [i64; 3] {
        let days = self.0.div_euclid(DAY) + 719_468;
        // As below, years begin in March.
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let year = year + era * 400 + i64::from(month >= 10);
        [year, if month < 10 { month + 3 } else { month - 9 }, day]
    }
}

/// A number of so many digits.
fn digits(bytes: &[u8], from: usize, count: usize) -> Option<i64> {
    bytes.get(from..from + count)?.iter().try_fold(0, |number, byte| {
        byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'))
    })
}

/// Milliseconds of `.25`, and what stands behind; further digits are passed over.
fn fraction(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let Some((b'.', rest)) = bytes.split_first() else {
        return Some((0, bytes));
    };
    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count == 0 {
        return None;
    }
    let thousandths = (0..3).fold(0, |number, place| {
        number * 10
            + rest.get(place).filter(|_| place < count).map_or(0, |byte| i64::from(byte - b'0'))
    });
    Some((thousandths, rest.get(count..)?))
}

/// Minutes ahead of UTC of `Z` or `+01:00`.
fn offset(bytes: &[u8]) -> Option<i64> {
    match bytes {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let (hours, minutes) = (digits(bytes, 1, 2)?, digits(bytes, 4, 2)?);
            let ahead = (hours <= 23 && minutes <= 59).then_some(hours * 60 + minutes)?;
            Some(if *sign == b'-' { -ahead } else { ahead })
        }
        _ => None,
    }
}

/// Days of a month, where January is 1; 31 for what is no month.
pub(crate) fn days_of_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1 January 1970 in the Gregorian calendar.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that the leap day comes last.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_is_one_instant_in_every_offset() {
        let same =
            ["2026-11-23T09:00:00Z", "2026-11-23t04:00:00.000-05:00", "2026-11-23 09:00:00z"];
        for text in same {
            assert_eq!(Instant::parse(text), Instant::parse("2026-11-23T10:00:00+01:00"), "{text}");
        }
        assert_eq!(Instant::parse("1970-01-01"), Some(Instant(0)));
        assert_eq!(Instant::parse("2000-03-01T00:00:00.5Z"), Some(Instant(951_868_800_500)));
    }

    #[test]
    fn days_follow_the_calendar() {
        let day = |text| Instant::parse(text).unwrap_or(Instant(i64::MIN));
        assert_eq!(day("2028-02-28").days_until(day("2028-03-01")), 2);
        assert_eq!(day("2100-02-28").days_until(day("2100-03-01")), 1);
        assert_eq!(day("2026-11-23").plus_days(365), day("2027-11-23"));
        assert_eq!(day("2026-11-23").days_until(day("2026-11-22T23:00:00Z")), -1);
    }

    #[test]
    fn every_day_is_found_again_by_its_date() {
        let mut day = Instant::parse("1899-12-31").unwrap();
        for _ in 0..100_000 {
            assert_eq!(Instant::parse(&day.day()), Some(day));
            day = day.plus_days(1);
        }
        assert_eq!(Instant::parse("0001-01-01").unwrap().day(), "0001-01-01");
        assert_eq!(Instant::parse("9999-12-31").unwrap().month(), 9999 * 12 + 11);
    }

    #[test]
    fn months_end_where_the_month_does() {
        for (from, months, to) in [
            ("2026-01-31", 1, "2026-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2026-11-30T18:00:00Z", 3, "2027-02-28T18:00:00Z"),
            ("2026-12-15", 0, "2026-12-15"),
            ("2026-12-15", 24, "2028-12-15"),
            ("2026-12-15", u32::MAX, "9999-12-15"),
        ] {
            let (from, to) = (Instant::parse(from).unwrap(), Instant::parse(to).unwrap());
            assert_eq!(from.plus_months(months), to);
        }
        let evening = Instant::parse("2026-03-01T00:30:00+01:00").unwrap();
        assert_eq!(evening.start_of_day().day(), "2026-02-28");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        let wrong = [
            "",
            "2026",
            "2026-13-01",
            "2026-00-10",
            "2026-02-29",
            "2026-11-23T",
            "2026-11-23T09:00",
            "2026-11-23T24:00:00Z",
            "2026-11-23T09:00:00",
            "2026-11-23T09:00:00.Z",
            "2026-11-23T09:00:00+1:00",
            "2026-11-23T09:00:00Zz",
            "0000-01-01",
            "２026-11-23",
        ];
        for text in wrong {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }
}
