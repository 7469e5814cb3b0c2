//! What makes something hold: its time, and somebody who put their name under the charter.

use super::charter::signers;
use super::period::{Period, Within};
use super::{Charter, Measure, SuspendedNorm};
use crate::instant::Instant;
use crate::people::Id;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a measure or a suspension holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MeasureState {
    /// It holds.
    Active,
    /// Its time is over.
    Lapsed,
    /// Its time has not come.
    NotYet,
    /// It is its time, but nobody granted it, or whoever did has signed nothing.
    Unsigned,
}

/// Why something counts as unsigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum UnsignedReason {
    /// Nobody granted it.
    NoGrantor,
    /// Whoever granted it, or their organisation, has signed no version of the charter.
    GrantorNotSigned,
}

/// Who stands behind what is granted, at a moment.
#[derive(Debug)]
pub(crate) struct Grantors<'a> {
    at: Instant,
    /// Who has signed the charter, in any version; absent without a charter.
    signers: Option<BTreeSet<&'a str>>,
    /// The organisation of each person.
    organisations: BTreeMap<&'a Id, &'a str>,
}

impl<'a> Grantors<'a> {
    /// Those who have signed a charter by a moment; a person stands with their organisation.
    pub(crate) fn of(
        charter: Option<&'a Charter>,
        organisations: impl Iterator<Item = (&'a Id, &'a str)>,
        at: Instant,
    ) -> Self {
        let signers = charter.map(|charter| signers(charter, at));
        Self { at, signers, organisations: organisations.collect() }
    }

    /// Whether something holds: in its time, and granted by somebody who has signed.
    pub(crate) fn state(&self, period: Period, granted_by: Option<&Id>) -> MeasureState {
        match period.at(self.at) {
            Within::Before => MeasureState::NotYet,
            Within::After => MeasureState::Lapsed,
            Within::Inside if self.fault(granted_by).is_some() => MeasureState::Unsigned,
            Within::Inside => MeasureState::Active,
        }
    }

    /// Why nobody with a signature stands behind something; `None` where somebody does.
    pub(crate) fn fault(&self, granted_by: Option<&Id>) -> Option<UnsignedReason> {
        let Some(grantor) = granted_by else { return Some(UnsignedReason::NoGrantor) };
        let Some(signers) = &self.signers else { return None };
        let organisation = self.organisations.get(grantor);
        let stands = signers.contains(grantor.as_str())
            || organisation.is_some_and(|name| signers.contains(*name));
        (!stands).then_some(UnsignedReason::GrantorNotSigned)
    }

    /// Whether a measure holds. Texts that are no times hold never.
    pub(crate) fn holds(&self, measure: &Measure) -> bool {
        self.active(measure.from.as_deref(), measure.until.as_deref(), measure.granted_by.as_ref())
    }

    /// Whether a suspension holds.
    pub(crate) fn suspends(&self, norm: &SuspendedNorm) -> bool {
        self.active(norm.from.as_deref(), Some(&norm.until), norm.granted_by.as_ref())
    }

    fn active(&self, from: Option<&str>, until: Option<&str>, granted_by: Option<&Id>) -> bool {
        Period::read(from, until, "")
            .is_ok_and(|period| self.state(period, granted_by) == MeasureState::Active)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn measure(granted_by: Option<&str>, until: Option<&str>) -> Measure {
        serde_json::from_value(json!({
            "id": "quiet", "work": "boundary", "boundary": "temporal",
            "from": "2026-11-01", "until": until, "grantedBy": granted_by,
        }))
        .unwrap()
    }

    #[test]
    fn what_nobody_who_signed_has_granted_does_not_hold() {
        let charter: Charter = serde_json::from_value(json!({
            "version": 1, "parties": ["chu"], "clauses": [],
            "signatures": [{"party": "chu", "at": "2026-11-02", "version": 1}],
        }))
        .unwrap();
        let [ana, bo] = ["ana", "bo"].map(|id| Id::new(id).unwrap());
        let organisations = || [(&ana, "chu"), (&bo, "city")].into_iter();
        let moment = |day| Instant::parse(day).unwrap();
        let later = Grantors::of(Some(&charter), organisations(), moment("2026-11-23"));
        for (granted_by, until, holds) in [
            (Some("chu"), None, true),
            (Some("ana"), None, true),
            (Some("bo"), None, false),
            (None, None, false),
            (Some("chu"), Some("2026-11-23"), false),
            (Some("chu"), Some("whenever"), false),
        ] {
            assert_eq!(later.holds(&measure(granted_by, until)), holds, "{granted_by:?} {until:?}");
        }
        let before = Grantors::of(Some(&charter), organisations(), moment("2026-11-01"));
        assert!(!before.holds(&measure(Some("chu"), None)));
        let uncharted = Grantors::of(None, organisations(), moment("2026-11-23"));
        assert!(uncharted.holds(&measure(Some("bo"), None)));
        assert!(!uncharted.holds(&measure(None, None)));
    }
}
