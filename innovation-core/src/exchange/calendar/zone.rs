//! Which zones there are, and when their clocks change.
//!
//! A table of two zones in place of a library: the rules are those of the European Union since
//! 1996 and of Ontario and Québec since 2007. Earlier years had other rules, so that a time
//! before the first whole year of a rule is refused rather than written wrongly.
//!
//! # References
//!
//! Directive 2000/84/EC on summer-time arrangements. *Time Act*, R.S.O. 1990, c. T.9, and
//! *Legal Time Act*, CQLR c. T-5.1, as both stand since 2007.

use super::moment::{DAY, date, days};
use crate::instant::days_of_month;

/// A zone that calendars can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Coordinated universal time.
    Utc,
    /// Local time by a rule.
    Ruled(&'static Rule),
}

/// When the clocks of a zone change.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// The name in the IANA database.
    pub name: &'static str,
    /// Names of the two times.
    pub short: [&'static str; 2],
    /// Minutes ahead of UTC in winter; one hour more in summer.
    pub winter: i64,
    /// The first whole year under this rule.
    pub since: i64,
    /// When clocks go forward, by the clock before the change.
    pub spring: Change,
    /// When clocks go back, by the clock before the change.
    pub autumn: Change,
}

/// A change of clocks, on a Sunday.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub month: i64,
    /// Which Sunday of the month: 1 the first, −1 the last.
    pub sunday: i64,
    pub hour: i64,
}

const PARIS: Rule = Rule {
    name: "Europe/Paris",
    short: ["CET", "CEST"],
    winter: 60,
    since: 1997,
    spring: Change { month: 3, sunday: -1, hour: 2 },
    autumn: Change { month: 10, sunday: -1, hour: 3 },
};

const TORONTO: Rule = Rule {
    name: "America/Toronto",
    short: ["EST", "EDT"],
    winter: -300,
    since: 2008,
    spring: Change { month: 3, sunday: 2, hour: 2 },
    autumn: Change { month: 11, sunday: 1, hour: 2 },
};

/// The zones by name.
pub(super) const ZONES: [(&str, Zone); 4] = [
    ("UTC", Zone::Utc),
    ("Europe/Paris", Zone::Ruled(&PARIS)),
    ("America/Toronto", Zone::Ruled(&TORONTO)),
    ("America/Montreal", Zone::Ruled(&TORONTO)),
];

/// Why a local time names no single moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Clocks went past it.
    Skipped,
    /// Clocks showed it twice.
    Twice,
}

impl Zone {
    /// The first year in which times are right.
    pub(super) fn since(self) -> i64 {
        match self {
            Self::Utc => 1971,
            Self::Ruled(rule) => rule.since,
        }
    }

    /// Minutes ahead of UTC at a moment.
    pub(super) fn ahead(self, moment: i64) -> i64 {
        match self {
            Self::Utc => 0,
            Self::Ruled(rule) => rule.ahead(moment),
        }
    }

    /// The moment at which clocks show a local time.
    pub(super) fn moment(self, local: i64) -> Result<i64, Doubt> {
        let Self::Ruled(rule) = self else { return Ok(local) };
        let [summer, winter] = [local - rule.winter - 60, local - rule.winter];
        let shown = |moment: i64| moment + rule.ahead(moment) == local;
        match (shown(summer), shown(winter)) {
            (true, false) => Ok(summer),
            (false, true) => Ok(winter),
            (false, false) => Err(Doubt::Skipped),
            (true, true) => Err(Doubt::Twice),
        }
    }
}

impl Rule {
    fn ahead(&self, moment: i64) -> i64 {
        let year = year(moment);
        let spring = self.spring.local(year) - self.winter;
        let autumn = self.autumn.local(year) - self.winter - 60;
        self.winter + if (spring..autumn).contains(&moment) { 60 } else { 0 }
    }
}

impl Change {
    /// The minute of a year at which clocks change, by the clock before.
    pub(super) fn local(&self, year: i64) -> i64 {
        let day_of =
            |day: i64| days(&format!("{year:04}-{:02}-{day:02}", self.month)).unwrap_or_default();
        // 1 January 1970 was a Thursday.
        let after_sunday = |day: i64| (day_of(day) + 4).rem_euclid(7);
        let day = if self.sunday < 0 {
            let last = days_of_month(year, self.month);
            last - after_sunday(last)
        } else {
            1 + (7 - after_sunday(1)) % 7 + 7 * (self.sunday - 1)
        };
        day_of(day) * DAY + 60 * self.hour
    }
}

/// The year of a minute; 0 before 1970.
pub(super) fn year(minute: i64) -> i64 {
    date(minute).and_then(|date| date.get(..4)?.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::moment::{Given, basic, read};
    use super::*;

    fn local(text: &str) -> i64 {
        match read(text) {
            Some(Given::Local(minute) | Given::Moment(minute)) => minute,
            None => panic!("{text}"),
        }
    }

    fn check(zone: Zone, shown: &str, expected: Result<&str, Doubt>) {
        let found = zone.moment(local(shown)).map(|moment| basic(moment).unwrap());
        assert_eq!(found, expected.map(str::to_owned), "{shown}");
    }

    #[test]
    fn clocks_change_on_the_days_of_the_rules() {
        let paris = Zone::Ruled(&PARIS);
        check(paris, "2026-03-29T01:59", Ok("20260329T005900"));
        check(paris, "2026-03-29T02:00", Err(Doubt::Skipped));
        check(paris, "2026-03-29T02:59", Err(Doubt::Skipped));
        check(paris, "2026-03-29T03:00", Ok("20260329T010000"));
        check(paris, "2026-10-25T01:59", Ok("20261024T235900"));
        check(paris, "2026-10-25T02:00", Err(Doubt::Twice));
        check(paris, "2026-10-25T02:59", Err(Doubt::Twice));
        check(paris, "2026-10-25T03:00", Ok("20261025T020000"));
        let toronto = Zone::Ruled(&TORONTO);
        check(toronto, "2026-03-08T01:59", Ok("20260308T065900"));
        check(toronto, "2026-03-08T02:30", Err(Doubt::Skipped));
        check(toronto, "2026-03-08T03:00", Ok("20260308T070000"));
        check(toronto, "2026-11-01T01:00", Err(Doubt::Twice));
        check(toronto, "2026-11-01T02:00", Ok("20261101T070000"));
        check(toronto, "2026-07-01T09:00", Ok("20260701T130000"));
        check(Zone::Utc, "2026-03-29T02:30", Ok("20260329T023000"));
    }

    #[test]
    fn a_moment_is_shown_and_found_again() {
        for zone in [Zone::Ruled(&PARIS), Zone::Ruled(&TORONTO)] {
            for moment in (local("2026-01-01T00:00")..local("2028-01-01T00:00")).step_by(30) {
                let shown = moment + zone.ahead(moment);
                match zone.moment(shown) {
                    Ok(found) => assert_eq!(found, moment),
                    Err(doubt) => assert_eq!(doubt, Doubt::Twice),
                }
            }
        }
    }
}
