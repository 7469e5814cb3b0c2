//! What holds at a moment: measures, suspensions, the charter; what ended, what soon will.

use super::check::Case;
use super::document::{CharterState, DueItem, DueKind, Suspension, UnsignedItem};
use crate::instant::Instant;
use crate::people::Id;
use crate::protect::charter::{every_language, signed_by};
use crate::protect::grant::{Grantors, MeasureState};
use crate::protect::period::Period;
use crate::protect::{Charter, Safeguard, SuspendedNorm};
use std::collections::{BTreeMap, BTreeSet};

/// What holds at the moment asked about.
pub(super) struct Holding<'a> {
    case: &'a Case<'a>,
    grantors: Grantors<'a>,
    /// The state of each measure.
    pub measures: Vec<MeasureState>,
    /// Suspended norms with their period and state.
    norms: Vec<(&'a SuspendedNorm, Period, MeasureState)>,
    /// The charter's review.
    review: Option<Instant>,
}

impl<'a> Holding<'a> {
    /// Reads what holds.
    pub(super) fn of(case: &'a Case<'a>) -> Self {
        let charter = case.request.charter.as_ref();
        let people = case.request.people.iter();
        let organisations =
            people.filter_map(|person| Some((&person.id, person.organisation.as_deref()?)));
        let grantors = Grantors::of(charter, organisations, case.at);
        let measures = case
            .request
            .measures
            .iter()
            .zip(&case.periods)
            .map(|(measure, period)| grantors.state(*period, measure.granted_by.as_ref()))
            .collect();
        let norms = charter
            .into_iter()
            .flat_map(|charter| &charter.suspended_norms)
            .map(|norm| {
                // The check has read both times before.
                let period = Period {
                    from: norm.from.as_deref().and_then(Instant::parse),
                    until: Instant::parse(&norm.until),
                };
                (norm, period, grantors.state(period, norm.granted_by.as_ref()))
            })
            .collect();
        let review = charter.and_then(|charter| Instant::parse(charter.review_by.as_deref()?));
        Self { case, grantors, measures, norms, review }
    }

    /// Pressures lifted by suspensions in force, and by which.
    pub(super) fn lifted(&self) -> BTreeMap<&'a Id, Vec<Id>> {
        let mut lifted: BTreeMap<&Id, Vec<Id>> = BTreeMap::new();
        for (norm, _, state) in &self.norms {
            if *state == MeasureState::Active {
                for pressure in self.pressures_of(norm) {
                    lifted.entry(pressure).or_default().push(norm.id.clone());
                }
            }
        }
        lifted
    }

    /// Pressures that a suspension names among what it lifts, or as its norm.
    fn pressures_of(&self, norm: &SuspendedNorm) -> Vec<&'a Id> {
        let norms = every_language(&norm.norm);
        let pressures = self.case.request.pressures.iter().map(|pressure| &pressure.id);
        pressures
            .filter(|id| {
                norm.lifts.contains(id) || norms.iter().any(|text| text.trim() == id.as_str())
            })
            .collect()
    }

    /// What has ended: measures, then suspensions.
    pub(super) fn lapsed(&self) -> Vec<DueItem> {
        let at = self.case.at;
        self.ends()
            .filter(|(item, end)| item.what != DueKind::Review && *end <= at)
            .map(|(item, end)| DueItem { days: end.days_until(at), ..item })
            .collect()
    }

    /// What holds and ends soon: measures, suspensions, the time until the review.
    pub(super) fn soon(&self) -> Vec<DueItem> {
        let at = self.case.at;
        let horizon = at.plus_days(self.case.request.soon_days);
        self.ends()
            .filter(|(_, end)| *end > at && *end <= horizon)
            .map(|(item, end)| DueItem { days: at.days_until(end), ..item })
            .collect()
    }

    /// Everything that has begun and has an end, `days` not filled in.
    fn ends(&self) -> impl Iterator<Item = (DueItem, Instant)> {
        let item = |what, id: Option<&Id>, until: &str| DueItem {
            what,
            id: id.cloned(),
            until: until.to_owned(),
            days: 0,
        };
        let measures = self
            .case
            .request
            .measures
            .iter()
            .zip(&self.case.periods)
            .zip(&self.measures)
            .filter(|(_, state)| **state != MeasureState::NotYet)
            .filter_map(move |((measure, period), _)| {
                let until = measure.until.as_deref()?;
                Some((item(DueKind::Measure, Some(&measure.id), until), period.until?))
            });
        let norms =
            self.norms.iter().filter(|(_, _, state)| *state != MeasureState::NotYet).filter_map(
                move |(norm, period, _)| {
                    Some((item(DueKind::SuspendedNorm, Some(&norm.id), &norm.until), period.until?))
                },
            );
        let charter = self.case.request.charter.as_ref();
        let review = self.review.and_then(|review| {
            let written = charter?.review_by.as_deref()?;
            Some((item(DueKind::Review, None, written), review))
        });
        measures.chain(norms).chain(review)
    }

    /// What nobody with a signature stands behind, ended things left out.
    pub(super) fn unsigned(&self) -> Vec<UnsignedItem> {
        let measures = self
            .case
            .request
            .measures
            .iter()
            .zip(&self.measures)
            .map(|(one, state)| (DueKind::Measure, &one.id, one.granted_by.as_ref(), *state));
        let norms = self.norms.iter().map(|(norm, _, state)| {
            (DueKind::SuspendedNorm, &norm.id, norm.granted_by.as_ref(), *state)
        });
        measures
            .chain(norms)
            .filter(|(.., state)| *state != MeasureState::Lapsed)
            .filter_map(|(what, id, granted_by, _)| {
                let reason = self.grantors.fault(granted_by)?;
                Some(UnsignedItem { what, id: id.clone(), reason, granted_by: granted_by.cloned() })
            })
            .collect()
    }

    /// The charter at the moment.
    pub(super) fn charter(&self) -> Option<CharterState> {
        let charter = self.case.request.charter.as_ref()?;
        Some(CharterState {
            version: charter.version,
            signatories: signed_by(charter, self.case.at),
            review_by: charter.review_by.clone(),
            review_overdue: self.review.is_some_and(|review| review <= self.case.at),
            safeguards: Safeguard::ALL.to_vec(),
            suspensions: self.suspensions(charter),
        })
    }

    fn suspensions(&self, charter: &Charter) -> Vec<Suspension> {
        let clauses: BTreeSet<&Id> = charter.clauses.iter().map(|clause| &clause.id).collect();
        let suspension = |(norm, _, state): &(&SuspendedNorm, Period, MeasureState)| {
            let pressures = self.pressures_of(norm);
            let lifts = norm.lifts.iter();
            let unknown = |id: &&Id| !clauses.contains(*id) && !pressures.contains(id);
            Suspension {
                id: norm.id.clone(),
                norm: norm.norm.clone(),
                scope: norm.scope.clone(),
                granted_by: norm.granted_by.clone(),
                state: *state,
                until: norm.until.clone(),
                clauses: lifts.clone().filter(|id| clauses.contains(id)).cloned().collect(),
                unknown: lifts.filter(unknown).cloned().collect(),
                pressures: pressures.into_iter().cloned().collect(),
            }
        };
        self.norms.iter().map(suspension).collect()
    }
}
