//! When something holds: from a moment, until a moment, both may be open.

use crate::error::{Code, Error, Result};
use crate::instant::Instant;

/// Where a moment stands to a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// Before it begins.
    Before,
    /// Inside it.
    Inside,
    /// At its end or later.
    After,
}

/// A stretch of time, its end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    /// Its first moment; open where absent.
    pub from: Option<Instant>,
    /// The first moment after it; open where absent.
    pub until: Option<Instant>,
}

impl Period {
    /// Reads `from` and `until` of the object at `path`.
    ///
    /// # Errors
    ///
    /// `protect.invalid-time` where a text is no time, or the end does not lie after the
    /// beginning.
    pub(crate) fn read(from: Option<&str>, until: Option<&str>, path: &str) -> Result<Self> {
        let from = from.map(|text| moment(text, || format!("{path}/from"))).transpose()?;
        let until = until.map(|text| moment(text, || format!("{path}/until"))).transpose()?;
        match (from, until) {
            (Some(from), Some(until)) if until <= from => Err(Error::new(
                Code::ProtectInvalidTime,
                "the end does not lie after the beginning",
            )
            .at(format!("{path}/until"))
            .hint("`until` is the first moment at which it no longer holds")),
            _ => Ok(Self { from, until }),
        }
    }

    /// Where a moment stands.
    pub(crate) fn at(self, at: Instant) -> Within {
        if self.until.is_some_and(|until| until <= at) {
            Within::After
        } else if self.from.is_some_and(|from| at < from) {
            Within::Before
        } else {
            Within::Inside
        }
    }
}

/// Reads a moment.
///
/// # Errors
///
/// `protect.invalid-time` at the path given.
pub(crate) fn moment(text: &str, path: impl FnOnce() -> String) -> Result<Instant> {
    Instant::parse(text).ok_or_else(|| {
        Error::new(Code::ProtectInvalidTime, format!("{text:?} is not a time of RFC 3339"))
            .at(path())
            .hint("write 2026-11-23T09:00:00Z, or a day alone")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_excluded_and_the_beginning_is_not() {
        let at = Instant::parse("2026-11-23").unwrap();
        for (from, until, expected) in [
            (None, None, Within::Inside),
            (Some("2026-11-23"), None, Within::Inside),
            (None, Some("2026-11-23"), Within::After),
            (Some("2026-11-24"), None, Within::Before),
            (Some("2026-11-01"), Some("2026-11-23T00:00:00.001Z"), Within::Inside),
        ] {
            let period = Period::read(from, until, "").unwrap();
            assert_eq!(period.at(at), expected, "{from:?} {until:?}");
        }
    }

    #[test]
    fn what_ends_before_it_begins_is_refused_at_its_end() {
        let same = Some("2026-11-23");
        let error = Period::read(same, same, "/measures/2").unwrap_err();
        assert_eq!(error.code(), Code::ProtectInvalidTime);
        assert_eq!(error.path(), "/measures/2/until");
        let error = Period::read(Some("yesterday"), None, "/measures/2").unwrap_err();
        assert_eq!(error.path(), "/measures/2/from");
    }
}
