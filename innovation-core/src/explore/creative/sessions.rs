//! When the space is open.

/// The sessions of a space: each as long as the first, the same time apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sessions {
    /// The period, counted from 0, in which the first begins.
    opens: u32,
    /// Periods that a session lasts.
    length: u32,
    /// Periods from the beginning of a session to that of the next.
    every: u32,
    /// How many there are.
    count: u32,
}

impl Sessions {
    /// Sessions from period `first` on, counted from 1; those that would begin after the last
    /// period are none.
    pub(super) fn new(first: u32, length: u32, every: u32, count: u32, periods: u32) -> Self {
        let (opens, every) = (first.saturating_sub(1), every.max(length).max(1));
        let fit = periods.checked_sub(first).map_or(0, |left| left / every + 1);
        Self { opens, length, every, count: count.min(fit) }
    }

    /// Whether the space is open in a period, counted from 0.
    pub(super) fn hold(self, period: u32) -> bool {
        let Some(since) = period.checked_sub(self.opens) else { return false };
        since / self.every < self.count && since % self.every < self.length
    }

    /// Whether it will be open in a period or later.
    pub(super) fn ahead(self, period: u32) -> bool {
        let end = |last: u32| {
            u64::from(self.opens) + u64::from(last) * u64::from(self.every) + u64::from(self.length)
        };
        self.count.checked_sub(1).is_some_and(|last| u64::from(period) < end(last))
    }

    /// Whether somebody may have come back before a period.
    pub(super) fn begun(self, period: u32) -> bool {
        self.count > 0 && period > self.opens
    }

    /// Whether there is any.
    pub(super) fn any(self) -> bool {
        self.count > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sessions_stand_where_they_are_said_to() {
        let open = |sessions: Sessions| -> Vec<u32> {
            (1..=20).filter(|period| sessions.hold(period - 1)).collect()
        };
        assert_eq!(open(Sessions::new(3, 2, 5, 3, 20)), [3, 4, 8, 9, 13, 14]);
        assert_eq!(open(Sessions::new(1, 4, 4, 2, 20)), [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(open(Sessions::new(19, 9, 1, 1, 20)), [19, 20]);
        assert!(open(Sessions::new(1, 1, 1, 0, 20)).is_empty());
        assert!(open(Sessions::new(21, 1, 1, 5, 20)).is_empty());
        assert_eq!(open(Sessions::new(18, 1, 2, 5, 20)), [18, 20]);
    }

    proptest! {
        /// A session lies ahead as long as one is still to come, and none begins after the end.
        #[test]
        fn ahead_is_until_the_last(
            first in 1u32..9, length in 1u32..5, every in 1u32..9, count in 0u32..5,
            periods in 1u32..60,
        ) {
            let sessions = Sessions::new(first, length, every, count, periods);
            for period in 0..80 {
                let later = (period..80).any(|period| sessions.hold(period));
                prop_assert_eq!(sessions.ahead(period), later);
                let before = (0..period).any(|period| sessions.hold(period));
                prop_assert_eq!(sessions.begun(period), before);
                let begins = sessions.hold(period) && (period == 0 || !sessions.hold(period - 1));
                prop_assert!(!begins || period < periods);
            }
            prop_assert_eq!(sessions.any(), (0..80).any(|period| sessions.hold(period)));
        }
    }
}
