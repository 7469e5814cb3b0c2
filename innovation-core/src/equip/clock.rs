//! Local times of day, with a date or without.

use crate::instant::days_of_month;

/// A local time: minutes of the day, and the date where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clock {
    date: Option<(i64, i64, i64)>,
    minutes: u32,
}

impl Clock {
    /// Reads `2026-03-04T09:00` (seconds are allowed where they are zero) or `09:00`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (Some(date), time),
            None => (None, text),
        };
        let time = time.strip_suffix(":00").filter(|left| left.len() == 5).unwrap_or(time);
        let (hours, minutes) = time.split_once(':')?;
        let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
        if hours > 23 || minutes > 59 {
            return None;
        }
        let date = match date {
            None => None,
            Some(date) => {
                let mut parts = date.split('-');
                let mut next = |digits| Some(i64::from(number(parts.next()?, digits)?));
                let (year, month, day) = (next(4)?, next(2)?, next(2)?);
                let fits =
                    (1..=12).contains(&month) && (1..=days_of_month(year, month)).contains(&day);
                if !fits || parts.next().is_some() {
                    return None;
                }
                Some((year, month, day))
            }
        };
        Some(Self { date, minutes: 60 * hours + minutes })
    }

    /// The time so many minutes later, in the same form.
    pub(crate) fn after(&self, minutes: u32) -> String {
        let all = self.minutes + minutes;
        let (mut late, rest) = (all / 1440, all % 1440);
        let time = format!("{:02}:{:02}", rest / 60, rest % 60);
        let Some((mut year, mut month, mut day)) = self.date else { return time };
        while late > 0 {
            late -= 1;
            day += 1;
            if day > days_of_month(year, month) {
                (day, month) = (1, month + 1);
            }
            if month > 12 {
                (month, year) = (1, year + 1);
            }
        }
        format!("{year:04}-{month:02}-{day:02}T{time}")
    }
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn minutes_run_into_the_next_day_and_year() {
        let clock = Clock::parse("2027-12-31T23:30:00");
        assert_eq!(clock.map(|clock| clock.after(45)), Some("2028-01-01T00:15".into()));
        assert_eq!(Clock::parse("09:05").map(|clock| clock.after(60)), Some("10:05".into()));
        let leap = Clock::parse("2028-02-28T20:00").map(|clock| clock.after(300));
        assert_eq!(leap, Some("2028-02-29T01:00".into()));
    }

    #[test]
    fn what_is_not_a_time_is_refused() {
        for text in ["", "9:00", "24:00", "2026-02-30T09:00", "2026-03-04 09:00", "09:00Z"] {
            assert_eq!(Clock::parse(text), None, "{text}");
        }
    }
}
