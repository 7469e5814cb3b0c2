//! What the library asks of its host: the moment, and numbers that nobody can guess.

use crate::error::Result;
use std::fmt::Write as _;
use std::time::SystemTime;

/// The moment, RFC 3339, to the millisecond.
pub(crate) fn now() -> String {
    humantime::format_rfc3339_millis(SystemTime::now()).to_string()
}

/// The moment, or that of the last event where the clock was set back since.
pub(crate) fn not_before(now: String, last: Option<&str>) -> String {
    use innovation_core::instant::Instant;
    match last {
        Some(last) if Instant::parse(last) > Instant::parse(&now) => last.to_owned(),
        _ => now,
    }
}

/// 128 bits from the system, in hexadecimal.
pub(crate) fn salt() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_back_does_not_stop_the_journal() {
        let now = now();
        assert_eq!(not_before(now.clone(), None), now);
        assert_eq!(not_before(now.clone(), Some("2020-01-01T00:00:00+02:00")), now);
        assert_eq!(not_before(now, Some("9000-01-01T00:00:00Z")), "9000-01-01T00:00:00Z");
    }

    #[test]
    fn a_salt_is_long_enough_and_new() {
        let (one, other) = (salt().unwrap(), salt().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
    }
}
